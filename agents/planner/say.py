"""Calls and plans in words: `pick up the red block, then put it in the blue bowl`."""

from __future__ import annotations

from collections.abc import Sequence

from heedful.predicates import name_of
from heedful.types import Scene, SkillCall

SAYINGS = {
    "pick": "pick up {object}",
    "place_in": "put {object} in {target}",
    "place_on": "put {object} on {target}",
    "place_next_to": "put {object} next to {target}",
    "stack": "put {object} on {target}",
    "open_drawer": "open {drawer}",
    "close_drawer": "close {drawer}",
    "place_at": "put {object} on {target}",
    "place_left_of": "put {object} left of {target}",
    "place_right_of": "put {object} right of {target}",
    "place_in_front_of": "put {object} in front of {target}",
    "place_behind": "put {object} behind {target}",
    "push": "push {object} onto {target}",
    "push_next_to": "push {object} next to {target}",
    "press": "press {button}",
    "switch_on": "switch on {lamp}",
    "switch_off": "switch off {lamp}",
    "turn_on": "turn on {faucet}",
    "turn_off": "turn off {faucet}",
    "wipe": "wipe up {spill} with {sponge}",
    "pour": "pour {source} into {target}",
    "stand_up": "stand {object} up",
    "turn_over": "turn {object} over",
    "open_door": "open {door}",
    "close_door": "close {door}",
    "home": "go home",
    "look": "look around",
    "wait": "wait {seconds} s",
    "reach": "reach over {object}",
    "go_to": "go to {object}",
    "pick_up": "pick up {object}",
    "put_down": "put down {object}",
    "put_next_to": "put {object} next to {target}",
    "unlock": "unlock {object} with {key}",
    "stay": "let a step pass",
    "go_there": "bring {object} to {target}",
    "drag": "draw {object} to {target}",
    "carry": "carry {object} to {target}",
}
"""How the built-in skills are said; others are said by their names and arguments."""


def say_call(call: SkillCall, scene: Scene | None = None, it: str = "") -> str:
    """One call in words.

    Args:
      call: The call.
      scene: Where its ids are.
      it: An id that is said as `it`.
    """
    shown = {k: "it" if v == it else name_of(v, scene) if isinstance(v, str) else f"{v:g}" for k, v in call.args}
    try:
        return SAYINGS[call.skill].format(**shown)
    except KeyError:
        return " ".join([call.skill.replace("_", " "), *shown.values()])


def say_plan(calls: Sequence[SkillCall | tuple[SkillCall, ...]], scene: Scene | None = None) -> str:
    """Calls in words, what was just spoken of as `it`."""
    said: list[str] = []
    last = ""
    for step in calls:
        together = [step] if isinstance(step, SkillCall) else list(step)
        said.append(" and ".join(say_call(c, scene, last) for c in together))
        ids = [v for c in together for v in c.kwargs.values() if isinstance(v, str)]
        last = ids[0] if ids else ""
    return ", then ".join(said)
