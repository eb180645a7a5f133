"""Norms: how much a term's error costs, by the formulas that MuJoCo MPC uses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from heedful.geometry import Array


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of norm: its formula and the parameters that it takes."""

    formula: str
    cost: Callable[[Array, float, float], Array]
    """Of errors, p and q; the last axis is summed over."""
    takes: tuple[str, ...] = ()


def summed(values: Array) -> Array:
    """The sum over the last axis, which is short: numpy takes longer to begin than to add up."""
    count = values.shape[-1]
    if count == 1:
        return values[..., 0]
    if count == 2:
        return np.asarray(values[..., 0] + values[..., 1])
    if count == 3:
        return np.asarray(values[..., 0] + values[..., 1] + values[..., 2])
    return np.asarray(np.add.reduce(values, axis=-1))


def _smooth(r: Array, p: float, q: float) -> Array:
    return summed(np.sqrt(r * r + p * p) - p)


def _smooth2(r: Array, p: float, q: float) -> Array:
    return summed((np.abs(r) ** q + p**q) ** (1 / q) - p)


def _rectify(r: Array, p: float, q: float) -> Array:
    return np.asarray(np.sum(p * np.logaddexp(0.0, r / p), axis=-1))


SHAPES: dict[str, Shape] = {
    "quadratic": Shape("½ Σ r²", lambda r, p, q: 0.5 * summed(r * r)),
    "l2": Shape("√(Σ r² + p²) − p", lambda r, p, q: np.sqrt(summed(r * r) + p * p) - p, ("p",)),
    "smooth_abs": Shape("Σ (√(r² + p²) − p)", _smooth, ("p",)),
    "smooth_abs2": Shape("Σ ((|r|^q + p^q)^(1/q) − p)", _smooth2, ("p", "q")),
    "cosh": Shape("p² Σ (cosh(r/p) − 1)", lambda r, p, q: p * p * np.sum(np.cosh(np.minimum(np.abs(r / p), 50.0)) - 1, axis=-1), ("p",)),
    "power": Shape("Σ |r|^q", lambda r, p, q: np.sum(np.abs(r) ** q, axis=-1), ("q",)),
    "rectify": Shape("p Σ log(1 + e^(r/p))", _rectify, ("p",)),
}
"""Kinds of norm by name. `p` is where the error counts as small, in the error's unit; `q` an exponent."""

P_RANGE = (1e-3, 10.0)
Q_RANGE = (0.5, 4.0)


@dataclass(frozen=True, slots=True)
class Norm:
    """A kind of norm with its parameters; those that it does not take are left at their defaults."""

    kind: str = "quadratic"
    p: float = 0.1
    """Size of an error that counts as small, in the error's unit."""
    q: float = 2.0
    """Exponent."""

    def __call__(self, errors: Array) -> Array:
        """The cost of errors, summed over their last axis. Shape: (..., errors) to (...)."""
        return np.asarray(SHAPES[self.kind].cost(np.asarray(errors, dtype=float), self.p, self.q))
