"""The sayings that the network is taught: labels with lines of alternatives, expanded and said as people say them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from heedful.agents.corrections.hearing import plain

FILE = Path(__file__).parent / "sayings.txt"
THING, NUMBER, UNKNOWN = "thing", "number", "unknown"
"""Tokens that stand for a thing that is there, for a number, and for a word without a vector."""
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_NAMES = ("mug", "red block", "bowl", "cup", "bottle", "left can", "drawer", "plate", "beaker", "screwdriver", "box", "lid", "apple")
_BEFORE = ("", "", "", "", "", "um ", "uh ", "ok ", "ok so ", "hey ", "robot ", "hey robot ", "no ", "no no ", "please ", "now ", "and ",
    "well ", "so ", "oh ", "just ", "hmm ", "alright ", "sorry ", "i think ", "maybe ", "right, ", "look, ")  # fmt: skip
_ASKED = ("can you ", "could you ", "could you please ", "would you ", "you should ", "you need to ", "you must ", "try to ", "please ",
    "i want you to ", "i'd like you to ", "you have to ", "why don't you ", "you'd better ", "go and ", "let's ",
    "would you mind to ")  # fmt: skip
_AFTER = ("", "", "", "", "", " please", " now", " would you", " thanks", " ok", " then", " robot", " if you can", " for me", " man",
    " buddy", " mate", " there", " i think", " you know", " this time")  # fmt: skip
ASKABLE = frozenset({"nudge", "rotate", "grip", "rate", "resume", "pause", "halt", "abort", "undo", "order", "embodiment", "constraint"})
"""Kinds that may be wrapped into `could you …`."""


def labelled(file: Path = FILE) -> dict[str, list[str]]:
    """Label -> its lines of alternatives."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in file.read_text().splitlines():
        if line.startswith("="):
            lines = found.setdefault(line[1:].strip(), [])
        elif line.strip() and not line.startswith("#"):
            lines.append(line.strip())
    return found


def expanded(line: str, rng: random.Random) -> str:
    """One of what a line of alternatives says."""
    while _CHOICE.search(line):
        line = _CHOICE.sub(lambda m: rng.choice(m.group(1).split("|")), line)
    line = line.replace("{n}", rng.choice(("two", "3", "5", "ten", "a couple of", "30", "90")))
    return " ".join(re.sub(r"\{o\}", lambda _: rng.choice(_NAMES), line).replace(" ,", ",").split())


def utterances(rng: random.Random, label: str, line: str) -> Iterator[list[str]]:
    """What a line says as tokens, without end: with fillers, politeness, and words lost on the way."""
    while True:
        said = expanded(line, rng)
        if label.split()[0] in ASKABLE and rng.random() < 0.2:
            said = rng.choice(_ASKED) + said
        tokens = named(plain(rng.choice(_BEFORE) + said + rng.choice(_AFTER)), _NAMES)
        if len(tokens) > 3 and rng.random() < 0.15:
            del tokens[rng.randrange(len(tokens))]
        yield [UNKNOWN if rng.random() < 0.03 else w for w in tokens if w != "," or rng.random() < 0.7]


def named(tokens: list[str], names: tuple[str, ...]) -> list[str]:
    """The tokens with what names a thing as one token, and numbers as another."""
    kept: list[str] = []
    wholes = sorted((name.split() for name in names), key=len, reverse=True)
    at = 0
    while at < len(tokens):
        whole = next((n for n in wholes if tokens[at : at + len(n)] == n), None)
        last = whole is None and any(tokens[at] == n[-1] or tokens[at] == f"{n[-1]}s" for n in wholes)
        if whole is not None or last:
            kept.append(THING)
            at += len(whole) if whole is not None else 1
        else:
            kept.append(NUMBER if tokens[at][0].isdigit() else tokens[at])
            at += 1
    return kept
