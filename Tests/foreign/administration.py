"""The life of a record, lists, searches and accesses, as messages written by hand (interop §2.3, §2.5 – §2.7)."""

from __future__ import annotations

import datetime
import uuid
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from lxml import etree

import names
from demo import Patient, Professional, Structure
from messages import WRAPPER_REASONS
from names import NAMESPACES

CONSENTS = "1.2.250.1.213.4.1.2.3"
CLOSURES = "1.2.250.1.213.4.1.2.4"
AT_REQUEST = "FERMETURE_DEMANDE_PATIENT"


class Refused(Exception):
    """An HL7 V3 or home-made answer that says no, with its codes and texts."""

    def __init__(self, codes: list[str], texts: list[str]) -> None:
        super().__init__("; ".join(f"{code}: {text}" for code, text in zip(codes, texts, strict=False)))
        self.codes = codes
        self.texts = texts


@dataclass(frozen=True)
class Wishes:
    """What the sender says of consents and objections; nothing where None."""

    opening: bool | None = None
    reactivation: bool | None = None
    against_break_glass: bool | None = None
    against_regulation: bool | None = None

    def xml(self) -> str:
        """The observations."""
        values = {
            "CONSENTEMENT_OUVERTURE_DMP": self.opening,
            "CONSENTEMENT_REACTIVATION_DMP": self.reactivation,
            "OPPOSITION_BRIS_DE_GLACE": self.against_break_glass,
            "OPPOSITION_ACCES_URGENCE": self.against_regulation,
        }
        return "".join(
            '<subjectOf typeCode="SBJ"><administrativeObservation classCode="OBS" moodCode="EVN">'
            f'<code code="{code}" codeSystem="{CONSENTS}"/>'
            f'<value xsi:type="BL" value="{str(value).lower()}"/></administrativeObservation></subjectOf>'
            for code, value in values.items()
            if value is not None
        )


@dataclass(frozen=True)
class Contact:
    """How to reach the person."""

    email: str | None = None
    phone: str | None = None
    lines: tuple[str, ...] = ()
    postal_code: str | None = None
    city: str | None = None


@dataclass(frozen=True)
class Change:
    """A `PRPA_IN201311UV02` or a `PRPA_IN201314UV02`."""

    reason: str
    patient: Patient
    author: Professional | None = None
    place: Structure | None = None
    wishes: Wishes = Wishes()
    contact: Contact = Contact()
    with_person: bool = True
    closing_code: str | None = None
    closing_text: str | None = None
    message_id: str = field(default_factory=lambda: str(uuid.uuid4()))

    @property
    def interaction(self) -> str:
        """Which of the two messages."""
        return "PRPA_IN201311UV02" if self.reason == "CREA_RD" else "PRPA_IN201314UV02"

    @property
    def action(self) -> str:
        """The WS-Addressing action."""
        return names.ACTION_CREATE if self.reason == "CREA_RD" else names.ACTION_CHANGE

    def xml(self) -> str:
        """The message."""
        status = "terminated" if self.reason == "FERM" else "active"
        closing = ""
        if self.reason == "FERM":
            code = f'<code code="{self.closing_code}" codeSystem="{CLOSURES}"/>' if self.closing_code else ""
            text = f"<text>{escape(self.closing_text)}</text>" if self.closing_text else ""
            closing = (
                '<reasonOf typeCode="RSON"><detectedIssueEvent classCode="ALRT" moodCode="EVN">'
                f"{code}{text}</detectedIssueEvent></reasonOf>"
            )
        return (
            f'<{self.interaction} xmlns="{names.HL7}" xmlns:xsi="{names.XSI}" ITSVersion="XML_1.0">'
            f"{head(self.interaction, self.message_id)}"
            '<controlActProcess classCode="CACT" moodCode="RQO">'
            f'<reasonCode code="{self.reason}" codeSystem="{WRAPPER_REASONS}"/>'
            '<subject typeCode="SUBJ"><registrationRequest classCode="REG" moodCode="RQO"><statusCode code="active"/>'
            '<subject1 typeCode="SBJ"><patient classCode="PAT">'
            f'<id root="{self.patient.root}" extension="{self.patient.ins}"/><statusCode code="{status}"/>'
            f"{self._person() if self.with_person else ''}{self.wishes.xml()}</patient></subject1>"
            f"{self._author()}</registrationRequest></subject>{closing}</controlActProcess></{self.interaction}>"
        )

    def _person(self) -> str:
        patient, contact = self.patient, self.contact
        telecoms = ""
        if contact.phone:
            telecoms += f'<telecom value="tel:{contact.phone}" use="MC"/>'
        if contact.email:
            telecoms += f'<telecom value="mailto:{contact.email}"/>'
        address = ""
        if contact.lines:
            address = (
                "<addr>"
                + "".join(f"<streetAddressLine>{escape(each)}</streetAddressLine>" for each in contact.lines)
                + f"<postalCode>{contact.postal_code}</postalCode><city>{escape(contact.city or '')}</city></addr>"
            )
        return (
            '<patientPerson classCode="PSN" determinerCode="INSTANCE"><name>'
            f'<given>{escape(patient.given)}</given><family qualifier="BR">{escape(patient.family)}</family></name>'
            f'{telecoms}<administrativeGenderCode code="{patient.sex}" codeSystem="2.16.840.1.113883.5.1"/>'
            f'<birthTime value="{patient.birth_date.replace("-", "")}"/>{address}</patientPerson>'
        )

    def _author(self) -> str:
        if self.author is None or self.place is None:
            return ""
        return (
            '<author typeCode="AUT"><assignedEntity classCode="ASSIGNED">'
            f'<id root="{names.PERSONS}" extension="{self.author.national_id}"/>'
            '<representedOrganization classCode="ORG" determinerCode="INSTANCE">'
            f'<id root="{names.STRUCTURES}" extension="{self.place.national_id}"/></representedOrganization>'
            "</assignedEntity></author>"
        )


def head(interaction: str, message_id: str) -> str:
    """What every HL7 V3 message of this client begins with."""
    now = datetime.datetime.now(datetime.UTC)
    return (
        f'<id root="{names.OUR_OID}.1" extension="{message_id}"/><creationTime value="{now:%Y%m%d%H%M%S}"/>'
        f'<interactionId root="2.16.840.1.113883.1.6" extension="{interaction}"/>'
        '<processingCode code="D"/><processingModeCode code="T"/><acceptAckCode code="AL"/>'
        '<receiver typeCode="RCV"><device classCode="DEV" determinerCode="INSTANCE">'
        '<id root="1.2.250.1.213.4.1.1.1"/><softwareName>DMP</softwareName></device></receiver>'
        '<sender typeCode="SND"><device classCode="DEV" determinerCode="INSTANCE">'
        f'<id root="{names.OUR_OID}"/><softwareName>Contrôle</softwareName></device></sender>'
    )


def acknowledged(body: etree._Element, message_id: str) -> etree._Element:
    """The answer inside its French wrapper, where the message was accepted; a refusal is raised."""
    inner = body[0] if etree.QName(body).namespace == names.GDP else body
    verdict = inner.xpath("hl7:acknowledgement/@typeCode", namespaces=NAMESPACES)
    target = inner.xpath("hl7:acknowledgement/hl7:targetMessage/hl7:id/@extension", namespaces=NAMESPACES)
    assert target == [message_id], "an answer names the message that it answers"
    if verdict == ["AA"]:
        return inner
    details = "hl7:acknowledgement/hl7:acknowledgementDetail/hl7:"
    raise Refused(
        [str(each) for each in inner.xpath(details + "code/@code", namespaces=NAMESPACES)],
        [str(each) for each in inner.xpath(details + "text/text()", namespaces=NAMESPACES)],
    )


# TD0.5 (interop §2.6).


@dataclass(frozen=True)
class Candidate:
    """Somebody who was found."""

    ins: list[str]
    family: str
    given: list[str]
    birth: str
    percentage: int | None
    against_regulation: bool | None


def search(family: str, message_id: str, given: str = "", birth: str = "", sex: str = "", partial: bool = False) -> str:
    """A `PRPA_IN201305UV02`."""
    criteria = ""
    if sex:
        criteria += (
            f'<livingSubjectAdministrativeGender><value code="{sex}"/>'
            "<semanticsText>LivingSubject.administrativeGender</semanticsText></livingSubjectAdministrativeGender>"
        )
    if birth:
        criteria += (
            f'<livingSubjectBirthTime><value value="{birth}"/>'
            "<semanticsText>LivingSubject.birthTime</semanticsText></livingSubjectBirthTime>"
        )
    use = ' use="SRCH"' if partial else ""
    first = f"<given>{escape(given)}</given>" if given else ""
    criteria += (
        f"<livingSubjectName><value{use}><family>{escape(family)}</family>{first}</value>"
        "<semanticsText>LivingSubject.name</semanticsText></livingSubjectName>"
    )
    return (
        f'<PRPA_IN201305UV02 xmlns="{names.HL7}" ITSVersion="XML_1.0">{head("PRPA_IN201305UV02", message_id)}'
        '<controlActProcess classCode="CACT" moodCode="EVN">'
        '<code code="PRPA_TE201305UV02" codeSystem="2.16.840.1.113883.1.6"/>'
        f'<queryByParameter><queryId root="{names.OUR_OID}.2" extension="{uuid.uuid4()}"/><statusCode code="new"/>'
        f"<parameterList>{criteria}</parameterList></queryByParameter></controlActProcess></PRPA_IN201305UV02>"
    )


def candidates(inner: etree._Element) -> list[Candidate]:
    """The people of an accepted answer."""
    found = []
    for patient in inner.xpath(".//hl7:subject1/hl7:patient", namespaces=NAMESPACES):

        def texts(path: str, of: etree._Element = patient) -> list[str]:
            return [str(each) for each in of.xpath(path, namespaces=NAMESPACES)]

        near = texts(".//hl7:queryMatchObservation[hl7:code/@code='POURCENTAGE']/hl7:value/@value")
        against = texts(".//hl7:administrativeObservation[hl7:code/@code='OPPOSITION_ACCES_URGENCE']/hl7:value/@value")
        person = "hl7:patientPerson/hl7:"
        found.append(
            Candidate(
                ins=texts("hl7:id/@extension"),
                family="".join(texts(person + "name/hl7:family[@qualifier='BR']/text()")),
                given=texts(person + "name/hl7:given/text()"),
                birth="".join(texts(person + "birthTime/@value")),
                percentage=int(near[0]) if near else None,
                against_regulation=against[0] == "true" if against else None,
            )
        )
    return found


# TD0.4 and TD1.5 (interop §2.5, §2.7).


@dataclass(frozen=True)
class Line:
    """One record of TD0.4."""

    ins: list[str]
    birth_name: str
    birth: str
    treating: bool
    last_add: str | None


def patient_list(since: datetime.datetime, kind: str, owner: str | None = None) -> str:
    """`patientList`."""
    whose = f"<p:psOwnerId>{owner}</p:psOwnerId>" if owner else ""
    return (
        f'<p:patientList xmlns:p="{names.PATIENTS}"><p:startDate>{since:%Y%m%d%H%M%S}</p:startDate>'
        f"<p:dateType>{kind}</p:dateType>{whose}</p:patientList>"
    )


def lines(body: etree._Element) -> list[Line]:
    """The records of an answer."""

    def text(line: etree._Element, name: str) -> str:
        return "".join(line.xpath(f"*[local-name()='{name}']/text()"))

    return [
        Line(
            ins=[str(each) for each in line.xpath(".//*[local-name()='nationalId']/text()")],
            birth_name=text(line, "patronymicalName"),
            birth=text(line, "dateOfBirth"),
            treating=text(line, "MT") == "true",
            last_add=text(line, "lastAddDate") or None,
        )
        for line in body.xpath(".//*[local-name()='patientlistData']")
    ]


def access(kind: str, channel: tuple[str, str] | None = None, action: str | None = None) -> str:
    """`createPatientAccess`, `patientOTPUpdate`, `updatePatientAccess`."""
    inside = ""
    if channel:
        inside = f"<p:type>{channel[0]}</p:type><p:canal>{escape(channel[1])}</p:canal>"
    if action:
        inside += f"<p:action>{action}</p:action>"
    return f'<p:{kind} xmlns:p="{names.PATIENTS}">{inside}</p:{kind}>'
