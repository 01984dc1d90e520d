"""Who plays which part: chosen by profession and standing, never by name."""

from __future__ import annotations

from dataclasses import dataclass

from demo import Demo, Patient, Professional, Structure

OCCUPATIONAL = "SM25"
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


def cast(demo: Demo) -> Cast:
    """The parts, filled from the demonstration."""
    cards = [each for each in demo.professionals if each.authentication and each.signature]
    physicians = [each for each in cards if each.is_physician and each.specialty != OCCUPATIONAL]
    active = [each for each in demo.patients if each.state == "active"]
    open_ones = active or [each for each in demo.patients if each.state in OPEN_STATES]
    adults = [each for each in open_ones if each.birth_date < "2006"]
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
        unknown_patient=next(each for each in demo.patients if each.state == "notOpened"),
    )
