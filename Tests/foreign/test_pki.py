"""`dmp pki`: sample authorities, cards and certificates that other programs can rely on (identity-and-experience § 1)."""

from __future__ import annotations

import json
import stat
import subprocess
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key
from cryptography.x509.oid import ExtendedKeyUsageOID

from serving import binary_under_test

USAGES = {
    "-authentication": {"digital_signature"},
    "-signature": {"content_commitment"},
    "-seal": {"digital_signature", "content_commitment"},
    "server": {"digital_signature", "key_encipherment"},
    "authority": {"key_cert_sign", "crl_sign"},
}
NAMES = (
    "digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
    "key_cert_sign", "crl_sign",
)  # fmt: skip


def make(folder: Path, *more: str) -> subprocess.CompletedProcess[bytes]:
    """Runs the command."""
    binary = binary_under_test()
    if binary is None:
        pytest.skip("DMP_BINARY is not set")
    return subprocess.run([str(binary), "pki", str(folder), *more], capture_output=True, timeout=120, check=False)


@pytest.fixture(scope="module")
def pki(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that it made."""
    folder = tmp_path_factory.mktemp("pki") / "made"
    done = make(folder, "--keys", "p256", "--host", "dmp.essai.example", "--host", "192.0.2.7")
    assert done.returncode == 0, done.stderr
    return folder


def leaf(path: Path) -> x509.Certificate:
    """The first certificate of a file."""
    return x509.load_pem_x509_certificates(path.read_bytes())[0]


def leaves(folder: Path) -> list[Path]:
    """Every holder's and the server's certificate."""
    holders = [path for kind in ("professionals", "structures") for path in sorted((folder / kind).glob("*.pem"))]
    return [folder / "server.pem", *holders]


def usage(certificate: x509.Certificate) -> set[str]:
    """What its key is for."""
    extension = certificate.extensions.get_extension_for_class(x509.KeyUsage)
    assert extension.critical
    return {name for name in NAMES if getattr(extension.value, name)}


def expected(path: Path) -> set[str]:
    """The same, by the file's name: a structure's second pair is its seal."""
    if path.stem == "server":
        return USAGES["server"]
    kind = "-" + path.stem.rsplit("-", 1)[1]
    if kind == "-signature" and path.parent.name == "structures":
        kind = "-seal"
    return USAGES[kind]


def test_every_certificate_leads_to_a_root(pki: Path) -> None:
    """Signatures, names and constraints, checked by another toolkit; `ca.pem` holds every authority."""
    authorities = x509.load_pem_x509_certificates((pki / "ca.pem").read_bytes())
    own = [leaf(each) for each in (pki / "authorities").glob("*.pem")]
    assert {each.subject for each in own} == {each.subject for each in authorities}
    by_name = {each.subject: each for each in authorities}
    for authority in authorities:
        assert authority.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
        assert usage(authority) == USAGES["authority"]
    found = leaves(pki)
    assert len(found) >= 2 * (12 + 3) + 1
    for path in found:
        certificate = leaf(path)
        constraints = [each.value for each in certificate.extensions if isinstance(each.value, x509.BasicConstraints)]
        assert not any(each.ca for each in constraints), path
        steps = 0
        while certificate.issuer != certificate.subject:
            issuer = by_name[certificate.issuer]
            certificate.verify_directly_issued_by(issuer)
            assert issuer.not_valid_before_utc <= certificate.not_valid_before_utc
            certificate, steps = issuer, steps + 1
            assert steps < 5, path
        certificate.verify_directly_issued_by(certificate)
        assert steps >= 1, path


def test_every_key_is_for_one_thing(pki: Path) -> None:
    """A card's key that opens connections signs no document, and the other way round."""
    for path in leaves(pki):
        certificate = leaf(path)
        assert usage(certificate) == expected(path), path
        purposes = set(certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value)
        assert (ExtendedKeyUsageOID.CLIENT_AUTH in purposes) == (not path.stem.endswith("-signature")), path
        assert (ExtendedKeyUsageOID.SERVER_AUTH in purposes) == (path.stem == "server"), path


def test_every_key_is_its_certificate_s_and_its_owner_s_alone(pki: Path) -> None:
    """No key stands beside another's certificate, and nobody else may read one."""
    public: set[bytes] = set()
    for path in leaves(pki):
        key = path.with_suffix(".key")
        assert stat.S_IMODE(key.stat().st_mode) == 0o600, key
        one = load_pem_private_key(key.read_bytes(), None).public_key()
        octets = one.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        assert octets == leaf(path).public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo), path
        public.add(octets)
    assert len(public) == len(leaves(pki))


def test_the_server_has_the_names_that_were_asked_for(pki: Path) -> None:
    names = leaf(pki / "server.pem").extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == ["dmp.essai.example"]
    assert [str(each) for each in names.get_values_for_type(x509.IPAddress)] == ["192.0.2.7"]


def test_its_operators_are_listed_with_certificates_of_the_same_authorities(pki: Path) -> None:
    """`operators.file` can name the list as it is."""
    issuers = {each.subject: each for each in x509.load_pem_x509_certificates((pki / "ca.pem").read_bytes())}
    listed = json.loads((pki / "operators/operators.json").read_text())["operators"]
    assert len(listed) >= 5
    for each in listed:
        certificate = leaf(pki / "operators" / each["certificate"])
        certificate.verify_directly_issued_by(issuers[certificate.issuer])


def test_a_folder_that_is_there_is_left_alone(pki: Path) -> None:
    before = {path: path.read_bytes() for path in pki.rglob("*") if path.is_file()}
    again = make(pki)
    assert again.returncode != 0 and b"exists already" in again.stderr
    assert {path: path.read_bytes() for path in pki.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("host", ["", "two names", "é.example"])
def test_a_host_that_is_no_name_is_refused(tmp_path: Path, host: str) -> None:
    """A certificate for nobody would be found out much later."""
    done = make(tmp_path / "made", "--keys", "p256", "--host", host)
    assert done.returncode == 64 and b"--host" in done.stderr and not (tmp_path / "made").exists()
