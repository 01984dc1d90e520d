"""A document, the history and the list on paper (identity §8.2): no navigation, black on white, nothing cut off."""

from __future__ import annotations

from playwright.sync_api import sync_playwright

import portal
import printing
import samples
from demo import Demo
from lps import Client
from people import Cast
from portal import Portal


def test_pages_that_people_print(demo: Demo, roles: Cast, author: Client) -> None:
    """§ 7.1, page 22; § 8.2: what is for the screen alone is not on the sheet, and nothing of the rest is lost."""
    document = samples.summary(roles.patient, roles.author)
    author.deposit(document)
    with sync_playwright() as playwright:
        browser = portal.launch(playwright)
        context = portal.context(browser)
        holder = Portal(demo, context.new_page())
        # On the screen there is what paper leaves out.
        holder.go("/connexion")
        assert holder.page.locator("nav:visible").count() > 0
        holder.sign_in(roles.patient, roles.patient.secret_code or "")
        holder.open_document(document.title)
        faults = {"document": printing.faults(holder.page)}
        holder.menu("Historique des accès")
        faults["history"] = printing.faults(holder.page)
        holder.menu("Mes documents")
        faults["documents"] = printing.faults(holder.page)
        # Whose sheet it is, and of which day, is said on paper alone.
        assert holder.page.locator(".banner .print-only:visible").count() == 0
        holder.page.emulate_media(media="print")
        assert roles.patient.given.split()[0] in holder.page.locator(".banner .print-only").inner_text()
        holder.page.emulate_media(media="screen")
        holder.sign_out()
        context.close()
        browser.close()
    assert not any(faults.values()), faults
