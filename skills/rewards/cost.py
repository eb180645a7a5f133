"""A reward over many futures: what each costs, term by term."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from heedful.geometry import Array
from heedful.skills.rewards import arm_terms, legged_terms
from heedful.skills.rewards.legged_terms import Errors, Legged, standing
from heedful.skills.rewards.reward import Reward, Term
from heedful.skills.rewards.sensing import Futures

COUNTS = 0.25
"""Least weight of an aim, as a share of the heaviest; what was asked for with emphasis makes no other less of an aim."""


@dataclass(frozen=True, slots=True, eq=False)
class Cost:
    """A reward made ready for a body: evaluated on futures without looking anything up."""

    reward: Reward
    terms: tuple[tuple[Term, Errors], ...]
    """All that counts: of the reward, and what goes without saying."""

    @staticmethod
    def of(reward: Reward, body: Any, bare: bool = False) -> Cost:
        """For a body as it stood at the start, with the terms that every reward of its kind has, and on legs unless `bare` with what goes
        without saying."""
        kind: Any = "legged" if isinstance(body, Legged) else "arm"
        whole = (standing(reward) if kind == "legged" and not bare else reward).complete(kind)
        errors_of = legged_terms.errors_of if isinstance(body, Legged) else arm_terms.errors_of
        return Cost(reward, tuple((t, errors_of(t, body)) for t in whole if t.weight > 0))

    def but(self, without: Sequence[Term], beside: Sequence[tuple[Term, Errors]]) -> Cost:
        """The same without some terms and with others."""
        return replace(self, terms=(*((t, e) for t, e in self.terms if t not in without), *beside))

    def __call__(self, futures: Futures) -> Array:
        """The mean over the steps of the sum over the terms of weight times norm. Shape (samples,)."""
        samples, steps = futures.values.shape[:2]
        found = np.empty((len(self.terms), samples, steps))
        for row, (term, errors) in zip(found, self.terms, strict=True):
            row[:] = term.norm(errors(futures))
        means = np.add.reduce(found, axis=-1)
        means /= steps
        means *= np.array([[t.weight] for t, _ in self.terms]).reshape(-1, 1)
        return np.asarray(np.add.reduce(means, axis=0))

    def each(self, futures: Futures) -> dict[str, float]:
        """What each term costs in the first sample, by its key in words."""
        return {" ".join(t.key): float(t.weight * t.norm(e(futures))[0].mean()) for t, e in self.terms}

    def aims(self, futures: Futures) -> Array:
        """Errors of the aims in the first sample at its first step, each in its own unit. Shape (aims, 3), filled up with zeros."""
        found = np.zeros((len(self.aimed), 3))
        for i, (_, errors) in enumerate(self.aimed):
            value = errors(futures)[0, 0]
            found[i, : len(value)] = value
        return found

    @property
    def aimed(self) -> Sequence[tuple[Term, Errors]]:
        """The terms of the reward that are reached, or not. What counts for less than a share of another is no aim but a manner, and the
        hand at a thing is one only where nothing is to become of that."""
        aims = [t for t in self.reward.aims if not _means(t)] or list(self.reward.aims)
        least = COUNTS * max((min(t.weight, t.spec.weight) for t in aims), default=0.0)
        return [(t, e) for t, e in self.terms if t in aims and t.weight >= least]


def _means(one: Term) -> bool:
    """Whether it only brings the hand to something, as what is to be moved needs."""
    return one.name == "distance" and one.args["a"] == "hand"
