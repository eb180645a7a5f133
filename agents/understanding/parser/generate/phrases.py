"""Things spoken of: noun phrases with their sketches, and what has been mentioned so far."""

from __future__ import annotations

import random
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.parser.generate import wording
from heedful.agents.understanding.parser.reading import KINDS, NUMBERS, SPOKEN_NUMBERS, Place, named
from heedful.agents.understanding.parser.sketch import CLOSE, IT, THEME_TOKEN


@dataclass(eq=False, slots=True)
class Item:
    """One word of a sentence, or one name; the very object is what sketches point at until its place is known."""

    words: str
    place: Place | None = None
    """For names, what the parser will see; None for words."""


Mark = str | Item
"""A token of a sketch whose pointers are items."""


@dataclass(slots=True)
class Phrase:
    items: list[Item]
    marks: list[Mark]
    mention: Mention | None = None


@dataclass(slots=True)
class Mention:
    """Something that was spoken of."""

    head: Item
    noun: Item | None
    sort: str
    several: bool = False
    marks: list[Mark] = field(default_factory=list)
    """Its sketch."""


Held = tuple[str, str]
"""A construction that may be held out: what it is, and with what."""


@dataclass(slots=True)
class Speaker:
    """Speaks of things, each time in some other way."""

    rng: random.Random
    forbidden: Collection[Held] = ()
    """Constructions that must not occur."""
    nouns: Collection[str] = ()
    """Kinds that may be named; empty: all."""
    mentions: list[Mention] = field(default_factory=list)
    used: set[Held] = field(default_factory=set)
    """Constructions that did occur."""
    invented: float = 0.1

    def chance(self, p: float) -> bool:
        return self.rng.random() < p

    def one(self, options: str) -> str:
        return self.rng.choice(options.split("|")).replace("_", " ")

    def say(self, pattern: str, **slots: list[Item]) -> list[Item]:
        """A pattern in words; `#t` and `#p` are replaced by items."""
        found: list[Item] = []
        for part in _parts(pattern):
            if part.startswith("#") and part[1:] in slots:
                found += slots[part[1:]]
                continue
            if part.startswith("["):
                if self.chance(0.6):
                    continue
                part = part[1:-1]
            found += self.words(self.one(part))
        return found

    def words(self, text: str) -> list[Item]:
        return [Item(w) for w in text.split()]

    def name(self, kind: str, plural: bool = False) -> Item:
        """A name of a kind, by any of its words."""
        words = self.rng.choice((kind, kind, *lexicon.NOUNS.get(kind, ()))) if kind in lexicon.NOUNS else kind
        if plural:
            words = f"{words[:-1]}ies" if words.endswith("y") else f"{words}es" if words.endswith(("x", "sh", "ch")) else f"{words}s"
        return Item(words, named(words, kind, plural, _SORT.get(kind, "thing"), WORDS))

    def kind(self, sorts: Collection[str]) -> str:
        """A kind of one of the sorts."""
        sort = self.rng.choice(list(sorts))
        if sort == "thing":
            if self.chance(self.invented):
                return self.coined()
            kinds: list[str] = ["block", "block", "block", "lemon", "apple", "banana", "orange", "ball", "fruit", *FOREIGN]
        else:
            kinds = [k for k in KINDS[sort] if k in lexicon.NOUNS or k in lexicon.GROUPS]
        kinds = [k for k in kinds if not self.nouns or k in self.nouns] or ["block"]
        return self.rng.choice(kinds)

    def coined(self) -> str:
        """A name that nobody has heard of."""
        r = self.rng
        return "".join(r.choice(p) for p in ("bdfgklmnprstvz", "aeiou", "bdgklmnprstvz", "aeiou", ("rb", "x", "nk", "p", "ble", "do", "zz")))

    def color(self) -> Item:
        word = self.rng.choice(COLORS)
        return Item(word, Place(word, "<NC>" if word in lexicon.NOUN else "<C>", lexicon.NOUN.get(word, ""), lexicon.COLOR[word]))

    def attribute(self) -> Item:
        word = self.rng.choice(ATTRIBUTES)
        return Item(word, Place(word, word if word in WORDS else "<A>", attribute=lexicon.ATTRIBUTE[word]))

    def number(self, least: int = 2, most: int = 6) -> Item:
        words = [w for w, n in NUMBERS.items() if least <= n <= most]
        word = str(self.rng.randint(least, most)) if self.chance(0.3) or not words else self.rng.choice(words)
        return Item(word, Place(word, "<#>", number=NUMBERS.get(word) or float(word)))

    def both(self, word: str = "both") -> Item:
        return Item(word, Place(word, word, number=SPOKEN_NUMBERS[word]))

    # -- noun phrases ------------------------------------------------------------------------------------------------------------

    def thing(self, sorts: Collection[str], depth: int = 1, single: bool = False, plain: bool = False) -> Phrase:
        """A noun phrase for one thing or several.

        Args:
          sorts: Sorts that it may be of.
          depth: How many relations may be nested in it.
          single: Whether it must be one thing.
          plain: Whether it is told by colour and size alone.
        """
        roll = self.rng.random()
        if not plain:
            if depth and roll < 0.10:
                return self._pointed(sorts, depth, single)
            if roll < 0.19:
                return self._ordered(sorts, single)
            if not single and roll < 0.25:
                return self._excepted(sorts)
            if not single and roll < 0.31:
                return self._counted(sorts)
            if roll < 0.32:
                return self._either(sorts)
        return self._simple(sorts, single)

    def _simple(self, sorts: Collection[str], single: bool) -> Phrase:
        roll = self.rng.random()
        if not single and roll < 0.16:
            quantifier, start, plural = "all", *self.rng.choice(ALL)
        elif roll < 0.30:
            quantifier, start, plural = "a", *self.rng.choice(SOME if not single else SOME[:6])
        else:
            quantifier, start, plural = "the", self.rng.choice(THE), False
        return self.described(sorts, quantifier, start, plural)

    def described(self, sorts: Collection[str], quantifier: str, start: str, plural: bool, bare: bool = True, inner: list[Item] | None = None,
                  slots: list[Mark] | None = None, after: list[Item] | None = None) -> Phrase:  # fmt: skip
        """`the small red block`: adjectives and a noun, or a colour alone, or `one` for a noun said before."""
        items = [*self.words(start), *(inner or [])]
        told: list[Item] = []
        if self.chance(0.16):
            told.append(self.attribute())
        if self.chance(0.45):
            told.append(self.color())
        before = [m for m in self.mentions if m.noun is not None and m.sort in sorts and m.noun.place and m.noun.place.noun]
        sort = ""
        noun: Item | None = None
        shown = [*told]
        if told and before and bare and self.chance(0.35):
            last = before[-1]
            noun, sort = last.noun, last.sort
            shown += self.words(self.rng.choice(("one", "one", "") if not plural else ("ones", "ones", "")))
        elif told and bare and self.chance(0.05) and not plural and any(t.place and t.place.color for t in told):
            sort = "thing"
            shown += self.words(self.rng.choice(("one", "", "", "thing", "object")))
        elif self.chance(0.02) and bare:
            sort = "thing"
            shown += self.words("things" if plural else "thing")
        else:
            kind = self.kind(sorts)
            sort = _SORT.get(kind, "thing")
            noun = self.name(kind, plural)
            shown.append(noun)
        items += shown + (after or [])
        point: list[Mark] = [t for t in told if not (t.place and t.place.color)]
        point += [t for t in told if t.place and t.place.color]
        point += [noun] if noun is not None else []
        if not point and not slots and quantifier == "the":
            quantifier = "a" if start in ("a", "some", "any") else "the"
            return self.described(sorts, quantifier, start, plural, False)
        marks: list[Mark] = [quantifier, *point, *(slots or []), CLOSE]
        own = [p for p in point if isinstance(p, Item) and all(p is not m.head for m in self.mentions)]
        mention = Mention(own[-1], noun, sort, plural or quantifier == "all", marks) if own else None
        if mention:
            self.mentions.append(mention)
        return Phrase(items, marks, mention)

    def _pointed(self, sorts: Collection[str], depth: int, single: bool) -> Phrase:
        """`the block in the drawer`, `everything on the tray`."""
        relation = self.rng.choice(("in", "on", "on", "in", "next_to", "left_of", "right_of", "in_front_of", "behind", "under", "from"))
        quantifier = "the" if single or self.chance(0.6) else self.rng.choice(("all", "all", "a"))
        held = ("pointed", f"{quantifier} {relation}")
        if held in self.forbidden:
            return self._simple(sorts, single)
        self.used.add(held)
        place_sorts = {"in": ("box", "door", "bin", "cup"), "on": ("flat", "table", "thing", "box")}.get(relation, ("thing", "box", "flat", "cup"))
        count = len(self.mentions)
        place = self.thing(place_sorts, depth - 1, True, self.chance(0.7))
        words = self.say(f"{wording.THAT if quantifier != 'all' else wording.THOSE} {wording.POINTING[relation]}")
        where: list[Mark] = ["where", relation, *place.marks]
        inner = self.mentions[count:]
        del self.mentions[count:]
        if quantifier == "all" and self.chance(0.35):
            start = self.rng.choice(("everything", "all things", "the things", "all", "whatever is", "what is", "anything"))
            found = Phrase([*self.words(start), *words, *place.items], ["all", *where, CLOSE])
        else:
            start, plural = self.rng.choice(ALL) if quantifier == "all" else (self.rng.choice(SOME[:6])[0], False) if quantifier == "a" else (
                self.rng.choice(THE), False)  # fmt: skip
            if quantifier == "the" and self.chance(0.06):
                found = Phrase([*self.words(self.rng.choice(("what is", "the thing", "the object"))), *words, *place.items], ["the", *where, CLOSE])
            else:
                found = self.described(sorts, quantifier, start, plural, slots=where, after=[*words, *place.items])
        self.mentions += inner
        return found

    def _ordered(self, sorts: Collection[str], single: bool) -> Phrase:
        """One of several in an order, unless it is of a colour and an order that are held out together."""
        before = list(self.mentions)
        found = self._in_order(sorts, single)
        colored = any(isinstance(m, Item) and m.place and m.place.color for m in found.marks)
        held = ("ordered", f"color {next((m[3:] for m in found.marks if isinstance(m, str) and m.startswith('by:')), '')}")
        if colored and held in self.forbidden:
            self.mentions = before
            return self._simple(sorts, single)
        if colored:
            self.used.add(held)
        return found

    def _in_order(self, sorts: Collection[str], single: bool) -> Phrase:
        """`the leftmost block`, `the second cup from the left`, `every other can`, `the bowl nearest to the lemon`."""
        roll = self.rng.random()
        if roll < 0.12 and not single:
            every = self.rng.choice(EVERY)
            side = self.rng.choice((*ENDS, *ENDS, ("left", "")))
            held = ("every", every[3].split()[-1])
            if held not in self.forbidden:
                self.used.add(held)
                slots: list[Mark] = ["pick", f"by:{side[0]}", f"n{every[1]}", "every", every[2]]
                return self.described(sorts, "all", every[3], False, True, slots=slots, after=self.say(side[1]))
        if roll < 0.24:
            word, nth = self.rng.choice(NTH)
            side = self.rng.choice(ENDS)
            after = self.say(side[1])
            return self.described(sorts, "the", f"{self.rng.choice(('the', 'the', ''))} {word}", False, True, slots=["pick", f"by:{side[0]}", nth], after=after)
        if roll < 0.32:
            return self.described(sorts, "the", f"the {self.one('middle|middle|central|center')}", False, slots=["pick", "by:left", "n0"])
        if roll < 0.52:
            by = self.rng.choice(("near", "far"))
            if self.chance(0.5):
                place = self.thing(("thing", "box", "flat", "cup", "door"), 0, True, True)
                tail = self.say(f"[that_is|which_is] {NEAR[by]}", p=place.items)
                inner = [m for m in self.mentions if m is place.mention]
                to: list[Mark] = ["to_", *place.marks]
            else:
                tail, to, inner = self.say(f"[that_is|which_is] {NEAR_YOU[by]}"), [], []
                if self.chance(0.4):
                    tail, to = self.say(f"[that_is|which_is] {NEAR_ME[by]}"), ["mine"]
            self.mentions = [m for m in self.mentions if m not in inner]
            found = self.described(sorts, "the", self.rng.choice(THE[:4]), False, slots=["pick", f"by:{by}", "n1", *to], after=tail)
            self.mentions += inner
            return found
        by = self.rng.choice(list(MOST))
        start, mine = self.one(MOST[by]), False
        if by in ("left", "right") and self.chance(0.3):
            mine = self.chance(0.4)
            after = self.words(f"{self.rng.choice(('on', 'to', 'at'))} {'my' if mine else self.rng.choice(('the', 'the far'))} {by}")
            return self.described(sorts, "the", "the", False, slots=["pick", f"by:{by}", "n1", *(["mine"] if mine else [])], after=after)
        if not single and self.chance(0.3) and ("most", by) not in self.forbidden:
            number = self.number(2, 3)
            self.used.add(("most", by))
            return self.described(sorts, "the", "the", True, True, [number, *self.words(start)], ["pick", f"by:{by}", "n1", "number", number])
        return self.described(sorts, "the", f"the {start}", False, slots=["pick", f"by:{by}", "n1"])

    def _excepted(self, sorts: Collection[str]) -> Phrase:
        """`all the fruit except the lemon`, `everything but the mug`, `the other one`, `the rest of the blocks`."""
        but = self.one("except|except_for|but|but_not|apart_from|other_than|excluding|save_for|besides|without|,_but_not|,_except|bar|minus|not_counting")
        if self.mentions and self.chance(0.3):
            last = self.mentions[-1]
            same: list[Mark] = ["but", "same", last.head]
            if last.noun is not None and self.chance(0.5):
                one = self.chance(0.5)
                words = self.one("the_other_one|the_other|the_remaining_one" if one else "the_others|the_other_ones|the_rest|the_remaining_ones|all_the_others")
                return Phrase(self.words(words), ["the" if one else "all", last.noun, *same, CLOSE])
            kind = last.noun.place.noun if last.noun is not None and last.noun.place else self.kind(sorts)
            if self.chance(0.4):
                return Phrase(self.words(self.one("everything_else|all_else|the_rest")), ["all", *same, CLOSE])
            one = self.chance(0.4)
            noun = self.name(kind, not one)
            start = self.one("the_other|the_remaining" if one else "the_other|the_rest_of_the|all_the_other|the_remaining|all_other|the_rest_of_those")
            return Phrase([*self.words(start), noun], ["the" if one else "all", noun, *same, CLOSE], None)
        count = len(self.mentions)
        whole = self.chance(0.35)
        if whole:
            base = Phrase(self.words(self.one("everything|all_things|all_the_things|every_thing|all_of_it|all")), ["all", CLOSE])
        else:
            start, plural = self.rng.choice(ALL)
            base = self.described(sorts, "all", start, plural, False)
        spared = self.described(sorts if not whole else ("thing", "cup", "box", "flat"), "the", self.rng.choice(THE[:4]), False)
        slots: list[Mark] = ["but", *spared.marks]
        items = [*base.items, *self.words(but), *spared.items]
        if self.chance(0.15):
            more = self.described(sorts, "the", "the", False)
            slots += ["but", *more.marks]
            items += [*self.words(self.one("and|or|and_except")), *more.items]
        del self.mentions[count:]
        marks: list[Mark] = [*base.marks[:-1], *slots, CLOSE]
        if base.mention:
            base.mention.marks = marks
            self.mentions.append(base.mention)
        return Phrase(items, marks, base.mention)

    def _counted(self, sorts: Collection[str]) -> Phrase:
        """`two of the red blocks`, `the three mugs`, `both white ones`, `any two`."""
        if self.chance(0.4):
            number = self.both() if self.chance(0.5) else self.number(2, 5)
            before, after = ("", self.one("|the|of_the")) if number.words == "both" else self.rng.choice((("the", ""), ("all", ""), ("these", ""), ("all the", ""), ("the", ""), ("all", "of the"), ("my", "")))
            inner = [number, *self.words(after)]
            if ("all", "many") in self.forbidden:
                return self._simple(sorts, False)
            return self.described(sorts, "all", before, True, True, inner, ["many", number])
        couple = self.chance(0.08)
        number = self.both("couple") if couple else self.number(2, 5)
        before, after = ("a", "of") if couple else self.rng.choice((("", ""), ("", ""), ("", "of the"), ("", "of the"), ("any", ""), ("any", "of the"), ("some", ""), ("exactly", ""), ("", "of those"), ("", "of my"), ("just", ""), ("only", "")))
        return self.described(sorts, "a", before, True, True, [number, *self.words(after)], ["many", number])

    def _either(self, sorts: Collection[str]) -> Phrase:
        first, second = (self.described(sorts, "the", self.rng.choice(THE[:4]), False) for _ in range(2))
        self.mentions = self.mentions[:-2] if len(self.mentions) > 1 else []
        either = self.words("either" if self.chance(0.3) else "")
        return Phrase([*either, *first.items, *self.words("or"), *second.items], ["a", "any", *first.marks, "any", *second.marks, CLOSE])

    def matching(self, sorts: Collection[str]) -> Phrase:
        """`the bowl of its colour`."""
        noun = self.name(self.kind(sorts), plural=self.chance(0.3))
        words = self.rng.choice(("the matching #n", "the #n of its color", "the #n of the same color", "the same colored #n", "the #n with the matching color", "the #n that matches", "the #n matching their color", "their matching #n", "the #n of their color", "the corresponding #n"))
        return Phrase(self.say(words, n=[noun]), ["the", noun, "where", "same_color", THEME_TOKEN, CLOSE])

    def again(self, sorts: Collection[str], several: bool = False) -> Phrase | None:
        """A pronoun for the last mention of one of the sorts; None without one."""
        fitting = [m for m in self.mentions if m.sort in sorts and m.several == several]
        if not fitting:
            return None
        words = self.one("them|them|them|these|those|all_of_them" if several else "it|it|it|it|that|this|this_one|that_one|him")
        return Phrase(self.words(words), ["same", fitting[-1].head], fitting[-1])

    def once_more(self, marks: list[Mark]) -> list[Mark]:
        """The sketch of the same reference said once: by its head where it has one, else written out again."""
        found = next((m for m in reversed(self.mentions) if m.marks == marks), None)
        return ["same", found.head] if found else list(marks)

    def it(self) -> Phrase:
        """A pronoun for what nobody has spoken of: the thing in the hand."""
        return Phrase(self.words(self.one("it|it|that|this|this_one")), [IT])


@lru_cache(maxsize=65536)
def _parts(pattern: str) -> list[str]:
    return re.findall(r"\[[^\]]*\]|\S+", pattern)


_SORT = {kind: sort for sort, kinds in KINDS.items() for kind in kinds}
COLORS = ("red", "green", "blue", "yellow", "orange", "purple", "black", "white", "gray", "brown", "pink", "cyan", "violet", "grey")
ATTRIBUTES = ("small", "large", "big", "little", "wooden", "metal", "plastic", "empty", "full", "tiny", "huge")
FOREIGN = ("spoon", "fork", "pen", "book", "phone", "toy", "screw", "dice", "candle", "egg")
THE = ("the", "the", "the", "the", "that", "this", "my", "your", "", "the", "our", "teh")
ALL = (("all the", True), ("all", True), ("all of the", True), ("every", False), ("each", False), ("the", True), ("the", True), ("every single", False), ("these", True), ("those", True), ("", True), ("any and all", True), ("my", True), ("each of the", True), ("every one of the", True))
SOME = (("a", False), ("a", False), ("an", False), ("any", False), ("some", False), ("a single", False), ("one", False), ("one of the", True), ("one of those", True), ("any of the", True), ("any one of the", True), ("one of my", True))
NTH = (("second", "n2"), ("third", "n3"), ("fourth", "n4"), ("first", "n1"), ("second", "n2"), ("last", "n-1"), ("fifth", "n5"), ("2nd", "n2"), ("next to last", "n2"))[:7]
ENDS = (("left", "[,] from|counting_from|starting_from|from|starting_on the [far] left [side]"), ("right", "[,] from|counting_from|starting_from|from|starting_on the [far] right [side]"),
        ("left", "[,] from left to right"), ("right", "[,] from right to left"), ("near", "from the front"), ("far", "from the back"), ("left", "[,] starting with|at the leftmost|left|one_on_the_left"), ("right", "[,] starting with|at the rightmost|right|one_on_the_right"))
EVERY = ((True, 1, "n2", "every other"), (True, 2, "n2", "every second"), (True, 3, "n3", "every third"), (True, 1, "n2", "every other"), (True, 2, "n2", "each second"))
NEAR = {"near": "nearest|closest|nearest to #p", "far": "farthest|furthest|farthest_away|most_distant from #p"}
NEAR_YOU = {"near": "nearest|closest to you|the_robot|yourself", "far": "farthest|furthest [away] from you|the_robot|yourself"}
NEAR_ME = {"near": "nearest|closest to me", "far": "farthest|furthest [away] from me"}
MOST = {
    "left": "leftmost|leftmost|left_most|left|left_hand|outer_left|far_left", "right": "rightmost|rightmost|right_most|right|right_hand|far_right", "large": "largest|biggest|bigger|larger|most_massive", "small": "smallest|smaller|tiniest|littlest",
    "high": "highest|topmost|top|upper|uppermost", "low": "lowest|bottom|lower|bottommost", "near": "nearest|closest|frontmost|front", "far": "farthest|furthest|backmost|most_distant|rearmost|back", "full": "fullest",
}  # fmt: skip


def _learned() -> frozenset[str]:
    """Every plain word that sentences may be made of; names that are also such words are shown as themselves."""
    texts: list[str] = []

    def gather(value: object) -> None:
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, dict):
            for v in value.values():
                gather(v)
        elif isinstance(value, (tuple, list)):
            for v in value:
                gather(v)

    for name, value in vars(wording).items():
        if name.isupper():
            gather(value)
    for value in (THE, ALL, SOME, NTH, ENDS, EVERY, NEAR, NEAR_YOU, NEAR_ME, MOST):
        gather(value)
    words = {w for t in texts for w in re.findall(r"[a-z]+", t.replace("_", " ").replace("|", " "))}
    return frozenset(words | {"one", "ones", "thing", "things", "object", "objects", "or", "either", "it", "them", "this", "that", "these", "those", "him", "both", "couple"})


WORDS: frozenset[str] = frozenset()
WORDS = _learned()
