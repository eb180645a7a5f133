"""What words mean in front of one scene: the lexicon, the relations that are registered, and what the scene itself brings."""

from __future__ import annotations

from dataclasses import dataclass, field

from heedful.agents.understanding import idioms, layouts, lexicon, participles, verbs
from heedful.agents.understanding.frames import words_in
from heedful.agents.understanding.home import phrasing, wishes
from heedful.agents.understanding.home.kinds import homely, nouns as at_home, qualities
from heedful.predicates import relations
from heedful.types import Scene

Phrase = tuple[str, ...]


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
        nouns = {_phrase(w): c for w, c in lexicon.NOUN.items()}
        colors, attributes = dict(lexicon.COLOR), dict(lexicon.ATTRIBUTE)
        for thing in scene.objects.values():
            words = _phrase(thing.category)
            if words and words not in nouns:
                nouns[words] = lexicon.category_of(" ".join(words))
            if thing.color:
                colors.setdefault(thing.color.lower(), thing.color.lower())
            for attribute in thing.attributes:
                attributes.setdefault(attribute.lower(), attribute.lower())
        home = homely((t.category for t in scene.objects.values()), lexicon.NOUN)
        if home:
            nouns |= at_home()
            attributes |= {p[0]: q for p, q in qualities().items() if len(p) == 1} | {w: w for w in wishes.ATTRIBUTES}
        prepositions = {_phrase(w): "to" for w in verbs.TOWARDS}
        adjectives: dict[Phrase, str] = {}
        for name, found in relations().items():
            for word in found.words:
                if len(found.params) == 2:
                    prepositions[_phrase(word)] = name
                elif len(found.params) == 1:
                    adjectives[_phrase(word)] = name
        prepositions |= {_phrase(w): name for w, name in verbs.PREPOSITIONS.items()}
        adjectives |= {_phrase(w): name for w, name in verbs.STATES.items()}
        parts = [w for table in (nouns, prepositions, adjectives) for p in table for w in p]
        plurals = {f"{p[-1]}s" for p in nouns if p}
        said = words_in(s.replace("_", " ") for s in skills)
        known = lexicon.VOCABULARY | verbs.NOT_YET | set(parts) | plurals | set(colors) | set(attributes) | said | {"things", "ones"}
        known |= phrasing.WORDS | wishes.WORDS if home else set()
        asides = {_phrase(w): name for w, name in verbs.ASIDES.items()}
        kinds = {t.category.replace("_", " ") for t in scene.objects.values()}
        here = {w for p, c in nouns.items() if any(lexicon.is_a(k, c) for k in kinds) for w in (*p, f"{p[-1]}s")}
        here |= {w for w, c in colors.items() if c in {lexicon.COLOR.get(t.color.lower(), t.color.lower()) for t in scene.objects.values()}}
        named = {w for p in nouns for w in (*p, f"{p[-1]}s")} | set(colors)
        acts = verbs.WORDS | idioms.WORDS | layouts.WORDS | participles.WORDS
        return Vocabulary(
            nouns, colors, attributes, prepositions, adjectives, asides, frozenset(known), frozenset(named - here - acts), home
        )

    @property
    def seen(self) -> frozenset[str]:
        """Known words, but of things, colours and attributes only those of the scene: what a slip may have been meant for."""
        return self.known - self.elsewhere

    def knows(self, word: str) -> bool:
        """Whether a word, its singular, or the number it is has some meaning."""
        return word in self.known or lexicon.singular(word) in self.known or word.replace(".", "", 1).isdigit()


def _phrase(words: str) -> Phrase:
    return tuple(words.replace("_", " ").lower().split())
