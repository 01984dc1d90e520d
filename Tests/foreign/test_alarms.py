"""What goes wrong under `dmp serve` is told to whoever watches: a line in the log, a number in /metrics (docs/operations.md).

Each alarm is provoked: an old copy put back, a head that was tampered with, tiles and tables taken away, nobody at the gateway.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import samples
from administration import Contact
from demo import Demo, Patient
from lps import Client, client
from operators import Desk, person
from people import Cast, nobody
from served import Served, elsewhere, free_port
from test_operators_file import cards
from waiting import wait_for

LOOK = 90
"""Seconds within which the promises and the incidents are looked at again."""


def logged(served: Served, event: str) -> list[dict[str, object]]:
    """The lines of that event, over all starts."""
    lines = (json.loads(each) for each in (served.folder / "events.jsonl").read_text().splitlines())
    return [each for each in lines if each["event"] == event]


def wait_alarm(served: Served, event: str, metric: str, value: float = 1, lines: int = 1) -> None:
    """Waits for the line and for its number; the line is written once, not at each look."""
    wait_for(lambda: len(logged(served, event)) >= lines, 2 * LOOK, f"a line {event}")
    wait_for(lambda: served.metrics().get(metric) == value, 15, f"{metric} to be {value:g}")
    found = logged(served, event)
    assert len(found) == lines and {each["level"] for each in found} == {"error"}, found


def looked(served: Served) -> None:
    """Waits for the first look after a start."""
    served.health()
    wait_for(lambda: "promises_kept" in served.metrics(), 60, "the first look at the promises")


def tamper(served: Served, part: str, *statements: str) -> None:
    """Changes the tables of a service that is stopped."""
    with sqlite3.connect(served.folder / "data" / part / f"{part}.sqlite") as database:
        for each in statements:
            database.execute(each)
    database.close()


def author(demo: Demo, roles: Cast, served: Served) -> Client:
    """Somebody who feeds the service that runs now."""
    return client(elsewhere(demo, served), roles.author)


def fed(demo: Demo, roles: Cast, served: Served, order: int) -> Patient:
    """A service with one document, whose promise was found kept."""
    served.start(policy_default="era2019")
    served.health()
    newcomer = nobody(roles.patient.root, order, family="ALARME", given="Camille")
    software = author(demo, roles, served)
    software.create(newcomer)
    software.authorize(newcomer)
    software.deposit(samples.consultation(newcomer, roles.author))
    wait_for(lambda: served.metrics().get("promises_kept") == 1, 2 * LOOK, "the promise to be found kept")
    return newcomer


def restart(served: Served, change: Callable[[], object] = lambda: None, watch: int = 2) -> None:
    """Stops, changes something, starts again."""
    served.stop()
    change()
    served.start(policy_default="era2019", watch_seconds=watch)


def test_an_old_copy_of_the_custodian_is_seen_by_the_host(demo: Demo, roles: Cast, served: Served, tmp_path: Path) -> None:
    """An event that was promised a place and lost it, then a log that goes back, then a head that nobody signed."""
    newcomer = fed(demo, roles, served, 911)
    custody, copy = served.folder / "data/custody", tmp_path / "copy"

    def put_back() -> None:
        shutil.rmtree(custody)
        shutil.copytree(copy, custody)

    restart(served, lambda: shutil.copytree(custody, copy), watch=60)
    looked(served)
    author(demo, roles, served).deposit(samples.consultation(newcomer, roles.author))
    # Before the host looks again, the custodian forgets; what comes next takes the place that was promised.
    restart(served, put_back)
    served.health()
    author(demo, roles, served).find(newcomer)
    wait_alarm(served, "promiseBroken", "promises_broken")
    health = served.health()["components"]["promises"]
    assert health["status"] == "degraded" and "1 broken" in health["detail"]

    restart(served, put_back)
    served.health()
    wait_alarm(served, "headForked", "log_heads_refused")
    assert "does not go on where the last one ended" in served.health()["components"]["promises"]["detail"]

    restart(served, lambda: tamper(served, "custody", "UPDATE log_checkpoint SET note = replace(note, '— ', '— x')"))
    served.health()
    wait_alarm(served, "headUnsigned", "log_heads_refused")
    assert "not signed by the log's key" in served.health()["components"]["promises"]["detail"]


def test_a_log_without_its_tiles_is_late_and_unreadable(demo: Demo, roles: Cast, served: Served, tmp_path: Path) -> None:
    """What cannot be put into the log waits, and is told after a minute; what cannot be read is told as such."""
    newcomer = fed(demo, roles, served, 912)
    software = author(demo, roles, served)
    tiles, away = served.folder / "data/custody/log/tile", tmp_path / "tile"
    tiles.rename(away)
    software.deposit(samples.consultation(newcomer, roles.author))
    wait_alarm(served, "logFailed", 'upkeep_failing{part="log"}')
    wait_alarm(served, "promiseLate", "promises_late")
    assert "waits for its place for too long" in served.health()["components"]["promises"]["detail"]
    away.rename(tiles)
    wait_for(lambda: served.metrics()['upkeep_failing{part="log"}'] == 0, 30, "the log to go on")
    wait_for(lambda: served.metrics()["promises_kept"] == 2, 2 * LOOK, "the late promise to be kept")
    assert served.metrics()["promises_late"] == 0

    head = served.folder / "data/custody/log/checkpoint"
    before = head.read_bytes()
    software.deposit(samples.consultation(newcomer, roles.author))
    wait_for(lambda: head.read_bytes() != before, 30, "a new head")
    tiles.rename(away)
    wait_alarm(served, "logUnreadable", "log_heads_refused")
    assert "cannot be read" in served.health()["components"]["promises"]["detail"]


def test_what_upkeep_cannot_do_is_told(demo: Demo, roles: Cast, served: Served) -> None:
    """Tables that are not there, or take nothing: time brings nothing, quotas are not kept, nobody can look."""
    served.start()
    served.health()

    def take_away() -> None:
        tamper(
            served,
            "custody",
            "ALTER TABLE due RENAME TO due_away",
            "CREATE TRIGGER full BEFORE INSERT ON quota_note BEGIN SELECT RAISE(ABORT, 'full'); END",
            "ALTER TABLE incident RENAME TO incident_away",
        )
        tamper(served, "host", "ALTER TABLE watched_log RENAME TO watched_log_away")

    restart(served, take_away)
    served.health()
    wait_alarm(served, "calendarFailed", 'upkeep_failing{part="calendar"}')
    wait_for(lambda: served.metrics().get("incident_looks_failed") == 1, LOOK, "the incidents not to be looked at")
    wait_for(lambda: served.metrics().get("promise_looks_failed") == 1, LOOK, "the promises not to be looked at")
    assert {each["level"] for each in logged(served, "lookFailed")} == {"error"}
    # Somebody whom he looked up never before counts against his quota.
    author(demo, roles, served).standing(nobody(roles.patient.root, 916))
    wait_alarm(served, "quotasFailed", 'upkeep_failing{part="quotas"}')


def test_what_time_brought_and_nobody_could_do_is_counted(served: Served) -> None:
    """An identifier that moves to a record that the host has not: it stays to be done."""
    served.start()
    served.health()
    moves = "INSERT INTO tag_move (tag, from_record, to_record) VALUES (randomblob(32), NULL, randomblob(16))"
    restart(served, lambda: tamper(served, "custody", moves))
    served.health()
    wait_alarm(served, "calendarTasksLeft", "calendar_tasks_left")


def with_desk(demo: Demo, served: Served, folder: Path, role: str, **keys: str) -> Desk:
    """A service with an operators' door, and the desk of one operator there."""
    port = free_port()
    file = folder / "operators.json"
    file.write_text(json.dumps({"operators": [{"certificate": str(cards(demo)[role]), "role": role}]}))
    served.start(operators_file=str(file), operators_port=port, **keys)
    served.health()
    desk = Desk(demo, served.binary, role)
    facts = json.loads(desk.file.read_text())
    facts |= {name: str((desk.file.parent / facts[name]).resolve()) for name in ("certificate", "key", "ca")}
    desk.file = folder / f"{role}.json"
    desk.file.write_text(json.dumps(facts | {"door": f"https://localhost:{port}"}))
    return desk


def test_a_term_that_has_passed_is_told(demo: Demo, served: Served, tmp_path: Path) -> None:
    """Of an incident that the authority, the state and those concerned should know of: one line each, and nothing of it."""
    desk = with_desk(demo, served, tmp_path, "support")
    known = (datetime.now(UTC) - timedelta(hours=80)).strftime("%Y-%m-%dT%H:%MZ")
    said = desk.run(
        "incident", "--known", known, "--risk", "high", "--gravity", "serious",
        typed=person({"nature": ["confidentiality"], "touched": "Sauvegarde du mois"}),
    )  # fmt: skip
    assert said.code == 0, said
    for duty in ("authority", "state", "persons"):
        wait_alarm(served, f"{duty}Overdue", f'incident_duties_overdue{{duty="{duty}"}}')
        assert served.metrics()[f'incident_duties_open{{duty="{duty}"}}'] == 1
    assert "Sauvegarde" not in (served.folder / "events.jsonl").read_text()


def test_a_letter_that_cannot_leave_is_told(demo: Demo, roles: Cast, served: Served, tmp_path: Path) -> None:
    """The printing house's folder is gone: the order is done, the letter waits, and the address is not named."""
    spool = tmp_path / "spool"
    desk = with_desk(demo, served, tmp_path, "registrar", messages_letters="spool", messages_folder=str(spool))
    shutil.rmtree(spool)
    spool.write_text("")
    newcomer = nobody(roles.patient.root, 915)
    traits = {
        "matricule": newcomer.ins, "family": "INJOIGNABLE", "given": ["Camille"], "birthDate": "1999-01-01", "sex": "F",
        "address": ["1 rue Basse", "99999 Nullepart"],
    }  # fmt: skip
    said = desk.run("invite", typed=person(traits))
    assert said.code == 0, said
    wait_for(lambda: logged(served, "letterFailed"), 30, "a line letterFailed")
    first = logged(served, "letterFailed")[0]
    assert first["level"] == "error" and first["reason"] == "folder"
    assert served.metrics()['message_tries_total{kind="letter",outcome="failed"}'] >= 1
    log = (served.folder / "events.jsonl").read_text()
    assert "rue Basse" not in log and "INJOIGNABLE" not in log and newcomer.ins not in log


def test_a_text_message_that_cannot_leave_is_told(demo: Demo, roles: Cast, served: Served) -> None:
    """Nobody at the gateway: the holder's telephone is not named."""
    served.start(
        policy_default="era2019",
        messages_sms="gateway",
        sms_url=f"https://localhost:{free_port()}/",
        sms_token="jeton",
    )
    served.health()
    there = elsewhere(demo, served)
    newcomer = nobody(roles.patient.root, 914, family="INJOIGNABLE", given="Camille")
    client(there, roles.author).create(newcomer, contact=Contact(phone="+33698765432"))
    client(there, roles.stranger).find(newcomer, purpose="bris_de_glace", reason="Inconscient")
    wait_for(lambda: logged(served, "textMessageFailed"), 30, "a line textMessageFailed")
    first = logged(served, "textMessageFailed")[0]
    assert first["level"] == "error" and first["reason"] == "unreachable"
    assert served.metrics()['message_tries_total{kind="sms",outcome="failed"}'] >= 1
    log = (served.folder / "events.jsonl").read_text()
    assert "98765432" not in log and newcomer.ins not in log


def own_keys(served: Served) -> bytes:
    """The key store as it is."""
    return (served.folder / "data/custody/keystore.json").read_bytes()


def test_a_copy_of_the_key_store_that_goes_away_is_told(served: Served, tmp_path: Path) -> None:
    """The folder of a copy goes away, as a disk does; once it is back the copy is written again."""
    disk = tmp_path / "disk"
    disk.mkdir()
    served.start(keys_copies=[str(disk)])
    served.health()
    wait_for(lambda: served.metrics().get("key_copies_behind") == 0, 60, "the first look at the keys")
    assert (disk / "keystore.json").read_bytes() == own_keys(served)
    disk.rename(tmp_path / "away")
    wait_alarm(served, "keyCopiesBehind", "key_copies_behind")
    keys = served.health()["components"]["keys"]
    assert keys["status"] == "degraded" and "a copy of the key store" in keys["detail"]
    disk.mkdir()
    wait_for(lambda: served.metrics()["key_copies_behind"] == 0, LOOK, "the copy to be written again")
    assert (disk / "keystore.json").read_bytes() == own_keys(served)


def test_a_turn_of_keys_that_cannot_be_is_told(served: Served, tmp_path: Path) -> None:
    """The calendar wants a new epoch and the disk takes none: it is late, and begins once it can."""
    disk = tmp_path / "disk"
    disk.mkdir()
    served.start(keys_epochDays=1, keys_copies=[str(disk)])
    served.health()
    wait_for(lambda: served.metrics().get("key_epoch") == 0, 60, "the first look at the keys")
    served.stop()
    tamper(served, "custody", "UPDATE key_epoch SET began = 0")
    blocked = disk / "keystore.json.new"
    blocked.mkdir()
    served.start(keys_epochDays=1, keys_copies=[str(disk)])
    served.health()
    wait_alarm(served, "keysFailed", 'upkeep_failing{part="keys"}')
    wait_alarm(served, "turnLate", 'key_delayed{what="turn"}')
    assert "a new epoch is overdue" in served.health()["components"]["keys"]["detail"]
    blocked.rmdir()
    wait_for(lambda: served.metrics()["key_epoch"] == 1, LOOK, "the epoch to begin")
    wait_for(lambda: served.metrics()['key_delayed{what="turn"}'] == 0, LOOK, "nothing to be late")
    assert (disk / "keystore.json").read_bytes() == own_keys(served)
    assert len(logged(served, "keysTurned")) == 1
    assert served.health()["components"]["keys"]["status"] == "ok"
