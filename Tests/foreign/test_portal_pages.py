"""Every page, light and dark, narrow and wide: no violation found by axe, no sideways scrolling (identity §8.2)."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

import portal
import samples
from demo import Demo
from inspecting import inspect
from lps import Client, client
from people import Cast
from portal import Portal, words

PUBLIC = [
    "/", "/ouvrir", "/ouvrir/termine", "/activer", "/activer/termine", "/activer/premier-acces", "/s-opposer",
    "/s-opposer/termine", "/connexion",
    "/acces-perdu", "/acces-perdu/courrier", "/acces-perdu/courrier/demande",
    "/acces-perdu/code-secret", "/acces-perdu/code-secret/termine", "/acces-perdu/telephone",
    "/acces-perdu/telephone/termine", "/aide", "/contact", "/accessibilite",
    "/plan-du-site", "/mentions-legales", "/donnees-personnelles", "/au-revoir", "/page-qui-n-existe-pas",
    "/qui-peut-voir-quoi", "/qui-peut-voir-quoi?profession=G15_60", "/agir-pour-un-proche", "/rouvrir", "/detruire",
    "/fermer/termine", "/rouvrir/termine", "/detruire/termine", "/agir-pour-un-proche/termine",
    "/agir-pour-un-proche/termine?fait=refuse",
]  # fmt: skip
PRIVATE = [
    "/dossier", "/documents", "/histoire", "/analyses", "/professionnels", "/presence", "/historique", "/reglages",
    "/qui-peut-voir-quoi?type=11502-2", "/confidentialite", "/confidentialite/changer?masques=oui", "/urgence",
    "/ajouter", "/volontes", "/volontes/modifier", "/directives", "/directives/ecrire", "/directives/deposer",
    "/directives/lieu", "/volontes/heritiers?refuse=oui", "/signalements", "/copie",
    "/confidentialite/changer?masques=oui&existants=oui",
    "/profils", "/profils/aidant", "/profils/accepter", "/notifications", "/appareils", "/appareils/fermer-les-autres",
    "/classeurs", "/ajouts", "/medecin-hebergeur", "/trouver-un-professionnel", "/qui-peut-voir-quoi?profession=G15_60",
    "/qui-peut-voir-quoi/categorie?profession=G15_60&categorie=10&choix=fermer",
    "/connexion-et-contacts", "/connexion-et-contacts/code-secret", "/connexion-et-contacts/contacts", "/fermer",
]  # fmt: skip


RESEND_DELAY = 31
"""Seconds until another code may be asked for, and one more."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of this file."""
    with sync_playwright() as playwright:
        chromium = portal.launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def visitor(browser: Browser, demo: Demo) -> Iterator[Portal]:
    """Somebody who has not signed in."""
    context = portal.context(browser)
    yield Portal(demo, context.new_page())
    context.close()


@pytest.fixture(scope="module")
def holder(browser: Browser, demo: Demo, roles: Cast, author: Client) -> Iterator[Portal]:
    """Somebody signed in, with at least one document and one professional to look at."""
    author.deposit(samples.summary(roles.patient, roles.author), samples.letter(roles.patient, roles.author))
    context = portal.context(browser)
    signed_in = Portal(demo, context.new_page())
    signed_in.sign_in(roles.patient, roles.patient.secret_code or "")
    yield signed_in
    context.close()


@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages(visitor: Portal, path: str) -> None:
    visitor.go(path)
    assert inspect(visitor.page, path) == []


def test_forms_that_were_refused(visitor: Portal) -> None:
    faults = []
    for path, button in [
        ("/ouvrir", "Ouvrir mon dossier"),
        ("/activer", "Continuer"),
        ("/activer/premier-acces", "Activer mon accès"),
        ("/s-opposer", "M'opposer à l'ouverture"),
        ("/connexion", "Continuer"),
    ]:
        visitor.go(path)
        visitor.press(button)
        visitor.page.get_by_role("alert").wait_for()
        assert words("Erreur").search(visitor.page.title())
        faults += inspect(visitor.page, path + " refusé")
    assert faults == []


def test_the_code_by_sms_or_email(browser: Browser, demo: Demo, roles: Cast) -> None:
    """The second step of a sign-in: as it comes, after a wrong code, and after another was sent."""
    context = portal.context(browser)
    visitor = Portal(demo, context.new_page())
    seen = visitor.begin_sign_in(roles.patient.ins, roles.patient.secret_code or "")
    begun = time.monotonic()
    faults = inspect(visitor.page, "connexion code")
    code = demo.next_code(roles.patient, seen)
    visitor.send_code(f"{(int(code) + 1) % 1_000_000:06}")
    visitor.page.get_by_role("alert").wait_for()
    assert words("Erreur").search(visitor.page.title())
    faults += inspect(visitor.page, "connexion code refusé")
    visitor.page.wait_for_timeout(max(0.0, begun + RESEND_DELAY - time.monotonic()) * 1000)
    seen = demo.seen()
    visitor.press("Renvoyer le code")
    visitor.expect_notice("Un nouveau code vient de partir")
    faults += inspect(visitor.page, "connexion code renvoyé")
    visitor.send_code(demo.next_code(roles.patient, seen))
    visitor.sign_out()
    context.close()
    assert faults == []


@pytest.mark.parametrize("path", PRIVATE)
def test_pages_of_the_record(holder: Portal, path: str) -> None:
    holder.go(path)
    assert holder.page.locator("html").get_attribute("lang") == "fr"
    assert inspect(holder.page, path) == []


def test_a_document_and_its_confirmation(holder: Portal) -> None:
    faults = []
    holder.menu("Mes documents")
    addresses = [
        each.get_attribute("href") or "" for each in holder.page.get_by_role("main").locator("td a, th a").all()
    ]
    for number, address in enumerate(dict.fromkeys(each.split("?")[0] for each in addresses if "/documents/" in each)):
        if number == 3:
            break
        holder.go(address)
        faults += inspect(holder.page, f"document-{number}")
    holder.press("Masquer aux professionnels")
    faults += inspect(holder.page, "document-masquer")
    assert faults == []


def test_a_professional_who_is_looked_for(holder: Portal, demo: Demo) -> None:
    """Found by name, and what would follow from blocking that person; nothing is changed."""
    dentist = next(each for each in demo.professionals if each.profession == "40")
    holder.go("/trouver-un-professionnel")
    holder.fill("Nom", dentist.family)
    holder.press("Chercher")
    holder.page.get_by_role("table").wait_for()
    faults = inspect(holder.page, "recherche trouvée")
    holder.press("Bloquer")
    holder.page.wait_for_url("**/trouver-un-professionnel/choisir")
    assert faults + inspect(holder.page, "recherche choisir") == []


def test_what_documents_say_alone(browser: Browser, demo: Demo, holder: Portal, roles: Cast) -> None:
    """The rendered content, which the page of a document shows in a frame that axe does not enter."""
    context = portal.context(browser, bypass_csp=True)
    reader = Portal(demo, context.new_page())
    reader.sign_in(roles.patient, roles.patient.secret_code or "")
    faults = []
    for title in ("Volet de synthèse", "biolog", "vaccin", "Lettre de liaison"):
        reader.go("/documents")
        found = reader.page.get_by_role("main").get_by_role("link", name=words(title))
        while not found.count():
            reader.press("Page suivante")
            reader.page.wait_for_load_state()
        found.first.click()
        alone = reader.page.get_by_role("main").get_by_role("link", name=words("Ouvrir le document seul"))
        reader.page.goto(reader.demo.portal + (alone.get_attribute("href") or ""))
        assert reader.page.locator("html").get_attribute("lang") == "fr"
        assert reader.page.locator("iframe").count() == 0
        faults += inspect(reader.page, f"contenu-{title}")
    context.close()
    assert faults == []


def test_a_masked_document_and_its_way_back(holder: Portal) -> None:
    faults = []
    holder.open_document("Lettre de liaison")
    holder.press("Masquer aux professionnels")
    holder.press("Oui, masquer ce document")
    holder.expect_notice("Le document est maintenant masqué")
    faults += inspect(holder.page, "document-masqué")
    holder.press("Rendre visible aux professionnels")
    faults += inspect(holder.page, "document-rendre-visible")
    holder.press("Oui, rendre ce document visible")
    holder.expect_notice("Le document est de nouveau visible")
    assert faults == []


def test_a_professional_and_the_confirmations(holder: Portal, roles: Cast) -> None:
    holder.menu("Mes professionnels de santé")
    holder.page.get_by_role("main").get_by_role("link", name=words(roles.author.family)).first.click()
    card = holder.page.url
    faults = inspect(holder.page, "professionnel")
    for button in ("Bloquer ce professionnel", "Retirer l'autorisation", "Nommer médecin traitant"):
        holder.press(button)
        assert holder.page.url != card, f"{button} asks first"
        faults += inspect(holder.page, f"professionnel-{button}")
        holder.page.goto(card)
    assert faults == []


def test_a_blocked_professional_and_the_way_back(holder: Portal, demo: Demo, roles: Cast) -> None:
    client(demo, roles.nurse).authorize(roles.patient)
    holder.menu("Mes professionnels de santé")
    holder.page.get_by_role("main").get_by_role("link", name=words(roles.nurse.family)).first.click()
    holder.press("Bloquer ce professionnel")
    holder.press("Oui, bloquer")
    holder.expect_notice("Ce professionnel est maintenant bloqué")
    faults = inspect(holder.page, "professionnel-bloqué")
    holder.press("Débloquer ce professionnel")
    faults += inspect(holder.page, "professionnel-débloquer")
    holder.press("Oui, débloquer")
    holder.expect_notice("n'est plus bloqué")
    assert faults == []


def test_the_other_language(holder: Portal) -> None:
    holder.go("/dossier?lang=en")
    assert holder.page.locator("html").get_attribute("lang") == "en"
    assert inspect(holder.page, "dossier-en") == []
    holder.go("/dossier?lang=fr")
