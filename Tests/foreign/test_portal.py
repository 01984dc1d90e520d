"""A patient's walk through the portal in a real browser, from the first letter to the way out (identity §7.1)."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import codes
import portal
import samples
from cda import Document
from demo import Demo, Patient
from inspecting import inspect
from lps import Client, client
from people import Cast
from portal import SECRET, Portal, words
from registry import RegistryError
from serving import Server
from waiting import wait_for

PHONE = "06 39 98 47 11"
EMAIL = "ouverture@exemple.test"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of this file."""
    with sync_playwright() as playwright:
        chromium = portal.launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module", params=[True, False], ids=["with scripts", "without scripts"])
def walk(request: pytest.FixtureRequest, browser: Browser, demo: Demo) -> Iterator[Portal]:
    """A visitor, with scripts and without: nothing may depend on them."""
    context = portal.context(browser, scripts=request.param)
    yield Portal(demo, context.new_page())
    context.close()


@pytest.fixture(scope="module")
def newcomer(demo: Demo) -> Patient:
    """Somebody with the first letter in hand and no record yet."""
    waiting = [each for each in demo.patients if each.state == "notOpened" and each.opening_code]
    if not waiting:
        pytest.skip("the demonstration holds no first letter")
    return replace(waiting[0], email=EMAIL, phone=PHONE)


@pytest.fixture(scope="module")
def reader(demo: Demo, roles: Cast) -> Patient:
    """Somebody whose access is active."""
    assert roles.patient.secret_code
    return roles.patient


@pytest.fixture(scope="module")
def filed(author: Client, reader: Patient, roles: Cast) -> Document:
    """A document that a professional has just filed."""
    document = samples.summary(reader, roles.author)
    author.deposit(document)
    return document


def test_from_the_first_letter_to_the_record(
    browser: Browser, demo: Demo, newcomer: Patient, author: Client, roles: Cast, server: Server | None
) -> None:
    """§7.1, page 2."""
    if author.standing(newcomer).found:
        assert server is None, "in a demonstration of this session's own, nobody opened it before"
        pytest.skip("this demonstration's record was opened by an earlier run")
    context = portal.context(browser, scripts=False)
    visitor = Portal(demo, context.new_page())
    seen = demo.seen()
    visitor.open_record(newcomer, PHONE, EMAIL)
    visitor.activate(newcomer, demo.next_code(newcomer, seen))
    document = samples.consultation(newcomer, roles.author)
    author.deposit(document)
    visitor.sign_in(newcomer, SECRET)
    visitor.open_document(document.title)
    visitor.sign_out()
    context.close()


def test_the_pages_of_an_activation_are_for_everybody(browser: Browser, demo: Demo, server: Server | None) -> None:
    """The second letter, by somebody whose record is open already; what axe inspects needs scripts, though the pages do not."""
    waiting = [each for each in demo.patients if each.state == "awaitingActivation"]
    assert waiting and waiting[0].activation_code
    if server is None:
        pytest.skip("this demonstration's letter may have served")
    scripted = portal.context(browser)
    visitor = Portal(demo, scripted.new_page())
    seen = visitor.begin_activation(waiting[0], waiting[0].activation_code, waiting[0].secret_code or SECRET)
    faults = inspect(visitor.page, "activer codes")
    visitor.finish_activation(waiting[0], seen)
    faults += inspect(visitor.page, "activer termine")
    scripted.close()
    assert faults == []


def test_a_wrong_secret_and_an_unknown_number_read_the_same(browser: Browser, demo: Demo, roles: Cast) -> None:
    """§7.1, page 4. Silence: whether a record exists is not told to who guesses."""
    texts = []
    for patient in (roles.other_patient, roles.unknown_patient):
        context = portal.context(browser, scripts=False)
        visitor = Portal(demo, context.new_page())
        visitor.go("/connexion")
        visitor.fill("Numéro de sécurité sociale", patient.ins)
        visitor.fill("Code secret", "un tout autre secret 42")
        visitor.press("Continuer")
        visitor.page.wait_for_load_state()
        texts.append(visitor.page.get_by_role("main").inner_text().replace(patient.ins, "…"))
        context.close()
    assert texts[0] == texts[1]


def test_reading_filtering_and_the_original(
    walk: Portal, reader: Patient, filed: Document, colleague: Client, roles: Cast
) -> None:
    """§7.1, page 7."""
    walk.sign_in(reader, reader.secret_code or "")
    walk.open_document(filed.title)
    walk.menu("Mes documents")
    walk.unfold_filter()
    walk.page.get_by_label(words("Catégorie")).select_option(label=category(walk, "Résumé"))
    walk.press("Afficher")
    assert walk.page.get_by_role("main").get_by_role("link", name=words(filed.title, whole=True)).count() == 1
    walk.fill("Jusqu'au", "01/01/1990")
    walk.press("Afficher")
    assert walk.page.get_by_role("main").get_by_role("link", name=words(filed.title, whole=True)).count() == 0
    other = samples.summary(reader, roles.colleague)
    colleague.deposit(other)
    for chosen, left_out in ((filed, other), (other, filed)):
        walk.menu("Mes documents")
        walk.unfold_filter()
        walk.page.get_by_label(words("Auteur", whole=True)).select_option(label=by(walk, chosen))
        walk.press("Afficher")
        main = walk.page.get_by_role("main")
        assert main.get_by_role("link", name=words(chosen.title, whole=True)).count() == 1
        assert main.get_by_role("link", name=words(left_out.title, whole=True)).count() == 0
    walk.open_document(filed.title)
    assert walk.save("pour logiciel médical") == filed.xml


def by(walk: Portal, document: Document) -> str:
    """The option of the list of authors that names who wrote this document."""
    options = walk.page.get_by_label(words("Auteur", whole=True)).locator("option").all_inner_texts()
    return next(each for each in options if document.author.family.casefold() in each.casefold())


def test_a_pdf_is_shown_as_pictures_of_its_pages(
    browser: Browser, demo: Demo, author: Client, reader: Patient, roles: Cast
) -> None:
    """Security design §5.6: in a frame that may do nothing, whatever the file would do; it is saved as it was filed."""
    context = portal.context(browser)
    visitor = Portal(demo, context.new_page())
    visitor.sign_in(reader, reader.secret_code or "")
    for catalogue in ("", "/OpenAction<</S/JavaScript/JS(app.launchURL('https://example.org'))>>"):
        file = samples.pdf("Tension stable", catalogue)
        letter = replace(samples.letter(reader, roles.author), body=file)
        author.deposit(letter)
        visitor.open_document(letter.title)
        frame = visitor.page.locator("iframe")
        assert frame.get_attribute("sandbox") == ""
        frame.scroll_into_view_if_needed()
        inside = visitor.page.frame_locator("iframe")
        picture = inside.get_by_role("img", name=words("Page 1 sur 1"))
        picture.wait_for()
        wait_for(lambda shown=picture: shown.evaluate("(each) => each.naturalWidth > 0"), 15, "the picture of the page")
        assert picture.evaluate("(each) => each.currentSrc").startswith("data:image/")
        inside.locator("summary").click()
        inside.get_by_text("Tension stable").wait_for()
        assert visitor.save("Télécharger le PDF") == file
    context.close()


def test_a_damaged_pdf_says_so(browser: Browser, demo: Demo, author: Client, reader: Patient, roles: Cast) -> None:
    """What cannot be drawn can still be saved."""
    file = b"%PDF-1.4\nrien\n"
    letter = replace(samples.letter(reader, roles.author), body=file)
    author.deposit(letter)
    context = portal.context(browser, scripts=False)
    visitor = Portal(demo, context.new_page())
    visitor.sign_in(reader, reader.secret_code or "")
    visitor.open_document(letter.title)
    visitor.page.locator("iframe").scroll_into_view_if_needed()
    inside = visitor.page.frame_locator("iframe")
    inside.get_by_text(words("Ce fichier PDF est abîmé")).wait_for()
    assert inside.locator("img").count() == 0
    assert visitor.save("Télécharger le PDF") == file
    context.close()


def category(walk: Portal, start: str) -> str:
    """The option of the category list that starts so."""
    options = walk.page.get_by_label(words("Catégorie")).locator("option").all_inner_texts()
    return next(each for each in options if each.strip().startswith(start))


def test_masking_takes_the_document_from_others_at_once(
    walk: Portal, colleague: Client, reader: Patient, filed: Document
) -> None:
    """§7.1, page 8."""
    assert colleague.get(reader, filed.unique_id) is not None
    walk.open_document(filed.title)
    walk.press("Masquer aux professionnels")
    walk.press("Oui, masquer ce document")
    walk.expect_notice("Le document est maintenant masqué")
    assert colleague.get(reader, filed.unique_id) is None
    walk.press("Rendre visible aux professionnels")
    walk.press("Oui, rendre ce document visible")
    walk.expect_notice("Le document est de nouveau visible")
    assert colleague.get(reader, filed.unique_id) is not None


def test_blocking_a_professional_ends_his_reading_at_once(
    walk: Portal, demo: Demo, reader: Patient, roles: Cast
) -> None:
    """§7.1, page 18."""
    nurse = client(demo, roles.nurse)
    nurse.authorize(reader)
    nurse.find(reader)
    walk.menu("Mes professionnels de santé")
    walk.page.get_by_role("main").get_by_role("link", name=words(roles.nurse.family)).first.click()
    walk.press("Bloquer ce professionnel")
    walk.press("Oui, bloquer")
    walk.expect_notice("Ce professionnel est maintenant bloqué")
    with pytest.raises(RegistryError) as refusal:
        nurse.find(reader)
    assert set(refusal.value.codes) == {codes.XDS_ACCESS_DENIED}
    walk.press("Débloquer ce professionnel")
    walk.press("Oui, débloquer")
    walk.expect_notice("n'est plus bloqué")


def test_the_history_tells_who_read_and_leaves_with_its_proofs(
    walk: Portal, author: Client, reader: Patient, filed: Document, roles: Cast, tmp_path: Path
) -> None:
    """Access and life cycle § 5."""
    author.retrieve(reader, filed.unique_id)
    walk.menu("Historique des accès")
    wait_for(
        lambda: words(roles.author.family).search(walk.page.get_by_role("main").inner_text()), 5, "the reader's name"
    )
    table = walk.save("Télécharger l'historique (tableau CSV)").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(table), delimiter=";"))
    assert len(rows) > 2
    assert any(roles.author.family.casefold() in " ".join(row).casefold() for row in rows)
    walk.menu("Historique des accès")
    proofs = walk.save("Télécharger les preuves (JSON)")
    # What is younger than a month may hide something that waits to be announced, and is not proved yet (R1111-53).
    bundle = json.loads(proofs)
    assert bundle["events"] == []
    assert bundle["until"] < date.today().isoformat()
    check_offline(proofs, tmp_path)


def test_signing_out_ends_the_session(walk: Portal) -> None:
    walk.sign_out()
    walk.go("/documents")
    assert not words("Mes documents", whole=True).search(walk.heading)
    walk.page.go_back()
    walk.page.reload()
    assert not words("Mes documents", whole=True).search(walk.heading)


def check_offline(proofs: bytes, folder: Path) -> None:
    """The program that trusts nobody: it accepts an export without events, and not one that states more than it proves."""
    if "DMP_BINARY" not in os.environ:
        # The demonstration is somebody else's, and so are its programs.
        return
    verifier = Path(os.environ["DMP_BINARY"]).with_name("dmp-verify")
    assert verifier.is_file(), "build dmp-verify too: it stands beside the binary"
    export = folder / "historique.json"
    export.write_bytes(proofs)
    assert subprocess.run([verifier, export], check=False, capture_output=True).returncode == 0
    # A demonstration of today has nothing that is a month old: that decisions follow again is shown where a clock can be
    # moved (CustodyTests, VerifierTests). Here the program reads what the portal gives out, and claims nothing more.
    replay = [os.environ["DMP_BINARY"], "policy", "replay", str(export)]
    replayed = subprocess.run(replay, check=False, capture_output=True, text=True)
    assert replayed.returncode == 0, replayed.stdout + replayed.stderr
    assert replayed.stdout == "the file holds no event yet: nothing was decided again\n"
    bundle = json.loads(proofs)
    bundle["head"]["recSeq"] = 1
    export.write_text(json.dumps(bundle))
    assert subprocess.run([verifier, export], check=False, capture_output=True).returncode == 1
    export.write_bytes(proofs[: len(proofs) // 2])
    assert subprocess.run([verifier, export], check=False, capture_output=True).returncode == 2
