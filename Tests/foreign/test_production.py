"""What production asks for before it starts, and what each key of a configuration decides under `dmp serve`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cards import revoke
from demo import Demo
from people import Cast
from served import Served

ALWAYS = '{"structures": {}, "professionals": {}}'
"""A directory that knows nobody: it is there."""


@pytest.fixture
def production(demo: Demo, roles: Cast, tmp_path: Path) -> dict[str, Any]:
    """The keys that production asks for, right: revocation lists and a directory."""
    assert roles.author.authentication is not None
    lists = revoke(demo, roles.author.authentication, lifted=True, folder=tmp_path / "lists")
    directory = tmp_path / "directory.json"
    directory.write_text(ALWAYS)
    return {
        "domain": "production",
        "trust_revocationFolder": str(lists.parent),
        "directory_file": str(directory),
    }


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
    """It is production that asks."""
    production.pop(missing)
    served.start(**(production | {"domain": "rehearsal"}))
    assert served.health()["components"]["custody"]["status"] == "ok"
