"""Laws of two readers of one sentence: when the grammar's program stands, when the agent asks, when the small parser is believed alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_scenes import kitchen

from heedful.agents.understanding.agree import ALONE, DIFFERS, SUGGESTS, Opinion, same, weighed
from heedful.agents.understanding.bind import bind
from heedful.agents.understanding.grammar import Grammar
from heedful.agents.understanding.meaning import meaning
from heedful.agents.understanding.saying import in_words
from heedful.episode import Understanding, Verdict
from heedful.predicates import evaluate
from heedful.program import Achieve, And, Atom, Constraint, Count, Not, Program, Ref, Seq

HERE = kitchen()
RED, BLUE = Ref("block", "red", words="the red block"), Ref("block", "blue", words="the blue block")
BOWL, PLATE, DRAWER = Ref("bowl", "blue", words="the blue bowl"), Ref("plate", words="the plate"), Ref("drawer", words="the drawer")
IN, ON = Achieve(Atom("in", (RED, BOWL))), Achieve(Atom("on", (RED, PLATE)))
SURE = max(DIFFERS, ALONE)
UNREAD = Understanding(None, Verdict.NOT_UNDERSTOOD, "I cannot tell what to do", code="not_understood")


def read(program: Program) -> Understanding:
    return Understanding(program, None, "as the grammar says it")


def thinks(program: Program, probability: float = SURE, left_over: tuple[str, ...] = ()) -> Opinion:
    return Opinion(program, probability, 5.0, left_over)


def test_where_both_agree_the_grammars_program_stands_as_it_is() -> None:
    assert weighed(read(IN), thinks(IN), HERE) == read(IN)


def test_an_unsure_parser_is_not_heard() -> None:
    assert weighed(read(IN), thinks(ON, DIFFERS - 0.01), HERE) == read(IN)


def test_a_sure_parser_that_reads_it_otherwise_makes_the_agent_ask_and_say_both_ways() -> None:
    asked = weighed(read(IN), thinks(ON), HERE)
    assert asked.program is None and asked.verdict is Verdict.NEEDS_CLARIFICATION
    assert "in the blue bowl" in asked.sentence and "on the plate" in asked.sentence


def test_an_opinion_that_leaves_words_over_is_not_heard() -> None:
    assert weighed(read(IN), thinks(ON, 1.0, ("not",)), HERE) == read(IN)
    assert weighed(UNREAD, thinks(ON, 1.0, ("not",)), HERE) == UNREAD


def test_the_parser_alone_is_believed_only_when_it_is_sure() -> None:
    assert weighed(UNREAD, thinks(ON, ALONE), HERE).program == ON
    asked = weighed(UNREAD, thinks(ON, SUGGESTS), HERE)
    assert asked.program is None and asked.verdict is Verdict.NEEDS_CLARIFICATION and "did you mean" in asked.sentence
    assert weighed(UNREAD, thinks(ON, SUGGESTS - 0.01), HERE) == UNREAD


@pytest.mark.parametrize("code", ["chat", "ability", "too_long", "empty"])
def test_talk_and_refusals_are_never_turned_into_action(code: str) -> None:
    refused = Understanding(None, Verdict.REFUSED, "no", code=code)
    assert weighed(refused, thinks(ON, 1.0), HERE) == refused


def test_a_question_of_which_is_meant_stays_a_question() -> None:
    unclear = read(Achieve(Atom("in", (Ref("block", words="the block"), BOWL))))
    assert weighed(unclear, thinks(ON, 1.0), HERE) == unclear


def test_an_opinion_that_forbids_what_it_asks_for_is_not_heard() -> None:
    for about, heard in ((RED, False), (BLUE, True)):
        thought = Achieve(Atom("on", (RED, PLATE)), under=(Constraint("no_touch", about),))
        assert (weighed(UNREAD, thinks(thought, 1.0), HERE) != UNREAD) == heard


def test_what_cannot_be_done_here_is_no_second_opinion() -> None:
    absent = Achieve(Atom("on", (Ref("banana", words="the banana"), PLATE)))
    assert weighed(read(IN), thinks(absent, 1.0), HERE) == read(IN)
    assert weighed(UNREAD, thinks(absent, 1.0), HERE) == UNREAD


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Achieve(Atom("left_of", (RED, PLATE))), Achieve(Atom("right_of", (PLATE, RED)))),
        (Achieve(Atom("next_to", (RED, PLATE))), Achieve(Atom("next_to", (PLATE, RED)))),
        (Achieve(Atom("closed", (DRAWER,))), Achieve(Not(Atom("open", (DRAWER,))))),
        (Achieve(And((IN.goal, Atom("on", (BLUE, PLATE))))), Seq((Achieve(Atom("on", (BLUE, PLATE))), IN))),
        (IN, Seq((Achieve(Atom("holding", (RED,))), IN))),
    ],
)
def test_different_words_for_the_same_are_the_same(first: Program, second: Program) -> None:
    assert same(first, second, HERE)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (IN, ON),
        (Achieve(Atom("left_of", (RED, PLATE))), Achieve(Atom("right_of", (RED, PLATE)))),
        (Seq((IN, ON)), Seq((ON, IN))),
        (IN, Achieve(Not(IN.goal))),
        (Achieve(Atom("holding", (RED,))), IN),
    ],
)
def test_what_is_not_the_same_is_told_apart(first: Program, second: Program) -> None:
    assert not same(first, second, HERE)


def test_what_the_grammar_adds_is_no_reason_to_ask_but_what_it_leaves_out_is() -> None:
    off = Not(Atom("on", (RED, PLATE)))
    lifted, removed = Achieve(And((off, Atom("holding", (RED,))))), Achieve(off)
    assert same(lifted, removed, HERE) and not same(removed, lifted, HERE)


def test_to_be_empty_is_that_what_is_there_is_there_no_longer() -> None:
    full = replace(
        HERE, objects={**HERE.objects, "in_it": replace(HERE.objects["red_block"], id="in_it", pose=HERE.objects["blue_bowl"].pose)}
    )
    assert evaluate(Atom("in", ("in_it", "blue_bowl")), full) is True
    assert same(Achieve(Atom("empty", ("blue_bowl",))), Achieve(Not(Atom("in", ("in_it", "blue_bowl")))), full)


def test_a_program_means_the_same_as_itself_however_often_it_is_bound() -> None:
    grammar = Grammar(second=False)
    for words in ("put the red block in the blue bowl", "open the drawer, put the red block in it and close it", "stack all the blocks"):
        program = grammar.understand(words, HERE).program
        assert program is not None
        once, again = bind(program, HERE, {}), bind(program, HERE, {})
        assert meaning(once, HERE) == meaning(again, HERE)  # type: ignore[arg-type]


def test_that_there_is_none_of_a_kind_is_said_as_it_is_meant() -> None:
    none = Not(Count("x", "mug", Atom("in", ("x", BOWL)), least=1))
    assert in_words(none) == "no mug is in the blue bowl"
    assert in_words(Not(none)) != in_words(none)
