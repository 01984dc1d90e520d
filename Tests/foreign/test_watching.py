"""What `dmp serve` tells whoever watches it of a use that somebody should look at: that it is, and never whose."""

from __future__ import annotations

import contextlib
import dataclasses
import json
from typing import Any

import messages
import names
from demo import Demo
from lps import client
from people import Cast, nobody
from served import Served, elsewhere
from soap import Fault


def logged(served: Served, event: str) -> list[dict[str, Any]]:
    """The lines of that event."""
    lines = (json.loads(each) for each in (served.folder / "events.jsonl").read_text().splitlines())
    return [each for each in lines if each["event"] == event]


def test_many_openings_in_emergencies_are_counted_and_logged(demo: Demo, roles: Cast, served: Served) -> None:
    """The sixth record within an hour is told of; nobody is kept waiting."""
    served.start()
    served.health()
    stranger = client(elsewhere(demo, served), roles.stranger)
    patients = [nobody(roles.patient.root, order) for order in range(910, 916)]
    uses = 'unusual_uses_total{what="manyEmergencies"}'
    for told, patient in zip([0, 0, 0, 0, 0, 1], patients, strict=True):
        assert not stranger.standing(patient, purpose="bris_de_glace", reason="Inconscient").found
        assert served.metrics()[uses] == told
    log = (served.folder / "events.jsonl").read_text()
    assert len(logged(served, "manyEmergencies")) == 1
    for secret in (roles.stranger.family, *(each.ins for each in patients)):
        assert secret not in log


def test_a_flood_of_refused_questions_does_not_fill_the_log(demo: Demo, roles: Cast, served: Served) -> None:
    """Somebody who walks along the register is refused each time: one line at the first, one a minute for the rest."""
    served.start()
    served.health()
    walker = client(elsewhere(demo, served), roles.stranger)
    first = 2_990_175_123_401
    for number in range(first, first + 20):
        patient = dataclasses.replace(nobody(roles.patient.root), ins=f"{number}{97 - number % 97:02}")
        with contextlib.suppress(Fault):
            walker.call("patients", names.ACTION_PATIENT, messages.existence(patient), patient)
    refused = served.metrics()['unusual_uses_total{what="quotaExceeded"}']
    assert refused >= 15
    assert "count" not in logged(served, "quotaExceeded")[0]
    served.stop()
    lines = logged(served, "quotaExceeded")
    assert 2 <= len(lines) < refused / 3
    assert sum(each.get("count", 1) for each in lines) == refused
