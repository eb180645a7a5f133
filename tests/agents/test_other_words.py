"""What is said at the front, between commas, after its noun, by comparison or with a slip means what it means said plainly."""

import pytest
from crowded import crowded, short

from heedful.agents.understanding.amending import amended
from heedful.agents.understanding.grammar import Grammar
from heedful.agents.understanding.normalise import tokens
from heedful.agents.understanding.rewording import MOST, reworded
from heedful.agents.understanding.slips import mended
from heedful.agents.understanding.vocabulary import Vocabulary

HERE = crowded()
GRAMMAR = Grammar(second=False)
SAME = {
    # exceptions, wherever they stand
    "apart from the lemon, put the fruit on the tray": "put all the fruit except the lemon on the tray",
    "bar the lemon, the fruit goes on the tray": "put all the fruit except the lemon on the tray",
    "save for the lemon, all of the fruit should be put on the tray": "put all the fruit except the lemon on the tray",
    "the fruit, with the exception of the lemon, goes on the tray": "put all the fruit except the lemon on the tray",
    "all the fruit goes on the tray, no lemon though": "put all the fruit except the lemon on the tray",
    "put all the fruit on the tray, just not the lemon": "put all the fruit except the lemon on the tray",
    "all the fruit goes on the tray. The lemon doesn't.": "put all the fruit except the lemon on the tray",
    "put all the mugs in the bin, unless they're black": "put all the mugs except the black one in the bin",
    # counting from somewhere, first or between commas
    "counting from the left, put the second mug in the bin": "put the second mug from the left in the bin",
    "the second mug, counting from the left, goes in the bin": "put the second mug from the left in the bin",
    "put mug number two from the left in the bin": "put the second mug from the left in the bin",
    "of all the mugs, the one furthest to the left goes in the bin": "put the leftmost mug in the bin",
    "put the odd-numbered mugs, counting from the left, in the bin": "put every other mug, starting from the left, in the bin",
    "starting at the left end, put every other mug in the bin": "put every other mug, starting from the left, in the bin",
    "bin the mugs alternately, starting from the left": "put every other mug, starting from the left, in the bin",
    # how many
    "put one of the two bananas in the bin": "put exactly one of the bananas in the bin",
    "i need exactly one mug in the bin, no more than that": "put exactly one mug in the bin",
    # qualities after the noun, and colours by comparison
    "put the blocks, green and yellow, in the bin": "put the yellow block and the green block in the bin",
    "put the mug white in the bin": "put the white mug in the bin",
    "put the can that has the colour of a tomato in the bin": "put the red can in the bin",
    "put the grass-coloured block in the bin": "put the green block in the bin",
    "put the block that matches the plate in the bin": "put the green block in the bin",
    # distances
    "leave a gap of 20 cm between the lemon and the sponge": "put the lemon 20 cm from the sponge",
    "put the lemon a hand's breadth, say 12 cm, to the left of the sponge": "put the lemon 12 cm to the left of the sponge",
    "put the lemon to the left of the sponge with 12 cm between them": "put the lemon 12 cm to the left of the sponge",
    # slips, words run together and words that sound alike
    "putthe lemon on thetray": "put the lemon on the tray",
    "put the lemon next two the sponge": "put the lemon next to the sponge",
    "giv me teh lemmon": "give me the lemon",
}


def _asked(words: str) -> str:
    understood = GRAMMAR.understand(words, HERE)
    assert understood.program is not None, understood.sentence
    return short(GRAMMAR.bind(understood.program, HERE, {}))


@pytest.mark.parametrize(("words", "plainly"), SAME.items())
def test_what_is_said_another_way_means_what_it_means_said_plainly(words: str, plainly: str) -> None:
    meant = _asked(plainly)
    assert not meant.startswith(("ask", "refuse"))
    assert _asked(words) == meant


@pytest.mark.parametrize(
    ("words", "way"), [("move the lemon 10 cm to the left", (0.0, 0.1)), ("push the lemon away from you by 5 cm", (0.05, 0.0)),
                       ("pull the lemon towards you by 60 mm", (-0.06, 0.0)), ("nudge the lemon two inches rightwards", (0.0, -0.0508))]
)  # fmt: skip
def test_a_thing_moved_by_a_distance_ends_that_far_from_where_it_stood(words: str, way: tuple[float, float]) -> None:
    here = HERE.objects["lemon"].pose.pos
    assert _asked(words).startswith("standing_at(lemon")
    x, y = _asked(words).split("(")[1].rstrip(")").split(", ")[1:]
    assert float(x) == pytest.approx(here[0] + way[0], abs=1e-3) and float(y) == pytest.approx(here[1] + way[1], abs=1e-3)


def test_what_was_taken_for_something_else_is_told() -> None:
    assert 'taking "blew" for "blue"' in GRAMMAR.understand("put the blew block on the tray", HERE).sentence


@pytest.mark.parametrize(
    ("word", "meant"), [("clock", None), ("drawr", "drawer"), ("evreything", "everything"), ("mee", "me"), ("rad", None)]
)
def test_a_slip_is_mended_only_where_one_word_can_be_meant(word: str, meant: str | None) -> None:
    assert mended(word, {"block", "drawer", "draw", "everything", "me", "red", "rag"}, {"drawer", "rag"}) == meant


def test_words_that_are_known_are_left_as_they_are() -> None:
    words = tokens("put the red block two inches to the right of the drawer and throw the rest in the bin")
    assert amended(words, Vocabulary.of(HERE)) == (words, {})


def test_a_sentence_has_a_bounded_number_of_other_versions() -> None:
    words = tokens("apart from the lemon, all fruit, red and yellow, counting from the left, goes on the tray, no apple though")
    assert 0 < len(list(reworded(words, Vocabulary.of(HERE), HERE))) < MOST
