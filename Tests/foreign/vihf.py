"""The VIHF: one signed SAML assertion that says who asks, from where, for whom and how (interop §3)."""

from __future__ import annotations

import datetime
import uuid
from dataclasses import dataclass, field, replace
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

import names
from credentials import Credential
from demo import Patient, Professional, Structure
from xmldsig import ENVELOPED, EXCLUSIVE, Reference, canonical, digest, signature

CLASSES = "urn:oasis:names:tc:SAML:2.0:ac:classes:"


@dataclass(frozen=True)
class Role:
    """One value of the role attribute, an HL7 `CE`."""

    code: str
    system: str
    label: str = ""
    system_name: str = ""

    def xml(self) -> str:
        """The `Role` element inside its `AttributeValue`."""
        label = f" displayName={quoteattr(self.label)}" if self.label else ""
        system = f" codeSystemName={quoteattr(self.system_name)}" if self.system_name else ""
        return (
            f'<saml2:AttributeValue><Role xmlns="{names.HL7}" xsi:type="CE" code={quoteattr(self.code)} '
            f'codeSystem="{self.system}"{system}{label}/></saml2:AttributeValue>'
        )


@dataclass(frozen=True)
class Claims:
    """What an assertion says, before anybody signs it."""

    name_id: str
    structure: str
    sector: str
    subject: str
    roles: tuple[Role, ...]
    mode: str
    resource: str | None = None
    """The patient, as `resource-id` writes one."""
    purpose: str = "normal"
    reason: str | None = None
    context: str = CLASSES + "SmartcardPKI"
    declaration: str | None = None
    """The primary means of authentication, in the reinforced indirect mode only (interop §3.1)."""
    version: str = "3.0"
    purpose_system: str = "1.2.250.1.213.1.1.4.248"
    mode_attribute: str = "Authentification_mode"
    issued: datetime.datetime = field(default_factory=lambda: datetime.datetime.now(datetime.UTC))
    conditions: tuple[datetime.datetime, datetime.datetime] | None = None
    audiences: tuple[tuple[str, ...], ...] = ()
    """For whom it is: one restriction for each member, each with its names."""
    identifier: str = field(default_factory=lambda: f"_{uuid.uuid4()}")
    issuer: str | None = None

    def shifted(self, by: datetime.timedelta) -> Claims:
        """The same claims, made earlier or later."""
        return replace(self, issued=self.issued + by)


def of_professional(person: Professional, patient: Patient | None, **changes: Any) -> Claims:
    """A person with a card, who signs with it (direct mode)."""
    roles = [Role(person.profession, names.PROFESSIONS, system_name="professions")]
    if person.specialty:
        system = names.SPECIALTIES if person.is_physician else names.PHARMACY_SECTIONS
        roles.append(Role(person.specialty, system, system_name="specialites RPPS"))
    claims = Claims(
        name_id=person.national_id,
        structure=person.structure.national_id,
        sector=person.structure.sector,
        subject=f"{person.given} {person.family}",
        roles=tuple(roles),
        mode="DIRECTE",
        resource=patient.cx if patient else None,
    )
    return replace(claims, **changes)


def of_structure(place: Structure, person: Professional, patient: Patient | None, **changes: Any) -> Claims:
    """A structure that answers for one of its people and signs with its seal (indirect mode)."""
    claims = of_professional(person, patient)
    claims = replace(
        claims,
        structure=place.national_id,
        sector=place.sector,
        mode="INDIRECTE",
        context=CLASSES + "PasswordProtectedTransport",
    )
    return replace(claims, **changes)


def utc(moment: datetime.datetime) -> str:
    """UTC with milliseconds, as the frame asks."""
    return moment.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def _text(name: str, value: str) -> str:
    return (
        f'<saml2:Attribute Name={quoteattr(name)}><saml2:AttributeValue xsi:type="xs:string">'
        f"{escape(value)}</saml2:AttributeValue></saml2:Attribute>"
    )


def _restriction(audience: tuple[str, ...]) -> str:
    listed = "".join(f"<saml2:Audience>{escape(each)}</saml2:Audience>" for each in audience)
    return f"<saml2:AudienceRestriction>{listed}</saml2:AudienceRestriction>"


def unsigned(claims: Claims, issuer: str) -> etree._Element:
    """The assertion without its signature."""
    attributes = [
        _text("VIHF_Version", claims.version),
        _text(claims.mode_attribute, claims.mode),
        _text("Identifiant_Structure", claims.structure),
        _text("Secteur_Activite", f"{claims.sector}^{names.SECTORS}"),
        _text("urn:oasis:names:tc:xspa:1.0:subject:subject-id", claims.subject),
        '<saml2:Attribute Name="urn:oasis:names:tc:xacml:2.0:subject:role">'
        + "".join(each.xml() for each in claims.roles)
        + "</saml2:Attribute>",
        _text("Ressource_URN", "urn:dmp"),
        '<saml2:Attribute Name="urn:oasis:names:tc:xspa:1.0:subject:purposeofuse"><saml2:AttributeValue>'
        f'<PurposeOfUse xmlns="{names.HL7}" xsi:type="CE" code="{claims.purpose}" '
        f'codeSystem="{claims.purpose_system}" codeSystemName="mode acces VIHF 2.0"/>'
        "</saml2:AttributeValue></saml2:Attribute>",
        _text("LPS_ID", names.OUR_OID),
        _text("LPS_Nom", "Client de contrôle"),
        _text("LPS_Version", "1.0"),
        _text("LPS_ID_HOMOLOGATION_DMP", "TEST-0001"),
    ]
    if claims.resource:
        attributes.append(_text("urn:oasis:names:tc:xacml:2.0:resource:resource-id", claims.resource))
    if claims.reason:
        attributes.append(_text("Mode_Acces_Raison", claims.reason))
    declaration = ""
    if claims.declaration:
        declaration = f"<saml2:AuthnContextDecl>{escape(claims.declaration)}</saml2:AuthnContextDecl>"
    window = ""
    if claims.conditions or claims.audiences:
        span = ""
        if claims.conditions:
            start, end = claims.conditions
            span = f' NotBefore="{utc(start)}" NotOnOrAfter="{utc(end)}"'
        window = f"<saml2:Conditions{span}>{''.join(_restriction(each) for each in claims.audiences)}</saml2:Conditions>"
    return etree.fromstring(
        f'<saml2:Assertion xmlns:saml2="{names.SAML}" xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="{names.XSI}" ID="{claims.identifier}" IssueInstant="{utc(claims.issued)}" Version="2.0">'
        f'<saml2:Issuer Format="urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName">'
        f"{escape(claims.issuer or issuer)}</saml2:Issuer>"
        f"<saml2:Subject><saml2:NameID>{escape(claims.name_id)}</saml2:NameID></saml2:Subject>{window}"
        f'<saml2:AuthnStatement AuthnInstant="{utc(claims.issued)}"><saml2:AuthnContext>'
        f"<saml2:AuthnContextClassRef>{claims.context}</saml2:AuthnContextClassRef>{declaration}"
        f"</saml2:AuthnContext></saml2:AuthnStatement>"
        f"<saml2:AttributeStatement>{''.join(attributes)}</saml2:AttributeStatement></saml2:Assertion>"
    )


def assertion(claims: Claims, signer: Credential, name: str = "sha256") -> etree._Element:
    """The assertion, signed: enveloped, right after the issuer."""
    element = unsigned(claims, signer.subject)
    line = Reference(
        uri=f"#{claims.identifier}",
        digest_value=digest(canonical(element), name),
        transforms=(ENVELOPED, EXCLUSIVE),
    )
    element.insert(1, signature(signer, [line], name=name))
    return element
