"""The page's one port: three files, a websocket for each tab, and the way through to the 3-D view. Only here words come in."""

from __future__ import annotations

import asyncio
import contextlib
import http
import json
import logging
import math
import threading
from collections import deque
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from heedful.app.fronts.page.files import POLICY, files, response, viser_page
from heedful.app.fronts.page.guard import COOKIE, Guard
from heedful.app.fronts.page.view import KEY, MISSING

LOG = logging.getLogger("heedful.page")
LONGEST = 1 << 16
"""Bytes of one message from a tab."""
WAITING = 4000
"""Lines that may wait for a slow tab; one that is slower still is let go, and opens itself anew."""

Message = dict[str, Any]


class Tab:
    """One page that is open: lines wait in order, of everything else only the newest."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.azimuth: float | None = None
        """Where its 3-D view looks [rad, world]; None before it has said so."""
        self.lines: deque[str] = deque()
        self.newest: dict[str, str | bytes] = {}
        self.woken = asyncio.Event()


class Door:
    """Serves the page in an event loop and thread of its own. Callbacks are called in that thread and must return at once.

    Args:
      guard: Who is let in.
      host: Where to listen.
      port: On which port; 0 takes one that is free.
      told: Takes what a tab says: the tab and its message.
      hello: What a new tab is told first.
      view: The 3-D view's port and secret; None where there is none.
    """

    def __init__(
        self, guard: Guard, host: str, port: int, told: Callable[[Tab, Message], None], hello: Callable[[Tab], list[Message]],
        view: tuple[int, str] | None,
    ) -> None:  # fmt: skip
        self.guard, self.host, self.port = guard, host, port
        self._told, self._hello, self._view = told, hello, view
        self._tabs: dict[int, Tab] = {}
        self._number = 0
        self._files = files()
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="heedful-page", daemon=True)
        self._thread.start()
        self._ready.wait()
        if self._error is not None:
            raise self._error

    @property
    def watched(self) -> int:
        """How many tabs are open."""
        return len(self._tabs)

    def line(self, message: Message) -> None:
        """Tell every tab, in order. From any thread."""
        text = json.dumps(message)
        self._later(lambda: self._queue_all(text))

    def newest(self, key: str, message: Message | bytes) -> None:
        """Tell every tab, as soon as it has time; what it has not been told by the next call of this key is left out. From any thread."""
        sent = message if isinstance(message, bytes) else json.dumps(message)

        def put() -> None:
            for tab in self._tabs.values():
                tab.newest[key] = sent
                tab.woken.set()

        self._later(put)

    def close(self) -> None:
        self._later(self._stop.set)
        self._thread.join(5.0)

    def _later(self, do: Callable[[], Any]) -> None:
        with contextlib.suppress(RuntimeError):  # the loop has ended
            self._loop.call_soon_threadsafe(do)

    def _queue_all(self, text: str) -> None:
        for tab in self._tabs.values():
            self._queue(tab, text)

    def _queue(self, tab: Tab, text: str) -> None:
        if len(tab.lines) < WAITING:
            tab.lines.append(text)
        tab.woken.set()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._serve())
        except BaseException as error:
            self._error = error
        finally:
            self._ready.set()
            self._loop.close()

    async def _serve(self) -> None:
        try:
            from websockets.asyncio.server import serve
        except ImportError as error:
            raise ImportError(MISSING) from error
        self._stop = asyncio.Event()
        quiet = logging.getLogger("heedful.page.websockets")
        quiet.setLevel(logging.CRITICAL)  # a browser that hangs up is no news
        async with serve(
            self._talk, self.host, self.port, process_request=self._answer, max_size=LONGEST, compression=None, logger=quiet,
            select_subprotocol=lambda _, offered: next((p for p in offered if p.startswith("viser-v")), None), ping_interval=10,
        ) as server:  # fmt: skip
            self.port = next(iter(server.sockets)).getsockname()[1]
            self._ready.set()
            await self._stop.wait()

    def _answer(self, connection: Any, request: Any) -> Any:
        """An answer to a plain request, or a refusal; None lets a websocket come about."""
        if refused := self.guard.refusal(request.path, request.headers):
            return response(http.HTTPStatus.FORBIDDEN, refused.encode(), "text/plain; charset=utf-8")
        path = urlsplit(request.path).path
        if "websocket" in request.headers.get("Upgrade", "").lower():
            return None if path == "/talk" or self.guard.views(request.path) else response(http.HTTPStatus.NOT_FOUND, b"nothing here")
        if self.guard.shown(request.path):  # into a cookie, and out of the address
            kept = f"{COOKIE}={self.guard.token}; HttpOnly; SameSite=Strict; Path=/"
            return response(http.HTTPStatus.SEE_OTHER, b"", more={"Location": path, "Set-Cookie": kept})
        if path in self._files:
            return response(http.HTTPStatus.OK, *self._files[path], more={"Content-Security-Policy": POLICY})
        if self._view is not None and self.guard.views(request.path):
            return response(http.HTTPStatus.OK, viser_page(), "text/html; charset=utf-8")
        return response(http.HTTPStatus.NOT_FOUND, b"nothing here")

    async def _talk(self, connection: Any) -> None:
        path = connection.request.path
        if self.guard.views(path):
            return await self._through(connection, path)  # a tab's view
        self._number += 1
        tab = Tab(self._number)
        for message in self._hello(tab):
            tab.lines.append(json.dumps(message))
        self._tabs[tab.number] = tab
        tab.woken.set()
        sending = asyncio.create_task(_tell(connection, tab))
        try:
            async for text in connection:
                with contextlib.suppress(ValueError, RecursionError):
                    message = json.loads(text)
                    if isinstance(message, dict):
                        self._told(tab, message)
        except Exception as error:
            LOG.debug("a tab was let go: %s", error)
        finally:
            self._tabs.pop(tab.number, None)
            sending.cancel()

    async def _through(self, outer: Any, path: str) -> None:
        """Pass a tab's 3-D view on to viser, and learn from it where the tab looks from. Nothing but where it looks goes in."""
        if self._view is None:
            return
        from websockets.asyncio.client import connect

        port, secret = self._view
        tab = self._tabs.get(_number(path))
        if tab is not None:
            self._queue(tab, json.dumps({"viewing": True}))
        wanted = [outer.subprotocol] if outer.subprotocol else None
        inside = connect(
            f"ws://127.0.0.1:{port}/", subprotocols=wanted, max_size=None, compression=None, proxy=None, additional_headers={KEY: secret}
        )
        async with inside as inner:

            async def outwards() -> None:
                async for message in inner:
                    await outer.send(message)

            async def inwards() -> None:
                async for message in outer:
                    if (azimuth := _looks(message)) is not None:
                        if tab is not None:
                            tab.azimuth = azimuth
                        await inner.send(message)

            ways = [asyncio.create_task(outwards()), asyncio.create_task(inwards())]
            try:
                await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for way in ways:
                    way.cancel()
                await asyncio.gather(*ways, return_exceptions=True)


async def _tell(connection: Any, tab: Tab) -> None:
    """Send what waits for a tab, for as long as it is open."""
    while True:
        await tab.woken.wait()
        tab.woken.clear()
        while tab.lines or tab.newest:
            if len(tab.lines) >= WAITING:
                await connection.close(1013, "too slow")
                return
            await connection.send(tab.lines.popleft() if tab.lines else tab.newest.pop(next(iter(tab.newest))))


def _number(path: str) -> int:
    """The tab's number in `/view/KEY/NUMBER`."""
    last = urlsplit(path).path.split("/")[3]
    return int(last) if last.isdecimal() and len(last) < 12 else -1


def _looks(message: Any) -> float | None:
    """The heading of a camera that viser's page tells of [rad, world]; None for any other message."""
    import msgspec

    try:
        told = msgspec.msgpack.decode(message) if isinstance(message, bytes) else {}
        if told.get("type") != "ViewerCameraMessage":
            return None
        w, x, y, z = map(float, told["wxyz"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    right = 1 - 2 * (y * y + z * z), 2 * (x * y + w * z)  # level, however far the camera looks down
    return math.atan2(right[1], right[0]) + math.pi / 2 if math.isfinite(sum(right)) else None
