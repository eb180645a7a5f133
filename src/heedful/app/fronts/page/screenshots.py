"""Pictures of the page, made by going through it: an instruction, a nudge, STOP, and the end, light and dark, wide and narrow."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from heedful.app.fronts.page.browser import Browser

if TYPE_CHECKING:
    from heedful.app.fronts.page.page import Page

WIDE, NARROW = (1280, 800), (412, 860)
DRAWN = 9.0
"""How long a picture in software may be behind what is so [s]."""


def take(page: Page, folder: Path) -> Iterator[Path]:
    """Go through the page with a Chromium, and keep what it saw as `page-*.png`.

    Args:
      page: It, with a robot at rest.
      folder: Where the pictures go.

    Raises FileNotFoundError where there is no Chromium, TimeoutError where the page does not do as it should.
    """
    folder.mkdir(parents=True, exist_ok=True)

    def keep(browser: Browser, name: str) -> Path:
        time.sleep(DRAWN)
        path = folder / f"page-{name}.png"
        path.write_bytes(smaller(browser.shot()))
        return path

    with Browser(page.url, WIDE) as browser:
        ready(browser)
        if page.conversation.session.shelf is not None:  # a robot that follows rewards
            say(browser, "lift your front left paw for 60 seconds")
            browser.until("document.querySelector('#sliders .term')", 60)
            time.sleep(DRAWN)
            move(browser, "foot lift of front left height", 0.2)
            browser.until("document.querySelector('#chat li.correction')", 60)
            time.sleep(DRAWN / 2)
            browser.click("#stop")  # so that the picture is of now
            yield keep(browser, "reward")
            return
        yield keep(browser, "rest")
        say(browser, "put the red block in the blue bowl")
        browser.until("document.querySelector('#tree li.running')", 60)
        time.sleep(1.5)
        say(browser, "a bit left")
        browser.until("document.querySelector('#chat li.correction')", 60)
        browser.click("#stop")
        browser.until("document.querySelector('#status').dataset.doing === 'held'", 60)
        yield keep(browser, "held")  # it stands still, with the arrow to where it will go
        browser.resize(*NARROW)
        browser.open(page.url)
        ready(browser)
        yield keep(browser, "narrow")
        browser.likes(True)
        browser.resize(*WIDE)
        browser.open(page.url)
        ready(browser)
        browser.click("#goon")
        browser.until("document.querySelector('#chat li.verdict')", 120)
        yield keep(browser, "dark")


def ready(browser: Browser) -> None:
    """Wait until the page knows its robot and the 3-D view is being drawn."""
    browser.until("document.body.dataset.viewing && document.querySelector('#status b').textContent !== 'connecting'", 90)
    time.sleep(DRAWN)


def move(browser: Browser, slider: str, to: float) -> None:
    """Move a slider of the reward, and let go of it."""
    browser.js(
        f"(()=>{{const i=document.querySelector('#sliders input[data-at=\"{slider}\"]');i.value={to};"
        "i.dispatchEvent(new Event('input'));i.dispatchEvent(new Event('change'))})()"
    )


def say(browser: Browser, text: str) -> None:
    """As a person does: into the field, and Enter."""
    browser.click("#words")
    browser.write(text)
    browser.press("Enter")


def smaller(png: bytes) -> bytes:
    """The same picture in fewer bytes."""
    from PIL import Image

    kept = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").save(kept, "PNG", optimize=True)
    return kept.getvalue()
