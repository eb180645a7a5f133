"""A language model on this machine: any causal language model, or one with eyes, that transformers loads by path or hub id."""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from heedful.agents.language.check import NotJson, problem, read
from heedful.agents.language.decoding import grammar_of, tokens_after
from heedful.agents.language.model import JsonSchema, LanguageModelError, Message, Scores
from heedful.agents.language.scoring import Scorer

INSTALL = 'a local language model needs torch and transformers: pip install "heedful[learn]"'
REPAIRS = 1
"""Further turns in which a model may mend an answer that fits no schema; not needed where a grammar holds it."""


class Local:
    """Scores exactly, by one pass over the options' token tree, and generates within a schema.

    Args:
      model: A folder, or a name on the Hugging Face hub, which is downloaded.
      device: `cpu`, `cuda`, `mps` …; empty: a GPU if there is one.
      dtype: `float32`, `bfloat16` …; empty: float32 on a CPU, what the model was saved in elsewhere.
      timeout_s: Longest time for one answer [s].
      max_tokens: Longest answer.
      threads: CPU threads; 0: all cores but one, which is the control loop's.
    """

    def __init__(
        self, model: str = "", device: str = "", dtype: str = "", timeout_s: float = 20.0, max_tokens: int = 512, threads: int = 0
    ) -> None:
        if not model:
            raise ValueError("language=local needs a model: language.model=PATH, or a name on the Hugging Face hub")
        try:
            import torch
            import transformers
        except ImportError as error:
            raise ImportError(f"{INSTALL} ({error})") from None
        self.name = f"local:{Path(model).name}"
        self.timeout_s, self.max_tokens = timeout_s, max_tokens
        torch.set_num_threads(threads or max(1, (os.cpu_count() or 2) - 1))
        device = device or ("cuda" if torch.cuda.is_available() else "cpu")
        wanted = getattr(torch, dtype, None) if dtype else torch.float32 if device == "cpu" else "auto"
        if wanted is None:
            raise ValueError(f"there is no dtype {dtype!r}; float32, bfloat16 and float16 are usual")
        transformers.utils.logging.disable_progress_bar()
        try:
            config = transformers.AutoConfig.from_pretrained(model)
            self.sees = getattr(config, "vision_config", None) is not None
            kind = transformers.AutoModelForImageTextToText if self.sees else transformers.AutoModelForCausalLM
            self.model = _loaded(kind, model, wanted).to(device).eval()
            self._processor = transformers.AutoProcessor.from_pretrained(model) if self.sees else None
            self.tokenizer = self._processor.tokenizer if self._processor else transformers.AutoTokenizer.from_pretrained(model)
        except (OSError, ValueError, KeyError, ImportError) as error:
            said = " ".join(str(error).split())[:160]
            raise ValueError(f"{model} cannot be loaded as a language model: {said}") from None
        start = self.tokenizer.bos_token_id
        ends = self.model.generation_config.eos_token_id if getattr(self.model, "generation_config", None) else None
        known = ends if isinstance(ends, list) else [ends, self.tokenizer.eos_token_id]
        self.ends = frozenset(int(e) for e in known if e is not None)
        self.scorer = Scorer(self.model, int(start if start is not None else min(self.ends, default=0)))
        self._kept: dict[str, Any] = {}
        self._stop = threading.Event()
        self.on_text: Callable[[str], None] | None = None
        """Told of an answer while it is made: what was said so far."""

    def score(self, prompt: str, options: Sequence[str]) -> Scores:
        """Log-probability of each option after the prompt, exact."""
        go_on = self._until()
        alone, *whole = self.tokenizer([prompt, *(prompt + o for o in options)])["input_ids"]
        ended = bool(alone) and alone[-1] in self.ends and len(alone) > 1  # some tokenizers close what they are given
        if ended:
            alone, whole = alone[:-1], [w[:-1] for w in whole]
        logp = self.scorer.score(alone, whole, go_on)
        return Scores(logp, np.array([max(1, len(w) - len(alone)) for w in whole]), "exact")

    def generate(self, messages: Sequence[Message], schema: JsonSchema | None = None) -> str:
        """The model's next turn."""
        if schema is None:
            return self._said(messages, None, self._until())
        if choices := _choices(schema):
            best = int(np.argmax(self.score(self._prompt(messages), choices).logp))
            return choices[best]
        go_on = self._until()
        turns = [*messages]
        wrong = ""
        for _ in range(1 + REPAIRS):
            text = self._said(turns, schema, go_on)
            try:
                wrong = problem(read(text), schema)
            except NotJson as error:
                wrong = str(error)
            if not wrong:
                return text
            turns = [*turns, Message("assistant", text), Message("user", f"That does not fit: {wrong}. Answer with corrected JSON alone.")]
        raise LanguageModelError("invalid", f"{self.name} gave no answer of the form that was asked for: {wrong}")

    def ask(self, image: npt.NDArray[np.uint8], question: str) -> str:
        """The answer to a question about an image. Shape: (height, width, 3)."""
        if not self._processor:
            raise LanguageModelError("unsupported", f"{self.name} reads words only; a question about an image needs a model with eyes")
        content = [{"type": "image"}, {"type": "text", "text": question}]
        if getattr(self._processor, "chat_template", None):
            text = self._processor.apply_chat_template([{"role": "user", "content": content}], add_generation_prompt=True)
        else:
            text = f"{getattr(self._processor, 'image_token', '<image>')}\n{question}\n"
        given = dict(self._processor(images=[np.ascontiguousarray(image)], text=[text], return_tensors="pt").to(self.model.device))
        return self._answer(given, None, self._until())

    def cancel(self) -> None:
        """Stop what is being answered; its caller gets a LanguageModelError."""
        self._stop.set()

    def close(self) -> None:
        """Nothing is held but memory."""
        self.cancel()

    def _until(self) -> Callable[[], None]:
        """What stops an answer that began now: its deadline, or somebody's word."""
        self._stop.clear()
        end = time.monotonic() + self.timeout_s

        def go_on() -> None:
            if self._stop.is_set():
                raise LanguageModelError("cancelled", f"{self.name} was stopped before it had answered")
            if time.monotonic() > end:
                raise LanguageModelError("timeout", f"{self.name} had not answered after {self.timeout_s:g} s")

        return go_on

    def _prompt(self, messages: Sequence[Message]) -> str:
        """A conversation as the model was taught to read it, up to where its turn begins."""
        if self.tokenizer.chat_template:
            turns = [{"role": m.role, "content": m.content} for m in messages]
            return str(self.tokenizer.apply_chat_template(turns, tokenize=False, add_generation_prompt=True, enable_thinking=False))
        return "".join(f"{m.role}: {m.content}\n" for m in messages) + "assistant: "

    def _said(self, messages: Sequence[Message], schema: JsonSchema | None, go_on: Callable[[], None]) -> str:
        grammar = grammar_of(self.tokenizer, schema, self._kept) if schema is not None else None
        if schema is not None and grammar is None:
            told = f"Answer with JSON alone, of this schema: {json.dumps(schema)}"
            messages = [*messages[:-1], Message(messages[-1].role, f"{messages[-1].content}\n{told}")] if messages else []
        templated = bool(self.tokenizer.chat_template)
        given = self.tokenizer(self._prompt(messages), return_tensors="pt", add_special_tokens=not templated).to(self.model.device)
        return self._answer({"input_ids": given["input_ids"]}, grammar, go_on)

    def _answer(self, given: dict[str, Any], grammar: Any, go_on: Callable[[], None]) -> str:
        said: list[int] = []
        for token in tokens_after(self.model, given, self.scorer.cache_name, grammar, self.ends, self.max_tokens, go_on):
            said.append(token)
            if self.on_text:
                self.on_text(str(self.tokenizer.decode(said, skip_special_tokens=True)))
        return str(self.tokenizer.decode(said, skip_special_tokens=True)).strip()


def _loaded(kind: Any, model: str, dtype: Any) -> Any:
    """A model whose attention takes masks of our own, if it has such; the name of `dtype` has changed in transformers 5."""
    given: dict[str, Any] = {"dtype": dtype}
    for attention in ("sdpa", "eager", ""):
        try:
            return kind.from_pretrained(model, **given, **({"attn_implementation": attention} if attention else {}))
        except TypeError:
            given = {"torch_dtype": dtype}
        except ValueError as error:
            if not attention or "attention" not in str(error).lower():
                raise
    return kind.from_pretrained(model, **given)


def _choices(schema: JsonSchema) -> list[str]:
    """Every answer that a schema allows, where it is a mere list of them: then the model chooses by exact score."""
    return [json.dumps(c) for c in schema["enum"]] if set(schema) <= {"enum", "type", "title", "description"} and "enum" in schema else []
