"""Faults at random, several at once: no command past a limit, no motion after a stop until a person resets it."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np

from heedful.app.bench.ratio import Ratio
from heedful.app.bench.ros2.real import Real
from heedful.app.bench.ros2.rigs import ARM, DT, JOINTS, Rig, rig
from heedful.app.bench.ros2.simulated import Simulated
from heedful.geometry import Array
from heedful.hardware.limits import Level
from heedful.hardware.mujoco_robot import HOLD_LEAD
from heedful.hardware.ros2.fake.faults import FAULTS
from heedful.types import Action, Grip, JointTarget

FIRST = 5000
"""Seed of the first schedule."""
SIMULATED, REAL = 1000, 100
"""How many schedules."""
TICKS = {Simulated: 100, Real: 40}
"""Ticks of one."""


@dataclass(slots=True)
class Tally:
    """What came of schedules."""

    schedules: int = 0
    stops: int = 0
    commands: int = 0
    past: int = 0
    """Commands past a limit."""
    restarts: int = 0
    """Commands after a stop that were no hold, and stops that ended without a person."""

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, f) + getattr(other, f) for f in self.__slots__))


def carried_out(table: Rig, seed: int, ticks: int) -> Tally:
    """Run one schedule, holding every law at every tick."""
    rng = np.random.default_rng(seed)
    found = Tally(schedules=1)
    begun = len(table.came)
    for _ in range(ticks):
        if rng.random() < 0.06:
            _happens(table, rng)
        if table.stopped and rng.random() < 0.2:
            table.guarded.reset_stop(person=True)
        before, count = table.guarded.level, len(table.left)
        try:
            seen = table.guarded.observe()
        except OSError:  # nothing was ever heard
            table.rest(DT)
            continue
        if rng.random() < 0.02 and not table.stopped and not table.robot.joints.fault():
            table.follow(float(rng.uniform(0.1, 0.5)), float(rng.uniform(-0.2, 0.2)))
        wild = rng.choice([0.01, 0.3, 10.0, np.nan], p=[0.8, 0.1, 0.09, 0.01])
        here = table.guarded.envelope.last.get("arm", seen.parts["arm"].q)
        target = here + wild * rng.uniform(-1, 1, JOINTS)
        table.guarded.apply(Action({"arm": JointTarget(target), "gripper": Grip(float(rng.uniform(-1, 1)), 10.0)}), seen)
        table.pause()
        level = table.guarded.level
        found.restarts += before is Level.STOPPED and level is Level.RUNNING
        if before is Level.STOPPED or level is Level.STOPPED:
            found.restarts += _no_holds(table, count, seen.parts["arm"].q)
        found.stops += before is Level.RUNNING and level is Level.STOPPED
    sent = table.came[begun:]
    inside = [bool(np.isfinite(q).all() and np.all(q >= ARM.lower - 1e-9) and np.all(q <= ARM.upper + 1e-9)) for q in sent]
    found.commands, found.past = len(sent), len(sent) - sum(inside)
    return found


def _no_holds(table: Rig, first: int, q: Array) -> int:
    """How many of the commands from one on that left after the hold are neither where the arm was nor where it was told to be before."""
    found = 0
    for k in range(max(first, table.held, 1), len(table.left)):
        holds = (q, table.left[k - 1][1])
        found += min(float(np.abs(table.left[k][1] - h).max()) for h in holds) > HOLD_LEAD + 1e-3
    return found


def _happens(table: Rig, rng: np.random.Generator) -> None:
    """Something goes wrong, or right again."""
    what = str(rng.choice([*FAULTS, "frozen", "loss", "late", *["well"] * 10]))
    if what == "well":
        table.well()
        if isinstance(table, Simulated):
            table.bus.lost, table.bus.latency = (lambda topic: False), 0.001
    elif what in ("loss", "late"):
        if isinstance(table, Simulated):
            share = float(rng.uniform(0.1, 0.9))
            table.bus.lost = (lambda topic: bool(rng.random() < share)) if what == "loss" else table.bus.lost
            table.bus.latency = float(rng.uniform(0.001, 0.15)) if what == "late" else table.bus.latency
    else:
        table.fault(what, bool(rng.random() < 0.7))


def many(kind: type[Rig], seeds: range) -> Tally:
    """Schedules on rigs of a kind: a simulated one of its own for each, one process for all."""
    found = Tally()
    if kind is Simulated:
        from heedful.hardware.ros2.interfaces import Interfaces

        types = Interfaces()
        for seed in seeds:
            with rig(Simulated, types) as table:
                found += carried_out(table, seed, TICKS[Simulated])
        return found
    with rig(kind) as table:
        for seed in seeds:
            found += carried_out(table, seed, TICKS[kind])
            table.well()
            table.reset()
    return found


def schedules(seed: int, simulated: int = SIMULATED, real: int = REAL) -> list[Ratio]:
    """On a simulated clock, then over DDS against a process that may freeze.

    Args:
      seed: Added to the first schedule's.
      simulated: How many in process.
      real: How many over DDS.
    """
    rows = []
    for where, kind, count in (("sim", Simulated, simulated), ("dds", Real, real)):
        begun = time.monotonic()
        t = many(kind, range(FIRST + seed, FIRST + seed + count))
        how = f"in {t.schedules} schedules with {t.stops} stops and {t.commands} commands, {time.monotonic() - begun:.0f} s"
        rows.append(Ratio(f"{where}.past_limits", t.past, f"commands past a limit {how}", most=0.0))
        rows.append(Ratio(f"{where}.restarts", t.restarts, f"motions after a stop without a person's reset {how}", most=0.0))
    return rows
