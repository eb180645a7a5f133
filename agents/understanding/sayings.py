"""Every word of the phrases beside nouns and verbs: conditions, refusals, constraints, wishes, places, amounts, talk."""

from __future__ import annotations

from heedful.agents.understanding import amounts, chat, conditions, connectives, constraints, manner, refusing, repair, transfers, zones

WORDS: frozenset[str] = frozenset().union(
    amounts.WORDS, chat.WORDS, conditions.WORDS, constraints.WORDS, connectives.WORDS, manner.WORDS, refusing.WORDS, repair.WORDS,
    transfers.WORDS, zones.WORDS,
)  # fmt: skip
