"""What the page's port answers to plain requests: the page's own three files, and viser's page with nothing but its picture."""

from __future__ import annotations

import http
from collections.abc import Mapping
from importlib import resources
from typing import Any

FILES = {
    "/": ("page.html", "text/html; charset=utf-8"),
    "/page.css": ("page.css", "text/css; charset=utf-8"),
    "/page.js": ("page.js", "text/javascript; charset=utf-8"),
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self' ws: wss:; frame-src 'self';"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
BARE = b"""<style>html,body{background:#f0eee8!important}body *{visibility:hidden!important}body canvas{visibility:visible!important}
*{opacity:1!important;transition:none!important}
@media(prefers-color-scheme:dark){html,body{background:#1b2025!important}}</style><script>document.hasFocus=()=>true;
addEventListener("keydown",e=>{if((e.key=="Escape"||e.key==" ")&&!e.repeat)parent.postMessage("stop","*")},true);
const own=/^URL\\.revokeObjectURL\\(import\\.meta\\.url\\);?/;
window.Blob=class extends Blob{constructor(a,o){super((a||[]).map(p=>typeof p=="string"?p.replace(own,""):p),o)}};
window.Worker=class extends Worker{constructor(u,o){super(u,self.origin=="null"?{}:o)}};</script>"""
"""Put into viser's own page: of it only the picture is shown, it connects though it is not what has the keyboard, and its worker
begins in a frame without an origin, where browsers take no modules."""


def files() -> dict[str, tuple[bytes, str]]:
    """The page's own, and of what kind each is, by path."""
    return {p: ((resources.files(__package__) / "static" / f).read_bytes(), kind) for p, (f, kind) in FILES.items()}


def response(status: http.HTTPStatus, body: bytes, kind: str = "text/plain; charset=utf-8", more: Mapping[str, str] | None = None) -> Any:
    """An answer to a plain request, that nobody keeps and that says nothing of where it was asked for."""
    from websockets.datastructures import Headers
    from websockets.http11 import Response

    told = {
        "Content-Type": kind, "Content-Length": str(len(body)), "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer", "Connection": "close", **(more or {}),
    }  # fmt: skip
    return Response(status.value, status.phrase, Headers(told), body)


def viser_page() -> bytes:
    """viser's own page, bare."""
    import viser

    built = resources.files(viser) / "client" / "build" / "index.html"
    return built.read_bytes().replace(b"</head>", BARE + b"</head>", 1)
