"""Signatures are checked in processes of their own, which have given up whatever a signature does not need.

They are looked at through /proc, killed while lots are fed, and gone with the server however it ends (security design
X18).
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from confined import children, confined, runs
from demo import Demo
from feeding import Feeders
from lps import client
from people import Cast, cast, nobody
from served import Served, elsewhere
from serving import Server, binary_under_test
from waiting import wait_for

MEMORY = 256 << 20
"""What a worker may write to."""


@pytest.fixture
def fed(tmp_path: Path) -> Iterator[Server]:
    """A demonstration of its own: what is fed here is in nobody's way."""
    binary = binary_under_test()
    if binary is None:
        pytest.skip("DMP_BINARY is not set: a server that somebody else started keeps its workers")
    server = Server(binary, tmp_path / "data")
    yield server
    server.stop()


def workers(server: int) -> set[int]:
    """The processes that a server has started to check signatures."""
    return children(server, 1, "check-signatures")


def wait_kept(feeders: Feeders, more: int) -> None:
    """Waits until that many more lots are kept."""
    wanted = len(feeders.ledger.acknowledged) + more
    wait_for(lambda: len(feeders.ledger.acknowledged) >= wanted, 120, f"{more} more lots to be kept")


def started(served: Served) -> int:
    """The process of a service that answers."""
    served.start(signatures_workers=3)
    served.health()
    assert served.process is not None
    return served.process.pid


def test_a_worker_has_given_up_what_a_signature_does_not_need(served: Served) -> None:
    """One thread behind a filter, two ends of one socket, no file to write, no environment."""
    found = workers(started(served))
    assert len(found) == 3
    assert served.health()["components"]["signatures"] == {"status": "ok", "detail": "3 of 3 workers"}
    for each in found:
        assert "Max open files 3 3 files" in confined(each, MEMORY, served.passphrase)


def test_lots_are_fed_while_workers_are_killed(fed: Server) -> None:
    """Whoever feeds notices nothing: the job goes to the worker that takes the place of the one that was killed."""
    demo = fed.start()
    assert fed.process is not None
    process = fed.process.pid
    before = workers(process)
    assert before
    author = cast(demo).author
    patient = next(each for each in demo.patients if each.state == "active" and each.secret_code and each.is_adult)
    client(demo, author).authorize(patient)
    feeders = Feeders([client(demo, author) for _ in range(3)], patient)
    feeders.start()
    killed: set[int] = set()
    for _ in range(3):
        wait_kept(feeders, 1)
        victim = min(workers(process) - killed)
        os.kill(victim, signal.SIGKILL)
        killed.add(victim)
        wait_for(lambda: len(workers(process) - killed) == len(before), 60, "another worker")
        # A job that lost its worker has been done again by then: nothing is asked of a third.
        wait_kept(feeders, 7)
    ledger = feeders.finish()
    assert ledger.unexpected == [] and ledger.cut_off == []
    assert len(killed) == 3


def test_a_worker_that_is_killed_is_counted_and_logged(demo: Demo, roles: Cast, served: Served) -> None:
    """A number and a line, and nothing of whoever was being served."""
    process = started(served)
    assert served.metrics()['signature_workers_ended_total{why="killed"}'] == 0
    for each in workers(process):
        os.kill(each, signal.SIGKILL)
    wait_for(
        lambda: served.metrics()['signature_workers_ended_total{why="killed"}'] == 3, 60, "the deaths to be counted"
    )
    wait_for(lambda: served.health()["components"]["signatures"]["status"] == "ok", 60, "other workers")
    before = served.metrics()["signature_jobs_total"]
    patient = nobody(roles.patient.root)
    assert not client(elsewhere(demo, served), roles.stranger).standing(patient).found
    assert served.metrics()["signature_jobs_total"] > before
    log = (served.folder / "events.jsonl").read_text()
    lines = [json.loads(line) for line in log.splitlines()]
    ends = [each for each in lines if each["event"] == "signatureWorkerEnded"]
    assert ends and {each["reason"] for each in ends} == {"killed"} and {each["level"] for each in ends} == {"warning"}
    assert roles.stranger.family not in log and patient.ins not in log


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGTERM])
def test_workers_end_with_their_server(served: Served, blow: signal.Signals) -> None:
    """Told to or not."""
    process = started(served)
    found = workers(process)
    assert found
    os.kill(process, blow)
    assert served.process is not None
    served.process.wait(60)
    wait_for(lambda: not any(runs(each) for each in found), 30, "the workers to be gone")


def test_nobody_starts_a_worker_by_hand() -> None:
    """Without a server behind it, it ends at once; the program's help does not name it."""
    binary = binary_under_test()
    if binary is None:
        pytest.skip("DMP_BINARY is not set")
    alone = subprocess.run(
        [str(binary), "check-signatures"], stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False
    )
    assert (alone.returncode, alone.stdout) == (64, b"")
    told = subprocess.run([str(binary), "--help"], capture_output=True, text=True, timeout=60, check=False)
    assert told.returncode == 0 and "check-signatures" not in told.stdout
