"""Questions about things: what is in the hand, where something is, how it is, how many there are."""

from __future__ import annotations

from heedful.agents.corrections.asking import query
from heedful.agents.corrections.classes import GRAMMAR

g = GRAMMAR.add
g(
    query("holding"),
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
    query("location"),
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
    query("state"),
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
    query("count"),
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
    query("state"),
    """
    how|what about {np:np2} then
""",
    cost=0.9,
)
g(
    query("holding"),
    """
    what|which {np:kind} is|are that|it|this|those|these [that] [you|you_are|you_have] holding|have|carrying|got|have_got|gripping|\
        picked_up|grabbed|in_your_hand [there|now|in_your_hand|up]
    what|which [one|thing|of_them] is|are that|it|this|those [that] [you|you_are|you_have] holding|have|carrying|got|have_got|gripping|\
        picked_up|grabbed|in_your_hand [there|now|in_your_hand|up]
    what is|s [that] between|in|inside your fingers|jaws|claws|hand|gripper|grip|grasp [now|there]
    are you [still|already|really|even|actually] holding|carrying|gripping [on_to|onto] [it|that|anything|something|{np}] [still|\
        already|there|now]
    have you [still|already|really|even|actually] got|picked|grabbed|caught [hold_of|a_hold_of|up] [it|that|anything|something|{np}] \
        [up] [yet|now]
    what is|s that you are|have holding|got|carrying|gripping [there]
    which {np:kind} have|are you [just] got|holding|picked|grabbed|carrying|gripping [up] [there|now]
    is it|that|{np} [still|already|really|safely] in your hand|gripper|grip|fingers|grasp
""",
    cost=0.345,
)
