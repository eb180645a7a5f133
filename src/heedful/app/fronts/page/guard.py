"""Who may open the page: on this machine anybody who reached it by a name of this machine, from elsewhere who has the token."""

from __future__ import annotations

import ipaddress
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlsplit

COOKIE = "heedful_token"
PLAIN = re.compile(r"[\w-]+", re.ASCII)
LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


def is_loopback(host: str) -> bool:
    """Whether nobody but this machine can reach what listens there."""
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Guard:
    """The door. A browser tells truly where a page came from (Origin) and whom it meant to ask (Host); other programs need tell neither.

    Args:
      host: Where the page listens.
      token: What must be shown; empty on loopback where none is asked for.
    """

    host: str
    token: str = ""
    view: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    """The key of the 3-D view, whose frame has no origin and no cookie; told to who was let in."""

    @staticmethod
    def of(host: str, token: str | None) -> Guard:
        """The door of an address: a token of our own where one is needed and none was given."""
        if token is not None and len(token) < 8:
            raise ValueError("a token of fewer than 8 characters is soon guessed; give a longer one, or none, and one is made")
        if token is not None and not PLAIN.fullmatch(token):
            raise ValueError("a token is of letters, digits, - and _, so that it can stand in an address; or give none, and one is made")
        return Guard(host, token if token is not None else "" if is_loopback(host) else secrets.token_urlsafe(18))

    def refusal(self, path: str, headers: Mapping[str, str]) -> str:
        """Why a request is not answered; empty if it is.

        Args:
          path: With the query.
          headers: `Host`, `Origin` and `Cookie`, as far as they were sent.
        """
        asked = _name(headers.get("Host", ""))
        if not self.token and asked not in LOCAL:
            return f"this page answers to localhost and 127.0.0.1 only, and was asked for as {asked[:80]!r}"
        origin = headers.get("Origin")
        if viewing := self.views(path):
            origin = None if origin == "null" else origin  # a frame with no rights of its own has no origin
        if origin is not None and origin.partition("://")[2].lower() != headers.get("Host", "").lower():
            return "this request was made by a page from elsewhere"
        if self.token and not viewing and not self._known(path, headers):
            return "this page asks for the token that was printed where it was started: open it as /?token=…"
        return ""

    def views(self, path: str) -> bool:
        """Whether a path is of the 3-D view, with the right key."""
        parts = urlsplit(path).path.split("/")
        return len(parts) > 3 and parts[1] == "view" and same(parts[2], self.view)

    def shown(self, path: str) -> bool:
        """Whether a path shows the token, so that it is to become a cookie."""
        given = parse_qs(urlsplit(path).query).get("token", [])
        return bool(self.token) and any(same(t, self.token) for t in given)

    def _known(self, path: str, headers: Mapping[str, str]) -> bool:
        try:
            kept = SimpleCookie(headers.get("Cookie", "")).get(COOKIE)
        except CookieError:
            kept = None
        return self.shown(path) or (kept is not None and same(kept.value, self.token))


def same(given: str, wanted: str) -> bool:
    """Whether two words are the same, found out in the same time wherever they differ."""
    return secrets.compare_digest(given.encode(errors="replace"), wanted.encode(errors="replace"))


def _name(host: str) -> str:
    """The name in a Host header, without its port."""
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""
