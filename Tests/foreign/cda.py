"""CDA R2 documents with the French header, at level 1 and at level 3 (interop §8.1, §8.2)."""

from __future__ import annotations

import base64
import datetime
import secrets
from dataclasses import dataclass, field, replace
from typing import Any
from xml.sax.saxutils import escape, quoteattr
from zoneinfo import ZoneInfo

import names
from demo import Patient, Professional

PARIS = ZoneInfo("Europe/Paris")


@dataclass(frozen=True)
class Kind:
    """What a document is: its type, its class, its format, and its own CDA template."""

    code: str
    system: str
    label: str
    class_code: str
    class_label: str
    template: str
    format_code: str
    format_system: str


CONSULTATION = Kind(
    "11488-4",
    names.LOINC,
    "CR ou fiche de consultation ou de visite",
    "10",
    "Compte rendu",
    "1.3.6.1.4.1.19376.1.2.20",
    "urn:ihe:iti:xds-sd:text:2008",
    "1.3.6.1.4.1.19376.1.2.3",
)
LETTER = Kind(
    "11490-0",
    names.LOINC,
    "Lettre de liaison à la sortie d'un établissement de soins",
    "10",
    "Compte rendu",
    "1.3.6.1.4.1.19376.1.2.20",
    "urn:ihe:iti:xds-sd:pdf:2008",
    "1.3.6.1.4.1.19376.1.2.3",
)
SUMMARY = Kind(
    "60591-5",
    names.LOINC,
    "Synthèse médicale",
    "11",
    "Synthèse",
    "1.2.250.1.213.1.1.1.13",
    "urn:asip:ci-sis:vsm:2012",
    "1.2.250.1.213.1.1.4.2.282",
)

PLACES = {"SA01": ("ETABLISSEMENT", "Etablissement de santé")}
SPECIALTY_LABELS = {
    "G15_10/SM26": "Médecin - Qualifié en Médecine Générale (SM)",
    "G15_10/SM04": "Médecin - Cardiologie et maladies vasculaires (SM)",
    "G15_60": "Infirmier",
}


def new_oid() -> str:
    """A fresh OID under our arc: the DMP takes pure OIDs only (interop §4.3)."""
    return f"{names.OUR_OID}.7.{int.from_bytes(secrets.token_bytes(12), 'big')}"


def local(moment: datetime.datetime) -> str:
    """Local time with its offset, as the CDA has it."""
    return moment.astimezone(PARIS).strftime("%Y%m%d%H%M%S%z")


@dataclass(frozen=True)
class Document:
    """What a document says, before it is written."""

    kind: Kind
    patient: Patient
    author: Professional
    title: str
    body: str | bytes
    media_type: str = "text/plain"
    unique_id: str = field(default_factory=new_oid)
    set_id: str = field(default_factory=new_oid)
    version: int = 1
    replaces: str | None = None
    written: datetime.datetime = field(
        default_factory=lambda: datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    )
    octets: bytes | None = None

    @property
    def specialty(self) -> tuple[str, str]:
        """The author's specialty as JDV_J01 codes it."""
        code = f"G15_{self.author.profession}"
        if self.author.specialty:
            code += f"/{self.author.specialty}"
        return code, SPECIALTY_LABELS.get(code, code)

    @property
    def practice(self) -> tuple[str, str]:
        """The setting: an establishment or a practice in town."""
        return PLACES.get(self.author.structure.sector, ("AMBULATOIRE", "Ambulatoire"))

    @property
    def xml(self) -> bytes:
        """The document's bytes; given ones are kept as they are."""
        return self.octets if self.octets is not None else _write(self)

    def next_version(self, **changes: Any) -> Document:
        """The document that replaces this one."""
        return replace(self, unique_id=new_oid(), version=self.version + 1, replaces=self.unique_id, **changes)


def _name(person: Professional) -> str:
    return f"<name><family>{escape(person.family)}</family><given>{escape(person.given)}</given></name>"


def _entity(document: Document, tag: str, person_tag: str) -> str:
    person = document.author
    code, label = document.specialty
    place = person.structure
    return (
        f'<{tag}><id root="{names.PERSONS}" extension={quoteattr(person.national_id)}/>'
        f'<code code="{code}" displayName={quoteattr(label)} codeSystem="{names.AUTHOR_SPECIALTIES}"/>'
        '<addr nullFlavor="NASK"/><telecom nullFlavor="NASK"/>'
        f"<{person_tag}>{_name(person)}</{person_tag}>"
        f'<representedOrganization><id root="{names.STRUCTURES}" extension={quoteattr(place.national_id)}/>'
        f"<name>{escape(place.name)}</name></representedOrganization></{tag}>"
    )


def _patient(patient: Patient) -> str:
    given = escape(patient.given)
    gender = {"M": "Masculin", "F": "Féminin"}.get(patient.sex, "Inconnu")
    return (
        f'<recordTarget><patientRole><id root="{patient.root}" extension="{patient.ins}"/>'
        '<addr nullFlavor="NASK"/><telecom nullFlavor="NASK"/><patient><name>'
        f'<family qualifier="BR">{escape(patient.family)}</family><given>{given}</given>'
        f'<given qualifier="BR">{given}</given></name>'
        f'<administrativeGenderCode code="{patient.sex}" displayName="{gender}" '
        'codeSystem="2.16.840.1.113883.5.1"/>'
        f'<birthTime value="{patient.birth_date.replace("-", "")}"/>'
        '<birthplace><place><addr><county nullFlavor="UNK"/></addr></place></birthplace>'
        "</patient></patientRole></recordTarget>"
    )


def _body(document: Document) -> str:
    if isinstance(document.body, bytes) or document.kind.template == "1.3.6.1.4.1.19376.1.2.20":
        octets = document.body if isinstance(document.body, bytes) else document.body.encode()
        text = base64.b64encode(octets).decode()
        return f'<nonXMLBody><text mediaType="{document.media_type}" representation="B64">{text}</text></nonXMLBody>'
    identifier = f"{document.unique_id}.1"
    return (
        "<structuredBody><component><section>"
        '<templateId root="1.3.6.1.4.1.19376.1.5.3.1.3.6"/><templateId root="2.16.840.1.113883.10.20.1.11"/>'
        f'<id root="{identifier}"/>'
        f'<code code="11450-4" codeSystem="{names.LOINC}" displayName="Liste des problèmes"/>'
        "<title>Problèmes actifs</title>"
        f'<text><paragraph ID="p1">{escape(document.body)}</paragraph></text>'
        '<entry><observation classCode="OBS" moodCode="EVN"><templateId root="1.3.6.1.4.1.19376.1.5.3.1.4.5"/>'
        f'<id root="{identifier}.1"/><code code="11450-4" codeSystem="{names.LOINC}"/>'
        '<text><reference value="#p1"/></text><statusCode code="completed"/>'
        f'<effectiveTime><low value="{local(document.written)[:8]}"/></effectiveTime>'
        '<value xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CD" code="I10" '
        'codeSystem="2.16.840.1.113883.6.3" displayName="Hypertension essentielle"/>'
        "</observation></entry></section></component></structuredBody>"
    )


def _write(document: Document) -> bytes:
    kind, place, when = document.kind, document.author.structure, local(document.written)
    practice, practice_label = document.practice
    parent = ""
    if document.replaces:
        parent = (
            f'<relatedDocument typeCode="RPLC"><parentDocument><id root="{document.replaces}"/>'
            f"</parentDocument></relatedDocument>"
        )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<ClinicalDocument xmlns="{names.HL7}"><realmCode code="FR"/>'
        '<typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>'
        '<templateId root="2.16.840.1.113883.2.8.2.1"/><templateId root="1.2.250.1.213.1.1.1.1"/>'
        f'<templateId root="{kind.template}"/><id root="{document.unique_id}"/>'
        f'<code code="{kind.code}" codeSystem="{kind.system}" displayName={quoteattr(kind.label)}/>'
        f'<title>{escape(document.title)}</title><effectiveTime value="{when}"/>'
        f'<confidentialityCode code="N" codeSystem="{names.HL7_CONFIDENTIALITY}" displayName="Normal"/>'
        f'<languageCode code="fr-FR"/><setId root="{document.set_id}"/><versionNumber value="{document.version}"/>'
        f"{_patient(document.patient)}"
        f'<author><time value="{when}"/>{_entity(document, "assignedAuthor", "assignedPerson")}</author>'
        "<custodian><assignedCustodian><representedCustodianOrganization>"
        f'<id root="{names.STRUCTURES}" extension={quoteattr(place.national_id)}/><name>{escape(place.name)}</name>'
        "</representedCustodianOrganization></assignedCustodian></custodian>"
        f'<legalAuthenticator><time value="{when}"/><signatureCode code="S"/>'
        f"{_entity(document, 'assignedEntity', 'assignedPerson')}</legalAuthenticator>"
        f'<documentationOf><serviceEvent><effectiveTime><low value="{when}"/></effectiveTime>'
        '<performer typeCode="PRF"><assignedEntity>'
        f'<id root="{names.PERSONS}" extension={quoteattr(document.author.national_id)}/>'
        f"<assignedPerson>{_name(document.author)}</assignedPerson>"
        f'<representedOrganization><id root="{names.STRUCTURES}" extension={quoteattr(place.national_id)}/>'
        f'<name>{escape(place.name)}</name><standardIndustryClassCode code="{practice}" '
        f'codeSystem="{names.PRACTICE_SETTINGS}" displayName={quoteattr(practice_label)}/></representedOrganization>'
        f"</assignedEntity></performer></serviceEvent></documentationOf>{parent}"
        f'<componentOf><encompassingEncounter><effectiveTime><low value="{when}"/></effectiveTime>'
        f'<location><healthCareFacility><code code="{place.sector}" codeSystem="{names.SECTORS}" '
        f"displayName={quoteattr(place.sector)}/></healthCareFacility></location></encompassingEncounter></componentOf>"
        f"<component>{_body(document)}</component></ClinicalDocument>"
    ).encode()
