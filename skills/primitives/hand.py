"""What the primitives of an arm command: its hand, that looks down, to a place in a straight line, and its fingers open or closed."""

from __future__ import annotations

from collections.abc import Generator

from heedful.geometry import Pose
from heedful.skills.primitives.calls import Act
from heedful.skills.scripted.motions import arm_of, down, grip, straight
from heedful.types import Action, Observation

SPEED, FORCE = 0.25, 30.0
"""Of the hand [m/s] and of the fingers [N]."""
LEAN = 0.6
"""How far the hand may lean where it cannot look straight down [rad]."""


def by_hand(obs: Observation, acts: tuple[Act, ...]) -> Generator[Action, Observation, Observation]:
    """Carry out calls one after the other. What cannot be reached is left, and the next is tried, as a program would that asks nobody."""
    arm, part = arm_of(obs)
    gripper = obs.body.parts[part.gripper] if obs.body is not None and part.gripper else None
    for call in (c for act in acts for c in act.calls):
        if call.name == "end_effector_to":
            target: Pose = down(*call.numbers)
            obs, _ = yield from straight(obs, target, arm, SPEED, lean=LEAN)
        elif gripper is not None and call.name in ("end_effector_open", "end_effector_close"):
            width = gripper.upper[0] if call.name == "end_effector_open" else gripper.lower[0]
            obs = yield from grip(obs, part.gripper, float(width), FORCE)
    return obs
