"""Looking for words in bytes, in every spelling that a careless writer could have left."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Trace:
    """A word found where it must not be; the word itself is named by its kind."""

    path: str
    word: str
    spelling: str


SHORTEST = 5
"""Letters of the shortest name that is looked for: in a thousand million bytes of chance it comes up once in a thousand times."""


def spellings(word: str, least: int = 6) -> dict[str, bytes]:
    """The bytes to look for: four encodings, and base64 at each of its three alignments; what is shorter than `least` is not."""
    found = {
        "UTF-8": word.encode(),
        "UTF-16LE": word.encode("utf-16-le"),
        "UTF-16BE": word.encode("utf-16-be"),
        "Latin-1": word.encode("latin-1", "replace"),
        "hexadecimal": word.encode().hex().encode(),
    }
    for shift in range(3):
        # The first and last characters depend on the neighbours: they are left out.
        text = base64.b64encode(b"\0" * shift + word.encode())
        start = (shift * 4 + 2) // 3
        end = (shift + len(word.encode())) * 8 // 6
        found[f"base64, shifted by {shift}"] = text[start:end]
    return {name: octets for name, octets in found.items() if len(octets) >= least}


def files(folder: Path) -> Iterator[Path]:
    """Every regular file below a folder."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path


def search(paths: Iterable[Path], words: dict[str, str], root: Path, exact: dict[str, str] | None = None) -> list[Trace]:
    """Every word, by its kind, in every file: in the bytes and in the file's name.

    Words of `exact` are short: they are looked for as they are written, for in any case chance would hold them more often.
    """
    names = exact or {}
    as_written = [(kind, name, octets) for kind, word in names.items() for name, octets in spellings(word, SHORTEST).items()]
    wanted = [(kind, name, octets) for kind, word in words.items() for name, octets in spellings(word).items()]
    found = []
    for path in paths:
        octets = path.read_bytes()
        name = str(path.relative_to(root)) if path.is_relative_to(root) else path.name
        folded = octets.lower()
        for kind, spelling, needle in wanted:
            if needle in octets or needle.lower() in folded and spelling in ("UTF-8", "hexadecimal"):
                found.append(Trace(name, kind, spelling))
        found += [Trace(name, kind, spelling) for kind, spelling, needle in as_written if needle in octets]
        for kind, word in words.items():
            if word.casefold() in name.casefold():
                found.append(Trace(name, kind, "file name"))
        found += [Trace(name, kind, "file name") for kind, word in names.items() if word in name]
    return found
