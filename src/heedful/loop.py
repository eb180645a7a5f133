"""The executive: plans, runs skills, heeds people, verifies what came of it, and always leaves the robot held."""

from __future__ import annotations

import contextlib
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from heedful.control import ControlLoop, Stopped
from heedful.episode import Episode, Plan, Planner, Step, Verdict
from heedful.keeping import Keeping
from heedful.predicates import evaluate, failing, say
from heedful.predicates.evaluate import SceneModel
from heedful.program import Formula
from heedful.skills import Library, Skill
from heedful.skills.arms import arm_for
from heedful.skills.library import UnknownSkill
from heedful.types import HOLD, Action, Motion, Outcome, Scene, SkillCall, Status

T = TypeVar("T")
CONSIDERED = 8
"""Scores of a plan that are kept, the chosen one's first."""
STILL = (0.001, 0.01)
"""What has moved less from one scene to the next stands still [m, rad]."""


@dataclass(frozen=True, slots=True)
class Budget:
    """When to give up."""

    replans: int = 8
    """Failures, corrections and surprises that may be planned around."""
    seconds: float = 300.0
    """Robot time for one instruction [s]."""
    settle: float = 0.3
    """Robot time for things to come to rest before the goal is verified [s]."""
    patience: float = 3.0
    """Robot time that what is seen to move still gets after that [s]."""


@dataclass(slots=True, eq=False)
class Running:
    """A skill in motion."""

    call: SkillCall
    skill: Skill
    motion: Motion
    parts: frozenset[str]
    deadline: float
    started: float
    first: int
    arm: str = ""
    outcome: Outcome | None = None
    clipped: int = 0


@dataclass(slots=True, eq=False)
class Executive:
    """Carries out one instruction on one robot."""

    control: ControlLoop
    planner: Planner
    skills: Library
    budget: Budget = Budget()
    _episode: Episode = field(init=False)
    _ahead: list[SkillCall] = field(default_factory=list)
    """What the segment goes on with."""
    _keeping: Keeping = field(default_factory=Keeping)

    def carry_out(self, episode: Episode) -> Episode:
        """From an instruction to a verdict. The robot is held on every way out."""
        self._episode = episode
        try:
            self.control.start()
            self._agenda(episode)
        except Stopped as stop:
            episode.verdict, episode.code, episode.reason = stop.args
        except BaseException as error:
            episode.verdict, episode.code = Verdict.INTERRUPTED, "error"
            episode.reason = f"the run broke off, and the robot is held: {self._broken(error)}"
            raise
        finally:
            self.control.end()
            episode.corrections, episode.violations = self.control.heed.corrections, self.control.violations
            episode.cadence = self.control.pacer.report()
            self.control.events.emit("verdict", verdict=episode.verdict, reason=episode.reason)
        return episode

    def _agenda(self, episode: Episode) -> None:
        """Understand, then plan and run segments until a verdict."""
        understood = self._think(lambda: self.planner.understand(episode.instruction, self._scene))
        episode.understood = understood.sentence
        self.control.events.emit("understood", sentence=understood.sentence, program=understood.program)
        if understood.program is None:
            verdict = understood.verdict or Verdict.NOT_UNDERSTOOD
            raise Stopped(verdict, understood.code or verdict.value, understood.sentence)
        episode.program = understood.program
        start = self.control.obs.time
        while True:
            plan = self._think(lambda: self.planner.plan(episode, self.control.obs))
            episode.plans.append(plan)
            episode.scores += [{"step": len(episode.plans), **s} for s in plan.scores[:CONSIDERED]]
            episode.goal = plan.goal if plan.goal is not None else episode.goal
            self.control.events.emit("plan", sentence=plan.sentence, calls=plan.calls, kind=plan.kind)
            outcome = self._segment(plan) if plan.goes_on else self._conclude(plan)
            if outcome.ok and not plan.goes_on:
                episode.verdict, episode.reason = Verdict.SUCCEEDED, outcome.sentence
                return
            episode.replans += not outcome.ok
            self._within_budget(self.control.obs.time - start, outcome)

    def _within_budget(self, seconds: float, last: Outcome) -> None:
        if seconds > self.budget.seconds:
            sentence = f"it took longer than {self.budget.seconds:.0f} s; last: {last.sentence or 'on the way'}"
            raise Stopped(Verdict.TIMEOUT, "timeout", sentence)
        if self._episode.replans > self.budget.replans:
            verdict = Verdict.UNVERIFIED if last.status is Status.UNVERIFIED else Verdict.FAILED
            raise Stopped(verdict, last.code, f"given up after {self.budget.replans} further attempts: {last.sentence}")

    def _segment(self, plan: Plan) -> Outcome:
        """Run a straight segment under what is to hold on the way; a failure, a correction or a surprise ends it."""
        self._keeping = Keeping(plan.under)
        self.control.constrain(self._keeping.volumes(self._scene), self._keeping.pace)
        try:
            return self._calls(plan)
        finally:
            self._episode.broken += self._keeping.broken.values()
            self._keeping = Keeping()
            self.control.constrain()

    def _calls(self, plan: Plan) -> Outcome:
        for at, entry in enumerate(plan.calls):
            calls = (entry,) if isinstance(entry, SkillCall) else entry
            self._ahead = [c for later in plan.calls[at + 1 :] for c in ((later,) if isinstance(later, SkillCall) else later)]
            for outcome in self._execute(calls):
                if not outcome.ok:
                    return outcome
        return Outcome.succeeded()

    def _conclude(self, plan: Plan) -> Outcome:
        """End on a verdict: a question, a refusal, or a goal verified on a scene seen after everything came to rest."""
        tried = bool(self._episode.log)
        if plan.kind == "ask":
            raise Stopped(Verdict.NEEDS_CLARIFICATION, plan.code or "ambiguous", plan.sentence)
        if plan.kind == "refuse":
            last = next((s.outcome for s in reversed(self._episode.log) if not s.outcome.ok), None)
            if tried and last:
                raise Stopped(Verdict.FAILED, last.code, f"{last.sentence}; {plan.sentence}")
            raise Stopped(Verdict.REFUSED, plan.code or "refused", plan.sentence)
        if tried:
            self._settle()
        holds = self._verify(plan.goal) if plan.goal else True
        if holds and self._episode.broken:
            raise Stopped(Verdict.FAILED, "constraint", self._episode.broken[0])
        if holds:
            said = say(plan.goal, self._scene) if plan.goal and str(plan.goal) != "true" else "it is done"
            return Outcome.succeeded(said if tried else f"nothing to do: {said}")
        wanted = failing(plan.goal, SceneModel(self._scene)) if plan.goal else None
        sentence = f"it is {'not so' if holds is False else 'not known'} that {say(wanted, self._scene) if wanted else 'it is done'}"
        if holds is None:
            raise Stopped(Verdict.UNVERIFIED, "unverified", sentence)
        return Outcome.failed("goal_false", sentence)

    def _execute(self, calls: tuple[SkillCall, ...]) -> list[Outcome]:
        """Run calls together on disjoint body parts, then verify what each should have brought about."""
        self.control.heed.interrupted = False
        self.control.robot.begin()
        try:
            running = [self._start(call) for call in calls]
        except Exception as error:
            said = str(error) if isinstance(error, UnknownSkill) else f"{calls[0]} cannot start: {self._broken(error)}"
            raise Stopped(Verdict.FAILED, "error", said) from error
        used: frozenset[str] = frozenset()
        for run in running:
            if clash := used & run.parts:
                clashing = f"{run.skill.name} needs {', '.join(sorted(clash))}, which is in use"
                run.outcome = run.outcome or Outcome.failed("parts_clash", clashing)
            used |= run.parts
        try:
            while any(run.outcome is None for run in running):
                self._advance(running)
        except Stopped as stop:
            cut = Outcome(Status.INTERRUPTED, stop.args[1], stop.args[2])
            self._episode.log += [self._step(run, run.outcome or cut, None) for run in running]
            raise
        finally:
            for run in running:
                with contextlib.suppress(Exception):  # what a skill's own `finally` does wrong must not keep the robot from being held
                    run.motion.close()
            self.control.heed.settle()
        return [self._log(run) for run in running]

    def _start(self, call: SkillCall) -> Running:
        skill = self.skills.route(call, self._scene)
        arm = arm_for(skill, call, self.control.obs, self.control.robot.parts, self._ahead)
        obs = self.control.obs.but(arm=arm, level=self._keeping.level)
        missing = [p.name for p in skill.params if p.required and p.name not in call.kwargs]
        known = {p.name for p in skill.params}
        args = {k: v for k, v in call.kwargs.items() if k in known}
        motion = skill.run(obs, **args) if not missing else _nothing()
        parts = skill.parts(call, self.control.robot.parts, arm)
        run = Running(call, skill, motion, parts, obs.time + skill.timeout, obs.time, self.control.ticks, arm)
        lacks = f"{skill.name} was not told its {missing[0]}" if missing else skill.lacks(self._scene, args)
        if missing or (lacks and skill.affordance(self._scene, args) == 0.0):
            run.outcome = Outcome.failed("precondition", lacks)
        self.control.events.emit("skill_start", call=call, description=skill.description)
        return run

    def _advance(self, running: list[Running]) -> None:
        """One tick of every running skill."""
        action = HOLD
        for run in running:
            if run.outcome is None:
                wanted = self._wanted(run)
                action = action.merged(wanted) if wanted is not None else action
        active = [run for run in running if run.outcome is None]
        if not active:
            return
        touches = [i for run in active for i in run.skill.may_touch(run.call)]
        changed = self.control.tick(action, [run.call for run in active], touches)
        self._keeping.watch(self.control.obs)
        for run in active:
            run.clipped += changed > 0
            if self.control.heed.interrupted:
                run.outcome = Outcome(Status.INTERRUPTED, "halted", "a person stopped it and let it go on")
            elif self.control.obs.time > run.deadline:
                run.outcome = Outcome(Status.TIMEOUT, "timeout", f"{run.skill.name} took longer than {run.skill.timeout:.0f} s")

    def _wanted(self, run: Running) -> Action | None:
        """A skill's next action; None once it has ended, and its outcome is set."""
        try:
            obs = self.control.obs.but(arm=run.arm, level=self._keeping.level)
            action = next(run.motion) if run.first == self.control.ticks else run.motion.send(obs)
        except StopIteration as done:
            none = Outcome.failed("no_outcome", f"{run.skill.name} ended without an outcome")
            run.outcome = done.value if isinstance(done.value, Outcome) else none
            return None
        except Exception as error:
            run.outcome = Outcome.failed("error", f"{run.skill.name} broke off: {self._broken(error)}")
            return None
        if stray := action.parts.keys() - run.parts:
            sentence = f"{run.skill.name} commanded {', '.join(sorted(stray))}, which it does not use"
            run.outcome = Outcome.failed("wrong_part", sentence)
            return None
        return action

    def _log(self, run: Running) -> Outcome:
        """Verify a call's postcondition on a scene seen after it ended, and write it down."""
        outcome = run.outcome or Outcome.failed("no_outcome", "it ended without an outcome")
        verified = None
        if outcome.ok:
            post = run.skill.bind(run.skill.post, run.call.kwargs)
            verified = self._verify(post, look=run.skill.name != "look")
            if verified is False:
                wanted = failing(post, SceneModel(self._scene))
                outcome = Outcome.failed("postcondition", f"after {run.call}, it is not so that {say(wanted or post, self._scene)}")
            elif verified is None:
                outcome = Outcome(Status.UNVERIFIED, "unverified", f"it could not be seen whether {say(post, self._scene)}")
        self.skills.count(run.skill.name, outcome.ok)
        step = self._step(run, outcome, verified)
        self._episode.log.append(step)
        self.control.events.emit("skill_end", call=run.call, outcome=outcome, verified=verified, seconds=step.ended - step.started)
        return outcome

    def _step(self, run: Running, outcome: Outcome, verified: bool | None) -> Step:
        ticks = (run.first, self.control.ticks)
        return Step(run.call, outcome, run.started, self.control.obs.time, ticks, verified, run.clipped)

    def _settle(self) -> None:
        """Hold until nothing is seen to move any more: what rocks may yet fall."""
        self.control.rest(self.budget.settle)
        before, until = self.control.fresh_scene(), self.control.obs.time + self.budget.patience
        while self.control.obs.time < until:
            self.control.rest(self.control.scene_period)
            now = self.control.fresh_scene()
            moved = (before.objects[i].pose.distance(t.pose) for i, t in now.objects.items() if not t.fixed and i in before.objects)
            if all(far < STILL[0] and turn < STILL[1] for far, turn in moved):
                return
            before = now

    def _verify(self, formula: Formula, look: bool = True) -> bool | None:
        """Evaluate on a scene seen from now on; where it does not tell, look once more."""
        holds = evaluate(formula, self.control.fresh_scene())
        if holds is None and look and "look" in self.skills:
            self._execute((SkillCall("look"),))
            holds = evaluate(formula, self._scene)
        return holds

    def _think(self, work: Callable[[], T]) -> T:
        try:
            return self.control.think(work)
        except Stopped:
            raise
        except Exception as error:
            raise Stopped(Verdict.FAILED, "planner_error", f"the planner broke off: {self._broken(error)}") from error

    def _broken(self, error: BaseException) -> str:
        """An exception from a planner or a skill in words, with the line it came from; its trace is kept in the episode."""
        self._episode.errors.append("".join(traceback.format_exception(error)))
        frames = traceback.extract_tb(error.__traceback__)
        where = f" ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
        said = " ".join(str(error).split())[:200]
        return f"{type(error).__name__}{': ' * bool(said)}{said}{where}"

    @property
    def _scene(self) -> Scene:
        assert self.control.obs.scene is not None
        return self.control.obs.scene


def _nothing() -> Motion:
    return Outcome.failed("nothing", "nothing was run")
    yield HOLD
