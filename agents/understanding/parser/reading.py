"""What the parser sees of a sentence: words it knows, and in the place of names only what sort of name it is.

Nouns, colours, attributes and numbers are taken from the live vocabulary and shown as `<N.box>` or `<C>`; a thing never heard of before
looks like any other of its sort. What they are is kept beside, for sketches to point at.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.slips import mended
from heedful.agents.understanding.verbs import ing
from heedful.agents.understanding.vocabulary import Vocabulary
from heedful.types import Scene

UNKNOWN = "<unk>"
LONGEST = 96
"""Longest sentence that is read, in words."""
_TOKEN = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+(?:'[^\W\d_]+)?|[,;.!?:]|%")
_SPOKEN = {
    "don't": "do not", "dont": "do not", "doesn't": "does not", "can't": "can not", "cannot": "can not", "won't": "will not",
    "shouldn't": "should not", "isn't": "is not", "aren't": "are not", "i'd": "i would", "i'll": "i will", "i'm": "i am", "it's": "it is",
    "let's": "let us", "you're": "you are", "that's": "that is", "what's": "what is", "there's": "there is", "pls": "please",
    "plz": "please", "wanna": "want to", "isnt": "is not", "mustn't": "must not", "cm": "cm", "centimeters": "cm", "centimetres": "cm",
    "centimeter": "cm", "centimetre": "cm", "mm": "mm", "millimeters": "mm", "millimetres": "mm", "meters": "m", "metres": "m",
    "meter": "m", "metre": "m", "inches": "inch", "secs": "seconds", "mins": "minutes", "percent": "percent", "%": "percent",
    "colour": "color", "colours": "colors", "coloured": "colored",
}  # fmt: skip
NUMBERS = {
    "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0, "nine": 9.0, "ten": 10.0, "twelve": 12.0,
    "fifteen": 15.0, "twenty": 20.0, "thirty": 30.0, "fifty": 50.0,
}  # fmt: skip
SPOKEN_NUMBERS = {"both": 2.0, "couple": 2.0, "pair": 2.0}
"""Numbers whose words also say something else."""

KINDS: dict[str, tuple[str, ...]] = {
    "lamp": ("lamp",), "tap": ("faucet", "water"), "spill": ("spill",), "button": ("button",), "door": ("drawer", "door", "cabinet"),
    "table": ("table",), "bin": ("bin",), "flat": ("tray", "plate", "shelf", "square", "cloth"),
    "box": ("bowl", "box", "basket", "container"),
    "cup": ("mug", "can", "bottle", "vessel"), "tool": ("sponge",),
}  # fmt: skip
"""Sorts of things that are spoken of differently -> kinds of the lexicon; all else is a `thing`."""
SORT_OF = {kind: sort for sort, kinds in KINDS.items() for kind in kinds}


@dataclass(frozen=True, slots=True)
class Place:
    """One place in a sentence: a word, or the words of one name."""

    words: str
    symbol: str
    """What the parser sees."""
    noun: str = ""
    """The kind of thing that it may name."""
    color: str = ""
    attribute: str = ""
    number: float | None = None
    plural: bool = False

    @property
    def classes(self) -> frozenset[str]:
        marks = {"N": bool(self.noun), "C": bool(self.color), "A": bool(self.attribute), "#": self.number is not None}
        return frozenset(c for c, is_one in marks.items() if is_one)


Reading = tuple[Place, ...]


def split(text: str) -> list[str]:
    """Lower-case words, numbers and separators; nothing is left out."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("-", " ").replace("–", ",").replace("—", ",")
    found: list[str] = []
    for token in _TOKEN.findall(plain):
        found += _SPOKEN.get(token, token).replace("'s", " s").replace("'", " ").split()
    return [{"!": ".", "?": "?", ":": ",", ";": "."}.get(t, t) for t in found]


def read(text: str, vocabulary: Vocabulary, scene: Scene, known: Collection[str]) -> Reading:
    """A sentence as the parser sees it; nothing of one that is too long, rather than a part of it.

    Args:
      known: The words that the parser has learned; a name that is also one of them is shown as itself.
    """
    words = split(text)
    if len(words) > LONGEST:
        return ()
    places: list[Place] = []
    sorts = sorts_of(scene)
    at = 0
    while at < len(words):
        place, at = _place(words, at, vocabulary, sorts, known)
        places.append(place)
    return tuple(places)


def _place(
    words: list[str], at: int, vocabulary: Vocabulary, sorts: dict[str, str], known: Collection[str], mend: bool = True
) -> tuple[Place, int]:
    for n in range(min(4, len(words) - at), 0, -1):
        said = tuple(words[at : at + n])
        single = (*said[:-1], lexicon.singular(said[-1]))
        found = said if said in vocabulary.nouns else single if single in vocabulary.nouns else None
        if found is not None:
            plural = found != said
            kind = vocabulary.nouns[found]
            return named(" ".join(said), kind, plural, sorts.get(kind, SORT_OF.get(kind, "thing")), known, vocabulary), at + n
    word = words[at]
    color, attribute = vocabulary.colors.get(word, ""), vocabulary.attributes.get(word, "")
    if color or attribute:
        symbol = "<C>" if color else word if word in known else "<A>"
        return Place(word, symbol, "", color, attribute), at + 1
    if word in NUMBERS or word.replace(".", "", 1).isdecimal():
        return Place(word, "<#>", number=NUMBERS[word] if word in NUMBERS else float(word)), at + 1
    if word in SPOKEN_NUMBERS:
        return Place(word, word if word in known else UNKNOWN, number=SPOKEN_NUMBERS[word]), at + 1
    if word in known:
        return Place(word, word), at + 1
    if word.endswith("ing") and (verb := _gerunds(frozenset(known)).get(word)):
        return Place(word, verb), at + 1
    meant = _mended(word, vocabulary, known) if mend else None
    if meant is not None:
        return _place([meant], 0, vocabulary, sorts, known, False)[0], at + 1
    return Place(word, UNKNOWN), at + 1


def named(words: str, kind: str, plural: bool, sort: str, known: Collection[str], vocabulary: Vocabulary | None = None) -> Place:
    """A place that names a kind of thing."""
    color = vocabulary.colors.get(words, "") if vocabulary else lexicon.COLOR.get(words, "")
    attribute = vocabulary.attributes.get(words, "") if vocabulary else lexicon.ATTRIBUTE.get(words, "")
    symbol = words if words in known else "<NC>" if color else f"<N.{sort}{'.s' if plural else ''}>"
    return Place(words, symbol, kind, color, attribute, plural=plural)


def sorts_of(scene: Scene) -> dict[str, str]:
    """The sort of each kind that is only known from the scene."""
    found: dict[str, str] = {}
    for thing in scene.objects.values():
        kind = lexicon.category_of(thing.category.replace("_", " ").lower())
        if kind in SORT_OF:
            continue
        opens = thing.slide is not None or thing.hinge is not None
        found[kind] = "door" if opens else "lamp" if thing.id in scene.lit else "box" if thing.cavity is not None else "thing"
    return found


@lru_cache(maxsize=8)
def _gerunds(known: frozenset[str]) -> dict[str, str]:
    """Verbs that are known, by their form in -ing."""
    return {ing(w): w for w in sorted(known) if w.isalpha() and len(w) > 2}


def _mended(word: str, vocabulary: Vocabulary, known: Collection[str]) -> str | None:
    """The word that a slip of the pen was meant for."""
    return _meant(word, frozenset(w for w in vocabulary.seen if w.isalpha()) | frozenset(known))


@lru_cache(maxsize=512)
def _meant(word: str, known: frozenset[str]) -> str | None:
    return mended(word, known) if word.isalpha() else None
