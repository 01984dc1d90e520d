"""`operators.file` under `dmp serve`: refused when wrong, and a door that takes its certificates when right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from demo import Demo
from operators import Desk, nir
from served import Served, free_port
from waiting import wait_for


def cards(demo: Demo) -> dict[str, Path]:
    """The certificates of the demonstration's operators."""
    facts = json.loads(demo.path.read_text(encoding="utf-8"))["operators"]
    return {Path(each["desk"]).stem: (demo.folder / each["certificate"]).resolve() for each in facts}


def test_a_listed_certificate_opens_the_door_and_another_does_not(demo: Demo, served: Served, tmp_path: Path) -> None:
    """The file alone says who comes in: a certificate of the same authority that is not in it stays outside."""
    known = cards(demo)
    file = tmp_path / "operators.json"
    file.write_text(json.dumps({"operators": [{"certificate": str(known["support"]), "role": "support"}]}))
    port = free_port()
    served.start(operators_file=str(file), operators_port=port)
    served.health()
    for key, code in (("support", 11), ("registrar", 69)):
        desk = Desk(demo, served.binary, key)
        facts = json.loads(desk.file.read_text())
        folder = desk.file.parent
        facts |= {name: str((folder / facts[name]).resolve()) for name in ("certificate", "key", "ca")}
        desk.file = tmp_path / f"{key}.json"
        desk.file.write_text(json.dumps(facts | {"door": f"https://localhost:{port}"}))
        said = desk.run("lift", typed=nir("1700199999005"))
        assert said.code == code, said


@pytest.mark.parametrize(
    ("lines", "word"),
    [
        ("", "no list of operators"),
        ("[]", "no list of operators"),
        ('{"operators":[]}', "no list of operators"),
        ('{"operators":[{"certificate":"SUPPORT","role":"king"}]}', "a role is none of"),
        ('{"operators":[{"certificate":"nowhere.pem","role":"support"}]}', "nowhere.pem"),
        ('{"operators":[{"certificate":"CA","role":"support"}]}', "no certificate of a person"),
        ('{"operators":[{"certificate":"SUPPORT","role":"hostPhysician"}]}', "no physician's card"),
        (
            '{"operators":[{"certificate":"SUPPORT","role":"support"},{"certificate":"SUPPORT","role":"support"}]}',
            "listed twice",
        ),
        (
            '{"operators":[{"certificate":"SUPPORT","role":"support"},{"certificate":"SUPPORT","role":"auditor"}]}',
            "listed twice",
        ),
    ],
)
def test_a_file_that_is_wrong_stops_the_start(
    demo: Demo, served: Served, tmp_path: Path, lines: str, word: str
) -> None:
    """What is wrong is said before anything is made."""
    file = tmp_path / "operators.json"
    file.write_text(lines.replace("SUPPORT", str(cards(demo)["support"])).replace("CA", str(demo.ca.resolve())))
    served.start(operators_file=str(file))
    said = served.last_words()
    assert served.process is not None and served.process.returncode != 0
    assert word in said, said


def test_a_file_that_is_not_there_stops_the_start(served: Served) -> None:
    """A door that does not open by itself must not stay closed in silence."""
    served.start(operators_file="/nonexistent/operators.json")
    assert "/nonexistent/operators.json" in served.last_words()


def test_a_reachable_door_asks_for_the_switch(demo: Demo, served: Served, tmp_path: Path) -> None:
    """On the loopback interface by default; elsewhere as every door, on purpose alone."""
    file = tmp_path / "operators.json"
    file.write_text(json.dumps({"operators": [{"certificate": str(cards(demo)["support"]), "role": "support"}]}))
    served.start(operators_file=str(file), operators_host="0.0.0.0")
    assert "singleBox.accepted" in served.last_words()


def test_whoever_watches_reads_that_nothing_waits(served: Served) -> None:
    """Upkeep, the log's promises and the register of incidents each say how they stand, as numbers."""
    served.start()
    served.health()
    quiet = {f'upkeep_failing{{part="{part}"}}' for part in ("calendar", "quotas", "log", "keys")} | {
        f'incident_duties_{how}{{duty="{duty}"}}'
        for how in ("open", "overdue")
        for duty in ("authority", "state", "persons")
    }
    quiet |= {"promises_broken", "promises_late", "log_heads_refused", "calendar_tasks_left", "key_records_left"}

    def look() -> dict[str, float] | None:
        counted = served.metrics()
        return counted if quiet <= counted.keys() else None

    counted = wait_for(look, 60, "every number to be shown")
    assert {counted[name] for name in quiet} == {0}
