"""A demonstration as whoever types the command meets it: its file, its people, its end by Ctrl-C, and its start again."""

from __future__ import annotations

import datetime
import json
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import requests

import names
from demo import Demo, Patient
from lps import client
from scriptless import Visitor, same_words
from serving import Server, binary_under_test
from waiting import wait_for

PATIENT = {
    "ins", "insOID", "family", "given", "birthDate", "sex", "secretCode", "email", "phone", "treatingPhysician",
    "state", "openingCode", "activationCode",
}  # fmt: skip
PROFESSIONAL = {
    "nationalId", "family", "given", "profession", "specialty", "structure",
    "authenticationCertificate", "authenticationKey", "signatureCertificate", "signatureKey",
}  # fmt: skip
STRUCTURE = {
    "nationalId", "name", "sector", "authenticationCertificate", "authenticationKey", "sealCertificate", "sealKey",
}  # fmt: skip
BIOLOGY = "11502-2"
STRUCTURED = {BIOLOGY, "11369-6", "57833-6", "18748-4", "11490-0", "60591-5"}
"""Biology, vaccinations, prescription, imaging, liaison letter, synthesis (JDV_J66)."""
PROFESSIONS = {
    "10": "physician", "21": "pharmacist", "40": "dental surgeon", "50": "midwife", "60": "nurse",
    "70": "physiotherapist",
}  # fmt: skip


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A demonstration of its own, which is ended and started again here."""
    binary = binary_under_test()
    if binary is None:
        pytest.skip("DMP_BINARY is not set")
    running = Server(binary, tmp_path_factory.mktemp("shown") / "data")
    running.start()
    yield running
    running.stop()


@pytest.fixture
def facts(started: Server) -> dict[str, Any]:
    """The file as a program reads it."""
    return json.loads((started.data / "demo.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def test_the_file_has_every_key_and_every_file_it_names(started: Server, facts: dict[str, Any]) -> None:
    assert {"portal", "services", "ca", "outbox", "patients", "professionals", "structures"} <= facts.keys()
    assert facts["portal"].startswith("https://localhost:")
    assert facts["services"].endswith("/si-dmp-server/v2/services/")
    for kind, keys in (("patients", PATIENT), ("professionals", PROFESSIONAL), ("structures", STRUCTURE)):
        for each in facts[kind]:
            assert each.keys() == keys, kind
    for each in facts["professionals"]:
        assert each["structure"].keys() == {"nationalId", "name", "sector"}
    named = [facts["ca"]]
    for each in facts["professionals"] + facts["structures"]:
        named += [value for key, value in each.items() if key.endswith(("Certificate", "Key")) and value]
    named += [each[key] for each in facts["operators"] for key in ("certificate", "key")]
    for path in named:
        assert (started.data / path).read_text().startswith("-----BEGIN "), path
    assert (started.data / facts["outbox"]).is_dir()
    # Whoever moves or mounts the folder elsewhere finds everything in it.
    for path in [*named, facts["outbox"], *(each["desk"] for each in facts["operators"])]:
        assert not Path(path).is_absolute() and ".." not in Path(path).parts, path


def test_its_people_are_those_who_make_a_difference(facts: dict[str, Any]) -> None:
    patients, professionals = facts["patients"], facts["professionals"]
    assert len(patients) >= 12 and len(professionals) >= 10 and len(facts["structures"]) >= 3
    states = {each["state"] for each in patients}
    assert {"active", "notOpened", "awaitingActivation", "closed"} <= states
    assert any(each["ins"][5:7].upper() in ("2A", "2B") for each in patients), "one was born in Corsica"
    assert {each["sex"] for each in patients} == {"F", "M"}
    assert any(each["treatingPhysician"] for each in patients)
    assert {each["profession"] for each in professionals} >= PROFESSIONS.keys()
    specialties = {each["specialty"] for each in professionals}
    assert {"SM59", "SM25"} <= specialties, "the regulator and the occupational physician"
    regulator = next(each for each in professionals if each["specialty"] == "SM59")
    assert "SAMU" in regulator["structure"]["name"]
    employees = [each for each in professionals if each["nationalId"].startswith("3")]
    assert employees and all("/" in each["nationalId"] for each in employees), "a holder of an establishment's card"
    acting = {each["actsFor"]: each["kind"] for each in facts["representatives"]}
    assert sorted(each["kind"] for each in facts["representatives"]) == ["parent", "parent", "representation"]
    assert acting.keys() <= {each["ins"] for each in patients}
    protected = next(ins for ins, kind in acting.items() if kind == "representation")
    born = next(each for each in patients if each["ins"] == protected)["birthDate"]
    assert datetime.date.today().year - int(born[:4]) > 18, "an adult is protected"


def test_the_general_practitioner_treats_somebody(started: Server, facts: dict[str, Any]) -> None:
    """The file says it, and so does the patient's own page, by name."""
    practitioner = next(each for each in facts["professionals"] if each["specialty"] == "SM26")
    treated = {each["ins"] for each in facts["patients"] if each["treatingPhysician"] == practitioner["nationalId"]}
    demo = Demo(started.data / "demo.json")
    patient = next(each for each in demo.patients if each.ins in treated and each.state == "active" and each.is_adult)
    visitor = Visitor(demo)
    assert visitor.sign_in(patient, patient.secret_code or "").status == 200
    text = same_words(visitor.get("/professionnels").tree.xpath("//main")[0].text_content())
    assert same_words(f"{practitioner['given']} {practitioner['family']}") in text
    assert "médecin traitant" in text


def test_the_command_says_where_to_click_and_who_the_people_are(started: Server, facts: dict[str, Any]) -> None:
    """Every address, everybody who can come in with the codes to do so, every card by profession: on one screen."""

    def look() -> str | None:
        said = started.banner.read_text(encoding="utf-8")
        return said if said.rstrip().endswith("Ctrl-C pour finir.") else None

    said = wait_for(look, 10, "the last line")
    lines = said[said.rindex("DMP de démonstration") :].splitlines()
    assert len(lines) <= 60 and max(map(len, lines)) <= 160

    def line(*parts: str) -> str:
        found = [each for each in lines if all(part in each for part in parts)]
        assert len(found) == 1, parts
        return found[0]

    for address in ("portal", "care", "services", "operatorDoor"):
        assert line(f" {facts[address]}")
    for each in facts["patients"]:
        told = line(f"{each['given']} {each['family']} ", f" {each['ins']} ")
        assert (each["secretCode"] or "") in told
        if each["state"] == "notOpened" and each["openingCode"]:
            assert each["openingCode"] in told and each["birthDate"] in told
        if each["state"] == "awaitingActivation":
            assert each["activationCode"] in told
    for each in facts["representatives"]:
        told = line(f"{each['given']} {each['family']} ", f" {each['ins']} ", each["secretCode"])
        holder = next(patient for patient in facts["patients"] if patient["ins"] == each["actsFor"])
        assert f"dossier de {holder['given']} {holder['family']}" in told
    professions = {
        "10": "Médecin", "21": "Pharmacien", "40": "Dentiste", "50": "Sage", "60": "Infirmier", "70": "Masseur",
    }  # fmt: skip
    for each in facts["professionals"]:
        told = line(f"{each['given']} {each['family']} ", each["authenticationCertificate"])
        assert professions.get(each["profession"], "") in told


@pytest.mark.parametrize("starts", [1, 2])
def test_the_file_is_there_when_every_door_answers_and_not_before(
    starts: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A program waits for the file and asks each door once: at the first start, and when the world is found again."""
    binary = binary_under_test()
    if binary is None:
        pytest.skip("DMP_BINARY is not set")
    running = Server(binary, tmp_path_factory.mktemp("ready") / "data")
    try:
        for _ in range(starts - 1):
            running.start()
            assert running.stop() == 0
        told = running.data / "demo.json"
        before = told.stat().st_mtime_ns if told.exists() else None
        running.launch()
        demo = Demo(await_file(running, told, before))
        facts = json.loads(told.read_text(encoding="utf-8"))
        card = next(each for each in demo.professionals if each.is_physician)
        assert card.authentication is not None
        for address, key in (("portal", None), ("care", card.authentication)):
            pair = (str(key.certificate_path), str(key.key_path)) if key else None
            assert requests.get(facts[address], verify=str(demo.ca), cert=pair, timeout=10).status_code == 200
        known = next(each for each in demo.patients if each.state == "active")
        assert client(demo, card).standing(known).found
        operator = next(each for each in facts["operators"] if each["role"] == "support")
        pair = (str(running.data / operator["certificate"]), str(running.data / operator["key"]))
        # The door listens and takes the card; what it answers to a question that it does not know is no matter.
        assert requests.get(facts["operatorDoor"], verify=str(demo.ca), cert=pair, timeout=10).status_code < 500
    finally:
        running.stop()


def await_file(running: Server, told: Path, before: int | None) -> Path:
    """Looks every few milliseconds: a door that opened later than its file is caught."""
    end = time.monotonic() + running.start_timeout
    while time.monotonic() < end:
        running.expect_running()
        if told.exists() and told.stat().st_mtime_ns != before:
            return told
        time.sleep(0.002)
    raise TimeoutError("no demo.json")


def test_a_physician_reads_about_a_hundred_documents_of_a_dozen_kinds(started: Server) -> None:
    """What a visitor is promised: records with a life in them, all of which come back as they are listed."""
    demo = Demo(started.data / "demo.json")
    known = {each.national_id: each for each in demo.professionals}
    treating = next(known[each.treating_physician] for each in demo.patients if each.treating_physician)
    physician = client(demo, treating)
    kinds: set[str] = set()
    structured: list[str] = []
    count = most_reports = 0
    for patient in demo.patients:
        if patient.state not in ("active", "awaitingActivation"):
            continue
        if physician.standing(patient).authorization != "VALIDE":
            physician.authorize(patient)
        documents = physician.find(patient, names.APPROVED, names.DEPRECATED).documents
        octets = physician.retrieve(patient, *(each.unique_id for each in documents)) if documents else {}
        assert octets.keys() == {each.unique_id for each in documents} and all(octets.values())
        count += len(documents)
        kinds |= {code for each in documents for code in each.codes(names.ENTRY_KIND)}
        for each in documents:
            if not any(code.startswith("urn:ihe:iti:xds-sd:") for code in each.codes(names.ENTRY_FORMAT)):
                structured += each.codes(names.ENTRY_KIND)
        reports = [each for each in documents if BIOLOGY in each.codes(names.ENTRY_KIND)]
        most_reports = max(most_reports, len(reports))
    assert count >= 90
    assert len(kinds) >= 12, kinds
    assert set(structured) >= STRUCTURED, "kinds whose content a program reads"
    assert most_reports >= 3, "biology over time"


def test_somebody_is_known_by_two_matricules_and_somebody_has_yet_to_activate(started: Server) -> None:
    """Who came from abroad had a number that waits (7 for 1, 8 for 2) before his own: both find the one record."""
    demo = Demo(started.data / "demo.json")
    treating = next(each.treating_physician for each in demo.patients if each.treating_physician)
    physician = client(demo, next(each for each in demo.professionals if each.national_id == treating))
    abroad = [each for each in demo.patients if each.state == "active" and each.ins[5:7] == "99"]
    known = [each for each in abroad if physician.standing(waiting_number(each)).found]
    assert len(known) == 1
    assert physician.standing(known[0]).found
    native = next(each for each in demo.patients if each.state == "active" and each.ins[5:7] != "99")
    assert not physician.standing(waiting_number(native)).found
    begun = next(each for each in demo.patients if each.state == "awaitingActivation")
    assert begun.activation_code
    assert physician.standing(begun).found
    unopened = next(each for each in demo.patients if each.state == "notOpened")
    assert not physician.standing(unopened).found


def waiting_number(patient: Patient) -> Patient:
    """The same person under the number that came before, whose key is 97 less the remainder."""
    body = str(int(patient.ins[0]) + 6) + patient.ins[1:13]
    return replace(patient, ins=f"{body}{97 - int(body.replace('2A', '19').replace('2B', '18')) % 97:02}")


def test_messages_have_the_keys_that_the_outbox_promises(started: Server, facts: dict[str, Any]) -> None:
    found = [json.loads(path.read_text()) for path in (started.data / facts["outbox"]).glob("*.json")]
    assert found
    for each in found:
        assert each.keys() == {"channel", "to", "ins", "body", "code", "sentAt"}
        assert each["channel"] in ("sms", "email", "letter")


def test_a_mother_reads_her_child_s_record_and_nobody_else_s(started: Server, facts: dict[str, Any]) -> None:
    """Reference: access-and-lifecycle §1.1: parents act for a minor, each with an access of their own."""
    demo = Demo(started.data / "demo.json")
    mother = next(each for each in facts["representatives"] if each["given"] == "Camille")
    child = next(each for each in facts["patients"] if each["ins"] == mother["actsFor"])
    visitor = Visitor(demo)
    page = visitor.sign_in(person(mother), mother["secretCode"])
    assert page.status == 200
    record = visitor.get("/dossier")
    text = same_words(record.tree.text_content())
    assert same_words(child["given"]) in text
    listed = visitor.get("/documents")
    assert listed.tree.xpath("//main//a[contains(@href, '/documents/')]"), "she sees documents of his"
    others = [each["given"] for each in facts["patients"] if each["ins"] != child["ins"]]
    assert not [name for name in others if same_words(name) + " " in same_words(listed.tree.text_content())]


def person(facts: dict[str, Any]) -> Patient:
    """Somebody who acts for others signs in as a patient does."""
    empty = dict.fromkeys(("treating_physician", "opening_code", "activation_code"))
    return Patient(
        ins=facts["ins"],
        root=facts["insOID"],
        family=facts["family"],
        given=facts["given"],
        birth_date=facts["birthDate"],
        sex="U",
        secret_code=facts["secretCode"],
        email=facts["email"],
        phone=facts["phone"],
        state="active",
        **empty,
    )


def test_ctrl_c_ends_it_cleanly_and_a_second_start_finds_its_data(started: Server, facts: dict[str, Any]) -> None:
    demo = Demo(started.data / "demo.json")
    patient = next(each for each in demo.patients if each.state == "active" and each.is_adult)
    assert started.process is not None
    started.process.send_signal(signal.SIGINT)
    assert started.process.wait(30) == 0
    started.process = None
    again = started.start()
    assert again.patients == demo.patients
    visitor = Visitor(again)
    assert visitor.sign_in(patient, patient.secret_code or "").status == 200
    assert visitor.get("/documents").tree.xpath("//main//a[contains(@href, '/documents/')]")


@pytest.mark.parametrize("rules", ["era2007", "era2011", "era2016"])
def test_earlier_rules_make_a_world_as_well(rules: str, tmp_path: Path) -> None:
    """What an era forbids is left out of its world; the world is made all the same."""
    binary = binary_under_test()
    if binary is None:
        pytest.skip("DMP_BINARY is not set")
    running = Server(binary, tmp_path / "data", policy_set=rules)
    try:
        demo = running.start()
        patient = next(each for each in demo.patients if each.state == "active" and each.is_adult)
        visitor = Visitor(demo)
        assert visitor.sign_in(patient, patient.secret_code or "").status == 200
        assert visitor.get("/documents").tree.xpath("//main//a[contains(@href, '/documents/')]")
    finally:
        assert running.stop() == 0
