"""Words said while the robot works: HALT is never missed and never heard where it was not said; the rest says what it means."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings, strategies as st

from heedful.agents.corrections import Dialogue, is_halt, read_correction
from heedful.types import Correction

HALTS = """
stop | Stop! | STOP STOP | stop it | stop that | stop now | stop please | please stop | could you stop |
can you please stop now | would you stop | will you stop | stop right there | stop right now | stop immediately |
stop moving | stop moving now | stop the arm | stop the robot | stop everything | stop what you're doing |
stop what you are doing right now | I want you to stop | I need you to stop | you need to stop | you have to stop |
you must stop | I said stop | i said stop now | just stop | ok stop | okay, stop | no stop | no, stop! | no no stop |
wait stop | stop wait | hey stop | robot stop | robot, stop | stop robot | Robbie, stop! | stop you idiot |
for god's sake stop | oh god stop | stop stop stop stop | s t o p | S.T.O.P. | stooooop | stopp | stpo | sotp | stp | halt |
halt! | halt right there | freeze | freeze! | freeze right there | everybody freeze | whoa | whoaaa | woah | whoa there |
hold it | hold it right there | hold still | stand still | stay still | don't move | do not move | don't move! | dont move |
nobody move | don't you move | cut it out | knock it off | that's enough | enough | ok that's far enough |
not another inch | come to a stop | come to a complete halt | full stop | emergency stop | e-stop | estop | ow | ouch |
OW OW | ow my finger | you're hurting me | it's crushing my hand | my hand is in there | watch my fingers |
ah! my finger's still in there | you're on my hand | that hurts | help | danger | stop, you're going to hit the lamp |
stop you're going to hit the lamp | stop before you break it | stop it's falling | it's falling stop |
it is going to fall stop | left left left stop | move left stop | a bit more a bit more stop | there stop | stop there |
stop here | stop here please | that's good stop | good, stop | stop pouring | stop squeezing it | stop pushing the bowl |
stop hitting the table | why don't you stop | can't you just stop | won't you stop | make it stop | tell it to stop |
stop. now move left a little | stop and put it down | stop, wait | stop!!! | stop? | ...stop... | - stop | 🛑 | stop 🛑 |
STOP THE ARM NOW | stop in place | stop on the spot | stop at once | stop as you are | stop in your tracks | stop dead |
stop as soon as possible | don't go any further | don't | do not continue | don't do that | don't go on |
turn yourself off | kill the motors | please, please stop | um, stop | uh stop | stop stop no | oh no stop | shit stop |
damn it stop | stop goddamnit | quit moving | quit it | cease | i told you to stop | i am telling you to stop |
you should stop | you better stop | let's stop | let us stop here | stop this | stop that right now | stop all motion |
stop motion | stop all movement | stop immediately please robot | stop there's a hand | stop my hand is there |
stop somebody is coming | stop or you'll break it | look out stop | careful stop | never mind stop | forget it stop |
slower slower stop | ok now stop | and stop | now stop | stop now please now | stop with the pouring | Stop: the cable |
stop - cable | stop the gripper from closing | stop closing the gripper | stop that from happening | stop! don't move! |
stop, don't go on | don't move, stop | no no no don't | no don't do that | don't do it | hey hey hey stop |
stop stop i said stop | STOP!!!!! | stop for heaven's sake | stop it now | stop that at once | just stop already |
robot stop moving | stop moving your arm | stop right where you are | stop exactly there | that's it stop | okay stop now |
alright that's enough stop | stop, that's my hand | my hand is under there | you're squeezing my fingers |
you are pinching me | get off my finger | get off me | let go of my hand | careful, my fingers are in the drawer |
watch my hand | mind my arm | ouch that hurt | aua | argh | owww | that hurt me | you hit me | you're crushing my hand |
there's a child in the way | the baby is right there | someone is in the way | watch out for the dog | danger danger |
freeze now | don't move a muscle | nobody moves | stay exactly where you are, don't move | do not move any further |
don't take another step | not one more inch | not a millimetre more | cut the power | kill the power | shut down |
shut it down | switch off now | turn off | power off | halt immediately | halt all motion | abort motion stop |
cease motion | cease and desist | quit that right now | knock that off | cut that out | stopp bitte | alto | basta | stahp |
stopit | stop!it | pls stop | plz stop now | can u stop | could you please just stop for god's sake | will you just stop |
i need you to stop right now | you've got to stop | make it stop please | somebody stop this thing | stop this machine |
hold everything | hold still right there | woah woah woah | easy, stop | wait no stop | no stop wait |
stop or you'll hit the lamp | stop you're about to drop it | stop before it falls | stop now or it breaks |
stop there's glass | stop i can't see | stop stop wrong way | enough! | that is enough now | ok that's plenty stop |
stop don't go any further | don't you dare go on | don't continue | emergency halt | hit the emergency stop |
red button stop | panic stop | STOOOP | sto p | st0p | st op it | hlat | hatl | frezze | help me i'm stuck | help my hand |
it's got my sleeve | you caught my hair | my hair is caught | my tie is stuck in there | stop the motion | arrest motion |
stop in the name of god | let me go | you're on my foot | get away from my face | back off you're hurting me |
no please stop | STOP IT RIGHT NOW | stop goddammit | bloody stop | for fuck's sake stop | stop you stupid robot |
stop mate | yo stop | ah ah ah stop | eek | yikes stop | oh no no no stop stop | nein stop | stop now left |
stop and go back | stop, other way | stop and drop it | stop then wait for me
"""
PAUSES = """
hold on | hang on | hang on a second | wait | wait wait | wait a second | wait a moment please | wait for me |
stay where you are | stay right there | pause | pause it | pause please | pause for a moment | one moment |
one second please | give me a second | no wait | no, wait | wait no | hold your position | wait there | wait here |
stop for a moment | stop a second
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


PLACING = Dialogue(
    "place",
    {"object": "red block", "target": "blue bowl"},
    ("red block", "green block", "blue bowl", "white bowl", "tray"),
    None,
    ("red block",),
)
"""A red block on its way to the blue bowl."""


def kind(text: str) -> str:
    found = read_correction(text, PLACING)
    return found.parts[0].kind if found.parts else found.kind


@pytest.mark.parametrize("text", lines(HALTS))
def test_a_halt_is_heard_however_it_is_said(text: str) -> None:
    assert is_halt(text) and kind(text) == "halt"


@pytest.mark.parametrize("text", lines(PAUSES))
def test_a_wish_to_wait_is_no_halt_and_holds(text: str) -> None:
    assert not is_halt(text) and kind(text) == "pause"


@pytest.mark.parametrize("text", ["no", "No.", "no no no", "nope"])
def test_a_bare_no_holds_and_asks(text: str) -> None:
    found = read_correction(text, PLACING)
    assert found.kind == "pause" and found.ask and found.candidates


@pytest.mark.parametrize("text", lines(OTHERS))
def test_no_halt_is_heard_where_none_was_said(text: str) -> None:
    assert not is_halt(text) and kind(text) != "halt"


DECORATED = st.tuples(
    st.sampled_from(["", "please ", "hey robot, ", "oh ", "ow ", "no no ", "ok ", "uh… ", "now "]),
    st.sampled_from(["stop", "halt", "freeze", "stop it", "hold it", "don't move", "stop moving", "whoa"]),
    st.sampled_from(["", "!", " please", " now", " right there", "!!!", " robot", "?", "...", ", please", " right now"]),
    st.sampled_from([str.lower, str.upper, str.title, str.swapcase]),
)


@given(DECORATED, st.integers(1, 4))
def test_politeness_case_and_repetition_never_hide_a_halt(said: tuple, times: int) -> None:
    before, core, after, case = said
    assert is_halt(case(" ".join([before + core + after] * times)))


@given(st.text(max_size=200))
@example("UNTIL")
@example("wait a moment")
def test_a_halt_cried_after_anything_is_heard(before: str) -> None:
    assert is_halt(f"{before} stop stop")


@given(st.sampled_from(lines(OTHERS)), st.sampled_from(["STOP! ", "Stop. ", "Halt! "]))
def test_a_halt_is_heard_before_other_words(other: str, halt: str) -> None:
    assert is_halt(halt + other)


@given(st.text(max_size=300), st.floats(0, 1e6))
def test_any_text_is_a_correction_and_never_an_exception(text: str, heard: float) -> None:
    found = read_correction(text, PLACING, heard)
    assert isinstance(found, Correction) and found.text == text and found.heard == heard
    assert found.kind in KINDS and all(p.kind in KINDS for p in found.parts)
    assert (found.kind == "multi") == bool(found.parts)
    assert found.kind != "none" or found.reply or not any(c.isalnum() for c in text)


KINDS = frozenset({
    "halt", "pause", "resume", "abort", "nudge", "rotate", "grip", "rate", "constraint", "target", "goal", "skill", "embodiment", "order",
    "undo",
    "fact", "preference", "praise", "confirm", "query", "repeat", "none", "multi",
})  # fmt: skip
BITS = [
    "a ", "stop ", "no ", "too ", "a bit ", "left ", "s t ", "1.", "(", ".", "a.b", "\u0301", "\ufdfa", "not so ", "leave the ",
    "1 cm ", "it is ", "go with it ", "much ", "what you ", "you're ", "'",
]  # fmt: skip


@pytest.mark.parametrize("bit", BITS)
def test_a_megabyte_of_anything_is_heard_within_half_a_second(bit: str) -> None:
    text = bit * (1_000_000 // len(bit))
    start = time.process_time()
    read_correction(text, PLACING)
    assert time.process_time() - start < 0.5


def test_a_halt_in_a_flood_of_words_is_heard() -> None:
    assert is_halt("bla " * 100_000 + "stop " + "bla " * 100_000)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz .,'!?-0123456789", min_size=1800, max_size=4000))
@settings(max_examples=20, deadline=None)
def test_the_longest_text_that_is_read_whole_is_read_at_once(text: str) -> None:
    start = time.process_time()
    read_correction(text, PLACING)
    assert time.process_time() - start < 0.2
