"""What a patient decides on the portal, through a real browser; found by label or role, as a reader finds it."""

from __future__ import annotations

from demo import Demo, Message, Patient
from portal import Portal, words
from waiting import wait_for


def adults(demo: Demo) -> list[Patient]:
    """People of age whose access is active, the later ones free for acts that cannot be taken back."""
    return [each for each in demo.patients if each.state == "active" and each.is_adult]


def letter(demo: Demo, seen: set, timeout: float = 15) -> Message:
    """The newest letter with a code that was not there before."""

    def look() -> Message | None:
        new = [m for m in demo.messages() if m.path not in seen and m.code and m.channel == "letter"]
        return new[-1] if new else None

    return wait_for(look, timeout, "a letter with a code in the outbox")


def confirm_identity(visitor: Portal, patient: Patient, secret: str) -> None:
    """Secret and a fresh code, where the portal asks for them."""
    if not words("Confirmer que c'est vous").search(visitor.heading):
        return
    seen = visitor.demo.seen()
    visitor.fill("Code secret", secret)
    visitor.press("Recevoir un code")
    visitor.expect_heading("Écrire le code reçu")
    visitor.fill("Code à usage unique", visitor.demo.next_code(patient, seen))
    visitor.press("Continuer")
    visitor.page.wait_for_load_state()


def open_choice(visitor: Portal, path: str, patient: Patient, secret: str) -> None:
    """A page of choices, with a fresh code on the way where it weighs that much."""
    visitor.go(path)
    confirm_identity(visitor, patient, secret)
    if not visitor.page.url.endswith(path):
        visitor.go(path)


def code_to(demo: Demo, address: str, seen: set, timeout: float = 15) -> str:
    """The code of the newest message to this very address that was not there before."""

    def look() -> str | None:
        new = [m for m in demo.messages() if m.path not in seen and m.code and m.to == address]
        return new[-1].code if new else None

    return wait_for(look, timeout, "a code to a new address in the outbox")
