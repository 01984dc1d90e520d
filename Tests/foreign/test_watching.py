"""What `dmp serve` tells whoever watches it of a use that somebody should look at: that it is, and never whose."""

from __future__ import annotations

import json

from demo import Demo
from lps import client
from people import Cast, nobody
from served import Served, elsewhere


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
    lines = [json.loads(each) for each in log.splitlines()]
    assert [each["event"] for each in lines].count("manyEmergencies") == 1
    for secret in (roles.stranger.family, *(each.ins for each in patients)):
        assert secret not in log
