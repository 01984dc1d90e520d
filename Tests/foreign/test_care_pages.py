"""Every page of the professionals' site, light and dark, narrow and wide: no violation found by axe (identity §8.2)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

import care
import portal
from care import Desk
from demo import Demo
from portal import words
from test_portal_pages import inspect

PARTS = [
    "", "/documents", "/documents?archives=oui", "/documents?vue=parcours", "/documents?vue=miniatures", "/ajouter", "/a-annoncer", "/vaccinations",
    "/vaccinations?ordre=maladie", "/vaccinations/ajouter", "/volontes", "/volontes/consigner", "/autorisations", "/autorisations/renoncer", "/autorisations/blocages/noter",
    "/historique",
    "/urgence", "/quitter",
]  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of this file."""
    with sync_playwright() as playwright:
        chromium = portal.launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def doctor(browser: Browser, demo: Demo) -> Iterator[tuple[Desk, str]]:
    """A treating physician with the record of a patient open; axe needs scripts, the site does not."""
    context = care.context(browser, demo, care.professional(demo, "gp").authentication, scripts=True)
    desk = Desk(demo, context.new_page())
    desk.enter()
    patient = next(each for each in demo.patients if each.treating_physician and each.state == "active")
    desk.open(patient)
    yield desk, desk.record
    context.close()


@pytest.mark.parametrize("path", ["/", "/situation", "/aide", "/accessibilite", "/plan-du-site", "/au-revoir", "/rien"])
def test_pages_without_a_session(browser: Browser, demo: Demo, path: str) -> None:
    context = care.context(browser, demo, care.professional(demo, "cardiologist").authentication, scripts=True)
    desk = Desk(demo, context.new_page())
    desk.go(path)
    assert inspect(desk.page, "pro" + path) == []
    context.close()


def test_the_page_without_a_card(browser: Browser, demo: Demo) -> None:
    context = care.context(browser, demo, None, scripts=True)
    desk = Desk(demo, context.new_page())
    desk.go("/")
    assert inspect(desk.page, "pro-sans-carte") == []
    context.close()


def test_the_patients(doctor: tuple[Desk, str]) -> None:
    desk, _ = doctor
    desk.go("/patients")
    faults = inspect(desk.page, "pro-patients")
    desk.fill("Matricule INS du patient", "12")
    desk.press("Chercher")
    desk.page.get_by_role("alert").wait_for()
    assert faults + inspect(desk.page, "pro-patients-erreur") == []


@pytest.mark.parametrize("part", PARTS)
def test_pages_of_a_record(doctor: tuple[Desk, str], part: str) -> None:
    desk, record = doctor
    desk.go(record + part)
    assert desk.page.locator("html").get_attribute("lang") == "fr"
    assert inspect(desk.page, "pro-dossier" + part) == []


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_the_first_documents_are_seen_without_scrolling(doctor: tuple[Desk, str], width: int, height: int) -> None:
    """The filter is folded above them, and unfolds without a script."""
    desk, record = doctor
    desk.page.set_viewport_size({"width": width, "height": height})
    desk.go(record + "/documents")
    place = desk.page.locator("tbody th a").first.bounding_box()
    assert place is not None and place["y"] + place["height"] <= height
    assert not desk.page.get_by_label(words("Rubrique")).is_visible()
    desk.page.locator("details.filter-fold > summary").click()
    desk.page.get_by_label(words("Rubrique")).wait_for()
    desk.page.set_viewport_size({"width": 1280, "height": 900})


def test_the_care_path_from_years_to_days(doctor: tuple[Desk, str]) -> None:
    desk, record = doctor
    desk.go(record + "/documents?vue=parcours")
    faults = []
    for step in ("annee", "mois"):
        desk.page.get_by_role("main").locator("thead a").first.click()
        faults += inspect(desk.page, "pro-parcours-" + step)
    desk.page.get_by_role("main").locator("tbody td a").first.click()
    desk.page.get_by_role("navigation", name=words("Menu principal")).wait_for()
    assert "/documents/" in desk.page.url
    assert faults == []


def test_a_document_and_its_confirmations(doctor: tuple[Desk, str]) -> None:
    desk, record = doctor
    desk.go(record + "/ajouter")
    desk.press("Ajouter au dossier")
    desk.page.get_by_role("alert").wait_for()
    faults = inspect(desk.page, "pro-ajouter-erreur")
    desk.go(record + "/documents")
    desk.page.get_by_role("main").locator("tbody th a").first.click()
    faults += inspect(desk.page, "pro-document")
    for label in ("Masquer aux autres professionnels", "Archiver"):
        where = desk.page.url
        desk.press(label)
        faults += inspect(desk.page, "pro-" + label)
        desk.go(where)
    assert faults == []


def test_what_a_document_says_alone(browser: Browser, demo: Demo) -> None:
    """The page in the frame of a document, which axe does not enter."""
    card = care.professional(demo, "gp").authentication
    context = care.context(browser, demo, card, scripts=True, bypass_csp=True)
    desk = Desk(demo, context.new_page())
    desk.enter()
    desk.open(next(each for each in demo.patients if each.treating_physician and each.state == "active"))
    desk.go(desk.record + "/documents")
    shown = desk.page.get_by_role("main").locator("tbody th a").first.get_attribute("href") or ""
    desk.go(shown.split("?")[0] + "/contenu")
    assert desk.page.locator("iframe").count() == 0
    faults = inspect(desk.page, "pro-contenu")
    context.close()
    assert faults == []


def test_an_emergency_in_every_shape(browser: Browser, demo: Demo) -> None:
    context = care.context(browser, demo, care.professional(demo, "radiologist").authentication, scripts=True)
    desk = Desk(demo, context.new_page())
    patient = next(each for each in demo.patients if each.state == "active" and each.is_adult)
    desk.enter()
    desk.find(patient)
    faults = inspect(desk.page, "pro-accord")
    desk.press("Accéder en urgence")
    desk.page.get_by_label(words("Bris de glace")).check()
    desk.fill("Motif", "Personne inconsciente")
    desk.press("Ouvrir le dossier en urgence")
    desk.expect_heading("Récapitulatif")
    faults += inspect(desk.page, "pro-urgence-ouverte")
    desk.go("/patients")
    faults += inspect(desk.page, "pro-patients-avis")
    desk.press("Justifier l'accès")
    assert faults + inspect(desk.page, "pro-justifier") == []
    context.close()


def test_the_desk_and_the_other_language(browser: Browser, demo: Demo) -> None:
    context = care.context(browser, demo, care.professional(demo, "secretary").authentication, scripts=True)
    desk = Desk(demo, context.new_page())
    patient = next(each for each in demo.patients if each.state == "active" and each.is_adult)
    desk.enter()
    desk.find(patient)
    faults = inspect(desk.page, "pro-accueil")
    desk.go(desk.record + "?lang=en")
    assert desk.page.locator("html").get_attribute("lang") == "en"
    faults += inspect(desk.page, "pro-accueil-en")
    desk.go(desk.record + "/documents")
    assert faults + inspect(desk.page, "pro-accueil-refus") == []
    context.close()


def test_a_minor_and_the_secret_connection(browser: Browser, demo: Demo) -> None:
    minors = [each for each in demo.patients if each.state == "active" and not each.is_adult]
    if not minors:
        pytest.skip("no minor in this demonstration")
    context = care.context(browser, demo, care.professional(demo, "nurse").authentication, scripts=True)
    desk = Desk(demo, context.new_page())
    desk.enter()
    desk.open(minors[0])
    desk.menu("Connexion secrète")
    faults = inspect(desk.page, "pro-secrete")
    desk.press("Le mineur le demande : ouvrir")
    faults += inspect(desk.page, "pro-secrete-ouverte")
    desk.menu("Ajouter un document")
    assert faults + inspect(desk.page, "pro-secrete-ajouter") == []
    context.close()
