"""Commands as splines: a few knots over the horizon, read at every step, and moved along with time."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import numpy as np

from heedful.geometry import Array

Kind = Literal["zero", "linear", "cubic"]


def basis(times: Array, knots: int, horizon: float, kind: Kind = "cubic") -> Array:
    """What each knot adds to the spline at each time [s]; before the first and after the last knot it stays as it is there.

    Args:
      times: When it is read, from 0 at the first knot. Shape (n,).
      knots: How many, evenly spread from 0 to the horizon.
      horizon: Time of the last knot [s].
      kind: `zero` holds each knot, `linear` joins them, `cubic` goes through them smoothly (Catmull-Rom).

    Shape: (n, knots).
    """
    at = np.minimum(np.maximum(np.asarray(times, dtype=float) / horizon * (knots - 1), 0.0), knots - 1)
    left = np.minimum(np.floor(at + 1e-9).astype(int), max(knots - 2, 0))
    share = np.minimum(np.maximum(at - left, 0.0), 1.0)
    found = np.zeros((len(at), knots))
    rows = np.arange(len(at))
    if kind == "zero":
        found[rows, np.floor(at + 1e-9).astype(int)] = 1.0
        return found
    right = np.minimum(left + 1, knots - 1)
    if kind == "linear" or knots < 3:
        found[rows, left] += 1 - share
        found[rows, right] += share
        return found
    u, uu, uuu = share, share**2, share**3
    weights = (-0.5 * u + uu - 0.5 * uuu, 1 - 2.5 * uu + 1.5 * uuu, 0.5 * u + 2 * uu - 1.5 * uuu, -0.5 * uu + 0.5 * uuu)
    for offset, weight in zip((-1, 0, 1, 2), weights, strict=True):
        found[rows, np.minimum(np.maximum(left + offset, 0), knots - 1)] += weight
    return found


@lru_cache(256)
def _ahead(time: float, knots: int, horizon: float, kind: Kind) -> Array:
    """The basis at a time [s], as a robot comes back to it plan after plan. Shape (knots,), read-only."""
    return _kept(basis(np.array([time]), knots, horizon, kind)[0])


@lru_cache(256)
def _moved(time: float, knots: int, horizon: float, kind: Kind) -> Array:
    """The basis where the knots of a spline are that begins later by a time [s]. Shape (knots, knots), read-only."""
    return _kept(basis(time + np.linspace(0.0, horizon, knots), knots, horizon, kind))


def _kept(values: Array) -> Array:
    values.setflags(write=False)
    return values


class Spline:
    """A command over time: knots, shape (knots, commands), the first at `start` [s], the last `horizon` [s] later."""

    def __init__(self, knots: Array, start: float, horizon: float, kind: Kind = "cubic") -> None:
        self.knots, self.start, self.horizon, self.kind = knots, start, horizon, kind

    def at(self, time: float) -> Array:
        """The command at a time [s]; its end is held."""
        command: Array = _ahead(time - self.start, len(self.knots), self.horizon, self.kind) @ self.knots
        return command

    def moved(self, start: float) -> Spline:
        """The same command with its knots from another start on: the warm start of the next plan."""
        later = _moved(start - self.start, len(self.knots), self.horizon, self.kind)
        return Spline(later @ self.knots, start, self.horizon, self.kind)
