"""Fingers: `let go`, `squeeze harder`, `you will squash it`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, Maker, Match, Part

CLASSES |= {
    "squeeze": "squeeze|grip|clamp|press|pinch|clasp|grasp|hold|clutch|squish|clench|hold_on|hang_on|grab|clamp_down|hold_onto|"
    "hold_on_to|gripping|"
    "holding|squeezing",
    "tight": "tight|tightly|hard|firm|firmly|strong|strongly|forcefully|solid|secure",
    "tighter": "tighter|harder|firmer|stronger|more_tightly|more_firmly|more_securely|more_strongly|more_tight|more_firm|tight|tightly|"
    "firmly|"
    "more_force|more_strength|more_forcefully|more_hard|more_strong|with_more_force|with_more_pressure|firm|more_pressure|better|"
    "securely|more_solidly|hard|"
    "with_more_strength|more_secure",
    "looser": "looser|softer|lighter|more_loosely|more_lightly|less_tightly|less_tight|less_hard|less_firmly|less_force|more_softly|"
    "loosely|"
    "lightly|less_pressure|with_less_force|less_strongly|not_so_hard|not_so_tight|not_so_tightly|less|less_strength|more_gently|"
    "more_loose|less_firm",
    "slips": "slipping|sliding|falling|coming_loose|coming_out|dropping|losing_it|slipping_away|slipping_out|falling_out|getting_loose|"
    "loose|wobbling|wobbly",
}


def grip(change: str) -> Maker:
    return lambda m: Part("grip", {"change": change})


def held(change: str) -> Maker:
    """Of what is in hand only: another thing that is crushed is in the way."""

    def made(m: Match) -> Part | None:
        thing = m.known
        if thing is not None and thing.how != "it" and m.dialogue.object not in thing.names:
            return None
        return Part("grip", {"change": change})

    return made


g = GRAMMAR.add
g(
    grip("open"),
    """
    let go|loose [of] [it|that|this|{np}] [now]
    let [it|that|this|them|{np}] go|loose [now]
    release [<the>] [<hand>|it|that|this|grip|{np}] [now]
    open [up] <the> <hand> [up|wide|fully|all_the_way|more]
    open <hand> [up|wide]
    open up|wide
    unhand|ungrip|unclamp|unclench|ungrasp [it|that|this|{np}|<hand>]
    <the> <hand> open [please]
    spread|part|widen <the> fingers|jaws|gripper|claw
    let it drop|fall [now]
    get_your_hand|hand off [it]
    take|get your hand|hands|fingers off [it|{np}]
    get rid of it
    open it up wide
    set it free
    relinquish it
    open
    grip open
    undo <the> <hand>
    hand open
    fingers open|apart
""",
    cost=0.45,
)
g(
    grip("close"),
    """
    close|shut|clench [up] <the> <hand> [up|now|fully|completely|around_it|around_{np}|together]
    close|shut <hand> [up]
    make a fist
    fingers|jaws|gripper|hand|claw closed|shut|together
    bring <the> fingers|jaws together
    close|shut [up|down] on|around it|{np}
    pinch <the> fingers|jaws together
    close your grip
    grip now
    <the> fingers|jaws|gripper|hand together|closed|shut
""",
    cost=0.45,
)
g(
    grip("tighter"),
    """
    <squeeze> [it|that|this|them|{np}|on|down] [a_bit|a_little] [more] <tighter>
    tighten [up] [<the>] [<hand>|it] [up|more]
    tighter|firmer
    more tightly|firmly|grip|squeeze|pressure|force|grip_force|grip_strength
    strengthen|firm|increase|improve|raise <the> <hand> [up|force|strength|pressure]
    <squeeze> more
    squeeze|clamp|clench [it|that|this|{np}|down|down_on_it|down_on_{np}|on_it] [more]
    <subject> [is|are] [going_to|about_to|gonna|starting_to|start|almost|nearly|still|beginning_to] slip|slips|slide|fall|drop|\
        slipped|drops|falls [out|away|off|down|through] [of|from] [<the>] [<hand>|grasp|grip|there|you]
    it|that|this|they|the_thing is|are [still|a_bit|clearly|already|all] <slips> [out|away|off|down|from] [of|from|through] [<the>] \
        [<hand>|grasp|grip|you]
    {np} [is] [going_to|about_to|gonna|starting_to] slip|slips|slipping|slides|sliding [out|away|off|down|from] [of|from|through] \
        [<the>] [<hand>|grasp|grip|you]
    you are losing|dropping it|{np}|your_grip|grip|hold_of_it|hold
    <dont> let it|that|{np} slip|fall|drop|go|slide [out|away|off]
    <dont> drop|lose|let_go_of it|that|this|{np}
    <dont> let go
    do not let go of {np}
    [<subject>] [not] holding|gripping|grasping|squeezing [it] [too|not] loosely|lightly|weakly|tightly_enough|firmly_enough|\
        hard_enough|tight_enough
    [<subject>] [too|so] loose|weak|loosely|slack
    [<subject>] not <tight> enough
    hold|hang tight|on_tight|on_tightly
    get|take a better|firmer|tighter|stronger|good|firm|proper <hand> [on|of] [it|{np}]
    better|firmer|tighter|stronger|firm <hand>
    it|that|this|{np} [is] [a_bit|too|so] loose|slipping|wobbly
    not so loose|loosely
    squeeze
    you are going|about to drop|lose it|that|this|{np}
    you will drop|lose it|{np}
    <dont> be so|too loose
""",
    cost=0.45,
)
g(
    grip("looser"),
    """
    <squeeze> [it|that|this|{np}] [a_bit|a_little] <looser>
    loosen|relax|slacken|soften|lighten|lessen|reduce|ease|decrease [up|off] [on] [<the>] [<hand>|it|grip_force] [up|off|force|\
        pressure|a_bit]
    looser|slacker
    ease|let up|off [on] [<the>] [<hand>|it|pressure|squeeze]
    less tight|tightly|grip|squeeze|pressure|grip_force|squeezing|force
    [<subject>] [still] [holding|gripping|squeezing|grasping|clamping] [it|that|this|{np}|on] too <tight>
    too <tight> [a_grip|grip|a_hold]
    not so|that|too|quite_so|as <tight>
    <dont> <squeeze> [it|that|this|{np}] so|that|too|quite_so|as <tight>|much
    <donot> squeeze|clench|clamp [it|that|this|{np}]
    softer|lighter grip|hold|touch|grasp|squeeze
    a lighter|looser|softer <hand>
    it|that|this|{np} [is] getting squashed|crushed|squeezed|dented|deformed|bent
    no need to squeeze|grip|hold [it] [so] [<tight>]
    [the|your|that] grip|hold|grasp [is|s] [still|much|far|way|a_bit] too <tight>
    you [have] [got] it in a death|vice|bear|iron grip|hug
    <dont> be so|too <tight> [on] [it]
""",
    cost=0.42,
)
g(
    grip("tighter"),
    """
    hang_on_to|hang_onto|cling_to|cling_on_to|keep_hold_of|keep_a_hold_of|keep_a_grip_on|keep_your_grip_on it|that|this|{np}
""",
    cost=0.3,
)
g(
    held("looser"),
    """
    <dont> strangle|throttle|choke|mangle|flatten|squeeze|crush|squash|squish|dent|deform|break|crumple|bend|bruise|damage \
        it|that|this|them|him|{np}
    <subject> [<still>] [going_to|about_to|gonna] squashing|crushing|squeezing|denting|deforming|bending|squishing|crumpling|\
        bruising|mangling|crush|squash|dent|deform|break|crumple|bruise|squish [it|that|this|them|{np}]
    you are squashing|crushing|squeezing|denting|deforming|bending|squishing|crumpling|bruising|breaking|hurting it|that|this|{np}
""",
    cost=0.42,
)
g(
    grip("looser"),
    """
    ease|let|lighten|slacken|go_easy|lighten_up|go_easier|be_easy [up|off] [a_bit] [on|with|of] <the> <hand>
    less|not_so_much|not_as_much|not_that_much force|pressure|grip|squeeze|squeezing|strength|power|gripping [in|with|from|of|on] \
        [<the>] [<hand>|it|that|{np}]
    [you] [are|is] using|use|with too_much force|pressure|strength|power [in|with|on] [<the>] [<hand>|it|that|{np}]
""",
    cost=0.38,
)
