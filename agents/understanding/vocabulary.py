"""What words mean in front of one scene: the lexicon, the relations that are registered, and what the scene itself brings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from heedful.agents.understanding import directions, idioms, layouts, lexicon, ontology, participles, picks, several, telling, verbs
from heedful.agents.understanding.describe import color_of
from heedful.agents.understanding.frames import words_in
from heedful.agents.understanding.home import disliking, doing, mending, phrasing, wanting
from heedful.agents.understanding.home.kinds import homely, nouns as at_home, qualities
from heedful.agents.understanding.quantities import SUFFIXES
from heedful.predicates import relations
from heedful.types import Scene

Phrase = tuple[str, ...]
VOCABULARY: frozenset[str] = frozenset(
    words_in(lexicon.NOUN) | set(lexicon.ANYTHING) | words_in(lexicon.COLOR) | words_in(lexicon.ATTRIBUTE) | words_in(lexicon.DETERMINERS)
    | words_in(lexicon.PRONOUNS) | set(lexicon.CONDITIONS) | lexicon.STANCES.words | words_in(lexicon.FALLEN) | words_in(lexicon.FALLEN_IS)
    | words_in(lexicon.MATCHING) | words_in(lexicon.MATCHED) | picks.WORDS | telling.WORDS | several.WORDS
    | verbs.WORDS | idioms.WORDS | layouts.WORDS | participles.WORDS | directions.WORDS
)  # fmt: skip
"""Every word that means something in front of any scene."""
_NOUNS = {tuple(w.split()): c for w, c in lexicon.NOUN.items()}
_ATTRIBUTES = lexicon.ATTRIBUTE | ontology.ADJECTIVES
_NAMED = frozenset(w for p in _NOUNS for w in (*p, f"{p[-1]}s"))
_NAMES = {k: frozenset(w for p, c in _NOUNS.items() if c == k for w in (*p, f"{p[-1]}s")) for k in set(_NOUNS.values())}
_KNOWN = VOCABULARY | verbs.NOT_YET | _NAMED | {"things", "ones"}
_ACTS = verbs.WORDS | idioms.WORDS | layouts.WORDS | participles.WORDS | directions.WORDS
_ASIDES = {tuple(w.split()): name for w, name in verbs.ASIDES.items()}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrases, as tuples of words, and what they stand for."""

    nouns: dict[Phrase, str]
    colors: dict[str, str]
    attributes: dict[str, str]
    prepositions: dict[Phrase, str]
    """Words for relations of two things -> the relation's name; `to` leaves it open."""
    adjectives: dict[Phrase, str]
    """Words for properties of one thing -> the property's name."""
    asides: dict[Phrase, str]
    """Words for a side of the place just named -> the relation's name."""
    longest: dict[str, int] = field(default_factory=dict)
    """Words of the longest noun that begins with a word."""
    plural_colors: dict[str, str] = field(default_factory=dict)
    """`reds` -> `red`."""
    known: frozenset[str] = field(default_factory=frozenset)
    """Every word that has some meaning."""
    elsewhere: frozenset[str] = field(default_factory=frozenset)
    """Words for things and colours of which there are none here."""
    household: bool = False
    """Whether there are things here as people have at home: then far more words for things are known, and ways to ask for them."""

    @staticmethod
    def of(scene: Scene, skills: tuple[str, ...] = ()) -> Vocabulary:
        """The vocabulary for a scene.

        Args:
          skills: Names of skills that may be asked for by name.
        """
        things = scene.objects.values()
        categories = frozenset(t.category for t in things)
        colors = frozenset(filter(None, map(color_of, things)))
        attributes = frozenset(a.lower() for t in things for a in t.attributes)
        registered = tuple((n, r.words, len(r.params)) for n, r in relations().items())
        return _vocabulary(categories, colors, attributes, skills, registered, scene.told)

    @property
    def seen(self) -> frozenset[str]:
        """Known words, but of things, colours and attributes only those of the scene: what a slip may have been meant for."""
        return self.known - self.elsewhere - SUFFIXES

    def knows(self, word: str) -> bool:
        """Whether a word, its singular, or the number it is has some meaning."""
        return word in self.known or lexicon.singular(word) in self.known or word.replace(".", "", 1).isdigit()


@lru_cache(maxsize=256)
def _vocabulary(
    categories: frozenset[str], seen: frozenset[str], marks: frozenset[str], skills: tuple[str, ...],
    registered: tuple[tuple[str, tuple[str, ...], int], ...], told: bool,
) -> Vocabulary:  # fmt: skip
    """The vocabulary for kinds, colours and attributes that are seen."""
    nouns = dict(_NOUNS)
    colors, attributes = dict(lexicon.COLOR), dict(_ATTRIBUTES)
    kinds = [_phrase(c) for c in sorted(categories) if _phrase(c)]
    for words in kinds:
        nouns.setdefault(words, lexicon.category_of(" ".join(words)))
    for words in (other for kind in kinds for other in _called(kind)):
        if words[0] not in colors:
            nouns.setdefault(words, " ".join(words))
    for words, kind_of_it in (pair for kind in kinds for pair in _held(kind).items()):
        nouns.setdefault(words, kind_of_it)
    for kind in kinds:
        if not any(k[-1] in lexicon.HOLDERS for k in kinds):
            for words in _in_holders(kind):
                nouns.setdefault(words, " ".join(kind))
    prepositions, adjectives = _relations(registered)
    home = told and homely(categories, lexicon.NOUN)
    if home:
        nouns |= at_home()
        prepositions = {p: name for p, name in prepositions.items() if p not in doing.PARTS}
        attributes |= {w: w for w in doing.IDLE if w not in colors} | {p[0]: q for p, q in qualities().items() if len(p) == 1}
        attributes |= {w: w for w in wanting.ATTRIBUTES} | {w: state for state, words in doing.DONE.items() for w in words}
    colors |= {c: c for c in seen if c not in colors}
    attributes |= {m: m for m in marks if m not in attributes}
    own = {w for p in nouns if p not in _NOUNS for w in (*p, f"{p[-1]}s")}
    said = words_in(s.replace("_", " ") for s in skills) | {w for table in (prepositions, adjectives) for p in table for w in p}
    said |= doing.WORDS | mending.WORDS | disliking.WORDS | phrasing.WORDS | wanting.WORDS if home else set()
    known = _KNOWN | own | colors.keys() | attributes.keys() | said
    here = {w for c, words in _NAMES.items() if _any_is_a(categories, c) for w in words}
    here |= {w for p, c in nouns.items() if p not in _NOUNS and _any_is_a(categories, c) for w in (*p, f"{p[-1]}s")}
    here |= {w for w, c in colors.items() if c in {lexicon.COLOR.get(s, s) for s in seen}}
    return Vocabulary(
        nouns, colors, attributes, prepositions, adjectives, _ASIDES, _longest(nouns), {f"{c}s": c for c in colors}, frozenset(known),
        frozenset((_NAMED | own | colors.keys()) - here - _ACTS), home,
    )  # fmt: skip


@lru_cache(maxsize=65536)
def _any_is_a(categories: frozenset[str], kind: str) -> bool:
    return any(lexicon.is_a(c, kind) for c in categories)


@lru_cache(maxsize=16)
def _relations(registered: tuple[tuple[str, tuple[str, ...], int], ...]) -> tuple[dict[Phrase, str], dict[Phrase, str]]:
    """Words for relations of two things, and for properties of one."""
    prepositions = {_phrase(w): "to" for w in verbs.TOWARDS}
    adjectives: dict[Phrase, str] = {}
    for name, words, params in registered:
        for word in words:
            if params == 2:
                prepositions[_phrase(word)] = name
            elif params == 1:
                adjectives[_phrase(word)] = name
    prepositions |= {_phrase(w): name for w, name in verbs.PREPOSITIONS.items()}
    adjectives |= {_phrase(w): name for w, name in verbs.STATES.items()}
    return prepositions, adjectives


def _phrase(words: str) -> Phrase:
    return tuple(words.replace("_", " ").lower().split())


def _called(category: Phrase) -> list[Phrase]:
    """What else a thing of the scene is called: by the end of its name, and without what it comes in."""
    found = [category[n:] for n in range(1, len(category))]
    if len(category) > 1 and category[-1] in lexicon.HOLDERS:
        found.append(category[:-1])
    return found


def _held(category: Phrase) -> dict[Phrase, str]:
    """What a thing of the scene is called by what it comes in: `bottle of wine` for a wine bottle, `carton of milk` for milk."""
    if len(category) > 1 and category[-1] in lexicon.HOLDERS:
        return {(category[-1], "of", *category[:-1]): " ".join(category)}
    stems = [(s, " ".join(s)) for n in range(len(category)) if (s := category[n:])]
    foods = [(s, name) for s, name in stems if name not in lexicon.NOUN or any(lexicon.is_a(name, k) for k in ("food", "drink"))]
    return {(holder, "of", *stem): name for stem, name in foods for holder in lexicon.HOLDERS}


def _in_holders(category: Phrase) -> list[Phrase]:
    """A foreign thing with what it may come in, or with its door: `cookie box`, `orange juice carton`, `microwave door`."""
    if category[-1] in lexicon.WITH_DOORS:
        return [(*category[n:], "door") for n in range(len(category))]
    if " ".join(category) in lexicon.NOUN or category[-1] in lexicon.HOLDERS:
        return []
    return [(*stem, holder) for stem in {category, (*category[:-1], lexicon.singular(category[-1]))} for holder in sorted(lexicon.HOLDERS)]


def _longest(nouns: Iterable[Phrase]) -> dict[str, int]:
    found: dict[str, int] = {}
    for phrase in nouns:
        if len(phrase) > found.get(phrase[0], 1):
            found[phrase[0]] = len(phrase)
    return found
