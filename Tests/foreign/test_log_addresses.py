"""What verifiers are given of the trace log: the newest under the addresses that always were, each year's under its own
(docs/operations.md, Watching)."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import requests
import samples
from demo import Demo
from people import Cast, nobody
from served import Served
from test_alarms import author
from waiting import wait_for


def test_each_years_log_has_an_address(demo: Demo, roles: Cast, served: Served) -> None:
    """Nothing before the first event but the key; then one log, of this year, under both kinds of address."""
    served.start(policy_default="era2019", trace_origin="trace.essai.example/1999/s00")
    served.health()

    def get(path: str, status: int = 200) -> str:
        answer = requests.get(f"http://127.0.0.1:{served.ports[2]}{path}", timeout=5)
        assert answer.status_code == status, (path, answer.status_code)
        return answer.text

    assert json.loads(get("/logs")) == [] and get("/checkpoint") == ""
    key = get("/log-key")
    assert get("/log-keys") == key
    newcomer = nobody(roles.patient.root, 941, family="JOURNAL", given="Camille")
    software = author(demo, roles, served)
    software.create(newcomer)
    wait_for(lambda: get("/checkpoint") or None, 30, "a head")
    # Whatever year the setting says; at the turn of one either may be.
    years = {datetime.now(UTC).year, int(key.split("/")[1])}
    [log] = json.loads(get("/logs"))
    year, name = log["year"], f"trace.essai.example/{log['year']}/s00"
    assert year in years and log["name"] == name and log["first"] == 0 and log["address"] == f"/logs/{year}", log
    assert get(f"{log['address']}/log-key") == get("/log-key") == get("/log-keys") == log["key"] + "\n"
    assert log["key"].startswith(name + "+")
    assert get(f"{log['address']}/checkpoint").startswith(name + "\n")
    # A key for promises is named once somebody is told one: whoever keeps a document.
    assert json.loads(get("/promise-keys")) == []
    software.authorize(newcomer)
    software.deposit(samples.consultation(newcomer, roles.author))
    notes = json.loads(get(f"{log['address']}/promise-keys"))
    assert notes and notes == json.loads(get("/promise-keys")) and notes[0].startswith(name + "\npromise-key\n")
    assert json.loads(get(f"{log['address']}/promise-keys?since=2999-01-01")) == []
    for path in ("/logs/1999/checkpoint", "/logs/x/log-key", f"/logs/{year}/tile"):
        get(path, 404)
