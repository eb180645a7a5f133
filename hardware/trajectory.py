"""A joint path in time: corners rounded, never faster than the limits, and stepped at a speed that may change at any tick."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from heedful.geometry import Array

BLEND = 0.01
"""How far the rounding of a corner may leave the path [rad]."""
EFFORT = 0.6
"""Share of the acceleration limit spent on the path itself; the rest is for changes of speed on the way."""
DENSITY = 0.01
"""Spacing of the points where limits are enforced, along the path [rad]."""


class Timed:
    """Steps along a joint path, as fast as velocity and acceleration limits allow, at rest at both ends."""

    def __init__(
        self, path: Sequence[Array], velocity: Array, acceleration: Array | None = None, dt: float = 0.02, scale: float = 1.0
    ) -> None:
        """Compute the fastest timing.

        Args:
          path: Way points [rad], at least one; the first is where it starts.
          velocity: Joint speed limits [rad/s].
          acceleration: Joint acceleration limits [rad/s^2]; by default four times the velocity limits.
          dt: Control period [s].
          scale: Share of the velocity limits to use, at most 1.
        """
        self.dt = dt
        self._velocity = np.asarray(velocity, dtype=float)
        self._limit = 4.0 * self._velocity if acceleration is None else np.asarray(acceleration, dtype=float)
        self.points = _thinned([np.asarray(q, dtype=float) for q in path])
        self._curve = _Curve(self.points)
        self._time = 0.0
        self._speed = 0.0
        self._tabulate(min(1.0, scale) * self._velocity, EFFORT * self._limit)

    def _tabulate(self, velocity: Array, acceleration: Array) -> None:
        """Largest speed along the path at each grid point: a forward and a backward sweep under both limits."""
        curve = self._curve
        s = np.unique(np.concatenate([np.linspace(a, b, 9 + int((b - a) / DENSITY)) for a, b in pairwise(curve.knots)]))
        middle = (s[:-1] + s[1:]) / 2
        first = np.abs(curve.tangent(s))  # (points, joints)
        second = np.abs(curve.bend(middle))  # (intervals, joints), constant in each
        steep = np.maximum(first[:-1], first[1:])
        with np.errstate(divide="ignore"):
            top = ((velocity / np.maximum(first, 1e-9)).min(axis=1)) ** 2
            bend = (0.9 * acceleration / np.maximum(second, 1e-9)).min(axis=1)
        x = top.copy()
        x[:-1] = np.minimum(x[:-1], bend)
        x[1:] = np.minimum(x[1:], bend)
        x[0] = x[-1] = 0.0
        ds = np.diff(s)
        for i in range(len(ds)):
            gain = float(((acceleration - second[i] * x[i]) / np.maximum(steep[i], 1e-9)).min())
            x[i + 1] = min(x[i + 1], x[i] + 2 * gain * ds[i])
        for i in range(len(ds) - 1, -1, -1):
            gain = float(((acceleration - second[i] * x[i + 1]) / np.maximum(steep[i], 1e-9)).min())
            x[i] = min(x[i], x[i + 1] + 2 * gain * ds[i])
        rate = np.sqrt(np.maximum(x, 0.0))
        lasts = 2 * ds / np.maximum(rate[:-1] + rate[1:], 1e-9)
        when = np.concatenate([[0.0], np.cumsum(lasts)])
        self._table: tuple[list[float], list[float], list[float]] = when.tolist(), s.tolist(), rate.tolist()
        """Times [s], places along the path [rad] and speeds there, in Python's own numbers for the look-ups of every tick."""

    @property
    def duration(self) -> float:
        """How long it takes at full speed [s]."""
        return self._table[0][-1]

    @property
    def remaining(self) -> float:
        """What is left of the duration [s]."""
        return max(0.0, self.duration - self._time)

    @property
    def finished(self) -> bool:
        return self._time >= self.duration - 1e-9

    @property
    def goal(self) -> Array:
        """The last way point [rad]."""
        last: Array = self.points[-1].copy()
        return last

    def at(self, time: float) -> Array:
        """Joint positions [rad] at a time [s] since the start, at full speed."""
        return self._curve.point(self._state(time)[0])

    def advance(self, speed: float = 1.0) -> Array:
        """One tick further; the joint target [rad].

        Args:
          speed: Share of full speed, 0 to 1. It is approached as fast as the acceleration limits allow, beginning with this tick.
        """
        wanted = min(max(float(speed), 0.0), 1.0) if math.isfinite(speed) else 0.0
        s, rate, push = self._state(self._time)
        tangent, bend = self._curve.ways(s)
        moving = np.abs(tangent) * rate
        curving = np.abs(tangent * push + bend * rate**2)
        room = np.maximum(self._limit - self._speed**2 * curving, (1 - EFFORT) * self._limit)
        change = 0.7 * float((room / np.maximum(moving, 1e-6)).min()) * self.dt  # 0.7: limits are met at ticks, not between
        self._speed += min(max(wanted - self._speed, -change), change)
        self._time = min(self.duration, self._time + self._speed * self.dt)
        return self.goal if self.finished else self.at(self._time)

    def _state(self, time: float) -> tuple[float, float, float]:
        """Place along the path, speed and acceleration along it, at a time."""
        when, s, rates = self._table
        t = min(max(time, 0.0), self.duration)
        i = min(bisect_right(when, t) - 1, len(s) - 2)
        if i < 0:
            return 0.0, 0.0, 0.0
        rate = rates[i]
        push = (rates[i + 1] - rate) / max(when[i + 1] - when[i], 1e-12)
        since = t - when[i]
        return min(s[i] + rate * since + push * since**2 / 2, s[i + 1]), rate + push * since, push


class _Curve:
    """A polyline whose corners are parabolas; the parameter runs along the polyline [rad]."""

    def __init__(self, points: list[Array]) -> None:
        steps = [b - a for a, b in pairwise(points)]
        lengths = np.array([float(np.linalg.norm(d)) for d in steps])
        ways = [d / n for d, n in zip(steps, lengths, strict=True)]
        if not ways:
            ways, lengths = [np.zeros_like(points[0])], np.array([0.0])
        corners = [0.0]
        for i in range(1, len(ways)):
            turn = float(np.linalg.norm(ways[i] - ways[i - 1]))
            corners.append(min(4 * BLEND / max(turn, 1e-9), 0.5 * lengths[i - 1], 0.5 * lengths[i]))
        corners.append(0.0)
        ends = np.concatenate([[0.0], np.cumsum(lengths)])
        starts, origins, firsts, seconds = [], [], [], []
        for i, way in enumerate(ways):
            if i > 0 and corners[i] > 0:
                starts.append(ends[i] - corners[i])
                origins.append(points[i] - ways[i - 1] * corners[i])
                firsts.append(ways[i - 1])
                seconds.append((way - ways[i - 1]) / (2 * corners[i]))
            starts.append(ends[i] + corners[i])
            origins.append(points[i] + way * corners[i])
            firsts.append(way)
            seconds.append(np.zeros_like(way))
        self.knots = np.append(np.array(starts), ends[-1])
        self._starts = np.array(starts)
        self._begins = self._starts.tolist()
        self._origins, self._firsts, self._seconds = np.array(origins), np.array(firsts), np.array(seconds)

    def _piece(self, s: Array) -> tuple[NDArray[np.intp], Array]:
        i = np.clip(np.searchsorted(self._starts, s, side="right") - 1, 0, len(self._starts) - 1)
        return i, (s - self._starts[i])[:, None]

    def _at(self, s: float) -> tuple[int, float]:
        i = min(max(bisect_right(self._begins, s) - 1, 0), len(self._begins) - 1)
        return i, s - self._begins[i]

    def point(self, s: float) -> Array:
        i, u = self._at(s)
        found: Array = self._origins[i] + self._firsts[i] * u + self._seconds[i] * u**2 / 2
        return found

    def ways(self, s: float) -> tuple[Array, Array]:
        """Tangent and bend at one place."""
        i, u = self._at(s)
        return self._firsts[i] + self._seconds[i] * u, self._seconds[i]

    def tangent(self, s: Array) -> Array:
        i, u = self._piece(s)
        found: Array = self._firsts[i] + self._seconds[i] * u
        return found

    def bend(self, s: Array) -> Array:
        i, _ = self._piece(s)
        found: Array = self._seconds[i]
        return found


def _thinned(points: list[Array], tolerance: float = 0.001) -> list[Array]:
    """The points without repetitions and without those that a straight line passes within the tolerance [rad]."""
    distinct = _distinct(points)
    keep = [0, len(distinct) - 1] if len(distinct) > 1 else [0]
    todo = [(0, len(distinct) - 1)]
    while todo:
        a, b = todo.pop()
        if b - a < 2:
            continue
        chord = distinct[b] - distinct[a]
        inner = np.array(distinct[a + 1 : b]) - distinct[a]
        along = np.clip(inner @ chord / max(float(chord @ chord), 1e-18), 0.0, 1.0)
        away = np.abs(inner - along[:, None] * chord).max(axis=1)
        worst = int(np.argmax(away))
        if away[worst] > tolerance:
            middle = a + 1 + worst
            keep.append(middle)
            todo += [(a, middle), (middle, b)]
    return _distinct([distinct[i] for i in sorted(set(keep))])


def _distinct(points: list[Array]) -> list[Array]:
    found = [points[0]]
    for q in points[1:]:
        if np.abs(q - found[-1]).max() > 1e-6:
            found.append(q)
    found[-1] = points[-1]
    return found
