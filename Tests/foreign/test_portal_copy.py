"""Page 25 and the reports, in a real browser: a copy that opens without a network, a report and its state."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import portal
import samples
from cda import Document
from demo import Demo
from inspecting import inspect
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


@pytest.fixture(scope="module")
def filed(author: Client, roles: Cast) -> Document:
    """A document that a professional has just filed."""
    document = samples.summary(roles.patient, roles.author)
    author.deposit(document)
    return document


@pytest.fixture(scope="module")
def holder(browser: Browser, demo: Demo, roles: Cast, filed: Document) -> Iterator[Portal]:
    """Somebody signed in."""
    context = portal.context(browser)
    signed_in = Portal(demo, context.new_page())
    signed_in.sign_in(roles.patient, roles.patient.secret_code or "")
    yield signed_in
    context.close()


def test_a_copy_opens_without_a_network(holder: Portal, browser: Browser, filed: Document, tmp_path: Path) -> None:
    """CSP L1111-19: every document in sight, as it was filed, with a first page that asks nobody for anything.

    Access and life cycle § 4, C17.
    """
    holder.go("/copie")
    archive = zipfile.ZipFile(io.BytesIO(holder.save("Télécharger ma copie (ZIP)")))
    assert archive.testzip() is None
    archive.extractall(tmp_path)
    originals = [each for each in archive.namelist() if each.startswith("documents/")]
    assert filed.xml in [archive.read(each) for each in originals]
    offline = browser.new_context(offline=True)
    page = offline.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    assert inspect(page, "copie-index") == []
    targets = [each.get_attribute("href") or "" for each in page.get_by_role("link").all()]
    assert targets and all((tmp_path / each).is_file() for each in targets)
    assert set(originals) <= set(targets)
    page.get_by_role("main").get_by_role("link").first.click()
    assert page.url.startswith("file:")
    offline.close()
    holder.go("/historique?qui=moi")
    holder.page.get_by_text(words("téléchargé une copie du dossier")).first.wait_for()


def test_a_copy_by_post_is_asked_for_and_taken_back(holder: Portal) -> None:
    holder.go("/copie")
    holder.page.get_by_label(words("Sur un CD")).check()
    holder.press("Demander cette copie")
    holder.expect_notice("Votre demande de copie est enregistrée")
    assert inspect(holder.page, "copie-demandee") == []
    holder.press("Annuler cette demande")
    holder.expect_notice("La demande est annulée")


def test_a_document_is_reported_and_the_report_is_followed(holder: Portal, filed: Document) -> None:
    """Access and life cycle § 3.6."""
    holder.open_document(filed.title)
    holder.press("Signaler ce document")
    faults = inspect(holder.page, "signaler")
    holder.press("Envoyer le signalement")
    holder.page.get_by_role("alert").wait_for()
    faults += inspect(holder.page, "signaler-refuse")
    holder.page.get_by_label(words("Ce document est faux ou incomplet")).check()
    holder.press("Envoyer le signalement")
    holder.expect_notice("Votre signalement est enregistré")
    faults += inspect(holder.page, "signalements")
    assert faults == []


def test_the_default_is_applied_to_what_is_there_and_taken_back(holder: Portal) -> None:
    """Reference § 3.5: the default of visibility is for documents present and to come."""
    holder.go("/confidentialite")
    holder.press("Masquer tous mes documents")
    assert inspect(holder.page, "confidentialite-tous") == []
    holder.press("Oui, les masquer")
    holder.expect_notice("Vos documents sont masqués")
    holder.press("Rendre visibles tous mes documents")
    holder.press("Oui, les rendre visibles")
    holder.expect_notice("Vos documents sont visibles")
