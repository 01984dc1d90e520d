"""Documents to feed: small, told apart by a mark that occurs nowhere else."""

from __future__ import annotations

import re
import secrets
from typing import Any

from cda import CONSULTATION, LETTER, SUMMARY, Document
from demo import Patient, Professional

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)

MARKED = re.compile(r"\w+ Zéphyrine[0-9a-f]{12}")
"""A mark and the word before it, which tell the documents of one lot apart."""


def mark() -> str:
    """A word that nothing else contains."""
    return f"Zéphyrine{secrets.token_hex(6)}"


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
        PDF + f"% {word}\n".encode(),
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
