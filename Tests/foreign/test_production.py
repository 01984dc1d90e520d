"""What production asks for before it starts, and what each key of a configuration decides under `dmp serve`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import directories
from cards import altered
from credentials import Credential
from demo import Demo
from people import Cast
from real import RealHierarchy
from served import Served, free_port
from test_care import plain
from test_operators_file import cards

ALWAYS = '{"structures": {}, "professionals": {}}'
"""A directory that knows nobody: it is there."""


@pytest.fixture
def real(tmp_path: Path) -> RealHierarchy:
    """Authorities that are no test ones."""
    return RealHierarchy(tmp_path / "real")


@pytest.fixture
def production(real: RealHierarchy, tmp_path: Path) -> dict[str, Any]:
    """The keys that production asks for, right: authorities, revocation lists, a certificate, a directory."""
    directory = tmp_path / "directory.json"
    directory.write_text(ALWAYS)
    return real.keys | {"directory_file": str(directory)}


def refusal(served: Served, **keys: Any) -> str:
    """What it says where it does not start: one line, a code of sysexits(3), and nothing is made."""
    served.start(**keys)
    said = served.last_words()
    assert served.process is not None and served.process.returncode in (66, 73, 78), said
    assert said.startswith("Error: ") and said.count("\n") == 1, said
    assert not (served.folder / "data/custody").exists()
    return said


def test_production_starts_with_lists_and_a_directory(served: Served, production: dict[str, Any]) -> None:
    """What is refused below is refused for what is taken away there, and for nothing else."""
    served.start(**production)
    assert served.health()["components"]["custody"]["status"] == "ok"


def test_production_believes_no_test_authority(
    served: Served, production: dict[str, Any], real: RealHierarchy, tmp_path: Path
) -> None:
    """Their keys lie in every demonstration's folder: one among real ones is named by key, file and name."""
    sample = served.pki / "ca.pem"
    mixed = tmp_path / "mixed.pem"
    mixed.write_bytes(real.authorities.read_bytes() + (served.pki / "authorities/root-fort.pem").read_bytes())
    for path, named in ((sample, "TEST AC IGC-SANTE FORT PERSONNES"), (mixed, "TEST AC RACINE IGC-SANTE FORT")):
        said = refusal(served, **(production | {"trust_authorities": str(path)}))
        assert f"trust.authorities {path} holds " in said and named in said, said
    assert "TEST AC IGC-SANTE FORT PERSONNES" not in said


def test_production_has_no_certificate_of_a_test_authority(served: Served, production: dict[str, Any]) -> None:
    """That of `dmp pki` is for rehearsals."""
    production |= {"tls_certificate": str(served.pki / "server.pem"), "tls_key": str(served.pki / "server.key")}
    said = refusal(served, **production)
    assert f"tls.certificate {served.pki}/server.pem comes from TEST AC IGC-SANTE ELEMENTAIRE ORGANISATIONS" in said


def test_production_knows_no_operator_of_a_test_authority(
    demo: Demo, served: Served, production: dict[str, Any], tmp_path: Path
) -> None:
    """With the test bit or without it."""
    card = cards(demo)["support"]
    forged = altered(demo, Credential(card, card.with_suffix(".key")), tmp_path / "forged", "support", real=True)
    file = tmp_path / "operators.json"
    for path, words in ((card, "is a test card"), (forged.certificate_path, "comes from TEST AC IGC-SANTE")):
        file.write_text(json.dumps({"operators": [{"certificate": str(path), "role": "support"}]}))
        said = refusal(served, **production, operators_file=str(file))
        assert f"operators.file {file}: {path} {words}" in said, said


def test_a_forged_card_gets_no_further_than_the_door(
    demo: Demo, roles: Cast, served: Served, production: dict[str, Any], real: RealHierarchy, tmp_path: Path
) -> None:
    """A real card comes in; the demonstration's own does not, nor one that its authority made without the test bit."""
    model = roles.author.authentication
    assert model is not None
    place = roles.author.structure.national_id
    known = directories.write(tmp_path / "known.json", demo, [roles.author], {place: "Maison du fichier"})
    port = free_port()
    served.start(**(production | {"directory_file": known}), care_origin=f"https://localhost:{port}", care_port=port)
    served.health()
    forged = altered(demo, model, tmp_path / "forged", "card", real=True)
    for card, status in ((real.card(model), 200), (model, 403), (forged, 403)):
        visitor = plain(demo, card)
        visitor.verify = str(real.authorities)
        page = visitor.get(f"https://localhost:{port}/", timeout=30)
        assert page.status_code == status, page.text
        assert ("Maison du fichier" in page.text) == (status == 200)


@pytest.mark.parametrize("folder", [None, "empty", "unfit", "nowhere"])
def test_production_does_not_start_without_lists(
    served: Served, production: dict[str, Any], tmp_path: Path, folder: str | None
) -> None:
    """No folder, one without a list in it, and one that is not there: a revoked card would pass, or every card fail."""
    production.pop("trust_revocationFolder")
    remedy = "set trust.revocationFolder to a folder that holds them"
    if folder is not None:
        place = tmp_path / folder
        production["trust_revocationFolder"] = str(place)
        if folder == "nowhere":
            remedy = f"cannot read {place}"
        else:
            place.mkdir()
            if folder == "unfit":
                (place / "readme.txt").write_text("lists come here")
    assert remedy in refusal(served, **production)


def test_production_does_not_start_without_a_directory(served: Served, production: dict[str, Any]) -> None:
    """Nobody's word for where somebody works is believed."""
    production.pop("directory_file")
    assert "set directory.file" in refusal(served, **production)


@pytest.mark.parametrize("missing", ["trust_revocationFolder", "directory_file"])
def test_a_rehearsal_starts_without_either(served: Served, production: dict[str, Any], missing: str) -> None:
    """It is production that asks; a rehearsal believes test authorities, and real ones as well."""
    production.pop(missing)
    served.start(**(production | {"domain": "rehearsal"}))
    assert served.health()["components"]["custody"]["status"] == "ok"
