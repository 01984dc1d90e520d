"""Page 27 in a real browser: an application of codes, and passkeys with Chromium's virtual authenticator (§ 2.6, § 4)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import struct
import time
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, CDPSession, sync_playwright

import portal
import printing
from demo import Demo
from inspecting import inspect
from people import Cast
from portal import Portal, words

ACCOUNT = "/connexion-et-contacts"


def code(uri: str, at: float) -> str:
    """RFC 6238 as an application reads it from the key's text; written apart from the code under test."""
    asked = {name: values[0] for name, values in parse_qs(urlsplit(uri).query).items()}
    assert (asked["algorithm"], asked["digits"], asked["period"], asked["issuer"]) == ("SHA256", "6", "30", "DMP")
    key = base64.b32decode(asked["secret"] + "=" * (-len(asked["secret"]) % 8))
    mac = hmac.new(key, struct.pack(">Q", int(at) // 30), hashlib.sha256).digest()
    start = mac[-1] & 15
    return f"{(struct.unpack('>I', mac[start:start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of this file."""
    with sync_playwright() as playwright:
        chromium = portal.launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def holder(browser: Browser, demo: Demo, roles: Cast) -> Iterator[Portal]:
    """Somebody who has just signed in; once for all tests here, for the portal counts how often one network tries."""
    context = portal.context(browser)
    signed_in = Portal(demo, context.new_page())
    signed_in.sign_in(roles.patient, roles.patient.secret_code or "")
    yield signed_in
    context.close()


def authenticator(visitor: Portal, *, verifies: bool = True) -> CDPSession:
    """A device of its own in this browser; it answers by itself, as if touched."""
    session = visitor.page.context.new_cdp_session(visitor.page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": verifies,
                "automaticPresenceSimulation": True,
            }
        },
    )
    return session


def test_an_application_of_codes(holder: Portal, demo: Demo, roles: Cast) -> None:
    holder.go(ACCOUNT)
    holder.press("Ajouter une application de codes")
    faults = inspect(holder.page, "application")
    holder.press("Continuer")
    holder.expect_heading("Relier mon application de codes")
    faults += inspect(holder.page, "application-cle")
    # A key is written down, or printed and put away.
    faults += printing.faults(holder.page)
    uri = holder.page.get_by_role("link", name=words("Ouvrir l'application de ce téléphone")).get_attribute("href")
    assert uri is not None and roles.patient.ins not in uri
    holder.fill("Écrire le code de mon application", "000000" if code(uri, time.time()) != "000000" else "000001")
    holder.press("Vérifier et ajouter")
    holder.page.get_by_role("alert").wait_for()
    assert "otpauth:" not in holder.page.content()
    faults += inspect(holder.page, "application-fausse")
    holder.fill("Écrire le code de mon application", code(uri, time.time()))
    holder.press("Vérifier et ajouter")
    holder.expect_notice("Votre application est ajoutée.")
    faults += inspect(holder.page, "connexion-application")

    holder.sign_out()
    seen = demo.seen()
    holder.go("/connexion")
    holder.fill("Numéro de sécurité sociale", roles.patient.ins)
    holder.fill("Code secret", roles.patient.secret_code or "")
    holder.press("Continuer")
    holder.expect_heading("Écrire le code de mon application")
    faults += inspect(holder.page, "code-application")
    # The next step's code stands already: the one that was used serves no more.
    holder.fill("Code à usage unique", code(uri, time.time() + 30))
    holder.page.get_by_role("main").get_by_role("button", name=words("Me connecter", whole=True)).click()
    holder.page.get_by_role("button", name=words("Me déconnecter")).wait_for()
    assert demo.seen() == seen

    holder.go(ACCOUNT)
    holder.press("Retirer mon application de codes")
    faults += inspect(holder.page, "application-retirer")
    holder.press("Oui, la retirer")
    holder.expect_notice("Votre application est retirée.")
    assert faults == []


def test_a_device_that_does_not_check_its_user_makes_none(holder: Portal) -> None:
    device = authenticator(holder, verifies=False)
    holder.go(ACCOUNT)
    holder.press("Ajouter une clé d'accès")
    holder.press("Continuer")
    holder.press("Créer la clé sur cet appareil")
    holder.page.get_by_role("alert").filter(has_text=words("n'a pas répondu")).wait_for()
    assert inspect(holder.page, "cle-echec") == []
    device.send("WebAuthn.disable")


def test_the_policy_lets_in_one_file_and_no_other(holder: Portal) -> None:
    holder.go(ACCOUNT + "/cle")
    with holder.page.expect_response(re.compile(r"/connexion-et-contacts/cle$")) as waiting:
        holder.press("Continuer")
    policy = waiting.value.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'") and policy.endswith("script-src 'self'")
    assert "unsafe" not in policy and "connect-src" not in policy
    assert holder.page.locator("script").count() == 1


def test_a_passkey(holder: Portal) -> None:
    device = authenticator(holder)
    holder.go(ACCOUNT)
    holder.press("Ajouter une clé d'accès")
    faults = inspect(holder.page, "cle")
    holder.fill("Nom de cette clé", "Ordinateur")
    holder.press("Continuer")
    holder.expect_heading("Créer ma clé d'accès")
    faults += inspect(holder.page, "cle-creer")
    holder.press("Créer la clé sur cet appareil")
    holder.expect_notice("Votre clé d'accès est ajoutée.")
    faults += inspect(holder.page, "connexion-cles")
    assert holder.page.get_by_role("row", name=words("Ordinateur")).count() == 1

    # The same device makes no second one.
    holder.press("Ajouter une clé d'accès")
    holder.press("Continuer")
    holder.press("Créer la clé sur cet appareil")
    holder.page.get_by_role("alert").filter(has_text=words("a déjà une clé")).wait_for()
    faults += inspect(holder.page, "cle-deja")

    holder.sign_out()
    holder.go("/connexion")
    holder.press("Utiliser une clé d'accès")
    holder.expect_heading("Me connecter avec ma clé d'accès")
    faults += inspect(holder.page, "connexion-cle")
    holder.press("Utiliser ma clé d'accès")
    holder.page.get_by_role("button", name=words("Me déconnecter")).wait_for()

    # Revoked, it opens nothing any more, though the device still offers it.
    holder.go(ACCOUNT)
    holder.press("Retirer cette clé")
    faults += inspect(holder.page, "cle-retirer")
    holder.press("Oui, la retirer")
    holder.expect_notice("Votre clé d'accès est retirée.")
    holder.sign_out()
    holder.go("/connexion")
    holder.press("Utiliser une clé d'accès")
    holder.press("Utiliser ma clé d'accès")
    holder.page.get_by_role("alert").wait_for()
    assert words("n'a pas été acceptée").search(holder.page.content())
    faults += inspect(holder.page, "connexion-cle-refusee")
    device.detach()
    assert faults == []


def test_without_scripts_the_page_says_how_to_go_on(browser: Browser, demo: Demo) -> None:
    context = portal.context(browser, scripts=False)
    visitor = Portal(demo, context.new_page())
    visitor.go("/connexion")
    visitor.press("Utiliser une clé d'accès")
    assert visitor.page.get_by_text(words("JavaScript est bloqué")).is_visible()
    assert visitor.page.get_by_role("main").get_by_role("button").count() == 0
    visitor.press("Continuer sans clé d'accès")
    visitor.expect_heading("Me connecter")
    context.close()
