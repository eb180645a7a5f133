"""CALVIN's play table: a drawer, a compartment behind a sliding door, a bulb with its switch, a lamp with its button, three blocks.

A record tells nothing of how things stand. The words are taken in the first of a few ways in which they make sense, the same ways for
every record: the blocks on the table, in the compartment, in the drawer; one on another; one in the hand; only one there.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np

from heedful.geometry import Pose
from heedful.types import Cavity, Reach, Scene, Thing

BLOCKS = ("red", "blue", "pink")
CARRIERS = ("drawer", "slider", *BLOCKS, "table")
"""What a block can be in or on, the table last."""
HIGH = 0.46
"""Height of the compartment's floor, above the table's [m]."""
_UPRIGHT = np.array([1.0, 0.0, 0.0, 0.0])


def _thing(
    id: str, category: str, at: tuple[float, float, float], size: tuple[float, float, float], color: str = "", fixed: bool = True
) -> Thing:
    return Thing(id, category, Pose(np.array(at), _UPRIGHT), np.array(size), "box", color, frozenset(), fixed)


def _fixtures() -> dict[str, Thing]:
    drawer, slider = (0.24, 0.20, 0.10), (0.5, 0.5, 0.2)
    bar = Pose(np.array([0.4, 0.0, -0.1]), _UPRIGHT)
    things = (
        _thing("table", "table", (0.6, 0.0, -0.02), (0.5, 1.0, 0.04)),
        Thing(
            "drawer", "drawer", Pose(np.array([0.35, 0.0, -0.12]), _UPRIGHT), np.array(drawer), fixed=True,
            cavity=Cavity(np.array([0.0, 0.0, 0.005]), np.array(drawer) - 0.01), handle=bar, slide=np.array([-0.2, 0.0, 0.0]),
        ),
        # a shelf behind a door: things lie in it, and on its floor, which only what is round lets them do
        Thing(
            "slider", "sliding cabinet", Pose(np.array([0.85, 0.0, HIGH]), _UPRIGHT), np.array(slider), "cylinder", fixed=True,
            cavity=Cavity(np.zeros(3), np.array(slider)),
        ),
        Thing("door", "sliding door", Pose(np.array([0.72, 0.3, HIGH]), _UPRIGHT), np.array([0.02, 0.3, 0.2]), fixed=True,
              slide=np.array([0.0, -0.3, 0.0])),
        _thing("bulb", "light bulb", (0.8, 0.4, 0.7), (0.06, 0.06, 0.08), "yellow"),
        _thing("led", "led", (0.8, -0.4, 0.7), (0.04, 0.04, 0.02), "green"),
        _thing("switch", "switch", (0.7, 0.45, 0.3), (0.03, 0.03, 0.1)),
        _thing("button", "button", (0.7, -0.4, 0.3), (0.05, 0.05, 0.03)),
    )  # fmt: skip
    return {t.id: t for t in things}


def playtable(where: Mapping[str, str], held: str | None = None) -> Scene:
    """The table with its blocks.

    Args:
      where: Block -> what it is in or on; blocks left out are not there.
      held: The block in the hand.
    """
    things = _fixtures()
    for at, (color, place) in enumerate(where.items()):
        y = 0.12 * (at - 1)
        size = (0.05, 0.05, 0.05)
        if color == held:
            spot = (0.5, 0.0, 0.3)
        elif place in BLOCKS:
            x, y, z = things[place].pose.pos.tolist()
            spot = (x, y, z + 0.05)
        else:
            spot = {"table": (0.55, y, 0.025), "drawer": (0.35, y / 2, -0.14), "slider": (0.85, y, HIGH - 0.075)}[place]
        things[color] = _thing(color, "block", spot, size, color, fixed=False)
    drawn = 1.0 if "drawer" in where.values() else 0.0
    return Scene(
        0.0, things, held={"gripper": held}, joints={"drawer": drawn, "door": 0.5}, lit={"bulb": False, "led": False},
        reach={"arm": Reach(np.zeros(3), 0.0, 3.0)},
    )  # fmt: skip


@cache
def scenes() -> tuple[Scene, ...]:
    """How things may stand when something is said, the likeliest first."""
    return (
        *(playtable(dict.fromkeys(BLOCKS, place)) for place in ("table", "slider", "drawer")),
        playtable({"red": "table", "blue": "table", "pink": "blue"}),
        playtable(dict.fromkeys(BLOCKS, "table"), held="red"),
        playtable({"pink": "table"}),
    )
