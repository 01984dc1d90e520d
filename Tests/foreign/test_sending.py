"""Messages that cannot leave `dmp serve`: whoever watches hears of it, and of nobody's address."""

from __future__ import annotations

import json
from typing import Any

from administration import Contact
from demo import Demo
from lps import client
from people import Cast, nobody
from served import Served, elsewhere, free_port
from waiting import wait_for

ADDRESS = "introuvable@essai.example"


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
