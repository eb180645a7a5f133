"""A language model emits the Program: by a schema of what there is here, held against scene and planner, then planned for by search."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from heedful.agents.language.model import LanguageModel, LanguageModelError
from heedful.agents.language.turns import notice
from heedful.agents.planner.emitting import emitted
from heedful.agents.planner.state import PlannedSkill
from heedful.agents.planner.symbolic import Symbolic
from heedful.episode import Understanding, Verdict
from heedful.types import Observation, Scene, SkillCall


class Llm(Symbolic):
    """Every sentence is read by the language model; what it says is validated, mended once, or refused. Plans as `Symbolic` does."""

    def __init__(
        self,
        library: Iterable[PlannedSkill],
        can: Callable[[SkillCall, Observation], float] | None = None,
        model: LanguageModel | None = None,
    ) -> None:
        super().__init__(library, can)
        self.model = model

    def understand(self, words: str, scene: Scene) -> Understanding:
        """What the model takes the words to mean; the rules where it does not answer, which is said."""
        if self.model is None:
            sentence = "planner=llm needs a language model: add language=local language.model=PATH, or language=server language.base_url=…"
            return Understanding(None, Verdict.NOT_UNDERSTOOD, sentence, code="no_model")
        if not words.strip():
            return Symbolic.understand(self, words, scene)
        try:
            return emitted(self.model, words, scene, self.library, Symbolic(self.library, self.can))
        except LanguageModelError as error:
            if error.code == "cancelled":
                raise
            notice(self.model, f"{error}; the embedded rules read it instead")
        except (ValueError, KeyError, TypeError):  # of a model that holds nothing against the schema itself
            notice(self.model, f"{self.model.name} answered in no form that a program could have; the embedded rules read it instead")
        return Symbolic.understand(self, words, scene)
