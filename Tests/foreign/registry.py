"""Stored queries, retrieval and updates: what is asked, and what the answers say (interop §5.5 – §5.7)."""

from __future__ import annotations

import copy
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from lxml import etree

import names
from ebrim import SubmissionSet, association, slot, submit
from names import NAMESPACES


class RegistryError(Exception):
    """A `RegistryResponse` that says Failure, with its codes."""

    def __init__(self, codes: list[str], contexts: list[str]) -> None:
        super().__init__("; ".join(f"{code}: {context}" for code, context in zip(codes, contexts, strict=True)))
        self.codes = codes
        self.contexts = contexts


@dataclass(frozen=True)
class Found:
    """One entry as the registry describes it."""

    element: etree._Element

    @property
    def entry_uuid(self) -> str:
        """The entry's id, new at each metadata version."""
        return str(self.element.get("id"))

    @property
    def logical_id(self) -> str:
        """The id that stays across metadata versions."""
        return str(self.element.get("lid"))

    @property
    def status(self) -> str:
        """The availability status URN."""
        return str(self.element.get("status"))

    @property
    def version(self) -> str:
        """The metadata version, `1` when unsaid."""
        info = self.element.find("rim:VersionInfo", NAMESPACES)
        return str(info.get("versionName")) if info is not None else "1"

    @property
    def title(self) -> str:
        """The title."""
        found = self.element.xpath("rim:Name/rim:LocalizedString/@value", namespaces=NAMESPACES)
        return str(found[0]) if found else ""

    @property
    def unique_id(self) -> str:
        """The document's own OID."""
        return self.identifier(names.ENTRY_UNIQUE)

    @property
    def confidentiality(self) -> set[str]:
        """All confidentiality codes."""
        return set(self.codes(names.ENTRY_CONFIDENTIALITY))

    @property
    def is_signature(self) -> bool:
        """Whether this is the signature of a lot rather than a document."""
        return "E1762" in self.codes(names.ENTRY_KIND)

    def identifier(self, scheme: str) -> str:
        """The value of one external identifier."""
        path = f"rim:ExternalIdentifier[@identificationScheme='{scheme}']/@value"
        return str(self.element.xpath(path, namespaces=NAMESPACES)[0])

    def codes(self, scheme: str) -> list[str]:
        """The codes of one classification."""
        path = f"rim:Classification[@classificationScheme='{scheme}']/@nodeRepresentation"
        return [str(each) for each in self.element.xpath(path, namespaces=NAMESPACES)]

    def slot(self, name: str) -> str | None:
        """The first value of a slot."""
        path = f"rim:Slot[@name='{name}']/rim:ValueList/rim:Value/text()"
        found = self.element.xpath(path, namespaces=NAMESPACES)
        return str(found[0]) if found else None


@dataclass(frozen=True)
class QueryAnswer:
    """Everything a stored query returned."""

    element: etree._Element

    @property
    def entries(self) -> list[Found]:
        """The document entries."""
        return [Found(each) for each in self.element.xpath(".//rim:ExtrinsicObject", namespaces=NAMESPACES)]

    @property
    def documents(self) -> list[Found]:
        """The entries that are documents, the lots' signatures left aside."""
        return [each for each in self.entries if not each.is_signature]

    @property
    def references(self) -> list[str]:
        """The ids of an `ObjectRef` answer."""
        return [str(each) for each in self.element.xpath(".//rim:ObjectRef/@id", namespaces=NAMESPACES)]

    @property
    def sets(self) -> list[etree._Element]:
        """The submission sets."""
        return list(self.element.xpath(".//rim:RegistryPackage", namespaces=NAMESPACES))

    @property
    def associations(self) -> list[tuple[str, str, str]]:
        """The relations, as type, source and target."""
        return [
            (str(a.get("associationType")), str(a.get("sourceObject")), str(a.get("targetObject")))
            for a in self.element.xpath(".//rim:Association", namespaces=NAMESPACES)
        ]

    def by_unique_id(self, unique_id: str) -> Found | None:
        """The entry of one document."""
        return next((each for each in self.entries if each.unique_id == unique_id), None)


def check(body: etree._Element) -> None:
    """Raises what a `RegistryResponse` (or an answer around one) reports, unless it says Success."""
    nested = body.find(".//rs:RegistryResponse", NAMESPACES)
    response = nested if nested is not None else body
    if response.get("status") == names.SUCCESS:
        return
    errors = response.findall(".//rs:RegistryError", NAMESPACES)
    raise RegistryError(
        [str(each.get("errorCode")) for each in errors], [str(each.get("codeContext")) for each in errors]
    )


def quoted(*values: str) -> str:
    """A list of string values as a stored query writes it: quoted, in parentheses."""
    lines = ",".join("'" + each.replace("'", "''") + "'" for each in values)
    return f"({lines})"


def query(name: str, parameters: Mapping[str, str | list[str]], returning: str = "LeafClass") -> str:
    """An `AdhocQueryRequest`; a parameter with several values becomes several slots (AND)."""
    slots = ""
    for key, value in parameters.items():
        for each in value if isinstance(value, list) else [value]:
            slots += slot(key, each)
    identifier = names.QUERIES.get(name, name)
    return (
        f'<query:AdhocQueryRequest xmlns:query="{names.QUERY}" xmlns:rim="{names.RIM}">'
        f'<query:ResponseOption returnComposedObjects="true" returnType="{returning}"/>'
        f'<rim:AdhocQuery id="{escape(identifier)}">{slots}</rim:AdhocQuery></query:AdhocQueryRequest>'
    )


def retrieve(unique_ids: list[str], repository: str = names.REPOSITORY) -> str:
    """A `RetrieveDocumentSetRequest`."""
    lines = "".join(
        f"<x:DocumentRequest><x:RepositoryUniqueId>{escape(repository)}</x:RepositoryUniqueId>"
        f"<x:DocumentUniqueId>{escape(each)}</x:DocumentUniqueId></x:DocumentRequest>"
        for each in unique_ids
    )
    return f'<x:RetrieveDocumentSetRequest xmlns:x="{names.XDSB}">{lines}</x:RetrieveDocumentSetRequest>'


def set_status(owner: SubmissionSet, found: Found, new: str, old: str | None = None) -> str:
    """TD3.3c and d: an `UpdateAvailabilityStatus` relation (interop §5.6)."""
    return submit(owner.xml() + moved(owner, found, new, old))


def moved(owner: SubmissionSet, found: Found, new: str, old: str | None = None) -> str:
    """The relation alone."""
    return association(
        names.UPDATE_STATUS, owner.symbol, found.entry_uuid, OriginalStatus=old or found.status, NewStatus=new
    )


def set_masked(owner: SubmissionSet, found: Found, masked: bool, version: str | None = None) -> str:
    """TD3.3a: the whole entry again, with or without `MASQUE_PS` (interop §5.6)."""
    return submit(owner.xml() + marked(owner, found, "MASQUE_PS", masked, version))


def marked(
    owner: SubmissionSet,
    found: Found,
    code: str,
    present: bool,
    version: str | None = None,
    symbol: str = "Updated01",
) -> str:
    """The whole entry again, with or without a confidentiality code, and its membership."""
    entry = copy.deepcopy(found.element)
    old = entry.get("id")
    entry.set("id", symbol)
    entry.attrib.pop("status", None)
    for each in entry.iter():
        for name in ("classifiedObject", "registryObject"):
            if each.get(name) == old:
                each.set(name, symbol)
        if each is not entry and each.get("id"):
            each.set("id", f"x{uuid.uuid4()}")
    scheme = f"rim:Classification[@classificationScheme='{names.ENTRY_CONFIDENTIALITY}']"
    marks = entry.xpath(f"{scheme}[@nodeRepresentation='{code}']", namespaces=NAMESPACES)
    if present and not marks:
        template = entry.xpath(scheme, namespaces=NAMESPACES)[0]
        mark = copy.deepcopy(template)
        mark.set("id", f"x{uuid.uuid4()}")
        mark.set("nodeRepresentation", code)
        mark.find("rim:Slot/rim:ValueList/rim:Value", NAMESPACES).text = names.FRENCH_CONFIDENTIALITY
        template.addnext(mark)
    for mark in [] if present else marks:
        entry.remove(mark)
    relation = association(
        names.HAS_MEMBER,
        owner.symbol,
        symbol,
        SubmissionSetStatus="Original",
        PreviousVersion=version or found.version,
    )
    return etree.tostring(entry, with_tail=False).decode() + relation
