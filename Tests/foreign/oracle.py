"""An opinion on XML signatures that shares no code with the server: expat reads, canonical forms are Python's own, and
`cryptography` checks RSA and ECDSA (security design §4.7, X20).

The exclusive form is that of `xml.etree.ElementTree`; the inclusive one, which Python does not have, is written here.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.parsers import expat

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

DS = "http://www.w3.org/2000/09/xmldsig#"
EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"
INCLUSIVE = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
ENVELOPED = DS + "enveloped-signature"
DIGESTS = {
    "http://www.w3.org/2001/04/xmlenc#sha256": "sha256",
    "http://www.w3.org/2001/04/xmldsig-more#sha384": "sha384",
    "http://www.w3.org/2001/04/xmlenc#sha512": "sha512",
}
METHODS: dict[str, hashes.HashAlgorithm] = {
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256": hashes.SHA256(),
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384": hashes.SHA384(),
    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512": hashes.SHA512(),
}
"""What the profile allows of RSA; anything else is refused whatever it says (X12)."""
CURVE_METHODS: dict[str, hashes.HashAlgorithm] = {
    "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256": hashes.SHA256(),
    "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384": hashes.SHA384(),
    "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512": hashes.SHA512(),
}
CURVES = (ec.SECP256R1, ec.SECP384R1)
"""The same of elliptic curves."""


ESCAPED_IN_ATTRIBUTES = {"&": "&amp;", "<": "&lt;", '"': "&quot;", "\t": "&#x9;", "\n": "&#xA;", "\r": "&#xD;"}


class Doubt(Exception):
    """Why a signature does not hold."""


@dataclass(frozen=True)
class Remark:
    """A comment, or an instruction by its target."""

    text: str
    target: str | None = None


@dataclass(eq=False)
class Node:
    """An element as it was written, with the prefixes in scope."""

    name: str
    attributes: list[tuple[str, str]]
    scope: dict[str, str]
    children: list[Node | Remark | str] = field(default_factory=list)

    @property
    def space(self) -> str:
        """The namespace."""
        prefix, _, local = self.name.rpartition(":")
        return self.scope.get(prefix, "")

    @property
    def local(self) -> str:
        """The name without its prefix."""
        return self.name.rpartition(":")[2]

    @property
    def text(self) -> str:
        """The text directly inside."""
        return "".join(each for each in self.children if isinstance(each, str))

    def get(self, name: str) -> str | None:
        """An attribute without a prefix."""
        return dict(self.attributes).get(name)

    def within(self) -> list[Node]:
        """This element and all below."""
        return [self, *(one for each in self.children if isinstance(each, Node) for one in each.within())]

    def all(self, local: str, space: str = DS) -> list[Node]:
        """The children of that name."""
        found = [each for each in self.children if isinstance(each, Node)]
        return [each for each in found if each.local == local and each.space == space]

    def only(self, local: str, space: str = DS) -> Node:
        """The one child of that name."""
        found = self.all(local, space)
        if len(found) != 1:
            raise Doubt(f"{len(found)} {local}")
        return found[0]

    def has_remarks(self) -> bool:
        """Whether a comment or an instruction stands anywhere inside."""
        return any(isinstance(child, Remark) for each in self.within() for child in each.children)


def read(octets: bytes) -> Node:
    """The root of a document."""
    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.buffer_text = True
    top = Node("", [], {})
    open_ones = [top]

    def start(name: str, flat: list[str]) -> None:
        scope, attributes = dict(open_ones[-1].scope), []
        for key, value in zip(flat[::2], flat[1::2], strict=True):
            if key == "xmlns" or key.startswith("xmlns:"):
                scope[key[6:]] = value
            else:
                attributes.append((key, value))
        node = Node(name, attributes, scope)
        open_ones[-1].children.append(node)
        open_ones.append(node)

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: open_ones.pop() and None
    parser.CharacterDataHandler = lambda text: open_ones[-1].children.append(text)
    parser.CommentHandler = lambda text: open_ones[-1].children.append(Remark(text))
    parser.ProcessingInstructionHandler = lambda target, text: open_ones[-1].children.append(Remark(text, target))
    try:
        parser.Parse(octets, True)
    except expat.ExpatError as error:
        raise Doubt("not well formed") from error
    return next(each for each in top.children if isinstance(each, Node))


def inclusive(node: Node, *, comments: bool = False, without: Node | None = None) -> bytes:
    """Canonical XML 1.0 of an element in its place."""
    parts: list[str] = []
    _write(node, {}, comments, without, parts)
    return "".join(parts).encode()


def exclusive(node: Node, without: Node | None = None) -> bytes:
    """Exclusive Canonical XML 1.0 without comments, by Python's own library."""
    alone = inclusive(node, without=without).decode()
    return ElementTree.canonicalize(alone).encode()


def _write(node: Node, above: dict[str, str], comments: bool, without: Node | None, parts: list[str]) -> None:
    new = {prefix: uri for prefix, uri in node.scope.items() if above.get(prefix, "") != uri}
    parts.append("<" + node.name)
    for prefix in sorted(new):
        parts.append(f' xmlns{":" if prefix else ""}{prefix}="{_quoted(new[prefix])}"')

    def order(attribute: tuple[str, str]) -> tuple[str, str]:
        prefix, _, local = attribute[0].rpartition(":")
        return (node.scope.get(prefix, "") if prefix else "", local)

    for key, value in sorted(node.attributes, key=order):
        parts.append(f' {key}="{_quoted(value)}"')
    parts.append(">")
    for each in node.children:
        if isinstance(each, Node):
            if each is not without:
                _write(each, node.scope, comments, without, parts)
        elif isinstance(each, Remark):
            if each.target is not None:
                parts.append(f"<?{each.target}{' ' if each.text else ''}{each.text}?>")
            elif comments:
                parts.append(f"<!--{each.text}-->")
        else:
            parts.append(_escaped(each).replace("\r", "&#xD;"))
    parts.append(f"</{node.name}>")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _quoted(text: str) -> str:
    for found, put in ESCAPED_IN_ATTRIBUTES.items():
        text = text.replace(found, put)
    return text


def assertion_holds(octets: bytes, certificate: bytes) -> None:
    """Whether this certificate's key signed this assertion, all of it (VIHF rules V2, V3).

    Raises:
        Doubt: what does not hold.
    """
    root = read(octets)
    if root.has_remarks():
        raise Doubt("a comment or an instruction (X16)")
    mark = root.only("Signature")
    references = _signed(mark, certificate)
    if len(references) != 1:
        raise Doubt(f"{len(references)} references")
    _digest_holds(references[0], root, mark)
    if _target(references[0], root) is not root:
        raise Doubt("something else is signed")


def lot_holds(octets: bytes, certificate: bytes, documents: dict[str, bytes], set_id: str) -> None:
    """Whether this certificate's key signed these documents of this set, by a manifest.

    Raises:
        Doubt: what does not hold.
    """
    mark = read(octets)
    if (mark.local, mark.space) != ("Signature", DS):
        raise Doubt("no signature")
    if mark.only("SignedInfo").has_remarks():
        raise Doubt("a comment or an instruction (X16)")
    references = _signed(mark, certificate)
    for each in references:
        _digest_holds(each, mark, None)
    targets = [_target(each, mark) for each in references]
    if sorted(each.local for each in targets) != ["Manifest", "SignedProperties"]:
        raise Doubt("manifest and properties are signed, and nothing else")
    manifest = next(each for each in targets if each.local == "Manifest")
    named = {each.get("URI") or "": each for each in manifest.all("Reference")}
    if named.keys() != {f"urn:oid:{each}" for each in [*documents, set_id]}:
        raise Doubt("other documents")
    for identifier, content in documents.items():
        line = named[f"urn:oid:{identifier}"]
        if line.all("Transforms") or _value(line) != _hash(line, content):
            raise Doubt("other bytes")


def _signed(mark: Node, certificate: bytes) -> list[Node]:
    """The references, once the key has been seen to have signed them."""
    info = mark.only("SignedInfo")
    carried = mark.only("KeyInfo").only("X509Data").only("X509Certificate")
    if _base64(carried.text) != certificate:
        raise Doubt("another certificate")
    method = info.only("SignatureMethod").get("Algorithm") or ""
    key = x509.load_der_x509_certificate(certificate).public_key()
    form = _form(info, info.only("CanonicalizationMethod").get("Algorithm") or "", None)
    value = _base64(mark.only("SignatureValue").text)
    try:
        if isinstance(key, rsa.RSAPublicKey) and method in METHODS:
            key.verify(value, form, padding.PKCS1v15(), METHODS[method])
        elif isinstance(key, ec.EllipticCurvePublicKey) and isinstance(key.curve, CURVES) and method in CURVE_METHODS:
            key.verify(_pair(value, key), form, ec.ECDSA(CURVE_METHODS[method]))
        else:
            raise Doubt("another algorithm")
    except InvalidSignature as error:
        raise Doubt("another value") from error
    return info.all("Reference")


def _pair(value: bytes, key: ec.EllipticCurvePublicKey) -> bytes:
    """Two numbers side by side, each as long as the curve's (RFC 6931 § 2.3.6), as ASN.1 has them."""
    size = (key.key_size + 7) // 8
    if len(value) != 2 * size:
        raise Doubt("another value")
    return encode_dss_signature(int.from_bytes(value[:size], "big"), int.from_bytes(value[size:], "big"))


def _form(node: Node, algorithm: str, without: Node | None) -> bytes:
    if algorithm == EXCLUSIVE:
        return exclusive(node, without)
    if algorithm in (INCLUSIVE, INCLUSIVE + "#WithComments"):
        return inclusive(node, comments=algorithm != INCLUSIVE, without=without)
    raise Doubt("another canonical form")


def _target(line: Node, root: Node) -> Node:
    uri = line.get("URI") or ""
    found = [each for each in root.within() if uri[1:] in (each.get("ID"), each.get("Id"))]
    if not uri.startswith("#") or len(found) != 1:
        raise Doubt(f"{len(found)} targets")
    return found[0]


def _digest_holds(line: Node, root: Node, mark: Node | None) -> None:
    steps = [each.get("Algorithm") or "" for part in line.all("Transforms") for each in part.all("Transform")]
    without = mark if ENVELOPED in steps else None
    forms = [each for each in steps if each != ENVELOPED] or [INCLUSIVE]
    if len(forms) != 1 or (mark is not None and without is None):
        raise Doubt("other transforms")
    if _value(line) != _hash(line, _form(_target(line, root), forms[0], without)):
        raise Doubt("another digest")


def _value(line: Node) -> bytes:
    return _base64(line.only("DigestValue").text)


def _hash(line: Node, octets: bytes) -> bytes:
    name = DIGESTS.get(line.only("DigestMethod").get("Algorithm") or "")
    if name is None:
        raise Doubt("another digest method")
    return hashlib.new(name, octets).digest()


def _base64(text: str) -> bytes:
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except ValueError as error:
        raise Doubt("no base64") from error
