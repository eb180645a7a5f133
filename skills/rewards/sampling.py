"""Samplers: which knots are tried around the best known, and what is made of how they fared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Protocol

import numpy as np

from heedful.geometry import Array

Judge = Callable[[Array], Array]
"""Costs of knots, shape (samples, knots, commands) to (samples,); infinite for what may not be chosen."""


class Sampler(Protocol):
    """Improves knots, shape (knots, commands), by trying others."""

    def improve(
        self, nominal: Array, judge: Judge, rng: np.random.Generator, scale: Array, proposals: Array | None = None
    ) -> tuple[Array, float, Array]:
        """The better knots, their cost, and the costs of the last batch. `scale` is the spread of a command, shape (commands,).
        `proposals`, shape (n, knots, commands), are tried among the rest."""


@dataclass(frozen=True, slots=True)
class PredictiveSampling:
    """Takes the best of all; the one known before is always among them, so that no plan is worse than that."""

    samples: int = 32
    spread: tuple[float, float] = (0.1, 0.35)
    """Least and largest standard deviation, as shares of the scale; samples are spread evenly in between."""

    def improve(
        self, nominal: Array, judge: Judge, rng: np.random.Generator, scale: Array, proposals: Array | None = None
    ) -> tuple[Array, float, Array]:
        tried = with_(proposals, around(nominal, self.samples, self.spread, rng, scale))
        costs = judge(tried)
        best = int(np.argmin(costs))
        return (tried[best].copy() if np.isfinite(costs[best]) else nominal), float(costs[best]), costs


@dataclass(frozen=True, slots=True)
class MPPI:
    """Takes the mean of all, weighted by how much better they fared (Williams et al., 2017); a proposal that is better than all others it
    takes as it is, for it is no variation of the rest, and the mean of two ways may be none."""

    samples: int = 32
    spread: tuple[float, float] = (0.1, 0.35)
    temperature: float = 0.1
    """Cost at which a sample still counts 1/e, as a share of the spread of costs."""

    def improve(
        self, nominal: Array, judge: Judge, rng: np.random.Generator, scale: Array, proposals: Array | None = None
    ) -> tuple[Array, float, Array]:
        tried = with_(proposals, around(nominal, self.samples, self.spread, rng, scale))
        costs = judge(tried)
        good = np.isfinite(costs)
        if not good.any():
            return nominal, np.inf, costs
        least = float(costs[good].min())
        best, count = int(np.argmin(np.where(good, costs, np.inf))), 0 if proposals is None else len(proposals)
        if 1 <= best <= count:
            return tried[best].copy(), least, costs
        good[1 : 1 + count] = False
        width = self.temperature * float(costs[good].std()) + 1e-12
        weights = np.where(good, np.exp(-(np.where(good, costs, least) - least) / width), 0.0)
        weights /= weights.sum()
        return np.dot(weights[None], tried.reshape(len(tried), -1)).reshape(nominal.shape), least, costs


@dataclass(frozen=True, slots=True)
class CEM:
    """Narrows down in rounds: each draws about the mean of the best of the round before, as widely as those lie (Rubinstein, 1999)."""

    samples: int = 32
    """In all rounds together."""
    spread: tuple[float, float] = (0.1, 0.35)
    rounds: int = 2
    elite: float = 0.2
    """Share that is averaged."""

    def improve(
        self, nominal: Array, judge: Judge, rng: np.random.Generator, scale: Array, proposals: Array | None = None
    ) -> tuple[Array, float, Array]:
        each = max(2, self.samples // self.rounds)
        best, least = nominal, np.inf
        mean = nominal
        deviation: Array | None = None
        costs = np.full(each, np.inf)
        for _ in range(self.rounds):
            if deviation is None:
                tried = around(mean, each, self.spread, rng, scale)
            else:
                tried = mean + rng.normal(size=(each, *mean.shape)) * deviation
            tried[0] = best
            tried = with_(proposals, tried)
            costs = judge(tried)
            order = np.argsort(costs)[: max(2, round(self.elite * each))]
            order = order[np.isfinite(costs[order])]
            if not len(order):
                break
            if costs[order[0]] < least:
                best, least = tried[order[0]].copy(), float(costs[order[0]])
            mean = tried[order].mean(axis=0)
            deviation = np.maximum(tried[order].std(axis=0), self.spread[0] * 0.5)
        return best, least, costs


def with_(proposals: Array | None, tried: Array) -> Array:
    """What is tried, the known first, then proposals in the place of those that vary it most, then the rest."""
    if proposals is None or not len(proposals):
        return tried
    return np.concatenate([tried[:1], proposals, tried[1:]])[: len(tried)]


def around(nominal: Array, samples: int, spread: tuple[float, float], rng: np.random.Generator, scale: Array) -> Array:
    """Knots about the nominal ones, which are the first. Shape (samples, knots, commands).

    Each is varied partly from knot to knot and partly by the same throughout, and by few of the modes that `scale` has more than by
    others: motions that last, and that joints make together, are hardly ever drawn where each number is drawn by itself.

    Args:
      scale: Modes of joint motion as rows, each as wide as it is varied. Shape (modes, commands); or (commands,) for one joint each.
    """
    modes = np.diag(scale) if scale.ndim == 1 else scale
    lasting = rng.uniform(size=(samples, 1, 1))
    throughout = rng.standard_normal((samples, 1, len(modes)))
    throughout *= np.sqrt(lasting)
    drawn = rng.standard_normal((samples, len(nominal), len(modes)))
    drawn *= np.sqrt(1 - lasting)
    drawn += throughout
    drawn *= 1.4 * rng.standard_exponential((samples, 1, len(modes)))  # few large, most small
    drawn *= _widths(samples, spread)
    return np.asarray(nominal + drawn @ modes)


@cache
def _widths(samples: int, spread: tuple[float, float]) -> Array:
    """How widely each sample is varied; the first not at all. Shape (samples, 1, 1), read-only."""
    widths = np.linspace(*spread, samples)[:, None, None] / 1.4
    widths[0] = 0.0
    widths.setflags(write=False)
    return widths


SAMPLERS: dict[str, Callable[..., Sampler]] = {"sampling": PredictiveSampling, "mppi": MPPI, "cem": CEM}
"""Samplers by name."""
