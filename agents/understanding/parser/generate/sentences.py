"""Whole sentences: requests in sequence, under conditions, with manners, politeness, repairs and noise."""

from __future__ import annotations

import random
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from heedful.agents.understanding.parser.generate import talk, wording
from heedful.agents.understanding.parser.generate.moving import MOVABLE, STANDING, Request
from heedful.agents.understanding.parser.generate.noise import Noise, shown, weighed
from heedful.agents.understanding.parser.generate.speaker import Held, Mark, Phrase
from heedful.agents.understanding.parser.reading import Reading
from heedful.agents.understanding.parser.sketch import END, HUH, Decoding, Token

VERSION = 4
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


class Sentences(Noise):
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
        if roll < 0.60:
            return self.mannered(self.request()) if self.chance(0.2) else self.repaired(self.request())
        if roll < 0.83:
            return self.several()
        if roll < 0.91:
            return self.conditional()
        if roll < 0.945:
            return self.repeated()
        return self.mannered(self.request(True))

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
