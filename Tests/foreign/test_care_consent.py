"""Consent for a team, for a colleague, and the patient's own proof of presence, at the professionals' site (identity §7.2, pages 5, 9, 10, 14)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

import care
import portal
from care import Desk
from demo import Demo, Patient, Professional
from inspecting import inspect
from portal import words


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of this file."""
    with sync_playwright() as playwright:
        chromium = portal.launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def desk(browser: Browser, demo: Demo) -> Iterator[Desk]:
    """A surgeon at the site; axe needs scripts, the site does not."""
    context = care.context(browser, demo, care.professional(demo, "surgeon").authentication, scripts=True)
    signed_in = Desk(demo, context.new_page())
    signed_in.enter()
    yield signed_in
    context.close()


def adult(demo: Demo) -> Patient:
    """The last of the grown-ups whose record is active and who can be reached by a code."""
    return [each for each in demo.patients if each.state == "active" and each.is_adult and each.phone][-1]


def name_somebody(desk: Desk, who: Professional) -> None:
    """Fills in a colleague, as his card tells it."""
    desk.page.locator("summary", has_text=words("Saisir son numéro RPPS")).click()
    desk.fill("Prénom", who.given)
    desk.page.get_by_label(words("Nom", whole=True)).first.fill(who.family)
    desk.fill("Numéro RPPS", who.national_id[1:])
    key = f"G15_{who.profession}" + (f"/{who.specialty}" if who.specialty else "")
    desk.page.get_by_label(words("Profession", whole=True)).select_option(key)
    desk.fill("Numéro du lieu", who.structure.national_id)
    desk.page.get_by_label(words("Secteur")).select_option(who.structure.sector)


def test_a_proof_then_consent_for_a_team(desk: Desk, demo: Demo) -> None:
    """The code that the patient reads out, one consent for the team, another member, its end."""
    patient = adult(demo)
    desk.find(patient)
    if not desk.page.url.endswith("/accord"):
        pytest.skip("this surgeon has the consent of everybody in this demonstration")
    record = desk.record
    faults = inspect(desk.page, "pro-accord-pour")
    desk.press("Faire prouver la présence")
    faults += inspect(desk.page, "pro-presence")
    seen = demo.seen()
    desk.page.get_by_label(words("Un code envoyé")).check()
    desk.press("Demander la preuve")
    desk.expect_text("Un code est parti vers")
    faults += inspect(desk.page, "pro-presence-code")
    desk.fill("Code que le patient vous lit", "1")
    desk.press("Vérifier le code")
    desk.page.get_by_role("alert").wait_for()
    faults += inspect(desk.page, "pro-presence-erreur")
    code = demo.next_code(patient, seen)
    desk.fill("Code que le patient vous lit", code)
    desk.press("Vérifier le code")
    desk.expect_text("La présence du patient est prouvée")
    faults += inspect(desk.page, "pro-presence-prouvee")
    desk.press("Continuer")
    desk.page.get_by_label(words("Pour moi et mon équipe")).check()
    desk.press("J'ai informé le patient et recueilli son accord")
    desk.expect_heading("Déclarer une équipe de soins")
    faults += inspect(desk.page, "pro-equipe")
    desk.press("Déclarer cette équipe")
    desk.page.get_by_role("alert").wait_for()
    faults += inspect(desk.page, "pro-equipe-erreur")
    desk.fill("Nom de l'équipe", "Équipe du genou")
    name_somebody(desk, care.professional(demo, "radiologist"))
    desk.page.get_by_label(words("J'ai informé le patient")).check()
    desk.press("Déclarer cette équipe")
    desk.expect_text("L'équipe est déclarée")
    faults += inspect(desk.page, "pro-autorisations-equipe")
    desk.press("Ajouter un membre")
    faults += inspect(desk.page, "pro-equipe-membre")
    name_somebody(desk, care.professional(demo, "nurse"))
    desk.page.get_by_label(words("J'ai informé le patient")).check()
    desk.press("Ajouter ce membre")
    desk.expect_text("Le membre est ajouté")
    desk.press("Mettre fin")
    faults += inspect(desk.page, "pro-equipe-fin")
    desk.press("Oui, mettre fin")
    desk.expect_text("L'équipe n'existe plus")
    assert desk.record == record
    assert faults == []


def test_consent_for_a_colleague(desk: Desk, demo: Demo) -> None:
    patient = adult(demo)
    desk.open(patient)
    desk.menu("Autorisations")
    desk.press("Recueillir l'accord pour un confrère")
    faults = inspect(desk.page, "pro-confrere")
    midwife = care.professional(demo, "midwife")
    desk.fill("Nom du professionnel", midwife.family)
    desk.press("Chercher dans l'annuaire")
    faults += inspect(desk.page, "pro-confrere-trouve")
    desk.page.get_by_role("radio", name=midwife.family).check()
    desk.page.get_by_label(words("J'ai informé le patient")).check()
    desk.press("Enregistrer l'accord")
    desk.expect_text("L'accord est enregistré pour ce confrère")
    assert faults == []


def test_a_receipt_after_adding(desk: Desk, demo: Demo) -> None:
    desk.open(adult(demo))
    desk.menu("Ajouter un document")
    desk.page.get_by_label(words("Type de document")).select_option("11488-4")
    desk.fill("Titre", "Compte rendu opératoire")
    desk.fill("Codes des actes", "NFFC004 S83.2")
    desk.fill("Ou texte du document", "Méniscectomie sans incident.")
    desk.press("Ajouter au dossier")
    desk.expect_text("Le document est dans le dossier")
    desk.expect_text("NFFC004 S832")
    faults = inspect(desk.page, "pro-document-ajoute")
    address = desk.page.url
    desk.page.goto(address.split("?")[0] + "/remplacer")
    desk.page.get_by_role("main").get_by_role("button").first.wait_for()
    faults += inspect(desk.page, "pro-remplacer")
    desk.page.goto(address)
    desk.press("Voir le reçu du dépôt")
    desk.expect_heading("Reçu du dépôt")
    desk.expect_text("Identifiant unique du document")
    assert faults + inspect(desk.page, "pro-recu") == []


def test_a_minors_document_is_closed_to_the_representatives(desk: Desk, demo: Demo) -> None:
    minors = [each for each in demo.patients if each.state == "active" and not each.is_adult]
    if not minors:
        pytest.skip("no minor in this demonstration")
    desk.open(minors[0])
    desk.menu("Ajouter un document")
    desk.page.get_by_label(words("Type de document")).select_option("11488-4")
    desk.fill("Titre", "Entretien")
    desk.fill("Ou texte du document", "Entretien.")
    desk.press("Ajouter au dossier")
    desk.press("Fermer aux représentants légaux")
    desk.expect_text("Rien ne leur dira qu'il existe")
    faults = inspect(desk.page, "pro-fermer-aux-representants")
    desk.press("Oui, fermer aux représentants")
    desk.expect_text("Les représentants légaux ne voient plus ce document")
    desk.press("Ouvrir aux représentants légaux")
    faults += inspect(desk.page, "pro-ouvrir-aux-representants")
    desk.press("Oui, ouvrir aux représentants")
    desk.expect_text("Les représentants légaux voient maintenant ce document")
    assert faults == []


def test_the_desk_lists_the_patients_of_its_structure(browser: Browser, demo: Demo) -> None:
    context = care.context(browser, demo, care.professional(demo, "secretary").authentication, scripts=True)
    secretary = Desk(demo, context.new_page())
    patient = adult(demo)
    secretary.enter()
    secretary.find(patient)
    secretary.expect_heading("Accueil du patient")
    if secretary.page.get_by_role("button", name=words("Le patient autorise notre structure")).count():
        secretary.press("Le patient autorise notre structure")
    secretary.go("/patients")
    line = secretary.page.get_by_role("main").get_by_role("link", name=re.compile(patient.family, re.IGNORECASE))
    faults = inspect(secretary.page, "pro-patients-accueil")
    line.first.click()
    secretary.expect_heading("Accueil du patient")
    assert faults + inspect(secretary.page, "pro-accueil-autorise") == []
    context.close()
