"""`heedful bench ros2`: what a fault of a ROS 2 robot comes to, and how soon a HALT is a hold."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from heedful.app.bench.ratio import Ratio

PARTS = {"faults": "faults", "schedules": "schedules", "halt": "halting", "cadence": "cadence"}
"""Part -> the module beside this one with a function of that name."""


def ros2(seed: int, only: str | None = None) -> Iterator[Ratio]:
    """Each part, or one of them.

    Args:
      seed: Of what is drawn by chance.
      only: One of PARTS.
    """
    for name, where in PARTS.items():
        if only in (None, name):
            yield from getattr(import_module(f"heedful.app.bench.ros2.{where}"), name)(seed)
