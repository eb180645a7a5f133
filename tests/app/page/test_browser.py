"""The page in a Chromium without a window: what a person does with it, from an instruction to STOP and a nudge."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from heedful.app.fronts.conversation import Conversation
from heedful.session import Session
from heedful.skills.rewards.following import followed

pytest.importorskip("viser", reason="viser is not installed")
pytest.importorskip("mjviser", reason="mjviser is not installed")

from heedful.app.fronts.page import Page, open_page
from heedful.app.fronts.page.browser import Browser, found
from heedful.app.fronts.page.screenshots import move

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(found() is None, reason="no Chromium was found"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]
SIZES = ((1600, 1000), (1280, 800), (1024, 600), (860, 900), (412, 860), (360, 640), (900, 420))
EVIL = "<img src=x onerror='document.title=`taken`'>"


@pytest.fixture
def page() -> Iterator[Page]:
    session = Session(robot="panda", world="tabletop", mode="realtime", out=None, interactive=True, seed=5001)
    with session, open_page(Conversation(session), port=0) as page:
        yield page


def say(browser: Browser, text: str) -> None:
    browser.click("#words")
    browser.write(text)
    browser.press("Enter")


def doing(what: str) -> str:
    return f"document.querySelector('#status').dataset.doing === '{what}'"


def test_a_person_instructs_watches_stops_and_nudges(page: Page) -> None:
    with Browser(page.url, (900, 640)) as browser:
        browser.until("document.body.dataset.viewing", 90)
        start = page.watch.glance()
        assert start is not None and start.qpos is not None
        say(browser, "put the red block in the blue bowl")
        browser.until("document.querySelector('#tree li.running')", 60)
        browser.click("#stop")
        browser.until(doing("held"), 30)
        assert page.conversation.status().doing == "held"
        say(browser, "a bit left")
        browser.until("[...document.querySelectorAll('#chat li.correction')].some(l => l.textContent.includes('2 cm to the left'))", 30)
        limit = time.monotonic() + 20
        while not page.view.pointing.any() and time.monotonic() < limit:
            time.sleep(0.05)
        assert page.view.pointing.any()
        assert "as the picture shows it" in browser.js("document.querySelector('#chat').textContent")  # left of who looks at this very view
        browser.click("#goon")
        browser.until(doing("working"), 30)
        browser.drag(200, 200, 300, 220)  # turning the view takes the keyboard; Escape stops all the same
        browser.until("document.activeElement.tagName !== 'IFRAME'", 10)
        browser.press("Escape")
        browser.until("[...document.querySelectorAll('#chat li.you')].filter(l => l.textContent === 'stop').length === 2", 30)
        say(browser, EVIL)
        browser.until("[...document.querySelectorAll('#chat li.you')].some(l => l.textContent.includes('<img'))", 10)
        assert browser.js("document.title") == "Heedful · panda" and not browser.js("Boolean(document.querySelector('#chat img'))")
        say(browser, "cancel")
        browser.until(doing("at rest"), 60)


def test_space_stops_but_not_within_a_sentence(page: Page) -> None:
    with Browser(page.url, (900, 640)) as browser:
        browser.until("document.querySelectorAll('#chips button').length", 60)
        browser.click("#words")
        browser.write("pick")
        browser.press(" ")
        browser.write("up the red block")
        assert browser.js("document.querySelector('#words').value") == "pick up the red block"
        browser.press("Enter")
        browser.until("document.querySelector('#tree li.running')", 60)
        browser.press(" ")
        browser.until(doing("held"), 30)
        browser.click("#chips button:last-child")
        browser.until(doing("at rest"), 60)


def test_who_has_lost_the_robot_is_told_so(page: Page) -> None:
    with Browser(page.url, (900, 640)) as browser:
        browser.until("document.querySelectorAll('#chips button').length", 60)
        assert browser.js("document.querySelector('#lost').hidden")
        page.door.close()
        browser.until("!document.querySelector('#lost').hidden", 20)
        assert "STOP cannot reach the robot" in browser.js("document.querySelector('#lost').textContent")


def test_stop_and_the_field_are_in_view_at_any_size(page: Page) -> None:
    with Browser(page.url) as browser:
        browser.until("document.querySelectorAll('#chips button').length", 60)
        for size in SIZES:
            browser.resize(*size)
            browser.until(f"innerWidth === {size[0]}", 20)
            for what, least in (("#stop", 44), ("#words", 30), ("#send", 30)):
                x, y, w, h = browser.js(f"(r=>[r.x,r.y,r.width,r.height])(document.querySelector('{what}').getBoundingClientRect())")
                assert x >= 0 and y >= 0 and x + w <= size[0] and y + h <= size[1] and h >= least, (size, what, x, y, w, h)
                there = f"document.elementFromPoint({x + w / 2}, {y + h / 2}).closest('{what}')"
                assert browser.js(f"Boolean({there})"), f"{what} is covered at {size}"


def test_a_slider_edits_the_reward_that_is_followed_and_the_plot_and_the_planned_way_are_drawn() -> None:
    session = Session(world="quadruped", mode="realtime", out=None, interactive=True, seed=3)
    with session, open_page(Conversation(session), port=0) as page, Browser(page.url, (1280, 800)) as browser:
        browser.until("document.body.dataset.viewing", 90)
        assert browser.js("document.querySelector('#reward').hidden")
        say(browser, "lift your front left paw for 60 seconds")
        browser.until("document.querySelector('#sliders .term')", 60)
        moved = followed(session.twin)
        assert moved is not None and moved.stages[0]["foot_lift"].number("height") < 0.2
        move(browser, "foot lift of front left height", 0.3)
        browser.until("[...document.querySelectorAll('#chat li.correction')].some(l => l.textContent.includes('→ 0.3'))", 60)
        browser.until("[...document.querySelectorAll('#chat li.reward')].some(l => l.textContent.includes('0.3 m'))", 60)
        limit = time.monotonic() + 30
        while time.monotonic() < limit and not (page.view.ways and (now := followed(session.twin)) and now.planned is not None):
            time.sleep(0.05)
        now = followed(session.twin)
        assert now is not None and now.stages[0]["foot_lift"].number("height") == 0.3 and "torso" in page.view.ways
        browser.until("document.querySelector('#now').textContent.startsWith('in all')", 30)
        inked = (
            "(()=>{const c=document.querySelector('#plot');return c.getContext('2d').getImageData(0,0,c.width,c.height).data.some(v=>v)})()"
        )
        assert browser.js(inked)
        say(browser, "undo that")
        browser.until("document.querySelector('#sliders output').textContent === '0.12 m'", 60)
        browser.click("#stop")
        browser.until(doing("held"), 30)
        say(browser, "cancel")
        browser.until("document.querySelector('#reward').classList.contains('over')", 60)
