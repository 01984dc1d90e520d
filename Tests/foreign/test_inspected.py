"""No page of either site is left out when a browser looks at them (identity §8.2): every address, or why not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from inspecting import INSPECTED

HERE = Path(__file__).parent
FILE = "a file, no page"
WORDING = "the same page with other words as "
ARRIVAL = "leads to a page of the site, and shows none"
LEFT_OUT = {
    "portal /documents/{id}/lecture": FILE,
    "portal /documents/{id}/original": FILE,
    "portal /profils/attestation": FILE,
    "portal /ajouter/apercu": "what a document says alone is looked at under /documents/{id}/contenu",
    "portal /documents/{id}/sortir-des-archives": WORDING + "/documents/{id}/ranger",
    "care /dossiers/{handle}/documents/{id}/lecture": FILE,
    "care /dossiers/{handle}/documents/{id}/original": FILE,
    "care /AccesDirect/Entree/{token}/{page}": WORDING + "/AccesDirect/Entree/{token}",
    "care /AccesDirect/Parametrages": ARRIVAL,
    "care /AccesDirect/TableauDeBord": ARRIVAL,
} | {
    f"care /AccesDirect/{page}/{{ins}}": ARRIVAL
    for page in (
        "CarnetVaccination", "Documents", "DossierPatient", "GestionDMPPatient", "HistoriqueAcces", "ParcoursDeSoins",
        "TableauDeBord", "VolontesEtDroits",
    )
}  # fmt: skip
"""What no browser looks at, and why."""


def addresses() -> list[str]:
    """The list, `site path` each."""
    lines = (HERE / "addresses.txt").read_text(encoding="utf-8").splitlines()
    return [each for each in lines if not each.startswith("#")]


def matches(template: str, seen: str) -> bool:
    """Whether that was a page of this address."""
    parts = re.split(r"\{[^}]*\}", template)
    return re.fullmatch("[^/]+".join(re.escape(part) for part in parts), seen) is not None


def test_what_is_left_out_is_an_address() -> None:
    """A reason for a page that is no more would hide the next one of its name."""
    assert set(LEFT_OUT) <= set(addresses())


def test_every_page_was_looked_at_or_is_left_out_for_a_reason(request: pytest.FixtureRequest) -> None:
    """After all walks of the session: each address was inspected, and none that is left out was after all."""
    files = {item.path.name for item in request.session.items}
    if {each.name for each in HERE.glob("test_*.py")} - files:
        pytest.skip("asks what all files together looked at")
    # An address in full words comes before one with a place to fill.
    listed = sorted(addresses(), key=lambda each: each.count("{"))
    found = {next((template for template in listed if matches(template, each)), each) for each in INSPECTED}
    assert sorted(set(listed) - found - set(LEFT_OUT)) == []
