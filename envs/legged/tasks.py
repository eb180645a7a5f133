"""The nine tasks of a robot on legs, by the paper's names, each with the condition that counts as done: written before anything was tuned.

Yu et al., Language to Rewards for Robotic Skill Synthesis (arXiv 2306.08647). The words are of our own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from heedful.envs.layout import choose
from heedful.envs.legged.track import Track
from heedful.geometry import Array
from heedful.program import TRUE, Formula

UPRIGHT = 0.85
"""How upright the back is of a robot that stands, at least."""


@dataclass(frozen=True, slots=True, eq=False)
class LeggedTask:
    """One task: how it may be said, how the robot stands to begin with, and when it is done."""

    name: str
    phrasings: tuple[str, ...]
    success: Callable[[Track], bool]
    """Tells from all that was measured since the reset."""
    counts: str
    """The same in words, for the table."""
    start: Callable[[np.random.Generator], float] = lambda rng: float(rng.uniform(-np.pi, np.pi))
    """The heading to begin with, counter-clockwise from east [rad]."""
    family: str = "quadruped"


@dataclass(frozen=True, slots=True, eq=False)
class LeggedInstance:
    """A task as one seed made it."""

    task: LeggedTask
    instruction: str
    seed: int
    goal: Formula = TRUE


def instance(task: LeggedTask, rng: np.random.Generator, seed: int) -> LeggedInstance:
    """One of its sentences, drawn."""
    return LeggedInstance(task, choose(rng, task.phrasings), seed)


def _away(heading: float) -> Callable[[np.random.Generator], float]:
    """Headings at least 60 degrees off."""
    return lambda rng: heading + float(rng.choice([-1.0, 1.0])) * float(rng.uniform(np.pi / 3, np.pi))


def _facing(heading: float) -> Callable[[Track], bool]:
    def done(track: Track) -> bool:
        error = np.abs((track.heading - heading + np.pi) % (2 * np.pi) - np.pi)
        return track.longest((error < 0.2) & (track.up > UPRIGHT)) >= 1.0

    return done


def _sitting(track: Track) -> bool:
    return track.longest((track.height < 0.17) & (track.up > UPRIGHT)) >= 1.0


def _rolled(track: Track) -> bool:
    return track.longest(track.up < -0.8) >= 0.5


def _turning(track: Track, rate: float, seconds: float = 2.0) -> NDArray[np.bool_]:
    """For each row, whether the heading changed by `rate` [rad/s] on average in the `seconds` before it."""
    back = np.searchsorted(track.time, track.time - seconds)
    spun: Array = np.abs(track.heading - track.heading[back]) / seconds
    return np.asarray((spun >= rate) & (track.time - track.time[0] >= seconds))


def _spun(track: Track) -> bool:
    return bool((_turning(track, 1.0) & (track.up > UPRIGHT)).any())


def _lifted(foot: str, high: float) -> Callable[[Track], bool]:
    return lambda track: track.longest((track.lift(foot) > high) & (track.up > UPRIGHT)) >= 1.0


def _spun_lifted(track: Track) -> bool:
    """Half the turn rate, with the foot up in at least four of five rows of those two seconds."""
    up = np.concatenate([[0.0], np.cumsum(track.lift("FL") > 0.03)])
    back = np.searchsorted(track.time, track.time - 2.0)
    rows = np.arange(len(track.time))
    share = (up[rows + 1] - up[back]) / np.maximum(rows + 1 - back, 1)
    return bool((_turning(track, 0.5) & (share >= 0.8) & (track.up > UPRIGHT)).any())


def _biped(track: Track) -> bool:
    fronts = np.minimum(track.lift("FR"), track.lift("FL"))
    return track.longest((track.nose_up > 0.7) & (fronts > 0.25)) >= 1.0


TASKS = (
    LeggedTask(
        "face_sunrise",
        (
            "it is early in the morning, make the robot head towards the sun", "turn to the sunrise", "face east",
            "look towards where the sun comes up", "please turn so that you face the rising sun",
        ),
        _facing(0.0), "heading within 0.2 rad of east, standing, for 1 s", _away(0.0),
    ),
    LeggedTask(
        "face_sunset",
        (
            "it is late in the afternoon, make the robot head towards the sunset", "turn to the sunset", "face west",
            "look towards where the sun goes down", "please turn so that you face the setting sun",
        ),
        _facing(np.pi), "heading within 0.2 rad of west, standing, for 1 s", _away(np.pi),
    ),
    LeggedTask(
        "sit",
        (
            "sit down low to the ground with the torso flat", "get down low and keep your torso flat", "crouch low with your back level",
            "lower your torso to 10 cm above the ground", "lie low with your torso level",
        ),
        _sitting, "trunk below 0.17 m with its back level, for 1 s",
    ),
    LeggedTask(
        "roll_over",
        (
            "roll over by 180 degrees", "roll over onto your back", "I want the robot to roll by 180 degrees", "turn over on your back",
            "roll over",
        ),
        _rolled, "on its back (up axis below -0.8) for 0.5 s",
    ),
    LeggedTask(
        "spin",
        ("spin fast", "spin around quickly", "turn on the spot as fast as you can", "make the dog spin on the spot", "whirl around fast"),
        _spun, "2 s at 1 rad/s or more on average, standing",
    ),
    LeggedTask(
        "lift_paw",
        (
            "lift your front right paw", "I want the robot to lift its front right paw in the air", "raise the right front foot",
            "hold your front right leg up", "put your right front paw in the air",
        ),
        _lifted("FR", 0.05), "front right sole 5 cm up, standing, for 1 s",
    ),
    LeggedTask(
        "lift_paw_higher",
        (
            "lift your front right paw really high", "raise the right front foot up high", "lift the front right paw 20 cm high",
            "hold your front right leg up as high as you can", "put your right front paw very high in the air",
        ),
        _lifted("FR", 0.12), "front right sole 12 cm up, standing, for 1 s",
    ),
    LeggedTask(
        "spin_lifted",
        (
            "lift your front left paw and spin", "spin around with your front left paw in the air", "left front foot up while you spin",
            "turn on the spot on three legs with the front left paw lifted", "keep your front left leg raised and spin around",
        ),
        _spun_lifted, "2 s at 0.5 rad/s or more on average, front left sole 3 cm up in four fifths of them, standing",
    ),
    LeggedTask(
        "stand_on_hind_legs",
        (
            "stand upright on two back feet like a human", "stand on your hind legs", "stand up on your back feet",
            "rear up and balance on your hind legs", "stand on two legs with your front paws in the air",
        ),
        _biped, "nose 45 degrees up or more with both front soles 25 cm up, for 1 s",
    ),
)  # fmt: skip


def task(name: str) -> LeggedTask:
    """The task of that name. Raises UnknownTask naming the nearest."""
    import difflib

    from heedful.envs.tabletop_tasks import UnknownTask

    known = {t.name: t for t in TASKS}
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, 1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    raise UnknownTask(f"no task named {name!r}.{hint} Known tasks of the ground: {', '.join(known)}")
