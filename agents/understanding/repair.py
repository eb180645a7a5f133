"""Self-repair: what was said and taken back at once, as versions of what is meant: `the red, no, the blue block`, `sorry, I mean …`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.clause import Branch, Clause, Loop
from heedful.agents.understanding.control import Control, Row
from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.normalise import STOPS, tidy
from heedful.agents.understanding.phrases import ONE, Phrases
from heedful.agents.understanding.tables import ends
from heedful.agents.understanding.vocabulary import Vocabulary
from heedful.program import Ref

_NO = "no|nope|nah"
CANCEL = ways("scratch|strike|forget|cancel|undo|ignore that|it|this", "never mind [that]", "let me start over|again",
"let me rephrase [that]",
              "on second thought|thoughts", "i changed my mind", "i have changed my mind", "wait scratch that", "no scratch that",
              "no forget that|it")  # fmt: skip
"""What takes back all that was said before it."""
MARKS = (
    *CANCEL,
    *ways(f"[wait|sorry|oh|well|actually|or] {_NO} [wait|sorry|actually|not_that|not_that_one|i_mean|i_meant|make_that|make_it|rather|"
    f"hang_on]",
    "i mean|meant", "sorry i mean|meant", "or rather", "or i mean", "make that|it", "actually", "actually make that|it", "correction",
    "sorry", "oops", "my mistake|bad", "i meant to say", "i should say", "that is to say", "or better|actually", "no i mean|meant",
    "pardon",
    "excuse me", "wait actually", "or better yet", "better", "rather", "or actually"),
)  # fmt: skip
"""Between what was said and what is said in its place."""
REJECTED = ("not", "rather than", "instead of", "as opposed to", "in place of")
"""Before what is not meant."""
_BE = ("is", "are", "s", "was", "were")
"""Before `not` where it says what something is like: `any mug that is not black`."""
TURNED = frozenset({"on", "off", "open", "closed", "shut", "up", "down", "left", "right"})
"""Words for states and sides that are taken back for one another."""
PERHAPS = ways("wait", "hold on", "hang on", "well", "hmm", "or")
"""The same, where nothing else makes sense of the words."""
BEFORE = ways("the", "a", "an", "not", "in", "on", "into", "onto", "to", "put", "this", "that", "from", "next", "left", "right",
"behind", "beside", "under",
              "i", "wait", "sorry", "make", "both", "all", "take", "move", "open", "close", "place", "pick", "give", "with", "only",
              "just")  # fmt: skip
"""After `no` where it takes something back: `no block` is none."""
WORDS = words_in((*MARKS, *PERHAPS))


class Repair:
    """What was said in place of something else, in versions of which the first that makes sense is meant."""

    def __init__(self, control: Control) -> None:
        self.control = control

    def versions(self, words: list[str]) -> Iterator[list[Row]]:
        """Readings of each version, the likeliest first; of the words as they stand where nothing was taken back."""
        marks, sure = self._marks(words, MARKS), True
        if not marks:
            if rows := self._rows(words):
                yield rows
            for plain in self._uncontrasted(words):
                yield self._rows(plain)
            marks = self._marks(words, PERHAPS)
            sure = False
        for start, end in reversed(marks):
            left, right = _bare(words[:start]), _bare(words[end:])
            if not left:
                yield from self.versions(right)
            elif not right:
                if " ".join(words[start:end]) in CANCEL:
                    yield [_refused(row, len(row)) for row in self._rows(left)]
                yield self._rows(left)
            else:
                yield from self._mended(left, right, " ".join(words[start:end]) in CANCEL, sure)

    def _rows(self, words: Sequence[str]) -> list[Row]:
        return [s.clauses for s in self.control.readings(words)]

    def _marks(self, words: list[str], phrases: tuple[str, ...]) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for at in range(len(words)):
            for end in ends(words, at, phrases)[:1]:
                before, after = words[at - 1] if at else ".", words[end] if end < len(words) else "."
                alone = end == at + 1 and words[at] in ("no", "nope", "nah", "rather", "better", "make", "wait", "or")
                if words[end - 1] == "rather" and after == "than":
                    continue
                if alone and not (after in STOPS or after in BEFORE or (before in STOPS and words[at] not in ("no", "or"))):
                    continue
                if words[at:end] == ["wait"] and before in STOPS and words[end : end + 2] in ([",", "then"], [",", "and"]):
                    continue  # to wait is one of the things to do
                if found and at < found[-1][1]:
                    continue
                start = at
                while start > 1 and words[start - 1] in STOPS and words[start - 2] in ("wait", "hmm", "well", "oh", "no", "sorry", "oops"):
                    start -= 2
                found.append((start, end))
        return found

    def _mended(self, left: list[str], right: list[str], everything: bool, sure: bool) -> Iterator[list[Row]]:
        """What was said before with what came in its place.

        Args:
          sure: Whether something was taken back for sure; else nothing that makes no sense is dropped.
        """
        lefts = self._rows(left)
        anew = [r for r in self._rows(right)] if sure or lefts else []
        verbal = [r for r in anew if isinstance(r[0][1], Clause) and not r[0][1].elided and r[0][1].wants and not r[0][1].told]
        verbal += [r for r in anew if isinstance(r[0][1], (Branch, Loop))]
        if lefts and all(isinstance(r[0][1], Clause) and r[0][1].elided for r in lefts):  # `lemon on the tray, no, banana on the tray`
            verbal += [r for r in anew if isinstance(c := r[0][1], Clause) and c.elided and c.themes and any(w.place for w in c.wants)]
        if everything or verbal:
            found = [
                (*_refused(row, len(row) if everything else 1), *then) for row in lefts[:4] for then in (anew if everything else verbal)
            ]
            yield found or (anew if everything else verbal)
        for version in self._replaced(left, right):
            yield self._rows(version)
        if anew:
            yield [(*_refused(row, 1), *then) for row in lefts[:4] for then in anew] or anew

    def _replaced(self, left: list[str], right: list[str]) -> Iterator[list[str]]:
        """The words before with those after in the place of the like: a thing for a thing, a place for a place, a number for a number."""
        mine, theirs = Phrases(right, self.control.vocabulary), Phrases(left, self.control.vocabulary)
        ranked: list[tuple[tuple[float, ...], list[str]]] = []
        for ref, end in mine.noun(0):
            for at in range(len(left)):
                for old, stop in theirs.noun(at):
                    if (old.where and stop < len(left)) or _inside(left, at, stop, right, end, self.control.vocabulary):
                        continue
                    if ref.category == ONE and ref.color and ref.color == old.color:
                        continue  # what was said before was not meant
                    kind = old.category == ref.category or ONE in (old.category, ref.category)
                    color = bool(old.color) == bool(ref.color)
                    tail = left[stop:] if end == len(right) else right[end + 1 :] if right[end] == "," else right[end:]
                    said = right[:end]
                    if said[-1] in ("one", "ones") and ref.category == ONE and old.category not in ("", ONE) and not old.where:
                        said = [*said[:-1], left[stop - 1]]
                    if end == 1 and old.color and old.category not in ("", ONE) and right[0] in self.control.vocabulary.colors:
                        said = [right[0] if w in self.control.vocabulary.colors else w for w in left[at:stop]]
                    if kind or not old.where:
                        ranked.append(
                            (
                                (
                                    not kind,
                                    bool(old.where) and old.category != ref.category,
                                    _takes(old) != _takes(ref) and ref.category != ONE,
                                    not color,
                                    old.category != ref.category,
                                    -at,
                                    -(end + stop),
                                ),
                                [*left[:at], *said, *tail],
                            )
                        )
        yield from (words for _, words in sorted(ranked, key=lambda r: r[0])[:8])
        for at in range(len(left) - 1, 0, -1):
            if self._alike(left, at, right):
                yield [*left[:at], *right]

    def _alike(self, left: list[str], at: int, right: list[str]) -> bool:
        """Whether a word begins what the other words could stand for: both begin a place, or a number."""
        prepositions = {p[0] for p in self.control.vocabulary.prepositions} | {"to", "at", "from"}
        numeric = [w.replace(".", "", 1).isdigit() for w in (left[at], right[0])]
        if left[at] in TURNED and right[0] in TURNED:
            return True
        return (left[at] in prepositions and right[0] in prepositions) or all(numeric) or (left[at] == right[0] and at > 0)

    def _uncontrasted(self, words: list[str]) -> Iterator[list[str]]:
        """Without what is only told apart from what is meant: `the blue block, not the red one, in the bowl`, `not the red but the "
        "blue one`."""
        phrases = Phrases(words, self.control.vocabulary)
        for at in range(len(words)):
            for first in ends(words, at, REJECTED) if not at or words[at - 1] not in _BE else ():
                start = at - 1 if at and words[at - 1] in (",", "and", "but") else at
                for _, end in phrases.noun(first):
                    after = end + 1 if end < len(words) and words[end] in (",", "but") else end
                    if end < len(words) or at:
                        yield tidy([*words[:start], *words[after:]])


def _inside(left: list[str], at: int, stop: int, right: list[str], end: int, vocabulary: Vocabulary) -> bool:
    """Whether words are taken out of the middle of how a thing is called."""
    begun = left[at - 1 : at] != [] and left[at - 1] in lexicon.DETERMINERS and right[0] in lexicon.DETERMINERS
    cut = any(w in ("one", "ones") or (w,) in vocabulary.nouns for w in (*left[stop : stop + 1], *right[end : end + 1]))
    return begun or cut


def _takes(ref: Ref) -> bool:
    """Whether it is a place by its kind."""
    return ref.category in ("plate", "tray", "table") or (
        bool(ref.category) and lexicon.is_a(ref.category, "container") and ref.category != "mug"
    )


def _bare(words: list[str]) -> list[str]:
    kept = tidy(words)
    while kept and kept[-1] in ("and", "but", *STOPS):
        kept.pop()
    while kept and kept[0] in ("and", "but", "then", *STOPS):
        kept.pop(0)
    return kept


def _refused(row: Row, last: int) -> Row:
    """The readings with the last clauses taken back."""
    kept = len(row) - last
    return (*row[:kept], *((joint, replace(c, refused=True)) for joint, c in row[kept:] if isinstance(c, Clause)))
