"""Two opinions on each signature: the server's, and an oracle's that shares no code with it (security design §4.7, X20)."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from lxml import etree

import codes
import messages
import names
import oracle
import samples
import vihf
from credentials import Credential
from demo import Demo, Patient, Professional
from lot import Lot, Signing
from lps import Client, client
from people import EMERGENCY, OCCUPATIONAL, Cast
from registry import RegistryError
from soap import Fault, envelope
from xmldsig import DIGESTS, ENVELOPED, EXCLUSIVE, SIGNATURES, Reference, canonical, digest, signature

Change = Callable[[str], str]


@dataclass(frozen=True)
class Pens:
    """A card, and another whose signatures are not its own."""

    author: Client
    other: Credential


@pytest.fixture(scope="module")
def pens(demo: Demo, roles: Cast) -> Pens:
    """Of the cards with an RSA key, two."""
    cards = [each for each in demo.professionals if each.signature and not each.signature.is_elliptic]
    chosen, other = cards[0], cards[1]
    assert chosen.signature and other.signature
    author = client(demo, chosen)
    author.authorize(roles.patient)
    return Pens(author, other.signature)


@pytest.fixture(scope="module")
def curves(demo: Demo, roles: Cast) -> Pens:
    """Of those with a key on P-256, two; whoever is to stay without a leave gets none."""
    physicians = [each for each in demo.professionals if each.is_physician and each != roles.stranger]
    others = [each for each in physicians if each.specialty not in (OCCUPATIONAL, EMERGENCY)]
    fitting = [roles.author, roles.colleague, *others]
    chosen = next(each for each in fitting if on_curve(each))
    author = client(demo, chosen)
    author.authorize(roles.patient)
    other = next(each.signature for each in demo.professionals if each != chosen and on_curve(each))
    assert other is not None
    return Pens(author, other)


def on_curve(one: Professional) -> bool:
    """Whether somebody signs by a key on a curve."""
    return one.signature is not None and one.signature.is_elliptic


def swap(old: str, new: str, count: int = 1) -> Change:
    """Puts one text in the place of another, which must be there."""

    def change(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, count)

    return change


def pattern(old: str, new: str | Callable[[re.Match[str]], str], count: int = 1) -> Change:
    """The same by a pattern."""

    def change(text: str) -> str:
        changed, found = re.subn(old, new, text, count=count, flags=re.DOTALL)
        assert found, old
        return changed

    return change


def flipped(element: str, place: int) -> Change:
    """Another character of base64 in an element, at one place."""

    def other(match: re.Match[str]) -> str:
        value = match[2]
        at = place % len(value.rstrip("="))
        return match[1] + value[:at] + ("B" if value[at] == "A" else "A") + value[at + 1 :]

    return pattern(rf"(<ds:{element}>)([^<]+)", other)


def renamed(old: str, new: str) -> Change:
    """Another prefix for one namespace, everywhere."""
    return pattern(rf"(</?|xmlns:){old}(?=[:=])", lambda match: match[1] + new, 0)


def folded(element: str) -> Change:
    """The value of an element over several lines."""
    return pattern(
        rf"(<ds:{element}>)([^<]+)", lambda match: match[1] + "\n" + "\n".join(re.findall(".{1,64}", match[2])) + "\n"
    )


def valued(new: Callable[[bytes], bytes]) -> Change:
    """Another signature value, made from the one that is there."""

    def other(match: re.Match[str]) -> str:
        return match[1] + base64.b64encode(new(base64.b64decode(match[2]))).decode()

    return pattern(r"(<ds:SignatureValue>)([^<]+)", other)


COMMON: dict[str, Change] = {
    "as it is": lambda text: text,
    "white space in a tag": pattern(r"<ds:SignedInfo>", "<ds:SignedInfo \n>"),
    "white space in an end tag": swap("</ds:SignedInfo>", "</ds:SignedInfo\t>"),
    "other quotes": pattern(r'<ds:SignatureMethod Algorithm="([^"]*)"', r"<ds:SignatureMethod Algorithm='\1'"),
    "an empty element written out": pattern(r"<ds:(DigestMethod|SignatureMethod)([^>]*)/>", r"<ds:\1\2></ds:\1>"),
    "a character by its number": swap("xmlenc#sha256", "xmlenc#&#115;ha256"),
    "the value over several lines": folded("SignatureValue"),
    "the certificate over several lines": folded("X509Certificate"),
    "a line after what is signed": swap("</ds:SignedInfo>", "</ds:SignedInfo>\n"),
    "a line in what is signed": swap("<ds:SignedInfo>", "<ds:SignedInfo>\n"),
    "a comment in what is signed": swap("<ds:SignedInfo>", "<ds:SignedInfo><!-- x -->"),
    "an instruction in what is signed": swap("<ds:SignedInfo>", "<ds:SignedInfo><?x y?>"),
    "the first character of the digest": flipped("DigestValue", 0),
    "a character in the midst of the digest": flipped("DigestValue", 20),
    "white space in the digest": pattern(r"(<ds:DigestValue>.{10})", r"\1 "),
    "no digest": pattern(r"<ds:DigestValue>[^<]*", "<ds:DigestValue>"),
    "the first character of the value": flipped("SignatureValue", 0),
    "a character in the midst of the value": flipped("SignatureValue", 100),
    "half of the value": pattern(r"(<ds:SignatureValue>[^<]{168})[^<]*", r"\1"),
    "the value twice": pattern(r"(<ds:SignatureValue>)([^<]*)", r"\1\2\2"),
    "no value": pattern(r"<ds:SignatureValue>[^<]*", "<ds:SignatureValue>"),
    "a value that is no base64": pattern(r"<ds:SignatureValue>..", "<ds:SignatureValue>é!"),
    "another prefix for the signature": renamed("ds", "s"),
    "another method": swap("xmldsig-more#rsa-sha256", "xmldsig-more#rsa-sha512"),
    "an older method": swap("2001/04/xmldsig-more#rsa-sha256", "2000/09/xmldsig#rsa-sha1"),
    "a secret in place of a key": swap("2001/04/xmldsig-more#rsa-sha256", "2000/09/xmldsig#hmac-sha1"),
    "another digest method": swap("2001/04/xmlenc#sha256", "2001/04/xmlenc#sha512"),
    "another canonical form": pattern(
        r'(CanonicalizationMethod Algorithm=")[^"]*', r"\1http://www.w3.org/2006/12/xml-c14n11"
    ),
    "an attribute more": swap("<ds:SignedInfo>", '<ds:SignedInfo Id="info">'),
    "a reference taken away": pattern(r"<ds:Reference .*?</ds:Reference>", ""),
    "a reference to something else": pattern(r'(<ds:Reference[^>]* URI=")#[^"]*', r"\1#elsewhere"),
    "a reference twice": pattern(r"(<ds:Reference .*?</ds:Reference>)", r"\1\1"),
    "no certificate": pattern(r"<ds:X509Certificate>[^<]*</ds:X509Certificate>", ""),
}
"""What is done to either kind, as text: some of it changes nothing that is signed."""

ASSERTIONS: dict[str, Change] = COMMON | {
    "attributes in another order": pattern(r' (ID="[^"]*") (IssueInstant="[^"]*")', r" \2 \1"),
    "a namespace that nobody uses": swap("<saml2:Subject>", '<saml2:Subject xmlns:nobody="urn:nobody">'),
    "text as a section": pattern(r"<saml2:NameID>([^<]*)", r"<saml2:NameID><![CDATA[\1]]>"),
    "a line between elements": swap("<saml2:Subject>", "\n<saml2:Subject>"),
    "white space before a text": swap("<saml2:NameID>", "<saml2:NameID> "),
    "a comment in a text": pattern(r"<saml2:NameID>(...)", r"<saml2:NameID>\1<!---->"),
    "another name": pattern(r"<saml2:NameID>8", "<saml2:NameID>0"),
    "another purpose": swap('code="normal"', 'code="centre_15"'),
    "another moment": pattern(r'AuthnInstant="20', 'AuthnInstant="19'),
    "another version": swap('Version="2.0"', 'Version="2.1"'),
    "another identifier": pattern(r' ID="_', ' ID="_a'),
    "an attribute of the element more": swap("<saml2:Subject>", '<saml2:Subject x="1">'),
    "an attribute less": pattern(r' displayName="[^"]*"| codeSystemName="[^"]*"', ""),
    "a statement less": pattern(r'<saml2:Attribute Name="LPS_Version">.*?</saml2:Attribute>', ""),
    "a statement twice": pattern(r'(<saml2:Attribute Name="LPS_Version">.*?</saml2:Attribute>)', r"\1\1"),
    "two statements exchanged": pattern(
        r'(<saml2:Attribute Name="LPS_ID">.*?</saml2:Attribute>)(<saml2:Attribute .*?</saml2:Attribute>)', r"\2\1"
    ),
    "another prefix for the assertion": renamed("saml2", "saml"),
    "the transforms exchanged": pattern(r"(<ds:Transform [^>]*/>)(<ds:Transform [^>]*/>)", r"\2\1"),
    "a transform less": pattern(r'<ds:Transform Algorithm="[^"]*exc-c14n#"/>', ""),
}

LOTS: dict[str, Change] = COMMON | {
    "attributes in another order": pattern(
        r'<ds:Reference Type="([^"]*)" URI="([^"]*)"', r'<ds:Reference URI="\2" Type="\1"'
    ),
    "no declaration": pattern(r"^<\?xml[^>]*\?>\s*", ""),
    "a namespace on the way to what is signed": pattern(r"<ds:Signature ", '<ds:Signature xmlns:nobody="urn:nobody" '),
    "a line in the manifest": pattern(r"(<ds:Manifest[^>]*>)", r"\1\n"),
    "another document's name": pattern(r'(URI="urn:oid:[0-9.]*)"', r'\g<1>7"'),
    "a document's digest": pattern(
        r'(URI="urn:oid:[^>]*>(?:<ds:Transforms>.*?</ds:Transforms>)?<ds:DigestMethod[^>]*/><ds:DigestValue>)(.)',
        lambda match: match[1] + ("B" if match[2] == "A" else "A"),
    ),
    "another moment": swap("<xades:SigningTime>20", "<xades:SigningTime>19"),
    "a line in the properties": swap("<xades:SigningTime>", "\n<xades:SigningTime>"),
    "another prefix for the properties": renamed("xades", "x"),
    "the type of a reference": pattern(r'Type="[^"]*#Manifest"', 'Type="urn:x"'),
}


REFUSALS = {codes.INVALID_SIGNATURE, codes.INVALID_VIHF, codes.INVALID_CERTIFICATE, codes.INVALID_MESSAGE}
"""By what a signature is refused, or the text in which it stands."""


def accepted(author: Client, patient: Patient, security: str) -> bool:
    """What the server thinks of an assertion; a refusal for anything else is an error."""
    try:
        octets = envelope(names.ACTION_PATIENT, messages.existence(patient), security)
        author.send("patients", names.ACTION_PATIENT, octets)
    except Fault as fault:
        assert fault.subcode in REFUSALS, fault
        return False
    return True


def assertion_holds(text: str, signer: Credential) -> bool:
    """What the oracle thinks of it."""
    try:
        oracle.assertion_holds(text.encode(), signer.leaf_der)
    except oracle.Doubt:
        return False
    return True


def lot_holds(lot: Lot, octets: bytes, signer: Credential) -> bool:
    """The same of a lot."""
    documents = {each.document.unique_id: each.document.xml for each in lot.entries}
    try:
        oracle.lot_holds(octets, signer.leaf_der, documents, lot.owner.unique_id)
    except oracle.Doubt:
        return False
    return True


def filed(author: Client, lot: Lot) -> bool:
    """What the server thinks of a lot; a refusal for anything but its signature is an error."""
    try:
        author.provide(lot)
    except RegistryError as refusal:
        assert set(refusal.codes) == {codes.XDS_REPOSITORY_ERROR}, refusal
        return False
    return True


HARMLESS = {
    "a namespace that nobody uses", "text as a section", "no declaration",
    "as it is", "white space in a tag", "white space in an end tag", "other quotes", "an empty element written out",
    "a character by its number", "the value over several lines", "the certificate over several lines",
    "a line after what is signed", "attributes in another order",
}  # fmt: skip
"""What changes nothing that is signed: without it, two opinions that refuse everything would agree."""


@pytest.mark.parametrize("case", list(ASSERTIONS))
def test_an_altered_assertion_is_judged_alike(pens: Pens, roles: Cast, case: str) -> None:
    author = pens.author
    text = ASSERTIONS[case](author.assertion(author.claims(roles.patient)))
    expected = assertion_holds(text, author.signer)
    assert expected or case not in HARMLESS
    assert accepted(author, roles.patient, text) == expected


def resigned(
    author: Client,
    claims: vihf.Claims,
    *,
    signer: Credential | None = None,
    shown: Credential | None = None,
    name: str = "sha256",
    digest_of: bytes | None = None,
) -> str:
    """An assertion signed otherwise than its own software does."""
    element = vihf.unsigned(claims, author.signer.subject)
    octets = canonical(element) if digest_of is None else digest_of
    line = Reference(f"#{claims.identifier}", digest(octets, name), transforms=(ENVELOPED, EXCLUSIVE))
    mark = signature(signer or author.signer, [line], name=name)
    if shown is not None:
        certificate = mark.find(f".//{{{names.DS}}}X509Certificate")
        assert certificate is not None
        certificate.text = shown.leaf_base64
    element.insert(1, mark)
    return str(etree.tostring(element).decode())


RESIGNED: dict[str, Callable[[Pens, vihf.Claims], str]] = {
    "with longer digests": lambda pens, claims: resigned(pens.author, claims, name="sha512"),
    "with a digest of the last century": lambda pens, claims: resigned(pens.author, claims, name="sha1"),
    "over the digest of something else": lambda pens, claims: resigned(pens.author, claims, digest_of=b"<x></x>"),
    "by another key": lambda pens, claims: resigned(pens.author, claims, signer=pens.other, shown=pens.author.signer),
    "under another certificate": lambda pens, claims: resigned(pens.author, claims, shown=pens.other),
    "by somebody else": lambda pens, claims: resigned(pens.author, claims, signer=pens.other),
}


@pytest.mark.parametrize("case", list(RESIGNED))
def test_an_assertion_signed_otherwise_is_judged_alike(pens: Pens, roles: Cast, case: str) -> None:
    text = RESIGNED[case](pens, pens.author.claims(roles.patient))
    expected = assertion_holds(text, pens.author.signer)
    assert expected == (case == "with longer digests")
    assert accepted(pens.author, roles.patient, text) == expected


@pytest.mark.parametrize("case", list(LOTS))
def test_an_altered_lot_is_judged_alike(pens: Pens, roles: Cast, case: str) -> None:
    author = pens.author
    lot = author.lot(samples.consultation(roles.patient, author.person))
    octets = LOTS[case](lot.signature_document.decode()).encode()
    expected = lot_holds(lot, octets, author.signer)
    assert expected or case not in HARMLESS
    assert filed(author, lot.changed(signature_octets=octets)) == expected


SIGNINGS: dict[str, Callable[[Pens, Lot], Lot]] = {
    "with longer digests": lambda pens, lot: lot.changed(signing=Signing(name="sha512")),
    "with a digest of the last century": lambda pens, lot: lot.changed(signing=Signing(name="sha1")),
    "over other bytes": lambda pens, lot: lot.changed(signing=Signing(wrong_digest=True)),
    "of another set": lambda pens, lot: lot.changed(signing=Signing(set_id="2.25.1")),
    "without a document": lambda pens, lot: lot.changed(signing=Signing(left_out=(lot.entries[0].document.unique_id,))),
    "of a document that is not sent": lambda pens, lot: lot.changed(signing=Signing(added=("2.25.2",))),
    "by somebody else": lambda pens, lot: lot.changed(signer=pens.other),
}


@pytest.mark.parametrize("case", list(SIGNINGS))
def test_a_lot_signed_otherwise_is_judged_alike(pens: Pens, roles: Cast, case: str) -> None:
    author = pens.author
    documents = [make(roles.patient, author.person) for make in (samples.consultation, samples.summary)]
    lot = SIGNINGS[case](pens, author.lot(*documents))
    octets = lot.signature_document
    expected = lot_holds(lot, octets, author.signer)
    assert expected == (case == "with longer digests")
    assert filed(author, lot.changed(signature_octets=octets)) == expected


P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def numbers(value: bytes) -> tuple[int, int]:
    """The two numbers of a value on P-256."""
    assert len(value) == 64
    return int.from_bytes(value[:32], "big"), int.from_bytes(value[32:], "big")


def mirrored(value: bytes) -> bytes:
    """The other value that the same key could have given: the second number counted from the other end."""
    return value[:32] + (P256_ORDER - numbers(value)[1]).to_bytes(32, "big")


CURVED: dict[str, Change] = {
    each: COMMON[each]
    for each in (
        "as it is", "the value over several lines", "the first character of the value", "no value", "the value twice",
        "another digest method", "an attribute more",
    )
} | {
    "the other value of the same key": valued(mirrored),
    "both numbers exchanged": valued(lambda value: value[32:] + value[:32]),
    "both numbers as ASN.1 has them": valued(lambda value: encode_dss_signature(*numbers(value))),
    "a first number of nothing": valued(lambda value: bytes(32) + value[32:]),
    "a second number of nothing": valued(lambda value: value[:32] + bytes(32)),
    "a number past the curve's order": valued(lambda value: value[:32] + bytes([255]) * 32),
    "a byte less": valued(lambda value: value[1:]),
    "a byte less of either number": valued(lambda value: value[1:32] + value[33:]),
    "the first number alone": valued(lambda value: value[:32]),
    "zeros before both numbers": valued(lambda value: bytes(1) + value[:32] + bytes(1) + value[32:]),
    "a method of the other kind of key": swap("xmldsig-more#ecdsa-sha256", "xmldsig-more#rsa-sha256"),
    "a longer method": swap("xmldsig-more#ecdsa-sha256", "xmldsig-more#ecdsa-sha512"),
    "an older method": swap("xmldsig-more#ecdsa-sha256", "xmldsig-more#ecdsa-sha1"),
}  # fmt: skip
"""What is done to either kind where the key is on a curve."""

HOLDING = {"as it is", "the value over several lines", "the other value of the same key"}
"""What such a signature stands."""


def by_pss(text: bytes, signer: Credential) -> str:
    """The same document, signed by the same key in the way that came later (RFC 6931 § 2.3.10)."""
    assert isinstance(signer.key, rsa.RSAPrivateKey)
    root = etree.fromstring(text)
    mark = root if etree.QName(root).localname == "Signature" else root.find(f"{{{names.DS}}}Signature")
    assert mark is not None
    info = mark[0]
    info[1].set("Algorithm", "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1")
    form = canonical(info, info[0].get("Algorithm") or "")
    salted = padding.PSS(padding.MGF1(hashes.SHA256()), salt_length=32)
    mark[1].text = base64.b64encode(signer.key.sign(form, salted, hashes.SHA256())).decode()
    return str(etree.tostring(root).decode())


@pytest.mark.parametrize("case", list(CURVED))
def test_an_assertion_signed_on_a_curve_is_judged_alike(curves: Pens, roles: Cast, case: str) -> None:
    author = curves.author
    text = CURVED[case](author.assertion(author.claims(roles.patient)))
    expected = assertion_holds(text, author.signer)
    assert expected == (case in HOLDING)
    assert accepted(author, roles.patient, text) == expected


@pytest.mark.parametrize("case", ["with longer digests", "with a digest of the last century", "by another key"])
def test_an_assertion_signed_otherwise_on_a_curve_is_judged_alike(curves: Pens, roles: Cast, case: str) -> None:
    text = RESIGNED[case](curves, curves.author.claims(roles.patient))
    expected = assertion_holds(text, curves.author.signer)
    assert expected == (case == "with longer digests")
    assert accepted(curves.author, roles.patient, text) == expected


@pytest.mark.parametrize("case", list(CURVED))
def test_a_lot_signed_on_a_curve_is_judged_alike(curves: Pens, roles: Cast, case: str) -> None:
    author = curves.author
    lot = author.lot(samples.consultation(roles.patient, author.person))
    octets = CURVED[case](lot.signature_document.decode()).encode()
    expected = lot_holds(lot, octets, author.signer)
    assert expected == (case in HOLDING)
    assert filed(author, lot.changed(signature_octets=octets)) == expected


def test_what_is_signed_by_rsa_pss_is_refused(pens: Pens, roles: Cast) -> None:
    """The signature is sound, and of an algorithm that is not taken."""
    author = pens.author
    text = by_pss(author.assertion(author.claims(roles.patient)).encode(), author.signer)
    assert not assertion_holds(text, author.signer)
    assert not accepted(author, roles.patient, text)
    lot = author.lot(samples.consultation(roles.patient, author.person))
    octets = by_pss(lot.signature_document, author.signer).encode()
    assert not lot_holds(lot, octets, author.signer)
    assert not filed(author, lot.changed(signature_octets=octets))


def test_the_oracle_and_the_client_write_the_same_forms(pens: Pens, roles: Cast) -> None:
    """Three writers of canonical forms agree: Python's, the oracle's and that of the client's library."""
    text = pens.author.assertion(pens.author.claims(roles.patient))
    root = oracle.read(text.encode())
    element = etree.fromstring(text)
    for node, same in ((root, element), (root.only("Signature").only("SignedInfo"), element[1][0])):
        assert oracle.exclusive(node) == canonical(same)
        assert oracle.inclusive(node) == canonical(same, oracle.INCLUSIVE)
    assert DIGESTS["sha256"] in oracle.DIGESTS and SIGNATURES["rsa", "sha256"] in oracle.METHODS
    assert SIGNATURES["ecdsa", "sha256"] in oracle.CURVE_METHODS
