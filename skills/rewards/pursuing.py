"""Skills of a robot on legs: doing what a reward asks for, and waiting."""

from __future__ import annotations

from heedful.skills.rewards.motion import reward_motion
from heedful.skills.rewards.reward import RewardError
from heedful.skills.rewards.spelling import read
from heedful.skills.skill import skill
from heedful.skills.thinking import pause
from heedful.types import Motion, Observation, Outcome


@skill(uses="legs arm gripper", touches="table cabinet drawer door lamp", timeout=120.0, plan_with=False)
def pursue(obs: Observation, reward: str, bare: bool = False) -> Motion:
    """Move so that a reward is met: planned anew many times a second.

    Args:
      reward: The reward as JSON; of several, each in its turn.
      bare: Whether only what it says counts, and nothing that goes without saying.
    """
    try:
        stages = read(reward)
    except RewardError as error:
        return Outcome.failed("no_reward", str(error))
    return (yield from reward_motion(obs, stages, bare=bare))


@skill(uses="legs arm gripper", plan_with=False)
def wait(obs: Observation, seconds: float = 1.0) -> Motion:
    """Stand still for a while.

    Args:
      seconds: How long [s].
    """
    yield from pause(obs, seconds)
    return Outcome.succeeded()
