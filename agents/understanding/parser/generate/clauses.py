"""Requests of every kind, with their sketches."""

from __future__ import annotations

from itertools import pairwise

from heedful.agents.understanding.parser.generate import wording
from heedful.agents.understanding.parser.generate.moving import MOVABLE, Moving, Request, joined
from heedful.agents.understanding.parser.generate.speaker import Mark
from heedful.agents.understanding.parser.sketch import CLOSE, END


class Clauses(Moving):
    """Speaks whole requests."""

    def request(self, plain: bool = False) -> Request:
        """Something to do.

        Args:
          plain: Whether it must be a goal, so that manners may be added.
        """
        acts = {self.place: 44, self.give: 6, self.hold: 6, self.opened: 8, self.switched: 7, self.state: 9, self.away: 4, self.removed: 4,
                self.tower: 4, self.apart: 3, self.region: 2.5, self.gapped: 3, self.aside: 1.5}  # fmt: skip
        if not plain:
            acts |= {self.doing: 3.5, self.pressed: 3}
        return self.rng.choices(list(acts), list(acts.values()))[0]()

    def give(self) -> Request:
        items, themes, said = self.theme(MOVABLE)
        words = self.say(self.rng.choice(wording.GIVE), t=items, b=items)
        return Request(words, joined([["at", *t, "the", "#person", CLOSE] for t in themes]), theme=said)

    def hold(self) -> Request:
        items, themes, said = self.theme(MOVABLE, single=self.chance(0.8), lists=False)
        return Request(self.say(self.rng.choice(wording.HOLD), t=items), joined([["holding", *t] for t in themes]), theme=said)

    def opened(self) -> Request:
        shut = self.chance(0.5)
        items, themes, said = self.theme(("door",))
        words = self.say(self.rng.choice(wording.SHUT if shut else wording.OPEN), t=items)
        return Request(words, joined([["closed" if shut else "open", *t] for t in themes]), theme=said)

    def switched(self) -> Request:
        tap, off = self.chance(0.4), self.chance(0.5)
        items, themes, said = self.theme(("tap",) if tap else ("lamp",), lists=False)
        patterns = (wording.STOP if off else wording.RUN) if tap else (wording.UNLIT if off else wording.LIT)
        words = self.say(self.rng.choice(patterns), t=items)
        if self.chance(0.06) and not tap:
            button = self.described(("button",), "the", "the", False)
            words += [*self.words(self.one("with|using|by_pressing|by_means_of")), *button.items]
            return Request(words, ["with", *(["not"] if off else []), "on_off", *themes[0], "using", *button.marks, END], False, said)
        return Request(words, joined([[*(["not"] if off else []), "on_off", *t] for t in themes]), theme=said)

    def pressed(self) -> Request:
        items, themes, said = self.theme(("button",), True, False)
        return Request(self.say(self.rng.choice(wording.PRESS), t=items), ["do:press", *themes[0]], False, said)

    def state(self) -> Request:
        which = self.rng.choice(("fill", "empty", "empty", "pour", "clean", "upright", "upright", "upside", "over", "half"))
        if which == "clean" and self.nouns and "spill" not in self.nouns:
            which = "fill"
        if which == "pour":
            items, themes, said = self.theme(("cup", "cup", "box"), True, False)
            place = self.thing(("cup", "box"), 0, True, True)
            pattern = self.rng.choice(wording.POUR)
            fills = pattern.startswith("fill")
            marks: list[Mark] = ["poured", *themes[0], *place.marks]
            if fills:
                marks = ["filled_from", *themes[0], *place.marks]
                pattern = "fill|top_up #t from|with|out_of|with_what_is_in #p"
            return Request(self.say(pattern, t=items, p=place.items), marks, theme=said)
        if which == "half":
            items, themes, said = self.theme(("cup", "box"), True, False)
            if self.chance(0.5):
                return Request(
                    self.say(self.rng.choice(("fill #t half [full|way|up]", "make #t half full", "fill half of #t")), t=items),
                    ["filled_to", *themes[0], "half"],
                    theme=said,
                )
            number = self.number(10, 50)
            words = self.say("fill #t [up] to|up_to #n percent", t=items, n=[number])
            return Request(words, ["filled_to", *themes[0], "num", number, "u:percent"], theme=said)
        patterns, sorts, name = {
            "fill": (wording.FILL, ("cup", "box"), "full"), "empty": (wording.EMPTY, ("box", "cup", "flat", "door", "bin"), "empty"),
            "clean": (wording.CLEAN, ("spill",), "clean"), "upright": (wording.UPRIGHT, ("cup", "cup", "thing", "box"), "upright"),
            "upside": (wording.UPSIDE, ("cup", "box"), "upside_down"), "over": (wording.OVER, ("cup", "box", "thing"), "over"),
        }[which]  # fmt: skip
        items, themes, said = self.theme(sorts, lists=self.chance(0.3))
        words = self.say(self.rng.choice(patterns), t=items)
        if which == "clean" and self.chance(0.25):
            tool = self.described(("tool",), "the", self.rng.choice(("the", "a")), False)
            words += [*self.words(self.one("with|using|by_using")), *tool.items]
            quantifier: list[Mark] = ["a" if words[-len(tool.items)].words == "a" else "the"]
            return Request(words, ["with", name, *themes[0], "using", *quantifier, *tool.marks[1:], END], False, said)
        return Request(words, joined([[name, *t] for t in themes]), theme=said)

    def tower(self) -> Request:
        name = "tower" if self.chance(0.65) else "row"
        if self.chance(0.35):
            several = self.thing(("thing", "cup", "flat"), 0, False)
            return Request(
                self.say(self.rng.choice(wording.TOWER if name == "tower" else wording.ROW), t=several.items), [name, *several.marks, END]
            )
        things = [self.thing(("thing", "cup", "box"), 0, True, True) for _ in range(2 if self.chance(0.3) else 3)]
        if name == "tower" and self.chance(0.45):
            if self.chance(0.5):  # from the top: A on B on C
                items = self.say("stack|put|pile|place|set")
                for n, thing in enumerate(things):
                    items += [*(self.words(self.one("on|on_top_of|onto")) if n else []), *thing.items]
                parts: list[list[Mark]] = []
                for n, (upper, lower) in enumerate(pairwise(things)):
                    parts.append(["on", *(upper.marks if n == 0 else self.once_more(upper.marks)), *lower.marks])
                return Request(items, joined(parts))
            levels = self.rng.choice(wording.LEVELS)
            items = self.say("make|build a tower|stack [,|with]")
            for thing, level in zip(things, (levels[0], *(levels[1:] if len(things) == 3 else levels[2:])), strict=True):
                words = self.say(level)
                items += [
                    *(self.words(",") if thing is not things[0] and self.chance(0.7) else []),
                    *((thing.items + words) if self.chance(0.8) else (words + thing.items)),
                ]
            return Request(items, [name, *(m for t in things for m in t.marks), END])
        items = [*things[0].items]
        for n, thing in enumerate(things[1:], 1):
            items += [*self.words("and" if n == len(things) - 1 else ","), *thing.items]
        words = self.say(self.rng.choice(wording.TOWER if name == "tower" else wording.ROW), t=items)
        return Request(words, [name, *(m for t in things for m in t.marks), END])

    def doing(self) -> Request:
        which = self.rng.choice(("home", "look", "wait", "wait"))
        if which != "wait":
            return Request(self.say(self.rng.choice(wording.HOME if which == "home" else wording.LOOK)), [f"do:{which}"], False)
        if self.chance(0.4):
            return Request(self.say(self.rng.choice(wording.WAIT)), ["do:wait", END], False)
        number = self.number(2, 30)
        unit, name = self.rng.choice((("u:s", "seconds"), ("u:s", "seconds"), ("u:min", "minutes"), ("u:s", "sec")))
        words = self.say(self.rng.choice(wording.WAIT_FOR).format(n="#n"), n=[number, *self.words(name)])
        return Request(words, ["do:wait", "num", number, unit], False)
