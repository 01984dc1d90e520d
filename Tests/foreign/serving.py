"""The binary under test: started on a folder, stopped politely or killed."""

from __future__ import annotations

import os
import signal
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import requests

from demo import Demo
from waiting import wait_for


@dataclass
class Server:
    """`dmp demo` on one data folder."""

    binary: Path
    data: Path
    start_timeout: float = 180
    policy_set: str | None = None
    """The set of rules under which records open; the binary's own where None."""
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)
    starts: int = 0

    @property
    def log(self) -> Path:
        """What the binary logged (its standard error), over all starts."""
        return self.data.parent / f"{self.data.name}.log"

    @property
    def banner(self) -> Path:
        """What it said to whoever started it (its standard output): a demonstration shows codes there on purpose."""
        return self.data.parent / f"{self.data.name}.out"

    def start(self, port: int = 0) -> Demo:
        """Starts and waits until the server answers; the demonstration as its file tells it."""
        told = self.data / "demo.json"
        before = told.stat().st_mtime_ns if told.exists() else None
        self.launch(port)

        def look() -> Demo | None:
            self.expect_running()
            if not told.exists() or (port == 0 and told.stat().st_mtime_ns == before):
                return None
            try:
                demo = Demo(told)
                requests.get(demo.portal + "/", verify=str(demo.ca), timeout=5)
            except (ValueError, KeyError, OSError):
                return None
            return demo

        return wait_for(look, self.start_timeout, "the server to answer")

    def launch(self, port: int = 0) -> None:
        """Starts and waits for nothing."""
        self.data.parent.mkdir(parents=True, exist_ok=True)
        with self.log.open("ab") as log, self.banner.open("ab") as banner:
            self.process = subprocess.Popen(
                [str(self.binary), "demo", "--data", str(self.data), "--port", str(port), "--no-browser", *self._rules],
                stdout=banner,
                stderr=log,
                start_new_session=True,
            )
        self.starts += 1

    def expect_running(self) -> None:
        """An error with the end of the log where the binary has ended."""
        if self.process is not None and (code := self.process.poll()) is not None:
            raise RuntimeError(f"the binary ended with {code}: {self.tail()}")

    @property
    def _rules(self) -> list[str]:
        return ["--policy-set", self.policy_set] if self.policy_set else []

    def kill(self) -> None:
        """`kill -9`: no goodbye, no flush."""
        if self.process is not None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait(30)
            self.process = None

    def stop(self) -> int | None:
        """Asks it to end; its exit code."""
        if self.process is None:
            return None
        self.process.terminate()
        try:
            return self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.kill()
            return None
        finally:
            self.process = None

    def tail(self, lines: int = 20) -> str:
        """The end of the log."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:]) if self.log.exists() else ""


def binary_under_test() -> Path | None:
    """The path in DMP_BINARY."""
    value = os.environ.get("DMP_BINARY")
    return Path(value).resolve() if value else None
