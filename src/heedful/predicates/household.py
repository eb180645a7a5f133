"""Predicates of a household: where a robot that drives stands, and what has been washed, heated, cooled or sliced."""

from __future__ import annotations

import numpy as np

from heedful.predicates.registry import Truth, define, predicate
from heedful.types import Scene, Thing

BESIDE = 1.0
"""Largest level distance between a robot and the place that it is at [m]."""
PERSON = "person"
ROBOT = "robot"
"""Category of the robot's own body, where it drives about and is part of the scene."""


@predicate("the robot is at {0}")
def robot_at(scene: Scene, place: Thing) -> Truth:
    """The robot that drives about stands by this place."""
    body = next((t for t in scene.objects.values() if t.category == ROBOT), None)
    return None if body is None else float(np.linalg.norm((body.pose.pos - place.pose.pos)[:2])) <= BESIDE


@predicate("{0} is a place to stand at")
def landmark(scene: Scene, place: Thing) -> Truth:
    """Furniture and people, to which a robot can drive; not its own body."""
    return place.fixed and place.category != ROBOT


@predicate("things can be handed to {0}")
def receives(scene: Scene, x: Thing) -> Truth:
    return x.category == PERSON


@predicate("{0} is washed", words=("washed",))
def washed(scene: Scene, x: Thing) -> Truth:
    return "washed" in x.attributes


@predicate("{0} is hot", words=("heated",))
def heated(scene: Scene, x: Thing) -> Truth:
    return "heated" in x.attributes


@predicate("{0} is cold", words=("cooled",))
def cooled(scene: Scene, x: Thing) -> Truth:
    return "cooled" in x.attributes


@predicate("{0} is sliced", words=("sliced",))
def sliced(scene: Scene, x: Thing) -> Truth:
    return "sliced" in x.attributes


@predicate("{0} is dusty", words=("dusty",))
def dusty(scene: Scene, x: Thing) -> Truth:
    return "dusty" in x.attributes


@predicate("{0} is stained", words=("stained",))
def stained(scene: Scene, x: Thing) -> Truth:
    return "stained" in x.attributes


@predicate("{0} is soaked", words=("soaked",))
def soaked(scene: Scene, x: Thing) -> Truth:
    return "soaked" in x.attributes


define("at_hand(x)", "exists p: robot_at(p) & (on(x, p) | in(x, p) | at(x, p))", "{0} is where the robot is")
