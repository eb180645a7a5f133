"""Turns of phrase that wrap a plain request, unwrapped before anything is read: clefts, fronted places, roundabout wishes, fillers.

Each rule is a frame with gaps: whatever stands in the gaps is kept, the frame is said plainly. The frames hold whichever things and places
are spoken of; what they leave is read by the grammar like any other sentence, so that a frame never decides what is meant by a noun.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from heedful.agents.understanding.arranging_words import ARRANGED
from heedful.agents.understanding.asked_first import QUESTIONS, answered
from heedful.agents.understanding.contrasting import CONTRASTS
from heedful.agents.understanding.declining import REFUSALS
from heedful.agents.understanding.fillers import unfilled
from heedful.agents.understanding.measuring_out import QUANTITIES, respective
from heedful.agents.understanding.needs import NEEDS
from heedful.agents.understanding.normalise import polite
from heedful.agents.understanding.numbering import numbered
from heedful.agents.understanding.placing import ORDERED_WORDS, PLACED, sided
from heedful.agents.understanding.sequencing import ORDER, in_order
from heedful.agents.understanding.supposing import CONDITIONS
from heedful.agents.understanding.timing import TIMES, ranked
from heedful.agents.understanding.viewpoints import PLACES, as_i_see_it
from heedful.agents.understanding.wishful import WISHES

WHOLE = (ranked, respective, answered, as_i_see_it)
"""What is said of a whole utterance, before its parts."""
TABLES = (NEEDS, TIMES, QUANTITIES, CONTRASTS, PLACES, ARRANGED, QUESTIONS, WISHES, ORDERED_WORDS, PLACED, ORDER, CONDITIONS, REFUSALS)


def plainly(words: Sequence[str]) -> list[str]:
    """The words with what they are wrapped in taken off."""
    return list(_plainly(tuple(words)))


@lru_cache(maxsize=512)
def _plainly(words: tuple[str, ...]) -> tuple[str, ...]:
    said = numbered(" ".join(unfilled(words)))
    for whole in WHOLE:
        said = whole(said)
    for table in TABLES:
        for frame, plain in table:
            said = frame.sub(plain, said)
    said = in_order(sided(said))
    return tuple(polite(said.split())) if said.split() != list(words) else words
