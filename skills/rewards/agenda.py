"""Rewards one after the other: as they were given, as people want them by now, and which of them is followed."""

from __future__ import annotations

from dataclasses import dataclass, field

from heedful.skills.rewards.reward import Reward
from heedful.skills.rewards.spelling import Stages
from heedful.types import Adjustment


@dataclass(slots=True)
class Agenda:
    """What is wanted one after the other, edited while it is followed.

    Args:
      given: The rewards that it began with.
      edited: What people wanted instead when it began; that changes nothing any more.
    """

    given: Stages
    edited: Stages | None = None
    wanted: Stages = field(init=False)
    """The rewards by now."""
    at: int = 0
    """Which of them is followed, counted from 0; as many as there are when all is over."""

    def __post_init__(self) -> None:
        self.wanted = self.given

    @property
    def reward(self) -> Reward:
        """What is followed."""
        return self.wanted[self.at]

    @property
    def over(self) -> bool:
        """Whether nothing is left to be followed."""
        return self.at >= len(self.wanted)

    def on(self, reached: bool) -> None:
        """One reward has ended: the next comes, if it was reached; else all is over."""
        self.at = self.at + 1 if reached else len(self.wanted)

    def by(self, adjust: Adjustment) -> Stages:
        """The rewards that people want; those that were given, where they want nothing else or took that back."""
        return self.given if adjust.reward is None else adjust.reward

    def heard(self, adjust: Adjustment) -> bool:
        """Whether other rewards are wanted from now on. What was reached is not done anew, and after the end the last of them counts."""
        if adjust.reward == self.edited:
            return False
        last = self.over
        self.edited, self.wanted = adjust.reward, self.by(adjust)
        self.at = len(self.wanted) - 1 if last else min(self.at, len(self.wanted) - 1)
        return True
