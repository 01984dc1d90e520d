"""An operator's own set of rules under `dmp serve`: validated at the start, carried by new records (issue 3, part 1)."""

from __future__ import annotations

import copy
import json
import os
import socket
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import requests

from administration import Refused
from demo import Demo
from lps import client
from people import Cast, nobody
from serving import binary_under_test
from waiting import wait_for

DOCS = Path(__file__).resolve().parents[2] / "docs"
SHIPPED = Path(__file__).resolve().parents[2] / "Sources/AccessRules/Resources/policies"


def house(**changes: Any) -> dict[str, Any]:
    """The set of 2019 under another name, with other values."""
    rules = json.loads((SHIPPED / "era2019.json").read_text())
    rules["id"], rules["version"] = "house", 3
    for key, value in changes.items():
        rules["keys"][key]["value"] = value
    return rules  # type: ignore[no-any-return]


def free_port() -> int:
    """A port that nobody has at this moment."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@dataclass
class Served:
    """`dmp serve` by a configuration of its own, with a demonstration's certificates."""

    binary: Path
    folder: Path
    pki: Path
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)
    ports: tuple[int, int, int] = (0, 0, 0)

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
            "messages.letters": "none",
            "messages.emails": "none",
            "messages.sms": "none",
            "log.file": str(self.folder / "events.jsonl"),
        } | {key.replace("_", "."): value for key, value in more.items()}
        config = self.folder / "dmp.json"
        config.write_text(json.dumps(values, ensure_ascii=False))
        self.process = subprocess.Popen(
            [str(self.binary), "serve", "--config", str(config)],
            # Whatever begins with DMP_ is a key of the configuration.
            env={"PATH": os.environ["PATH"], "DMP_CUSTODY_PASSPHRASE": "une phrase d’essai"},
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


@pytest.fixture
def served(demo: Demo, tmp_path: Path) -> Iterator[Served]:
    """A service that has not started yet."""
    binary = binary_under_test()
    if binary is None:
        pytest.skip("DMP_BINARY is not set")
    one = Served(binary, tmp_path / "serve", Path(demo.ca).parent)
    yield one
    one.stop()


def elsewhere(demo: Demo, served: Served) -> Demo:
    """The same people, at the other service."""
    other = copy.copy(demo)
    other.services = f"https://localhost:{served.ports[1]}/si-dmp-server/v2/services/"
    return other


def test_new_records_carry_the_operators_set(demo: Demo, roles: Cast, served: Served, tmp_path: Path) -> None:
    """§10: a set beside those that ship; professionals open records in it (C1), and one consultation is one leave.

    Access and life cycle § 10.
    """
    sets = tmp_path / "sets"
    sets.mkdir()
    (sets / "house.json").write_text(json.dumps(house(**{"authorisation.ttl.other": "session"})))
    served.start(policy_sets=str(sets), policy_default="house")
    rules = served.health()["components"]["rules"]
    assert "7 sets" in rules["detail"] and "house@3" in rules["detail"], rules
    physician = client(elsewhere(demo, served), roles.author)
    newcomer = nobody(roles.patient.root, 901, family="RÉGLÉE", given="Camille")
    physician.create(newcomer)
    assert physician.authorize(newcomer)[0]
    assert physician.standing(newcomer).authorization == "VALIDE"


def test_the_example_in_the_docs_is_what_the_program_prints(served: Served) -> None:
    """`docs/dmp.json.example` names every key that there is, and no other."""
    printed = subprocess.run([str(served.binary), "configuration"], capture_output=True, check=True, timeout=60).stdout
    assert (DOCS / "dmp.json.example").read_bytes() == printed


def test_without_a_key_the_newest_set_decides(demo: Demo, roles: Cast, served: Served) -> None:
    """The same act under the rules of today, which leave it to the patient."""
    served.start()
    assert "mes2026@" in served.health()["components"]["rules"]["detail"]
    with pytest.raises(Refused):
        client(elsewhere(demo, served), roles.author).create(nobody(roles.patient.root, 902, family="REFUSÉE"))


def unknown_key(rules: dict[str, Any]) -> None:
    """A key that no code knows."""
    rules["keys"]["patient.flies"] = rules["keys"]["patient.canFile"]


def missing_key(rules: dict[str, Any]) -> None:
    """A key that must be there."""
    del rules["keys"]["patient.canFile"]


def contradiction(rules: dict[str, Any]) -> None:
    """Directives by a holder who may not file."""
    rules["keys"]["patient.canFile"]["value"] = False


def shipped_name(rules: dict[str, Any]) -> None:
    """A name that ships already."""
    rules["id"] = "mes2026"


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (unknown_key, ["unknown: patient.flies", "house.json", "take patient.flies out"]),
        (missing_key, ["missing: patient.canFile", "house.json", "add patient.canFile"]),
        (contradiction, ["contradiction: directives.inRecord", "house.json", "holder, who may not file"]),
        (shipped_name, ["contradiction: mes2026", "house.json", "ships"]),
    ],
)
def test_a_bad_set_stops_the_start(
    served: Served, tmp_path: Path, spoil: Callable[[dict[str, Any]], None], words: list[str]
) -> None:
    """Validated at load: unknown key, missing key, contradiction are refused with the reason.

    Access and life cycle § 10.
    """
    rules = house()
    spoil(rules)
    file = tmp_path / "house.json"
    file.write_text(json.dumps(rules))
    served.start(policy_sets=str(file))
    said = served.last_words()
    assert served.process is not None and served.process.returncode != 0
    assert all(word in said for word in words), said
    assert not (served.folder / "data/custody/custody.sqlite").exists()


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ({"policy_default": "era2040"}, "era2040"),
        ({"policy_sets": "/nonexistent/sets"}, "/nonexistent/sets"),
        ({"policy_setz": "x"}, "policy.setz"),
        ({"service_helpPhone": " "}, "service.helpPhone"),
        ({"service_sender": [""]}, "service.sender"),
    ],
)
def test_what_is_not_there_stops_the_start(served: Served, keys: dict[str, Any], word: str) -> None:
    """A default that no set has, files that are not there, a key that does not exist, a service without a voice."""
    served.start(**keys)
    said = served.last_words()
    assert served.process is not None and served.process.returncode != 0
    assert word in said, said


@pytest.mark.parametrize("name", ["mine2011", "nowhere"])
def test_a_set_may_bring_a_matrix_of_its_own(served: Served, tmp_path: Path, name: str) -> None:
    """§2.1, §11: the matrix of professions is a named part of a set; one that is not there stops the start.

    Access and life cycle § 2.1.
    """
    sets = tmp_path / "sets"
    sets.mkdir()
    (sets / "house.json").write_text(json.dumps(house(**{"matrix.professions": name})))
    (sets / "mine2011.csv").write_text((SHIPPED.parent / "matrices/professions.csv").read_text())
    served.start(policy_sets=str(sets), policy_default="house")
    if name == "mine2011":
        assert "house@3" in served.health()["components"]["rules"]["detail"]
        return
    said = served.last_words()
    assert "matrix.professions" in said
    assert "no such matrix, but mine2011, order2023" in said, said
