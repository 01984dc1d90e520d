"""Spellings that official samples and shipping clients use, each accepted (interop §1.4, §3, §4.1, §5.2)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

import messages
import names
import registry
import samples
import vihf
from demo import Patient
from lot import Lot, Signing
from lps import Client
from people import Cast
from soap import envelope, mtom
from xmldsig import EXCLUSIVE, INCLUSIVE

HEADERS: dict[str, dict[str, Any]] = {
    "mustUnderstand without namespace": {"understand": 'mustUnderstand="true"'},
    "mustUnderstand as 1": {"understand": 'e:mustUnderstand="1"'},
    "no mustUnderstand": {"understand": ""},
    "default-namespaced addressing": {"default_addressing": True},
    "action after message id": {"action_last": True},
    "empty To": {"to": ""},
    "anonymous To": {"to": "http://www.w3.org/2005/08/addressing/anonymous"},
}


@pytest.mark.parametrize("case", list(HEADERS))
def test_headers_in_their_several_spellings(author: Client, roles: Cast, case: str) -> None:
    security = author.assertion(author.claims(roles.patient))
    octets = envelope(names.ACTION_PATIENT, messages.existence(roles.patient), security, **HEADERS[case])
    answer = author.send("patients", names.ACTION_PATIENT, octets)
    assert messages.standing(answer.body).found


def test_the_answer_relates_to_the_question(author: Client, roles: Cast) -> None:
    """Interop §1.4: RelatesTo holds the request's MessageID; the action is the response's."""
    security = author.assertion(author.claims(roles.patient))
    mine = "urn:uuid:11111111-2222-4333-8444-555555555555"
    octets = envelope(names.ACTION_PATIENT, messages.existence(roles.patient), security, message_id=mine)
    answer = author.send("patients", names.ACTION_PATIENT, octets)
    assert answer.header("RelatesTo") == mine
    assert answer.header("Action") == "urn:hl7-org:v3:PRPA_IN201308UV02"
    assert (answer.header("MessageID") or "").startswith("urn:uuid:")


def test_the_action_of_the_http_header_does_not_count(author: Client, roles: Cast) -> None:
    """Interop §2.2: dispatch on the WS-Addressing action or the body."""
    body = messages.set_authorization("AJOUT")
    octets = envelope(names.ACTION_SET_AUTHORIZATION, body, author.assertion(author.claims(roles.patient)))
    answer = author.send("habilitations", "urn:hl7-org:v3:setAuthorization", octets)
    assert messages.output(answer.body)[0].lower() == "dmpok"


CLAIMS: dict[str, dict[str, Any]] = {
    "version 4.0": {"version": "4.0"},
    "Authentification_Mode": {"mode_attribute": "Authentification_Mode"},
    "access mode OID of the NOS": {"purpose_system": "1.2.250.1.213.1.1.4.336"},
}


@pytest.mark.parametrize("case", list(CLAIMS))
def test_claims_in_their_several_spellings(author: Client, roles: Cast, case: str) -> None:
    assert author.standing(roles.patient, **CLAIMS[case]).found


def test_an_issuer_with_raw_oids(author: Client, roles: Cast) -> None:
    """Identity-and-experience §1.6: names are compared decoded."""
    assert author.standing(roles.patient, issuer=author.signer.subject_with_raw_oids).found


def test_sha512_in_the_signature(author: Client, roles: Cast) -> None:
    element = vihf.assertion(author.claims(roles.patient), author.signer, "sha512")
    octets = envelope(names.ACTION_PATIENT, messages.existence(roles.patient), etree.tostring(element).decode())
    assert messages.standing(author.send("patients", names.ACTION_PATIENT, octets).body).found


def test_a_role_without_the_name_of_its_system(author: Client, roles: Cast) -> None:
    """Interop §3.3: codeSystemName is not required on read."""
    claims = author.claims(roles.patient)
    bare = replace(claims, roles=tuple(replace(each, system_name="") for each in claims.roles))
    octets = envelope(names.ACTION_PATIENT, messages.existence(roles.patient), author.assertion(bare))
    assert messages.standing(author.send("patients", names.ACTION_PATIENT, octets).body).found


# Feeding in its several framings (interop §1.4, §5.2).


def feed(author: Client, lot: Lot, *, soap: str = names.SOAP12, boundary: str | None = None) -> None:
    """TD2.1 framed by hand."""
    body, parts = lot.body_and_parts()
    security = author.assertion(author.claims(lot.owner.patient))
    root = envelope(names.ACTION_PROVIDE, body, security, soap=soap)
    root_type = "application/xop+xml" if soap == names.SOAP12 else "application/soap+xml"
    octets, content_type = mtom(root, parts, names.ACTION_PROVIDE, boundary=boundary, root_type=root_type)
    response = author.channel.post(author.demo.services + "repository", octets, content_type)
    assert response.status_code == 200, response.text[:500]
    assert names.SUCCESS in response.text


def kept(author: Client, patient: Patient, lot: Lot) -> bool:
    """Whether the first document reads back byte for byte."""
    document = lot.entries[0].document
    return author.retrieve(patient, document.unique_id)[document.unique_id] == document.xml


FRAMINGS: dict[str, dict[str, Any]] = {
    "inline base64 instead of xop": {"inline": True},
    "content id not URL-encoded": {"encode_cid": False},
}


@pytest.mark.parametrize("case", list(FRAMINGS))
def test_documents_in_their_several_framings(author: Client, roles: Cast, case: str) -> None:
    lot = author.lot(samples.letter(roles.patient, roles.author)).changed(**FRAMINGS[case])
    feed(author, lot)
    assert kept(author, roles.patient, lot)


def test_a_boundary_as_wcf_writes_it(author: Client, roles: Cast) -> None:
    lot = author.lot(samples.consultation(roles.patient, roles.author))
    feed(author, lot, boundary="uuid:5e1d4a0f-7d0c-4b3f-9f60-0a4a0e5a4d7a+id=17")
    assert kept(author, roles.patient, lot)


def test_a_soap11_envelope_under_a_soap12_label(author: Client, roles: Cast) -> None:
    """Interop §1.4: the official TD2.1 sample."""
    lot = author.lot(samples.consultation(roles.patient, roles.author))
    feed(author, lot, soap=names.SOAP11)
    assert kept(author, roles.patient, lot)


@pytest.mark.parametrize("canonicalization", [EXCLUSIVE, INCLUSIVE])
@pytest.mark.parametrize("canonical_documents", [False, True])
def test_lot_signatures_in_their_several_forms(
    author: Client, roles: Cast, canonicalization: str, canonical_documents: bool
) -> None:
    how = Signing(canonicalization=canonicalization, canonical_documents=canonical_documents)
    lot = author.lot(samples.summary(roles.patient, roles.author)).changed(signing=how)
    author.provide(lot)
    assert kept(author, roles.patient, lot)


def test_documents_are_found_under_a_patient_id_with_a_date_behind_it(author: Client, roles: Cast) -> None:
    """Interop §4.1: cut at CX.5 when comparing."""
    document = samples.consultation(roles.patient, roles.author)
    author.deposit(document)
    answer = author.query(
        roles.patient,
        "FindDocuments",
        {
            "$XDSDocumentEntryPatientId": f"'{roles.patient.cx}^^20210604092415'",
            "$XDSDocumentEntryStatus": registry.quoted(names.APPROVED),
        },
    )
    assert answer.by_unique_id(document.unique_id) is not None
