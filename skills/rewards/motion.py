"""Rewards as motion."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from heedful.hardware.description import RobotDescription
from heedful.skills.rewards.catalogue import FEET
from heedful.skills.rewards.legged_terms import Legged
from heedful.skills.rewards.tuning import robot_bodies
from heedful.types import Observation

SITES = dict(zip(FEET, ("FL_foot", "FR_foot", "RL_foot", "RR_foot"), strict=True))


def legged_body(description: RobotDescription, twin: Any, observation: Observation) -> tuple[Legged, frozenset[str]]:
    """What the terms must know of a body on legs."""
    import mujoco

    spec = twin.spec()
    model = spec.compile()
    data = mujoco.MjData(model)
    data.qpos[3:7] = (1, 0, 0, 0)
    part = description.parts["legs"]
    data.qpos[7:] = part.home
    mujoco.mj_kinematics(model, data)
    trunk = data.body("trunk").xpos
    rest = {f: tuple((data.site(s).xpos - trunk)[:2].tolist()) for f, s in SITES.items()}
    pose = observation.parts["legs"].pose
    body = Legged("trunk", SITES, rest, part.joints, description.actuators["legs"], tuple(part.home.tolist()), 33.5)
    forward = pose.matrix[:, 0]
    return replace(body, start=(*pose.pos[:2].tolist(), float(np.arctan2(forward[1], forward[0])))), robot_bodies(spec, "trunk")
