"""Reading what holds clauses together: conditions, repetition and their alternatives, each over sentences of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.clause import Branch, Clause, Item, Joint, Loop, Sentence, Whether
from heedful.agents.understanding.clauses import KEPT, Clauses
from heedful.agents.understanding.conditions import whether
from heedful.agents.understanding.connectives import (
    CHECK,
    ELSE,
    HAVING,
    IF,
    IF_OR_UNLESS,
    IF_SO,
    KEEP,
    MARKS,
    ONCE,
    UNLESS,
    UNTIL,
    USE,
    WHILE,
)
from heedful.agents.understanding.lexicon import SINGLE
from heedful.agents.understanding.manner import JOINTS
from heedful.agents.understanding.normalise import STOPS, tidy
from heedful.agents.understanding.participles import GERUNDS, PARTICIPLES
from heedful.agents.understanding.tables import ends
from heedful.agents.understanding.verbs import FIRST
from heedful.agents.understanding.vocabulary import Vocabulary

Row = tuple[tuple[Joint, Item], ...]
AS_LONG = tuple(w for w in WHILE if "as" in w.split())


class Control:
    """All readings of what was said as sentences over clauses, conditions and repetitions."""

    def __init__(self, vocabulary: Vocabulary, skills: Mapping[str, str] | None = None) -> None:
        self.vocabulary = vocabulary
        self.skills = skills or {}
        self.furthest = 0
        """End of the longest stretch from the beginning that made sense."""
        self._known: dict[tuple[str, ...], list[Row]] = {}

    def readings(self, words: Sequence[str]) -> list[Sentence]:
        """Readings that account for every word, the best first."""
        return [Sentence(row) for row in self._rows(words)]

    def _rows(self, words: Sequence[str]) -> list[Row]:
        words = _trimmed(words)
        key = tuple(words)
        if key not in self._known:
            self._known[key] = []
            self._known[key] = self._read(words)[:KEPT] if words else []
        return self._known[key]

    def _read(self, words: list[str]) -> list[Row]:
        plain: list[Row] = list(self._inverted(words)) if words[0] == "should" else []
        if plain:
            return plain
        if not {"if", "unless", "otherwise"} & {*words}:
            parser = Clauses(words, self.vocabulary, self.skills)
            plain = [s.clauses for s in parser.readings()]
            self.furthest = max(self.furthest, parser.furthest)
        asks = words[0] in ("is", "are") and "." in words
        if plain and "when" in words and (timed := self._sentences(words) or self._controlled(words)):
            return timed  # `close it when the drawer is open` is no remark that the drawer is open
        if plain or not (asks or MARKS & {*words}):
            return plain
        return self._sentences(words) or self._controlled(words)

    def _sentences(self, words: list[str]) -> list[Row]:
        """One sentence after the other, where there are several: `if not` may begin one, `if so` too."""
        stops = [i for i, w in enumerate(words) if w in (".", ";")]
        if not stops:
            return []
        parts = [words[a + 1 : b] for a, b in zip([-1, *stops], [*stops, len(words)], strict=True)]
        rows: list[Row] = [()]
        for n, part in enumerate(parts):
            further = [r for row in rows for r in self._continued(row, part)]
            if not further:
                rest = self._rows([w for p in parts[n:] for w in (*p, ".")]) if n else []
                return [(*row, *_then(r)) for row in rows for r in rest][:KEPT]
            rows = further[:KEPT]
        return rows

    def _continued(self, row: Row, words: list[str]) -> Iterable[Row]:
        """What was said so far and one more sentence."""
        last = row[-1][1] if row else None
        if isinstance(last, Branch) and last.otherwise is None:
            for end in ends(words, 0, ELSE):
                for body in self._rows(words[end:]):
                    yield (*row[:-1], (row[-1][0], replace(last, otherwise=Sentence(body))))
            if last.then == Sentence(()):
                for end in ends(words, 0, IF_SO):
                    for then, otherwise in self._either(words[end:]):
                        yield (*row[:-1], (row[-1][0], replace(last, then=then, otherwise=otherwise)))
        for condition in self._asked(words):
            yield (*row, ("then", Branch(condition, Sentence(()))))
        for more in self._rows(words):
            yield (*row, *_then(more))

    def _asked(self, words: list[str]) -> list[Whether]:
        """What is asked or checked: `is the drawer open`, `check whether there is a mug`."""
        found: list[Whether] = []
        for end in ends(words, 0, CHECK):
            rest = words[end:]
            tries = [rest] if words[end - 1] in ("if", "whether") else []
            if words[0] in ("is", "are"):
                be = words[0]
                tries += [[*words[1:i], be, *words[i:]] for i in range(2, len(words))]
                tries += [["there", be, *words[2:]]] if words[1:2] == ["there"] else []
            for said in tries:
                parser = self._parser(said)
                found += [c for c, e in whether(parser, 0) if e == len(said)]
        return found

    def _controlled(self, words: list[str]) -> list[Row]:
        ways_ = [
            *self._checked(words),
            *self._several(words),
            *self._if_first(words),
            *self._if_last(words),
            *self._until(words),
            *self._as_long(words),
            *self._while(words),
            *self._once(words),
            *self._before(words),
        ]
        return list(dict.fromkeys(ways_))

    def _checked(self, words: list[str]) -> Iterable[Row]:
        """`check if the drawer is open and if so close it`."""
        if words[0] not in ("check", "see", "look", "is", "are", "test", "verify", "have", "take", "find", "determine"):
            return
        for at in range(2, len(words)):
            for end in ends(words, at, IF_SO):
                for condition in self._asked(_trimmed(words[:at])):
                    for then, otherwise in self._either(words[end:]):
                        yield (("and", Branch(condition, then, otherwise)),)

    def _if_first(self, words: list[str]) -> Iterable[Row]:
        """`if the drawer is closed open it and put the can inside, otherwise leave it`."""
        for sign, table in ((True, IF), (False, UNLESS)):
            begun = [s + 1 if words[s : s + 1] == [","] else s for s in (0, *ends(words, 0, FIRST))]
            for start in (e for s in begun for e in ends(words, s, table)):
                if sign and words[start : start + 1] == ["not"]:
                    continue
                rest = words[start:]
                for condition, end in whether(self._parser(rest), 0):
                    for body in {end, *ends(rest, end, (", then", "then", ",", ", and", "do"))}:
                        for then, otherwise in self._either(rest[body:]):
                            yield (("and", Branch(condition, then, otherwise, sign)),)

    def _either(self, words: list[str]) -> Iterable[tuple[Sentence, Sentence | None]]:
        """What is done if so, and what if not."""
        whole = True
        for at in range(1, len(words)):
            for end in ends(words, at, ELSE):
                if words[at] == "or" and words[end - 1] == "or" and end == at + 1:
                    continue
                for then in self._rows(words[:at])[:4]:
                    for otherwise in self._alternative(words[end:]):
                        whole = False
                        yield Sentence(then), Sentence(otherwise)
        if whole:
            for then in self._rows(words)[:6]:
                yield Sentence(then), None

    def _alternative(self, words: list[str]) -> list[Row]:
        """What is done otherwise, if need be without its verb: `otherwise on the tray`, `otherwise use the bin`, `else the tray`."""
        words = _trimmed(words)
        place = next((words[end:] for end in ends(words, 0, USE)), words)
        named = any(stop >= len(place) for r, stop in self._parser(place).noun(0) if r.words not in lexicon.PRONOUNS)
        bare = self._rows(["put", "it", "to", *place]) if named else []
        return (bare if place != words else self._rows(words) or self._rows(["put", "it", *words]) or bare)[:4]

    def _if_last(self, words: list[str]) -> Iterable[Row]:
        """`turn on the lamp if it is off`, `put it in the drawer unless it is closed, otherwise on the tray`."""
        for at in range(1, len(words)):
            if words[at - 1] == "stop":
                continue  # `stop when it is full` tells until when
            for sign, table in ((True, IF), (False, UNLESS)):
                for start in ends(words, at, table):
                    rest = words[start:]
                    left = [w for w in words[:at]]
                    for condition, end in whether(self._parser(rest), 0):
                        for row in self._rows(left)[:6]:
                            before, (joint, last) = row[:-1], row[-1]
                            if _taken(before, last):
                                before, last = before[:-1], last
                                then = Sentence((("and", row[-2][1]), (joint, last)))
                                joint = row[-2][0]
                            else:
                                then = Sentence((("and", last),))
                            for otherwise, more in self._after(rest[end:]):
                                yield (*before, (joint, Branch(condition, then, otherwise, sign, last=True)), *more)

    def _after(self, words: list[str]) -> Iterable[tuple[Sentence | None, Row]]:
        """What follows a condition that came last: nothing, an alternative, more to do."""
        words = _trimmed(words, start=False)
        if not words:
            yield None, ()
            return
        start = 1 if words[0] in STOPS else 0
        for end in ends(words, start, ELSE):
            for row in self._alternative(words[end:]):
                yield Sentence(row), ()
        if words[0] in JOINTS:
            joint: Joint = "then" if "then" in words[:3] else "and"
            for row in self._rows(words)[:4]:
                yield None, ((joint, row[0][1]), *row[1:])

    def _until(self, words: list[str]) -> Iterable[Row]:
        """`keep taking blocks out of the bowl until it is empty, then close the drawer`."""
        for at in range(len(words)):
            for start in ends(words, at, UNTIL):
                rest = words[start:]
                for condition, end in whether(self._parser(rest), 0):
                    if at == 0:
                        for body in {end, *ends(rest, end, (",", "then", ", then"))}:
                            for row in self._kept(rest[body:])[:6]:
                                yield (("and", Loop(condition, Sentence(row))),)
                        continue
                    for row in self._kept(words[:at])[:6]:
                        many = 2 if len(row) > 1 and _taken(row[:-1], row[-1][1]) else 1
                        again = Sentence((("and", row[-many][1]), *row[len(row) - many + 1 :]))
                        for otherwise, more in self._after(rest[end:]):
                            if otherwise is None:
                                yield (*row[:-many], (row[-many][0], Loop(condition, again, last=True)), *_then(more))

    def _while(self, words: list[str]) -> Iterable[Row]:
        """`while there are blocks on the table, put them in the bin`; `put the mug on it as long as it is upright` is no more than a
        condition."""
        for at in range(len(words)):
            for start in ends(words, at, WHILE):
                rest = words[start:]
                for condition, end in whether(self._parser(rest), 0):
                    if at == 0:
                        for body in {end, *ends(rest, end, (",", "then", ", then"))}:
                            for row in self._kept(rest[body:])[:6]:
                                if "as" in words[:start] and _at_one_go(row, rest[body:], condition):
                                    yield (("and", Branch(condition, Sentence(row), None)),)
                                else:
                                    yield (("and", Loop(condition, Sentence(row), False)),)
                    elif not _trimmed(rest[end:]):
                        for row in self._kept(words[:at])[:6]:
                            again = Sentence((("and", row[-1][1]),))
                            if "as" in words[at:start] and _at_one_go(row[-1:], words[:at], condition):
                                yield (*row[:-1], (row[-1][0], Branch(condition, again, None, last=True)))
                            else:
                                yield (*row[:-1], (row[-1][0], Loop(condition, again, False, last=True)))

    def _as_long(self, words: list[str]) -> Iterable[Row]:
        """`as long as the drawer is open put the mug inside, otherwise on the tray`: with an alternative it is no more than a condition."""
        for at, start in [(n, e) for n in range(len(words)) for e in ends(words, n, AS_LONG)]:
            rest = words[start:]
            for condition, end in whether(self._parser(rest), 0):
                for row in self._rows(words[:at])[:6] if at else ():
                    then = Sentence((("and", row[-1][1]),))
                    alternatives = [o for o, _ in self._after(rest[end:]) if o is not None]
                    yield from ((*row[:-1], (row[-1][0], Branch(condition, then, o, last=True))) for o in alternatives)
                if at:
                    continue
                for body in {end, *ends(rest, end, (",", "then", ", then"))}:
                    for then, otherwise in self._either(rest[body:]):
                        if otherwise is not None:
                            yield (("and", Branch(condition, then, otherwise)),)

    def _kept(self, words: list[str]) -> list[Row]:
        """What is done again and again, without `keep`."""
        kept: list[str] = []
        at = 0
        while at < len(words):
            begun = ends(words, at, KEEP) if not kept or kept[-1] in JOINTS else []
            doing = [
                e
                for e in begun
                if e < len(words)
                and (words[e] in GERUNDS or words[e - 1] == "to" or words[e - 1] in ("repeatedly", "always", "one", "time"))
            ]
            at = doing[0] if doing else at
            kept.append(GERUNDS.get(words[at], words[at]) if doing else words[at])
            at += 1
        return self._rows(kept)

    def _once(self, words: list[str]) -> Iterable[Row]:
        """`once the drawer is open, put the can in`, `close the drawer once the can is inside`, `after you have opened it …`."""
        for at in range(len(words)):
            for start in ends(words, at, ONCE):
                rest = words[start:]
                for row, end in self._done(rest):
                    if at == 0:
                        for body in {end, *ends(rest, end, (",", "then", ", then"))}:
                            for more in self._rows(rest[body:])[:6]:
                                yield (*row, *_then(more))
                    elif end == len(rest):
                        for before in self._rows(words[:at])[:6]:
                            first = [(j, replace(c, early=True) if isinstance(c, Clause) else c) for j, c in row]
                            yield (*before, *first)

    def _before(self, words: list[str]) -> Iterable[Row]:
        """`before you put the can in the drawer, open it`."""
        for start in ends(words, 0, ("before", "prior to")):
            rest = words[start:]
            head = GERUNDS.get(rest[0], rest[0]) if rest else ""
            parser = self._parser([head, *rest[1:]])
            for clause, end in parser.clause(0) if rest else ():
                for body in {end, *ends(rest, end, (",", "then", ", then", ", first", "first"))}:
                    for row in self._rows(rest[body:])[:6]:
                        if clause.wants and isinstance(row[0][1], Clause):
                            yield (("and", clause), *((j, replace(c, early=True) if isinstance(c, Clause) else c) for j, c in row))

    def _several(self, words: list[str]) -> Iterable[Row]:
        """`if the door is open close it and if the drawer is closed open it`."""
        for at in range(1, len(words) - 1):
            if words[at] in JOINTS and ends(words, at + 1, IF_OR_UNLESS) and words[at - 1] not in JOINTS:
                for first in self._rows(words[:at])[:4]:
                    if isinstance(first[-1][1], Branch):
                        for second in self._rows(words[at + 1 :])[:4]:
                            yield (*first, *_then(second))

    def _inverted(self, words: list[str]) -> Iterable[Row]:
        """`should the drawer be closed, open it`."""
        if "be" in words:
            at = words.index("be")
            yield from self._if_first(["if", *words[1:at], "is", *words[at + 1 :]])

    def _done(self, words: list[str]) -> list[tuple[Row, int]]:
        """What has been done by then, as something to do."""
        found: list[tuple[Row, int]] = []
        for condition, end in whether(self._parser(words), 0):
            if len(condition.facts) == 1 and condition.facts[0].sign and not condition.facts[0].counted and condition.facts[0].wants:
                fact = condition.facts[0]
                found.append(((("and", Clause(fact.themes, fact.wants, elided=True)),), end))
        for start in ends(words, 0, HAVING):
            verb = words[start] if start < len(words) else ""
            head = PARTICIPLES.get(verb) or GERUNDS.get(verb) or verb
            said = [head, *words[start + 1 :]]
            if head:
                parser = self._parser(said)
                found += [(((("and"), c),), start + e) for c, e in parser.clause(0)]
        return found

    def _parser(self, words: list[str]) -> Clauses:
        return Clauses(list(words), self.vocabulary, self.skills)


def _at_one_go(row: Row, words: Sequence[str], condition: Whether) -> bool:
    """Whether something is done once, so that `as long as` only tells whether: neither held, nor done to one thing after another of
    those that it is asked of."""
    clauses = [c for _, c in row]
    if any(ends(words, at, KEEP) for at in range(len(words))) or not all(isinstance(c, Clause) for c in clauses):
        return False
    held = any("holding" in c.relations or c.kept for c in clauses if isinstance(c, Clause))
    themes = [t for c in clauses if isinstance(c, Clause) for t in c.themes]
    asked = {t.category for f in condition.facts for t in f.themes}
    known = all(
        (t.quantifier in ("the", "all") or t.category not in asked) and bool(t.category or t.color or t.words in SINGLE) for t in themes
    )
    return not held and known


def _taken(before: Row, last: Item) -> bool:
    """Whether the last clause goes on with what the one before took up."""
    if not before or not isinstance(last, Clause) or not isinstance(before[-1][1], Clause):
        return False
    return before[-1][1].relations == {"holding"} and len(last.themes) == 1 and last.themes[0].words in ("it", "them", "that")


def _then(row: Row) -> Row:
    return (("then", row[0][1]), *row[1:]) if row else row


def _trimmed(words: Sequence[str], start: bool = True) -> list[str]:
    """Without separators and joints at the ends."""
    kept = tidy(list(words))
    while kept and kept[-1] in JOINTS:
        kept.pop()
    while start and kept and kept[0] in JOINTS:
        kept.pop(0)
    return kept
