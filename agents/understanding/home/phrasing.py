"""How people ask a robot that drives about, in phrases: to hand over, to go somewhere, to let go, to recycle; and what they need."""

from __future__ import annotations

from heedful.agents.understanding.frames import frames, ways, words_in

_ME = "me|us|the_user|the_person|the_operator|my_hand|my_hands|the_human|where_i_am|my_place|my_desk|my_seat"
HELP = ("help me", "help me to", "help us", "help", "help out by", "assist me to")
GIVE = frames(
    "bring|give|hand|get|fetch|pass|grab|deliver|serve|find|buy|offer|lend|show|throw|toss|retrieve|take|collect|pick|slip|send"
    " [over|out|up]"
    " me|us [over|up] #",
    f"bring|give|hand|pass|deliver|serve|carry|take|return|get|fetch|move|send|transport|throw|toss # [over|back|here|straight] to {_ME}",
    f"bring|give|hand|pass|deliver over|back # to {_ME}", "hand over #", "hand # over", "bring|fetch|get # here|over_here|back_here|back",
    "bring|deliver|serve|hand over|out|back|up #",
)  # fmt: skip
ASK = frames(
    "i|we [really|just|do] want|need|would_like|would_love|will_have|will_take|could_use|am_craving|crave|prefer|fancy|desire|feel_like"
    " [to_have|to_eat|to_drink|having|to_get] #",
    "can|could|may|might|shall i|we [please|also|then] have|get|grab #", "i am in_the_mood|looking|dying for #", "i|we would|will like #",
    "how about #", "what about #", "have you got #", "do you have #", "is|are there #",
)  # fmt: skip
THROW = frames(
    "recycle|compost|scrap|trash|bin|discard|dump #", "throw|toss|chuck # [away|out]", "throw|toss|chuck away|out #",
    "throw|toss|chuck away|out # in|into the_trash|the_trash_can|the_bin|the_garbage|trash|the_garbage_can",
    "throw|toss|put|place|dispose|drop # [of|away] in|into|to the_recycling|the_recycle_bin|the_compost|recycling|trash|the_trash_can",
    "dispose of #", "get rid of #", "clear # away",
)  # fmt: skip
GO = frames(
    "go|drive|move|navigate|walk|head|travel|come|return|roll|run|proceed|get|relocate|make_your_way|find_your_way|step"
    " [over|back|on|yourself|directly|straight] to #",
    "visit|approach|reach #", "stop|swing|drop|pass by|at #", "start|begin|finish|end|stop|pause|wait [off|out|up] at|by #",
    "end|finish up at|by #", "make a stop at #", "drive|walk|go up to #",
    "go|drive|move|walk|stand near|by|next_to|beside|in_front_of #",
    "go and|to see|visit #", "go find|see #", "find the way to #", "go over by #", "be at #",
)  # fmt: skip
TO_ME = ways("come|go|drive|return|get|move [back] [over] here|to_me|to_us|to_where_i_am", "come|go back")
_HERE = "where_you_are|where_you_stand|in_front_of_you|at_your_feet"
RELEASE = frames(
    f"put|set|lay|place|leave|drop # [down] {_HERE}", f"put|set|lay down # {_HERE}",
    "put|set|lay|place|leave|drop # [down] [right] here , in_front_of_you|where_you_are", "let go of #", "release|drop|unhand #",
    "let # go", "put|set|lay # down", "put|set|lay down #", "loosen your grip on #",
    "open your|the gripper|hand|hands and let_go_of|release|drop #", "let loose of #", "stop holding #")  # fmt: skip
OPEN_HAND = ways(
    "open your|the gripper|hand|hands|fingers", "let go [of_it|of_that|of_what_you_hold]", "release [it]", "empty your hand|hands|gripper"
)
HOLD = frames(
    "put|place|keep|have|hold|take|get # in|into|with|using [the] your|the gripper|hand|hands|fingers|grasp",
    "hold on to|onto #",
    "look|search|hunt for #",
    "locate|find #",
)
STOCK = frames("restock|stock|fill|refill|replenish|supply|pack|load # [up]")
WITH = ("with",)
BRING = frames("bring|deliver|serve|fetch #")
"""Where nothing is said of where to, it is to the person."""
WISHED, SET_DOWN = (*GIVE, *ASK), (*RELEASE, *STOCK, *frames("transport|haul|convey|ship|lug|shift|drive #"))

NEEDS = {
    **dict.fromkeys(ways("i|we am|are|feel|get|got [so|very|really|a_bit|a_little|quite] thirsty|parched|dehydrated"), "something"
    " to drink"),
    **dict.fromkeys(ways("i|we am|are|feel|get|got [so|very|really|a_bit|a_little|quite] hungry|starving|peckish|famished"),
    "something to eat"),
    **dict.fromkeys(ways("i|we am|are|feel [so|very|really|a_bit|a_little|quite] tired|sleepy|exhausted|drowsy",
    "i|we need a|an boost|energy_boost|pick_me_up", "i|we need [some|more] energy"), "something energizing"),
}  # fmt: skip
"""What is told of oneself -> what is wanted."""
UNNAMED = ways("bring|get|give|find|fetch|grab|hand me something|anything [for_that|for_it|to_help|to_help_with_that|good]",
    "help [me] [out] [with_that|with_it]", "do something about it|that", "help", "what should|can i have|get|eat|drink",
    "have something|anything",
    "i have something|anything", "can i have something|anything")  # fmt: skip
WORDS = words_in(
    p for table in (WISHED, BRING, SET_DOWN, THROW, GO, HOLD) for before, after in table for p in (*before, *after)
) | words_in([*TO_ME, *OPEN_HAND, *NEEDS, *UNNAMED])
