"""Which thing is meant, in other words: `that one, the thing you hold`, `the greatest distance from it`, `monkeys love this one`.

Further versions of the words for where they make no sense as they stand; see `rewording`.
"""

from __future__ import annotations

from collections.abc import Iterator

from heedful.agents.understanding import lexicon, tables, uses
from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.normalise import STOPS
from heedful.agents.understanding.phrases import ONE, Phrases
from heedful.agents.understanding.telling import LEADS
from heedful.types import Scene

Versions = Iterator[list[str]]


def _told_last(p: Phrases, scene: Scene) -> Versions:
    """`pass me the purple block, the one on your left`, `drop that one in the bowl, the thing you have in your hand`: which is meant, said
    at the end."""
    words = p.words
    for i in [i for i, w in enumerate(words) if w in (",", ".", ";") and i]:
        for start in p.phrase(i + 1, _THE_ONE):
            ends = [e for _, relation in [((True, False), start), *LEADS.at(words, start)] for e in _told_to(p, start, relation)]
            if not any(p.ends(e) and (e >= len(words) or words[e] in STOPS) for e in ends):
                continue
            stop = max(e for e in ends if e >= len(words) or words[e] in STOPS)
            for at in range(i - 1, -1, -1):
                for end in p.phrase(at, _THAT_ONE)[:1]:
                    if end <= i:
                        yield [*words[:at], "the", "thing", *words[start:stop], *words[end:i], *words[stop:]]
            for at in range(i - 1, -1, -1) if words[start - 1] in ("one", "ones") else ():
                for ref, end in p.noun(at):
                    if end == i and ref.category not in ("", ONE) and not ref.where and ref.quantifier == "the":
                        yield [*words[:i], *words[start:stop], *words[stop:]]


def _told_to(p: Phrases, start: int, relation: int) -> list[int]:
    """Where what tells of a thing ends, said after `the thing` or `the one`."""
    one = ["thing", *p.words[start:]]
    inner = Phrases(one, p.vocabulary)
    return [start + e - 1 for r, e in inner.noun(0) if e > 1 and (r.where or r.attributes or r.pick)]


_THE_ONE = ways("[i_mean|namely|that_is] the|that|my one|thing|object", "the ones|things")
_THAT_ONE = ("that one", "this one", "that thing", "this thing", "it", "that", "this")


def _as_seen(p: Phrases, scene: Scene) -> Versions:
    """`on the left of the mug, left as I'm looking at it`: as who sees it, said after it once more."""
    for i in [i for i, w in enumerate(p.words) if w in (",", ".", ";") and i]:
        for start in p.phrase(i + 1, _SIDE):
            for end in p.phrase(start, _FROM_HERE):
                stop = next(iter(p.phrase(end, ("that is", "i mean", "of course", "mind you"))), end)
                if p.ends(stop):
                    yield [*p.words[:i], "as", "i", "see", "it", *p.words[stop:]]


_SIDE = ways(
    "[i_mean|that_is|my] [the|my|on_the|on_my|to_my] left|right|front|back|near|far [side|that_is|hand_side]",
    "that is",
    "i mean",
    "seen",
    "but",
)
_FROM_HERE = ways(
    "as i am|m looking [at_it|at_them|at_this|at_things|from_here]", "as i look|see [at_it|it|at_them|them|things|this]",
    "from my side|seat|view|point_of_view|perspective|end|chair",
    "from where i sit|stand|am|am_sitting|am_standing", "as seen|viewed from here|my_side|where_i_sit|my_seat", "for me", "in my view",
    "from here",
    "the way i see|look_at it|things", "from my side of_the_table", "to me", "when i look at it|them",
)  # fmt: skip


def _will_do(p: Phrases, scene: Scene) -> Versions:
    """`any two blocks in the bowl will do`, `a piece of fruit, any kind`: that the choice is free, said once more."""
    for at in range(2, len(p.words)):
        for end in p.phrase(at, _FREE):
            if p.ends(end):
                yield [*p.words[:at], *p.words[end:]]


_FREE = ways(
    "will|would do|suffice [nicely]", "is|are|would_be fine|enough|okay|good_enough",
    "[,] any|whichever|whatever kind|sort|type|one|colour|color [you_like|will_do|is_fine|at_all|really]",
    "[,] whichever|whatever [one] [you_like|you_prefer|you_want|is_nearest|comes_to_hand]", "[,] any [one] of them", "[,] any [you_like]",
    "[,] i|we do_not mind|care which|what [one|kind|sort|ones]", "[,] no matter which|what [one|kind|sort|ones]",
)  # fmt: skip


def _greatest(p: Phrases, scene: Scene) -> Versions:
    """`the block with the greatest distance from the mug`, `of all those mugs I want the one …`."""
    words = p.words
    for at in range(len(words)):
        for end in p.phrase(at, _FARTHEST):
            yield [*words[:at], "farthest", "from", *words[end:]]
        for end in p.phrase(at, _NEAREST):
            yield [*words[:at], "closest", "to", *words[end:]]
        for start in p.phrase(at, _OF_ALL):
            for whole, end in p.noun(start):
                named = next((w for w in reversed(words[start:end]) if (lexicon.singular(w),) in p.vocabulary.nouns), "")
                later = [i for i in range(end, len(words)) if words[i] in ("one", "ones")]
                if whole.quantifier == "all" and named and later and not whole.where and words[end : end + 1] != [","]:
                    noun = lexicon.singular(named) if words[later[0]] == "one" else named
                    yield [*words[:at], *words[end : later[0]], noun, *words[later[0] + 1 :]]


_MOST = "greatest|largest|biggest|longest|maximum|most|widest"
_LEAST = "smallest|shortest|least|minimum|lowest"
_FARTHEST = ways(f"[that|which] [is] with|at|has|having the {_MOST} distance|gap from|to",
    "[that|which] is the farthest|furthest away|off from", "[that|which] is the most distant|remote from",
                 "[that|which] is the farthest|furthest from", "farthest|furthest off|away from", "farthest|furthest out from")  # fmt: skip
_NEAREST = ways(f"[that|which] [is] with|at|has|having the {_LEAST} distance|gap from|to", "[that|which] is the closest|nearest to",
    "[that|which] is the least distant|far from|away_from",
                "least far [away] from")  # fmt: skip
_OF_ALL = ways("[out] of|among|amongst|from|from_among")


def _spoken_of(p: Phrases, scene: Scene) -> Versions:
    """`monkeys love this one, place it on the plate`: what is said of a thing, before what is to be done with it."""
    words = p.words
    for i in [i for i, w in enumerate(words) if w in STOPS and i]:
        start = max((j + 1 for j in range(i) if words[j] in STOPS), default=0)
        for at in range(start + 1, i):
            if i not in p.phrase(at, _THAT_ONE):
                continue
            for told, end in uses.told(words, start):
                rest = words[i + 1 :]
                named = [(j, e) for j in range(len(rest)) for e in tables.ends(rest, j, _THAT_ONE)[:1]]
                if end == at and told.attributes and named:
                    j, e = named[0]
                    yield [*words[:start], *rest[:j], "the", "thing", "that", *words[start:at], *rest[e:]]


def _would_be_nice(p: Phrases, scene: Scene) -> Versions:
    """`something to snack on would be great, put it on my plate`: what is wanted, and then what with it."""
    for at in range(1, len(p.words)):
        for end in p.phrase(at, _NICE):
            start = max((j + 1 for j in range(at) if p.words[j] in STOPS), default=0)
            if p.ends(end) and any(e == at for _, e in p.noun(start)):
                wish = [] if end < len(p.words) else ["i", "want"]
                yield [*p.words[:start], *wish, *p.words[start:at], *([","] if end < len(p.words) else []), *p.words[end + 1 :]]


def _so_they_touch(p: Phrases, scene: Scene) -> Versions:
    """`bring the block right up against the mug so they touch`: against it."""
    for at in range(3, len(p.words)):
        for end in p.phrase(at, _TOUCH):
            for i in range(at - 1, 0, -1):
                for stop in p.phrase(i, _BY)[:1]:
                    if p.ends(end):
                        yield ["put" if w in ("bring", "get", "have") and not k else w for k, w in enumerate(p.words[:i])] + [
                            "against",
                            *p.words[stop:at],
                            *p.words[end:],
                        ]


_TOUCH = ways("[,] so|until|till [that] they|it|both|the_two|both_of_them touch|touches|meet|are_touching|is_touching|make_contact "
    "[it|each_other|one_another]",
              "[,] touching [it|each_other]", "[,] so [that] it is touching|against it")  # fmt: skip
_BY = ways("[right|close|straight] up against|to|next_to|beside|close_to", "[right] against|next_to|beside|by|close_to|near|to|alongside")
def _free_of(p: Phrases, scene: Scene) -> Versions:
    """`a caffeine free drink`: one without."""
    for at in range(1, len(p.words) - 1):
        if p.words[at] == "free" and p.words[at - 1] not in ("is", "are", "stay", "be", "keep"):
            for ref, end in p.noun(at + 1):
                if ref.category and ref.quantifier in ("the", "a", "all"):
                    yield [*p.words[: at - 1], *p.words[at + 1 : end], "without", p.words[at - 1], *p.words[end:]]


def _back_with(p: Phrases, scene: Scene) -> Versions:
    """`pick up the chips and come back to me with them`: bring them."""
    for at in range(len(p.words)):
        for start in p.phrase(at, _BACK):
            for _, end in p.noun(start):
                if p.ends(end):
                    yield [*p.words[:at], "bring", *p.words[start:end], "to", "me", *p.words[end:]]


_BACK = ways("come|go|walk|return|drive|head [over|back] [to_me|to_the_user|to_us|here|over_here] with", "be back [here] with")
_NICE = ways("would|will|might be|do|go_down [really|very|so] "
    "[great|nice|lovely|good|perfect|ideal|wonderful|fantastic|handy|useful|helpful|welcome|appreciated|nicely|well]",
             "is what i need|want|fancy|am_after|have_in_mind")  # fmt: skip
RULES = (_told_last, _as_seen, _will_do, _greatest, _spoken_of, _would_be_nice, _so_they_touch, _free_of, _back_with)
WORDS = words_in((*_THE_ONE, *_SIDE, *_FROM_HERE, *_FREE, *_FARTHEST, *_NEAREST, *_NICE, *_TOUCH, *_BY, *_BACK)) | {"free"}
