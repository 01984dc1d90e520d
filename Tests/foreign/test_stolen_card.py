"""A stolen card as one story: misused, seen by the patient, revoked, and good for nothing any more (issue 3; interop §1.3).

What was done under it stays in the record's history, under the name of the one it was stolen from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import requests
from playwright.sync_api import Browser, sync_playwright

import care
import choosing
import portal
import samples
from cards import revoke
from care import Desk
from demo import Demo
from lps import Client, client
from portal import Portal, words
from registry import RegistryError
from soap import Fault
from waiting import wait_for


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for the story."""
    with sync_playwright() as playwright:
        chromium = portal.launch(playwright)
        yield chromium
        chromium.close()


def told(visitor: Portal, name: str, what: str) -> list[str]:
    """Lines of the history that name somebody and what he did."""
    visitor.menu("Historique des accès")
    text = visitor.page.get_by_role("main").inner_text()
    pattern = words(what)
    return [each for each in re.split(r"\n+", text) if words(name).search(each) and pattern.search(each)]


def test_a_stolen_card_from_the_theft_to_the_revocation(browser: Browser, author: Client, demo: Demo) -> None:
    patient = choosing.adults(demo)[0]
    owner = care.professional(demo, "midwife")
    assert owner.authentication is not None and owner.signature is not None and patient.secret_code is not None
    document = samples.consultation(patient, author.person)
    author.authorize(patient)
    author.deposit(document)

    # The thief says that the patient agreed, reads by software, and goes on at the site.
    thief = client(demo, owner)
    thief.authorize(patient)
    assert thief.find(patient).by_unique_id(document.unique_id) is not None
    assert thief.retrieve(patient, document.unique_id) == {document.unique_id: document.xml}
    there = care.context(browser, demo, owner.authentication)
    desk = Desk(demo, there.new_page())
    desk.enter()
    desk.open(patient)
    record = desk.record

    # The patient sees it, in a sentence with a name.
    here = portal.context(browser)
    visitor = Portal(demo, here.new_page())
    visitor.sign_in(patient, patient.secret_code)
    assert told(visitor, owner.family, document.title), "who read what"

    # The card is revoked, both its certificates; nobody starts anything anew.
    path = revoke(demo, owner.authentication, owner.signature)
    try:

        def refused() -> bool:
            try:
                thief.find(patient)
            except (Fault, RegistryError, requests.exceptions.RequestException):
                return True
            return False

        wait_for(refused, 30, "the wire to refuse the revoked card")
        for act in (
            lambda: thief.retrieve(patient, document.unique_id),
            lambda: thief.authorize(patient),
            lambda: thief.standing(patient),
            lambda: thief.find(patient, purpose="bris_de_glace", reason="Urgence vitale"),
        ):
            with pytest.raises((Fault, RegistryError, requests.exceptions.RequestException)):
                act()
        desk.go(record)
        desk.expect_heading("Votre session a pris fin")
        desk.go("/")
        desk.expect_text("Cette carte est en opposition")

        # Another's card goes on, and the history keeps what was done, by whom.
        assert author.find(patient).by_unique_id(document.unique_id) is not None
        assert told(visitor, owner.family, document.title), "what was done stays"
    finally:
        path.unlink(missing_ok=True)
    # Without the list the card is good again, the sessions that it had opened are not.
    wait_for(lambda: thief.standing(patient) is not None if not refused() else False, 30, "the list to be gone")
    desk.go(record)
    desk.expect_heading("Votre session a pris fin")
    thief.authorize(patient, "SUPPRESSION")
    here.close()
    there.close()
