"""A DMP-compatible practice software, in small: it shares nothing with the server but the published profile.

One `Client` is one person (or one structure) at one server. Every call carries a fresh signed assertion (interop §0).
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from lxml import etree

import administration
import messages
import names
import registry
import vihf
from administration import Change, Contact, Wishes
from cda import SPECIALTY_LABELS, Document
from credentials import Credential
from demo import Demo, Patient, Professional, Structure
from ebrim import Entry, SubmissionSet, submit
from lot import Lot
from messages import Authorization, Standing
from registry import Found, QueryAnswer
from soap import Answer, Channel, envelope, included, mtom

Body = str


@dataclass
class Client:
    """Somebody who talks to the DMP through software."""

    demo: Demo
    person: Professional
    transport: Credential | None
    signer: Credential
    structure: Structure | None = None
    """Set in indirect mode: the structure that answers for the person."""
    algorithm: str = "sha256"

    def __post_init__(self) -> None:
        self.channel = Channel(str(self.demo.ca), self.transport)

    @property
    def place(self) -> Structure:
        """Where the person works, or the structure that answers."""
        return self.structure or self.person.structure

    def claims(self, patient: Patient | None, **changes: Any) -> vihf.Claims:
        """What the next assertion will say."""
        if self.structure:
            return vihf.of_structure(self.structure, self.person, patient, **changes)
        return vihf.of_professional(self.person, patient, **changes)

    def assertion(self, claims: vihf.Claims) -> str:
        """A signed assertion as text."""
        return str(etree.tostring(vihf.assertion(claims, self.signer, self.algorithm)).decode())

    # Calls, from the outside in.

    def call(self, service: str, action: str, body: Body, patient: Patient | None, **changes: Any) -> Answer:
        """One plain SOAP exchange."""
        security = self.assertion(self.claims(patient, **changes))
        return self.send(service, action, envelope(action, body, security))

    def send(self, service: str, action: str, octets: bytes) -> Answer:
        """A ready envelope to one service."""
        content_type = f'application/soap+xml; charset=UTF-8; action="{action}"'
        return self.channel.exchange(self.demo.services + service, octets, content_type)

    def standing(self, patient: Patient, **changes: Any) -> Standing:
        """TD0.2."""
        answer = self.call("patients", names.ACTION_PATIENT, messages.existence(patient), patient, **changes)
        return messages.standing(answer.body)

    def authorize(
        self, patient: Patient, action: Literal["AJOUT", "SUPPRESSION"] = "AJOUT", treating: bool = False
    ) -> tuple[str, str]:
        """TD0.3: status and context."""
        body = messages.set_authorization(action, treating)
        return messages.output(self.call("habilitations", names.ACTION_SET_AUTHORIZATION, body, patient).body)

    def authorizations(self, patient: Patient, mode: str = "TOUTE") -> list[Authorization]:
        """TD1.6."""
        body = messages.list_authorizations(mode)
        return messages.authorizations(self.call("habilitations", names.ACTION_LIST_AUTHORIZATIONS, body, patient).body)

    # The life of a record, lists and searches.

    def change(self, change: Change, **changes: Any) -> None:
        """TD1.1 – TD1.4; a refusal is raised."""
        answer = self.call("patients", change.action, change.xml(), change.patient, **changes)
        administration.acknowledged(answer.body, change.message_id)

    def create(self, patient: Patient, consent: bool | None = True, **more: Any) -> None:
        """TD1.1."""
        wishes = replace(more.pop("wishes", Wishes()), opening=consent)
        self.change(Change("CREA_RD", patient, self.person, self.place, wishes, **more))

    def reactivate(self, patient: Patient, consent: bool | None = True) -> None:
        """TD1.2."""
        wishes = Wishes(reactivation=consent)
        self.change(Change("REAC", patient, self.person, self.place, wishes, with_person=False))

    def modify(self, patient: Patient, wishes: Wishes = Wishes(), contact: Contact = Contact()) -> None:
        """TD1.3b."""
        self.change(Change("MODIF_DATA", patient, self.person, self.place, wishes, contact))

    def close(self, patient: Patient, code: str | None = administration.AT_REQUEST, text: str | None = None) -> None:
        """TD1.4."""
        self.change(
            Change(
                "FERM",
                patient,
                self.person,
                self.place,
                with_person=False,
                closing_code=code,
                closing_text=text,
            )
        )

    def administrative(self, patient: Patient) -> etree._Element:
        """TD1.3a, the answer unread."""
        return self.call(
            "patients", names.ACTION_PATIENT, messages.existence(patient, "CNSLT_DATA"), patient
        ).body

    def search(self, family: str, purpose: str = "centre_15", **traits: Any) -> list[administration.Candidate]:
        """TD0.5; a refusal is raised."""
        message_id = str(uuid.uuid4())
        body = administration.search(family, message_id, **traits)
        answer = self.call("patientsPDQ", names.ACTION_SEARCH, body, None, purpose=purpose)
        return administration.candidates(administration.acknowledged(answer.body, message_id))

    def my_patients(
        self,
        since: datetime.datetime,
        kind: Literal["LASTAUTORIZATION", "LASTDOC"] = "LASTDOC",
        owner: str | None = None,
        **changes: Any,
    ) -> list[administration.Line]:
        """TD0.4, one's own or a colleague's; a refusal is raised."""
        body = administration.patient_list(since, kind, owner)
        answer = self.call("patientsSpecific", names.ACTION_PATIENT_LIST, body, None, **changes).body
        status, context = messages.output(answer)
        if status.lower() != "dmpok":
            raise administration.Refused([status], [context])
        return administration.lines(answer)

    def access(
        self,
        patient: Patient,
        kind: Literal["createPatientAccess", "patientOTPUpdate", "updatePatientAccess"],
        channel: tuple[str, str] | None = None,
        action: str | None = None,
    ) -> tuple[str, str]:
        """TD1.5: login and first secret, both empty where the answer has none."""
        actions = {
            "createPatientAccess": names.ACTION_CREATE_ACCESS,
            "patientOTPUpdate": names.ACTION_CHANGE_CHANNEL,
            "updatePatientAccess": names.ACTION_RENEW_ACCESS,
        }
        body = administration.access(kind, channel, action)
        answer = self.call("patientsSpecific", actions[kind], body, patient).body
        status, context = messages.output(answer)
        if status.lower() != "dmpok":
            raise administration.Refused([status], [context])

        def text(name: str) -> str:
            return "".join(answer.xpath(f".//*[local-name()='{name}']/text()"))

        return text("login"), text("password")

    # Feeding.

    def submission(self, patient: Patient) -> SubmissionSet:
        """A fresh set in the sender's name."""
        code = f"G15_{self.person.profession}"
        if self.person.specialty:
            code += f"/{self.person.specialty}"
        return SubmissionSet(patient, self.person, self.place, (code, SPECIALTY_LABELS.get(code, code)))

    def lot(self, *documents: Document | Entry) -> Lot:
        """A lot ready to send, signed by this client."""
        entries = [each if isinstance(each, Entry) else Entry(each) for each in documents]
        return Lot(self.submission(entries[0].document.patient), entries, self.signer)

    def provide(self, lot: Lot, **changes: Any) -> None:
        """TD2.1; a refusal is raised."""
        answer = self.provide_raw(lot, **changes)
        registry.check(answer.body)

    def provide_raw(self, lot: Lot, **changes: Any) -> Answer:
        """TD2.1, the answer unread."""
        body, parts = lot.body_and_parts()
        security = self.assertion(self.claims(lot.owner.patient, **changes))
        octets, content_type = mtom(envelope(names.ACTION_PROVIDE, body, security), parts, names.ACTION_PROVIDE)
        return self.channel.exchange(self.demo.services + "repository", octets, content_type)

    def deposit(self, *documents: Document | Entry) -> Lot:
        """Feeds documents and returns the lot that was accepted."""
        lot = self.lot(*documents)
        self.provide(lot)
        return lot

    # Reading.

    def query(
        self,
        patient: Patient,
        name: str,
        parameters: Mapping[str, str | list[str]],
        returning: str = "LeafClass",
        **changes: Any,
    ) -> QueryAnswer:
        """TD3.1, any stored query."""
        answer = self.call(
            "registry", names.ACTION_QUERY, registry.query(name, parameters, returning), patient, **changes
        )
        registry.check(answer.body)
        return QueryAnswer(answer.body)

    def find(
        self, patient: Patient, *statuses: str, more: Mapping[str, str | list[str]] | None = None, **changes: Any
    ) -> QueryAnswer:
        """FindDocuments."""
        parameters: dict[str, str | list[str]] = {
            "$XDSDocumentEntryPatientId": f"'{patient.cx}'",
            "$XDSDocumentEntryStatus": registry.quoted(*(statuses or (names.APPROVED,))),
        }
        return self.query(patient, "FindDocuments", parameters | dict(more or {}), **changes)

    def get(self, patient: Patient, unique_id: str) -> Found | None:
        """GetDocuments by the document's own id."""
        answer = self.query(patient, "GetDocuments", {"$XDSDocumentEntryUniqueId": registry.quoted(unique_id)})
        return answer.by_unique_id(unique_id)

    def retrieve(
        self, patient: Patient, *unique_ids: str, repository: str = names.REPOSITORY, **changes: Any
    ) -> dict[str, bytes]:
        """TD3.2: the bytes, by document."""
        body = registry.retrieve(list(unique_ids), repository)
        security = self.assertion(self.claims(patient, **changes))
        octets, content_type = mtom(envelope(names.ACTION_RETRIEVE, body, security), [], names.ACTION_RETRIEVE)
        answer = self.channel.exchange(self.demo.services + "repository", octets, content_type)
        registry.check(answer.body)
        found = {}
        for each in answer.body.findall("xds:DocumentResponse", names.NAMESPACES):
            key = each.findtext("xds:DocumentUniqueId", namespaces=names.NAMESPACES) or ""
            content = each.find("xds:Document", names.NAMESPACES)
            found[key] = included(content, answer.parts)
        return found

    # Managing.

    def mask(self, patient: Patient, found: Found, masked: bool = True, version: str | None = None) -> None:
        """TD3.3a."""
        self._update(patient, registry.set_masked(self.submission(patient), found, masked, version))

    def set_status(self, patient: Patient, found: Found, new: str, old: str | None = None) -> None:
        """TD3.3d, archive and back."""
        self._update(patient, registry.set_status(self.submission(patient), found, new, old))

    def delete(self, patient: Patient, found: Found) -> None:
        """TD3.3c."""
        self.set_status(patient, found, names.DELETED)

    def mark(self, patient: Patient, found: Found, code: str, present: bool = True) -> None:
        """TD3.3a and b: any of the French confidentiality codes, put or taken away."""
        owner = self.submission(patient)
        self._update(patient, submit(owner.xml() + registry.marked(owner, found, code, present)))

    def change_all(self, patient: Patient, *changes: tuple[Found, str, bool | str], **claims: Any) -> None:
        """Several changes in one message: an entry, and a code that is put or taken away, or `status` and the new one."""
        owner = self.submission(patient)
        body = owner.xml()
        for position, (found, what, how) in enumerate(changes, 1):
            if what == "status":
                body += registry.moved(owner, found, str(how))
            else:
                body += registry.marked(owner, found, what, bool(how), symbol=f"Updated{position:02}")
        self._update(patient, submit(body), **claims)

    def _update(self, patient: Patient, body: Body, **changes: Any) -> None:
        registry.check(self.call("registry", names.ACTION_UPDATE, body, patient, **changes).body)


def client(demo: Demo, person: Professional) -> Client:
    """A professional with a card."""
    if person.signature is None:
        raise ValueError("this person has no signature certificate in the demonstration")
    return Client(demo, person, person.authentication, person.signature)


def through_structure(demo: Demo, structure: Structure, person: Professional) -> Client:
    """A structure that feeds in its own name (indirect mode): the person is one of its own, the seal signs."""
    if structure.seal is None:
        raise ValueError("this structure has no seal in the demonstration")
    inside = replace(person, structure=structure)
    return Client(demo, inside, structure.authentication, structure.seal, structure=structure)
