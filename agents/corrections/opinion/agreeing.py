"""Where words were left over: whether the second opinion hears the very kinds that the constructions found, so that they are believed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from heedful.agents.corrections.covering import TURNING, Cover
from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.corrections.opinion.model import model
from heedful.agents.corrections.opinion.sayings import named

SURE = 0.35
"""How far a kind must be believed to make up for words that were left over."""
RIVAL = 0.25
"""From here on another kind is a rival."""
LEFT_OVER = 1.5
"""Cost of words left over, per word that was understood, up to which agreement makes up for them."""


def agrees(words: Sequence[str], dialogue: Dialogue, made: Cover, kinds: Collection[str]) -> bool:
    """Whether some kinds are those that it hears, and what is left over turns nothing round."""
    if TURNING & set(made.unexplained) or any(w[0].isdigit() for w in made.unexplained):
        return False
    if made.left_over + made.apart > LEFT_OVER * made.said:
        return False
    heard = model().kinds(named(list(words), dialogue.scene))
    return all(heard.get(k, 0.0) >= SURE for k in kinds) and not any(p >= RIVAL for k, p in heard.items() if k not in kinds)
