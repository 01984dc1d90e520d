"""Looks at one page in its four shapes: axe, sideways scrolling, spaced text, a picture where somebody wants one."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from demo import SITES

WIDTHS = (320, 1280)
SCHEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules of axe that go by colours: what holds in the first scheme holds in the others by all the rest."""
INSPECTED: set[str] = set()
"""The addresses that were looked at, `site path` each, without what is asked for behind them.

The site is asked for at once: the port of a demonstration that is over may be the other site's in a later one.
"""
SETTLED = """() => Promise.race([
    (async () => {
        await new Promise(requestAnimationFrame);
        await Promise.allSettled(document.getAnimations().map((each) => each.finished));
    })(),
    new Promise((go) => setTimeout(go, 2000)),
])"""
"""Colours that are on their way to another scheme are not measured; a browser that draws no frame is not waited for."""

SPACED = """async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}
        p{margin-bottom:2em!important}`);
    document.adoptedStyleSheets.push(sheet);
    await (%s)();
    const cut = [...document.querySelectorAll("body *")].filter((each) => {
        const style = getComputedStyle(each);
        // What is for ears alone shows nothing, and a drawing has its table beside it.
        if (style.clipPath !== "none" || each.closest("svg")) return false;
        // What is written into a field is moved along in it.
        if (each.matches("input, select, textarea")) return false;
        // A long title shows three lines, and all of them to whoever comes to it.
        if (style.webkitLineClamp !== "none") return false;
        const clips = (overflow) => overflow === "hidden" || overflow === "clip";
        return (clips(style.overflowX) && each.scrollWidth > each.clientWidth + 1)
            || (clips(style.overflowY) && each.scrollHeight > each.clientHeight + 1);
    }).map((each) => `${each.localName}.${each.className}: ${each.textContent.trim().slice(0, 40)}`);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    return cut;
}""" % SETTLED
"""The page of somebody who sets lines, letters, words and paragraphs wider (WCAG 1.4.12): what is cut off.

A long name in a table may make it wider than the window: it is moved along, and nothing of it is lost. The page stays as it was; a sheet that is adopted asks no leave of the page's policy.
"""


def violations(page: Page, rules: list[str] | None) -> list[dict[str, Any]]:
    """What axe finds by some of its rules, or by all."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(Axe().axe_script)
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if rules is not None:
        options["runOnly"] = {"type": "rule", "values": rules}
    found: list[dict[str, Any]] = page.evaluate("(options) => axe.run(options).then((found) => found.violations)", options)
    return found


def inspect(page: Page, name: str) -> list[str]:
    """What is wrong with the page in its four shapes; a picture of each is kept when DMP_SCREENSHOTS says where."""
    parts = urlsplit(page.url)
    if site := SITES.get(f"{parts.scheme}://{parts.netloc}"):
        INSPECTED.add(f"{site} {parts.path}")
    faults: list[str] = []
    pictures = os.environ.get("DMP_SCREENSHOTS")
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "accueil"
    for scheme in SCHEMES:
        for width in WIDTHS:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate(SETTLED)
            where = f"{name} ({scheme}, {width} px)"
            for violation in violations(page, None if scheme == SCHEMES[0] else COLOURS):
                targets = [" ".join(map(str, node["target"])) for node in violation["nodes"][:3]]
                faults.append(f"{where}: {violation['id']}: {violation['help']}: {targets}")
            wide = page.evaluate("() => document.documentElement.scrollWidth")
            if wide > width:
                faults.append(f"{where}: the page is {wide} px wide")
            if pictures:
                Path(pictures).mkdir(parents=True, exist_ok=True)
                page.screenshot(path=Path(pictures) / f"{slug}-{scheme}-{width}.png", full_page=True)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate(SETTLED)
    faults += [f"{name} (text spaced): cut off: {each}" for each in page.evaluate(SPACED)]
    return faults
