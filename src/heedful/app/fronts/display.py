"""How a conversation is shown in a terminal: each line in pieces with their styles, and the robot's state in one bar."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping

from heedful.app.fronts.transcript import Line, Status

Pieces = list[tuple[str, str]]
"""(style, text), one after the other."""
STYLES: Mapping[str, str] = {
    "good": "ansigreen", "bad": "ansired", "warn": "ansiyellow", "calm": "ansicyan", "plain": "", "you": "bold", "dim": "ansibrightblack",
    "bar": "bg:ansiblack fg:ansiwhite noreverse", "bar-working": "bg:ansiblue fg:ansiwhite noreverse bold",
    "bar-held": "bg:ansiyellow fg:ansiblack noreverse bold", "bar-stopped": "bg:ansired fg:ansiwhite noreverse bold",
}  # fmt: skip
KEYS = "Ctrl-C stops · Ctrl-D leaves · :help"
INDENT = "  "
MARKED = {"notice": "· ", "question": "? "}


def shown(line: Line, front: str = "") -> list[Pieces]:
    """A line of the conversation, as one or more rows.

    Args:
      line: What was said.
      front: Where it is shown: what was typed there stands there already.
    """
    if line.who == "you":
        return [] if front and line.front == front else [[("dim", f"[{line.front}] " if line.front else ""), ("you", f"> {line.text}")]]
    if line.kind == "skill_start":
        return []  # the bar tells
    rows: list[Pieces] = [[(line.tone, MARKED.get(line.kind, "") + line.text)]]
    choices = line.data.get("choices") or ()
    if line.kind == "question" and len(choices) > 1:
        rows += [[("warn", f"  {n} "), ("plain", str(choice))] for n, choice in enumerate(choices, 1)]
    return rows


def wrapped(rows: Iterable[Pieces], columns: int) -> list[Pieces]:
    """The same rows, broken between words to a width in characters; a word that is longer, such as a path, stays whole."""
    found: list[Pieces] = []
    for row in rows:
        *before, (style, text) = row
        room = max(20, columns - sum(len(piece) for _, piece in before))
        first, *further = textwrap.wrap(
            text, room, subsequent_indent=INDENT, drop_whitespace=True, break_long_words=False, break_on_hyphens=False
        ) or [text]
        found += [[*before, (style, first)], *([(style, line)] for line in further)]
    return found


def bar(status: Status, columns: int) -> Pieces:
    """The robot's state, cut to a width in characters: what it is about, the last measured latency, the keys."""
    match status.doing:
        case "stopped":
            style, said = "bar-stopped", f"STOPPED: {status.why}; :reset"
        case _ if status.question:
            style, said = "bar-held", f"WAITS FOR YOUR ANSWER: {status.question}"
        case "held":
            style, said = "bar-held", f"HELD: {status.why}"
        case "working":
            style, said = "bar-working", f"working {status.seconds:.0f} s: {' and '.join(status.running) or 'thinking'}"
        case _:
            style, said = "bar", "at rest"
    late = "" if status.latency_ms is None else f"last heeded after {status.latency_ms:.0f} ms"
    text = f" {said} "
    for further in (late, KEYS):
        if further and len(text) + len(further) + 3 <= columns:
            text += f"  {further} "
    text = text if len(text) <= columns else f"{text[: max(0, columns - 1)]}…"
    return [(style, text.ljust(columns))]
