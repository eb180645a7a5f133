"""How words become corrections: by the grammar, and what it cannot read by a language model, beside the control loop."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.corrections.reading import read_correction
from heedful.agents.language.model import JsonSchema, LanguageModel, LanguageModelError, Message
from heedful.agents.language.quoting import DATA, quoted
from heedful.quick import quickly
from heedful.types import Correction, Twin

KEEP = "keep"
"""Kind of what asks that the reward that is followed, or was followed last, be kept under a name."""
SIZES = ("tiny", "bit", "default", "lot")
KINDS: Mapping[str, Mapping[str, Any]] = {
    "halt": {},
    "pause": {},
    "nudge": {"direction": ("left", "right", "up", "down", "forward", "backward"), "magnitude_m": SIZES},
    "rotate": {"sense": ("cw", "ccw"), "magnitude": SIZES},
    "grip": {"change": ("open", "close", "tighter", "looser")},
    "rate": {"factor": ("slower", "faster", "much_slower", "much_faster", "normal")},
    "constraint": {"type": ("keep_out", "no_touch", "upright", "gentle"), "object": None},
    "target": {"new": None, "exclude": None},
    "goal": {"relation": ("in", "on", "next_to", "left_of", "right_of", "behind", "in_front_of"), "reference": None},
    "undo": {"scope": ("last", "all")},
    "none": {},
}
"""What a model may take words for; None stands for the name of a thing. To let a held robot go on takes a person's own plain words."""
IMPLIED: Mapping[str, Mapping[str, Any]] = {"nudge": {"frame": "default"}, "rotate": {"axis": "yaw"}}
"""What goes without saying in an effect."""


def read(text: str, dialogue: Dialogue, heard: float) -> Correction:
    """A correction from words: the plainest at once, everything else by the grammar; of a reward, while one is followed."""
    if "as" in text or "call" in text or "name" in text:
        from heedful.agents.rewards.heeding import name_in

        if name := name_in(text):
            return Correction(text, KEEP, {"name": name}, heard)
    if dialogue.reward:
        from heedful.agents.rewards.heeding import heeded

        return heeded(text, dialogue, heard)
    return quickly(text, dialogue, heard) or read_correction(text, dialogue, heard)


def rewards_of(effect: Mapping[str, Any]) -> tuple[Any, ...]:
    """The rewards of an edit of the reward that is followed. Raises ValueError for what is none."""
    from heedful.agents.rewards.heeding import followed

    return followed(effect)


def settled(effect: Mapping[str, Any], before: tuple[Any, ...]) -> Mapping[str, Any]:
    """The effect of an edit of rewards with the whole of what comes of it. Raises ValueError where nothing does."""
    from heedful.agents.rewards.heeding import settled as whole

    return whole(effect, before)


def stage_of(twin: Twin | None) -> int:
    """Which of the rewards that a robot follows it has come to, counted from 0."""
    from heedful.agents.rewards.heeding import stage_of as at

    return at(twin)


def is_unread(correction: Correction) -> bool:
    """Whether the grammar found no correction in it: where there is a model, it is worth asking."""
    return correction.kind == "none" and bool(correction.text.strip())


def asked_of(model: LanguageModel, correction: Correction, dialogue: Dialogue) -> Correction | None:
    """What a model takes words to mean; None if it does not answer, or with nothing that could be heeded. Blocks: never in the loop."""
    try:
        answer = model.generate(messages(correction.text, dialogue), schema(dialogue))
    except LanguageModelError:
        return None
    return answered(answer, correction, dialogue)


def messages(text: str, dialogue: Dialogue) -> list[Message]:
    """The question: what the robot does, what there is, what was said."""
    doing = f"{dialogue.running_skill}({', '.join(dialogue.bindings.values())})" if dialogue.running_skill else "nothing"
    told = [
        "A person watches a robot and says something. Say which correction of what the robot does it is, and none if it is no correction.",
        DATA,
    ]
    asked = [
        f"The robot does: {doing}",
        f"There are: {', '.join(quoted(n, 80) for n in dialogue.scene)}",
        f"The person says: {quoted(text, 300)}",
    ]
    return [Message("system", "\n".join(told)), Message("user", "\n".join(asked))]


def schema(dialogue: Dialogue) -> JsonSchema:
    """One of the kinds, each with its own effect; things are those that there are."""
    return {
        "anyOf": [
            {
                "type": "object",
                "additionalProperties": False,
                "required": ["kind", "effect"],
                "properties": {
                    "kind": {"enum": [kind]},
                    "effect": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": list(fields),
                        "properties": {name: {"enum": list(values or dialogue.scene)} for name, values in fields.items()},
                    },
                },
            }
            for kind, fields in KINDS.items()
            if dialogue.scene or None not in fields.values()
        ]
    }


def answered(answer: str, correction: Correction, dialogue: Dialogue) -> Correction | None:
    """A model's answer as a correction; None where it does not fit the schema, whatever it says."""
    try:
        told = json.loads(answer)
        kind, effect = told["kind"], told["effect"]
    except (ValueError, KeyError, TypeError):
        return None
    fields = KINDS.get(kind) if isinstance(kind, str) else None
    if fields is None or kind == "none" or not isinstance(effect, dict) or effect.keys() != fields.keys():
        return None
    if any(effect[name] not in (values or dialogue.scene) for name, values in fields.items()):
        return None
    return Correction(correction.text, kind, {**IMPLIED.get(kind, {}), **effect}, correction.heard, reply="as a language model read it")
