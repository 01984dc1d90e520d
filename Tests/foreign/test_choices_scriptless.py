"""The same choices without any script, and without a browser: every act is a form that HTML alone can send (§7.3)."""

from __future__ import annotations

import pytest

import choosing
from demo import Demo
from scriptless import Visitor, same_words

PAGES = [
    "/histoire", "/reglages", "/qui-peut-voir-quoi", "/confidentialite", "/urgence", "/ajouter", "/volontes",
    "/directives", "/profils", "/notifications", "/appareils", "/connexion-et-contacts", "/classeurs",
    "/fermer",
]  # fmt: skip


@pytest.fixture(scope="module")
def visitor(demo: Demo) -> Visitor:
    """Somebody signed in."""
    patient = choosing.adults(demo)[2]
    someone = Visitor(demo)
    someone.sign_in(patient, patient.secret_code or "")
    return someone


@pytest.mark.parametrize("path", PAGES)
def test_a_page_needs_no_script_and_nobody_else(visitor: Visitor, path: str) -> None:
    page = visitor.get(path)
    assert page.status == 200
    assert not page.tree.xpath("//script | //@onclick | //@style")
    assert not page.tree.xpath("//@href[starts-with(., 'http')] | //@src[contains(., '//')]")
    assert len(page.tree.xpath("//h1")) == 1


def test_wishes_are_saved_and_shown(visitor: Visitor) -> None:
    summary = visitor.submit(
        visitor.get("/volontes/modifier"),
        "Vérifier avant d'enregistrer",
        {"Prénom et nom": "Marie Lavigne", "Téléphone": "06 39 98 12 34"},
    )
    page = visitor.submit(summary, "Oui, enregistrer", {})
    assert "marie lavigne" in same_words(page.tree.text_content())


def test_new_documents_are_hidden_and_shown_again(visitor: Visitor) -> None:
    for link, button in [
        ("Masquer les nouveaux documents", "Oui, les masquer"),
        ("Rendre visibles les nouveaux documents", "Oui, les rendre visibles"),
    ]:
        summary = visitor.get(visitor.get("/confidentialite").link(link))
        assert "ce qui va changer" in same_words(summary.tree.text_content())
        assert visitor.submit(summary, button, {}).heading == "accès et confidentialité"


def test_directives_go_through_their_summary(visitor: Visitor) -> None:
    summary = visitor.submit(
        visitor.get("/directives/ecrire"), "Vérifier mes directives", {"Ce qui compte le plus": "Rester chez moi."}
    )
    assert "rester chez moi" in same_words(summary.tree.text_content())
    page = visitor.submit(summary, "Oui, ce sont mes directives", {})
    assert page.link("Lire mes directives")
    revoked = visitor.submit(visitor.get("/directives/retirer"), "Oui, retirer mes directives", {})
    assert "retirées" in same_words(revoked.tree.text_content())


def test_an_address_made_up_by_somebody_leads_nowhere(visitor: Visitor) -> None:
    """The place after a fresh code is one of a closed list, never an address."""
    assert visitor.get("/confirmer?suite=https://ailleurs.example").status == 404
    assert visitor.get("/confirmer?suite=//ailleurs.example").status == 404
    assert visitor.get("/profils/fin?personne=00000000-0000-4000-8000-000000000000").status == 404
