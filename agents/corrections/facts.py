"""Facts: how a thing is, as people tell it: `the drawer is closed`, `that is not rubbish`, `it fell over`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import SLOTS, Match, Part, Reader
from heedful.agents.corrections.dialogue import PERSON, ROBOT
from heedful.agents.corrections.states import ADJECTIVES
from heedful.agents.corrections.things import noun_of
from heedful.agents.understanding import lexicon
from heedful.agents.understanding.lexicon import singular

DENIED = frozenset({"not", "never", "hardly", "no", "nowhere", "longer"})


def fact(predicate: str, args: list[str], value: bool) -> Part:
    return Part("fact", {"predicate": predicate, "args": args, "value": value})


_OPENED = frozenset({"drawer", "door", "box", "lid", "cabinet", "window", "fridge", "jar", "toolbox", "oven", "cupboard", "microwave",
    "case", "bottle"})  # fmt: skip


def about(m: Match, predicate: str) -> str | None:
    """What is told of: what was named, else of what is bound the thing that it can be told of."""
    thing = m.known
    if thing is None:
        return None
    if thing.how == "it":
        bound = list(m.dialogue.bindings.values())
        if predicate in ("open", "locked", "stuck"):
            can = [n for n in bound if noun_of(n) in _OPENED]
            return can[0] if can else thing.name
        if predicate == "full" and m.dialogue.running_skill in ("pour",) and m.dialogue.target:
            return m.dialogue.target
        return thing.name
    if thing.how == "special" and thing.name in (PERSON, ROBOT, "all"):
        return None
    if thing.name is None:
        bound_too = [n for n in thing.names if n in m.dialogue.bindings.values()]
        return bound_too[0] if len(bound_too) == 1 else None
    return thing.name


_LIGHTS = frozenset({"lamp", "light", "led", "candle", "stove", "oven", "button", "switch", "heater", "fan", "screen", "radio", "kettle",
    "tv", "torch", "lights", "burner", "machine", "microwave", "laptop", "bulb"})  # fmt: skip


def _is(m: Match) -> Part | None:
    predicate, value = m["adj"]
    name = about(m, predicate)
    if name is None:
        thing = m.thing
        return (
            Part("fact", {"predicate": predicate, "args": [None], "value": value}, ask=True, candidates=thing.names)
            if thing is not None and len(thing.names) > 1 and not thing.plural
            else None
        )
    if (
        m.words[m.end - 1] in ("on", "there", "here", "over", "out", "off")
        and predicate in ("present", "upright")
        and value
        and name == m.dialogue.object
    ):
        return None
    if tuple(m.words[m.end : m.end + 2]) in (("in", "here"), ("in", "there"), ("in", "this")) or m.words[m.end : m.end + 1] in (
        ["outside"],
        ["today"],
    ):
        return None  # `it is cold in here`
    if predicate == "lit" and noun_of(name) not in _LIGHTS:
        return None
    return fact(predicate, [name], value != bool(DENIED & set(m.said.split())))


def _kind(m: Match) -> Part | None:
    """`that is not rubbish`, `it is a toy`, `the can is blue`."""
    name = about(m, "is_a")
    word = singular(m["word"])
    value = m.get("no") is not None or not DENIED & set(m.said.split())
    if name is None:
        return None
    if word in lexicon.COLOR:
        return fact("color", [name, lexicon.COLOR[word]], value)
    return fact("is_a", [name, word], value)


def _word(reader: Reader, at: int) -> list[tuple[str, int]]:
    """A noun or a colour, with or without its article, that ends what is said."""
    words = reader.words
    start = at + 1 if words[at] in ("a", "an", "any", "my", "the", "some") else at
    if start >= len(words) or (start + 1 < len(words) and words[start + 1] not in (",", "and", "but", "so", "anymore", "you", "at")):
        return []
    word = words[start]
    plain = (
        word.isalpha() and len(word) > 2 and word not in _NO_KIND and not ADJECTIVES.at(words, start) and not word.endswith(("ing", "ly"))
    )
    return (
        [(word, start + 1)] if plain and (start > at or word in lexicon.COLOR or singular(word) in lexicon.NOUN or word in _MASSES) else []
    )


_MASSES = frozenset({"rubbish", "trash", "garbage", "waste", "food", "fruit", "recycling", "junk", "litter", "laundry", "plastic",
    "glass", "paper", "metal", "wood", "poison", "medicine", "soap", "vinegar", "water", "compost", "furniture"})  # fmt: skip
_NO_KIND = frozenset({"one", "that", "this", "enough", "right", "wrong", "left", "good", "bad", "fine", "ok", "it", "all", "high", "low",
    "fast", "slow", "far", "near", "close", "there", "here", "thing", "mine", "yours", "better", "best", "problem", "mistake", "idea",
    "shame", "joke", "bit", "lot", "way", "middle", "time", "day", "other", "side", "edge", "place", "much", "long", "nice", "great",
    "perfect", "lovely", "not", "what", "where", "you", "too", "done", "mess"})  # fmt: skip
SLOTS["word"] = _word


def _fell(m: Match) -> Part | None:
    """`it fell over`."""
    name = about(m, "upright")
    return fact("upright", [name], False) if name else None


g = GRAMMAR.add
g(
    _fell,
    """
    [<think>] [,] {np} [has|have|just|is|got|was|have_just|has_just] fell|fallen|tipped|toppled|keeled|knocked|falling|turned over \
        [again|now|there|on_its_side]
    you knocked|tipped|pushed {np} over
    you knocked|tipped|pushed over {np}
""",
    cost=0.39,
)
g(
    _kind,
    """
    [<think>] [,] {np} is|are|s [actually|really] {word} [,] [and] not {word:no} [at_all|you_know]
""",
    cost=0.55,
)
g(
    _is,
    """
    [<think>] [,] {np} <is> [not|no_longer|never|hardly] [<already>] {adj} [already|now|still|again|you_know|inside|there|any_more|\
        anymore|at_all|to_the_brim|after_all|at_the_moment|right_now|by_the_way]
    [<think>] [,] {np} [<already>] <is> [not|no_longer] [<already>] {adj} [already|now|still|again|inside|anymore|any_more]
    [<think>] [,] {np} does_not|is_not <is>|look|seem|feel [<already>] {adj}
    [<think>] [,] {np} has [been] [<already>] {adj}
    [<think>] [,] {np} <is> [still|already] too {adj}
    [<think>] [,] {np} <is> [a_bit|very|quite|<already>] {adj}
    [you|somebody|someone|i|we] [have] left|have {np} {adj}
""",
    cost=0.38,
)
g(
    lambda m: _is_said(m),
    """
    {adj} [already|still]
""",
    cost=0.9,
)
g(
    _kind,
    """
    [<think>] [,] {np} is|are|was|s [not|no|not_really|no_longer|actually|really] {word}
    [<think>] [,] {np} is|are [not|no|actually|really] {word} at_all|you_know
""",
    cost=0.62,
)
_NO_STATE = frozenset({"over", "light", "free", "fine", "out", "on", "off", "there", "here", "around", "solid", "loose", "dead", "away",
    "tough", "caught", "used", "bare"})  # fmt: skip


def _is_said(m: Match) -> Part | None:
    """`stuck`, `still full`: of what the robot acts on."""
    predicate, value = m["adj"]
    if m.dialogue.object is None or predicate in ("present", "lit", "upright", "open") or m.said in _NO_STATE:
        return None
    poured = predicate == "full" and m.dialogue.running_skill == "pour" and m.dialogue.target
    return Part("fact", {"predicate": predicate, "args": [poured or m.dialogue.object], "value": value}, weak=True)
