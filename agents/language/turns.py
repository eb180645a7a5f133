"""A language model asked one thing at a time, every answer held against what has been asked for since, and everything kept on record."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

import numpy as np
import numpy.typing as npt

from heedful.agents.language.model import JsonSchema, LanguageModel, LanguageModelError, Message, Scores

T = TypeVar("T")
BUSY = 1.0
"""How long a question waits for an earlier one that has been told to stop [s]."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and how it went; not what was said."""

    kind: Literal["score", "generate", "ask"]
    epoch: int
    """When it was asked, in edits of the goal."""
    seconds: float
    outcome: str
    """How it was scored, `ok`, or the code of the error."""


class InTurn:
    """Any language model, with what every planner may rely on: at most one question under way, stale answers dropped, notices heard.

    Edits of goal or plan, and the end of a run, raise the epoch by `cancel`; an answer that was asked for in an older one is no answer.

    Args:
      model: Who answers.
      first: Who reads a sentence first: `embedded`, and the model only where the rules do not understand; or `model`.
    """

    def __init__(self, model: LanguageModel, first: Literal["embedded", "model"] = "embedded") -> None:
        self.model, self.first = model, first
        self.epoch = 0
        self.exchanges: list[Exchange] = []
        self.notices: list[str] = []
        """What a person should know: the model did not answer, or was used in place of the rules."""
        self.on_notice: Callable[[str], None] | None = None
        self._turn = threading.Lock()

    @property
    def name(self) -> str:
        return self.model.name

    def score(self, prompt: str, options: Sequence[str]) -> Scores:
        return self._ask("score", lambda: self.model.score(prompt, options), lambda s: s.scorer)

    def generate(self, messages: Sequence[Message], schema: JsonSchema | None = None) -> str:
        return self._ask("generate", lambda: self.model.generate(messages, schema))

    def ask(self, image: npt.NDArray[np.uint8], question: str) -> str:
        return self._ask("ask", lambda: self.model.ask(image, question))

    def notice(self, sentence: str) -> None:
        """Tell a person, once for each thing there is to tell."""
        if sentence not in self.notices:
            self.notices.append(sentence)
            if self.on_notice:
                self.on_notice(sentence)

    def begin(self, on_notice: Callable[[str], None] | None = None) -> None:
        """A new instruction: nothing has been asked yet."""
        self.cancel()
        self.exchanges, self.notices, self.on_notice = [], [], on_notice

    def cancel(self) -> None:
        """What has been asked so far is not wanted any more."""
        self.epoch += 1
        if self._turn.locked() and (stop := getattr(self.model, "cancel", None)):
            stop()

    def close(self) -> None:
        """Let go of the model."""
        self.cancel()
        if end := getattr(self.model, "close", None):
            end()

    def report(self) -> dict[str, Any]:
        """What an episode keeps: who was asked, how often, and how it went."""
        told = [{"kind": e.kind, "epoch": e.epoch, "seconds": round(e.seconds, 3), "outcome": e.outcome} for e in self.exchanges]
        return {"name": self.name, "calls": told}

    def _ask(self, kind: Literal["score", "generate", "ask"], question: Callable[[], T], how: Callable[[T], str] = lambda _: "ok") -> T:
        epoch, start = self.epoch, time.monotonic()
        outcome = "raised"
        if not self._turn.acquire(timeout=BUSY):
            raise LanguageModelError("limited", f"{self.name} is still busy with an earlier question")
        try:
            if epoch == self.epoch:
                found = question()
            if epoch != self.epoch:
                raise LanguageModelError("cancelled", f"{self.name} answered what nobody asks any more")
            outcome = how(found)
            return found
        except LanguageModelError as error:
            outcome = error.code
            raise
        finally:
            self._turn.release()
            self.exchanges.append(Exchange(kind, epoch, time.monotonic() - start, outcome))


def notice(model: object, sentence: str) -> None:
    """Tell a person by way of a model that is asked in turn; one that is not tells nobody."""
    if isinstance(model, InTurn):
        model.notice(sentence)
