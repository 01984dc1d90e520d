"""Both sites without a pointer (identity §8.2; WCAG 2.1.1, 2.1.2, 2.4.1, 2.4.7): from the sign-in to a document.

Every stop on the way is held to show that it has the focus, and to lie in sight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

import care
import portal
import samples
from care import Desk
from demo import Demo
from keyboard import Hands
from lps import Client
from people import Cast
from portal import Portal, words


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of this file."""
    with sync_playwright() as playwright:
        chromium = portal.launch(playwright)
        yield chromium
        chromium.close()


def sign_in(holder: Portal, hands: Hands, demo: Demo, roles: Cast) -> None:
    """Page 4, both steps; the way of the code is chosen with arrows."""
    holder.go("/connexion")
    hands.skip_to_content()
    stop = hands.tab()
    assert stop is not None and stop["inMain"] and words("Numéro de sécurité sociale").search(stop["name"])
    holder.page.keyboard.type(roles.patient.ins)
    hands.type("Code secret", roles.patient.secret_code or "")
    hands.tab()
    for _ in range(3):
        if holder.page.evaluate("() => document.activeElement.value") == "sms":
            break
        holder.page.keyboard.press("ArrowDown")
    assert holder.page.locator("input[name=moyen]:checked").get_attribute("value") == "sms"
    seen = demo.seen()
    hands.press("Continuer", "Space")
    holder.expect_heading("Écrire le code reçu")
    hands.type("Code à usage unique", demo.next_code(roles.patient, seen, channel="sms"))
    holder.page.keyboard.press("Enter")
    holder.page.get_by_role("button", name=words("Me déconnecter")).wait_for()


def test_a_patient_without_a_pointer(browser: Browser, demo: Demo, roles: Cast, author: Client) -> None:
    """Signs in, opens the list and a document, masks it, shows it again, goes back and leaves."""
    document = samples.summary(roles.patient, roles.author)
    author.deposit(document)
    context = portal.context(browser)
    holder = Portal(demo, context.new_page())
    hands = Hands(holder.page)
    sign_in(holder, hands, demo, roles)
    hands.skip_to_menu()
    hands.press("Mes documents")
    holder.expect_heading("Mes documents")

    hands.skip_to_content()
    # What is folded opens and closes again.
    hands.press("Choisir les documents", "Space")
    assert holder.page.locator("details.filter-fold[open]").count() == 1
    holder.page.keyboard.press("Space")
    assert holder.page.locator("details.filter-fold[open]").count() == 0
    hands.press(document.title)
    holder.expect_heading(document.title)
    # Nothing holds on to whoever passes, the frame with the document least of all.
    hands.to("Contact", whole=True)
    hands.back_to("Aller au contenu")

    for act, sure, told in [
        ("Masquer aux professionnels", "Oui, masquer ce document", "Le document est maintenant masqué"),
        ("Rendre visible aux professionnels", "Oui, rendre ce document visible", "Le document est de nouveau visible"),
    ]:
        hands.press(act)
        holder.page.get_by_role("button", name=words(sure)).wait_for()
        hands.press(sure, "Space")
        holder.expect_notice(told)

    hands.skip_to_menu()
    hands.press("Mes documents")
    holder.expect_heading("Mes documents")
    hands.press("Me déconnecter", "Space")
    holder.expect_heading("Vous êtes déconnecté")
    context.close()


def test_a_professional_without_a_pointer(browser: Browser, demo: Demo) -> None:
    """The card, the patient by his number, the list, a document."""
    treated = [each for each in demo.patients if each.state == "active" and each.treating_physician]
    patient = next(each for each in treated if each.is_adult)
    card = care.professional(demo, "gp").authentication
    context = care.context(browser, demo, card, scripts=True)
    desk = Desk(demo, context.new_page())
    hands = Hands(desk.page)
    desk.go("/")
    hands.skip_to_content()
    hands.press("Entrer avec cette carte")
    desk.expect_heading("Mes patients")

    hands.skip_to_content()
    hands.type("Matricule INS du patient", patient.ins)
    desk.page.keyboard.press("Enter")
    desk.page.wait_for_url(lambda address: not address.endswith("/patients"))
    if desk.page.url.endswith("/accord"):
        hands.press("J'ai informé le patient et recueilli son accord")
    desk.expect_heading("Récapitulatif")

    hands.skip_to_menu()
    hands.press("Documents", whole=True)
    desk.expect_heading("Documents")
    title = desk.page.get_by_role("main").locator("th a").first.inner_text().strip()
    hands.skip_to_content()
    hands.press(title)
    desk.page.wait_for_url(re.compile(r"/documents/[0-9a-f-]{36}"))
    desk.expect_heading(title)

    hands.press("Me déconnecter", "Space")
    desk.expect_heading("Vous êtes déconnecté")
    context.close()
