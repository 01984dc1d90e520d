"""A page as it goes to paper: no navigation, black on white, nothing cut off."""

from __future__ import annotations

from playwright.sync_api import Page

SHEET = 718
"""What a sheet of A4 leaves between margins of a centimetre, in pixels of the style sheet."""
PRINTED = """() => {
    const found = [];
    const name = (each) => `${each.localName}.${each.className}: ${each.textContent.trim().slice(0, 40)}`;
    const colour = (text) => (text.match(/[0-9.]+/g) || []).map(Number);
    const shown = (each) => each.getClientRects().length > 0 && getComputedStyle(each).visibility === "visible";
    const ground = (each) => {
        for (let one = each; one; one = one.parentElement) {
            const [red, green, blue, share] = colour(getComputedStyle(one).backgroundColor);
            if (share !== 0) return [red, green, blue];
        }
        return [255, 255, 255];
    };
    for (const each of document.querySelectorAll("nav, .skip, button, input[type=submit], form[method=post] .button")) {
        if (shown(each)) found.push(`navigation: ${name(each)}`);
    }
    for (const each of document.querySelectorAll("body *")) {
        const style = getComputedStyle(each);
        if (!shown(each) || each.closest("svg")) continue;
        const says = [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
        if (says && colour(style.color).slice(0, 3).some((part) => part > 0x33)) found.push(`pale: ${name(each)}`);
        if (says && ground(each).some((part) => part < 255)) found.push(`on a ground: ${name(each)}`);
        if (style.clipPath !== "none" || each.localName === "iframe") continue;
        const clips = (overflow) => overflow !== "visible";
        if ((clips(style.overflowX) && each.scrollWidth > each.clientWidth + 1)
            || (clips(style.overflowY) && each.scrollHeight > each.clientHeight + 1)
            || style.webkitLineClamp !== "none") found.push(`cut off: ${name(each)}`);
    }
    const wide = document.documentElement.scrollWidth;
    if (wide > window.innerWidth) found.push(`${wide} px wide`);
    return found;
}"""


def faults(page: Page) -> list[str]:
    """What is wrong with the page on paper, whichever scheme the screen has; the page is put back afterwards."""
    found: list[str] = []
    page.set_viewport_size({"width": SHEET, "height": 1000})
    page.emulate_media(media="print", color_scheme="light")
    found += [f"light: {each}" for each in page.evaluate(PRINTED)]
    page.emulate_media(media="print", color_scheme="dark")
    found += [f"dark: {each}" for each in page.evaluate(PRINTED)]
    page.emulate_media(media="screen", color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})
    return found
