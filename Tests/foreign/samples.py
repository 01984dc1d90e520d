"""Documents to feed: small, told apart by a mark that occurs nowhere else."""

from __future__ import annotations

import re
import secrets
from typing import Any

from cda import CONSULTATION, LETTER, SUMMARY, Document
from demo import Patient, Professional

MARKED = re.compile(r"\w+ Zéphyrine[0-9a-f]{12}")
"""A mark and the word before it, which tell the documents of one lot apart."""


def mark() -> str:
    """A word that nothing else contains."""
    return f"Zéphyrine{secrets.token_hex(6)}"


def pdf(words: str, catalogue: str = "") -> bytes:
    """One small page with these words on it, and what the file's catalogue says besides."""
    drawing = f"BT /F 12 Tf 10 50 Td ({words}) Tj ET"
    objects = (
        f"<</Type/Catalog/Pages 2 0 R{catalogue}>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(drawing)}>>stream\n{drawing}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    file, places = "%PDF-1.4\n", "0000000000 65535 f \n"
    for rank, each in enumerate(objects, 1):
        places += f"{len(file):010} 00000 n \n"
        file += f"{rank} 0 obj\n{each}\nendobj\n"
    end = f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(file)}\n%%EOF\n"
    return f"{file}xref\n0 {len(objects) + 1}\n{places}{end}".encode("ascii")


def consultation(patient: Patient, author: Professional, word: str | None = None, **changes: Any) -> Document:
    """A level 1 document in plain text."""
    word = word or mark()
    return Document(CONSULTATION, patient, author, f"Consultation {word}", f"Examen normal. Repère {word}.", **changes)


def letter(patient: Patient, author: Professional, word: str | None = None, **changes: Any) -> Document:
    """A level 1 document around a PDF."""
    word = word or mark()
    return Document(
        LETTER,
        patient,
        author,
        f"Lettre de liaison {word}",
        pdf("Tension stable") + f"% {word}\n".encode(),
        media_type="application/pdf",
        **changes,
    )


def summary(patient: Patient, author: Professional, word: str | None = None, **changes: Any) -> Document:
    """A level 3 document: narrative and entries."""
    word = word or mark()
    return Document(
        SUMMARY,
        patient,
        author,
        f"Synthèse {word}",
        f"Hypertension essentielle, équilibrée. Repère {word}.",
        **changes,
    )
