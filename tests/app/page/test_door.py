"""The page's port, with plain clients: what is served, who may speak, and that words and STOP arrive; no browser."""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from heedful.app.fronts.conversation import Conversation
from heedful.hardware.attendance import Attendance
from heedful.session import Session

pytest.importorskip("viser", reason="viser is not installed")
pytest.importorskip("mjviser", reason="mjviser is not installed")

from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect

from heedful.app.fronts.page import Page, open_page

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
EVIL = 'put it <img src=x onerror=alert(1)> "there" & back </script>'


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    session = Session(robot="panda", world="tabletop", mode="realtime", out=None, interactive=True, seed=5001)
    with session, open_page(Conversation(session), port=0) as page:
        yield page


def get(page: Page, path: str, **headers: str) -> tuple[int, dict[str, str], str]:
    line = http.client.HTTPConnection("127.0.0.1", page.port, timeout=10)
    line.request("GET", path, headers=headers)
    answer = line.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read().decode(errors="replace")
    line.close()
    return found


def tab(page: Page, path: str = "/talk", **more: Any) -> ClientConnection:
    return connect(f"ws://127.0.0.1:{page.port}{path}", proxy=None, max_size=None, **more)


def until(line: ClientConnection, wanted: Callable[[dict[str, Any]], bool], seconds: float = 30.0) -> dict[str, Any]:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        text = line.recv(left)
        if isinstance(text, str) and wanted(message := json.loads(text)):
            found: dict[str, Any] = message
            return found
    raise AssertionError("it was not told")


def soon(true: Callable[[], bool], seconds: float = 20.0) -> bool:
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.03)
    return true()


def pose(page: Page) -> np.ndarray:
    glance = page.watch.glance()
    assert glance is not None and glance.qpos is not None
    return glance.qpos


def doing(what: str) -> Callable[[dict[str, Any]], bool]:
    return lambda message: message.get("status", {}).get("doing") == what


def test_the_page_is_served_with_a_policy_that_runs_nothing_but_its_own_script(page: Page) -> None:
    status, headers, body = get(page, "/")
    assert status == 200 and 'id="stop"' in body and "<script src" in body
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "script-src 'self'" in policy and "unsafe" not in policy
    script = get(page, "/page.js")[2]
    assert not any(word in script for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("))
    assert get(page, "/../guard.py")[0] == get(page, "/page.py")[0] == 404


def test_another_name_or_origin_is_refused_before_a_word_is_said(page: Page) -> None:
    assert get(page, "/", Host="evil.example")[0] == 403
    with pytest.raises(InvalidStatus, match="403"):
        tab(page, origin="http://evil.example")
    with pytest.raises(InvalidStatus, match="404"):
        tab(page, "/view/guessed/1/")


def test_the_views_inner_port_opens_to_nobody_who_came_around_the_door(page: Page) -> None:
    import viser

    wanted = [f"viser-v{viser.__version__}"]
    with connect(f"ws://127.0.0.1:{page.view.port}/", proxy=None, subprotocols=wanted, max_size=None) as around, pytest.raises(Exception):  # noqa: B017
        around.recv(5)
    with tab(page, f"/view/{page.guard.view}/1/", subprotocols=wanted, origin="null") as through:
        assert len(through.recv(20)) > 100


def test_words_stop_and_nudges_arrive_and_come_back_to_every_tab(page: Page) -> None:
    with tab(page) as one, tab(page) as other:
        hello = until(one, lambda m: "hello" in m)["hello"]
        assert hello["robot"] == "panda" and hello["view"].startswith("/view/")
        one.send(json.dumps({"say": "put the red block in the blue bowl"}))
        until(
            one, lambda m: any(r["state"] == "running" for s in m.get("status", {}).get("plan", {}).get("segments", []) for r in s["rows"])
        )
        start = pose(page)
        other.send(json.dumps({"say": "a bit left"}))
        line = until(one, lambda m: m.get("line", {}).get("kind") == "correction")["line"]
        assert "left" in line["text"] and line["latency_ms"] is not None
        until(other, lambda m: "no, the green block" in m.get("status", {}).get("chips", []))
        until(other, lambda m: any(s["rows"][0]["can"] == 1.0 for s in m.get("status", {}).get("plan", {}).get("segments", [])))
        assert soon(lambda: not np.allclose(start, pose(page), atol=0.02))
        other.send(json.dumps({"stop": True}))
        until(one, doing("held"))
        assert soon(lambda: bool(page.view.pointing.any()))
        assert float(np.linalg.norm(page.view.pointing)) == pytest.approx(0.02, abs=1e-6)
        one.send(json.dumps({"say": EVIL}))
        assert until(other, lambda m: m.get("line", {}).get("who") == "you" and "img" in m["line"]["text"])["line"]["text"] == EVIL
        one.send(json.dumps({"say": "cancel"}))
        until(one, doing("at rest"))


def test_nonsense_from_a_tab_harms_nobody(page: Page) -> None:
    with tab(page) as line:
        for text in ("", "{", "[]", "7", '{"say": 7}', '{"stop": "yes"}', "[" * 50000, '{"say": "' + "x" * 60000 + '"}', b"\x00\xff"):
            line.send(text)
        line.send(json.dumps({"say": "what can you do?"}))
        assert until(line, lambda m: m.get("line", {}).get("who") == "robot")


def test_the_page_leaves_the_worlds_model_alone() -> None:
    """mjviser sets colours in the model it is given; a run is known by a fingerprint of the model."""
    with Session(robot="panda", world="tabletop", mode="fast", out=None, seed=5002) as session:
        before = session.world.fingerprint()
        with open_page(Conversation(session), port=0):
            assert session.world.fingerprint() == before


def test_elsewhere_the_token_becomes_a_cookie_and_leaves_the_address() -> None:
    session = Session(robot="panda", world="tabletop", mode="fast", out=None, seed=5002)
    with session, open_page(Conversation(session), port=0, token="long_enough-to-keep") as page:
        assert get(page, "/")[0] == 403 and page.url.endswith(f"?token={page.guard.token}")
        status, headers, _ = get(page, "/?token=long_enough-to-keep")
        assert (
            status == 303
            and headers["Location"] == "/"
            and "HttpOnly" in headers["Set-Cookie"]
            and "SameSite=Strict" in headers["Set-Cookie"]
        )
        kept = headers["Set-Cookie"].partition(";")[0]
        assert get(page, "/", Cookie=kept)[0] == 200
        with pytest.raises(InvalidStatus, match="403"):
            tab(page)
        with tab(page, additional_headers={"Cookie": kept}) as line:
            assert until(line, lambda m: "hello" in m)


def test_it_tells_how_to_get_there(page: Page) -> None:
    first, second = page.how
    assert first == f"page: http://127.0.0.1:{page.port}/" and f"ssh -L {page.port}:127.0.0.1:{page.port}" in second


def test_a_tab_that_is_open_is_a_sign_that_somebody_is_there(page):
    session = page.conversation.session
    there = session.attendance = Attendance()
    try:
        assert there.fault()
        with tab(page) as line:
            line.send('{"alive": true}')
            assert soon(lambda: not there.fault())
    finally:
        session.attendance = None
