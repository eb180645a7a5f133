"""How something shall be done, in words that may stand anywhere in a request: `gently`, `take your time`, `and be careful with it`."""

from __future__ import annotations

from collections.abc import Sequence

from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.normalise import STOPS, tidy
from heedful.program.nodes import Manner

_VERY = ("very", "really", "quite", "extra", "extremely", "super", "rather", "so", "nice and", "a bit more", "a little more", "more")
"""Before how it shall be done; they change nothing."""
_WITH = "[with_it|with_that|with_this|with_them|with_him]"
_IT = "it|that|this|so|them|everything"
MANNERS: dict[Manner, tuple[str, ...]] = {
    "gentle": ways(
        "gently|carefully|softly|delicately|cautiously|tenderly|lightly", "with [great|some|much|a_lot_of] care|caution",
        "in a gentle|careful way|manner", "as gently|carefully|softly as you can|possible",
    ),
    "slow": ways(
        "slowly|unhurriedly", "as slowly as you can|possible", "without rushing|hurrying|hurry", "not too|so fast|quickly",
        "in slow motion", "[at|in] a slow|low|relaxed pace|speed|manner|way|fashion", "slow and steady", "nice and slow",
    ),
    "fast": ways(
        "quickly|swiftly|rapidly|speedily|fast|quick|asap|immediately", "as fast|quickly|soon as you can|possible", "in a hurry",
        "at once", "straight away", "right away", "chop chop", "in a quick|fast|speedy manner|way",
    ),
}  # fmt: skip
"""What is asked of the way there, in words that name no thing."""
ORDERS: dict[Manner, tuple[str, ...]] = {
    "gentle": ways(
        f"be|being|stay [very|really|extra|super|so] careful|gentle|cautious {_WITH}", f"do|move|put|carry|doing {_IT} gently|carefully|"
        f"softly",
        "take [good] care", "handle|treat it|that|them with care|gently|carefully", "it is|it_looks [very] fragile|delicate", "careful",
        "easy|gently|steady does it", "easy now", "handle with care",
        "be a bit|little careful|gentle",
    ),
    "slow": ways(
        "slowly|slow_and_steady does it", f"do|move|carry|doing {_IT} slowly", "take|taking your time", "go|move slow|slowly",
        "do_not|never rush|hurry [it]",
        "do_not go|move|be [too|so] fast|quick|quickly", "be slow", "not so fast",
    ),
    "fast": ways(f"do {_IT} quickly|fast", "hurry [up]", "be quick [about_it]", "make it quick|fast|snappy"),
}  # fmt: skip
"""The same, as a request of its own."""
_KIND = {phrase: kind for table in (MANNERS, ORDERS) for kind, phrases in table.items() for phrase in phrases}
_ORDERED = {tuple(phrase.split()) for phrases in ORDERS.values() for phrase in phrases}
_BY_FIRST: dict[str, list[tuple[tuple[str, ...], Manner]]] = {}
for _phrase, _kind in sorted(_KIND.items(), key=lambda p: -len(p[0].split())):
    _BY_FIRST.setdefault(_phrase.split()[0], []).append((tuple(_phrase.split()), _kind))
_DOING = ("do", "move", "put", "carry", "doing", "handle", "treat")
_GOES_ON = ("not", "with", "to", "that", "of", "about")
"""After `careful`, which then says what of."""
JOINTS = (*STOPS, "and", "then", "but")
"""Words that join what is said, and say nothing of their own."""
WORDS = words_in(_KIND) | words_in(_VERY)


class Word(str):
    """A word with what was said beside it of how to do it."""

    __slots__ = ("manners",)

    manners: tuple[Manner, ...]

    def __new__(cls, word: str, manners: tuple[Manner, ...] = ()) -> Word:
        made = super().__new__(cls, word)
        made.manners = manners
        return made


def manners_of(words: Sequence[str]) -> tuple[Manner, ...]:
    """What was said beside some words of how to do it, in order, each once."""
    return tuple(dict.fromkeys(m for w in words if isinstance(w, Word) for m in w.manners))


def marked(words: Sequence[str]) -> list[str]:
    """The words without those that only say how; what those say is kept by the word before them, or else by the one after."""
    kept: list[str] = []
    pending: tuple[Manner, ...] = ()
    at = 0
    while at < len(words):
        manner, end, ordered = _manner(words, at)
        if manner is None:
            word = words[at]
            if word not in JOINTS and pending:
                word, pending = Word(word, (*manners_of([word]), *pending)), ()
            kept.append(word)
            at += 1
            continue
        pending = (*pending, manner)
        while ordered and kept and kept[-1] in JOINTS and kept[-1] not in (".", ";"):
            kept.pop()
        goes_on = end < len(words) and words[end] not in STOPS
        if kept and (kept[-1] not in JOINTS or not goes_on or ordered):
            pending = _kept_before(kept, pending)
        elif not kept:
            while end < len(words) and words[end] in JOINTS:
                end += 1
        at = end
    if pending:
        _kept_before(kept, pending)
    return tidy(kept)


def _kept_before(kept: list[str], manners: tuple[Manner, ...]) -> tuple[Manner, ...]:
    """Gives the manners to the last word that is no joint; those that found none."""
    for i in range(len(kept) - 1, -1, -1):
        if kept[i] not in JOINTS:
            kept[i] = Word(kept[i], (*manners_of([kept[i]]), *manners))
            return ()
    return manners


def _manner(words: Sequence[str], at: int) -> tuple[Manner | None, int, bool]:
    """What is said here of how to do it, where that ends, and whether it is a request of its own."""
    starts = [at, *(at + len(v.split()) for v in _VERY if list(words[at : at + len(v.split())]) == v.split())]
    for start in starts:
        for phrase, manner in _BY_FIRST.get(words[start], ()) if start < len(words) else ():
            end = start + len(phrase)
            if tuple(words[start:end]) == phrase and (start == at or phrase not in _ORDERED):
                if phrase in _ORDERED and phrase[0] in _DOING and end < len(words) and words[end] not in JOINTS:
                    continue  # `put it gently on the plate` says where, too
                if end < len(words) and words[end] in _GOES_ON and phrase[-1] in ("careful", "gentle", "care", "cautious"):
                    continue
                return manner, end, phrase in _ORDERED
    return None, at, False
