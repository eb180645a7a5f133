"""Steps that are left out: `skip this`, `not the next one`, `leave the rest`."""

from __future__ import annotations

from heedful.agents.corrections.calls import like_running
from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import Maker, Match, Part
from heedful.agents.corrections.dialogue import TABLE
from heedful.agents.corrections.ordering import order
from heedful.agents.corrections.targets import CARRYING


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


g = GRAMMAR.add
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
