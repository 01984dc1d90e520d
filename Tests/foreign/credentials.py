"""A certificate with its key: what opens a connection and what signs."""

from __future__ import annotations

import base64
import datetime
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

SHORT_NAMES = {
    NameOID.GIVEN_NAME: "GN",
    NameOID.SURNAME: "SN",
    NameOID.TITLE: "title",
    NameOID.SERIAL_NUMBER: "serialNumber",
    NameOID.PSEUDONYM: "pseudonym",
}


@dataclass(frozen=True)
class Credential:
    """A leaf certificate and its private key, both plain PEM files."""

    certificate_path: Path
    key_path: Path

    @cached_property
    def certificate(self) -> x509.Certificate:
        """The leaf: the first certificate of the file."""
        return x509.load_pem_x509_certificates(self.certificate_path.read_bytes())[0]

    @cached_property
    def key(self) -> rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey:
        """The private key."""
        key = serialization.load_pem_private_key(self.key_path.read_bytes(), password=None)
        if not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
            raise TypeError("the key is neither RSA nor elliptic curve")
        return key

    @property
    def subject(self) -> str:
        """The subject in the order of RFC 2253, short names spelled out."""
        return self.certificate.subject.rfc4514_string(SHORT_NAMES)

    @property
    def subject_with_raw_oids(self) -> str:
        """The same subject as older toolkits write it: `2.5.4.4=#0c04…` (identity-and-experience §1.6)."""
        parts = []
        for rdn in reversed(list(self.certificate.subject.rdns)):
            parts.append("+".join(_raw(each) for each in rdn))
        return ",".join(parts)

    @property
    def leaf_base64(self) -> str:
        """The leaf as `X509Certificate` carries it."""
        return base64.b64encode(self.leaf_der).decode()

    @property
    def leaf_der(self) -> bytes:
        """The leaf's bytes."""
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def is_elliptic(self) -> bool:
        """Whether signatures are ECDSA rather than RSA."""
        return isinstance(self.key, ec.EllipticCurvePrivateKey)

    def sign(self, octets: bytes, digest: hashes.HashAlgorithm) -> bytes:
        """A signature value as XML Signature wants it: PKCS#1 v1.5, or r and s side by side."""
        if isinstance(self.key, rsa.RSAPrivateKey):
            return self.key.sign(octets, padding.PKCS1v15(), digest)
        r, s = decode_dss_signature(self.key.sign(octets, ec.ECDSA(digest)))
        size = (self.key.curve.key_size + 7) // 8
        return r.to_bytes(size, "big") + s.to_bytes(size, "big")


def _raw(attribute: x509.NameAttribute[str | bytes]) -> str:
    if attribute.oid in (NameOID.GIVEN_NAME, NameOID.SURNAME, NameOID.TITLE):
        value = attribute.value.encode() if isinstance(attribute.value, str) else attribute.value
        return f"{attribute.oid.dotted_string}=#0c{len(value):02x}{value.hex()}"
    return attribute.rfc4514_string()


def forged(like: Credential, folder: Path) -> Credential:
    """A certificate that says the same as another, issued by an authority nobody trusts."""
    authority_key = ec.generate_private_key(ec.SECP256R1())
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    now = datetime.datetime.now(datetime.UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(like.certificate.subject)
        .issuer_name(like.certificate.issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=30))
    )
    for extension in like.certificate.extensions:
        if extension.oid not in (
            x509.oid.ExtensionOID.SUBJECT_KEY_IDENTIFIER,
            x509.oid.ExtensionOID.AUTHORITY_KEY_IDENTIFIER,
        ):
            builder = builder.add_extension(extension.value, extension.critical)
    if not any(e.oid == x509.oid.ExtensionOID.EXTENDED_KEY_USAGE for e in like.certificate.extensions):
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), False)
    certificate = builder.sign(authority_key, hashes.SHA256())
    folder.mkdir(parents=True, exist_ok=True)
    paths = folder / "forged.pem", folder / "forged.key"
    paths[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    paths[1].write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return Credential(*paths)
