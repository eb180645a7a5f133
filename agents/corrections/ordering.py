"""Steps put into the plan: `open it first`, `and then the banana as well`, `when you are done, close it`."""

from __future__ import annotations

from heedful.agents.corrections.calls import like_running
from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, Maker, Match, Part
from heedful.agents.corrections.things import Meant, akin


def order(op: str, what: str | None, when: str | None = None) -> Part | None:
    if what is None:
        return None
    return Part("order", {"op": op, "what": what} | ({"when": when} if when else {}))


def _first(m: Match) -> Part | None:
    running = f"{m.dialogue.running_skill}({', '.join(m.dialogue.bindings.values())})"
    if m["call"] in (running, running.replace("move(", "place(")):
        return None
    return order("first", m["call"])


def _insert(when: str) -> Maker:
    def made(m: Match) -> Part | None:
        what = m.get("call") or (like_running(m.dialogue, m["np"]) if m.get("np") else None)
        return order("insert", what, when)

    return made


def _further(m: Match) -> Part | None:
    thing = m.thing
    if thing is None or thing.plural or (thing.name is not None and thing.name in m.dialogue.bindings.values()):
        return None
    if thing.name is None and thing.how in ("other", "one", "named"):
        object_ = m.dialogue.object or ""
        rest = tuple(n for n in thing.names if n not in m.dialogue.bindings.values() and akin(n, object_))
        if len(rest) != 1:
            what = like_running(m.dialogue, Meant((rest[0],), thing.words)) if rest else None
            return (
                Part("order", {"op": "insert", "what": what, "when": "next"}, ask=True, candidates=rest)
                if rest and thing.words != "one"
                else None
            )
        thing = Meant(rest, thing.words)
    return order("insert", like_running(m.dialogue, thing), "next")


CLASSES |= {
    "after": (
        "then|after_that|afterwards|after_this|next|and_then|thereafter|and_after_that|then_after_that|after_it|right_after|"
        "right_after_that|when_this_is_done|after_which|once_you_have_done_that|when_you_have_done_that|once_you_have_put_it_down|"
        "after_you_have_done_that|once_it_is_there|as_the_next_step|following_that|subsequently|next_up|once_this_is_done|"
        "once_that_is_done|when_that_is_done|and_next"
    ),
    "also": (
        "too|also|as_well|likewise|afterwards|next|after_that|after_this|later|as_well_please|next_please|also_please|too_please|"
        "after|also_then|then"
    ),
    "before": (
        "before that|this|it|anything_else|everything_else|you_do_that|you_do_it|you_do_this|you_go_on|you_continue|doing_that|"
        "you_start|you_put_it_down|you_proceed|you_do_anything|you_pick_it_up|that_happens|you_do|going_on|you_carry_on|continuing|"
        "that_though|you_do_so|you_place_it|you_go_any_further|you_do_anything_else|you_open_it|you_go_there|you_pour|you_let_go"
    ),
    "end": (
        "at_the_end|finally|in_the_end|last_of_all|lastly|to_finish|as_a_last_step|as_the_last_step|at_the_very_end|to_finish_off|"
        "to_round_off|when_everything_is_done|when_all_is_done|after_everything|when_everything_else_is_done|once_everything_is_done|"
        "last_thing|to_end_with|as_the_final_step|when_it_is_all_done|after_all_that|as_a_final_step|when_all_of_that_is_done|"
        "once_all_is_done|before_you_finish"
    ),
    "when_done": (
        "when|once|after|as_soon_as|if you_are|you_have|that_is|this_is|it_is|everything_is|all_is|you|all_of_this_is|the_task_is|"
        "you_have_got|the_job_is|all_that_is|you_get [completely|all|totally|entirely|quite|fully|been|with_everything] <done> "
        "[with] [it|that|this|everything|all_of_it|all_that|the_task|the_job|all_of_that|all_of_this|here|{np:x}]"
    ),
}
g = GRAMMAR.add
g(
    _first,
    """
    [you_need_to|you_have_to|you_must|you_should|please|and] [but] first|first_of_all|beforehand|first_off|to_start_with|firstly|\
        to_begin_with|before_anything_else|for_starters [you_need_to|you_have_to|you_must|you_should|please|,|we_need_to] {call}
    [you_need_to|you_have_to|you_must|you_should|and|but|i_need_you_to|you_ought_to] {call} [though|please] first|beforehand|\
        before_that|first_please|first_though|before|first_of_all|before_you_do_that|before_you_do|before_you_continue|\
        before_you_go_on|before_doing_that|before_you_do_anything|before_anything_else|at_first|before_this|before_that_please|\
        before_you_put_it_down|before_you_do_this
    <before> [,] [you_need_to|you_have_to|you_must|you_should|please|could_you|i_want_you_to|can_you] {call}
    before {call:other} [,] {call}
    before {np:x} [,] {call}
    {call} before {call:other}
    you forgot|have_to|need_to [to] {call} first|before_that
    you forgot to {call}
""",
    cost=0.3,
)
g(
    lambda m: order("first", like_running(m.dialogue, m["np"])),
    """
    [do|take|start_with|begin_with] {np} first|beforehand|before_that
    first {np}
    start|begin with {np}
    {np} comes|goes first
    [do|take|handle|put|get] {np} ahead_of|before|in_front_of this|that|it [one]
""",
    cost=0.4,
)
g(
    _insert("next"),
    """
    [and|but|so|please] <after> [,] [you_need_to|please|you_should|also|you_can|could_you|i_want_you_to|we_need_to|do|just|can_you] \
        {call} [<also>]
    [and] {call} [again] <also>
    [and] also|additionally [please|you_can|could_you|you_should] {call}
    <when_done> [here|with_that|with_this] [,] [you_can|please|also|then|could_you] {call} next
    in addition {call}
    {call} afterwards|after_that|next|when_you_are_done|then|after_this|too|as_well|after_it|once_you_are_done_with_this
    do not forget to {call} afterwards|next|too|as_well
""",
    cost=0.3,
)
g(
    _insert("end"),
    """
    [and|but|so|please] <end> [,] [you_need_to|please|you_should|also|you_can|could_you|i_want_you_to|do|just] {call} [<also>]
    [and|but|so|then] once|when|after|if <done> [with_that|with_this|with_it] [,] [then] [you_can|please|also|could_you] {call}
    [and|but|so|then|please] <when_done> [,] [then] [you_can|please|also|could_you|i_want_you_to|you_should|you_must|just] {call} \
        [<also>]
    {call} <end>|when_you_are_done|when_you_are_finished|once_you_are_done|when_you_have_finished|when_all_is_done|\
        after_you_are_done|as_soon_as_you_are_done|once_you_are_finished|when_everything_is_finished|when_it_is_finished|\
        once_you_have_finished
    {call} [again] [,] <when_done>
    {call} [again] [,] when|once|after|as_soon_as you_are|we_are|i_am|it_is|that_is|everything_is|all_is through|done|finished|ready|\
        over|complete [with_it|with_that|please]
    <dont> forget to {call} <end>|when_you_are_done|when_you_are_finished|afterwards
    [and] <end> {np}
    <when_done> [,] [then] [do|take|also] {np} [<also>]
""",
    cost=0.31,
)
g(
    _further,
    """
    [and|then|plus|also|do|take|bring|the_same_with|the_same_for|put|get|fetch|include|add|move|you_can] [then|also|do|take|bring|\
        please|next|the_same_with|the_same_for|put] {np} <also> [please]
    [and] <after> [also|do|take|the_same_with|the_same_for|comes|it_is|please] {np} [<also>]
    [and] also|plus|likewise|ditto|additionally|in_addition|as_well_as [do|take|the_same_with|for|with|the_same_for|bring] {np}
    [and] [do] the same with|for|to {np}
    and {np} while_you_are_at_it|while_you_are_there
    followed by {np}
    [do|take|also] {np} next
    [then|and] [do|take] another|one_more one|of_them|{np}
    <dont> forget [about] {np} [<also>]
    <dont> forget to [also] do|take|bring|get|include {np} [<also>]
    you|we [will|also|still] [also] need|want {np} <also>
    {np} comes|goes|is next|after_that|afterwards|after_this
""",
    cost=0.33,
)
