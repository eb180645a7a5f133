"""One request of the SayCan suite under one seed: planned with ideal skills and carried out in physics, each mechanism on and off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from heedful.episode import Episode, Plan, Planner, Step, Understanding, Verdict
from heedful.types import Observation, Outcome, Scene, SkillCall

VARIANTS: dict[str, dict[str, str]] = {
    "saycan": {}, "no value function": {"value": "off"}, "generate and project": {"project": "on"}, "open loop": {"open_loop": "on"},
}  # fmt: skip
"""What is measured, as flags of the planner; the first is whole."""
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


class Requests:
    """What a worker does: one request under one seed, in every variant and mode."""

    def __init__(self, shared: Mapping[str, Any]) -> None:
        self._shared = shared
        self._session: Any = None

    def __call__(self, job: tuple[int, int]) -> list[Tried]:
        from heedful.envs.layout import LayoutError
        from heedful.envs.requests import requests

        index, seed = job
        request = requests()[index]
        found: list[Tried] = []
        try:
            self._lay_out(request, seed)
        except LayoutError:
            return []  # no room for what it needs under this seed: told, and counted in n
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
