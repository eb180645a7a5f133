"""The executive: plans, runs skills, heeds people, verifies what came of it, and always leaves the robot held."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from heedful.amending import Amending
from heedful.control import ControlLoop
from heedful.edits.undoing import moment_of
from heedful.episode import Episode, Moment, Plan, Planner, Verdict
from heedful.executing import Executing, flat_calls
from heedful.keeping import Keeping
from heedful.permitting import Permits
from heedful.predicates import evaluate, failing, say
from heedful.predicates.evaluate import SceneModel
from heedful.recalling import Recalling
from heedful.skills import Library
from heedful.thinking import think
from heedful.ticking import Stopped, Superseded
from heedful.types import Outcome, Recollection, SkillCall, Status

T = TypeVar("T")
CONSIDERED = 8
"""Scores of a plan that are kept, the chosen one's first."""
STILL = (0.001, 0.01)
"""What has moved less from one scene to the next stands still [m, rad]."""


@dataclass(frozen=True, slots=True)
class Budget:
    """When to give up."""

    replans: int = 8
    """Failures and surprises that may be planned around; what people correct counts against nobody."""
    seconds: float = 300.0
    """Robot time for one instruction [s]."""
    settle: float = 0.3
    """Robot time for things to come to rest before the goal is verified [s]."""
    patience: float = 3.0
    """Robot time that what is seen to move still gets after that [s]."""


@dataclass(slots=True, eq=False)
class Executive:
    """Carries out one instruction on one robot."""

    control: ControlLoop
    planner: Planner
    skills: Library
    budget: Budget = Budget()
    recalling: Recalling = field(default_factory=Recalling)
    interactive: bool = False
    """Whether somebody is there to answer a question; without, a question ends the run."""
    permits: Permits = field(default_factory=Permits)
    """What a real robot may begin without being asked."""
    _episode: Episode = field(init=False)
    _running: Executing = field(init=False)
    _amending: Amending = field(init=False)

    def carry_out(self, episode: Episode) -> Episode:
        """From an instruction to a verdict. The robot is held on every way out."""
        self._episode = episode
        self._running = Executing(self.control, self.skills, episode, self.recalling)
        self._running.may = lambda call: not self._asked(lambda: self.permits.begin((call,)))
        self._amending = Amending(self.control, self._running, self.planner)
        try:
            self.control.start()
            self._amending.start()
            self._agenda(episode)
        except Stopped as stop:
            episode.verdict, episode.code, episode.reason = stop.args
        except BaseException as error:
            episode.verdict, episode.code = Verdict.INTERRUPTED, "error"
            episode.reason = f"the run broke off, and the robot is held: {self._running.broken(error)}"
            raise
        finally:
            self.control.end()
            episode.corrections, episode.violations = self.control.heed.minutes.corrections, self.control.violations
            episode.cadence, episode.stops = self.control.pacer.report(), self.control.stopping.stops
            self.control.events.emit("verdict", verdict=episode.verdict, reason=episode.reason)
        return episode

    def _agenda(self, episode: Episode) -> None:
        """Understand, then plan and run segments until a verdict."""
        self._understand(episode)
        start = self.control.obs.time
        while True:
            self._amending.amend()
            try:
                plan = self._planned(episode)
            except Superseded:
                continue
            cut, epoch = self.control.heed.cut, self.control.heed.epoch
            if plan.kind == "ask" and self.interactive:
                self._amending.ask(plan)
                continue
            outcome = self._segment(plan, cut) if plan.goes_on else self._conclude(plan)
            if cut != self.control.heed.cut or (not plan.goes_on and epoch != self.control.heed.epoch):
                continue  # a person said otherwise: neither a verdict nor a failure
            if outcome.ok and not plan.goes_on:
                episode.verdict, episode.reason = Verdict.SUCCEEDED, outcome.sentence
                self.permits.went_well((), run=bool(episode.log))
                return
            episode.replans += not outcome.ok
            self._within_budget((self.control.obs.time - start) * self.permits.pace(()), outcome)
            if not outcome.ok and (no := self._asked(lambda why=outcome.sentence: self.permits.again(why))):  # type: ignore[misc]
                raise Stopped(Verdict.FAILED, outcome.code, no)

    def _understand(self, episode: Episode) -> None:
        """What is asked for, in a program; a question about it is asked where somebody may answer."""
        words = episode.instruction
        while episode.program is None:
            found = self._think(lambda words=words: self.planner.understand(words, self._running.scene))  # type: ignore[misc]
            episode.understood = found.sentence
            self.control.events.emit("understood", sentence=found.sentence, program=found.program)
            episode.program = found.program
            if found.program is None:
                verdict = found.verdict or Verdict.NOT_UNDERSTOOD
                if not (self.interactive and verdict is Verdict.NEEDS_CLARIFICATION):
                    raise Stopped(verdict, found.code or verdict.value, found.sentence)
                words = self._amending.clarified(words, found)
        self._amending.expect()

    def _planned(self, episode: Episode) -> Plan:
        """The next segment, thought about on a draft: what became stale meanwhile leaves nothing behind. Raises Superseded."""
        obs = self.control.obs

        def work() -> tuple[Episode, Plan, Moment, Mapping[SkillCall, Sequence[Recollection]]]:
            draft = episode.draft()
            plan = self.planner.plan(draft, obs)
            assert obs.scene is not None
            told = self.recalling.look_up(flat_calls(plan.calls), obs.scene)
            return draft, plan, moment_of(obs.scene, draft.achieved, len(draft.log)), told

        draft, plan, moment, told = self._think(work, yields=True)
        episode.take(draft)
        self.recalling.know(told)
        if plan.goes_on:
            episode.moments.append(moment)
        episode.plans.append(plan)
        episode.scores += [{"step": len(episode.plans), **s} for s in plan.scores[:CONSIDERED]]
        episode.goal = plan.goal if plan.goal is not None else episode.goal
        self.control.events.emit("plan", sentence=plan.sentence, calls=plan.calls, kind=plan.kind)
        return plan

    def _within_budget(self, seconds: float, last: Outcome) -> None:
        if seconds > self.budget.seconds:
            sentence = f"it took longer than {self.budget.seconds:.0f} s; last: {last.sentence or 'on the way'}"
            raise Stopped(Verdict.TIMEOUT, "timeout", sentence)
        if self._episode.replans > self.budget.replans:
            verdict = Verdict.UNVERIFIED if last.status is Status.UNVERIFIED else Verdict.FAILED
            raise Stopped(verdict, last.code, f"given up after {self.budget.replans} further attempts: {last.sentence}")

    def _segment(self, plan: Plan, cut: int) -> Outcome:
        """Run a straight segment under what is to hold on the way; a failure, a correction or a surprise ends it."""
        run = self._running
        run.keeping = Keeping(tuple(dict.fromkeys((*plan.under, *self._episode.under))))
        self.control.constrain(run.keeping.volumes(run.scene), run.keeping.pace)
        try:
            for at, entry in enumerate(plan.calls):
                calls = (entry,) if isinstance(entry, SkillCall) else entry
                run.ahead = flat_calls(plan.calls[at + 1 :])
                if cut != self.control.heed.cut:
                    return Outcome(Status.INTERRUPTED, "halted", self.control.heed.why)
                if self.permits.asks(calls) and (no := self._asked(lambda calls=calls: self.permits.begin(calls))):  # type: ignore[misc]
                    raise Stopped(Verdict.REFUSED, "not_confirmed", no)
                self.control.slow = self.permits.pace(calls)
                outcomes = run.execute(calls)
                self.permits.went_well([c.skill for c, o in zip(calls, outcomes, strict=True) if o.ok])
                for outcome in outcomes:
                    if not outcome.ok:
                        return outcome
            return Outcome.succeeded()
        finally:
            self._episode.broken += run.keeping.broken.values()
            run.keeping = Keeping()
            self.control.constrain()

    def _conclude(self, plan: Plan) -> Outcome:
        """End on a verdict: a question, a refusal, or a goal verified on a scene seen after everything came to rest."""
        tried, run, epoch = bool(self._episode.log), self._running, self.control.heed.epoch
        if plan.kind == "ask":
            raise Stopped(Verdict.NEEDS_CLARIFICATION, plan.code or "ambiguous", plan.sentence)
        if plan.kind == "refuse":
            last = next((s.outcome for s in reversed(self._episode.log) if s.failed), None)
            if tried and last:
                raise Stopped(Verdict.FAILED, last.code, f"{last.sentence}; {plan.sentence}")
            raise Stopped(Verdict.REFUSED, plan.code or "refused", plan.sentence)
        if tried:
            self._settle()
        holds = run.verify(plan.goal) if plan.goal else True
        if epoch != self.control.heed.epoch:
            return Outcome(Status.INTERRUPTED, "halted", self.control.heed.why)
        if holds and self._episode.broken:
            raise Stopped(Verdict.FAILED, "constraint", self._episode.broken[0])
        if holds:
            nothing = "nothing is left to do of what was asked" if self._episode.amended else "it is done"
            said = say(plan.goal, run.scene) if plan.goal and str(plan.goal) != "true" else nothing
            return Outcome.succeeded(said if tried else f"nothing to do: {said}")
        seen = self.control.perceiving.measured or run.scene
        wanted = failing(plan.goal, SceneModel(seen)) if plan.goal else None
        sentence = f"it is {'not so' if holds is False else 'not known'} that {say(wanted, seen) if wanted else 'it is done'}"
        if plan.goal and self._episode.told and evaluate(plan.goal, run.scene) is True:
            raise Stopped(Verdict.UNVERIFIED, "told", f"you told me so, but {sentence}, as far as I see")
        if holds is None:
            raise Stopped(Verdict.UNVERIFIED, "unverified", sentence)
        return Outcome.failed("goal_false", sentence)

    def _settle(self) -> None:
        """Hold until nothing is seen to move any more: what rocks may yet fall."""
        self.control.rest(self.budget.settle)
        before, until = self.control.fresh_scene(), self.control.obs.time + self.budget.patience
        while self.control.obs.time < until:
            self.control.rest(self.control.perceiving.period)
            now = self.control.fresh_scene()
            moved = (before.objects[i].pose.distance(t.pose) for i, t in now.objects.items() if not t.fixed and i in before.objects)
            if all(far < STILL[0] and turn < STILL[1] for far, turn in moved):
                return
            before = now

    def _asked(self, question: Callable[[], str]) -> str:
        """Hold and listen while a person is asked; why not, empty where it may be."""
        return question() if self.permits.commission is None else think(self.control, question)

    def _think(self, work: Callable[[], T], yields: bool = False) -> T:
        try:
            return think(self.control, work, yields)
        except (Stopped, Superseded):
            raise
        except Exception as error:
            raise Stopped(Verdict.FAILED, "planner_error", f"the planner broke off: {self._running.broken(error)}") from error
