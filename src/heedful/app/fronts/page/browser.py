"""Chromium without a window, driven over its DevTools protocol: for screenshots of the page, and for its tests."""

from __future__ import annotations

import base64
import contextlib
import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
START = 40.0
"""Longest wait for the browser to begin [s]."""
FLAGS = (
    "--headless=new", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-background-networking",
    "--disable-sync", "--mute-audio", "--hide-scrollbars", "--enable-unsafe-swiftshader", "--use-angle=swiftshader", "--no-proxy-server",
)  # fmt: skip
KEYS = {"Escape": ("Escape", 27, ""), " ": ("Space", 32, " "), "Enter": ("Enter", 13, "\r"), "ArrowUp": ("ArrowUp", 38, "")}


def found() -> str | None:
    """Where Chromium is; None if it is not installed."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Browser:
    """A browser with one page open.

    Args:
      url: What to open.
      size: Of the window [px].
      dark: Whether it likes dark pages.
    """

    def __init__(self, url: str, size: tuple[int, int] = (1280, 800), dark: bool = False) -> None:
        from websockets.sync.client import connect

        if (path := found()) is None:
            raise FileNotFoundError("no Chromium was found: apt-get install chromium")
        self._home = tempfile.TemporaryDirectory(prefix="heedful-browser-", ignore_cleanup_errors=True)
        root = ("--no-sandbox",) if _is_root() else ()
        self._process = subprocess.Popen(
            [path, *FLAGS, *root, "--remote-debugging-port=0", f"--user-data-dir={self._home.name}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, start_new_session=True,
            preexec_fn=_dies_with_us if sys.platform == "linux" else None,
        )  # fmt: skip
        self._numbers, self.events = itertools.count(1), list[dict[str, Any]]()
        try:
            self._line = connect(f"ws://127.0.0.1:{self._port()}{self._path}", max_size=None, proxy=None)
            page = next(t["targetId"] for t in self.call("Target.getTargets", session=None)["targetInfos"] if t["type"] == "page")
            self._session = self.call("Target.attachToTarget", session=None, targetId=page, flatten=True)["sessionId"]
            for domain in ("Page", "Runtime", "Log"):
                self.call(f"{domain}.enable")
            self.resize(*size)
            self.likes(dark)
            self.open(url)
        except BaseException:
            self.close()
            raise

    _session: str | None = None
    _path = ""

    def _port(self) -> int:
        """Where it listens, as it wrote down itself."""
        told, until = Path(self._home.name) / "DevToolsActivePort", time.monotonic() + START
        while time.monotonic() < until:
            with contextlib.suppress(OSError, ValueError):
                port, self._path = told.read_text().split()
                return int(port)
            if self._process.poll() is not None:
                break
            time.sleep(0.05)
        raise TimeoutError(f"Chromium did not begin within {START:.0f} s")

    def call(self, method: str, *, session: str | None = "own", timeout: float = 60.0, **params: Any) -> dict[str, Any]:
        """One command of the protocol, and its answer. Raises RuntimeError for an error."""
        number = next(self._numbers)
        message: dict[str, Any] = {"id": number, "method": method, "params": params}
        if session is not None:
            message["sessionId"] = self._session
        self._line.send(json.dumps(message))
        until = time.monotonic() + timeout
        while True:
            answer = json.loads(self._line.recv(max(0.1, until - time.monotonic())))
            if answer.get("id") == number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error'].get('message')}")
                result: dict[str, Any] = answer.get("result", {})
                return result
            self.events.append(answer)

    def open(self, url: str) -> None:
        """Go to an address and wait until its script runs."""
        self.call("Page.navigate", url=url)
        self.until("document.readyState === 'complete'")

    def js(self, expression: str) -> Any:
        """The value of an expression in the page."""
        told = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in told:
            raise RuntimeError(f"{expression}: {told['exceptionDetails'].get('exception', {}).get('description')}")
        return told["result"].get("value")

    def until(self, expression: str, timeout: float = 30.0) -> None:
        """Wait until an expression is true in the page. Raises TimeoutError."""
        limit = time.monotonic() + timeout
        while not self.js(f"Boolean({expression})"):
            if time.monotonic() > limit:
                raise TimeoutError(f"after {timeout:g} s the page still has it otherwise: {expression}")
            time.sleep(0.05)

    def write(self, text: str) -> None:
        """Type text into whatever has the keyboard."""
        self.call("Input.insertText", text=text)

    def press(self, key: str) -> None:
        """Press and release a key."""
        code, number, text = KEYS[key]
        same: dict[str, Any] = {"key": key, "code": code, "windowsVirtualKeyCode": number}
        self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **same)
        self.call("Input.dispatchKeyEvent", type="keyUp", **same)

    def click(self, selector: str) -> None:
        """Click in the middle of an element."""
        box = self.js(f"(()=>{{const r=document.querySelector({json.dumps(selector)}).getBoundingClientRect();"
                      "return [r.x+r.width/2,r.y+r.height/2]})()")  # fmt: skip
        self.click_at(*box)

    def click_at(self, x: float, y: float) -> None:
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def drag(self, x: float, y: float, to_x: float, to_y: float, steps: int = 6) -> None:
        """Drag with the left button."""
        self.call("Input.dispatchMouseEvent", type="mousePressed", x=x, y=y, button="left", clickCount=1)
        for i in range(1, steps + 1):
            at: dict[str, Any] = {"x": x + (to_x - x) * i / steps, "y": y + (to_y - y) * i / steps}
            self.call("Input.dispatchMouseEvent", type="mouseMoved", button="left", buttons=1, **at)
        self.call("Input.dispatchMouseEvent", type="mouseReleased", x=to_x, y=to_y, button="left", clickCount=1)

    def resize(self, width: int, height: int) -> None:
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def likes(self, dark: bool) -> None:
        """Prefer dark or light pages."""
        chosen = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.call("Emulation.setEmulatedMedia", media="", features=chosen)

    def shot(self) -> bytes:
        """What is to be seen, as PNG."""
        return base64.b64decode(self.call("Page.captureScreenshot", format="png", timeout=90.0)["data"])

    def close(self) -> None:
        with contextlib.suppress(Exception):
            self.call("Browser.close", session=None, timeout=5.0)
        with contextlib.suppress(Exception):
            self._line.close()
        try:
            self._process.wait(8.0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._home.cleanup()

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def _dies_with_us() -> None:
    """In the child: be killed when whoever began us is, however that ends."""
    import ctypes

    ctypes.CDLL(None).prctl(1, 9)  # PR_SET_PDEATHSIG, SIGKILL


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
