"""Questions about the work: what the robot does, why, what comes next."""

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
    query("activity"),
    """
    what is this|that|all_this supposed|meant|about [to_be|to_do]
    [can|could|would|will|please] [you] tell|show|explain|describe [to] [me|us] what|where [exactly] [you|it|is|are] [are|is] [up_to|\
        doing|trying|working|going_on|happening|busy|currently|attempting|about|at|on|doing_there|doing_now|working_on|trying_to_do] \
        [to|on|with|of|do|there|now|right_now]
    [and|so|but|hey|now] what on_earth|the_hell|the_heck|exactly are|is you|it|the_robot|that doing|up_to|trying|playing|at|on|after|\
        attempting|working|about [to|at|on|there|now|right_now|with_that|with_it|do|achieve]
    what are you [even|actually|currently] trying|attempting [to] [do|achieve|accomplish] [there|here|with_that]
    give|show me a|your|the [brief|short|quick|current] status|report|update|progress [report|update] [please]
    [what|how] is the|your status|progress|state_of_play|situation|current_step [now|please]
    which|what step|stage|part|task [are|is|of] [you|it|this|we|the_plan] [at|on|in|doing|are_you_on|working_on|now|are_we_at|is_this] \
        [now|right_now|currently]
    are you doing|moving|working|pouring|looking anything|something|now|for_something|or_what [now|right_now|there]
""",
    cost=0.36,
)
g(
    query("reason"),
    """
    [but|and|so|hey|well|wait|robot|hm|uh|um] why|how_come|what_for|for_what_reason|what_is_the_reason|wherefore|for_what [so|not|that|\
        this|there|now|like_that|the|then|on_earth|is_that|not_the_other_one|that_one|is_this] [slow|slowly|fast|quick|long|high|low|\
        far|close|much|hesitation|delay|wait|careful|detour|way|one|tight]
    what made|makes you do|stop|take|think|pick|choose|turn|go|say|move|wait {any}
    what [is|was|s] [your|the] reason|motive|rationale|logic|explanation|thinking [for|of|behind] [that|this|it|{any}]
    [is_there|do_you_have|have_you_got|was_there] [a|any] [particular] reason [for|why|you] [that|this|it|{any}]
    what [is|s|seems] [to_be] [the|your] hold_up|holdup|problem|trouble|issue|matter|difficulty|obstacle [here|there|now|with_that|robot]
    what|who is holding|stopping|keeping|blocking|slowing you [up|back|down|from_moving]
""",
    cost=0.345,
)
g(
    query("plan"),
    """
    [and] then [what]
    [and|so|ok] after|following this|that [one] [what|,] [what|what_is_next|what_then|what_comes|comes_what]
    [can|could|would] you tell|show|explain|give me|us your|the [rest_of_the|next|whole|current|overall|remaining|upcoming] plan|plans|\
        step|steps|intention|intentions|schedule [please]
    [and|so|ok|right|then|but] what do|will|are|would you [plan|intend|want|going|do|be_doing|be] [to] [do|doing] next|after|afterwards|\
        then [this|that|it]
    [and|so|ok|right|then|but] what comes|happens|is next|after|then|afterwards|later [this|that|it]
    what is left|remaining|outstanding|up_next|on_the_list|on_the_agenda|coming_up|coming_next|the_next_thing|your_next_move|\
        the_next_step [to_do|to_be_done|after_this|after_that|now]
    where|what are you|will_you taking|going|moving|bringing|carrying|heading|driving|putting|to_put|put|take|bring|going_to_put|\
        planning_to_put|off_to [with|to] [it|that|this|{np}] [next|to|now|with|then]
    what happens|comes|is|follows after|once|when|next [this|that|it|you|we] [is_done|are_done|is_finished|have_finished|is_over|finish|\
        have_done_that]
""",
    cost=0.36,
)


def _any(reader: Reader, at: int) -> list[tuple[str, int]]:
    """Whatever follows, to the next mark; a question is told by how it begins."""
    end = next((i for i in range(at, len(reader.words)) if reader.words[i] == ","), len(reader.words))
    return [(" ".join(reader.words[at:end]), end)] if end > at else []


SLOTS["any"] = _any
