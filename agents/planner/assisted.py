"""A planner with a language model to help it understand: rules first, or the model first, and the rules alone when the model is silent."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from heedful.agents.language.model import LanguageModelError
from heedful.agents.language.turns import InTurn
from heedful.agents.planner.emitting import emitted
from heedful.agents.planner.state import PlannedSkill
from heedful.episode import Episode, Plan, Planner, Understanding, Verdict
from heedful.types import Observation, Scene


@dataclass(slots=True)
class Assisted:
    """Understands with a model's help, and plans as the planner within does. Whatever the model says is held against scene and planner."""

    planner: Planner
    library: Iterable[PlannedSkill]
    language: InTurn

    def understand(self, words: str, scene: Scene) -> Understanding:
        """What the words ask for. Where a model was used, or should have been, the sentence or a notice says so."""
        if self.language.first == "model":
            found = self._asked(words, scene, "the embedded rules read it instead")
            return found if found is not None and found.program is not None else self.planner.understand(words, scene)
        rules = self.planner.understand(words, scene)
        if rules.program is not None or rules.verdict not in (None, Verdict.NOT_UNDERSTOOD):
            return rules
        found = self._asked(words, scene, "the embedded rules alone have read it")
        if found is None:
            return rules
        if found.program is not None:
            self.language.notice(f"the embedded rules did not understand this, and {self.language.name} was asked: {found.sentence}")
            return found
        return replace(found, sentence=f"{rules.sentence}; {found.sentence}")

    def plan(self, episode: Episode, observation: Observation) -> Plan:
        """As the planner within."""
        return self.planner.plan(episode, observation)

    def _asked(self, words: str, scene: Scene, instead: str) -> Understanding | None:
        """What the model takes words to mean; None, with a notice, if it does not answer."""
        try:
            found = emitted(self.language, words, scene, self.library, self.planner)
        except LanguageModelError as error:
            if error.code != "cancelled":
                self.language.notice(f"{error}; {instead}")
            return None
        if found.program is None and self.language.first == "model":
            self.language.notice(f"{found.sentence}; {instead}")
        return found


def planning(plans: Any, library: Iterable[PlannedSkill], language: InTurn | None) -> Planner:
    """A planner from what builds it, with the language model that it takes; one that takes none is assisted.

    Args:
      plans: A callable taking the skill library, and `language` or `model` if it asks a model itself; or a Planner.
    """
    takes = [name for name in ("language", "model") if callable(plans) and name in _parameters(plans)]
    given = {takes[0]: language} if takes and language is not None else {}
    planner: Planner = plans(library, **given) if callable(plans) else plans
    return planner if language is None or takes else Assisted(planner, library, language)


def _parameters(plans: Callable[..., Any]) -> Iterable[str]:
    try:
        return inspect.signature(plans).parameters
    except (TypeError, ValueError):
        return ()
