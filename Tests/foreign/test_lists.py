"""Which records are mine, and who has these traits: TD0.4 and TD0.5 (interop §2.5, §2.6)."""

from __future__ import annotations

import datetime

import pytest

import codes
import samples
from administration import Refused
from demo import Demo
from lps import Client, client, through_structure
from people import Cast
from soap import Fault

YESTERDAY = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=1)
TOMORROW = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=1)


# TD0.4


def test_the_list_names_the_records_that_i_am_authorised_on(author: Client, roles: Cast) -> None:
    listed = author.my_patients(YESTERDAY, "LASTAUTORIZATION")
    mine = [each for each in listed if roles.patient.ins in each.ins]
    assert len(mine) == 1
    assert mine[0].birth == roles.patient.birth_date.replace("-", "")
    assert not mine[0].treating


def test_a_new_document_puts_a_record_on_the_list(author: Client, roles: Cast) -> None:
    author.deposit(samples.consultation(roles.patient, roles.author))
    listed = author.my_patients(YESTERDAY, "LASTDOC")
    assert [each.last_add for each in listed if roles.patient.ins in each.ins][0]


def test_what_is_older_than_the_date_is_not_on_the_list(author: Client) -> None:
    assert author.my_patients(TOMORROW, "LASTDOC") == []
    assert author.my_patients(TOMORROW, "LASTAUTORIZATION") == []


def test_a_record_leaves_the_list_with_the_authorisation(demo: Demo, roles: Cast) -> None:
    nurse = client(demo, roles.nurse)
    nurse.authorize(roles.other_patient)
    assert any(roles.other_patient.ins in each.ins for each in nurse.my_patients(YESTERDAY, "LASTAUTORIZATION"))
    nurse.authorize(roles.other_patient, "SUPPRESSION")
    assert not any(roles.other_patient.ins in each.ins for each in nurse.my_patients(YESTERDAY, "LASTAUTORIZATION"))


def test_a_treating_physician_is_named_as_such(colleague: Client, roles: Cast) -> None:
    colleague.authorize(roles.other_patient, treating=True)
    listed = colleague.my_patients(YESTERDAY, "LASTAUTORIZATION")
    assert [each.treating for each in listed if roles.other_patient.ins in each.ins] == [True]
    colleague.authorize(roles.other_patient, "SUPPRESSION", treating=True)
    colleague.authorize(roles.other_patient, "SUPPRESSION")


def test_only_a_physician_becomes_treating_physician(demo: Demo, roles: Cast) -> None:
    """CSP L1111-16: a physician; nobody else by saying so."""
    nurse = client(demo, roles.nurse)
    status, _ = nurse.authorize(roles.other_patient, treating=True)
    assert status == codes.ACCESS_DENIED
    assert not any(roles.other_patient.ins in each.ins for each in nurse.my_patients(YESTERDAY, "LASTAUTORIZATION"))


def test_an_employee_lists_a_colleague_of_the_same_structure(demo: Demo, roles: Cast) -> None:
    """Interop §2.12: own structure's professionals; everybody else's list is one refusal."""
    place = roles.hospital.national_id
    secretary = next(
        each for each in demo.professionals if "/" in each.national_id and each.structure.national_id == place
    )
    assert roles.employee.structure.national_id == place
    client(demo, roles.employee).authorize(roles.other_patient)
    desk = client(demo, secretary)
    listed = desk.my_patients(YESTERDAY, "LASTAUTORIZATION", roles.employee.national_id)
    assert any(roles.other_patient.ins in each.ins for each in listed)
    texts = set()
    for owner in (roles.nurse.national_id, "899900000995"):
        with pytest.raises(Refused) as refusal:
            desk.my_patients(YESTERDAY, "LASTAUTORIZATION", owner)
        assert refusal.value.codes == [codes.ACCESS_DENIED]
        texts.add(refusal.value.texts[0].rpartition("[")[0])
    assert len(texts) == 1
    client(demo, roles.employee).authorize(roles.other_patient, "SUPPRESSION")


def test_a_structure_learns_of_new_authorisations_alone(demo: Demo, roles: Cast) -> None:
    """Interop §2.12: new authorisations by date in normal mode, nothing in regulation."""
    through = through_structure(demo, roles.hospital, roles.employee)
    through.my_patients(YESTERDAY, "LASTAUTORIZATION")
    with pytest.raises(Refused) as refusal:
        through.my_patients(YESTERDAY, "LASTDOC")
    assert refusal.value.codes == [codes.ACCESS_DENIED]
    assert refusal.value.texts[0].startswith("dateType")


# TD0.5


def test_a_regulation_centre_finds_a_patient_by_the_traits(demo: Demo, roles: Cast) -> None:
    regulator = client(demo, roles.regulator)
    patient = roles.patient
    found = regulator.search(patient.family, given=patient.given, birth=patient.birth_date.replace("-", ""))
    mine = [each for each in found if patient.ins in each.ins]
    assert len(mine) == 1
    assert mine[0].percentage is not None and 0 < mine[0].percentage <= 100
    assert mine[0].against_regulation is not None


def test_nobody_is_found_under_traits_that_nobody_has(demo: Demo, roles: Cast) -> None:
    regulator = client(demo, roles.regulator)
    assert regulator.search("XYLOPHONE", given="Aucun", birth="19010101") == []


def test_a_beginning_finds_where_it_is_marked_as_one(demo: Demo, roles: Cast) -> None:
    """Interop §2.6, partial match."""
    regulator = client(demo, roles.regulator)
    patient = roles.patient
    birth = patient.birth_date.replace("-", "")
    found = regulator.search(patient.family[:4], given=patient.given[:2], birth=birth, partial=True)
    assert any(patient.ins in each.ins for each in found)
    assert regulator.search(patient.family[:4], birth=birth) == []
    assert regulator.search(patient.family[:4] + "XYZ", birth=birth, partial=True) == []
    for least in ({"family": patient.family[:2], "birth": birth}, {"family": patient.family}):
        with pytest.raises(Refused) as refusal:
            regulator.search(**least, partial=True)
        assert refusal.value.codes == [codes.TOO_MANY_PATIENTS]


@pytest.mark.parametrize("purpose", ["normal", "bris_de_glace"])
def test_only_a_regulation_centre_searches_by_traits(author: Client, roles: Cast, purpose: str) -> None:
    """Interop §2.12: TD0.5 in the mode of regulation only; the refusal is the same whether or not the traits find."""
    texts = set()
    for family in (roles.patient.family, "XYLOPHONE"):
        with pytest.raises((Refused, Fault)) as refusal:
            author.search(family, purpose=purpose)
        if isinstance(refusal.value, Refused):
            assert refusal.value.codes == [codes.ACCESS_DENIED]
            texts.add(refusal.value.texts[0].rpartition("[")[0])
        else:
            texts.add(refusal.value.subcode or "")
    assert len(texts) == 1
