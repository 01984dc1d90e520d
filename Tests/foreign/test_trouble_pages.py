"""Pages that nobody wants to see, and the main ones in English, looked at like all others (identity §8.2)."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

import care
import directories
import portal
import samples
from administration import Contact
from care import Desk
from demo import SITES, Demo, Patient
from inspecting import inspect
from lps import Client, client
from people import Cast, nobody
from portal import Portal
from served import Served, elsewhere, free_port
from test_demo import person

SPOIL = "() => document.querySelectorAll('input[name=jeton]').forEach((each) => { each.value = 'perime'; })"
"""A form that another page sent, or that is of another day, has another token."""
RECORD = [
    "/dossier", "/documents", "/histoire", "/analyses", "/professionnels", "/historique", "/reglages", "/urgence",
    "/ajouter", "/volontes", "/directives", "/profils", "/notifications", "/connexion-et-contacts", "/confidentialite",
    "/qui-peut-voir-quoi?type=11502-2", "/aide", "/plan-du-site",
]  # fmt: skip
PUBLIC = ["/", "/ouvrir", "/activer", "/connexion", "/acces-perdu", "/aide", "/page-qui-n-existe-pas"]
CHART = [
    "", "/documents", "/documents?vue=parcours", "/ajouter", "/vaccinations", "/volontes", "/autorisations",
    "/historique",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of this file."""
    with sync_playwright() as playwright:
        chromium = portal.launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def holder(browser: Browser, demo: Demo, roles: Cast, author: Client) -> Iterator[Portal]:
    """Somebody signed in, with a document to look at."""
    author.deposit(samples.letter(roles.patient, roles.author))
    signed_in = Portal(demo, portal.context(browser).new_page())
    signed_in.sign_in(roles.patient, roles.patient.secret_code or "")
    yield signed_in
    signed_in.page.context.close()


@pytest.fixture(scope="module")
def doctor(browser: Browser, demo: Demo) -> Iterator[tuple[Desk, str]]:
    """A treating physician with a record open."""
    context = care.context(browser, demo, care.professional(demo, "gp").authentication, scripts=True)
    desk = Desk(demo, context.new_page())
    desk.enter()
    desk.open(next(each for each in demo.patients if each.treating_physician and each.state == "active"))
    yield desk, desk.record
    context.close()


def pressed(visitor: Portal | Desk, button: str) -> int:
    """Presses it; the status of the page that comes."""
    with visitor.page.expect_response(lambda answer: answer.request.is_navigation_request()) as waiting:
        visitor.press(button)
    visitor.page.wait_for_load_state()
    return waiting.value.status


def went(visitor: Portal | Desk, path: str) -> int:
    """Opens an address; the status of the page."""
    site = visitor.demo.portal if isinstance(visitor, Portal) else visitor.demo.care
    answer = visitor.page.goto(path if path.startswith("https://") else site + path)
    assert answer is not None
    return answer.status


def spoil(page: Page) -> None:
    """Makes the forms of the page nobody's."""
    page.evaluate(SPOIL)


def test_a_page_of_the_record_without_a_session(browser: Browser, demo: Demo) -> None:
    context = portal.context(browser)
    visitor = Portal(demo, context.new_page())
    assert went(visitor, "/dossier") == 401
    faults = inspect(visitor.page, "connexion nécessaire")
    context.close()
    assert faults == []


def test_a_form_out_of_date_is_refused(holder: Portal) -> None:
    assert went(holder, "/trouver-un-professionnel") == 200
    holder.fill("Nom", "Martin")
    spoil(holder.page)
    assert pressed(holder, "Chercher") == 403
    assert inspect(holder.page, "formulaire périmé") == []


def test_what_is_done_already_is_said(holder: Portal) -> None:
    """Two windows, one decision: the second is told that the record has changed."""
    holder.open_document("Lettre de liaison")
    address = holder.page.url.split("?")[0]
    second = Portal(holder.demo, holder.page.context.new_page())
    assert went(second, address + "/masquer") == 200
    holder.press("Masquer aux professionnels")
    holder.press("Oui, masquer ce document")
    holder.expect_notice("Le document est maintenant masqué")
    assert pressed(second, "Oui, masquer ce document") == 409
    faults = inspect(second.page, "déjà fait")
    second.page.close()
    holder.press("Rendre visible aux professionnels")
    holder.press("Oui, rendre ce document visible")
    holder.expect_notice("Le document est de nouveau visible")
    assert faults == []


def test_a_network_that_tried_too_often_waits(browser: Browser, demo: Demo, served: Served) -> None:
    served.start(portal_missesPerTenMinutes=10)
    served.health()
    there = copy.copy(demo)
    there.portal = f"https://localhost:{served.ports[0]}"
    context = portal.context(browser)
    visitor = Portal(there, context.new_page())
    for number in range(11):
        visitor.go("/connexion")
        assert pressed(visitor, "Continuer") == (422 if number < 10 else 429)
    faults = inspect(visitor.page, "trop d'essais")
    context.close()
    assert faults == []


def elsewhere_filed(demo: Demo, roles: Cast, served: Served, folder: Path, order: int) -> tuple[Demo, Patient, str]:
    """A service of its own, with both sites and one record; who signs in there, and with what secret.

    The record's one document is too large to lie in the database; its relay of secured messaging answers nobody.
    """
    port = free_port()
    served.start(
        policy_default="era2019",
        care_origin=f"https://localhost:{port}",
        care_port=port,
        directory_file=directories.write(folder / "directory.json", demo, demo.professionals),
        messages_emails="outbox",
        messages_folder=str(folder / "outbox"),
        messages_secureMail="smtp",
        secureMail_host="127.0.0.1",
        secureMail_port=free_port(),
        secureMail_sender="dmp@operateur.example",
        secureMail_domains="courrier.example",
    )
    served.health()
    there = elsewhere(demo, served)
    there.portal, there.care = f"https://localhost:{served.ports[0]}", f"https://localhost:{port}"
    SITES.update({there.portal: "portal", there.care: "care"})
    there.outbox = folder / "outbox"
    address = f"camille{order}@essai.example"
    newcomer = nobody(roles.patient.root, order, family="PANNE", given="Camille")
    software = client(there, roles.author)
    software.create(newcomer, contact=Contact(email=address))
    software.authorize(newcomer)
    software.deposit(replace(samples.consultation(newcomer, roles.author), body="Examen normal.\n" * 10_000))
    _, secret = software.access(newcomer, "createPatientAccess", ("EMAIL", address))
    return there, replace(newcomer, email=address), secret


def spoil_objects(served: Served, act: Callable[[Path], None]) -> None:
    """Does that to every file and place of a document that the host keeps outside its database."""
    found = [each for each in (served.folder / "data/host/objects").rglob("*") if len(each.name) >= 32]
    assert found
    for each in found:
        act(each)


def unreadable(place: Path) -> None:
    """What a disk that fails looks like: something is there, and cannot be read."""
    place.unlink()
    place.mkdir()


OUTAGES: list[tuple[str, Callable[[Path], None], str]] = [
    ("pause", unreadable, "Service momentanément indisponible"),
    ("vérification", Path.rmdir, "Dossier en cours de vérification"),
]
"""What befalls the documents' files, one after the other, and the page that says it."""


def shown(visitor: Portal | Desk, path: str, heading: str, name: str) -> list[str]:
    """An outage in both languages: its status, its heading, and what is wrong with its pages."""
    assert went(visitor, path) == 503
    visitor.expect_heading(heading)
    faults = inspect(visitor.page, name)
    assert went(visitor, path + "?lang=en") == 503
    assert visitor.page.locator("html").get_attribute("lang") == "en"
    faults += inspect(visitor.page, name + "-en")
    assert went(visitor, path + "?lang=fr") == 503
    return faults


def test_outages_are_said_to_the_holder(
    browser: Browser, demo: Demo, roles: Cast, served: Served, tmp_path: Path
) -> None:
    """A relay that answers nobody, a disk that fails, a file that is lost: a page says each, with what to do."""
    there, holder, secret = elsewhere_filed(demo, roles, served, tmp_path, 941)
    context = portal.context(browser)
    visitor = Portal(there, context.new_page())
    visitor.sign_in(holder, secret)
    visitor.open_document("Consultation")
    document = visitor.page.url.removeprefix(there.portal).split("?")[0]
    visitor.press("Envoyer par messagerie sécurisée")
    visitor.fill("Adresse de messagerie sécurisée", "anne.roche@cabinet.courrier.example")
    visitor.press("Vérifier avant d'envoyer")
    visitor.expect_heading("Vérifier avant d'envoyer")
    assert pressed(visitor, "Envoyer ce document") == 503
    faults = inspect(visitor.page, "envoi manqué")
    for name, act, heading in OUTAGES:
        spoil_objects(served, act)
        faults += shown(visitor, document + "/contenu", heading, name)
    context.close()
    assert faults == []


def test_outages_are_said_to_professionals(
    browser: Browser, demo: Demo, roles: Cast, served: Served, tmp_path: Path
) -> None:
    there, patient, _ = elsewhere_filed(demo, roles, served, tmp_path, 942)
    context = care.context(browser, there, roles.author.authentication, scripts=True)
    desk = Desk(there, context.new_page())
    desk.enter()
    desk.open(patient)
    record = desk.record
    # The rules of 2019 let professionals note this; those of the common demonstration leave it to the patient.
    desk.go(record + "/volontes/urgence")
    desk.expect_heading("Modifier les choix pour l'urgence")
    faults = inspect(desk.page, "pro-volontes-urgence")
    desk.go(record + "/documents")
    link = desk.page.get_by_role("main").locator("tbody th a").first
    document = there.care + (link.get_attribute("href") or "")
    for name, act, heading in OUTAGES:
        spoil_objects(served, act)
        faults += shown(desk, document + "/contenu", heading, "pro-" + name)
    context.close()
    assert faults == []


def test_secret_and_code_are_asked_for_again(browser: Browser, demo: Demo, roles: Cast) -> None:
    """A session is a while old: what weighs more asks once more, and says what was wrong."""
    context = portal.context(browser)
    visitor = Portal(demo, context.new_page())
    patient = roles.other_patient
    visitor.sign_in(patient, patient.secret_code or "")
    context.clear_cookies(name="__Host-dmp-frais")
    visitor.go("/confirmer?suite=copie")
    visitor.expect_heading("Confirmer que c'est vous")
    faults = inspect(visitor.page, "confirmer")
    assert pressed(visitor, "Recevoir un code") == 422
    faults += inspect(visitor.page, "confirmer refusé")
    seen = demo.seen()
    visitor.fill("Code secret", patient.secret_code or "")
    visitor.press("Recevoir un code")
    visitor.expect_heading("Écrire le code reçu")
    faults += inspect(visitor.page, "confirmer code")
    code = demo.next_code(patient, seen)
    visitor.fill("Code à usage unique", f"{(int(code) + 1) % 1_000_000:06}")
    assert pressed(visitor, "Continuer") == 422
    faults += inspect(visitor.page, "confirmer code refusé")
    visitor.fill("Code à usage unique", code)
    visitor.press("Continuer")
    visitor.page.wait_for_url(lambda address: "/confirmer" not in address)
    context.close()
    assert faults == []


def test_no_third_parent_is_invited(browser: Browser, demo: Demo) -> None:
    """A child of two parents: the page says that there is no room for another."""
    facts = json.loads(demo.path.read_text(encoding="utf-8"))
    mother = next(each for each in facts["representatives"] if each["kind"] == "parent")
    context = portal.context(browser)
    visitor = Portal(demo, context.new_page())
    visitor.sign_in(person(mother), mother["secretCode"])
    assert went(visitor, "/profils/second-representant") == 409
    faults = inspect(visitor.page, "deux parents")
    context.close()
    assert faults == []


def test_forms_of_the_record_that_were_refused(holder: Portal) -> None:
    assert went(holder, "/trouver-un-professionnel") == 200
    assert pressed(holder, "Chercher") == 422
    faults = inspect(holder.page, "recherche refusée")
    for path in ("/documents", "/historique"):
        assert went(holder, path + "?depuis=hier") == 422
        faults += inspect(holder.page, path + " refusé")
    assert faults == []


@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages_in_english(browser: Browser, demo: Demo, path: str) -> None:
    context = portal.context(browser)
    visitor = Portal(demo, context.new_page())
    visitor.go(path + "?lang=en")
    assert visitor.page.locator("html").get_attribute("lang") == "en"
    faults = inspect(visitor.page, path + " en")
    context.close()
    assert faults == []


def test_the_record_in_english(holder: Portal) -> None:
    faults: list[str] = []
    holder.go("/dossier?lang=en")
    try:
        for path in RECORD:
            holder.go(path)
            assert holder.page.locator("html").get_attribute("lang") == "en", path
            faults += inspect(holder.page, path + " en")
    finally:
        holder.go("/dossier?lang=fr")
    assert faults == []


def test_a_professionals_form_out_of_date(doctor: tuple[Desk, str]) -> None:
    desk, _ = doctor
    assert went(desk, "/patients") == 200
    desk.fill("Matricule INS du patient", "1")
    spoil(desk.page)
    assert pressed(desk, "Chercher") == 403
    assert inspect(desk.page, "pro-périmé") == []


def test_what_a_professional_does_not_find(doctor: tuple[Desk, str]) -> None:
    """No record, a record that is closed, a document that is none."""
    desk, record = doctor
    faults: list[str] = []
    closed = next(each for each in desk.demo.patients if each.state == "closed")
    for state, patient, status in (("inconnu", nobody(closed.root), 404), ("closed", closed, 409)):
        desk.go("/patients")
        desk.fill("Matricule INS du patient", patient.ins)
        assert pressed(desk, "Chercher") == status
        faults += inspect(desk.page, f"pro-recherche-{state}")
    assert went(desk, record + "/documents/00000000-0000-4000-8000-000000000000") == 404
    assert faults + inspect(desk.page, "pro-document-inconnu") == []


def test_a_professional_who_searches_too_often_waits(browser: Browser, demo: Demo) -> None:
    context = care.context(browser, demo, care.professional(demo, "pathologist").authentication, scripts=True)
    desk = Desk(demo, context.new_page())
    desk.enter()
    unknown = next(each for each in demo.patients if each.state == "notOpened")
    statuses: list[int] = []
    while 429 not in statuses:
        assert len(statuses) < 40, statuses
        desk.go("/patients")
        desk.fill("Matricule INS du patient", unknown.ins)
        statuses.append(pressed(desk, "Chercher"))
    faults = inspect(desk.page, "pro-trop-d-essais")
    context.close()
    assert faults == []


def test_a_chart_in_english(doctor: tuple[Desk, str]) -> None:
    desk, record = doctor
    faults: list[str] = []
    desk.go(record + "?lang=en")
    try:
        for part in CHART:
            desk.go(record + part)
            assert desk.page.locator("html").get_attribute("lang") == "en", part
            faults += inspect(desk.page, "pro-dossier-en" + part)
        for path in ("/patients", "/aide", "/rien"):
            desk.go(path)
            faults += inspect(desk.page, "pro-en" + path)
    finally:
        desk.go(record + "?lang=fr")
    assert faults == []
