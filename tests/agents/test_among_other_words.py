"""What people say around a request means what the request means said plainly; and remarks alone ask for nothing."""

from __future__ import annotations

import pytest
from crowded import short
from kitchen_corner import corner

from heedful.agents.understanding import Grammar
from heedful.episode import Plan
from heedful.program import Achieve, If, Program, Seq, Until

HERE = corner()
GRAMMAR = Grammar(second=False)
SEQUENCES = {
    "First things first: drawer shut. The lemon goes on the tray.": "close the drawer, then put the lemon on the tray",
    "1) close the drawer 2) put the lemon on the tray": "close the drawer, then put the lemon on the tray",
    "after the drawer's been shut, the lemon can go on the tray": "close the drawer, then put the lemon on the tray",
    "turn off the lamp as soon as the lemon is sitting on the tray": "put the lemon on the tray, then turn off the lamp",
    "three-storey tower, white, then red, then blue at the very top": "make a tower with the white block, the red block and the blue block",
    "blue at the base, green on that, and red to crown it": "make a tower with the blue block, the green block and the red block",
    "Put blocks in the white bowl one after the other and stop as soon as it has two.": (
        "put blocks in the white bowl until there are two blocks in it"
    ),
    "banana to the tray, followed by the apple, followed by the lemon": (
        "put the banana on the tray, then put the apple on the tray, then put the lemon on the tray"
    ),
    "To start with the lemon on the tray please, and to end with the drawer shut.": "put the lemon on the tray, then close the drawer",
    "Lamp off, but not until the lemon's on the tray.": "put the lemon on the tray, then turn off the lamp",
    "from top to bottom i want to see red, green, blue, one on the other": (
        "make a tower with the blue block, the green block and the red block"
    ),
    "One last thing before you go: shut the drawer": "close the drawer",
    "when that lemon is safely on the tray you can turn off the lamp": "put the lemon on the tray, then turn off the lamp",
    "Last step: lamp off. Before it: lemon on the tray.": "put the lemon on the tray, then turn off the lamp",
    "make me a tower out of red, white and blue with red as the base and blue on top": (
        "make a tower with the red block, the white block and the blue block"
    ),
}
"""What is done after what: jobs that are numbered, what comes last, towers told piece by piece, how long something goes on."""
CONDITIONS = {
    "in case the black mug has fallen over, stand it up please": "if the black mug is lying, stand it up",
    "put the green can in the drawer unless it's shut, in which case use the bin": (
        "put the green can in the drawer unless the drawer is closed, otherwise put it in the bin"
    ),
    "white bowl empty -> lemon in it, otherwise don't bother": "if the white bowl is empty, put the lemon in the white bowl",
    "if the drawer happens to be open, pop the lemon in, if it doesn't, tray": (
        "if the drawer is open, put the lemon in the drawer, otherwise put the lemon on the tray"
    ),
    "only if the drawer is open should the lemon go on the tray": "if the drawer is open, put the lemon on the tray",
    "have a look whether the drawer is open, and if it is, shut it": "if the drawer is open, close it",
    "turn the lamp off if it isn't off yet": "if the lamp is on, turn it off",
    "Lamp burning -> switch it off": "if the lamp is on, turn it off",
    "should the tap be running please shut it off": "if the faucet is running, turn off the faucet",
    "put the lemon in the drawer if that's open and on the tray if it isn't": (
        "put the lemon in the drawer if the drawer is open, otherwise put it on the tray"
    ),
}
"""Conditions in short, said last, said as questions, with what is done otherwise or left alone."""
REMARKS = {
    "somebody left the tap running": "turn off the faucet",
    "who left the lamp on?": "turn off the lamp",
    "see that lemon lying around? I can't stand it, chuck it in the bin": "put the lemon in the bin",
    "The white mug is full to the brim, so keep it level on its way to the tray.": "put the white mug on the tray and keep it upright",
    "The lemon keeps rolling about, put it in the white bowl.": "put the lemon in the white bowl",
    "As I'm about to leave, switch off the lamp": "turn off the lamp",
    "my hands are full, could you get the drawer closed": "close the drawer",
    "empty the white mug so that I can wash it": "empty the white mug",
    "That lamp is blinding me!": "turn off the lamp",
    "Nobody eats that banana any more, so in the bin with it": "put the banana in the bin",
    "my doctor says fruit is healthy: hand me the apple": "give me the apple",
    "give me the apple, I'm starving": "give me the apple",
    "put the sponge on the tray to dry": "put the sponge on the tray",
    "stand the black mug up so it can be filled later": "stand the black mug up",
    "it's freezing in here. anyway, put the lemon on the tray": "put the lemon on the tray",
    "the tap has been running for an hour": "turn off the faucet",
    "who put the apple on the green plate? it should be in the white bowl": "put the apple in the white bowl",
    "nobody is reading any more, lamp off": "turn off the lamp",
}
"""Remarks, reasons, purposes and complaints beside a request or in its place."""
CARE = {
    "can you take the green can across to the left side of the table and not spill a drop": (
        "move the green can to the left side of the table without spilling"
    ),
    "white mug to the tray, not a drop may be lost": "put the white mug on the tray, do not spill",
    "white mug to the tray, it's brim-full so keep it straight": "put the white mug on the tray and keep it upright",
    "the lemon has to get to the tray with the white mug left undisturbed": "put the lemon on the tray without touching the white mug",
    "bring the white mug to the tray and don't you dare spill": "put the white mug on the tray, do not spill",
    "lemon to the tray, and whatever happens the white mug must not be touched": "put the lemon on the tray without touching the white mug",
}
"""What must not happen on the way."""
REPAIRS = {
    "Put the red block in the white bowl, or no, make that the white one.": "put the white block in the white bowl",
    "put the lemon on the tray hmm no I think the white bowl is better": "put the lemon in the white bowl",
    "the banana goes in the drawer. oh wait, it's the apple I meant": "put the apple in the drawer",
    "put the lemon, I mean banana, on the tray": "put the banana on the tray",
    "put the lemon... no not the lemon, the banana, on the tray": "put the banana on the tray",
    "I said tray but I meant the white bowl: that's where the lemon goes": "put the lemon in the white bowl",
    "put the lemon on the... no, not the tray, the red plate": "put the lemon on the red plate",
    "lemon on tray no wait banana on tray": "put the banana on the tray",
}
"""What is taken back."""
WISHES = {
    "what belongs in the white bowl is the banana": "put the banana in the white bowl",
    "yellow block he must stay behind of the white mug": "put the yellow block behind the white mug",
    "any fruit on the red plate will do": "put a fruit on the red plate",
    "make light off": "turn off the lamp",
    "I'd be needing the lemon on the tray": "put the lemon on the tray",
    "I need that you are putting the lemon on the tray": "put the lemon on the tray",
    "the lemon wants putting on the tray": "put the lemon on the tray",
    "where I want the lemon is on the tray": "put the lemon on the tray",
    "All the cans are to be found in the bin when you are done": "put all the cans in the bin",
    "the lemon could go on the tray, couldn't it": "put the lemon on the tray",
    "The lamp wants switching off": "turn off the lamp",
    "the tray's where I'd like to see the lemon": "put the lemon on the tray",
    "you put lemon on tray ok?": "put the lemon on the tray",
    "see to it the lemon gets to the tray": "put the lemon on the tray",
}
"""Wishes, modal words, and the word order of people who speak another language first."""
ASKS_NOTHING = (
    "the lamp is on",
    "the drawer is open",
    "the faucet is running because I am filling the mug",
    "I left the drawer open on purpose",
    "the lemon was on the tray yesterday",
    "my sister put the lemon on the tray",
    "I like the lemon on the tray",
    "you should have put the lemon on the tray",
    "I wonder whether the lemon should go on the tray",
    "if only the lemon were on the tray",
    "the black mug has fallen over",
)
NOT_WHAT_IS_LEFT = (
    "give me the block, it is the red one",
    "give me the block, I like red",
    "put the lemon on the tray but not now",
    "put the lemon on the tray when I say so",
    "put the lemon on the tray, unless someone is using it",
    "buff the drawer, then put the lemon on the tray",
    "put a mug on the tray, it must be the white one",
    "move the apple to the tray but leave it on the green plate",
    "close the drawer but it must remain open",
    "Put the green can in the drawer, but it has to stay on the table the whole time.",
)
"""Requests with something beside them that is no mere remark, and that is not understood or cannot be."""


def _asked(words: str) -> str:
    understood = GRAMMAR.understand(words, HERE)
    assert understood.program is not None, understood.sentence
    return _told(GRAMMAR.bind(understood.program, HERE, {}))


def _told(program: Program | Plan) -> str:
    """A program in short, with what holds on the way."""
    match program:
        case Achieve(goal):
            return " !".join([short(goal), *sorted(map(str, program.under))])
        case Seq(steps):
            return " ; ".join(map(_told, steps)) or "nothing"
        case If(condition, then, otherwise):
            return f"if {short(condition)}: {_told(then)} else {_told(otherwise)}"
        case Until(condition, body):
            return f"until {short(condition)}: {_told(body)}"
    return short(program)


@pytest.mark.parametrize(("words", "plainly"), {**SEQUENCES, **CONDITIONS, **REMARKS, **CARE, **REPAIRS, **WISHES}.items())
def test_a_request_among_other_words_means_what_it_means_said_plainly(words: str, plainly: str) -> None:
    said = _asked(words)
    assert said == _asked(plainly)
    assert not said.startswith(("ask", "refuse"))


@pytest.mark.parametrize("words", ASKS_NOTHING)
def test_a_remark_alone_asks_for_nothing(words: str) -> None:
    assert GRAMMAR.understand(words, HERE).program is None


@pytest.mark.parametrize("words", NOT_WHAT_IS_LEFT)
def test_what_may_matter_is_never_left_aside(words: str) -> None:
    assert GRAMMAR.understand(words, HERE).program is None


def test_what_is_left_aside_is_told() -> None:
    understood = GRAMMAR.understand("the lemon keeps rolling about, put it in the white bowl", HERE)
    assert 'leaving aside "the lemon keeps rolling about"' in understood.sentence
