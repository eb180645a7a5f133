"""The laws that every robot keeps, as checks of a description: what `heedful import` prints beside a new body."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from heedful.geometry import Array
from heedful.hardware.body import RobotBody
from heedful.hardware.description import RobotDescription
from heedful.hardware.mujoco_robot import MujocoRobot
from heedful.types import Observation


@dataclass(frozen=True, slots=True)
class Law:
    """One law in words, whether it holds, and what was measured."""

    says: str
    holds: bool
    measured: str = ""

    def __str__(self) -> str:
        return f"{'holds ' if self.holds else 'BROKEN'} {self.says}{f' ({self.measured})' if self.measured else ''}"


def robot_laws(description: RobotDescription) -> Iterator[Law]:
    """Check a body; a law that cannot even be tried is broken, and says why."""
    for says, check in LAWS:
        try:
            holds, measured = check(description)
        except Exception as error:
            holds, measured = False, " ".join(str(error).split())
        yield Law(says, holds, measured)


def _after(robot: MujocoRobot, ticks: int, **command: Array) -> Observation:
    for _ in range(ticks):
        robot.send(command)
    return robot.observe()


def _aside(robot: MujocoRobot, share: float = 0.12) -> dict[str, Array]:
    """Targets a little inside from home, for every part that takes joint targets."""
    found = {}
    for name, part in robot.parts.items():
        if part.kind in ("arm", "torso"):
            middle = (part.lower + part.upper) / 2
            way = np.where(middle >= part.home, 1.0, -1.0)
            found[name] = part.home + way * np.minimum(share * (part.upper - part.lower), 0.25)
    return found


def _repeats(description: RobotDescription) -> tuple[bool, str]:
    first, second = (MujocoRobot.alone(description) for _ in range(2))
    seen = [_after(r, 25, **_aside(r)).parts for r in (first, second)]
    return all(np.array_equal(s.q, seen[1][n].q) for n, s in seen[0].items()), ""


def _stays(description: RobotDescription) -> tuple[bool, str]:
    robot = MujocoRobot.alone(description)
    before = robot.observe().parts
    after = _after(robot, 100).parts
    sag = max((float(np.abs(after[n].q - s.q).max()) for n, s in before.items() if robot.parts[n].kind != "gripper"), default=0.0)
    return sag < 0.02, f"{sag:.3g} rad after 2 s"


def _follows(description: RobotDescription) -> tuple[bool, str]:
    robot = MujocoRobot.alone(description)
    targets, start = _aside(robot), {n: p.home for n, p in robot.parts.items()}
    for share in np.linspace(0, 1, 60):
        robot.send({n: start[n] + share * (t - start[n]) for n, t in targets.items()})
    seen = _after(robot, 60, **targets).parts
    error = max((float(np.abs(seen[n].q - t).max()) for n, t in targets.items()), default=0.0)
    return error < 0.02, f"within {error:.3g} rad"


def _holds(description: RobotDescription) -> tuple[bool, str]:
    robot = MujocoRobot.alone(description)
    _after(robot, 10, **_aside(robot))
    robot.hold()
    _after(robot, 25)
    robot.hold()
    speed = max(float(np.abs(s.dq).max()) for s in _after(robot, 25).parts.values())
    return speed < 0.02, f"{speed:.2g} rad/s after half a second"


def _grips(description: RobotDescription) -> tuple[bool, str]:
    robot = MujocoRobot.alone(description)
    told, good = [], True
    for name, part in robot.parts.items():
        if part.kind != "gripper":
            continue
        for width in (0.6 * part.upper[0], part.upper[0], part.lower[0]):
            seen = _after(robot, 150, **{name: np.array([width, part.force])}).parts[name].width
            good &= abs(seen - width) < 0.004
            told.append(f"{100 * seen:.1f} of {100 * width:.1f} cm")
    return good, ", ".join(told) or "it has none"


def _clear(description: RobotDescription) -> tuple[bool, str]:
    body = RobotBody(description)
    deep = [p for p, d in body.touching({}).items() if d < 0]
    return not deep, "; ".join(body.sentence(p) for p in deep)


def _kinematics(description: RobotDescription) -> tuple[bool, str]:
    robot, body, rng = MujocoRobot.alone(description), RobotBody(description), np.random.default_rng(0)
    worst = 0.0
    for arm in description.arms:
        q = rng.uniform(robot.parts[arm].lower, robot.parts[arm].upper)
        robot.reset_to({arm: q})
        pose = robot.observe().parts[arm].pose
        worst = max(worst, *body.fk(arm, q).distance(pose)) if pose is not None else np.inf
    return worst < 1e-6, ""


def _inverse(description: RobotDescription) -> tuple[bool, str]:
    body, rng, tries, good = RobotBody(description), np.random.default_rng(1), 20, 0
    arms = description.arms
    for arm in arms:
        part = body.parts[arm]
        for _ in range(tries):
            pose = body.fk(arm, rng.uniform(part.lower, part.upper))
            q = body.ik(arm, pose, part.home)
            good += q is not None and bool(np.all(np.array(body.fk(arm, q).distance(pose)) < (1e-3, 1e-2)))
    return good >= 0.9 * tries * len(arms), f"{good} of {tries * len(arms)} reachable poses"


def _forces(description: RobotDescription) -> tuple[bool, str]:
    model = MujocoRobot.alone(description).model
    free = [model.actuator(a).name for a in range(model.nu) if not model.actuator_forcelimited[a]]
    free = [n for n in free if not model.jnt_actfrclimited[model.actuator_trnid[model.actuator(n).id, 0]]]
    return not free, f"without one: {', '.join(free)}" if free else ""


LAWS: tuple[tuple[str, Callable[[RobotDescription], tuple[bool, str]]], ...] = (
    ("the same commands give the same motion", _repeats),
    ("left alone, it stays where it is", _stays),
    ("targets are reached", _follows),
    ("hold stops it", _holds),
    ("the gripper goes to the width that it is sent to", _grips),
    ("at home nothing of it touches", _clear),
    ("the planner's kinematics are the simulator's", _kinematics),
    ("its inverse kinematics find the way back", _inverse),
    ("every actuator has a force limit", _forces),
)
