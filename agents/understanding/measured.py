"""How things stand to one another as far as it tells them apart, measured; the predicates of goals are stricter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from heedful.agents.understanding.ordering import size
from heedful.predicates import evaluate
from heedful.program import Atom
from heedful.types import Scene, Thing

ASTRIDE = 0.12
"""How far beside the line between two things a thing between them may be [m]."""
APART = 0.25
"""Distance from which a thing is told by being far from another [m]."""


def between(things: Sequence[Thing], ends: Sequence[Thing], single: bool = False) -> list[Thing]:
    """The things that stand on the way from one end to the other, or not far beside it.

    Args:
      single: One is meant: where the line between the ends goes through one of them, not those that stand beside it by clearly more.
    """
    if len(ends) != 2:
        return []
    apart = centres(*ends)
    where = {t.id: _along(t, ends) for t in things}
    found = [t for t in things if 0.1 < where[t.id][0] < 0.9 and where[t.id][1] <= max(ASTRIDE, 0.25 * apart)]
    least = min((where[t.id][1] for t in found), default=0.0)
    if not single or not any(where[t.id][1] <= _half(t) for t in found):
        return found
    return [t for t in found if where[t.id][1] <= least + _half(t)]


def _along(thing: Thing, ends: Sequence[Thing]) -> tuple[float, float]:
    """How far it is along the line from one thing to another, 0 to 1, and how far its middle is from that line [m]."""
    a, b = (e.pose.pos[:2] for e in ends)
    share = float((thing.pose.pos[:2] - a) @ (b - a) / max(float((b - a) @ (b - a)), 1e-9))
    return share, float(np.linalg.norm(thing.pose.pos[:2] - a - share * (b - a)))


def _half(thing: Thing) -> float:
    """Half of its lesser width [m]."""
    return float(min(thing.size[:2])) / 2


def centres(a: Thing, b: Thing) -> float:
    """Distance between the middles of two things in the plane [m]."""
    return float(np.linalg.norm((a.pose.pos - b.pose.pos)[:2]))


def gap(a: Thing, b: Thing) -> float:
    """Distance between the circles round two things in the plane [m]."""
    return centres(a, b) - float(max(a.size[:2]) + max(b.size[:2])) / 2


def _holds(thing: Thing, inner: list[Thing], scene: Scene) -> bool:
    return any(evaluate(Atom(n, (i.id, thing.id)), scene) is True for i in inner for n in ("in", "on"))


def _touches(thing: Thing, others: list[Thing], scene: Scene) -> bool:
    return any(scene.touching(thing.id, o.id) is True or (scene.contacts is None and gap(thing, o) <= 0.01) for o in others)


MEASURED: dict[str, Callable[[Thing, list[Thing], Scene], bool]] = {
    "has": _holds,
    "touching": _touches,
    "far_from": lambda t, others, scene: bool(others) and all(gap(t, o) >= APART for o in others),
    "larger_than": lambda t, others, scene: bool(others) and all(size(t) > size(o) + 0.003 for o in others),
    "smaller_than": lambda t, others, scene: bool(others) and all(size(t) < size(o) - 0.003 for o in others),
    "taller_than": lambda t, others, scene: bool(others) and all(t.top - t.bottom > o.top - o.bottom + 0.003 for o in others),
    "shorter_than": lambda t, others, scene: bool(others) and all(t.top - t.bottom < o.top - o.bottom - 0.003 for o in others),
}
"""Relations of a thing to others."""
