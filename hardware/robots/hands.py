"""A Panda with another hand at its flange: the arm as it is, its own hand taken off."""

from __future__ import annotations

from typing import Any

from heedful.hardware.robots import panda


def panda_with(name: str, hand: str) -> str:
    """The Panda's primitive body with a hand at its flange, as MJCF text.

    Args:
      name: Of the robot.
      hand: MJCF of the hand, its root body named `hand` with the flange at its origin and z pointing out of it, and a site `tool`.
    """
    import mujoco

    from heedful.hardware.robots.two_arms import written

    spec: Any = panda.panda().spec()
    spec.modelname = name
    for one in [*spec.actuators, *spec.equalities]:
        if "finger" in one.name or one in spec.equalities:
            spec.delete(one)
    own = spec.body("hand")
    turn = own.quat.copy()
    spec.delete(own)
    other = mujoco.MjSpec.from_string(hand)
    spec.attach(other, frame=spec.body("link8").add_frame(quat=turn), prefix="")
    return written(spec)
