"""Ways to say things, as patterns: `a|b` one of them, `[a|b]` one of them or nothing, `_` a space, `#t` what is acted on, `#p` a place."""

from __future__ import annotations

MOVING = (
    "put|place|set|move|drop|lay|stick|pop|bring|take|carry|transfer|get|position|deposit|push|slide|shift|toss|throw|chuck|leave|stand|"
    "rest|store|stow|insert|plop|dump|deliver|relocate|pack|load|set_down|lay_down|put_down|tuck|return|lower|stash|arrange|gather|collect|"
    "sort|slip|file|hide|keep|fit|add|send|haul|shove|park|shuffle|rehome"
)
RELATION_WORDS: dict[str, str] = {
    "in": "in|in|in|into|into|inside|inside_of|within|in_the_inside_of",
    "on": "on|on|on|onto|on_to|on_top_of|upon|atop|over_onto",
    "to": "to|to|over_to|across_to|into_or_onto",
    "next_to": "next_to|next_to|beside|by|alongside|adjacent_to|close_to|near|right_next_to|just_beside|close_by|up_next_to|near_to",
    "left_of": "left_of|to_the_left_of|on_the_left_of|to_the_left_side_of|on_the_left_side_of|at_the_left_of|left_from",
    "right_of": "right_of|to_the_right_of|on_the_right_of|to_the_right_side_of|on_the_right_side_of|at_the_right_of|right_from",
    "in_front_of": "in_front_of|in_front_of|before|at_the_front_of|on_the_near_side_of|ahead_of",
    "behind": "behind|behind|at_the_back_of|in_back_of|on_the_far_side_of|beyond|to_the_back_of",
    "under": "under|underneath|beneath|below",
    "far_from": "far_from|far_away_from|as_far_as_possible_from|well_away_from|a_long_way_from|at_a_distance_from",
    "touching": "touching|so_it_touches|so_that_it_touches|against|up_against|until_it_touches|in_contact_with|right_up_against",
}  # fmt: skip
POINTING: dict[str, str] = {
    "in": "in|inside|within", "on": "on|on_top_of|upon", "next_to": "next_to|beside|by|close_to|near", "left_of": "left_of|to_the_left_of|"
    "on_the_left_of", "right_of": "right_of|to_the_right_of|on_the_right_of", "in_front_of": "in_front_of", "behind": "behind",
    "under": "under|underneath|below|beneath", "from": "from|off|out_of",
}  # fmt: skip
THAT = "[that_is|which_is|that_s|standing|lying|sitting|that_stands|located|placed]"
THOSE = "[that_are|which_are|standing|lying|sitting|placed]"
PLACE = (
    "{v} #t [down|over|back] {p} #p", "{v} #t {p} #p", "{v} #t {p} #p", "#t {p} #p", "{p} #p {v} #t", "#t should|must|has_to|needs_to|ought_to|"
    "shall|is_to go|be|end_up|be_put|stand|sit|land {p} #p", "i want|need|would_like|d_like #t {p} #p", "#t goes|belongs|go|comes {p} #p",
    "make_sure|ensure|see_to_it|make_certain [that] #t is|are|ends_up|sits {p} #p", "get|have #t {p} #p", "can|could|may #t go|be|end_up|be_put {p} #p",
    "let #t be|stand|go {p} #p", "there should be #t {p} #p", "i want|would_like #t to be|go|sit|stand {p} #p", "#t is to be put|placed|moved {p} #p",
    "take|grab|get|pick_up #t and {v} it {p} #p", "#t , {v} it {p} #p", "grab|take|pick_up #t [,] then {v} it {p} #p",
    "i want|would_like|need you to {v} #t {p} #p", "see #t {p} #p", "help me {v} #t {p} #p", "{v} up #t {p} #p",
)  # fmt: skip
"""Something brought somewhere; `{v}` a verb of moving, `{p}` the words of the relation."""
ELSEWHERE = ("{v} #t in|inside|in_there|inside_it|there", "{v} #t in|inside")
"""Into the container just spoken of."""

GIVE = (
    "give|hand|pass|bring|fetch|get me #t", "give|hand|pass|bring|fetch #t [over] to me", "bring|hand #t over|here", "i need|want|could_use #t",
    "i would_like|d_like to have #t", "pass|slide|move|push #t over to|towards me", "let me have #t", "can i have|get #t", "may i have #t",
    "get|fetch #t for me", "put #t in my hand", "bring #t", "i d_like|would_like #t", "hand #t to me",
)  # fmt: skip
HOLD = (
    "pick_up|grab|grasp|lift|take|hold|seize|raise|grip|catch|clasp #t", "pick|lift|raise #t up", "take|get|grab hold of #t", "hold on to #t", "take #t in your|the hand|gripper",
    "grab #t and hold on to it", "pick up #t and hold it", "get #t in your hand|gripper", "keep hold of #t", "close your fingers|gripper on #t",
)  # fmt: skip
OPEN = ("open #t", "open #t up", "pull|slide|swing #t open", "pull #t out", "pull on #t", "make sure #t is open|opened", "#t should|must|needs_to be open|opened",
        "i want|need #t open|opened", "have #t open", "get #t open", "yank|tug #t open", "unlock|unclose #t")
SHUT = ("close #t", "shut #t", "close #t up", "push|slide|swing #t shut|closed|in", "make sure #t is closed|shut", "#t should|must|needs_to be closed|shut",
        "i want|need #t closed|shut", "slam #t", "have #t closed|shut", "push #t [back] in", "bang #t shut")
LIT = ("turn|switch|put|flip on #t", "turn|switch|put|flip #t on", "light [up] #t", "#t on", "make #t glow|shine|light_up", "make sure #t is on|lit", "#t should be on|lit", "activate|enable|start|power_up|ignite|illuminate #t",
       "i want|need #t on", "get|have #t on", "let #t shine", "power #t [on]", "let there be light from #t")
UNLIT = ("turn|switch|put|flip off|out #t", "turn|switch|put|flip #t off|out", "#t off", "make sure #t is off|out|dark", "#t should be off|out", "deactivate|disable|extinguish|douse|shut_off|kill #t",
         "i want|need #t off", "get|have #t off", "shut #t off|down", "turn #t dark")
RUN = ("turn|switch on #t", "turn|switch #t on", "open #t", "let #t run|flow", "start #t", "#t on", "make #t run|flow", "run #t", "get #t running|going|flowing", "make sure #t is running|on|open")
STOP = ("turn|switch|shut off #t", "turn|switch|shut #t off", "close #t", "stop #t", "#t off", "stop #t from running|flowing", "make #t stop", "shut #t [down]", "make sure #t is off|closed")
PRESS = ("press|push|hit|tap|click [on|down] #t", "push|press #t [down|in]", "give #t a push|press|tap", "use #t", "touch #t", "operate #t")
FILL = ("fill [up] #t", "fill #t [up]", "fill #t with water", "top up #t", "#t should be full", "make sure #t is full|filled", "i want #t full|filled", "get|have #t filled")
EMPTY = ("empty [out] #t", "empty #t [out]", "clear #t", "clear out #t", "make sure #t is empty", "#t should be empty", "take everything|all out of #t", "nothing should be|stay in #t", "get everything out of #t",
         "i want #t empty", "clean out #t", "pour #t out", "pour out #t")
POUR = ("pour #t in|into|over_into #p", "tip|empty|decant #t into #p", "pour what|everything|the_water is in #t into #p" , "pour the_water|the_contents|everything from|of|in #t into #p", "transfer|move what_is in #t into|to #p", "fill #p from|with #t")
CLEAN = ("wipe|clean|mop|dry|soak [up|away] #t", "wipe|clean|mop #t up|away|off", "get rid of #t", "clean up #t", "remove #t", "take care of #t", "make #t disappear|go_away")
UPRIGHT = ("stand|set|put|turn #t up|upright", "put #t the right way up", "turn #t the right way up|round", "stand|set|put|place #t [back] upright|on_its_feet|on_its_base", "make sure #t is|stands upright", "#t should be|stand upright",
           "straighten|right #t [up]", "pick up #t so it stands", "set #t on its bottom")
UPSIDE = ("turn|flip|put|place #t upside down", "#t should be upside down", "make sure #t is upside down", "put|turn|place #t on its head|rim", "invert|upend #t", "turn #t bottom up", "i want #t upside down")
OVER = ("turn|flip|roll|tip #t over", "overturn|flip #t", "turn over #t", "give #t a flip")
THROW = ("throw|toss|chuck #t away|out", "throw|toss away|out #t", "bin|trash|discard|scrap #t", "get rid of #t", "dispose of #t", "throw #t in the trash|garbage|rubbish", "clear #t away", "#t is trash|rubbish|garbage")
ASIDE = ("move|put|set|push #t aside|away", "move|get|take|push #t out of the way", "put|move|set #t to the|one side", "move|put #t somewhere else|elsewhere", "move #t away", "clear #t out of the way", "make room by moving #t")
TAKE_OFF: dict[str, str] = {
    "on": "off|off_of|from_the_top_of|down_from|from_on", "in": "out_of|from_inside|from_within|out_from", "off": "from|away_from|from",
}  # fmt: skip
LIFT = ("pick_up|lift|grab|grasp|raise|seize #t {p} #p", "pick|lift #t up {p} #p")
REMOVE = ("take|get|remove|move|bring|clear|pull|unload #t {p} #p", "take|get|remove #t {p} #p", "#t should|must not be|stay|stand {q} #p", "i do not want #t {q} #p", "i want no #b {q} #p", "unload|unstack #t {p} #p")
TOWER = ("stack|pile|balance #t", "make|build|create|form a tower|stack|pile of|from|with|out_of #t", "stack|pile #t [up] into|in a tower|stack|pile", "put #t on top of each other|one_another", "stack #t on top of each other|one_another", "pile|stack up #t")
LEVELS = (("at|on the bottom", "in the middle", "at|on the top|on_top"), ("first", "then", "and_then"), ("as the base", "above it", "on_top"))
ROW = ("line up #t", "put|arrange|place #t in a row|line", "line #t up", "make|form a row|line of|from|with #t", "arrange|set #t side by side")
MIDDLE = ("{v} #t in|to|at|into the middle|center|centre of_the_table", "{v} #t in|to|at the middle|center|centre", "center|centre #t", "#t should be|go|stand in the middle|center|centre [of_the_table]")
SIDE = ("{v} #t on|to|at the {s} side|half|edge|end [of_the_table]", "{v} #t on|to|at the {s} [of_the_table]", "{v} #t to|towards the {s}")
SIDES = {"#left": "left", "#right": "right", "#near": "near", "#far": "far"}
MINE = {"#left": "{v} #t on|to my right", "#right": "{v} #t on|to my left"}
APART = ("{v} #t {n} {p} #p", "#t should be|stand|go {n} {p} #p", "{v} #t {p} #p , {n} away|apart", "{v} #t {p} #p with {n} between them", "make sure #t is {n} {p} #p", "{v} #t {p} #p by {n}", "{n} {p} #p {v} #t")
HOME = ("go home", "return|move|go|come [back] to|to_your home|the_home_position|home_position", "go|drive|move to your|the start|starting|resting|rest|home position", "take your home|rest position", "park yourself|the_arm", "home")
LOOK = ("look [around]", "have|take a look [around]", "look again", "look at the table|scene", "see what is there", "scan the table|scene|workspace")
WAIT = ("wait [a_moment|a_bit|a_while|a_second]", "pause [a_moment|for_a_moment]", "hold still [for_a_moment]", "stay where you are [for_a_moment]")
WAIT_FOR = ("wait|pause|rest [for] {n}", "wait|hold still|stay_still for {n}", "do nothing for {n}", "give it {n}")

MANNERS: dict[str, str] = {
    "m:gentle": "gently|carefully|with_care|softly|delicately|cautiously|tenderly|with_caution", "m:slow": "slowly|at_a_slow_pace|without_rushing|unhurriedly|in_a_slow_manner", "m:fast": "quickly|fast|as_fast_as_you_can|rapidly|swiftly|hurry_and|in_a_hurry|quick",
}  # fmt: skip
FRONT_MANNER = frozenset({"m:gentle", "m:slow", "m:fast"})
LATE_MANNER: dict[str, tuple[str, ...]] = {
    "m:gentle": ("[but|and] be careful|gentle [with_it|about_it]", "be gentle", "careful", "[and] take care", "it is fragile|delicate"),
    "m:slow": ("[but|and] do_it|go|move slowly", "[and] take your time", "no rush|hurry", "easy", "nice and slow"),
    "m:fast": ("[and] be quick [about_it]", "[and] hurry [up]", "as quickly as possible|you_can", "make it quick", "chop chop"),
    "m:upright": ("[but|and|while] keep|keeping it|#t upright|level|straight|vertical", "without spilling [anything|it|a_drop|any]", "[and|but] do_not|don_t|not|never spill [anything|it|a_drop]", "[and|but] do_not|never tip|tilt|topple it [over]", "without tipping|tilting it [over]",
                  "[and|but] make sure it stays|remains|is upright|level", "[but] it must|should|has_to stay|remain upright|level", "so [that] nothing spills", "do not turn it over"),
    "m:keep_out": ("[but|and|while] stay|staying|keep|keeping away|clear|far [away] from|of #k", "[but|and] avoid|avoiding #k", "[but|and] do_not|never go|come|move|get near|close_to|over|past #k", "give #k a wide berth", "without going|coming|getting near|close_to|over #k", "and steer clear of #k", "[but] watch_out_for|mind #k", "keep your distance from #k", "around #k , not over it"),
    "m:no_touch": ("without touching|bumping|hitting|moving|disturbing #k", "[but|and] do_not|never touch|hit|bump|move|disturb|knock #k", "[but|and] leave #k alone|untouched|where_it_is|be|as_it_is", "and keep your hands off #k", "[but] #k stays|must_stay where_it_is|put"),
}  # fmt: skip

POLITE_BEFORE = (
    "please", "please", "can you", "could you", "could you please", "start by", "do you mind", "would you", "would you mind", "would you kindly", "will you", "i want you to", "i would like you to", "i need you to", "kindly", "hey robot",
    "robot", "okay", "ok", "now", "alright", "so", "well", "hey", "hi", "hello", "just", "go ahead and", "you should", "your task is to", "i d like you to", "let us", "try to", "if you can", "if you please",
    "do you think you could", "i was wondering if you could", "it would be great if you could", "be so kind as to", "can i ask you to", "might you", "ok robot", "hi there", "listen", "right", "first of all", "next", "would it be possible to",
    "be a dear and", "do me a favor and", "for me", "yo", "my friend", "quick one", "please please", "i need to ask you to", "how about you", "you know what", "you must", "you have to", "we need to",
)  # fmt: skip
THEN_GERUND = frozenset({"would you mind", "how about you", "start by", "do you mind"})
POLITE_AFTER = ("please", "please", "thanks", "thank you", "for me", "for me please", "now", "if you can", "would you", "could you", "will you", "okay", "ok", "right", "yes", "yeah", "right away", "if possible", "thank you very much", "when you can", "when you have a moment", "my friend", "robot", "?", "there s a good robot", "cheers", "if you do not mind", "will ya", "asap", "at once", "immediately", "that would be great", "i would appreciate it", "do it now", "got it")
FILLERS = ("uh", "um", "er", "hmm", "like", "you know", "okay", "so", "well", "now", "just", "actually", "basically", "kind of", "please", "i mean", "let me think", "let s see", "then uh", "ah")
BECAUSE = ("i am hungry", "i am thirsty", "it is dark in here", "the table is a mess", "guests are coming", "we are in a hurry", "i need some space", "my hands are full", "it looks messy", "dinner is ready", "i am tired", "i made a mess", "we are done here", "time to clean up", "i can not reach it", "they are in the way")
IGNORED = ("leave the rest", "leave the others", "leave everything else", "nothing else", "and that is it", "and that s all", "not the others", "the others can stay", "leave the rest where it is", "ignore everything else", "no more than that", "the rest stays", "that is all", "then you are done", "and then stop")

THEN = ("then", ", then", "and then", ", and then", ". then", ", after that", ". after that", "and after that", ". next", ". now", ", finally", ". finally", "and finally", ". afterwards", "and afterwards", ", next", "followed by", ", once that is done", ". when that is done", ". ", ". ", "; then")
AND = ("and", "and", "and", ", and", "and also", ",", "plus", "as well as", "and please", ". also", "and while you are at it")
MEANWHILE = ("at the same time", "meanwhile", "while", "and at the same time", "and simultaneously", "while at the same time", "and meanwhile", "as")
IF = ("if", "if", "if", "in case", "when", "provided", "provided that", "only if", "if it happens that", "should it be that", "as long as")
OTHERWISE = ("otherwise", ", otherwise", ", else", ". otherwise", "else", ", if not", "; if not ,", ". if not", ", or else", ", and if not", "if not", ". if it is not", ", in any other case")
UNTIL = ("until", "until", "till", "until", "up to the point where", "stop when", "as long as it takes until")
KEEP = ("keep", "keep on", "go on", "continue", "carry on")

CHAT = (
    "how are you [today|doing]", "what is your name", "who are you|made_you", "tell me a joke|story|secret", "hello [there|robot]", "good morning|evening|night|job", "thank you [very_much]", "what can you do", "are you a robot|human|okay|ready",
    "what time is it", "what color is #t", "what colour is #t", "where is|are #t", "how many|much #b are there", "is #t in #p", "is #t open|closed|on|empty", "why is #t there|colored|here|open", "do you see|like|know #t", "can you see #t", "what is in|on|next_to #p", "which #b is bigger|larger|closer",
    "i like|love|hate #t", "#t is nice|pretty|broken|new|mine|dirty", "nice work", "well done", "that was great", "how do you work|feel", "do you like me|music|it_here", "sing a song", "what a mess", "is there #t", "how big|heavy|far is #t", "did you open|move|see #t", "have you seen #t", "what did you do",
    "you are funny|great|slow", "that is #t", "this is #t", "explain what you did", "what is #t [for|made_of]", "never mind", "yes", "no", "maybe", "sorry", "i do not know", "is #t bigger|heavier than #p", "who put #t there", "why did you do that", "what happened to #t",
)  # fmt: skip
UNABLE = (
    "go to the kitchen|garden|door|store|shop|bathroom [and bring me #t]", "make me a sandwich|coffee|tea|cake", "cook dinner|breakfast|something", "call my mother|friend|the_police", "play some music", "fly [away|around_the_room]", "cut|slice|eat|drink|break|smash|burn|melt|wash|cook|bake|boil|peel|fold|iron|sew|knit|read|write|draw|buy|sell|kiss|smell|hug #t",
    "juggle #t", "drive to work", "order a pizza", "water the plants", "sing to #t", "count #b", "tell me about #t", "describe #t", "measure #t", "name #t", "send an email", "book a flight", "dance [with_me]", "clean the whole house", "walk the dog", "show me how|what", "say something", "think about #t", "compare #t and|with #p", "teach me", "repair|fix|assemble|build #t",
)  # fmt: skip
NONSENSE = ("the of and", "red to the", "put", "put the", "in the", "and then", "into", "if the", "on on on", "the the", "move", "take the and", "next to", "until", "all of the", "except", "left", "not", "#t", "#t #p", "#t and #p", "{v}", "{v} the", "#t {p}", "{p} #p")
