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


def started(served: Served) -> int:
    """The process of a service that answers, with two workers for each site."""
    served.start(drawing_workers=2)
    served.health()
    assert served.process is not None
    return served.process.pid


def test_a_worker_has_given_up_what_drawing_does_not_need(served: Served) -> None:
    """One thread behind a filter, two ends of one socket, no file to write, no environment."""
    found = workers(started(served))
    assert len(found) == 4
    assert served.health()["components"]["pages"] == {"status": "ok", "detail": "4 of 4 workers"}
    for each in found:
        assert "Max open files 16 16 files" in confined(each, MEMORY, served.passphrase)


def test_a_worker_that_is_killed_is_replaced_and_counted(served: Served) -> None:
    """And all are gone with the server, however it ends."""
    process = started(served)
    killed = workers(process)
    for each in killed:
        os.kill(each, signal.SIGKILL)
    wait_for(lambda: served.metrics()['drawing_workers_ended_total{why="killed"}'] == 4, 60, "the deaths to be counted")
    wait_for(lambda: served.health()["components"]["pages"]["status"] == "ok", 60, "other workers")
    after = workers(process)
    assert len(after) == 4 and not after & killed
    os.kill(process, signal.SIGKILL)
    wait_for(lambda: not any(runs(each) for each in after), 60, "the workers to end with their server")


def test_a_service_without_the_program_that_draws_goes_on(served: Served, tmp_path: Path) -> None:
    """What is missing is said where operators look, and what to do."""
    served.binary = Path(shutil.copy2(served.binary, tmp_path / "dmp"))
    process = started(served)
    assert not workers(process)
    pages = served.health()["components"]["pages"]
    assert pages["status"] == "degraded" and "put it beside" in pages["detail"]
    assert "drawingNotStarted" in (served.folder / "events.jsonl").read_text()
