"""A house: rooms with the furniture of such rooms, and the things of a record where they start."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from heedful.agents.sets.rooms import LAMPS, OPENS, thing
from heedful.agents.understanding.home.kinds import named
from heedful.geometry import Pose
from heedful.types import Cavity, Scene, Thing

FURNITURE = {
    "living room": ("couch", "table", "coffee table", "chair", "shelf", "tv stand", "floor"),
    "bedroom": ("bed", "table", "chair", "chest of drawers", "floor"),
    "kitchen": ("counter", "table", "cabinet", "fridge", "sink", "stove", "chair", "floor"),
    "dining room": ("dining table", "chair", "cabinet", "floor"),
    "closet": ("shelf", "floor"),
    "laundry room": ("shelf", "floor"),
    "entryway": ("table", "stool", "floor"),
    "bathroom": ("sink", "toilet", "counter", "floor"),
    "garage": ("shelf", "floor"),
}  # fmt: skip
"""Room -> the furniture that such a room has."""
ALIAS = {"laundryroom/mudroom": "laundry room", "entryway/foyer/lobby": "entryway"}
ANYWHERE = ("table", "chair", "couch", "shelf", "cabinet", "counter", "chest of drawers", "stool", "floor")
"""Furniture that any room may have; which it has, no record tells."""
WIDE = 20.0
"""Length and width of a room [m]."""


def house(state: Sequence[Mapping[str, Any]]) -> Scene:
    """The rooms that houses have, and those that a record names, with its things on the furniture where they start."""
    named_rooms = list(dict.fromkeys(r for row in state for r in row["allowed_regions"]))
    kinds = {_room(r) for r in named_rooms}
    rooms = {r: _room(r) for r in named_rooms} | {f"{k.replace(' ', '_')}_9": k for k in FURNITURE if k not in kinds}
    things: list[Thing] = []
    places: dict[tuple[str, str], Thing] = {}
    for n, (name, kind) in enumerate(rooms.items()):
        things.append(_space(name, kind, n))
        own = list(dict.fromkeys(f for row in state if name in row["allowed_regions"] for f in row["furniture_names"]))
        have = {_furniture(f) for f in own}
        usual = dict.fromkeys((*FURNITURE.get(kind, ()), *ANYWHERE))
        own += [f"{k.replace(' ', '_')}_{name}" for k in usual if named().get(k, k) not in have]
        for k, piece in enumerate(own):
            made = thing(piece, _furniture(piece, name), (WIDE * n - 8.0 + 0.9 * k, 0.0, 0.4), True)
            places[name, piece] = made
            things.append(made)
    for n, row in enumerate(state):
        for category in row["object_classes"]:
            room, piece = row["allowed_regions"][0], row["furniture_names"][0]
            at = places[room, piece].pose.pos if (room, piece) in places else np.array([0.0, -3.0, 0.4])
            for k in range(int(row["number"])):
                name = category.replace("_", " ").replace("-", " ")
                height = float(at[2]) + 0.02 + 0.03
                spot = (float(at[0]) - 0.25 + 0.1 * (k % 6), float(at[1]) - 0.25 + 0.1 * (n % 6), height)
                things.append(thing(f"{category}_{n}_{k}", named().get(name, name), spot, False))
    things.append(thing("robot", "robot", (-9.0, 0.0, 0.5), True))
    return Scene(
        0.0, {t.id: t for t in things}, held={"gripper": None}, joints={t.id: 0.0 for t in things if t.category in OPENS},
        lit={t.id: False for t in things if t.category in LAMPS}, told=True,
    )  # fmt: skip


def _space(name: str, kind: str, number: int) -> Thing:
    """A room as a box that all in it lies in."""
    size = np.array([WIDE - 0.5, WIDE, 3.0])
    made = thing(name, kind, (WIDE * number, 0.0, 1.4), True)
    return replace(made, size=size, cavity=Cavity(np.zeros(3), size), pose=Pose(made.pose.pos))


def _room(name: str) -> str:
    plain = re.sub(r"_\d+$", "", name)
    return ALIAS.get(plain, plain.replace("_", " "))


def _furniture(name: str, room: str = "") -> str:
    plain = re.sub(r"_\d+$", "", name.removesuffix(f"_{room}")).replace("_", " ")
    return named().get(plain, plain)
