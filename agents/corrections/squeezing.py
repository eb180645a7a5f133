"""Grip, as it is hinted at: `you'll crush it`, `that's coming loose`, `I have got it, let go`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES
from heedful.agents.corrections.gripping import grip, held

CLASSES |= {
    "crush": "crush|squash|squish|dent|deform|break|crumple|bruise|mangle|burst|pop|crack|snap|flatten|smash|pulp|mash|squeeze|bend|"
    "damage|shatter|pulverise|mush|"
    "crushing|squashing|squishing|denting|deforming|breaking|crumpling|bruising|mangling|bursting|cracking|snapping|flattening|"
    "squeezing|mashing|bending|damaging|strangling|choking|throttling|"
    "crushed|squashed|squished|dented|deformed|crumpled|bruised|mangled|flattened|mashed|bent",
    "will": "will|would|might|could|may|are_going_to|are_gonna|are_about_to|are|have_nearly|nearly|almost|have|you_are|is_going_to|"
    "is_about_to|is|gets|is_getting|was|has|s|be|going_to|gonna|about_to",
    "losing": "slip|slipping|slide|sliding|fall|falling|drop|dropping|come_loose|coming_loose|come_out|coming_out|work_loose|"
    "working_loose|slip_out|slipping_out|fall_out|falling_out|slip_away|slipping_away|"
    "wobble|wobbling|rattle|rattling|move|moving|shift|shifting|go|going|tumble|tumbling|get_away|getting_away|fall_down|falling_down|"
    "slide_out|sliding_out|swing|swinging|dangle|dangling|wiggle|wiggling|"
    "come_off|coming_off|get_loose|getting_loose|slipped|loose|unstable|insecure|wobbly|shaky|not_secure|not_steady|not_firm|not_stable|"
    "not_tight",
    "firm": "tight|tightly|firm|firmly|hard|strong|strongly|secure|securely|good|solid|solidly|well|properly|fast",
}  # fmt: skip
g = GRAMMAR.add
g(
    held("looser"),
    """
    [be_careful|careful|watch_it|mind] [,] you|it|that|this|{np:x} <will> [be|get|getting|it] <crush> [it|that|this|them|{np}|him|flat|\
        to_bits|to_pieces|to_pulp|to_death|like_that|if_you_squeeze|with_that_grip|in_your_grip]
    it|that|this|{np} <will> [get|getting|all|gone|starting_to|be|start_to|going|so] crushed|squashed|squished|dented|deformed|crumpled|\
        flattened|bent|out_of_shape|flat|bruised|mangled|caving_in|cave_in|buckling|buckle|bulging|bulge [in_your_hand|\
        in_there|under_your_fingers|already|now|in_your_grip]
    <dont> <crush> [it|that|this|them|{np}|him|the_poor_thing] [so|that|too] [much|hard|tight|tightly|flat] [please|like_that]
    no|not|without|stop|quit crushing|squashing|squeezing|squishing|strangling|pinching|choking [it|that|this|them|{np}] [so] [hard|\
        much|tight|like_that|to_death]
""",
    cost=0.4,
)
g(
    grip("looser"),
    """
    softer|gentler|lighter|looser|easier|slacker|gently|lightly|loosely|easy|softly|soft|light|gentle with|on|in the|your|those|that|its \
        <hand>
    [your|the|that] <hand> is|are [a_bit|far|much|way|still|rather|a_little|really] too|so|very tight|strong|hard|firm|forceful|\
        powerful|rough
    [<subject>] holding|gripping|squeezing|grasping|clamping|pinching|clutching|clasping|hold|grip|squeeze [it|that|this|on|{np}] \
        [a_bit|far|much|way|still|rather|a_little] too|so|awfully|very tight|tightly|hard|firmly|firm|strongly|forcefully|strong|much
    relax|loosen|slacken|ease|lighten|soften|lessen|reduce|decrease|weaken|moderate|lower|let_up|ease_up|ease_off|slack_off|back_off|\
        let_off [on|up|off] [a_bit|a_little|slightly] [on|of] [<the>] <hand>|hold_on_it|pressure|force|squeeze|clutch|tension|clench \
        [a_bit|a_little|slightly|somewhat|up|\
        some|there|on_it|on_that]
    <squeeze> [it|that|this|them|{np}|on] [a_bit|a_little|much|rather|more] less|not_so|not_that|not_as|not_quite_so hard|tight|tightly|\
        firmly|much|strongly|firm|strong [please]
    <squeeze> [it|that|this|them|{np}|on] [a_bit|a_little|much|rather|more] more_softly|more_lightly|more_loosely|loosely|lightly|\
        like_a_baby_bird|with_less_force|with_less_pressure [please]
    [use|with|apply|a|only] [a|much|a_lot|a_bit|a_little] less|lighter|gentler|softer|looser|weaker|smaller|feather_light|loose force|\
        pressure|grip|squeeze|touch|strength|hold|power|tension|grip_force|muscle|grasp [on|in|of|please] [it|that|this|{np}|the_fingers]
    [you] do not|need_not [have|need] [to] squeeze|grip|hold|clamp|press|pinch|clench [it|that|this|{np}] so|that|quite_so|as hard|\
        tight|tightly|firmly|much
    [a] little|bit|touch|tad looser|softer|gentler|lighter [on|with|around] [the|your|it] [fingers|grip|hand|gripper]
    slack|give_it_some_slack|some_slack|more_slack|let_it_breathe|let_him_breathe|cut_it_some_slack|not_a_death_grip|no_death_grip
    let up a_bit|a_little|on_it|on_that
    back off [on] the <hand>|pressure|force|squeeze
    too|so much|strong|firm|hard|tight [of] [a] grip|hold|grasp|pressure|force|squeeze|strength
""",
    cost=0.41,
)
g(
    held("tighter"),
    """
    [be_careful|careful|watch_it|mind] [,] it|that|this|{np} <will> [be|going|gonna|about|starting|beginning|start|begin|still|all|\
        almost|nearly|just] [to] <losing> [out|off|away|down|through] [of|from|in|through] [<the>] [<hand>|grasp|grip|you|there] [a_bit|\
        again|already|now|soon]
    [be_careful|careful|watch_it|mind] [,] you <will> [going|about|almost|nearly|still] [to] drop|lose|losing|dropping|let_go_of|\
        letting_go_of|lose_hold_of|losing_hold_of|lose_your_grip_on [it|that|this|{np}|him|your_grip|grip|your_hold] [soon|now|again|\
        like_that|any_second]
    <dont> lose|drop|release|let_go|let_go_of|let_slip|lose_hold_of|lose_your_grip_on|lose_grip_of [it|that|this|{np}|him|your_grip|\
        grip|your_hold] [please|now|whatever_you_do|again|yet]
    <dont> let it|that|this|{np}|him <losing> [out|off|away|down|through] [of] [<the>] [<hand>|grip]
    it|that|this|{np} [is] [a_bit|too|so|rather|still|very|all|far_too|way_too|kind_of] loose|wobbly|slack|insecure|shaky|unstable [in|\
        inside|between|with] [<the>] [<hand>|grip|there] [still]
    it|that|this|{np} is|does not|hardly [sit|sitting|held|being_held|in_there|holding|gripped|grasped] [very|yet|quite|really|that] \
        tight|tightly|firm|firmly|secure|securely [enough] [in_your_hand|in_your_grip|in_there|yet]
""",
    cost=0.4,
)
g(
    grip("tighter"),
    """
    <subject> not|hardly|barely holding|gripping|grasping|squeezing|clamping|pinching|hold|grip|squeeze [it|that|this|{np}|on|onto_it|\
        on_to_it] [very|really|quite|yet] tight|tightly|firm|firmly|hard|strongly|securely|solidly|well|properly [enough] [yet]
    [<subject>] not|hardly|barely [have|got] [a|have] [very|really|quite|yet] <firm> [enough] grip|hold|grasp [on] [it|that|{np}|yet]
    [your|the|that] <hand> [on_it|on_{np}] is|are [a_bit|still|much|so|really|rather|far|way] too|so|not loose|weak|slack|feeble
    [your|the|that] <hand> [on_it|on_{np}] is|are not [nearly|really|quite|yet] tight|firm|strong|hard|secure|good [enough] [yet]
    [your|the|that] <hand> [on_it|on_{np}] needs|must|should|has|ought [to] [be] [a_bit|much] tighter|firmer|stronger|harder
    more|extra|additional|greater|higher|firmer|stronger|tighter|a_bit_more|some_more|a_little_more grip|pressure|force|squeeze|hold|\
        strength|clamping|power|tension|grasp|clamping_force|grip_force|gripping_force [on|in|please|with|from|there] [it|that|this|\
        {np}|the_fingers|your_fingers]
    <squeeze> [it|that|this|them|{np}|on|on_to_it|onto_it|down|down_on_it|on_it] [a_bit|a_little|much|even|really|nice_and|extra|\
        somewhat] [more] <tight>|tighter|harder|firmer|stronger|better|securely|well|properly|more_tightly|more_firmly|strongly|\
        more_strongly|more_securely|with_more_force|with_more_strength|like_you_mean_it [please|\
        enough|as_you_can|now|there|than_that]
    tighten|strengthen|firm|increase|reinforce|improve|boost|step_up|harden [up|on] [a_bit|a_little] [<the>] <hand>|hold_on_it|pressure|\
        force|squeeze|clutch|tension|grip_force|grasp|clamp [up|a_bit|a_little|some|there|on_it|on_that|on_{np}] [please]
    get|take|have|keep|need|use|apply|with [a] [much|a_bit|little|more] better|firmer|tighter|stronger|good|firm|proper|solid|secure|\
        tight|strong|decent|more_secure|more_solid grip|hold|grasp|clamp|pressure|force|squeeze|purchase [on|of] [it|that|this|{np}|there]
    hang|cling|clamp|clutch on|tight|fast|firm [to|of|on|onto] it|that|this|{np}|for_dear_life|tight|tightly|hard|better|well
    hold|grip|grab|keep [on] tight|fast|firm [to|of|on|onto] [it|that|this|{np}]
    hold|keep on to it|that|this|{np} better|tighter|tightly|well|firmly|properly|harder
    pinch|squeeze|press|clamp|clench|grip|clasp|close [it|that|this|{np}] [<the>] [<hand>|fingers|jaws] [together] [a_bit|a_little|some|\
        even|still] more|tighter|harder|further|firmer|together_more
    [<subject>] [too|so|very|rather|a_bit] loosely|weakly|lightly|loose|feebly|gently held|gripped|grasped
    too|so loose|weak|feeble|light|slack [a] <hand>
    not so|too|that|as loosely|loose|lightly|weakly|gently|softly|slack|weak|feebly [please]
    give it a [good|proper|bit_of_a|little|firm|firmer|tighter] squeeze
    a bit|little|tad|touch tighter|firmer|harder|more_grip [on|with|around] [the|your|it] [fingers|grip|hand|gripper]
""",
    cost=0.425,
)
g(
    grip("open"),
    """
    [you] may|can|could|should|must|have_to|need_to [now|just|please|safely] let|set [it|that|this|{np}|them] go|loose|free [of] [it|\
        that|this|{np}] [now|please|there|here]
    [you] may|can|could|should|must|have_to|need_to [now|just|please|safely] release|relinquish|unhand|unclamp|ungrip|part_with [it|\
        that|this|{np}|them|your_grip|the_grip|your_hold] [now|please|there|here]
    i|we have|hold|am_holding|got [got] [hold_of] it|that|this|{np} [now|already] [,] [so|you_can|now|just] let_go|release|let_it_go|\
        release_it|open_your_hand|let_go_of_it|you_can_let_go|you_can_release_it|open_the_gripper|drop_it
    [now|and|please|ok|just|then] open|spread|part|widen|unclench|uncurl|unfold|release|unclamp|separate|extend|splay|undo [up] [<the>] \
        <hand>|grippers|fingers|palm [up|wide|fully|completely|again|now|apart|a_bit|a_little|some|more|please|all_the_way|further]
    <the> <hand>|fingers|palm [wide|fully|completely|should_be|must_be|needs_to_be|further|more] open|apart|wide|spread|opened [please|\
        now|again]
    hand|gripper|fingers|claw|grip|hands|grippers|jaws|fist open|apart|wide|off [please|now]
    release|let_go completely|fully|entirely|altogether|now|again [please|now]
    let [it|that|this|{np}|them] loose|go|free [of] [<the>] [<hand>|it|that|{np}] [now|please|then|there|here|gently]
    let me take|have|get it|that|{np} [,] [let_go|release|open] [of] [it]
    loosen|release|undo|drop|break|let_go_of|give_up|lose the|your|that grip|hold|grasp|clamp|clasp [completely|fully|entirely|now|\
        on_it|of_it|altogether]
    stop|quit holding|gripping|clutching|grasping [on] [to] it|that|this|{np} [now]
    release
    fingers|hand|gripper off|loose
""",
    cost=0.435,
)
g(
    grip("close"),
    """
    [now|and|please|ok|just|then|you_can|you_may] [now] close|shut|clench|clasp|bring|snap|curl|fold|squeeze|draw|pull|pinch|clamp|press \
        [up] [<the>] <hand>|fingers|grippers|palm|jaws [up|now|fully|completely|together|shut|closed|again|a_bit|tight|around_it|\
        around_{np}|in|please|all_the_way|on_it|on_{np}|over_it|round_it|\
        round_{np}|over_{np}]
    <the> <hand>|fingers|palm [should_be|must_be|needs_to_be|fully|completely|all_the_way] closed|shut|together [please|now|again]
    hand|gripper|fingers|claw|grip|hands|grippers|jaws closed|shut|together|close [please|now]
    close [up|down|now|the_grip] [on|around|over] [it|that|this|{np}] now|completely|fully|all_the_way|again
    close [up|down|in] on|around|over it|that|this|{np}
    now|ok|there|right [you_can] grip|clasp|clamp [it|that|this|{np}] [now|please]
    grip|clasp|clamp [it|that|this|{np}] now
    fingers|jaws together
    wrap|close|put|fold your|the fingers|hand|gripper|claw around|round|over it|that|this|{np}
    ball|make [your] [a] fist
""",
    cost=0.445,
)
