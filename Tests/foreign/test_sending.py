"""Messages that leave `dmp serve`, or cannot: whoever watches hears of it, and of nobody's address."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import samples
from administration import Contact
from demo import Demo
from lps import client
from people import Cast, nobody
from scriptless import Page, Visitor, same_words
from served import Served, elsewhere, free_port
from waiting import wait_for

ADDRESS = "introuvable@essai.example"
MAILBOX = "anne.roche@cabinet.courrier.example"
RELAY = Path(__file__).resolve().parents[1] / "MessagesTests/smtp_server.py"


def test_a_mail_server_that_is_down_is_seen_by_whoever_watches(demo: Demo, roles: Cast, served: Served) -> None:
    """A broken glass is told by e-mail; that it cannot be told stops no care, and is not silent."""
    served.start(
        policy_default="era2019",
        messages_emails="smtp",
        smtp_port=free_port(),
        smtp_security="plainOnLoopback",
    )
    assert served.health()["components"]["messages"]["status"] == "ok"
    there = elsewhere(demo, served)
    newcomers = [nobody(roles.patient.root, order, family="INJOIGNABLE", given="Camille") for order in (903, 904)]
    # One message that fails may be one person's address.
    for order, newcomer in enumerate(newcomers):
        client(there, roles.author).create(newcomer, contact=Contact(email=f"{order}{ADDRESS}"))
        found = client(there, roles.stranger).find(newcomer, purpose="bris_de_glace", reason="Inconscient")
        assert found.documents == []

    def degraded() -> dict[str, Any] | None:
        found = served.health()["components"]["messages"]
        return found if found["status"] == "degraded" else None

    told = wait_for(degraded, 30, "the failing mail server to be told")
    assert told["detail"] == "email fails (unreachable)"
    counted = served.metrics()
    assert counted['messages_failing{kind="email"}'] == 1
    assert counted['message_tries_total{kind="email",outcome="failed"}'] > 3
    # Nothing is given up yet, and whoever watches can tell that from a number that is missing.
    assert {counted[f'news_lost_total{{why="{why}"}}'] for why in ("givenUp", "withheld")} == {0}
    log = (served.folder / "events.jsonl").read_text()
    lines = [json.loads(each) for each in log.splitlines()]
    failed = [each for each in lines if each["event"] == "emailFailed"]
    assert len(failed) > 3 and {each["reason"] for each in failed} == {"unreachable"}
    for secret in (ADDRESS, newcomers[0].family, *(each.ins for each in newcomers)):
        assert secret not in log


def portal_of(demo: Demo, served: Served, outbox: Path) -> Demo:
    """The same people at the other service's portal, whose codes go to that folder."""
    there = elsewhere(demo, served)
    there.portal, there.outbox = f"https://localhost:{served.ports[0]}", outbox
    return there


def send(demo: Demo, roles: Cast, served: Served, outbox: Path, order: int) -> Page:
    """A holder sends a document of the record to a mailbox; the page that says what became of it."""
    there = portal_of(demo, served, outbox)
    newcomer = nobody(roles.patient.root, order, family="ENVOI", given="Camille")
    software = client(there, roles.author)
    address = f"camille{order}@essai.example"
    software.create(newcomer, contact=Contact(email=address))
    software.authorize(newcomer)
    document = samples.consultation(newcomer, roles.author)
    software.deposit(document)
    _, secret = software.access(newcomer, "createPatientAccess", ("EMAIL", address))
    visitor = Visitor(there)
    visitor.sign_in(replace(newcomer, email=address), secret)
    page = visitor.get(visitor.get("/documents").link(document.title))
    form = visitor.get(page.link("Envoyer par messagerie sécurisée"))
    checked = visitor.submit(form, "Vérifier avant d'envoyer", {"Adresse de messagerie sécurisée": MAILBOX})
    return visitor.submit(checked, "Envoyer ce document", {})


def relayed(served: Served, outbox: Path, port: int, **keys: Any) -> None:
    """A service whose codes go to a folder, and whose documents to a relay on this machine."""
    served.start(
        policy_default="era2019",
        messages_emails="outbox",
        messages_folder=str(outbox),
        messages_secureMail="smtp",
        secureMail_host="127.0.0.1",
        secureMail_port=port,
        secureMail_sender="dmp@operateur.example",
        secureMail_domains="courrier.example, autre.example",
        **keys,
    )
    served.health()


def test_a_relay_takes_a_document_by_the_keys_of_the_file(
    demo: Demo, roles: Cast, served: Served, tmp_path: Path
) -> None:
    """Known by its own authority alone, it asks for our certificate, and hears our name and our sender."""
    folder = tmp_path / "relay"
    folder.mkdir()
    relay = subprocess.Popen([sys.executable, str(RELAY), str(folder), "mutual"])
    try:
        port = int(wait_for(lambda: (folder / "port").exists() and (folder / "port").read_text(), 30, "the relay"))
        relayed(
            served,
            tmp_path / "outbox",
            port,
            secureMail_security="implicitTLS",
            secureMail_authorities=str(folder / "server.pem"),
            secureMail_certificate=str(folder / "server.pem"),
            secureMail_key=str(folder / "server.key"),
            secureMail_user="dmp",
            secureMail_password="mot de passe",
        )
        page = send(demo, roles, served, tmp_path / "outbox", 921)
        assert page.status == 200
        assert same_words("Le document est envoyé par messagerie sécurisée") in same_words(page.tree.text_content())
        taken = json.loads((folder / "message-1.json").read_text())
    finally:
        relay.terminate()
        relay.wait(30)
    assert taken["user"] == "dmp" and taken["tls"]
    assert taken["from"] == "dmp@operateur.example" and taken["to"] == [MAILBOX]
    assert served.metrics()['message_tries_total{kind="secureMail",outcome="taken"}'] == 1


def test_a_relay_that_is_down_is_seen_by_whoever_watches(
    demo: Demo, roles: Cast, served: Served, tmp_path: Path
) -> None:
    """The holder reads at once that it failed; the line names the reason and nobody's mailbox."""
    relayed(served, tmp_path / "outbox", free_port())
    page = send(demo, roles, served, tmp_path / "outbox", 922)
    assert page.status == 503
    assert same_words("la messagerie sécurisée ne l'a pas pris") in same_words(page.tree.text_content())
    assert served.metrics()['message_tries_total{kind="secureMail",outcome="failed"}'] == 1
    log = (served.folder / "events.jsonl").read_text()
    failed = [each for each in map(json.loads, log.splitlines()) if each["event"] == "secureMailFailed"]
    assert [(each["level"], each["reason"]) for each in failed] == [("error", "unreachable")]
    assert MAILBOX not in log
