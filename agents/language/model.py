"""What is asked of a language model: how likely each of some options is, a text, or the answer to a question about an image."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import numpy as np
import numpy.typing as npt

JsonSchema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a conversation."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Scores:
    """How likely a model finds each of some options as the continuation of a prompt."""

    logp: npt.NDArray[np.float64]
    """Natural log-probability of each option, summed over its tokens. Shape: (options,). Floors stand for what a model did not tell."""
    tokens: npt.NDArray[np.int64]
    """Tokens that each option is made of; for the mean. Shape: (options,)."""
    scorer: str
    """How it was found: `exact`, `top_logprobs`, `samples`, `ranking`, `rules` …; the ladder of a server, or a stand-in without a model."""

    @property
    def probabilities(self) -> npt.NDArray[np.float64]:
        """Normalised over the options. Shape: (options,)."""
        shifted = np.exp(self.logp - np.max(self.logp)) if len(self.logp) else self.logp
        return shifted / np.sum(shifted) if len(self.logp) else shifted


class LanguageModelError(RuntimeError):
    """A model that did not answer, or not in time, or not as asked: one sentence that names no key and quotes no more than a line."""

    def __init__(
        self, code: Literal["timeout", "unreachable", "refused", "limited", "broken", "invalid", "unsupported", "cancelled"], sentence: str
    ) -> None:
        super().__init__(sentence)
        self.code = code


class LanguageModel(Protocol):
    """Any language model. Every method blocks until it answers or its deadline passes, and raises LanguageModelError then.

    Nothing that runs in the control loop may call one.
    """

    @property
    def name(self) -> str:
        """As every result row names it: `rules`, `local:NAME`, `server:NAME`, `recorded:NAME`."""
        ...

    def score(self, prompt: str, options: Sequence[str]) -> Scores:
        """How likely each option is to follow the prompt."""
        ...

    def generate(self, messages: Sequence[Message], schema: JsonSchema | None = None) -> str:
        """The next turn; with a schema, JSON that should fit it and that the caller validates."""
        ...

    def ask(self, image: npt.NDArray[np.uint8], question: str) -> str:
        """The answer to a question about an image. Shape: (height, width, 3)."""
        ...
