"""Rules that last: `always keep mugs upright`, `never drive that fast again`, `whenever you handle glasses be gentle`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from heedful.agents.corrections.constructions import Part
from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.corrections.hearing import MARK
from heedful.agents.corrections.scopes import VERBS, adverb, scope_of
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.tables import ends

MARKERS = ways(
    "from now|here|today|this_moment [on|onwards|onward|forward]", "from this point on|onwards|forward", "from now onwards",
    "in the future", "in future", "for the future", "as a rule [of_thumb]", "as a general rule", "in general", "generally [speaking]",
    "every|each time [from_now_on]", "by default", "at all times", "for good", "permanently", "from then on", "always",
    "every single time", "next time and every time after", "from next time on", "next time", "the next time", "all the time",
    "keep [that|this|it] in mind [that]", "bear [that|this|it] in mind [that]", "remember that|this|it|to|always",
    "please remember", "remember", "as standard", "make a note", "make a note [of] that|this|it", "note [that|this|it] for the future|"
    "next_time|later", "note that for the future", "for next time", "for all future", "in all cases",
    "whatever you do", "ever again", "any time", "normally", "usually", "as a habit", "make it a habit to", "make it a rule to",
    "get used to", "make that the rule", "the rule is", "new rule", "for ever", "forever", "henceforth", "going forward", "hereafter",
    "until further notice", "till further notice", "store that", "save that", "learn that", "memorise that", "memorize that",
    "that goes|holds for the future|every_time|always|next_time", "consistently", "invariably", "standing order",
    "as a matter of principle", "on principle", "in every case", "no matter what", "the way i like it", "from tomorrow on", "every day",
    "for the next times", "for the rest of the day|time|week", "all future times",
)  # fmt: skip
"""Words that make a rule of what is said with them."""
WHENEVER = ways(
    "whenever|if_ever you", "every|each|any time [that] you", "always when|if you", "anytime you", "when you ever",
    "whenever there is|are", "whenever it is about", "whenever i ask for", "whenever we have", "in case of", "for all",
    "whenever it comes to", "when it comes to", "as far as", "with regard to", "whenever we use|have|need",
    "whenever you are", "every|each time you are", "any time that you are", "when you are dealing with", "whenever", "every time",
    "each time",
)  # fmt: skip
"""Before what a rule holds for: `whenever you handle glasses, be gentle`."""
PLAINLY = frozenset({"always", "never", "whenever"})
LIKING = ways(
    "i|we [always|generally|usually|do|really|would] like|prefer|want|love|take|need|have|expect [it_when|to_have|to_see|having] [my|"
    "our|the|all|all_my]",
    "i|we always|generally|usually like|prefer|want|have|keep|put [my|our|the]",
    "my|our",
)
NOT_LASTING = ways(
    "never mind", "never told|said|asked|meant", "do|can|did|will you [still] remember", "as always|usual", "remember when",
    "do not remember", "you remember", "not always", "have you remembered", "never came", "i never", "he never", "she never", "it never",
    "have never", "next time you see", "remember me", "why do you always", "are you always", "what do you remember", "usual speed",
    "normal speed", "forget",
)  # fmt: skip
"""Where such a word makes no rule."""


@dataclass(frozen=True, slots=True)
class Lasting:
    """A rule with what makes it one taken out: what is left is read like any correction."""

    words: list[str]
    scope: str
    """`global`, `object:…`, `category:…`, `skill:…`."""
    kind: str = ""
    """The kind of thing that it holds for, standing as `it` in the words."""
    marked: bool = False
    """Whether some word plainly makes a rule of it."""


def lasting(words: Sequence[str], dialogue: Dialogue) -> Lasting | None:
    """The rule that the words lay down; None if they are for now only."""
    said = list(words)
    if any(ends(said, i, NOT_LASTING) for i in range(len(said))):
        return None
    marked, conditional = False, False
    kept: list[str] = []
    at = 0
    while at < len(said):
        if (
            (end := ends(said, at, WHENEVER))
            and (said[at] in ("whenever", "anytime") or end[0] - at > 1)
            and said[at : at + 2] != ["for", "all"]
        ):
            marked = conditional = True
            at = end[0]
            kept.append("<when>")
        elif (end := ends(said, at, MARKERS)) and not (said[at] in ("normally", "usually", "generally") and at):
            marked = True
            at = end[0]
        elif said[at] == "never" or said[at : at + 2] == ["not", "ever"]:
            marked = True
            kept += ["do", "not"] if not kept or kept[-1] != "do" else ["not"]
            at += 1 if said[at] == "never" else 2
            at += said[at : at + 1] == ["ever"]
        else:
            kept.append(said[at])
            at += 1
    liked = bool(ends(kept, 0, LIKING)) and kept[:1] in (["i"], ["we"])
    generic = scope_of(kept, dialogue)
    if not marked and not (liked and generic and generic[2] and ("my" in kept or "our" in kept)):
        return None
    if kept[-1:] == ["again"] or kept[-1:] == ["ever"]:
        kept.pop()
    if not conditional and marked:  # `always go slow when you are pouring`
        conditional = (given := _condition(kept)) is not kept
        kept = given
    scope, kind = "global", ""
    if generic is not None:
        start, end_, _, noun = generic
        kind = noun
        kept[start:end_] = ["it"]
        scope = f"category:{noun}"
    verb = next((skill for i in range(len(kept)) for skill, _ in VERBS.at(kept, i)), None)
    if not kind and verb:
        scope = f"skill:{verb}"
    kept = _without_condition(kept) if conditional else kept
    if not kind and verb and (rest := adverb(kept)):
        kept = rest
    return Lasting(_tidy([w for w in kept if w != "<when>"]), scope, kind, bool(PLAINLY & set(said)))


def _without_condition(words: list[str]) -> list[str]:
    """`<when> handle it, be gentle` without the condition, whether it stands first or last."""
    at = words.index("<when>")
    if at > 1 and words[:at] != [MARK]:
        return words[:at]
    rest = words[at + 1 :]
    if MARK in rest:
        return rest[rest.index(MARK) + 1 :]
    starts = [i for i, w in enumerate(rest) if i and w in _RULES]
    after_it = rest.index("it") + 1 if "it" in rest else 0
    return rest[after_it:] if after_it and after_it < len(rest) else rest[starts[0] :] if starts else rest


_DOING = ways("when|while|if|as you are|were|do", "when you", "while|when")


def _condition(words: list[str]) -> list[str]:
    """Of a rule that ends in `when you are pouring` that end as a condition, as `whenever` makes it."""
    for at in range(1, len(words)):
        for end in ends(words, at, _DOING) if words[at] in ("when", "while", "if", "as") else []:
            if any(stop >= len(words) - 2 for _, stop in VERBS.at(words, end)) or end < len(words) <= end + 3:
                return [*words[:at], "<when>", *words[end:]]
    return words


_RULES = frozenset(
    {
        "be",
        "use",
        "go",
        "do",
        "keep",
        "hold",
        "take",
        "stay",
        "put",
        "slow",
        "handle",
        "drive",
        "move",
        "make",
        "please",
        "avoid",
        "hand",
        "you",
        "gently",
        "slowly",
        "first",
        "then",
        "try",
        "carry",
        "grab",
        "leave",
        "give",
    }
)


def _tidy(words: list[str]) -> list[str]:
    kept: list[str] = []
    for word in words:
        if word != MARK or (kept and kept[-1] != MARK):
            kept.append(word)
    while kept and kept[-1] in (MARK, "and", "that", "please", "again"):
        kept.pop()
    while kept and kept[0] in (MARK, "and", "please", "to", "that", "you", "should", "on"):
        kept.pop(0)
    return kept


def rule(found: Sequence[Part], said: Lasting, dialogue: Dialogue) -> Part | None:
    """The preference that lays down what was read of the words that are left."""
    rules = [
        p for p in found if p.kind in ("constraint", "goal", "rate", "embodiment", "skill", "grip", "rotate", "nudge", "target", "order")
    ]
    if len(rules) != 1:
        return None
    part = rules[0]
    effect: dict[str, Any] = dict(part.effect)
    scope = said.scope
    if (
        said.kind
        and part.kind == "constraint"
        and effect.get("object") in (dialogue.object, dialogue.target, None, next(iter(dialogue.mentioned), None), "robot")
    ):
        effect["object"] = said.kind
    if (
        said.kind
        and part.kind == "goal"
        and effect.get("reference") == dialogue.object
        and effect["relation"] in ("open", "closed", "lit", "unlit", "upright", "upside_down", "full")
    ):
        effect["reference"] = said.kind
    if part.ask and not said.kind:
        return None
    if scope == "global" and part.kind == "constraint" and effect.get("object") not in (None, "robot", "person", "table", "all"):
        scope = f"object:{effect['object']}"
    return Part("preference", {"scope": scope, "rule": {"kind": part.kind, "effect": effect}})
