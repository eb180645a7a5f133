"""What could be done next, as a language model reads it: every call that the library offers over the scene, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from heedful.agents.language.quoting import one_line
from heedful.agents.planner.say import say_call
from heedful.skills import Skill
from heedful.types import Scene, SkillCall

LONGEST = 120
"""Characters of an option: a name that came with a scene may hold anything."""
DONE, ASK = "done", "ask for help"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to do next; without a call, to end or to ask."""

    text: str
    call: SkillCall | None = None


def options(library: Iterable[Skill], scene: Scene) -> list[Option]:
    """Every call over the scene's things that is of the kinds that its skill asks for, then `done` and asking for help."""
    found = [Option(one_line(say_call(c, scene), LONGEST), c) for s in library for c in s.calls(scene)]
    return [*found, Option(DONE), Option(ASK)]
