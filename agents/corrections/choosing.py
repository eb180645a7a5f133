"""Another thing: `no, the striped one`, `not that one`, `the bigger one`."""

from __future__ import annotations

from heedful.agents.corrections.classes import DIRECTIONS, GRAMMAR
from heedful.agents.corrections.constructions import SLOTS, Match, Part, Reader
from heedful.agents.corrections.targets import excluded_one, other_one, target
from heedful.agents.corrections.things import Meant, alike, canon, qualities


def _take(m: Match) -> Part | None:
    thing = m.thing
    if thing is not None and ((thing.how == "one" and not thing.told) or (thing.plural and thing.how == "named" and len(thing.names) > 1)):
        return None
    return target(m.dialogue, thing, m.get("no"))


_BEFORE = frozenset({
    ",", "and", "but", "no", "not", "yes", "ok", "um", "uh", "er", "hm", "please", "actually", "sorry", "wait", "then", "now", "rather",
    "so", "or",
    "robot", "oh", "hey", "just", "well", "right", "maybe", "stop", "neither", "yeah", "mean", "said", "say", "think", "mate",
})  # fmt: skip
_AFTER = frozenset({
    ",", "and", "but", "please", "instead", "i", "now", "thanks", "then", "rather", "you", "not", "robot", "mate", "thank", "ok", "this",
    "use",
    "with", "slowly", "gently", "carefully", "first", "too", "yes", "no", "slower", "faster", "stop",
})  # fmt: skip


def _apart(m: Match) -> bool:
    """Whether it stands by itself: a thing among words of another construction is part of that."""
    before, after = m.words[m.start - 1] if m.start else ",", m.words[m.end] if m.end < len(m.words) else ","
    return before in _BEFORE and after in _AFTER


def _bare(m: Match) -> Part | None:
    made = _take(m) if _apart(m) else None
    if made is None or m.thing is None:
        return None
    single = not m.thing.determined and m.thing.how == "named" and m.end - m.start == 1
    return Part(made.kind, made.effect, made.ask, made.candidates, weak=single)


def _quality(m: Match) -> Part | None:
    """`yellow`, `the middle`: which of the kind that is under way."""
    for which in m.dialogue.bindings.values():
        rest = tuple(
            n for n in m.dialogue.scene if n not in m.dialogue.bindings.values() and alike(n, which) and set(m["quality"]) <= qualities(n)
        )
        if len(rest) == 1:
            return Part("target", {"new": rest[0], "exclude": which}, weak=True)
    return None


def _not_quality(m: Match) -> Part | None:
    """`not blue`: another of the kind."""
    out = next((n for n in m.dialogue.bindings.values() if set(m["quality"]) <= qualities(n)), None)
    return other_one(m.dialogue, out, "") if out else None


def _qualities(reader: Reader, at: int) -> list[tuple[tuple[str, ...], int]]:
    """Adjectives alone that are no direction."""
    found: list[str] = []
    here = at + (reader.words[at] == "the")
    while (
        here < len(
            reader.words) and reader.things.adjective(
                reader.words[here]) and reader.words[here] not in DIRECTIONS.entries and reader.words[here] not in ("small", "little",
                    "tiny", "far", "high", "low", "long", "light", "close", "back", "front", "top", "bottom", "clean", "empty", "full",
                    "hard", "soft", "open", "wide", "fast")) or (
        here < len(reader.words) and reader.words[here] in ("top", "bottom") and reader.words[at] == "the"):  # fmt: skip
        found.append(canon(reader.words[here]))
        here += 1
    return [(tuple(found), here)] if found else []


SLOTS["quality"] = _qualities


def _not(m: Match) -> Part | None:
    """`not that one`, `wrong bowl`."""
    thing = m.thing or Meant((), "that one", how="it")
    if thing.how == "named" and " is not " in f" {m.said} " and thing.words.split()[0] not in ("the", "my", "your", "our", "this"):
        return None  # `that is not a hammer` tells what it is
    out = excluded_one(m.dialogue, thing)
    if out is None or (thing.how != "it" and out not in thing.names):
        return None
    return other_one(m.dialogue, out, thing.head)


g = GRAMMAR.add
g(
    _take,
    """
    wipe|open|close|push|pull|press|pour_from|fill|turn|drive_to|go_to|carry {np} instead|rather [please]
    [i|we|robot|you] <take> {np} [instead|rather|please|this_time|not_this|not_that|not_this_one|not_that_one|first]
    {np} is|would_be better|best|preferable [please]
    what i|we [really] meant|mean|want|wanted|need|asked_for|said|like is|was {np}
    {np:x} i|we [really] want|wanted|meant|mean|need is|was {np}
    {np} instead|rather [please|of_that|of_this|of_it|of_that_one|of_this_one]
    {np} is|was the|what [one] [that] i [want|meant|mean|wanted|said|need|asked_for|was_talking_about|am_talking_about]
    {np} i|we said|meant|want|mean|wanted|asked_for|told_you|need|was_talking_about|was_thinking_of|would_like|prefer|was_after|\
        am_after|was_looking_for
    i [really] want|need|meant|said|wanted {np}
    it is|was [supposed|meant] [to_be] {np}
    not_quite|wrong {np:no} {np}
    <take> {np} instead|rather [of|than] {np:no}
    {np} instead|rather [of|than] {np:no}
    [<take>] {np} [,] [and|but] not {np:no}
    not {np:no} [,|but|,_but|i_meant|i_said|,_i_meant|,_i_said|,_take|take|,_i_want|,_get|,_the_one|,_it_is|,_rather|rather] {np}
    [that|it|this] is not {np:no} [,|but|,_but] [i_want|i_meant|take|get|i_said] {np}
    i do not want|need {np:no} [,|but|,_but] [i_want|i_need] {np}
    should be {np}
    how|what about {np}
    why not {np}
    the name is {np}
    swap|replace|exchange [it|{np:no}] for|with|by {np}
""",
)
g(
    _bare,
    """
    {np}
""",
    cost=0.6,
)
g(
    _quality,
    """
    {quality} [please|instead|i_said|i_meant|i_mean]
    i said|meant|mean|want|wanted|need|asked_for {quality} [please|one]
    [that|it|this] is {quality:no} [,] [but] i [said|meant|mean|want|wanted|need|asked_for] {quality}
    {quality} [,] not|instead_of|rather_than|and_not {quality:no}
    not {quality:no} [,|but|,_but] {quality}
""",
    cost=0.7,
)
g(
    _not_quality,
    """
    not [the] {quality} [one]
""",
    cost=0.75,
)
g(
    _not,
    """
    not {np}
    wrong {np}
    [that|it|this|you|they] take|grab|pick|use|is|are|have|was|picked|took|got|grabbed|chose [not|got|taken|the|at|holding|picking|\
        going_for|grabbing] [the|at|for] wrong {np}
    [that|it|this] is not {np}
    <dont> <take> {np}
    not|anything|any|any_one|everything|whichever [one] but|except|other_than {np}
    [i] do_not want|mean {np}
    [i] did_not mean|say|want|ask_for {np}
    [that|it|this] is not the|what [one|thing] [that] i|we meant|mean|want|wanted|said|need|asked_for
    leave {np} and_take_another|take_another_one|use_another
    wrong
    another instead
""",
)
g(
    lambda m: other_one(m.dialogue, excluded_one(m.dialogue, Meant((), "that one", how="it")), ""),
    """
    wrong one|thing|object|item [altogether|entirely|there]
    [that|it|this|you] is|are|was|have [got|picked|taken] [the] wrong one|thing|object|item
    [that|it|this] is not it|the_one|that_one|the_right_one|what_i_meant|what_i_want|what_i_wanted|what_i_asked_for|the_one_i_meant|\
        the_one_i_want|the_one_i_wanted|what_i_said
    not that|this [one]
    not the one
    <dont> <take> that|this one
    you|it picked|took|grabbed|got|have|chose the wrong [one|thing]
    i did not mean|want that|this [one]
    [a] different|another one
    something else
    try|take|use|pick another [one]
    that was not it|the_one
    not it
""",
    cost=0.45,
)
