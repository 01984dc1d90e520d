"""Somebody who has no pointer: everything is reached by Tab, and where one is can be seen at every stop."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

from portal import words

STOP = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    const labels = [...(one.labels || [])].map((each) => each.innerText).join(" ");
    return {
        kind: one.localName,
        name: labels || one.getAttribute("aria-label") || one.innerText || one.title || "",
        ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        inSight: box.width > 1 && box.height > 1 && box.bottom > 0 && box.right > 0
            && box.top < innerHeight && box.left < innerWidth,
        inMain: document.querySelector("main").contains(one),
    };
}"""
"""Where one is: what has the focus, whether a line stands around it, and whether it lies in sight."""
MOST = 200
"""No page has as many stops; who has made so many has not found what he looks for."""


@dataclass
class Hands:
    """Two hands on the keys, and the names of all stops that they made."""

    page: Page
    stops: list[str] = field(default_factory=list)

    def tab(self, key: str = "Tab") -> dict[str, Any] | None:
        """The next stop, which must show that it is one; none past the end of the page, before it begins again."""
        self.page.keyboard.press(key)
        stop: dict[str, Any] | None = self.page.evaluate(STOP)
        if stop is None:
            return None
        name = f"{stop['kind']} « {stop['name'].strip()} » of {self.page.url}"
        self.stops.append(name)
        assert stop["inSight"], f"out of sight: {name}"
        # Who is inside a frame is shown by the frame's own page.
        assert stop["ring"] or stop["kind"] == "iframe", f"not to be seen: {name}"
        return stop

    def to(self, name: str, *, whole: bool = False, key: str = "Tab") -> None:
        """Goes on until something of this name has the focus."""
        wanted = words(name, whole)
        for _ in range(MOST):
            stop = self.tab(key)
            if stop is not None and wanted.search(stop["name"]):
                return
        raise AssertionError(f"no way to {name}: {self.stops[-MOST:]}")

    def back_to(self, name: str) -> None:
        """Goes back until something of this name has the focus."""
        self.to(name, key="Shift+Tab")

    def press(self, name: str, key: str = "Enter", *, whole: bool = False) -> None:
        """Goes to a link or a button and uses it."""
        self.to(name, whole=whole)
        self.page.keyboard.press(key)

    def type(self, name: str, text: str) -> None:
        """Goes to a field and writes."""
        self.to(name)
        self.page.keyboard.type(text)

    def skip(self, label: str, target: str) -> None:
        """From the top of a page past what is the same on all of them: one of the first two stops leads there."""
        for _ in range(2):
            stop = self.tab()
            assert stop is not None and stop["kind"] == "a", stop
            if words(label).search(stop["name"]):
                break
        else:
            raise AssertionError(f"{label} is none of the first two stops: {self.stops[-2:]}")
        self.page.keyboard.press("Enter")
        self.page.wait_for_function("(id) => document.activeElement.id === id", arg=target)

    def skip_to_content(self) -> None:
        """The skip link; the next stop lies in the main part."""
        self.skip("Aller au contenu", "contenu")

    def skip_to_menu(self) -> None:
        """The other one."""
        self.skip("Aller au menu", "menu")
