"""Thinking while the robot holds and heeds people: what is slow is done beside its control loop, and again where they said otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from heedful.control import ControlLoop
from heedful.ticking import Stopped, Superseded
from heedful.types import HOLD

T = TypeVar("T")


def think(control: ControlLoop, work: Callable[[], T], yields: bool = False) -> T:
    """Run work beside the loop, holding and listening meanwhile; what an older epoch thought is thought again.

    Args:
      control: The loop.
      work: Done in a thread; may be done more than once.
      yields: Whether edits of the plan that were heard come first. Raises Superseded then.
    """
    while True:
        epoch, job, told = control.heed.epoch, control.aside(work), False
        while not job.done():
            try:
                control.tick(HOLD)
            except Stopped:
                _stale(control)
                raise
            if epoch != control.heed.epoch and not told:
                _stale(control)
                told = True
        try:
            result = job.result()
        except Exception:
            if epoch == control.heed.epoch:
                raise
        else:
            if epoch == control.heed.epoch:
                return result
        if yields and control.heed.edits:
            raise Superseded


def _stale(control: ControlLoop) -> None:
    if control.on_stale:
        control.on_stale()
