"""Evaluation: a suite's tasks over seeds, success judged on the true scene, with intervals, false successes and chance lines."""

from __future__ import annotations

import multiprocessing
import platform
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import comb
from typing import Any

import numpy as np

from heedful.config import load, name_of
from heedful.episode import Verdict
from heedful.launching import Processes
from heedful.program import TRUE
from heedful.session import Session
from heedful.skills.skill import Skill, policy_motion
from heedful.types import Motion, Observation, Policy


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
    return min(1.0, 2 * sum(comb(n, i) for i in range(less + 1)) / 2**n)


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
    against: list[Trial] = field(default_factory=list)
    """The same agent with other settings on the same seeds, where that was asked for."""
    how: dict[str, Any] = field(default_factory=dict)
    """Robot, planner, language backend, perception, seeds, machine."""

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
        """Success, n and interval by task, and why the failures failed."""
        rows = {}
        for task in dict.fromkeys(t.task for t in self.trials):
            mine = [t for t in self.trials if t.task == task]
            won = sum(t.success for t in mine)
            why = Counter(t.link for t in mine if not t.success)
            chance = {name: sum(t.truth for t in trials if t.task == task) for name, trials in self.baselines.items()}
            rows[task] = {
                "success": won / len(mine), "n": len(mine), "interval": [round(v, 3) for v in wilson(won, len(mine))],
                "false_successes": sum(t.false_success for t in mine), "seconds": round(float(np.mean([t.seconds for t in mine])), 1),
                "replans": round(float(np.mean([t.replans for t in mine])), 2), "why": dict(why), "baselines": chance,
            }  # fmt: skip
        return rows

    def table(self) -> str:
        """The result in lines for a person: each task, all of them, the lines to beat, and how it was measured."""
        found = self.to_json()
        lines: dict[str, Any] = found["baselines"]
        rows = [["task", "success", "n", "95 % interval", "false", "s", *lines]]
        for name, task in found["per_task"].items():
            chance = (f"{task['baselines'].get(line, 0) / max(task['n'], 1):.2f}" for line in lines)
            rows.append([name, *_numbers(task), f"{task['seconds']:.1f}", *chance])
        rows.append(["all", *_numbers(found), "", *(f"{line['success']:.2f}" for line in lines.values())])
        widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
        shown = ["  ".join([row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))]) for row in rows]
        how = ", ".join(
            f"{k} {found[k]}" for k in ("robot", "planner", "backend", "perception", "skills", "memory", "seeds", "machine") if k in found
        )
        if "left_out" in found:
            lacks = (f"{t} ({', '.join(w)})" if w else t for t, w in found["left_out"].items())
            how += f"\nnot fixed for this robot, for what they need beside picking from above: {', '.join(lacks)}"
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
        said += [f"  {a.task} seed {a.seed}: here {_told(a)}; there {_told(b)}" for a, b in differing]
        return said

    def to_json(self) -> dict[str, Any]:
        lines = {
            name: {"success": sum(t.truth for t in trials) / max(len(trials), 1), "n": len(trials),
                   "interval": [round(v, 4) for v in wilson(sum(t.truth for t in trials), len(trials))]}
            for name, trials in self.baselines.items()
        }  # fmt: skip
        return {
            "suite": self.suite, "success": self.success, "n": self.n, "interval": [round(v, 4) for v in self.interval],
            "false_successes": self.false_successes, "per_task": self.per_task(), "baselines": lines,
            "layouts_rejected": round(float(np.mean([t.rejected for t in self.trials])), 4) if self.trials else 0.0,
            "failures": [
                {"task": t.task, "seed": t.seed, "instruction": t.instruction, "verdict": t.verdict, "truth": t.truth,
                 "why": t.link, "reason": t.reason}
                for t in self.trials if not t.success
            ],
            **({"compared": {
                "success": sum(t.success for t in self.against) / len(self.against), "n": len(self.against),
                "discordant": [{"task": a.task, "seed": a.seed, "here": _told(a), "there": _told(b)} for a, b in self.discordant],
            }} if self.against else {}),
            **self.how,
        }  # fmt: skip


def _told(trial: Trial) -> str:
    return "succeeded" if trial.success else f"{trial.link or trial.verdict}: {trial.reason}".rstrip(": ")


def _numbers(row: Mapping[str, Any]) -> tuple[str, ...]:
    low, high = row["interval"]
    return f"{row['success']:.2f}", str(row["n"]), f"[{low:.2f}, {high:.2f}]", str(row["false_successes"])


AGAINST = "against"
"""The line that is compared in pairs."""


def evaluate(
    suite: str,
    episodes: int = 10,
    seed: int = 1000,
    policy: Policy | None = None,
    baselines: bool = False,
    workers: int | None = None,
    launcher: Any = "processes",
    on_trial: Callable[[str, Trial], None] | None = None,
    against: Mapping[str, Any] | None = None,
    **session: Any,
) -> Result:
    """Run every task of a suite.

    Args:
      suite: A suite's name, or a path of a Python file that defines TASKS.
      episodes: Episodes per task, on seeds `seed`, `seed + 1` …
      policy: Measured in place of the agent: it gets the observation and the instruction. It stays in this process.
      baselines: Also run doing nothing, and skills at random, on the same seeds.
      workers: How many share the episodes; by default as many as the launcher says, 1 for `processes`, which stays in this process.
      launcher: What shares them out: `processes`, `ray`, or a Launcher.
      on_trial: Told of each finished episode and which line it belongs to.
      against: Arguments of Session that differ: the same agent is also run with these, on the same seeds, and compared in pairs.
      session: Arguments of Session: robot, planner, language, perception, safety, skills; memory, which is off unless it is asked for.

    Raises ValueError naming the known suites.
    """
    from heedful.envs import fixed_for, needs, suite as find
    from heedful.envs.suites import lines as further

    tasks = find(suite)
    names = [task.name for task in tasks]
    session = {**session, **needs(suite)}
    mine = fixed_for(tasks, name_of(session.get("robot", "panda")).partition(" ")[0])
    left_out = {t.name: list(t.needs) for t in tasks if t not in mine}
    result = Result(suite, [], how=how_measured(session, seed, episodes, policy) | ({"left_out": left_out} if left_out else {}))
    lines: dict[str, dict[str, Any]] = {"": session}
    if baselines:
        from heedful.agents.planner.baselines import NoOp, RandomSkill

        lines |= {"no_op": {**session, "planner": NoOp}, "random_skill": {**session, "planner": RandomSkill}}
        lines |= {name: {**session, **differs} for name, differs in further(suite).items()}
    if against:
        lines[AGAINST] = {**session, **against}
        result.how["against"] = ", ".join(f"{k}={name_of(v)}" for k, v in against.items())
    jobs = [(line, i, s) for line in lines for s in range(seed, seed + episodes) for i, t in enumerate(tasks) if t in mine]
    shared = {"suite": suite, "lines": lines, "policy": policy}
    found: dict[str, list[Trial]] = {line: [] for line in lines}
    options = {} if workers is None or hasattr(launcher, "map") else {"workers": workers}
    with Processes(1) if policy is not None else load("launcher", launcher, **options) as crew:
        for job, trial in crew.map(Trials, shared, jobs):
            found[jobs[job][0]].append(trial)
            if on_trial:
                on_trial(jobs[job][0], trial)
    for line, trials in found.items():
        trials.sort(key=lambda t: (names.index(t.task), t.seed))
        if line == AGAINST:
            result.against = trials
        elif line:
            result.baselines[line] = trials
        else:
            result.trials = trials
    return result


class Trials:
    """What a worker does: episodes, each line of them in a session of its own that is built once.

    Args:
      shared: `suite`, `lines` (name -> arguments of Session) and `policy`.
    """

    def __init__(self, shared: Mapping[str, Any]) -> None:
        from heedful.envs import suite

        self._tasks, self._lines = suite(shared["suite"]), shared["lines"]
        self._policy: Policy | None = shared["policy"]
        self._sessions: dict[str, Session] = {}

    def __call__(self, job: tuple[str, int, int]) -> Trial:
        """One episode: its line, the task's index and the seed."""
        line, index, seed = job
        task = self._tasks[index]
        session = self._sessions.get(line)
        policy = None if line else self._policy
        if session is not None:
            session.reset(seed, task)
        else:
            session = Session(**{"mode": "fast", "out": None, **self._lines[line], "seed": seed, "task": task})
            self._sessions[line] = session
            if policy is not None:
                from heedful.agents.planner.baselines import OneSkill

                session.planner = OneSkill("act")
        return _trial(session, task, seed, policy)

    def close(self) -> None:
        """Let go of the worlds."""
        for session in self._sessions.values():
            session.close()


def _trial(session: Session, task: Any, seed: int, policy: Policy | None) -> Trial:
    instance = session.world.instance
    if policy is not None:
        session.skills.add(_acting(policy, instance))
    start = session.robot.observe().time
    episode = session.run(instance.instruction)
    truth = bool(session.world.success())
    verdict = episode.verdict.value if episode.verdict else "running"
    link = "" if truth and episode.ok else "false_success" if episode.ok else episode.why().link
    return Trial(
        task.name, seed, instance.instruction, verdict, truth, link, episode.reason, episode.replans, session.robot.observe().time - start,
        float(getattr(getattr(session.world, "layout", None), "rejected_share", 0.0)),
    )  # fmt: skip


def _acting(policy: Policy, instance: Any) -> Skill:
    def act(obs: Observation) -> Motion:
        return policy_motion(obs, policy, instance.goal, instance.instruction)

    return Skill("act", act, "Let the policy act.", post=TRUE, timeout=30.0, verb="act")


def how_measured(session: Mapping[str, Any], seed: int, episodes: int, policy: Policy | None = None) -> dict[str, Any]:
    """What every evaluation in physics is told with."""
    language = name_of(session.get("language", "embedded"))
    return {
        "robot": name_of(robot) if (robot := session.get("robot", "panda")) is not None else "the world's own",
        "planner": f"policy {type(policy).__name__}" if policy is not None else name_of(session.get("planner", "symbolic")),
        "backend": "none" if policy is not None else "embedded grammar" if language == "embedded" else f"language model {language}",
        "perception": f"simulator {name_of(session.get('perception', 'state'))}",
        "skills": "policy" if policy is not None else "scripted experts",
        "memory": name_of(session.get("memory", "off")),
        "seeds": [seed, seed + episodes - 1],
        "machine": f"{platform.machine()}, {multiprocessing.cpu_count()} cores, no GPU used",
    }
