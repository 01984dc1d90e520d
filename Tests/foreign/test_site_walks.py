"""Walks across both sites: software's addresses, rectification, presence and teams, objections, deleting together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import care
import choosing
import messages
import names
import portal
import samples
from care import Desk
from choosing import adults
from demo import Demo, Patient
from inspecting import inspect
from lps import Client, client, through_structure
from operators import Desk as OperatorDesk
from operators import person
from people import Cast
from portal import Portal, words
from serving import binary_under_test
from test_web_entry import REINFORCED, ask

WORDS = "Je suis allergique à la pénicilline, et non à l'aspirine."


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of this file."""
    with sync_playwright() as playwright:
        chromium = portal.launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def binary() -> Path:
    """The program whose commands are typed."""
    found = binary_under_test()
    if found is None:
        pytest.skip("DMP_BINARY is not set")
    return found


@pytest.fixture(scope="module")
def patient(demo: Demo) -> Patient:
    """Somebody whom few other tests play."""
    return adults(demo)[2]


@pytest.fixture(scope="module")
def physician(demo: Demo, roles: Cast, patient: Patient) -> Client:
    """The author of a document of that record."""
    author = client(demo, roles.author)
    author.authorize(patient)
    author.deposit(samples.summary(patient, roles.author))
    return author


@pytest.fixture(scope="module")
def holder(browser: Browser, demo: Demo, patient: Patient, physician: Client) -> Iterator[Portal]:
    """The patient, signed in."""
    visitor = Portal(demo, portal.context(browser).new_page())
    visitor.sign_in(patient, patient.secret_code or "")
    yield visitor
    visitor.page.context.close()


@pytest.fixture(scope="module")
def desk(browser: Browser, demo: Demo, roles: Cast, physician: Client) -> Iterator[Desk]:
    """The author at the professionals' site; axe needs scripts, the site does not."""
    context = care.context(browser, demo, roles.author.authentication, scripts=True)
    signed = Desk(demo, context.new_page())
    signed.go("/")
    if signed.page.get_by_role("radio").count():
        signed.page.get_by_role("radio").first.check()
        signed.press("Continuer")
    else:
        signed.press("Entrer avec cette carte")
    signed.expect_heading("Mes patients")
    yield signed
    context.close()


def test_own_documents_are_deleted_together(holder: Portal) -> None:
    """§3.6: chosen on the list, seen once more, gone together."""
    faults: list[str] = []
    for number in (1, 2, 3):
        holder.menu("Mes documents")
        holder.press("Ajouter un document")
        holder.page.get_by_label(words("Fichier")).set_input_files(
            {"name": "poids.txt", "mimeType": "text/plain", "buffer": f"Poids : {60 + number}".encode()}
        )
        holder.fill("Titre", f"Poids du mois {number}")
        holder.page.get_by_label(words("Ordonnance ou autre papier")).check()
        holder.press("Voir l'aperçu")
        holder.press("Ajouter ce document")
        holder.expect_notice("Le document est ajouté à votre dossier")
    holder.menu("Mes documents")
    faults += inspect(holder.page, "documents choisir")
    holder.press("Supprimer les documents choisis")
    holder.page.get_by_role("alert").wait_for()
    faults += inspect(holder.page, "documents choisir refusé")
    for number in (1, 2):
        holder.page.get_by_role("checkbox", name=words(f"Poids du mois {number}")).check()
    holder.press("Supprimer les documents choisis")
    holder.expect_heading("Vérifier avant de supprimer")
    faults += inspect(holder.page, "documents supprimer")
    holder.press("Oui, supprimer ces 2 documents")
    holder.expect_notice("Les documents choisis sont supprimés")
    main = holder.page.get_by_role("main").inner_text()
    assert "Poids du mois 3" in main and "Poids du mois 1" not in main and "Poids du mois 2" not in main
    assert faults == []


def test_a_rectification_reaches_its_author(holder: Portal, desk: Desk, roles: Cast) -> None:
    """§3.6: asked on the document's page, read and answered by its author, read by the holder."""
    faults: list[str] = []
    holder.menu("Mes documents")
    links = holder.page.get_by_role("main").locator("th a")
    for address in [each.get_attribute("href") or "" for each in links.all()]:
        holder.go(address)
        link = holder.page.get_by_role("link", name=words("Demander une rectification"))
        if link.count() and roles.author.family.lower() in holder.page.get_by_role("main").inner_text().lower():
            break
    document = holder.page.url
    link.click()
    holder.expect_heading("Demander une rectification")
    holder.press("Envoyer la demande")
    holder.page.get_by_role("alert").wait_for()
    faults += inspect(holder.page, "rectification refusée")
    holder.fill("Ce qui doit être rectifié", WORDS)
    holder.press("Envoyer la demande")
    holder.expect_notice("Votre demande de rectification est envoyée")
    faults += inspect(holder.page, "document rectification")

    desk.go("/patients")
    desk.expect_text("Une rectification vous est demandée")
    faults += inspect(desk.page, "pro-rectification-avis")
    desk.press("Lire la demande")
    desk.expect_text("allergique à la pénicilline")
    faults += inspect(desk.page, "pro-rectification")
    desk.page.get_by_label(words("Le document reste comme il est")).check()
    desk.press("Envoyer la réponse")
    desk.page.get_by_role("alert").wait_for()
    faults += inspect(desk.page, "pro-rectification-erreur")
    desk.fill("Motif du refus", "Le laboratoire a confirmé ce résultat.")
    desk.press("Envoyer la réponse")
    desk.page.get_by_role("status").filter(has_text=words("Votre réponse est envoyée au patient")).wait_for()

    holder.page.goto(document)
    holder.page.get_by_text(words("Le laboratoire a confirmé ce résultat")).wait_for()
    faults += inspect(holder.page, "document rectification répondue")
    holder.go("/historique?qui=tous")
    holder.page.get_by_text(words("répondu à une demande de rectification")).first.wait_for()
    assert WORDS not in holder.page.content()
    assert faults == []


def test_software_opens_its_patient(desk: Desk, patient: Patient) -> None:
    """TD0.9: from the software's screen to the page; the number stands in the first address alone."""
    addresses: list[str] = []
    desk.page.on("framenavigated", lambda frame: addresses.append(frame.url))
    faults: list[str] = []
    for page, heading in [
        ("DossierPatient", "Récapitulatif"),
        ("GestionDMPPatient", "Autorisations"),
        ("Documents", "Documents"),
        ("ParcoursDeSoins", "Documents"),
        ("HistoriqueAcces", "Historique des accès"),
        ("VolontesEtDroits", "Volontés et droits"),
        ("CarnetVaccination", "Carnet de vaccination"),
    ]:
        desk.go(f"/AccesDirect/{page}/{patient.ins}")
        desk.expect_heading(heading)
    desk.go(f"/AccesDirect/TableauDeBord/{patient.ins}")
    desk.expect_text("Patient de votre logiciel")
    faults += inspect(desk.page, "pro-contexte")
    desk.go("/AccesDirect/TableauDeBord/299011000000171")
    desk.expect_text("Aucun dossier ne peut être ouvert ici")
    faults += inspect(desk.page, "pro-contexte-aucun")
    desk.go("/AccesDirect/Parametrages")
    desk.page.get_by_role("heading", level=1).wait_for()
    assert desk.page.url.endswith("/situation")
    assert addresses and not [each for each in addresses if patient.ins in each]
    assert faults == []


def test_software_opens_its_patient_before_the_sign_in(
    browser: Browser, demo: Demo, roles: Cast, patient: Patient, physician: Client
) -> None:
    """With the card alone: the sign-in first, the page afterwards."""
    context = care.context(browser, demo, roles.author.authentication, scripts=True)
    arriving = Desk(demo, context.new_page())
    arriving.go(f"/AccesDirect/Documents/{patient.ins}")
    assert patient.ins not in arriving.page.url and patient.ins not in arriving.page.content()
    faults = inspect(arriving.page, "pro-contexte-carte")
    if arriving.page.get_by_role("radio").count():
        arriving.page.get_by_role("radio").first.check()
        arriving.press("Continuer")
    else:
        arriving.press("Entrer avec cette carte")
    arriving.expect_heading("Documents")
    context.close()
    assert faults == []


def test_presence_is_confirmed_and_a_team_ended(browser: Browser, demo: Demo, holder: Portal, patient: Patient) -> None:
    """§1.2, §3.1: who asks is told by name; the holder says where he is, and ends a team's access himself."""
    faults: list[str] = []
    context = care.context(browser, demo, care.professional(demo, "surgeon").authentication)
    surgeon = Desk(demo, context.new_page())
    surgeon.enter()
    surgeon.find(patient)
    if not surgeon.page.url.endswith("/accord"):
        pytest.skip("this surgeon has the consent of everybody in this demonstration")
    surgeon.press("Faire prouver la présence")
    surgeon.page.get_by_label(words("Une confirmation sur le site des patients")).check()
    surgeon.press("Demander la preuve")
    holder.go("/presence")
    faults += inspect(holder.page, "presence demandée")
    holder.press("Oui, je suis avec ce professionnel")
    holder.expect_notice("Vous avez confirmé votre présence")
    faults += inspect(holder.page, "presence confirmée")
    surgeon.go(surgeon.record + "/accord")
    surgeon.page.get_by_label(words("Pour moi et mon équipe")).check()
    surgeon.press("J'ai informé le patient et recueilli son accord")
    surgeon.expect_heading("Déclarer une équipe de soins")
    member = care.professional(demo, "radiologist")
    surgeon.fill("Nom de l'équipe", "Équipe de la hanche")
    surgeon.fill("Nom du professionnel", member.family)
    surgeon.press("Chercher dans l'annuaire")
    surgeon.page.get_by_role("radio", name=member.family).check()
    surgeon.page.get_by_label(words("J'ai informé le patient")).check()
    surgeon.press("Déclarer cette équipe")
    surgeon.expect_text("L'équipe est déclarée")
    holder.menu("Mes professionnels de santé")
    holder.page.get_by_text(words("Équipe de la hanche")).first.wait_for()
    faults += inspect(holder.page, "professionnels équipe")
    holder.press("Mettre fin à cette équipe")
    faults += inspect(holder.page, "équipe fin")
    holder.press("Oui, mettre fin à cette équipe")
    holder.expect_notice("L'équipe n'a plus accès à votre dossier")
    context.close()
    assert faults == []


def test_feeding_is_objected_to_and_the_objection_taken_back(holder: Portal) -> None:
    """R1111-47: a reason, examined by the service; nothing changes until then."""
    faults: list[str] = []
    holder.go("/reglages")
    holder.press("Ajouts à mon dossier")
    holder.press("Envoyer mon opposition")
    holder.page.get_by_role("alert").wait_for()
    faults += inspect(holder.page, "ajouts refusé")
    holder.fill("Mon motif", "Une personne de ma famille travaille au laboratoire.")
    holder.press("Envoyer mon opposition")
    holder.expect_notice("Votre opposition est envoyée")
    faults += inspect(holder.page, "ajouts examinés")
    holder.press("Retirer mon opposition")
    holder.expect_notice("Votre opposition est retirée")
    assert faults == []


def test_the_hosts_physician_is_asked_for_and_not(holder: Portal) -> None:
    """L1111-8: the holder asks, and takes it back."""
    faults: list[str] = []
    holder.go("/reglages")
    holder.press("Médecin de l'hébergeur")
    faults += inspect(holder.page, "médecin hébergeur")
    holder.press("Demander cet accès")
    holder.expect_notice("Votre demande est enregistrée")
    faults += inspect(holder.page, "médecin hébergeur demandé")
    holder.press("Retirer ma demande")
    holder.expect_notice("Votre demande est retirée")
    assert faults == []


def test_a_suspension_is_read_by_the_holder(browser: Browser, demo: Demo, binary: Path) -> None:
    """R1111-36: the page on which he objects; lifted afterwards, as other walks need the record."""
    suspended = adults(demo)[-1]
    support = OperatorDesk(demo, binary, "support")
    assert support.run("suspend", "--reason", "defect", typed=suspended.ins).code == 0
    context = portal.context(browser)
    visitor = Portal(demo, context.new_page())
    try:
        visitor.sign_in(suspended, suspended.secret_code or "")
        visitor.go("/suspension")
        visitor.page.get_by_role("main").get_by_role("textbox").first.wait_for()
        faults = inspect(visitor.page, "suspension")
    finally:
        assert support.run("lift", typed=suspended.ins).code == 0
        context.close()
    assert faults == []


def test_an_address_for_one_record_in_a_browser_without_a_card(
    browser: Browser, demo: Demo, roles: Cast
) -> None:
    """TD0.10: the one button, and what is said once it has been pressed."""
    inside = through_structure(demo, roles.hospital, roles.employee)
    body = messages.set_authorization("AJOUT")
    inside.call("habilitations", names.ACTION_SET_AUTHORIZATION, body, roles.patient, **REINFORCED)
    address = ask(inside, roles.patient)
    faults: list[str] = []
    for name in ("pro-entree", "pro-entree-finie"):
        context = care.context(browser, demo, None, scripts=True)
        page = context.new_page()
        page.goto(address)
        button = page.get_by_role("main").get_by_role("button").first
        button.wait_for()
        if name == "pro-entree":
            faults += inspect(page, name)
        button.click()
        page.wait_for_load_state()
        if name == "pro-entree-finie":
            faults += inspect(page, name)
        context.close()
    assert faults == []


def test_an_announced_opening_is_objected_to(browser: Browser, demo: Demo, binary: Path) -> None:
    """R1111-28: the letter's code, the day of birth, a tick; the proof to take away."""
    body = "1700199999005"
    ins = f"{body}{97 - int(body) % 97:02}"
    typed = person(
        {
            "matricule": ins,
            "family": "REFUS",
            "given": ["Rose"],
            "birthDate": "1970-01-31",
            "sex": "M",
            "address": ["5 rue Basse", "99999 Nullepart"],
        }
    )
    seen = demo.seen()
    said = OperatorDesk(demo, binary, "registrar").run("announce", typed=typed)
    assert said.code == 0, said
    letter = choosing.letter(demo, seen)
    context = portal.context(browser)
    visitor = Portal(demo, context.new_page())
    visitor.go("/")
    visitor.page.get_by_role("main").locator("a[href='/s-opposer']").click()
    visitor.expect_heading("M'opposer à l'ouverture de mon dossier")
    visitor.fill("Numéro de sécurité sociale", ins)
    visitor.fill("Code du courrier", letter.code or "")
    visitor.fill("Date de naissance", "31/01/1970")
    visitor.press("M'opposer à l'ouverture")
    visitor.page.get_by_role("alert").wait_for()
    visitor.page.get_by_label(words("Je ne veux pas que ce dossier")).check()
    visitor.press("M'opposer à l'ouverture")
    visitor.expect_heading("Votre opposition est enregistrée")
    faults = inspect(visitor.page, "s-opposer enregistré")
    assert visitor.save("Télécharger l'attestation, en PDF").startswith(b"%PDF-")
    assert not re.search(ins, visitor.page.url)
    context.close()
    assert faults == []
