"""Questions: what the robot does, why, what comes next, what it holds, where things are, what it can do."""

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


def _query(about: str) -> Maker:
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
    _query("activity"),
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
    _query("reason"),
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
    _query("plan"),
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
    _query("holding"),
    """
    what|which|whats [{np:kind}|one|thing|object|is|are|do|have|of_them] [is|are|do|have|has|did] [you|in|it|that|the_robot] \
        have_got|got|holding|your|hold|carrying|carry|in_your_hand|picked_up|gripping|grabbed|have_in [got|there|hand|\
        gripper|in_your_hand|in_your_gripper|in_your_fingers|up|now|in_the_hand|fingers|claw|grip|right_now|at_the_moment|in_hand|\
        hold_of] [there|now|in_your_hand|right_now|of]
    are|do you [still|already] holding|have|hold|got|carrying|gripping [it|that|anything|something|{np}] [already|still|there|\
        in_your_hand|now]
    have you got|picked|grabbed|caught|lost|dropped [up] [it|that|anything|something|{np}] [up] [already|still|there|in_your_hand|\
        now|yet|in_your_gripper]
    is there anything|something in your hand|gripper|fingers
    is {np} [still|already] in your hand|gripper|grip
    what is|s [that] in your|the hand|gripper|claw|fingers|grip
    is your|the hand|gripper empty|full|free
    did you pick up|get|grab|catch|drop|take {np} [up|already]
    what have you [there|got|picked|picked_up|grabbed]
    do you have {np}
    which one did|have you [pick|take|picked|taken|grab|got|grabbed] [up]
    what did you pick|grab|take [up]
""",
    cost=0.335,
)
g(
    _query("location"),
    """
    where|wheres [is|are|s|did|has|was|do|does|have] [you|on_earth] {np} [gone|now|go|put|left|at|stand|located|standing|hiding|\
        end_up|ended_up|been]
    where [is|s|are] {np}
    where did|have you put|left|leave|place|placed|drop {np}
    where|wherever did {np} go
    do you know|see [where] {np} [is]
    can|do|could you see|find|spot|locate {np}
    [can_you|could_you] tell|show me where {np} is|are|went
    in which {np:place} is {np}
    where are you [now|going_to_be]
    where have you got {np}
    what {np:place} is {np} in|on
    on|in which {np:place} is {np}
    have you seen {np}
    i can not find {np} [where_is_it]
""",
    cost=0.34,
)
g(
    _query("ability"),
    """
    are_you_able_to|do_you_know_how_to|is_it_possible_for_you_to|would_you_be_able_to|are_you_capable_of|will_you_be_able_to|\
        do_you_manage_to|can_the_robot|can_your_arm|would_you_manage_to {any}
    can|could you [even|actually|really|also] reach|lift|see|do|hold|carry|manage|open|fit|cope|handle|get_to|stretch|hear|\
        understand|feel|pour|turn|push {any}
    can|could you reach|lift|see|do|manage|hear|carry|handle it|that|this|{np} [from_there|on_your_own|at_all|with_one_hand|alone|\
        yourself|well|ok]
    can you manage|hear_me|see_me
    what [things|else] can|could you [do|lift|carry|understand|pick_up|reach|handle]
    is {np} too_far|too_heavy|too_big|too_high|too_hot|within_reach|in_reach|reachable|out_of_reach [for_you|away]
    is that|it possible [for_you|like_that]
    how much|heavy can|could you carry|lift|hold
    how far|high can|could you reach|go|stretch
    do you know how [to] [{any}]
    are you [even|really] strong|tall|long|big|fast|quick|precise|steady enough [{any}]
    are you [even|really] capable|fit|up|equipped|made [of|for|to] {any}
    can|could that_thing|your_arm|your_hand|your_gripper|one_hand|this_robot reach|lift|hold|carry|manage|take|do|handle|cope|bear {any}
    how much weight|load {any}
    do|would you think you can|could|will {any}
    are you able [to] [{any}]
    will it|that|{np} fit [in|there|into|on] [{np:place}]
    does {np} fit [in|there|into|on] [{np:place}]
    is there [enough] room|space for {np} [in|on] [{np:place}]
""",
    cost=0.35,
)
g(
    _query("speed"),
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
    _query("time"),
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
g(
    _query("state"),
    """
    is|are|was {np} [still|already|really|now|yet|completely|all] {adj} [yet|already|now|again|properly]
    is|are {np} [still|already|really|now|yet] {related} {np:place} [yet|already|now]
    has|have|did {np} [been|already|gone|get] {adj} [yet]
    did|have|has you|{np} [already] [close|open|closed|opened|lock|locked|empty|emptied|filled|fill|spilled|fallen|fall|break|\
        broken] {np} [yet|already]
    how is|are {np} [doing]
    how full|hot|heavy|empty|wet|clean is|are {np}
    what [is|s] [the] state|condition|colour|color [of] [{np}]
    what colour|color|size|shape is {np}
    is {np} ok|safe|alright|fine|stable|clear [now|there]
    is everything ok|alright|fine|in_order
    is that|it|this|{np} upright|stable|level|secure|{adj}
    check [if|whether|that] {np} is {adj}
    does {np} [still] {any}
    are you ok|alright|fine
    is it|that safe
""",
    cost=0.345,
)
g(
    _query("identity"),
    """
    who|what [are|is|made|built] you [exactly|called]
    what is your|the_robot_s name|model|type|serial_number|version|name_again
    what|who are you [called]
    what kind|sort|type of robot|arm|machine|thing are you|is_this
    do you have a name
    are you a|an robot|human|machine|ai|person|computer|panda|robot_arm
    what do [i|we|they|people] call you
    which robot|model|arm [are|is] [you|this]
    introduce yourself
    tell me about yourself
    who made|built|programmed|designed|owns|trained you
    how old are you
    where do you come|are from
    what should i call you
    whats your name
    is that you
""",
    cost=0.33,
)
g(
    _query("memory"),
    """
    do|can|will|did you [still|even] remember|recall|know|forget|memorise|memorize [{any}]
    have you forgotten|remembered|memorised|learned|learnt|noted|stored [{any}]
    what do|did|have you remember|know|remembered|learned|learnt|know_about|recall|stored|saved|noted|memorised [{any}]
    what did|have i|we|you say|tell|told|said|ask|asked|taught|teach|just_say|just_tell [{any}]
    what was [it|the|my|that] last|i|previous [thing|correction|instruction|said|i|told|command|say|order|rule|preference|one] [{any}]
    which rules|preferences|corrections|instructions [{any}]
    what are my|your rules|preferences|standing_orders [{any}]
    did i [not|ever] tell|say|ask|mention [{any}]
    what preferences|rules [{any}]
    how did i|we like|want|do [{any}]
    what have i taught|told you [{any}]
    you remember [{any}]
    where did we leave|stop off
    list|show [me] your|my|the memories|memory|preferences|rules
""",
    cost=0.34,
)
g(
    _query("count"),
    """
    how many {np} [are|do|have|did|is|can|were|will] [you|there|left|still|we|i|in] [have|see|got|left|there|done|moved|on|in|put|\
        placed|count|packed|stacked|sorted|still|{np:place}] [done|left|there|already|so_far|on|in|still|to_go|now|here|away|moved|\
        remaining|{np:place}] [{np:place}|the]
    how many {np} {any}
    how many|much [of_them|of_those|more|objects|things|items|pieces] [{any}]
    what number of {np} [{any}]
    count {np}
    how many {np}
    how much {any}
    what is the number of {np}
""",
    cost=0.345,
)
g(
    _query("state"),
    """
    how|what about {np:np2} then
""",
    cost=0.9,
)


def _any(reader: Reader, at: int) -> list[tuple[str, int]]:
    """Whatever follows, to the next mark; a question is told by how it begins."""
    end = next((i for i in range(at, len(reader.words)) if reader.words[i] == ","), len(reader.words))
    return [(" ".join(reader.words[at:end]), end)] if end > at else []


SLOTS["any"] = _any
