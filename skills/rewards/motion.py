"""Rewards as motion: planned beside the loop, commanded at its rate, and ended where what is aimed at holds."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial

from heedful.skills.rewards.agenda import Agenda
from heedful.skills.rewards.course import Course
from heedful.skills.rewards.following import tell
from heedful.skills.rewards.mind import Mind, aside, mind_of
from heedful.skills.rewards.planner import Settings
from heedful.skills.rewards.reward import Reward
from heedful.skills.rewards.spelling import Stages
from heedful.skills.thinking import think
from heedful.types import HOLD, Action, Motion, Observation, Outcome

RESTS = 2.0
"""How long at most a robot that is up or on the move takes to come to stand when all is over [s]."""
STAYS = 0.6
"""How long of that it goes on as it did: a paw that is up stays up, if only the body comes to rest [s]."""


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
    agenda = Agenda(stages, obs.adjust.reward)
    outcome = Outcome.failed("nothing", "no reward was given")
    course: Course | None = None
    try:
        while not agenda.over:
            if not mind.knows(agenda.wanted):  # an edit speaks of other things; what was planned goes on until a model measures them
                model = partial(mind_of, twin, obs, agenda.wanted, settings)
                job = (course.model(agenda.wanted) if course is not None else None) or aside(obs, model)
                while not job.done():
                    obs = yield HOLD if course is None else mind.act(obs, course)
                before, mind = mind, job.result()
                mind.spline, mind.last = before.spline, before.last
                mind.begin(obs)
            reward = agenda.reward
            course = Course(mind, reward, obs, bare=bare) if course is None or course.ended else course.instead(reward, mind)
            while course.ended is None:
                action = mind.act(obs, course)
                tell(twin, course.told(agenda.wanted, agenda.at))
                if obs.meanwhile is not None:
                    obs.meanwhile(partial(course.turn, agenda, partial(mind_of, twin, obs, settings=settings)))
                obs = yield action
                if agenda.heard(obs.adjust):
                    break
                course.look(obs)
            if course.ended is not None:
                outcome = course.ended
                agenda.on(outcome.ok)
                if agenda.over:
                    obs = yield from _rest(obs, mind, agenda, course)
    finally:
        tell(twin, None)
    sentence = "; ".join(filter(None, (outcome.sentence, mind.said())))
    return Outcome(outcome.status, outcome.code, sentence, outcome.value, outcome.limit, mind.spent())


def _rest(obs: Observation, mind: Mind, agenda: Agenda, course: Course) -> Generator[Action, Observation, Observation]:
    """Come to rest as it is, or else to stand, where a robot on legs would fall if it were left: on the move or up on two. Edits end it."""
    began, stand = obs.time, None
    while not agenda.heard(obs.adjust) and obs.time < began + RESTS:
        if not mind.robot.restless(mind.optimiser.measure(obs, course.since, mind.last)):
            break
        if stand is None and obs.time >= began + STAYS:
            stand = Course(mind, Reward(), obs)
        obs = yield mind.act(obs, stand or course)
    return obs
