"""The single stage from Action to Command: targets of any mode become joint targets, and the correction in force enters.

| mode | becomes | how the correction enters |
|---|---|---|
| JointTarget | itself | its tool pose is displaced by offset and yaw (`body.shift`) |
| PoseTarget | one differential step from the last target, slowing on arrival | speed; the skill itself calls `adjusted(target)` |
| PoseDelta | one Jacobian step from the last target | speed, and the change of offset and yaw since the last tick |
| Grip | (width [m], force [N]) | force times `grip` |
| Twist | speeds | speed |
| Choice | the index of the choice | not at all |
| left out | the last target; a base stops, a gripper never commanded stays left out, a discrete part does nothing | the change of `grip` |
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Protocol

import numpy as np

from heedful.geometry import Array, Pose, quat_from_axis_angle, quat_mul
from heedful.hardware.body import RobotBody, twist_between
from heedful.types import (
    Action,
    Adjustment,
    Choice,
    Command,
    Grip,
    JointTarget,
    Observation,
    PartCommand,
    PartSpec,
    PoseDelta,
    PoseTarget,
    Twist,
)

TOOL_SPEED = (0.5, 1.5)
"""The tool goes no faster than this towards a PoseTarget [m/s, rad/s]."""
TOOL_BRAKING = (1.0, 3.0)
"""How hard it brakes on arrival [m/s^2, rad/s^2]."""
ARRIVAL = 0.2
"""Share of what is left that one tick covers at most."""
START = 5.0
"""A PoseTarget changes joint speeds by at most this times their limit per second [1/s]."""

COMMANDS: Mapping[str, tuple[type, ...]] = {
    "arm": (JointTarget, PoseTarget, PoseDelta),
    "torso": (JointTarget,),
    "gripper": (Grip,),
    "base": (Twist,),
    "discrete": (Choice,),
}


class BadAction(ValueError):
    """An action that no robot can be sent; `part` and `rule` say where and which."""

    def __init__(self, part: str, rule: str, sentence: str) -> None:
        super().__init__(sentence)
        self.part, self.rule = part, rule


class Parted(Protocol):
    """Whatever has a name, parts and a control period: a description, a robot or a body."""

    @property
    def name(self) -> str: ...
    @property
    def parts(self) -> Mapping[str, PartSpec]: ...
    @property
    def dt(self) -> float: ...


@np.errstate(over="ignore", invalid="ignore")  # what is not finite is refused by the envelope
def lower(
    action: Action,
    observation: Observation,
    body: RobotBody | None,
    last_sent: Command | None,
    adjust: Adjustment | None = None,
    *,
    before: Adjustment | None = None,
    earlier: Command | None = None,
    robot: Parted | None = None,
) -> Command:
    """One tick's command for every part.

    Args:
      action: What the skill wants.
      observation: What was measured; stands in for `last_sent` where there is none.
      body: Kinematics; None for a robot without, which then takes no poses and no displacement.
      last_sent: The command of the last tick.
      adjust: The correction in force; by default the observation's.
      before: The correction of the last tick; None before the first.
      earlier: The command before the last, from which a PoseTarget knows how fast it is going; None skips that limit.
      robot: Names and parts, where there is no body.

    Raises BadAction on a part, a mode or a shape that the robot has not.
    """
    if (known := body or robot) is None:
        raise ValueError("lower needs a body or a robot to know the parts")
    adjust = observation.adjust if adjust is None else adjust
    before = Adjustment() if before is None else before
    for part in action.parts:
        if part not in known.parts:
            near = get_close_matches(part, known.parts, 1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            raise BadAction(part, "part", f"UnknownPart: {known.name} has no part {part!r}.{hint} Known parts: {', '.join(known.parts)}")
    command: dict[str, Array] = {}
    for part, spec in known.parts.items():
        wanted = action.parts.get(part)
        if wanted is not None:
            check(known.name, part, spec, wanted)
        if spec.kind == "discrete":
            if isinstance(wanted, Choice):
                command[part] = np.array([float(spec.choices.index(wanted.name))])
            continue
        last = _last(part, spec, observation, last_sent)
        if wanted is None:
            if last.size == 0:
                continue
            command[part] = np.zeros(3) if spec.kind == "base" else last
            if spec.kind == "gripper" and adjust.grip != before.grip:
                command[part] = np.array([last[0], min(last[1] * adjust.grip / max(before.grip, 1e-6), spec.force)])
            continue
        match wanted:
            case JointTarget(q):
                target = np.asarray(q, dtype=float)
                shifted = spec.kind == "arm" and body is not None and adjust.moves and bool(np.isfinite(target).all())
                command[part] = body.shift(part, target, np.array(adjust.offset), adjust.turn) if shifted and body else target
            case PoseTarget(pose):
                way: Array | None = np.zeros_like(last)  # at rest, where nothing was sent yet
                if last_sent is not None and part in last_sent:
                    way = last - np.asarray(earlier[part]) if earlier is not None and part in earlier else None
                command[part] = _towards(_kinematics(body, known, part), part, pose, last, adjust.speed, way)
            case PoseDelta():
                command[part] = _displaced(_kinematics(body, known, part), part, wanted, last, adjust, before)
            case Grip(width, force):
                command[part] = np.array([width, force * adjust.grip])
            case Twist(x, y, yaw):
                command[part] = np.array([x, y, yaw]) * adjust.speed
    return command


def check(robot: str, part: str, spec: PartSpec, wanted: PartCommand) -> None:
    """Raises BadAction if a part does not take such a command."""
    modes = COMMANDS[spec.kind]
    if not isinstance(wanted, modes):
        takes = " or ".join(m.__name__ for m in modes)
        raise BadAction(part, "shape", f"ActionMode: {robot}.{part} takes {takes}, got {type(wanted).__name__}")
    given: tuple[tuple[object, int, str], ...]
    match wanted:
        case JointTarget(q):
            given = ((q, len(spec.joints), "{} joint targets [rad]"),)
        case PoseTarget(pose):
            given = ((pose.pos, 3, "a position of {} numbers [m]"), (pose.quat, 4, "a quaternion of {} numbers, wxyz"))
        case PoseDelta(pos, rot):
            given = ((pos, 3, "a displacement of {} numbers [m]"), (rot, 3, "a rotation vector of {} numbers [rad]"))
        case Grip(width, force):
            given = (((width, force), 2, "a width [m] and a force [N]"),)
        case Twist(x, y, yaw):
            given = (((x, y, yaw), 3, "{} speeds"),)
        case Choice(name):
            given = ()
            if name not in spec.choices:
                raise BadAction(part, "shape", f"UnknownChoice: {robot}.{part} takes {', '.join(spec.choices)}, got {name!r}")
    for value, count, words in given:
        try:
            got = np.asarray(value, dtype=float).shape
        except (TypeError, ValueError):
            shown = list(value) if isinstance(value, tuple) else value
            raise BadAction(part, "shape", f"ActionShape: {robot}.{part} takes {words.format(count)}, got {shown!r:.60}") from None
        if got != (count,):
            raise BadAction(part, "shape", f"ActionShape: {robot}.{part} takes {words.format(count)}, got shape {got}")


def _last(part: str, spec: PartSpec, observation: Observation, last_sent: Command | None) -> Array:
    """The last target; the measured joints where nothing was sent yet, and nothing for a gripper, which then keeps what it has."""
    if last_sent is not None and part in last_sent:
        return np.asarray(last_sent[part], dtype=float)
    if spec.kind == "base":
        return np.zeros(3)
    if spec.kind == "gripper":
        return np.zeros(0)
    state = observation.parts.get(part)
    if state is None or state.q.shape != (len(spec.joints),):
        raise BadAction(part, "state", f"no state of {part} was measured, so it cannot be told where to stay")
    return np.clip(state.q, spec.lower, spec.upper)


def _kinematics(body: RobotBody | None, known: Parted, part: str) -> RobotBody:
    if body is None:
        raise BadAction(part, "shape", f"ActionMode: {known.name}.{part} takes JointTarget only, for its kinematics are not known")
    return body


def _towards(body: RobotBody, part: str, pose: Pose, last: Array, speed: float, way: Array | None) -> Array:
    spec = body.parts[part]
    here, _ = body.jacobian(part, last)
    twist = twist_between(here, Pose(np.asarray(pose.pos, dtype=float), _unit(pose.quat)))
    distance, angle = float(np.linalg.norm(twist[:3])), float(np.linalg.norm(twist[3:]))
    if not np.isfinite(distance + angle):
        return np.full_like(last, np.nan)
    share = 1.0
    if distance > 1e-4 or angle > 1e-3:
        share = ARRIVAL
        for left, speed_limit, braking in zip((distance, angle), TOOL_SPEED, TOOL_BRAKING, strict=True):
            share = min(share, min(speed_limit, np.sqrt(2 * braking * left)) * body.dt / left) if left > 1e-9 else share
    step = body.step_towards(part, last, twist * share * speed, rest=0.01 * speed if share < 1 else 0.0)
    step = _within(step, spec.velocity * body.dt * speed)
    if way is not None:
        change = _within(step - way, START * spec.velocity * body.dt**2)
        step = way + change
    return np.clip(last + step, spec.lower, spec.upper)


def _displaced(body: RobotBody, part: str, delta: PoseDelta, last: Array, adjust: Adjustment, before: Adjustment) -> Array:
    spec = body.parts[part]
    pose, _ = body.jacobian(part, last)
    turn = pose.matrix if delta.frame == "tool" else np.eye(3)
    moved = adjust.speed * (turn @ np.asarray(delta.pos, dtype=float)) + np.array(adjust.offset) - np.array(before.offset)
    turned = adjust.speed * (turn @ np.asarray(delta.rot, dtype=float)) + adjust.turn - before.turn
    twist = np.concatenate([moved, turned])
    if not np.isfinite(twist).all():
        return np.full_like(last, np.nan)
    angle = float(np.linalg.norm(turned))
    target = Pose(pose.pos + moved, quat_mul(quat_from_axis_angle(turned, angle), pose.quat) if angle > 1e-12 else pose.quat)
    step = body.step_towards(part, last, twist)
    if np.abs(step).max() < 0.1:  # a second step takes out the curvature; a large displacement is cut by the speed limit anyway
        step = step + body.step_towards(part, last + step, twist_between(body.fk(part, last + step), target))
    return np.clip(last + _within(step, spec.velocity * body.dt), spec.lower, spec.upper)


def _within(step: Array, limit: Array) -> Array:
    """The step, shortened as a whole until every joint keeps its limit."""
    excess = float((np.abs(step) / np.maximum(limit, 1e-12)).max())
    return step / excess if excess > 1 else step


def _unit(quat: Array) -> Array:
    q = np.asarray(quat, dtype=float)
    norm = float(np.linalg.norm(q))
    return q / norm if 1e-9 < norm < np.inf else np.full(4, np.nan)
