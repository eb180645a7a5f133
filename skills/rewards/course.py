"""One reward on its way: what it costs by now, whether its aims hold, and what takes its place where people edit it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from heedful.geometry import Array
from heedful.skills.rewards.agenda import Agenda
from heedful.skills.rewards.catalogue import CATALOGUE
from heedful.skills.rewards.cost import Cost
from heedful.skills.rewards.embodied import Embodied
from heedful.skills.rewards.following import Following
from heedful.skills.rewards.handling import handling
from heedful.skills.rewards.means import Means
from heedful.skills.rewards.mind import Mind
from heedful.skills.rewards.proposals import proposals
from heedful.skills.rewards.reward import Reward, Term
from heedful.skills.rewards.sensing import Futures
from heedful.skills.rewards.spelling import Stages
from heedful.types import Adjustment, Job, Observation, Outcome

HOLDS = 3.0
"""How long they must hold at all [s]."""
SURE = 1.0
"""How long they must have held when patience ends [s]."""
SMOOTHED = 0.5
"""What is measured is averaged over so long [s]: a step lifts and lands."""
WELL = 0.5
"""Share of its tolerance within which an aim holds well enough that no more time is given to it."""
SHARE = 0.25
"""How far a speed may be from what was asked, as a share of it: `fast` is no measured number."""


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

    def turn(self, agenda: Agenda, made: Callable[[Stages], Mind], adjust: Adjustment) -> None:
        """Heard between two ticks: what people want instead is planned for from now on.

        Args:
          agenda: What was wanted until now, and which of it is followed.
          made: Makes a mind that measures what some rewards are about.
          adjust: With the rewards that people want instead, if any.
        """
        wanted = agenda.by(adjust)
        reward, now = wanted[min(agenda.at, len(wanted) - 1)], self._next or self
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
