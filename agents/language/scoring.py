"""Exact log-probabilities of many continuations by one pass over their token tree, on top of a prompt that is kept."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from heedful.agents.language.trie import Trie, portions, shared

ROOM = 64_000_000
"""Logits computed at once at most: nodes times words of the vocabulary."""
NODES, STRETCH = 1024, 256
"""Nodes of a tree, and tokens of a prompt, in one pass at most: between passes a deadline can be kept."""
AGREE = 1e-3
"""How far a tree's score may lie from a plain pass before the tree is given up for a model, in single precision [nats]."""


class Scorer:
    """Scores continuations with one causal language model.

    The keys and values of the last prompt are kept: a prompt that goes on from it is computed from where they part. Models whose
    attention takes no mask of one's own, or remembers otherwise, are told by comparing one score, and get a pass for each candidate.

    Args:
      model: A transformers causal language model.
      start: The token to begin with where a prompt has none.
    """

    def __init__(self, model: Any, start: int = 0) -> None:
        self.model, self.start = model, start
        self.tree: bool | None = None
        """Whether the tree can be used; None until it has been compared."""
        config = model.config.get_text_config() if hasattr(model.config, "get_text_config") else model.config
        self.window = int(getattr(config, "sliding_window", 0) or 0) if getattr(config, "use_sliding_window", True) else 0
        """Tokens that some layer looks back on at most; 0: all. The tree's mask knows no such limit, so nothing longer is scored by it."""
        self.vocabulary = int(config.vocab_size)
        self.nodes = max(64, min(NODES, ROOM // self.vocabulary))
        """Nodes in one pass at most."""
        takes = inspect.signature(model.forward).parameters
        self.cache_name = "cache" if "cache" in takes else "past_key_values"
        """What the model's version of transformers calls its keys and values."""
        self._keep_name = "logits_to_keep" if "logits_to_keep" in takes else ""
        self._kept: list[int] = []
        self._cache: Any = None
        self._last: Any = None

    def score(
        self, prompt: Sequence[int], whole: Sequence[Sequence[int]], go_on: Callable[[], None] = lambda: None
    ) -> npt.NDArray[np.float64]:
        """Summed log-probability of what each sequence has beyond what all share with the prompt. Shape: (sequences,).

        Args:
          prompt: Tokens of the prompt alone.
          whole: Tokens of the prompt with each continuation.
          go_on: Called between passes; raises to stop.
        """
        import torch

        before = [] if prompt else [self.start]
        begin, all_of_it = [*before, *prompt], [[*before, *w] for w in whole]
        at = max(1, shared(begin, all_of_it))
        prefix, rest = begin[:at], [w[at:] for w in all_of_it]
        found = np.zeros(len(rest))
        with torch.inference_mode():
            if self.tree is None and rest:
                self.tree = self._agrees(prefix, max(rest, key=len), go_on)
            long = self.window and at + max(map(len, rest), default=0) > self.window
            if not self.tree or long:
                for i, continuation in enumerate(rest):
                    go_on()
                    found[i] = self._plain(prefix, continuation)
                return found
            self._keep(prefix, go_on)
            for portion in portions(rest, self.nodes):
                go_on()
                found[portion] = self._pass([rest[i] for i in portion])
        return found

    def _keep(self, prefix: list[int], go_on: Callable[[], None]) -> None:
        """Have the prompt's keys and values and the log-probabilities after it, computing only what is new."""
        import torch
        from transformers import DynamicCache

        at = shared(self._kept, [prefix])
        if at == len(prefix) == len(self._kept):
            return
        at = min(at, len(prefix) - 1)
        cache = self._cache if at else DynamicCache()
        crop(cache, len(self._kept) - at if at else 0)
        while at < len(prefix):
            self.forget()  # should a pass be interrupted, nothing half-done is kept
            go_on()
            fresh = prefix[at : at + STRETCH]
            tokens = torch.tensor([fresh], device=self.model.device)
            positions = torch.arange(at, at + len(fresh), device=self.model.device)[None]
            out = self._forward(1, input_ids=tokens, position_ids=positions, use_cache=True, **{self.cache_name: cache})
            cache = getattr(out, self.cache_name, None) or cache
            at += len(fresh)
            self._kept, self._cache, self._last = prefix[:at], cache, torch.log_softmax(out.logits[0, -1].float(), -1)

    def _pass(self, sequences: list[list[int]]) -> npt.NDArray[np.float64]:
        """One pass over the inner nodes of the sequences' tree, with the prompt kept."""
        import torch

        trie = Trie.of(sequences)
        inner, at = trie.inner, len(self._kept)
        logp = np.zeros(len(trie.tokens))
        first = [n for n, p in enumerate(trie.parents) if p < 0]
        logp[first] = self._last[torch.tensor([trie.tokens[n] for n in first], device=self.model.device)].double().cpu().numpy()
        if inner:
            sees, depth = trie.ancestry(inner)
            device, dtype = self.model.device, self.model.dtype
            blocked = torch.zeros((1, 1, len(inner), at + len(inner)), dtype=dtype, device=device)
            blocked[0, 0, :, at:].masked_fill_(torch.from_numpy(~sees).to(device), torch.finfo(dtype).min)
            tokens = torch.tensor([[trie.tokens[n] for n in inner]], device=device)
            positions = torch.from_numpy(depth + at).to(device)[None]
            cache, kept, last = self._cache, self._kept, self._last
            self.forget()
            given = {"attention_mask": blocked, "position_ids": positions, self.cache_name: cache}
            out = self._forward(len(inner), input_ids=tokens, use_cache=True, **given)
            crop(cache, len(inner))
            self._kept, self._cache, self._last = kept, cache, last
            place = {n: i for i, n in enumerate(inner)}
            later = [n for n, p in enumerate(trie.parents) if p >= 0]
            rows = torch.tensor([place[trie.parents[n]] for n in later], device=device)
            columns = torch.tensor([trie.tokens[n] for n in later], device=device)
            logits = out.logits[0].float()
            found = logits[rows, columns] - torch.logsumexp(logits, -1)[rows]
            logp[later] = found.double().cpu().numpy()
        return np.array([logp[path].sum() for path in trie.paths])

    def _plain(self, prefix: list[int], continuation: list[int]) -> float:
        """A pass of its own for one continuation."""
        import torch

        if not continuation:
            return 0.0
        tokens = torch.tensor([[*prefix, *continuation]], device=self.model.device)
        out = self._forward(len(continuation) + 1, input_ids=tokens, use_cache=False)
        logits = out.logits[0, -len(continuation) - 1 : -1].float()
        told = torch.log_softmax(logits, -1).gather(-1, tokens[0, -len(continuation) :, None])
        return float(told.double().sum())

    def _forward(self, keep: int, **given: Any) -> Any:
        """A pass that gives logits of the last `keep` tokens, or of more."""
        return self.model(**given, **({self._keep_name: keep} if self._keep_name else {}))

    def _agrees(self, prefix: list[int], continuation: list[int], go_on: Callable[[], None]) -> bool:
        """Whether the tree finds what a plain pass finds, for one continuation beside another that parts from it at once."""
        import torch

        other = [(continuation[0] + 1) % self.vocabulary, *continuation[1:]] if continuation else []
        precise = self.model.dtype == torch.float32
        try:
            self._keep(prefix, go_on)
            found = self._pass([other, continuation])[1]
        except (RuntimeError, TypeError, ValueError, AttributeError, IndexError, KeyError):
            self.forget()
            return False
        expected = self._plain(prefix, continuation)
        return bool(abs(found - expected) <= AGREE) if precise else bool(abs(found - expected) <= 0.05 * max(1.0, abs(expected)))

    def forget(self) -> None:
        """Keep no prompt."""
        self._kept, self._cache, self._last = [], None, None


def crop(cache: Any, last: int) -> None:
    """Take the last tokens off a cache of keys and values."""
    if last > 0:
        cache.crop(-last)
