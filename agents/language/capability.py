"""What an endpoint can do, found out by asking it once: 'OpenAI-compatible' promises little."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from heedful.agents.language.check import NotJson, read
from heedful.agents.language.ladder import choice_of, echoed, first_token
from heedful.agents.language.model import LanguageModelError
from heedful.agents.language.wire import Declined, text_of

Structured = Literal["json_schema", "json_object", "plain"]
Scorer = Literal["exact", "top_logprobs", "samples", "ranking"]
Ask = Callable[[str, Mapping[str, Any]], Mapping[str, Any]]


@dataclass(slots=True)
class Capabilities:
    """What is known of an endpoint and a model; None is not known yet."""

    structured: Structured | None = None
    """The strictest form of answer that it keeps to."""
    scorer: Scorer | None = None
    """The best way to score options."""
    quirks: set[str] = field(default_factory=set)
    """`no_temperature`, `completion_tokens`, `no_stream`: what it minds in a request."""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def adapted(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """A request without what the endpoint minds."""
        body = dict(body)
        if "no_temperature" in self.quirks:
            body.pop("temperature", None)
        if "completion_tokens" in self.quirks and "max_tokens" in body:
            body["max_completion_tokens"] = body.pop("max_tokens")
        return body

    def learn(self, declined: Declined, body: Mapping[str, Any]) -> bool:
        """Whether a refusal told of a quirk that was not known, so that it is worth asking again."""
        told = {
            "completion_tokens": "max_completion_tokens" in declined.about and "max_tokens" in body,
            "no_temperature": "temperature" in declined.about and "temperature" in body,
            "no_stream": bool(re.search(r"\bstream", declined.about)) and bool(body.get("stream")),
        }
        new = {quirk for quirk, seen in told.items() if seen} - self.quirks
        self.quirks |= new
        return bool(new)


_KNOWN: dict[tuple[str, str], Capabilities] = {}


def capabilities(base_url: str, model: str) -> Capabilities:
    """What is known of an endpoint's model in this process."""
    return _KNOWN.setdefault((base_url, model), Capabilities())


def structured(ask: Ask, name: str) -> Structured:
    """The strictest form of answer that an endpoint keeps to, told by a greeting that must come back as a choice."""
    hello = {"messages": [{"role": "user", "content": "Say hello. Answer in JSON."}], "max_tokens": 64, "temperature": 0}
    kinds: tuple[tuple[Structured, dict[str, Any]], ...] = (("json_schema", choice_of(1)), ("json_object", {"type": "json_object"}))
    for kind, form in kinds:
        try:
            told = read(text_of(ask("chat", {**hello, "response_format": form}), name))
        except (Declined, NotJson):
            continue
        if isinstance(told, dict) and (kind == "json_object" or told == {"choice": "o1"}):
            return kind
    return "plain"


def scorer(ask: Ask, form: Structured) -> Scorer:
    """The best way to score options: exact, if texts come back with log-probabilities; then the likeliest tokens; then what is chosen.

    Args:
      form: The strictest form of answer it keeps to.
    """
    text = "one two three"
    try:
        answer = ask("text", {"prompt": text, "echo": True, "logprobs": 1, "max_tokens": 1, "temperature": 0})
        if (choices := answer.get("choices")) and echoed(choices[0], text):
            return "exact"
    except LanguageModelError as error:
        if error.code not in ("unsupported", "broken"):
            raise
    hello = {"messages": [{"role": "user", "content": "Answer with A or B."}], "max_tokens": 1, "temperature": 0}
    try:
        if first_token(ask("chat", {**hello, "logprobs": True, "top_logprobs": 20})):
            return "top_logprobs"
    except Declined:
        pass
    if form == "json_schema":
        try:
            answer = ask("chat", {**hello, "max_tokens": 64, "temperature": 0.8, "n": 2, "response_format": choice_of(2)})
            if len(answer.get("choices") or ()) == 2:
                return "samples"
        except Declined:
            pass
    return "ranking"
