"""XML Signature by hand: digests, references and signature values (W3C xmldsig-core; interop §3.5, §4.9).

Canonical forms come from lxml; nothing here is shared with the server under test.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from xml.sax.saxutils import escape

from cryptography.hazmat.primitives import hashes
from lxml import etree

from credentials import Credential
from names import DS

EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"
INCLUSIVE = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
INCLUSIVE_WITH_COMMENTS = INCLUSIVE + "#WithComments"
ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature"

DIGESTS = {
    "sha1": "http://www.w3.org/2000/09/xmldsig#sha1",
    "sha256": "http://www.w3.org/2001/04/xmlenc#sha256",
    "sha512": "http://www.w3.org/2001/04/xmlenc#sha512",
}
SIGNATURES = {
    ("rsa", "sha1"): "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
    ("rsa", "sha256"): "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    ("rsa", "sha512"): "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
    ("ecdsa", "sha1"): "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1",
    ("ecdsa", "sha256"): "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
    ("ecdsa", "sha512"): "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512",
}
HASHES: dict[str, Callable[[], hashes.HashAlgorithm]] = {
    "sha1": hashes.SHA1,
    "sha256": hashes.SHA256,
    "sha512": hashes.SHA512,
}


def canonical(element: etree._Element, algorithm: str = EXCLUSIVE) -> bytes:
    """The canonical bytes of one element, in the context where it stands."""
    alone = etree.fromstring(etree.tostring(element, with_tail=False))
    if algorithm == EXCLUSIVE:
        return bytes(etree.tostring(alone, method="c14n", exclusive=True, with_comments=False))
    with_comments = algorithm.endswith("#WithComments")
    return bytes(etree.tostring(alone, method="c14n", exclusive=False, with_comments=with_comments))


def digest(octets: bytes, name: str) -> str:
    """A digest in base64."""
    return base64.b64encode(hashlib.new(name, octets).digest()).decode()


@dataclass(frozen=True)
class Reference:
    """One line of what is signed."""

    uri: str
    digest_value: str
    type: str | None = None
    transforms: tuple[str, ...] = ()

    def xml(self, name: str) -> str:
        """The `ds:Reference` element."""
        kind = f' Type="{self.type}"' if self.type else ""
        steps = "".join(f'<ds:Transform Algorithm="{each}"/>' for each in self.transforms)
        steps = f"<ds:Transforms>{steps}</ds:Transforms>" if steps else ""
        return (
            f'<ds:Reference{kind} URI="{escape(self.uri)}">{steps}'
            f'<ds:DigestMethod Algorithm="{DIGESTS[name]}"/>'
            f"<ds:DigestValue>{self.digest_value}</ds:DigestValue></ds:Reference>"
        )


def signature(
    credential: Credential,
    references: list[Reference],
    *,
    name: str = "sha256",
    canonicalization: str = EXCLUSIVE,
    identifier: str | None = None,
    objects: str = "",
) -> etree._Element:
    """A complete `ds:Signature`: SignedInfo, value, leaf certificate, objects."""
    family = "ecdsa" if credential.is_elliptic else "rsa"
    lines = "".join(each.xml(name) for each in references)
    mark = f' Id="{identifier}"' if identifier else ""
    text = (
        f'<ds:Signature xmlns:ds="{DS}"{mark}><ds:SignedInfo>'
        f'<ds:CanonicalizationMethod Algorithm="{canonicalization}"/>'
        f'<ds:SignatureMethod Algorithm="{SIGNATURES[family, name]}"/>{lines}</ds:SignedInfo>'
        f"<ds:SignatureValue></ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>"
        f"{credential.leaf_base64}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>{objects}</ds:Signature>"
    )
    element = etree.fromstring(text)
    signed = canonical(element[0], canonicalization)
    element[1].text = base64.b64encode(credential.sign(signed, HASHES[name]())).decode()
    return element
