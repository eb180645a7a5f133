"""Every word of the phrases beside nouns and verbs: conditions, refusals, constraints, wishes, places, amounts, talk."""

from __future__ import annotations

from heedful.agents.understanding import (
    amending,
    amounts,
    chat,
    conditions,
    connectives,
    constraints,
    fragments,
    manner,
    refusing,
    repair,
    rewording,
    shifting,
    transfers,
    zones,
)  # fmt: skip

WORDS: frozenset[str] = frozenset().union(
    amending.WORDS, amounts.WORDS, chat.WORDS, conditions.WORDS, connectives.WORDS, constraints.WORDS, fragments.WORDS, manner.WORDS,
    refusing.WORDS, repair.WORDS, rewording.WORDS, shifting.WORDS, transfers.WORDS, zones.WORDS,
)  # fmt: skip
