"""Requests: clauses with their sketches."""

from __future__ import annotations

from dataclasses import dataclass

from heedful.agents.understanding.parser.generate import wording
from heedful.agents.understanding.parser.generate.phrases import Item, Mark, Phrase, Speaker
from heedful.agents.understanding.parser.sketch import CLOSE, END

MOVABLE = ("thing", "thing", "thing", "cup", "cup", "box", "flat", "tool")
STANDING = ("thing", "box", "flat", "cup", "door", "table", "lamp", "button")
INSIDE, ONTO = ("box", "box", "door", "bin", "cup"), ("flat", "flat", "table", "thing", "box")
SIDES = ("left_of", "right_of", "in_front_of", "behind", "next_to", "far_from", "touching")
RELATIONS = {"in": 8, "on": 8, "to": 3, "next_to": 3, "left_of": 2, "right_of": 2, "in_front_of": 1.5, "behind": 1.5, "under": 0.2, "far_from": 0.6, "touching": 0.6}


@dataclass(slots=True)
class Request:
    """A clause: its words, its sketch, and whether that is a goal rather than a program of another kind."""

    items: list[Item]
    marks: list[Mark]
    goal: bool = True
    theme: Phrase | None = None


class Clauses(Speaker):
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

    def theme(self, sorts: tuple[str, ...], single: bool = False, lists: bool = True) -> tuple[list[Item], list[list[Mark]], Phrase]:
        """What is acted on: one phrase, a pronoun or a list. Words, the sketch of each, and the last phrase."""
        if self.mentions and self.chance(0.38):
            found = self.again(sorts, not single and self.chance(0.3))
            if found:
                return found.items, [found.marks], found
        if lists and not single and self.chance(0.13):
            things = [self.thing(sorts, 0, False, self.chance(0.7)) for _ in range(2 if self.chance(0.75) else 3)]
            items = [*things[0].items]
            for n, thing in enumerate(things[1:], 1):
                last = n == len(things) - 1
                items += [*self.words(self.one("and|and|and|as_well_as|,_and|plus|and_also") if last else self.one(",|,|and")), *thing.items]
            if self.chance(0.05) and len(things) == 2:
                items = [*self.words("both"), *items]
            return items, [t.marks for t in things], things[-1]
        found = self.thing(sorts, 1, single)
        if self.chance(0.006):
            found = self.it()
        return found.items, [found.marks], found

    def where(self, relation: str, before: int) -> Phrase:
        """A place for the relation.

        Args:
          before: How much had been mentioned before the clause; a thing is not put on itself.
        """
        sorts: tuple[str, ...] = {"in": INSIDE, "on": ONTO, "to": (*INSIDE, *ONTO)}.get(relation, STANDING)
        if before and self.chance(0.25):
            known = self.mentions[before:]
            del self.mentions[before:]
            found = self.again(sorts if relation in ("in", "on", "to") else MOVABLE)
            self.mentions += known
            if found:
                return Phrase(self.words("it" if self.chance(0.8) else "that"), found.marks, found.mention)
        if relation in ("in", "on") and self.chance(0.03):
            return self.matching(sorts)
        return self.thing(sorts, 1, True, self.chance(0.6))

    def relation(self) -> str:
        return self.rng.choices(list(RELATIONS), list(RELATIONS.values()))[0]

    def place(self) -> Request:
        relation = self.relation()
        count = len(self.mentions)
        items, themes, said = self.theme(MOVABLE)
        quantifier = str(themes[0][0])
        held = ("placed", f"{quantifier} {relation}")
        if held in self.forbidden:
            relation = "in" if ("placed", f"{quantifier} in") not in self.forbidden else "on"
        self.used.add(("placed", f"{quantifier} {relation}"))
        container = [m for m in self.mentions[:count] if m.sort in INSIDE and not m.several]
        if container and self.chance(0.10):
            pattern = self.rng.choice(wording.ELSEWHERE).replace("{v}", wording.MOVING)
            return Request(self.say(pattern, t=items), joined([["in", *t, "same", container[-1].head] for t in themes]), theme=said)
        place = self.where(relation, count)
        prepositions = wording.RELATION_WORDS[relation]
        pattern = self.rng.choice(wording.PLACE).format(v=wording.MOVING, p=prepositions)
        if relation == "touching" and "so" in prepositions and pattern.startswith(prepositions):
            pattern = f"{wording.MOVING} #t {prepositions} #p"
        marks = joined([[relation, *t, *(place.marks if n == 0 else self.once_more(place.marks))] for n, t in enumerate(themes)])
        words = self.say(pattern, t=items, p=place.items)
        if relation in ("left_of", "right_of", "in_front_of", "behind", "next_to") and self.chance(0.06):
            other = self.rng.choice([s for s in SIDES[:4] if s != relation])
            second = self.thing(STANDING, 0, True, True)
            words += self.say(f"and [also] {wording.RELATION_WORDS[other]} #p", p=second.items)
            parts = [[relation, *t, *(place.marks if n == 0 else self.once_more(place.marks))] for n, t in enumerate(themes)]
            parts += [[other, *self.once_more(t), *(second.marks if n == 0 else self.once_more(second.marks))] for n, t in enumerate(themes)]
            marks = joined(parts)
        return Request(words, marks, theme=said)

    def gapped(self) -> Request:
        """`the apple goes to the red plate and the banana to the green one`, `red on green`, `put A in B, C in D`."""
        relation = self.rng.choice(("in", "on", "to", "next_to", "left_of"))
        parts, items = list[list[Mark]](), list[Item]()
        start = self.say(self.rng.choice((wording.MOVING, wording.MOVING, "", "i want")))
        verb = self.rng.choice(("", "", "", "goes", "should go", "has to go", "belongs"))
        for n in range(2 if self.chance(0.8) else 3):
            theme = self.thing(MOVABLE, 0, False, True)
            place = self.thing(INSIDE if relation == "in" else STANDING if relation in SIDES else ONTO, 0, True, True)
            if n:
                items += self.words(self.one("and|,|,_and|and"))
            else:
                items += start
            says = verb if n == 0 and not start else ""
            items += [*theme.items, *self.words(says), *self.words(self.one(wording.RELATION_WORDS[relation])), *place.items]
            parts.append([relation, *theme.marks, *place.marks])
            if self.chance(0.3):
                relation = self.rng.choice(("in", "on", "to"))
        return Request(items, ["both", *(m for p in parts for m in p), END], False)

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
                return Request(self.say("fill|make|pour #t half [full|up|way]", t=items), ["filled_to", *themes[0], "half"], theme=said)
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

    def away(self) -> Request:
        items, themes, said = self.theme(MOVABLE)
        words = self.say(self.rng.choice(wording.THROW), t=items)
        return Request(words, joined([["in", *t, "the", "#bin", CLOSE] for t in themes]), theme=said)

    def aside(self) -> Request:
        items, themes, said = self.theme(MOVABLE)
        return Request(self.say(self.rng.choice(wording.ASIDE), t=items), joined([["aside", *t] for t in themes]), theme=said)

    def removed(self) -> Request:
        relation = self.rng.choice(("on", "on", "in", "in", "off"))
        lifted = self.chance(0.25)
        items, themes, said = self.theme(MOVABLE, lifted, not lifted)
        place = self.thing(ONTO if relation == "on" else INSIDE, 0, True, True)
        if lifted and themes[0][0] != "all":
            words = self.say(self.rng.choice(wording.LIFT).format(p=wording.TAKE_OFF[relation]), t=items, p=place.items)
            gone: list[Mark] = ["off"] if relation == "off" else ["not", relation]
            return Request(words, ["and", *gone, *themes[0], *place.marks, "holding", *self.once_more(themes[0]), END], theme=said)
        pattern = self.rng.choice(wording.REMOVE)
        if "#b" in pattern:
            kind = self.name(self.kind(("thing", "cup")))
            items, themes = [kind], [["all", kind, CLOSE]]
        if "{q}" in pattern and relation == "off":
            pattern = wording.REMOVE[0]
        words = self.say(pattern.format(p=wording.TAKE_OFF[relation], q=wording.RELATION_WORDS.get(relation, "in")), t=items, p=place.items, b=items)
        parts: list[list[Mark]] = []
        for n, t in enumerate(themes):
            spot = place.marks if n == 0 else self.once_more(place.marks)
            parts.append(["off", *t, *spot] if relation == "off" else ["not", relation, *t, *spot])
        return Request(words, joined(parts), theme=said)

    def tower(self) -> Request:
        name = "tower" if self.chance(0.65) else "row"
        if self.chance(0.35):
            things = self.thing(("thing", "cup", "flat"), 0, False)
            return Request(self.say(self.rng.choice(wording.TOWER if name == "tower" else wording.ROW), t=things.items), [name, *things.marks, END])
        things = [self.thing(("thing", "cup", "box"), 0, True, True) for _ in range(2 if self.chance(0.3) else 3)]
        if name == "tower" and self.chance(0.45):
            if self.chance(0.5):  # from the top: A on B on C
                items = self.say("stack|put|pile|place|set")
                for n, thing in enumerate(things):
                    items += [*(self.words(self.one("on|on_top_of|onto")) if n else []), *thing.items]
                parts: list[list[Mark]] = []
                for n, (upper, lower) in enumerate(zip(things, things[1:], strict=False)):
                    parts.append(["on", *(upper.marks if n == 0 else self.once_more(upper.marks)), *lower.marks])
                return Request(items, joined(parts))
            levels = self.rng.choice(wording.LEVELS)
            items = self.say("make|build a tower|stack [,|with]")
            for thing, level in zip(things, (levels[0], *(levels[1:] if len(things) == 3 else levels[2:])), strict=True):
                words = self.say(level)
                items += [*(self.words(",") if thing is not things[0] and self.chance(0.7) else []), *((thing.items + words) if self.chance(0.8) else (words + thing.items))]
            return Request(items, [name, *(m for t in things for m in t.marks), END])
        items = [*things[0].items]
        for n, thing in enumerate(things[1:], 1):
            items += [*self.words("and" if n == len(things) - 1 else ","), *thing.items]
        words = self.say(self.rng.choice(wording.TOWER if name == "tower" else wording.ROW), t=items)
        return Request(words, [name, *(m for t in things for m in t.marks), END])

    def apart(self) -> Request:
        relation = self.rng.choice(("left_of", "right_of", "in_front_of", "behind", "next_to", "far_from"))
        count = len(self.mentions)
        items, themes, said = self.theme(MOVABLE, True, False)
        place = self.where(relation, count)
        number = self.number(2, 30)
        unit, name = self.rng.choice((("u:cm", "cm"), ("u:cm", "cm"), ("u:cm", "cm"), ("u:mm", "mm"), ("u:in", "inch"), ("u:m", "m")))
        pattern = self.rng.choice(wording.APART).format(v=wording.MOVING, n="#n", p=wording.RELATION_WORDS[relation])
        words = self.say(pattern, t=items, p=place.items, n=[number, *self.words(name)])
        away: list[Mark] = ["apart", *self.once_more(themes[0]), *self.once_more(place.marks), "num", number, unit]
        return Request(words, ["and", relation, *themes[0], *place.marks, *away, END], theme=said)

    def region(self) -> Request:
        items, themes, said = self.theme(MOVABLE)
        if self.chance(0.5):
            region = "#middle"
            words = self.say(self.rng.choice(wording.MIDDLE).format(v=wording.MOVING), t=items)
        else:
            region = self.rng.choice(list(wording.SIDES))
            pattern = self.rng.choice(wording.SIDE).format(v=wording.MOVING, s=wording.SIDES[region])
            if region in wording.MINE and self.chance(0.25):
                pattern = wording.MINE[region].format(v=wording.MOVING)
            words = self.say(pattern, t=items)
        return Request(words, joined([["at", *t, "the", region, CLOSE] for t in themes]), theme=said)

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


def joined(parts: list[list[Mark]]) -> list[Mark]:
    """One formula, or several that hold together."""
    return parts[0] if len(parts) == 1 else ["and", *(m for p in parts for m in p), END]

