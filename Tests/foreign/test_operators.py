"""The operators' door through its commands: every verb, what the holder reads of it, and what nobody may do alone.

Access-and-lifecycle §4 (life), §6 (separation of roles, two-person rule), §7.1 (identities); security design §1.2.
"""

from __future__ import annotations

import json
import os
import re
import ssl
import subprocess
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import requests

from demo import Demo, Patient
from operators import PAPER, Desk, Said, new_order, nir, person
from scriptless import Visitor, same_words
from serving import Server, binary_under_test

Desks = Callable[[str], Desk]
SECRET = "quatre girafes lisent dehors"


@pytest.fixture(scope="session")
def binary() -> Path:
    """The program whose commands are typed."""
    found = binary_under_test()
    if found is None:
        pytest.skip("DMP_BINARY is not set")
    return found


@pytest.fixture(scope="module")
def world(binary: Path, tmp_path_factory: pytest.TempPathFactory) -> Demo:  # type: ignore[misc]
    """A demonstration of its own: records are closed and joined here."""
    running = Server(binary, tmp_path_factory.mktemp("operators") / "data")
    yield running.start()
    running.stop()


@pytest.fixture(scope="module")
def desk(world: Demo, binary: Path) -> Desks:
    """Somebody's desk by key."""
    return lambda key: Desk(world, binary, key)


def named(world: Demo, given: str) -> Patient:
    """A fictitious person."""
    return next(each for each in world.patients if each.given == given)


def history(world: Demo, patient: Patient, secret: str | None = None, who: str = "service") -> str:
    """What the holder reads of the service's acts, or of everybody's."""
    visitor = Visitor(world)
    visitor.sign_in(patient, secret or patient.secret_code or "")
    return same_words(visitor.get(f"/historique?qui={who}").tree.text_content())


def done(said: Said) -> Said:
    """Carried out."""
    assert said.code == 0, said
    return said


def test_the_manifest_lists_operators(world: Demo) -> None:
    """`dmp demo` makes a card for each role, and a second registrar."""
    facts = json.loads(world.path.read_text(encoding="utf-8"))
    roles = [each["role"] for each in facts["operators"]]
    assert sorted(set(roles)) == [
        "auditor", "dataProtection", "hostPhysician", "insurer", "officer", "registrar", "support"
    ]
    assert roles.count("registrar") == 2
    for each in facts["operators"]:
        assert all((world.folder / each[key]).is_file() for key in ("certificate", "key", "desk"))


def test_a_suspension_is_traced_with_name_role_and_paper(world: Demo, desk: Desks) -> None:
    """R1111-36: suspended, the holder told, lifted; he reads who did it, in what role, on which paper."""
    paul = named(world, "Paul")
    support = desk("support")
    said = done(support.run("suspend", "--reason", "fraud", typed=paul.ins))
    assert len(said.traces) == 1
    again = support.run("suspend", "--reason", "fraud", typed=paul.ins)
    assert again.code == 12 and "conflict (state)" in again.err
    done(support.run("lift", typed=paul.ins))
    told = history(world, paul)
    assert "a suspendu le dossier" in told and "a levé la suspension" in told
    assert same_words(f"Par {support.name}, assistance. Pièce : « {PAPER} ».") in told


def test_the_same_order_is_done_once(world: Demo, desk: Desks) -> None:
    """A shell that lost the answer types the command again."""
    amina = named(world, "Amina")
    order = new_order()
    officer = desk("officer")
    first = done(officer.run("migrate", "--set", "era2019", "--order", order, typed=amina.ins))
    second = done(officer.run("migrate", "--set", "era2019", "--order", order, typed=amina.ins))
    assert "done before" in second.out and second.traces == first.traces
    other = officer.run("migrate", "--set", "mes2026", "--order", order, typed=amina.ins)
    assert other.code == 12 and "orderTaken" in other.err
    assert officer.run("migrate", "--set", "era2040", typed=amina.ins).code == 12
    told = history(world, amina)
    assert told.count(same_words(f"Par {officer.name}, dépositaire des clés.")) == 1


@pytest.mark.parametrize(
    ("key", "verb", "options"),
    [
        ("registrar", "suspend", ["--reason", "fraud"]),
        ("support", "close", ["--reason", "death"]),
        ("insurer", "requests", []),
        ("auditor", "lift", []),
        ("support", "merge", []),
        ("dpo", "migrate", ["--set", "era2019"]),
    ],
)
def test_a_role_outside_its_verbs_is_refused(world: Demo, desk: Desks, key: str, verb: str, options: list[str]) -> None:
    """§6: separation of roles."""
    typed = person({"matricule": named(world, "Jeanne").ins})
    if verb == "merge":
        typed += f"other: {named(world, 'Paul').ins}\n"
    said = desk(key).run(verb, *options, typed=typed)
    assert said.code == 77 and "roleRefused" in said.err


def test_nobody_without_a_listed_certificate_is_answered(world: Demo, desk: Desks, tmp_path: Path) -> None:
    """A physician's card is a good card, and no operator's."""
    doctor = world.professionals[0].authentication
    assert doctor is not None
    facts = json.loads(desk("support").file.read_text())
    facts |= {"certificate": str(doctor.certificate_path.resolve()), "key": str(doctor.key_path.resolve()), "ca": str(world.ca.resolve())}
    other = desk("support")
    other.file = tmp_path / "desk.json"
    other.file.write_text(json.dumps(facts))
    assert other.run("lift", typed=named(world, "Jeanne").ins).code == 69
    with pytest.raises((requests.exceptions.SSLError, requests.exceptions.ConnectionError, ssl.SSLError)):
        requests.post(facts["door"] + "/operator/v1/lift", data="{}", verify=str(world.ca), timeout=10)


def test_a_death_is_undone_by_two(world: Demo, desk: Desks) -> None:
    """Declared dead, closed; found alive: two people, two certificates."""
    lucas = named(world, "Lucas")
    registrar = desk("registrar")
    done(registrar.run("close", "--reason", "death", typed=lucas.ins))
    first = registrar.run("undo-death", typed=lucas.ins)
    assert first.code == 10 and "waits for a second person" in first.out
    assert registrar.run("undo-death", "--order", first.order, typed=lucas.ins).code == 10
    assert desk("support").run("undo-death", "--order", first.order, typed=lucas.ins).code == 77
    other = desk("registrar-2").run("undo-death", "--order", first.order, typed=lucas.ins, paper="autre")
    assert other.code == 12 and "orderTaken" in other.err
    done(desk("registrar-2").run("undo-death", "--order", first.order, typed=lucas.ins))
    told = history(world, lucas)
    assert "a fermé le dossier" in told and "a rouvert le dossier" in told
    assert same_words("Par Rose Greffe, service des identités, et Martin Matricule, service des identités.") in told


def test_a_closed_record_is_reopened_and_destroyed_on_paper(world: Demo, desk: Desks) -> None:
    """R1111-36: one operator opens it again, two have it destroyed, and the opening cancels that."""
    lucas = named(world, "Lucas")
    registrar = desk("registrar")
    assert registrar.run("reopen", typed=lucas.ins).code == 12
    done(registrar.run("close", "--reason", "request", typed=lucas.ins))
    first = registrar.run("erase", typed=lucas.ins)
    assert first.code == 10 and "waits for a second person" in first.out
    assert desk("support").run("erase", "--order", first.order, typed=lucas.ins).code == 77
    done(desk("registrar-2").run("erase", "--order", first.order, typed=lucas.ins))
    done(registrar.run("reopen", typed=lucas.ins))
    assert "a rouvert le dossier" in history(world, lucas)


def test_the_insurer_feeds_blindly(world: Demo, desk: Desks, tmp_path: Path) -> None:
    """C10, R1111-33: 24 months of care, filed and never read; the answer is the same for what is withheld."""
    jeanne = named(world, "Jeanne")
    insurer = desk("insurer")
    file = tmp_path / "soins.txt"
    file.write_text("Consultation du 3 mars", encoding="utf-8")
    today = date.today()

    def feed(number: int, start: date, **more: str) -> Said:
        typed = person({"matricule": jeanne.ins, "from": start.isoformat(), "to": today.isoformat(), **more})
        options = ["--file", str(file), "--document", f"1.2.250.1.999.7.{number}", "--media-type", "text/plain"]
        return insurer.run("feed", *options, "--title", f"Soins numéro {number}", typed=typed)

    filed = done(feed(1, today - timedelta(days=30)))
    assert filed.traces == []
    for said in [feed(2, today - timedelta(days=800)), feed(3, today - timedelta(days=30), secretCare="yes")]:
        assert done(said).out.replace(said.order, "") == filed.out.replace(filed.order, "")
    assert feed(4, today - timedelta(days=30), secretCare="oui").code == 65
    visitor = Visitor(world)
    visitor.sign_in(jeanne, jeanne.secret_code or "")
    listed = same_words(visitor.get("/documents").tree.text_content())
    assert [same_words(f"Soins numéro {number}") in listed for number in (1, 2, 3)] == [True, False, False]
    missing = insurer.run("feed", "--file", str(tmp_path / "nichts"), "--document", "1.2", typed=jeanne.ins)
    assert missing.code == 64 and "cannot be read" in missing.err


def test_the_hosts_physician_is_let_in_by_two(world: Demo, desk: Desks, tmp_path: Path) -> None:
    """C11: a written request, two approvals by different people, a list and a document, an end; the holder reads each."""
    paul = named(world, "Paul")
    asked = done(desk("registrar").run("host-request", typed=paul.ins))
    request = ["--request", asked.result]
    officer = desk("officer")
    assert desk("registrar").run("host-approve", *request, typed=paul.ins).code == 77
    first = done(officer.run("host-approve", *request, typed=paul.ins))
    assert "two approvals, by two people" in first.out
    again = officer.run("host-approve", *request, typed=paul.ins)
    assert again.code == 12 and "sameOperator" in again.err
    physician = desk("physician")
    early = physician.run("host-list", typed=paul.ins)
    assert early.code == 12 and "host.procedure" in early.err
    done(desk("dpo").run("host-approve", *request, typed=paul.ins))
    listed = done(physician.run("host-list", typed=paul.ins))
    document = re.search(r"^([0-9a-f-]{36}) \d{8,14}\S* ", listed.out, re.M)
    assert document, listed.out
    file = tmp_path / "document"
    taken = ["host-read", "--document", document[1], "--out", str(file)]
    done(physician.run(*taken, typed=paul.ins))
    assert file.stat().st_size > 0 and file.stat().st_mode & 0o077 == 0
    # What is there is not written over, and nothing is asked.
    assert physician.run(*taken, typed=paul.ins).code == 73
    assert officer.run("host-list", typed=paul.ins).code == 77
    done(officer.run("host-end", typed=paul.ins))
    assert officer.run("host-end", typed=paul.ins).code == 12
    assert physician.run("host-list", typed=paul.ins).code == 12
    told = history(world, paul)
    for key in ("registrar", "officer", "dpo", "physician"):
        assert same_words(f"Par {desk(key).name}") in told


def test_matricules_come_and_go(world: Demo, desk: Desks) -> None:
    """§7.1: a new matricule beside the old one, a wrong link undone."""
    chiara = named(world, "Chiara")
    new = nir("2790299999001")
    registrar = desk("registrar")
    done(registrar.run("add-identifier", typed=person({"matricule": chiara.ins, "other": new})))
    done(registrar.run("remove-identifier", typed=new))
    assert registrar.run("remove-identifier", typed=new).code == 11
    assert history(world, chiara).count("a changé un matricule du dossier") >= 1


def test_a_duplicate_is_joined_and_parted(world: Demo, desk: Desks) -> None:
    """§7.1: a wrong link must be reversible; both histories say who did it."""
    ines = named(world, "Inês")
    double = nir("2030899999002")
    registrar = desk("registrar")
    traits: dict[str, str | list[str]] = {
        "matricule": double,
        "family": "DOUBLE",
        "given": ["Inès", "Sofia"],
        "birthDate": ines.birth_date,
        "sex": "F",
        "address": ["1 rue Basse", "99999 Nullepart"],
    }
    done(registrar.run("invite", typed=person(traits)))
    code = next(m.code for m in reversed(world.messages()) if m.ins == double)
    open_by_letters(world, Patient(**{**ines.__dict__, "ins": double, "opening_code": code, **REACHED}))
    double_holder = Patient(**{**ines.__dict__, "ins": double, "email": "double@example.org"})
    assert same_words(f"Invitation envoyée par {registrar.name}, service des identités.") in history(
        world, double_holder, SECRET, "tous"
    )
    alone = registrar.run("merge", typed=person({"matricule": double, "other": ines.ins}))
    assert alone.code == 12 and "differs.familyName" in alone.err
    pair = person({"matricule": double, "other": ines.ins, "differs": ["familyName"]})
    first = registrar.run("merge", typed=pair)
    assert first.code == 10 and "waits for a second person" in first.out
    merged = done(desk("registrar-2").run("merge", "--order", first.order, typed=pair))
    assert len(merged.traces) == 2
    done(registrar.run("undo-merge", typed=double))
    assert history(world, ines).count("a réuni ou séparé deux dossiers") >= 1


# How the bearer of a second matricule is reached: by a way of his own.
REACHED = {"email": "double@example.org", "phone": None}


def open_by_letters(world: Demo, patient: Patient) -> None:
    """Pages 2 and 3 without a browser."""
    year, month, day = patient.birth_date.split("-")
    visitor = Visitor(world)
    page = visitor.get("/ouvrir")
    seen = world.seen()
    values = {
        "Numéro de sécurité sociale": patient.ins,
        "Code du courrier": patient.opening_code or "",
        "Date de naissance": f"{day}/{month}/{year}",
        "J'ai lu ces informations": "oui",
        "Code secret que je choisis": SECRET,
        "Code secret, une seconde fois": SECRET,
        "Adresse e-mail": patient.email or "",
    }
    page = visitor.submit(page, "Ouvrir mon dossier", values)
    assert page.heading == same_words("Mon dossier est ouvert"), page.tree.text_content()
    code = world.next_code(patient, seen)
    seen = world.seen()
    page = visitor.submit(
        visitor.get("/activer"),
        "Continuer",
        {"Numéro de sécurité sociale": patient.ins, "Code du courrier": code, "Code secret": SECRET},
    )
    proof = world.next_code(patient, seen, channel="email")
    page = visitor.submit(page, "Activer mon accès", {"Code envoyé par e-mail": proof})
    assert page.heading == same_words("Mon accès est activé"), page.heading


def test_a_representative_is_declared_and_ended_by_a_court(world: Demo, desk: Desks) -> None:
    """§1.1: an adult's guardian on the word of a court, who takes it back."""
    henriette, yves = named(world, "Henriette"), named(world, "Yves")
    registrar = desk("registrar")
    seen = world.seen()
    fields: dict[str, str | list[str]] = {
        "matricule": henriette.ins,
        "other": yves.ins,
        "family": yves.family,
        "given": [yves.given],
        "birthDate": yves.birth_date,
        "address": ["2 rue Haute", "99999 Nullepart"],
    }
    said = done(registrar.run("representative", "--kind", "representation", typed=person(fields)))
    assert said.result
    assert [m for m in world.messages() if m.path not in seen and m.channel == "letter"]
    ended = person({"matricule": henriette.ins, "other": yves.ins})
    done(registrar.run("court-end", typed=ended))
    assert registrar.run("court-end", typed=ended).code == 12
    told = history(world, henriette)
    assert same_words(f"Par {registrar.name}, service des identités. Pièce : « {PAPER} ».") in told


def test_the_insurer_declares_and_learns_nothing(world: Demo, desk: Desks) -> None:
    """L1111-16, L1111-18: the answer is the same for whom has a record and for whom has none."""
    doctor = next(each for each in world.professionals if each.is_physician)
    insurer = desk("insurer")
    words = set()
    for ins in (named(world, "Malik").ins, nir("1850599999003")):
        fields: dict[str, str | list[str]] = {
            "matricule": ins,
            "physician": doctor.national_id,
            "family": doctor.family,
            "given": [doctor.given],
            "specialty": doctor.specialty or "SM26",
            "structure": doctor.structure.national_id,
            "structureName": doctor.structure.name,
            "sector": doctor.structure.sector,
        }
        said = done(insurer.run("treating", typed=person(fields)))
        words.add(said.out.replace(said.order, "…"))
        said = done(insurer.run("end-treating", typed=ins))
        words.add(said.out.replace(said.order, "…").replace("end-treating", "treating"))
    assert len(words) == 1, words
    told = history(world, named(world, "Malik"))
    assert same_words(f"Par {insurer.name}, assurance maladie.") in told


def test_requests_are_listed_without_content_and_settled(world: Demo, desk: Desks) -> None:
    """Seed 004: support has no access to content; the look itself is in the history."""
    yves = named(world, "Yves")
    support = desk("support")
    assert "nothing waits" in done(support.run("requests", typed=yves.ins)).out
    told = history(world, yves)
    assert same_words(f"Par {support.name}, assistance. Pièce : « {PAPER} ».") in told, told


def test_heirs_ask_after_a_death_and_two_answer(world: Demo, desk: Desks) -> None:
    """L1110-4 V, L1111-18: recorded by one, answered by two, never during life."""
    armand = named(world, "Armand")
    registrar, support = desk("registrar"), desk("support")
    claim = person({"matricule": armand.ins, "family": "HÉRITIÈRE", "given": ["Hélène"], "tie": "fille"})
    early = registrar.run("heirs", "--purpose", "memory", typed=claim)
    assert early.code == 12 and "state" in early.err
    done(registrar.run("close", "--reason", "death", typed=armand.ins))
    request = done(registrar.run("heirs", "--purpose", "memory", typed=claim)).result
    listed = done(support.run("requests", typed=armand.ins)).out
    assert request in listed and "heirAccess" in listed and "Hélène" not in listed
    answer = ("--request", request, "--answer", "granted")
    first = support.run("settle", *answer, typed=armand.ins)
    assert first.code == 10
    assert support.run("settle", *answer, "--order", first.order, typed=armand.ins).code == 10
    done(desk("dpo").run("settle", *answer, "--order", first.order, typed=armand.ins))
    assert "nothing waits" in done(support.run("requests", typed=armand.ins)).out


def test_announced_and_objected(world: Demo, desk: Desks) -> None:
    """R1111-28: who objects with the letter's code gets no record, and is not asked twice."""
    ins = nir("1700199999004")
    typed = person(
        {
            "matricule": ins,
            "family": "CONTRE",
            "given": ["Colin"],
            "birthDate": "1970-01-31",
            "sex": "M",
            "address": ["3 rue Basse", "99999 Nullepart"],
        }
    )
    registrar = desk("registrar")
    done(registrar.run("announce", typed=typed))
    letters = [m for m in world.messages() if m.ins == ins]
    assert len(letters) == 1 and letters[0].code
    done(registrar.run("announce", typed=typed))
    assert len([m for m in world.messages() if m.ins == ins]) == 1
    assert desk("support").run("requests", typed=ins).code == 11


def test_the_auditor_has_proofs_and_nothing_else(world: Demo, desk: Desks) -> None:
    """§1.2: who ordered what and where it is proved; of nobody's record."""
    said = done(desk("support").run("suspend", "--reason", "defect", typed=named(world, "Malik").ins))
    auditor = desk("auditor")
    journal = done(auditor.run("journal", paper=None)).out
    assert f"suspend {desk('support').name} (support) trace {said.traces[0]}" in journal
    assert not [each for each in world.patients if each.ins in journal or each.family in journal]
    assert PAPER not in journal
    proof = done(auditor.run("proof", "--index", str(said.traces[0]), paper=None)).out
    assert proof.startswith(f"c2sp.org/tlog-proof@v1\nindex {said.traces[0]}\n")
    assert auditor.run("proof", "--index", "99999999", paper=None).code == 12
    done(desk("support").run("lift", typed=named(world, "Malik").ins))


def test_nothing_that_tells_a_person_is_an_option(binary: Path) -> None:
    """Process lists are read by everybody on the machine."""
    for verb in ("invite", "close", "representative", "treating", "heirs", "merge"):
        told = subprocess.run([str(binary), "record", verb, "--help"], capture_output=True, timeout=60, check=True)
        for word in ("--matricule", "--family", "--given", "--birth", "--address", "--other", "--physician"):
            assert word not in told.stdout.decode()


def test_help_says_how_each_field_is_written(binary: Path) -> None:
    """Nobody has to guess at a format, nor to read the docs for it."""
    told = subprocess.run([str(binary), "record", "incident", "--help"], capture_output=True, timeout=60, check=True)
    said = " ".join(told.stdout.decode().split())
    assert "known: a moment that has passed, UTC to the minute: 2026-03-31T08:15Z" in said
    assert "nature: confidentiality, integrity or availability, each once (a line for each)" in said


@pytest.mark.parametrize(
    ("typed", "code"),
    [("", 65), ("12", 65), ("colour: blue\n", 65), ("matricule: 1\nmatricule: 2\n", 65), ("\xff", 65)],
)
def test_what_is_typed_wrong_is_refused(desk: Desks, typed: str, code: int) -> None:
    """The exit code says who found the fault: the command, or the door."""
    said = desk("support").run("lift", typed=typed)
    assert said.code == code, said
    assert "blue" not in said.err
    assert typed[:6] != "colour" or "matricule" in said.err, "the fields of the verb"


def test_a_desk_that_is_none_is_refused(desk: Desks, tmp_path: Path) -> None:
    """A file that is not there, one that is no desk, a key that is not there."""
    one = desk("support")
    facts = json.loads(one.file.read_text())
    for text in (None, "{}", json.dumps(facts | {"key": "nowhere.key"})):
        one.file = tmp_path / f"desk-{len(text or '')}.json"
        if text is not None:
            one.file.write_text(text)
        assert one.run("lift", typed="1").code == 66


def test_emergencies_are_counted_for_the_data_protection_officer(world: Demo, desk: Desks) -> None:
    """Who opens in emergencies how often, of nobody's record; nobody else is told."""
    officer = desk("dpo")
    assert "nobody opened so often in an emergency" in done(officer.run("emergencies", "--at-least", "1000", paper=None)).out
    counted = done(officer.run("emergencies", "--since", "2020-01-01", paper=None)).out
    assert not [each for each in world.patients if each.ins in counted or each.family in counted]
    assert officer.run("emergencies", "--at-least", "0", paper=None).code == 65
    assert desk("auditor").run("emergencies", paper=None).code == 77


def test_the_security_log_is_counted_for_the_security_officer(world: Demo, desk: Desks) -> None:
    """What was noted, by day and kind, of nobody; nobody else is told."""
    assert done(desk("officer").run("security", "--since", "2999-01-01", paper=None)).out.strip() == "nothing was noted"
    counted = done(desk("officer").run("security", paper=None)).out.strip()
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d [a-zA-Z]+ \d+|nothing was noted", line) for line in counted.splitlines())
    assert not [each for each in world.patients if each.ins in counted or each.family in counted]
    assert desk("officer").run("security", "--since", "yesterday", paper=None).code == 65
    assert desk("auditor").run("security", paper=None).code == 77


def test_an_incident_goes_from_the_discovery_to_those_concerned(world: Demo, desk: Desks) -> None:
    """§6, GDPR art. 33 and 34, L1111-8-2: declared, late, told by two to those concerned, noted, nobody told of it twice."""
    jeanne = named(world, "Jeanne")
    known = (datetime.now(UTC) - timedelta(hours=80)).strftime("%Y-%m-%dT%H:%MZ")
    facts = person({"nature": ["confidentiality", "availability"], "touched": "Sauvegarde du mois, un dossier"})
    options = ["--known", known, "--risk", "high", "--gravity", "serious"]
    assert desk("registrar").run("incident", *options, typed=facts).code == 77
    incident = done(desk("support").run("incident", *options, typed=facts)).result
    listed = done(desk("officer").run("incidents", paper=None)).out
    assert incident in listed and listed.count("OVERDUE") == 3 and jeanne.ins not in listed
    order = new_order()
    told = person({"person": [jeanne.ins], "words": "Une sauvegarde chiffrée a été volée. Écrivez-nous."})
    persons = ["--incident", incident, "--order", order]
    assert desk("dpo").run("incident-persons", *persons, typed=told).code == 10
    assert "volée" not in history(world, jeanne)
    done(desk("officer").run("incident-persons", *persons, typed=told))
    assert same_words("Une sauvegarde chiffrée a été volée. Écrivez-nous.") in history(world, jeanne)
    # What comes of it and what is done is written beside it, bit by bit, by whoever may declare (GDPR art. 33(4), 33(5)).
    entries = (("support", "effects", "Un dossier a pu être lu."), ("officer", "measures", "La clé a été changée."))
    for who, aspect, words in entries:
        done(desk(who).run("incident-note", "--incident", incident, "--aspect", aspect, typed=person({"words": words})))
    wrong = person({"words": "Rien."})
    assert desk("registrar").run("incident-note", "--incident", incident, "--aspect", "facts", typed=wrong).code == 77
    assert desk("support").run("incident-note", "--incident", incident, "--aspect", "cause", typed=wrong).code == 65
    assert desk("support").run("incident-note", "--incident", new_order(), "--aspect", "facts", typed=wrong).code == 12
    for duty in ("authority", "state", "persons"):
        done(desk("dpo").run("incident-told", "--incident", incident, "--duty", duty))
    again = desk("dpo").run("incident-told", "--incident", incident, "--duty", "state")
    assert again.code == 12 and "unchanged" in again.err
    listed = done(desk("auditor").run("incidents", paper=None)).out
    assert "OVERDUE" not in listed and listed.count(" told ") == 3 and "on 1 records" in listed
    written = [listed.index(f" {aspect} ({who}): {words}") for who, aspect, words in entries]
    assert written == sorted(written) and "Rien." not in listed


def test_the_log_names_nobody(world: Demo) -> None:
    """Matricules and names are nowhere in the events of the door."""
    events = (world.folder / "application/events.jsonl").read_text()
    assert "operator/v1/suspend" in events
    for each in world.patients:
        assert each.ins not in events and f" {each.family}" not in events


def test_at_a_terminal_each_field_is_asked(world: Demo, desk: Desks) -> None:
    """Nobody has to know the fields by heart; what is asked is asked on standard error."""
    support = desk("support")
    ours, theirs = os.openpty()
    with subprocess.Popen(
        [str(support.binary), "record", "requests", "--desk", str(support.file), "--paper", PAPER],
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        os.close(theirs)
        os.write(ours, f"{named(world, 'Henriette').ins}\n".encode())
        out, err = process.communicate(timeout=60)
        os.close(ours)
    assert process.returncode == 0, err
    assert b"matricule: " in err and b"requests: done" in out
