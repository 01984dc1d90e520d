"""Every page, light and dark, narrow and wide: no violation found by axe, no sideways scrolling (identity §8.2)."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

import portal
import samples
from demo import Demo
from lps import Client
from people import Cast
from portal import Portal, words

PUBLIC = [
    "/", "/ouvrir", "/activer", "/connexion", "/acces-perdu", "/aide", "/contact", "/accessibilite",
    "/plan-du-site", "/mentions-legales", "/donnees-personnelles", "/au-revoir", "/page-qui-n-existe-pas",
]  # fmt: skip
PRIVATE = ["/dossier", "/documents", "/analyses", "/professionnels", "/historique"]
WIDTHS = (320, 1280)
SETTLED = """async () => {
    await new Promise(requestAnimationFrame);
    await Promise.allSettled(document.getAnimations().map((each) => each.finished));
}"""
"""Colours that are on their way to another scheme are not measured."""
SCHEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")


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


def inspect(page: Page, name: str) -> list[str]:
    """What is wrong with the page in its four shapes; a picture of each is kept when DMP_SCREENSHOTS says where."""
    faults: list[str] = []
    pictures = os.environ.get("DMP_SCREENSHOTS")
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "accueil"
    for scheme in SCHEMES:
        for width in WIDTHS:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate(SETTLED)
            where = f"{name} ({scheme}, {width} px)"
            for violation in Axe().run(page).response["violations"]:
                targets = [" ".join(map(str, node["target"])) for node in violation["nodes"][:3]]
                faults.append(f"{where}: {violation['id']}: {violation['help']}: {targets}")
            wide = page.evaluate("() => document.documentElement.scrollWidth")
            if wide > width:
                faults.append(f"{where}: the page is {wide} px wide")
            if pictures:
                Path(pictures).mkdir(parents=True, exist_ok=True)
                page.screenshot(path=Path(pictures) / f"{slug}-{scheme}-{width}.png", full_page=True)
    page.set_viewport_size({"width": 1280, "height": 900})
    return faults


@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages(visitor: Portal, path: str) -> None:
    visitor.go(path)
    assert inspect(visitor.page, path) == []


def test_forms_that_were_refused(visitor: Portal) -> None:
    faults = []
    for path, button in [
        ("/ouvrir", "Ouvrir mon dossier"),
        ("/activer", "Activer mon accès"),
        ("/connexion", "Continuer"),
    ]:
        visitor.go(path)
        visitor.press(button)
        visitor.page.get_by_role("alert").wait_for()
        assert words("Erreur").search(visitor.page.title())
        faults += inspect(visitor.page, path + " refusé")
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


def test_a_professional_and_the_confirmation(holder: Portal, roles: Cast) -> None:
    holder.menu("Mes professionnels de santé")
    holder.page.get_by_role("main").get_by_role("link", name=words(roles.author.family)).first.click()
    faults = inspect(holder.page, "professionnel")
    holder.press("Bloquer ce professionnel")
    faults += inspect(holder.page, "professionnel-bloquer")
    assert faults == []


def test_the_other_language(holder: Portal) -> None:
    holder.go("/dossier?lang=en")
    assert holder.page.locator("html").get_attribute("lang") == "en"
    assert inspect(holder.page, "dossier-en") == []
    holder.go("/dossier?lang=fr")
