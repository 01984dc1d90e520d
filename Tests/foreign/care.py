"""The professionals' site through a real browser that holds a card: mutual TLS by Playwright's own client certificates."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, Locator, Page

from credentials import Credential
from demo import Demo, Patient, Professional
from portal import words


def context(
    browser: Browser, demo: Demo, card: Credential | None, *, scripts: bool = False, bypass_csp: bool = False
) -> BrowserContext:
    """A visitor with that card in the reader, or with none; the site needs no script, so none runs.

    `bypass_csp` lets an inspector's own script run on a page that forbids all scripts.
    """
    cards = []
    if card is not None:
        cards = [{"origin": demo.care, "certPath": str(card.certificate_path), "keyPath": str(card.key_path)}]
    visitor = browser.new_context(
        ignore_https_errors=True,
        java_script_enabled=scripts,
        bypass_csp=bypass_csp,
        locale="fr-FR",
        viewport={"width": 1280, "height": 900},
        client_certificates=cards,  # type: ignore[arg-type]
    )
    visitor.set_default_timeout(15_000)
    return visitor


@dataclass
class Desk:
    """One professional at the site."""

    demo: Demo
    page: Page

    def go(self, path: str) -> None:
        """Opens an address of the site."""
        self.page.goto(self.demo.care + path if path.startswith("/") else path)

    def expect_heading(self, text: str) -> None:
        """Waits for the page with this heading."""
        self.page.get_by_role("heading", level=1, name=words(text)).wait_for()

    def expect_text(self, text: str) -> None:
        """Waits for words in the main part."""
        self.page.get_by_role("main").get_by_text(words(text)).first.wait_for()

    def fill(self, label: str, value: str) -> None:
        """Fills the field with this label."""
        self.page.get_by_label(words(label)).first.fill(value)

    def actor(self, name: str) -> Locator:
        """The button or link of this name, in the main part before the frame around it."""
        main = self.page.get_by_role("main")
        for place in (main, self.page):
            for role in ("button", "link"):
                found = place.get_by_role(role, name=words(name))
                if found.count():
                    return found.first
        return self.page.get_by_role("button", name=words(name)).first

    def press(self, name: str) -> None:
        """Presses a button, or follows a link that looks like one."""
        self.actor(name).click()

    def menu(self, label: str) -> None:
        """Follows an entry of the main menu."""
        menu = self.page.get_by_role("navigation", name=words("Menu principal"))
        menu.get_by_role("link", name=words(label, whole=True)).click()

    def enter(self, place: str = "") -> None:
        """Pages 1 and 2."""
        self.go("/")
        if place:
            self.page.get_by_label(words(place)).check()
            self.press("Continuer")
        else:
            self.press("Entrer avec cette carte")
        self.expect_heading("Mes patients")

    def find(self, patient: Patient) -> None:
        """Page 4."""
        self.go("/patients")
        self.fill("Matricule INS du patient", patient.ins)
        self.press("Chercher")
        self.page.wait_for_url(lambda address: not address.endswith("/patients"))

    def open(self, patient: Patient) -> None:
        """From the search to the summary, through consent where it is missing."""
        self.find(patient)
        if self.page.url.endswith("/accord"):
            self.press("J'ai informé le patient et recueilli son accord")
        self.expect_heading("Récapitulatif")

    @property
    def record(self) -> str:
        """The address of the record that is open."""
        return "/".join(self.page.url.split("?")[0].split("/")[:5])


def professional(demo: Demo, part: str) -> Professional:
    """Somebody by the name of his card's file, such as `gp`."""
    for each in demo.professionals:
        if each.authentication is not None and f"/{part}-" in str(each.authentication.certificate_path):
            return each
    raise LookupError(part)
