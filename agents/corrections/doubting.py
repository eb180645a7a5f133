"""What the second opinion does to a reading: it makes up for words left over, or has it asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from heedful.agents.corrections.constructions import Part
from heedful.agents.corrections.covering import TURNING, Cover
from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.corrections.guessing import guesser

SURE = 0.35
"""How likely a kind has to be to make up for words that were left over."""
RIVAL = 0.25
"""From here on another kind is a rival."""
UNLIKELY, LIKELY = 0.01, 0.7
"""Below and above these the second opinion holds another kind for the right one."""
GUESSED = 0.3
"""How likely a kind has to be to be asked about where nothing was understood."""
BY_CHANCE = 0.25
"""How likely talk of something else has to be to keep silent then."""
TALK = 0.5
"""How likely talk of something else has to be so that nothing else is thought of."""
LEFT_OVER = 1.5
"""Cost of words left over, per word that was understood, up to which agreement makes up for them."""
STEERING = frozenset({"halt"})
"""Kinds that are never guessed at: what stops the robot is told by `halt` alone."""


def weighed(words: Sequence[str], dialogue: Dialogue, made: Cover, parts: list[Part], believed: bool) -> list[Part]:
    """The parts that are believed, or asked about, with the second opinion heard.

    Args:
      parts: What the constructions amount to, believed or not.
      believed: Whether so much was understood that they are.
    """
    second = guesser()
    if second is None or dialogue.running_skill is None:
        return parts if believed else []
    likely = second(words, dialogue)
    kinds = {p.kind for p in parts}
    best = max((k for k in likely), key=lambda k: likely[k])
    if believed and parts:
        doubted = best not in kinds and best not in STEERING and likely[best] > LIKELY and max(likely.get(k, 0.0) for k in kinds) < UNLIKELY
        return [replace(p, ask=True) for p in parts] if doubted else parts
    if parts and not any(p.ask or p.weak for p in parts) and _agreed(made, kinds, likely):
        return parts
    if best == "none" or best in STEERING or likely[best] < GUESSED or likely["none"] > BY_CHANCE:
        return []
    near = next((p for p in parts if p.kind == best), Part(best))
    return [replace(near, ask=True)]


def talk(words: Sequence[str], dialogue: Dialogue) -> bool:
    """Whether it is held for talk that is not for the robot, about which nobody is asked."""
    second = guesser()
    return second is not None and second(words, dialogue)["none"] > TALK


def _agreed(made: Cover, kinds: set[str], likely: dict[str, float]) -> bool:
    """Whether the kinds found are those that the second opinion hears, and what is left over turns nothing round."""
    if TURNING & set(made.unexplained) or any(w[0].isdigit() for w in made.unexplained):
        return False
    if made.left_over + made.apart > LEFT_OVER * made.said:
        return False
    return all(likely.get(k, 0.0) >= SURE for k in kinds) and not any(p >= RIVAL for k, p in likely.items() if k not in kinds)
