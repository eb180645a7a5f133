"""What planning motion costs: over the bare roll-outs, with the tuned model against the plant's own, and against real time."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from typing import Any

import numpy as np

from heedful.app.bench.ratio import Ratio, of_blocks

PLANS, BLOCKS, CORES = 48, 12, 2


def mpc(seed: int) -> list[Ratio]:
    """Ratios of planning, all on the embedded quadruped but for the last, on an arm at a table."""
    from heedful.envs.language_to_reward import Playground
    from heedful.skills.rewards import Reward, term
    from heedful.skills.rewards.planner import Settings
    from heedful.skills.rewards.sampling import MPPI
    from heedful.skills.rewards.trial import Trial
    from heedful.skills.rewards.tuning import AS_IS, LEGGED

    world = Playground()
    world.reset(seed, "spin")
    reward = Reward((term("turning_speed", speed=2.0),))
    usual = Settings(MPPI(64), tuning=LEGGED, every=0.04, seed=seed)
    own = Trial.usual(world, reward, seed)
    found = []
    sizes = (
        ("mpc_overhead", usual, 1.08), ("mpc_half", replace(usual, sampler=MPPI(32)), 1.08),
        ("mpc_small", replace(usual, sampler=MPPI(8), horizon=0.2), 1.35), ("mpc_usual", own.settings, 1.08),
    )  # fmt: skip
    for name, settings, most in sizes:
        trial = Trial(world, reward, settings)
        plans, bare = _against_bare(trial)
        told = f"a whole plan over the bare roll-outs of the same samples, {trial.samples} of {trial.optimiser.steps} steps"
        found.append(Ratio(name, 1 / of_blocks(plans, bare, BLOCKS), told, most=most))
        trial.close()
    tuned, plant = Trial(world, reward, usual), Trial(world, reward, replace(usual, tuning=AS_IS))
    pairs = [(tuned.plan().cpu, plant.plan().cpu) for _ in range(BLOCKS)]
    share = 1 / of_blocks([a for a, _ in pairs], [b for _, b in pairs], BLOCKS)
    found.append(Ratio("mpc_tuned_cpu", share, "CPU of a plan with the tuned model over that with the plant's own, 64 samples", most=0.5))
    tuned.close()
    plant.close()
    found += _paced("mpc_legs", own, 0.8)
    world.reset(seed, "turn_on_faucet")
    arm = Reward((term("joint_fraction", joint="faucet_1", fraction=1.0), term("distance", a="hand", b="faucet_1_handle")))
    return found + _paced("mpc_arm", Trial.usual(world, arm, seed), 1.0)


def _against_bare(trial: Any) -> tuple[list[float], list[float]]:
    """CPU of plans, and of the bare roll-outs of the very samples that each tried, in turns [s]."""
    rollouts, plans, spent = trial.optimiser.rollouts, [], []
    trial.optimiser.rollouts = kept = Remembering(rollouts)
    for _ in range(PLANS):
        kept.tried.clear()
        plans.append(trial.plan().cpu)
        start = time.process_time()
        for state, control in kept.tried:
            rollouts(state, control)
        spent.append(time.process_time() - start)
    trial.optimiser.rollouts = rollouts
    return plans, spent


class Remembering:
    """Roll-outs that remember what they were asked."""

    def __init__(self, rollouts: Any) -> None:
        self.size, self._rollouts = rollouts.size, rollouts
        self.tried: list[tuple[Any, Any]] = []

    def __call__(self, state: Any, control: Any) -> Any:
        self.tried.append((state, control))  # made anew for each
        return self._rollouts(state, control)


def _paced(name: str, trial: Any, least: float) -> list[Ratio]:
    """The time from one plan to the next over what a plan takes, by the clock, and by its processor time shared by two cores."""
    from heedful.skills.rewards.rollouts import cores

    plans = [trial.plan() for _ in range(PLANS)]
    took, cpu = (float(np.median([getattr(p, k) for p in plans])) for k in ("took", "cpu"))
    samples, steps, every = trial.samples, trial.optimiser.steps, trial.settings.every
    trial.close()
    size = f"{samples} samples of {steps} steps planned anew every {1000 * every:.0f} ms"
    load = f", with a load of {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    clock = f"of real time by the clock, {size}; a plan takes {1000 * took:.0f} ms on {cores()} cores{load}"
    busy = f"of real time if {CORES} cores did nothing else; a plan takes {1000 * cpu:.0f} ms of processor time"
    return [Ratio(name, every / took, clock, least=least), Ratio(f"{name}_cpu", CORES * every / cpu, busy, least=least)]
