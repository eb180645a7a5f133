"""What a sentence asks for, read word by word: things in the order in which they are named, and what is usually done with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.describe import candidates
from heedful.agents.understanding.normalise import STOPS, TooLong, tokens
from heedful.program import Ref
from heedful.types import Scene

HOLLOW = frozenset({"bowl", "mug", "bin", "drawer", "cabinet", "box", "basket", "bottle"})
"""Kinds that things are put into."""
FLAT = frozenset({"plate", "tray", "table", "square", "shelf"})
"""Kinds that things are put on."""
AWAY = frozenset({"away", "throw", "toss", "discard", "trash", "dispose", "bin", "chuck"})
SHUT = frozenset({"close", "closed", "shut", "closing"})
OFF = frozenset({"off", "out", "extinguish"})
UPRIGHT = frozenset({"stand", "upright", "fell", "toppled"})
IT = frozenset({"it", "them", "that"})


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing that is asked for."""

    act: str
    """A predicate's name, `~` before it for its opposite, or `do`."""
    things: tuple[tuple[str, ...], ...] = ()
    """For each argument the names that it may mean, in their order."""
    said: tuple[str, ...] = ()
    """The arguments in the request's words."""
    ambiguous: bool = False
    """Whether one certain thing was meant, and the words fit several."""
    unknown: bool = False
    """Whether something was named that none of the names fits."""
    words: str = ""


class Named(NamedTuple):
    """A thing as a sentence names it: its words, its kind, and the names that fit."""

    said: str
    kind: str
    ids: tuple[str, ...]


def loosely(request: str, scene: Scene) -> list[Wish]:
    """Word by word: things in the order in which they are named, and what is usually done with them."""
    try:
        words = tokens(request)
    except TooLong:
        return []
    found: list[Wish] = []
    last: list[Named] = []
    for part in _parts(words):
        named = _named(part, scene)
        if not named or (set(part) & IT and not any(_moves(n) for n in named)):
            named = [*last[-1:], *named] if set(part) & IT else named
        if set(part) & IT and set(part) & (SHUT | {"open"}) and not any(n.kind in lexicon.OPENABLE for n in named):
            named = [n for w in found[::-1] for n in _openable(w, scene)][:1] or named
        if set(part) & IT and any(_moves(n) for n in named) and not any(n.kind in HOLLOW | FLAT for n in named):
            named = [*named, *[n for n in last if n.kind in HOLLOW | FLAT][:1]]
        found += _usual(named, set(part), scene)
        last = named or last
    return found


def _openable(wish: Wish, scene: Scene) -> list[Named]:
    """What of a wish can be opened and shut: what `it` means after `close`."""
    names = [i for ids in wish.things for i in ids]
    return [Named(i, scene.objects[i].category, (i,)) for i in names if scene.objects[i].category in lexicon.OPENABLE]


def _usual(named: Sequence[Named], said: set[str], scene: Scene) -> list[Wish]:
    """What is usually done with things that are named together: what can be moved goes to the next place that is named."""
    found: list[Wish] = []
    used: set[int] = set()
    for at, one in enumerate(named):
        if not _moves(one) or (at in used):
            continue
        later = [i for i, n in enumerate(named) if i > at and n.kind in HOLLOW | FLAT and n.kind != "mug"]
        places = later or [i for i, n in enumerate(named) if i < at and n.kind in HOLLOW | FLAT and n.kind != "mug"]
        if places:
            used.add(places[0])
            to = named[places[0]]
        elif said & AWAY:
            to = Named("the bin", "bin", tuple(i for i, t in scene.objects.items() if t.category == "bin"))
        else:
            found.append(Wish("upright" if said & UPRIGHT else "holding", (one.ids,), (one.said,), unknown=not one.ids))
            continue
        near = {"next", "beside", "by", "near"} & said
        act = "next_to" if near else "in" if to.kind in HOLLOW else "at" if to.kind == "square" else "on"
        found.append(Wish(act, (one.ids, to.ids), (one.said, to.said), unknown=not one.ids or not to.ids))
    if found:
        return found
    for one in named:
        act = {
            "drawer": "closed" if said & SHUT else "open", "door": "closed" if said & SHUT else "open", "spill": "clean",
            "lamp": "~lit" if said & OFF else "lit", "faucet": "~running" if said & (OFF | SHUT) else "running", "button": "pressed",
        }.get(one.kind, "holding")  # fmt: skip
        found.append(Wish(act, (one.ids,), (one.said,), unknown=not one.ids))
    return found


def _moves(one: Named) -> bool:
    return one.kind not in lexicon.FIXED and (one.kind not in HOLLOW | FLAT or one.kind == "mug")


def _parts(words: Sequence[str]) -> list[list[str]]:
    """A sentence cut where something else begins: at stops and `then`, and at `and` before what is no thing."""
    found: list[list[str]] = [[]]
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        verb = word == "and" and following not in ("the", "a", "an", "all", "both", "every", "it", "some", *lexicon.COLOR)
        if word in STOPS or word == "then" or verb:
            found.append([])
        else:
            found[-1].append(word)
    return [f for f in found if f]


def _named(words: Sequence[str], scene: Scene) -> list[Named]:
    """Things named in a part of a sentence."""
    found: list[Named] = []
    at = 0
    while at < len(words):
        before = words[max(at - 2, 0) : at]
        color = next((lexicon.COLOR[w] for w in before if w in lexicon.COLOR), "")
        size = tuple(lexicon.ATTRIBUTE[w] for w in before if lexicon.ATTRIBUTE.get(w) in ("small", "large"))
        length = 1
        if words[at] in lexicon.COLOR and {"something", "anything", "thing", "one"} & set(words[max(at - 1, 0) : at + 2]):
            ids = tuple(i for i in candidates(Ref("", lexicon.COLOR[words[at]]), scene) if not scene.objects[i].fixed)
            found.append(Named(f"something {words[at]}", "thing", ids))
        elif words[at] != "can" or words[at + 1 : at + 2] not in (["you"], ["i"], ["we"]):
            for length in (3, 2, 1):
                phrase = " ".join(words[at : at + length])
                kind = lexicon.category_of(phrase) if len(words) >= at + length else ""
                if kind in lexicon.NOUNS or kind in lexicon.GROUPS:
                    ids = tuple(candidates(Ref(kind, color, size), scene))
                    found.append(Named(f"the {color} {phrase}".replace("  ", " "), kind, ids))
                    break
        at += length
    return found
