"""What is left of raw physics: through the registered environment, and through a whole skill run."""

from __future__ import annotations

import time

import numpy as np

from heedful.app.bench.ratio import Ratio, of_blocks
from heedful.app.bench.scene import NSTEP, TWELVE, Raw

STEPS = 600
"""Environment steps measured."""
RUNS = 3
"""Whole instructions measured, on as many arrangements."""


def env(seed: int) -> list[Ratio]:
    """Control steps through `gymnasium.make`, joint actions at random, each beside ten raw steps from the state that it starts from."""
    import gymnasium

    import heedful.envs  # noqa: F401  registers the ids

    made = gymnasium.make("heedful/tabletop-pick-v0", task=TWELVE, max_episode_steps=STEPS + 1)
    made.reset(seed=seed)
    world = made.unwrapped.world
    raw = Raw(world.model, world.data)
    rng = np.random.default_rng(seed)
    actions = np.cumsum(rng.normal(0.0, 0.2, (STEPS, *made.action_space.shape)), axis=0)
    actions = np.sin(actions).astype(np.float32)  # smooth, and everywhere within [-1, 1]
    ours = []
    for action in actions:
        raw.step()
        start = time.thread_time()
        made.step(action)
        ours.append(time.thread_time() - start)
    made.close()
    value = of_blocks(ours, raw.spent)
    how = f"env.step against mj_step(nstep={NSTEP}) on the same {STEPS} states, CPU time in turns; {np.median(ours) * 1e3:.2f} ms a step"
    return [Ratio("env", value, how, least=0.8)]


def skill(seed: int) -> list[Ratio]:
    """Whole instructions through understanding, planning, executive, skills, IK and envelope, beside raw steps from the same states."""
    from heedful.session import Session

    total = thought = plain = 0.0
    steps = 0
    for run in range(RUNS):
        with Session(mode="fast", seed=seed + run, task=TWELVE, out=None) as session:
            world = session.world
            raw, bare = Raw(world.model, world.data), world.robot.send
            aside = 0.0

            def send(command: dict[str, np.ndarray], raw: Raw = raw, bare: object = bare) -> None:
                nonlocal aside
                start = time.thread_time()
                raw.step()
                aside += time.thread_time() - start
                bare(command)  # type: ignore[operator]

            world.robot.send = send
            start = time.process_time()
            episode = session.run(world.instance.instruction)
            spent = time.process_time() - start - aside
            share = episode.cadence["spent_s"].get("think", 0.0) / episode.cadence["wall_s"]
            total, plain, thought = total + spent, plain + sum(raw.spent), thought + share * spent
            steps += NSTEP * len(raw.spent)
    how = (
        f"{RUNS} runs of pick and place in fast mode, {steps} physics steps, planning counted; CPU time in turns, raw {steps / plain:.0f}/s"
    )
    without = f"the same without planning, which took {thought / total:.0%} of the time"
    return [Ratio("skill", plain / total, how, least=0.5), Ratio("skill_motion", plain / max(total - thought, 1e-9), without)]
