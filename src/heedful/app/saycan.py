"""`heedful eval saycan`: requests in seven families, planned with ideal skills and carried out in physics, each mechanism on and off."""

from __future__ import annotations

import platform
from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from heedful.app.compose import compose
from heedful.app.options import Usage, last_line, note, unknown
from heedful.episode import Episode, Plan, Planner, Step, Understanding, Verdict
from heedful.types import Observation, Outcome, Scene, SkillCall

VARIANTS: dict[str, dict[str, str]] = {
    "saycan": {}, "no value function": {"value": "off"}, "generate and project": {"project": "on"}, "open loop": {"open_loop": "on"},
}  # fmt: skip
"""What is measured, as flags of the planner; the first is whole."""
MODES = ("plan", "execute")
SEED, SEEDS = 1000, 3
REPLANS = 8
"""Failures that may be planned around when a plan is imagined, as in physics."""
ASKS = (Verdict.NEEDS_CLARIFICATION.value, Verdict.REFUSED.value, Verdict.NOT_UNDERSTOOD.value)


@dataclass(frozen=True, slots=True)
class Tried:
    """One request under one seed, one variant and one way of carrying it out."""

    request: str
    family: str
    seed: int
    variant: str
    mode: str
    success: bool
    """Judged on the true scene; where nothing was to be done, that it asked and moved nothing. A plan with a step that is not possible
    when its turn comes is none."""
    verdict: str
    impossible: int
    """Steps that were called though a precondition did not hold."""
    asked: bool
    calls: tuple[str, ...]
    reason: str
    backend: str
    """Who scored: `rules`, which reads words only, or a language model by its name."""
    reached: bool = False
    """Whether the goal holds at the end, however it was come by; where nothing was to be done, whether nothing was."""
    again: bool = False
    """In physics: not run anew, for every decision was the same as the whole planner's, and a run is deterministic."""

    @property
    def false_success(self) -> bool:
        """It ended as if it were done, and it is not."""
        return self.verdict in ("done", Verdict.SUCCEEDED.value) and not self.reached


def main(args: Namespace) -> int:
    """0: it was measured."""
    from heedful.app.evaluate import Counter
    from heedful.envs.requests import requests
    from heedful.launching import Processes

    settings = compose(args.overrides, args.seed)
    families = [f for f in (args.families or "").split(",") if f]
    known = list(dict.fromkeys(r.family for r in requests()))
    for family in families:
        if family not in known:
            raise Usage(unknown("family", family, known))
    modes = [m for m in MODES if args.mode in (m, "both")]
    seed, episodes = SEED if args.seed is None else args.seed, args.episodes or SEEDS
    chosen = [i for i, r in enumerate(requests()) if not families or r.family in families]
    jobs = [(i, s) for s in range(seed, seed + episodes) for i in chosen]
    shared = {"robot": settings.of("robot"), "language": settings.of("language"), "modes": modes}
    rows: list[Tried] = []
    counter = Counter(total=len(jobs))
    with Processes(args.workers or 1) as crew:
        for _, found in crew.map(Requests, shared, jobs):
            rows += found
            counter.done += 1
            whole = [t for t in found if t.variant == "saycan" and not t.success]
            for t in whole:
                note(f"{t.mode} {t.request} seed {t.seed}: {t.verdict}: {' '.join(t.calls)}: {t.reason}")
    result = summed(rows) | {
        "suite": "saycan", "robot": "panda", "perception": "simulator state", "skills": "scripted experts",
        "backend": rows[0].backend if rows else "", "seeds": [seed, seed + episodes - 1],
        "machine": f"{platform.machine()}, Python {platform.python_version()}",
    }  # fmt: skip
    if args.out is not None:
        from heedful.recording import write_json

        args.out.mkdir(parents=True, exist_ok=True)
        write_json(args.out / "saycan.json", result | {"trials": [asdict(t) for t in rows]})
    if args.json:
        last_line(result)
    else:
        print(table(result))
    return 0


class Requests:
    """What a worker does: one request under one seed, in every variant and mode."""

    def __init__(self, shared: Mapping[str, Any]) -> None:
        self._shared = shared
        self._session: Any = None

    def __call__(self, job: tuple[int, int]) -> list[Tried]:
        from heedful.envs.requests import requests

        index, seed = job
        request = requests()[index]
        found: list[Tried] = []
        self._lay_out(request, seed)
        for mode in self._shared["modes"]:
            whole: tuple[Tried, Watched] | None = None
            for variant, flags in VARIANTS.items():
                planner = self._planner(flags)
                if mode == "plan":
                    found.append(self._imagined(request, seed, variant, planner))
                elif whole is not None and same_decisions(whole[1], planner):
                    found.append(_as(whole[0], variant))
                else:
                    watched = Watched(planner)
                    found.append(self._carried_out(request, seed, variant, watched))
                    whole = whole or (found[-1], watched)
        return found

    def _lay_out(self, request: Any, seed: int) -> None:
        from heedful.session import Session

        if self._session is None:
            self._session = Session(
                robot=self._shared["robot"], mode="fast", seed=seed, task=request.task, out=None, language=self._shared["language"]
            )
        else:
            self._session.reset(seed, request.task)

    @property
    def _backend(self) -> str:
        return "rules" if self._session.language is None else str(self._session.language.name)

    def _planner(self, flags: Mapping[str, Any]) -> Any:
        from heedful.agents.planner.saycan import SayCan

        return SayCan(self._session.skills, self._session.language, **flags)

    def _imagined(self, request: Any, seed: int, variant: str, planner: Planner) -> Tried:
        """With ideal skills: every call does what it is said to do, if its preconditions hold."""
        from heedful.skills.ideal import carried_out

        skills, binding = self._session.skills, self._session.world.instance.binding
        scene = before = self._start(request)
        episode = Episode(request.words)
        understood = planner.understand(request.words, scene)
        impossible, plan, failures = 0, Plan("refuse", sentence="it never came to an end"), 0
        if understood.program is None:
            plan = Plan("ask", sentence=understood.sentence)
        while understood.program is not None and failures <= REPLANS:
            episode.program = understood.program
            plan = planner.plan(episode, Observation(0.0, {}, scene))
            episode.plans.append(plan)
            if not plan.goes_on:
                break
            for call in plan.calls:
                assert isinstance(call, SkillCall)
                after = carried_out(skills[call.skill], call, scene)
                outcome = Outcome.failed("precondition", after) if isinstance(after, str) else Outcome.succeeded()
                episode.log.append(Step(call, outcome, 0.0, 0.0, (0, 0)))
                if isinstance(after, str):
                    impossible, failures = impossible + 1, failures + 1
                    break
                scene = after
        asked = plan.kind in ("ask", "refuse")
        ended = plan.kind == ("done" if request.goal else "ask") or (not request.goal and asked)
        reached = request.done(before, scene, binding)
        success = ended and not impossible and reached
        calls = tuple(str(s.call) for s in episode.log)
        return Tried(
            request.name,
            request.family,
            seed,
            variant,
            "plan",
            success,
            plan.kind,
            impossible,
            asked,
            calls,
            plan.sentence,
            self._backend,
            reached,
        )

    def _start(self, request: Any) -> Scene:
        """The scene in which the words are said, with what is in the hand imagined there."""
        from heedful.skills.ideal import carried_out

        scene: Scene = self._session.world.scene()
        if request.held:
            call = SkillCall.of("pick", object=self._session.world.instance.binding[request.held])
            held = carried_out(self._session.skills["pick"], call, scene)
            assert not isinstance(held, str), f"{request.name}: {held}"
            return held
        return scene

    def _carried_out(self, request: Any, seed: int, variant: str, planner: Any) -> Tried:
        """In physics, by the executive; what is to be in the hand is picked up before, by the same skills."""
        session = self._session
        session.reset(seed, request.task)
        binding = session.world.instance.binding
        if request.held:
            session.planner = Calling((SkillCall.of("pick", object=binding[request.held]),))
            taken = session.run("take it")
            if not taken.ok:
                return Tried(
                    request.name, request.family, seed, variant, "execute", False, "not begun", 0, False, (), taken.reason, self._backend
                )
        before = session.world.scene()
        session.planner = planner
        episode = session.run(request.words)
        verdict = episode.verdict.value if episode.verdict else "running"
        done = request.done(before, session.world.scene(), binding)
        success = done and (verdict == Verdict.SUCCEEDED.value if request.goal else verdict in ASKS)
        impossible = sum(s.outcome.code == "precondition" for s in episode.log)
        calls = tuple(str(s.call) for s in episode.log)
        return Tried(
            request.name,
            request.family,
            seed,
            variant,
            "execute",
            success,
            verdict,
            impossible,
            verdict in ASKS,
            calls,
            episode.reason,
            self._backend,
            done,
        )

    def close(self) -> None:
        """Let go of the world."""
        if self._session is not None:
            self._session.close()


class Calling:
    """A planner that makes the calls it was given and is done."""

    def __init__(self, calls: Sequence[SkillCall]) -> None:
        self.calls = tuple(calls)

    def understand(self, words: str, scene: Scene) -> Understanding:
        from heedful.program import Do

        return Understanding(Do("wait"), sentence=words)

    def plan(self, episode: Episode, observation: Observation) -> Plan:
        if episode.log and not episode.log[-1].outcome.ok:
            return Plan("refuse", sentence=episode.log[-1].outcome.sentence)
        return Plan("done") if episode.log else Plan("go", self.calls)


class Watched:
    """A planner whose every decision is kept, with what it was made on."""

    def __init__(self, planner: Planner) -> None:
        self.planner = planner
        self.decided: list[tuple[Observation, tuple[Step, ...], Plan]] = []
        self.words = ""

    def understand(self, words: str, scene: Scene) -> Understanding:
        self.words = words
        return self.planner.understand(words, scene)

    def plan(self, episode: Episode, observation: Observation) -> Plan:
        plan = self.planner.plan(episode, observation)
        self.decided.append((observation, tuple(episode.log), plan))
        return plan


def same_decisions(watched: Watched, planner: Planner) -> bool:
    """Whether a planner would have decided the very same each time: kind, calls and goal."""
    episode = Episode(watched.words)
    for observation, log, decided in watched.decided:
        episode.log = list(log)
        plan = planner.plan(episode, observation)
        episode.plans.append(plan)
        if (plan.kind, plan.calls, plan.goal) != (decided.kind, decided.calls, decided.goal):
            return False
    return True


def _as(tried: Tried, variant: str) -> Tried:
    return Tried(**{**asdict(tried), "variant": variant, "calls": tried.calls, "again": True})


def summed(rows: Iterable[Tried]) -> dict[str, Any]:
    """For each mode and variant, by family and in all: successes, n and the Wilson interval; and the differences to the whole planner."""
    from heedful.evaluation import wilson

    rows = list(rows)
    modes: dict[str, Any] = {}
    for mode in dict.fromkeys(t.mode for t in rows):
        modes[mode] = {}
        for variant in dict.fromkeys(t.variant for t in rows):
            mine = [t for t in rows if (t.mode, t.variant) == (mode, variant)]
            cells = {}
            for family in [*dict.fromkeys(t.family for t in mine), "all"]:
                those = [t for t in mine if family in (t.family, "all")]
                won = sum(t.success for t in those)
                cells[family] = {
                    "success": won / max(len(those), 1), "n": len(those), "interval": [round(v, 4) for v in wilson(won, len(those))],
                    "impossible": sum(t.impossible for t in those), "asked": sum(t.asked for t in those),
                    "again": sum(t.again for t in those), "false_successes": sum(t.false_success for t in those),
                }  # fmt: skip
            modes[mode][variant] = cells
    first = next(iter(modes))
    return {
        "success": modes[first]["saycan"]["all"]["success"],
        "n": modes[first]["saycan"]["all"]["n"],
        "modes": modes,
        "differences": differences(rows),
    }


def differences(rows: Sequence[Tried]) -> dict[str, Any]:
    """How much better the whole planner is than each ablation on the same requests and seeds, with 95 % intervals by bootstrap over
    requests."""
    import numpy as np

    found: dict[str, Any] = {}
    rng = np.random.default_rng(0)
    for mode in dict.fromkeys(t.mode for t in rows):
        whole = {(t.request, t.seed): t.success for t in rows if t.mode == mode and t.variant == "saycan"}
        for variant in dict.fromkeys(t.variant for t in rows if t.variant != "saycan"):
            for family in ["all", *dict.fromkeys(t.family for t in rows)]:
                mine = [t for t in rows if t.mode == mode and t.variant == variant and family in (t.family, "all")]
                gaps: dict[str, list[float]] = {}
                for t in mine:
                    gaps.setdefault(t.request, []).append(float(whole[t.request, t.seed]) - float(t.success))
                means = np.array([np.mean(g) for g in gaps.values()])
                draws = means[rng.integers(len(means), size=(2000, len(means)))].mean(axis=1)
                low, high = np.quantile(draws, [0.025, 0.975])
                found.setdefault(mode, {}).setdefault(variant, {})[family] = {
                    "better_by": round(float(means.mean()), 4), "interval": [round(float(low), 4), round(float(high), 4)]
                }  # fmt: skip
    return found


def table(result: Mapping[str, Any]) -> str:
    """The result in lines for a person."""
    lines = []
    for mode, variants in result["modes"].items():
        families = list(next(iter(variants.values())))
        lines.append(
            f"{mode}: share of {'plans that reach the goal with ideal skills' if mode == 'plan' else 'runs that reach it in physics'}"
        )
        lines.append("  " + "family".ljust(18) + "n".rjust(5) + "".join(v.rjust(24) for v in variants))
        for family in families:
            cells = [variants[v][family] for v in variants]
            shown = "".join(f"{c['success']:.2f} [{c['interval'][0]:.2f}, {c['interval'][1]:.2f}]".rjust(24) for c in cells)
            lines.append("  " + family.ljust(18) + str(cells[0]["n"]).rjust(5) + shown)
        for name, key in (("false successes", "false_successes"), ("impossible steps", "impossible"), ("asked", "asked")):
            lines.append("  " + name.ljust(18) + "".join(str(variants[v]["all"][key]).rjust(24) for v in variants).rjust(5))
        for variant, by in result["differences"].get(mode, {}).items():
            for family in ("all", "embodiment"):
                if family in by:
                    low, high = by[family]["interval"]
                    lines.append(f"  saycan against {variant}, {family}: {by[family]['better_by']:+.2f} [{low:+.2f}, {high:+.2f}]")
    how = ", ".join(f"{k} {result[k]}" for k in ("robot", "backend", "perception", "skills", "seeds", "machine"))
    return "\n".join([*lines, how])
