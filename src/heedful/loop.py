"""The executive: plans, runs skills, heeds people, verifies what came of it, and always leaves the robot held."""

from __future__ import annotations

import contextlib
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from heedful.bus import Ears, Events
from heedful.clock import Mode, Pacer, Workers
from heedful.episode import Episode, Plan, Planner, Step, Verdict
from heedful.hardware.guarded import GuardedRobot, Sent
from heedful.hardware.limits import Level
from heedful.heeding import Heeding
from heedful.predicates import evaluate, failing, say
from heedful.predicates.evaluate import SceneModel
from heedful.program import Formula
from heedful.skills import Library, Skill
from heedful.skills.library import UnknownSkill
from heedful.types import HOLD, Action, Adjustment, Body, Id, Motion, Observation, Outcome, Perceiver, Scene, SkillCall, Status, Volume

T = TypeVar("T")
REST = 0.5
"""Longest hold at the end of a run until nothing moves [s]."""
STILL = 0.02
"""Speed of any joint up to which the robot is at rest [rad/s or m/s]."""
VIOLATIONS_KEPT = 200
"""Violations written down in full; each call counts all of its own."""


@dataclass(frozen=True, slots=True)
class Budget:
    """When to give up."""

    replans: int = 8
    """Failures, corrections and surprises that may be planned around."""
    seconds: float = 300.0
    """Robot time for one instruction [s]."""
    settle: float = 0.3
    """Robot time for things to come to rest before the goal is verified [s]."""
    look: float = 2.0
    """Longest wait for a fresh scene [s]."""


@dataclass(frozen=True, slots=True, eq=False)
class Tick:
    """One turn of the control loop, as the recorder gets it."""

    number: int
    observation: Observation
    action: Action
    sent: Sent
    adjust: Adjustment
    calls: tuple[SkillCall, ...]
    halted: bool


class Stopped(Exception):
    """The instruction ends here, by a person's word or a protective stop; carries verdict, code and sentence."""


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
    action: Action = HOLD
    outcome: Outcome | None = None
    clipped: int = 0


@dataclass(slots=True, eq=False)
class Executive:
    """Carries out instructions on one robot."""

    robot: GuardedRobot
    planner: Planner
    skills: Library
    perceiver: Perceiver
    ears: Ears
    events: Events
    body: Body | None = None
    mode: Mode = "fast"
    budget: Budget = Budget()
    fixtures: Sequence[Volume] = ()
    scene_period: float = 0.1
    """Robot time between scenes [s]."""
    latency: float = 0.0
    """`fast` mode: robot time that planning and thinking take [s]."""
    on_tick: Callable[[Tick], None] | None = None
    ticks: int = 0
    obs: Observation = field(init=False)
    _workers: Workers = field(init=False)
    _pacer: Pacer = field(init=False)
    _heed: Heeding = field(init=False)
    _episode: Episode = field(init=False)
    _running: tuple[Running, ...] = ()
    _looking: Any = None
    _looked: float = -1.0

    def carry_out(self, episode: Episode) -> Episode:
        """From an instruction to a verdict. The robot is held on every way out."""
        self._episode = episode
        self._workers = Workers(self.mode, self.robot.dt, self.latency)
        self._pacer = Pacer(self.mode, self.robot.dt)
        self._heed = Heeding(self.robot, self.ears)
        self._running, self._looking, self._looked = (), None, -1.0
        self.ears.listening = True
        self.robot.resume()
        try:
            self.obs = self.robot.observe()
            self._pacer.restart()
            self._fresh_scene()
            self._agenda(episode)
        except Stopped as stop:
            episode.verdict, episode.code, episode.reason = stop.args
        except BaseException as error:
            episode.verdict, episode.code = Verdict.INTERRUPTED, "error"
            episode.reason = f"the run broke off, and the robot is held: {self._broken(error)}"
            raise
        finally:
            self._hold_still()
            self.ears.stop_listening()
            self._workers.close()
            episode.corrections = self._heed.corrections
            episode.cadence = self._pacer.report()
            self.events.emit("verdict", verdict=episode.verdict, reason=episode.reason)
        return episode

    def _agenda(self, episode: Episode) -> None:
        understood = self._think(lambda: self.planner.understand(episode.instruction, self._scene))
        episode.understood = understood.sentence
        self.events.emit("understood", sentence=understood.sentence, program=understood.program)
        if understood.program is None:
            verdict = understood.verdict or Verdict.NOT_UNDERSTOOD
            raise Stopped(verdict, understood.code or verdict.value, understood.sentence)
        episode.program = understood.program
        start = self.obs.time
        while True:
            plan = self._think(lambda: self.planner.plan(episode, self.obs))
            episode.plans.append(plan)
            episode.goal = plan.goal if plan.goal is not None else episode.goal
            self.events.emit("plan", sentence=plan.sentence, calls=plan.calls, kind=plan.kind)
            outcome = self._segment(plan) if plan.goes_on else self._conclude(plan)
            if outcome.ok and not plan.goes_on:
                episode.verdict, episode.reason = Verdict.SUCCEEDED, outcome.sentence
                return
            if not outcome.ok:
                episode.replans += 1
            if self.obs.time - start > self.budget.seconds:
                raise Stopped(
                    Verdict.TIMEOUT, "timeout", f"it took longer than {self.budget.seconds:.0f} s; last: {outcome.sentence or 'on the way'}"
                )
            if episode.replans > self.budget.replans:
                verdict = Verdict.UNVERIFIED if outcome.status is Status.UNVERIFIED else Verdict.FAILED
                raise Stopped(verdict, outcome.code, f"given up after {self.budget.replans} further attempts: {outcome.sentence}")

    def _segment(self, plan: Plan) -> Outcome:
        """Run a straight segment; a failure, a correction or a surprise ends it."""
        for entry in plan.calls:
            calls = (entry,) if isinstance(entry, SkillCall) else entry
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
                raise Stopped(Verdict.FAILED, last.code, f"{last.sentence}, and then {plan.sentence}")
            raise Stopped(Verdict.REFUSED, plan.code or "refused", plan.sentence)
        until = self.obs.time + self.budget.settle
        while self.obs.time < until and tried:
            self._tick(HOLD)
        holds = self._verify(plan.goal) if plan.goal else True
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
        self._heed.interrupted = False
        self.robot.begin()
        try:
            self._running = tuple(self._start(call) for call in calls)
        except Exception as error:
            said = str(error) if isinstance(error, UnknownSkill) else f"{calls[0]} cannot start: {self._broken(error)}"
            raise Stopped(Verdict.FAILED, "error", said) from error
        used: frozenset[str] = frozenset()
        for run in self._running:
            if clash := used & run.parts:
                run.outcome = run.outcome or Outcome.failed(
                    "parts_clash", f"{run.skill.name} needs {', '.join(sorted(clash))}, which is in use"
                )
            used |= run.parts
        try:
            while any(run.outcome is None for run in self._running):
                self._advance()
        except Stopped as stop:
            cut = Outcome(Status.INTERRUPTED, stop.args[1], stop.args[2])
            for run in self._running:
                self._episode.log.append(
                    Step(run.call, run.outcome or cut, run.started, self.obs.time, (run.first, self.ticks), None, run.clipped)
                )
            raise
        finally:
            for run in self._running:
                with contextlib.suppress(Exception):  # what a skill's own `finally` does wrong must not keep the robot from being held
                    run.motion.close()
            running, self._running = self._running, ()
            self._heed.settle()
        return [self._log(run) for run in running]

    def _start(self, call: SkillCall) -> Running:
        skill = self.skills.route(call, self._scene)
        missing = [p.name for p in skill.params if p.required and p.name not in call.kwargs]
        known = {p.name for p in skill.params}
        args = {k: v for k, v in call.kwargs.items() if k in known}
        run = Running(
            call, skill, skill.run(self.obs, **args) if not missing else _nothing(), skill.parts(call, self.robot.parts),
            self.obs.time + skill.timeout, self.obs.time, self.ticks,
        )  # fmt: skip
        lacks = f"{skill.name} was not told its {missing[0]}" if missing else skill.lacks(self._scene, args)
        if missing or (lacks and skill.affordance(self._scene, args) == 0.0):
            run.outcome = Outcome.failed("precondition", lacks)
        self.events.emit("skill_start", call=call, description=skill.description)
        return run

    def _advance(self) -> None:
        """One tick of every running skill."""
        action = HOLD
        for run in self._running:
            if run.outcome is not None:
                continue
            try:
                run.action = next(run.motion) if run.first == self.ticks else run.motion.send(self.obs)
                stray = run.action.parts.keys() - run.parts
                if stray:
                    run.outcome = Outcome.failed(
                        "wrong_part", f"{run.skill.name} commanded {', '.join(sorted(stray))}, which it does not use"
                    )
                else:
                    action = action.merged(run.action)
            except StopIteration as done:
                run.outcome = done.value if isinstance(done.value, Outcome) else None
                run.outcome = run.outcome or Outcome.failed("no_outcome", f"{run.skill.name} ended without an outcome")
            except Exception as error:
                run.outcome = Outcome.failed("error", f"{run.skill.name} broke off: {self._broken(error)}")
        if all(run.outcome is not None for run in self._running):
            return
        self._tick(action)
        for run in self._running:
            if run.outcome is None and self._heed.interrupted:
                run.outcome = Outcome(Status.INTERRUPTED, "halted", "a person stopped it and let it go on")
            elif run.outcome is None and self.obs.time > run.deadline:
                run.outcome = Outcome(Status.TIMEOUT, "timeout", f"{run.skill.name} took longer than {run.skill.timeout:.0f} s")

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
        step = Step(run.call, outcome, run.started, self.obs.time, (run.first, self.ticks), verified, run.clipped)
        self._episode.log.append(step)
        self.events.emit("skill_end", call=run.call, outcome=outcome, verified=verified, seconds=step.ended - step.started)
        return outcome

    def _verify(self, formula: Formula, look: bool = True) -> bool | None:
        """Evaluate on a scene seen from now on; where it does not tell, look once more."""
        self._fresh_scene()
        holds = evaluate(formula, self._scene)
        if holds is None and look and "look" in self.skills:
            self._execute((SkillCall("look"),))
            holds = evaluate(formula, self._scene)
        return holds

    def _think(self, work: Callable[[], T]) -> T:
        """Run work beside the loop, holding and listening meanwhile; what an older epoch thought is thought again."""
        while True:
            epoch, job = self._heed.epoch, self._workers.submit(work)
            while not job.done():
                self._tick(HOLD)
            try:
                result = job.result()
            except Exception as error:
                raise Stopped(Verdict.FAILED, "planner_error", f"the planner broke off: {self._broken(error)}") from error
            if epoch == self._heed.epoch:
                return result

    def _fresh_scene(self) -> None:
        now = self.obs.time
        self._looked = min(self._looked, now - self.scene_period)
        while self.obs.scene is None or self.obs.scene.time < now:
            self._tick(HOLD)
            if self.obs.time > now + self.budget.look:
                raise Stopped(Verdict.UNVERIFIED, "blind", f"nothing was seen for {self.budget.look:.0f} s")

    def _broken(self, error: BaseException) -> str:
        """An exception from a planner or a skill in words, with the line it came from; its trace is kept in the episode."""
        self._episode.errors.append("".join(traceback.format_exception(error)))
        frames = traceback.extract_tb(error.__traceback__)
        where = f" ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
        said = " ".join(str(error).split())[:200]
        return f"{type(error).__name__}{': ' * bool(said)}{said}{where}"

    @property
    def _scene(self) -> Scene:
        assert self.obs.scene is not None
        return self.obs.scene

    def _tick(self, action: Action) -> None:
        """One control period: heed people, send one safe command, observe."""
        self._pacer.passed("skill")
        while True:
            self._heed.listen()
            if self._heed.aborted:
                raise Stopped(Verdict.INTERRUPTED, "aborted", "a person gave up the task")
            self._step(HOLD if self._heed.halted else action)
            if self.robot.level is Level.STOPPED:
                raise Stopped(Verdict.FAILED, "protective_stop", f"protective stop: {self.robot.reason}; a person must reset it")
            if not self._heed.halted:
                return
            if self.mode == "fast":
                time.sleep(self.robot.dt)  # a held robot waits for a person, whose time is real

    def _step(self, action: Action) -> None:
        touches: frozenset[Id] = frozenset[Id]().union(*(run.skill.may_touch(run.call) for run in self._running))
        adjust = self._heed.ramped(self.robot.dt)
        sent = self.robot.apply(action, self.obs, adjust=adjust, touches=touches, volumes=self.fixtures)
        self._heed.sent()
        for heard in self._heed.take():
            self.events.emit("correction", correction=heard)
        self._pacer.passed("robot")
        if sent.violations:
            for run in self._running:
                run.clipped += 1
            room = max(0, VIOLATIONS_KEPT - len(self._episode.violations))
            self._episode.violations += [{"tick": self.ticks, **asdict(v)} for v in sent.violations[:room]]
        if self.on_tick:
            calls = tuple(run.call for run in self._running)
            self.on_tick(Tick(self.ticks, self.obs, action, sent, adjust, calls, self._heed.halted))
        self._pacer.passed("record")
        self.ticks += 1
        self._pacer.wait()
        self._observe(adjust)

    def _hold_still(self) -> None:
        """Hold until nothing moves any more, recorded like any other tick; the first hold leaves whatever else goes wrong."""
        until = self.ticks + max(1, round(REST / self.robot.dt))
        moving = True
        while moving and self.ticks < until:
            sent = self.robot.hold()
            obs: Observation | None = getattr(self, "obs", None)
            if obs is None:
                return
            with contextlib.suppress(Exception):
                if self.on_tick:
                    self.on_tick(Tick(self.ticks, obs, HOLD, sent, Adjustment(), (), self._heed.halted))
                self._pacer.wait()
                self.obs = replace(self.robot.observe(), scene=obs.scene)
            self.ticks += 1
            moving = any(float(abs(p.dq).max(initial=0.0)) > STILL for p in self.obs.parts.values())

    def _observe(self, adjust: Adjustment) -> None:
        previous = self.obs.scene
        measured = self.robot.observe()
        self._pacer.passed("robot")
        if self._looking is None and measured.time >= self._looked + self.scene_period - 1e-9:
            snapshot = self.perceiver.snapshot(measured)
            self._looked = measured.time
            self._looking = self._workers.submit(lambda: self.perceiver.perceive(snapshot))
        if self._looking is not None and self._looking.done():
            previous, self._looking = self._looking.result(), None
        self.obs = replace(measured, scene=previous, adjust=adjust, body=self.body, aside=self._workers.submit)
        self._pacer.passed("perceive")


def _nothing() -> Motion:
    return Outcome.failed("nothing", "nothing was run")
    yield HOLD
