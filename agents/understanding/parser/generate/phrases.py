"""Noun phrases with their sketches: told by where things are, by an order, by exceptions and counts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from heedful.agents.understanding.parser.generate import wording
from heedful.agents.understanding.parser.generate.plain import Plain
from heedful.agents.understanding.parser.generate.speaker import Item, Mark, Phrase
from heedful.agents.understanding.parser.generate.tables import ENDS, EVERY, MOST, NEAR, NEAR_ME, NEAR_YOU, NTH, SOME
from heedful.agents.understanding.parser.sketch import CLOSE, THEME_TOKEN


@dataclass(slots=True)
class Phrases(Plain):
    """Speaks of things in every way."""

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

    def _pointed(self, sorts: Collection[str], depth: int, single: bool) -> Phrase:
        """`the block in the drawer`, `everything on the tray`."""
        relation = self.rng.choice(("in", "on", "on", "in", "next_to", "left_of", "right_of", "in_front_of", "behind", "under", "from"))
        if self.careful and relation == "from":
            relation = "in"
        quantifier = "the" if single or self.chance(0.6) else self.rng.choice(("all", "all", "a"))
        held = ("pointed", f"{quantifier} {relation}")
        if held in self.forbidden:
            return self._simple(sorts, single)
        self.used.add(held)
        place_sorts = {"in": ("box", "door", "bin", "cup"), "on": ("flat", "table", "thing", "box")}.get(
            relation, ("thing", "box", "flat", "cup")
        )
        count = len(self.mentions)
        place = self.thing(place_sorts, depth - 1, True, self.careful or self.chance(0.7))
        told = wording.THAT if quantifier != "all" else wording.THOSE
        words = self.say(f"{told[1:-1] if self.careful else told} {wording.POINTING[relation]}")
        where: list[Mark] = ["where", relation, *place.marks]
        inner = self.mentions[count:]
        del self.mentions[count:]
        bare = quantifier == "all" and self.chance(0.35)
        if bare and self.careful:
            whole = self.rng.choice(("everything", "all things", "the things", "what", "whatever"))
            be = "are" if whole.endswith("things") else "is"
            joint = "" if whole.startswith("what") else self.rng.choice(("that", "which"))
            found = Phrase(
                [*self.words(f"{whole} {joint} {be}"), *self.say(wording.POINTING[relation]), *place.items], ["all", *where, CLOSE]
            )
        elif bare:
            start = self.rng.choice(("everything", "all things", "the things", "all", "whatever is", "what is", "anything"))
            found = Phrase([*self.words(start), *words, *place.items], ["all", *where, CLOSE])
        else:
            start, plural = self._determiner(quantifier)
            if quantifier == "the" and self.chance(0.06):
                found = Phrase(
                    [
                        *self.words(
                            self.rng.choice(("the thing", "the object") if self.careful else ("what is", "the thing", "the object"))
                        ),
                        *words,
                        *place.items,
                    ],
                    ["the", *where, CLOSE],
                )
            else:
                found = self.described(sorts, quantifier, start, plural, slots=where, after=[*words, *place.items])
        if not self.careful:  # what only tells which is meant is not spoken of again
            self.mentions += inner
        return found

    def _determiner(self, quantifier: str) -> tuple[str, bool]:
        """A determiner, and whether the noun is in the plural."""
        if quantifier == "all":
            return self.all_of()
        return (self.rng.choice(SOME[:6])[0], False) if quantifier == "a" else (self.the(), False)

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
            side = self.rng.choice(ENDS if self.careful else (*ENDS, *ENDS, ("left", "")))
            held = ("every", every[3].split()[-1])
            if held not in self.forbidden:
                self.used.add(held)
                first = 1 if "leftmost" in side[1] or "rightmost" in side[1] else every[1]  # it counts itself
                slots: list[Mark] = ["pick", f"by:{side[0]}", f"n{first}", "every", every[2]]
                told = side[1].replace("|starting_from", "").replace("|starting_on", "") if self.careful else side[1]
                return self.described(sorts, "all", every[3], False, True, slots=slots, after=self.say(told))
        if roll < 0.24:
            word, nth = self.rng.choice(NTH)
            side = self.rng.choice(ENDS)
            after = self.say(side[1])
            return self.described(
                sorts,
                "the",
                f"{self.rng.choice(('the', 'the', '' if not self.careful else 'the'))} {word}",
                False,
                True,
                slots=["pick", f"by:{side[0]}", nth],
                after=after,
            )
        if roll < 0.32:
            return self.described(sorts, "the", f"the {self.one('middle|middle|central|center')}", False, slots=["pick", "by:left", "n0"])
        if roll < 0.52:
            by = self.rng.choice(("near", "far"))
            if self.chance(0.5):
                near = ("thing", "box", "flat", "cup", "door")
                place = self.described(near, "the", self.the(), False) if self.careful else self.thing(near, 0, True, True)
                tail = self.say(f"[that_is|which_is] {NEAR[by]}", p=place.items)
                inner = [m for m in self.mentions if m is place.mention]
                to: list[Mark] = ["to_", *place.marks]
            else:
                tail, to, inner = self.say(f"[that_is|which_is] {NEAR_YOU[by]}"), [], []
                if self.chance(0.4):
                    tail, to = self.say(f"[that_is|which_is] {NEAR_ME[by]}"), ["mine"]
            self.mentions = [m for m in self.mentions if m not in inner]
            found = self.described(sorts, "the", self.the(), False, slots=["pick", f"by:{by}", "n1", *to], after=tail)
            self.mentions += inner if not self.careful else []
            return found
        by = self.rng.choice([b for b in MOST if b != "full" or not self.careful or {"cup", "box"} >= set(sorts)])
        start, mine = self.one(MOST[by]), False
        if by in ("left", "right") and self.chance(0.3):
            mine = self.chance(0.4)
            after = self.words(f"{self.rng.choice(('on', 'to', 'at'))} {'my' if mine else self.rng.choice(('the', 'the far'))} {by}")
            return self.described(sorts, "the", "the", False, slots=["pick", f"by:{by}", "n1", *(["mine"] if mine else [])], after=after)
        if not single and self.chance(0.3) and ("most", by) not in self.forbidden:
            number = self.number(2, 3)
            self.used.add(("most", by))
            return self.described(
                sorts, "the", "the", True, True, [number, *self.words(start)], ["pick", f"by:{by}", "n1", "number", number]
            )
        return self.described(sorts, "the", f"the {start}", False, slots=["pick", f"by:{by}", "n1"])

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
