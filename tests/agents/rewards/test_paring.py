"""Laws of what is left out around a request to an arm and around corrections, and of what never is."""

from __future__ import annotations

import pytest

from heedful.agents.rewards.editing import Refused, edited
from heedful.agents.rewards.paring import beside
from heedful.agents.rewards.reading import understand
from heedful.agents.sets.rewards import WORLDS
from heedful.agents.understanding.frames import words_in
from heedful.skills.rewards import Names

DOG, TABLE = WORLDS["quadruped"], WORLDS["tabletop"]
SCENE = frozenset(words_in(("apple", "red cube", "drawer")))


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        ("Nurse, the bottle, raise it please, I can't see the label.", "lift the bottle"),
        ("Verily, let the apple be placed within the bowl.", "put the apple in the bowl"),
        ("Upend the bowl so the cat can't drink from it", "turn the bowl upside down"),
        ("bottle's fallen over, stick it back on its feet", "stand the bottle upright"),
        ("Into the bowl with the apple!", "put the apple in the bowl"),
        ("Let there be no gap between apple and box!", "put the apple next to the box"),
        ("I want to see daylight under both cubes.", "lift both cubes"),
        ("One does not simply leave a drawer open. Shut it.", "close the drawer"),
    ],
)
def test_what_is_said_around_a_request_and_in_what_order_changes_nothing(words: str, plain: str) -> None:
    found, wanted = (understand(w, TABLE).stages for w in (words, plain))
    assert found is not None and wanted is not None
    assert [t.name for s in found for t in s if t.spec.within] == [t.name for s in wanted for t in s if t.spec.within]
    assert found[0].terms[0].args == wanted[0].terms[0].args


@pytest.mark.parametrize(
    "words",
    [
        "Nobody should touch the apple.", "The drawer is not to be opened.", "Put the apple on the shelf.", "lift the apple with the spoon",
        "sing while lifting the apple", "Throw the apple out of the window", "Eat the banana, then open the drawer.",
        "Lift the apple in ten minutes.", "refrain from opening the drawer", "should the door be closed, open the drawer",
        "Only lift the apple when I say so.", "lift everything except the apple", "My sister opened the door earlier.",
    ],
)  # fmt: skip
def test_what_is_denied_conditioned_for_later_or_done_with_something_unknown_is_not_done(words: str) -> None:
    assert understand(words, TABLE).stages is None, words


@pytest.mark.parametrize(
    ("world", "before", "words", "plain"),
    [
        (DOG, "spin to the left", "I said right, not left", "to the right"),
        (DOG, "trot at 1 m/s", "I said 0.5, not 1", "at 0.5 m/s"),
        (DOG, "lift your front left paw", "that's not high enough", "higher"),
        (DOG, "trot forward", "are we at a funeral? pick it up", "faster"),
        (TABLE, "pick up the apple", "Not the apple, chef needs the banana.", "the banana instead"),
        (TABLE, "put the apple in the bowl", "box, not bowl", "no, in the box"),
        (TABLE, "open the door", "shut it a bit", "close it a bit"),
    ],
)
def test_a_reaction_corrects_as_plain_words_do(world: Names, before: str, words: str, plain: str) -> None:
    stages = understand(before, world).stages
    assert stages is not None
    found = edited(stages, words, world)
    assert not isinstance(found, Refused) and found == edited(stages, plain, world) != stages


@pytest.mark.parametrize("words", ["not higher please", "don't go higher", "what a lovely apple", "if it slips, lower it"])
def test_a_reaction_that_denies_or_asks_nothing_corrects_nothing(words: str) -> None:
    stages = understand("lift the apple", TABLE).stages
    assert stages is not None and isinstance(edited(stages, words, TABLE), Refused)


@pytest.mark.parametrize("clause", ["chop chop", "i can not see the label", "like a pancake", "so the cat can not drink"])
def test_a_clause_without_a_number_a_way_a_thing_or_an_act_is_left_out(clause: str) -> None:
    assert beside(clause, SCENE)


@pytest.mark.parametrize("clause", ["the apple", "10 cm", "to the left", "it must not fall", "if it rains", "sing a song", "slowly"])
def test_a_clause_that_could_change_what_is_asked_stays(clause: str) -> None:
    assert not beside(clause, SCENE)
