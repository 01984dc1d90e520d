"""Connections, assertions and messages that must not pass, each with its code (interop §1.3, §2.13, §3.5)."""

from __future__ import annotations

import copy
import datetime
from dataclasses import replace
from pathlib import Path

import pytest
import requests
from lxml import etree

import codes
import messages
import names
import registry
import samples
import vihf
from credentials import forged
from demo import Demo, Patient
from lps import Client, through_structure
from people import Cast
from registry import RegistryError
from soap import Channel, Fault, envelope

FIVE_MINUTES = datetime.timedelta(minutes=5)


def ask(author: Client, patient: Patient, security: str) -> None:
    """TD0.2 under a ready security header."""
    octets = envelope(names.ACTION_PATIENT, messages.existence(patient), security)
    author.send("patients", names.ACTION_PATIENT, octets)


def refused(author: Client, patient: Patient, security: str) -> Fault:
    """The fault that such a header gives."""
    with pytest.raises(Fault) as refusal:
        ask(author, patient, security)
    status = 400 if refusal.value.code == "Sender" else 500
    assert refusal.value.status == status, "a fault travels on 400 or 500 (SOAP 1.2 part 2, §7.5.2.2)"
    assert refusal.value.reason, "a fault says in French what is wrong"
    return refusal.value


# The connection (interop §1.2, §1.3).


def test_no_client_certificate_no_answer(author: Client, roles: Cast, demo: Demo) -> None:
    """Interop §2.13: a handshake failure or 403, before any SOAP is read.

    Access and life cycle § 6, PDT-INF-579, C16.
    (TD0.1)
    """
    bare = Channel(str(demo.ca), None)
    octets = envelope(names.ACTION_PATIENT, messages.existence(roles.patient), "")
    try:
        response = bare.post(demo.services + "patients", octets, "application/soap+xml")
    except requests.exceptions.ConnectionError:
        return
    assert response.status_code == 403


def test_a_certificate_of_another_authority_ends_the_handshake(
    author: Client, roles: Cast, demo: Demo, tmp_path: Path
) -> None:
    assert author.transport is not None
    channel = Channel(str(demo.ca), forged(author.transport, tmp_path))
    with pytest.raises(requests.exceptions.ConnectionError):
        channel.post(demo.services + "patients", b"<x/>", "application/soap+xml")


# The signature of the assertion (interop §3.5).


def test_the_authentication_certificate_does_not_sign(author: Client, roles: Cast) -> None:
    """Interop §1.3: the wrong key pair of the card gives DMPInvalidCertificate."""
    assert author.transport is not None
    wrong = vihf.assertion(author.claims(roles.patient), author.transport)
    fault = refused(author, roles.patient, etree.tostring(wrong).decode())
    assert (fault.code, fault.subcode) == ("Sender", codes.INVALID_CERTIFICATE)


def test_the_card_that_connects_is_the_card_that_signs(author: Client, colleague: Client, roles: Cast) -> None:
    """Identity-and-experience §1.6: TLS subject = issuer, in direct mode."""
    mixed = replace(author, person=colleague.person, signer=colleague.signer)
    fault = refused(mixed, roles.patient, mixed.assertion(mixed.claims(roles.patient)))
    assert fault.subcode == codes.INVALID_CERTIFICATE


def test_a_signer_of_another_authority(author: Client, roles: Cast, tmp_path: Path) -> None:
    element = vihf.assertion(author.claims(roles.patient), forged(author.signer, tmp_path))
    assert refused(author, roles.patient, etree.tostring(element).decode()).subcode == codes.INVALID_CERTIFICATE


def test_an_altered_assertion(author: Client, roles: Cast) -> None:
    text = author.assertion(author.claims(roles.patient)).replace('code="normal"', 'code="centre_15"')
    assert refused(author, roles.patient, text).subcode == codes.INVALID_SIGNATURE


def test_a_sha1_signature(author: Client, roles: Cast) -> None:
    """Interop §3.5."""
    element = vihf.assertion(author.claims(roles.patient), author.signer, "sha1")
    assert refused(author, roles.patient, etree.tostring(element).decode()).subcode == codes.INVALID_SIGNATURE


def test_an_assertion_without_signature(author: Client, roles: Cast) -> None:
    element = vihf.unsigned(author.claims(roles.patient), author.signer.subject)
    fault = refused(author, roles.patient, etree.tostring(element).decode())
    assert fault.subcode == codes.INVALID_SIGNATURE


def test_no_assertion_at_all(author: Client, roles: Cast) -> None:
    """TD0.1."""
    assert refused(author, roles.patient, "").code == "Sender"


@pytest.mark.parametrize("shape", ["beside", "around", "inside-object"])
def test_a_wrapped_signature(author: Client, colleague: Client, roles: Cast, shape: str) -> None:
    """A good signature of one assertion never vouches for another one."""
    good = vihf.assertion(author.claims(roles.patient), author.signer)
    evil = copy.deepcopy(good)
    evil.set("ID", "_evil")
    evil.find(f".//{{{names.SAML}}}NameID").text = colleague.person.national_id
    mark = evil.find(f"{{{names.DS}}}Signature")
    evil.remove(mark)
    if shape == "beside":
        text = etree.tostring(evil).decode() + etree.tostring(good).decode()
    elif shape == "around":
        evil.append(good)
        text = etree.tostring(evil).decode()
    else:
        original = copy.deepcopy(good)
        original.remove(original.find(f"{{{names.DS}}}Signature"))
        holder = etree.SubElement(mark, f"{{{names.DS}}}Object")
        holder.append(original)
        evil.insert(1, mark)
        text = etree.tostring(evil).decode()
    fault = refused(author, roles.patient, text)
    assert fault.subcode == codes.INVALID_VIHF


# What the assertion says (interop §3.2 – §3.5).


@pytest.mark.parametrize("more", ["^^20210604092415", "^", ""])
def test_a_patient_written_as_metadata_write_him(author: Client, roles: Cast, more: str) -> None:
    """Interop §4.1: official samples append a date to the identifier; `iso` in small letters is met too."""
    for cx in (roles.patient.cx + more, roles.patient.cx.replace("&ISO", "&iso") + more):
        ask(author, roles.patient, author.assertion(author.claims(roles.patient, resource=cx)))


def test_consent_for_nobody_in_particular(author: Client) -> None:
    """Interop §3.2: where a patient is concerned `resource-id` is there; the fault says that it is missing."""
    octets = envelope(
        names.ACTION_SET_AUTHORIZATION,
        messages.set_authorization("AJOUT", False),
        author.assertion(author.claims(None)),
    )
    with pytest.raises(Fault) as refusal:
        author.send("habilitations", names.ACTION_SET_AUTHORIZATION, octets)
    assert refusal.value.subcode == codes.INVALID_VIHF


@pytest.mark.parametrize("by", [-FIVE_MINUTES * 2, FIVE_MINUTES * 2], ids=["too old", "from the future"])
def test_an_assertion_outside_its_time(author: Client, roles: Cast, by: datetime.timedelta) -> None:
    """Interop §3.1."""
    text = author.assertion(author.claims(roles.patient).shifted(by))
    assert refused(author, roles.patient, text).subcode == codes.INVALID_VIHF


@pytest.mark.parametrize("by", [-4, 4], ids=["four minutes ago", "four minutes ahead"])
def test_an_assertion_within_its_time(author: Client, roles: Cast, by: int) -> None:
    """Interop §3.5: five minutes either way."""
    text = author.assertion(author.claims(roles.patient).shifted(datetime.timedelta(minutes=by)))
    ask(author, roles.patient, text)


def test_an_assertion_whose_conditions_ended(author: Client, roles: Cast) -> None:
    now = datetime.datetime.now(datetime.UTC)
    ended = (now - datetime.timedelta(minutes=3), now - datetime.timedelta(minutes=1))
    text = author.assertion(author.claims(roles.patient, conditions=ended))
    assert refused(author, roles.patient, text).subcode == codes.INVALID_VIHF


def test_an_assertion_serves_once(author: Client, roles: Cast) -> None:
    """Interop §3.1."""
    text = author.assertion(author.claims(roles.patient))
    ask(author, roles.patient, text)
    assert refused(author, roles.patient, text).subcode == codes.INVALID_VIHF


def test_a_physician_without_specialty(author: Client, roles: Cast) -> None:
    """Interop §3.3."""
    claims = author.claims(roles.patient)
    text = author.assertion(replace(claims, roles=claims.roles[:1]))
    fault = refused(author, roles.patient, text)
    assert fault.subcode == codes.INVALID_VIHF


@pytest.mark.parametrize(
    "role",
    [
        vihf.Role("ADMIN", "1.2.250.1.213.1.1.4.6"),
        vihf.Role("AUTOMATE", "1.2.3"),
        vihf.Role("11", names.PROFESSIONS),
        vihf.Role("10/SM26", names.PROFESSIONS),
    ],
)
def test_a_role_outside_the_value_set(through: Client, roles: Cast, role: vihf.Role) -> None:
    """Interop §3.3: a structure says who its people are, in the words of the value set."""
    text = through.assertion(through.claims(roles.patient, roles=(role,)))
    fault = refused(through, roles.patient, text)
    assert fault.subcode == codes.INVALID_VIHF


@pytest.mark.parametrize(
    ("field", "value"),
    [("name_id", "899900000999"), ("issuer", "C=FR,CN=899900000999"), ("purpose", "curiosite")],
)
def test_a_claim_that_the_card_does_not_bear(author: Client, roles: Cast, field: str, value: str) -> None:
    text = author.assertion(author.claims(roles.patient, **{field: value}))
    assert refused(author, roles.patient, text).subcode == codes.INVALID_VIHF


@pytest.fixture
def through(demo: Demo, roles: Cast) -> Client:
    """The hospital, which answers for one of its people."""
    return through_structure(demo, roles.hospital, roles.employee)


def test_a_structure_that_the_seal_does_not_name(through: Client, roles: Cast) -> None:
    """Identity-and-experience §1.6: `Identifiant_Structure` equals the certificate's OU in indirect mode."""
    text = through.assertion(through.claims(roles.patient, structure="1990000009"))
    assert refused(through, roles.patient, text).subcode == codes.INVALID_VIHF


def test_a_seal_is_no_card_and_a_card_no_seal(author: Client, through: Client, roles: Cast) -> None:
    """Interop §1.3: the mode says which certificate signs."""
    for sender, mode in ((through, "DIRECTE"), (author, "INDIRECTE")):
        text = sender.assertion(sender.claims(roles.patient, mode=mode))
        assert refused(sender, roles.patient, text).subcode == codes.INVALID_VIHF


def test_the_reinforced_mode_says_how_the_person_signed_in(through: Client, roles: Cast) -> None:
    """Interop §2.14, EX_AIR-030 to 070."""
    text = through.assertion(through.claims(roles.patient, mode="INDIRECTE_RENFORCEE"))
    assert refused(through, roles.patient, text).subcode == codes.INVALID_VIHF


def test_the_reinforced_mode_does_not_feed(through: Client, roles: Cast) -> None:
    """Interop §2.12: TD2.1 and TD2.2 are refused for everybody (access and life cycle § 2.2, PDT-INF-606)."""
    lot = through.lot(samples.consultation(roles.patient, through.person))
    with pytest.raises(RegistryError) as refusal:
        through.provide(lot, mode="INDIRECTE_RENFORCEE", declaration="CONF_EXI_PGSSIS")
    assert set(refusal.value.codes) == {codes.XDS_ACCESS_DENIED}


def test_the_patient_of_the_message_is_the_patient_of_the_assertion(author: Client, roles: Cast) -> None:
    """Interop §3.5: the patient of `resource-id` equals the patient of the body."""
    with pytest.raises(RegistryError) as listing:
        author.query(
            roles.other_patient,
            "FindDocuments",
            {
                "$XDSDocumentEntryPatientId": f"'{roles.patient.cx}'",
                "$XDSDocumentEntryStatus": registry.quoted(names.APPROVED),
            },
        )
    assert listing.value.codes == [codes.XDS_OTHER_PATIENT]
    document = samples.consultation(roles.patient, roles.author)
    with pytest.raises(RegistryError) as feeding:
        author.provide(author.lot(document), resource=roles.other_patient.cx)
    assert set(feeding.value.codes) == {codes.XDS_OTHER_PATIENT}
    body = messages.existence(roles.patient)
    answer = author.call("patients", names.ACTION_PATIENT, body, roles.other_patient)
    assert answer.body.xpath(".//hl7:acknowledgement/@typeCode", namespaces=names.NAMESPACES) == ["AE"]
    detail = ".//hl7:acknowledgementDetail/hl7:code/@code"
    assert answer.body.xpath(detail, namespaces=names.NAMESPACES) == [codes.OTHER_PATIENT]


def test_feeding_an_unknown_patient(author: Client, roles: Cast) -> None:
    with pytest.raises(RegistryError) as refusal:
        author.deposit(samples.consultation(roles.unknown_patient, roles.author))
    assert set(refusal.value.codes) == {codes.XDS_UNKNOWN_PATIENT}


# The message itself.

BOMB = (
    '<!DOCTYPE b [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)


@pytest.mark.parametrize("shape", ["cut short", "entity bomb", "external entity", "utf-16", "not XML", "empty"])
def test_a_message_that_is_not_the_xml_it_should_be(author: Client, roles: Cast, shape: str) -> None:
    security = author.assertion(author.claims(roles.patient))
    good = envelope(names.ACTION_PATIENT, messages.existence(roles.patient), security).decode()
    declaration, _, rest = good.partition("?>")
    octets = {
        "cut short": good[: len(good) // 2].encode(),
        "entity bomb": (declaration + "?>" + BOMB + rest.replace("Patient.id", "&d;")).encode(),
        "external entity": (
            declaration + '?><!DOCTYPE b [<!ENTITY d SYSTEM "file:///etc/passwd">]>' + rest.replace("Patient.id", "&d;")
        ).encode(),
        "utf-16": good.replace("UTF-8", "UTF-16").encode("utf-16"),
        "not XML": b"{}",
        "empty": b"",
    }[shape]
    with pytest.raises(Fault) as refusal:
        author.send("patients", names.ACTION_PATIENT, octets)
    assert (refusal.value.code, refusal.value.subcode) == ("Sender", codes.INVALID_MESSAGE)
    assert roles.patient.ins not in refusal.value.reason


def test_a_refusal_tells_nothing_of_the_patient(author: Client, roles: Cast) -> None:
    text = author.assertion(author.claims(roles.patient).shifted(-FIVE_MINUTES * 2))
    fault = refused(author, roles.patient, text)
    for secret in (roles.patient.ins, roles.patient.family, roles.author.family, roles.author.national_id):
        assert secret.casefold() not in fault.reason.casefold()
