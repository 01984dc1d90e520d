"""HL7 V3 and home-made messages: existence, authorisations (interop §2.3 – §2.5)."""

from __future__ import annotations

import datetime
import uuid
from dataclasses import dataclass

from lxml import etree

import names
from demo import Patient
from names import NAMESPACES

WRAPPER_REASONS = "1.2.250.1.213.1.1.4.11"
ATTENTION_AUTHORIZATION = "AUTORISATION"
ATTENTION_TREATING = "STATUT_MT"


@dataclass(frozen=True)
class Standing:
    """What TD0.2 says: is there a record, in what state, and who am I to it."""

    found: bool
    status: str | None
    authorization: str | None
    treating: str | None


@dataclass(frozen=True)
class Authorization:
    """One line of TD1.6."""

    national_id: str
    mode: str
    right: str | None


def existence(patient: Patient, reason: str = "TEST_EXST") -> str:
    """`PRPA_IN201307UV02`: does this person have a record, and may I read it."""
    now = datetime.datetime.now(datetime.UTC)
    return (
        f'<PRPA_IN201307UV02 xmlns="{names.HL7}" ITSVersion="XML_1.0">'
        f'<id root="{names.OUR_OID}.1" extension="{uuid.uuid4()}"/>'
        f'<creationTime value="{now:%Y%m%d%H%M%S}"/>'
        '<interactionId root="2.16.840.1.113883.1.6" extension="PRPA_IN201307UV02"/>'
        '<processingCode code="D"/><processingModeCode code="T"/><acceptAckCode code="AL"/>'
        '<receiver typeCode="RCV"><device classCode="DEV" determinerCode="INSTANCE">'
        '<id root="1.2.250.1.213.4.1.1.1"/><softwareName>DMP</softwareName></device></receiver>'
        '<sender typeCode="SND"><device classCode="DEV" determinerCode="INSTANCE">'
        f'<id root="{names.OUR_OID}"/><softwareName>Contrôle</softwareName></device></sender>'
        '<controlActProcess classCode="CACT" moodCode="EVN">'
        f'<reasonCode code="{reason}" codeSystem="{WRAPPER_REASONS}"/>'
        f'<queryByParameter><queryId root="{names.OUR_OID}.2" extension="{uuid.uuid4()}"/>'
        '<statusCode code="new"/><parameterList><patientIdentifier>'
        f'<value root="{patient.root}" extension="{patient.ins}"/>'
        "<semanticsText>Patient.id</semanticsText></patientIdentifier></parameterList>"
        "</queryByParameter></controlActProcess></PRPA_IN201307UV02>"
    )


def standing(body: etree._Element) -> Standing:
    """The answer to TD0.2, read without regard to where exactly an attention line stands."""
    code = body.xpath(".//hl7:queryAck/hl7:queryResponseCode/@code", namespaces=NAMESPACES)
    status = body.xpath(".//hl7:patient/hl7:statusCode/@code", namespaces=NAMESPACES)
    lines: dict[str, str] = {}
    for line in body.iter(f"{{{names.HL7}}}attentionLine"):
        key = line.find("hl7:keyWordText", NAMESPACES)
        value = line.find("hl7:value", NAMESPACES)
        if key is None or value is None:
            continue
        name = key.get("code") or (key.text or "").strip()
        lines[name] = value.get("code") or value.get("value") or (value.text or "").strip()
    return Standing(
        found=bool(code) and code[0] == "OK",
        status=str(status[0]) if status else None,
        authorization=lines.get(ATTENTION_AUTHORIZATION),
        treating=lines.get(ATTENTION_TREATING),
    )


def set_authorization(action: str, treating: bool = False) -> str:
    """TD0.3: `AJOUT` or `SUPPRESSION`, as myself or as the treating physician."""
    role = "<role>MEDECIN_TRAITANT</role>" if treating else ""
    return (
        f'<h:setAuthorization xmlns:h="{names.HABILITATIONS}">'
        + f"<h:action>{action}</h:action>{role.replace('role>', 'h:role>')}</h:setAuthorization>"
    )


def list_authorizations(mode: str = "TOUTE") -> str:
    """TD1.6: who is authorised or blocked."""
    return (
        f'<h:listAuthorizationByPatient xmlns:h="{names.HABILITATIONS}"><h:mode>{mode}</h:mode>'
        "</h:listAuthorizationByPatient>"
    )


def output(body: etree._Element) -> tuple[str, str]:
    """Status and context of a home-made answer, whatever namespace its children stand in."""
    status = body.xpath(".//*[local-name()='status']/text()")
    context = body.xpath(".//*[local-name()='context']/text()")
    return (str(status[0]) if status else "", str(context[0]) if context else "")


def authorizations(body: etree._Element) -> list[Authorization]:
    """The lines of TD1.6."""

    def text(line: etree._Element, name: str) -> str | None:
        found = line.xpath(f"*[local-name()='{name}']/text()")
        return str(found[0]) if found else None

    return [
        Authorization(text(line, "nationalId") or "", text(line, "mode") or "", text(line, "specificRight"))
        for line in body.xpath(".//*[local-name()='listOfAuthorizationByPatient']")
    ]
