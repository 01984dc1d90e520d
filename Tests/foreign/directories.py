"""`directory.file` as an operator writes it: the demonstration's people, where they work, or fewer of them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from demo import Demo, Professional


def write(path: Path, demo: Demo, people: Iterable[Professional], names: dict[str, str] | None = None) -> str:
    """A table of all structures and those people; a structure may bear another name here."""
    people = list(people)
    places = {each.national_id: each for each in [*demo.structures, *(one.structure for one in people)]}
    structures = {
        key: {"name": (names or {}).get(key, each.name), "sector": each.sector, "closed": False, "entity": None}
        for key, each in places.items()
    }
    professionals = {
        each.national_id: {
            "structures": [each.structure.national_id],
            "professions": ["/".join(part for part in (each.profession, each.specialty) if part)],
        }
        for each in people
    }
    path.write_text(json.dumps({"structures": structures, "professionals": professionals}, ensure_ascii=False))
    return str(path)
