"""What a memory is about, and whether that fits a call: everything, a skill, a kind of thing, one thing, or several of these at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from heedful.agents.understanding.lexicon import singular
from heedful.agents.understanding.ontology import kinds
from heedful.types import Scene, Thing

GLOBAL = "global"
KINDS = ("skill", "category", "object")


def joined(**parts: str) -> str:
    """A scope in one line: `skill:place+category:bowl`; `global` where nothing narrows it."""
    return "+".join(f"{kind}:{plainly(name)}" for kind, name in parts.items() if name) or GLOBAL


def parts(scope: str) -> list[tuple[str, str]]:
    """What a scope asks for, each as kind and name. Raises ValueError for a scope of no known kind."""
    if scope == GLOBAL:
        return []
    found = [(kind, plainly(name)) for kind, _, name in (part.partition(":") for part in scope.split("+"))]
    if bad := [kind for kind, name in found if kind not in KINDS or not name]:
        raise ValueError(f"{scope!r} is no scope: {bad[0]!r} is none of {', '.join((GLOBAL, *KINDS))}")
    return found


def bound(bindings: Mapping[str, Any], scene: Scene | None) -> list[Thing | str]:
    """What a call is done with, in order: things of the scene; names where there is no scene that knows them."""
    objects = scene.objects if scene is not None else {}
    return [objects.get(value, value) for value in bindings.values() if isinstance(value, str)]


def fits(scope: str, skill: str, things: Iterable[Thing | str]) -> bool:
    """Whether a scope holds for a call exactly: its skill by name or by the verb that begins it, its things by kind or by name."""
    there = list(things)
    return all(
        _does(skill, name) if kind == "skill" else any((_is_a if kind == "category" else _is)(thing, name) for thing in there)
        for kind, name in parts(scope)
    )


def words(scope: str) -> str:
    """The names of a scope's things as words, to be compared by likeness."""
    return " ".join(name for kind, name in parts(scope) if kind != "skill")


def may_be_alike(scope: str, skill: str) -> bool:
    """Whether a scope speaks of things, and of no other skill: the skill itself is never merely alike."""
    found = parts(scope)
    return any(kind != "skill" for kind, _ in found) and all(_does(skill, name) for kind, name in found if kind == "skill")


def spoken(things: Iterable[Thing | str]) -> list[str]:
    """The names of a call's things and of their kinds, as words."""
    names = [(thing,) if isinstance(thing, str) else (thing.name, thing.category) for thing in things]
    return list(dict.fromkeys(plainly(name) for pair in names for name in pair))


def plainly(name: str) -> str:
    """A name as words: lower case, underscores as spaces, its last word in the singular."""
    *before, last = re.sub(r"[\s_]+", " ", name).strip().casefold().split(" ")
    return " ".join([*before, singular(last)])


def _does(skill: str, verb: str) -> bool:
    """Whether a skill is what a verb asks for: `place` is also `place in`."""
    return f"{plainly(skill)} ".startswith(f"{verb} ")


def _is_a(thing: Thing | str, kind: str) -> bool:
    category = plainly(thing if isinstance(thing, str) else thing.category)
    return kind == category or kind in kinds(category)


def _is(thing: Thing | str, name: str) -> bool:
    return name in ({plainly(thing)} if isinstance(thing, str) else {plainly(thing.name), plainly(thing.id)})
