"""Words said while the robot works: HALT is never missed and never heard where it was not said; the rest says what it means."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings, strategies as st

from heedful.agents.corrections import is_halt, understand_correction
from heedful.agents.corrections.nudge import DEFAULT_NUDGE, DIRECTIONS, LARGEST_NUDGE, SIZES
from heedful.types import Correction

HALTS = """
stop | Stop! | STOP STOP | stop it | stop that | stop now | stop please | please stop | could you stop | can you please stop now |
would you stop | will you stop | stop right there | stop right now | stop immediately | stop moving | stop moving now | stop the arm |
stop the robot | stop everything | stop what you're doing | stop what you are doing right now | I want you to stop |
I need you to stop | you need to stop | you have to stop | you must stop | I said stop | i said stop now | just stop | ok stop |
okay, stop | no stop | no, stop! | no no stop | wait stop | stop wait | hey stop | robot stop | robot, stop | stop robot |
Robbie, stop! | stop you idiot | for god's sake stop | oh god stop | stop stop stop stop | s t o p | S.T.O.P. | stooooop | stopp |
stpo | sotp | stp | halt | halt! | halt right there | freeze | freeze! | freeze right there | everybody freeze | whoa | whoaaa |
woah | whoa there | hold it | hold it right there | hold on | hold still | hang on | hang on a second | wait | wait wait |
wait a second | wait a moment please | wait for me | wait, something is wrong | stand still | stay still | stay where you are |
stay right there | don't move | do not move | don't move! | dont move | nobody move | don't you move | cut it out | knock it off |
that's enough | enough | ok that's far enough | not another inch | come to a stop | come to a complete halt | full stop |
emergency stop | e-stop | estop | pause | pause it | pause please | pause for a moment | one moment | one second please |
give me a second | no | no no no | nope no | ow | ouch | OW OW | ow my finger | you're hurting me | it's crushing my hand |
my hand is in there | watch my fingers | ah! my finger's still in there | you're on my hand | that hurts | help | danger |
stop, you're going to hit the lamp | stop you're going to hit the lamp | stop before you break it | stop it's falling |
it's falling stop | it is going to fall stop | left left left stop | move left stop | a bit more a bit more stop | there stop |
stop there | stop here | stop here please | that's good stop | good, stop | stop pouring | stop squeezing it | stop pushing the bowl |
stop hitting the table | why don't you stop | can't you just stop | won't you stop | make it stop | tell it to stop |
stop. now move left a little | stop and put it down | stop, wait | stop!!! | stop? | ...stop... | - stop | 🛑 | stop 🛑 |
STOP THE ARM NOW | stop in place | stop on the spot | stop at once | stop as you are | stop in your tracks | stop dead |
stop as soon as possible | don't go any further | don't | do not continue | don't do that | don't go on | stop for a moment |
stop a second | turn yourself off | kill the motors | please, please stop | um, stop | uh stop | stop stop no | no wait | no, wait |
wait no | oh no stop | shit stop | damn it stop | stop goddamnit | quit moving | quit it | cease | i told you to stop |
i am telling you to stop | you should stop | you better stop | let's stop | let us stop here | stop this | stop that right now |
stop all motion | stop motion | stop all movement | stop immediately please robot | hold your position | wait there | wait here |
stop there's a hand | stop my hand is there | stop somebody is coming | stop or you'll break it | look out stop | careful stop |
never mind stop | forget it stop | slower slower stop | ok now stop | and stop | now stop | stop now please now |
stop with the pouring | Stop: the cable | stop - cable | stop the gripper from closing | stop closing the gripper |
stop that from happening | stop! don't move! | stop, don't go on | don't move, stop
"""
OTHERS = """
stop at the red line | push the middle can along the tray and stop at the red line | put it next to the stop sign |
put the red block next to the stop sign card | wait 5 seconds | wait five seconds | wait for two seconds | wait 2.5 seconds |
wait until the drawer is open | pause for five seconds | don't stop | don't stop now | never stop | do not stop | please don't stop |
don't you dare stop | keep going, don't stop | why did you stop | why did you stop? | did you stop | how do I stop you |
what is a stop sign | i never told you to stop, keep going | i didn't say stop | press the button that stops the timer |
press the stop button | the stop sign | stop sign | next to the bus stop | put the block on the card that says stop |
put the block by the sign reading stop | move until I say stop | go on until you hit the stop | when I say stop you freeze |
stop when you reach the bowl | stop above the bowl | stop before the wall | stop 5 cm before the wall | stop short of the plate |
stop over the plate | stop if it slips | alexa stop | alexa, stop the music | hey siri stop | stop the music | stop the timer |
Tom, stop hitting your sister | alexa pause the music | so I waited for the bus and it never came |
when the bowl is empty hold the plate above it | hold the plate | hold it by the handle | hold it tighter | hold on to it |
hold on tight | put the red block in the blue bowl | open the drawer | pick up the red block | close the drawer then wait | go home |
left | a bit to the left | slower | faster | go on | continue | carry on | cancel that | never mind | good job | yes | no, left |
no the other one | no, the striped one | not that one | don't touch the plate | don't go higher than the shelf | don't drop it |
don't stretch so far | take it by the handle | put it in my hand | hand it to me | give it to my left hand | move it towards my hand |
freeze the peas | put the peas in the freezer | move the stopper | pull out the stopper | put the stopwatch in the drawer |
he told me to stop | she said stop | we stopped at the shop | I'll be right back | what's up, haven't seen you in ages |
yeah no he left about an hour ago | enough of the sauce in the bowl | not far enough | move it forward and then stop |
push the block to the line, then stop at it | move to the plate and stop | stop at 10 cm | wait for the light to turn green |
help me put the block in the bowl | turn off the lamp | switch off the lamp | shut the drawer | turn it upside down | put it down |
I have had enough time | one more | one bit more | there | right there | no need to stop | no reason to stop | non stop music |
the robot stopped | it stops by itself | put it on the halt line | unstoppable | step back | top drawer | the top one |
put it on top | take the one on top | go to the shop | move the hat | half speed | put the salt in the bowl | salt | hat | hall |
stoop down | the move was wait for it great | waiter | wait for the bus | pause the video
"""


def lines(table: str) -> list[str]:
    return [said.strip() for said in table.replace("\n", " ").split("|") if said.strip()]


def kind(text: str) -> str:
    return understand_correction(text).kind


def offset(text: str) -> tuple[float, float, float]:
    found = understand_correction(text)
    assert found.kind == "nudge", f"{text}: {found.kind}"
    x, y, z = found.effect["offset"]
    return x, y, z


@pytest.mark.parametrize("text", lines(HALTS))
def test_a_halt_is_heard_however_it_is_said(text: str) -> None:
    assert is_halt(text) and kind(text) == "halt"


@pytest.mark.parametrize("text", lines(OTHERS))
def test_no_halt_is_heard_where_none_was_said(text: str) -> None:
    assert not is_halt(text) and kind(text) != "halt"


DECORATED = st.tuples(
    st.sampled_from(["", "please ", "hey robot, ", "oh ", "ow ", "no no ", "ok ", "uh… ", "now "]),
    st.sampled_from(["stop", "halt", "freeze", "stop it", "hold it", "don't move", "stop moving", "wait", "whoa", "stay there"]),
    st.sampled_from(["", "!", " please", " now", " right there", "!!!", " robot", "?", "...", ", please", " right now"]),
    st.sampled_from([str.lower, str.upper, str.title, str.swapcase]),
)


@given(DECORATED, st.integers(1, 4))
def test_politeness_case_and_repetition_never_hide_a_halt(said: tuple, times: int) -> None:
    before, core, after, case = said
    assert is_halt(case(" ".join([before + core + after] * times)))


@given(st.text(max_size=200))
def test_a_halt_cried_after_anything_is_heard(before: str) -> None:
    assert is_halt(f"{before} stop stop")


@given(st.sampled_from(lines(OTHERS)), st.sampled_from(["STOP! ", "Stop. ", "Halt! "]))
def test_a_halt_is_heard_before_other_words(other: str, halt: str) -> None:
    assert is_halt(halt + other)


@given(st.text(max_size=300), st.floats(0, 1e6))
def test_any_text_is_a_correction_and_never_an_exception(text: str, heard: float) -> None:
    found = understand_correction(text, heard)
    assert isinstance(found, Correction) and found.text == text and found.heard == heard
    assert found.kind in ("halt", "resume", "abort", "rate", "nudge", "none") and found.reply


BITS = [
    "a ", "stop ", "no ", "too ", "a bit ", "left ", "s t ", "1.", "(", ".", "a.b", "\u0301", "\ufdfa", "not so ", "leave the ",
    "1 cm ", "it is ", "go with it ", "much ", "what you ", "you're ", "'",
]  # fmt: skip


@pytest.mark.parametrize("bit", BITS)
def test_a_megabyte_of_anything_is_heard_within_half_a_second(bit: str) -> None:
    text = bit * (1_000_000 // len(bit))
    start = time.process_time()
    understand_correction(text)
    assert time.process_time() - start < 0.5


def test_a_halt_in_a_flood_of_words_is_heard() -> None:
    assert is_halt("bla " * 100_000 + "stop " + "bla " * 100_000)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz .,'!?-0123456789", min_size=1800, max_size=4000))
@settings(max_examples=20, deadline=None)
def test_the_longest_text_that_is_read_whole_is_read_at_once(text: str) -> None:
    start = time.process_time()
    understand_correction(text)
    assert time.process_time() - start < 0.2


AMOUNTS = st.sampled_from([*SIZES, "3 cm", "0.5 cm", "two inches", "12 mm", "half a centimetre", "", "quite a lot"])
SHIFTS = st.sampled_from(
    ["{a} {d}", "{a} to the {d}", "move {a} to the {d}", "please shift it {a} {d}", "no, {d} {a}", "too far {d}", "your {d}, {a}"]
)


@given(SHIFTS, AMOUNTS)
def test_left_mirrors_right_exactly(shift: str, amount: str) -> None:
    x, y, z = offset(shift.format(a=amount, d="left"))
    assert offset(shift.format(a=amount, d="right")) == (x, -y, z)
    assert x == z == 0.0 and y != 0.0


@given(st.sampled_from(sorted(DIRECTIONS)), AMOUNTS)
def test_a_nudge_is_along_one_axis_and_as_long_as_it_says(way: str, amount: str) -> None:
    found = understand_correction(f"{amount} {way}")
    x, y, z = found.effect["offset"]
    assert sorted(map(abs, (x, y, z)))[:2] == [0.0, 0.0]
    assert max(map(abs, (x, y, z))) == found.effect["magnitude_m"] <= LARGEST_NUDGE


@given(st.integers(1, 149))
def test_one_length_in_any_unit_is_one_shift(millimetres: int) -> None:
    said = [
        f"{millimetres} mm left",
        f"left by {millimetres / 10} cm",
        f"{millimetres}mm to the left",
        f"move left {millimetres / 1000} metres",
    ]
    assert [offset(s)[1] for s in said] == pytest.approx([millimetres / 1000] * 4)


@pytest.mark.parametrize(("text", "metres"), [
    ("a hair up", 0.01), ("up just a bit", 0.02), ("up", DEFAULT_NUDGE), ("up a lot", 0.10), ("half an inch up", 0.0127),
    ("an inch higher", 0.0254), ("a couple of cm up", 0.02), ("two centimetres higher please", 0.02), ("up 3 m", LARGEST_NUDGE),
])  # fmt: skip
def test_amounts_are_metres(text: str, metres: float) -> None:
    assert offset(text) == pytest.approx((0.0, 0.0, metres))


@pytest.mark.parametrize("text", lines("""
    left one | the left block | my left | left as I see it | not left | no higher | right there | that's right | he left | up and left
    | what's up | I'll be right back | towards the mug | put it left of the bowl
"""))  # fmt: skip
def test_a_direction_in_other_words_is_no_nudge(text: str) -> None:
    assert kind(text) != "nudge"


@pytest.mark.parametrize(("text", "factor"), [
    ("slower", 0.5), ("a bit slower", 0.707), ("much slower!", 0.25), ("could you slow down please", 0.5),
    ("you're going too fast", 0.5), ("there's no rush, take your time", 0.5), ("faster", 2.0), ("hurry up", 2.0),
    ("that's too slow", 2.0), ("half speed", 0.5), ("at 30 percent", 0.3), ("70% speed", 0.7), ("back to the normal speed", 0.0),
    ("normal speed please", 0.0), ("never drive that fast again", None),
])  # fmt: skip
def test_speed_is_a_factor_on_the_present_one(text: str, factor: float | None) -> None:
    found = understand_correction(text)
    assert (found.effect["factor"] if found.kind == "rate" else None) == factor


@pytest.mark.parametrize("text", lines("""
    go on | ok go on | Continue. | alright, you can carry on now | unpause | go right ahead | keep going | don't stop | resume please
    | I never told you to stop, keep going | pick up where you left off | proceed with it
"""))  # fmt: skip
def test_going_on_is_asked_for_in_many_words(text: str) -> None:
    assert kind(text) == "resume"


@pytest.mark.parametrize("text", lines("""
    don't go on | do not continue | keep going left | go | the show must go on | go on the plate | continue with the red block first
"""))  # fmt: skip
def test_a_held_robot_goes_on_only_when_nothing_else_was_said(text: str) -> None:
    assert (kind(text) == "resume") == (text == "go")


@pytest.mark.parametrize("text", lines("""
    cancel | cancel that | abort | oh never mind | forget it | Scrap the whole thing please | let's not do this after all | give up |
    forget about it, leave the can where it is | call it off | I changed my mind
"""))  # fmt: skip
def test_giving_up_is_said_in_many_words(text: str) -> None:
    assert kind(text) == "abort"
