"""The pieces that turns of phrase are told by: where a place begins, what stands for a thing, what says that something shall be so."""

from __future__ import annotations

import re
from collections.abc import Callable

Plain = str | Callable[[re.Match[str]], str]
Rules = list[tuple[re.Pattern[str], Plain]]
IN = (
    r"(?:in front of|on top of|in the middle of|to the (?:left|right) of|left of|right of|next to|close "
    r"to|in|into|inside|on|onto|upon|to|at|behind|"
    r"beside|beneath|under|underneath|by|near|between|against|within|over|above|atop)"
)
"""Where a place begins."""
GAP = r"[^,;.]+?"
THING = r"(?!(?:if|when|unless|while|until|not|no)\b)[^,;.]+?"
SHOULD = (
    r"(?:should|must|has to|have to|needs to|need to|ought to|shall|wants to|want to|is to|are to|is supposed to|are supposed to|is "
    r"meant to|"
    r"are meant to|is going to|can|may|could|would|will)"
)
BE = r"(?:be|go|stand|sit|lie|rest|land|come|end up|belong|stay|live|be put|be placed|be set|be found|be kept)"
GOES = rf"(?:{SHOULD} {BE}|goes|go|belongs|belong|lives|live|comes|come|stands|sits|lands|ends up)"
I_WANT = r"(?:i|we) (?:would like|would love|want|need|wish|would prefer|prefer|am wanting|would rather have|expect|am after|desire)"
START = r"(?P<start>^|[,;.] |[,;.] and |[,;.] then |[,;.] and then |\band |\bthen |\bbut )"
MODAL = (
    r"(?:should|must|has to|have to|needs to|need to|ought to|shall|wants to|want to|would like to|is to|are to|is supposed to|is meant to)"
)


def rules(*pairs: tuple[str, Plain]) -> Rules:
    """Frames with gaps, and what they say plainly."""
    return [(re.compile(frame), plain) for frame, plain in pairs]
