"""The steps of the plan: `open it first`, `and then the banana as well`, `skip this`."""

from __future__ import annotations

from heedful.agents.corrections.choosing import CARRYING
from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, SLOTS, Maker, Match, Part, Reader
from heedful.agents.corrections.dialogue import PERSON, TABLE, Dialogue
from heedful.agents.corrections.placing import relation_to
from heedful.agents.corrections.things import Meant, akin, noun_of, the_one
from heedful.agents.understanding import verbs
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.tables import Table

Call = str
_OPENED = {"drawer": "drawer", "door": "door", "cabinet": "door", "cupboard": "door"}
_ACTS: Table[str] = Table({
    **{p: "place" for p in verbs.VERBS["place"]}, **{p: "pick" for p in ("pick up", "pick", "grab", "take", "get", "fetch", "grasp",
        "go and get", "go get", "go and fetch", "go fetch",
        "lift", "collect", "take up", "hold", "lift up", "bring")},
    **{p: "open" for p in ("open", "open up", "pull open", "unlock", "slide open", "pull out")}, **{p: "close" for p in ("close", "shut",
        "push in", "close up", "push shut", "slide shut")},
    **dict.fromkeys(ways("turn|switch|flip|put on|off", "press|push|hit|press_down|tap_on", "light", "turn|switch out"), "press"),
    **dict.fromkeys(ways("wipe|clean|mop|scrub|dust|wash|wipe_down|wipe_off|clean_up|rinse|wipe_up|polish|dry"), "wipe"),
        **dict.fromkeys(ways("pour|empty|pour_out|tip_out"), "pour"),
    **dict.fromkeys(ways("go|drive|navigate|move|head|travel|come to|over_to|back_to|up_to", "approach"), "navigate"),
        **dict.fromkeys(("look at", "look", "inspect", "check", "have a look at"), "look"), "tap": "tap",
    **dict.fromkeys(("push", "shove"), "push"), **dict.fromkeys(("pull", "drag"), "pull"), "slide": "slide", "roll": "roll",
        **dict.fromkeys(("stack", "pile"), "stack"), **dict.fromkeys(("throw", "toss", "chuck"), "throw"),
    "drop": "drop", **dict.fromkeys(("hand over", "hand", "give", "pass"), "hand_over"), "scoop": "scoop", "follow": "follow",
    "turn": "turn", **dict.fromkeys(("clear away", "tidy away", "put away", "clear", "put down", "set down", "put back"), "place"),
})  # fmt: skip
"""Verbs of an instruction -> the skill that they ask for; `open` and `close` still need to know of what."""


def call(reader: Reader, at: int) -> list[tuple[Call, int]]:
    """An instruction as a call: `move the green block to the tray` is `place(green block, tray)`."""
    found: list[tuple[Call, int]] = []
    for skill, start in _ACTS.at(reader.words, at):
        for thing, end in reader.things.at(start):
            if thing.how == "special" and thing.name not in (PERSON, TABLE):
                continue
            place_at = [
                end,
                *(
                    end + 1
                    for w in ("down", "over", "back", "up", "away", "on", "off", "out", "open", "too", "also", "as")
                    if reader.words[end : end + 1] == [w]
                ),
            ]
            for stop in place_at:
                found += [
                    (made, e)
                    for rel, s in reader.slot("rel", stop)
                    for place, e in reader.things.at(s)
                    if (made := _call(reader.dialogue, skill, thing, place, rel))
                ]
            off = reader.words[end : end + 1]
            if off in (["open"], ["closed"], ["shut"]) and reader.words[at] in ("get", "have", "pull", "push", "slide", "put", "take"):
                state = "open" if off == ["open"] else "close"
                found += [(made, end + 1)] if (made := _call(reader.dialogue, state, thing, None, "")) else []
            if made := _call(
                reader.dialogue,
                "press" if reader.words[start - 1] in ("turn", "switch", "put") and off in (["on"], ["off"], ["out"]) else skill,
                thing,
                None,
                "",
            ):
                found.append(
                    (made, end + 1 if off in (["on"], ["off"], ["out"], ["down"], ["up"], ["away"], ["open"], ["over"], ["back"]) else end)
                )
                found.append((made, end))
                out = next(
                    (
                        end + len(w)
                        for w in (["out", "of"], ["off"], ["from"], ["away", "from"], ["off", "of"])
                        if reader.words[end : end + len(w)] == w
                    ),
                    0,
                )
                found += [(made, e) for _, e in (reader.things.at(out) if out else ())]
            if skill in ("hand_over", "pick", "place") and thing.name == PERSON:
                found += [(f"hand_over({given.name})", e) for given, e in reader.things.at(end) if given.name and given.how != "special"]
        if skill in ("open", "close", "wipe", "look", "press"):
            it = reader.dialogue.object
            if it and start == len(reader.words) and (made := _call(reader.dialogue, skill, Meant((it,), "it", how="it"), None, "")):
                found.append((made, start))
    return sorted(found, key=lambda f: -f[1])


def _call(dialogue: Dialogue, skill: str, thing: Meant, place: Meant | None, relation: str) -> Call | None:
    name = _opened(dialogue, skill) if thing.how == "it" and skill in ("open", "close") else thing.name
    if name is None and thing.how != "other":
        name = the_one(dialogue, thing).name
    if name is None and len(thing.names) > 1:
        free = [n for n in thing.names if n not in dialogue.bindings.values()]
        name = free[0] if len(free) == 1 or (thing.how == "other" and free) else None
    if name is None:
        return None
    if skill in ("open", "close"):
        kind = _OPENED.get(noun_of(name), "")
        return f"{skill}_{kind}({name})" if kind else f"{skill}({name})"
    if skill == "press" and noun_of(name) not in (
        "button",
        "lamp",
        "light",
        "switch",
        "led",
        "bell",
        "key",
        "heater",
        "fan",
        "kettle",
        "stove",
        "radio",
        "torch",
        "lights",
    ):
        return f"press({name})"
    if skill == "push" and noun_of(name) in ("button", "switch", "bell", "key"):
        return f"press({name})"
    if place is None:
        return None if skill in ("place", "stack") and thing.how != "it" and dialogue.target is None else _bare_call(dialogue, skill, name)
    if place.name is None:
        return None
    if place.name == PERSON:
        return f"hand_over({name})"
    if skill == "wipe":
        return f"wipe({place.name}, {name})" if relation != "on" else None
    if skill in ("pick", "hand_over", "navigate"):
        skill = "place" if relation in ("in", "on", "to", "next_to", "under", "behind") else skill
    if relation_to(place.name, relation) in ("far_from",):
        return None
    return f"{skill}({name}, {place.name})"


def _bare_call(dialogue: Dialogue, skill: str, name: str) -> Call:
    if skill == "place" and dialogue.target:
        return f"place({name}, {dialogue.target})"
    return f"{skill}({name})"


def _opened(dialogue: Dialogue, skill: str) -> str | None:
    """What `open it` opens: of what is spoken of, what can be opened."""
    near = [*dialogue.bindings.values(), *dialogue.mentioned]
    return next(
        (
            n
            for n in reversed(near)
            if noun_of(n) in (*_OPENED, "box", "lid", "jar", "toolbox", "fridge", "oven", "microwave", "basket", "case", "tin")
        ),
        dialogue.target or dialogue.object,
    )


SLOTS["call"] = call


def like_running(dialogue: Dialogue, thing: Meant) -> Call | None:
    """What is done to a further thing: the same as is done now."""
    skill = dialogue.running_skill
    if skill is None or thing.name is None or thing.how in ("it", "special"):
        return None
    if "object" in dialogue.bindings and dialogue.target:
        skill = "place" if skill == "move" else skill
        if thing.name == dialogue.target:
            return None
        return f"place({thing.name}, {dialogue.target})" if skill in ("pick", "place") else f"{skill}({thing.name}, {dialogue.target})"
    return f"{skill}({thing.name})"


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


def _skip(what: str) -> Maker:
    return lambda m: order("skip", what)


def _skip_named(m: Match) -> Part | None:
    """`skip the wiping`, `leave out the banana`: the step under way if it is the one that is named, else by its name."""
    dialogue = m.dialogue
    if verb := m.get("verb"):
        running = (dialogue.running_skill or "").split("_")[0]
        return order("skip", "current" if verb == running or {verb, running} <= CARRYING | {"pick"} else verb)
    thing = m.thing
    if thing is None or not thing.names or (thing.how == "special" and thing.name != TABLE):
        return None
    if thing.how == "it" or (thing.name in dialogue.bindings.values()):
        return order("skip", "current")
    return order("skip", like_running(dialogue, thing)) if thing.name else None


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
g(
    _skip("current"),
    """
    skip [it|that|this|ahead|over|this_one|that_one|over_it|over_this|over_that] [one|step|bit|part|stage|action]
    skip the current [step|one|action|part|bit]
    leave|miss|cut that|this|it|this_one|that_one|this_step|that_step|this_bit|this_part out
    leave|miss out that|this|it [step|one|bit|part]
    omit|bypass|ignore|pass_over it|that|this|this_step|that_step|this_one|the_current_step|this_part [step|part|bit|one]
    move|go on to the next [step|one|thing|part|task|item]
    [go|on|move] [straight|right|directly] [on] to the next [step|one|thing|part|task|item]
    next step|one [please]
    you can|may skip|omit|leave_out|miss_out that|this|it [step|one|bit|part]
    <dont> bother with this|that step|bit|part|one|bit_now
    <dont> do|perform|execute|carry_out|make|take|complete|finish|run|bother_doing this|that|the|the_current|the_present step|bit|part|\
        action|stage|move [now|please|this_time|today]
    skip|omit|leave_out|drop the|this|that step|bit|part|stage you_are on|at|doing|working_on
    not this|that|the_current step|bit|part|stage [now|please|this_time|today]
    go|jump|move|pass [straight|right] past|over this|that|the_current step|bit|part|stage
    never mind this|that step|bit|part
    no need for this|that step|bit|part|one
    forget this|that step|bit|part
    this step is not necessary|needed
    we do not need this|that step|bit|part
    jump to the next [step|one|thing]
""",
    cost=0.36,
)
g(
    _skip("next"),
    """
    skip|leave_out|omit|drop|miss_out|ignore|cut|forget|forget_about|do_not_do|pass_over the next|following|upcoming [step|one|bit|\
        part|thing|action]
    skip what comes next|after_this|afterwards
    [you_can|please] skip|leave_out|omit|drop|miss_out|forget|forget_about|leave_off the step|one|bit|part|thing|task after|following \
        this|that|it [one] [out]
    leave|miss the step|one|bit|part after|following this|that|it [one] out
    leave|miss|cut the next|following step|one|bit|part out
    skip one [step]
    you can skip|leave_out the next|following [step|one|bit|part]
    the next step|one is not necessary|needed
""",
    cost=0.35,
)
g(
    _skip("rest"),
    """
    skip|leave_out|omit|drop|ignore|forget|forget_about|miss_out|scrap|cut|leave|never_mind|do_not_mind the rest|remainder|others|\
        other_steps|\
        remaining_steps|remaining|rest_of_it|rest_of_the_plan|rest_of_them|rest_of_the_steps [of_it|of_them|of_the_plan|steps|ones|\
        of_the_steps|of_the_task]
    <dont> [bother_with|do|do_all] the rest|others|remainder|remaining_steps [of_it|of_the_plan|of_them]
    leave the rest out|undone|be|for_later|for_now|for_another_time|as_it_is|alone
    [just] [finish|do] this [one] and then_stop|stop|then_you_are_done|that_is_it|no_more|leave_the_rest|skip_the_rest|nothing_else
    skip everything|all else|the_rest|after_this|that_follows|thereafter|afterwards
    nothing [more] after this|that
    that is the last one|step
    you can leave|skip the rest
    stop after this|that [one|step]
    this is the last one|step
    only this [one]
""",
    cost=0.35,
)
g(
    _skip_named,
    """
    skip|omit|leave_out|miss_out|drop|pass_over|forget_about|forget|never_mind|do_not_bother_with|cut [the|all_the] {verb} [step|\
        part|bit|this_time|of_it]
    [you_can] skip|omit|leave_out|miss_out|pass_over {np} [this_time|for_now]
    leave|miss {np} out [this_time]
    no need|reason to|for {verb} [it|that|this|{np:x}]
    no {verb} [needed|necessary|this_time|today]
    leave|miss the {verb} out
    <dont> bother {verb} [it|that|this|{np:x}]
    [the] {verb} is not necessary|needed
    you do not need|have to {verb} [it|that|this|{np:x}]
""",
    cost=0.385,
)
