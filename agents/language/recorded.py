"""Answers from a file: what another model said is written down as it says it, and said again word for word, without it."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from heedful.agents.language.model import JsonSchema, LanguageModel, LanguageModelError, Message, Scores

T = TypeVar("T")
NO_PROBABILITY = -1e9
"""Stands for minus infinity, which JSON does not know."""


def key_of(kind: str, *question: Any) -> str:
    """What a question is found by: a hash of all of it."""
    return hashlib.sha256(json.dumps([kind, *question], sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:24]


class Recorded:
    """Says what was said before.

    Args:
      record: A file of JSON lines as `Recording` writes it; of a question answered twice the last answer counts.
    """

    def __init__(self, record: str = "") -> None:
        if not record:
            raise ValueError("language=recorded needs a file of answers: language.record=answers.jsonl")
        self.path = Path(record).expanduser()
        self.name = f"recorded:{self.path.stem}"
        try:
            rows = [json.loads(line) for line in self.path.read_text(encoding="utf-8").splitlines() if line.strip()]
            self._answers = {row["key"]: row for row in rows}
        except OSError as error:
            raise ValueError(f"the recorded answers cannot be read: {error.strerror or error}: {self.path}") from None
        except (ValueError, KeyError, TypeError):
            raise ValueError(f"{self.path} is no record of answers: expected a line of JSON with a 'key' for each") from None

    def score(self, prompt: str, options: Sequence[str]) -> Scores:
        row = self._row("score", prompt, prompt, list(options))
        try:
            return Scores(np.array(row["logp"], dtype=float), np.array(row["tokens"], dtype=np.int64), str(row["scorer"]))
        except (KeyError, ValueError, TypeError):
            raise self._unreadable(row) from None

    def generate(self, messages: Sequence[Message], schema: JsonSchema | None = None) -> str:
        return self._text(self._row("generate", messages[-1].content if messages else "", *_turns(messages), schema))

    def ask(self, image: npt.NDArray[np.uint8], question: str) -> str:
        return self._text(self._row("ask", question, _pixels(image), question))

    def _row(self, kind: str, shown: str, *question: Any) -> dict[str, Any]:
        found: dict[str, Any] | None = self._answers.get(key_of(kind, *question))
        if found is None:
            line = " ".join(shown.split())[-60:]
            raise LanguageModelError("unsupported", f"{self.path.name} has no answer to this {kind} question, which ends in “{line}”")
        if "error" in found:
            raise LanguageModelError(found["error"]["code"], str(found["error"]["sentence"]))
        return found

    def _text(self, row: dict[str, Any]) -> str:
        if not isinstance(row.get("text"), str):
            raise self._unreadable(row)
        return str(row["text"])

    def _unreadable(self, row: dict[str, Any]) -> LanguageModelError:
        return LanguageModelError("broken", f"the record {str(row.get('key'))[:24]} of {self.path.name} cannot be read")


class Recording:
    """Asks another model, and writes every answer and every failure down. No key is in what is written: none is part of a question.

    Args:
      model: Who answers.
      record: The file that lines are added to.
    """

    def __init__(self, model: LanguageModel, record: str) -> None:
        self.model, self.path = model, Path(record).expanduser()
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.touch()
        except OSError as error:
            raise ValueError(f"answers cannot be recorded in {self.path}: {error.strerror or error}") from None

    @property
    def name(self) -> str:
        return self.model.name

    def score(self, prompt: str, options: Sequence[str]) -> Scores:
        return self._noted(key_of("score", prompt, list(options)), lambda: self.model.score(prompt, options), _scored)

    def generate(self, messages: Sequence[Message], schema: JsonSchema | None = None) -> str:
        return self._noted(key_of("generate", *_turns(messages), schema), lambda: self.model.generate(messages, schema), _said)

    def ask(self, image: npt.NDArray[np.uint8], question: str) -> str:
        return self._noted(key_of("ask", _pixels(image), question), lambda: self.model.ask(image, question), _said)

    def cancel(self) -> None:
        if stop := getattr(self.model, "cancel", None):
            stop()

    def close(self) -> None:
        if end := getattr(self.model, "close", None):
            end()

    def _noted(self, key: str, question: Callable[[], T], plain: Callable[[T], dict[str, Any]]) -> T:
        try:
            found = question()
        except LanguageModelError as error:
            if error.code != "cancelled":
                self._write({"key": key, "error": {"code": error.code, "sentence": str(error)}})
            raise
        self._write({"key": key, **plain(found)})
        return found

    def _write(self, row: dict[str, Any]) -> None:
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _turns(messages: Sequence[Message]) -> list[list[str]]:
    return [[m.role, m.content] for m in messages]


def _pixels(image: npt.NDArray[np.uint8]) -> str:
    return hashlib.sha256(np.ascontiguousarray(image).tobytes()).hexdigest()[:24] + str(image.shape)


def _said(text: str) -> dict[str, Any]:
    return {"text": text}


def _scored(scores: Scores) -> dict[str, Any]:
    logp = [float(v) if math.isfinite(v) else NO_PROBABILITY for v in scores.logp]
    return {"logp": logp, "tokens": [int(t) for t in scores.tokens], "scorer": scores.scorer}
