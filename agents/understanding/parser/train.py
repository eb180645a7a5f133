"""Training of the small parser on sentences made up as it goes: `heedful train parser`."""

from __future__ import annotations

import json
import math
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from heedful.agents.understanding.parser.generate import VERSION, Example, examples
from heedful.agents.understanding.parser.infer import Network
from heedful.agents.understanding.parser.layout import INDEX, OUTPUTS, PAD, SEEN_AFTER, SEEN_BEFORE, Sizes, encoded, shapes, targets
from heedful.agents.understanding.parser.optimise import Optimiser
from heedful.agents.understanding.parser.reading import UNKNOWN
from heedful.agents.understanding.parser.sketch import TOKENS

RARE = 3
"""Words of fewer sentences than this are learned as unknown."""
POOL, CHUNK = 16000, 8192
"""Sentences from which the words are taken; sentences that are sorted by length at a time."""


class NeedsTorch(RuntimeError):
    """torch is not installed; the message says how to get it."""


def imported() -> Any:
    """torch, or one sentence. Raises NeedsTorch."""
    try:
        import torch
    except ImportError:
        raise NeedsTorch('training the parser needs torch, which is not installed here: pip install "heedful[learn]"') from None
    return torch


def words_of(seed: int) -> dict[str, int]:
    """The words that the parser learns, by row."""
    counts = Counter(s for e in islice(examples(seed), POOL) for s in {p.symbol for p in e.reading})
    kept = sorted(w for w, n in counts.items() if n >= RARE and w != UNKNOWN)
    return {w: i for i, w in enumerate((PAD, UNKNOWN, *kept))}


def batches(seed: int, vocabulary: dict[str, int], tokens: int) -> Iterator[tuple[Any, Any]]:
    """Sentences and sketches without end as arrays of numbers, sentences of like length together. Shapes: (batch, places), (batch, tokens).

    Args:
      tokens: About how many tokens of sketches a batch has.
    """
    rng = np.random.default_rng(seed)
    stream = examples(seed)
    while True:
        chunk = sorted(islice(stream, CHUNK), key=_length)
        groups: list[list[Example]] = [[]]
        for example in chunk:
            if (len(groups[-1]) + 1) * (len(example.sketch) + len(example.reading)) > tokens:
                groups.append([])
            groups[-1].append(example)
        for n in rng.permutation(len(groups)):
            if groups[n]:
                yield padded([encoded(e.reading, vocabulary) for e in groups[n]], 0), padded([targets(e.sketch) for e in groups[n]], -1)


def _length(example: Example) -> tuple[int, int]:
    """By which sentences of like length stand together: first by their sketches, then to and fro by their words."""
    tokens, places = len(example.sketch) // 4, len(example.reading)
    return tokens, places if tokens % 2 else -places


def padded(rows: Sequence[Sequence[int]], blank: int) -> Any:
    """Rows of numbers filled up to the longest. Shape: (rows, longest)."""
    table = np.full((len(rows), max(map(len, rows))), blank, dtype=np.int64)
    for n, row in enumerate(rows):
        table[n, : len(row)] = row
    return table


def begun(torch: Any, sizes: Sizes, words: int, seed: int) -> dict[str, Any]:
    """Weights before any training."""
    generator = torch.Generator().manual_seed(seed)
    weights: dict[str, Any] = {}
    for name, shape in shapes(sizes, words).items():
        if name.endswith("norm") or name.endswith("norm2"):
            weights[name] = torch.ones(shape)
        elif name.endswith("bias"):
            weights[name] = torch.zeros(shape)
        else:
            scale = 0.05 if name in ("words", "outputs") else 1 / math.sqrt(shape[0])
            scale *= 0.4 if name.endswith(("out", "down")) else 1.0
            weights[name] = torch.randn(shape, generator=generator) * scale
    return {k: v.requires_grad_() for k, v in weights.items()}


def logits(torch: Any, w: dict[str, Any], sizes: Sizes, source: Any, target: Any) -> Any:
    """Scores of every next token of the sketches, tokens first and then places. Shape: (batch, tokens, len(TOKENS) + places).

    Args:
      source: Words of the sentences. Shape: (batch, places).
      target: Sketches, the first token the start. Shape: (batch, tokens); padding -1.
    """
    f = torch.nn.functional
    heads, d = sizes.heads, sizes.width

    def norm(x: Any, gain: Any) -> Any:
        return f.layer_norm(x, (d,), gain)  # one kernel each way, where a root mean square takes a dozen

    def split(x: Any) -> Any:
        return x.view(*x.shape[:2], heads, d // heads).transpose(1, 2)

    def attend(q: Any, k: Any, v: Any, bias: Any) -> Any:
        mixed = f.scaled_dot_product_attention(split(q), split(k), split(v), attn_mask=bias)
        return mixed.transpose(1, 2).reshape(q.shape)

    blank = source == 0
    barred = torch.zeros(source.shape).masked_fill(blank, -1e9)[:, None, None, :]
    x = w["words"][source] * math.sqrt(d)
    steps = torch.arange(source.shape[1])
    apart = (steps[None, :] - steps[:, None]).clamp(-SEEN_BEFORE, SEEN_BEFORE) + SEEN_BEFORE
    for n in range(sizes.encoders):
        q, k, v = (norm(x, w[f"e{n}.norm"]) @ w[f"e{n}.qkv"]).chunk(3, -1)
        x = x + attend(q, k, v, w[f"e{n}.bias"][:, apart][None] + barred) @ w[f"e{n}.out"]
        x = x + torch.relu(norm(x, w[f"e{n}.norm2"]) @ w[f"e{n}.up"]) @ w[f"e{n}.down"]
    memory = norm(x, w["memory.norm"])

    points = target >= len(TOKENS)
    place = (target - len(TOKENS)).clamp(min=0)
    copied = torch.gather(memory @ w["copy.in"], 1, place[..., None].expand(-1, -1, d))
    rows = torch.where(points, torch.full_like(target, len(OUTPUTS) - 1), target.clamp(min=0))
    y = w["outputs"][rows] * math.sqrt(d) + copied * points[..., None]
    steps = torch.arange(target.shape[1])
    back = (steps[:, None] - steps[None, :]).clamp(0, SEEN_AFTER)
    later = torch.zeros(back.shape).masked_fill(steps[None, :] > steps[:, None], -1e9)
    for n in range(sizes.decoders):
        q, k, v = (norm(y, w[f"d{n}.norm"]) @ w[f"d{n}.qkv"]).chunk(3, -1)
        y = y + attend(q, k, v, (w[f"d{n}.bias"][:, back] + later)[None]) @ w[f"d{n}.out"]
        k, v = (memory @ w[f"d{n}.cross.kv"]).chunk(2, -1)
        y = y + attend(norm(y, w[f"d{n}.cross.norm"]) @ w[f"d{n}.cross.q"], k, v, barred) @ w[f"d{n}.cross.out"]
        y = y + torch.relu(norm(y, w[f"d{n}.norm2"]) @ w[f"d{n}.up"]) @ w[f"d{n}.down"]
    y = norm(y, w["last.norm"])
    said = y @ w["outputs"][: len(TOKENS)].T + w["outputs.bias"]
    pointed = (y @ w["copy.query"]) @ (memory @ w["copy.key"]).transpose(1, 2) / math.sqrt(d)
    return torch.cat([said, pointed.masked_fill(blank[:, None, :], -1e9)], -1)


def started(torch: Any, target: Any) -> Any:
    """Sketches moved on by one, with the start before them."""
    start = torch.full((target.shape[0], 1), INDEX["<start>"], dtype=target.dtype)
    return torch.cat([start, target[:, :-1]], 1)


def trained(
    seconds: float,
    seed: int,
    tell: Callable[[str], None],
    keep: Callable[[dict[str, Any], dict[str, int], dict[str, Any]], None] = lambda *_: None,
    sizes: Sizes = Sizes(),
    batch: int = 4096,
    within: float = math.inf,
    onward: Path | None = None,
) -> tuple[dict[str, Any], dict[str, int], dict[str, Any]]:
    """Weights, words and what is to be said of them, after so many seconds of computing [s].

    Args:
      tell: Hears how it goes.
      keep: Is handed everything now and then, so that little is lost.
      batch: Places and tokens in a batch.
      within: Seconds on the clock after which it ends in any case, the rate fallen to nothing all the same [s].
      onward: Folder of weights and words to go on from, on other sentences; None: from nothing. Raises FileNotFoundError, ValueError.
    """
    torch = imported()
    torch.manual_seed(seed)
    torch.set_num_threads(1)  # two threads that wait for each other on a busy machine take five times the computing
    before = Network.load(onward) if onward else None
    if before and before.sizes != sizes:
        raise ValueError(f"the weights in {onward} are of other sizes: {before.sizes}")
    vocabulary = before.words if before else words_of(seed)
    weights = begun(torch, sizes, len(vocabulary), seed)
    if before:
        weights = {k: torch.tensor(before.w[k]).requires_grad_() for k in weights}
    earlier = before.about if before else {}
    mean = {k: v.detach().clone() for k, v in weights.items()}
    optimiser = Optimiser(torch, weights)
    computing, clock, steps, seen, total = time.process_time(), time.monotonic(), 0, 0, 0.0
    for source, target in batches(seed + 1, vocabulary, batch):
        spent = time.process_time() - computing
        share = max(spent / seconds, (time.monotonic() - clock) / within)
        if share >= 1:
            break
        source, target = torch.from_numpy(source), torch.from_numpy(target)
        scores = logits(torch, weights, sizes, source, started(torch, target))
        loss = torch.nn.functional.cross_entropy(scores.reshape(-1, scores.shape[-1]), target.reshape(-1), ignore_index=-1)
        optimiser.clear()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(list(weights.values()), 1.0)
        optimiser.step(share, steps)
        with torch.no_grad():
            for name, value in weights.items():
                mean[name].lerp_(value, 0.005 if share > 0.3 else 0.02)
        steps, seen, total = steps + 1, seen + len(source), total + loss.item()
        if steps % 50 == 0:
            tell(f"{steps} steps, {seen} sentences, {spent:.0f} s, loss {total / 50:.3f}")
            total = 0.0
        if steps % 300 == 0:
            keep(*_taken(mean, vocabulary, seed, steps, seen, spent, torch, earlier))
    spent = time.process_time() - computing
    return _taken(mean, vocabulary, seed, steps, seen, spent, torch, earlier)


def _taken(
    mean: dict[str, Any], vocabulary: dict[str, int], seed: int, steps: int, seen: int, seconds: float, torch: Any, earlier: dict[str, Any]
) -> tuple[dict[str, Any], dict[str, int], dict[str, Any]]:
    """Weights, words, and where they come from: what was done before counts in."""
    about = {
        "seed": seed,
        "steps": steps + earlier.get("steps", 0),
        "sentences": seen + earlier.get("sentences", 0),
        "seconds": round(seconds + earlier.get("seconds", 0)),
        "generator": VERSION,
        "torch": str(torch.__version__),
        **({"onward_from": {k: earlier.get(k) for k in ("seed", "steps", "seconds", "generator")}} if earlier else {}),
    }
    return {k: v.detach().numpy() for k, v in mean.items()}, vocabulary, about


def saved(folder: Path, weights: dict[str, Any], vocabulary: dict[str, int], sizes: Sizes, about: dict[str, Any]) -> None:
    """Write weights in half precision, and beside them the words and where they come from."""
    from safetensors.numpy import save_file

    folder.mkdir(parents=True, exist_ok=True)
    halved = {k: np.ascontiguousarray(v.astype(np.float16)) for k, v in weights.items()}
    save_file(halved, str(folder / "weights.safetensors"), metadata={k: str(v) for k, v in about.items()})
    shape = {"sizes": sizes.to_json(), "about": about, "words": list(vocabulary), "tokens": list(TOKENS)}
    (folder / "weights.json").write_text(json.dumps(shape, indent=0) + "\n")
