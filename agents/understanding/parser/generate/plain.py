"""Plain noun phrases with their sketches: by kind, colour and size, and pronouns."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from heedful.agents.understanding.parser.generate.speaker import Item, Mark, Mention, Phrase, Speaker
from heedful.agents.understanding.parser.generate.tables import ALL, SOME
from heedful.agents.understanding.parser.reading import SORT_OF
from heedful.agents.understanding.parser.sketch import CLOSE, IT


@dataclass(slots=True)
class Plain(Speaker):
    """Speaks of things by kind, colour and size, and by pronouns."""

    def _simple(self, sorts: Collection[str], single: bool) -> Phrase:
        roll = self.rng.random()
        if not single and roll < 0.16:
            quantifier, start, plural = "all", *self.all_of()
        elif roll < 0.30:
            quantifier, start, plural = "a", *self.rng.choice(SOME if not single else SOME[:6])
        else:
            quantifier, start, plural = "the", self.the(), False
        return self.described(sorts, quantifier, start, plural)

    def described(
        self,
        sorts: Collection[str],
        quantifier: str,
        start: str,
        plural: bool,
        bare: bool = True,
        inner: list[Item] | None = None,
        slots: list[Mark] | None = None,
        after: list[Item] | None = None,
    ) -> Phrase:
        """`the small red block`: adjectives and a noun, or a colour alone, or `one` for a noun said before.

        Args:
          start: The determiner.
          bare: Whether the noun may be left out.
          inner: Words between the determiner and the adjectives.
          slots: What else the sketch says of it.
          after: Words after the noun.
        """
        items = [*self.words(start), *(inner or [])]
        told: list[Item] = []
        if self.chance(0.16):
            told.append(self.attribute(sorts))
        if self.chance(0.45):
            told.append(self.color())
        before = [m for m in self.mentions if m.noun is not None and m.sort in sorts and m.noun.place and m.noun.place.noun]
        sort = ""
        noun: Item | None = None
        shown = [*told]
        if told and before and bare and self.chance(0.35) and self._sure_kind():
            last = before[-1]
            noun, sort = last.noun, last.sort
            shown += self.words(
                self.rng.choice(("one", "one", self.left_out("one")) if not plural else ("ones", "ones", self.left_out("ones")))
            )
        elif told and bare and self.chance(0.05) and not plural and any(t.place and t.place.color for t in told):
            sort = "thing"
            one = "thing" if self.careful and self.mentions else "one"
            shown += self.words(self.rng.choice((one, self.left_out("thing"), self.left_out("thing"), "thing", "object")))
        elif self.chance(0.02) and bare:
            sort = "thing"
            shown += self.words("things" if plural else "thing")
        else:
            kind = self.kind(sorts)
            sort = SORT_OF.get(kind, "thing")
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
        several = quantifier == "all" or (plural and (quantifier != "a" or bool(inner)))
        mention = Mention(own[-1], noun, sort, several, marks) if own else None
        if mention:
            self.mentions.append(mention)
        return Phrase(items, marks, mention)

    def left_out(self, word: str) -> str:
        """A word that those who do not weigh their words leave out."""
        return word if self.careful else ""

    def all_of(self) -> tuple[str, bool]:
        """A determiner of all, and whether the noun is in the plural."""
        return self.rng.choice([a for a in ALL if a[0]] if self.careful else ALL)

    def _sure_kind(self) -> bool:
        """Whether `one` can be said: it may be of any kind that was mentioned, so of one kind alone."""
        return not self.careful or len({m.noun.place.noun for m in self.mentions if m.noun is not None and m.noun.place}) == 1

    def again(self, sorts: Collection[str], several: bool = False, place: bool = False) -> Phrase | None:
        """A pronoun for a mention of one of the sorts: for what the last clause was about, else for the only one, or the last of those
        who do not weigh their words; None without one.

        Args:
          place: Whether it is where something goes, which is rather not what the last clause was about.
        """
        fitting = [m for m in self.mentions if m.sort in sorts and m.several == several]
        about = [m for m in fitting if m is self.topic and not place]
        if not fitting or (self.careful and not about and (len(fitting) > 1 or self._hidden(sorts, several, place))):
            return None
        meant = (about or fitting)[-1]
        words = self.one("them|them|them|these|those|all_of_them" if several else "it|it|it|it|that|that_one")
        return Phrase(self.words(words), ["same", meant.head], meant)

    def _hidden(self, sorts: Collection[str], several: bool, place: bool) -> bool:
        """Whether something else might be meant as well, such as what the last clause was about."""
        if place and sum(m.several == several for m in self.mentions) > 1:
            return True
        return not place and (self.open_topic or (self.topic is not None and self.topic.sort in sorts))

    def once_more(self, marks: list[Mark]) -> list[Mark]:
        """The sketch of the same reference said once: by its head where it has one, else written out again."""
        found = next((m for m in reversed(self.mentions) if m.marks == marks), None)
        return ["same", found.head] if found else list(marks)

    def it(self) -> Phrase:
        """A pronoun for what nobody has spoken of: the thing in the hand."""
        return Phrase(self.words(self.one("it|it|that|this|this_one")), [IT])
