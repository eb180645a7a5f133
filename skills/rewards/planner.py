"""Model-predictive control: from where the robot is, the command over the next moments that a reward likes best."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import mujoco
import numpy as np
from numpy.typing import NDArray

from heedful.geometry import Array
from heedful.skills.rewards.embodied import Embodied
from heedful.skills.rewards.reward import Reward
from heedful.skills.rewards.rollouts import FULL, Rollouts
from heedful.skills.rewards.sampling import PredictiveSampling, Sampler
from heedful.skills.rewards.sensing import Futures, Measure, add_sensors, places
from heedful.skills.rewards.splines import Kind, Spline, basis
from heedful.skills.rewards.tuning import AS_IS, Tuning
from heedful.types import Observation, Twin

Judged = Callable[[Futures], Array]
"""What many futures cost, as a Cost tells. Shape (samples,)."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How it plans."""

    sampler: Sampler = PredictiveSampling()
    horizon: float = 0.35
    """How far it looks ahead [s]."""
    knots: int = 4
    kind: Kind = "cubic"
    rounds: int = 1
    """How often a plan is improved before it is used."""
    every: float = 0.04
    """From one plan to the next [s]."""
    threads: int | None = None
    """All cores unless given."""
    tuning: Tuning = AS_IS
    seed: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Tried:
    """The roll-outs of a plan, while their buffer lasts, and what their knots were drawn from."""

    futures: Futures
    sane: NDArray[np.bool_]
    nominal: Array
    drawn: Any
    """State of the random numbers before."""
    scale: Array
    proposals: Array | None


@dataclass(frozen=True, slots=True, eq=False)
class Planned:
    """A command over time, and how it came about."""

    spline: Spline
    cost: float
    """What it is expected to cost; infinite if nothing sane was found and the command before goes on."""
    took: float
    """Time it took [s]."""
    insane: int
    """Samples whose simulation diverged."""
    best: Array | None = None
    """What the sensors tell on the way of the sample that costs least, for people to see. Shape (steps, sensors)."""
    reward: Reward | None = None
    """What it was judged by, where that was a reward under way."""
    cpu: float = 0.0
    """Processor time of the whole process meanwhile [s], where somebody measured it: to ask for that may take milliseconds."""
    tried: Tried | None = None
    """What it was chosen from, where that was drawn at once."""


class Optimiser:
    """Plans with one model; a reward may be replaced between any two plans. Used by one thread at a time.

    Args:
      twin: What is simulated.
      measures: What the terms need to know.
      settings: How it plans.
      robot: What is commanded.
    """

    def __init__(self, twin: Twin, measures: list[Measure], settings: Settings, robot: Embodied) -> None:
        self.settings, self.twin, self.robot = settings, twin, robot
        spec = twin.spec()
        settings.tuning.apply(spec, robot.bodies)
        add_sensors(spec, measures)
        self._ties = robot.ties(spec)
        self.model = spec.compile()
        self._fingers = robot.fingers(self.model)
        self._felt = self.model.geom_contype[self._fingers].copy(), self.model.geom_conaffinity[self._fingers].copy()
        self.measures = frozenset(measures)
        self.where = places(self.model)
        self.data = mujoco.MjData(self.model)
        self._seen = mujoco.MjData(self.model)  # a thread of its own may plan while the loop measures
        self.rollouts = Rollouts(self.model, settings.threads)
        self.rng = np.random.default_rng(settings.seed)
        self._direct = np.array_equal(robot.drive, np.eye(len(robot.drive)))  # each command is an actuator's, in the same order
        self.dt = float(self.model.opt.timestep)
        self.steps = round(settings.horizon / self.dt)
        """In a roll-out."""
        middles: Array = np.linspace(0.5, self.steps - 0.5, self.steps) * self.dt
        self._basis = basis(middles, settings.knots, settings.horizon, settings.kind)
        self._offsets: Array = np.linspace(1.0, self.steps, self.steps) * self.dt

    def restart(self) -> None:
        """Draw the same numbers anew, so that what begins afresh goes the same way each time."""
        self.rng = np.random.default_rng(self.settings.seed)

    def start(self, command: Array, now: float) -> Spline:
        """A spline that stays at a command, shape (commands,), from `now` [s] on."""
        return Spline(np.tile(command, (self.settings.knots, 1)), now, self.settings.horizon, self.settings.kind)

    def plan(
        self, observation: Observation, cost: Judged, warm: Spline, since: float, scale: Array, last: Array, proposals: Array | None = None
    ) -> Planned:
        """The command that the reward likes best from where the robot is.

        Args:
          observation: Where it is.
          cost: The reward.
          warm: The command planned before, from which this one is improved.
          since: When the reward began to be followed [s].
          scale: How commands are varied, as `sampling.around` takes it.
          last: The command given last, from which others are within reach of the joints' speed. Shape (commands,).
          proposals: Knots that are tried among the others. Shape (n, knots, commands).
        """
        began = time.perf_counter()
        self.twin.place(self.data, observation)
        state = np.empty(self.rollouts.size)
        mujoco.mj_getState(self.model, self.data, state, FULL)
        self._tie(observation)
        times = observation.time - since + self._offsets
        robot, step = self.robot, self.robot.speed * self.dt
        insane, best, batches = 0, None, 0
        tried: Tried | None = None
        nominal = warm.moved(observation.time).knots
        drawn = self.rng.bit_generator.state

        def judge(knots: Array) -> Array:
            nonlocal insane, best, batches, tried
            np.clip(knots, robot.low, robot.high, out=knots)
            commands = self._basis @ knots
            np.clip(commands, robot.low, robot.high, out=commands)
            pace(commands, last, step)
            control = self._driven(self._led(commands, last))
            sensors, sane = self.rollouts(state, control)
            insane += int((~sane).sum())
            futures, batches = Futures(sensors, commands, times, self.dt, self.where), batches + 1
            costs = cost(futures)
            costs[~(sane & np.isfinite(costs))] = np.inf
            best = sensors[int(np.argmin(costs))].copy()
            tried = Tried(futures, sane, nominal, drawn, scale, proposals) if batches == 1 else None
            return costs

        found, least = nominal, np.inf
        for _ in range(self.settings.rounds):
            found, least, _ = self.settings.sampler.improve(found, judge, self.rng, scale, proposals)
        spline = Spline(found, observation.time, self.settings.horizon, self.settings.kind)
        return Planned(spline, least, time.perf_counter() - began, insane, best, tried=tried)

    def again(self, planned: Planned, cost: Judged) -> Planned | None:
        """A plan as it had come out by another cost: its roll-outs judged anew, and nothing simulated. The newest, while the next is under
        way at the latest. None where they were drawn in rounds, each by what the one before cost."""
        tried, began = planned.tried, time.perf_counter()
        if tried is None:
            return None
        best = None

        def judge(knots: Array) -> Array:
            nonlocal best
            np.clip(knots, self.robot.low, self.robot.high, out=knots)
            costs = cost(replace(tried.futures, _kept={}))
            costs[~(tried.sane & np.isfinite(costs))] = np.inf
            best = tried.futures.values[int(np.argmin(costs))].copy()
            return costs

        rng = np.random.default_rng()
        rng.bit_generator.state = tried.drawn
        found, least, _ = self.settings.sampler.improve(tried.nominal, judge, rng, tried.scale, tried.proposals)
        spline = Spline(found, planned.spline.start, planned.spline.horizon, planned.spline.kind)
        return replace(planned, spline=spline, cost=least, best=best, took=planned.took + time.perf_counter() - began)

    def _tie(self, observation: Observation) -> None:
        """What is held goes with the hand: in steps as long as these, friction alone would let it slip. What the fingers feel of it then
        costs time and tells nothing."""
        held = set(observation.scene.held.values()) if observation.scene is not None else set()
        tied = bool(held & self._ties.keys())
        self.model.geom_contype[self._fingers], self.model.geom_conaffinity[self._fingers] = (0, 0) if tied else self._felt
        for id, (name, hand) in self._ties.items():
            tie = self.model.equality(name).id
            if id in held:
                mujoco.mj_kinematics(self.model, self.data)
                a, b = self.data.body(hand), self.data.body(id)
                back = np.array([1.0, -1.0, -1.0, -1.0]) * a.xquat
                self.model.eq_data[tie, 3:6] = a.xmat.reshape(3, 3).T @ (b.xpos - a.xpos)
                mujoco.mju_mulQuat(self.model.eq_data[tie, 6:10], back, b.xquat)
            self.model.eq_active0[tie] = id in held  # what roll-outs begin with

    def _led(self, commands: Array, last: Array) -> Array:
        """Commands with their own speed fed forward, as the driver does for servos that damp the joint's speed."""
        if not self.robot.lag.any():
            return commands
        led = np.empty_like(commands)
        np.subtract(commands[:, :1], last, out=led[:, :1])
        np.subtract(commands[:, 1:], commands[:, :-1], out=led[:, 1:])
        led *= self.robot.lag / self.dt
        led += commands
        return led

    def _driven(self, commands: Array) -> Array:
        """Commands as the model's actuators take them. Shape (..., actuators)."""
        moved = commands if self._direct else commands @ self.robot.drive
        return np.asarray(moved + self.robot.offset)

    def measure(self, observation: Observation, since: float, command: Array) -> Futures:
        """What the terms measure at this very moment, as a future of one sample and one step."""
        data = self._seen
        self.twin.place(data, observation)
        data.ctrl[:] = self._driven(np.asarray(command))
        mujoco.mj_forward(self.model, data)
        values = data.sensordata[None, None].copy()
        return Futures(values, np.asarray(command)[None, None], np.array([observation.time - since]), self.dt, self.where)

    def gap(self, thing: str) -> float:
        """How far any part of the robot is from a thing as both were last measured, no further than 10 cm [m]."""
        model, data, least = self.model, self._seen, 0.1
        own = [i for i in range(model.ngeom) if model.body(int(model.geom_bodyid[i])).name in self.robot.bodies and model.geom_contype[i]]
        parts = {model.body(thing).id}  # a faucet's lever is a body of its own, on the faucet
        for i in range(model.nbody):
            if int(model.body_parentid[i]) in parts:
                parts.add(i)
        for j in range(model.ngeom):
            if int(model.geom_bodyid[j]) in parts and model.geom_contype[j]:
                least = min([least, *(mujoco.mj_geomDistance(model, data, i, j, least, None) for i in own)])
        return float(least)

    def close(self) -> None:
        """End the threads."""
        self.rollouts.close()


def pace(commands: Array, last: Array, step: Array) -> None:
    """Hold commands, shape (samples, steps, commands), back to what joints can follow: each at most `step` from the one before."""
    samples, steps, _ = commands.shape
    least = step.min()
    if np.abs(commands[:, 0] - last).max() <= least:
        moves = commands[:, 1:] - commands[:, :-1]
        if max(moves.max(initial=0.0), -moves.min(initial=0.0)) <= least:
            return
    rows = np.ascontiguousarray(commands.swapaxes(0, 1)).reshape(steps, -1)  # each step in one piece: it is gone through step by step
    before, up = np.empty((2, samples, len(last)))
    before[:], up[:] = last, step
    before, up = before.ravel(), up.ravel()
    down = -up
    for here in rows:
        here -= before
        np.minimum(here, up, out=here)  # np.clip takes four times as long to begin
        np.maximum(here, down, out=here)
        here += before
        before = here
    commands[:] = rows.reshape(steps, samples, -1).swapaxes(0, 1)
