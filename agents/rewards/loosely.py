"""What is said around a request and holds nothing that could change it, set aside: calls, cries, comparisons, what is told of the world.

Tried last, for bodies on legs. A stretch between marks goes where no word of it tells a number, a side, a direction, a foot, a thing or
an order of time, turns something round or asks for an act, and its form is that of a name, of a cry, or of a plain statement; a
comparison and a purpose at the end of a stretch go by the same rule. What follows a preposition stays, unless nobody goes there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from heedful.agents.corrections.covering import TURNING
from heedful.agents.corrections.hearing import MARK, heard
from heedful.agents.corrections.words import listed
from heedful.agents.rewards.around import (
    ASKED,
    BODY,
    CALLED,
    CAN,
    DUTY,
    LIKE,
    NUMBERS,
    OTHERS,
    PEOPLE,
    SKY,
    SMALL,
    SOMEBODY,
    STATES,
    TURNS,
    WAYS,
    WHO,
)
from heedful.agents.rewards.doings import DOING, DONE, VERBS
from heedful.agents.rewards.respelling import respelt
from heedful.agents.rewards.slots import FEET_WORDS
from heedful.agents.understanding.english import exists
from heedful.skills.rewards import Names

LONGEST_CALL = 4
"""Words of the longest stretch that calls somebody or cries something out."""


def loosely(text: str, names: Names, meaning: frozenset[str]) -> Iterator[list[str]]:
    """What was said to a body on legs in plain English, without what only stands around it.

    Args:
      meaning: Words that mean something here.
    """
    things = frozenset(w for p in names.points for w in p.split("_"))
    yield from loosened(heard(respelt(text), meaning), things, names_in(text))


def loosened(words: Sequence[str], things: Collection[str], names: Collection[str] = ()) -> Iterator[list[str]]:
    """The words without what holds nothing that could change what is asked; the nearest to what was said first.

    Args:
      words: Tokens, with marks between stretches.
      things: Words of the names of what is there.
      names: Words that were written as names are.
    """
    said = _pointed(_stretches(words), things)
    kept = _kept(said, things, names)
    bare = _uncompared_all(said, things)
    plain = [_unpurposed(_uncalled(s), things) for s in _kept(bare, things, names)]
    seen: list[list[str]] = []
    for made in (kept, said, _uncompared_all(kept, things), bare, _kept(bare, things, names), plain):
        row = [w for s in made if s for w in (MARK, *s)][1:]
        if row and row not in seen:
            seen.append(row)
            yield row


def _pointed(said: Sequence[Sequence[str]], things: Collection[str]) -> list[list[str]]:
    """The stretches with the thing that is told of first in the place of a word that points at it: `the ball is dirty, avoid it`."""
    named = [w for w in said[0] if w in things] if said else []
    if len(said) < 2 or len(named) != 1 or said[0][0] not in WHO or any(_acts(w) or w in TURNING for w in said[0]):
        return [list(s) for s in said]
    later = [[x for w in s for x in (("the", named[0]) if w in ("it", "him", "her") else (w,))] for s in said[1:]]
    return later if any("the" in s and named[0] in s for s in later) else [list(s) for s in said]


def _kept(said: Sequence[Sequence[str]], things: Collection[str], names: Collection[str]) -> list[list[str]]:
    """The stretches that are no asides."""
    kept = [list(s) for i, s in enumerate(said) if not _aside(s, things, names, [x for j, x in enumerate(said) if j != i])]
    return kept or [list(s) for s in said if not _called(s, names)] or [list(s) for s in said]


def _called(said: Sequence[str], names: Collection[str]) -> bool:
    """Whether a stretch is a name or what one is called, surely."""
    return len(said) <= 3 and not any(_acts(w) for w in said) and (all(w in names for w in said) or said[-1] in CALLED)


def _uncalled(said: Sequence[str]) -> list[str]:
    """A stretch without what one is called at its end: `lie down sweetie`."""
    called = len(said) > 1 and said[-1] in CALLED - {"one", "thing", "star"} and said[-2] not in _LINKS
    return list(said[:-1]) if called else list(said)


_LINKS = listed("the a an my your his her our that this like as to at by near and with for of good old little")


def _uncompared_all(said: Sequence[Sequence[str]], things: Collection[str]) -> list[list[str]]:
    """The stretches without comparisons."""
    made: list[list[str]] = []
    for s in said:
        made.append(_uncompared(s, things, [w for m in made for w in m]))
    return [m for m in made if m]


def _stretches(words: Sequence[str]) -> list[list[str]]:
    """The words between marks."""
    made: list[list[str]] = [[]]
    for word in words:
        if word == MARK:
            made.append([])
        else:
            made[-1].append(word)
    return [m for m in made if m]


def weighs(word: str, things: Collection[str]) -> bool:
    """Whether a word could change what is asked."""
    return (
        word[0].isdigit()
        or word in NUMBERS
        or word in WAYS
        or word in TURNS
        or word in BODY
        or word in things
        or word in FEET_WORDS
        or word in SKY
    )


def _acts(word: str) -> bool:
    return word in ASKED or DOING.get(word) in ASKED or DONE.get(word) in ASKED or word in VERBS


def _aside(said: Sequence[str], things: Collection[str], names: Collection[str], rest: Sequence[Sequence[str]]) -> bool:
    """Whether a stretch is only a call, a cry or a statement."""
    if not rest:
        return False  # nothing else is asked
    if said[0] in ("let", "to") and said[1:2] in (["me"], ["us"], ["him"], ["her"], ["them"]):
        return not any(weighs(w, things) for w in said[2:] if w not in BODY)
    told = len(said) > 1 and said[0] in WHO and any(w in STATES for w in said[1:5])
    told = told or (any(a in ("is", "are", "s", "am") for a in said[1:4]) and said[0] not in ASKED | OTHERS)
    if told and not DUTY & set(said):
        pointing = any(w in ("it", "him", "her", "them") for s in rest for w in s)
        return not pointing and not any(weighs(w, things) and w not in ("low", "high", "close", "near") for w in said)
    if said[0] == "you" and 1 < len(said) <= LONGEST_CALL and not (DUTY | STATES | SMALL) & set(said[1:]):
        return not any(weighs(w, things) or _acts(w) or w in OTHERS for w in said[1:])
    if said[0] in ("imagine", "pretend", "picture", "think", "suppose", "remember", "may", "shall") and (
        said[0] not in ("may", "shall") or said[1:2] in (["i"], ["we"])
    ):
        return not any(w in TURNING or w in things or w[0].isdigit() or w in FEET_WORDS for w in said)
    if said[0] == "show" and not any(weighs(w, things) for w in said):
        return True
    if said[0] in ("i", "we", "you", "it") and len(said) > 1 and not DUTY & set(said):
        return not any(weighs(w, things) or _acts(w) for w in said[1:]) and said[0] != "you"
    if any(weighs(w, things) for w in said):
        return False
    if all(w in names for w in said):
        return len(said) <= 3
    if len(said) <= 3 and said[-1] in CALLED and not any(_acts(w) for w in said):
        return True
    if len(said) > LONGEST_CALL or said[0] in OTHERS or any(_acts(w) for w in said):
        return False
    article = any(w in ("the", "a", "an") for w in said)
    return not article or all(not exists(w) for w in said if w not in ("the", "a", "an"))


def _uncompared(said: Sequence[str], things: Collection[str], ahead: Sequence[str]) -> list[str]:
    """A stretch without the comparison that ends it, where something closer than standing or going is asked before that."""
    for at in range(len(said)):
        for like in LIKE:
            if list(said[at : at + len(like)]) != like:
                continue
            after = [w for w in said[at + len(like) :] if w not in ("when", "one")]
            before = [*ahead, *said[:at]]
            if after and not any(weighs(w, things) and w not in _LIGHT for w in after) and not _bare(before):
                return list(said[:at])
    return list(said)


_LIGHT = frozenset({"back", "up", "down", "off", "near", "away", "around", "round", "low", "high", "leg", "tail", "first", "again", "head"})
"""Words that turn nothing round within a comparison."""


def _bare(before: Sequence[str]) -> bool:
    """Whether only to stand, to go or to be is asked, so that what it is like tells the rest."""
    told = [
        w for w in before if w not in ("the", "a", "your", "please", "now", "just", "you", "yourself", "up", "around", "about", "it", "and")
    ]
    return not set(told) - {"stand", "go", "walk", "move", "be", "get", "do", "act", "look", "stay", "pose", "make", "turn", "hold", "show"}


def _unpurposed(said: Sequence[str], things: Collection[str]) -> list[str]:
    """A stretch without the end that tells for whom or what for."""
    for at in range(1, len(said)):
        after = said[at + 1 :]
        if said[at] in ("under", "beneath", "underneath", "below", "behind") and any(
            w in ("low", "crouch", "duck", "down", "flat") for w in said[:at]
        ):
            cut = next((i for i, w in enumerate(after) if w == "and"), len(after))
            if not any(weighs(w, things) for w in after[:cut]):
                return [*said[:at], *after[cut:]]
        for_whom = after[1:] if after[:1] == ["that"] else after
        free = not any(weighs(w, things) for w in for_whom if w not in BODY)
        if said[at] == "so" and CAN & set(for_whom) and free and for_whom[0] != "you":
            return list(said[:at])
        if not after or any(weighs(w, things) for w in after):
            continue
        if (
            said[at] in ("for", "before", "to", "at")
            and said[at - 1] not in ("head", "make", "go", "look", "run", "walk", "trot", "come")
            and (any(w in PEOPLE for w in after))
        ):
            return list(said[:at])
        if said[at] == "before" and len(after) > 2 and after[0] in WHO and not any(_acts(w) for w in after):
            return list(said[:at])
        if said[at] in ("to", "at", "for", "before") and said[0] in ("bow", "curtsy", "curtsey", "wave", "salute", "beg"):
            return list(said[:at])
        if said[at] == "until" and after[0] in SOMEBODY and not any(_acts(w) for w in after):
            return list(said[:at])
        if said[at] in ("because", "cause", "since", "lest") or list(said[at : at + 2]) in (
            ["so", "i"],
            ["so", "we"],
            ["so", "the"],
            ["or", "you"],
        ):
            return list(said[:at])
    return list(said)


def names_in(text: str) -> frozenset[str]:
    """Words that are written as names are: with a capital within a sentence that has small letters."""
    if text.isupper():
        return frozenset()
    return frozenset(w.casefold() for w in re.findall(r"(?<![.!?:;] )(?<!^)\b([A-Z][a-z]+)\b", text.strip()))
