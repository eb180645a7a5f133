"""Ways to ask for something, as patterns.

`a|b` is one of them, `[a|b]` one of them or nothing, `_` a space, `#t` what is acted on, `#p` a place.
"""

from __future__ import annotations

MOVING = (
    "put|place|set|move|drop|lay|stick|pop|bring|take|carry|transfer|get|position|deposit|push|slide|shift|toss|throw|chuck|leave|"
    "stand|rest|store|stow|insert|plop|dump|deliver|relocate|pack|load|set_down|lay_down|put_down|tuck|return|lower|stash|arrange|"
    "gather|collect|sort|slip|file|hide|keep|fit|add|send|haul|shove|park|shuffle|rehome"
)  # fmt: skip
TAKING = ("take", "get", "bring", "carry", "collect", "gather")
"""Verbs after which a preposition may also tell which thing is meant."""
PUSHING = ("push", "slide", "shift", "shove", "haul", "shuffle", "park")
"""Verbs of moving something along the table."""
RELATION_WORDS: dict[str, str] = {
    "in": "in|in|in|into|into|inside|inside_of|within|in_the_inside_of",
    "on": "on|on|on|onto|on_to|on_top_of|upon|atop|over_onto",
    "to": "to|to|over_to|across_to",
    "next_to": "next_to|next_to|beside|by|alongside|adjacent_to|close_to|near|right_next_to|just_beside|close_by|up_next_to|near_to",
    "left_of": "left_of|to_the_left_of|on_the_left_of|to_the_left_side_of|on_the_left_side_of|at_the_left_of",
    "right_of": "right_of|to_the_right_of|on_the_right_of|to_the_right_side_of|on_the_right_side_of|at_the_right_of",
    "in_front_of": "in_front_of|in_front_of|at_the_front_of|on_the_near_side_of|ahead_of",
    "behind": "behind|behind|at_the_back_of|in_back_of|on_the_far_side_of|beyond|to_the_back_of",
    "under": "under|underneath|beneath|below",
    "far_from": "far_from|far_away_from|as_far_as_possible_from|well_away_from|a_long_way_from|at_a_distance_from",
    "touching": "touching|so_it_touches|so_that_it_touches|against|up_against|until_it_touches|in_contact_with|right_up_against",
}  # fmt: skip
WHERE_IS: dict[str, str] = {
    **RELATION_WORDS,
    "in": "in|in|in|inside|inside_of|within",
    "on": "on|on|on|on_top_of|upon|atop",
    "to": "in|on",
    "touching": "touching|against|up_against|in_contact_with|right_up_against",
}
"""Words for a relation that is, or shall be, rather than for a way there."""
POINTING: dict[str, str] = {
    "in": "in|inside|within",
    "on": "on|on_top_of|upon",
    "next_to": "next_to|beside|by|close_to|near",
    "left_of": "left_of|to_the_left_of|on_the_left_of",
    "right_of": "right_of|to_the_right_of|on_the_right_of",
    "in_front_of": "in_front_of",
    "behind": "behind",
    "under": "under|underneath|below|beneath",
    "from": "from|off|out_of",
}  # fmt: skip
THAT = "[that_is|which_is|that_s|standing|lying|sitting|that_stands|located|placed]"
THOSE = "[that_are|which_are|standing|lying|sitting|placed]"
PLACE = (
    "{v} #t [down|over|back] {p} #p", "{v} #t {p} #p", "{v} #t {p} #p", "#t {p} #p", "{p} #p {v} #t",
    "#t should|must|has_to|needs_to|ought_to|shall|is_to go|end_up|be_put|land {p} #p",
    "#t should|must|has_to|needs_to|ought_to|shall|is_to be|stand|sit {s} #p",
    "i want|need|would_like|d_like #t {s} #p", "#t goes|belongs {p} #p",
    "make_sure|ensure|see_to_it|make_certain [that] #t is|ends_up|sits {s} #p", "get #t {p} #p", "have #t {s} #p",
    "can|could|may #t go|end_up|be_put {p} #p", "let #t be|stand {s} #p", "let #t go {p} #p", "there should be #t {s} #p",
    "i want|would_like #t to be|sit|stand {s} #p", "i want|would_like #t to go {p} #p", "#t is to be put|placed|moved {p} #p",
    "take|grab|get|pick_up #t and {v} it {p} #p", "#t , {v} it {p} #p", "grab|take|pick_up #t [,] then {v} it {p} #p",
    "i want|would_like|need you to {v} #t {p} #p", "help me {v} #t {p} #p",
)  # fmt: skip
"""Something brought somewhere; `{v}` a verb of moving, `{p}` the words of the relation on the way there, `{s}` those of it as it is."""
ELSEWHERE = ("{v} #t in|inside|in_there|inside_it|there", "{v} #t in|inside")
"""Into the container just spoken of."""
GIVE = (
    "give|hand|pass|bring|fetch|get me #t", "give|hand|pass|bring|fetch #t [over] to me", "bring|hand #t over|here",
    "i need|want|could_use #t", "i would_like to have #t", "pass|slide|move|push #t over to|towards me", "let me have #t",
    "can i have|get #t", "may i have #t", "get|fetch #t for me", "put #t in my hand", "bring #t", "i would_like #t",
    "hand #t to me",
)  # fmt: skip
HOLD = (
    "pick_up|grab|grasp|lift|take|hold|seize|raise|grip|clasp #t", "pick|lift|raise #t up", "take|get|grab hold of #t",
    "hold on to #t", "take #t in your|the hand|gripper", "grab #t and hold on to it", "pick up #t and hold it",
    "get #t in your hand|gripper", "keep hold of #t", "close your fingers|gripper on #t",
)  # fmt: skip
OPEN = (
    "open #t", "open #t up", "pull|slide|swing #t open", "pull #t out", "pull on #t", "make sure #t is open|opened",
    "#t should|must|needs_to be open|opened", "i want|need #t open|opened", "have #t open", "get #t open", "yank|tug #t open",
)  # fmt: skip
SHUT = (
    "close #t", "shut #t", "close #t up", "push|slide|swing #t shut|closed|in", "make sure #t is closed|shut",
    "#t should|must|needs_to be closed|shut", "i want|need #t closed|shut", "slam #t", "have #t closed|shut", "push #t [back] in",
    "bang #t shut",
)  # fmt: skip
LIT = (
    "turn|switch|put|flip on #t", "turn|switch|put|flip #t on", "light [up] #t", "#t on", "make #t glow|shine|light_up",
    "make sure #t is on|lit", "#t should be on|lit", "activate|enable|start|power_up|ignite|illuminate #t", "i want|need #t on",
    "get|have #t on", "let #t shine", "power #t [on]", "let there be light from #t",
)  # fmt: skip
UNLIT = (
    "turn|switch|put|flip off|out #t", "turn|switch|put|flip #t off|out", "#t off", "make sure #t is off|out|dark",
    "#t should be off|out", "deactivate|disable|extinguish|douse|shut_off|kill #t", "i want|need #t off", "get|have #t off",
    "shut #t off|down",
)  # fmt: skip
RUN = (
    "turn|switch on #t", "turn|switch #t on", "open #t", "let #t run|flow", "start #t", "#t on", "make #t run|flow", "run #t",
    "get #t running|going|flowing", "make sure #t is running|on|open",
)  # fmt: skip
STOP = (
    "turn|switch|shut off #t", "turn|switch|shut #t off", "close #t", "stop #t", "#t off", "stop #t from running|flowing",
    "make #t stop", "shut #t [down]", "make sure #t is off|closed",
)  # fmt: skip
PRESS = (
    "press|push|hit|tap|click [on|down] #t", "push|press #t [down|in]", "give #t a push|press|tap", "use #t", "touch #t", "operate #t",
)  # fmt: skip
FILL = (
    "fill [up] #t", "fill #t [up]", "fill #t with water", "top up #t", "#t should be full", "make sure #t is full|filled",
    "i want #t full|filled", "get|have #t filled",
)  # fmt: skip
EMPTY = (
    "empty [out] #t", "empty #t [out]", "clear #t", "clear out #t", "make sure #t is empty", "#t should be empty",
    "take everything|all out of #t", "nothing should be|stay in #t", "get everything out of #t", "i want #t empty", "clean out #t",
    "pour #t out", "pour out #t",
)  # fmt: skip
POUR = (
    "pour #t in|into|over_into #p", "tip|empty|decant #t into #p", "pour what|everything|the_water is in #t into #p",
    "pour the_water|the_contents|everything from|of|in #t into #p", "transfer|move what_is in #t into|to #p", "fill #p from|with #t",
)  # fmt: skip
CLEAN = (
    "wipe|clean|mop|dry|soak [up|away] #t", "wipe|clean|mop #t up|away|off", "get rid of #t", "clean up #t", "remove #t",
    "take care of #t", "make #t disappear|go_away",
)  # fmt: skip
UPRIGHT = (
    "stand|set|put|turn #t up|upright", "put #t the right way up", "turn #t the right way up|round",
    "stand|set|put|place #t [back] upright|on_its_feet|on_its_base", "make sure #t is|stands upright", "#t should be|stand upright",
    "straighten|right #t [up]", "pick up #t so it stands", "set #t on its bottom",
)  # fmt: skip
UPSIDE = (
    "turn|flip|put|place #t upside down", "#t should be upside down", "make sure #t is upside down", "put|turn|place #t on its head|rim",
    "invert|upend #t", "turn #t bottom up", "i want #t upside down",
)  # fmt: skip
OVER = ("turn|flip|roll|tip #t over", "overturn|flip #t", "turn over #t", "give #t a flip")
THROW = (
    "throw|toss|chuck #t away|out", "throw|toss away|out #t", "bin|trash|discard|scrap #t", "get rid of #t", "dispose of #t",
    "throw #t in the trash|garbage|rubbish", "#t is trash|rubbish|garbage",
)  # fmt: skip
ASIDE = (
    "move|put|set|push #t aside|away", "move|get|take|push #t out of the way", "put|move|set #t to the|one side",
    "move|put #t somewhere else|elsewhere", "move #t away", "clear #t out of the way", "make room by moving #t",
)  # fmt: skip
TAKE_OFF: dict[str, str] = {
    "on": "off|off_of|from_the_top_of|down_from|from_on",
    "in": "out_of|from_inside|from_within|out_from",
    "off": "from|away_from|from",
}  # fmt: skip
LIFT = ("pick_up|lift|grab|grasp|raise|seize #t {p} #p", "pick|lift #t up {p} #p")
REMOVE = (
    "take|get|remove|move|bring|clear|pull|unload #t {p} #p", "take|get|remove #t {p} #p", "#t should|must not be|stay|stand {q} #p",
    "i do not want #t {q} #p", "i want no #b {q} #p", "unload|unstack #t {p} #p",
)  # fmt: skip
TOWER = (
    "stack|pile|balance #t", "make|build|create|form a tower|stack|pile of|from|with|out_of #t",
    "stack|pile #t [up] into|in a tower|stack|pile", "put #t on top of each_other|one_another",
    "stack #t on top of each_other|one_another", "pile|stack up #t",
)  # fmt: skip
LEVELS = (
    ("at|on the bottom", "in the middle", "at|on the top|on_top"),
    ("first", "then", "and_then"),
    ("as the base", "above it", "on_top"),
)  # fmt: skip
ROW = (
    "line up #t", "put|arrange|place #t in a row|line", "line #t up", "make|form a row|line of|from|with #t",
    "arrange|set #t side by side",
)  # fmt: skip
MIDDLE = (
    "{v} #t in|to|at|into the middle|center|centre of_the_table", "{v} #t in|to|at the middle|center|centre", "center|centre #t",
    "#t should be|go|stand in the middle|center|centre [of_the_table]",
)  # fmt: skip
SIDE = (
    "{v} #t on|to|at the {s} side|half|edge|end [of_the_table]", "{v} #t on|to|at the {s} [of_the_table]", "{v} #t to|towards the {s}",
)  # fmt: skip
SIDES = {
    "#left": "left",
    "#right": "right",
    "#near": "near",
    "#far": "far",
}  # fmt: skip
MINE = {
    "#left": "{v} #t on|to my right",
    "#right": "{v} #t on|to my left",
}  # fmt: skip
APART = (
    "{v} #t {n} {p} #p", "#t should be|stand|go {n} {p} #p", "{v} #t {p} #p , {n} away|apart", "{v} #t {p} #p with {n} between them",
    "make sure #t is {n} {p} #p", "{v} #t {p} #p by {n}", "{n} {p} #p {v} #t",
)  # fmt: skip
HOME = (
    "go home", "return|move|go|come [back] to|to_your home|the_home_position|home_position",
    "go|drive|move to your|the start|starting|resting|rest|home position", "take your home|rest position", "park yourself|the_arm",
    "home",
)  # fmt: skip
LOOK = (
    "look [around]", "have|take a look [around]", "look again", "look at the table|scene", "see what is there",
    "scan the table|scene|workspace",
)  # fmt: skip
WAIT = (
    "wait [a_moment|a_bit|a_while|a_second]", "pause [a_moment|for_a_moment]", "hold still [for_a_moment]",
    "stay where you are [for_a_moment]",
)  # fmt: skip
WAIT_FOR = (
    "wait|pause|rest [for] {n}", "hold_still|stay_still for {n}", "do nothing for {n}", "give it {n}",
)  # fmt: skip
