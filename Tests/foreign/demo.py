"""What `dmp demo` leaves for those who come from outside: people, keys, addresses and the outbox.

Everything is read from ``demo.json``; paths in it are relative to its folder and an absent value is null.
"""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from credentials import Credential
from waiting import wait_for

SITES: dict[str, str] = {}
"""Which site an origin is now: of two demonstrations that had the same port, the later."""
INS_TEST_ROOT = "1.2.250.1.213.1.4.10"


@dataclass(frozen=True)
class Structure:
    """A place of care, with its organisation certificate and its seal where it has them."""

    national_id: str
    name: str
    sector: str
    authentication: Credential | None = None
    seal: Credential | None = None


@dataclass(frozen=True)
class Professional:
    """Somebody with a card: one key to open the connection, another to sign."""

    national_id: str
    family: str
    given: str
    profession: str
    specialty: str | None
    structure: Structure
    authentication: Credential | None
    signature: Credential | None

    @property
    def is_physician(self) -> bool:
        """Profession 10 of TRE_G15."""
        return self.profession == "10"


@dataclass(frozen=True)
class Patient:
    """A fictitious person and the secrets that the demonstration shows on purpose."""

    ins: str
    root: str
    family: str
    given: str
    birth_date: str
    sex: str
    secret_code: str | None
    email: str | None
    phone: str | None
    treating_physician: str | None
    state: str
    opening_code: str | None
    activation_code: str | None

    @property
    def is_adult(self) -> bool:
        """Eighteen or more today: a child's record is read by those who represent it."""
        today = datetime.date.today()
        return (today.year - 18, today.month, today.day) >= tuple(int(each) for each in self.birth_date.split("-"))

    @property
    def cx(self) -> str:
        """The patient identifier as XDS and the VIHF write it (interop §4.1)."""
        return f"{self.ins}^^^&{self.root}&ISO^NH"


@dataclass(frozen=True)
class Message:
    """One message of the outbox: what a telephone, a mailbox or a letter box would have received."""

    channel: str
    to: str
    ins: str
    body: str
    code: str | None
    sent_at: str
    path: Path

    def is_to(self, patient: Patient) -> bool:
        """Whether the person has that address; letters name the INS, the others the address alone."""
        if self.ins == patient.ins or (self.channel == "email" and self.to == patient.email):
            return True
        return self.channel == "sms" and bool(patient.phone) and _digits(self.to) == _digits(patient.phone or "")


class Demo:
    """A demonstration that runs: its addresses, its people, its outbox."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.folder = path.parent
        facts: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        self.portal = str(facts["portal"]).rstrip("/")
        self.services = str(facts["services"]).rstrip("/") + "/"
        self.care = str(facts.get("care") or "").rstrip("/")
        SITES.update({self.portal: "portal", self.care: "care"})
        self.ca = self.folder / facts["ca"]
        self.outbox = self.folder / facts["outbox"]
        self.patients = [_patient(each) for each in facts["patients"]]
        self.structures = [self._structure(each) for each in facts["structures"]]
        self.professionals = [self._professional(each) for each in facts["professionals"]]

    def messages(self) -> list[Message]:
        """What was sent so far, the oldest first; a message half written is left for the next look."""
        found = []
        for path in self.outbox.glob("*.json"):
            try:
                facts = json.loads(path.read_text(encoding="utf-8"))
                found.append(_message(facts, path))
            except (ValueError, KeyError, FileNotFoundError):
                continue
        return sorted(found, key=lambda each: (each.sent_at, each.path.name))

    def seen(self) -> set[Path]:
        """The messages already there, to recognise the next one by."""
        return {each.path for each in self.messages()}

    def next_code(
        self, patient: Patient, seen: set[Path], timeout: float = 15, channel: str | None = None
    ) -> str:
        """The code of the newest message to that person, by any way or by one, that was not there before."""

        def look() -> str | None:
            new = [m for m in self.messages() if m.path not in seen and m.code and m.is_to(patient)]
            new = [m for m in new if channel in (None, m.channel)]
            return new[-1].code if new else None

        return wait_for(look, timeout, "a message with a code in the outbox")

    def _credential(self, facts: dict[str, Any], kind: str) -> Credential | None:
        certificate, key = facts.get(f"{kind}Certificate"), facts.get(f"{kind}Key")
        if not certificate or not key:
            return None
        return Credential(self.folder / certificate, self.folder / key)

    def _structure(self, facts: dict[str, Any]) -> Structure:
        return Structure(
            national_id=facts["nationalId"],
            name=facts["name"],
            sector=_code(facts["sector"]) or "",
            authentication=self._credential(facts, "authentication"),
            seal=self._credential(facts, "seal"),
        )

    def _professional(self, facts: dict[str, Any]) -> Professional:
        return Professional(
            national_id=facts["nationalId"],
            family=facts["family"],
            given=facts["given"],
            profession=_code(facts["profession"]) or "",
            specialty=_code(facts.get("specialty")),
            structure=self._structure(facts["structure"]),
            authentication=self._credential(facts, "authentication"),
            signature=self._credential(facts, "signature"),
        )


def _digits(number: str) -> str:
    """The last nine digits of a telephone number, whatever its prefix."""
    return "".join(each for each in number if each.isdigit())[-9:]


def _code(value: Any) -> str | None:
    """A code given bare or as an object with a `code`."""
    if isinstance(value, dict):
        value = value.get("code")
    return None if value is None else str(value)


def _patient(facts: dict[str, Any]) -> Patient:
    return Patient(
        ins=facts["ins"],
        root=facts.get("insOID") or INS_TEST_ROOT,
        family=facts["family"],
        given=facts["given"],
        birth_date=facts["birthDate"],
        sex=facts["sex"],
        secret_code=facts.get("secretCode"),
        email=facts.get("email"),
        phone=facts.get("phone"),
        treating_physician=facts.get("treatingPhysician"),
        state=facts["state"],
        opening_code=facts.get("openingCode"),
        activation_code=facts.get("activationCode"),
    )


def _message(facts: dict[str, Any], path: Path) -> Message:
    return Message(
        channel=facts["channel"],
        to=facts["to"],
        ins=facts.get("ins") or "",
        body=facts["body"],
        code=facts.get("code"),
        sent_at=str(facts["sentAt"]),
        path=path,
    )
