"""What changes in a program when the words change: exactly what they say."""

from __future__ import annotations

import re

import pytest
from laid_table import meaning
from test_sentences import SENTENCES

ACTED = [w for w, m in SENTENCES.items() if not m.startswith("<") and m != "nothing"]
PLAIN = [w for w in ACTED if not re.search(r"\b(no|not|don't|sorry|mean|actually|wait|rather|instead|never|scratch)\b|n't", w.lower())]
SIDES = [
    "put the can to the left of the lemon", "put the can 10 cm to the left of the lemon", "the can should be left of the bottle",
    "put the can on the left side of the table", "if the can is left of the bottle close the door", "move the can just left of the plate",
    "put the can to the left of the lemon as I see it", "put the can on my left", "put the can behind and to the left of the lemon",
    "don't put the can on the tray, put it left of the lemon", "put the can next to the lemon on its left",
]  # fmt: skip
COLORS = [
    "put the red block in the red bowl", "if the red block is in the red bowl give it to me",
    "put the red, no, the green block in the red bowl",
    "keep putting blocks in the red bowl until there are two in it", "put the red block on the plate without touching the red bowl",
    "the red block belongs in the red bowl", "don't put the red block in the drawer, put it in the red bowl",
    "swap the apple and the red block if the red bowl is empty", "put everything in the red bowl on the tray",
]  # fmt: skip


def swapped(text: str, first: str, second: str) -> str:
    return re.sub(rf"{first}|{second}", lambda m: second if m[0] == first else first, text)


@pytest.mark.parametrize("words", SIDES)
def test_left_said_for_right_turns_the_sides_and_nothing_else(words: str) -> None:
    assert not meaning(words).startswith("<")
    assert meaning(swapped(words, "left", "right")) == swapped(meaning(words), "left", "right")


@pytest.mark.parametrize("words", COLORS)
def test_blue_said_for_red_changes_the_colours_and_nothing_else(words: str) -> None:
    plain = meaning(words)
    if plain.startswith("<"):
        pytest.skip("asks or refuses")
    pairs = re.sub(r"\{[^}]*\}", "{}", swapped(plain, "red_", "blue_")), re.sub(r"\{[^}]*\}", "{}", meaning(swapped(words, "red", "blue")))
    assert pairs[0] == pairs[1]


@pytest.mark.parametrize("words", ACTED[::12])
@pytest.mark.parametrize("polite", ["please {}", "could you please {}", "{}, thank you", "hey robot, {} please", "um, okay, {}"])
def test_politeness_asks_for_nothing_more(words: str, polite: str) -> None:
    if polite.startswith(("could", "um")) and words.split()[0].lower().rstrip(",") in ASKING:
        pytest.skip("is asked for politely already")
    assert meaning(polite.format(words[0].lower() + words[1:].rstrip(".!?"))) == SENTENCES[words]


ASKING = {
    "about", "actually", "alright", "any", "as", "blue", "both", "can", "check", "could", "do", "door", "drawer", "either", "hey",
    "how", "i", "i'd", "i'll", "i'm", "if", "in", "is", "it", "it'd", "it's", "just", "lamp", "lemon", "let's", "lights", "may", "mind",
    "must", "never", "next", "no", "not", "nothing", "now", "ok", "okay", "only", "please", "pls", "red", "robot", "robot,", "scratch",
    "shall", "should", "so", "that", "the", "there", "there's", "this", "um", "unless", "what", "when", "why", "won't", "would", "yes",
    "you", "your",
}  # fmt: skip


@pytest.mark.parametrize(
    "words", [w for w in PLAIN if w.lower().startswith(("put", "open", "close", "give", "move", "turn", "bring", "hand"))][::3]
)
def test_a_request_that_is_forbidden_is_never_carried_out(words: str) -> None:
    if re.search(r"\b(if|unless|until|then|and|but|while|when|before|after|once|without|followed)\b|[.;,]", words):
        pytest.skip("only part of it would be forbidden")
    for no in ("don't {}", "never {}", "please do not {}", "you must not {}", "i don't want you to {}"):
        assert meaning(no.format(words[0].lower() + words[1:])) in ("nothing", "<not_understood>", "<chat>"), no


@pytest.mark.parametrize(
    "words", ["put the lemon on the plate", "open the drawer", "give me the apple", "put all the blocks in the red bowl"]
)
@pytest.mark.parametrize(
    ("manner", "kind"),
    [("gently {}", "gentle"), ("{} carefully", "gentle"), ("slowly {}", "slow"), ("{}, and take your time", "slow"), ("quickly {}", "fast"),
     ("{} without touching the mug", "no_touch(mug)"), ("stay away from the lamp and {}", "keep_out(lamp)")],
)  # fmt: skip
def test_how_it_shall_be_done_is_added_and_changes_no_goal(words: str, manner: str, kind: str) -> None:
    assert meaning(manner.format(words)) == f"{meaning(words)}, {kind}"


@pytest.mark.parametrize("words", ["put the lemon on the plate", "close the door", "give me the apple", "turn on the lamp"])
def test_what_is_done_on_a_condition_is_what_is_done_without_it(words: str) -> None:
    goal = meaning(words)
    assert meaning(f"if the drawer is closed {words}") == f"if closed(drawer): {goal} else: nothing"
    assert meaning(f"{words} if the drawer is closed") == f"if closed(drawer): {goal} else: nothing"
    assert meaning(f"if the drawer is open {words}, otherwise open the drawer") == f"if open(drawer): {goal} else: open(drawer)"
    assert meaning(f"unless the drawer is open {words}").endswith(f": {goal} else: nothing")


@pytest.mark.parametrize("joint", [", then ", " and then ", ". Then ", ", after that ", "; next ", ". Finally, ", ", and finally "])
def test_one_after_the_other_is_said_in_many_ways(joint: str) -> None:
    parts = ["put the lemon on the plate", "close the door", "give me the can"]
    assert meaning(joint.join(parts)) == "; ".join(map(meaning, parts))
