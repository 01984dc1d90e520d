"""SOAP 1.2 envelopes and MTOM framing, written and read by hand (interop §1.4, §5.2)."""

from __future__ import annotations

import base64
import email.parser
import email.policy
import re
import uuid
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

import requests
from lxml import etree

import names
from credentials import Credential
from names import NAMESPACES

PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


@dataclass(eq=False)
class Fault(Exception):
    """A SOAP fault, as the client reads it."""

    status: int
    code: str
    subcode: str | None
    reason: str

    def __str__(self) -> str:
        return f"{self.status} {self.code}/{self.subcode}: {self.reason}"


@dataclass(frozen=True)
class Part:
    """One attachment of a multipart message."""

    content_id: str
    octets: bytes
    media_type: str = "text/xml"


@dataclass
class Answer:
    """What came back: the status, the envelope, the attachments by content id."""

    status: int
    content_type: str
    envelope: etree._Element
    parts: dict[str, bytes] = field(default_factory=dict)

    @property
    def body(self) -> etree._Element:
        """The single child of the body."""
        return self.envelope.xpath("s:Body/*", namespaces=NAMESPACES)[0]

    def header(self, name: str) -> str | None:
        """The text of a WS-Addressing header."""
        found = self.envelope.xpath(f"s:Header/a:{name}", namespaces=NAMESPACES)
        return (found[0].text or "") if found else None

    @property
    def fault(self) -> Fault | None:
        """The fault, if that is what came."""
        if etree.QName(self.body) != etree.QName(names.SOAP12, "Fault"):
            return None
        return Fault(
            status=self.status,
            code=_local(self.body.findtext("s:Code/s:Value", namespaces=NAMESPACES)) or "",
            subcode=_local(self.body.findtext("s:Code/s:Subcode/s:Value", namespaces=NAMESPACES)),
            reason=self.body.findtext("s:Reason/s:Text", namespaces=NAMESPACES) or "",
        )


def _local(text: str | None) -> str | None:
    """A qualified name's last part."""
    return text.strip().rpartition(":")[2] if text else None


def envelope(
    action: str,
    body: str,
    security: str,
    *,
    to: str = "",
    message_id: str | None = None,
    soap: str = names.SOAP12,
    understand: str = 'e:mustUnderstand="true"',
    default_addressing: bool = False,
    action_last: bool = False,
) -> bytes:
    """An envelope; the options are the spellings that shipping clients use (interop §1.4, tolerances)."""
    prefix, declaration = ("", f' xmlns="{names.WSA}"') if default_addressing else ("a:", "")
    action_header = f"<{prefix}Action{declaration} {understand}>{action}</{prefix}Action>"
    message = message_id or f"urn:uuid:{uuid.uuid4()}"
    id_header = f"<{prefix}MessageID{declaration}>{message}</{prefix}MessageID>"
    first, second = (id_header, action_header) if action_last else (action_header, id_header)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><e:Envelope xmlns:e="{soap}" xmlns:a="{names.WSA}"><e:Header>'
        f"{first}{second}<{prefix}To{declaration} {understand}>{to}</{prefix}To>"
        f"<{prefix}ReplyTo{declaration}><{prefix}Address>http://www.w3.org/2005/08/addressing/anonymous"
        f"</{prefix}Address></{prefix}ReplyTo>"
        f'<w:Security xmlns:w="{names.WSSE}">{security}</w:Security></e:Header>'
        f"<e:Body>{body}</e:Body></e:Envelope>"
    ).encode()


def include(content_id: str, encode: bool = True) -> str:
    """An `xop:Include` towards a part; the content id is URL-encoded as real stacks do."""
    target = quote(content_id, safe="") if encode else content_id
    return f'<xop:Include xmlns:xop="{names.XOP}" href="cid:{target}"/>'


def mtom(
    root: bytes, parts: list[Part], action: str, *, boundary: str | None = None, root_type: str = "application/xop+xml"
) -> tuple[bytes, str]:
    """The multipart body and its content type."""
    boundary = boundary or f"MIME_{uuid.uuid4().hex}"
    root_id = "root.message@client.test"
    head = (
        f'Content-Type: {root_type}; charset=UTF-8; type="application/soap+xml"\r\n'
        f"Content-Transfer-Encoding: binary\r\nContent-ID: <{root_id}>\r\n\r\n"
    )
    chunks = [f"--{boundary}\r\n{head}".encode() + root]
    for part in parts:
        header = (
            f"--{boundary}\r\nContent-Type: {part.media_type}\r\nContent-Transfer-Encoding: binary\r\n"
            f"Content-ID: <{part.content_id}>\r\n\r\n"
        )
        chunks.append(header.encode() + part.octets)
    octets = b"\r\n".join(chunks) + f"\r\n--{boundary}--\r\n".encode()
    content_type = (
        f'multipart/related; boundary="{boundary}"; type="application/xop+xml"; start="<{root_id}>"; '
        f'start-info="application/soap+xml"; action="{action}"'
    )
    return octets, content_type


def read(status: int, content_type: str, octets: bytes) -> Answer:
    """An answer, plain or multipart."""
    if not content_type.lower().startswith("multipart/"):
        return Answer(status, content_type, etree.fromstring(octets, PARSER))
    parts = split(content_type, octets)
    start = re.search(r'start="?<([^>]+)>"?', content_type)
    root = parts.pop(start.group(1)) if start else parts.pop(next(iter(parts)))
    return Answer(status, content_type, etree.fromstring(root, PARSER), parts)


def split(content_type: str, octets: bytes) -> dict[str, bytes]:
    """The parts of a multipart body, by content id, their bytes untouched."""
    policy = email.policy.HTTP
    top = email.parser.HeaderParser(policy=policy).parsestr(f"Content-Type: {content_type}\r\n\r\n")
    boundary = top.get_boundary()
    if not boundary:
        raise ValueError("a multipart answer without a boundary")
    found: dict[str, bytes] = {}
    for chunk in (b"\r\n" + octets).split(f"\r\n--{boundary}".encode())[1:]:
        if chunk.startswith(b"--"):
            break
        head, _, content = chunk.partition(b"\r\n\r\n")
        headers = email.parser.BytesHeaderParser(policy=policy).parsebytes(head.lstrip(b"\r\n") + b"\r\n\r\n")
        found[str(headers.get("Content-ID", f"part{len(found)}")).strip().strip("<>")] = content
    return found


def included(element: etree._Element, parts: dict[str, bytes]) -> bytes:
    """The bytes an element holds: an attachment or inline base64."""
    target = element.find(f"{{{names.XOP}}}Include")
    if target is None:
        return base64.b64decode(element.text or "")
    return parts[unquote(str(target.get("href")).removeprefix("cid:"))]


class Channel:
    """Mutual TLS towards one server."""

    def __init__(self, ca: str, credential: Credential | None) -> None:
        self.session = requests.Session()
        self.session.verify = ca
        self.session.trust_env = False
        if credential:
            self.session.cert = (str(credential.certificate_path), str(credential.key_path))

    def post(self, url: str, octets: bytes, content_type: str, timeout: float = 60) -> requests.Response:
        """The raw exchange."""
        return self.session.post(url, data=octets, headers={"Content-Type": content_type}, timeout=timeout)

    def exchange(self, url: str, octets: bytes, content_type: str) -> Answer:
        """One request and its envelope; a fault is raised."""
        response = self.post(url, octets, content_type)
        try:
            answer = read(response.status_code, response.headers.get("Content-Type", ""), response.content)
        except (etree.XMLSyntaxError, KeyError, ValueError) as error:
            start = response.content[:300]
            raise AssertionError(f"{response.status_code}: no envelope came back ({error}): {start!r}") from error
        if fault := answer.fault:
            raise fault
        return answer
