"""Episodes of a suite's tasks over seeds, shared out among workers, those of an interrupted evaluation not measured again."""

from __future__ import annotations

import difflib
import multiprocessing
import platform
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from heedful.config import load, name_of, recorded
from heedful.evaluation.kept import Kept
from heedful.evaluation.results import Result, Trial
from heedful.launching import Processes
from heedful.program import TRUE
from heedful.session import Session
from heedful.skills.skill import Skill, policy_motion
from heedful.types import Motion, Observation, Policy

SKILLS = {"rewards": "motion planned for rewards"}
"""Planner -> what moves the robot, where that is no scripted expert."""
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
    tasks: Sequence[str] | None = None,
    keep: Path | None = None,
    on_kept: Callable[[int], None] | None = None,
    **session: Any,
) -> Result:
    """Run tasks of a suite.

    Args:
      suite: A suite's name, or a path of a Python file that defines TASKS.
      episodes: Episodes per task, on seeds `seed`, `seed + 1` …
      policy: Measured in place of the agent: it gets the observation and the instruction. It stays in this process.
      baselines: Also run doing nothing, skills at random, and what other lines a suite has, on the same seeds.
      workers: How many share the episodes; by default as many as the launcher says, 1 for `processes`, which stays in this process.
      launcher: What shares them out: `processes`, `ray`, or a Launcher.
      on_trial: Told of each finished episode and which line it belongs to.
      against: Arguments of Session that differ: the same agent is also run with these, on the same seeds, and compared in pairs.
      tasks: Only these; all of the suite's unless given.
      keep: A folder where episodes are written as they finish; those that are there already are counted and not run again.
      on_kept: Told how many those are.
      session: Arguments of Session: robot, planner, language, perception, safety, skills; memory, which is off unless it is asked for.

    Raises UnknownTask naming the nearest suite or task, KeptOtherwise for a folder whose episodes were measured in another way.
    """
    from heedful.envs import needs, suite as find

    whole = find(suite)
    names = [task.name for task in whole]
    mine, left_out = chosen(suite, session.get("robot", "panda"), tasks)
    measured = {t.name for t in mine}
    session = {**session, **needs(suite)}
    result = Result(suite, [], how=how_measured(session, seed, episodes, policy) | ({"left_out": left_out} if left_out else {}))
    lines: dict[str, dict[str, Any]] = {"": session}
    if baselines:
        lines |= {name: {**session, **differs} for name, differs in to_beat(suite).items()}
    called = dict(zip(lines, lines, strict=True))
    if against:
        lines[AGAINST] = {**session, **against}
        result.how["against"] = ", ".join(f"{k}={name_of(v)}" for k, v in against.items())
        called[AGAINST] = f"against {result.how['against']}"
    kept = None if keep is None else Kept(keep, _same(suite, session, result.how))
    jobs = [(line, i, s) for s in range(seed, seed + episodes) for i, name in enumerate(names) if name in measured for line in lines]
    found: dict[str, list[Trial]] = {line: [] for line in lines}
    if kept is not None:
        at = {(called[line], names[i], s): (line, i, s) for line, i, s in jobs}
        for key in at.keys() & kept.trials.keys():
            found[at[key][0]].append(kept.trials[key])
        jobs = [job for key, job in at.items() if key not in kept.trials]
        if on_kept:
            on_kept(len(at) - len(jobs))
    shared = {"suite": suite, "lines": lines, "policy": policy}
    options = {} if workers is None or hasattr(launcher, "map") else {"workers": workers}
    with Processes(1) if policy is not None else load("launcher", launcher, **options) as crew:
        for job, trial in crew.map(Trials, shared, jobs):
            found[jobs[job][0]].append(trial)
            if kept is not None:
                kept.add(called[jobs[job][0]], trial)
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


def chosen(suite: str, robot: Any, names: Sequence[str] | None = None) -> tuple[list[Any], dict[str, list[str]]]:
    """The tasks that are measured with a robot, of all or of these names; and those that were not fixed for it, with what they need.

    Raises UnknownTask naming the nearest suite or task.
    """
    from heedful.envs import fixed_for, needs, suite as find
    from heedful.envs.tabletop_tasks import UnknownTask

    whole = find(suite)
    fixed = fixed_for(whole, name_of({"robot": robot, **needs(suite)}["robot"]).partition(" ")[0])
    known = [t.name for t in fixed]
    for name in names or ():
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            raise UnknownTask(f"no task named {name!r} is measured here.{hint} Known: {', '.join(known)}")
    return [t for t in fixed if not names or t.name in names], {t.name: list(t.needs) for t in whole if t not in fixed}


def to_beat(suite: str) -> dict[str, dict[str, Any]]:
    """The lines that an agent is held against on a suite: name -> arguments of Session that differ."""
    from heedful.agents.planner.baselines import NoOp, RandomSkill
    from heedful.envs.suites import lines

    further = lines(suite)
    usual: dict[str, dict[str, Any]] = {"no_op": {"planner": NoOp}, "random_skill": {"planner": RandomSkill}}
    return {name: differs for name, differs in {**usual, **further}.items() if differs is not None}


def _same(suite: str, session: Mapping[str, Any], how: Mapping[str, Any]) -> dict[str, Any]:
    """What must be alike for episodes to be counted together; seeds, tasks and lines may be added."""
    import heedful

    told = {k: v for k, v in how.items() if k not in ("seeds", "left_out", "machine", "against")}
    return {"suite": suite, "version": heedful.__version__, **{k: recorded(v) for k, v in session.items()}, **told}


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
        float(getattr(getattr(session.world, "layout", None), "rejected_share", 0.0)), _spent(episode),
    )  # fmt: skip


def _spent(episode: Any) -> dict[str, float]:
    """What the episode's calls counted, summed."""
    total: Counter[str] = Counter()
    for step in episode.log:
        total.update(dict(step.outcome.spent))
    return dict(total)


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
        "skills": "policy" if policy is not None else SKILLS.get(name_of(session.get("planner", "symbolic")), "scripted experts"),
        "memory": name_of(session.get("memory", "off")),
        "seeds": [seed, seed + episodes - 1],
        "machine": f"{platform.machine()}, {multiprocessing.cpu_count()} cores, no GPU used",
    }
