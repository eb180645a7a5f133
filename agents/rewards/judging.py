"""The embedded reader of requests and corrections, as a set of records asks for it."""

from __future__ import annotations

from heedful.agents.rewards.editing import edit
from heedful.agents.rewards.reading import Understood, understand
from heedful.agents.sets.rewards import Coder, Editor, Made
from heedful.skills.rewards import Names, Reward


def embedded() -> tuple[Coder, Editor]:
    """What reads a request, and what reads a correction after it."""

    def coder(text: str, names: Names) -> Made:
        return _made(understand(text, names))

    def editor(stages: tuple[Reward, ...], text: str, names: Names) -> Made:
        return _made(edit(stages, text, names))

    return coder, editor


def _made(found: Understood) -> Made:
    return Made(found.stages, found.sentence, found.ask)
