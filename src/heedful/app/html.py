"""HTML by construction: what is not marked as Html is escaped, so that words from outside stay words."""

from __future__ import annotations

import re
from html import escape

VOID = frozenset({"br", "img", "meta"})


class Html(str):
    """Text that is markup already."""


Child = str | int | float | None


def h(what: str, *children: Child, **attributes: str | int | float | bool | None) -> Html:
    """An element: `h("td.num", "3.2 s", title="robot time")`. Strings are escaped, Html is not, None is left out.

    Args:
      what: Tag and classes, as in a selector.
      children: Contents.
      attributes: A trailing `_` is dropped from names, `_` within becomes `-`; True stands alone, False and None are left out.
    """
    tag, *classes = what.split(".")
    given = {"class": " ".join(classes) or None, **{k.rstrip("_").replace("_", "-"): v for k, v in attributes.items()}}
    said = "".join(f" {k}" if v is True else f' {k}="{escape(str(v))}"' for k, v in given.items() if v is not None and v is not False)
    return Html(f"<{tag}{said}>" if tag in VOID else f"<{tag}{said}>{text(*children)}</{tag}>")


def text(*children: Child) -> Html:
    """Children one after the other, escaped where they must be."""
    return Html("".join(c if isinstance(c, Html) else escape(str(c)) for c in children if c is not None))


def url(path: str) -> str:
    """A relative address of a file beside the page."""
    return re.sub(r"[^\w./-]", lambda m: "".join(f"%{b:02X}" for b in m.group().encode()), path)
