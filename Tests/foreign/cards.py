"""Cards that are not good: made from a good one with the demonstration's own authorities, one thing changed."""

from __future__ import annotations

import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from credentials import Credential
from demo import Demo

CATEGORY = x509.ObjectIdentifier("1.2.250.1.71.1.2.5")
REAL_CARD = b"\x04\x01\x00"
"""TRE_G01 as an OCTET STRING: a card, without the test bit."""
DAY = datetime.timedelta(days=1)


def _authority(demo: Demo, model: x509.Certificate) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    """The authority that issued the model, with its key: a demonstration keeps it in the open."""
    for path in (demo.folder / "pki" / "authorities").glob("*.pem"):
        found = x509.load_pem_x509_certificate(path.read_bytes())
        if found.subject == model.issuer:
            key = serialization.load_pem_private_key(path.with_suffix(".key").read_bytes(), password=None)
            assert isinstance(key, ec.EllipticCurvePrivateKey)
            return found, key
    raise LookupError("authority")


def _write(folder: Path, name: str, certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey) -> Credential:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / f"{name}.key").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return Credential(folder / f"{name}.pem", folder / f"{name}.key")


def altered(
    demo: Demo,
    model: Credential,
    folder: Path,
    name: str,
    *,
    ended: bool = False,
    real: bool = False,
    stranger: bool = False,
) -> Credential:
    """A card like the model that has ended, says it is a real one, or comes from an authority nobody knows."""
    good = model.certificate
    key = ec.generate_private_key(ec.SECP256R1())
    _, signer = _authority(demo, good)
    if stranger:
        signer = ec.generate_private_key(ec.SECP256R1())
    now = datetime.datetime.now(datetime.UTC)
    start, end = (now - 9 * DAY, now - DAY) if ended else (now - DAY, now + 300 * DAY)
    builder = (
        x509.CertificateBuilder()
        .subject_name(good.subject)
        .issuer_name(good.issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(max(start, good.not_valid_before_utc - 30 * DAY))
        .not_valid_after(end)
    )
    for extension in good.extensions:
        value = extension.value
        if extension.oid == x509.ExtensionOID.SUBJECT_KEY_IDENTIFIER:
            value = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
        if extension.oid == CATEGORY and real:
            value = x509.UnrecognizedExtension(CATEGORY, REAL_CARD)
        builder = builder.add_extension(value, extension.critical)
    return _write(folder, name, builder.sign(signer, hashes.SHA256()), key)


def revoke(
    demo: Demo, card: Credential, *more: Credential, lifted: bool = False, folder: Path | None = None
) -> Path:
    """A revocation list of the card's authority that names it, where the demonstration looks; or one that names nobody.

    Its other certificates come from the same authority, and are named with it.
    """
    authority, key = _authority(demo, card.certificate)
    now = datetime.datetime.now(datetime.UTC)
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(authority.subject)
        .last_update(now - datetime.timedelta(minutes=1))
        .next_update(now + DAY)
    )
    for each in () if lifted else (card, *more):
        assert each.certificate.issuer == authority.subject
        entry = x509.RevokedCertificateBuilder().serial_number(each.certificate.serial_number).revocation_date(now)
        builder = builder.add_revoked_certificate(entry.build())
    folder = folder or demo.folder / "pki" / "revocation"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "essai.crl"
    half = folder / "essai.tmp"
    half.write_bytes(builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.DER))
    half.replace(path)
    return path
