"""How options are scored by an endpoint that tells more or less: exactly, by letters, by what it samples, by its own ranking."""

from __future__ import annotations

import json
import math
import string
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from heedful.agents.language.check import NotJson, read
from heedful.agents.language.model import LanguageModelError, Message, Scores

Ask = Callable[[str, Mapping[str, Any]], Mapping[str, Any]]
"""Post a body to `chat` or `text`; the answer as plain data."""

LETTERS = string.ascii_uppercase[:20]
"""As many as endpoints tell the most likely tokens of; each is one token everywhere."""
BATCH = 32
"""Prompts in one request for exact scores."""
SAMPLES = 10
RANKED = 5
CHOOSE = "Which of these comes next?"


def exact(ask: Ask, prompt: str, options: Sequence[str]) -> Scores:
    """The endpoint repeats each text with the log-probability of every token of it."""
    told = []
    for i in range(0, len(options), BATCH):
        texts = [prompt + o for o in options[i : i + BATCH]]
        answer = ask("text", {"prompt": texts, "echo": True, "logprobs": 1, "max_tokens": 1, "temperature": 0})
        choices = sorted(answer.get("choices") or (), key=lambda c: c.get("index", 0))
        if len(choices) != len(texts):
            raise LanguageModelError("broken", f"the endpoint scored {len(choices)} of {len(texts)} options")
        told += [echoed(c, t) for c, t in zip(choices, texts, strict=True)]
    # A tokenizer may merge across the end of the prompt: all are scored from the last place where all of them begin a token.
    begins = [{at for at, _ in row if at <= len(prompt)} | {len(prompt + o)} for row, o in zip(told, options, strict=True)]
    start = max(set.intersection(*begins), default=0) if begins else 0
    kept = [[p for at, p in row if at >= start] for row in told]
    return Scores(np.array([sum(row) for row in kept]), np.array([max(1, len(row)) for row in kept]), "exact")


def echoed(choice: Mapping[str, Any], text: str) -> list[tuple[int, float]]:
    """Where each token of an echoed text begins [characters], and its log-probability; what was generated after it is left out."""
    logprobs = choice.get("logprobs") or {}
    tokens, values = logprobs.get("tokens") or [], logprobs.get("token_logprobs") or []
    if len(tokens) < 2 or len(tokens) != len(values) or not "".join(map(str, tokens)).lstrip().startswith(text[:20].lstrip()):
        raise LanguageModelError("unsupported", "the endpoint does not repeat the prompt with its log-probabilities")
    offsets = logprobs.get("text_offset")
    if not offsets or len(offsets) != len(tokens):
        offsets = np.cumsum([0, *(len(str(t)) for t in tokens[:-1])]).tolist()
    rows = [
        (int(at), 0.0 if v is None and i == 0 else float(v))
        for i, (at, v) in enumerate(zip(offsets, values, strict=True))
        if at < len(text)
    ]
    if any(v > 1e-6 or not math.isfinite(v) for _, v in rows):
        raise LanguageModelError("broken", "the endpoint told a log-probability that is none")
    return rows


def top_logprobs(ask: Ask, prompt: str, options: Sequence[str]) -> Scores:
    """Options get letters, and the endpoint tells how likely it would answer with each; more than 20 meet in groups, and the winners again.

    The probability of one is that of its group's winner among the winners, times how it stands to the winner within the group.
    """
    n = len(options)
    if n <= len(LETTERS):
        logp = _letters(ask, prompt, options)
    else:
        groups = [list(g) for g in np.array_split(np.arange(n), math.ceil(n / len(LETTERS)))]
        within = [_letters(ask, prompt, [options[i] for i in g]) for g in groups]
        winners = [g[int(np.argmax(w))] for g, w in zip(groups, within, strict=True)]
        among = top_logprobs(ask, prompt, [options[i] for i in winners]).logp
        logp = np.zeros(n)
        for g, w, won in zip(groups, within, among, strict=True):
            logp[g] = won + w - w.max()
    return Scores(logp, np.ones(n, dtype=np.int64), "top_logprobs")


def _letters(ask: Ask, prompt: str, options: Sequence[str]) -> npt.NDArray[np.float64]:
    listed = "\n".join(f"{letter}. {o}" for letter, o in zip(LETTERS, options, strict=False))
    asked = f"{prompt}\n\n{CHOOSE}\n{listed}\nAnswer with its letter alone."
    answer = ask("chat", {"messages": [_user(asked)], "logprobs": True, "top_logprobs": 20, "max_tokens": 1, "temperature": 0})
    told = first_token(answer)
    if not told:
        raise LanguageModelError("unsupported", "the endpoint does not tell log-probabilities")
    found = dict.fromkeys(LETTERS[: len(options)], -math.inf)
    for token, value in told:
        letter = token.strip().strip(".").upper()
        if letter in found:
            found[letter] = float(np.logaddexp(found[letter], value))
    if all(math.isinf(v) for v in found.values()):
        raise LanguageModelError("invalid", "the endpoint would answer with none of the letters")
    floor = min(v for _, v in told) - 1.0  # what is not among those told is less likely than all of them
    raw = np.array([v if math.isfinite(v) else floor for v in found.values()])
    return np.asarray(raw - np.logaddexp.reduce(raw))


def first_token(answer: Mapping[str, Any]) -> list[tuple[str, float]]:
    """The likeliest first tokens of a chat's answer with their log-probabilities; none where the endpoint does not tell."""
    try:
        content = answer["choices"][0]["logprobs"]["content"]
        told = [(str(t["token"]), float(t["logprob"])) for t in content[0]["top_logprobs"]]
    except (KeyError, IndexError, TypeError, ValueError):
        return []
    return [(t, v) for t, v in told if math.isfinite(v) and v <= 1e-6]


def samples(ask: Ask, prompt: str, options: Sequence[str]) -> Scores:
    """How often the endpoint chooses each, of several choices made at some temperature; half a choice is granted to every option."""
    body = {"messages": [_user(_numbered(prompt, options))], "n": SAMPLES, "temperature": 0.8, "response_format": choice_of(len(options))}
    counts = np.full(len(options), 0.5)
    taken = 0
    for choice in ask("chat", body).get("choices") or ():
        try:
            chosen = read(str(choice["message"]["content"]))["choice"]
        except (NotJson, KeyError, TypeError):
            continue
        if (at := _index(chosen, len(options))) is not None:
            counts[at] += 1
            taken += 1
    if not taken:
        raise LanguageModelError("invalid", "the endpoint chose nothing that it was offered")
    return Scores(np.log(counts / counts.sum()), np.ones(len(options), dtype=np.int64), "samples")


def ranking(say: Callable[[Sequence[Message], Mapping[str, Any]], str], prompt: str, options: Sequence[str]) -> Scores:
    """The endpoint's own ranking of the best, each with a confidence; options are told by their exact ids, never by likeness.

    Args:
      say: The next turn of a conversation, JSON of a schema.
    """
    confidence = {"type": "number", "minimum": 0, "maximum": 100}
    item = {
        "type": "object", "additionalProperties": False, "required": ["id", "confidence"],
        "properties": {"id": {"enum": [_id(i) for i in range(len(options))]}, "confidence": confidence},
    }  # fmt: skip
    ranks = {"type": "array", "items": item, "minItems": 1, "maxItems": RANKED}
    schema = {"type": "object", "additionalProperties": False, "required": ["ranking"], "properties": {"ranking": ranks}}
    asked = f"{_numbered(prompt, options)} Rank the best, {RANKED} at most, each with your confidence from 0 to 100."
    weights = np.full(len(options), 0.1)
    for row in json.loads(say([Message("user", asked)], schema))["ranking"]:
        at = _index(row["id"], len(options))
        assert at is not None, "the schema was checked"
        weights[at] += float(row["confidence"])
    return Scores(np.log(weights / weights.sum()), np.ones(len(options), dtype=np.int64), "ranking")


def choice_of(n: int) -> dict[str, Any]:
    """A response format that allows one of n ids."""
    schema = {
        "type": "object",
        "additionalProperties": False,
        "required": ["choice"],
        "properties": {"choice": {"enum": [_id(i) for i in range(n)]}},
    }
    return {"type": "json_schema", "json_schema": {"name": "choice", "strict": True, "schema": schema}}


def _numbered(prompt: str, options: Sequence[str]) -> str:
    listed = "\n".join(f"{_id(i)}: {o}" for i, o in enumerate(options))
    return f"{prompt}\n\n{CHOOSE}\n{listed}\nAnswer with JSON and the ids as they stand here."


def _id(at: int) -> str:
    return f"o{at + 1}"


def _index(given: Any, n: int) -> int | None:
    return next((i for i in range(n) if given == _id(i)), None)


def _user(text: str) -> dict[str, str]:
    return {"role": "user", "content": text}
