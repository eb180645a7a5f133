"""An evaluation with two workers against the same one with one."""

from __future__ import annotations

import time
from typing import Any

import numpy as np

from heedful.app.bench.ratio import Ratio

EPISODES, ROUNDS, FIRST = 8, 3, 5000
"""Episodes of a round; rounds; the first seed."""


def workers(seed: int) -> list[Ratio]:
    """Rounds of the same episodes, by one worker and by two in turns, which have all begun before and have done one episode each."""
    from heedful.envs.tabletop_tasks import SUITES
    from heedful.evaluation import Trials
    from heedful.launching import Processes

    index = [t.name for t in SUITES["tabletop"]].index("place_in")
    shared: dict[str, Any] = {"suite": "tabletop", "lines": {"": {}}, "policy": None}
    rates = []
    with Processes(1, here=False) as one, Processes(2) as two:
        for crew in (one, two):
            list(crew.map(Trials, shared, [("", index, FIRST + seed)] * crew.workers))
        for turn in range(ROUNDS):
            jobs = [("", index, FIRST + seed + EPISODES * turn + k) for k in range(EPISODES)]
            spent = []
            for crew in (one, two):
                start = time.perf_counter()
                list(crew.map(Trials, shared, jobs))
                spent.append(time.perf_counter() - start)
            rates.append(spent[0] / spent[1])
    how = f"--workers 2 over --workers 1: median of {ROUNDS} rounds of {EPISODES} episodes, wall time, workers started before"
    return [Ratio("workers", float(np.median(rates)), f"{how}; rounds {', '.join(f'{r:.2f}' for r in rates)}", least=1.7)]
