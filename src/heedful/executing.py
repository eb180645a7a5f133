"""Calls carried out: skills ticked together on disjoint body parts, ended where people say otherwise, verified when they end."""

from __future__ import annotations

import contextlib
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from heedful.control import ControlLoop
from heedful.edits.believing import outlived
from heedful.edits.names import REWARD, dialogue
from heedful.episode import Episode, Step, Verdict
from heedful.keeping import Keeping
from heedful.predicates import evaluate, failing, say
from heedful.predicates.evaluate import SceneModel
from heedful.program import Constraint, Formula
from heedful.recalling import Recalling
from heedful.skills import Library, Skill
from heedful.skills.arms import arm_for
from heedful.skills.library import UnknownSkill
from heedful.ticking import Stopped
from heedful.types import HOLD, Action, Motion, Outcome, Scene, SkillCall, Status


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
class Executing:
    """Carries out the calls of one episode."""

    control: ControlLoop
    skills: Library
    episode: Episode
    recalling: Recalling = field(default_factory=Recalling)
    keeping: Keeping = field(default_factory=Keeping)
    """What is to hold on the way of the segment."""
    ahead: list[SkillCall] = field(default_factory=list)
    """What the segment goes on with."""
    may: Callable[[SkillCall], bool] = lambda call: True
    """Whether a call that nobody planned may begin: a person may have to be asked."""
    call: SkillCall | None = None
    """What runs, or ran last in this segment."""

    def execute(self, calls: tuple[SkillCall, ...]) -> list[Outcome]:
        """Run calls together on disjoint body parts, then verify what each should have brought about."""
        self.begin(calls[0])
        outcomes = self._run(calls)
        self.control.heed.settle(all(o.ok for o in outcomes))
        self.recalling.ended(all(o.ok for o in outcomes), any(not o.ok and o.status is not Status.INTERRUPTED for o in outcomes))
        return outcomes

    def _run(self, calls: tuple[SkillCall, ...]) -> list[Outcome]:
        cut = self.control.heed.cut
        self.control.robot.begin()
        try:
            running = [self._start(call) for call in calls]
        except Exception as error:
            said = str(error) if isinstance(error, UnknownSkill) else f"{calls[0]} cannot start: {self.broken(error)}"
            raise Stopped(Verdict.FAILED, "error", said) from error
        used: frozenset[str] = frozenset()
        for run in running:
            if clash := used & run.parts:
                clashing = f"{run.skill.name} needs {', '.join(sorted(clash))}, which is in use"
                run.outcome = run.outcome or Outcome.failed("parts_clash", clashing)
            used |= run.parts
        try:
            while any(run.outcome is None for run in running):
                self._advance(running, cut)
        except Stopped as stop:
            ended = Outcome(Status.INTERRUPTED, stop.args[1], stop.args[2])
            self.episode.log += [self._step(run, run.outcome or ended, None) for run in running]
            raise
        finally:
            for run in running:
                with contextlib.suppress(Exception):  # what a skill's own `finally` does wrong must not keep the robot from being held
                    run.motion.close()
        self.control.heed.over()
        return [self._log(run) for run in running]

    def begin(self, call: SkillCall | None) -> None:
        """A call comes next: words are read against it from now on, and what was wanted of it before holds again."""
        self.call = call
        scene, heed = self.control.obs.scene, self.control.heed
        told = dialogue(scene, self._whole(call), self.ahead, heed.adjusting.standpoint.facing)
        heed.adjusting.ids = told.ids
        heed.ears.orient(told)
        if call is not None:
            heed.begin(call, self.control.obs)
            self.recalling.begin(call, self.control, self.keeping, self.episode)
            self.control.constrain(self.keeping.volumes(self.scene), self.keeping.pace)

    def _whole(self, call: SkillCall | None) -> SkillCall | None:
        """A call with the reward that its skill follows, where it was kept with one."""
        if call is None or call.skill not in self.skills or REWARD in call.kwargs:
            return call
        own = next((p.default for p in self.skills[call.skill].params if p.name == REWARD and p.default), None)
        return call if own is None else SkillCall(call.skill, (*call.args, (REWARD, own)))

    def keep(self, constraint: Constraint) -> None:
        """Keep to one more condition, for the rest of the segment."""
        self.keeping.add(constraint)
        self.control.constrain(self.keeping.volumes(self.scene), self.keeping.pace)

    def _start(self, call: SkillCall) -> Running:
        skill = self.skills.route(call, self.scene)
        arm = self._arm(skill, call)
        now = self.control.obs
        obs = now.but(arm=arm, level=self.keeping.level, adjust=self.control.heed.ramped(0.0, now))  # not what the last call was shifted by
        missing = [p.name for p in skill.params if p.required and p.name not in call.kwargs]
        known = {p.name for p in skill.params}
        args = {k: v for k, v in call.kwargs.items() if k in known}
        motion = skill.run(obs, **args) if not missing else _nothing()
        parts = skill.parts(call, self.control.robot.parts, arm)
        run = Running(call, skill, motion, parts, obs.time + skill.timeout / self.control.slow, obs.time, self.control.ticks, arm)
        lacks = f"{skill.name} was not told its {missing[0]}" if missing else skill.lacks(self.scene, args)
        if missing or (lacks and skill.affordance(self.scene, args) == 0.0):
            run.outcome = Outcome.failed("precondition", lacks)
        self.control.events.emit("skill_start", call=call, description=skill.description)
        return run

    def _arm(self, skill: Skill, call: SkillCall) -> str:
        """The arm that a call is given: the one that people want, unless another holds what the call is about."""
        arm = arm_for(skill, call, self.control.obs, self.control.robot.parts, self.ahead)
        wanted = self.episode.arm
        spec = self.control.robot.parts.get(wanted)
        if arm and spec is not None and self.scene.held.get(self.control.robot.parts[arm].gripper) is None:
            arm = wanted
        self.episode.worked = arm or self.episode.worked
        return arm

    def _advance(self, running: list[Running], cut: int) -> None:
        """One tick of every running skill; `cut` is what the heed's was when they began."""
        action = HOLD
        for run in running:
            if run.outcome is None:
                wanted = self._wanted(run)
                action = action.merged(wanted) if wanted is not None else action
        active = [run for run in running if run.outcome is None]
        if not active:
            return
        touches = [i for run in active for i in run.skill.may_touch(run.call)]
        changed = self.control.tick(action, [run.call for run in active], touches, active[0].arm, cut)
        self.keeping.watch(self.control.obs)
        for run in active:
            run.clipped += changed > 0
            if self.control.heed.cut != cut:
                run.outcome = Outcome(Status.INTERRUPTED, "halted", self.control.heed.why)
            elif self.control.obs.time > run.deadline:
                run.outcome = Outcome(
                    Status.TIMEOUT, "timeout", f"{run.skill.name} took longer than {run.skill.timeout / self.control.slow:.0f} s"
                )

    def _wanted(self, run: Running) -> Action | None:
        """A skill's next action; None once it has ended, and its outcome is set."""
        try:
            obs = self.control.obs.but(arm=run.arm, level=self.keeping.level)
            action = next(run.motion) if run.first == self.control.ticks else run.motion.send(obs)
        except StopIteration as done:
            none = Outcome.failed("no_outcome", f"{run.skill.name} ended without an outcome")
            run.outcome = done.value if isinstance(done.value, Outcome) else none
            return None
        except Exception as error:
            run.outcome = Outcome.failed("error", f"{run.skill.name} broke off: {self.broken(error)}")
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
            self.episode.told = outlived(self.episode.told, [str(v) for v in run.call.kwargs.values()])
            post = run.skill.bind(run.skill.post, run.call.kwargs)
            verified = self.verify(post, look=run.skill.name != "look")
            if verified is False:
                wanted = failing(post, SceneModel(self.scene))
                outcome = Outcome.failed("postcondition", f"after {run.call}, it is not so that {say(wanted or post, self.scene)}")
            elif verified is None:
                outcome = Outcome(Status.UNVERIFIED, "unverified", f"it could not be seen whether {say(post, self.scene)}")
        if outcome.status is not Status.INTERRUPTED:
            self.skills.count(run.skill.name, outcome.ok)
        step = self._step(run, outcome, verified)
        self.episode.log.append(step)
        self.control.events.emit("skill_end", call=run.call, outcome=outcome, verified=verified, seconds=step.ended - step.started)
        return outcome

    def _step(self, run: Running, outcome: Outcome, verified: bool | None) -> Step:
        ticks = (run.first, self.control.ticks)
        return Step(run.call, outcome, run.started, self.control.obs.time, ticks, verified, run.clipped)

    def verify(self, formula: Formula, look: bool = True) -> bool | None:
        """Evaluate on a scene measured from now on; where it does not tell, look once more."""
        holds = evaluate(formula, self.control.seen())
        if holds is None and look and "look" in self.skills and self.may(SkillCall("look")):
            self._run((SkillCall("look"),))
            holds = evaluate(formula, self.control.perceiving.measured or self.scene)
        return holds

    def broken(self, error: BaseException) -> str:
        """An exception from a planner or a skill in words, with the line it came from; its trace is kept in the episode."""
        self.episode.errors.append("".join(traceback.format_exception(error)))
        frames = traceback.extract_tb(error.__traceback__)
        where = f" ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
        said = " ".join(str(error).split())[:200]
        return f"{type(error).__name__}{': ' * bool(said)}{said}{where}"

    @property
    def scene(self) -> Scene:
        """What is seen, with what people told of it."""
        assert self.control.obs.scene is not None
        return self.control.obs.scene


def _nothing() -> Motion:
    return Outcome.failed("nothing", "nothing was run")
    yield HOLD


def flat_calls(calls: Sequence[SkillCall | tuple[SkillCall, ...]]) -> list[SkillCall]:
    """The calls of a segment one after the other."""
    return [c for entry in calls for c in ((entry,) if isinstance(entry, SkillCall) else entry)]
