"""A table in a corner of a kitchen, with what runs, burns, opens and falls over: for what people say besides plain requests."""

from __future__ import annotations

from typing import Any

from heedful.agents.sets.tabletop_scene import scene_of
from heedful.types import Scene

ROW = (("red", 0.36), ("green", 0.24), ("blue", 0.12), ("yellow", 0.0), ("purple", -0.12), ("white", -0.24))
"""Colour and y [m] of the small blocks that stand in a row across the table, from the left."""
OBJECTS: list[dict[str, Any]] = [
    *({"id": f"{c}_block", "category": "block", "color": c, "size": "small", "on": "table", "xy": [0.5, y]} for c, y in ROW),
    {"id": "orange_block", "category": "block", "color": "orange", "size": "small", "in": "blue_bowl", "xy": [0.7, 0.2]},
    {"id": "blue_bowl", "category": "bowl", "color": "blue", "on": "table", "xy": [0.7, 0.2]},
    {"id": "white_bowl", "category": "bowl", "color": "white", "on": "table", "xy": [0.72, 0.0]},
    {"id": "white_mug", "category": "mug", "color": "white", "fill": 1.0, "on": "table", "xy": [0.34, -0.3]},
    {"id": "black_mug", "category": "mug", "color": "black", "pose": "lying", "on": "table", "xy": [0.5, -0.38]},
    {"id": "green_plate", "category": "plate", "color": "green", "on": "table", "xy": [0.36, 0.2]},
    {"id": "red_plate", "category": "plate", "color": "red", "on": "table", "xy": [0.36, 0.05]},
    {"id": "apple", "category": "apple", "color": "red", "on": "green_plate", "xy": [0.36, 0.2]},
    {"id": "lemon", "category": "lemon", "color": "yellow", "on": "table", "xy": [0.64, 0.38]},
    {"id": "banana", "category": "banana", "color": "yellow", "on": "table", "xy": [0.36, -0.08]},
    {"id": "sponge", "category": "sponge", "color": "blue", "on": "table", "xy": [0.6, 0.06]},
    {"id": "red_can", "category": "can", "color": "red", "on": "tray", "xy": [0.66, -0.2]},
    {"id": "green_can", "category": "can", "color": "green", "on": "table", "xy": [0.78, -0.36]},
]
FIXTURES = {
    "table": [0.55, 0.0], "tray": [0.66, -0.2], "bin": [0.5, 0.6], "drawer": [0.55, -0.6], "door": [0.75, -0.6], "lamp": [0.78, 0.4],
    "faucet": [0.8, 0.1], "button": [0.3, -0.4],
}  # fmt: skip
STATE = {"drawer": "open", "door": "closed", "lamp": "lit", "faucet": "open", "button": "unlit"}


def corner() -> Scene:
    """The corner, with the tap running, the lamp lit, the drawer open and the black mug lying on its side."""
    return scene_of({"scene": {"objects": OBJECTS, "fixtures": FIXTURES, "state": STATE, "holding": None, "person": "opposite"}})
