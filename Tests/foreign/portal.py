"""The patient's portal through a real browser: everything is found by label or role, as a reader finds it."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright

from demo import Demo, Patient
from homes import FrontDoor, new_home

CHROMIUM = os.environ.get("DMP_CHROMIUM", "/usr/bin/chromium")
SECRET = "quatre girafes lisent dehors"
"""Long enough, and nobody's name or birthday."""


def words(text: str, whole: bool = False) -> re.Pattern[str]:
    """A pattern for a label that leaves typography its choices: unbreakable spaces, curly apostrophes."""
    pattern = re.escape(text).replace(r"\ ", r"\s+").replace("'", "['’]")
    return re.compile(f"^\\s*{pattern}\\s*$" if whole else pattern, re.IGNORECASE)


def launch(playwright: Playwright) -> Browser:
    """Debian's own Chromium; no browser is downloaded."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])


def context(browser: Browser, *, scripts: bool = True, bypass_csp: bool = False) -> BrowserContext:
    """A fresh visitor with a home of his own.

    `bypass_csp` lets an inspector's own script run on a page that forbids all scripts.

    The demonstration's own authority is unknown to the browser, and that is not under test here.
    """
    door = FrontDoor(new_home())
    visitor = browser.new_context(
        ignore_https_errors=True,
        java_script_enabled=scripts,
        bypass_csp=bypass_csp,
        locale="fr-FR",
        viewport={"width": 1280, "height": 900},
        proxy={"server": door.address, "bypass": "<-loopback>"},
    )
    visitor.on("close", lambda _: door.close())
    visitor.set_default_timeout(10_000)
    return visitor


@dataclass
class Portal:
    """One visitor and one page."""

    demo: Demo
    page: Page

    def go(self, path: str) -> None:
        """Opens an address of the portal."""
        self.page.goto(self.demo.portal + path)

    @property
    def heading(self) -> str:
        """The text of the one `h1`."""
        return self.page.get_by_role("heading", level=1).inner_text()

    def expect_heading(self, text: str) -> None:
        """Waits for the page with this heading."""
        self.page.get_by_role("heading", level=1, name=words(text)).wait_for(timeout=10_000)

    def expect_notice(self, text: str) -> None:
        """Waits for a status message."""
        self.page.get_by_role("status").filter(has_text=words(text)).wait_for(timeout=10_000)

    def fill(self, label: str, value: str) -> None:
        """Fills the field with this label."""
        self.page.get_by_label(words(label)).first.fill(value)

    def press(self, name: str) -> None:
        """Presses a button, or follows a link that looks like one."""
        self.actor(name).click()

    def actor(self, name: str) -> Locator:
        """The button or link of this name, the main part before the frame around it."""
        main = self.page.get_by_role("main")
        for place in (main, self.page):
            for role in ("button", "link"):
                found = place.get_by_role(role, name=words(name))
                if found.count():
                    return found.first
        return self.page.get_by_role("button", name=words(name)).first

    def open_record(self, patient: Patient, phone: str, email: str) -> None:
        """Page 2, with the code of the first letter."""
        self.go("/ouvrir")
        year, month, day = patient.birth_date.split("-")
        self.fill("Numéro de sécurité sociale", patient.ins)
        self.fill("Code du courrier", patient.opening_code or "")
        self.fill("Date de naissance", f"{day}/{month}/{year}")
        self.page.get_by_label(words("J'ai lu ces informations")).check()
        self.fill("Code secret que je choisis", SECRET)
        self.fill("Code secret, une seconde fois", SECRET)
        self.fill("Téléphone mobile", phone)
        self.fill("Adresse e-mail", email)
        self.press("Ouvrir mon dossier")
        self.expect_heading("Mon dossier est ouvert")

    def activate(self, patient: Patient, code: str, secret: str = SECRET) -> None:
        """Page 3, with the code of the second letter, then those that prove telephone and e-mail."""
        self.finish_activation(patient, self.begin_activation(patient, code, secret))

    def begin_activation(self, patient: Patient, code: str, secret: str = SECRET) -> set[Path]:
        """Page 3, step 1; gives the messages that were there before the codes of step 2."""
        seen = self.demo.seen()
        self.go("/activer")
        self.fill("Numéro de sécurité sociale", patient.ins)
        self.fill("Code du courrier", code)
        self.fill("Code secret", secret)
        self.press("Continuer")
        self.expect_heading("Vérifier mes moyens de contact")
        return seen

    def finish_activation(self, patient: Patient, seen: set[Path]) -> None:
        """Page 3, step 2."""
        self.fill("Code envoyé par SMS", self.demo.next_code(patient, seen, channel="sms"))
        self.fill("Code envoyé par e-mail", self.demo.next_code(patient, seen, channel="email"))
        self.press("Activer mon accès")
        self.expect_heading("Mon accès est activé")

    def sign_in(self, patient: Patient, secret: str, name: str | None = None) -> None:
        """Page 4, both steps, by the matricule or a name; the one-time code comes from the outbox."""
        seen = self.begin_sign_in(name or patient.ins, secret)
        self.send_code(self.demo.next_code(patient, seen))
        self.page.get_by_role("button", name=words("Me déconnecter")).wait_for(timeout=10_000)

    def begin_sign_in(self, name: str, secret: str) -> set[Path]:
        """Page 4, step 1; gives the messages that were there before the code of step 2."""
        seen = self.demo.seen()
        self.go("/connexion")
        self.fill("Numéro de sécurité sociale", name)
        self.fill("Code secret", secret)
        self.press("Continuer")
        self.expect_heading("Écrire le code reçu")
        return seen

    def send_code(self, code: str) -> None:
        """Page 4, step 2, whether the code is right or not."""
        self.fill("Code à usage unique", code)
        self.page.get_by_role("main").get_by_role("button", name=words("Me connecter", whole=True)).click()

    def sign_out(self) -> None:
        """The button of the banner."""
        self.press("Me déconnecter")
        self.expect_heading("Vous êtes déconnecté")

    def menu(self, label: str) -> None:
        """Follows an entry of the main menu."""
        menu = self.page.get_by_role("navigation", name=words("Menu principal"))
        menu.get_by_role("link", name=words(label)).click()

    def unfold_filter(self) -> None:
        """Opens the fields that narrow a list."""
        self.page.locator("details.filter-fold:not([open]) > summary").click()

    def open_document(self, title: str) -> None:
        """From the list to the page of one document."""
        self.menu("Mes documents")
        self.page.get_by_role("main").get_by_role("link", name=words(title)).first.click()
        self.expect_heading(title)

    def save(self, label: str) -> bytes:
        """Downloads what a link gives."""
        for _ in range(3):
            with self.page.expect_download() as waiting:
                self.press(label)
            # A browser under load now and then gives a download up by itself.
            if waiting.value.failure() is None:
                return Path(waiting.value.path()).read_bytes()
        raise AssertionError(f"{label}: {waiting.value.failure()}")
