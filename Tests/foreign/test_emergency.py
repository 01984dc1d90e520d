"""Two emergencies as stories: a glass broken at night, and a call to the regulation centre (interop §3.4)."""

from __future__ import annotations

from dataclasses import replace

import pytest

import administration
import codes
import samples
from demo import Demo
from ebrim import Entry
from lps import Client, client
from people import Cast
from registry import RegistryError
from soap import Fault
from waiting import wait_for

REASON = "Patient inconscient, urgence vitale"


def test_a_glass_broken_at_night_and_the_morning_after(author: Client, demo: Demo, roles: Cast) -> None:
    patient = roles.patient
    document = samples.consultation(patient, roles.author)
    hidden = samples.consultation(patient, roles.author)
    author.deposit(document)
    author.deposit(Entry(hidden, masked=True))
    stranger = client(demo, roles.stranger)

    # At night: nothing in normal mode, nothing without a reason.
    with pytest.raises(RegistryError) as normal:
        stranger.find(patient)
    assert set(normal.value.codes) == {codes.XDS_ACCESS_DENIED}
    for reason in (None, " "):
        with pytest.raises((Fault, RegistryError)):
            stranger.find(patient, purpose="bris_de_glace", reason=reason)

    # With one, what is not masked, byte for byte.
    seen = demo.seen()
    found = stranger.find(patient, purpose="bris_de_glace", reason=REASON)
    entry = found.by_unique_id(document.unique_id)
    assert entry is not None
    assert found.by_unique_id(hidden.unique_id) is None
    octets = stranger.retrieve(patient, document.unique_id, purpose="bris_de_glace", reason=REASON)
    assert octets == {document.unique_id: document.xml}
    with pytest.raises(RegistryError) as masked:
        stranger.retrieve(patient, hidden.unique_id, purpose="bris_de_glace", reason=REASON)
    assert masked.value.codes == [codes.XDS_UNKNOWN_DOCUMENT]

    # Nothing else is changed under it.
    with pytest.raises(RegistryError) as change:
        stranger.change_all(patient, (entry, "MASQUE_PS", True), purpose="bris_de_glace", reason=REASON)
    assert set(change.value.codes) == {codes.XDS_ACCESS_DENIED}

    # In the morning: the patient has been told, and the door is shut again.
    def told() -> bool:
        return any(each.path not in seen and each.is_to(patient) for each in demo.messages())

    wait_for(told, 15, "the patient to be told of the broken glass")
    with pytest.raises(RegistryError):
        stranger.find(patient)
    assert stranger.standing(patient).authorization == "NON_EXISTE"
    author.mask(patient, author.get(patient, hidden.unique_id), masked=False)  # type: ignore[arg-type]


def test_a_call_to_the_regulation_centre(author: Client, demo: Demo, roles: Cast) -> None:
    patient = roles.patient
    document = samples.consultation(patient, roles.author)
    author.deposit(document)
    regulator = client(demo, roles.regulator)
    # The caller knows a name and a birthday.
    found = regulator.search(patient.family, given=patient.given, birth=patient.birth_date.replace("-", ""))
    assert any(patient.ins in each.ins for each in found)
    with pytest.raises(RegistryError):
        regulator.find(patient)
    listed = regulator.find(patient, purpose="centre_15")
    assert listed.by_unique_id(document.unique_id) is not None
    octets = regulator.retrieve(patient, document.unique_id, purpose="centre_15")
    assert octets == {document.unique_id: document.xml}
    # Another physician does not become a regulator by saying so: the operator knows the centres.
    for other in (roles.author, roles.stranger):
        with pytest.raises(RegistryError) as claimed:
            client(demo, other).find(patient, purpose="centre_15")
        assert set(claimed.value.codes) == {codes.XDS_ACCESS_DENIED}
        with pytest.raises(administration.Refused) as search:
            client(demo, other).search(patient.family, given=patient.given)
        assert search.value.codes == [codes.ACCESS_DENIED]
    # Nor by naming the centre: a card acts where its holder works.
    for purpose in ("centre_15", "normal"):
        elsewhere = replace(client(demo, roles.nurse), person=replace(roles.nurse, structure=roles.regulator.structure))
        with pytest.raises(Fault) as foreign:
            elsewhere.find(patient, purpose=purpose)
        assert foreign.value.subcode == codes.INVALID_STRUCTURE
    with pytest.raises(administration.Refused) as refusal:
        client(demo, roles.nurse).search(patient.family, purpose="normal")
    assert refusal.value.codes == [codes.ACCESS_DENIED]
