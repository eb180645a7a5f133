"""Whole sentences: requests in sequence, under conditions, with manners, politeness, repairs and noise."""

from __future__ import annotations

import random
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from heedful.agents.understanding.parser.generate import wording
from heedful.agents.understanding.parser.generate.clauses import INSIDE, MOVABLE, ONTO, STANDING, Clauses, Request
from heedful.agents.understanding.parser.generate.phrases import Held, Item, Mark, Phrase
from heedful.agents.understanding.parser.reading import NUMBERS, SPOKEN_NUMBERS, UNKNOWN, Place, Reading
from heedful.agents.understanding.verbs import ing
from heedful.agents.understanding.parser.sketch import CLOSE, END, HUH, Decoding, Token

VERSION = 1
"""Of the generator: the same version and seed make the same sentences."""
HELD_OUT: tuple[Held, ...] = (
    ("placed", "all left_of"), ("placed", "all behind"), ("placed", "a in_front_of"), ("pointed", "all in"), ("pointed", "the behind"),
    ("pointed", "all left_of"), ("every", "second"), ("most", "small"), ("joined", "long"), ("condition", "not in"),
    ("ordered", "color far"),
)  # fmt: skip
"""Constructions that the shipped parser has never seen; what `heedful eval language --set compositional` asks for."""
LONG = 4
"""Requests in one sentence from which on it is long."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, as said and as the parser sees it, with its sketch."""

    text: str
    reading: Reading
    sketch: tuple[Token, ...]
    constructions: frozenset[Held] = frozenset()


def held_out(example: Example) -> frozenset[Held]:
    """The held-out constructions in a sentence."""
    return example.constructions & frozenset(HELD_OUT)


def examples(seed: int, forbidden: Collection[Held] = HELD_OUT, nouns: Collection[str] = (), noise: float = 1.0) -> Iterator[Example]:
    """Sentences without end, the same for the same seed.

    Args:
      forbidden: Constructions that never occur.
      nouns: Kinds that may be named; empty: all, and some that nobody has heard of.
      noise: How much is garbled: 0 nothing, 1 as people do.
    """
    rng = random.Random(seed)
    while True:
        speaker = Sentences(random.Random(rng.getrandbits(48)), frozenset(forbidden), frozenset(nouns))
        found = speaker.example(noise)
        if found is not None:
            yield found


class Sentences(Clauses):
    """Speaks whole sentences."""

    def example(self, noise: float) -> Example | None:
        """One sentence; None where what was put together is no sentence after all."""
        roll = self.rng.random()
        said = self.chatting() if roll < 0.05 else self.sentence()
        items = [i for i in self.noised(said.items, noise) if i.words]
        places = {id(item): n for n, item in enumerate(items)}
        try:
            sketch = tuple(m if isinstance(m, str) else places[id(m)] for m in said.marks)
        except KeyError:
            return None
        reading = tuple(i.place or shown(i.words) for i in items)
        if len(items) > 64 or len(sketch) > 110 or not well_formed(sketch, reading):
            return None
        return Example(" ".join(i.words for i in items), reading, sketch, frozenset(self.used))

    def chatting(self) -> Request:
        """What asks for nothing that can be done."""
        patterns = self.rng.choice((wording.CHAT, wording.CHAT, wording.UNABLE, wording.NONSENSE))
        pattern = self.rng.choice(patterns).format(v=wording.MOVING, p=wording.RELATION_WORDS[self.relation()])
        thing, place = self.thing(MOVABLE, 0, False, True), self.thing(STANDING, 0, True, True)
        kind = self.name(self.kind(("thing", "cup")), True)
        return Request(self.say(pattern, t=thing.items, p=place.items, b=[kind]), [HUH], False)

    def sentence(self) -> Request:
        """Something asked for, in all its length."""
        roll = self.rng.random()
        if roll < 0.54:
            return self.mannered(self.request()) if self.chance(0.2) else self.repaired(self.request())
        if roll < 0.80:
            return self.several()
        if roll < 0.89:
            return self.conditional()
        if roll < 0.94:
            return self.repeated()
        return self.mannered(self.request(True))

    def several(self, most: int = 3) -> Request:
        """Requests one after the other, or at once."""
        count = 2 if self.chance(0.68) else 3
        if ("joined", "long") not in self.forbidden and self.chance(0.35):
            count = self.rng.randint(LONG, 6)
            self.used.add(("joined", "long"))
        then = self.chance(0.6)
        if count == 2 and self.chance(0.07):
            first, second = self.request(), self.request()
            words = self.rng.choice(wording.MEANWHILE)
            return Request([*first.items, *self.words(words), *second.items], ["par", *first.marks, *second.marks, END], False)
        parts = [self.request() for _ in range(count)]
        items = [*self.words("first" if then and self.chance(0.2) else ""), *parts[0].items]
        for n, part in enumerate(parts[1:], 1):
            joint = self.rng.choice(wording.THEN if then else wording.AND)
            if then and n < count - 1 and self.chance(0.3):
                joint = ","
            items += [*self.words(joint.replace(",", " , ").replace(".", " . ").replace(";", " . ")), *part.items]
        if not then and self.chance(0.2):
            items += self.words(f", {self.rng.choice(wording.IGNORED)}")
        return Request(items, ["seq" if then else "both", *(m for p in parts for m in p.marks), END], False)

    # -- conditions --------------------------------------------------------------------------------------------------------------

    def condition(self) -> tuple[list[Item], list[Mark]]:
        """That something is so, or is not."""
        no = self.chance(0.3)
        roll = self.rng.random()
        if roll < 0.55:
            sorts, states = self.rng.choice((
                (("door",), ("open", "closed")), (("lamp",), ("lit",)), (("tap",), ("running",)), (("cup", "box", "door"), ("empty", "full")),
                (("cup",), ("upright", "upside_down")), (("door",), ("open", "closed")),
            ))  # fmt: skip
            state = self.rng.choice(states)
            thing = self.thing(sorts, 0, True, True)
            words, opposite = STATES[state]
            if not no and opposite and self.chance(0.3):
                return self.say(f"#t is {opposite}", t=thing.items), ["not", *_state(state), *thing.marks]
            return self.say(f"#t is {'not ' if no else ''}{words}", t=thing.items), [*(["not"] if no else []), *_state(state), *thing.marks]
        relation = self.rng.choice(("in", "on", "on", "in", "next_to", "left_of"))
        if no and ("condition", f"not {relation}") in self.forbidden:
            no = False
        if no:
            self.used.add(("condition", f"not {relation}"))
        words = wording.RELATION_WORDS[relation]
        place_sorts = INSIDE if relation == "in" else ONTO if relation == "on" else STANDING
        if roll < 0.75:
            thing = self.thing(MOVABLE, 0, True, True)
            place = self.thing(place_sorts, 0, True, True)
            says = self.say(f"#t is {'not ' if no else ''}{words} #p", t=thing.items, p=place.items)
            return says, [*(["not"] if no else []), relation, *thing.marks, *place.marks]
        kind = self.name(self.kind(("thing", "cup")), plural := self.chance(0.5))
        place = self.thing(place_sorts, 0, True, True)
        if plural and not no and self.chance(0.5):
            number = self.number(2, 6)
            least = self.rng.choice(("", "at least", "exactly", "only"))
            most: list[Mark] = ["none"] if least == "at least" else [number]
            says = [*self.say(f"there are {least}"), number, kind, *self.say(words), *place.items]
            return says, ["count", number, *most, kind, relation, "x", *place.marks]
        starts = "there is|are no|not_any" if no else "there is|are a|any|some|at_least_one"
        says = [*self.say(starts), kind, *self.say(words), *place.items]
        return says, [*(["not"] if no else []), "count", "n1", "none", kind, relation, "x", *place.marks]

    def conditional(self) -> Request:
        """`if the drawer is closed, open it, otherwise …`, `put the can in the drawer if it is open`, `unless …`."""
        said, marks = self.condition()
        mentioned = list(self.mentions)
        unless = self.chance(0.07)
        last = self.chance(0.25)
        if last:
            self.mentions = []
        then = self.request() if self.chance(0.8) else self.several()
        rest: list[Mark] = [END]
        items = list(then.items)
        if self.chance(0.42):
            self.mentions = [*mentioned, *self.mentions] if not last else self.mentions
            if self.chance(0.15):
                items += self.words(self.rng.choice((", otherwise do nothing", ", otherwise leave it", "otherwise leave it alone", ", if not just leave it", "else do nothing", ", otherwise nothing")))
            else:
                other = self.request()
                items += [*self.words(_spaced(self.rng.choice(wording.OTHERWISE))), *other.items]
                rest = ["else", *other.marks]
        word = self.words("unless" if unless else self.rng.choice(wording.IF))
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
                until = [*self.say("only" if self.chance(0.7) else ""), *(self.words("one") if few else [number]), *self.say("is|are left|remaining [on_the_table]")]
                many: list[Mark] = ["n1"] if few else [number]
                end = ["count", *many, *many, kind, "on", "x", "the", "#table", CLOSE]
            else:
                until = [*self.say("there are"), number, *self.say("[of_them] in|on it|there" if relation == "in" else "[of_them] on it|there")]
                if self.chance(0.3):
                    until = [*self.say("it holds|has|contains"), number]
                end = ["count", number, number, kind, relation, "x", *spot]
            start = self.say(f"{'|'.join(wording.KEEP).replace(' ', '_')} {verb}") if self.chance(0.75) else self.say(self.one("put|take|move|drop"))
            return Request([*start, *first, *self.words(self.rng.choice(wording.UNTIL)), *until], ["until", *end, *goal], False)
        if roll < 0.6:
            held = self.thing(MOVABLE, 0, True, True)
            said, marks = self.condition()
            items = [*self.say("hold|keep_holding #t", t=held.items), *self.words("until"), *said]
            return Request(items, ["until", *marks, "holding", *held.marks], False)
        body_request = self.request(True)
        said, marks = self.condition()
        return Request([*body_request.items, *self.words(self.rng.choice(wording.UNTIL)), *said], ["until", *marks, *body_request.marks], False)

    # -- manners, repairs, noise -------------------------------------------------------------------------------------------------

    def mannered(self, request: Request) -> Request:
        """With what shall hold on the way: gently, without spilling, not near the vase."""
        if not request.goal:
            return request
        kind = self.rng.choice(("m:gentle", "m:slow", "m:fast", "m:upright", "m:upright", "m:keep_out", "m:keep_out", "m:no_touch", "m:no_touch"))
        theme = request.theme
        about: list[Mark] = []
        if kind == "m:upright":
            if theme is None:
                return request
            about = self.once_more(theme.marks) if theme.marks[0] != "same" else theme.marks
            late = self.say(self.rng.choice(wording.LATE_MANNER[kind]), t=self.words("it"))
        elif kind in ("m:keep_out", "m:no_touch"):
            thing: Phrase = self.thing(STANDING, 0, False, True)
            about = thing.marks
            late = self.say(self.rng.choice(wording.LATE_MANNER[kind]), k=thing.items)
        elif self.chance(0.65):
            adverb = self.words(self.one(wording.MANNERS[kind]))
            front = self.chance(0.6)
            items = [*adverb, *request.items] if front else [*request.items, *self.words("" if self.chance(0.7) else ","), *adverb]
            return Request(items, ["with", *request.marks, kind, END], False)
        else:
            late = self.say(self.rng.choice(wording.LATE_MANNER[kind]))
        comma = self.words("," if self.chance(0.5) else "")
        front = kind in ("m:upright", "m:keep_out", "m:no_touch") and self.chance(0.08)
        items = [*late, *self.words(self.one(",|and|")), *request.items] if front and kind != "m:upright" else [*request.items, *comma, *late]
        return Request(items, ["with", *request.marks, kind, *about, END], False)

    def repaired(self, request: Request) -> Request:
        """With something said first that is not meant: `not in the bowl`, `the red, no, the blue block`, `do not …`."""
        if not self.chance(0.10):
            return request
        kept = list(self.mentions)
        wrong = self.thing(STANDING, 0, True, True)
        roll = self.rng.random()
        if roll < 0.3:
            other = self.place()
            self.mentions = kept
            sorry = self.one("no_wait_,|sorry_,|i_mean|no_,|wait_,_no_,|scratch_that_,|actually_no_,|,_or_rather|oops_,|correction_,|,_no_,|make_that|forget_that_,|never_mind_,")
            return Request([*other.items, *self.words(sorry), *request.items], request.marks, request.goal, request.theme)
        if roll < 0.55:
            self.mentions = kept
            words = self.say(self.one(",_not|not|and_not|,_but_not|instead_of|rather_than") + " [in|on] #k", k=wrong.items)
            return Request([*request.items, *words], request.marks, request.goal, request.theme)
        if roll < 0.8:
            other = self.place()
            self.mentions = kept
            start = self.one("do_not|don_t|never|you_should_not|please_do_not|i_do_not_want_you_to")
            return Request([*self.words(start), *other.items, *self.words(self.one(",|.|but|,_but|,_instead|,_rather")), *request.items], request.marks, request.goal, request.theme)
        self.mentions = kept
        return Request([*self.words(self.rng.choice(wording.BECAUSE)), *self.words(self.one(",|,_so|.|so|and")), *request.items], request.marks, request.goal, request.theme)

    def noised(self, items: list[Item], noise: float) -> list[Item]:
        """Polite, hesitant, hasty, or written down by a machine."""
        if self.chance(0.28):
            polite = self.rng.choice(wording.POLITE_BEFORE)
            if polite in wording.THEN_GERUND and items[0].place is None and items[0].words in VERBS:
                items = [Item(ing(items[0].words)), *items[1:]]
            items = [*self.words(polite), *(self.words(",") if self.chance(0.1) else []), *items]
        if self.chance(0.03):
            items = [*self.words(self.rng.choice(wording.BECAUSE)), *self.words(","), *items]
        if self.chance(0.22):
            items = [*items, *(self.words(",") if self.chance(0.3) else []), *self.words(self.rng.choice(wording.POLITE_AFTER))]
        if self.chance(0.3):
            items = [*items, *self.words(self.rng.choice((".", ".", ".", "?", ".")))]
        if self.chance(0.10 * noise):
            kept: list[Item] = []
            for item in items:
                if self.chance(0.15):
                    kept += self.words(self.rng.choice(wording.FILLERS))
                kept.append(item)
            items = kept
        if self.chance(0.12 * noise):
            items = [i for i in items if i.words not in (",", ".", "?")]
        if self.chance(0.08 * noise):
            items = [i for i in items if i.words not in ("the", "a", "an") or self.chance(0.2)]
        if self.chance(0.06 * noise):
            n = self.rng.randrange(len(items))
            if items[n].place is None and items[n].words not in ("not", "no", "except", "if", "until", "or"):
                items = [*items[:n], Item(UNKNOWN), *items[n + 1 :]]
        return items


STATES = {
    "open": ("open|opened", "shut"), "closed": ("closed|shut", "open"), "lit": ("on|lit|burning", "off|out|dark|unlit"), "running": ("on|running|open", "off|closed"),
    "empty": ("empty", ""), "full": ("full|filled", ""), "upright": ("upright|standing", ""), "upside_down": ("upside_down", ""),
}  # fmt: skip
GERUNDS = "putting|placing|moving|taking|dropping|getting|removing|stacking|throwing|adding|loading|transferring|bringing|pulling|picking|tossing"


VERBS = frozenset(w.split("_")[0] for w in wording.MOVING.split("|")) | frozenset(
    "open close shut turn switch pick grab give hand pass bring press push hold take fill empty pour wipe clean throw remove stack build move flip go".split()
)
"""First words of requests that also stand as gerunds: `would you mind opening …`."""


def _state(state: str) -> list[Mark]:
    return ["on_off"] if state in ("lit", "running") else [state]


def _spaced(text: str) -> str:
    return text.replace(",", " , ").replace(".", " . ").replace(";", " . ")


def shown(word: str) -> Place:
    """A plain word as the parser sees it."""
    if word in SPOKEN_NUMBERS:
        return Place(word, word, number=SPOKEN_NUMBERS[word])
    if word in NUMBERS or word.isdigit():
        return Place(word, "<#>", number=NUMBERS.get(word) or float(word))
    return Place(word, word)


def well_formed(sketch: tuple[Token, ...], reading: Reading) -> bool:
    """Whether a sketch is one that could be decoded."""
    state = Decoding(tuple(p.classes for p in reading))
    for token in sketch:
        if state.done or not state.accepts(token):
            return False
        state.take(token)
    return state.done


def fingerprint(seed: int, count: int = 200) -> int:
    """A number that tells one version of the generator from another."""
    stream = examples(seed)
    return zlib.crc32("\n".join(next(stream).text for _ in range(count)).encode())

