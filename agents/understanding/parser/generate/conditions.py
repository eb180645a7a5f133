"""Requests one after the other, under conditions, and until something is so."""

from __future__ import annotations

from collections.abc import Collection

from heedful.agents.understanding.parser.generate import talk, wording
from heedful.agents.understanding.parser.generate.clauses import Clauses
from heedful.agents.understanding.parser.generate.moving import INSIDE, MOVABLE, ONTO, STANDING, Request
from heedful.agents.understanding.parser.generate.speaker import Item, Mark, Phrase
from heedful.agents.understanding.parser.sketch import CLOSE, END
from heedful.agents.understanding.verbs import ing

"""Constructions that the shipped parser has never seen; what `heedful eval language --set compositional` asks for."""
LONG = 4
"""Requests in one sentence from which on it is long."""


class Conditions(Clauses):
    """Speaks of several requests and of when they hold."""

    def several(self, most: int = 3) -> Request:
        """Requests one after the other, or at once."""
        count = 2 if self.chance(0.68) else 3
        if ("joined", "long") not in self.forbidden and self.chance(0.35):
            count = self.rng.randint(LONG, 6)
            self.used.add(("joined", "long"))
        then = self.chance(0.6)
        if count == 2 and self.chance(0.07):
            first, second = self.request(), self.request()
            words = self.rng.choice(talk.MEANWHILE)
            return Request([*first.items, *self.words(words), *second.items], ["par", *first.marks, *second.marks, END], False)
        if count == 2 and not self.careful and self.chance(0.35) and (found := self.ordered()):
            return found
        parts = [self.request() for _ in range(count)]
        items = [*self.words("first" if then and self.chance(0.2) else ""), *parts[0].items]
        joints = [self.rng.choice(talk.THEN if then else talk.AND) for _ in parts[1:]]
        in_turn = not self.careful or bool({"then", "finally", "after", "next"} & {*joints[-1].split()})
        for n, (joint, part) in enumerate(zip(joints, parts[1:], strict=True), 1):
            if then and n < count - 1 and ((self.chance(0.3) and in_turn) or (self.careful and "finally" in joint)):
                joint = "," if in_turn else "and then"
            items += [*self.words(joint.replace(",", " , ").replace(".", " . ").replace(";", " . ")), *part.items]
        if not then and self.chance(0.2):
            items += self.words(f", {self.rng.choice(talk.IGNORED)}")
        return Request(items, ["seq" if then else "both", *(m for p in parts for m in p.marks), END], False)

    def ordered(self) -> Request | None:
        """One request after another, told by any of many words for it; None where these are no verbs."""
        pattern = self.rng.choice(talk.ORDERED)
        if pattern.index("{x") < pattern.index("{y"):
            first, second = self.request(), self.request()
        else:
            second, first = self.request(), self.request()
        if not (urged(first.items) and urged(second.items)):
            return None
        plain = pattern.replace("{x:g}", "#g").replace("{y:g}", "#h").replace("{x}", "#x").replace("{y}", "#y")
        words = self.say(plain, g=gerund(first.items), h=gerund(second.items), x=first.items, y=second.items)
        return Request(words, ["seq", *first.marks, *second.marks, END], False)

    def condition(self) -> tuple[list[Item], list[Mark]]:
        """That something is so, or is not."""
        no = self.chance(0.3)
        roll = self.rng.random()
        if roll < 0.55:
            sorts, states = self.rng.choice(BEING)
            state = self.rng.choice(states)
            thing = self._asked_about(sorts)
            words, opposite = STATES[state]
            if thing.marks[0] == "a" and not no:
                return self.say(f"#t is {words}", t=thing.items), _exists(thing, _state(state), [])
            if state == "empty" and not no and not self.careful and self.chance(0.4):
                return self.say(self.rng.choice(NOTHING), t=thing.items), ["empty", *thing.marks]
            if not no and opposite and self.chance(0.3):
                return self.say(f"#t is {opposite}", t=thing.items), ["not", *_state(state), *thing.marks]
            return self.say(f"#t is {'not ' if no else ''}{words}", t=thing.items), [*(["not"] if no else []), *_state(state), *thing.marks]
        relation = self.rng.choice(("in", "on", "on", "in", "next_to", "left_of"))
        if no and ("condition", f"not {relation}") in self.forbidden:
            no = False
        if no:
            self.used.add(("condition", f"not {relation}"))
        words = wording.WHERE_IS[relation]
        place_sorts = INSIDE if relation == "in" else ONTO if relation == "on" else STANDING
        if roll < 0.75:
            thing = self._known(MOVABLE) if no else self._asked_about(MOVABLE)
            place = self._known(place_sorts)
            self.topic = thing.mention
            if thing.marks[0] == "a":
                return self.say(f"#t is {words} #p", t=thing.items, p=place.items), _exists(thing, [relation], place.marks)
            says = self.say(f"#t is {'not ' if no else ''}{words} #p", t=thing.items, p=place.items)
            return says, [*(["not"] if no else []), relation, *thing.marks, *place.marks]
        kind = self.name(self.kind(("thing", "cup")), plural := self.chance(0.5))
        place = self._known(place_sorts)
        self.topic, self.open_topic = (place.mention, False) if no else (None, True)
        if plural and not no and self.chance(0.5):
            number = self.number(2, 6)
            least = self.rng.choice(("", "at least", "exactly", "only"))
            most: list[Mark] = ["none"] if least == "at least" else [number]
            says = [*self.say(f"there are {least}"), number, kind, *self.say(words), *place.items]
            return says, ["count", number, *most, kind, relation, "x", *place.marks]
        be = "are" if plural else "is"
        starts = f"there {be} no|not_any" if no else f"there {be} any|some" if plural else "there is a|any|some|at_least_one"
        says = [*self.say(starts), kind, *self.say(words), *place.items]
        return says, [*(["not"] if no else []), "count", "n1", "none", kind, relation, "x", *place.marks]

    def _known(self, sorts: Collection[str]) -> Phrase:
        """A thing that is known."""
        return self.described(sorts, "the", self.the(), False)

    def _asked_about(self, sorts: Collection[str]) -> Phrase:
        """What it is asked of whether it is so: mostly a thing that is known."""
        thing = self._known(sorts) if self.chance(0.8) else self.thing(sorts, 0, True, True)
        thing = self._known(sorts) if "any" in thing.marks else thing
        self.topic = thing.mention
        return thing

    def conditional(self) -> Request:
        """`if the drawer is closed, open it, otherwise …`, `put the can in the drawer if it is open`, `unless …`."""
        said, marks = self.condition()
        mentioned = list(self.mentions)
        unless = self.chance(0.07)
        last = self.chance(0.25)
        if last:
            self.mentions, self.topic = [], None
        then = self.request() if self.chance(0.8) or (last and self.careful) else self.several()
        rest: list[Mark] = [END]
        items = list(then.items)
        if self.chance(0.42):
            self.mentions = [*mentioned, *self.mentions] if not last else self.mentions
            if self.chance(0.15):
                items += self.words(
                    self.rng.choice(
                        (
                            ", otherwise do nothing",
                            ", otherwise leave it",
                            "otherwise leave it alone",
                            ", if not just leave it",
                            "else do nothing",
                            ", otherwise nothing",
                        )
                    )
                )
            else:
                other = self.request()
                items += [*self.words(_spaced(self.rng.choice(talk.OTHERWISE))), *other.items]
                rest = ["else", *other.marks]
        word = self.words("unless" if unless else self.rng.choice(talk.IF))
        verb = next((n for n, i in enumerate(said) if i.place is None and i.words == "is"), 0)
        if verb and not unless and said[0].words != "there" and not self.careful and self.chance(0.12):  # `should the lamp be on`
            word, said = self.words("should"), [*said[:verb], *self.words("be"), *said[verb + 1 :]]
        if unless:
            marks = marks[1:] if marks[0] == "not" else ["not", *marks]
        if last:
            items = [*then.items, *self.words(self.one("|,|")), *word, *said]
            rest = [END]
        else:
            items = [*word, *said, *self.words(self.one(",|,|then|,_then|")), *items]
        return Request(items, ["if", *marks, *then.marks, *rest], False)

    def repeated(self) -> Request:
        """`keep taking blocks out of the bowl until it is empty`."""
        roll = self.rng.random()
        if roll < 0.45:
            relation = self.rng.choice(("in", "on", "in"))
            kind = self.name(self.kind(("thing", "cup")), True)
            place = self.thing(INSIDE if relation == "in" else ONTO, 0, True, True)
            verb = self.one(GERUNDS)
            first = [kind, *self.say(wording.RELATION_WORDS[relation]), *place.items]
            taken = self.chance(0.45)
            if taken:
                first = [kind, *self.say(wording.TAKE_OFF["in" if relation == "in" else "on"]), *place.items]
            body: list[Mark] = ["a", kind, CLOSE]
            goal: list[Mark] = ["not", relation, *body, *place.marks] if taken else [relation, *body, *place.marks]
            spot = self.once_more(place.marks)
            number = self.number(2, 6)
            if taken and self.chance(0.5):
                until = self.say("it is empty|all_empty|completely_empty")
                end: list[Mark] = ["empty", *spot]
            elif self.chance(0.3):
                few = self.chance(0.5)
                until = [
                    *self.say("only" if self.chance(0.7) else ""),
                    *(self.words("one") if few else [number]),
                    *self.say("is|are left|remaining [on_the_table]"),
                ]
                many: list[Mark] = ["n1"] if few else [number]
                end = ["count", *many, *many, kind, "on", "x", "the", "#table", CLOSE]
            else:
                until = [
                    *self.say("there are"),
                    number,
                    *self.say("[of_them] in|on it|there" if relation == "in" else "[of_them] on it|there"),
                ]
                if self.chance(0.3):
                    until = [*self.say("it holds|has|contains"), number]
                end = ["count", number, number, kind, relation, "x", *spot]
            start = (
                self.say(f"{'|'.join(talk.KEEP).replace(' ', '_')} {verb}")
                if self.chance(0.75)
                else self.say(self.one("put|take|move|drop"))
            )
            return Request([*start, *first, *self.words(self.rng.choice(talk.UNTIL)), *until], ["until", *end, *goal], False)
        if roll < 0.6:
            held = self.thing(MOVABLE, 0, True, True)
            said, marks = self.condition()
            items = [*self.say("hold|keep_holding #t", t=held.items), *self.words("until"), *said]
            return Request(items, ["until", *marks, "holding", *held.marks], False)
        body_request = self.request(True)
        said, marks = self.condition()
        return Request(
            [*body_request.items, *self.words(self.rng.choice(talk.UNTIL)), *said], ["until", *marks, *body_request.marks], False
        )


BEING = (
    (("door",), ("open", "closed")), (("lamp",), ("lit",)), (("tap",), ("running",)), (("cup", "box"), ("empty", "full")),
    (("cup",), ("upright", "upside_down")), (("door",), ("open", "closed")),
)  # fmt: skip
"""Sorts of things, and what they may be."""
STATES = {
    "open": ("open|opened", "shut"), "closed": ("closed|shut", "open"), "lit": ("on|lit|burning", "off|out|dark|unlit"),
    "running": ("on|running|open", "off|closed"), "empty": ("empty", ""), "full": ("full|filled", ""), "upright": ("upright|standing", ""),
    "upside_down": ("upside_down", ""),
}  # fmt: skip
"""What is said of what something is, and of the opposite."""
GERUNDS = (
    "putting|placing|moving|taking|dropping|getting|removing|stacking|throwing|adding|loading|transferring|bringing|pulling|picking|tossing"
)


NOTHING = (
    "there is nothing|not_anything in|on #t", "nothing is|lies in|on #t", "#t has nothing in|on it", "#t holds|contains nothing",
    "nothing sits|stands in|on #t",
)  # fmt: skip
"""Ways to say that something is empty."""
_FURTHER = (
    "open|close|shut|turn|switch|pick|grab|give|hand|pass|press|hold|fill|empty|pour|wipe|clean|remove|stack|build|flip|go|lift|raise|fetch|grasp|seize|"
    "clear|make|get|wait|look|line|arrange|light|unlit|pull|swing|stand|straighten|invert|pile|mop|top|tip|pause|ensure|remember|find|use|release|deliver"
)
VERBS = frozenset(w.split("_")[0] for w in f"{wording.MOVING}|{_FURTHER}".split("|"))
"""First words of requests that also stand as gerunds: `would you mind opening …`."""


def urged(items: list[Item]) -> bool:
    """Whether words are a request that starts with its verb."""
    return items[0].place is None and items[0].words in VERBS


def gerund(items: list[Item]) -> list[Item]:
    """The same with the verb in -ing."""
    return [Item(ing(items[0].words)), *items[1:]]


def _exists(thing: Phrase, state: list[Mark], place: list[Mark]) -> list[Mark]:
    """That there is a thing like that of which something is so."""
    return ["count", "n1", "none", "all", *thing.marks[1:], *state, "x", *place]


def _state(state: str) -> list[Mark]:
    return ["on_off"] if state in ("lit", "running") else [state]


def _spaced(text: str) -> str:
    return text.replace(",", " , ").replace(".", " . ").replace(";", " . ")
