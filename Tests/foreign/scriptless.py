"""The patient's portal without a browser: forms filled by their labels, as any reader of HTML could."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import requests
from lxml import html
from requests.adapters import HTTPAdapter

from demo import Demo, Patient
from homes import new_home


def same_words(text: str) -> str:
    """A text without the choices of typography: spaces, apostrophes and capitals."""
    return re.sub(r"\s+", " ", text.replace("’", "'")).strip().casefold()


@dataclass
class Page:
    """A page and where it came from."""

    url: str
    status: int
    tree: html.HtmlElement

    @property
    def heading(self) -> str:
        """The text of the one `h1`."""
        found = self.tree.xpath("//h1")
        return same_words(str(found[0].text_content())) if len(found) else ""

    def link(self, label: str) -> str:
        """The address behind a link's words."""
        for each in self.tree.xpath("//a[@href]"):
            if same_words(each.text_content()).startswith(same_words(label)):
                return urljoin(self.url, str(each.get("href")))
        raise LookupError(f"no link “{label}” on “{self.heading}”")


class FromHome(HTTPAdapter):
    """Connections that come from one address of this machine."""

    def __init__(self, home: str) -> None:
        self.home = home
        super().__init__()

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        """Each connection of the pool leaves from there."""
        super().init_poolmanager(*args, **options, source_address=(self.home, 0))


class Visitor:
    """Somebody at the portal, with cookies, no script and a home of his own."""

    def __init__(self, demo: Demo) -> None:
        self.demo = demo
        self.session = requests.Session()
        self.session.mount("https://", FromHome(new_home()))
        self.session.verify = str(demo.ca)
        self.session.trust_env = False

    def get(self, path: str) -> Page:
        """One page."""
        return self._page(self.session.get(urljoin(self.demo.portal + "/", path), timeout=30))

    def submit(self, page: Page, button: str, values: dict[str, str]) -> Page:
        """Fills the form that has such a button, by its labels, and sends it."""
        return self._page(self._send(page, button, values))

    def save(self, page: Page, button: str) -> bytes:
        """The file that a button gives."""
        response = self._send(page, button, {})
        response.raise_for_status()
        return response.content

    def _send(self, page: Page, button: str, values: dict[str, str]) -> requests.Response:
        for form in page.tree.forms:
            words = [same_words(each.text_content()) for each in form.xpath(".//button")]
            if same_words(button) not in words:
                continue
            fields = dict(form.form_values())
            for label, value in values.items():
                fields[self._field(form, label)] = value
            action = urljoin(page.url, form.get("action") or page.url)
            headers = {"Origin": self.demo.portal, "Referer": page.url}
            return self.session.post(action, data=fields, headers=headers, timeout=60)
        raise LookupError(f"no form with “{button}” on “{page.heading}”")

    def sign_in(self, patient: Patient, secret: str) -> Page:
        """Both steps; the code comes from the outbox."""
        seen = self.demo.seen()
        values = {"Numéro de sécurité sociale": patient.ins, "Code secret": secret}
        page = self.submit(self.get("/connexion"), "Continuer", values)
        code = self.demo.next_code(patient, seen)
        return self.submit(page, "Me connecter", {"Code à usage unique": code})

    def _page(self, response: requests.Response) -> Page:
        return Page(response.url, response.status_code, html.fromstring(response.content, base_url=response.url))

    @staticmethod
    def _field(form: html.FormElement, label: str) -> str:
        for each in form.xpath(".//label[@for]"):
            if same_words(each.text_content()).startswith(same_words(label)):
                return str(form.xpath(".//*[@id=$id]", id=each.get("for"))[0].get("name"))
        raise LookupError(f"no field “{label}”")
