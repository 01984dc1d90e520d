"""Every stored query of the profile, and the refusals of wrong ones (interop §5.5, §2.9)."""

from __future__ import annotations

import datetime

import pytest

import codes
import names
import samples
from cda import Document
from ebrim import Entry, utc
from lot import Lot
from lps import Client
from people import Cast
from registry import RegistryError, quoted


@pytest.fixture(scope="module")
def sent(author: Client, roles: Cast) -> tuple[Lot, Document, Document]:
    """A consultation and a summary, sent in one lot."""
    first = samples.consultation(roles.patient, roles.author)
    second = samples.summary(roles.patient, roles.author)
    return author.deposit(first, second), first, second


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("TypeCode", "('11488-4^^2.16.840.1.113883.6.1')", "('11502-2^^2.16.840.1.113883.6.1')"),
        ("ClassCode", "('10^^1.2.250.1.213.1.1.4.1')", "('90^^1.2.250.1.213.1.1.4.1')"),
        ("FormatCode", "('urn:ihe:iti:xds-sd:text:2008^^1.3.6.1.4.1.19376.1.2.3')",
         "('urn:ihe:iti:xds-sd:pdf:2008^^1.3.6.1.4.1.19376.1.2.3')"),
        ("ConfidentialityCode", "('N^^2.16.840.1.113883.5.25')", "('V^^2.16.840.1.113883.5.25')"),
    ],
)  # fmt: skip
def test_find_documents_filters_by_code(
    author: Client, roles: Cast, sent: tuple[Lot, Document, Document], name: str, right: str, wrong: str
) -> None:
    wanted = sent[1].unique_id
    key = f"$XDSDocumentEntry{name}"
    assert author.find(roles.patient, more={key: right}).by_unique_id(wanted) is not None
    assert author.find(roles.patient, more={key: wrong}).by_unique_id(wanted) is None


def test_find_documents_filters_by_times_lower_bound_included_upper_not(
    author: Client, roles: Cast, sent: tuple[Lot, Document, Document]
) -> None:
    document = sent[1]
    when = utc(document.written)
    later = utc(document.written + datetime.timedelta(seconds=1))
    for attribute in ("CreationTime", "ServiceStartTime"):
        start, end = f"$XDSDocumentEntry{attribute}From", f"$XDSDocumentEntry{attribute}To"
        inside = author.find(roles.patient, more={start: when, end: later})
        assert inside.by_unique_id(document.unique_id) is not None
        assert author.find(roles.patient, more={start: later}).by_unique_id(document.unique_id) is None
        assert author.find(roles.patient, more={end: when}).by_unique_id(document.unique_id) is None


def test_find_documents_filters_by_author_with_wildcards(
    author: Client, roles: Cast, sent: tuple[Lot, Document, Document]
) -> None:
    key = "$XDSDocumentEntryAuthorPerson"
    mine = author.find(roles.patient, more={key: f"('%{roles.author.family}%')"})
    assert mine.by_unique_id(sent[1].unique_id) is not None
    assert author.find(roles.patient, more={key: "('%PERSONNE-NE-PORTE-CE-NOM%')"}).documents == []


def test_object_references_name_the_same_entries(
    author: Client, roles: Cast, sent: tuple[Lot, Document, Document]
) -> None:
    parameters = {"$XDSDocumentEntryUniqueId": quoted(sent[1].unique_id)}
    references = author.query(roles.patient, "GetDocuments", parameters, returning="ObjectRef").references
    full = author.get(roles.patient, sent[1].unique_id)
    assert full is not None
    assert references == [full.entry_uuid]


def test_a_document_is_found_by_either_of_its_identifiers(
    author: Client, roles: Cast, sent: tuple[Lot, Document, Document]
) -> None:
    found = author.get(roles.patient, sent[1].unique_id)
    assert found is not None
    by_uuid = author.query(roles.patient, "GetDocuments", {"$XDSDocumentEntryEntryUUID": quoted(found.entry_uuid)})
    assert by_uuid.by_unique_id(sent[1].unique_id) is not None
    by_logical = author.query(
        roles.patient,
        "GetDocuments",
        {"$XDSDocumentEntryLogicalID": quoted(found.logical_id), "$MetadataLevel": "2"},
    )
    assert by_logical.by_unique_id(sent[1].unique_id) is not None


def test_what_is_new_since_a_moment_is_found_in_three_steps(
    author: Client, roles: Cast, sent: tuple[Lot, Document, Document]
) -> None:
    """Interop §2.9: FindSubmissionSets, GetAssociations, GetDocumentsAndAssociations."""
    lot = sent[0]
    sets = author.query(
        roles.patient,
        "FindSubmissionSets",
        {
            "$XDSSubmissionSetPatientId": f"'{roles.patient.cx}'",
            "$XDSSubmissionSetStatus": quoted(names.APPROVED),
            "$XDSSubmissionSetSubmissionTimeFrom": utc(lot.owner.when - datetime.timedelta(seconds=2)),
        },
    ).sets
    ours = [
        each
        for each in sets
        if each.xpath(f"rim:ExternalIdentifier[@value='{lot.owner.unique_id}']", namespaces=names.NAMESPACES)
    ]
    assert len(ours) == 1
    links = author.query(roles.patient, "GetAssociations", {"$uuid": quoted(str(ours[0].get("id")))}).associations
    members = [target for kind, _, target in links if kind == names.HAS_MEMBER]
    assert len(members) >= 2
    entries = author.query(
        roles.patient, "GetDocumentsAndAssociations", {"$XDSDocumentEntryEntryUUID": quoted(*members)}
    ).documents
    assert {each.unique_id for each in entries} == {sent[1].unique_id, sent[2].unique_id}


def test_a_set_gives_its_contents(author: Client, roles: Cast, sent: tuple[Lot, Document, Document]) -> None:
    answer = author.query(
        roles.patient,
        "GetSubmissionSetAndContents",
        {"$XDSSubmissionSetUniqueId": quoted(sent[0].owner.unique_id)},
    )
    assert {each.unique_id for each in answer.documents} == {sent[1].unique_id, sent[2].unique_id}
    assert len(answer.sets) == 1


def test_the_set_of_an_entry_is_found(author: Client, roles: Cast, sent: tuple[Lot, Document, Document]) -> None:
    found = author.get(roles.patient, sent[1].unique_id)
    assert found is not None
    assert len(author.query(roles.patient, "GetSubmissionSets", {"$uuid": quoted(found.entry_uuid)}).sets) == 1


OTHERS: dict[str, dict[str, str]] = {
    "GetRelatedDocuments": {"$XDSDocumentEntryUniqueId": "{id}", "$AssociationTypes": quoted(names.REPLACES)},
    "GetAll": {
        "$patientId": "{patient}",
        "$XDSDocumentEntryStatus": quoted(names.APPROVED),
        "$XDSSubmissionSetStatus": quoted(names.APPROVED),
        "$XDSFolderStatus": quoted(names.APPROVED),
    },
    "FindFolders": {"$XDSFolderPatientId": "{patient}", "$XDSFolderStatus": quoted(names.APPROVED)},
}


@pytest.mark.parametrize("name", list(OTHERS))
def test_queries_that_the_dmp_does_not_use_are_answered(
    author: Client, roles: Cast, sent: tuple[Lot, Document, Document], name: str
) -> None:
    """Interop §2.9 lists the queries in use; IHE has more."""
    values = {"{id}": quoted(sent[1].unique_id), "{patient}": f"'{roles.patient.cx}'"}
    parameters = {key: values.get(value, value) for key, value in OTHERS[name].items()}
    answer = author.query(roles.patient, name, parameters)
    if name == "GetAll":
        assert answer.by_unique_id(sent[1].unique_id) is not None


def test_a_document_is_found_by_its_order_number(author: Client, roles: Cast) -> None:
    """FindDocumentsByReferenceId finds what was filed under a number, and nothing under one that nobody gave."""
    document = samples.consultation(roles.patient, roles.author)

    def order(number: str) -> str:
        return f"{number}^^^&1.2.250.1.999&ISO^urn:ihe:iti:xds:2013:order"

    # A number that no other run of these tests has given.
    given, another = order(document.unique_id), order(f"{document.unique_id}.1")
    author.deposit(Entry(document, references=(given,)))

    def under(number: str) -> list[str]:
        answer = author.query(
            roles.patient,
            "FindDocumentsByReferenceId",
            {
                "$XDSDocumentEntryPatientId": f"'{roles.patient.cx}'",
                "$XDSDocumentEntryStatus": quoted(names.APPROVED),
                "$XDSDocumentEntryReferenceIdList": quoted(number),
            },
        )
        return [each.unique_id for each in answer.documents]

    assert under(given) == [document.unique_id]
    assert under(another) == []


def test_an_unknown_query_is_named_as_such(author: Client, roles: Cast) -> None:
    with pytest.raises(RegistryError) as refusal:
        author.query(roles.patient, "urn:uuid:00000000-0000-4000-8000-000000000000", {})
    assert refusal.value.codes == [codes.XDS_UNKNOWN_QUERY]


def test_a_missing_parameter_is_named_as_such(author: Client, roles: Cast) -> None:
    with pytest.raises(RegistryError) as refusal:
        author.query(roles.patient, "FindDocuments", {"$XDSDocumentEntryPatientId": f"'{roles.patient.cx}'"})
    assert set(refusal.value.codes) == {codes.XDS_MISSING_PARAMETER}


def test_an_unknown_document_and_an_unknown_repository_are_told_apart(author: Client, roles: Cast) -> None:
    with pytest.raises(RegistryError) as refusal:
        author.retrieve(roles.patient, "1.2.250.1.999.1.1.404")
    assert refusal.value.codes == [codes.XDS_UNKNOWN_DOCUMENT]
    with pytest.raises(RegistryError) as elsewhere:
        author.retrieve(roles.patient, "1.2.250.1.999.1.1.404", repository="1.2.250.1.999.5")
    assert elsewhere.value.codes == [codes.XDS_UNKNOWN_REPOSITORY]
