"""Whole sentences: requests in sequence, under conditions, with manners, politeness, repairs and noise."""

from __future__ import annotations

import random
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from heedful.agents.understanding.parser.generate import talk, wording
from heedful.agents.understanding.parser.generate.conditions import Conditions
from heedful.agents.understanding.parser.generate.moving import MOVABLE, STANDING, Request
from heedful.agents.understanding.parser.generate.speaker import Held, Item, Mark, Phrase
from heedful.agents.understanding.parser.reading import NUMBERS, SPOKEN_NUMBERS, UNKNOWN, Place, Reading
from heedful.agents.understanding.parser.sketch import END, HUH, Decoding, Token
from heedful.agents.understanding.verbs import ing

VERSION = 3
"""Of the generator: the same version and seed make the same sentences."""
HELD_OUT: tuple[Held, ...] = (
    ("placed", "all left_of"), ("placed", "all behind"), ("placed", "a in_front_of"), ("pointed", "all in"), ("pointed", "the behind"),
    ("pointed", "all left_of"), ("every", "second"), ("most", "small"), ("joined", "long"), ("condition", "not in"),
    ("ordered", "color far"),
)  # fmt: skip


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
        speaker = Sentences(random.Random(rng.getrandbits(48)), frozenset(forbidden), frozenset(nouns), careful=noise == 0)
        found = speaker.example(noise)
        if found is not None:
            yield found


class Sentences(Conditions):
    """Speaks whole sentences."""

    def example(self, noise: float) -> Example | None:
        """One sentence; None where what was put together is no sentence after all."""
        roll = self.rng.random()
        said = self.chatting() if roll < 0.05 else self.sentence()
        items = [i for i in self.noised(said.items, noise) if i.words]
        items = weighed(items) if self.careful else items
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
        patterns = self.rng.choice((talk.CHAT, talk.CHAT, talk.UNABLE, talk.NONSENSE))
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

    # -- manners, repairs, noise -------------------------------------------------------------------------------------------------

    def mannered(self, request: Request) -> Request:
        """With what shall hold on the way: gently, without spilling, not near the vase."""
        if not request.goal:
            return request
        kind = self.rng.choice(
            ("m:gentle", "m:slow", "m:fast", "m:upright", "m:upright", "m:keep_out", "m:keep_out", "m:no_touch", "m:no_touch")
        )
        theme = request.theme
        about: list[Mark] = []
        if kind == "m:upright":
            if theme is None or (self.careful and theme.mention is None):
                return request
            about = self.once_more(theme.marks) if theme.marks[0] != "same" else theme.marks
            late = self.say(self.rng.choice(talk.LATE_MANNER[kind]), t=self.words("it"))
        elif kind in ("m:keep_out", "m:no_touch"):
            thing: Phrase = self.thing(STANDING, 0, False, True)
            about = thing.marks
            late = self.say(self.rng.choice(talk.LATE_MANNER[kind]), k=thing.items)
        elif self.chance(0.65):
            adverb = self.words(self.one(talk.MANNERS[kind]))
            front = self.chance(0.6)
            items = [*adverb, *request.items] if front else [*request.items, *self.words("" if self.chance(0.7) else ","), *adverb]
            return Request(items, ["with", *request.marks, kind, END], False)
        else:
            late = self.say(self.rng.choice(talk.LATE_MANNER[kind]))
        comma = self.words("," if self.chance(0.5) else "")
        front = kind in ("m:upright", "m:keep_out", "m:no_touch") and self.chance(0.08)
        items = (
            [*late, *self.words(self.one(",|and|")), *request.items] if front and kind != "m:upright" else [*request.items, *comma, *late]
        )
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
            sorry = self.one(
                "no_wait_,|sorry_,|i_mean|no_,|wait_,_no_,|scratch_that_,|actually_no_,|,_or_rather|oops_,|correction_,|,_no_,|make_that|forget_that_,|never_mind_,"
            )
            return Request([*other.items, *self.words(sorry), *request.items], request.marks, request.goal, request.theme)
        if roll < 0.55:
            self.mentions = kept
            words = self.say(self.one(",_not|not|and_not|,_but_not|instead_of|rather_than") + " [in|on] #k", k=wrong.items)
            return Request([*request.items, *words], request.marks, request.goal, request.theme)
        if roll < 0.8:
            other = self.place()
            self.mentions = kept
            if other.items[0].place is not None or other.items[0].words not in VERBS:
                return request
            start = self.one("do_not|don_t|never|you_should_not|please_do_not|i_do_not_want_you_to")
            return Request(
                [*self.words(start), *other.items, *self.words(self.one(",|.|but|,_but|,_instead|,_rather")), *request.items],
                request.marks,
                request.goal,
                request.theme,
            )
        self.mentions = kept
        return Request(
            [*self.words(self.rng.choice(talk.BECAUSE)), *self.words(self.one(",|,_so|.|so|and")), *request.items],
            request.marks,
            request.goal,
            request.theme,
        )

    def noised(self, items: list[Item], noise: float) -> list[Item]:
        """Polite, hesitant, hasty, or written down by a machine."""
        if self.chance(0.28):
            polite = self.rng.choice(talk.POLITE_BEFORE)
            if items[0].place is not None or items[0].words not in VERBS:
                polite = self.rng.choice(talk.THEN_ANYTHING)
            if polite in talk.THEN_GERUND and items[0].place is None and items[0].words in VERBS:
                items = [Item(ing(items[0].words)), *items[1:]]
            set_off = self.careful and polite in talk.CALLS
            items = [*self.words(polite), *(self.words(",") if set_off or self.chance(0.0 if self.careful else 0.1) else []), *items]
        if self.chance(0.03):
            items = [*self.words(self.rng.choice(talk.BECAUSE)), *self.words(","), *items]
        if self.chance(0.22):
            polite = self.rng.choice(talk.POLITE_AFTER)
            comma = polite not in talk.UNSET if self.careful else self.chance(0.3)
            items = [*items, *self.words("," if comma else ""), *self.words(polite)]
        if self.chance(0.3):
            items = [*items, *self.words(self.rng.choice((".", ".", ".", "?", ".")))]
        if self.chance(0.10 * noise):
            kept: list[Item] = []
            for item in items:
                if self.chance(0.15):
                    kept += self.words(self.rng.choice(talk.FILLERS))
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


_FURTHER = "open|close|shut|turn|switch|pick|grab|give|hand|pass|press|hold|fill|empty|pour|wipe|clean|remove|stack|build|flip|go"
VERBS = frozenset(w.split("_")[0] for w in f"{wording.MOVING}|{_FURTHER}".split("|"))
"""First words of requests that also stand as gerunds: `would you mind opening …`."""


def weighed(items: list[Item]) -> list[Item]:
    """With `a` and `an` as they are said before the word that follows, and `pick it up` for `pick up it`."""
    items = list(items)
    for n, (verb, particle, after) in enumerate(zip(items, items[1:], items[2:], strict=False)):
        if verb.words in VERBS and particle.words in PARTICLES and after.words in ("it", "them"):
            items[n + 1], items[n + 2] = after, particle
    following = [i.words[:1] for i in items[1:]]
    return [
        Item("an" if after in "aeio" else "a") if item.words in ("a", "an") and item.place is None and after else item
        for item, after in zip(items, [*following, ""], strict=True)
    ]


PARTICLES = ("up", "down", "on", "off", "out", "over")
"""Words of a verb between which and itself a pronoun stands."""


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
