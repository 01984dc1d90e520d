"""Operators at their door, as they work: commands typed in a shell, what tells a person on standard input."""

from __future__ import annotations

import json
import re
import subprocess
import uuid
from dataclasses import dataclass
from pathlib import Path

from demo import Demo

PAPER = "pièce 2026-118"


@dataclass(frozen=True)
class Said:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def traces(self) -> list[int]:
        """Places in the trace log."""
        return [int(each) for each in re.findall(r"^trace   (\d+)$", self.out, re.MULTILINE)]

    @property
    def order(self) -> str:
        """The order's own name."""
        found = re.search(r"^order   (\S+)$", self.out, re.MULTILINE)
        assert found, self
        return found[1]

    @property
    def result(self) -> str:
        """What came of it."""
        found = re.search(r"^result  (\S+)$", self.out, re.MULTILINE)
        assert found, self
        return found[1]


class Desk:
    """One operator's desk."""

    def __init__(self, demo: Demo, binary: Path, key: str) -> None:
        facts = json.loads(demo.path.read_text(encoding="utf-8"))
        listed = {Path(each["desk"]).stem: each for each in facts["operators"]}
        self.binary = binary
        self.facts = listed[key]
        self.name = str(self.facts["name"])
        self.file = demo.folder / self.facts["desk"]

    def run(self, verb: str, *options: str, typed: str = "", paper: str | None = PAPER) -> Said:
        """Types a command; what tells a person goes in by standard input."""
        return self._type("record", verb, *options, typed=typed, paper=paper)

    def keys(self, verb: str, *options: str, paper: str | None = PAPER) -> Said:
        """Types a command about the custodian's keys."""
        return self._type("keys", verb, *options, typed="", paper=paper)

    def _type(self, command: str, verb: str, *options: str, typed: str, paper: str | None) -> Said:
        papers = [] if paper is None else ["--paper", paper]
        done = subprocess.run(
            [str(self.binary), command, verb, "--desk", str(self.file), *papers, *options],
            input=typed.encode(),
            capture_output=True,
            timeout=120,
            check=False,
        )
        return Said(done.returncode, done.stdout.decode(), done.stderr.decode())


def new_order() -> str:
    """A name for an order."""
    return str(uuid.uuid4())


def person(fields: dict[str, str | list[str]]) -> str:
    """Lines as an operator types them."""
    lines = []
    for field, value in fields.items():
        lines += [f"{field}: {each}" for each in (value if isinstance(value, list) else [value])]
    return "\n".join(lines) + "\n"


def nir(body: str) -> str:
    """A matricule with its key."""
    assert len(body) == 13
    return f"{body}{97 - int(body) % 97:02}"
