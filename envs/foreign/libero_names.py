"""What LIBERO's things are called, which regions are places that people speak of, and whose left its words mean: one table for its scenes
in physics and for those that are told in records."""

from __future__ import annotations

from heedful.types import Id

FACING = True
"""LIBERO's words are those of somebody who faces the robot: what it calls left has the smaller y, and the front the larger x, as its
regions named `left`, `right` and `front` show."""
COLORS = {"porcelain_mug": "white"}
"""The colours of kinds whose names do not tell them."""
MARKS = frozenset({"wooden"})
"""Words in the name of a kind that tell it from others of its sort."""
PARTS = {"cabinet": "drawer", "caddy": "compartment", "shelf": "shelf board"}
"""Fixtures by the last word of their kind -> what people call their parts."""
WHERE = {
    "top": (0, 0, 1), "middle": (0, 0, 0), "bottom": (0, 0, -1), "front": (1, 0, 0), "back": (-1, 0, 0), "left": (0, -1, 0),
    "right": (0, 1, 0),
}  # fmt: skip
"""Where a part is, by its name, in the world: x, y, z."""
INSIDE = ("contain_region", "heating_region")
"""Regions that are all of a thing's inside, by the end of their names: what is in the thing is in them."""
UPON = ("cook_region", "top_side", "top_region")
"""Regions on top of a fixture, by the end of their names: what is on the fixture is on them."""


def looks(kind: str) -> tuple[str, frozenset[str]]:
    """The colour of a kind, where its name does not tell it, and further words for it."""
    return COLORS.get(kind, ""), MARKS & set(kind.split("_"))


def whole_of(region: str) -> Id | None:
    """The thing whose inside a region is: `basket_1` for `basket_1_contain_region`; None for any other, such as a caddy's compartment."""
    whole = next((region.removesuffix(f"_{name}") for name in INSIDE if region.endswith(f"_{name}")), "")
    return whole if whole.rpartition("_")[2].isdigit() else None


def part(region: str, owner: Id, kind: str) -> tuple[str, str] | None:
    """What people call a part of a fixture, and which part of it that is: a drawer, its `top`; None for regions that nobody speaks of.

    Args:
      owner: The fixture that the region is of.
      kind: The fixture's kind.
    """
    called = PARTS.get(kind.rpartition("_")[2])
    name = region.removeprefix(f"{owner}_").removesuffix("_region").removesuffix("_contain")
    if called is None or name not in WHERE or (called, name) == ("shelf board", "bottom"):
        return None
    return called, name
