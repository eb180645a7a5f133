"""Noun phrases with their sketches: told by where things are, by an order, by exceptions and counts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from heedful.agents.understanding.parser.generate import wording
from heedful.agents.understanding.parser.generate.amounts import Amounts
from heedful.agents.understanding.parser.generate.speaker import Item, Mark, Mention, Phrase
from heedful.agents.understanding.parser.generate.tables import ENDS, EVERY, MOST, NEAR, NEAR_ME, NEAR_YOU, NTH, SOME
from heedful.agents.understanding.parser.reading import SORT_OF
from heedful.agents.understanding.parser.sketch import CLOSE

RELATIVE = frozenset(("that", "which", "is", "are", "s"))
"""Words that begin a relative clause."""


@dataclass(slots=True)
class Phrases(Amounts):
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
        alone = quantifier == "all" and self.chance(0.35)
        if alone and self.careful:
            whole = self.rng.choice(("everything", "all things", "the things", "what", "whatever"))
            be = "are" if whole.endswith("things") else "is"
            joint = "" if whole.startswith("what") else self.rng.choice(("that", "which"))
            found = Phrase(
                [*self.words(f"{whole} {joint} {be}"), *self.say(wording.POINTING[relation]), *place.items], ["all", *where, CLOSE]
            )
        elif alone:
            start = self.rng.choice(("everything", "all things", "the things", "all", "whatever is", "what is", "anything"))
            found = Phrase([*self.words(start), *words, *place.items], ["all", *where, CLOSE])
        else:
            start, plural = self._determiner(quantifier)
            if quantifier == "the" and not self.careful and self.chance(0.06):
                bare = [*self.words("is"), *(w for w in words if w.words not in RELATIVE), *place.items]
                found = self.described(sorts, "the", self.rng.choice(("whichever", "whatever")), False, slots=where, after=bare)
            elif quantifier == "the" and self.chance(0.06):
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
        slots = ["pick", f"by:{by}", "n1"]
        return (
            self._among(sorts, start, slots)
            if not self.careful and self.chance(0.25)
            else self.described(sorts, "the", f"the {start}", False, slots=slots)
        )

    def _among(self, sorts: Collection[str], start: str, slots: list[Mark]) -> Phrase:
        """`the leftmost of the blocks`, `of all the red cups the smallest one`."""
        kind = self.kind(sorts)
        noun = self.name(kind, True)
        told = [self.color()] if self.chance(0.25) else []
        pattern = self.rng.choice(
            ("the #s one|of of|among|out_of [all] the #n", "the #s [one] of|among|out_of [all|all_of] the|these|those|my #n", 
             "the #s of #n",
             "of|among|out_of [all] the|these|those #n [,] the #s [one]", "#n , the #s [one]", "from the #n the #s [one]")
        )  # fmt: skip
        items = self.say(pattern.replace("one|of of", "one of"), s=self.words(start), n=[*told, noun])
        marks: list[Mark] = ["the", *told, noun, *slots, CLOSE]
        mention = Mention(noun, noun, SORT_OF.get(kind, "thing"), False, marks)
        self.mentions.append(mention)
        return Phrase(items, marks, mention)
