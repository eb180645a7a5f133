"""What one might say now, with one click: corrections that fit what is done, answers, and what could be asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from heedful.agents.corrections.dialogue import Dialogue
from heedful.predicates import name_of
from heedful.types import Scene

MOST = 8
OFFERED = 4
"""Instructions that are offered at most to a robot at rest."""
SLOW = 0.3
"""Share of the usual speed below which `slower` is no more offered."""
SEVERAL = 3
"""Other things of a kind up to which each is offered by its name."""


OF_REWARDS = ("faster", "slower", "higher", "lower", "the other one", "the other way", "care more about balance", "smoother")
"""What is offered while a reward is followed, where it edits that."""


@lru_cache(maxsize=256)
def edits_reward(text: str, stages: tuple[Any, ...], names: Any, at: int) -> bool:
    """Whether words edit a reward."""
    from heedful.agents.rewards.editing import Refused, edited

    return not isinstance(edited(stages, text, names, min(at, len(stages) - 1)), Refused)


@dataclass(frozen=True, slots=True)
class Moment:
    """What the chips depend on."""

    doing: str = "at rest"
    """As in a conversation's Status."""
    dialogue: Dialogue = Dialogue()
    choices: Sequence[str] = ()
    """What there is to choose between, where it asks."""
    asks: bool = False
    speed: float = 1.0
    shifted: bool = False
    """Whether a target is displaced by word."""
    corrected: bool = False
    """Whether anything was corrected in this run."""
    done: bool = False
    """Whether a run has ended before."""


def chips(now: Moment, ideas: Sequence[str] = ()) -> list[str]:
    """Sentences to say, the likeliest first.

    Args:
      now: What is going on.
      ideas: Instructions that make sense here.
    """
    match now.doing:
        case "stopped":
            return []
        case "at rest":
            return [*ideas[:OFFERED], *(("undo that", "why did you do that?") if now.done else ())][:MOST]
    if now.asks:
        return [*now.choices[: MOST - 1], "cancel"]
    if now.doing == "held":
        return ["go on", *_others(now.dialogue), "undo that", "cancel"][:MOST]
    if now.dialogue.reward:
        edits = [w for w in OF_REWARDS if edits_reward(w, now.dialogue.reward, now.dialogue.spoken_of, now.dialogue.stage)]
        return [*edits[: MOST - 2], *(["undo that"] if now.corrected else [])]
    found = ["a bit left", "a bit right", "a bit higher"] if now.dialogue.running_skill else []
    if now.shifted:
        found += ["more", "too much"]
    found += (["slower"] if now.speed > SLOW else []) + (["faster"] if now.speed < 1.0 else [])
    return [*found, *_others(now.dialogue), *(["undo that"] if now.corrected else [])][:MOST]


def _others(dialogue: Dialogue) -> list[str]:
    """Another thing of the same kind as the one that is handled."""
    mine = dialogue.object
    if mine is None:
        return []
    kind = mine.split()[-1]
    rest = [n for n in dialogue.scene if n != mine and n.split()[-1] == kind and n != dialogue.target]
    return [f"no, the {n}" for n in rest[:2]] if 0 < len(rest) <= SEVERAL else ["no, the other one"] if rest else []


def ideas(scene: Scene, understood: Callable[[str], bool], wanted: str = "") -> list[str]:
    """Instructions that this scene suggests and that are understood here, the task's own first.

    Args:
      scene: What is seen.
      understood: Whether words come to something.
      wanted: The task's own words, where there is a task.
    """
    loose = [t for t in scene.objects.values() if not t.fixed and t.cavity is None]
    places = [t for t in scene.objects.values() if not t.fixed and t.cavity is not None]
    found = [wanted] if wanted else []
    found += [f"put {_called(a.id, scene)} in {_called(b.id, scene)}" for a, b in zip(loose, places, strict=False)]
    found += [f"open {_called(t.id, scene)}" for t in scene.objects.values() if t.slide is not None or t.hinge is not None][:1]
    alike = [t for t in loose if loose and t.category == loose[0].category]
    if len(alike) > 2:
        found.append(f"stack {_called(alike[0].id, scene)} on {_called(alike[1].id, scene)}")
        found += [f"put all the {alike[0].category}s in {_called(t.id, scene)}" for t in places[:1]]
    return [words for words in dict.fromkeys(found) if understood(words)][:OFFERED]


def _called(thing: Any, scene: Scene) -> str:
    return name_of(thing, scene)
