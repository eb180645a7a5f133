"""Constructions for what is not simply put somewhere: switched, poured, wiped, stood up, turned over, moved aside, thrown away."""

from __future__ import annotations

from heedful.agents.understanding.clause import Want
from heedful.agents.understanding.frames import Construction, frames, ways, words_in
from heedful.program import Ref

BIN = Ref("bin", words="the bin")
SPILLS = ("spill", "water")

CONSTRUCTIONS = (
    Construction(
        frames(
            "turn|switch|flip|power [back] on #", "turn|switch|flip|power # [back] on", "start|activate|enable|ignite|illuminate #",
            "start up #", "power up #", "power # up", "turn|switch # to on", "fire up #", "fire # up",
            "turn|twist|rotate the knob|dial [on|of|for|at] #",
        ),
        (Want("on_off"),),
    ),
    Construction(frames("light|put on #", "light up #", "light # [up]", "put # [back] on", "brighten #"), (Want("on_off"),), ("lamp",
    "led"),
    False),
    Construction(
        frames("let|have|make|get|set|start # run|running|flow|flowing|going|come [out]", "run|start|open #", "open|turn up #",
        "let # on|out"),
        (Want("on_off"),), ("faucet", "water"), False,
    ),
    Construction(
        frames(
            "turn|switch|flip|power|shut [back] off|out|down #", "turn|switch|flip|power|shut # [back] off|out",
            "deactivate|disable|extinguish|kill|douse|quench #", "turn|switch # to off",
        ),
        (Want("on_off", sign=False),),
    ),
    Construction(
        frames("put|switch|blow out|off #", "put|blow # out", "put # off", "darken|dim #"), (Want("on_off", sign=False),), ("lamp", "led"),
        False
    ),
    Construction(
        frames(
            "stop|close|shut|halt #", "stop # from running|flowing", "stop # running|flowing", "close|shut|turn # down|up|off",
            "close off|up #",
            "make # stop", "cut [off] #", "cut # off", "make|have # stop running|flowing",
        ),
        (Want("on_off", sign=False),), ("faucet", "water"), False,
    ),
    Construction(
        frames(
            "wipe|clean|mop|soak|sponge|dry|scrub|blot|swab|rub [up|away|off|down] #",
            "wipe|clean|mop|soak|sponge|dry|scrub|blot|swab|rub # [up|away|off|dry|clean]",
            "clean up after #", "get rid of #", "remove #", "take care of #",
        ),
        (Want("clean"),), SPILLS,
    ),
    Construction(
        frames("wipe|clean|mop [up] under|underneath|beneath|below #", "wipe|clean|mop up what is|was [spilled] under|below|beneath #"),
        (Want("wiped_under"),),
    ),
    Construction(
        frames("wipe|clean|mop|scrub [down|off] #", "wipe|clean|mop|scrub # [down|off|clean|dry]"), (Want("wiped"),), ("table",), False,
    ),
    Construction(
        frames(
            "stand|set|put|place|turn|bring|get|tip|lift|prop|sit [back] upright #", "stand|set|prop|sit [back] up #",
            "stand|set|put|place|turn|bring|get|tip|lift|prop|sit|have # [back] upright", "stand|set|prop|sit # [back] up",
            "right|straighten #",
            "straighten # up", "right # up", "put|turn|set|stand|place|have # [back] the right way up|round|around",
            "put|turn|set|stand|place # right side up",
            "put|set|stand|place|get # [back] on its feet|base|bottom|foot", "stand|put|set|place # [up|down] on end",
            "put|set|stand|place # [back] on its own feet", "stand # straight [up]",
        ),
        (Want("upright"),), tail=True,
    ),
    Construction(
        frames(
            "turn|put|place|set|flip|stand|lay|leave|rest [down] upside down #",
            "turn|put|place|set|flip|stand|lay|leave|rest|have # [down] upside down",
            "invert|upend #", "turn # [down] on its head|rim|mouth",
            "put|place|set|stand|lay|rest|leave # [down|upside_down] on|onto its rim|head|mouth|opening",
            "put|place|set|stand|lay|turn|rest # [down] rim|face|mouth|opening|head|open_side|top down|downward|downwards",
            "put|place|set|stand|lay|turn|rest # [down] with its|the rim|mouth|opening|top [facing|pointing] down|downward|downwards",
            "turn|put|place|set|stand # bottom up", "turn # bottom side up",
        ),
        (Want("upside_down"),), tail=True,
    ),
    Construction(
        frames("turn|flip|tip|roll over #", "turn|flip|tip|roll # over [onto_its_rim|on_its_rim|onto_its_head]", "overturn|flip #",
               "give # a flip"),
        (Want("over"),), tail=True,
    ),
    Construction(
        frames(
            "move|shift #", "move|take|put|set|push|shift|get|bring|clear|lift # away|aside", "move|take|put|set|push|shift away|aside #",
            "move|take|put|set|push|shift|get|clear # [out] of_the way", "move|shift|put|set|push # to the|one side", "move|shift # over",
            "put|set|move|place|lay|take # [down] somewhere|elsewhere|anywhere [else]", "take|get|bring|lift|pull out #",
            "take|get|bring|lift|pull|fetch # [back] out [of_there|from_there|of_here]", "take|get|bring|remove # from there",
            "remove|unload #", "take|get|bring # down|off",
            "take|get|bring down|off #",
        ),
        (Want("aside"),),
    ),
    Construction(frames("center|centre # [on_the_table]"), (Want("at", Ref("zone", words="table_centre")),)),
    Construction(
        frames("let go [of] #", "let # go", "release|ungrip|unhand #", "stop holding #", "lose your grip on|of #"), (Want("holding",
        sign=False),),
    ),
    Construction(
        frames("lay|put|tip|place|set|turn|knock # [down|over] on|onto its|the side", "lay # flat", "lay|tip|knock # over",
        "knock|tip over #"),
        (Want("upright", sign=False),), tail=True,
    ),
    Construction(
        frames(
            "throw|toss|chuck|clear|tidy away|out #", "throw|toss|chuck # away|out", "bin|trash|discard #", "dispose of #",
            "get rid of #", "toss|chuck|trash #",
            "throw|toss|chuck # in|into the_bin|the_trash|the_garbage",
        ),
        (Want("in", BIN),),
    ),
)  # fmt: skip
"""What is said of a thing with words around it, and what it asks for."""

RUBBISH = ways("is|are [just|only] trash|garbage|rubbish|waste|junk|litter", "is|are no_longer|not needed [any_more|anymore]",
    "can|could|should|may go|be_thrown away|out",
"is|are for the_bin|the_trash|the_garbage")  # fmt: skip
"""After what belongs in the bin."""
NEEDS = {
    **dict.fromkeys(ways("i am|feel [so|very|really|a_bit|quite|getting] thirsty|parched", "i need|want a_drink",
    "i could use|do_with a_drink", "i would like a drink"),
    "give me something to drink"),
    **dict.fromkeys(ways("i am|feel [so|very|really|a_bit|quite|getting] hungry|starving|peckish", "i need|want a_snack|a_bite",
    "i could use|eat a_snack|something"),
    "give me something to eat"),
    **dict.fromkeys(ways("it is [so|very|really|a_bit|too|quite|getting] dark [in_here|here|on_the_table]",
    "i can_not see anything|much|a_thing", "i need [some|more] light",
    "it could be brighter", "more light", "let there be light", "some light"), "turn on the lamp"),
    **dict.fromkeys(ways("it is [too|so|very|really] bright [in_here|here]", "the light|lamp is too bright",
    "the light|lamp hurts|bothers my|me eyes", "less light"), "turn off the lamp"),
    **dict.fromkeys(ways("i|someone [have|just] spilled|spilt something|water|some_water|my_drink|a_drink [on_the_table|here]",
    "there is a spill|mess|puddle [on_the_table|here]",
    "the table is wet|dirty"), "wipe up the spill"),
}  # fmt: skip
"""What is told of oneself, where nothing else is said -> what is wanted by it."""
HAPPENS = {
    **dict.fromkeys(ways("goes|go|turns|turn|switches|switch|comes|come on", "lights|light up", "shines|shine|glows|glow",
    "starts|start running|flowing|shining", "runs|run|flows|flow", "is|be on|lit|running|flowing|switched_on|turned_on", "on",
    "going|working|shining|glowing|burning|running|flowing", "to work|glow|shine|burn|run|flow"),
    Want("on_off")),
    **dict.fromkeys(
        ways("goes|go|turns|turn|switches|switch|shuts|shut off|out|dark", "stops|stop [running|flowing|shining]", "dies|die",
        "is|be off|out|dark|unlit|stopped|switched_off|turned_off|not_lit|not_running|no_longer_lit|no_longer_running", "off",
        "no longer runs|shines"),
        Want("on_off", sign=False),
    ),
    **dict.fromkeys(ways("opens|open [up]"), Want("open")),
    **dict.fromkeys(ways("closes|close|shuts|shut"), Want("closed")),
    **dict.fromkeys(ways("stands|stand|sits|sit|is|be upright|up|straight", "is|be standing [up|upright]", "is|be the right way up|round",
    "stand up [again]", "standing [again]", "stands [up] [again]", "stand|stands on its base|feet|bottom"), Want("upright")),
    **dict.fromkeys(ways("is|be|stands|stand|lies|lie|rests|rest upside down", "is|be inverted",
    "stands|stand|rests|rest|lies|sits|is on its rim|head|mouth", "is|be flipped|turned over"), Want("upside_down")),
    **dict.fromkeys(ways("is|be wiped|cleaned|mopped [up|away]", "disappears|disappear|vanishes|vanish", "goes|go away", "is|be gone"),
    Want("clean")),
}  # fmt: skip
"""What is said of a thing that comes about: `so that the lamp goes out`."""

MOODS = ways(
    "i am|feel|get|was [so|very|really|a_bit|quite|pretty|getting] hungry|thirsty|tired|cold|hot|bored|busy|late|done|finished|ready|"
    "sorry|starving|parched|hungry_and_thirsty",
    "we are hungry|thirsty|done|ready|finished|late [here]",
    "it is [so|very|really|a_bit|too|quite|pretty|getting] dark|bright|hot|cold|messy|dirty|late|early|noisy|loud [in_here|here|outside]",
    "there is no rush|hurry", "i have a_problem|an_idea|a_question|guests|visitors", "we have guests|visitors",
    "dinner|lunch|breakfast|tea is ready",
    "i made a mess", "the table|place|kitchen is a|such_a mess", "it is a mess [in_here|here]",
    "i can_not see|reach [it|anything|that]", "it is time for dinner|lunch|breakfast|bed",
    "i need [your|some] help", "help me [out]", "i have a job|task|favour|favor for_you|to_ask", "here is the plan|deal",
    "listen [up|carefully]", "good job", "i am done eating|with_my_meal",
    "good morning|evening|afternoon", "well done", "sorry to bother you", "excuse me", "it is empty|full", "i am going to bed|out|home",
    "i am cleaning up|tidying_up", "i spilled|spilt something", "my hands are full|busy", "we are in a hurry",
    "they|these are in the|my way", "it is in the|my way", "i|we need [some|more] space|room", "it looks messy|untidy",
    "time to clean|tidy up",
    "it is time to clean|tidy up", "guests are coming", "we|i have company", "i am in a hurry",
)  # fmt: skip
"""What is told of oneself or of the day, before it is said what to do."""

TOUCHES = ways(
    "touches|touch|meets|meet|contacts|hits|is_touching|is_in_contact_with|rests_against|leans_against|comes_up_against|bumps_into|"
    "makes_contact_with"
)
"""Between a thing and what it shall touch."""

TOLD = ways(
    "has|have fallen|tipped|toppled|been_knocked [over|down]", "fell|tipped|toppled [over|down]", "is|are lying|resting [down|flat]",
    "is|are|lies|is_lying|are_lying on its|their side", "is|are tipped|knocked|toppled over", "lies|lie flat|down",
    "has been tipped over",
    "got knocked over|down", "is|are not upright|standing", "is|are down", "was|were knocked over|down",
)  # fmt: skip
"""What is only told of a thing, before it is said what to do about it."""

POUR = frames(
    "pour it from|out_of #", "pour|tip|decant|empty|drain [out] [from|out_of] #", "pour|tip|decant|empty|drain # [out|over]",
    "pour|empty out #", "transfer #",
)  # fmt: skip
FILL = frames("fill [up] #", "fill # [up]", "top|fill up #", "top # up", "top # off")
WITH_WATER = ways("with|of [some|more|a_bit_of] water|liquid", "[all_the_way] to the top|brim|rim", "up [again]")
FROM_THE_TAP = ways("[with_water|with_some_water] from|at|under|with|using|of the|your "
    "faucet|tap|spigot|sink|kitchen_tap|water_tap|kitchen_faucet",
                    "with tap water")  # fmt: skip
"""Where the water comes from that something is filled with."""
CONTENTS = ways(
    "all [of]",
    "[all|everything] what|that is|sits in|inside",
    "[all] [of] the|its contents|content|water|liquid|stuff|granules|beads of|in|from|inside",
    "everything [that_is] in|inside|from", "all [of] what is in|inside", "[all] [that|what] is in|inside", "what the",
)  # fmt: skip
"""Before a vessel whose contents are meant."""
INTO, OUT_OF = (
    ways("into|in|to|over_into|inside|onto"),
    ways("from|out_of|with|using|with_what_is_in|with_the_contents_of|from_the_contents_of"),
)  # fmt: skip

CAREFUL = ways(
    "[be|being] careful not to spill [anything|a_drop|any|it|any_of_it|any_water]",
    "[and|but|,|then] do_not|not|never spill any water|more|drop",
    "without spilling [anything|a_drop|any|any_of_it|it|any_water|its_contents|a_thing|any_drop|a_single_drop|from_it|the_contents]",
    "without a_spill|losing_anything|losing_any|any_spilling|any_spills|losing_a_drop",
    "[and|but|,|then] do_not|not|never spill [anything|a_drop|any|it|any_of_it|from_it]",
    "[and] [while] keeping|keep it full|level|filled",
    "[and] making|make sure not_to|nothing|you_do_not spill|spills|is_spilled [anything|a_drop|it]",
    "so|such [that] nothing spills|is_spilled|gets_spilled", "so [that] it stays|remains full|filled", "[and] leave|leaving it full",
    "while it is full",
    "and spill nothing", "[and] do not lose a drop", "[and] do not let it|anything spill", "with nothing spilled", "spilling nothing",
    "[and] keep|keeping it from spilling", "[and] keep|keeping everything|all in it|inside",
    "[but] it must|should|has_to stay|remain|be full|level", ", full", "[and] avoid|avoiding spilling [anything|a_drop|it]",
)  # fmt: skip
"""That nothing may be spilled."""

SOURCE = ways("from|of|in|at|out_of|through [the_mouth_of]", "coming|running|flowing|that_comes|that_runs from|out_of")
"""Between water and the faucet that it comes from."""
THERE = ways(
    "there is|are|was", "i [have] spilled|spilt|dropped|knocked_over", "i see", "look at", "you see",
    "someone|somebody spilled|spilt|dropped|knocked_over|left", "somebody has spilled|spilt|left", "here is",
)  # fmt: skip
"""Before something that is only told of."""
PRESS = frames("press|push|hit|tap|click|touch|operate [down] [on] #", "press|push # [down|in]", "use #", "give # a push|press|tap")
PURPOSE, RESULT = ways("to", "in order to", "and thus|thereby"), ways(
    "so|such [that]", "until|till", "and", "in order that", "to make|have|get|let|see", "in such a way that", "and make sure [that]",
    "to make sure [that]",
    "and see [that]", ", so that",
)  # fmt: skip
WITH = ways("with|using", "with the help of", "by pressing|using|pushing", "by means of", "and use", "by the use of")
"""Before a tool."""
TAKING = (*WITH, "use", "take", "grab", "pick up", "get")
TOOLS = ("sponge", "cloth", "button", "switch")

BY_PUSHING = ways(
    "by pushing|sliding|shoving|nudging [it]", "without lifting|picking [it] [up]", "without raising it", "with a push", "in a push"
)  # fmt: skip
PUSH = ways("push|shove|slide|nudge|scoot|shunt|thrust|drag|sweep [over|across|along]")
GIVEN = ways("a [good|little|gentle] push|shove|nudge")
ALONG = ways("over|across|along|forward|on [the_table]", "until|till it reaches|meets")
PUSHED_TO = {
    **dict.fromkeys(ways("[all_the_way] up|right|over|across|along to|against", "against", "up next to", "up beside|against"), "push_to"),
    **dict.fromkeys(ways("[along] until|till it reaches|touches|meets|hits|is_against"), "push_to"),
    **dict.fromkeys(ways("to", "over|across|along to", "towards|toward"), "push_to"),
}  # fmt: skip

BEGINNINGS = [p for frame in (*(f for c in CONSTRUCTIONS for f in c.frames), *POUR, *FILL, *PRESS) for p in frame[0]]
"""What constructions begin with."""

WORDS = (
    words_in(w for c in CONSTRUCTIONS for w in c.words) | words_in([*HAPPENS, *RUBBISH, *NEEDS, *NEEDS.values(),
    *MOODS, *TOUCHES, *TOLD, *CONTENTS, *WITH_WATER, *INTO,
    *OUT_OF, *SOURCE, *THERE])
    | words_in([*BY_PUSHING, *CAREFUL, *PURPOSE, *RESULT])
    | words_in([*WITH, *PUSH, *GIVEN, *ALONG, *PUSHED_TO]) | {w for f in (*POUR, *FILL, *PRESS) for part in f for w in words_in(part)}
)  # fmt: skip
