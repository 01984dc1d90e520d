"""ebRIM: registry packages, entries, classifications and associations, written by hand (interop §4, §5.3, §5.4)."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass, field
from itertools import count
from xml.sax.saxutils import escape, quoteattr

import names
from cda import Document, new_oid
from demo import Patient, Professional, Structure

_numbers = count(1)


def slot(name: str, *values: str) -> str:
    """A slot with its values."""
    lines = "".join(f"<rim:Value>{escape(each)}</rim:Value>" for each in values)
    return f'<rim:Slot name="{name}"><rim:ValueList>{lines}</rim:ValueList></rim:Slot>'


def label(text: str, tag: str = "Name") -> str:
    """A name or description in French."""
    return f'<rim:{tag}><rim:LocalizedString charset="UTF8" xml:lang="FR" value={quoteattr(text)}/></rim:{tag}>'


def coded(target: str, scheme: str, code: str, system: str, text: str) -> str:
    """A coded classification."""
    return (
        f'<rim:Classification id="cl{next(_numbers)}" classifiedObject="{target}" classificationScheme="{scheme}" '
        f"nodeRepresentation={quoteattr(code)}>{slot('codingScheme', system)}{label(text)}</rim:Classification>"
    )


def external(target: str, scheme: str, value: str, name: str) -> str:
    """An external identifier."""
    return (
        f'<rim:ExternalIdentifier id="ei{next(_numbers)}" registryObject="{target}" '
        f'identificationScheme="{scheme}" value={quoteattr(value)}>{label(name)}</rim:ExternalIdentifier>'
    )


def association(kind: str, source: str, target: str, **slots: str) -> str:
    """A relation between two objects."""
    lines = "".join(slot(name, value) for name, value in slots.items())
    return (
        f'<rim:Association id="as{next(_numbers)}" associationType="{kind}" objectType="{names.ASSOCIATION_TYPE}" '
        f'sourceObject="{source}" targetObject="{target}">{lines}</rim:Association>'
    )


def xcn(person: Professional) -> str:
    """A professional as an XCN (interop §4.2)."""
    return f"{person.national_id}^{person.family}^{person.given}^^^^^^&{names.PERSONS}&ISO^D^^^IDNPS"


def xon(place: Structure) -> str:
    """A structure as an XON (interop §4.2)."""
    return f"{place.name}^^^^^&{names.STRUCTURES}&ISO^IDNST^^^{place.national_id}"


def author(target: str, scheme: str, person: Professional, place: Structure, specialty: tuple[str, str]) -> str:
    """The author classification of an entry or of a set."""
    code, text = specialty
    return (
        f'<rim:Classification id="cl{next(_numbers)}" classifiedObject="{target}" '
        f'classificationScheme="{scheme}" nodeRepresentation="">'
        f"{slot('authorPerson', xcn(person))}{slot('authorInstitution', xon(place))}"
        f"{slot('authorSpecialty', f'{code}^{text}^{names.AUTHOR_SPECIALTIES}')}</rim:Classification>"
    )


def utc(moment: datetime.datetime) -> str:
    """UTC to the second, as XDS has it."""
    return moment.astimezone(datetime.UTC).strftime("%Y%m%d%H%M%S")


def source_patient_info(patient: Patient) -> str:
    """The traits as sent along with each entry (interop §4.1)."""
    birth = patient.birth_date.replace("-", "")
    return slot(
        "sourcePatientInfo",
        f"PID-5|{patient.family}^{patient.given}^^^^^L",
        f"PID-7|{birth}",
        f"PID-8|{patient.sex}",
    )


@dataclass(frozen=True)
class Entry:
    """One document of a lot and what the client says of it."""

    document: Document
    masked: bool = False
    invisible: bool = False
    kept_from_representatives: bool = False
    claim_size_and_hash: bool = False
    hash: str | None = None
    size: int | None = None
    replaces_entry: str | None = None
    references: tuple[str, ...] = ()
    """Numbers of orders, accessions, studies, as CXi."""
    symbol: str = field(default_factory=lambda: f"Document{next(_numbers)}")

    @property
    def confidentiality(self) -> list[tuple[str, str, str]]:
        """`N` always, then the wishes on who may see."""
        codes = [("N", names.HL7_CONFIDENTIALITY, "Normal")]
        if self.masked:
            codes.append(("MASQUE_PS", names.FRENCH_CONFIDENTIALITY, "Masqué aux professionnels de santé"))
        if self.invisible:
            codes.append(("INVISIBLE_PATIENT", names.FRENCH_CONFIDENTIALITY, "Non visible par le patient"))
        if self.kept_from_representatives:
            text = "Non visible par les représentants légaux"
            codes.append(("INVISIBLE_REPRESENTANTS_LEGAUX", names.FRENCH_CONFIDENTIALITY, text))
        return codes

    def xml(self) -> str:
        """The `ExtrinsicObject`, its children in the fixed order."""
        document, me = self.document, self.symbol
        kind, when = document.kind, utc(document.written)
        practice, practice_label = document.practice
        octets = document.xml
        claimed = ""
        if self.claim_size_and_hash or self.hash or self.size is not None:
            sha1 = self.hash or hashlib.sha1(octets, usedforsecurity=False).hexdigest()
            size = self.size if self.size is not None else len(octets)
            claimed = slot("hash", sha1) + slot("size", str(size))
        slots = (
            slot("creationTime", when)
            + claimed
            + slot("languageCode", "fr-FR")
            + slot("legalAuthenticator", xcn(document.author))
            + slot("serviceStartTime", when)
            + slot("sourcePatientId", document.patient.cx)
            + source_patient_info(document.patient)
            + (slot("urn:ihe:iti:xds:2013:referenceIdList", *self.references) if self.references else "")
        )
        codes = (
            author(me, names.ENTRY_AUTHOR, document.author, document.author.structure, document.specialty)
            + coded(me, names.ENTRY_CLASS, kind.class_code, names.CLASSES, kind.class_label)
            + "".join(coded(me, names.ENTRY_CONFIDENTIALITY, *each) for each in self.confidentiality)
            + coded(me, names.ENTRY_FORMAT, kind.format_code, kind.format_system, kind.format_code)
            + coded(me, names.ENTRY_FACILITY, document.author.structure.sector, names.SECTORS, "Structure")
            + coded(me, names.ENTRY_PRACTICE, practice, names.PRACTICE_SETTINGS, practice_label)
            + coded(me, names.ENTRY_KIND, kind.code, kind.system, kind.label)
        )
        identifiers = external(me, names.ENTRY_PATIENT, document.patient.cx, "XDSDocumentEntry.patientId") + external(
            me, names.ENTRY_UNIQUE, document.unique_id, "XDSDocumentEntry.uniqueId"
        )
        return (
            f'<rim:ExtrinsicObject id="{me}" mimeType="text/xml" objectType="{names.ENTRY_TYPE}">'
            f"{slots}{label(document.title)}{codes}{identifiers}</rim:ExtrinsicObject>"
        )


@dataclass(frozen=True)
class SubmissionSet:
    """The sending itself: who, when, for whom."""

    patient: Patient
    sender: Professional
    place: Structure
    specialty: tuple[str, str]
    unique_id: str = field(default_factory=new_oid)
    when: datetime.datetime = field(default_factory=lambda: datetime.datetime.now(datetime.UTC))
    symbol: str = "SubmissionSet01"

    def xml(self) -> str:
        """The `RegistryPackage`."""
        me = self.symbol
        return (
            f'<rim:RegistryPackage id="{me}">{slot("submissionTime", utc(self.when))}{label("Envoi")}'
            f"{author(me, names.SET_AUTHOR, self.sender, self.place, self.specialty)}"
            f"{coded(me, names.SET_CONTENT, '60', names.CARE_ACTIVITIES, 'Consultations et actes')}"
            f'<rim:Classification id="cl{next(_numbers)}" classifiedObject="{me}" '
            f'classificationNode="{names.SET_NODE}"/>'
            f"{external(me, names.SET_PATIENT, self.patient.cx, 'XDSSubmissionSet.patientId')}"
            f"{external(me, names.SET_SOURCE, names.OUR_OID, 'XDSSubmissionSet.sourceId')}"
            f"{external(me, names.SET_UNIQUE, self.unique_id, 'XDSSubmissionSet.uniqueId')}</rim:RegistryPackage>"
        )


@dataclass(frozen=True)
class Folder:
    """A folder, as other countries' software sends one (ITI TF-3 §4.2.3.4)."""

    patient: Patient
    title: str
    unique_id: str = field(default_factory=new_oid)
    symbol: str = field(default_factory=lambda: f"Folder{next(_numbers)}")

    def xml(self) -> str:
        """The `RegistryPackage`."""
        me = self.symbol
        return (
            f'<rim:RegistryPackage id="{me}">{label(self.title)}'
            f"{coded(me, names.FOLDER_CODES, 'suivi', '1.2.250.1.999.12', 'Suivi')}"
            f'<rim:Classification id="cl{next(_numbers)}" classifiedObject="{me}" '
            f'classificationNode="{names.FOLDER_NODE}"/>'
            f"{external(me, names.FOLDER_PATIENT, self.patient.cx, 'XDSFolder.patientId')}"
            f"{external(me, names.FOLDER_UNIQUE, self.unique_id, 'XDSFolder.uniqueId')}</rim:RegistryPackage>"
        )


def member(owner: SubmissionSet, symbol: str) -> str:
    """The set holds this entry."""
    return association(names.HAS_MEMBER, owner.symbol, symbol, SubmissionSetStatus="Original")


def submit(objects: str) -> str:
    """A `SubmitObjectsRequest` around registry objects."""
    return (
        f'<lcm:SubmitObjectsRequest xmlns:lcm="{names.LCM}" xmlns:rim="{names.RIM}">'
        f"<rim:RegistryObjectList>{objects}</rim:RegistryObjectList></lcm:SubmitObjectsRequest>"
    )
