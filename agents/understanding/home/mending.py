"""What is told to be amiss, and asked to be put right: `the milk has gone off, deal with it`, `someone left the drawer open, fix that`."""

from __future__ import annotations

from collections.abc import Iterator

from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.tables import ends

FIX = ways(
    "[go] [and] deal with it|this|that|them [please|then|now]", "[go] [and] take care of it|this|that|them",
    "[go] [and] see to it|this|that|them",
    "[go] [and] handle|fix|remedy|correct|resolve|rectify|address it|this|that|them", "[go] [and] sort it|this|that|them out",
    "sort out that|it|this",
    "do something about it|this|that|them", "what you should|can do about it", "put it|that|this right", "change that|this|it",
    "undo that|it|this",
)  # fmt: skip
"""Asks for what was told of to be put right."""
SPOILT = ways(
    "[all] rotten|mouldy|moldy|spoiled|spoilt|expired|stale|rancid|inedible|overripe|finished|empty|off|bad|sour|past_its_prime|"
    "out_of_date",
    "gone|went|going bad|off|rotten|stale|sour|mouldy|moldy", "past its|the date|best_before_date|sell_by_date|expiry_date",
    "no longer good|edible|fresh",
    "not good|fresh|edible anymore|any_more", "used up",
)  # fmt: skip
"""What is thrown away."""
AMISS = {
    **dict.fromkeys(ways("[still|wide|standing] open|ajar"), "close"), **dict.fromkeys(ways("[still] closed|shut"), "open"),
    **dict.fromkeys(ways("[still] on|running|lit|switched_on|turned_on"), "turn off"), **dict.fromkeys(ways("switched|turned off"),
        "turn on"),
    **dict.fromkeys(SPOILT, "throw away"),
}  # fmt: skip
"""How a thing is that should not be so -> what is done about it."""
SEEMING = ways(
    "it seems|looks|appears [like|that|as_if|as_though]", "i|we see|notice|noticed|think|find|found|believe|fear [that]", "[oh] no", "oh",
    "apparently",
    "unfortunately", "i am afraid [that]",
)  # fmt: skip
BEING = ways(
    "is|are|was|were|has|have|s [been] [left] [standing]", "has|have just|already", "looks|seems|smells|tastes|went [to_be]",
    "seems|appears to be|have",
)  # fmt: skip
LEAVING = ways("someone|somebody|i|we|they|he|she [must] [has|have] left|forgot|kept")
WORDS = words_in([*FIX, *AMISS, *SEEMING, *BEING, *LEAVING])


def put_right(told: list[list[str]], asked: list[list[str]]) -> Iterator[list[str]]:
    """The request that is meant, where one thing is told to be amiss and it is asked to be put right."""
    if len(told) == 1 and len(asked) == 1 and " ".join(asked[0]) in FIX:
        said = told[0]
        for start in (*ends(said, 0, SEEMING), 0):
            yield from _amiss(said, start)


def _amiss(said: list[str], start: int) -> Iterator[list[str]]:
    for left in ends(said, start, LEAVING):
        for at in range(left + 1, len(said)):
            if (deed := AMISS.get(" ".join(said[at:]))) is not None:
                yield [*deed.split(), *said[left:at]]
    for at in range(start + 1, len(said)):
        for stop in ends(said, at, BEING):
            if (deed := AMISS.get(" ".join(said[stop:]))) is not None:
                yield [*deed.split(), *said[start:at]]
