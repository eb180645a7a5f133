"""Questions about the robot itself: what it can do, who it is, what it remembers."""

from __future__ import annotations

from heedful.agents.corrections.asking import query
from heedful.agents.corrections.classes import GRAMMAR

g = GRAMMAR.add
g(
    query("ability"),
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
    query("identity"),
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
    query("memory"),
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
