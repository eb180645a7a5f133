"""What comes about a request when people speak: politeness, repairs, hesitation, and what a machine mishears."""

from __future__ import annotations

from heedful.agents.understanding.parser.generate import states, talk
from heedful.agents.understanding.parser.generate.conditions import VERBS, Conditions, gerund, urged
from heedful.agents.understanding.parser.generate.moving import STANDING, Request
from heedful.agents.understanding.parser.generate.speaker import Item
from heedful.agents.understanding.parser.reading import NUMBERS, SPOKEN_NUMBERS, UNKNOWN, Place

HEARD = {
    "to": "too",
    "off": "of",
    "of": "off",
    "there": "their",
    "by": "buy",
    "in": "inn",
    "right": "write",
    "the": "da",
    "put": "but",
    "onto": "on",
}
"""Words -> what is heard or typed for them."""


class Noise(Conditions):
    """Speaks as people do."""

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
            if not urged(other.items):
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

    def polite(self, items: list[Item]) -> list[Item]:
        """With what is said before a request; what needs a verb after it stands only before one."""
        if self.careful:
            return self.carefully_polite(items)
        if not urged(items):
            return [*self.words(self.rng.choice(talk.CALLING)), *(self.words(",") if self.chance(0.2) else []), *items]
        if self.chance(0.4):
            pattern = self.rng.choice(states.ACT)
            verb = gerund(items) if ":g" in pattern else items
            found = self.say(pattern.replace("{x:g}", "#x").replace("{x}", "#x"), x=verb)
            return [*self.words("please"), *found] if self.chance(0.1) else found
        polite = self.rng.choice(talk.POLITE_BEFORE)
        if polite in talk.THEN_GERUND:
            items = gerund(items)
        return [*self.words(polite), *(self.words(",") if self.chance(0.1) else []), *items]

    def carefully_polite(self, items: list[Item]) -> list[Item]:
        """With plain words of politeness, set off by a comma where it is due."""
        polite = self.rng.choice(talk.POLITE_BEFORE if urged(items) else talk.THEN_ANYTHING)
        if polite in talk.THEN_GERUND:
            items = gerund(items)
        return [*self.words(polite), *self.words("," if polite in talk.CALLS else ""), *items]

    def noised(self, items: list[Item], noise: float) -> list[Item]:
        """Polite, hesitant, hasty, or written down by a machine."""
        if self.chance(0.30):
            items = self.polite(items)
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
        if self.chance(0.05 * noise):
            n = self.rng.randrange(len(items))
            if items[n].place is None and items[n].words.isalpha():
                items = [*items[: n + 1], *self.words(self.one("|uh|um|")), Item(items[n].words), *items[n + 1 :]]
        if self.chance(0.04 * noise):
            items = [i if i.place or i.words not in HEARD else Item(HEARD[i.words]) for i in items]
        if self.chance(0.22 * noise):
            items = [i for i in items if i.words not in (",", ".", "?")]
        if self.chance(0.08 * noise):
            items = [i for i in items if i.words not in ("the", "a", "an") or self.chance(0.2)]
        if self.chance(0.05 * noise):
            n = self.rng.randrange(len(items))
            if items[n].place is None and items[n].words not in ("not", "no", "except", "if", "until", "or"):
                items = [*items[:n], Item(UNKNOWN), *items[n + 1 :]]
        return items


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
