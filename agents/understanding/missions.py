"""Missions of grid worlds, read by a small grammar: `pick up a ball on your left and go to the red door after you open a box`.

mission := action [", then" action | "after you" action]      what comes first is done first
actions := action ["and" action]                              in any order, each once
action  := "go to" thing | "pick up" thing | "open" thing | "put" thing "next to" thing
thing   := ("the" | "a") [colour] kind ["in front of you" | "behind you" | "on your left" | "on your right"]
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from heedful.envs.foreign.grid import STEPS, Cell, GridScene, cell_of
from heedful.program import Achieve, And, Atom, Do, Formula, Or, Program, Seq
from heedful.types import Id, Thing

PLACES = {"in front of you": "front", "behind you": "behind", "on your left": "left", "on your right": "right"}
_THING = re.compile(rf"(?:the|an?) (?:(?P<color>[a-z]+) )?(?P<kind>[a-z]+)(?: (?P<place>{'|'.join(PLACES)}))?")
BETWEEN = Do("stay")
"""Done before each action, so that what was done for one is not taken for the next."""


class NoMission(ValueError):
    """Words that the grammar does not read, or a thing that is not there; the message says which."""


def mission(words: str, scene: GridScene) -> Program:
    """The program that a mission asks for, over ids; places are seen from where the agent now stands. Raises NoMission."""
    said = re.sub(r"\s+", " ", words.strip().lower().rstrip("."))
    if " after you " in said:
        late, early = said.split(" after you ", 1)
        parts = [early, late]
    else:
        parts = re.split(r",? then ", said)
    steps: list[Program] = []
    for part in parts:
        for action in part.split(" and "):
            steps += [BETWEEN, Achieve(_goal(action.strip(), scene))]
    return Seq(tuple(steps))


def _goal(action: str, scene: GridScene) -> Formula:
    if rest := _after(action, "go to "):
        return _either(Atom("facing", (i,)) for i in described(rest, scene))
    if rest := _after(action, "pick up "):
        return _either(_also(Atom("holding", (i,)), Atom("picked", (i,))) for i in described(rest, scene))
    if rest := _after(action, "open "):
        return _either(_also(Atom("open", (i,)), Atom("opened", (i,))) for i in described(rest, scene))
    if (rest := _after(action, "put ")) and " next to " in rest:
        moved, fixed = rest.split(" next to ", 1)
        targets = described(fixed, scene)
        pairs = [(a, b) for a in described(moved, scene) for b in targets if a != b]
        return _either(_also(Atom("next_to", (a, b)), Atom("dropped", (a,))) for a, b in pairs)
    raise NoMission(f"I do not know how to {action!r}; I can go to, pick up and open things, and put one next to another")


def described(words: str, scene: GridScene) -> list[Id]:
    """The things that `a red ball on your left` may mean. Raises NoMission if there are none."""
    match = _THING.fullmatch(words)
    if match is None:
        raise NoMission(f"I do not know what {words!r} means; say for example 'the red ball' or 'a key on your left'")
    color, kind, place = match["color"], match["kind"], PLACES.get(match["place"] or "")
    found = [
        t.id for t in scene.objects.values()
        if (kind == "object" or t.category == kind) and (not color or t.color == color) and (place is None or _lies(t, place, scene))
    ]  # fmt: skip
    if not found:
        raise NoMission(f"there is no {words.split(' ', 1)[1]} here; I can see {', '.join(scene.objects)}")
    return found


def _lies(thing: Thing, place: str, scene: GridScene) -> bool:
    """Whether a thing in the agent's room lies on that side of it."""
    here, heading = scene.agent
    at = cell_of(thing)
    room = next((r for r in scene.rooms if _inside(here, r)), None)
    if room is not None and not _inside(at, room):
        return False
    ahead, right = STEPS[heading], STEPS[(heading + 1) % 4]
    forward = (at[0] - here[0]) * ahead[0] + (at[1] - here[1]) * ahead[1]
    aside = (at[0] - here[0]) * right[0] + (at[1] - here[1]) * right[1]
    return {"front": forward > 0, "behind": forward < 0, "right": aside > 0, "left": aside < 0}[place]


def _inside(cell: Cell, room: tuple[Cell, Cell]) -> bool:
    (i0, j0), (i1, j1) = room
    return i0 <= cell[0] <= i1 and j0 <= cell[1] <= j1


def _after(action: str, verb: str) -> str:
    return action[len(verb) :] if action.startswith(verb) else ""


def _also(*parts: Formula) -> Formula:
    return And(parts)


def _either(parts: Iterable[Formula]) -> Formula:
    ways = tuple(parts)
    return ways[0] if len(ways) == 1 else Or(ways)
