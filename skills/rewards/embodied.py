"""A robot as rewards are planned for it: what its terms may measure, how its commands become those of the model and of the body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import mujoco
import numpy as np

from heedful.geometry import Array
from heedful.hardware.description import RobotDescription
from heedful.skills.rewards.catalogue import FEET
from heedful.skills.rewards.legged_terms import Legged
from heedful.skills.rewards.sensing import Measure
from heedful.skills.rewards.tuning import LEGGED, Tuning
from heedful.types import Action, JointTarget, Observation

SITES = dict(zip(FEET, ("FL_foot", "FR_foot", "RL_foot", "RR_foot"), strict=True))
"""Foot of the catalogue -> site of the model."""
LEGS = ("FR", "FL", "RR", "RL")
TOGETHER = np.array([[1, 1, 1, 1], [1, 1, -1, -1], [1, -1, 1, -1], [1, -1, -1, 1]]) / 2
"""How legs move together: all alike, front against rear, right against left, one diagonal against the other."""


@dataclass(frozen=True, slots=True, eq=False)
class Embodied:
    """One robot at the start of a reward."""

    body: Any
    """What the terms know of it."""
    measures: tuple[Measure, ...]
    """What any term of it may need."""
    bodies: frozenset[str]
    """Names of its bodies in the model."""
    modes: Array
    """How commands are varied. Shape (modes, commands)."""
    tuning: Tuning
    horizon: float
    home: Array
    """The command at rest. Shape (commands,)."""

    def action(self, command: Array) -> Action:
        """The command for one tick, for the body."""
        return Action({"legs": JointTarget(command)})

    def command(self, observation: Observation) -> Array:
        """The command that keeps it as it is measured, about."""
        q: Array = observation.parts["legs"].q.copy()
        return q

    def started(self, observation: Observation) -> Embodied:
        """The same robot, whose reward begins to be followed now."""
        return replace(self, body=replace(self.body, start=_stance(observation)))


def embodied(spec: Any, observation: Observation) -> Embodied:
    """The robot of an observation in a world. Raises ValueError for a robot that no terms are about."""
    description: RobotDescription | None = getattr(observation.body, "description", None)
    if description is None:
        raise ValueError("rewards are planned for a robot whose description is known")
    if "legs" not in description.parts:
        raise ValueError(f"rewards are planned for robots on legs and for arms, and {description.name} is neither")
    return _legged(description, spec, observation)


def _legged(description: RobotDescription, spec: Any, observation: Observation) -> Embodied:
    part = description.parts["legs"]
    model = spec.compile()
    data = mujoco.MjData(model)
    root = model.body(model.site(part.tool).bodyid[0]).name
    data.qpos[3:7], data.qpos[7:] = (1, 0, 0, 0), part.home
    mujoco.mj_kinematics(model, data)
    trunk = data.site(part.tool).xpos
    rest: Mapping[str, tuple[float, float]] = {f: tuple((data.site(s).xpos - trunk)[:2].tolist()) for f, s in SITES.items()}
    actuators = description.actuators["legs"]
    torque = float(np.abs(model.actuator_forcerange[[model.actuator(a).id for a in actuators]]).max())
    home = tuple(part.home.tolist())
    body = Legged(root, SITES, rest, part.joints, actuators, home, torque, start=_stance(observation))
    return Embodied(body, tuple(body.measures), bodies_below(spec, root), _leg_modes(), LEGGED, 0.35, np.array(home))


def _stance(observation: Observation) -> tuple[float, float, float]:
    pose = observation.parts["legs"].pose
    assert pose is not None
    ahead = pose.matrix[:, 0]
    return float(pose.pos[0]), float(pose.pos[1]), float(np.arctan2(ahead[1], ahead[0]))


def _leg_modes() -> Array:
    """Each kind of joint in the legs together, mirrored where they are, and each joint by itself. Shape (24, 12)."""
    mirrored = np.array([[-1.0 if leg[1] == "R" else 1.0, 1.0, 1.0] for leg in LEGS])
    together = [np.outer(way, np.eye(3)[j]) * mirrored for j in range(3) for way in TOGETHER]
    return np.array([*(t.ravel() for t in together), *np.eye(12)])


def bodies_below(spec: Any, root: str) -> frozenset[str]:
    """The names of a body and all below it."""
    found, ahead = set(), [spec.body(root)]
    while ahead:
        body = ahead.pop()
        found.add(body.name)
        ahead += list(body.bodies)
    return frozenset(found)
