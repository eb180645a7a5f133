"""A laid table for sentences: blocks, bowls, a plate, a mug, fruit, a tray, a bin, a cabinet; the person stands opposite the robot."""

from __future__ import annotations

from typing import Any

from heedful.agents.sets.meaning import shown
from heedful.agents.sets.tabletop_scene import scene_of
from heedful.agents.understanding import Grammar
from heedful.episode import Plan

GRAMMAR = Grammar(second=False)


def _thing(id: str, category: str, color: str, x: float, y: float, **more: Any) -> dict[str, Any]:
    return {"id": id, "category": category, "color": color, "xy": [x, y], **({"on": "table"} | more)}


RECORD = {
    "scene": {
        "objects": [
            _thing("red_block", "block", "red", 0.45, 0.30, size="small"), _thing("blue_block", "block", "blue", 0.45, 0.20, size="small"),
            _thing("green_block", "block", "green", 0.45, 0.10, size="small"),
            _thing("yellow_block", "block", "yellow", 0.60, -0.05, size="large"),
            _thing("red_bowl", "bowl", "red", 0.60, 0.30), _thing("blue_bowl", "bowl", "blue", 0.60, 0.12),
            _thing("white_plate", "plate", "white", 0.38, -0.10), _thing("mug", "mug", "white", 0.62, -0.30, fill=0.9),
            _thing("bottle", "bottle", "red", 0.50, -0.32, fill=0.0), _thing("can", "can", "green", 0.50, -0.20),
            _thing("lemon", "lemon", "yellow", 0.36, 0.36), _thing("apple", "apple", "red", 0.38, -0.10, on="white_plate"),
            {"id": "orange", "category": "orange", "color": "orange", "xy": [0.60, 0.12], "in": "blue_bowl"},
            _thing("sponge", "sponge", "yellow", 0.70, -0.10), _thing("banana", "banana", "yellow", 0.72, 0.30, on="tray"),
        ],
        "fixtures": {
            "table": [0.55, 0.0], "tray": [0.72, 0.30], "bin": [0.40, 0.60], "drawer": [0.75, -0.35], "door": [0.75, -0.55],
            "lamp": [0.75, 0.0], "button": [0.70, 0.05], "faucet": [0.35, -0.40],
        },
        "state": {"drawer": "closed", "door": "open", "faucet": "closed", "lamp": "unlit", "button": "unlit"},
        "holding": None, "person": "opposite",
    }
}  # fmt: skip
HERE = scene_of(RECORD)


def meaning(words: str) -> str:
    """What the words mean on the table: the bound program in one line, or in angle brackets why nothing is done."""
    understood = GRAMMAR.understand(words, HERE)
    if understood.program is None:
        return f"<{understood.code}>"
    bound = GRAMMAR.bind(understood.program, HERE, {})
    return f"<{bound.kind}>" if isinstance(bound, Plan) else shown(bound)
