"""Ways to talk around what is asked for: manners, politeness, joints, conditions, and what asks for nothing; patterns as in `wording`."""

from __future__ import annotations

MANNERS: dict[str, str] = {
    "m:gentle": "gently|carefully|with_care|softly|delicately|cautiously|tenderly|with_caution",
    "m:slow": "slowly|at_a_slow_pace|without_rushing|unhurriedly|in_a_slow_manner",
    "m:fast": "quickly|fast|as_fast_as_you_can|rapidly|swiftly|hurry_and|in_a_hurry|quick",
}  # fmt: skip
FRONT_MANNER = frozenset(("m:fast", "m:gentle", "m:slow"))
LATE_MANNER: dict[str, tuple[str, ...]] = {
    "m:gentle": (
        "[but|and] be careful|gentle [with_it|about_it]", "be gentle", "careful", "[and] take care", "it is fragile|delicate",
    ),
    "m:slow": (
        "[but|and] do_it|go|move slowly", "[and] take your time", "easy", "nice and slow",
    ),
    "m:fast": (
        "[and] be quick [about_it]", "[and] hurry [up]", "as quickly as possible|you_can", "make it quick", "chop chop",
    ),
    "m:upright": (
        "[but|and|while] keep|keeping it|#t upright|level|straight|vertical", "without spilling [anything|it|a_drop|any]",
        "[and|but] do_not|never spill [anything|it|a_drop]", "[and|but] do_not|never tip|tilt|topple it [over]",
        "without tipping|tilting it [over]", "[and|but] make sure it stays|remains|is upright|level",
        "[but] it must|should|has_to stay|remain upright|level", "so [that] nothing spills", "do not turn it over",
    ),
    "m:keep_out": (
        "[but|and|while] stay|staying|keep|keeping away|clear|far [away] from|of #k", "[but|and] avoid|avoiding #k",
        "[but|and] do_not|never go|come|move|get near|close_to|over|past #k", "give #k a wide berth",
        "without going|coming|getting near|close_to|over #k", "and steer clear of #k", "[but] watch_out_for|mind #k",
        "keep your distance from #k", "around #k , not over it",
    ),
    "m:no_touch": (
        "without touching|bumping|hitting|moving|disturbing #k", "[but|and] do_not|never touch|hit|bump|move|disturb|knock #k",
        "[but|and] leave #k alone|untouched|where_it_is|be|as_it_is", "and keep your hands off #k",
        "[but] #k stays|must_stay where_it_is|put",
    ),
}  # fmt: skip
POLITE_BEFORE = (
    "please", "please", "can you", "could you", "could you please", "start by", "do you mind", "would you", "would you mind",
    "would you kindly", "will you", "i want you to", "i would like you to", "i need you to", "kindly", "hey robot", "robot", "okay",
    "ok", "now", "alright", "so", "well", "hey", "hi", "hello", "just", "go ahead and", "you should", "your task is to",
    "i would like you to", "let us", "try to", "if you can", "if you please", "do you think you could", "i was wondering if you could",
    "it would be great if you could", "be so kind as to", "can i ask you to", "might you", "ok robot", "hi there", "listen", "right",
    "first of all", "next", "would it be possible to", "be a dear and", "do me a favor and", "yo", "my friend", "quick one",
    "i need to ask you to", "how about you", "you know what", "you must", "you have to", "we need to",
)  # fmt: skip
CALLING = (
    "please", "please", "hey robot", "robot", "okay", "ok", "now", "alright", "so", "well", "hey", "hi", "hello", "ok robot", "hi there",
    "listen", "right", "first of all", "next", "for me", "yo", "my friend", "quick one", "you know what", "one more thing", "another thing",
    "look here", "right then", "okay so", "yeah so", "um", "uh", "oh", "ah", "excuse me", "dear robot", "attention", "here is the plan",
    "this is what i want", "my request is", "and", "also", "then", "finally", "in that case", "if you please", "come on", "good morning",
    "hello robot", "say", "let us see", "one thing", "sorry but",
)  # fmt: skip
"""Before whatever is said."""
ORDERED = (
    "after {x:g} , {y}", "after you {x} , {y}", "{y} after {x:g}", "{y} once|after|when you {x}", "before {y:g} , {x}",
    "before you {y} , {x}", "{x} before {y:g}", "{x} before you {y}", "{x} and|, only then|afterwards {y}",
    "start|begin with|by {x:g} , then|and|and_then {y}",
    "first|firstly|to_begin_with|to_start_with {x} , then|second|secondly|next|afterwards {y}",
    "{y} , but|and first|before_that|beforehand {x}", "{y} but|, not before|until {x:g}",
    "{y} . but|and before_that|first|prior_to_that {x}", "prior to {y:g} {x}",
    "the first thing is to {x} , the second|next|last [thing] is to {y}", "the first thing you do is {x} , the last|next thing is {y}",
    "{x} , and the last thing you do is {y}", "{x} , followed by {y:g}", "when|once you are done|finished|through {x:g} , {y}",
    "when|once you finish {x:g} , {y}", "{x} . when|once you are done|finished , {y}",
    "{x} , next|then|afterwards|later|subsequently|finally {y}", "{x} . as soon as that is done|finished , {y}", "not until {x:g} {y}",
    "{y} as the last step , {x} first", "{x} first and {y} after|afterwards|later|second|last",
    "{x} first , {y} after|afterwards|later|second|last", "do this , {x} . {y}", "{x} so that you can {y}", "{x} , then go on to {y}",
    "{x} and then go on to {y}", "{x} , after which you {y}", "{x} , whereupon you {y}", "first step , {x} , second step , {y}",
    "you {x} and then you {y}", "{x} , when ready {y}", "after {x:g} you should|can|must|may {y}", "as soon as you are done {x:g} {y}",
    "{x} to begin|start with , then|and {y}", "last {y} , first {x}",
)  # fmt: skip
"""Two requests one after the other, `{x}` before `{y}`, whichever is said first."""
THEN_ANYTHING = (
    "please", "please", "hey robot", "robot", "okay", "ok", "now", "alright", "so", "well", "hey", "hi", "hello", "ok robot", "hi there",
    "listen", "first of all", "next", "my friend", "quick one",
)  # fmt: skip
"""Before what is no plain request: `the mug should go in the bowl`."""
CALLS = (
    "hey robot", "robot", "okay", "ok", "alright", "hey", "hi", "hello", "ok robot", "hi there", "listen", "my friend", "quick one",
    "right",
    "yo", "you know what",
)  # fmt: skip
"""What a comma sets off."""
UNSET = (
    "please", "thanks", "thank you", "for me", "for me please", "now", "if you can", "right away", "if possible", "thank you very much",
    "when you can", "when you have a moment", "at once", "immediately", "asap", "if you do not mind",
)  # fmt: skip
"""What asks nicely at the end without a comma."""
THEN_GERUND = frozenset(("do you mind", "how about you", "start by", "would you mind"))
POLITE_AFTER = (
    "please", "please", "thanks", "thank you", "for me", "for me please", "now", "if you can", "would you", "could you", "will you",
    "okay", "ok", "right", "yes", "yeah", "right away", "if possible", "thank you very much", "when you can", "when you have a moment",
    "my friend", "robot", "there s a good robot", "cheers", "if you do not mind", "will ya", "asap", "at once", "immediately",
    "that would be great", "i would appreciate it", "do it now", "got it",
)  # fmt: skip
FILLERS = (
    "uh", "um", "er", "hmm", "like", "you know", "okay", "so", "well", "now", "just", "actually", "basically", "kind of", "please",
    "i mean", "let me think", "let s see", "then uh", "ah",
)  # fmt: skip
BECAUSE = (
    "i am hungry", "i am thirsty", "it is dark in here", "the table is a mess", "guests are coming", "we are in a hurry",
    "i need some space", "my hands are full", "it looks messy", "dinner is ready", "i am tired", "i made a mess", "we are done here",
    "time to clean up", "i can not reach it", "they are in the way",
)  # fmt: skip
IGNORED = (
    "leave the rest", "leave the others", "leave everything else", "nothing else", "and that is it", "and that s all", "not the others",
    "the others can stay", "leave the rest where it is", "ignore everything else", "no more than that", "the rest stays", "that is all",
    "then you are done", "and then stop",
)  # fmt: skip
THEN = (
    "then", ", then", "and then", ", and then", ". then", ", after that", ". after that", "and after that", ". next", ". now",
    ", finally", ". finally", "and finally", ". afterwards", "and afterwards", ", next", "followed by", ", once that is done",
    ". when that is done", ". ", ". ", "; then",
)  # fmt: skip
AND = (
    "and", "and", "and", ", and", "and also", ",", ",", "and then also", "plus", "as well as", "and please", ". also",
    "and while you are at it",
)  # fmt: skip
MEANWHILE = (
    "at the same time", "meanwhile", "and at the same time", "and simultaneously", "while at the same time", "and meanwhile",
)  # fmt: skip
IF = (
    "if", "if", "if", "in case", "when", "provided", "provided that", "only if", "if it happens that", "should it be that", "as long as",
)  # fmt: skip
OTHERWISE = (
    "otherwise", ", otherwise", ", else", ". otherwise", "else", ", if not", "; if not ,", ". if not", ", or else", ", and if not",
    "if not", ". if it is not", ", in any other case",
)  # fmt: skip
UNTIL = (
    "until", "until", "till", "until", "up to the point where", ", stop when", "as long as it takes until",
)  # fmt: skip
KEEP = ("keep", "keep on", "go on", "continue", "carry on")
CHAT = (
    "how are you [today|doing]", "what is your name", "who are you|made_you", "tell me a joke|story|secret", "hello [there|robot]",
    "good morning|evening|night|job", "thank you [very_much]", "what can you do", "are you a robot|human|okay|ready", "what time is it",
    "what color is #t", "what colour is #t", "where is|are #t", "how many|much #b are there", "is #t in #p", "is #t open|closed|on|empty",
    "why is #t there|colored|here|open", "do you see|like|know #t", "can you see #t", "what is in|on|next_to #p",
    "which #b is bigger|larger|closer", "i like|love|hate #t", "#t is nice|pretty|broken|new|mine|dirty", "nice work", "well done",
    "that was great", "how do you work|feel", "do you like me|music|it_here", "sing a song", "what a mess", "is there #t",
    "how big|heavy|far is #t", "did you open|move|see #t", "have you seen #t", "what did you do", "you are funny|great|slow", "that is #t",
    "this is #t", "explain what you did", "what is #t [for|made_of]", "never mind", "yes", "no", "maybe", "sorry", "i do not know",
    "is #t bigger|heavier than #p", "who put #t there", "why did you do that", "what happened to #t",
    "my|our|his brother|sister|friend|son|boss|dog|teacher likes|has|made|bought|found #t", "there is|are #t in|on #p",
    "#t looks|seems|feels nice|strange|heavy|good|old", "#t is|are on|in #p [already|now]", "i think #t is nice|old|broken|expensive",
    "i bought|made|found|lost|saw|painted #t yesterday|today|once", "did you know that #t is|was old|new|mine",
    "#t was|used_to_be on|in #p", "do you want|need #t", "which #b do you like|prefer|see", "is|are there any|some #b on|in|near #p",
    "how did #t get there|here", "should i move #t", "i am|was happy|sad|late|busy|at_home [today]",
    "it is raining|late|warm|cold|monday [outside|today]", "when did you open|move #t", "have a nice day", "the weather is fine|bad",
    "what do you think|see|know", "can you hear|understand|help me", "what does #t do|weigh|cost", "where did you put|leave #t",
    "which of #t is heavier|bigger", "who are|were your makers|friends", "that is good|right|wrong|enough",
    "#t and #p are old|nice|here|mine", "i will move #t myself|later", "i already moved|opened|took #t",
    "are you done|finished|there|listening",
)  # fmt: skip
UNABLE = (
    "go to the kitchen|garden|door|store|shop|bathroom [and bring me #t]",
    "make me a sandwich|coffee|tea|cake",
    "cook dinner|breakfast|something",
    "call my mother|friend|the_police",
    "play some music",
    "fly [away|around_the_room]",
    (
        "cut|slice|eat|drink|break|smash|burn|melt|wash|cook|bake|boil|peel|fold|iron|sew|knit|read|write|draw|buy|sell|kiss|smell|"
        "hug #t"
    ),
    "juggle #t",
    "drive to work",
    "order a pizza",
    "water the plants",
    "sing to #t",
    "count #b",
    "tell me about #t",
    "describe #t",
    "measure #t",
    "name #t",
    "send an email",
    "book a flight",
    "dance [with_me]",
    "clean the whole house",
    "walk the dog",
    "show me how|what",
    "say something",
    "think about #t",
    "compare #t and|with #p",
    "teach me",
    "repair|fix|assemble|build #t",
)  # fmt: skip
NONSENSE = (
    "the of and", "one to the", "put", "put the", "in the", "and then", "into", "if the", "on on on", "the the", "move", "take the and",
    "next to", "until", "all of the", "except", "left", "not", "#t", "#t #p", "#t and #p", "{v}", "{v} the", "#t {p}", "{p} #p",
)  # fmt: skip
