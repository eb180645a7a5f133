"""Noun phrases of how many and which not: exceptions, counts, choices and what matches."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from heedful.agents.understanding.parser.generate.plain import Plain
from heedful.agents.understanding.parser.generate.speaker import Mark, Phrase
from heedful.agents.understanding.parser.sketch import CLOSE, THEME_TOKEN


@dataclass(slots=True)
class Amounts(Plain):
    """Speaks of several things, of some of them, and of all but some."""

    def _excepted(self, sorts: Collection[str]) -> Phrase:
        """`all the fruit except the lemon`, `everything but the mug`, `the other one`, `the rest of the blocks`."""
        but = self.one(
            "except|except_for|but|but_not|apart_from|other_than|excluding|save_for|besides|without|,_but_not|,_except|bar|minus|not_counting"
        )
        if self.mentions and self.chance(0.3):
            last = self.mentions[-1]
            same: list[Mark] = ["but", "same", last.head]
            if last.noun is not None and self.chance(0.5):
                one = self.chance(0.5)
                words = self.one(
                    "the_other_one|the_other|the_remaining_one"
                    if one
                    else "the_others|the_other_ones|the_rest|the_remaining_ones|all_the_others"
                )
                return Phrase(self.words(words), ["the" if one else "all", last.noun, *same, CLOSE])
            kind = last.noun.place.noun if last.noun is not None and last.noun.place else self.kind(sorts)
            if self.chance(0.4):
                return Phrase(self.words(self.one("everything_else|all_else|the_rest")), ["all", *same, CLOSE])
            one = self.chance(0.4)
            noun = self.name(kind, not one)
            start = self.one(
                "the_other|the_remaining" if one else "the_other|the_rest_of_the|all_the_other|the_remaining|all_other|the_rest_of_those"
            )
            return Phrase([*self.words(start), noun], ["the" if one else "all", noun, *same, CLOSE], None)
        count = len(self.mentions)
        whole = self.chance(0.35) and not (self.careful and "thing" not in sorts)
        if whole:
            base = Phrase(self.words(self.one("everything|all_things|all_the_things|every_thing|all_of_it|all")), ["all", CLOSE])
        else:
            start, plural = self.all_of()
            base = self.described(sorts, "all", start, plural, False)
        head = base.mention.noun if base.mention is not None else None
        if self.careful and not whole and head is not None:
            color = self.color()
            spared = Phrase([*self.words(self.the()), color, *self.words("one")], ["the", color, head, CLOSE])
        else:
            spared = self.described(sorts if not whole else ("thing", "cup", "box", "flat"), "the", self.the(), False)
        slots: list[Mark] = ["but", *spared.marks]
        items = [*base.items, *self.words(but), *spared.items]
        if self.chance(0.15) and (whole or not self.careful):
            more = self.described(sorts, "the", "the", False)
            slots += ["but", *more.marks]
            items += [*self.words(self.one("and|and_except" if self.careful else "and|or|and_except")), *more.items]
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
            before, after = (
                ("", self.one("|the|of_the"))
                if number.words == "both"
                else self.rng.choice((("the", ""), ("all", ""), ("these", ""), ("all the", ""), ("the", ""), ("all", "of the"), ("my", "")))
            )
            inner = [number, *self.words(after)]
            if ("all", "many") in self.forbidden:
                return self._simple(sorts, False)
            return self.described(sorts, "all", before, True, True, inner, ["many", number])
        couple = self.chance(0.08)
        number = self.both("couple") if couple else self.number(2, 5)
        before, after = (
            ("a", "of")
            if couple
            else self.rng.choice(
                (
                    ("", ""),
                    ("", ""),
                    ("", "of the"),
                    ("", "of the"),
                    ("any", ""),
                    ("any", "of the"),
                    ("some", ""),
                    ("exactly", ""),
                    *((("at least", ""), ("at least", "of the"), ("a total of", ""), ("not more than", "")) if not self.careful else ()),
                    ("", "of those"),
                    ("", "of my"),
                    ("just", ""),
                    ("only", ""),
                )
            )
        )
        found = self.described(sorts, "a", before, True, True, [number, *self.words(after)], ["many", number])
        if self.careful and found.mention is not None:  # which they are is left open, so nobody speaks of them again
            self.mentions.remove(found.mention)
            found.mention = None
        return found

    def _either(self, sorts: Collection[str]) -> Phrase:
        first, second = (self.described(sorts, "the", self.the(), False) for _ in range(2))
        self.mentions = self.mentions[:-2] if len(self.mentions) > 1 else []
        either = self.words("either" if self.chance(0.3) else "")
        return Phrase([*either, *first.items, *self.words("or"), *second.items], ["a", "any", *first.marks, "any", *second.marks, CLOSE])

    def matching(self, sorts: Collection[str]) -> Phrase:
        """`the bowl of its colour`."""
        noun = self.name(self.kind(sorts), plural=self.chance(0.3))
        words = self.rng.choice(
            (
                "the matching #n",
                "the #n of its color",
                "the #n of the same color",
                "the same colored #n",
                "the #n with the matching color",
                "the #n that matches",
                "the #n matching their color",
                "their matching #n",
                "the #n of their color",
                "the corresponding #n",
            )
        )
        return Phrase(self.say(words, n=[noun]), ["the", noun, "where", "same_color", THEME_TOKEN, CLOSE])
