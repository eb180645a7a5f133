"""A reward followed in a world without anything else about it: how well a way of planning does, and what it costs."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from heedful.geometry import Array
from heedful.hardware.body import RobotBody
from heedful.skills.rewards.catalogue import CATALOGUE
from heedful.skills.rewards.cost import Cost
from heedful.skills.rewards.embodied import Embodied
from heedful.skills.rewards.embodying import embodied
from heedful.skills.rewards.mind import mind_of
from heedful.skills.rewards.planner import Optimiser, Planned, Settings
from heedful.skills.rewards.reward import Reward
from heedful.skills.rewards.tuning import Tuning
from heedful.types import Action, Command, Grip, JointTarget, Observation


@dataclass(frozen=True, slots=True)
class Fared:
    """How a trial went."""

    cost: float
    """What the reward cost on the plant, the mean over the time."""
    plan_cpu: float
    """Processor time of one plan [s]."""
    plan_wall: float
    """Time of one plan [s]."""
    insane: int
    """Samples whose simulation diverged."""
    met: bool = False
    """Whether its aims were within their tolerances in the end, on average over the last half second."""


class Trial:
    """A world, a reward in it and a way of planning, from where the world is."""

    def __init__(self, world: Any, reward: Reward, settings: Settings) -> None:
        self.world, self.reward, self.settings = world, reward, settings
        self.body = RobotBody(world.description)
        obs = self.observed()
        self.robot: Embodied = embodied(self.world.spec(), obs)
        self.optimiser = Optimiser(self.world, self.robot.measures([self.reward]), self.settings, self.robot)
        self.cost = Cost.of(self.reward, self.robot.body)
        self.since = obs.time
        self.last: Array = self.robot.command(obs)
        self.spline = self.optimiser.start(self.last, obs.time)

    @staticmethod
    def usual(world: Any, reward: Reward, seed: int = 0) -> Trial:
        """With the settings that its kind of robot is usually planned with."""
        seen: Observation = world.robot.observe()
        seen = seen.but(scene=world.scene(), body=RobotBody(world.description).as_measured(seen))
        settings = mind_of(world, seen, (reward,)).optimiser.settings
        return Trial(world, reward, replace(settings, seed=seed))

    @property
    def samples(self) -> int:
        """How many futures each plan tries."""
        return int(getattr(self.settings.sampler, "samples", 0))

    def observed(self) -> Observation:
        """What is measured and seen now."""
        seen: Observation = self.world.robot.observe()
        return seen.but(scene=self.world.scene(), body=self.body.as_measured(seen))

    def plan(self) -> Planned:
        """One plan from here, and its processor time."""
        obs = self.observed()
        began = time.process_time()
        planned = self.optimiser.plan(obs, self.cost, self.spline, self.since, self.robot.modes(obs), self.last)
        return replace(planned, cpu=time.process_time() - began)

    def run(self, seconds: float) -> Fared:
        """Follow the reward for a while, the plant waiting for each plan [s]."""
        dt, costs, plans, due = self.world.robot.dt, [], [], 0.0
        errors: list[Array] = []
        for tick in range(round(seconds / dt)):
            obs = self.observed()
            if tick * dt >= due - 1e-9:
                plans.append(self.plan())
                self.spline, due = plans[-1].spline, tick * dt + self.settings.every
            most = self.robot.speed * dt
            self.last = self.last + np.clip(self.spline.at(obs.time + dt) - self.last, -most, most)
            self.world.robot.send(_command(self.robot.action(self.last)))
            now = self.optimiser.measure(self.observed(), self.since, self.last)
            costs.append(float(self.cost(now)[0]))
            errors.append(self.cost.aims(now))
        cpu, wall = (float(np.mean([getattr(p, k) for p in plans])) for k in ("cpu", "took"))
        off = np.sqrt((np.mean(errors[-max(1, round(0.5 / dt)) :], axis=0) ** 2).sum(axis=1))
        allowed = np.array([max(CATALOGUE[t.name].within or np.inf, self.robot.as_near_as(t)) for t, _ in self.cost.aimed])
        return Fared(float(np.mean(costs)), cpu, wall, sum(p.insane for p in plans), bool(np.all(off <= allowed)))

    def close(self) -> None:
        """End the threads."""
        self.optimiser.close()


def _command(action: Action) -> Command:
    found: dict[str, Array] = {}
    for part, wanted in action.parts.items():
        if isinstance(wanted, JointTarget):
            found[part] = wanted.q
        elif isinstance(wanted, Grip):
            found[part] = np.array([wanted.width, wanted.force])
    return found


@dataclass(frozen=True, slots=True)
class Tuned:
    """One planning model held against the plant's own."""

    name: str
    tuning: Tuning
    samples: int
    """As many as cost what the plant's own model costs with its samples."""
    cpu: float
    """Processor time of a plan with the same samples, as a share of the plant's own."""
    cost: float
    """Closed loop, at equal processor time."""
    met: int
    """How many of the rewards were met in the end."""

    def __str__(self) -> str:
        return f"{self.name:<28}{self.cpu:>8.2f} of the CPU  {self.samples:>5} samples at equal CPU  cost {self.cost:.3f}, {self.met} met"


def tuned(
    world: Any, reset: Any, rewards: Sequence[Reward], candidates: dict[str, Tuning], settings: Settings, seconds: float = 2.0
) -> list[Tuned]:
    """Each candidate for the planning model, at equal processor time, the plant's own first and the best of the others next.

    Args:
      world: What it is measured in.
      reset: Called before each trial, so that all start alike.
      rewards: What is followed.
      candidates: By name.
      settings: How it plans with the plant's own model; its samples set the processor time that each candidate gets.
      seconds: How long each reward is followed [s].
    """
    sampler: Any = settings.sampler
    rows: list[Tuned] = []
    base = 0.0
    for name, tuning in {"the plant's own": Tuning(), **candidates}.items():
        same = replace(settings, tuning=tuning)
        cpu = _plan_cpu(world, reset, rewards[0], same)
        base = base or cpu
        count = max(4, round(sampler.samples * base / cpu))
        fared = []
        for reward in rewards:
            reset()
            trial = Trial(world, reward, replace(same, sampler=replace(sampler, samples=count)))
            fared.append(trial.run(seconds))
            trial.close()
        rows.append(Tuned(name, tuning, count, cpu / base, float(np.mean([f.cost for f in fared])), sum(f.met for f in fared)))
    return [rows[0], *sorted(rows[1:], key=lambda r: r.cost)]


def _plan_cpu(world: Any, reset: Any, reward: Reward, settings: Settings, plans: int = 4) -> float:
    """Processor time of one plan [s], the least of a few."""
    reset()
    trial = Trial(world, reward, settings)
    cpu = min(trial.plan().cpu for _ in range(plans))
    trial.close()
    return max(float(cpu), 1e-6)
