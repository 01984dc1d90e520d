"""Professionals at their site: cards, consent, emergencies, documents, as stories (identity §7.2)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from lxml import html
from playwright.sync_api import Browser, BrowserContext, sync_playwright

import care
import portal
import samples
from cards import altered
from care import Desk
from credentials import Credential
from demo import Demo, Patient
from people import Cast
from portal import words
from waiting import wait_for


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of this file."""
    with sync_playwright() as playwright:
        chromium = portal.launch(playwright)
        yield chromium
        chromium.close()


def at(browser: Browser, demo: Demo, part: str) -> tuple[BrowserContext, Desk]:
    """A professional with his card, by the name of its file; no script runs."""
    context = care.context(browser, demo, care.professional(demo, part).authentication)
    return context, Desk(demo, context.new_page())


def adult(demo: Demo, *, treated: bool) -> Patient:
    """Somebody active, with or without a treating physician."""
    return next(
        each
        for each in demo.patients
        if each.state == "active" and each.is_adult and (each.treating_physician is not None) == treated
    )


def plain(demo: Demo, card: Credential | None) -> requests.Session:
    """A client without a browser, with that card."""
    session = requests.Session()
    session.verify = str(demo.ca)
    session.trust_env = False
    if card is not None:
        session.cert = (str(card.certificate_path), str(card.key_path))
    return session


def test_from_the_card_to_the_document(browser: Browser, demo: Demo) -> None:
    """Find the patient, agree, read, add: eight gestures, no script, no number in an address."""
    context, desk = at(browser, demo, "cardiologist")
    patient = adult(demo, treated=True)
    addresses: list[str] = []
    desk.page.on("request", lambda request: addresses.append(request.url))
    desk.enter("Centre hospitalier")
    desk.open(patient)
    record = desk.record
    desk.menu("Ajouter un document")
    desk.page.get_by_label(words("Type de document")).select_option("11488-4")
    desk.fill("Titre", "Avis de cardiologie")
    desk.fill("Ou texte du document", "Rythme régulier.\nPas de souffle.")
    desk.press("Ajouter au dossier")
    desk.expect_heading("Avis de cardiologie")
    desk.expect_text("Le document est dans le dossier")
    desk.expect_text("sans signature de l'auteur")
    inside = desk.page.frame_locator("iframe")
    inside.get_by_text("Rythme régulier").wait_for()
    desk.menu("Documents")
    desk.page.get_by_role("main").get_by_role("link", name=words("Avis de cardiologie")).first.wait_for()
    assert record.startswith(demo.care + "/dossiers/")
    assert not [each for each in addresses if patient.ins in each or patient.family.lower() in each.lower()]
    desk.press("Me déconnecter")
    desk.expect_heading("Vous êtes déconnecté")
    desk.go(record)
    desk.expect_heading("Votre session a pris fin")
    context.close()


def test_a_pdf_that_waits_for_its_announcement(browser: Browser, demo: Demo, tmp_path: Path) -> None:
    context, desk = at(browser, demo, "gp")
    patient = adult(demo, treated=True)
    path = tmp_path / "resultat.pdf"
    path.write_bytes(samples.pdf("Tension stable"))
    desk.enter()
    desk.open(patient)
    record = desk.record
    desk.menu("Ajouter un document")
    desk.page.get_by_label(words("Type de document")).select_option("11488-4")
    desk.fill("Titre", "Résultat à annoncer")
    desk.page.get_by_label(words("Fichier PDF")).set_input_files(path)
    desk.page.get_by_label(words("Non visible par le patient")).check()
    desk.press("Ajouter au dossier")
    desk.expect_text("avant la consultation d'annonce")
    inside = desk.page.frame_locator("iframe")
    inside.get_by_role("img", name=words("Page 1 sur 1")).wait_for()
    inside.locator("summary").click()
    inside.get_by_text("Tension stable").wait_for()
    desk.menu("Documents à annoncer")
    desk.press("L'annonce est faite")
    desk.press("Oui, le patient peut le voir")
    desk.expect_text("Le patient voit maintenant ce document")
    desk.go(record + "/a-annoncer")
    desk.expect_text("Vous n'avez pas de document à annoncer")
    context.close()


def test_an_emergency_at_night(browser: Browser, demo: Demo) -> None:
    """Glass broken with a reason: said on every page, told to the patient, justified afterwards."""
    context, desk = at(browser, demo, "surgeon")
    patient = adult(demo, treated=True)
    seen = demo.seen()
    desk.enter()
    desk.find(patient)
    desk.expect_heading("Recueillir l'accord du patient")
    desk.press("Accéder en urgence")
    desk.press("Ouvrir le dossier en urgence")
    desk.page.get_by_role("alert").wait_for()
    desk.page.get_by_label(words("Bris de glace")).check()
    desk.fill("Motif", "Perte de connaissance sur la voie publique")
    desk.press("Ouvrir le dossier en urgence")
    desk.expect_heading("Récapitulatif")
    for entry in ("Documents", "Carnet de vaccination", "Récapitulatif"):
        desk.menu(entry)
        desk.page.get_by_role("region", name=words("Accès en urgence : bris de glace")).wait_for()
    told = wait_for(
        lambda: [each for each in demo.messages() if each.path not in seen and each.is_to(patient)],
        15,
        "a message to the patient",
    )
    assert told
    desk.press("Quitter l'accès en urgence")
    desk.expect_heading("Quitter l'accès en urgence")
    desk.press("Quitter l'accès en urgence")
    desk.expect_heading("Mes patients")
    desk.press("Justifier l'accès")
    desk.fill("Justification", "Personne inconsciente, aucun proche sur place.")
    desk.press("Enregistrer la justification")
    desk.expect_heading("Mes patients")
    assert desk.page.get_by_role("button", name=words("Justifier l'accès")).count() == 0
    context.close()


def test_a_minor_asks_for_secrecy(browser: Browser, demo: Demo) -> None:
    minors = [each for each in demo.patients if each.state == "active" and not each.is_adult]
    if not minors:
        pytest.skip("no minor in this demonstration")
    context, desk = at(browser, demo, "midwife")
    desk.enter()
    desk.open(minors[0])
    desk.menu("Connexion secrète")
    desk.press("Le mineur le demande : ouvrir")
    desk.page.get_by_role("region", name=words("Connexion secrète")).wait_for()
    desk.menu("Ajouter un document")
    desk.page.get_by_label(words("Type de document")).select_option("11488-4")
    desk.fill("Titre", "Consultation confidentielle")
    desk.fill("Ou texte du document", "Entretien.")
    desk.press("Ajouter au dossier")
    desk.expect_text("Gardez ce secret")
    context.close()


def test_the_desk_of_the_hospital(browser: Browser, demo: Demo) -> None:
    """A CPE card: identity, contacts and wishes; no document."""
    context, desk = at(browser, demo, "secretary")
    patient = adult(demo, treated=True)
    desk.enter()
    desk.find(patient)
    desk.expect_heading("Accueil du patient")
    desk.expect_text("Bris de glace")
    record = desk.record
    desk.go(record + "/documents")
    assert not desk.page.get_by_role("table").count()
    context.close()


def test_an_unknown_number_and_a_closed_record_are_told_as_to_software(
    browser: Browser, demo: Demo, roles: Cast
) -> None:
    context, desk = at(browser, demo, "nurse")
    closed = [each for each in demo.patients if each.state == "closed"]
    assert closed
    desk.enter()
    for patient, heading in [(closed[0], "Dossier fermé"), (roles.unknown_patient, "Aucun dossier consultable")]:
        desk.find(patient)
        desk.expect_heading(heading)
    context.close()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"ended": True}, "Cette carte est périmée"),
        ({"real": True}, "Cette carte n'est pas une carte de test"),
        ({"stranger": True}, "L'émetteur de cette carte n'est pas reconnu"),
    ],
)
def test_what_is_wrong_with_a_card_is_said(
    demo: Demo, tmp_path: Path, change: dict[str, bool], expected: str
) -> None:
    model = care.professional(demo, "nurse").authentication
    assert model is not None
    card = altered(demo, model, tmp_path, "carte", **change)
    answer = plain(demo, card).get(demo.care + "/", timeout=30)
    page = html.fromstring(answer.content)
    assert answer.status_code == 403
    assert words(expected).search(str(page.xpath("string(//main)")))
    assert answer.headers["Cache-Control"] == "no-store"


def test_no_card_and_a_structures_card(demo: Demo) -> None:
    none = plain(demo, None).get(demo.care + "/", timeout=30)
    assert none.status_code == 200
    assert words("Aucune carte n'a été présentée").search(none.text)
    hospital = next(each for each in demo.structures if each.authentication)
    structure = plain(demo, hospital.authentication).get(demo.care + "/", timeout=30)
    assert structure.status_code == 403
    assert words("Ce certificat est celui d'une structure").search(structure.text)


def test_a_session_belongs_to_its_card(demo: Demo) -> None:
    """The cookie of one card on the connection of another opens nothing."""
    nurse = plain(demo, care.professional(demo, "nurse").authentication)
    page = html.fromstring(nurse.get(demo.care + "/", timeout=30).content)
    form = next(each for each in page.forms if each.get("action") == "/connexion")
    headers = {"Origin": demo.care}
    nurse.post(demo.care + "/connexion", data=dict(form.form_values()), headers=headers, timeout=30)
    assert nurse.get(demo.care + "/patients", timeout=30).status_code == 200
    for card in (care.professional(demo, "midwife").authentication, None):
        thief = plain(demo, card)
        thief.cookies.update(nurse.cookies)
        assert thief.get(demo.care + "/patients", timeout=30).status_code == 401
    assert nurse.get(demo.care + "/patients", timeout=30).status_code == 200
    assert nurse.post(demo.care + "/patients/recherche", data={"matricule": "1"}, timeout=30).status_code == 403
