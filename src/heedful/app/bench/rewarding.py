"""How soon words change a motion that is planned: from text to the first other command, of a plan made for the edited reward.

In real time, with planning in a thread of its own, on a robot that follows a reward all the while.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from heedful.app.bench.ratio import Ratio
from heedful.bus import IDLE
from heedful.geometry import Array
from heedful.latency import summary

EDITS = 36
"""For each robot."""
APART = 0.45
"""From one edit to the next, about [s]."""
SAID = {
    "spin": (
        ("spin on the spot", ("faster", "slower", "the other way", "a bit faster", "slower")),
        ("lift your front right paw", ("higher", "the other leg", "lower", "the rear one", "higher")),
    ),
    "lift_object": (("lift the {} 30 cm up", ("higher", "lower", "gentler", "a bit higher", "10 cm lower")),),
}  # fmt: skip
"""Task whose world it is done in -> what is asked for, and what is said while it is followed."""


@dataclass(slots=True, eq=False)
class Heeded:
    """What left tick by tick: when, the reward that its plan was judged by, how long that plan took, the command, and whether a reward was
    followed."""

    session: Any
    rows: list[tuple[float, Any, float, Array, bool]] = field(default_factory=list)

    def __call__(self, tick: Any) -> None:
        from heedful.skills.rewards.following import followed
        from heedful.skills.rewards.mind import planning_for

        mind = planning_for(self.session.world)
        if mind is not None and mind.planned is not None and tick.sent.command:
            command = np.concatenate([np.atleast_1d(v) for v in tick.sent.command.values()])
            self.rows.append((tick.sent.left, mind.planned.reward, mind.planned.took, command, followed(self.session.world) is not None))


def mpc_edits(seed: int, edits: int = EDITS) -> list[Ratio]:
    """Edits of a running reward on legs and at a table, in real time."""
    return [r for name, task in (("legs", "spin"), ("arm", "lift_object")) for r in _measured(name, task, seed, edits)]


def _measured(name: str, task: str, seed: int, edits: int) -> list[Ratio]:
    from heedful.envs.language_to_reward import Playground
    from heedful.session import Session

    times: list[float] = []
    plans: list[float] = []
    turned: list[bool] = []
    afresh: list[float] = []
    heard = 0
    with Session(robot=None, world=Playground, planner="rewards", mode="realtime", seed=seed, task=task, out=None) as session:
        watched = Heeded(session)
        session.watch(watched)
        thing = next((t.name for t in session.world.scene().objects.values() if t.category == "block"), "")
        asked = SAID[task]
        for words, said in asked:
            corrections = _edited(session, watched, words.format(thing), said, edits // len(asked))
            heard += len(corrections)
            for at in corrections:
                found = _first(watched.rows, at)
                if not _following(watched.rows, at):
                    afresh.append(found[0] if found is not None else np.inf)
                elif found is not None:
                    times.append(found[0])
                    plans.append(found[1])
                    turned.append(found[2])
        dt = session.robot.dt
    row, late = summary(1000 * t for t in times), np.array(times) - np.array(plans)
    running = heard - len(afresh)
    if not times:
        return [Ratio(f"edit_{name}", 0.0, f"of {heard} edits none was heeded", least=1.0)]
    p = f"p50 {row['p50']:.0f}, p95 {row['p95']:.0f}, worst {row['worst']:.0f}, n {row['n']} of {running} edits"
    within = f"of them within a control period ({1000 * dt:.0f} ms) and the time of that plan (median {1000 * np.median(plans):.0f} ms)"
    more = f"{np.sum(late <= 2 * dt) / running:.0%} within a period more"
    if afresh:
        again = [f"{1000 * s:.0f}" for s in afresh if np.isfinite(s)]
        more += f"; {len(afresh)} came when the motion had ended, and {len(again)} began it anew [ms]: {', '.join(again)}"
    return [
        Ratio(f"edit_{name}_p95_ms", row["p95"], f"text to the first other command, of a plan for the edited reward [ms]: {p}"),
        Ratio(f"edit_{name}_within", float(np.sum(late <= dt)) / running, f"{within}; {more}", least=0.95),
        Ratio(f"edit_{name}_first", float(np.mean(turned)), "of those were the first command that such a plan gave"),
    ]


def _edited(session: Any, watched: Heeded, words: str, said: Sequence[str], edits: int) -> list[float]:
    """Say things while a reward is followed; when each was heard that edited it."""
    heard: list[float] = []
    tries = 0
    while len(heard) < edits and tries < 3 * edits:
        run = session.run(words, wait=False)
        _until(lambda: bool(watched.rows) and watched.rows[-1][0] > time.perf_counter() - 0.1, 5.0)
        while run.running and len(heard) < edits and tries < 3 * edits:
            time.sleep(APART * (0.6 + 0.8 * ((7 * tries) % 10) / 10))
            c = session.say(said[tries % len(said)], timeout=5.0)
            tries += 1
            if c.kind == "reward" and c.effect and c.reply != IDLE:
                heard.append(c.heard)
        time.sleep(0.3)
        session.abort()
    return heard


def _first(rows: Sequence[tuple[float, Any, float, Array, bool]], heard: float) -> tuple[float, float, bool] | None:
    """From when something was heard to the first command of a plan for another reward that is another than the one before it, how long that
    plan took [s], and whether it was the plan's first."""
    before = None
    first = True
    for left, judged, took, command, _ in rows:
        if left <= heard:
            before = judged
        elif before is not None and judged != before:
            previous = next(r[3] for r in reversed(rows) if r[0] < left)
            if len(command) != len(previous) or np.abs(command - previous).max() > 1e-6:
                return left - heard, took, first
            first = False
    return None


def _following(rows: Sequence[tuple[float, Any, float, Array, bool]], heard: float) -> bool:
    """Whether a reward was followed when something was heard."""
    return next((following for left, *_, following in reversed(rows) if left <= heard), False)


def _until(holds: Any, patience: float) -> None:
    until = time.monotonic() + patience
    while not holds() and time.monotonic() < until:
        time.sleep(0.02)
