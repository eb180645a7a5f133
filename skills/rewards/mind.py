"""What plans for a twin, beside the loop, and keeps the last plan from one reward to the next: each tick's command is of the newest."""

from __future__ import annotations

import time
import weakref
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import numpy as np

from heedful.geometry import Array
from heedful.skills.rewards.embodied import Embodied
from heedful.skills.rewards.embodying import embodied
from heedful.skills.rewards.planner import Optimiser, Planned, Settings
from heedful.skills.rewards.sensing import Futures
from heedful.skills.rewards.spelling import Stages
from heedful.skills.rewards.splines import Spline
from heedful.types import Action, Job, Observation, Twin

if TYPE_CHECKING:
    from heedful.skills.rewards.course import Course

T = TypeVar("T")
WARM = 0.3
"""A plan no older than this is where the next reward begins [s]."""


@dataclass(slots=True, eq=False)
class Mind:
    """What planning for one twin keeps from one reward to the next: the compiled model, its threads, and the last plan."""

    robot: Embodied
    optimiser: Optimiser
    dt: float = 0.02
    """Control period [s]."""
    spline: Spline | None = None
    last: Array = field(default_factory=lambda: np.zeros(0))
    """The command last given."""
    took: list[float] = field(default_factory=list)
    """Time of each plan [s]."""
    ages: list[float] = field(default_factory=list)
    """How old the plan was that each command came from [s]."""
    insane: int = 0
    planned: Planned | None = None
    """The newest plan."""
    cpu: float = 0.0
    """Processor time of this process while plans were made [s]; where it does other work meanwhile, of that too."""

    _course: Course | None = None
    """What was followed in the last tick."""
    _job: Job[Planned] | None = None
    _anew: Job[Planned] | None = None
    """The newest plan as it is judged by what was heard since the last tick."""
    _due: float = 0.0
    _begun: Observation | None = None
    """What the plan under way is made of."""
    _seen: Observation | None = None
    """What the newest one was made of."""

    def begin(self, obs: Observation) -> None:
        """Rewards begin to be followed: the last plan is where they start from if it still tells what the robot does."""
        self.took, self.ages, self.insane, self.cpu, self.planned = [], [], 0, 0.0, None
        self._job, self._anew, self._due = None, None, obs.time
        self.dt = obs.body.dt if obs.body is not None else self.dt
        if self.spline is None or not 0.0 <= obs.time - self.spline.start <= WARM:
            self.optimiser.restart()
            self.last = self.robot.command(obs)
            self.spline = self.optimiser.start(self.last, obs.time)

    def act(self, obs: Observation, course: Course) -> Action:
        """The action of this tick, from the newest plan; the next is begun when it is due, and never waited for."""
        assert self.spline is not None
        if (sent := self.robot.sent(obs)) is not None:
            self.last = sent  # of what was refused nothing left, and nothing is built on it
        if course is not self._course:
            self._course, self._due = course, obs.time
        if self._job is not None and self._job.done():
            self._take(self._job)
        if self._anew is not None and self._anew.done():
            self._retake(self._anew.result())
        if self._job is None and obs.time >= self._due - 1e-9:  # in the very tick that the one before came in
            self._plan(obs, course)
            assert self._job is not None
            if self._job.done():
                self._take(self._job)
        self.ages.append(obs.time - self.spline.start)
        measured, most = self.robot.command(obs), self.robot.speed * self.dt
        self.last = np.clip(self.last, measured - self.robot.slack, measured + self.robot.slack)
        self.last = self.last + np.clip(
            np.clip(self.spline.at(obs.time + self.dt), self.robot.low, self.robot.high) - self.last, -most, most
        )
        self.last = self.robot.above(self.last, obs)
        return self.robot.action(self.last)

    def _plan(self, obs: Observation, course: Course) -> None:
        """Begin a plan from where the robot is."""
        assert self.spline is not None
        warm, since, modes = self.spline, course.since, self.robot.modes(obs)
        last, by = self.last, course
        times = np.linspace(0.0, self.optimiser.settings.horizon, self.optimiser.settings.knots)
        self._due = obs.time + self.optimiser.settings.every

        def work() -> Planned:
            began = time.process_time()
            cost, proposed = course.aided(obs, last, times)

            def judged(futures: Futures) -> Array:
                """By the reward as it is when the roll-outs are done: an edit that is heard while they run counts already."""
                nonlocal by
                by = self._wanted(course)
                return (cost if by is course else by.counted(obs))(futures)

            planned = self.optimiser.plan(obs, judged, warm, since, modes, last, proposed)
            planned = self._judged(replace(planned, reward=by.reward), by, obs)
            return replace(planned, cpu=time.process_time() - began)

        self._begun = obs
        self._job = aside(obs, work)

    def turn(self, course: Course, by: Course) -> None:
        """Another course from now on, heard of between two ticks. The newest plan is judged anew by it, so that the next command is of it;
        what is under way is judged by it, too, and where nothing is, a plan is begun now.

        Args:
          course: What is wanted.
          by: What was, until now.
        """
        self._course, self._due = course, -np.inf
        if self._job is not None and self._job.done():
            self._take(self._job)
        planned, seen = self.planned, self._seen
        if planned is not None and seen is not None:
            self._anew = aside(seen, lambda: self._judged(planned, by, seen))
        if self._job is None:
            self._plan(course.seen, course)

    @property
    def busy(self) -> bool:
        """Whether a plan is under way."""
        return self._job is not None and not self._job.done()

    def _wanted(self, course: Course) -> Course:
        """What is wanted by now in place of a course that a plan was begun for."""
        now = self._course
        return now if now is not None and now.since == course.since and now.mind is self else course

    def _judged(self, planned: Planned, by: Course, obs: Observation) -> Planned:
        """A plan as what is wanted by now would have it, where that was heard once its roll-outs had been judged."""
        while (now := self._wanted(by)) is not by:
            by = now
            planned = replace(self.optimiser.again(planned, now.counted(obs)) or planned, reward=now.reward)
        return planned

    def _take(self, job: Job[Planned]) -> None:
        planned = job.result()
        self._job, self._anew, self._seen = None, None, self._begun
        self.spline, self.planned = planned.spline, planned
        self.took.append(planned.took)
        self.insane += planned.insane
        self.cpu += planned.cpu

    def _retake(self, planned: Planned) -> None:
        self._anew, self.spline, self.planned = None, planned.spline, planned

    def knows(self, stages: Stages) -> bool:
        """Whether its model measures all that some rewards are about."""
        return set(self.robot.measures(stages)) <= self.optimiser.measures

    def said(self) -> str:
        """How planning kept up, in words."""
        if not self.took:
            return ""
        took = float(np.mean(self.took))
        return (
            f"{len(self.took)} plans of {1000 * took:.0f} ms, {1000 * float(np.mean(self.ages)):.0f} ms old when commanded from, "
            f"real-time factor {min(1.0, self.optimiser.settings.every / took):.2f}"
        )

    def spent(self) -> tuple[tuple[str, float], ...]:
        """How many plans there were, how much robot time they were for, and what they took [s]."""
        planned = len(self.took) * self.optimiser.settings.every
        return ("plans", len(self.took)), ("planned_s", planned), ("plan_s", sum(self.took)), ("plan_cpu_s", self.cpu)


_minds: weakref.WeakKeyDictionary[Any, tuple[Any, Mind]] = weakref.WeakKeyDictionary()
"""Twin -> what tells its model from others, and what was made of it."""


def mind_of(twin: Twin, obs: Observation, stages: Stages, settings: Settings | None = None) -> Mind:
    """What plans for a twin: as before, where its model is the same and knows all that the rewards are about."""
    spec = twin.spec()
    robot = embodied(spec, obs)
    chosen = settings or Settings(robot.sampler, robot.horizon, robot.knots, every=robot.every, tuning=robot.tuning)
    needed = robot.measures(stages)
    key, found = _minds.get(twin, (None, None))
    digest = (spec.to_xml(), chosen)
    if found is not None and key == digest and set(needed) <= found.optimiser.measures:
        found.robot = robot
        return found
    if found is not None and key == digest:  # the threads of the one before end with it, once the plan that is under way is made
        needed += sorted(found.optimiser.measures - set(needed))
    made = Mind(robot, Optimiser(twin, needed, chosen, robot))
    _minds[twin] = digest, made
    return made


def planning_for(twin: Twin) -> Mind | None:
    """What plans for a twin, once something did."""
    return _minds.get(twin, (None, None))[1]


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """A job that was done at once."""

    value: T

    def done(self) -> bool:
        return True

    def result(self) -> T:
        return self.value


def aside(obs: Observation, work: Callable[[], T]) -> Job[T]:
    """Work begun off the loop, where there is such a place; else it is done at once."""
    return obs.aside(work) if obs.aside is not None else Done(work())
