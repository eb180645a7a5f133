"""What could be done next, as a language model reads it: every call that the library offers over the scene, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from heedful.agents.planner.say import say_call
from heedful.skills import Skill
from heedful.types import Scene, SkillCall

DONE, ASK = "done", "ask for help"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to do next; without a call, to end or to ask."""

    text: str
    call: SkillCall | None = None


def options(library: Iterable[Skill], scene: Scene) -> list[Option]:
    """Every call over the scene's things that is of the kinds that its skill asks for, then `done` and asking for help."""
    found = [Option(plainly(say_call(c, scene)), c) for s in library for c in s.calls(scene)]
    return [*found, Option(DONE), Option(ASK)]


def plainly(text: str) -> str:
    """One line of words: a name that came with a scene may hold anything."""
    return " ".join(text.split())[:120]
