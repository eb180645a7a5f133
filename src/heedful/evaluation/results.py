"""What an evaluation found: its episodes, and the table that tells them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import comb
from typing import Any

import numpy as np

from heedful.episode import Verdict


def wilson(successes: int, n: int, z: float = 1.96) -> tuple[float, float]:
    """The Wilson score interval of a proportion, 95 % at z = 1.96 (E. B. Wilson, 1927)."""
    if n == 0:
        return 0.0, 1.0
    p, zz = successes / n, z * z
    centre = (p + zz / (2 * n)) / (1 + zz / n)
    half = z / (1 + zz / n) * np.sqrt(p * (1 - p) / n + zz / (4 * n * n))
    return float(max(0.0, centre - half)), float(min(1.0, centre + half))


def sign_test(wins: int, n: int) -> float:
    """Two-sided probability that pairs which differ by chance alone differ as unevenly, exactly (McNemar's test); 1 without any."""
    less = min(wins, n - wins)
    return float(min(1.0, 2 * sum(comb(n, i) for i in range(less + 1)) / 2**n))


@dataclass(frozen=True, slots=True)
class Trial:
    """One episode of an evaluation."""

    task: str
    seed: int
    instruction: str
    verdict: str
    truth: bool
    """The task's own success predicate on the true scene."""
    link: str
    """The first broken link where it failed."""
    reason: str
    replans: int
    seconds: float
    """Robot time [s]."""
    rejected: float
    """Share of layouts that geometry rejected."""
    spent: Mapping[str, float] = field(default_factory=dict)
    """What its skills counted, summed over its calls; of planned motion `plans`, `planned_s`, `plan_s` and `plan_cpu_s`."""

    @property
    def success(self) -> bool:
        return self.truth and self.verdict == Verdict.SUCCEEDED.value

    @property
    def false_success(self) -> bool:
        return not self.truth and self.verdict == Verdict.SUCCEEDED.value


@dataclass(slots=True)
class Result:
    """What an evaluation found."""

    suite: str
    trials: list[Trial]
    baselines: dict[str, list[Trial]] = field(default_factory=dict)
    how: dict[str, Any] = field(default_factory=dict)
    """Robot, planner, language backend, perception, seeds, machine."""
    against: list[Trial] = field(default_factory=list)
    """The same agent with other settings on the same seeds, where that was asked for."""

    @property
    def n(self) -> int:
        return len(self.trials)

    @property
    def successes(self) -> int:
        return sum(t.success for t in self.trials)

    @property
    def success(self) -> float:
        return self.successes / self.n if self.n else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson, 95 %."""
        return wilson(self.successes, self.n)

    @property
    def false_successes(self) -> int:
        return sum(t.false_success for t in self.trials)

    @property
    def discordant(self) -> list[tuple[Trial, Trial]]:
        """The episodes that succeeded with one settings and not with the other, each with its pair of the same task and seed."""
        others = {(t.task, t.seed): t for t in self.against}
        pairs = ((t, others[t.task, t.seed]) for t in self.trials if (t.task, t.seed) in others)
        return [(a, b) for a, b in pairs if a.success != b.success]

    def per_task(self) -> dict[str, dict[str, Any]]:
        """Success, n and interval by task, how often it was done in truth whatever the verdict, what planning took, and why the failures
        failed; of each line to beat, how often it was done in truth."""
        rows = {}
        for task in dict.fromkeys(t.task for t in self.trials):
            mine = [t for t in self.trials if t.task == task]
            won = sum(t.success for t in mine)
            why = Counter(t.link for t in mine if not t.success)
            chance = {name: _line([t for t in trials if t.task == task]) for name, trials in self.baselines.items()}
            rows[task] = {
                "success": won / len(mine), "n": len(mine), "interval": [round(v, 3) for v in wilson(won, len(mine))],
                "false_successes": sum(t.false_success for t in mine), "done": sum(t.truth for t in mine) / len(mine),
                "seconds": round(float(np.mean([t.seconds for t in mine])), 1),
                "replans": round(float(np.mean([t.replans for t in mine])), 2), **pace(mine), "why": dict(why), "baselines": chance,
            }  # fmt: skip
        return rows

    def table(self) -> str:
        """The result in lines for a person: each task, all of them, the lines to beat, and how it was measured."""
        found = self.to_json()
        lines: dict[str, Any] = found["baselines"]
        paced = "real_time_factor" in found
        rows = [["task", "success", "n", "95 % interval", "false", "done", "s", *(PACE if paced else ()), *lines]]
        for name, task in [*found["per_task"].items(), ("all", {**found, "seconds": float(np.mean([t.seconds for t in self.trials]))})]:
            chance = (_told(task["baselines"][line]) for line in lines)
            planning = (f"{task[key]:.2f}" if key in task else "" for key in PACE.values()) if paced else ()
            rows.append([name, *_numbers(task), f"{task['seconds']:.1f}", *planning, *chance])
        widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
        shown = ["  ".join([row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))]) for row in rows]
        how = ", ".join(
            f"{k} {found[k]}" for k in ("robot", "planner", "backend", "perception", "skills", "memory", "seeds", "machine") if k in found
        )
        if "left_out" in found:
            lacks = (f"{t} ({', '.join(w)})" if w else t for t, w in found["left_out"].items())
            how += f"\nnot fixed for this robot, for what they need beside picking from above: {', '.join(lacks)}"
        if paced or lines:
            how += "\nsuccess: done in truth, and the robot says so; done: in truth, whatever it says"
        if lines:
            how += ", and so are the lines to beat counted, with 95 % intervals"
        if paced:
            how += "\nreal time: from plan to plan over what a plan takes; CPU/s: of planning, for a second of robot time"
        if self.against:
            how += "\n" + "\n".join(self._compared())
        layouts = f"layouts: {found['layouts_rejected']:.0%} of the places drawn were out of reach or too near something, and drawn again"
        return "\n".join([*shown, how, layouts])

    def _compared(self) -> list[str]:
        """Both settings in words, and each pair that differs."""
        won, n = sum(t.success for t in self.against), len(self.against)
        low, high = wilson(won, n)
        differing = self.discordant
        here = sum(a.success for a, _ in differing)
        p = sign_test(here, len(differing))
        said = [
            f"against {self.how.get('against', 'the other')}: {won / n:.3f} of {n} [{low:.3f}, {high:.3f}], here {self.success:.3f}: "
            f"{100 * (self.success - won / n):+.1f} points; {len(differing)} of {n} pairs differ, {here} for this (p = {p:.2f})"
        ]
        said += [f"  {a.task} seed {a.seed}: here {_ended(a)}; there {_ended(b)}" for a, b in differing]
        return said

    def to_json(self) -> dict[str, Any]:
        return {
            "suite": self.suite, "success": self.success, "n": self.n, "interval": [round(v, 4) for v in self.interval],
            "false_successes": self.false_successes, "done": sum(t.truth for t in self.trials) / max(self.n, 1), **pace(self.trials),
            "per_task": self.per_task(), "baselines": {name: _line(trials) for name, trials in self.baselines.items()},
            "layouts_rejected": round(float(np.mean([t.rejected for t in self.trials])), 4) if self.trials else 0.0,
            "failures": [
                {"task": t.task, "seed": t.seed, "instruction": t.instruction, "verdict": t.verdict, "truth": t.truth,
                 "why": t.link, "reason": t.reason}
                for t in self.trials if not t.success
            ],
            **({"compared": {
                "success": sum(t.success for t in self.against) / len(self.against), "n": len(self.against),
                "discordant": [{"task": a.task, "seed": a.seed, "here": _ended(a), "there": _ended(b)} for a, b in self.discordant],
            }} if self.against else {}),
            **self.how,
        }  # fmt: skip


def _ended(trial: Trial) -> str:
    return "succeeded" if trial.success else f"{trial.link or trial.verdict}: {trial.reason}".rstrip(": ")


PACE = {"real time": "real_time_factor", "CPU/s": "plan_cpu_per_s"}
"""Columns of what planned motion took -> their names as data."""


def pace(trials: Sequence[Trial]) -> dict[str, float]:
    """How planning of motion kept up: the mean over episodes of the time from plan to plan over the time of a plan, and the processor
    time of planning for each second of robot time. Nothing where no motion was planned."""
    planned = [t for t in trials if t.spent.get("plan_s")]
    if not planned:
        return {}
    factors = [t.spent["planned_s"] / t.spent["plan_s"] for t in planned]
    cpu = sum(t.spent["plan_cpu_s"] for t in planned) / max(sum(t.spent["planned_s"] for t in planned), 1e-9)
    return {"real_time_factor": round(float(np.mean(factors)), 3), "plan_cpu_per_s": round(cpu, 3)}


def _line(trials: Sequence[Trial]) -> dict[str, Any]:
    """A line to beat: how often it is done in truth, whatever the verdict."""
    done = sum(t.truth for t in trials)
    return {
        "success": done / max(len(trials), 1), "n": len(trials), "interval": [round(v, 4) for v in wilson(done, len(trials))],
        "false_successes": sum(t.false_success for t in trials), **pace(trials),
    }  # fmt: skip


def _told(line: Mapping[str, Any]) -> str:
    low, high = line["interval"]
    return f"{line['success']:.2f} [{low:.2f}, {high:.2f}]"


def _numbers(row: Mapping[str, Any]) -> tuple[str, ...]:
    low, high = row["interval"]
    return f"{row['success']:.2f}", str(row["n"]), f"[{low:.2f}, {high:.2f}]", str(row["false_successes"]), f"{row['done']:.2f}"
