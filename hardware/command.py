"""What a robot may be sent: the one check of names and shapes that every body makes."""

from __future__ import annotations

import math
from collections.abc import Mapping
from difflib import get_close_matches

import numpy as np

from heedful.types import Command, PartSpec

VALUES = {"gripper": "a width [m] and a force [N]", "base": "x, y and yaw speeds [m/s, m/s, rad/s]", "discrete": "the index of a choice"}

SIZES = {"gripper": 2, "base": 3, "discrete": 1}


class ActionShape(ValueError):
    """A command of the wrong length for its part."""


class UnknownPart(ValueError):
    """A command for a part that the robot has not."""


def check_command(robot: str, parts: Mapping[str, PartSpec], command: Command) -> None:
    """Refuse a command for an unknown part or of the wrong shape, or one that is not finite.

    Raises UnknownPart, ActionShape or ValueError, each with one sentence.
    """
    for name, values in command.items():
        spec = parts.get(name)
        if spec is None:
            near = get_close_matches(name, parts, 1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            raise UnknownPart(f"{robot} has no part named {name!r}.{hint} Its parts: {', '.join(parts)}")
        size = SIZES.get(spec.kind) or len(spec.joints)
        if (values.shape if type(values) is np.ndarray else np.shape(values)) != (size,):
            want = VALUES.get(spec.kind, f"{size} joint targets [rad]")
            raise ActionShape(f"{robot}.{name} takes {want}, got shape {np.shape(values)}")
        if not all(map(math.isfinite, values.tolist() if type(values) is np.ndarray else values)):
            raise ValueError(f"{robot}.{name} takes finite numbers, got {np.asarray(values).tolist()}")
