"""An operator's own set of rules under `dmp serve`: validated at the start, carried by new records (issue 3, part 1)."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from administration import Refused
from demo import Demo
from lps import client
from people import Cast, nobody
from served import Served, elsewhere

DOCS = Path(__file__).resolve().parents[2] / "docs"
SHIPPED = Path(__file__).resolve().parents[2] / "Sources/AccessRules/Resources/policies"


def house(**changes: Any) -> dict[str, Any]:
    """The set of 2019 under another name, with other values."""
    rules = json.loads((SHIPPED / "era2019.json").read_text())
    rules["id"], rules["version"] = "house", 3
    for key, value in changes.items():
        rules["keys"][key]["value"] = value
    return rules  # type: ignore[no-any-return]


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
        ({"services_audiences": ["https://dmp.example", ""]}, "services.audiences"),
        ({"legacy_lotSignaturesUntil": "31/12/2027"}, "legacy.lotSignaturesUntil must be a day"),
        ({"legacy_lotSignaturesUntil": "2027-02-30"}, "legacy.lotSignaturesUntil must be a day"),
        ({"messages_letters": "spool"}, "messages.letters needs a folder"),
        ({"messages_letters": "spool", "messages_folder": "/dev/null/letters"}, "messages.folder is /dev/null/letters"),
        ({"messages_letters": "spool", "messages_folder": "/dev/null"}, "messages.folder is /dev/null"),
        ({"messages_letters": "smtp"}, "messages.letters: give one of spool, outbox, none"),
        ({"messages_emails": "outbox"}, "messages.emails needs a folder"),
        ({"messages_emails": "spool"}, "messages.emails: give one of smtp, outbox, none"),
        ({"messages_emails": "smtp", "smtp_sender": "personne"}, "smtp.sender"),
        ({"messages_emails": "smtp", "smtp_host": "mail.example", "smtp_security": "plainOnLoopback"}, "smtp.host"),
        ({"messages_emails": "smtp", "smtp_key": "/dev/null"}, "smtp.certificate is empty beside smtp.key"),
        ({"messages_emails": "smtp", "smtp_authorities": "/nowhere.pem"}, "cannot read /nowhere.pem"),
        ({"messages_secureMail": "outbox"}, "messages.secureMail needs a folder"),
        ({"messages_secureMail": "spool"}, "messages.secureMail: give one of smtp, outbox, none"),
        ({"messages_secureMail": "smtp"}, "secureMail.host"),
        ({"messages_secureMail": "smtp", "secureMail_host": "a.example", "secureMail_sender": "x"}, "secureMail.sender"),
        ({"messages_secureMail": "smtp", "secureMail_domains": "mssante"}, "secureMail.domains names no domain"),
        ({"messages_secureMail": "smtp", "secureMail_domains": "mssante.fr,"}, "secureMail.domains names no domain"),
        (
            {"messages_secureMail": "smtp", "secureMail_host": "a.example", "secureMail_key": "/dev/null"},
            "secureMail.certificate is empty beside secureMail.key",
        ),
        (
            {"messages_secureMail": "smtp", "secureMail_host": "a.example", "secureMail_authorities": "/nowhere.pem"},
            "cannot read /nowhere.pem",
        ),
        ({"messages_sms": "smtp"}, "messages.sms: give one of gateway, outbox, none"),
        ({"messages_sms": "gateway"}, "sms.url"),
        ({"messages_sms": "gateway", "sms_url": "ftp://sms.example/"}, "sms.url"),
        ({"messages_sms": "gateway", "sms_url": "https://sms.example/"}, "sms.token"),
        *(
            ({"domain": "production", f"messages_{kind}": "outbox", "messages_folder": "/tmp"}, f"messages.{kind}")
            for kind in ("letters", "emails", "sms", "secureMail")
        ),
        ({"domain": "production", "deposit_unsignedLots": "accepted"}, "deposit.unsignedLots"),
        ({"domain": "production", "deposit_contentCheck": "lenient"}, "deposit.contentCheck"),
        ({"domain": "production", "messages_emails": "smtp"}, "smtp.sender is an example's address"),
        ({"domain": "production", "messages_secureMail": "smtp"}, "secureMail.sender is an example's address"),
    ],
)
def test_what_is_not_there_stops_the_start(served: Served, keys: dict[str, Any], word: str) -> None:
    """A default that no set has, files that are not there, a key that does not exist, a service without a voice.

    Messages that could never leave, and what rehearsals alone may do.
    """
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
