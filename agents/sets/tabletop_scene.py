"""The scene of a tabletop record: its objects as solids of ordinary size, standing where the record says that they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import numpy as np

from heedful.geometry import Array, Pose, quat_from_axis_angle
from heedful.types import Cavity, Reach, Scene, Thing

Shape = Literal["box", "cylinder", "bowl", "ball"]
SOLIDS: dict[str, tuple[Shape, tuple[float, float, float]]] = {
    "block": ("box", (0.04, 0.04, 0.04)), "bowl": ("bowl", (0.14, 0.14, 0.06)), "plate": ("cylinder", (0.18, 0.18, 0.02)),
    "mug": ("cylinder", (0.08, 0.08, 0.09)), "can": ("cylinder", (0.06, 0.06, 0.11)), "lemon": ("ball", (0.07, 0.05, 0.05)),
    "apple": ("ball", (0.07, 0.07, 0.07)), "orange": ("ball", (0.07, 0.07, 0.07)), "banana": ("box", (0.16, 0.04, 0.04)),
    "sponge": ("box", (0.10, 0.06, 0.03)), "table": ("box", (0.50, 0.84, 0.02)), "tray": ("box", (0.30, 0.22, 0.02)),
    "bin": ("box", (0.22, 0.22, 0.20)), "drawer": ("box", (0.24, 0.20, 0.10)), "door": ("box", (0.24, 0.20, 0.20)),
    "lamp": ("cylinder", (0.08, 0.08, 0.20)), "button": ("cylinder", (0.05, 0.05, 0.03)), "faucet": ("box", (0.06, 0.06, 0.20)),
    "person": ("box", (0.4, 0.4, 1.7)),
}  # fmt: skip
"""Category -> shape and full size [m]; other categories are small boxes."""
HELD = 0.2
"""How high what is in the gripper is held above the table [m]."""
LARGE = 1.5
"""How much longer each side of a large block is."""
HOLLOW = {"bowl": 0.015, "mug": 0.01, "bin": 0.01, "drawer": 0.01, "door": 0.01}
"""What has a cavity, and how thick its wall is [m]. The door stands for the compartment behind it."""
FIXED = frozenset({"table", "drawer", "door", "bin", "lamp", "button", "faucet", "person", "tray"})
VESSELS = frozenset({"bowl", "mug", "can"})
PERSON = {"opposite": (1.1, 0.0), "behind": (-0.4, 0.0)}
"""Where the person stands [m]: beyond the far edge, or behind the robot."""
POSES = {"lying": quat_from_axis_angle((1, 0, 0), np.pi / 2), "upside_down": quat_from_axis_angle((1, 0, 0), np.pi)}
_UPRIGHT = np.array([1.0, 0.0, 0.0, 0.0])


def scene_of(record: Mapping[str, Any]) -> Scene:
    """The scene of a record: what it says is in or on something is so by its geometry too."""
    told = record["scene"]
    things = {name: _fixture(name, xy) for name, xy in told["fixtures"].items()}
    things["person"] = _standing("person", "person", PERSON[told.get("person", "opposite")], 0.0)
    waiting = list(told["objects"])
    while waiting:  # what carries a thing comes before it
        ready = [o for o in waiting if (o.get("on") or o.get("in")) not in {w["id"] for w in waiting}] or waiting
        things |= {o["id"]: _object(o, things, o["id"] == told.get("holding")) for o in ready}
        waiting = [o for o in waiting if o not in ready]
    state = told.get("state", {})
    return Scene(
        0.0, things, held={"gripper": told.get("holding")},
        joints={k: float(v == "open") for k, v in state.items() if v in ("open", "closed")},
        lit={k: v == "lit" for k, v in state.items() if v in ("lit", "unlit")},
        fill={o["id"]: float(o.get("fill", 0.0)) for o in told["objects"] if o["category"] in VESSELS
              and (o["category"] != "can" or "fill" in o)},  # nobody poured into a can, or said that it was drunk
        reach={"arm": Reach(np.zeros(3), 0.0, 3.0)},
    )  # fmt: skip


def _object(o: Mapping[str, Any], things: Mapping[str, Thing], held: bool) -> Thing:
    """One object, on the floor of what it is in, on top of what it is on, above the table while it is held."""
    marks = frozenset(str(o[k]) for k in ("size", "material", "pose") if k in o)
    below = things[o.get("in") or o.get("on") or "table"]
    xy = o["xy"]
    if held:
        bottom = HELD
    elif "in" in o and below.cavity is not None:
        bottom = float(below.pose.pos[2] + below.cavity.centre[2] - below.cavity.size[2] / 2)
        xy = _within(xy, below, below.cavity.size)
    else:
        bottom = below.top
        xy = xy if below.id == "table" else _within(xy, below, below.size)
    return _standing(o["id"], o["category"], xy, bottom, str(o.get("color") or ""), marks, o.get("size") == "large")


def _within(xy: Sequence[float], carrier: Thing, size: Array) -> Sequence[float]:
    """A place given for what a thing is in or on, moved no farther than it must be for its middle to be there [m]."""
    middle, half = carrier.pose.pos[:2], 0.35 * size[:2]
    return [float(v) for v in np.clip(np.asarray(xy), middle - half, middle + half)]


def _fixture(name: str, xy: Any) -> Thing:
    if name == "table":
        return _standing(name, name, xy, -SOLIDS["table"][1][2])
    return _standing(name, name, xy, 0.0)


def _standing(
    id: str, category: str, xy: Any, bottom: float, color: str = "", marks: frozenset[str] = frozenset(), large: bool = False
) -> Thing:
    """A thing whose lowest point is at a height [m]."""
    shape, size = SOLIDS.get(category, ("box", (0.05, 0.05, 0.05)))
    extent = np.array(size) * (LARGE if large else 1.0)
    wall = HOLLOW.get(category)
    cavity = None if wall is None else Cavity(np.array([0.0, 0.0, wall / 2]), extent - [2 * wall, 2 * wall, wall])
    quat = next((POSES[m] for m in marks if m in POSES), _UPRIGHT)
    slide = np.array([-0.2, 0.0, 0.0]) if category in ("drawer", "door") else None
    made = Thing(id, category, Pose(np.array([*xy, 0.0]), quat), extent, shape, color, marks, category in FIXED, cavity, slide=slide)
    return made.moved(Pose(np.array([*xy, bottom - made.bottom]), quat))
