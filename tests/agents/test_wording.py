"""Laws of the tables of wording that the small parser learns from: no slot is left open, and what they say is what the sketch says."""

from __future__ import annotations

import random
import re
from functools import cache
from itertools import islice

import pytest

from heedful.agents.understanding.parser.generate import Example, examples, frames, states, talk, wording
from heedful.agents.understanding.parser.generate.conditions import gerund, urged
from heedful.agents.understanding.parser.generate.sentences import Sentences
from heedful.agents.understanding.parser.generate.speaker import Item

ABOUT = {
    f"{m.__name__.rsplit('.', 1)[1]}.{n}": v for m in (frames, states) for n, v in vars(m).items() if n.isupper() and isinstance(v, tuple)
}
"""Table -> its patterns."""


@cache
def said() -> tuple[Example, ...]:
    return tuple(islice(examples(5004), 1500))


def patterns(table: object) -> list[str]:
    return [table] if isinstance(table, str) else [p for part in table for p in patterns(part)]  # type: ignore[attr-defined]


def test_no_slot_and_no_sign_of_a_pattern_is_left_in_a_sentence() -> None:
    for example in said():
        assert re.fullmatch(r"[a-z0-9,.? ]+", example.text.replace("<unk>", "")), example.text


@pytest.mark.parametrize("table", [n for n in ABOUT if not n.endswith(("PLACE", "ACT"))])
def test_every_way_to_ask_speaks_of_the_thing_once(table: str) -> None:
    for pattern in patterns(ABOUT[table]):
        assert pattern.count("#t") == 1, pattern


@pytest.mark.parametrize("table", ["IMPERATIVE", "TOPIC", "RESULT", "WISH", "QUESTION", "LEARNER", "TO_PLACE", "INTO"])
def test_every_way_to_ask_for_a_place_speaks_of_it(table: str) -> None:
    for pattern in patterns(getattr(frames, table)):
        assert "#p" in pattern, pattern


def test_every_order_of_two_requests_says_each_once() -> None:
    for pattern in talk.ORDERED:
        assert len(re.findall(r"\{x(:g)?\}", pattern)) == len(re.findall(r"\{y(:g)?\}", pattern)) == 1, pattern


def test_a_request_that_starts_with_its_verb_is_told_from_others_and_put_in_ing() -> None:
    assert urged([Item("put"), Item("it")]) and not urged([Item("the"), Item("cup")])
    assert [i.words for i in gerund([Item("put"), Item("it"), Item("down")])] == ["putting", "it", "down"]


def test_what_is_said_to_come_first_comes_first_in_the_sketch_whatever_the_order_of_the_words() -> None:
    seen = 0
    for seed in range(400):
        speaker = Sentences(random.Random(seed))
        found = speaker.ordered()
        if found is None or "same" in found.marks:
            continue
        words = [i.words for i in found.items]
        later = [m for m in found.marks if isinstance(m, Item)]
        if words[0] == "before" and "," in words and len(later) >= 2:
            comma = words.index(",")
            first = next(n for n, i in enumerate(found.items) if i is later[0])
            seen += 1
            assert first > comma, " ".join(words)
    assert seen


def test_what_is_spared_of_all_is_spared_in_the_sketch() -> None:
    start = re.compile(r"^(apart from|except for|other than|save for|with the exception of|leaving aside) ")
    asked = [Sentences(random.Random(seed)).place() for seed in range(6000)]
    spared = [r for r in asked if start.match(" ".join(i.words for i in r.items))]
    assert spared and all("but" in r.marks for r in spared)


def test_there_are_many_ways_to_say_each_thing() -> None:
    assert len({p for table in frames.PLACE for p in patterns(table)} | set(wording.PLACE)) > 200
    assert all(len(words.split("|")) > 3 for words in states.STATES.values())
