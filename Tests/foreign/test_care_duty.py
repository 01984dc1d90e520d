"""A professional's duties at the site: the centre 15, a card that is revoked, a broken glass, what patients ask for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, BrowserContext, sync_playwright

import care
import choosing
import portal
from cards import revoke
from care import Desk
from demo import Demo, Patient
from portal import Portal, words
from test_care import adult, plain
from test_portal_pages import inspect
from waiting import wait_for


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of this file."""
    with sync_playwright() as playwright:
        chromium = portal.launch(playwright)
        yield chromium
        chromium.close()


def at(browser: Browser, demo: Demo, part: str, *, scripts: bool = False) -> tuple[BrowserContext, Desk]:
    """A professional with his card; axe needs scripts, the site does not."""
    context = care.context(browser, demo, care.professional(demo, part).authentication, scripts=scripts)
    return context, Desk(demo, context.new_page())


def look(desk: Desk, family: str, given: str = "", birth: str = "") -> None:
    """The search by traits."""
    desk.go("/patients")
    desk.press("Appel au 15 : chercher par les traits")
    desk.fill("Nom de famille", family)
    desk.fill("Prénom", given)
    desk.fill("Date de naissance", birth)
    desk.press("Chercher cette personne")


def test_a_call_to_15_finds_by_the_traits(browser: Browser, demo: Demo) -> None:
    """TD0.5 on a page: traits, no matricule in any address, the mode said on every page, the patient told."""
    context, desk = at(browser, demo, "regulator", scripts=True)
    patient = adult(demo, treated=True)
    addresses: list[str] = []
    desk.page.on("request", lambda request: addresses.append(request.url))
    seen = demo.seen()
    desk.enter()
    look(desk, patient.family)
    faults = inspect(desk.page, "pro-15-erreur")
    desk.page.get_by_role("alert").wait_for()
    look(desk, patient.family, birth="/".join(reversed(patient.birth_date.split("-"))))
    desk.page.get_by_role("table").wait_for()
    faults += inspect(desk.page, "pro-15-trouve")
    desk.press("Continuer vers ce dossier")
    assert desk.page.get_by_label(words("Appel au 15 (Samu)")).is_checked()
    desk.press("Ouvrir le dossier en urgence")
    desk.expect_heading("Récapitulatif")
    faults += inspect(desk.page, "pro-15-ouvert")
    desk.menu("Documents")
    desk.page.get_by_role("region", name=words("Accès en urgence : appel au 15")).wait_for()
    wait_for(
        lambda: [each for each in demo.messages() if each.path not in seen and each.is_to(patient)],
        15,
        "a message to the patient",
    )
    names = (patient.ins, patient.family.lower(), patient.birth_date)
    assert not [each for each in addresses if any(name in each.lower() for name in names)]
    assert faults == []
    context.close()


def test_nobody_under_traits_that_nobody_has(browser: Browser, demo: Demo) -> None:
    context, desk = at(browser, demo, "regulator")
    desk.enter()
    look(desk, "Xylophone", "Aucun")
    desk.expect_text("Personne ne correspond à ces traits")
    context.close()


def object_to_15(browser: Browser, demo: Demo, patient: Patient) -> None:
    """The patient's own page 21: no access after a call to 15."""
    context = portal.context(browser)
    holder = Portal(demo, context.new_page())
    holder.sign_in(patient, patient.secret_code or "")
    holder.go("/urgence")
    group = holder.page.get_by_role("group", name=words("Le SAMU"))
    group.get_by_label(words("Je refuse")).check()
    holder.press("Voir ce qui va changer")
    holder.press("Oui, enregistrer ces choix")
    holder.expect_notice("Vos choix pour l'urgence sont enregistrés")
    context.close()


def test_who_objects_to_15_stays_closed(browser: Browser, demo: Demo) -> None:
    """CSP L1111-17 I: the objection is told, and nothing of the record."""
    patient = choosing.adults(demo)[-1]
    object_to_15(browser, demo, patient)
    context, desk = at(browser, demo, "regulator", scripts=True)
    desk.enter()
    look(desk, patient.family, patient.given)
    desk.expect_text("Le patient s'y oppose")
    faults = inspect(desk.page, "pro-15-oppose")
    desk.find(patient)
    desk.press("Ouvrir pour la régulation")
    desk.page.get_by_label(words("Appel au 15 (Samu)")).check()
    desk.press("Ouvrir le dossier en urgence")
    desk.expect_heading("Action impossible")
    desk.expect_text("soignez sans lui")
    assert not desk.page.get_by_role("table").count()
    assert faults + inspect(desk.page, "pro-15-refuse") == []
    context.close()


def test_a_revoked_card_is_thrown_out(browser: Browser, demo: Demo) -> None:
    """A stolen card: the list names it, and the session that it opened shows nothing any more."""
    card = care.professional(demo, "dentist").authentication
    assert card is not None
    context, desk = at(browser, demo, "dentist")
    session = plain(demo, card)
    form = next(
        each
        for each in html.fromstring(session.get(demo.care + "/", timeout=30).content).forms
        if each.get("action") == "/connexion"
    )
    session.post(
        demo.care + "/connexion", data=dict(form.form_values()), headers={"Origin": demo.care}, timeout=30
    )
    desk.enter()
    assert session.get(demo.care + "/patients", timeout=30).status_code == 200
    path = revoke(demo, card)
    try:
        wait_for(
            lambda: session.get(demo.care + "/patients", timeout=30).status_code == 401,
            30,
            "the revoked card to be thrown out",
        )
        desk.go("/patients")
        desk.expect_heading("Votre session a pris fin")
        desk.press("Aller à la connexion")
        desk.expect_text("Cette carte est en opposition")
        # The list that names nobody any more does not bring the session back.
        revoke(demo, card, lifted=True)
        wait_for(
            lambda: session.get(demo.care + "/", timeout=30).status_code == 200, 30, "the card to be good again"
        )
        assert session.get(demo.care + "/patients", timeout=30).status_code == 401
    finally:
        path.unlink(missing_ok=True)
    context.close()


def test_an_injection_that_is_only_reported(browser: Browser, demo: Demo) -> None:
    """§7.2, page 12: a child's vaccination history repeats others' words, for which a form asks; nothing is sent."""
    mandates = json.loads(demo.path.read_text(encoding="utf-8"))["representatives"]
    theirs = next(each["actsFor"] for each in mandates if each["kind"] == "parent")
    context, desk = at(browser, demo, "gp", scripts=True)
    desk.enter()
    desk.open(next(each for each in demo.patients if each.ins == theirs))
    desk.menu("Carnet de vaccination")
    desk.page.get_by_role("main").locator("a[href*='/vaccinations/confirmer/']").first.click()
    desk.expect_heading("Confirmer une vaccination")
    faults = inspect(desk.page, "pro-vaccin-confirmer")
    context.close()
    assert faults == []


def test_what_a_patient_asks_for(browser: Browser, demo: Demo) -> None:
    """Wishes recorded, a colleague blocked, an injection noted, the history taken away: each seen in its four shapes."""
    patient = choosing.adults(demo)[-2]
    colleague, theirs = at(browser, demo, "physiotherapist")
    theirs.enter()
    theirs.open(patient)
    context, desk = at(browser, demo, "gp", scripts=True)
    desk.enter()
    desk.find(patient)
    if desk.page.url.endswith("/accord"):
        desk.press("J'ai informé le patient et recueilli son accord")
    desk.expect_heading("Récapitulatif")
    record = desk.record
    if desk.page.get_by_text(words("Vous êtes son médecin traitant")).count() == 0:
        desk.go(record + "/autorisations/devenir-medecin-traitant")
        desk.press("Oui, le patient m'a choisi")
    faults: list[str] = []

    desk.go(record + "/volontes")
    desk.press("Consigner les volontés du patient")
    desk.press("Enregistrer dans le dossier")
    faults += inspect(desk.page, "pro-volontes-erreur")
    desk.fill("Prénom et nom", "Zoé Exemple")
    desk.fill("Téléphone", "06 39 98 12 34")
    desk.page.get_by_label(words("Le patient me l'a demandé")).check()
    desk.press("Enregistrer dans le dossier")
    desk.expect_text("Les volontés du patient sont enregistrées")
    desk.expect_text("Zoé Exemple")
    faults += inspect(desk.page, "pro-volontes-notees")

    desk.menu("Carnet de vaccination")
    desk.press("Ajouter une vaccination")
    desk.press("Ajouter au carnet")
    faults += inspect(desk.page, "pro-vaccin-erreur")
    desk.fill("Vaccin", "Vaxelis")
    desk.fill("Date de l'injection", "12/03/2025")
    desk.fill("Numéro de lot", "AB 12")
    desk.page.get_by_label(words("J'ai fait cette injection")).check()
    desk.press("Ajouter au carnet")
    desk.expect_text("La vaccination est dans le carnet")
    desk.expect_text("Confirmée par")
    faults += inspect(desk.page, "pro-vaccins")

    desk.menu("Autorisations")
    faults += inspect(desk.page, "pro-autorisations")
    family = care.professional(demo, "physiotherapist").family
    blocks = desk.page.get_by_role("link", name=words("Bloquer à la demande du patient"))
    blocks.filter(has_text=words(family)).click()
    faults += inspect(desk.page, "pro-bloquer")
    desk.page.get_by_label(words("Le patient me l'a demandé")).check()
    desk.press("Oui, bloquer ce professionnel")
    desk.expect_text("Ce professionnel est bloqué")
    # What would be lifted is said first; nothing is lifted here.
    desk.press("Lever à la demande du patient")
    desk.expect_heading("Lever un blocage")
    faults += inspect(desk.page, "pro-débloquer")
    theirs.go(theirs.record + "/documents")
    theirs.expect_text("Lui seul décide de lever ce refus")
    theirs.press("Ajouter un document")
    theirs.expect_heading("Ajouter un document")

    desk.menu("Historique des accès")
    faults += inspect(desk.page, "pro-historique")
    with desk.page.expect_download() as waiting:
        desk.press("Télécharger en tableau")
    table = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    assert words("sur le site web des professionnels").search(table)
    assert not words("votre accord").search(table)
    context.close()
    colleague.close()

    # The patient reads what was recorded for him, and by what way.
    visitor = portal.context(browser)
    holder = Portal(demo, visitor.new_page())
    holder.sign_in(patient, patient.secret_code or "")
    holder.go("/volontes")
    holder.page.get_by_role("main").get_by_text(words("Zoé Exemple")).first.wait_for()
    holder.go("/historique")
    holder.page.get_by_role("main").get_by_text(words("sur le site web des professionnels")).first.wait_for()
    visitor.close()
    assert faults == []
