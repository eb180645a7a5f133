"""A planner in one file. Run it with `heedful run "put the red block in the blue bowl" planner=my_planner.py`.

It keeps the built-in understanding of words, and chooses one step at a time: the skill that brings the goal about
if it can start now, else one that brings about what that skill still lacks.
"""

import heedful as hf
from heedful.agents import Symbolic


class OneStep(Symbolic):
    """Commits to the first step of each plan, and looks again before the next."""

    def plan(self, episode, observation):
        whole = super().plan(episode, observation)
        if not whole.goes_on:
            return whole
        return hf.Plan("go", whole.calls[:1], whole.goal, f"{whole.calls[0]}, then look again")


PLANNER = OneStep
