"""What is told not to be liked before something is asked for: `I cannot have nuts, bring me a snack` asks for another snack than nuts."""

from __future__ import annotations

from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.tables import ends

DISLIKED = ways(
    "[but|and|so] i|we|she|he|they [really|just] do_not|don_t|does_not|cannot|can_t|can_not|must_not|should_not|would_not [really]"
    " like|want|eat|drink|have|stand|fancy|enjoy|tolerate|feel_like",
    "[but|and|so] i|we [really] hate|dislike|detest|loathe", "i am|she_is|he_is|we_are [really|very] allergic|intolerant to",
    "i am|we_are sick|tired of",
    "i am not a_fan_of|fond_of|in_the_mood_for", "[so] [please] no|not [more]",
)  # fmt: skip
"""Before what is not liked."""
TODAY = ways("for me|us|please|today|now|this_time|thanks|thank_you|at_all|any_more|anymore|right_now")
BACK = frozenset({"it", "them", "that", "this", "those", "these", "one", "ones"})
"""Words that may speak of what is not liked."""
SOME = frozenset({"a", "an", "some", "something", "anything"})
WORDS = words_in([*DISLIKED, *TODAY])


def instead(told: list[list[str]], rest: list[str]) -> list[str] | None:
    """The request after what is not liked was told, with it ruled out where the choice is left; None where nothing such was told."""
    things = [disliked(p) for p in told]
    if BACK & set(rest) or not any(things):
        return None
    barred = [w for thing in filter(None, things) for w in ("other", "than", *thing)]
    return [*rest, *barred] if SOME & set(rest) else rest


def disliked(part: list[str]) -> list[str]:
    """What a sentence tells not to be liked; empty where it tells something else."""
    for start in ends(part, 0, DISLIKED):
        stops = [at for at in range(start + 1, len(part)) if len(part) in ends(part, at, TODAY)]
        return part[start : min(stops, default=len(part))]
    return []
