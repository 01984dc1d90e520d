"""A patient's choices in a real browser: each says what it changes first, and can be taken back (identity §7.1, §7.3)."""

from __future__ import annotations

import hashlib
import io
import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Browser, sync_playwright

import choosing
import names
import portal
import samples
from demo import Demo, Message, Patient
from inspecting import inspect
from lps import client
from people import Cast, cast
from portal import Portal, words
from serving import Server, binary_under_test
from test_demo import person

TEXT = "Ancienne ordonnance de lunettes, relue par le patient.\n"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of this file."""
    with sync_playwright() as playwright:
        chromium = portal.launch(playwright)
        yield chromium
        chromium.close()


def signed_in(browser: Browser, demo: Demo, patient: Patient) -> Portal:
    """Somebody at the portal, signed in."""
    visitor = Portal(demo, portal.context(browser).new_page())
    visitor.sign_in(patient, patient.secret_code or "")
    return visitor


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """A demonstration of its own: the portal counts a network's sign-ins, and these are many."""
    binary = binary_under_test()
    if os.environ.get("DMP_DEMO") or binary is None:
        if not os.environ.get("DMP_DEMO"):
            pytest.skip("neither DMP_DEMO nor DMP_BINARY is set")
        yield Demo(Path(os.environ["DMP_DEMO"]).resolve())
        return
    running = Server(binary, tmp_path_factory.mktemp("choices") / "data")
    yield running.start()
    running.stop()


@pytest.fixture(scope="module")
def roles(demo: Demo) -> Cast:
    """Who plays which part in it."""
    return cast(demo)


@pytest.fixture(scope="module")
def patient(demo: Demo) -> Patient:
    """Somebody whom no other test plays: sign-ins are counted per person."""
    return choosing.adults(demo)[3]


@pytest.fixture(scope="module")
def holder(browser: Browser, demo: Demo, roles: Cast, patient: Patient) -> Iterator[Portal]:
    """The patient, with at least one document and one professional."""
    physician = client(demo, roles.author)
    physician.authorize(patient)
    physician.deposit(samples.summary(patient, roles.author))
    visitor = signed_in(browser, demo, patient)
    yield visitor
    visitor.page.context.close()


def main(visitor: Portal) -> str:
    """The words of the main part."""
    return visitor.page.get_by_role("main").inner_text()


def test_a_document_of_ones_own_is_added_read_and_taken_back(holder: Portal) -> None:
    """§7.1, page 9."""
    faults: list[str] = []
    holder.menu("Mes documents")
    holder.press("Ajouter un document")
    holder.press("Voir l'aperçu")
    holder.page.get_by_role("alert").wait_for()
    faults += inspect(holder.page, "ajouter refusé")
    holder.page.get_by_label(words("Fichier")).set_input_files(
        {"name": "lunettes.txt", "mimeType": "text/plain", "buffer": TEXT.encode()}
    )
    holder.fill("Titre", "Ordonnance de lunettes")
    holder.page.get_by_label(words("Ordonnance ou autre papier")).check()
    holder.fill("Date de l'acte", "12/03/2019")
    holder.press("Voir l'aperçu")
    holder.expect_heading("Vérifier avant d'ajouter")
    shown = holder.page.frame_locator("iframe").get_by_text(words("relue par le patient"))
    shown.wait_for()
    assert words("12 mars 2019").search(main(holder))
    faults += inspect(holder.page, "ajouter aperçu")
    holder.press("Ajouter ce document")
    holder.expect_notice("Le document est ajouté à votre dossier")
    assert words("Ordonnance de lunettes").search(holder.heading)
    faults += inspect(holder.page, "document ajouté")
    address = holder.page.url
    for act in ("renommer", "supprimer", "ranger"):
        holder.page.goto(f"{address.split('?')[0]}/{act}")
        assert words("Ordonnance de lunettes").search(holder.page.content())
        faults += inspect(holder.page, f"document {act}")
    holder.page.goto(address)
    assert holder.save("Télécharger l'original") == TEXT.encode()
    holder.press("Annuler cet ajout")
    holder.expect_notice("L'ajout est annulé")
    assert not words("Ordonnance de lunettes").search(main(holder))
    assert faults == []


def test_a_document_is_sent_by_secured_messaging(holder: Portal, demo: Demo, roles: Cast, patient: Patient) -> None:
    """§7.1, page 8: said before, sent once, byte for byte in the form of the field, and told in the history."""
    faults: list[str] = []
    filed = samples.summary(patient, roles.author, word="à transmettre")
    client(demo, roles.author).deposit(filed)

    def sent() -> list[Message]:
        return [each for each in demo.messages() if each.to == "anne.roche@cabinet.mssante.fr"]

    holder.open_document(filed.title)
    holder.press("Envoyer par messagerie sécurisée")
    holder.expect_heading("Envoyer par messagerie sécurisée")
    faults += inspect(holder.page, "envoyer")
    for radio in holder.page.get_by_role("radio").all():
        assert (radio.get_attribute("value") or "").endswith((".mssante.example", "autre"))
    holder.fill("Adresse de messagerie sécurisée", "anne.roche@courrier.example")
    holder.press("Vérifier avant d'envoyer")
    holder.page.get_by_role("alert").wait_for()
    assert words("adresse de messagerie sécurisée de santé").search(main(holder))
    faults += inspect(holder.page, "envoyer refusé")
    holder.fill("Adresse de messagerie sécurisée", "anne.roche@cabinet.mssante.fr")
    holder.press("Vérifier avant d'envoyer")
    holder.expect_heading("Vérifier avant d'envoyer")
    assert "anne.roche@cabinet.mssante.fr" in main(holder)
    assert words("ne peut pas être annulé").search(main(holder))
    faults += inspect(holder.page, "envoyer vérifier")
    assert sent() == []
    holder.press("Envoyer ce document")
    holder.expect_notice("Le document est envoyé par messagerie sécurisée")
    faults += inspect(holder.page, "document envoyé")
    (message,) = sent()
    assert message.channel == "email" and filed.title not in message.body and patient.ins not in message.body
    archive = zipfile.ZipFile(message.path.with_name(message.path.stem + "-IHE_XDM.ZIP"))
    assert archive.testzip() is None
    folder = "IHE_XDM/SUBSET01/"
    assert set(archive.namelist()) == {"INDEX.HTM", "README.TXT", f"{folder}METADATA.XML", f"{folder}DOC00001.XML"}
    assert archive.read(f"{folder}DOC00001.XML") == filed.xml
    metadata = etree.fromstring(archive.read(f"{folder}METADATA.XML"))

    def slot(name: str) -> list[str]:
        path = ".//rim:ExtrinsicObject/rim:Slot[@name=$name]/rim:ValueList/rim:Value/text()"
        return [str(each) for each in metadata.xpath(path, name=name, namespaces=names.NAMESPACES)]

    assert etree.QName(metadata).localname == "SubmitObjectsRequest"
    assert slot("URI") == ["DOC00001.XML"] and slot("size") == [str(len(filed.xml))]
    assert slot("hash") == [hashlib.sha1(filed.xml).hexdigest()]
    holder.go("/historique?qui=moi")
    holder.page.get_by_text(words("à anne.roche@cabinet.mssante.fr par messagerie sécurisée")).first.wait_for()
    assert faults == []


def test_a_program_in_disguise_is_not_taken(holder: Portal) -> None:
    holder.go("/ajouter")
    holder.page.get_by_label(words("Fichier")).set_input_files(
        {"name": "image.png", "mimeType": "image/png", "buffer": b"<html><script>alert(1)</script></html>"}
    )
    holder.fill("Titre", "Une image")
    holder.page.get_by_label(words("Autre document")).check()
    holder.press("Voir l'aperçu")
    holder.page.get_by_role("alert").wait_for()
    assert words("Ce format n'est pas accepté").search(main(holder))
    assert holder.page.get_by_label(words("Titre")).input_value() == "Une image"


def test_wishes_are_kept_as_a_document_of_the_record(holder: Portal) -> None:
    """§7.1, page 15."""
    holder.go("/volontes/modifier")
    first = holder.page.get_by_role("group", name=words("Personne à prévenir n° 1"))
    first.get_by_label(words("Prénom et nom")).fill("Marie Lavigne")
    first.get_by_label(words("Téléphone")).fill("pas un numéro")
    holder.press("Vérifier avant d'enregistrer")
    holder.page.get_by_role("alert").wait_for()
    faults = inspect(holder.page, "volontés refusées")
    first = holder.page.get_by_role("group", name=words("Personne à prévenir n° 1"))
    assert first.get_by_label(words("Prénom et nom")).input_value() == "Marie Lavigne"
    first.get_by_label(words("Téléphone")).fill("06 39 98 12 34")
    holder.page.get_by_label(words("J'ai été informé des règles")).check()
    holder.press("Vérifier avant d'enregistrer")
    assert words("Marie Lavigne").search(main(holder))
    faults += inspect(holder.page, "volontés à vérifier")
    holder.press("Modifier")
    first = holder.page.get_by_role("group", name=words("Personne à prévenir n° 1"))
    assert first.get_by_label(words("Prénom et nom")).input_value() == "Marie Lavigne"
    holder.press("Vérifier avant d'enregistrer")
    holder.press("Oui, enregistrer")
    holder.expect_notice("Votre entourage et vos volontés sont enregistrés")
    assert words("Marie Lavigne").search(main(holder))
    faults += inspect(holder.page, "volontés")
    holder.press("Voir le document dans mon dossier")
    assert words("Volontés et droits").search(holder.heading)
    assert faults == []


def test_a_part_of_the_story_is_masked_and_shown_again(holder: Portal) -> None:
    """§7.1, page 10."""
    holder.go("/histoire")
    faults = inspect(holder.page, "histoire avec décision")
    holder.press("Masquer")
    assert words("Ce qui va changer").search(main(holder))
    faults += inspect(holder.page, "histoire à masquer")
    holder.press("Oui, les masquer")
    holder.expect_notice("Ces documents sont maintenant masqués")
    assert words("Masqué aux professionnels").search(main(holder))
    holder.press("Rendre visible")
    faults += inspect(holder.page, "histoire à rendre visible")
    holder.press("Oui, les rendre visibles")
    holder.expect_notice("Ces documents sont de nouveau visibles")
    assert faults == []


def test_a_new_address_is_proved_before_it_counts(holder: Portal, patient: Patient) -> None:
    choosing.open_choice(holder, "/connexion-et-contacts/contacts", patient, patient.secret_code or "")
    seen = holder.demo.seen()
    holder.fill("E-mail", "une.autre@example.org")
    holder.fill("Code secret actuel", patient.secret_code or "")
    holder.press("Changer mes moyens de contact")
    holder.expect_heading("Vérifier mes nouveaux moyens de contact")
    faults = inspect(holder.page, "contacts à prouver")
    holder.fill("Code envoyé par e-mail", "000000")
    holder.press("Changer mes moyens de contact")
    holder.page.get_by_role("alert").wait_for()
    faults += inspect(holder.page, "contacts refusés")
    holder.fill("Code envoyé par e-mail", choosing.code_to(holder.demo, "une.autre@example.org", seen))
    holder.press("Changer mes moyens de contact")
    holder.expect_notice("Vos moyens de contact sont changés")
    assert faults == []


def test_a_name_of_ones_own_signs_in(holder: Portal, browser: Browser, demo: Demo, patient: Patient) -> None:
    """Design § 6: the matricule or a name chosen; a matricule is no name."""
    secret = patient.secret_code or ""
    choosing.open_choice(holder, "/connexion-et-contacts/identifiant", patient, secret)
    faults = inspect(holder.page, "identifiant")
    holder.fill("Identifiant que je choisis", patient.ins)
    holder.press("Garder cet identifiant")
    holder.page.get_by_role("alert").wait_for()
    faults += inspect(holder.page, "identifiant refusé")
    holder.fill("Identifiant que je choisis", "Jardin.Bleu")
    holder.press("Garder cet identifiant")
    holder.expect_notice("Votre identifiant est enregistré")
    faults += inspect(holder.page, "identifiant choisi")
    other = Portal(demo, portal.context(browser).new_page())
    other.sign_in(patient, secret, name="jardin.bleu")
    assert "jardin.bleu" not in other.page.url
    other.page.context.close()
    assert faults == []


def test_chosen_documents_come_as_one_file(holder: Portal) -> None:
    """§7.1, page 7: a set, without a script of ours."""
    holder.menu("Mes documents")
    faults = inspect(holder.page, "documents à choisir")
    holder.press("Télécharger les documents choisis")
    holder.page.get_by_role("alert").wait_for()
    faults += inspect(holder.page, "aucun document choisi")
    for box in holder.page.get_by_role("main").get_by_role("checkbox").all()[:2]:
        box.check()
    with zipfile.ZipFile(io.BytesIO(holder.save("Télécharger les documents choisis"))) as archive:
        assert archive.testzip() is None
        assert {each[:3] for each in archive.namelist()} <= {"001", "002"} and archive.namelist()
    assert faults == []


def test_documents_are_put_into_folders(holder: Portal) -> None:
    """§7.1, page 7: a document is put into a new folder, found there, and stays when the folder goes."""
    holder.menu("Mes documents")
    title = holder.page.get_by_role("main").get_by_role("rowheader").get_by_role("link").first.inner_text()
    holder.open_document(title)
    holder.press("Ranger dans mes classeurs")
    faults = inspect(holder.page, "ranger")
    holder.fill("Dans un nouveau classeur", "Cardiologie")
    holder.press("Enregistrer")
    holder.expect_notice("Le rangement du document est enregistré")
    faults += inspect(holder.page, "document rangé")
    holder.menu("Mes documents")
    holder.unfold_filter()
    holder.page.get_by_role("combobox", name=words("Classeur")).select_option(label="Cardiologie")
    holder.press("Afficher")
    assert words(title).search(main(holder))
    faults += inspect(holder.page, "documents d'un classeur")
    holder.press("Mes classeurs")
    faults += inspect(holder.page, "classeurs")
    holder.press("Renommer ou supprimer")
    faults += inspect(holder.page, "classeur")
    holder.press("Supprimer le classeur")
    holder.expect_notice("Vos documents sont toujours là")
    holder.menu("Mes documents")
    assert words(title).search(main(holder)) and not words("Cardiologie").search(main(holder))
    assert faults == []


def test_a_device_is_known_again(holder: Portal, patient: Patient) -> None:
    choosing.open_choice(holder, "/appareils", patient, patient.secret_code or "")
    holder.press("C'était moi")
    choosing.confirm_identity(holder, patient, patient.secret_code or "")
    if "fait=connu" not in holder.page.url:
        holder.press("C'était moi")
    holder.expect_notice("C'est noté : cet appareil est à vous")
    assert inspect(holder.page, "appareil reconnu") == []


def test_open_sessions_have_plain_names(holder: Portal) -> None:
    holder.go("/appareils")
    assert words("Chrome, sur un ordinateur Linux").search(main(holder))
    assert "Mozilla" not in main(holder)
    assert inspect(holder.page, "appareils nommés") == []


def test_directives_are_written_read_once_more_and_withdrawn(holder: Portal) -> None:
    """Access and life cycle § 3.8, CSP R1111-19."""
    holder.go("/directives/ecrire")
    holder.press("Vérifier mes directives")
    holder.page.get_by_role("alert").wait_for()
    holder.fill("Ce qui compte le plus pour moi", "Rester chez moi.")
    holder.press("Vérifier mes directives")
    assert words("Rester chez moi.").search(main(holder))
    faults = inspect(holder.page, "directives à vérifier")
    holder.press("Modifier mes réponses")
    assert holder.page.get_by_label(words("Ce qui compte le plus")).input_value() == "Rester chez moi."
    holder.press("Vérifier mes directives")
    holder.press("Oui, ce sont mes directives")
    holder.expect_notice("Vos directives sont dans votre dossier")
    faults += inspect(holder.page, "directives en vigueur")
    holder.press("Retirer mes directives")
    assert words("Ce qui va changer").search(main(holder))
    faults += inspect(holder.page, "directives à retirer")
    holder.press("Oui, retirer mes directives")
    holder.expect_notice("Vos directives sont retirées")
    assert faults == []


def test_masking_what_comes_says_who_loses_and_is_taken_back(holder: Portal) -> None:
    holder.go("/confidentialite")
    holder.press("Masquer les nouveaux documents")
    assert words("Ne pourront plus lire").search(main(holder))
    faults = inspect(holder.page, "confidentialité à vérifier")
    holder.press("Oui, les masquer")
    holder.expect_notice("Les nouveaux documents seront masqués")
    holder.press("Rendre visibles les nouveaux documents")
    assert words("Pourront lire").search(main(holder))
    holder.press("Oui, les rendre visibles")
    holder.expect_notice("Les nouveaux documents seront visibles")
    assert faults == []


def test_an_emergency_refusal_is_undone_with_one_button(holder: Portal, patient: Patient) -> None:
    """§7.1, page 21."""
    holder.go("/urgence")
    group = holder.page.get_by_role("group", name=words("Un professionnel qui vous soigne en urgence"))
    group.get_by_label(words("Je refuse")).check()
    holder.press("Voir ce qui va changer")
    assert words("Ne pourront plus lire").search(main(holder))
    faults = inspect(holder.page, "urgence à vérifier")
    holder.press("Oui, enregistrer ces choix")
    holder.expect_notice("Vos choix pour l'urgence sont enregistrés")
    faults += inspect(holder.page, "urgence enregistrée")
    holder.press("Revenir à mes choix d'avant")
    holder.page.wait_for_load_state()
    # A refusal is lifted behind a fresh code only; the choices wait meanwhile.
    choosing.confirm_identity(holder, patient, patient.secret_code or "")
    if not words("de nouveau en place").search(main(holder)):
        holder.press("Voir ce qui va changer")
        holder.press("Oui, enregistrer ces choix")
        holder.expect_notice("Vos choix pour l'urgence sont enregistrés")
    group = holder.page.get_by_role("group", name=words("Un professionnel qui vous soigne en urgence"))
    assert group.get_by_label(words("J'autorise")).is_checked()
    assert faults == []


def test_who_may_see_what_is_told_by_profession_and_by_type(holder: Portal) -> None:
    holder.go("/qui-peut-voir-quoi")
    lists = holder.page.get_by_role("search")
    lists.first.get_by_role("combobox").first.select_option("G15_60")
    lists.first.get_by_role("button").click()
    assert words("Infirmier").search(holder.page.get_by_role("heading", level=2).first.inner_text())
    assert words("Peut lire").search(main(holder))
    faults = inspect(holder.page, "droits d'une profession")
    lists.first.get_by_label(words("Comparer avec")).select_option("G15_10")
    lists.first.get_by_role("button").click()
    both = holder.page.get_by_role("heading", level=2).first.inner_text()
    assert words("Infirmier").search(both) and words("Médecin").search(both)
    assert faults + inspect(holder.page, "deux professions") == []


def test_a_carer_is_invited_accepts_acts_and_is_sent_away(
    browser: Browser, demo: Demo, holder: Portal, patient: Patient
) -> None:
    """§7.1, page 24."""
    carer = choosing.adults(demo)[4]
    choosing.open_choice(holder, "/profils/aidant", patient, patient.secret_code or "")
    year, month, day = carer.birth_date.split("-")
    for label, value in [
        ("Prénom", carer.given),
        ("Nom de famille", carer.family),
        ("Date de naissance", f"{day}/{month}/{year}"),
        ("Son numéro de sécurité sociale", carer.ins),
        ("Jusqu'au", "31/12/2027"),
        ("Adresse postale", "1 rue des Lilas\n75020 Paris"),
    ]:
        holder.fill(label, value)
    holder.press("Vérifier l'invitation")
    faults = inspect(holder.page, "invitation à vérifier")
    seen = demo.seen()
    holder.press("Oui, envoyer l'invitation")
    holder.expect_notice("L'invitation part par courrier")
    faults += inspect(holder.page, "invitation envoyée")

    helper = signed_in(browser, demo, carer)
    helper.go("/profils/accepter")
    helper.fill("Code du courrier", choosing.letter(demo, seen).code or "")
    helper.press("Continuer")
    assert words(f"Agir dans le dossier de {patient.given}").search(main(helper))
    assert words("On vous demande d'aider cette personne").search(main(helper))
    assert words("Refuser cette invitation").search(main(helper))
    faults += inspect(helper.page, "invitation à accepter ou à refuser")
    helper.press("Accepter cette invitation")
    helper.expect_notice("L'invitation est acceptée")
    faults += inspect(helper.page, "profils")
    # Now that somebody acts for the holder, a document can be closed to those who do; nothing is changed here.
    holder.go("/documents")
    shown = holder.page.get_by_role("main").locator("a[href^='/documents/']").first.get_attribute("href") or ""
    holder.go(shown.split("?")[0] + "/fermer")
    assert holder.page.get_by_role("button", name=words("Oui")).count() == 1
    faults += inspect(holder.page, "document à fermer")
    helper.press(f"Ouvrir le dossier de {patient.given}")
    band = helper.page.get_by_role("region", name=words(f"Vous consultez le dossier de {patient.given}"))
    band.wait_for()
    faults += inspect(helper.page, "dossier d'un proche")
    menu = helper.page.get_by_role("navigation", name=words("Menu principal"))
    pages = ("documents", "histoire", "professionnels", "reglages", "urgence", "volontes", "fermer", "profils")
    for path in ("/" + each for each in pages):
        helper.go(path)
        assert band.is_visible(), path
        assert words("Le dossier d").search(menu.get_by_role("link").first.inner_text()), path
        faults += inspect(helper.page, "proche " + path)
    assert helper.save(f"Attestation de {carer.given}").startswith(b"%PDF-")
    helper.go("/connexion-et-contacts")
    assert words("introuvable").search(helper.heading) or words("trouv").search(helper.heading)
    helper.go("/profils")
    helper.press("Revenir à mon dossier")
    helper.page.wait_for_load_state()
    assert not band.count()

    holder.go("/profils")
    holder.press(f"Mettre fin à l'accès de {carer.given}")
    assert words("Cette personne ne pourra plus").search(main(holder))
    assert words("Ce qui reste").search(main(holder))
    faults += inspect(holder.page, "fin d'un accès")
    holder.press("Oui, mettre fin à cet accès")
    holder.expect_notice("Cet accès a pris fin")
    helper.go("/profils")
    assert helper.page.get_by_role("button", name=words(f"Ouvrir le dossier de {patient.given}")).count() == 0
    helper.page.context.close()
    assert faults == []


def test_a_second_parent_is_invited_where_there_is_room(browser: Browser, demo: Demo) -> None:
    """§7.1, page 24: one of two parents lays down his mandate; only then is the other offered a form."""
    if os.environ.get("DMP_DEMO"):
        pytest.skip("ends for good what other tests of the same demonstration look at")
    mandates = json.loads(demo.path.read_text(encoding="utf-8"))["representatives"]
    mother, father = (each for each in mandates if each["kind"] == "parent")
    leaving = signed_in(browser, demo, person(father))
    leaving.go("/profils")
    leaving.page.get_by_role("main").locator("a[href*='/profils/fin?']").click()
    leaving.expect_heading("Mettre fin à cet accès")
    faults = inspect(leaving.page, "fin de son propre accès")
    leaving.press("Oui, mettre fin à cet accès")
    leaving.page.wait_for_url("**/au-revoir")
    leaving.page.context.close()

    path = "/profils/second-representant"
    staying = signed_in(browser, demo, person(mother))
    choosing.open_choice(staying, path, person(mother), mother["secretCode"])
    staying.expect_heading("Inviter l'autre parent ou le tuteur")
    faults += inspect(staying.page, "second parent")
    staying.press("Vérifier l'invitation")
    staying.page.get_by_role("alert").wait_for()
    faults += inspect(staying.page, "second parent refusé")
    staying.go(path + "?lang=en")
    staying.expect_heading("Invite the other parent")
    faults += inspect(staying.page, "second parent en")
    staying.page.context.close()
    assert faults == []


def test_other_sessions_are_seen_and_ended(
    browser: Browser, demo: Demo, holder: Portal, patient: Patient
) -> None:
    other = signed_in(browser, demo, patient)
    holder.go("/appareils")
    assert holder.page.get_by_role("button", name=words("Fermer cette session")).count() >= 1
    faults = inspect(holder.page, "appareils")
    holder.press("Fermer toutes les autres sessions")
    faults += inspect(holder.page, "appareils à fermer")
    holder.press("Oui, les fermer")
    holder.expect_notice("Les autres sessions sont fermées")
    other.go("/dossier")
    assert words("session a pris fin").search(main(other))
    other.page.context.close()
    assert faults == []


def test_the_secret_is_changed_and_the_old_one_no_longer_opens(browser: Browser, demo: Demo) -> None:
    patient = choosing.adults(demo)[-2]
    old, new = patient.secret_code or "", "sept pandas jouent dehors"
    visitor = signed_in(browser, demo, patient)
    choosing.open_choice(visitor, "/connexion-et-contacts/code-secret", patient, old)
    visitor.fill("Code secret actuel", "un tout autre secret 42")
    visitor.page.locator("#nouveau-secret").fill(new)
    visitor.page.locator("#secret-bis").fill(new)
    visitor.press("Changer mon code secret")
    visitor.page.get_by_role("alert").wait_for()
    faults = inspect(visitor.page, "code secret refusé")
    for field, value in [("secret-actuel", old), ("nouveau-secret", new), ("secret-bis", new)]:
        visitor.page.locator(f"#{field}").fill(value)
    visitor.press("Changer mon code secret")
    visitor.expect_notice("Votre code secret est changé")
    visitor.sign_out()
    visitor.sign_in(patient, new)
    visitor.page.context.close()
    assert faults == []


def test_closing_says_what_follows_and_the_way_back_is_open(browser: Browser, demo: Demo) -> None:
    """Access and life cycle § 4; §7.1, page 28."""
    patient = choosing.adults(demo)[-1]
    secret = patient.secret_code or ""
    visitor = signed_in(browser, demo, patient)
    visitor.go("/fermer")
    visitor.press("Demander une copie complète")
    visitor.page.get_by_label(words("Sur un CD")).check()
    visitor.press("Demander cette copie")
    visitor.expect_notice("Votre demande de copie est enregistrée")
    visitor.go("/fermer")
    faults = inspect(visitor.page, "fermer avec une demande")
    visitor.press("Continuer")
    visitor.page.get_by_role("alert").wait_for()
    faults += inspect(visitor.page, "fermer refusé")
    visitor.page.get_by_label(words("Fermer, et garder mes documents")).check()
    visitor.page.get_by_label(words("J'ai lu ce qui va se passer")).check()
    visitor.press("Continuer")
    assert words("Ne pourront plus lire").search(main(visitor))
    faults += inspect(visitor.page, "fermer à vérifier")
    visitor.fill("Code secret", secret)
    visitor.press("Fermer mon dossier")
    visitor.expect_heading("Votre dossier est fermé")
    visitor.go("/dossier")
    assert not words("Bonjour").search(visitor.heading)
    seen = demo.seen()
    visitor.go("/rouvrir")
    visitor.fill("Numéro de sécurité sociale", patient.ins)
    visitor.fill("Code secret", secret)
    visitor.press("Recevoir un code")
    visitor.expect_heading("Écrire le code reçu")
    faults += inspect(visitor.page, "rouvrir, code")
    visitor.fill("Code à usage unique", demo.next_code(patient, seen))
    visitor.press("Continuer")
    visitor.expect_heading("Votre dossier est rouvert")
    visitor.sign_in(patient, secret)
    visitor.page.context.close()
    assert faults == []


def test_an_open_record_and_none_are_reopened_alike(
    browser: Browser, demo: Demo, roles: Cast, patient: Patient
) -> None:
    """Silence: whether somebody closed a record is not told to who guesses."""
    texts = []
    for somebody in (patient, roles.unknown_patient):
        visitor = Portal(demo, portal.context(browser, scripts=False).new_page())
        visitor.go("/rouvrir")
        visitor.fill("Numéro de sécurité sociale", somebody.ins)
        visitor.fill("Code secret", somebody.secret_code or "un tout autre secret 42")
        visitor.press("Recevoir un code")
        visitor.page.wait_for_load_state()
        texts.append(main(visitor).replace(somebody.ins, "…"))
        visitor.page.context.close()
    assert texts[0] == texts[1]
