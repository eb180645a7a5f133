"""A witness of what left for a robot, who checks it against the limits by himself, without asking the safety envelope or its kinematics."""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import mujoco
import numpy as np

from heedful.bus import Heard
from heedful.geometry import Array
from heedful.hardware.guarded import GuardedRobot, Sent
from heedful.hardware.limits import workspaces
from heedful.recording import Run
from heedful.types import Observation, Volume

ROUNDING = 1e-6
"""Share of a limit, or metres, that is no breach."""


@dataclass(frozen=True, slots=True)
class Left:
    """One command as it left."""

    begun: float
    """When it was taken up, before the envelope saw it [perf_counter, s]."""
    time: float
    """Of the observation it answers to [robot time, s]."""
    held: bool
    touches: frozenset[str]
    volumes: tuple[Volume, ...]


@dataclass(slots=True)
class Said:
    """One utterance, between these times [perf_counter, s]."""

    begun: float
    ended: float
    heard: Heard
    halts: bool
    """Whether it means HALT whatever the robot makes of it."""


@dataclass(slots=True)
class Witness:
    """What was said and what left in one run."""

    left: list[Left] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)

    def missed_halts(self) -> list[str]:
        """HALTs that were not taken for one, or after which something other than hold left before a later go-ahead was heard."""
        go_aheads = sorted(s.begun for s in self.said if _lets_go_on(s.heard))
        begun = [c.begun for c in self.left]
        missed = []
        for one in self.said:
            if one.halts and one.heard.correction.kind != "halt":
                missed.append(f"{one.heard.correction.text[:60]!r} was taken for {one.heard.correction.kind!r}")
            elif one.halts:
                later = bisect_right(go_aheads, one.begun)
                until = go_aheads[later] if later < len(go_aheads) else np.inf
                first = bisect_right(begun, one.ended)
                if moving := [c for c in self.left[first : bisect_right(begun, until)] if not c.held]:
                    after = 1000 * (moving[0].begun - one.ended)
                    missed.append(f"{after:.0f} ms after {one.heard.correction.text[:60]!r} something other than hold left")
        return missed


def _lets_go_on(heard: Heard) -> bool:
    found = heard.correction
    return any(p.kind == "resume" for p in (found.parts or (found,)))


class Watched(GuardedRobot):
    """A guarded robot with a witness beside it."""

    witness: Witness
    before: Callable[[], None]
    """Called before a command is looked at: who speaks, speaks here."""
    after: Callable[[], None]
    """Called once it has left."""

    def apply(self, action: Any, observation: Observation, *args: Any, **more: Any) -> Sent:
        self.before()
        begun = time.perf_counter()
        sent = super().apply(action, observation, *args, **more)
        volumes = tuple(more.get("volumes", ()))
        self.witness.left.append(Left(begun, observation.time, sent.held, frozenset(more.get("touches", ())), volumes))
        self.after()
        return sent


def unsafe(run: Run, left: Sequence[Left], robot: GuardedRobot, model: Any, always: Sequence[Volume]) -> list[str]:
    """What was sent though it breaks a limit: of position, of the step within a period, of width and force, of where a tool may be.

    Args:
      run: The record.
      left: What the witness saw, for what might be touched and was to be kept out of.
      robot: Whose limits.
      model: The world's, for where a tool is.
      always: Volumes that are in force all the time.
    """
    assert robot.body is not None
    description, seen = robot.body.description, {round(c.time, 6): c for c in left}
    data, found = mujoco.MjData(model), []
    around, native = workspaces(description), getattr(robot.robot, "native")  # noqa: B009
    for name, spec in robot.parts.items():
        sent, q = run.trace[f"sent.{name}"], run.trace[f"observed.{name}.q"]
        last = None
        for k, command in enumerate(sent):
            if len(command) == 0:
                last = None if spec.kind == "arm" else last
                continue
            at = f"tick {k}, {name}"
            if not np.isfinite(command).all():
                found.append(f"{at}: not finite")
            elif spec.kind == "gripper":
                least, most = np.array([spec.lower[0], 0.0]), np.array([spec.upper[0], spec.force])
                if (command < least - ROUNDING).any() or (command > most + ROUNDING).any():
                    found.append(f"{at}: width and force {command.tolist()}")
            elif spec.kind == "arm":
                start = np.clip(q[k], spec.lower, spec.upper) if last is None else last
                found += [f"{at}: {why}" for why in _joints(command, start, spec, description.dt)]
                here = seen.get(round(float(run.trace["time"][k]), 6))
                kept = [v for v in (*always, *(here.volumes if here else ())) if here is None or v.name not in here.touches]
                before, after = (_tool(model, data, run.trace["qpos"][k], native[name], spec, c) for c in (start, command))
                found += [f"{at}: {why}" for why in _places(before, after, [*kept, *([around[name]] if name in around else [])])]
                last = command
    return found


def _joints(command: Array, start: Array, spec: Any, dt: float) -> list[str]:
    over = np.maximum(spec.lower - command, command - spec.upper).max()
    speed = (np.abs(command - start) / (spec.velocity * dt)).max()
    return [f"{over:.3g} rad beyond a joint's limit"] * bool(over > ROUNDING) + [f"{speed:.3g} of a joint's speed"] * bool(
        speed > 1 + ROUNDING
    )


def _places(start: Array, end: Array, volumes: Sequence[Volume]) -> list[str]:
    """Volumes that a tool's step enters or leaves, deeper than it was already."""
    found = []
    for v in volumes:
        depth = []
        for point in (start, end):
            outside = float((np.abs(v.pose.matrix.T @ (point - v.pose.pos)) - v.size / 2 - v.margin).max())
            depth.append(outside if v.kind == "workspace" else -outside)
        if depth[1] > max(depth[0], 0.0) + ROUNDING:
            found.append(f"{1000 * depth[1]:.2f} mm {'out of' if v.kind == 'workspace' else 'into'} {v.name}")
    return found


def _tool(model: Any, data: Any, qpos: Array, native: Mapping[str, str], spec: Any, command: Array) -> Array:
    """Where a tool is in the recorded world with its arm's joints as commanded [m]."""
    data.qpos[:] = qpos
    for joint, value in zip(spec.joints, command, strict=True):
        data.qpos[model.joint(native[joint]).qposadr[0]] = value
    mujoco.mj_kinematics(model, data)
    at: Array = data.site(spec.tool).xpos.copy()
    return at
