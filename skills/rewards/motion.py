"""Rewards as motion: planned beside the loop, commanded at its rate, and ended where what is aimed at holds."""

from __future__ import annotations

import time
import weakref
from collections import deque
from collections.abc import Callable, Generator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Generic, TypeVar

import numpy as np

from heedful.geometry import Array
from heedful.skills.rewards.catalogue import CATALOGUE
from heedful.skills.rewards.cost import Cost
from heedful.skills.rewards.embodied import Embodied, embodied
from heedful.skills.rewards.following import Following, tell
from heedful.skills.rewards.handling import handling
from heedful.skills.rewards.means import Means
from heedful.skills.rewards.planner import Optimiser, Planned, Settings
from heedful.skills.rewards.proposals import proposals
from heedful.skills.rewards.reward import Reward, Term
from heedful.skills.rewards.sensing import Futures
from heedful.skills.rewards.splines import Spline
from heedful.skills.thinking import think
from heedful.types import HOLD, Action, Adjustment, Job, Motion, Observation, Outcome, Twin

T = TypeVar("T")
HOLDS = 3.0
"""How long they must hold at all [s]."""
SURE = 1.0
"""How long they must have held when patience ends [s]."""
RESTS = 2.0
"""How long at most a robot that is up or on the move takes to come to stand when all is over [s]."""
STAYS = 0.6
"""How long of that it goes on as it did: a paw that is up stays up, if only the body comes to rest [s]."""
SMOOTHED = 0.5
"""What is measured is averaged over so long [s]: a step lifts and lands."""
WELL = 0.5
"""Share of its tolerance within which an aim holds well enough that no more time is given to it."""
WARM = 0.3
"""A plan no older than this is where the next reward begins [s]."""
SHARE = 0.25
"""How far a speed may be from what was asked, as a share of it: `fast` is no measured number."""
Stages = tuple[Reward, ...]


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


_minds: weakref.WeakKeyDictionary[Any, tuple[Any, Mind]] = weakref.WeakKeyDictionary()
"""Twin -> what tells its model from others, and what was made of it."""


def reward_motion(obs: Observation, stages: Stages, settings: Settings | None = None, bare: bool = False) -> Motion:
    """Follow rewards one after the other, each until its aims hold or for its time. An edited reward in `obs.adjust.reward` is followed
    from the next plan on, from where the last one left off.

    Args:
      obs: Where it begins; with a twin, which motion is planned with.
      stages: The rewards.
      settings: How it plans, if not as its kind of robot usually does.
      bare: Whether only what the rewards say counts, and nothing that goes without saying.
    """
    if obs.twin is None:
        return Outcome.failed("no_model", "there is no model of this robot and its world to plan with")
    twin = obs.twin
    mind, obs = yield from think(obs, lambda: mind_of(twin, obs, stages, settings))
    while mind.busy:  # with a plan for the motion before; its roll-outs have the threads
        obs = yield HOLD
    mind.begin(obs)
    edited, wanted, at = obs.adjust.reward, stages, 0
    outcome = Outcome.failed("nothing", "no reward was given")
    course: Course | None = None
    try:
        while at < len(wanted):
            if not mind.knows(wanted):  # an edit speaks of other things; what was planned goes on until there is a model that measures them
                job = (course.model(wanted) if course is not None else None) or aside(obs, partial(mind_of, twin, obs, wanted, settings))
                while not job.done():
                    obs = yield HOLD if course is None else mind.act(obs, course)
                before, mind = mind, job.result()
                mind.spline, mind.last = before.spline, before.last
                mind.begin(obs)
            reward = wanted[at]
            course = Course(mind, reward, obs, bare=bare) if course is None or course.ended else course.instead(reward, mind)
            while course.ended is None:
                action = mind.act(obs, course)
                tell(twin, course.told(wanted, at))
                if obs.meanwhile is not None:
                    obs.meanwhile(partial(course.turn, stages, at, partial(mind_of, twin, obs, settings=settings)))
                obs = yield action
                if obs.adjust.reward != edited:
                    edited = obs.adjust.reward
                    wanted = stages if edited is None else edited  # taken back, its own count again
                    at = min(at, len(wanted) - 1)  # what was reached is not done anew
                    break
                course.look(obs)
            if course.ended is not None:
                outcome = course.ended
                at = at + 1 if outcome.ok else len(wanted)
                if at == len(wanted):
                    obs = yield from _rest(obs, mind, edited, course)
                    if obs.adjust.reward != edited:
                        edited = obs.adjust.reward
                        wanted = stages if edited is None else edited
                        at = len(wanted) - 1
    finally:
        tell(twin, None)
    sentence = "; ".join(filter(None, (outcome.sentence, mind.said())))
    return Outcome(outcome.status, outcome.code, sentence, outcome.value, outcome.limit, mind.spent())


def _rest(obs: Observation, mind: Mind, edited: Any, course: Course) -> Generator[Action, Observation, Observation]:
    """Come to rest as it is, or else to stand, where a robot on legs would fall if it were left: on the move or up on two. Edits end it."""
    began, stand = obs.time, None
    while obs.adjust.reward == edited and obs.time < began + RESTS:
        if not mind.robot.restless(mind.optimiser.measure(obs, course.since, mind.last)):
            break
        if stand is None and obs.time >= began + STAYS:
            stand = Course(mind, Reward(), obs)
        obs = yield mind.act(obs, stand or course)
    return obs


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


class Course:
    """One reward on its way: its cost, since when, and whether its aims hold.

    Args:
      mind: What plans.
      reward: What is wanted.
      obs: Where it begins.
      before: The course that this one edits: it began when that did, where that did.
      bare: Whether nothing counts that goes without saying.
    """

    def __init__(self, mind: Mind, reward: Reward, obs: Observation, before: Course | None = None, bare: bool = False) -> None:
        self.mind, self.reward, self.bare = mind, reward, bare
        self.robot: Embodied = before.robot if before is not None else mind.robot.started(obs)
        self.since: float = before.since if before is not None else obs.time
        self.began = obs.time
        self.cost = Cost.of(reward, self.robot.body, bare)
        self.ended: Outcome | None = None
        self.futures: Futures | None = None
        """What the terms measured last."""
        self._next: Course | None = None
        self._model: tuple[Stages, Job[Mind]] | None = None
        self._obs = obs
        self._errors: deque[Array] = deque()
        self._held = self._near = 0.0
        self._last = obs.time
        self._touches = any(t.name == "distance" for t, _ in self.cost.aimed)
        self._means = self.robot.means(reward, obs) if not bare else None
        if (
            before is not None
            and before._means is not None
            and self._means is not None
            and before._means.errand.id == self._means.errand.id
        ):
            self._means.hold = before._means.hold
        self._limit = min((t.number("limit") for t in reward if t.name == "hand_speed"), default=np.inf)

    def instead(self, reward: Reward, mind: Mind | None = None) -> Course:
        """Another reward in its place, while it is under way; planned by another mind where one is given."""
        mind = mind or self.mind
        if self._next is not None and self._next.reward == reward and self._next.mind is mind:
            return self._next
        return Course(mind, reward, self._obs, self, self.bare)

    def turn(self, stages: Stages, at: int, made: Callable[[Stages], Mind], adjust: Adjustment) -> None:
        """Heard between two ticks: what people want instead is planned for from now on.

        Args:
          stages: The rewards that were given.
          at: Which of them is followed.
          made: Makes a mind that measures what some rewards are about.
          adjust: With the rewards that people want instead, if any.
        """
        wanted = stages if adjust.reward is None else adjust.reward
        reward, now = wanted[min(at, len(wanted) - 1)], self._next or self
        if reward == now.reward:
            return
        if self.mind.knows(wanted):
            self._next = self.instead(reward)
            self.mind.turn(self._next, now)
        elif self._obs.aside is not None:
            self._model = wanted, self._obs.aside(lambda: made(wanted))

    def model(self, wanted: Stages) -> Job[Mind] | None:
        """What is being made that can plan for some rewards, since they were heard."""
        return self._model[1] if self._model is not None and self._model[0] == wanted else None

    @property
    def seen(self) -> Observation:
        """What was seen last."""
        return self._obs

    def told(self, stages: Stages, at: int) -> Following:
        """This moment, for whoever watches."""
        mind, planned = self.mind, self.mind.planned
        way = planned.best if planned is not None else None
        return Following(self._obs.time, stages, at, self.robot.body, self.cost, self.futures, way, mind.optimiser.where)

    def aided(self, obs: Observation, last: Array, times: Array) -> tuple[Cost, Array | None]:
        """What counts by now, and what else might be tried: where the reward is about a thing, by how that is taken hold of."""
        if self._means is None:
            return self.cost, None
        self._means.look(obs)
        return self._handled(self._means), proposals(self._means, obs, last, times, self._limit)

    def counted(self, obs: Observation) -> Cost:
        """What counts by now of roll-outs that there are already: how a thing is taken hold of is not chosen for them, which takes long."""
        if self._means is None:
            return self.cost
        means = replace(self._means, missed=obs.time, sought=obs.time)  # nothing is sought just now
        means.look(obs)
        return self._handled(means)

    def _handled(self, means: Means) -> Cost:
        return self.cost.but(means.waiting, handling(means))

    def look(self, obs: Observation) -> None:
        """Measure the aims, and end where they have held, or the time is over."""
        step, self._last, self._obs = obs.time - self._last, obs.time, obs
        passed = obs.time - self.began
        worst, limit, said = self._measured(obs)
        if self._means is not None:
            self._means.met = worst <= limit
        well = limit if self._touches else WELL * limit  # what touches comes no nearer
        if worst <= limit and self._means is not None and (lacking := self._means.lacking(obs, self.mind.optimiser.gap)):
            worst, said = np.inf, lacking
        self._held = self._held + step if worst <= well else 0.0
        self._near = self._near + step if worst <= limit else 0.0
        if self.reward.for_s is not None:
            if passed >= self.reward.for_s:
                self.ended = Outcome.succeeded(said) if worst <= limit else Outcome.failed("aim_missed", said, worst, limit)
        elif self.cost.aimed and (self._held >= self.robot.lasts or self._near >= HOLDS):
            self.ended = Outcome.succeeded(said)
        elif passed >= self.robot.patience:
            missed = bool(self.cost.aimed) and self._near < SURE
            self.ended = Outcome.failed("aim_missed", said, worst, limit) if missed else Outcome.succeeded(said)

    def _measured(self, obs: Observation) -> tuple[float, float, str]:
        """The aim that is furthest off for what it allows: how far, what is allowed, and that in words."""
        aimed = self.cost.aimed
        futures = self.futures = self.mind.optimiser.measure(obs, self.since, self.mind.last)
        if not aimed:
            return 0.0, 0.0, ""
        self._errors.append(self.cost.aims(futures))
        while len(self._errors) > max(1, round(SMOOTHED / self.mind.dt)):
            self._errors.popleft()
        off = np.sqrt((np.mean(self._errors, axis=0) ** 2).sum(axis=1))
        allowed = np.array([max(_tolerance(t), self.robot.as_near_as(t)) for t, _ in aimed])
        worst = int(np.argmax(off / allowed))
        names = " of ".join(aimed[worst][0].key)
        value, limit = float(off[worst]), float(allowed[worst])
        return value, limit, f"{names} is {value:.2g} off, and {limit:.2g} is allowed"


def _tolerance(one: Term) -> float:
    """Error at which an aim is reached, in its own unit: the catalogue's, and of a speed at least a share."""
    spec = CATALOGUE[one.name]
    speeds = [abs(one.number(n.name)) for n in spec.numbers[:1] if n.unit.endswith("/s")]
    return max(spec.within or np.inf, *(SHARE * s for s in speeds), 0.0)
