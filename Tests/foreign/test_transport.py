"""The key exchange of every door, read from a handshake written by hand: Debian's OpenSSL does not know the hybrid yet."""

from __future__ import annotations

import secrets
import socket
import struct
from urllib.parse import urlsplit

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from demo import Demo

HYBRID, X25519, P256, P384, P521 = 0x11EC, 0x1D, 0x17, 0x18, 0x19
ALERT, HANDSHAKE = 21, 22
SUPPORTED_GROUPS, SIGNATURE_ALGORITHMS, SUPPORTED_VERSIONS, KEY_SHARE = 10, 13, 43, 51
TLS13 = 0x0304


def sized(width: int, octets: bytes) -> bytes:
    """Octets behind their number."""
    return len(octets).to_bytes(width, "big") + octets


def hello(groups: list[int]) -> bytes:
    """A ClientHello of TLS 1.3 that knows those groups and brings a share of X25519 alone (RFC 8446 § 4.1.2)."""
    share = X25519PrivateKey.generate().public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    offered = struct.pack(f"!{len(groups)}H", *groups)
    shares = struct.pack("!H", X25519) + sized(2, share) if X25519 in groups else b""
    extensions = {
        SUPPORTED_VERSIONS: sized(1, struct.pack("!H", TLS13)),
        SUPPORTED_GROUPS: sized(2, offered),
        SIGNATURE_ALGORITHMS: sized(2, struct.pack("!4H", 0x0403, 0x0503, 0x0804, 0x0805)),
        KEY_SHARE: sized(2, shares),
    }
    body = (
        struct.pack("!H", 0x0303) + secrets.token_bytes(32) + sized(1, secrets.token_bytes(32))
        + sized(2, struct.pack("!3H", 0x1301, 0x1302, 0x1303)) + sized(1, b"\0")
        + sized(2, b"".join(struct.pack("!H", kind) + sized(2, content) for kind, content in extensions.items()))
    )  # fmt: skip
    return struct.pack("!BH", HANDSHAKE, 0x0301) + sized(2, b"\x01" + sized(3, body))


def read(line: socket.socket, count: int) -> bytes:
    """So many octets."""
    found = b""
    while len(found) < count:
        some = line.recv(count - len(found))
        assert some, "the server hung up"
        found += some
    return found


def chosen(door: str, groups: list[int]) -> int | None:
    """The group that a door answers with, in its own hello or by asking for another share; nothing where it refuses."""
    address = urlsplit(door)
    with socket.create_connection((address.hostname or "", address.port or 443), timeout=20) as line:
        line.sendall(hello(groups))
        kind, _, length = struct.unpack("!BHH", read(line, 5))
        content = read(line, length)
    if kind == ALERT:
        return None
    assert kind == HANDSHAKE and content[0] == 2
    at = 4 + 2 + 32
    at += 1 + content[at] + 2 + 1 + 2
    while at < len(content):
        name, size = struct.unpack("!HH", content[at : at + 4])
        if name == KEY_SHARE:
            return int.from_bytes(content[at + 4 : at + 6], "big")
        at += 4 + size
    raise AssertionError("no key share in the server's hello")


@pytest.mark.parametrize("door", ["portal", "services", "care"])
@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ([HYBRID, X25519, P256], HYBRID),
        ([HYBRID], HYBRID),
        ([X25519, HYBRID], X25519),
        ([X25519, P256], X25519),
        ([P256], P256),
        ([P384], P384),
        ([P521], None),
    ],
    ids=["hybrid first", "hybrid alone", "hybrid second", "none of it", "P-256", "P-384", "P-521 alone"],
)
def test_the_key_exchange_is_hybrid_where_the_client_puts_it_first(
    demo: Demo, door: str, groups: list[int], expected: int | None
) -> None:
    """Where a client has the hybrid and puts it first, no other group is taken, though its share of another is at hand."""
    assert chosen(getattr(demo, door), groups) == expected
