"""The client checks itself without a server: another toolkit must agree with what it signs and writes."""

from __future__ import annotations

import datetime
import io
from pathlib import Path

import pytest
import xmlsec
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID
from lxml import etree

import samples
import soap
import vihf
from credentials import Credential, forged
from demo import Patient, Professional, Structure
from ebrim import Entry, SubmissionSet
from lot import OLD_FORM, Lot, Signing
from xmldsig import INCLUSIVE

PLACE = Structure("499900000000001", "Cabinet d'essai", "SA07")
PATIENT = Patient(
    "277076322082910", "1.2.250.1.213.1.4.10", "PATIENTE", "Jeanne", "1977-07-14", "F",
    None, None, None, None, "active", None, None,
)  # fmt: skip


@pytest.fixture(params=["rsa", "ec"])
def credential(request: pytest.FixtureRequest, tmp_path: Path) -> Credential:
    """A self-signed certificate of each family."""
    key = rsa.generate_private_key(65537, 2048) if request.param == "rsa" else ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name(
        [x509.NameAttribute(NameOID.COUNTRY_NAME, "FR"), x509.NameAttribute(NameOID.COMMON_NAME, "899900063480")]
    )
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
        .serial_number(1).not_valid_before(now).not_valid_after(now + datetime.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    paths = tmp_path / "leaf.pem", tmp_path / "leaf.key"
    paths[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return Credential(*paths)


def person(credential: Credential) -> Professional:
    """A physician with two roles."""
    return Professional("899900063480", "ESSAI", "Anne", "10", "SM26", PLACE, credential, credential)


def verify(root: etree._Element, credential: Credential) -> None:
    """Has xmlsec check the one signature under `root` with the certificate's key, and nothing from KeyInfo."""
    node = xmlsec.tree.find_node(root, xmlsec.constants.NodeSignature)
    context = xmlsec.SignatureContext()
    context.key = xmlsec.Key.from_file(str(credential.certificate_path), xmlsec.constants.KeyDataFormatCertPem)
    xmlsec.tree.add_ids(root, ["ID", "Id"])
    context.verify(node)


def serve(documents: dict[bytes, bytes]) -> None:
    """Lets the other toolkit read what the manifest points to; it opens every reference."""
    xmlsec.cleanup_callbacks()
    xmlsec.register_callbacks(
        lambda uri: uri in documents,
        lambda uri: io.BytesIO(documents[uri]),
        lambda stream, buffer: stream.readinto(buffer),
        lambda stream: stream.close(),
    )


@pytest.mark.parametrize("name", ["sha256", "sha512"])
def test_another_toolkit_accepts_the_assertion_inside_an_envelope(credential: Credential, name: str) -> None:
    claims = vihf.of_professional(person(credential), PATIENT)
    text = etree.tostring(vihf.assertion(claims, credential, name)).decode()
    envelope = etree.fromstring(soap.envelope("urn:x", "<x/>", text))
    verify(envelope, credential)


def test_another_toolkit_refuses_an_altered_assertion(credential: Credential) -> None:
    element = vihf.assertion(vihf.of_professional(person(credential), PATIENT), credential)
    element.find(".//{*}NameID").text = "899900000025"
    with pytest.raises(xmlsec.Error):
        verify(element, credential)


@pytest.mark.parametrize("canonical_documents", [False, True])
def test_another_toolkit_accepts_the_signature_of_the_lot(credential: Credential, canonical_documents: bool) -> None:
    author = person(credential)
    entries = [Entry(samples.consultation(PATIENT, author)), Entry(samples.summary(PATIENT, author))]
    owner = SubmissionSet(PATIENT, author, PLACE, ("G15_10/SM26", "x"))
    served = {f"urn:oid:{each.document.unique_id}".encode(): each.document.xml for each in entries}
    serve(served | {f"urn:oid:{owner.unique_id}".encode(): b"\0"})
    lot = Lot(owner, entries, credential, Signing(canonicalization=INCLUSIVE, canonical_documents=canonical_documents))
    verify(etree.fromstring(lot.signature_document), credential)
    verify(etree.fromstring(lot.changed(signing=Signing()).signature_document), credential)
    verify(etree.fromstring(lot.changed(signing=OLD_FORM).signature_document), credential)


def test_a_multipart_body_reads_back_byte_for_byte(credential: Credential) -> None:
    author = person(credential)
    documents = [samples.letter(PATIENT, author), samples.summary(PATIENT, author)]
    owner = SubmissionSet(PATIENT, author, PLACE, ("G15_10/SM26", "x"))
    body, parts = Lot(owner, [Entry(each) for each in documents], credential).body_and_parts()
    octets, content_type = soap.mtom(soap.envelope("urn:x", body, ""), parts, "urn:x")
    answer = soap.read(200, content_type, octets)
    found = [soap.included(each, answer.parts) for each in answer.body.findall("{*}Document")]
    assert found[:2] == [each.xml for each in documents]


def test_a_forged_certificate_says_the_same_and_is_another(credential: Credential, tmp_path: Path) -> None:
    copy = forged(credential, tmp_path / "forged")
    assert copy.subject == credential.subject
    assert copy.leaf_der != credential.leaf_der
