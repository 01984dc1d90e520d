"""`dmp serve` by a configuration of its own, beside the demonstration that all tests share."""

from __future__ import annotations

import copy
import json
import os
import socket
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import requests

from demo import Demo
from waiting import wait_for


GIVEN: set[int] = set()


def free_port() -> int:
    """A port that nothing listens on, and that nobody was given before: one service asks for several of them."""
    while True:
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            port = int(one.getsockname()[1])
        if port not in GIVEN:
            GIVEN.add(port)
            return port


@dataclass
class Served:
    """`dmp serve` by a configuration of its own, with a demonstration's certificates."""

    binary: Path
    folder: Path
    pki: Path
    passphrase: str = "une phrase d’essai"
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)
    ports: tuple[int, int, int] = (0, 0, 0)
    mode: int = 0o600
    """Who may read the configuration."""

    def start(self, **more: Any) -> subprocess.Popen[bytes]:
        """Starts; keys are written with underscores for dots."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.ports = (free_port(), free_port(), free_port())
        values = {
            "data.folder": str(self.folder / "data"),
            "domain": "rehearsal",
            "trace.origin": "trace.essai.example/2026/s00",
            "portal.port": self.ports[0],
            "portal.origin": f"https://localhost:{self.ports[0]}",
            "service.helpPhone": "0 800 99 99 99",
            "service.sender": ["Dossier médical partagé", "1 rue Basse", "99999 Nullepart"],
            "services.port": self.ports[1],
            "operations.port": self.ports[2],
            "tls.certificate": str(self.pki / "server.pem"),
            "tls.key": str(self.pki / "server.key"),
            "trust.authorities": str(self.pki / "ca.pem"),
            "watch.seconds": 2,
            "messages.letters": "none",
            "messages.emails": "none",
            "messages.sms": "none",
            "log.file": str(self.folder / "events.jsonl"),
        } | {key.replace("_", "."): value for key, value in more.items()}
        config = self.folder / "dmp.json"
        config.write_text(json.dumps(values, ensure_ascii=False))
        config.chmod(self.mode)
        self.process = subprocess.Popen(
            [str(self.binary), "serve", "--config", str(config)],
            # Whatever begins with DMP_ is a key of the configuration.
            env={"PATH": os.environ["PATH"], "DMP_CUSTODY_PASSPHRASE": self.passphrase},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        return self.process

    def health(self) -> dict[str, Any]:
        """What it says of itself, once it does."""

        def look() -> dict[str, Any] | None:
            assert self.process is not None and self.process.poll() is None, self.last_words()
            try:
                return requests.get(f"http://127.0.0.1:{self.ports[2]}/health", timeout=5).json()  # type: ignore[no-any-return]
            except OSError:
                return None

        return wait_for(look, 60, "the service to answer")

    def metrics(self) -> dict[str, float]:
        """What it counts, by name and labels."""
        text = requests.get(f"http://127.0.0.1:{self.ports[2]}/metrics", timeout=5).text
        lines = (line.rsplit(" ", 1) for line in text.splitlines() if line and not line.startswith("#"))
        return {name: float(value) for name, value in lines}

    def last_words(self) -> str:
        """What it said when it did not start."""
        assert self.process is not None
        return self.process.communicate(timeout=60)[1].decode()

    def stop(self) -> None:
        """Ends it."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(30)


def elsewhere(demo: Demo, served: Served) -> Demo:
    """The same people, at the other service."""
    other = copy.copy(demo)
    other.services = f"https://localhost:{served.ports[1]}/si-dmp-server/v2/services/"
    return other
