"""Two Pandas side by side at one table: left_arm, left_gripper, right_arm, right_gripper."""

from __future__ import annotations

import functools
from typing import Any

from heedful.hardware.description import RobotDescription
from heedful.hardware.robots import panda
from heedful.types import PartSpec

SIDES = {"left": 0.3, "right": -0.3}
"""Side -> where its base stands along y [m]."""


def two_arms() -> RobotDescription:
    """Two Pandas side by side, 0.6 m apart."""
    parts: dict[str, PartSpec] = {}
    actuators: dict[str, tuple[str, ...]] = {}
    fingers: dict[str, tuple[str, ...]] = {}
    reach = {}
    one = panda.panda()
    for side, y in SIDES.items():
        parts |= panda.parts(f"{side}_arm", f"{side}_gripper", prefix=f"{side}_")
        for kind in ("arm", "gripper"):
            actuators[f"{side}_{kind}"] = tuple(f"{side}_{name}" for name in one.actuators[kind])
        fingers[f"{side}_gripper"] = tuple(f"{side}_{name}" for name in one.fingers["gripper"])
        (sx, sy, sz), inner, outer = one.reach["arm"]
        reach[f"{side}_arm"] = ((sx, sy + y, sz), inner, outer)
    return RobotDescription(
        name="two_arms",
        mjcf=_mjcf(),
        parts=parts,
        actuators=actuators,
        fingers=fingers,
        finger_stiffness=one.finger_stiffness,
        reach=reach,
        sources=one.sources,
    )


@functools.cache
def _mjcf() -> str:
    from heedful.hardware.attaching import like

    spec = like(panda.panda().spec(), "two_arms")
    mount = spec.worldbody.add_body(name="mount")
    for side, y in SIDES.items():
        spec.attach(panda.panda().spec(), frame=mount.add_frame(pos=[0.0, y, 0.0]), prefix=f"{side}_")
    return written(spec)


def written(spec: Any) -> str:
    """A composed spec as MJCF text."""
    from heedful.hardware.attaching import compiled

    compiled(spec)
    return str(spec.to_xml()).replace("\n    <default>", '\n    <default class="attached">')  # MuJoCo reads no class without a name
