"""A small kitchen counter: what is switched, poured, wiped, stood up and pushed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from small_scenes import scene, thing

from heedful.geometry import Pose
from heedful.types import Cavity, Hinge, Id, Scene, Thing

AXIS = Hinge(np.zeros(3), np.array([0.0, 0, 1]), 1.0)
LYING = np.array([np.sqrt(0.5), 0.0, np.sqrt(0.5), 0.0])


def _stand(id: Id, category: str, x: float, y: float, size: tuple[float, float, float], **rest: object) -> Thing:
    made = Thing(id, category, Pose(np.array([x, y, size[2] / 2]), np.array([1.0, 0, 0, 0])), np.array(size), shape="cylinder")
    return replace(made, **rest)  # type: ignore[arg-type]


def _vessel(id: Id, category: str, x: float, y: float, color: str, wide: float) -> Thing:
    size = np.array([wide, wide, 0.08])
    return _stand(id, category, x, y, tuple(size), color=color, cavity=Cavity(np.array([0, 0, 0.01]), size - [0.01, 0.01, 0.01]))


def counter(*more: Thing) -> Scene:
    """A lamp with its button, a faucet, a full red mug and an empty blue one, a bowl, a tray, a bin, fruit, a can that lies and one that
    stands in a spill, a sponge, a box, a painted square, a drawer and a door; nothing else but what is given."""
    here = scene(
        _stand("lamp", "lamp", 0.6, 0.42, (0.1, 0.1, 0.3), fixed=True),
        _stand("button", "button", 0.45, 0.42, (0.06, 0.06, 0.03), fixed=True),
        _stand("faucet", "faucet", 0.6, -0.42, (0.1, 0.1, 0.2), fixed=True, hinge=AXIS),
        _vessel("red_mug", "mug", 0.4, 0.3, "red", 0.08), _vessel("blue_mug", "mug", 0.5, 0.3, "blue", 0.08),
        _vessel("bowl", "bowl", 0.6, 0.2, "green", 0.14), _vessel("bin", "bin", 0.7, 0.3, "", 0.2),
        _stand("tray", "tray", 0.5, -0.1, (0.26, 0.18, 0.02), shape="box"), thing("lemon", "lemon", 0.35, 0.1),
        _stand("red_can", "can", 0.4, -0.3, (0.06, 0.06, 0.1), color="red", pose=Pose(np.array([0.4, -0.3, 0.03]), LYING)),
        _stand("blue_can", "can", 0.5, -0.3, (0.06, 0.06, 0.1), color="blue"),
        _stand("spill", "spill", 0.5, -0.3, (0.1, 0.1, 0.001), attributes=frozenset({"painted"}), fixed=True),
        thing("sponge", "sponge", 0.35, -0.2), thing("box", "box", 0.4, 0.0),
        _stand("square", "square", 0.35, 0.42, (0.1, 0.1, 0.001), color="yellow", attributes=frozenset({"painted"}), fixed=True),
        thing("drawer", "drawer", 0.75, 0.0), _stand("door", "door", 0.75, -0.2, (0.02, 0.2, 0.2), fixed=True, hinge=AXIS),
        *more,
    )  # fmt: skip
    return replace(
        here, lit={"lamp": False}, fill={"red_mug": 1.0, "blue_mug": 0.0, "bowl": 0.0}, wiped={"spill": 0.0},
        joints={**here.joints, "door": 0.0, "faucet": 0.0, "button": 0.0},
    )  # fmt: skip
