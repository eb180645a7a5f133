"""Talk that wants nothing done, and requests for what no robot arm does; each is answered plainly."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.lexicon import COLOR
from heedful.agents.understanding.manner import JOINTS
from heedful.agents.understanding.tables import ends

_ASKING = ("what", "which", "why", "who", "whose", "where", "how", "is", "are", "was", "were", "does", "do", "did", "am", "has", "have",
"had", "when",
           "whom", "will", "can", "could", "should", "would", "must", "may", "shall")  # fmt: skip
_REQUEST = ways(
    "how about", "what about", "why do_not|not you", "do not", "have the|it|a", "do the|it|this", "when", "where it", "what is in|on"
)
"""Beginnings of requests that sound like questions."""
_TALK = ways(
    "tell|sing|read|explain|show|teach me|us", "tell me|us a|about", "say|repeat|count|talk|speak|guess|imagine|laugh|smile|think",
    "how are you",
    "good morning|evening|night|day|afternoon|job|work|boy|girl|robot", "thank|thanks [you]", "well done",
    "nice|great|good|excellent|perfect|wonderful|cool|awesome",
    "i love|like|hate|think|believe|know|feel|hope|wonder|guess|see|remember|am|was|have_never|understand", "you are|look|seem|were",
    "it is|was", "this|that is|was|looks", "the weather",
    "bye|goodbye|hello|hi|hey|welcome|congratulations|sorry|never_mind|nothing|yes|no|ok|okay|wow|ha|haha|lol|yay",
    "my name is", "what a", "nice to meet you", "see you [later|soon]", "i am", "we are", "let us talk", "describe", "name", "list",
    "explain",
)  # fmt: skip
"""Beginnings of talk."""
_HANDING = frozenset({
    "hand", "give", "pass", "bring", "fetch", "get", "put", "place", "move", "take", "grab", "open", "close", "pick", "lift",
})  # fmt: skip
"""Beginnings of requests, though they may have been asked as a question: `could you hand me …?`"""
BEYOND = frozenset(
    ["cook", "bake", "fry", "boil", "sing", "dance", "cut", "slice", "chop", "peel", "lock", "unlock", "walk", "drive", "call", "phone",
    "telephone", "play", "write", "draw", "paint", "read", "iron", "vacuum", "eat", "drink", "jump", "fly", "sew", "burn", "break",
    "smash", "crush", "photograph", "film", "paint", "shop", "buy", "order", "google", "search", "translate", "email", "text", "ring",
    "climb", "swim", "run", "dig", "plant", "repair", "fix", "assemble", "weld", "screw", "unscrew", "hammer", "nail", "glue", "tear",
    "rip", "bend", "inflate", "charge", "melt", "microwave", "grill", "roast", "toast", "brew", "grind", "whisk", "taste", "smell",
    "sneeze", "knit", "babysit", "massage", "tickle", "shave", "comb", "brush", "dress", "undress", "explode", "shoot", "kill",
    "attack", "punch", "travel", "go", "visit", "enter", "whistle", "hum", "clap", "wave", "nod", "juggle", "crack", "squeeze",
    "squash", "stir", "mix", "blend", "sharpen", "polish", "knead", "count", "solve", "weigh", "measure"]
)  # fmt: skip
"""Verbs of what the robot has no skill for, unless one is named so."""
_COLOURING = frozenset({"make", "paint", "turn", "dye", "colour", "color"})
"""Before a thing and the colour that it would have to get."""
_MAKING = ways("make|prepare|fix|brew|get|order|buy|serve me|us a|an|some", "make|prepare|brew|cook a|an|some")
"""Before what would have to be made."""
_VAGUE = ways(
    "put|place|move|set|drop|stick|bring it|that|this|them [there|down_there|somewhere|someplace|back_there]",
    "do the usual|same|needful|honours|thing|right_thing", "do your|my|the thing|magic|best|usual", "the usual",
    "do something|anything|whatever [useful|nice|helpful|fun]",
    "you know what to_do|i_want|i_mean", "sort it|this|that|things [out]", "fix|improve it|this|that|everything",
    "do what you did yesterday|before|last_time",
    "do it the way we always do", "same as yesterday|before|last_time|always", "do the same as yesterday|before|last_time",
    "make it nice|better|pretty|nicer",
    "help [me|us] [out]", "surprise me|us", "take care of it|things|everything",
    "do what|whatever you like|want|think_is_best|must|feel_like",
)  # fmt: skip
"""Requests that leave open what to do."""
CAN = "I can move, hand over, stack, open, close, switch, pour and wipe what is on the table"
WORDS = words_in(_TALK) - {"the", "a"}


def talked(words: Sequence[str], question: bool) -> bool:
    """Whether the words are talk or a question, and ask for nothing to be done.

    Args:
      question: Whether they ended in a question mark.
    """
    if not words:
        return False
    if ends(words, 0, _REQUEST) and not (question and words[:2] == ["what", "is"]):
        return False
    return (words[0] in _ASKING) or bool(ends(words, 0, _TALK)) or (question and words[0] not in _HANDING)


def vague(words: Sequence[str]) -> bool:
    """Whether something is asked for, but not what."""
    return len(words) in ends(words, 0, _VAGUE)


def beyond(words: Sequence[str], skills: Collection[str]) -> str | None:
    """What was asked for that no skill does, as it was said; None if nothing such was."""
    named = {w for s in skills for w in s.replace("_", " ").split()}
    for at, word in enumerate(words):
        starts = at == 0 or words[at - 1] in JOINTS
        end = next((i for i in range(at + 1, len(words)) if words[i] in JOINTS), len(words))
        if starts and word in _COLOURING and words[end - 1] in COLOR and not {*words[at:end]} & {"in", "on", "to", "into", "onto", "than"}:
            return " ".join(words[at : min(end, at + 6)])
        if starts and word in BEYOND and word not in named:
            return " ".join(words[at : min(end, at + 6)])
        if starts and ends(words, at, _MAKING):
            return " ".join(words[at : min(end, at + 6)])
    return None
