"""Who plays which part: chosen by profession and standing, never by name."""

from __future__ import annotations

from dataclasses import dataclass

from demo import Demo, Patient, Professional, Structure

OCCUPATIONAL = "SM25"
EMERGENCY = "SM59"
OPEN_STATES = {"active", "awaitingActivation", "open", "opened", "activated"}


@dataclass(frozen=True)
class Cast:
    """The parts of the wire tests."""

    author: Professional
    """Feeds documents; a physician."""
    colleague: Professional
    """Another physician, authorised too, who treats nobody here."""
    stranger: Professional
    """Never authorised."""
    nurse: Professional
    """Not a physician: one role only."""
    occupational: Professional
    """The occupational physician, who is refused what others may."""
    hospital: Structure
    """Feeds with its own certificate and seal."""
    employee: Professional
    """Whom the hospital answers for in indirect mode."""
    patient: Patient
    other_patient: Patient
    unknown_patient: Patient
    """Nobody opened this record."""
    regulator: Professional
    """The physician of a regulation centre."""


def nobody(root: str, order: int = 999, family: str = "PERSONNE", given: str = "Aucune") -> Patient:
    """A person with a right matricule (its key is 97 less the remainder) who has no record.

    Those of neighbouring orders are born far from each other: who looks up neighbours is taken for a thief of the register.
    """
    body = f"29901{10 + order * 7 % 80}{100 + order * 137 % 800}{order:03}"
    key = 97 - int(body) % 97
    return Patient(
        ins=f"{body}{key:02}", root=root, family=family, given=given, birth_date="1999-01-01", sex="F",
        secret_code=None, email=None, phone=None, treating_physician=None, state="unknown",
        opening_code=None, activation_code=None,
    )  # fmt: skip


def cast(demo: Demo) -> Cast:
    """The parts, filled from the demonstration."""
    cards = [each for each in demo.professionals if each.authentication and each.signature]
    physicians = [each for each in cards if each.is_physician and each.specialty not in (OCCUPATIONAL, EMERGENCY)]
    active = [each for each in demo.patients if each.state == "active"]
    open_ones = active or [each for each in demo.patients if each.state in OPEN_STATES]
    adults = [each for each in open_ones if each.is_adult]
    patient, other = adults[0], adults[1]
    treating = {patient.treating_physician, other.treating_physician}
    free = [each for each in physicians if each.national_id not in treating]
    hospital = next(each for each in demo.structures if each.seal and each.authentication)
    inside = [each for each in free if each.structure.national_id == hospital.national_id]
    return Cast(
        author=free[0],
        colleague=free[1],
        stranger=free[2],
        nurse=next(each for each in cards if each.profession == "60"),
        occupational=next(each for each in cards if each.specialty == OCCUPATIONAL),
        hospital=hospital,
        employee=(inside or free)[-1],
        patient=patient,
        other_patient=other,
        unknown_patient=nobody(patient.root),
        regulator=next(each for each in cards if each.specialty == EMERGENCY),
    )
