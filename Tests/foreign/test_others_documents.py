"""A document of one person's record asked for in another's: the answer is that of a document that does not exist.

Interop §5.7; security design §2.5: a token for one record opens no other.
"""

from __future__ import annotations

import copy
from dataclasses import replace

import pytest

import codes
import samples
from cda import Document, new_oid
from ebrim import Entry
from lps import Client
from people import Cast
from registry import Found, RegistryError, quoted

ABSENT = "urn:uuid:00000000-0000-4000-8000-000000000002"


@pytest.fixture(scope="module")
def theirs(author: Client, roles: Cast) -> Found:
    """A document in the first record; its author may read and feed both."""
    author.authorize(roles.other_patient)
    document = samples.consultation(roles.patient, roles.author)
    author.deposit(document)
    found = author.get(roles.patient, document.unique_id)
    assert found is not None
    return found


def test_no_query_finds_it(author: Client, roles: Cast, theirs: Found) -> None:
    for name, value in (
        ("$XDSDocumentEntryUniqueId", theirs.unique_id),
        ("$XDSDocumentEntryEntryUUID", theirs.entry_uuid),
    ):
        answer = author.query(roles.other_patient, "GetDocuments", {name: quoted(value)})
        assert answer.documents == []


def test_it_is_not_handed_out(author: Client, roles: Cast, theirs: Found) -> None:
    told = []
    for unique_id in (theirs.unique_id, new_oid()):
        with pytest.raises(RegistryError) as refusal:
            author.retrieve(roles.other_patient, unique_id)
        told.append(refusal.value.codes)
    assert told == [[codes.XDS_UNKNOWN_DOCUMENT]] * 2


def test_it_is_not_replaced(author: Client, roles: Cast, theirs: Found) -> None:
    told = []
    for uuid in (theirs.entry_uuid, ABSENT):
        document = samples.consultation(roles.other_patient, roles.author)
        with pytest.raises(RegistryError) as refusal:
            author.provide(author.lot(Entry(replace(document, version=2, replaces=new_oid()), replaces_entry=uuid)))
        told.append(refusal.value.codes)
        assert author.get(roles.other_patient, document.unique_id) is None
    assert told == [[codes.XDS_UNRESOLVED]] * 2


def test_it_is_not_masked(author: Client, roles: Cast, theirs: Found) -> None:
    told = []
    absent = copy.deepcopy(theirs.element)
    absent.set("id", ABSENT)
    absent.set("lid", ABSENT)
    for entry in (theirs, Found(absent)):
        with pytest.raises(RegistryError) as refusal:
            author.mask(roles.other_patient, entry)
        told.append(refusal.value.codes)
    assert told == [[codes.XDS_OTHER_PATIENT]] * 2
    untouched = author.get(roles.patient, theirs.unique_id)
    assert untouched is not None and untouched.version == theirs.version


def test_its_identifier_is_no_road_to_it(author: Client, roles: Cast, theirs: Found) -> None:
    """The registry's identifiers are unique over all records: the same one elsewhere is refused, and nothing shown."""
    document: Document = replace(samples.consultation(roles.other_patient, roles.author), unique_id=theirs.unique_id)
    with pytest.raises(RegistryError):
        author.deposit(document)
    assert author.get(roles.other_patient, theirs.unique_id) is None
