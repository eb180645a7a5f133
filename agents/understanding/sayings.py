"""Every word of the phrases beside nouns and verbs: conditions, refusals, constraints, wishes, places, amounts, talk."""

from __future__ import annotations

from heedful.agents.understanding import (
    afterthoughts,
    alternating,
    amending,
    amounts,
    chat,
    conditions,
    connectives,
    constraints,
    filling,
    fragments,
    manner,
    refusing,
    regrouping,
    repair,
    rewording,
    shifting,
    timing,
    towering,
    transfers,
    uses,
    which_one,
    zones,
)  # fmt: skip

WORDS: frozenset[str] = frozenset().union(
    afterthoughts.WORDS, alternating.WORDS, amending.WORDS, amounts.WORDS, chat.WORDS, conditions.WORDS, connectives.WORDS,
    constraints.WORDS, filling.WORDS, fragments.WORDS, manner.WORDS, refusing.WORDS, regrouping.WORDS, repair.WORDS, rewording.WORDS,
    shifting.WORDS, timing.WORDS, towering.WORDS, transfers.WORDS, uses.WORDS, which_one.WORDS, zones.WORDS,
)  # fmt: skip
