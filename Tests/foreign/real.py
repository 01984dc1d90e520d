"""Authorities with the names of the real ones, made here: production believes them, and those of a demonstration never."""

from __future__ import annotations

import datetime
import ipaddress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from cards import CATEGORY, DAY, REAL_CARD
from credentials import Credential

ROOT, PERSONS = "AC RACINE IGC-SANTE FORT", "AC IGC-SANTE FORT PERSONNES"
USAGES = (
    "digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
    "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
)  # fmt: skip


def _usage(*named: str) -> x509.KeyUsage:
    return x509.KeyUsage(**{each: each in named for each in USAGES})


def _name(common: str) -> x509.Name:
    """As the authorities of IGC-Santé are named (identity-and-experience § 1)."""
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "FR"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "ASIP-SANTE"),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, "0002 187512751"),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, "IGC-SANTE"),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


@dataclass
class _Authority:
    name: x509.Name
    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    def issue(self, subject: x509.Name, public: ec.EllipticCurvePublicKey, *extensions: Any) -> x509.Certificate:
        return _build(self.name, self.key, subject, public, *extensions)

    def list_nobody(self, path: Path) -> None:
        """A revocation list of this moment that names nobody."""
        now = datetime.datetime.now(datetime.UTC)
        builder = x509.CertificateRevocationListBuilder().issuer_name(self.name)
        builder = builder.last_update(now - datetime.timedelta(minutes=1)).next_update(now + DAY)
        path.write_bytes(builder.sign(self.key, hashes.SHA256()).public_bytes(serialization.Encoding.DER))


def _build(
    issuer: x509.Name,
    signer: ec.EllipticCurvePrivateKey,
    subject: x509.Name,
    public: ec.EllipticCurvePublicKey,
    *extensions: Any,
) -> x509.Certificate:
    now = datetime.datetime.now(datetime.UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - DAY)
        .not_valid_after(now + 300 * DAY)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), False)
    )
    if issuer != subject:
        above = x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key())
        builder = builder.add_extension(above, False)
    for value, critical in extensions:
        builder = builder.add_extension(value, critical)
    return builder.sign(signer, hashes.SHA256())


def _authority(common: str, above: _Authority | None = None) -> _Authority:
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name(common)
    certificate = _build(
        above.name if above else name,
        above.key if above else key,
        name,
        key.public_key(),
        (x509.BasicConstraints(ca=True, path_length=0 if above else None), True),
        (_usage("key_cert_sign", "crl_sign"), True),
    )
    return _Authority(name, key, certificate)


class RealHierarchy:
    """A root, an authority of persons, their revocation lists, and a server's certificate of no test authority."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self.folder = folder
        self.authorities = folder / "ca.pem"
        self.lists = folder / "lists"
        root = _authority(ROOT)
        self._persons = _authority(PERSONS, root)
        pem = [each.certificate.public_bytes(serialization.Encoding.PEM) for each in (root, self._persons)]
        self.authorities.write_bytes(b"".join(pem))
        self.lists.mkdir()
        root.list_nobody(self.lists / "root.crl")
        self._persons.list_nobody(self.lists / "persons.crl")
        key = ec.generate_private_key(ec.SECP256R1())
        names = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
        server = root.issue(
            _name("localhost"),
            key.public_key(),
            (x509.BasicConstraints(ca=False, path_length=None), True),
            (_usage("digital_signature"), True),
            (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False),
            (x509.SubjectAlternativeName(names), False),
        )
        self.server = self._write("server", server, key)

    def card(self, model: Credential, name: str = "card") -> Credential:
        """A card that says what the model says, but the test bit."""
        key = ec.generate_private_key(ec.SECP256R1())
        kept = [
            (each.value, each.critical)
            for each in model.certificate.extensions
            if each.oid
            not in (
                x509.ExtensionOID.SUBJECT_KEY_IDENTIFIER,
                x509.ExtensionOID.AUTHORITY_KEY_IDENTIFIER,
                CATEGORY,
            )
        ]
        kept.append((x509.UnrecognizedExtension(CATEGORY, REAL_CARD), False))
        return self._write(name, self._persons.issue(model.certificate.subject, key.public_key(), *kept), key)

    @property
    def keys(self) -> dict[str, Any]:
        """The keys of a configuration, written with underscores for dots."""
        return {
            "domain": "production",
            "tls_certificate": str(self.server.certificate_path),
            "tls_key": str(self.server.key_path),
            "trust_authorities": str(self.authorities),
            "trust_revocationFolder": str(self.lists),
        }

    def _write(self, name: str, certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey) -> Credential:
        paths = self.folder / f"{name}.pem", self.folder / f"{name}.key"
        paths[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        octets = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        paths[1].touch(mode=0o600)
        paths[1].write_bytes(octets)
        return Credential(*paths)
