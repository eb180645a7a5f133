"""The verbs people use for moving, opening and holding things, and the small words that join what they say."""

from __future__ import annotations

from heedful.agents.understanding.frames import ways, words_in

_PULLING = ("pull", "slide", "yank", "tug", "draw", "drag")
_PUSHING = ("push", "slide", "shove", "slam", "press")
_MAKING, _PILES = ("build", "make", "create", "form"), ("tower", "stack", "pile")
_BUILDING = tuple(f"{verb} a {pile} {of}" for verb in _MAKING for pile in _PILES for of in ("with", "of", "from"))
VERBS: dict[str, tuple[str, ...]] = {
    "hold": (
        "pick up", "pick", "grab", "take", "lift", "lift up", "get", "fetch", "grasp", "grip", "hold", "seize", "raise", "take hold of",
        "get hold of", "grab hold of", "collect", "retrieve", "choose", "select", "find", "hold on to", "hang on to", "keep hold of",
        "keep holding", "hold onto",
        "take up", "scoop up", "snatch", "pull up", "hold up", "keep a hold of",
        "hoist", "heave", "elevate", "hoist up", "take out", "get out", "pull out", "fish out", "dig out", "bring out", "lift out",
        "pick out",
        "pluck", "clutch", "secure", "uplift", "gather up", "raise up", "get a hold of", "get your hands on", "catch", "capture", "clasp",
        *ways("close your fingers|hand|gripper on|around|about"),
    ),
    "place": (
        "put", "place", "set", "drop", "move", "add", "hang", "hang up", "lay", "stick", "pop", "stand", "transfer", "position",
        "deposit", "bring", "take", "carry",
        "put down", "set down", "lay down", "get", "rest", "insert", "store", "stow", "tuck", "toss", "chuck", "throw", "load",
        "pack", "file", "slip", "situate", "plop", "dump", "put away", "stow away", "pack away", "file away", "tuck away", "gather",
        "gather up", "collect", "assemble", "group", "round up", "heap", "shift", "relocate", "deliver", "return", "lower", "put back",
        "tidy",
        "tidy up", "tidy away", "clear", "clear away", "sweep", "arrange", "line up", "bring together", "leave", "lift", "pick up",
        "unload", "sort", "distribute", "separate", "divide", "match", "organise", "organize", "serve", "hide", "stash", "lock",
        "lock away",
        "conceal", "move over", "sit", "mount", "park", "rehome", "house", "fit", "send", "haul", "shuffle",
        "release", "let go of", "let go", "plonk", "slot", "nestle", "transport", "perch",
    ),
    "down": ("put", "place", "set", "drop", "lay", "put down", "set down", "lay down", "place down"),
    "stack": ("stack", "pile", "pile up", "stack up", "balance", *_BUILDING),
    "open": ("open", "open up", "pull", "pull on", "swing open", "swing", "swing out", *(f"{v}{p}" for v in _PULLING for p in ("",
    " open", " out"))),
    "close": ("close", "shut", "close up", "push", "bang", "slam", "bang shut", "slam shut", "swing shut", "swing closed", "swing",
    *(f"{v}{p}" for v in _PUSHING for p in ("", " closed", " shut", " in"))),
    "remove": ("take", "remove", "get", "move", "transfer", "retrieve", "fish", "fetch out", "bring", "clear", "unload", "pull",
    "unstack"),
    "make": (
        "make", "get", "have", "i want", "i need", "i would like", "leave", "turn", "let", "make sure", "make sure that", "ensure",
        "i want to see", "ensure that", "see that", "see to it that", "see to it", "make certain", "make certain that", "be sure that",
        "check that",
    ),
    "home": (
        "go home", "return home", "go back home", "move home", "home", "come home",
        *ways("go|return|move|drive|come|travel [back] to [your|the] home|start|starting|rest|resting position|pose"),
        *ways("go|return|move|drive|come|travel back to your|the home|start"), "return to home", "go to home",
        *ways("take [up] your|the home|start|starting|rest|resting position|pose", "park [yourself|the_arm|your_arm]"),
    ),
    "look": ways(
        "look [around|again]", "have|take a look [around]", "look|scan|survey|have_a_look|take_a_look [at|over] the table|scene|workspace",
        "see|check|look what is there|here",
    ),
    "wait": ways("wait|pause|rest [for]", "hold|stay|stand|keep|remain still [for]", "stay where you are [for]", "do nothing [for]",
    "give it"),
}  # fmt: skip
"""An act -> the phrases that begin a request for it."""


GIVE = ways("give|hand|pass|bring|fetch|get|offer|serve|deliver|find|grab|throw|toss|lend|present|send|slide|slip",
    "hand|pass|bring over",
            "go and get|fetch|bring", "go get|fetch|bring", "reach|supply", "take|carry")  # fmt: skip
"""Verbs of handing something to someone."""


def ing(verb: str) -> str:
    """`putting`, `closing`, `opening`."""
    if verb.endswith("e"):
        return verb[:-1] + "ing"
    doubled = verb in (
        "put",
        "set",
        "get",
        "drop",
        "grab",
        "stop",
        "pop",
        "grip",
        "tug",
        "slam",
        "slip",
        "shut",
        "tip",
        "mop",
        "flip",
        "top",
        "run",
        "blot",
        "scrub",
        "swab",
        "rub",
        "hit",
        "tap",
        "cut",
        "sit",
        "bin",
        "swap",
    )
    return verb + (verb[-1] if doubled else "") + "ing"


PARTICLES: dict[str, tuple[str, ...]] = {
    "hold": ("up",),
    "place": ("down", "over", "away", "back", "together", "up", "all", "out"),
    "remove": ("down", "back", "away", "up", "out"),
    "down": ("down",),
    "stack": ("up",),
    "open": ("open", "wide open", "wide", "out", "up", "until it is open", "ajar"),
    "close": ("closed", "shut", "in", "back in", "until it is closed", "until it is shut", "up", "to", "back"),
}  # fmt: skip
"""What may follow the thing acted on: `pick it up`, `push it shut`."""

NEEDS_PARTICLE = frozenset({"put", "place", "set", "lay", "swing", *_PULLING, *_PUSHING}) - {"pull", "push", "slam"}
"""Verbs that mean putting down, opening or closing only with their particle."""
ALSO_MOVING = frozenset({"push", "pull"})
"""Verbs of opening and closing that also move what can be neither opened nor closed."""
EXACTLY = (
    "straight", "so that it is", "so it is", "such that it is", "so that it stands", "so that it lies", "so that it rests",
    "so that it sits", "all the way", "somewhere", "square", "squarely", "safely", "neatly", "until it is", "until it stands",
    "until it sits", "till it is", "until it rests", "until it lies", "until it reaches", "until it touches",
)  # fmt: skip
"""Words before a preposition that make it no other one: `straight into the bowl`."""
CLOSELY = (
    "just", "right", "directly", "immediately", "close", "closely", "so that it is just", "so that it is right", "so that it is directly",
)  # fmt: skip
"""Words before a preposition that, where it says a side, add that it is next to it: `just left of the bowl`."""
COPULA = (
    "is", "are", "be", "to be", "sit", "sits", "stand", "stands", "lie", "lies", "rest", "rests", "stays", "ends up", "end up", "gets",
    "go", "goes", "come", "comes", "land", "lands", "stay", "remain", "remains",
)  # fmt: skip
"""What may stand between a thing and the state wanted of it: `make sure the drawer is closed`."""
STATES = {
    "on": "on_off", "opened": "open", "standing up": "upright", "standing": "upright", "the right way up": "upright",
    "flipped over": "upside_down",
    "inverted": "upside_down", "filled": "full", "emptied": "empty", "mopped up": "clean", "wiped away": "clean", "cleaned up": "clean",
    "spotless": "clean",
}  # fmt: skip
"""Adjectives beside those of the relations themselves."""

DIRECTED = frozenset({"take", "get", "carry", "bring", "lift", "pick up"})
"""Verbs whose place is said with one of the directions."""
DIRECTIONS = frozenset({"to", "onto", "into", "over", "back", "up", "down", "next", "beside", "across"})
RAISING = frozenset({"lift", "pick up"})
"""Of these verbs, those that end in the hand: `next to` and `beside` say which thing, not where to."""

SHOULD = (
    "were", "was to be", "were to be", "gets to go", "would be", "would go", "is going", "are going",
    "should", "must", "shall", "needs to", "need to", "has to", "have to", "ought to", "should be", "should go", "should be put",
    "should be placed", "must be put", "is to go", "is to be", "shall go", "shall be", "wants to go",
    "is supposed to go", "is supposed to be", "is meant to be", "is meant to go", "can go", "could go", "needs to be put",
    "should be standing",
    "should be moved", "has its place", "have to be", "need to be", "should land", "may go", "must stand", "could end up", "should get",
    "is supposed to stand", "should come", "comes", "must come", "ought to stand", "should be set", "should be set down", "must be set",
    "must be", "must go", "has to be", "has to go", "have to go", "goes", "go", "ought to be", "ought to go",
    "should end up", "belongs", "belong", "needs to be", "needs to go", "need to go", "should stand", "should sit", "should lie",
    *ways("should|must|shall|has_to|have_to|needs_to|need_to|ought_to|is_to|are_to|can|could|may go|be|end_up|stand|sit|lie|land|come",
          "should|must|shall|has_to|have_to|needs_to|need_to|ought_to|is_to|are_to|can|could|may be put|placed|moved|set|brought|laid"),
)  # fmt: skip
TOWARDS = ("to", "over to", "into or onto", "back to", "across to")
"""Prepositions that leave open whether a thing goes in or on another."""
THE_SAME = ways("[do] [the] same [thing] with|for|to", "[the] same goes for|with", "likewise with|for", "so should|does|must|do",
                "repeat [that|this|it] with|for", "ditto for|with", "[and] the same [procedure] applies to")  # fmt: skip
"""Before another thing of which the same is wanted."""
OFF = {
    **dict.fromkeys(("down off", "off", "off of", "from on", "from on top of", "from the top of", "from off", "off the top of"), "on"),
    **dict.fromkeys(("out of", "from inside", "from within", "from in", "out from", "out of the inside of"), "in"),
    **dict.fromkeys(("out from under", "from under", "from underneath", "from beneath", "from below"), "under"),
    "from": "", "away from": "",
}  # fmt: skip
"""Where something is taken from; empty: in or on."""

_SIDES = {"left_of": "left", "right_of": "right"}
PREPOSITIONS = {
    **{
        p: rel for rel, side in _SIDES.items()
        for p in ways(f"[on|to|at] the {side} [hand] side of", f"on|at the {side} of", f"to {side} of", f"{side} to")
    },
    **dict.fromkeys(ways("at|on|to the front of", "on|to the near side of", "ahead of", "on this side of", "closer to you than"),
    "in_front_of"),
    **dict.fromkeys(ways("at|on|to the back of", "on|to the far|other side of", "in back of", "at the rear of", "beyond",
    "in the back of"), "behind"),
    **dict.fromkeys(ways("at|by the side of", "close by", "close beside", "side by side with", "up to", "near to",
    "neighbouring"), "next_to"),
    **dict.fromkeys(ways("[right|flush|hard|snug] against", "[right|flush|hard] up against", "flush with"), "touching"),
    **dict.fromkeys(("near", "close to", "nearby", "up next to", "up beside", "up close to"), "next_to"),
    "leftwards of": "left_of", "rightwards of": "right_of",
    **dict.fromkeys(ways("on to", "over onto", "up on", "over"), "on"),
    **dict.fromkeys(ways("in to", "over into", "inside of", "down into"), "in"),
}  # fmt: skip
"""Words for relations beside those of the predicates themselves."""
THERE = {
    **dict.fromkeys(ways("in|into|inside there|here", "inside of it", "back in|inside [there]", "right in [there]"), "in"),
    **dict.fromkeys(ways("on|onto there|here", "up there", "on top [of_that]", "on top of there"), "on"), "there": "to", "to there": "to",
    "in that place": "to", "to the same place": "to", "in the same place": "to",
    **dict.fromkeys(ways("next to|beside there"), "next_to"),
}  # fmt: skip
"""Words for the place just spoken of, and how a thing shall stand to it."""
AWAY = ways(
    "away from",
    "as far [away] from",
    "far [away|apart] from",
    "well away from",
    "a long way [away] from",
    "at a distance from",
    "not near|close_to|next_to",
    "nowhere near",
    "far off from",
    "further|farther [away] from",
    "out of reach of",
    "clear of",
)
"""Before what a thing shall not be near."""
BETWEEN = ("between", "in between", "in the middle between", "halfway between", "midway between", "in the middle of", "half way between")
"""Before two things."""
ANYWHERE_BUT = ways(
    "somewhere|anywhere|someplace [else] [that_is|which_is] not|other_than|but_not|but|except|apart_from [in|on]", "not in|on"
)
"""Before a place where a thing shall not be put, and then one where it shall."""
THERE_PHRASES = tuple(THERE)
ASIDES = {
    p: rel for rel, side in {**_SIDES, "in_front_of": "front", "behind": "back"}.items()
    for p in ways(f"[on|to|at] its {side} [hand] [side]", f"on|to|at the {side} [hand] [side]", f"on|to|at the {side} of it",
        f"{side} [hand] side of_it|of_that",
    f"on|to its {side}")
}  # fmt: skip
"""Sides of the place just named: `next to the plate on its right`."""

OWN_SIDES = {f"s {side}{tail}": rel for rel, side in _SIDES.items() for tail in ("", " side", " hand side")}
"""`to the can's left`, after the can."""

THEN = (
    "then", "after that", "once that is done", "when that is done", "after this", "and after that", "and next", "then also",
    "and finally", "afterwards", "and then", "next", "finally", "lastly", "after which", "followed by", "and afterwards", "and after this",
    "and lastly", "and once that is done", "and when that is done", "thereafter", "and thereafter",
)  # fmt: skip
AND = (
    "and",
    "and also",
    "also",
    "plus",
    "as well as",
    *ways("[and] meanwhile|simultaneously|while_are_at_it|while_at_it", "[and] [while] at the same time"),
)
BUT = ("but", "while", "but also", "and while", "whilst", "yet", "though", "when", "whilst you", "as you", "while are", "as")
"""Joints before what limits or goes with what was said."""
AND_BUT = (*AND, *BUT)
BUT_RATHER = ("but", ", but", "but rather", ", but rather", "but instead", ", but instead", ", rather", ", instead", "rather")
"""Before where a thing shall be put, after where it shall not."""
EARLY = ("first", "before that", "beforehand", "first of all", "before", "first though", "before doing that", "before you do")
"""After what is to be done before what was said before it."""
FIRST = (
    "next",
    "then",
    "finally",
    "lastly",
    "afterwards",
    "after that",
    "one by one",
    "one after the other",
    "first",
    "first of all",
    "to begin",
    "start by",
    "to start",
    "firstly",
    "to begin with",
)
HEADERS = ways(
    "set|lay|prepare [up] the|a table", "set|lay table", "prepare the table for dinner", "do the following", "tidy up", "sort things",
    "here is what i want", "set up the table",
)  # fmt: skip
"""What announces that a list of goals follows."""
LISTED = ("with", "so that", "such that", "so", "as follows", "as follows ,", "like this", "like this ,")
"""Between what announces a list and the list."""
CHANGE = ways(
    "turn_over|flip_over|turn_around|open|close|shut|pull|tilt|tip|roll|invert|move|shift|swap|swap_around|exchange|rearrange|arrange|"
    "turn|rotate|switch|change|reorder|restack|put|place|set|flip|adjust|reverse|rebuild|make|pick_up"
)  # fmt: skip
"""Verbs that do something to a thing, so that something else is so."""
SEE_TO = ("make it so that", "make it so", "see to it that", "arrange it so that")
WHATEVER = (
    "the order of the blocks", "the order of the stack", "the stack upside down", "the tower upside down", "the stack", "the pile",
    "the tower", "the order", "things", "the row", "it",
    "them",
)  # fmt: skip
"""What may be changed beside things, so that something is so."""
NEGATED = (", not", "and not", "but not", ", and not", ", but not", "rather than", "instead of")
AS_I_SEE_IT = ways(
    "[,] as i see|look_at it",
    "[,] [seen] from my point_of_view|perspective|side|viewpoint|angle|position|view",
    "[,] from where i am|stand|sit [standing|sitting]",
    "[,] as seen from my_side|here|where_i_am",
    "[,] when i look at_it",
    "[,] in my view",
    "[,] for me",
    "[,] from here",
    "[,] from my side of the table",
)
"""After a side that is meant as the person sees it."""
AT_ONCE = ("at the same time", "simultaneously", "at the same moment", "meanwhile", "all the while", "in the meantime")
"""After what shall be so together with what was said before."""
LATER = (
    "too", "as well", "likewise", "in that order", "in this order", ", in that order", ", in this order",
    "afterwards", "after that", "when you are done", "at the end", "in the end", "once done", "thereafter", "when done", "instead",
    "in your hand", "in the hand", "in your gripper",
    "all of them", ", all of them", "one by one", ", one by one", "one after the other", "one at a time", "each of them",
)  # fmt: skip
ROWS = ways(
    "in|into a|one straight|neat|single row|line", "in|into a|one row|line", "side by side", "next to each other|one_another",
    "in row|line", "up",
)  # fmt: skip

NOT_YET = frozenset({
    "not", "never", "no", "except", "but", "without", "if", "unless", "until", "while", "when", "otherwise", "else", "instead",
    "leftmost",
    "rightmost", "nearest", "closest", "farthest", "furthest", "biggest", "largest", "smallest", "middle", "second", "third", "other",
    "others", "rest", "two", "three", "four", "five", "half", "cm", "mm", "m", "centimeters", "centimetres", "left", "right", "between",
    "away", "slowly", "gently", "carefully", "quickly", "keep", "avoid",
})  # fmt: skip
"""Words whose meaning is known to matter and is not handled; a sentence with one of them is never guessed at."""

TURNING = frozenset({"not", "never", "no", "nothing", "except", "but", "without", "half", "second", "last"})
"""Words that turn what is said into something else; where a sentence with one of them makes no sense, it is to blame."""

UNITS = {"second": 1.0, "seconds": 1.0, "sec": 1.0, "secs": 1.0, "s": 1.0, "minute": 60.0, "minutes": 60.0, "min": 60.0}
NUMBERS = {
    "a": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0, "nine": 9.0,
    "ten": 10.0, "twenty": 20.0, "thirty": 30.0, "half a": 0.5, "a few": 3.0,
}  # fmt: skip


WORDS = words_in([p for table in (VERBS, PARTICLES) for phrases in table.values() for p in phrases]) | words_in([
    *SHOULD, *TOWARDS, *OFF, *THE_SAME, *THEN, *AND, *FIRST, *UNITS, *NUMBERS, *COPULA, *EXACTLY, *CLOSELY, *STATES, *PREPOSITIONS, *ASIDES,
    *OWN_SIDES, *ANYWHERE_BUT, *AWAY, *BETWEEN, "possible", "say", "example", "instance",
    *THERE, *BUT, *AS_I_SEE_IT, *AT_ONCE, *EARLY, *HEADERS, *ROWS,
    *LISTED, *CHANGE, *WHATEVER, *NEGATED, *LATER, *SEE_TO, "after", "before",
])  # fmt: skip
