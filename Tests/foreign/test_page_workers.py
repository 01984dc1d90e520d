"""PDF files are drawn in processes of their own, which have given up whatever drawing does not need.

They are looked at through /proc, killed, and missed (security design § 5.6, X18).
"""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path

from confined import children, confined, runs
from served import Served
from waiting import wait_for

MEMORY = 512 << 20
"""What a worker may write to."""


def workers(server: int) -> set[int]:
    """The processes that a server has started to draw."""
    return children(server, 0, "dmp-pages")


def opened(served: Served) -> int:
    """The process of a service that answers, with two workers for each site that get ready beside it."""
    served.start(drawing_workers=2)
    served.health()
    assert served.process is not None
    return served.process.pid


def pages(served: Served) -> dict[str, str]:
    """What `/health` says of them."""
    return served.health()["components"]["pages"]


def started(served: Served) -> int:
    """The same, once it is known whether they start."""
    process = opened(served)
    wait_for(lambda: "not started yet" not in pages(served)["detail"], 60, "the workers to get ready, or to fail")
    return process


def test_a_worker_has_given_up_what_drawing_does_not_need(served: Served) -> None:
    """One thread behind a filter, two ends of one socket, no file to write, no environment."""
    found = workers(started(served))
    assert len(found) == 4
    assert pages(served) == {"status": "ok", "detail": "4 of 4 workers"}
    for each in found:
        assert "Max open files 16 16 files" in confined(each, MEMORY, served.passphrase)


def test_a_worker_that_is_killed_is_replaced_and_counted(served: Served) -> None:
    """And all are gone with the server, however it ends."""
    process = started(served)
    killed = workers(process)
    for each in killed:
        os.kill(each, signal.SIGKILL)
    wait_for(lambda: served.metrics()['drawing_workers_ended_total{why="killed"}'] == 4, 60, "the deaths to be counted")
    wait_for(lambda: pages(served)["status"] == "ok", 60, "other workers")
    after = workers(process)
    assert len(after) == 4 and not after & killed
    os.kill(process, signal.SIGKILL)
    wait_for(lambda: not any(runs(each) for each in after), 60, "the workers to end with their server")


def test_a_service_without_the_program_that_draws_goes_on(served: Served, tmp_path: Path) -> None:
    """What is missing is said where operators look, and what to do."""
    served.binary = Path(shutil.copy2(served.binary, tmp_path / "dmp"))
    process = started(served)
    assert not workers(process)
    assert pages(served)["status"] == "degraded" and "put it beside" in pages(served)["detail"]
    assert "drawingNotStarted" in (served.folder / "events.jsonl").read_text()


def test_a_program_that_never_gets_ready_holds_nobody_up(served: Served, tmp_path: Path) -> None:
    """The service answers beside it, and ends without waiting for it."""
    served.binary = Path(shutil.copy2(served.binary, tmp_path / "dmp"))
    program = tmp_path / "dmp-pages"
    program.write_text("#!/bin/sh\nexec sleep 45\n")
    program.chmod(0o755)
    opened(served)
    assert served.process is not None
    assert pages(served) == {"status": "ok", "detail": "0 of 4 workers: not started yet"}
    served.stop()
    assert served.process.returncode == 0
