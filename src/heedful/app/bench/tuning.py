"""What a cheaper planning model loses: candidates against the plant's own, closed loop, each with as many samples as cost the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from heedful.app.bench.ratio import Ratio

LEGS, ARM = 8, 8
"""Samples of a plan with the plant's own model, on legs and for the arm."""
SECONDS = 1.5
"""How long each reward is followed [s]."""


def mpc_tuned(seed: int) -> Iterator[Ratio]:
    """The closed-loop cost of each candidate over that of the plant's own model, at equal processor time."""
    from heedful.skills.rewards import tuning

    legged = {
        "tuned": tuning.LEGGED, "tuned, half the step": replace(tuning.LEGGED, timestep=0.005),
        "tuned, all that touches": replace(tuning.LEGGED, contacts="as_is"),
    }  # fmt: skip
    arm = {"tuned": tuning.ARM, "tuned, half the step": replace(tuning.ARM, timestep=0.005)}
    yield from _compared("legs", seed, LEGS, legged)
    yield from _compared("arm", seed, ARM, arm)


def _compared(body: str, seed: int, samples: int, candidates: Mapping[str, Any]) -> list[Ratio]:
    from heedful.envs.language_to_reward import Playground
    from heedful.skills.rewards.trial import Trial, tuned

    world = Playground()
    world.reset(seed, "spin" if body == "legs" else "turn_on_faucet")
    followed = rewards(body, world)
    first = Trial.usual(world, followed[0], seed)
    first.close()
    settings = replace(first.settings, sampler=replace(first.settings.sampler, samples=samples))  # type: ignore[type-var]
    start = world.initial_state()
    rows = tuned(world, lambda: world.restore(start), followed, dict(candidates), settings, SECONDS)
    world.close()
    told = "closed-loop cost over that with the plant's own model, at equal CPU"
    return [
        Ratio(
            f"tuned_{body}_{i}", row.cost / max(rows[0].cost, 1e-9),
            f"{told}: {row.name}, {row.cpu:.2f} of its CPU a sample, {row.samples} samples, cost {row.cost:.3f}, "
            f"{row.met} of {len(followed)} rewards met after {SECONDS:g} s",
        )
        for i, row in enumerate(rows)
    ]  # fmt: skip


def rewards(body: str, world: Any) -> list[Any]:
    """Rewards of a body that are followed, in a world that they are about."""
    from heedful.skills.rewards import Reward, term

    if body == "legs":
        return [
            Reward((term("turning_speed", speed=2.0),)), Reward((term("foot_lift", foot="front_right", height=0.12),)),
            Reward((term("torso_height", height=0.12), term("torso_pitch"))), Reward((term("forward_speed", speed=0.5),)),
            Reward((term("heading", angle=1.0, frame="start"),)),
        ]  # fmt: skip
    return [
        Reward((term("joint_fraction", joint="faucet_1", fraction=1.0), term("distance", a="hand", b="faucet_1_handle"))),
        Reward((term("distance", a="hand", b="faucet_1_handle"),)),
        Reward((term("hand_height", height=0.3),)),
    ]
