"""Questions about the work: what the robot does, why, what comes next, how fast, how long."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import SLOTS, Maker, Match, Part, Reader
from heedful.agents.corrections.things import Meant, noun_of, the_one

BEGINNING = frozenset(
    {
        ",",
        "and",
        "ok",
        "so",
        "hey",
        "robot",
        "um",
        "uh",
        "but",
        "well",
        "please",
        "now",
        "then",
        "no",
        "yes",
        "right",
        "sorry",
        "er",
        "hm",
        "oh",
        "hi",
        "wait",
    }
)
"""What may stand before a question."""
_AND_AFTER = frozenset(
    {"and after this", "and after that", "after this", "after that", "and then", "then", "and after this one", "and after that one"}
)


def query(about: str) -> Maker:
    def made(m: Match) -> Part | None:
        thing = m.get("np")
        if about == "reason" and str(m.get("any") or "").startswith(("not ", "do not you", "can not you")):
            return None  # `why not slide it` asks for it
        if m.start and m.words[m.start - 1] not in BEGINNING:
            return None
        if about == "plan" and m.said in _AND_AFTER and m.words[m.end : m.end + 1] not in ([], [","]):
            return None  # `and after that fill the glass`
        names: Meant | None = the_one(m.dialogue, thing) if isinstance(thing, Meant) else None
        effect: dict[str, object] = {"about": about}
        if names is not None and about in ("location", "state", "count"):
            what = names.name if about != "count" else names.head or names.name
            if names.how == "special":
                what = names.name
            if what:
                effect["object"] = what
        elif about == "ability" and (named := _named(m)):
            effect["object"] = named
        return Part("query", effect)

    return made


def _named(m: Match) -> str | None:
    """The one thing of the scene whose name stands in a question."""
    said = f" {m.said} "
    whole = [n for n in m.dialogue.scene if f" {n} " in said]
    if whole:
        return whole[0] if len(whole) == 1 else None
    nouns = [n for n in m.dialogue.scene if f" {noun_of(n)} " in said]
    return nouns[0] if len(nouns) == 1 else None


g = GRAMMAR.add
g(
    query("activity"),
    """
    what|whatever are|is|were you|it|the_robot|the_arm|that|going_on|happening|up up_to|doing|trying_to|busy_with|working_on|\
        supposed_to|about_to|playing_at|attempting|actually_doing|even_doing|in_the_middle_of|after|performing|executing [to|with|on|\
        at|there|now|doing|here|right_now|do] [do|be_doing|doing] [there|now|here|right_now|exactly|at_the_moment]
    [can_you|could_you|please] tell|show|explain me|us what you are|is [up_to|doing|trying_to_do|working_on|going_on|happening|\
        planning_now|busy_with] [there|now|right_now]
    what is|s going_on|happening|this|all_this_about|it_doing|this_about [here|there|now]
    which step|task|part [are|is] [you|this|it] [on|at|doing|in] [now]
    where are you up to
    what are you at|on
    what is [it|the_robot|the_arm] doing [now|there]
    what are you pouring|moving|wiping|pushing|picking|carrying|opening|turning|picking_up|grabbing|reaching_for|going_for|taking|\
        after|looking_for|looking_at [there|now]
    what is your [current] task|status|state|step|goal|job
    status [report|update|please]
    report [status]
    are you [still] busy|working|moving|doing_anything|on_it|there
    describe|explain what you are doing
    what do you think you are doing
    how is it going|coming_along
    how are you getting on|doing|coming_along
    what was that
    are you pouring|moving|wiping|pushing|picking_it_up|taking_{np}
""",
    cost=0.34,
)
g(
    query("reason"),
    """
    why|how_come|what_for
    why|how_come|for_what_reason|what_made_you|what_is_the_reason|what_makes_you|on_what_grounds|why_on_earth|why_the_hell {any}
    what {any} for
    what is the reason|point|purpose|matter|problem|issue|idea [of|for|with|behind] [{any}]
    [can|could|would] [you] explain why|yourself|that {any}
    [can|could] [you] explain why|yourself|that
    tell me why [{any}]
    what is wrong [now|with_you|there]
    what is up with_you|with_that|there
    what went wrong|happened [there|just_now]
    what is the hold up|holdup|delay
    what are you waiting for
    are you stuck
    what stopped|stops you
    is something|anything wrong
    is there a|any problem
    what brings you to do that
""",
    cost=0.33,
)
g(
    query("plan"),
    """
    what|whats [is|s|comes|happens|are|do|will|would|have] [you|the|your] next|then|later|going|plan|planning|after|intending|\
        intend_to|gonna|plan_to|want_to|next_step|steps [next|then|do|to_do|to|doing|steps|after_this|step|after_that|afterwards|be|\
        up|intend_to_do|plan_to_do|be_doing|planning_to_do] [next|after_this|then|after_that|afterwards|with_it|with_that|with_{np}|\
        later|now|first]
    what now|then
    what comes|happens|is|follows|s|will_happen|will_come next|after|after_this|after_that|then|afterwards|later [this|that|it|then|\
        after_this]
    what will you do [next|then|after|after_this|after_that|with_it|with_that|now|afterwards|with_{np}|later]
    what do you do|plan|intend|want|have next|to|then [do] [next|then|after_this|after_that|with_it|with_that|afterwards|to_do_next|\
        to_do|with_{np}]
    what is your|the [next|overall] plan|step|intention|move|action|aim|steps|goal|target|agenda|thing_on_your_list|next_step|\
        next_move|next_thing
    where are|will you taking|going|moving|put|putting|bringing|place|placing|carrying|heading|headed|off_to [it|that|{np}|to] [to|\
        next|now|with_it|with_that]
    where [do|are|will] [you] [want|plan|planning|going|intend] [to] put|place|go|take|bring|be_putting [it|that|{np}] [next|down]
    where does|will {np} go
    where is {np} going
    how many steps|things|more are|do|have [left|you|there] [left|have|still] [left|to_go|to_do]
    how many [more] steps [left|to_go|remain|remaining|are_left]
    are you going to [{any}]
    will you [{any}]
    and [what] then|after_that
    what are the [next|remaining|following] steps|step|ones
    tell|show me your|the [next] plan|step|intention
    are you done|finished|nearly_done|almost_done|almost_finished|nearly_finished|ready [yet|now|soon|with_it|with_that]
    which one|thing|{np} is|comes next
    what else is|do [there|you|left] [to_do|have_to_do] [to_do]
    what is left [to_do]
    and after this|that
    when [do|will|are] you [going_to] [{any}]
""",
    cost=0.345,
)
g(
    query("speed"),
    """
    how fast|quick|quickly|slow|slowly are|can|do|is|were|will you|it|that|this [go|going|move|moving|travelling|driving|moving_now|\
        drive|be|run|running|the_arm] [now|there|right_now|at_the_moment]
    how fast|slow is|are that|this|it|you
    what speed|pace [are|is|do] [you|it|this] [going|at|moving|go|set_to|doing|running_at] [at|now]
    what is your|the [current|top|maximum|max] speed|pace|velocity
    at what|which speed|pace are|do you [moving|going|go|move|working|running|drive]
    is that|this your|the top|full|maximum|normal|fastest|highest|usual [speed|pace]
    are you going|moving|running|at [at] full|normal|half|top|slow|maximum speed
    is_that_as_fast_as_you_can go [any] faster|slower|quicker
    is that as fast|slow as you can [go]
    how many centimetres|metres|meters|centimeters|cm|percent [a|per] [second] [is_that|are_you_going|are_you_doing]
""",
    cost=0.33,
)
g(
    query("time"),
    """
    how long|much_longer|much_time|many_minutes|many_seconds|much_more_time [more] [will|is|does|do|are|would|is_left|have|until|\
        till|to_go|does_it|left|has] [you|it|this|that|left|the_whole_thing|for|there|be] [take|need|be|going_to|taking|last|left|\
        taken|gonna|been|have] [you|to|left|take|until|for_that|to_finish|to_be_done|be|longer|still|doing|to_go|running|at_it] \
        [{any}]
    how long|much_longer [{any}]
    how many more|minutes|seconds minutes|seconds|until|to_go|left|more|will|do|does [{any}]
    when are|will|do|is|does you|it|this|that|be [be|going_to_be|finished|done|finish|have|ready|expect|over|going_to] [done|\
        finished|ready|finish|finish_it|it_done|complete|over|be_done|be_finished|be_ready|with_it|with_that] [{any}]
    how much time|longer is|do left|you|is_left [need|left|have] [{any}]
    what [is_the|time] [time] will|is it|left|remaining|you [take|be_finished|be_done]
    will it|this|that take [much] long|longer
    how soon will|can|are [{any}]
    is this|it|that going to take [much] long|longer|forever|all_day
    what is the eta
    eta
    are you [nearly|almost] there yet
    will you be long|much_longer
    what time is it|will
    by when [{any}]
    when will that|this|it|you be [{any}]
""",
    cost=0.33,
)


def _any(reader: Reader, at: int) -> list[tuple[str, int]]:
    """Whatever follows, to the next mark; a question is told by how it begins."""
    end = next((i for i in range(at, len(reader.words)) if reader.words[i] == ","), len(reader.words))
    return [(" ".join(reader.words[at:end]), end)] if end > at else []


SLOTS["any"] = _any
