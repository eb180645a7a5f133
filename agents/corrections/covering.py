"""Which constructions a sentence is made of: the row of them that leaves the least unexplained, however the sentence is punctuated."""

from __future__ import annotations

from dataclasses import dataclass

from heedful.agents.corrections.constructions import IDLE, Chunk, Part, Reader
from heedful.agents.corrections.hearing import MARK

JOINTS = frozenset({MARK, "and", "then", "but", "so", "plus", "also", "or"})
SMALL = frozenset({
    "the", "a", "an", "it", "that", "this", "to", "of", "is", "are", "you", "i", "we", "be", "in", "on", "at", "for", "with", "there",
    "here", "your", "my", "me", "do", "will", "would", "s",
    "as", "by", "them", "please", "now", "just", "some", "its", "was", "am", "can", "could", "should", "has", "have", "so", "still",
    "too", "very", "up", "one", "again", "robot", "all", "go", "get",
})  # fmt: skip
TURNING = frozenset(
    {"not", "no", "never", "if", "unless", "until", "without", "except", "nor", "neither", "when", "whenever", "while", "instead", "only"}
)
"""Words that may turn round what is said: left over, they make the rest unsure."""
MEANING = frozenset({"also", "rather", "already"})
"""Words that say nothing within a construction, but something by themselves."""
_REASON = frozenset({"because", "since", "otherwise", "or", "before", "so", "as", "cause", "due"})
_SMALL_COST, _COST, _TURNING_COST, _REASON_COST = 0.6, 1.0, 1.6, 0.15
_INNER = 0.15
"""For a construction that begins in the middle of what is left over."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A part, and where it was said."""

    part: Part
    start: int
    end: int
    segment: int
    """Counted up at every mark and joint between."""
    joined: int = 0
    """Counted up at marks, `and` and `then` only where something new begins."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The best row of constructions."""

    placed: tuple[Placed, ...]
    left_over: float
    """Cost of the words in no construction, beside what is understood."""
    apart: float
    """The same, of clauses of which nothing is understood."""
    said: int
    """Words in constructions that mean something."""
    cost: float
    unexplained: tuple[str, ...] = ()


MARKS = frozenset({"halt_word", "amount", "bare_amount", "frame", "no", "yes", "repair", "aside", "hold_until"})


def cover(reader: Reader) -> Cover:
    """The row of constructions over a sentence that costs least."""
    words = reader.words
    size = len(words)
    best: list[float] = [0.0] + [float("inf")] * size
    back: list[tuple[int, Chunk | None, float]] = [(0, None, 0.0)] * (size + 1)
    reason = _reasons(words)
    for at in range(size):
        here = best[at]
        if here == float("inf"):
            continue
        word = words[at]
        skip = 0.0 if word in JOINTS else _word_cost(word) if not reason[at] else _REASON_COST
        _better(best, back, at + 1, here + skip, at, None, skip)
        for _, end in IDLE.at(words, at):
            if words[at] not in MEANING:
                _better(best, back, end, here + 0.05, at, None, 0.0)
        for chunk in reader.chunks(at):
            extra = _INNER if at and words[at - 1] not in JOINTS and back[at][1] is None and back[at][2] > 0 else 0.0
            _better(best, back, chunk.end, here + chunk.cost + extra - 0.004 * (chunk.end - at), at, chunk, 0.0)
    return _row(words, best, back)


def _better(
    best: list[float], back: list[tuple[int, Chunk | None, float]], end: int, cost: float, at: int, chunk: Chunk | None, left: float
) -> None:
    if cost < best[end] - 1e-9:
        best[end] = cost
        back[end] = (at, chunk, left)


def _word_cost(word: str) -> float:
    return _TURNING_COST if word in TURNING else _SMALL_COST if word in SMALL else _COST


def _reasons(words: list[str]) -> list[bool]:
    """Which words stand in a clause that only gives a reason: `because the baby sleeps`."""
    found, inside = [], False
    for i, word in enumerate(words):
        if word == MARK:
            inside = False
        elif (
            word in _REASON
            and i > 0
            and (word in ("because", "cause", "otherwise", "since") or words[i - 1] == MARK)
            and word not in ("so", "as")
        ) or (word == "so" and words[i + 1 : i + 2] in (["that"], ["it"], ["you"], ["i"], ["we"]) and i > 1):
            inside = True
        found.append(inside)
    return found


def _row(words: list[str], best: list[float], back: list[tuple[int, Chunk | None, float]]) -> Cover:
    steps: list[tuple[int, int, Chunk | None, float]] = []
    at = len(words)
    while at > 0:
        start, chunk, left = back[at]
        steps.append((start, at, chunk, left))
        at = start
    steps.reverse()
    placed: list[Placed] = []
    segment, said, clause = 0, 0, 0
    unexplained: list[str] = []
    left_in: dict[int, float] = {}
    meaning: set[int] = set()
    for start, end, chunk, left in steps:
        if chunk is None:
            clause += words[start] == MARK
            left_in[clause] = left_in.get(clause, 0.0) + left
            segment += words[start] in JOINTS
            unexplained += words[start:end] if left > _REASON_COST else []
            continue
        placed += [Placed(part, start, end, segment) for part in chunk.parts]
        if any(p.kind not in MARKS for p in chunk.parts):
            said += end - start
            meaning.add(clause)
        clause += words[start:end].count(MARK)
    inside = sum(cost for at, cost in left_in.items() if at in meaning)
    return Cover(tuple(placed), inside, sum(left_in.values()) - inside, said, best[-1], tuple(unexplained))
