"""More ways in which an arm is told every day what to do at its table."""

from __future__ import annotations

from collections.abc import Callable

from heedful.agents.corrections.constructions import Match, Part
from heedful.agents.rewards.acts import Act
from heedful.agents.rewards.phrases import ACT, ARM, MENTION, act, filled
from heedful.agents.rewards.phrases_arm import RELATIONS

a = ARM.add
a(act("reach"), """
    bring|move|get|put|take|have|come|hold|go [<your>] [<fingers>] [to] within {metres} of|from {np:to}
    reach for {np:to}
    <your> <fingers> within {metres} of {np:to}
    lay|put|place|set a finger|hand|fingertip on|to|against {np:to}
""", 0.34)  # fmt: skip
for relation, words in RELATIONS.items():
    a(act("put", relation=relation), f"""
    i|we [would] like|want|need|prefer|wish|love {{nps:thing}} [to_be|to_go|to_end_up|placed|put|to_stand|to_sit|\
moved] [{{metres}}] {words} {{np:to}}
    <put_> {{nps:thing}} {{metres}} {words} {{np:to}}
    get|have|see|make sure {{nps:thing}} is|ends_up|stands|goes|gets [{{metres}}] {words} {{np:to}}
    let {{nps:thing}} go|be|stand|rest|sit {words} {{np:to}}
""", 0.44)  # fmt: skip
a(act("put", relation="on"), """
    build|make a tower|stack|pile [of|from] {np:thing} on|on_top_of|upon|over|onto {np:to}
    build|make a tower|stack|pile , {np:thing} on|on_top_of|upon|over|onto {np:to}
""", 0.4)  # fmt: skip
a(act("joint", open=True), """
    let us have|get [some|the] [running] water [running|flowing]
    [some] running water
    i|we [would] like|want|need [some] [running] water
    get [some|the] water going|flowing|running
""", 0.34)  # fmt: skip


def _switched(opens: bool) -> Callable[[Match], Part | None]:
    """Only of something that was spoken of, or of the tap."""

    def made(m: Match) -> Part | None:
        meant = m.slots["nps"][0] if "nps" in m.slots else m.slots["joint"][0]
        return Part(ACT, {"act": Act("joint", {**filled(m), "open": opens})}) if meant.how == "it" else None

    return made


a(_switched(False), """
    turn|switch|shut|put|twist|close {nps:joint} off
    turn|switch|shut off {nps:joint}
""", 0.3)  # fmt: skip
a(_switched(True), """
    turn|switch|put|twist {nps:joint} on
    turn|switch on {nps:joint}
""", 0.3)  # fmt: skip
a(lambda m: Part(MENTION, {"np": m["tap"]}), """
    {tap} is [still|already|again] on|off|running|open|dripping
    {tap} has been left|turned on|running|open
""", 0.2)  # fmt: skip
a(lambda m: Part(MENTION, {"np": m["np"]}), """
    somebody|someone|somebody_has|someone_has left|knocked|tipped|pushed|put|opened|closed|shut {np} [over|down|open|on|off|there|running]
    {np} is [still|already|again] open|closed|shut|here|there
    {np} is [much|a_bit] too full|near|far|close|high|low
""", 0.2)  # fmt: skip
a(act("grip", open=True), """
    open|spread|part|move [up] [<your>] <fingers> [by|to] {metres} [apart|wide|open]
    [<your>] <fingers> {metres} apart|wide|open
    spread [<your>] <fingers> [apart|wide]
""", 0.34)  # fmt: skip
a(act("retreat"), """
    keep|hold|stay|move|take|get|pull|remain [<your>] [<fingers>] [at_least] {metres} [well|far|right] [away|clear|off|back|out] from|\
of|off {np:off}
    keep [<your>] [<fingers>] [well|at_least] {metres} clear of {np:off}
    let {np:_} go and move|take|pull [<your>] [<fingers>] away|back|off
""", 0.36)  # fmt: skip
a(act("hoist"), """
    scoop|grab|snatch|heave|hoist up {nps:things}
    scoop|grab|snatch|heave {nps:things} up
    have|get|keep {nps:things} [up] in_the_air|off_the_table|aloft|airborne
    [just] [barely|slightly|only_just] lift|raise|pick {nps:things} [up] off|from|above the table
""", 0.42)  # fmt: skip
# ---- more of arms
for _state, _words in {"upright": "the_right_way_up|right_way_up|right_side_up|the_right_way_round|the_right_way", "lying": "on_its_side|\
onto_its_side|flat|lengthwise", "flipped": "on_its_head|upside_down|the_wrong_way_up|wrong_side_up|on_its_top"}.items():  # fmt: skip
    a(act("tilt", state=_state), f"""
    stand|sit|balance|put|set|turn|flip|place|rest|have|get|lean|prop|lay {{np:thing}} [back] {_words} [again]
""", 0.36)  # fmt: skip
a(act("shift"), """
    <move_> {np:thing} aside|out_of_the_way|over|sideways [to|towards] [the|your] {armway}
    <move_> {np:thing} [a_bit|a_little|slightly|somewhat] to [the|your] {armway} side
""", 0.38)  # fmt: skip
a(act("hoist"), """
    hold|keep {nps:things} [up] high|up_high|high_up|in_the_air|aloft
    lift|raise|pick {nps:things} clear [of] [the] [table]
""", 0.4)  # fmt: skip
a(act("put", relation="near"), """
    bring|put|move|push|set|place {np:thing} and {np:to} close|next|near to each_other|one_another
    bring|put|move|push {np:thing} up|right against|to|up_against|beside {np:to}
""", 0.4)  # fmt: skip
a(act("joint", open=False), """
    swing|slam|ease|nudge|bring {nps:joint} shut|closed|to
""", 0.36)  # fmt: skip
a(act("joint", open=True), """
    swing|ease|nudge|slide|fling {nps:joint} [wide] open
""", 0.36)  # fmt: skip
a(act("retreat"), """
    back|step|move off|away|back from {np:off}
    leave|give {np:off} some|a_bit_of|more space|room|distance
""", 0.4)  # fmt: skip
