"""Waiting: `hold on`, `give me a second`, `wait until I say so`, `there is the door`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, SLOTS, Match, Part, Reader
from heedful.agents.corrections.magnitudes import amounts
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.tables import ends

CLASSES |= {
    "stop": "stop|stopping|pause|pausing|halt|halting|wait|waiting|hold|holding|freeze|break_off|interrupt",
    "moment": "moment|second|sec|minute|tick|mo|jiffy|instant|heartbeat|short_while|short_moment|couple_of_moments|few_moments|"
    "minute_or_two|second_or_two|couple_of_seconds|few_seconds|couple_of_minutes|few_minutes|min|moment_or_two",
    "while": "moment|second|sec|minute|bit|while|tick|mo|jiffy|little|little_bit|little_while|instant|heartbeat|couple_of_seconds|"
    "few_seconds|"
    "short_while|min|minute_or_two|second_or_two|few_moments|few_minutes|couple_of_minutes|short_moment|couple_of_moments",
}


def _duration(reader: Reader, at: int) -> list[tuple[float, int]]:
    """Seconds that were named; `a second` and `a minute` to wait are only a while."""
    found = []
    for amount, end in amounts(reader.words, at):
        if amount.unit == "s" and isinstance(amount.value, float):
            vague = reader.words[at] in ("a", "an", "another", "some", "few", "couple") or reader.words[at + 1 : at + 2] in (["a"], ["few"])
            if not vague or reader.words[end - 1] in ("hour",) or "half" in reader.words[at:end]:
                found.append((amount.value, end))
    return found


SLOTS["seconds"] = _duration


def pause(m: Match) -> Part:
    seconds = m.get("seconds")
    if seconds is None and m.said.endswith("for a minute"):
        seconds = 60.0
    if seconds is None and "half a minute" in m.said:
        seconds = 30.0
    return Part("pause", {} if seconds is None else {"for_s": int(seconds) if float(seconds).is_integer() else seconds})


_GO_ON = ways("go_on|carry_on|continue|proceed|resume|start|keep_going|move_on|go_any_further|do_anything|go_ahead|do_that|do_it|move")
_SELF = frozenset({"i", "me", "my", "us", "we"})
_CALLS = frozenset(
    {"phone", "telephone", "doorbell", "door", "call", "calling", "rings", "ringing", "knocking", "knock", "mobile", "postman", "parcel",
    "visitor", "sneeze", "alarm"}
)  # fmt: skip
"""What takes a person away for a moment."""


def _called_away(words: list[str]) -> bool:
    """`the phone is ringing`; not `open the door first`."""
    return bool(_CALLS & set(words)) and words[0] in ("the", "my", "our", "there", "someone", "somebody", "i", "that", "it", "someones")


def _goes_on(words: list[str]) -> bool:
    """`you carry on`."""
    return words[:1] == ["you"] and bool(ends(words, 1, _GO_ON))


def _before_going_on(words: list[str]) -> bool:
    """`put my glasses on before you carry on`; not `have the teapot before you carry on`, which asks for it."""
    return words[0] != "have" and any(w == "before" and _goes_on(words[i + 1 :]) for i, w in enumerate(words))


g = GRAMMAR.add
g(
    pause,
    """
    stay|wait|hold|remain|rest [it] right there|here|where_you_are [please|for_now|a_moment]
    [just|can_you|please|could_you|and] wait|pause|hang_on|hold_on|hold_up|hang_fire|hold_your_horses|stand_by|standby|bear_with_me|\
        hold_off|wait_up|hang_about|hold_fire|be_patient|stay_put|stay_there|stay_here|hold_there|wait_there|wait_here|hold_position|\
        hold_that_position|hold_your_position|hold_that|stay_like_that|stay_as_you_are|hold_that_pose|take_a_break|have_a_break|\
        take_five|rest|idle|on_hold|pause_there|pause_it|pause_that|pause_everything|pause_here|pause_the_task|suspend|suspend_it|\
        suspend_that|suspend_the_task|pause_what_you_are_doing|pause_your_work|hold_it|hold_still|pause_for_now|hold|remain_there|\
        remain_where_you_are|stay_where_you_are|interrupt_that|make_a_pause|wait_up [there|now|here|please|robot|a_bit] [for|just|\
        another|like] [a|one|another|just_a] [<while>] [please|there|now]
    [just] a|one|half_a|another <moment> [please|there|now|robot|more_please]
    [just] give|gimme [me|us] [just] a|one|another|half_a|just_a <while> [please|here|to_think|first]
    [i] [just] need a|one|another <while> [to_think|first|here|please]
    not [just] yet
    <stop>|stay|freeze|rest [it|there|here|like_that|still|moving|right_there|that|everything|what_you_are_doing] [just] [for|just] \
        a|one|half_a <while> [please]
    <stop>|stay|hold_it|rest|take_a_break|hold_that_position|hold_position|stand_by|remain|hold_still|stay_put|stay_there|\
        stand_still|hold_on|hang_on|do_nothing|do_not_move|keep_still|sit_tight|freeze|hold_that_pose|pause_there [it|there|here|\
        like_that|still|moving|right_there|that|everything|what_you_are_doing|where_you_are|as_you_are] [for|just|just_for|for_about|\
        for_like] {seconds} [please|or_so|long]
    give me {seconds} [please]
    {seconds} [please|pause|break|wait]
    wait|pause|hang_on|hold_on for me|us
    let me think [about_it|for_a_moment|a_moment|first]
    [i] [will] be right with you
    do_not|please_do_not continue|go_on|proceed|start|do_anything|carry_on|move [just] yet|until_i_say_so|until_i_say|until_i_tell_you
    wait|hold_on|stay_there|hang_on|stay_put|hold_it|pause until|for i|my say_so|tell_you|say|give_the_word|say_so|am_ready|am_back|\
        signal|go|give_you_the_word|call|come_back
    stop and wait
    [hold] [that] thought
    sit tight
    time out
    let us pause [for_a_moment|here|there|a_moment]
    [let_us] take a [short|quick|little] break|breather|pause [for] [{seconds}]
    keep|stay|stand still for a <while>
    do not move [for] [just] a <while>
    hold that position [for] [{seconds}]
    no moving yet
""",
    cost=0.4,
)
g(
    lambda m: Part("hold_until"),
    """
    wait|hold_on|hang_on|pause|stop|hold_off|stay_there|stand_by|hold_it|hold_still|do_not_move|stay_put|stay|do_not_go_on|\
        do_not_continue|hold|freeze|halt [on|there|here|still|it|a_second|a_moment|a_sec|a_minute|where_you_are|,] until|while|\
        before|so_that|so_i|because|let_me|i_need_to|i_have_to|i_want_to|i_am|we_need_to|i_just_need_to|i_will|let_us|for_me_to|as_i|\
        till|i_have_got_to|i_must {any}
""",
)
g(
    lambda m: Part("hold_until") if m["any"].endswith(" first") or _before_going_on(m["any"].split()) else None,
    """
    let me|us [just|quickly] {any}
    i [just|quickly] need|have|want to {any}
    i|we [would] [just|quickly] like|have_got|got to {any}
""",
    cost=0.3,
)
g(
    lambda m: Part("hold_until") if _goes_on(m["any"].split()[:3]) and _SELF & set(m["any"].split()) else None,
    """
    before {any}
""",
    cost=0.3,
)
g(
    lambda m: Part("hold_until"),
    """
    <donot> go_on|carry_on|continue|proceed|start|move_on|keep_going|resume|do_anything [just] [yet] [,] before|until|till|while|unless \
        {any}
""",
    cost=0.3,
)
g(
    lambda m: Part("hold_until") if _called_away(m["any"].split()) else None,
    """
    wait|hold_on|hang_on|pause|hold_off|one_sec|one_second|one_moment|just_a_sec|just_a_second|just_a_moment|a_moment|bear_with_me|\
        a_second|give_me_a_second|give_me_a_minute|give_me_a_moment [a_sec|a_minute|a_moment|a_second|please] [,] {any}
""",
    cost=0.3,
)
g(
    lambda m: Part("halt_word"),
    """
    stop|halt|freeze|whoa|woah [it|right_there|moving|the_arm|now|everything|there|please|here|that|robot|right_now|at_once|dead|\
        immediately]
""",
    cost=0.45,
)
