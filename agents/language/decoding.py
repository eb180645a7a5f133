"""Token by token: what a local model says next, within a schema where llguidance is installed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from heedful.agents.language.model import JsonSchema
from heedful.agents.language.scoring import STRETCH


class Grammar:
    """The tokens that may come next so that the whole becomes JSON of a schema.

    Masks come from llguidance's numpy side; its torch side compiles for a minute and more on first use.

    Args:
      tokens: llguidance's view of a tokenizer.
      schema: What the text shall be.
    """

    def __init__(self, tokens: Any, schema: JsonSchema) -> None:
        import llguidance
        import llguidance.numpy

        self._fill = llguidance.numpy.fill_next_token_bitmask
        self._mask = llguidance.numpy.allocate_token_bitmask(1, tokens.vocab_size)
        tight = {"whitespace_flexible": False, **dict(schema.get("x-guidance", {}))}
        grammar = llguidance.LLMatcher.grammar_from_json_schema(json.dumps({**schema, "x-guidance": tight}))
        self._matcher = llguidance.LLMatcher(tokens, grammar)
        if self._matcher.is_error():
            raise ValueError(str(self._matcher.get_error()).splitlines()[0])

    def blocked(self, width: int) -> np.ndarray[Any, np.dtype[np.bool_]]:
        """Which tokens of a vocabulary may not come next. Shape: (width,)."""
        self._fill(self._matcher, self._mask, 0)
        bits = np.unpackbits(self._mask.view(np.uint8), bitorder="little").astype(bool)
        allowed = np.zeros(width, dtype=bool)
        allowed[: min(width, bits.size)] = bits[:width]
        return ~allowed

    def take(self, token: int) -> None:
        """A token was chosen."""
        self._matcher.consume_token(token)

    @property
    def done(self) -> bool:
        return bool(self._matcher.is_stopped())


def grammar_of(tokenizer: Any, schema: JsonSchema, kept: dict[str, Any]) -> Grammar | None:
    """The grammar of a schema for a tokenizer; None where llguidance is absent, or knows not what to do with either.

    Args:
      kept: Where llguidance's view of the tokenizer is kept between calls.
    """
    try:
        import llguidance.hf

        if "tokens" not in kept:
            kept["tokens"] = llguidance.hf.from_tokenizer(tokenizer)
        return Grammar(kept["tokens"], schema)
    except (ImportError, ValueError, TypeError, RuntimeError, AttributeError):
        return None


def tokens_after(
    model: Any, inputs: dict[str, Any], cache_name: str, grammar: Grammar | None, ends: frozenset[int], most: int,
    go_on: Callable[[], None],
) -> Iterator[int]:  # fmt: skip
    """The likeliest next tokens, one after the other, until the model ends, the grammar does, or there are `most`.

    Args:
      inputs: What the model takes first: `input_ids`, and for pictures `pixel_values` and the like.
      ends: Tokens that end a turn.
      go_on: Called before each pass; raises to stop.
    """
    import torch

    with torch.inference_mode():
        cache = None
        stretches = inputs["input_ids"].split(STRETCH, -1) if set(inputs) == {"input_ids"} else ()
        for stretch in stretches[:-1]:
            go_on()
            cache = _kept(model(input_ids=stretch, use_cache=True, **({cache_name: cache} if cache is not None else {})), cache_name)
        given = {"input_ids": stretches[-1]} if stretches else inputs
        for _ in range(most):
            go_on()
            out = model(**given, use_cache=True, **({cache_name: cache} if cache is not None else {}))
            cache = _kept(out, cache_name)
            logits = out.logits[0, -1].float()
            if grammar is not None:
                logits = logits.masked_fill(torch.from_numpy(grammar.blocked(logits.shape[-1])).to(logits.device), float("-inf"))
            token = int(logits.argmax())
            if token in ends:
                return
            yield token
            if grammar is not None:
                grammar.take(token)
                if grammar.done:
                    return
            given = {"input_ids": torch.tensor([[token]], device=logits.device)}


def _kept(out: Any, name: str) -> Any:
    """The keys and values of a pass, whatever this version of transformers calls them in its results."""
    return getattr(out, name, None) or getattr(out, "past_key_values", None)
