"""A stand-in for the person at the table: sees what truly is there, and says what a person would; words are all it has.

It is scripted, and called so. It knows no more than somebody who looks on: where things and the hand truly are, and what the robot says
that it is doing. It reacts late, speaks seldom, and judges distances by eye.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from heedful.geometry import Array, Pose
from heedful.predicates.extents import footprint_gap
from heedful.ticking import Tick
from heedful.types import Scene, SkillCall, Thing

REACTION = 0.5
"""From when an error can be seen until the first word [s]."""
PAUSE = 1.5
"""From one utterance to the next [s]: that is how long it takes to say one."""
GLANCE = 0.1
"""How often it looks [s]."""
NOTICED = 0.01
"""A displacement below this is not worth a word [m]."""
STEADY = 0.03
"""Sideways the hand goes slower than this once it is above where it means to go down [m/s]."""
ABOVE = 0.20
"""From this height over a thing on it can be seen where the hand will come down [m]."""
COMMITTED = 0.005
"""Lower than this over a thing it is too late to stop the hand [m]."""
BESIDE = 0.12
"""A hand further aside than this does not go for the thing, as far as can be seen [m]."""
EYE = (0.20, 0.003)
"""What a person judges by eye is off by this share of it, and by this much [standard deviations; 1, m]."""
AMID = 0.03
"""Gap that it would leave between things that shall stand side by side [m]."""
SIDE_BY_SIDE = (0.005, 0.05)
"""Gaps between which it is content [m]."""
WAYS: Mapping[tuple[int, bool], str] = {(0, True): "forward", (0, False): "back", (1, True): "to your left", (1, False): "to your right"}
"""Axis of the world and whether along it -> in words, from where the robot stands."""
AMOUNTS = {1: "a tiny bit", 2: "a bit"}
"""Centimetres that have a word; others are said in numbers."""


@dataclass(slots=True, eq=False)
class ScriptedCorrector:
    """Watches the ticks of a run, and corrects it.

    Args:
      say: Takes its words. It has no other way to the robot.
      look: The scene as it truly is.
      seed: Of its errors of judgement.
    """

    say: Callable[[str], object]
    look: Callable[[], Scene]
    seed: int
    said: list[str] = field(default_factory=list)
    _rng: np.random.Generator = field(init=False)
    _before: tuple[float, Array] | None = None
    _since: float | None = None
    _spoke: float = -PAUSE
    _told: bool = False
    _late: bool = False
    """Whether it has seen an error that it could not say in time: it then asks, once, for less haste."""

    def __post_init__(self) -> None:
        self._rng = np.random.default_rng([self.seed, 1])  # its own: the scene and what is seen of it are drawn from the seed, too

    def __call__(self, tick: Tick) -> None:
        """One tick of the robot's; at most one utterance."""
        now = tick.observation.time
        tool = next((p.pose for p in tick.observation.parts.values() if p.pose is not None), None)
        if tool is None or not tick.calls or (self._before is not None and now < self._before[0] + GLANCE - 1e-9):
            return
        speed = np.inf if self._before is None else float(np.hypot(*(tool.pos - self._before[1])[:2])) / (now - self._before[0])
        self._before = now, tool.pos.copy()
        silent = now < self._spoke + PAUSE
        if tick.halted:
            if silent:
                return
            wrong = None if self._told else amiss(self.look(), tick.calls[0], tool)
            words = in_words(self._by_eye(wrong)) if wrong is not None else ""
            self._told = bool(words)
            self._speak(words or "go on", now)
            return
        if speed > STEADY or amiss(self.look(), tick.calls[0], tool, COMMITTED) is None:
            self._late, self._since = self._late or self._since is not None, None
            if self._late and not silent and "slower" not in self.said:
                self._speak("slower", now)
        elif self._since is None:
            self._since = now
        elif now >= self._since + REACTION and not silent:
            self._told = False
            self._speak("stop", now)

    def _speak(self, words: str, now: float) -> None:
        self._since, self._spoke = None, now
        self.said.append(words)
        self.say(words)

    def _by_eye(self, way: Array) -> Array:
        share, blur = EYE
        return np.asarray(way * (1.0 + self._rng.normal(0.0, share)) + self._rng.normal(0.0, blur, 2))


def in_words(way: Array) -> str:
    """A horizontal displacement [m, world] as it is said: whole centimetres, the longer part first; nothing where it comes to nothing."""
    parts = []
    for axis in sorted((0, 1), key=lambda a: -abs(way[a])):
        if (cm := round(100 * abs(float(way[axis])))) > 0:
            parts.append(f"{AMOUNTS.get(cm, f'{cm} cm')} {WAYS[axis, bool(way[axis] > 0)]}")
    return " and ".join(parts)


def amiss(scene: Scene, call: SkillCall, tool: Pose, committed: float = -np.inf) -> Array | None:
    """How far the hand, or what it holds, would have to come down elsewhere [m, world x and y]; None where nothing is seen to be wrong.

    Args:
      scene: As it truly is.
      call: What the robot says that it does.
      tool: Where the hand is.
      committed: From which height over the thing on nothing is said any more [m].
    """
    thing, target = (scene.objects.get(str(call.kwargs.get(k, ""))) for k in ("object", "target"))
    if thing is None:
        return None
    held = thing.id in scene.held.values()
    if call.skill == "pick" and not held and thing.cavity is None and thing.handle is None:
        height = float(tool.pos[2]) - thing.top
        way = thing.pose.pos[:2] - _aim(tool, float(thing.pose.pos[2]))
    elif held and target is not None and not target.fixed:
        height = thing.bottom - target.top if call.skill != "place_next_to" else thing.bottom
        way = _apart(thing, target) if call.skill == "place_next_to" else _into(thing, target)
    else:
        return None
    if not committed < height < ABOVE or not NOTICED < float(np.hypot(*way)) < BESIDE:
        return None
    return np.asarray(way)


def _aim(tool: Pose, height: float) -> Array:
    """Where the hand comes down to at a height [m, world x and y]: along the way that it looks."""
    looks = tool.matrix[:, 2]
    far = (float(tool.pos[2]) - height) / max(-float(looks[2]), 0.2)
    return np.asarray(tool.pos[:2] + far * looks[:2])


def _into(thing: Thing, target: Thing) -> Array:
    """The shortest displacement that brings a held thing well within a target's outline, seen from above [m]."""
    middle = (target.pose.pos - thing.pose.pos)[:2]
    across = target.cavity.size if target.cavity is not None else target.size
    room = max(0.0, float(min(across[:2]) - max(thing.size[:2])) / 2)
    far = float(np.hypot(*middle))
    return np.asarray(middle * max(0.0, 1.0 - room / max(far, 1e-9)))


def _apart(thing: Thing, other: Thing) -> Array:
    """The displacement that brings a held thing beside another: neither onto it nor far off [m]."""
    gap, between = footprint_gap(thing, other), (other.pose.pos - thing.pose.pos)[:2]
    if SIDE_BY_SIDE[0] < gap < SIDE_BY_SIDE[1]:
        return np.zeros(2)
    return np.asarray(between / max(float(np.hypot(*between)), 1e-9) * (gap - AMID))
