"""Requests to bring something somewhere, with their sketches."""

from __future__ import annotations

from dataclasses import dataclass

from heedful.agents.understanding.parser.generate import frames, states, wording
from heedful.agents.understanding.parser.generate.phrases import Phrases
from heedful.agents.understanding.parser.generate.speaker import Item, Mark, Phrase
from heedful.agents.understanding.parser.reading import UNKNOWN
from heedful.agents.understanding.parser.sketch import CLOSE, END

MOVABLE = ("thing", "thing", "thing", "cup", "cup", "box", "flat", "tool")
STANDING = ("thing", "box", "flat", "cup", "door", "table", "lamp", "button")
INSIDE, ONTO = ("box", "box", "door", "bin", "cup"), ("flat", "flat", "table", "thing", "box")
SIDES = ("left_of", "right_of", "in_front_of", "behind", "next_to", "far_from", "touching")
RELATIONS = {
    "in": 8,
    "on": 8,
    "to": 3,
    "next_to": 3,
    "left_of": 2,
    "right_of": 2,
    "in_front_of": 1.5,
    "behind": 1.5,
    "under": 0.2,
    "far_from": 0.6,
    "touching": 0.6,
}


@dataclass(slots=True)
class Request:
    """A clause: its words, its sketch, and whether that is a goal rather than a program of another kind."""

    items: list[Item]
    marks: list[Mark]
    goal: bool = True
    theme: Phrase | None = None


class Moving(Phrases):
    """Speaks of where things shall be."""

    def theme(self, sorts: tuple[str, ...], single: bool = False, lists: bool = True) -> tuple[list[Item], list[list[Mark]], Phrase]:
        """What is acted on: one phrase, a pronoun or a list. Words, the sketch of each, and the last phrase."""
        if self.mentions and self.chance(0.38):
            found = self.again(sorts, not single and self.chance(0.3))
            if found:
                self.topic, self.open_topic = found.mention, False
                return found.items, [found.marks], found
        if lists and not single and self.chance(0.13):
            things = [self.thing(sorts, 0, False, self.careful or self.chance(0.7)) for _ in range(2 if self.chance(0.75) else 3)]
            items = [*things[0].items]
            for n, thing in enumerate(things[1:], 1):
                last = n == len(things) - 1
                items += [
                    *self.words(self.one("and|and|and|as_well_as|,_and|plus|and_also") if last else self.one(",|,|and")),
                    *thing.items,
                ]
            self.topic, self.open_topic = None, True
            if self.chance(0.05) and len(things) == 2 and not (self.careful and any(t.marks[0] != "the" for t in things)):
                items = [*self.words("both"), *items]
            return items, [t.marks for t in things], things[-1]
        found = self.thing(sorts, 1, single)
        if self.chance(0.006) and not self.careful:
            found = self.it()
        self.topic, self.open_topic = found.mention, found.mention is None
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
            found = self.again(sorts if relation in ("in", "on", "to") else MOVABLE, place=True)
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
        if container and self.chance(0.10) and (len(container) == 1 or not self.careful):
            pattern = self.rng.choice(wording.ELSEWHERE).replace("{v}", wording.MOVING)
            return Request(self.say(pattern, t=items), joined([["in", *t, "same", container[-1].head] for t in themes]), theme=said)
        place = self.where(relation, count)
        spared = self.spared(themes[0]) if len(themes) == 1 and not self.careful and self.chance(0.15) else None
        if spared:
            themes = [[*themes[0][:-1], "but", *spared.marks, CLOSE]]
            if said.mention:
                said.mention.marks = themes[0]
        words = self.placed(relation, items, place)
        if spared:
            front = self.chance(0.35)
            said_of = self.say(self.rng.choice(frames.BUT_FIRST if front else frames.BUT_LAST), t=spared.items)
            words = [*said_of, *self.words(","), *words] if front else [*words, *said_of]
        marks = joined([[relation, *t, *(place.marks if n == 0 else self.once_more(place.marks))] for n, t in enumerate(themes)])
        if relation in ("left_of", "right_of", "in_front_of", "behind", "next_to") and self.chance(0.06):
            other = self.rng.choice([s for s in SIDES[:4] if s != relation])
            second = self.thing(STANDING, 0, True, True)
            words += self.say(f"and [also] {wording.RELATION_WORDS[other]} #p", p=second.items)
            parts = [[relation, *t, *(place.marks if n == 0 else self.once_more(place.marks))] for n, t in enumerate(themes)]
            parts += [
                [other, *self.once_more(t), *(second.marks if n == 0 else self.once_more(second.marks))] for n, t in enumerate(themes)
            ]
            marks = joined(parts)
        return Request(words, marks, theme=said)

    def _putting(self) -> str:
        """Verbs after which a place is where something goes."""
        return "|".join(v for v in wording.MOVING.split("|") if not self.careful or v not in wording.TAKING)

    def spared(self, theme: list[Mark]) -> Phrase | None:
        """What is not meant though all are spoken of, to be said apart from them."""
        if theme[0] != "all" or "but" in theme or "where" in theme or "many" in theme or "pick" in theme:
            return None
        count = len(self.mentions)
        found = self.described(("thing", "cup", "box", "flat"), "the", self.rng.choice(("the", "the", "my", "that")), False)
        del self.mentions[count:]
        return found

    def ways(self, plain: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
        """Patterns for something, of which those who weigh their words use the plain ones."""
        return plain if self.careful else (*plain, *more)

    def placed(self, relation: str, items: list[Item], place: Phrase) -> list[Item]:
        """Words for that something is to be brought somewhere."""
        prepositions = wording.RELATION_WORDS[relation]
        patterns: tuple[str, ...]
        if not self.careful and self.chance(0.55):
            into = relation in ("to", "in") and self.chance(0.18)
            patterns = (frames.TO_PLACE if relation == "to" else frames.INTO) if into else self.rng.choice(frames.PLACE)
        else:
            patterns = tuple(p for p in wording.PLACE if relation != "to" or "{s}" not in p)
        moving = UNKNOWN if not self.careful and self.chance(0.04) else wording.MOVING
        if self.careful and relation != "to":  # `take the mug by the plate` tells which mug
            moving = self._putting()
            patterns = tuple(p for p in patterns if not p.startswith("get ") or relation in ("in", "on"))
        if self.careful and relation == "to":  # what is pushed to something comes next to it
            moving = "|".join(v for v in wording.MOVING.split("|") if v not in wording.PUSHING)
        chosen = self.rng.choice(patterns)
        if relation == "touching" and "so" in prepositions and not chosen.startswith(("{v} #t", "#t {p}")):
            chosen = "{v} #t {p} #p"
        pattern = chosen.format(v=moving, p=prepositions, s=wording.WHERE_IS[relation], g=frames.GERUNDS, d=frames.PARTICIPLES)
        return self.say(pattern, t=items, p=place.items)

    def gapped(self) -> Request:
        """`the apple goes to the red plate and the banana to the green one`, `red on green`, `put A in B, C in D`."""
        relation = self.rng.choice(("in", "on", "to", "next_to", "left_of"))
        self.topic, self.open_topic = None, True
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

    def away(self) -> Request:
        items, themes, said = self.theme(MOVABLE)
        words = self.say(self.rng.choice(self.ways(wording.THROW, states.GONE)), t=items)
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
        pattern = self.rng.choice(wording.REMOVE[:2] if self.careful and themes[0][0] == "a" else wording.REMOVE)
        if "#b" in pattern:
            kind = self.name(self.kind(("thing", "cup")))
            items, themes = [kind], [["all", kind, CLOSE]]
        if "{q}" in pattern and relation == "off":
            pattern = wording.REMOVE[0]
        words = self.say(
            pattern.format(p=wording.TAKE_OFF[relation], q=wording.WHERE_IS.get(relation, "in")), t=items, p=place.items, b=items
        )
        parts: list[list[Mark]] = []
        for n, t in enumerate(themes):
            spot = place.marks if n == 0 else self.once_more(place.marks)
            parts.append(["off", *t, *spot] if relation == "off" else ["not", relation, *t, *spot])
        return Request(words, joined(parts), theme=said)

    def apart(self) -> Request:
        relation = self.rng.choice(("left_of", "right_of", "in_front_of", "behind", "next_to", "far_from"))
        count = len(self.mentions)
        items, themes, said = self.theme(MOVABLE, True, False)
        place = self.where(relation, count)
        number = self.number(2, 30)
        unit, name = self.rng.choice((("u:cm", "cm"), ("u:cm", "cm"), ("u:cm", "cm"), ("u:mm", "mm"), ("u:in", "inch")))
        pattern = self.rng.choice(wording.APART).format(v=wording.MOVING, n="#n", p=wording.RELATION_WORDS[relation])
        words = self.say(pattern, t=items, p=place.items, n=[number, *self.words(name)])
        away: list[Mark] = ["apart", *self.once_more(themes[0]), *self.once_more(place.marks), "num", number, unit]
        return Request(words, ["and", relation, *themes[0], *place.marks, *away, END], theme=said)

    def region(self) -> Request:
        items, themes, said = self.theme(MOVABLE)
        if self.chance(0.5):
            region = "#middle"
            words = self.say(self.rng.choice(wording.MIDDLE).format(v=self._putting()), t=items)
        else:
            region = self.rng.choice(list(wording.SIDES))
            pattern = self.rng.choice(wording.SIDE if region in ("#left", "#right") else wording.SIDE[:1]).format(
                v=self._putting(), s=wording.SIDES[region]
            )
            if region in wording.MINE and self.chance(0.25):
                pattern = wording.MINE[region].format(v=wording.MOVING)
            words = self.say(pattern, t=items)
        return Request(words, joined([["at", *t, "the", region, CLOSE] for t in themes]), theme=said)


def joined(parts: list[list[Mark]]) -> list[Mark]:
    """One formula, or several that hold together."""
    return parts[0] if len(parts) == 1 else ["and", *(m for p in parts for m in p), END]
