"""Adjustments in force: shifts and turns of the running skill's target, its speed and its grip, ramped into motion."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from heedful.directions import NoDirection, Standpoint, heading
from heedful.geometry import Array
from heedful.types import Adjustment, Correction, Id, Observation, SkillCall

RAMP_SPEED = 0.10
"""How fast a nudge is blended into the running motion [m/s]."""
RAMP_TURN = 0.6
"""How fast a turn is [rad/s]."""
LARGEST_OFFSET = 0.25
"""Corrections may shift a target by at most this in all [m]."""
LARGEST_TILT = math.radians(40.0)
"""They may lean the hand by at most this [rad]."""
SLOWEST = 0.05
STEPS = {"tiny": 0.01, "bit": 0.02, "default": 0.04, "lot": 0.10}
"""Amounts of a nudge in words [m]."""
TURNS = {"tiny": 5.0, "bit": 15.0, "default": 45.0, "lot": 90.0}
"""Amounts of a turn in words [degrees]."""
FACTORS = {"slower": 0.5, "faster": 2.0, "much_slower": 0.25, "much_faster": 4.0, "normal": 0.0}
"""Factors on the present speed; 0 restores the usual one."""
FIRMER = 1.5
GRIPS = (0.3, 3.0)
KINDS = frozenset({"nudge", "rotate", "grip", "rate", "reward"})
Key = tuple[str, Id]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What people want of one call: kept in the frame of the thing that it is about, so that it goes where the thing goes."""

    offset: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """In the thing's frame [m]; in the world where there is no thing."""
    yaw: float = 0.0
    """About world z [rad]."""
    tilt: tuple[float, float] = (0.0, 0.0)
    """Rotation vector about world x and y [rad]."""


State = tuple[Wanted, float, float, "tuple[Any, ...] | None"]
"""Target, speed, grip and reward, as wanted at one time."""


@dataclass(slots=True, eq=False)
class Adjusting:
    """The adjustments of one instruction."""

    standpoint: Standpoint = Standpoint()
    ids: Mapping[str, Id] = field(default_factory=dict)
    """Name -> id, as corrections name things."""
    speed: float = 1.0
    grip: float = 1.0
    recalled_grip: float = 1.0
    """Scale on the grip force that was once asked for such a call as runs now."""
    revision: int = 0
    moving: bool = False
    """Whether the motion of a call is under way, so that shifts are of it."""
    rewards_of: Callable[[Mapping[str, Any]], tuple[Any, ...]] = lambda effect: tuple(effect["stages"])
    """From the effect of an edit of the reward to the rewards."""
    reward: tuple[Any, ...] | None = None
    """The rewards that people want instead of those that the call was given."""
    _kept: dict[Key, Wanted] = field(default_factory=dict)
    """What is wanted of calls that have not come off yet."""
    _wanted: Wanted = Wanted()
    _done: Wanted = Wanted()
    """What was wanted of the call whose motion is over."""
    _call: SkillCall | None = None
    _about: Id | None = None
    _frame: Array = field(default_factory=lambda: np.eye(3))
    _now: Array = field(default_factory=lambda: np.zeros(6))
    """Offset and rotation vector as ramped so far."""

    @property
    def state(self) -> State:
        """What is wanted now, so that it can be restored."""
        return self._wanted, self.speed, self.grip, self.reward

    def restore(self, state: State, kind: str) -> None:
        """Go back to what was wanted before an adjustment of a kind; what was said of another kind since stays."""
        wanted, speed, grip, reward = state
        if kind == "nudge":
            self._wanted = Wanted(wanted.offset, self._wanted.yaw, self._wanted.tilt)
        elif kind == "rotate":
            self._wanted = Wanted(self._wanted.offset, wanted.yaw, wanted.tilt)
        self.speed = speed if kind == "rate" else self.speed
        self.grip = grip if kind == "grip" else self.grip
        self.reward = reward if kind == "reward" else self.reward
        self.revision += 1

    def take(self, correction: Correction, obs: Observation, tool: Array) -> str:
        """Bring a correction into force; what it was taken to mean, in words. Raises NoDirection, ValueError, KeyError."""
        effect = correction.effect
        match correction.kind:
            case "nudge":
                said = self._nudge(effect, obs, tool)
            case "rotate":
                said = self._turn(effect, obs)
            case "rate":
                said = self._rate(effect["factor"])
            case "grip" if effect["change"] in ("tighter", "looser"):
                factor = FIRMER if effect["change"] == "tighter" else 1 / FIRMER
                self.grip = float(np.clip(self.grip * factor, *GRIPS))
                said = f"gripping {effect['change']}"
            case "reward":
                self.reward = self.rewards_of(effect)
                said = "; ".join(map(str, effect.get("changes", ()))) or "another reward"
            case _:
                raise ValueError(f"{correction.kind} is no adjustment")
        self.revision += 1
        return said

    def shifted(self, offset: Array) -> None:
        """Add a displacement [m, world]. Raises ValueError for what is none."""
        if np.shape(offset) != (3,) or not np.isfinite(offset).all():
            raise ValueError("that is no displacement: it takes three numbers [m]")
        whole = self._frame @ np.asarray(self._wanted.offset) + np.asarray(offset, dtype=float)
        whole = whole * min(1.0, LARGEST_OFFSET / max(float(np.linalg.norm(whole)), 1e-9))
        x, y, z = (self._frame.T @ whole).tolist()
        self._wanted = Wanted((x, y, z), self._wanted.yaw, self._wanted.tilt)

    @property
    def offset(self) -> Array:
        """The whole displacement that is wanted [m, world]."""
        return np.asarray(self._frame @ np.asarray(self._wanted.offset))

    def begin(self, call: SkillCall, obs: Observation) -> None:
        """A call starts: what was wanted of it before holds again, and what was said since the last one is of this one."""
        said_since, frame = self._wanted, self._frame
        self._call, self._about, self._now, self.moving = call, _about(call, obs), np.zeros(6), True
        self.reward = None
        self._follow(obs)
        kept = self._kept.get(self._key, Wanted())
        self._wanted = Wanted(
            kept.offset, kept.yaw + said_since.yaw, (kept.tilt[0] + said_since.tilt[0], kept.tilt[1] + said_since.tilt[1])
        )
        if any(said_since.offset):
            self.shifted(frame @ np.asarray(said_since.offset))

    def over(self) -> None:
        """The motion of a call is over, and it is looked at what came of it: what is said from now on is of the next one."""
        if self.moving:
            self.moving, self._done, self._wanted, self._now = False, self._wanted, Wanted(), np.zeros(6)

    def end(self, done: bool) -> None:
        """A call ended: where it came off its shifts are over, else they wait for it to be tried again. The speed stays."""
        self.over()
        if self._call is not None:
            if done or self._done == Wanted():
                self._kept.pop(self._key, None)
            else:
                self._kept[self._key] = self._done
        x, y, z = self.offset.tolist()
        self._call, self._about, self._frame = None, None, np.eye(3)
        self._done, self._wanted, self._now = Wanted(), replace(self._wanted, offset=(x, y, z)), np.zeros(6)

    def ramped(self, dt: float, obs: Observation, pace: float = 1.0) -> Adjustment:
        """The adjustment for this tick: on its way to what was asked for.

        Args:
          dt: How long the arm moves in it [s]; 0 where it holds still: nothing builds up that it would have to catch up with at once.
          obs: What is seen.
          pace: Share of the usual speed.
        """
        speed, grip = max(SLOWEST, self.speed * pace), float(np.clip(self.grip * self.recalled_grip, *GRIPS))
        if self._wanted == Wanted() and not self._now.any():
            return Adjustment((0.0, 0.0, 0.0), 0.0, speed, grip, self.revision, reward=self.reward)
        self._follow(obs)
        goal = np.concatenate([self.offset, self._wanted.tilt, [self._wanted.yaw]])
        for part, most in ((slice(0, 3), RAMP_SPEED * dt), (slice(3, 6), RAMP_TURN * dt)):
            rest = goal[part] - self._now[part]
            distance = math.hypot(*rest.tolist())
            self._now[part] = goal[part] if distance <= most else self._now[part] + rest * (most / distance)
        x, y, z, roll, pitch, yaw = self._now.tolist()
        return Adjustment((x, y, z), yaw, speed, grip, self.revision, (roll, pitch), self.reward)

    @property
    def _key(self) -> Key:
        return ("", "") if self._call is None else (self._call.skill, self._about or "")

    def _follow(self, obs: Observation) -> None:
        """The frame of the thing that the call is about, as it is seen now."""
        thing = obs.scene.objects.get(self._about or "") if obs.scene is not None else None
        if thing is not None and thing.id not in (obs.scene.held.values() if obs.scene is not None else ()):
            self._frame = thing.pose.matrix if thing.shape == "box" else np.eye(3)  # what is round has no heading of its own

    def _nudge(self, effect: Mapping[str, object], obs: Observation, tool: Array) -> str:
        size = effect.get("magnitude_m", "default")
        metres = STEPS[size] if isinstance(size, str) else float(size)  # type: ignore[arg-type]
        if not 0 <= metres <= LARGEST_OFFSET:
            raise ValueError(f"{100 * metres:.0f} cm is no nudge; {100 * LARGEST_OFFSET:.0f} cm is the most")
        if (given := effect.get("offset")) is not None:
            self.shifted(np.asarray(given, dtype=float))
            return f"{100 * float(np.linalg.norm(np.asarray(given, dtype=float))):.3g} cm {effect.get('direction', 'aside')}"
        way, said = heading(str(effect["direction"]), str(effect.get("frame", "default")), obs, tool, self.standpoint, self.ids)
        self.shifted(metres * way)
        return f"{100 * metres:.3g} cm {said}"

    def _turn(self, effect: Mapping[str, object], obs: Observation) -> str:
        axis, sense, size = effect.get("axis", "yaw"), str(effect.get("sense", "any")), effect.get("magnitude", "default")
        degrees = TURNS[size] if isinstance(size, str) else float(size or 45.0)  # type: ignore[arg-type]
        if not math.isfinite(degrees):
            raise ValueError("that is no turn: it takes a number of degrees")
        by = math.radians(min(abs(degrees), 180.0))
        yaw, tilt = self._wanted.yaw, self._wanted.tilt
        if sense == "level":
            self._wanted = Wanted(self._wanted.offset, yaw)
            return "the hand level again"
        if axis == "yaw":
            if sense == "align":
                by = _aligning(effect.get("reference"), obs, self.ids)
                self._wanted = Wanted(self._wanted.offset, yaw + by, tilt)
                return f"turning by {abs(math.degrees(by)):.0f}° to line up"
            self._wanted = Wanted(self._wanted.offset, float(np.clip(yaw + (-by if sense == "cw" else by), -np.pi, np.pi)), tilt)
            return f"turning {degrees:.0f}° {'clockwise' if sense == 'cw' else 'anticlockwise'}, seen from above"
        at = 1 if axis == "pitch" else 0
        leaning = [*tilt]
        leaning[at] = float(np.clip(leaning[at] + (by if sense in ("down", "right") else -by), -LARGEST_TILT, LARGEST_TILT))
        self._wanted = Wanted(self._wanted.offset, yaw, (leaning[0], leaning[1]))
        return f"tilting {min(degrees, math.degrees(LARGEST_TILT)):.0f}° {sense}"

    def _rate(self, factor: object) -> str:
        by = FACTORS[factor] if isinstance(factor, str) else float(factor)  # type: ignore[arg-type]
        if not by >= 0:
            raise ValueError("a speed is no less than nothing")
        before = self.speed
        self.speed = float(np.clip(before * by, SLOWEST, 1.0)) if by else 1.0
        if self.speed == before:
            return "at its full speed already" if before == 1.0 else "as slow as it goes already"
        return f"at {100 * self.speed:.0f} % of its speed"


def _about(call: SkillCall, obs: Observation) -> Id | None:
    """The thing in whose frame shifts of a call are kept: the last that it names and that is not in a hand."""
    scene = obs.scene
    if scene is None:
        return None
    held = set(scene.held.values())
    return next((v for _, v in reversed(call.args) if isinstance(v, str) and v in scene.objects and v not in held), None)


def _aligning(reference: object, obs: Observation, ids: Mapping[str, Id]) -> float:
    """The turn about world z that lines the fingers up with a thing, the shorter way [rad]."""
    thing = obs.scene.objects.get(ids.get(str(reference), str(reference))) if obs.scene is not None and reference else None
    pose = next((p.pose for p in obs.parts.values() if p.pose is not None), None)
    if pose is None or (reference and thing is None):
        raise NoDirection(f"I do not see the {reference}")
    across = thing.pose.matrix[:, 0] if thing is not None else np.array([1.0, 0, 0])
    fingers = pose.matrix[:, 1]
    turn = math.atan2(across[1], across[0]) - math.atan2(fingers[1], fingers[0])
    return (turn + math.pi / 4) % (math.pi / 2) - math.pi / 4
