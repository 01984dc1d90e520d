"""The walks of a practice software, each transaction against the running server (interop §2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

import codes
import names
import samples
from demo import Demo
from ebrim import Entry
from lps import Client, client, through_structure
from people import Cast
from registry import RegistryError, quoted
from soap import Fault


def codes_of(error: pytest.ExceptionInfo[RegistryError]) -> set[str]:
    """The distinct codes of a refusal."""
    return set(error.value.codes)


@pytest.fixture
def unmasked_again(author: Client, roles: Cast) -> Iterator[list[str]]:
    """Documents masked by a test are shown again after it."""
    masked: list[str] = []
    yield masked
    for unique_id in masked:
        found = author.get(roles.patient, unique_id)
        if found and "MASQUE_PS" in found.confidentiality:
            author.mask(roles.patient, found, masked=False)


# TD0.2, TD0.3, TD1.6 (interop §2.4, §2.5).


def test_existence_says_that_the_record_is_open_and_that_i_am_not_authorised(stranger: Client, roles: Cast) -> None:
    standing = stranger.standing(roles.patient)
    assert standing.found
    assert standing.status == "active"
    assert standing.authorization == "NON_EXISTE"
    assert standing.treating in ("false", None)


def test_existence_says_nothing_stands_under_an_unknown_identifier(author: Client, roles: Cast) -> None:
    standing = author.standing(roles.unknown_patient)
    assert not standing.found
    assert standing.status is None


def test_authorising_is_idempotent_and_ends_when_removed(demo: Demo, roles: Cast) -> None:
    nurse = client(demo, roles.nurse)
    first = nurse.authorize(roles.patient)
    again = nurse.authorize(roles.patient)
    assert first[0].lower() == again[0].lower() == "dmpok"
    assert again[1], "a context text says that nothing was done"
    assert nurse.standing(roles.patient).authorization == "VALIDE"
    assert nurse.authorize(roles.patient, "SUPPRESSION")[0].lower() == "dmpok"
    assert nurse.standing(roles.patient).authorization == "NON_EXISTE"


def test_becoming_and_ceasing_to_be_the_treating_physician_keeps_the_authorisation(
    colleague: Client, roles: Cast
) -> None:
    """Access and life cycle § 3.3, TD0.3."""
    assert colleague.authorize(roles.other_patient, treating=True)[0].lower() == "dmpok"
    assert colleague.standing(roles.other_patient).treating == "true"
    assert colleague.authorize(roles.other_patient, "SUPPRESSION", treating=True)[0].lower() == "dmpok"
    standing = colleague.standing(roles.other_patient)
    assert standing.treating in ("false", None)
    assert standing.authorization == "VALIDE"
    colleague.authorize(roles.other_patient, "SUPPRESSION")


def test_the_list_of_authorisations_names_me(author: Client, roles: Cast) -> None:
    lines = author.authorizations(roles.patient, "ACTIVE")
    assert roles.author.national_id in {each.national_id for each in lines}


# Feeding and reading (interop §2.8, §2.9, §5.2 – §5.6).


def test_a_lot_of_three_documents_is_listed_and_reads_back_byte_for_byte(author: Client, roles: Cast) -> None:
    documents = [make(roles.patient, roles.author) for make in (samples.consultation, samples.letter, samples.summary)]
    author.deposit(*documents)
    listed = author.find(roles.patient)
    for each in documents:
        found = listed.by_unique_id(each.unique_id)
        assert found is not None
        assert found.title == each.title
        assert found.status == names.APPROVED
        assert found.codes(names.ENTRY_KIND) == [each.kind.code]
        assert found.codes(names.ENTRY_CLASS) == [each.kind.class_code]
        assert found.codes(names.ENTRY_FORMAT) == [each.kind.format_code]
        assert found.slot("size") == str(len(each.xml))
        assert found.slot("repositoryUniqueId") == names.REPOSITORY
    octets = author.retrieve(roles.patient, *(each.unique_id for each in documents))
    assert octets == {each.unique_id: each.xml for each in documents}


def test_a_document_with_claimed_size_and_hash_is_taken_when_they_are_right(author: Client, roles: Cast) -> None:
    document = samples.consultation(roles.patient, roles.author)
    author.deposit(Entry(document, claim_size_and_hash=True))
    assert author.get(roles.patient, document.unique_id) is not None


def test_feeding_needs_no_authorisation(stranger: Client, roles: Cast) -> None:
    """Access and life cycle § 3.1, CSP R1111-47."""
    stranger.deposit(samples.consultation(roles.patient, roles.stranger))


def test_the_same_lot_sent_twice_is_kept_once(author: Client, roles: Cast) -> None:
    document = samples.consultation(roles.patient, roles.author)
    author.deposit(document)
    author.deposit(document)
    listed = [e for e in author.find(roles.patient).documents if e.unique_id == document.unique_id]
    assert len(listed) == 1


def test_a_replacement_deprecates_and_keeps_the_lineage(author: Client, roles: Cast) -> None:
    """Access and life cycle § 3.6."""
    first = samples.summary(roles.patient, roles.author)
    author.deposit(first)
    old = author.get(roles.patient, first.unique_id)
    assert old is not None
    second = first.next_version(title=first.title + " bis")
    author.deposit(Entry(second, replaces_entry=old.entry_uuid))
    assert author.find(roles.patient).by_unique_id(first.unique_id) is None
    deprecated = author.find(roles.patient, names.DEPRECATED).by_unique_id(first.unique_id)
    assert deprecated is not None and deprecated.status == names.DEPRECATED
    assert deprecated.entry_uuid == old.entry_uuid, "what replaces it changes its status alone (interop §2.9)"
    new = author.get(roles.patient, second.unique_id)
    assert new is not None
    related = author.query(
        roles.patient, "GetDocumentsAndAssociations", {"$XDSDocumentEntryUniqueId": quoted(second.unique_id)}
    )
    assert (names.REPLACES, new.entry_uuid, deprecated.entry_uuid) in related.associations
    assert author.retrieve(roles.patient, first.unique_id)[first.unique_id] == first.xml


# Masking and deleting (interop §2.9, §2.12, §4.4).


def test_a_masked_document_is_gone_for_others_and_there_for_its_author(
    author: Client, colleague: Client, roles: Cast, unmasked_again: list[str]
) -> None:
    document = samples.consultation(roles.patient, roles.author)
    author.deposit(document)
    assert colleague.get(roles.patient, document.unique_id) is not None
    before = author.get(roles.patient, document.unique_id)
    assert before is not None
    unmasked_again.append(document.unique_id)
    author.mask(roles.patient, before)

    assert colleague.find(roles.patient).by_unique_id(document.unique_id) is None
    assert colleague.get(roles.patient, document.unique_id) is None
    with pytest.raises(RegistryError) as refusal:
        colleague.retrieve(roles.patient, document.unique_id)
    assert codes_of(refusal) == {codes.XDS_UNKNOWN_DOCUMENT}

    after = author.get(roles.patient, document.unique_id)
    assert after is not None and "MASQUE_PS" in after.confidentiality
    assert after.logical_id == before.logical_id
    assert after.entry_uuid != before.entry_uuid, "a metadata update gives a new entryUUID (interop §4.3)"
    assert author.retrieve(roles.patient, document.unique_id)[document.unique_id] == document.xml

    author.mask(roles.patient, after, masked=False)
    assert colleague.get(roles.patient, document.unique_id) is not None


def test_what_is_masked_answers_as_what_never_existed(author: Client, colleague: Client, roles: Cast) -> None:
    document = samples.consultation(roles.patient, roles.author)
    author.deposit(Entry(document, masked=True))
    with pytest.raises(RegistryError) as masked:
        colleague.retrieve(roles.patient, document.unique_id)
    with pytest.raises(RegistryError) as absent:
        colleague.retrieve(roles.patient, document.unique_id + "9")
    assert masked.value.codes == absent.value.codes == [codes.XDS_UNKNOWN_DOCUMENT]
    assert len(masked.value.contexts[0]) == len(absent.value.contexts[0])


def test_deleting_is_for_the_author_alone_and_takes_the_document_out_of_sight(
    author: Client, colleague: Client, roles: Cast
) -> None:
    """Access and life cycle § 3.6, PDT-INF-526; TD3.3c."""
    document = samples.consultation(roles.patient, roles.author)
    author.deposit(document)
    found = colleague.get(roles.patient, document.unique_id)
    assert found is not None
    with pytest.raises(RegistryError) as refusal:
        colleague.delete(roles.patient, found)
    assert codes_of(refusal) == {codes.XDS_ACCESS_DENIED}
    author.delete(roles.patient, found)
    assert author.find(roles.patient).by_unique_id(document.unique_id) is None


def test_archiving_and_back(author: Client, roles: Cast) -> None:
    """Access and life cycle § 3.6, PDT-INF-526."""
    document = samples.consultation(roles.patient, roles.author)
    author.deposit(document)
    found = author.get(roles.patient, document.unique_id)
    assert found is not None
    author.set_status(roles.patient, found, names.ARCHIVED)
    assert author.find(roles.patient).by_unique_id(document.unique_id) is None
    archived = author.find(roles.patient, names.ARCHIVED).by_unique_id(document.unique_id)
    assert archived is not None
    author.set_status(roles.patient, archived, names.APPROVED)
    assert author.find(roles.patient).by_unique_id(document.unique_id) is not None


# Who gets nothing (interop §0, §2.12).


def test_somebody_not_authorised_reads_nothing(author: Client, stranger: Client, roles: Cast) -> None:
    document = samples.consultation(roles.patient, roles.author)
    author.deposit(document)
    with pytest.raises(RegistryError) as listing:
        stranger.find(roles.patient)
    assert codes_of(listing) == {codes.XDS_ACCESS_DENIED}
    with pytest.raises(RegistryError) as reading:
        stranger.retrieve(roles.patient, document.unique_id)
    assert codes_of(reading) == {codes.XDS_ACCESS_DENIED}


def test_the_occupational_physician_is_refused(demo: Demo, author: Client, roles: Cast) -> None:
    """Access and life cycle § 1.2, CSP L1111-17 IV."""
    document = samples.consultation(roles.patient, roles.author)
    author.deposit(document)
    doctor = client(demo, roles.occupational)
    status, _ = doctor.authorize(roles.patient)
    assert status == codes.ACCESS_DENIED, "he may not declare an authorisation (interop §2.12, column W)"
    with pytest.raises(RegistryError) as reading:
        doctor.retrieve(roles.patient, document.unique_id)
    assert codes_of(reading) == {codes.XDS_ACCESS_DENIED}


def test_a_former_matricule_still_leads_to_the_record(demo: Demo, author: Client) -> None:
    """Interop §4.1: a matricule changes, and software that has not heard of it goes on (docs/integration.md)."""
    patient = next(each for each in demo.patients if (each.given, each.family) == ("Malik", "Traoré"))
    former = replace(patient, ins="785059933507731")
    known = author.standing(former)
    assert known.found and known == author.standing(patient)


def test_a_structure_feeds_but_does_not_read(demo: Demo, author: Client, roles: Cast) -> None:
    """Access and life cycle § 1.2, PDT-INF-526."""
    through = through_structure(demo, roles.hospital, roles.employee)
    document = samples.letter(roles.patient, through.person)
    through.deposit(document)
    assert author.get(roles.patient, document.unique_id) is not None
    with pytest.raises(RegistryError) as listing:
        through.find(roles.patient)
    assert codes_of(listing) == {codes.XDS_ACCESS_DENIED}
    with pytest.raises(RegistryError) as reading:
        through.retrieve(roles.patient, document.unique_id)
    assert codes_of(reading) == {codes.XDS_ACCESS_DENIED}
    # What it filed it may name and take back; another's is not there (interop §2.9, TD3.1b).
    other = samples.consultation(roles.patient, roles.nurse)
    client(demo, roles.nurse).deposit(other)
    named = [
        through.query(
            roles.patient,
            "GetDocuments",
            {"$XDSDocumentEntryUniqueId": quoted(each.unique_id)},
            returning="ObjectRef",
        ).references
        for each in (document, other)
    ]
    assert [len(each) for each in named] == [1, 0]


def test_break_glass_reads_with_a_reason_and_not_without(demo: Demo, author: Client, roles: Cast) -> None:
    """Access and life cycle § 3.4, CSP L1111-17 I."""
    document = samples.consultation(roles.patient, roles.author)
    author.deposit(document)
    emergency = client(demo, roles.stranger)
    found = emergency.find(roles.patient, purpose="bris_de_glace", reason="Patient inconscient")
    assert found.by_unique_id(document.unique_id) is not None
    with pytest.raises(Fault) as refusal:
        emergency.find(roles.patient, purpose="bris_de_glace")
    assert refusal.value.subcode == codes.INVALID_VIHF
