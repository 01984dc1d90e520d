"""A lot: documents of one patient, the set around them, and the XAdES signature that binds the two.

The signature has the modern shape: XAdES 1.3.2, SHA-256, SignedProperties signed (interop §4.9; security-design
§4.2, P2); or, for those who ask, the one that the field began with (P1).
"""

from __future__ import annotations

import base64
import datetime
from dataclasses import dataclass, field, replace
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree

import names
from cda import new_oid
from credentials import Credential
from ebrim import Entry, SubmissionSet, association, author, coded, external, label, member, slot, submit, utc, xcn
from soap import Part, include
from xmldsig import DIGESTS, INCLUSIVE, INCLUSIVE_WITH_COMMENTS, Reference, canonical, digest, signature

MANIFEST = "http://www.w3.org/2000/09/xmldsig#Manifest"
SIGNED_PROPERTIES = "http://uri.etsi.org/01903#SignedProperties"
OLD_PROPERTIES = names.OLD_XADES + "SignedProperties"
PURPOSE = "1.2.840.10065.1.12.1.14"
DUMMY = "AA=="
"""The set has no bytes: its reference carries one zero byte instead of a digest."""


@dataclass(frozen=True)
class Signing:
    """How the lot is signed; the defaults are right, the rest is for those who try."""

    name: str = "sha256"
    old_form: bool = False
    """XAdES 1.1.1, as CI-SIS writes it, in place of 1.3.2."""
    canonicalization: str = INCLUSIVE_WITH_COMMENTS
    canonical_documents: bool = False
    wrong_digest: bool = False
    left_out: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    set_id: str | None = None


OLD_FORM = Signing(name="sha1", old_form=True)
"""What software of the first years sends (security-design §4.1)."""


def sign_lot(signer: Credential, owner: SubmissionSet, entries: list[Entry], how: Signing = Signing()) -> bytes:
    """The signature document's bytes."""
    owner_line = Reference(f"urn:oid:{how.set_id or owner.unique_id}", DUMMY)
    lines = [owner_line] if how.old_form else []
    for entry in entries:
        if entry.document.unique_id in how.left_out:
            continue
        octets, forms = entry.document.xml, tuple[str, ...]()
        if how.canonical_documents:
            octets, forms = canonical(etree.fromstring(octets), INCLUSIVE), (INCLUSIVE,)
        if how.wrong_digest:
            octets += b" "
        lines.append(Reference(f"urn:oid:{entry.document.unique_id}", digest(octets, how.name), transforms=forms))
    lines += [Reference(f"urn:oid:{each}", digest(b"", how.name)) for each in how.added]
    if not how.old_form:
        lines.append(owner_line)
    manifest = (
        f'<ds:Manifest xmlns:ds="{names.DS}" Id="IHEManifest">{"".join(each.xml(how.name) for each in lines)}'
        "</ds:Manifest>"
    )
    xades, kind = (names.OLD_XADES, OLD_PROPERTIES) if how.old_form else (names.XADES, SIGNED_PROPERTIES)
    properties = (
        f'<xades:SignedProperties xmlns:xades="{xades}" Id="S0-SignedProperties">'
        "<xades:SignedSignatureProperties>"
        f"<xades:SigningTime>{datetime.datetime.now(datetime.UTC):%Y-%m-%dT%H:%M:%SZ}</xades:SigningTime>"
        f"{_old_certificate(signer, how.name) if how.old_form else _certificate(signer)}"
        "<xades:SignaturePolicyIdentifier><xades:SignaturePolicyImplied/></xades:SignaturePolicyIdentifier>"
        "</xades:SignedSignatureProperties></xades:SignedProperties>"
    )
    objects = (
        f"<ds:Object>{manifest}</ds:Object>"
        f'<ds:Object><ds:SignatureProperties><ds:SignatureProperty Id="purposeOfSignature" Target="#S0">{PURPOSE}'
        "</ds:SignatureProperty></ds:SignatureProperties></ds:Object>"
        f'<ds:Object><xades:QualifyingProperties xmlns:xades="{xades}" Target="#S0">{properties}'
        "</xades:QualifyingProperties></ds:Object>"
    )
    digests = _digests(objects, how.name)
    steps = (how.canonicalization,) if how.old_form else ()
    references = [
        Reference("#IHEManifest", digests["IHEManifest"], MANIFEST, steps),
        Reference("#S0-SignedProperties", digests["S0-SignedProperties"], kind, steps),
    ]
    element = signature(
        signer, references, name=how.name, canonicalization=how.canonicalization, identifier="S0", objects=objects
    )
    return bytes(etree.tostring(element, xml_declaration=True, encoding="UTF-8"))


def _certificate(signer: Credential) -> str:
    """The signer's certificate by its digest."""
    return (
        "<xades:SigningCertificateV2><xades:Cert><xades:CertDigest>"
        f'<ds:DigestMethod xmlns:ds="{names.DS}" Algorithm="{DIGESTS["sha256"]}"/>'
        f'<ds:DigestValue xmlns:ds="{names.DS}">{digest(signer.leaf_der, "sha256")}</ds:DigestValue>'
        "</xades:CertDigest></xades:Cert></xades:SigningCertificateV2>"
    )


def _old_certificate(signer: Credential, name: str) -> str:
    """The same in XAdES 1.1.1, whose digest has the vocabulary's own namespace, with issuer and number beside it."""
    issuer = escape(signer.certificate.issuer.rfc4514_string())
    return (
        "<xades:SigningCertificate><xades:Cert><xades:CertDigest>"
        f'<xades:DigestMethod Algorithm="{DIGESTS[name]}"/>'
        f"<xades:DigestValue>{digest(signer.leaf_der, name)}</xades:DigestValue></xades:CertDigest>"
        f'<xades:IssuerSerial><ds:X509IssuerName xmlns:ds="{names.DS}">{issuer}</ds:X509IssuerName>'
        f'<ds:X509SerialNumber xmlns:ds="{names.DS}">{signer.certificate.serial_number}</ds:X509SerialNumber>'
        "</xades:IssuerSerial></xades:Cert></xades:SigningCertificate>"
    )


def _digests(objects: str, name: str) -> dict[str, str]:
    """The digests of what the references point to, in the context where it will stand."""
    frame = etree.fromstring(f'<ds:Signature xmlns:ds="{names.DS}">{objects}</ds:Signature>')
    found = {}
    for element in frame.iter():
        if element.get("Id") in ("IHEManifest", "S0-SignedProperties"):
            found[element.get("Id")] = digest(canonical(element, INCLUSIVE), name)
    return found


@dataclass(frozen=True)
class Lot:
    """Everything one TD2.1 sends."""

    owner: SubmissionSet
    entries: list[Entry]
    signer: Credential
    signing: Signing = Signing()
    signed: bool = True
    signature_octets: bytes | None = None
    signature_id: str = field(default_factory=new_oid)
    omit_parts: tuple[str, ...] = ()
    inline: bool = False
    encode_cid: bool = True
    extra: str = ""

    def changed(self, **changes: Any) -> Lot:
        """The same lot with something else."""
        return replace(self, **changes)

    @property
    def signature_document(self) -> bytes:
        """The bytes of the signature, made once per lot when given."""
        if self.signature_octets is not None:
            return self.signature_octets
        return sign_lot(self.signer, self.owner, self.entries, self.signing)

    def body_and_parts(self) -> tuple[str, list[Part]]:
        """The `ProvideAndRegisterDocumentSetRequest` and its attachments."""
        objects, documents, parts = [self.owner.xml()], [], []
        relations = [self.extra]
        pairs = [(each.symbol, each.document.xml) for each in self.entries]
        for entry in self.entries:
            objects.append(entry.xml())
            relations.append(member(self.owner, entry.symbol))
            if entry.replaces_entry:
                relations.append(association(names.REPLACES, entry.symbol, entry.replaces_entry))
        if self.signed:
            objects.append(self._signature_entry())
            relations.append(member(self.owner, "Signature01"))
            relations.append(association(names.SIGNS, "Signature01", self.owner.symbol))
            pairs.append(("Signature01", self.signature_document))
        for symbol, octets in pairs:
            if symbol in self.omit_parts:
                continue
            identifier = f"{symbol}:part@client.test"
            content = _inline(octets) if self.inline else include(identifier, self.encode_cid)
            documents.append(f'<xds:Document id="{symbol}">{content}</xds:Document>')
            if not self.inline:
                parts.append(Part(identifier, octets))
        body = (
            f'<xds:ProvideAndRegisterDocumentSetRequest xmlns:xds="{names.XDSB}">'
            f"{submit(''.join(objects + relations))}{''.join(documents)}</xds:ProvideAndRegisterDocumentSetRequest>"
        )
        return body, parts

    def _signature_entry(self) -> str:
        me, owner, first = "Signature01", self.owner, self.entries[0].document
        when = utc(owner.when)
        practice, practice_label = first.practice
        slots = (
            slot("creationTime", when)
            + slot("languageCode", "art")
            + slot("legalAuthenticator", xcn(owner.sender))
            + slot("serviceStartTime", when)
            + slot("serviceStopTime", when)
            + slot("sourcePatientId", owner.patient.cx)
        )
        hidden = "Masqué aux professionnels de santé", "Non visible par le patient"
        codes = (
            author(me, names.ENTRY_AUTHOR, owner.sender, owner.place, owner.specialty)
            + coded(me, names.ENTRY_CLASS, "urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1", "URN", "Digital Signature")
            + coded(me, names.ENTRY_CONFIDENTIALITY, "N", names.HL7_CONFIDENTIALITY, "Normal")
            + coded(me, names.ENTRY_CONFIDENTIALITY, "MASQUE_PS", names.FRENCH_CONFIDENTIALITY, hidden[0])
            + coded(me, names.ENTRY_CONFIDENTIALITY, "INVISIBLE_PATIENT", names.FRENCH_CONFIDENTIALITY, hidden[1])
            + coded(me, names.ENTRY_EVENT, PURPOSE, "1.2.840.10065.1.12", "Source")
            + coded(me, names.ENTRY_FORMAT, "http://www.w3.org/2000/09/xmldsig#", "URN", "Default Signature Style")
            + coded(me, names.ENTRY_FACILITY, owner.place.sector, names.SECTORS, "Structure")
            + coded(me, names.ENTRY_PRACTICE, practice, names.PRACTICE_SETTINGS, practice_label)
            + coded(me, names.ENTRY_KIND, "E1762", "ASTM", "Full Document")
        )
        identifiers = external(me, names.ENTRY_PATIENT, owner.patient.cx, "XDSDocumentEntry.patientId") + external(
            me, names.ENTRY_UNIQUE, self.signature_id, "XDSDocumentEntry.uniqueId"
        )
        return (
            f'<rim:ExtrinsicObject id="{me}" mimeType="text/xml" objectType="{names.ENTRY_TYPE}">'
            f"{slots}{label('Source')}{codes}{identifiers}</rim:ExtrinsicObject>"
        )


def _inline(octets: bytes) -> str:
    return escape(base64.b64encode(octets).decode())
