"""Constructions: ways to say something in short, with slots, and where in a sentence they stand.

`<keep> away|clear from|of {np}` is any of those words in a row with a thing at the end; `[now]` may be left out; `_` joins words of one
alternative; `<keep>` stands for a class of words (`CLASSES`). Hesitations and amounts may stand between any two parts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.corrections.magnitudes import WORDS, Amount, amounts
from heedful.agents.corrections.noun_phrases import Things
from heedful.agents.corrections.things import Meant, the_one
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.tables import Table

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that was said: a correction by its kind and effect, or a mark that bears on its neighbours.

    Marks are `amount`, `frame`, `more`, `no`, `repair`, `lasting`, `aside`, `yes`: see `combining` and `measuring`.
    """

    kind: str
    effect: dict[str, Any] = field(default_factory=dict)
    ask: bool = False
    candidates: tuple[Any, ...] = ()
    weak: bool = False
    """Said by so little that it counts only where nothing around it is left over."""


@dataclass(frozen=True, slots=True)
class Match:
    """Where a construction fits, with what fills its slots."""

    words: Sequence[str]
    start: int
    end: int
    slots: dict[str, Any]
    dialogue: Dialogue
    amount: Amount | None = None
    """Said somewhere within it."""

    def __getitem__(self, slot: str) -> Any:
        return self.slots[slot]

    def get(self, slot: str) -> Any:
        return self.slots.get(slot)

    @property
    def said(self) -> str:
        return " ".join(self.words[self.start : self.end])

    @property
    def thing(self) -> Meant | None:
        """What fills the slot for a thing."""
        return self.slots.get("np")

    @property
    def known(self) -> Meant | None:
        """The same, and of several the one that is spoken of already."""
        thing = self.thing
        return None if thing is None else the_one(self.dialogue, thing)


Made = Part | list[Part] | None
Maker = Callable[[Match], Made]
"""From where a construction fits to what it means; None where it means nothing here."""
Slot = Callable[["Reader", int], list[tuple[Any, int]]]


class Slots(dict[str, Slot]):
    """Kinds of slots; each is named once, for all grammars share them."""

    def __setitem__(self, kind: str, slot: Slot) -> None:
        if kind in self:
            raise ValueError(f"there is a kind of slot {kind!r} already; give this one another name")
        super().__setitem__(kind, slot)


SLOTS = Slots()
"""Slot -> what may fill it at a place of the sentence, and where that ends; kinds of corrections add theirs."""
CLASSES: dict[str, str] = {}
"""Class of words -> its alternatives, as they stand in a construction."""


@dataclass(frozen=True, slots=True)
class _Element:
    optional: bool
    rows: dict[str, tuple[Row, ...]]
    """First word -> the alternatives that begin with it, the longest first."""
    slots: tuple[tuple[str, str], ...]
    """Kind of slot, and the name under which its value is kept."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A construction and what it means."""

    elements: tuple[_Element, ...]
    make: Maker
    cost: float
    text: str
    firsts: frozenset[str] | None
    """Words that it begins with; None if a slot may begin it."""
    needs: tuple[frozenset[str], ...] = ()
    """Of each of these some word has to stand in the sentence."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A construction found in a sentence."""

    start: int
    end: int
    parts: tuple[Part, ...]
    cost: float
    rule: Rule


class Grammar:
    """Constructions, found by the words they begin with.

    Args:
      classes: Its classes of words; those of corrections unless given.
      base: A grammar whose constructions it has too.
    """

    def __init__(self, classes: dict[str, str] | None = None, base: Grammar | None = None) -> None:
        self.classes = CLASSES if classes is None else classes
        self.base = base
        self.rules: list[Rule] = []
        self._by_first: dict[str, list[Rule]] = {}
        self._open: list[Rule] = []

    def add(self, make: Maker, patterns: str, cost: float = 0.5) -> None:
        """Constructions that mean the same.

        Args:
          make: From where it fits to what it means; None where it means nothing here.
          patterns: One a line.
          cost: Against others that cover the same words; the least wins.
        """
        for pattern in filter(None, map(str.strip, patterns.splitlines())):
            elements = tuple(_element(word) for word in _split(pattern, self.classes))
            rule = Rule(elements, make, cost, pattern, _firsts(elements), _needs(elements))
            self.rules.append(rule)
            if rule.firsts is None:
                self._open.append(rule)
            else:
                for word in rule.firsts:
                    self._by_first.setdefault(word, []).append(rule)

    def starting(self, word: str) -> Iterator[Rule]:
        if self.base is not None:
            yield from self.base.starting(word)
        yield from self._by_first.get(word, ())
        yield from self._open

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that stands in a construction, once all of them are added."""
        own = frozenset(w for r in self.rules for e in r.elements for rows in e.rows.values() for row in rows for w in row)
        return own if self.base is None else own | self.base.words


_NESTED = 2
"""How deep a class of words may stand in another."""


def _split(pattern: str, classes: dict[str, str]) -> list[str]:
    for _ in range(_NESTED):
        for name, words in classes.items():
            pattern = pattern.replace(f"<{name}>", words)
    if "<" in pattern:
        raise ValueError(f"the construction {pattern!r} names a class of words that there is not")
    return re.sub(r"\|\s+", "|", pattern).split()


def _element(word: str) -> _Element:
    optional = word.startswith("[") and word.endswith("]")
    rows: list[Row] = []
    slots: list[tuple[str, str]] = []
    for part in (word[1:-1] if optional else word).split("|"):
        if part.startswith("{"):
            kind, _, name = part[1:-1].partition(":")
            slots.append((kind, name or kind))
        else:
            rows.append(tuple(part.split("_")))
    if optional:  # an amount is kept wherever it stands between two parts
        rows = [r for r in rows if not WORDS.at(list(r), 0) or r == ("some",)]
    by_first: dict[str, tuple[Row, ...]] = {}
    for row in sorted(rows, key=len, reverse=True):
        by_first[row[0]] = (*by_first.get(row[0], ()), row)
    return _Element(optional, by_first, tuple(slots))


def _needs(elements: Sequence[_Element]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(e.rows) for e in elements if not e.optional and not e.slots)


def _firsts(elements: Sequence[_Element]) -> frozenset[str] | None:
    found: set[str] = set()
    for element in elements:
        if element.slots:
            return None
        found |= element.rows.keys()
        if not element.optional:
            break
    return frozenset(found)


IDLE: Table[bool] = Table(dict.fromkeys(ways(
    "um|uh|er|erm|ehm|hm|hmm|ah|oh|eh|like|you_know|sort_of|kind_of|actually|maybe|perhaps|please|just|kindly|simply|now|really",
    "if_you_can|if_you_could|if_possible|ok|well|so|robot|mate|buddy|man|dude|sorry|yeah|also|still|here|right_now|for_me|already|okay",
    "i think|guess|suppose|believe|said|say", "a bit of", "thanks", "thank you", "very", "quite", "rather", "somewhat", "if you don t mind",
    "do you think", "could you", "can you",
), True))  # fmt: skip
"""What may stand between the parts of a construction without changing it."""


class Reader:
    """One sentence: its words, its noun phrases, and the constructions that stand in it."""

    def __init__(self, words: Sequence[str], dialogue: Dialogue, grammar: Grammar) -> None:
        self.words = list(words)
        self.dialogue = dialogue
        self.grammar = grammar
        self.things = Things(self.words, dialogue)
        self._said = frozenset(self.words)
        self._last = {word: i for i, word in enumerate(self.words)}
        self._until: dict[int, int] = {}
        self._filled: dict[tuple[str, int], list[tuple[Any, int]]] = {}
        self._between: dict[int, list[tuple[int, Amount | None]]] = {}

    def slot(self, kind: str, at: int) -> list[tuple[Any, int]]:
        key = (kind, at)
        if key not in self._filled:
            self._filled[key] = SLOTS[kind](self, at) if at < len(self.words) else []
        return self._filled[key]

    def chunks(self, at: int) -> list[Chunk]:
        """Every construction that begins here."""
        found: list[Chunk] = []
        for rule in self.grammar.starting(self.words[at]):
            if self._latest(rule) < at:
                continue
            for end, slots, amount in self._matches(rule.elements, 0, at, True):
                if end == at or self.words[end - 1 : end + 1] == ["next", "to"]:  # which is one relation, and is not cut in two
                    continue
                match = Match(self.words, at, end, slots, self.dialogue, amount)
                made = rule.make(match)
                if made is not None:
                    parts = tuple(made) if isinstance(made, list) else (made,)
                    found.append(Chunk(at, end, parts, rule.cost, rule))
        return found

    def _latest(self, rule: Rule) -> int:
        """The last place where a construction may begin, by the words that it needs; -1 where one of them is nowhere."""
        known = self._until.get(id(rule))
        if known is None:
            known = len(self.words)
            for need in rule.needs:
                if self._said.isdisjoint(need):
                    known = -1
                    break
                known = min(known, max(self._last[word] for word in self._said & need))
            self._until[id(rule)] = known
        return known

    def _matches(self, elements: Sequence[_Element], i: int, at: int, first: bool) -> Iterable[tuple[int, dict[str, Any], Amount | None]]:
        if i == len(elements):
            yield at, {}, None
            return
        element = elements[i]
        for start, between in ((at, None),) if first else self._gaps(at):
            for end, name, value in self._fills(element, start):
                for stop, slots, amount in self._matches(elements, i + 1, end, False):
                    if name:
                        slots = {name: value, **slots}
                    yield stop, slots, amount or between
        if element.optional:
            yield from self._matches(elements, i + 1, at, first)

    def _gaps(self, at: int) -> list[tuple[int, Amount | None]]:
        """Places where the next part may stand: here, after a hesitation, after an amount."""
        if at in self._between:
            return self._between[at]
        found: list[tuple[int, Amount | None]] = [(at, None)]
        if at < len(self.words):
            for _, end in IDLE.at(self.words, at):
                found.append((end, None))
                found += [(stop, None) for _, stop in IDLE.at(self.words, end)]
                found += [(stop, amount) for amount, stop in self.slot("amt", end)]
            found += [(end, amount) for amount, end in self.slot("amt", at)]
        self._between[at] = found
        return found

    def _fills(self, element: _Element, at: int) -> Iterable[tuple[int, str, Any]]:
        if at >= len(self.words):
            return
        for row in element.rows.get(self.words[at], ()):
            if len(row) == 1 or tuple(self.words[at : at + len(row)]) == row:
                yield at + len(row), "", None
        for kind, name in element.slots:
            for value, end in self.slot(kind, at):
                yield end, name, value


def things_slot(reader: Reader, at: int) -> list[tuple[Any, int]]:
    return list(reader.things.at(at))


SLOTS["np"] = things_slot
SLOTS["amt"] = lambda reader, at: list(amounts(reader.words, at))
