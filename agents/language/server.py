"""A language model on a server: any endpoint that speaks as OpenAI's does, in the same room or across the world."""

from __future__ import annotations

import base64
import json
import os
import re
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import numpy.typing as npt

from heedful.agents.language import ladder
from heedful.agents.language.breaker import Breaker
from heedful.agents.language.capability import Capabilities, capabilities, scorer, structured
from heedful.agents.language.check import NotJson, problem, read
from heedful.agents.language.model import JsonSchema, LanguageModelError, Message, Scores
from heedful.agents.language.wire import Declined, Limited, Wire, text_of
from heedful.recording.png import png

PATIENT = 2.0
"""Longest wait that a server may ask for before it is asked once more [s]."""
AGAIN = frozenset({"broken", "unreachable", "limited"})
"""Failures after which it is asked once more, if there is time."""
REPAIRS = 1
"""Further turns in which a model may mend an answer that does not fit."""


class Server:
    """Asks an endpoint with a deadline for every question; what it can do is found out once.

    Args:
      model: As the endpoint calls it; empty: the only one that it serves.
      base_url: Such as `http://localhost:11434/v1`.
      api_key_env: Name of the environment variable that holds the key; empty: none is sent.
      timeout_s: Longest time for one question, with everything that it takes [s].
      connect_s: Longest wait for a connection [s].
      retries: How often a question is asked again after a failure of the endpoint, if there is time: 0 or 1.
      max_tokens: Longest answer.
    """

    def __init__(
        self, model: str = "", base_url: str = "", api_key_env: str = "", timeout_s: float = 20.0, connect_s: float = 2.0, retries: int = 1,
        max_tokens: int = 1024,
    ) -> None:  # fmt: skip
        base_url = _address(base_url)
        self.model, self.base_url = model, base_url
        self.timeout_s, self.retries, self.max_tokens = timeout_s, retries, max_tokens
        self._wire = Wire(base_url, f"the language model at {urlsplit(base_url).netloc}", _key(api_key_env), connect_s)
        self._breaker = Breaker(self._wire.name)
        self.on_text: Callable[[str], None] | None = None
        """Told of an answer while it is made: what was said so far."""

    @property
    def name(self) -> str:
        return f"server:{self.model or urlsplit(self.base_url).netloc}"

    @property
    def can(self) -> Capabilities:
        """What is known of the endpoint."""
        return capabilities(self.base_url, self.model)

    def score(self, prompt: str, options: Sequence[str]) -> Scores:
        """How likely each option is to follow the prompt, by the best way that the endpoint offers."""
        if not options:
            return Scores(np.zeros(0), np.zeros(0, dtype=np.int64), "exact")
        ask = self._asker()
        with self.can.lock:
            if self.can.scorer is None:
                if self.can.structured is None:
                    self.can.structured = structured(ask, self._wire.name)
                self.can.scorer = scorer(ask, self.can.structured)
        while self.can.scorer != "ranking":
            by = {"exact": ladder.exact, "top_logprobs": ladder.top_logprobs, "samples": ladder.samples}[self.can.scorer]
            try:
                return by(ask, prompt, options)
            except LanguageModelError as error:  # it could when it was tried, but thinks aloud first, or merges its tokens otherwise
                if error.code not in ("invalid", "unsupported"):
                    raise
                self.can.scorer = "top_logprobs" if self.can.scorer == "exact" else "ranking"
        return ladder.ranking(self._within(ask), prompt, options)

    def generate(self, messages: Sequence[Message], schema: JsonSchema | None = None) -> str:
        """The model's next turn."""
        ask = self._asker()
        return self._within(ask)(messages, schema)

    def ask(self, image: npt.NDArray[np.uint8], question: str) -> str:
        """The answer to a question about an image. Shape: (height, width, 3)."""
        data = base64.b64encode(png(np.ascontiguousarray(image))).decode()
        picture = {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{data}"}}
        body = {"messages": [{"role": "user", "content": [{"type": "text", "text": question}, picture]}], "max_tokens": self.max_tokens}
        return text_of(self._asker()("chat", body), self._wire.name).strip()

    def cancel(self) -> None:
        """End what is under way; its caller gets a LanguageModelError."""
        self._wire.cancel()

    def close(self) -> None:
        """Hang up."""
        self._wire.close()

    def _asker(self) -> Callable[[str, Mapping[str, Any]], dict[str, Any]]:
        """Posts requests of one question, all of them within its deadline."""
        end = time.monotonic() + self.timeout_s
        self._breaker.check()
        if not self.model:
            self.model = self._only(self._tried(self._wire.models, end))
        return partial(self._ask, end)

    def _only(self, served: Sequence[str]) -> str:
        if len(served) != 1:
            known = f"it serves {', '.join(served[:8])}" if served else "it names none"
            raise LanguageModelError("refused", f"name the model of {self._wire.name} with language.model; {known}")
        return served[0]

    def _ask(self, end: float, path: Any, body: Mapping[str, Any]) -> Any:
        """One request, put as the endpoint likes it. With `stream` in the body the text, else the answer as plain data."""
        while True:
            adapted = {"model": self.model, **self.can.adapted(body)}
            try:
                if adapted.pop("stream", False) and "no_stream" not in self.can.quirks:
                    return self._tried(partial(self._wire.stream, adapted, on_text=self.on_text), end)
                answer = self._tried(partial(self._wire.post, path, adapted), end)
                return text_of(answer, self._wire.name) if body.get("stream") else answer
            except Declined as declined:
                if not self.can.learn(declined, body):
                    raise

    def _tried(self, send: Callable[[float], Any], end: float) -> Any:
        """Send, once more if the endpoint fails and there is time, and keep count of its failures."""
        for left in range(self.retries, -1, -1):
            try:
                found = send(end - time.monotonic())
            except LanguageModelError as error:
                after = error.after if isinstance(error, Limited) else 0.0
                self._breaker.bad(error, after)
                rest = end - time.monotonic() - after
                if not left or error.code not in AGAIN or after > PATIENT or rest < 0.5:
                    raise
                if after:
                    self._wire.wait(after)
                continue
            self._breaker.good()
            return found
        raise AssertionError("the last attempt returns or raises")

    def _within(self, ask: Any) -> Callable[[Sequence[Message], JsonSchema | None], str]:
        """Says the next turn; with a schema, checked, and mended once."""

        def say(messages: Sequence[Message], schema: JsonSchema | None = None) -> str:
            if schema is None:
                return str(ask("chat", self._turn(messages, None)))
            with self.can.lock:
                if self.can.structured is None:
                    self.can.structured = structured(ask, self._wire.name)
            turns, wrong, form = [*messages], "", self.can.structured
            for _ in range(1 + REPAIRS):
                try:
                    text = str(ask("chat", self._turn(turns, schema, form)))
                except Declined:
                    if form == "plain":
                        raise
                    form = "plain"  # this schema it does not take
                    text = str(ask("chat", self._turn(turns, schema, form)))
                try:
                    found = read(text)
                    wrong = problem(found, schema)
                except NotJson as error:
                    wrong = str(error)
                if not wrong:
                    return json.dumps(found)
                turns = [
                    *turns,
                    Message("assistant", text[:2000]),
                    Message("user", f"That does not fit: {wrong}. Answer with corrected JSON alone."),
                ]
            raise LanguageModelError("invalid", f"{self._wire.name} gave no answer of the form that was asked for: {wrong}")

        return say

    def _turn(self, messages: Sequence[Message], schema: JsonSchema | None, form: str | None = "plain") -> dict[str, Any]:
        """A request for the next turn of a conversation."""
        body: dict[str, Any] = {"stream": True, "max_tokens": self.max_tokens, "temperature": 0}
        turns = [{"role": m.role, "content": m.content} for m in messages]
        if schema is not None and form == "json_schema":
            body["response_format"] = {"type": "json_schema", "json_schema": {"name": "answer", "schema": schema, "strict": strict(schema)}}
        elif schema is not None:
            if form == "json_object":
                body["response_format"] = {"type": "json_object"}
            turns[-1]["content"] += f"\nAnswer with JSON alone, of this schema: {json.dumps(schema)}"
        return {"messages": turns, **body}


def strict(schema: Any) -> bool:
    """Whether a schema is of the kind that OpenAI takes as strict: every object names all it has, and has nothing else."""
    if isinstance(schema, list):
        return all(map(strict, schema))
    if not isinstance(schema, Mapping):
        return True
    closed = schema.get("type") != "object" or (
        schema.get("additionalProperties") is False and set(schema.get("required", ())) == set(schema.get("properties", {}))
    )
    return closed and "prefixItems" not in schema and "oneOf" not in schema and all(map(strict, schema.values()))


def _address(url: str) -> str:
    """An endpoint's address, which may hold no secret: it is written into every run's folder. Raises ValueError."""
    if not url:
        raise ValueError("language=server needs an endpoint: language.base_url=http://localhost:11434/v1")
    try:
        parts = urlsplit(url)
        secret = bool("@" in parts.netloc or parts.query or parts.fragment)
        sound = bool(parts.scheme in ("http", "https") and parts.hostname and (parts.port is None or parts.port > 0))
    except ValueError:
        secret = sound = False
    if secret:
        raise ValueError("language.base_url may hold no key: put it into an environment variable, and name that with language.api_key_env")
    if not sound:
        raise ValueError(f"language.base_url should look like http://localhost:11434/v1, got {url[:80]!r}")
    return url.rstrip("/")


def _key(variable: str) -> str:
    """The key in an environment variable. Raises ValueError, which does not repeat what was given: it may be a key."""
    if not variable:
        return ""
    if not re.fullmatch(r"[A-Z_][A-Z0-9_]*", variable):
        raise ValueError("language.api_key_env is the name of an environment variable, such as OPENAI_API_KEY, never the key itself")
    if not (key := os.environ.get(variable, "").strip()):
        raise ValueError("the environment variable that language.api_key_env names is not set")
    return key
