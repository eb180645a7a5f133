"""How quickly words are read: options scored by one pass over their token tree, and a sentence understood without any model."""

from __future__ import annotations

import time
from importlib import util
from itertools import product
from typing import Any

import numpy as np

from heedful.app.bench.ratio import Ratio
from heedful.app.options import note

PROMPT, VOCABULARY = 200, 32_000
"""Tokens of the prompt; tokens that there are."""
ROUNDS = 5
"""How often the quick ways are measured; the naive one once, for it takes a minute."""
SETS = ("tabletop", "calvin")
"""Whose development sentences are understood."""


def scoring(seed: int) -> list[Ratio]:
    """200 options after 200 tokens by 100 M random weights, on one core in single precision: the tree beside a pass for each."""
    if missing := [m for m in ("torch", "transformers") if util.find_spec(m) is None]:
        note(f'scoring is left out: {" and ".join(missing)} absent; pip install "heedful[learn]"')
        return []
    import torch

    from heedful.agents.language.scoring import Scorer

    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        model, options, prompt = _model(seed), _options(seed), np.random.default_rng(seed + 1).integers(0, VOCABULARY, PROMPT).tolist()
        whole = [prompt + o for o in options]
        scorer = Scorer(model)
        scorer.score(prompt[:20], [prompt[:20] + options[0]])  # compares the tree once, and warms up
        fresh, kept = [], []
        for _ in range(ROUNDS):
            scorer.forget()
            found, spent = _timed(lambda: scorer.score(prompt, whole))
            fresh.append(spent)
            _, spent = _timed(lambda: scorer.score(prompt, whole))
            kept.append(spent)
        naive, slow = _timed(lambda: _one_by_one(model, whole, PROMPT))
    finally:
        torch.set_num_threads(threads)
    size = sum(p.numel() for p in model.parameters()) / 1e6
    how = f"{len(options)} options after {PROMPT} tokens, a pass for each ({slow:.1f} s) over the tree"
    return [
        Ratio(
            "scoring",
            slow / float(np.median(fresh)),
            f"{how} ({np.median(fresh):.2f} s); {size:.0f} M weights, float32, CPU time",
            least=20.0,
        ),
        Ratio("scoring_cached", slow / float(np.median(kept)), f"{how} with the prompt kept ({np.median(kept):.2f} s)", least=35.0),
        Ratio("scoring_error", float(np.abs(found - naive).max()), "largest difference of a score between the two [nats]", most=1e-4),
        Ratio("scoring_top", float(np.argmax(found) == np.argmax(naive)), "1: both find the same option best", least=1.0),
    ]


def _model(seed: int) -> Any:
    import torch
    from transformers import AutoModelForCausalLM, Qwen2Config

    torch.manual_seed(seed)
    config = Qwen2Config(
        vocab_size=VOCABULARY, hidden_size=768, intermediate_size=2048, num_hidden_layers=8, num_attention_heads=12, num_key_value_heads=4
    )
    return AutoModelForCausalLM.from_config(config, dtype=torch.float32).eval()


def _options(seed: int) -> list[list[int]]:
    """Verb × object × place in 5 to 8 tokens, as a robot's skills are."""
    rng = np.random.default_rng(seed)

    def words(*lengths: int) -> list[list[int]]:
        return [rng.integers(0, VOCABULARY, n).tolist() for n in lengths]

    parts = words(2, 2, 2, 2, 2), words(1, 2, 2, 3, 2, 1, 2, 3), words(2, 3, 2, 3, 2)
    return [[*v, *o, *p] for v, o, p in product(*parts)]


def _one_by_one(model: Any, whole: list[list[int]], at: int) -> Any:
    """A pass over prompt and option for each, with logits of the option's tokens only."""
    import torch

    found = []
    with torch.inference_mode():
        for tokens in whole:
            given = torch.tensor([tokens])
            logits = model(input_ids=given, use_cache=False, logits_to_keep=len(tokens) - at + 1).logits[0, :-1].float()
            found.append(float(torch.log_softmax(logits, -1).gather(-1, given[0, at:, None]).double().sum()))
    return np.array(found)


def _timed(work: Any) -> tuple[Any, float]:
    start = time.thread_time()
    found = work()
    return found, time.thread_time() - start


def understanding(seed: int) -> list[Ratio]:
    """Development sentences, each once, in the scene that it was said in front of: from words to a bound program, on one core."""
    from heedful.agents import Symbolic
    from heedful.agents.sets import hear, language_set, packaged, read

    spent = []
    for name in SETS:
        these = language_set(name)
        records = read(packaged(name), these.fields)
        for record in records:
            heard = hear(Symbolic(list(these.skills(record))), record["instruction"], these.scenes(record)[:1], clock=time.thread_time)
            spent.append(heard.seconds)
    slowest = f"95 % within {1e3 * float(np.quantile(spent, 0.95)):.0f} ms"
    how = f"ms to understand a sentence, median of {len(spent)} development sentences ({', '.join(SETS)}), CPU time; {slowest}"
    return [Ratio("understanding", 1e3 * float(np.median(spent)), how, most=50.0)]


def language(seed: int) -> list[Ratio]:
    """Scoring and understanding."""
    return [*understanding(seed), *scoring(seed)]
