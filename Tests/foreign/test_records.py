"""The life of a record as professionals take part in it, TD1.1 to TD1.5 (interop §2.7)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

import codes
import samples
from administration import Change, Contact, Refused, Wishes
from demo import Demo, Patient
from lps import Client, client
from names import NAMESPACES
from people import Cast, cast, nobody
from registry import RegistryError
from serving import Server, binary_under_test
from soap import Fault

_orders = itertools.count(101)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """A demonstration of its own, under the rules of 2019: those of today leave these acts to the patient."""
    binary = binary_under_test()
    if binary is None:
        pytest.skip("DMP_BINARY is not set")
    server = Server(binary, tmp_path_factory.mktemp("era") / "data", policy_set="era2019")
    yield server.start()
    server.stop()


@pytest.fixture(scope="module")
def roles(demo: Demo) -> Cast:
    """Who plays which part in it."""
    return cast(demo)


@pytest.fixture(scope="module")
def author(demo: Demo, roles: Cast) -> Client:
    """Who opens and closes records."""
    return client(demo, roles.author)


@pytest.fixture(scope="module")
def colleague(demo: Demo, roles: Cast) -> Client:
    """Another physician."""
    return client(demo, roles.colleague)


@pytest.fixture
def newcomer(roles: Cast) -> Patient:
    """Somebody without a record; another one for each test."""
    order = next(_orders)
    return nobody(roles.patient.root, order, family=f"NOUVELLE{order}", given="Camille")


@pytest.fixture
def opened(author: Client, newcomer: Patient) -> Patient:
    """A record that a professional opened and may read."""
    author.create(newcomer)
    author.authorize(newcomer)
    return newcomer


def codes_of(refusal: pytest.ExceptionInfo[Refused]) -> list[str]:
    """The codes of a refusal, whose sentences carry the correlation."""
    assert all("[" in each for each in refusal.value.texts)
    return refusal.value.codes


def observation(body: object, code: str) -> str | None:
    """The value of a yes-or-no observation."""
    path = f".//hl7:administrativeObservation[hl7:code/@code='{code}']/hl7:value/@value"
    found = body.xpath(path, namespaces=NAMESPACES)  # type: ignore[attr-defined]
    return str(found[0]) if found else None


def contact_of(software: Client, patient: Patient) -> Contact:
    """How the patient is reached, as TD1.3a tells it: a change of data holds the whole person."""
    values = software.administrative(patient).xpath("//hl7:patientPerson/hl7:telecom/@value", namespaces=NAMESPACES)
    told = {str(each).partition(":")[0]: str(each).partition(":")[2] for each in values}
    return Contact(email=told.get("mailto"), phone=told.get("tel"))


# TD1.1


def test_a_record_is_opened_with_consent_and_fed(author: Client, newcomer: Patient) -> None:
    assert not author.standing(newcomer).found
    author.create(newcomer, contact=Contact(email="camille@essai.example"))
    standing = author.standing(newcomer)
    assert standing.found and standing.status == "active"
    author.authorize(newcomer)
    document = samples.consultation(newcomer, author.person)
    author.deposit(document)
    assert author.retrieve(newcomer, document.unique_id)[document.unique_id] == document.xml


@pytest.mark.parametrize("consent", [False, None])
def test_nothing_is_opened_without_consent(author: Client, newcomer: Patient, consent: bool | None) -> None:
    """EX_1.1-1010: no consent, no creation."""
    with pytest.raises(Refused) as refusal:
        author.create(newcomer, consent=consent)
    assert codes_of(refusal) == [codes.ACCESS_DENIED]
    assert not author.standing(newcomer).found


def test_a_record_is_not_opened_twice(author: Client, opened: Patient) -> None:
    with pytest.raises(Refused) as refusal:
        author.create(opened)
    assert codes_of(refusal) == [codes.FOUND]


def test_the_wishes_stated_at_opening_hold_from_the_first_day(
    author: Client, demo: Demo, roles: Cast, newcomer: Patient
) -> None:
    """The two objections are independent: oppose one, not the other."""
    author.create(newcomer, wishes=Wishes(against_break_glass=True, against_regulation=False))
    told = author.administrative(newcomer)
    assert observation(told, "OPPOSITION_BRIS_DE_GLACE") == "true"
    assert observation(told, "OPPOSITION_ACCES_URGENCE") == "false"
    stranger = client(demo, roles.stranger)
    with pytest.raises(RegistryError) as refusal:
        stranger.find(newcomer, purpose="bris_de_glace", reason="Patient inconscient")
    assert set(refusal.value.codes) == {codes.XDS_ACCESS_DENIED}
    regulator = client(demo, roles.regulator)
    assert regulator.find(newcomer, purpose="centre_15").documents == []


def test_the_author_of_the_message_is_the_one_of_the_assertion(
    author: Client, colleague: Client, newcomer: Patient
) -> None:
    with pytest.raises(Refused) as refusal:
        author.change(Change("CREA_RD", newcomer, colleague.person, author.place, Wishes(opening=True)))
    assert codes_of(refusal) == [codes.OTHER_AUTHOR]


def test_a_creation_without_traits_is_no_message(author: Client, newcomer: Patient) -> None:
    with pytest.raises(Fault) as refusal:
        author.create(newcomer, with_person=False)
    assert refusal.value.subcode == codes.INVALID_MESSAGE


# TD1.3


def test_administrative_data_are_changed(author: Client, opened: Patient) -> None:
    contact = Contact("camille@essai.example", "0600000042", ("4 rue de l'Essai",), "21000", "DIJON")
    author.modify(opened, Wishes(against_break_glass=True), contact)
    told = author.administrative(opened)
    assert observation(told, "OPPOSITION_BRIS_DE_GLACE") == "true"
    assert "DIJON" in "".join(told.itertext())
    author.modify(opened, Wishes(against_break_glass=False), contact)
    assert observation(author.administrative(opened), "OPPOSITION_BRIS_DE_GLACE") == "false"


def test_a_stranger_changes_closes_and_renews_nothing(demo: Demo, roles: Cast, opened: Patient) -> None:
    """A card alone administers nobody's record, and a leave that its bearer declared opens no account."""
    stranger = client(demo, roles.stranger)
    for attempt in (
        lambda: stranger.modify(opened, Wishes(against_break_glass=False)),
        lambda: stranger.close(opened),
        lambda: stranger.access(opened, "createPatientAccess", ("EMAIL", "voleur@essai.example")),
    ):
        with pytest.raises(Refused) as refusal:
            attempt()
        assert codes_of(refusal) == [codes.ACCESS_DENIED]
    stranger.authorize(opened)
    with pytest.raises(Refused) as account:
        stranger.access(opened, "createPatientAccess", ("EMAIL", "voleur@essai.example"))
    assert codes_of(account) == [codes.ACCESS_DENIED]


# TD1.4, TD1.2


def test_a_record_is_closed_read_no_more_and_opened_again_with_all_it_held(author: Client, opened: Patient) -> None:
    """Access and life cycle § 4, CSP R1111-36."""
    document = samples.consultation(opened, author.person)
    author.deposit(document)
    author.close(opened, text="À sa demande")
    standing = author.standing(opened)
    assert standing.found and standing.status == "terminated"
    with pytest.raises(RegistryError):
        author.find(opened)
    with pytest.raises(Refused) as again:
        author.close(opened)
    assert codes_of(again) == [codes.CLOSED]
    with pytest.raises(Refused) as silent:
        author.reactivate(opened, consent=False)
    assert codes_of(silent) == [codes.ACCESS_DENIED]
    author.reactivate(opened)
    assert author.standing(opened).status == "active"
    author.authorize(opened)
    assert author.retrieve(opened, document.unique_id)[document.unique_id] == document.xml


def test_an_unknown_reason_closes_nothing(author: Client, opened: Patient) -> None:
    with pytest.raises(Refused) as refusal:
        author.close(opened, code="FERMETURE_POUR_RIEN")
    assert codes_of(refusal) == [codes.INVALID_REASON]
    assert author.standing(opened).status == "active"


def test_a_professional_declares_nobody_dead(author: Client, opened: Patient) -> None:
    """A death is the operator's to record."""
    with pytest.raises(Refused) as refusal:
        author.close(opened, code="FERMETURE_DECES")
    assert codes_of(refusal) == [codes.INVALID_REASON]
    assert author.standing(opened).status == "active"


@pytest.mark.parametrize("verb", ["close", "reactivate", "modify"])
def test_a_record_that_does_not_stand_is_neither_closed_nor_changed(
    author: Client, newcomer: Patient, verb: str
) -> None:
    with pytest.raises(Refused) as refusal:
        getattr(author, verb)(newcomer)
    assert codes_of(refusal) == [codes.UNKNOWN_PATIENT_STATUS]


# TD1.5


def test_the_patient_gets_an_access_once_and_new_secrets_afterwards(author: Client, opened: Patient) -> None:
    login, secret = author.access(opened, "createPatientAccess", ("EMAIL", "camille@essai.example"))
    assert login and secret
    with pytest.raises(Refused) as refusal:
        author.access(opened, "createPatientAccess", ("EMAIL", "camille@essai.example"))
    assert codes_of(refusal) == [codes.ACCESS_EXISTS]
    again, other = author.access(opened, "updatePatientAccess")
    assert again == login and other != secret
    assert author.access(opened, "patientOTPUpdate", ("SMS", "0600000043"), "AJOUT") == ("", "")


def test_each_objection_closes_its_own_door(author: Client, demo: Demo, roles: Cast) -> None:
    """The patient objects to one emergency and not to the other, then to neither.

    Access and life cycle § 3.4, CSP L1111-17 I, EX_1.1-1050.
    """
    patient = roles.other_patient
    author.authorize(patient)
    contact = contact_of(author, patient)
    stranger, regulator = client(demo, roles.stranger), client(demo, roles.regulator)
    try:
        author.modify(patient, Wishes(against_break_glass=True, against_regulation=False), contact)
        with pytest.raises(RegistryError) as broken:
            stranger.find(patient, purpose="bris_de_glace", reason="Patient inconscient")
        assert set(broken.value.codes) == {codes.XDS_ACCESS_DENIED}
        regulator.find(patient, purpose="centre_15")
        author.modify(patient, Wishes(against_break_glass=False, against_regulation=True), contact)
        stranger.find(patient, purpose="bris_de_glace", reason="Patient inconscient")
        with pytest.raises(RegistryError) as called:
            regulator.find(patient, purpose="centre_15")
        assert set(called.value.codes) == {codes.XDS_ACCESS_DENIED}
    finally:
        author.modify(patient, Wishes(against_break_glass=False, against_regulation=False), contact)
        author.authorize(patient, "SUPPRESSION")
