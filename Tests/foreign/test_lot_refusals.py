"""Lots that must not be kept, each with its code, and nothing of them stored (interop §2.8, §4.9, §5.7, §6)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

import codes
import names
import samples
from cda import Document, new_oid
from ebrim import Entry, association
from lot import Lot, Signing
from lps import Client
from people import Cast
from registry import RegistryError


def refuse(author: Client, lot: Lot) -> set[str]:
    """The codes of the refusal, after seeing that nothing of the lot was kept."""
    with pytest.raises(RegistryError) as refusal:
        author.provide(lot)
    assert refusal.value.codes
    patient = lot.owner.patient
    for entry in lot.entries:
        found = author.get(patient, entry.document.unique_id)
        assert found is None or not entry_is_new(lot, entry), "a refused lot leaves nothing"
    return set(refusal.value.codes)


def entry_is_new(lot: Lot, entry: Entry) -> bool:
    """Whether a document of the lot was unknown before; tests mark known ones by their title."""
    return not entry.document.title.startswith("Déjà là")


@pytest.fixture
def document(roles: Cast) -> Document:
    """A document fit to be fed."""
    return samples.consultation(roles.patient, roles.author)


SIGNINGS: dict[str, Callable[[Lot], Lot]] = {
    "unsigned": lambda lot: lot.changed(signed=False),
    "digest of other bytes": lambda lot: lot.changed(signing=Signing(wrong_digest=True)),
    "SHA-1": lambda lot: lot.changed(signing=Signing(name="sha1")),
    "a document left out of the manifest": lambda lot: lot.changed(
        signing=Signing(left_out=(lot.entries[0].document.unique_id,))
    ),
    "a stranger in the manifest": lambda lot: lot.changed(signing=Signing(added=(new_oid(),))),
    "another set": lambda lot: lot.changed(signing=Signing(set_id=new_oid())),
    "altered after signing": lambda lot: lot.changed(
        signature_octets=lot.signature_document.replace(b"<xades:SigningTime>20", b"<xades:SigningTime>19")
    ),
    "not a signature": lambda lot: lot.changed(signature_octets=b"<x/>"),
}


@pytest.mark.parametrize("case", list(SIGNINGS))
def test_a_lot_whose_signature_does_not_hold(author: Client, document: Document, case: str) -> None:
    lot = SIGNINGS[case](author.lot(document, samples.summary(document.patient, document.author)))
    assert refuse(author, lot) == {codes.XDS_REPOSITORY_ERROR}


def test_a_lot_signed_with_the_authentication_key(author: Client, document: Document) -> None:
    assert author.transport is not None
    assert refuse(author, author.lot(document).changed(signer=author.transport)) == {codes.XDS_REPOSITORY_ERROR}


def test_a_lot_signed_by_somebody_else(author: Client, colleague: Client, document: Document) -> None:
    assert refuse(author, author.lot(document).changed(signer=colleague.signer)) == {codes.XDS_REPOSITORY_ERROR}


def test_the_identifier_of_a_lot_that_was_filed(author: Client, document: Document) -> None:
    """TD2.1: a lot's identifier serves once in a record, and the same lot again is answered as done."""
    first = author.lot(document)
    author.provide(first)
    again = author.lot(samples.summary(document.patient, document.author))
    again = again.changed(owner=replace(again.owner, unique_id=first.owner.unique_id))
    assert refuse(author, again) == {codes.XDS_DUPLICATE}
    author.provide(first)


@pytest.mark.parametrize("claim", [{"size": 7}, {"hash": "0" * 40}], ids=["size", "hash"])
def test_a_size_or_hash_that_is_not_the_documents(author: Client, document: Document, claim: dict[str, object]) -> None:
    """Interop §6, toolkit tests 11981 and 12369."""
    lot = author.lot(Entry(document, **claim))  # type: ignore[arg-type]
    assert refuse(author, lot) == {codes.XDS_REPOSITORY_METADATA}


def test_a_document_without_its_bytes(author: Client, document: Document) -> None:
    """Interop §6, 11983."""
    lot = author.lot(document)
    lot = lot.changed(omit_parts=(lot.entries[0].symbol,))
    assert codes.XDS_MISSING_DOCUMENT in refuse(author, lot)


def test_bytes_without_their_entry(author: Client, document: Document, roles: Cast) -> None:
    """Interop §6, 11983."""
    lot = author.lot(document)
    stray = samples.consultation(roles.patient, roles.author)

    class Stray(Lot):
        """A lot with one document too many."""

        def body_and_parts(self):  # type: ignore[no-untyped-def]
            body, parts = super().body_and_parts()
            other = self.changed(entries=[Entry(stray)], signed=False)
            extra_body, extra_parts = Lot.body_and_parts(other)
            start = extra_body.index("<xds:Document ")
            end = extra_body.index("</xds:ProvideAndRegister")
            cut = body.index("</xds:ProvideAndRegister")
            return body[:cut] + extra_body[start:end] + body[cut:], parts + extra_parts

    with pytest.raises(RegistryError) as refusal:
        author.provide(Stray(lot.owner, lot.entries, lot.signer))
    assert codes.XDS_MISSING_METADATA in refusal.value.codes


def test_the_same_identifier_with_other_bytes(author: Client, document: Document) -> None:
    """Interop §6, 12004."""
    first = replace(document, title="Déjà là")
    author.deposit(first)
    other = replace(first, body="Autre contenu")
    assert refuse(author, author.lot(other)) == {codes.XDS_OTHER_HASH}
    assert author.retrieve(first.patient, first.unique_id)[first.unique_id] == first.xml


def test_a_known_document_among_new_ones(author: Client, document: Document, roles: Cast) -> None:
    first = replace(document, title="Déjà là")
    author.deposit(first)
    assert refuse(author, author.lot(first, samples.summary(roles.patient, roles.author))) == {codes.XDS_DUPLICATE}


def test_an_identifier_twice_in_one_message(author: Client, document: Document) -> None:
    lot = author.lot(document, replace(document, title="Une autre"))
    assert refuse(author, lot) == {codes.XDS_DUPLICATE_IN_MESSAGE}


@pytest.mark.parametrize("kind", ["APND", "XFRM"])
def test_a_relation_that_is_not_kept(author: Client, document: Document, roles: Cast, kind: str) -> None:
    """TD2.1: nothing of a lot is dropped in silence (interop §4.8)."""
    author.deposit(document)
    known = author.get(document.patient, document.unique_id)
    assert known is not None
    answers = {}
    for target in (known.entry_uuid, "urn:uuid:00000000-0000-4000-8000-000000000001"):
        entry = Entry(samples.summary(roles.patient, roles.author))
        relation = association(names.REPLACES.replace("RPLC", kind), entry.symbol, target)
        answers[target] = refuse(author, author.lot(entry).changed(extra=relation))
    assert list(answers.values()) == [{codes.XDS_REGISTRY_METADATA}, {codes.XDS_UNRESOLVED}]


def test_replacing_what_is_no_longer_current(author: Client, document: Document) -> None:
    """TD2.1."""
    author.deposit(document)
    old = author.get(document.patient, document.unique_id)
    assert old is not None
    author.deposit(Entry(document.next_version(), replaces_entry=old.entry_uuid))
    lot = author.lot(Entry(document.next_version(), replaces_entry=old.entry_uuid))
    assert refuse(author, lot) == {codes.XDS_DEPRECATED}


def test_replacing_what_was_never_there(author: Client, document: Document) -> None:
    absent = "urn:uuid:00000000-0000-4000-8000-000000000001"
    lot = author.lot(Entry(replace(document, version=2, replaces=new_oid()), replaces_entry=absent))
    assert refuse(author, lot) == {codes.XDS_UNRESOLVED}


def test_documents_of_two_patients_in_one_lot(author: Client, document: Document, roles: Cast) -> None:
    """Interop §6, 11997."""
    lot = author.lot(document, samples.consultation(roles.other_patient, roles.author))
    with pytest.raises(RegistryError) as refusal:
        author.provide(lot)
    assert codes.XDS_OTHER_PATIENT in refusal.value.codes


DOCUMENTS: dict[str, Callable[[bytes], bytes]] = {
    "cut short": lambda octets: octets[: len(octets) // 2],
    "entity bomb": lambda octets: octets.replace(
        b"<ClinicalDocument", b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><ClinicalDocument', 1
    ),
    "not a clinical document": lambda octets: b"<note>bonjour</note>",
    # One level more than the hundred that are read.
    "too deep": lambda octets: octets.replace(
        b"</ClinicalDocument>", b"<a>" * 100 + b"</a>" * 100 + b"</ClinicalDocument>"
    ),
}


@pytest.mark.parametrize("case", ["cut short", "entity bomb", "not a clinical document", "too deep"])
def test_a_document_that_is_not_what_it_should_be(author: Client, document: Document, case: str) -> None:
    broken = replace(document, octets=DOCUMENTS[case](document.xml))
    assert codes.XDS_CONTENT in refuse(author, author.lot(broken))


def test_metadata_that_the_document_contradicts(author: Client, document: Document, roles: Cast) -> None:
    """The title of the entry is the title of the CDA (interop §4.3)."""
    said = replace(document, octets=document.xml, title="Un autre titre")
    assert refuse(author, author.lot(said)) == {codes.XDS_REGISTRY_METADATA}


def test_an_author_whom_the_document_does_not_name(author: Client, document: Document) -> None:
    """What a reader is shown of the author is what the CDA says of him (interop §4.2)."""
    wrong = {
        "family": {"family": document.author.family + "x"},
        "structure": {"structure": replace(document.author.structure, national_id="1999999999")},
        "specialty": {"profession": "60", "specialty": None},
    }
    for change in wrong.values():
        said = replace(document, octets=document.xml, author=replace(document.author, **change))  # type: ignore[arg-type]
        assert refuse(author, author.lot(said)) == {codes.XDS_REGISTRY_METADATA}


def test_a_document_about_somebody_else(author: Client, document: Document, roles: Cast) -> None:
    other = replace(document, patient=roles.other_patient)
    said = replace(document, octets=other.xml)
    assert codes.XDS_OTHER_PATIENT in refuse(author, author.lot(said))


def test_an_update_of_a_version_that_is_gone(author: Client, document: Document) -> None:
    """Interop §5.6: a client that kept the old entry gets an error."""
    author.deposit(document)
    found = author.get(document.patient, document.unique_id)
    assert found is not None
    author.mask(document.patient, found)
    with pytest.raises(RegistryError) as refusal:
        author.mask(document.patient, found, masked=True)
    assert refusal.value.codes == [codes.XDS_VERSION]
    author.set_status(document.patient, author.get(document.patient, document.unique_id) or found, names.DELETED)
