"""How good a parser is on sentences that it was not trained on, and how far its confidence is to be trusted."""

from __future__ import annotations

from itertools import islice
from typing import Any

from heedful.agents.understanding.parser.coverage import unaccounted
from heedful.agents.understanding.parser.generate import examples
from heedful.agents.understanding.parser.infer import Network

ENOUGH = 0.995
"""Share of right sketches among those that are as sure as `sure` says."""


def measured(network: Network, seed: int, count: int = 600) -> dict[str, Any]:
    """Share of exact sketches, and the probability from which on nearly all are exact.

    Args:
      seed: Of sentences of the constructions that were trained; another than in training.
      count: How many of them.
    """
    rows = []
    for example in islice(examples(seed), count):
        parse = network.parse(example.reading)
        clean = not unaccounted(example.reading, parse.sketch)
        rows.append((parse.probability if clean else 0.0, parse.sketch == example.sketch))
    rows.sort(reverse=True)
    right = [r for _, r in rows]
    sure, hits = 1.0, 0
    for n, (probability, exact) in enumerate(rows, 1):
        hits += exact
        if hits / n >= ENOUGH and probability > 0:
            sure = probability
    half = right[: len(right) // 2]
    return {
        "exact": round(sum(right) / len(right), 4),
        "exact_of_surest_half": round(sum(half) / max(1, len(half)), 4),
        "sure": round(sure, 4),
        "sure_share": round(sum(p >= sure for p, _ in rows) / len(rows), 4),
        "measured_on": len(rows),
    }
