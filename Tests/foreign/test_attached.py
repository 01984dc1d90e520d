"""Since 2022 the patient opens, changes and closes his record himself: professionals are told so (interop §2.7)."""

from __future__ import annotations

import pytest

import codes
from administration import Refused
from lps import Client
from messages import existence
from names import NAMESPACES
from people import Cast


@pytest.mark.parametrize("verb", ["close", "reactivate", "modify"])
def test_the_record_is_the_patients_to_administer(author: Client, roles: Cast, verb: str) -> None:
    with pytest.raises(Refused) as refusal:
        getattr(author, verb)(roles.patient)
    assert refusal.value.codes == [codes.ACCESS_DENIED]
    assert author.standing(roles.patient).status == "active"


def test_nobody_opens_a_record_for_somebody_else(author: Client, roles: Cast) -> None:
    """Access and life cycle § 4, CSP R1111-28."""
    with pytest.raises(Refused) as refusal:
        author.create(roles.unknown_patient)
    assert refusal.value.codes == [codes.ACCESS_DENIED]
    assert not author.standing(roles.unknown_patient).found


@pytest.mark.parametrize("kind", ["createPatientAccess", "updatePatientAccess"])
def test_nobody_makes_secrets_for_somebody_else(author: Client, roles: Cast, kind: str) -> None:
    channel = ("EMAIL", "camille@essai.example") if kind == "createPatientAccess" else None
    with pytest.raises(Refused) as refusal:
        author.access(roles.patient, kind, channel)  # type: ignore[arg-type]
    assert refusal.value.codes == [codes.ACCESS_DENIED]


def test_the_attachment_tells_software_so(author: Client, roles: Cast) -> None:
    for reason in ("TEST_EXST", "CNSLT_DATA"):
        answer = author.call("patients", "urn:hl7-org:v3:PRPA_IN201307UV02", existence(roles.patient, reason), roles.patient)
        path = ".//hl7:administrativeObservation[hl7:code/@code='RATTACHEMENT_ENS']/hl7:value/@value"
        assert answer.body.xpath(path, namespaces=NAMESPACES) == ["true"]
