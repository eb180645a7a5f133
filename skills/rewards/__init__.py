"""Rewards as data: named terms with typed parameters, read from JSON, from code; a planner optimises them while people edit them."""

from heedful.skills.rewards.catalogue import CATALOGUE, FEET, TermSpec
from heedful.skills.rewards.norms import Norm
from heedful.skills.rewards.reward import Names, Reward, RewardError, Term, term

__all__ = ["CATALOGUE", "FEET", "Names", "Norm", "Reward", "RewardError", "Term", "TermSpec", "term"]
