"""The two interactive demonstrations of Yu et al. (arXiv 2306.08647), turn by turn: the moonwalk, and the apple that goes into the drawer.

What each turn has to bring about was written before anything was tuned, and is measured in the true state. The moonwalk could not be had
with the paper's own released model, as its authors say. The words are near theirs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from heedful.envs.legged.track import Track
from heedful.envs.task import Task, Wanted
from heedful.predicates import evaluate
from heedful.program import Atom

FAR = 0.12
"""How far the hand is from what it has let go of [m]."""


@dataclass(frozen=True, slots=True, eq=False)
class Turn:
    """One thing that is said, and what it has to bring about."""

    words: str
    done: Callable[[Any, float], bool]
    """Takes the world and the robot time from which on it counts [s]."""
    counts: str
    """The same in words."""


@dataclass(frozen=True, slots=True, eq=False)
class Demonstration:
    """A dialogue with one robot."""

    name: str
    world: str
    task: Any
    turns: tuple[Turn, ...]
    gap: tuple[float, float] | None
    """Least and longest robot time from one turn to the next, while the robot moves [s]; None: each once the one before has ended."""

    def gaps(self, seed: int) -> list[float]:
        """Robot time from each turn to the next, drawn by the seed: nobody speaks by the clock [s]."""
        drawn = np.random.default_rng(seed).uniform(*(self.gap or (0.0, 0.0)), len(self.turns) - 1)
        return [float(g) for g in drawn]


@dataclass(frozen=True, slots=True, eq=False)
class Until:
    """A world of which nothing counts that came after some time [s]."""

    world: Any
    end: float

    def track(self) -> Track:
        """What was measured by then."""
        return between(self.world.track(), -np.inf, self.end)


def between(track: Track, start: float, end: float = np.inf) -> Track:
    """The rows of a track from some time on, until another."""
    rows = (track.time >= start) & (track.time < end)
    return Track(*(np.asarray(getattr(track, n))[rows] for n in ("time", "pos", "turn", "feet", "ground")))


def _upright(world: Any, start: float) -> bool:
    track = between(world.track(), start)
    fronts = np.minimum(track.lift("FR"), track.lift("FL"))
    return track.longest((track.nose_up > 0.7) & (fronts > 0.25)) >= 1.0


def _still_upright(world: Any, start: float) -> bool:
    track = between(world.track(), start)
    return track.longest(track.nose_up > 0.7) >= 1.0


def _backwards(rate: float) -> Callable[[Any, float], bool]:
    def done(world: Any, start: float) -> bool:
        track = between(world.track(), start)
        if len(track.time) < 2:
            return False
        back = np.searchsorted(track.time, track.time - 1.0)
        way = track.turn[:, :2, 2] * -1.0  # bolt upright its belly, the way that its forward axis lay, looks ahead
        flat = way / np.maximum(np.linalg.norm(way, axis=1, keepdims=True), 1e-6)
        gone = ((track.pos[:, :2] - track.pos[back, :2]) * flat).sum(axis=1) / np.maximum(track.time - track.time[back], 1e-6)
        lasted = track.time - track.time[0] >= 1.0
        return bool((lasted & (gone <= -rate) & (track.nose_up > 0.7)).any())

    return done


MOONWALK = Demonstration(
    "moonwalk", "quadruped", None,
    (
        Turn("make the robot stand upright on two back feet like a human", _upright, "nose 45° up, both front soles 25 cm up, for 1 s"),
        Turn("good, you don't need to keep the front paws at a certain height", _still_upright, "nose 45° up for 1 s more"),
        Turn("good, now make the robot do a moonwalk", _backwards(0.05), "backwards at 0.05 m/s over 1 s, nose 45° up"),
        Turn(
            "moonwalk means the robot should walk backward while the feet swing as if they are moving forward, correct your answer and "
            "also make it walk at a speed of 0.5 m/s", _backwards(0.25), "backwards at 0.25 m/s over 1 s, nose 45° up",
        ),
    ),
    (2.2, 3.2),
)  # fmt: skip


def _holds(name: str, *roles: str, but: str = "") -> Callable[[Any, float], bool]:
    def done(world: Any, start: float) -> bool:
        scene, binding = world.scene(), world.instance.binding
        wanted = evaluate(Atom(name, tuple(binding[r] for r in roles)), scene) is True
        return wanted and (not but or evaluate(Atom(but, (binding["drawer"],)), scene) is True)

    return done


def _let_go(world: Any, start: float) -> bool:
    scene, binding = world.scene(), world.instance.binding
    pose = next(p.pose for p in world.robot.observe().parts.values() if p.pose is not None)
    away = float(np.linalg.norm(pose.pos - scene.objects[binding["object"]].pose.pos))
    return (
        away >= FAR
        and binding["object"] not in scene.held.values()
        and evaluate(Atom("in", (binding["object"], binding["drawer"])), scene) is True
    )


def _shut_in(world: Any, start: float) -> bool:
    scene, binding = world.scene(), world.instance.binding
    inside = evaluate(Atom("in", (binding["object"], binding["drawer"])), scene) is True
    return inside and evaluate(Atom("closed", (binding["drawer"],)), scene) is True


APPLE = Demonstration(
    "apple_into_drawer", "tabletop",
    Task(
        "apple_into_drawer", "manipulator", ("put the {object} into the {drawer}",), "in(object, drawer)",
        {"object": Wanted("apple"), "drawer": Wanted("drawer")}, clutter=(0, 0),
    ),
    (
        Turn("open the drawer", _holds("open", "drawer"), "the drawer is open"),
        Turn(
            "good, now put the apple inside the drawer while keeping it open", _holds("in", "object", "drawer", but="open"),
            "the apple is in the open drawer",
        ),
        Turn("good, now release the apple and move your hand away from it", _let_go, "the apple is in the drawer, the hand 12 cm off it"),
        Turn("now close the drawer", _shut_in, "the apple is in the closed drawer"),
    ),
    None,
)  # fmt: skip
DEMONSTRATIONS = (MOONWALK, APPLE)
