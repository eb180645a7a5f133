"""Reading how far something is moved from where it stands, `10 cm to the left`, and what gap is left between two things."""

from __future__ import annotations

import numpy as np

from heedful.agents.understanding import amounts, directions, idioms, verbs
from heedful.agents.understanding.clause import Clause, Want
from heedful.agents.understanding.describe import candidates
from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.ordering import faces, turned
from heedful.agents.understanding.phrases import Readings
from heedful.agents.understanding.relations import Relations
from heedful.agents.understanding.shaping import Vague
from heedful.program import Atom, Formula, Ref
from heedful.types import Scene

_SIDE = "[over|across|further|along|more] [towards|toward|to] [the|your] {0} [side|hand_side]"
WAYS: dict[str, tuple[str, ...]] = {
    "left": ways(_SIDE.format("left"), "leftwards|leftward"), "right": ways(_SIDE.format("right"), "rightwards|rightward"),
    "my_left": ways("to my left [side|hand_side]", "to the left as_i_see_it|from_my_side|from_my_point_of_view|from_where_i_sit"),
    "my_right": ways("to my right [side|hand_side]", "to the right as_i_see_it|from_my_side|from_my_point_of_view|from_where_i_sit"),
    "far": ways("[further|farther] away from you|yourself|the_robot", "[further|farther] from you", "forwards|forward",
    "further|farther back|away",
                "to the back|rear", "towards|toward|to the far side|edge|end"),
    "near": ways("towards|toward you|yourself|the_robot", "closer|nearer to you|yourself", "in|to your direction", "to the front",
                 "towards|toward|to the near side|edge|end"),
    "to_me": ways("towards|toward me", "closer|nearer to me", "in my direction", "towards my side", "to my side"),
    "from_me": ways("[further|farther] away from me", "[further|farther] from me"),
}  # fmt: skip
"""A direction -> how people name it. Far and near are from the robot."""
VECTORS = {"left": (0.0, 1.0), "right": (0.0, -1.0), "far": (1.0, 0.0), "near": (-1.0, 0.0)}
"""Directions in the plane, x away from the robot and y to the left, where sides are told as the robot sees them."""
_MINE = {"my_left": ("left", "right"), "my_right": ("right", "left"), "to_me": ("near", "far"), "from_me": ("far", "near")}
"""As the person sees it: behind the robot, and facing it."""
_ALONG = ways("along|across|over the|your table [top|surface]", "up|back|over|along|a_bit|aside")
LEAVE = ways(
    "leave|keep|have|maintain|ensure|make|create",
    "make sure there is|are",
    "there should|must be",
    "i want|need|would_like",
    "let there be",
)
OF_SPACE = ways("a gap|distance|space|clearance of [at_least]")
BETWEEN = ways("[of] [space|room|distance|clearance] [in] between")
THE_GAP = ways(
    "[make|set|have|adjust|i_want|i_would_like|keep|bring|change|reduce|increase] the|a gap|distance|space|spacing between",
    "make the distance from",
)
IS = ways("[should|must|has_to|needs_to|shall|ought_to] be|measure", "is|to", "to be", "at|equal_to", "[should|must] come|amount to")
"""Between the gap of two things and how wide it shall be."""
WORDS = words_in(p for row in (*WAYS.values(), _ALONG, LEAVE, OF_SPACE, BETWEEN, THE_GAP, IS) for p in row)


def shifted(r: Relations, at: int) -> Readings[Clause]:
    """`shift the green block 10 cm to the left`, `push it to the left by 10 cm`."""
    found: Readings[Clause] = []
    for verb in dict.fromkeys((*r.phrase(at, idioms.PUSH), *r.phrase(at, verbs.VERBS["place"]), *r.phrase(at, directions.VERBS["shift"]))):
        push = " ".join(r.words[at:verb]) in idioms.PUSH
        for themes, end in r.noun_list(verb):
            for start in (end, *r.phrase(end, _ALONG)):
                for way, metres, stop in _how_far(r, start):
                    found.append((Clause(themes, (Want(f"shifted_{way}", metres=metres),), by="push" if push else ""), stop))
    return found + _gap(r, at)


def _gap(r: Relations, at: int) -> Readings[Clause]:
    """`leave a gap of 6 cm between the can and the plate`: how far the one shall be from the other."""
    found: Readings[Clause] = []
    for between in r.phrase(at, THE_GAP):
        for things, end in r.noun_list(between):
            for amount in [*r.phrase(end, IS), end] if len(things) == 2 else ():
                apart = [(Want("apart", things[1], metres=m, at_least=least), stop) for m, least, stop in amounts.distance(r.words, amount)]
                found += [(Clause(things[:1], (want,)), stop) for want, stop in apart]
    for verb in r.phrase(at, LEAVE):
        for start in (verb, *r.phrase(verb, OF_SPACE)):
            for metres, least, end in amounts.distance(r.words, start):
                for between in r.phrase(end, BETWEEN):
                    for things, stop in r.noun_list(between):
                        if len(things) == 2:
                            found.append((Clause(things[:1], (Want("apart", things[1], metres=metres, at_least=least),)), stop))
    return found


def _how_far(r: Relations, at: int) -> list[tuple[str, float, int]]:
    """Direction, distance [m] and where they end, in either order."""
    found: list[tuple[str, float, int]] = []
    for start in (at, *r.phrase(at, ("by",))):
        for metres, least, end in amounts.distance(r.words, start):
            found += [(way, metres, stop) for way, phrases in WAYS.items() for stop in r.phrase(end, phrases) if not least]
    for way, phrases in WAYS.items():
        for end in r.phrase(at, phrases):
            for start in (end, *r.phrase(end, ("by", ",", ", by", "about", "for", ", about", "a distance of"))):
                found += [(way, metres, stop) for metres, least, stop in amounts.distance(r.words, start) if not least]
    return sorted(found, key=lambda f: -f[2])


def moved_on(theme: Ref, want: Want, scene: Scene) -> list[Formula]:
    """Where a thing is once it is so far from where it stands."""
    way = want.relation.removeprefix("shifted_")
    dx, dy = VECTORS[_MINE[way][faces(scene) if way.endswith("_me") else turned(scene)] if way in _MINE else way]
    found = candidates(theme, scene)
    if not found or want.metres is None:
        raise Vague(f"I do not see where {theme.words} should go from")
    goals: list[Formula] = []
    for one in found:
        x, y = scene.objects[one].pose.pos[:2] + want.metres * np.array([dx, scene.sense * dy])
        goals.append(Atom("standing_at", (one if theme.quantifier == "all" else theme, f"{x:.3f}", f"{y:.3f}")))
    return goals if theme.quantifier == "all" else goals[:1]
