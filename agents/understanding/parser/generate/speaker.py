"""Who speaks: words and names, drawn by chance, and what has been mentioned so far."""

from __future__ import annotations

import random
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.parser.generate.tables import ATTRIBUTES, COLORS, FILLED, FOREIGN, THE, WORDS
from heedful.agents.understanding.parser.reading import KINDS, NUMBERS, SORT_OF, SPOKEN_NUMBERS, Place, named


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
    careful: bool = False
    """Whether words are weighed: with articles, and with `it` and `one` only where one thing can be meant."""
    topic: Mention | None = None
    """What the last clause was about, which `it` means before anything else."""
    open_topic: bool = False
    """Whether the last clause was about something for which there is no word yet."""

    def chance(self, p: float) -> bool:
        return self.rng.random() < p

    def one(self, options: str) -> str:
        return self.rng.choice(options.split("|")).replace("_", " ")

    def say(self, pattern: str, **slots: list[Item]) -> list[Item]:
        """A pattern in words; `#t` and `#p` are replaced by items, and what is said of `#t` after it agrees with it."""
        found: list[Item] = []
        plural = False
        for part in _parts(pattern):
            if part.startswith("#") and part[1:] in slots:
                found += slots[part[1:]]
                plural |= part == "#t" and several(slots["t"])
                continue
            if part.startswith("["):
                if self.chance(0.6):
                    continue
                part = part[1:-1]
            for item in self.words(self.one(part)):
                said = Item(PLURAL.get(item.words, item.words)) if plural else item
                found += slots.get(item.words[1:], [item]) if item.words.startswith("#") else [said]
        return found

    def words(self, text: str) -> list[Item]:
        return [Item(w) for w in text.split()]

    def name(self, kind: str, plural: bool = False) -> Item:
        """A name of a kind, by any of its words."""
        others = [w for w in lexicon.NOUNS.get(kind, ()) if not w.endswith("s") and " of " not in w]
        words = self.rng.choice((kind, kind, *others))
        if plural:
            words = f"{words[:-1]}ies" if words.endswith("y") else f"{words}es" if words.endswith(("x", "sh", "ch", "zz")) else f"{words}s"
        return Item(words, named(words, kind, plural, SORT_OF.get(kind, "thing"), WORDS))

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
        return "".join(
            r.choice(p) for p in ("bdfgklmnprstvz", "aeiou", "bdgklmnprstvz", "aeiou", ("rb", "x", "nk", "p", "ble", "do", "zz"))
        )

    def color(self) -> Item:
        word = self.rng.choice(COLORS)
        return Item(word, Place(word, "<NC>" if word in lexicon.NOUN else "<C>", lexicon.NOUN.get(word, ""), lexicon.COLOR[word]))

    def the(self) -> str:
        """A word before one thing that is known."""
        return self.rng.choice([w for w in THE if w not in ("", "teh")] if self.careful else THE)

    def attribute(self, sorts: Collection[str] = ()) -> Item:
        """What a thing is like; full and empty is only what holds something."""
        holds = {"cup", "box"} >= set(sorts)
        word = self.rng.choice([w for w in ATTRIBUTES if holds or w not in FILLED] if self.careful else ATTRIBUTES)
        return Item(word, Place(word, word if word in WORDS else "<A>", attribute=lexicon.ATTRIBUTE[word]))

    def number(self, least: int = 2, most: int = 6) -> Item:
        words = [w for w, n in NUMBERS.items() if least <= n <= most]
        word = str(self.rng.randint(least, most)) if self.chance(0.3) or not words else self.rng.choice(words)
        return Item(word, Place(word, "<#>", number=NUMBERS.get(word) or float(word)))

    def both(self, word: str = "both") -> Item:
        return Item(word, Place(word, word, number=SPOKEN_NUMBERS[word]))


PLURAL = {
    "is": "are", "has": "have", "needs": "need", "goes": "go", "belongs": "belong", "ends": "end", "sits": "sit", "stays": "stay",
    "stands": "stand", "remains": "remain", "it": "them",
}  # fmt: skip
"""Words that agree with what they are said of: of one, of several."""


def several(items: list[Item]) -> bool:
    """Whether a phrase is in the plural."""
    words = [i.words for i in items]
    if not words or words[0] in ("each", "every", "everything", "either"):
        return False
    if {"and", "plus", "well", "others", "rest"} & set(words) or any(i.place is not None and i.place.number for i in items):
        return True
    if words[0] in ("one", "any", "a", "an", "some"):
        return False
    nouns = [i.place.plural if i.place is not None else i.words in ("things", "ones") for i in items if _heads(i)]
    return nouns[0] if nouns else words[0] in ("them", "those", "these", "all", "both")


def _heads(item: Item) -> bool:
    return bool(item.place.noun) if item.place is not None else item.words in ("thing", "things", "one", "ones", "object")


@lru_cache(maxsize=65536)
def _parts(pattern: str) -> list[str]:
    return re.findall(r"\[[^\]]*\]|\S+", pattern)
