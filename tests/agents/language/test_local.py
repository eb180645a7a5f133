"""A model on this machine: exact scores by one pass over a tree of tokens, and answers within a schema."""

import json
import threading
import time
from itertools import product

import numpy as np
import pytest

from heedful.agents.language.model import LanguageModelError, Message

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from heedful.agents.language.local import Local  # noqa: E402

from .tiny import tiny_llama  # noqa: E402

OPTIONS = [
    f"{v} {o} {p}" for v, o, p in product(["pick up", "put"], ["the red block", "the apple", "the apples"], ["in the bowl", "on it", "now"])
]
PROMPT = "I need a drink. What shall I do? "


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tiny_llama(tmp_path_factory.mktemp("tiny"))


@pytest.fixture
def model(folder):
    return Local(folder)


def plainly(model, prompt, options):
    """Each option by a pass of its own, from where all of them part from the prompt."""
    alone = model.tokenizer(prompt)["input_ids"]
    whole = [model.tokenizer(prompt + o)["input_ids"] for o in options]
    k = next((i for i in range(len(alone)) if any(w[i] != alone[i] for w in whole)), len(alone))
    found = []
    for tokens in whole:
        with torch.inference_mode():
            logp = model.model(input_ids=torch.tensor([tokens])).logits[0].double().log_softmax(-1)
        found.append(sum(float(logp[i - 1, tokens[i]]) for i in range(k, len(tokens))))
    return np.array(found)


@pytest.mark.parametrize("prompt", [PROMPT, PROMPT.rstrip(), "pick", "x" * 300])
def test_the_tree_finds_what_a_pass_for_each_option_finds(model, prompt):
    scores = model.score(prompt, OPTIONS)
    expected = plainly(model, prompt, OPTIONS)
    assert model.scorer.tree and scores.scorer == "exact"
    np.testing.assert_allclose(scores.logp, expected, atol=1e-4)
    assert np.argmax(scores.logp) == np.argmax(expected)


def test_a_tokenizer_that_merges_across_the_boundary_changes_nothing(model):
    merged = model.tokenizer("the re" + "d block")["input_ids"]
    assert merged[: len(model.tokenizer("the re")["input_ids"])] != model.tokenizer("the re")["input_ids"], "else it tests nothing"
    options = ["d block", "ally", "d"]
    np.testing.assert_allclose(model.score("the re", options).logp, plainly(model, "the re", options), atol=1e-4)


def test_prompts_that_grow_shrink_and_change_are_scored_as_if_for_the_first_time(model, folder):
    fresh = Local(folder)
    for prompt in (PROMPT, PROMPT + "1. pick up the apple\n", PROMPT, "put it away: ", PROMPT[:8], PROMPT):
        fresh.scorer.forget()
        np.testing.assert_allclose(model.score(prompt, OPTIONS).logp, fresh.score(prompt, OPTIONS).logp, atol=1e-4)


def test_a_prompt_that_goes_on_computes_only_what_is_new(model, monkeypatch):
    model.score(PROMPT * 20, OPTIONS)
    passed = []
    forward = model.model.forward
    monkeypatch.setattr(model.model, "forward", lambda *a, **k: passed.append(k["input_ids"].shape[1]) or forward(*a, **k))
    model.score(PROMPT * 20 + "and then", OPTIONS)
    assert passed[0] < 10
    passed.clear()
    model.score(PROMPT * 20 + "and then", OPTIONS)
    assert len(passed) == 1, "the prompt itself is not looked at again"


@pytest.mark.parametrize("most", [1, 4, 20])
def test_a_tree_too_large_at_once_is_scored_in_portions(model, most):
    model.scorer.nodes = most
    np.testing.assert_allclose(model.score(PROMPT, OPTIONS).logp, plainly(model, PROMPT, OPTIONS), atol=1e-4)


@pytest.mark.parametrize("options", [["a"], ["put it"] * 3, ["put", "put it", "put it in"], []])
def test_options_that_are_alike_or_begin_alike(model, options):
    np.testing.assert_allclose(model.score(PROMPT, options).logp, plainly(model, PROMPT, options) if options else [], atol=1e-4)


def test_a_model_that_ignores_masks_gets_a_pass_for_each_option(model, monkeypatch):
    forward = model.model.forward
    monkeypatch.setattr(model.model, "forward", lambda *a, attention_mask=None, **k: forward(*a, **k))
    scores = model.score(PROMPT, OPTIONS)
    assert model.scorer.tree is False
    np.testing.assert_allclose(scores.logp, plainly(model, PROMPT, OPTIONS), atol=1e-4)


def test_a_window_shorter_than_the_row_is_scored_plainly_and_right(tmp_path):
    from transformers import AutoModelForCausalLM, MistralConfig

    folder = tiny_llama(tmp_path)
    config = MistralConfig(vocab_size=420, hidden_size=48, intermediate_size=96, num_hidden_layers=2, num_attention_heads=4,
                           num_key_value_heads=2, sliding_window=16, initializer_range=0.3)  # fmt: skip
    AutoModelForCausalLM.from_config(config).save_pretrained(folder)
    model = Local(folder)
    np.testing.assert_allclose(model.score(PROMPT * 3, OPTIONS).logp, plainly(model, PROMPT * 3, OPTIONS), atol=1e-4)


SCHEMA = {
    "type": "object", "required": ["goal", "things"], "additionalProperties": False,
    "properties": {
        "goal": {"enum": ["on", "in"]},
        "things": {"type": "array", "items": {"enum": ["red_block", "bowl"]}, "minItems": 1, "maxItems": 2},
    },
}  # fmt: skip


def test_an_answer_fits_the_schema(model):
    pytest.importorskip("llguidance")
    told = json.loads(model.generate([Message("user", "put the block in the bowl")], SCHEMA))
    assert told["goal"] in ("on", "in") and set(told["things"]) <= {"red_block", "bowl"}


def test_a_choice_is_made_by_exact_score_and_needs_no_grammar(model):
    said = [Message("user", "which one?")]
    words = ["bowl", "drawer", "plate"]
    told = json.loads(model.generate(said, {"enum": words}))
    assert told == words[int(np.argmax(model.score("user: which one?\nassistant: ", [json.dumps(w) for w in words]).logp))]


def test_without_a_grammar_what_does_not_fit_is_asked_for_once_more_and_then_refused(model, monkeypatch):
    monkeypatch.setattr("heedful.agents.language.local.grammar_of", lambda *_: None)
    asked = []
    monkeypatch.setattr(model, "_answer", lambda given, *_: asked.append(given["input_ids"].shape[1]) or "not json")
    with pytest.raises(LanguageModelError, match="no JSON") as raised:
        model.generate([Message("user", "hello")], SCHEMA)
    assert raised.value.code == "invalid" and len(asked) == 2 and asked[1] > asked[0]


def test_an_answer_is_heard_while_it_is_made_and_can_be_stopped(model):
    heard = []
    model.on_text = lambda text: heard.append(text) or (len(heard) == 3 and model.cancel())
    with pytest.raises(LanguageModelError) as raised:
        model.generate([Message("user", "tell me everything")])
    assert raised.value.code == "cancelled" and len(heard) == 3 and heard[2].startswith(heard[1].rstrip("\ufffd"))


def test_an_answer_that_takes_too_long_is_given_up(model):
    model.timeout_s, model.max_tokens = 0.2, 10**6
    model.ends = frozenset()
    start = time.monotonic()
    with pytest.raises(LanguageModelError) as raised:
        model.generate([Message("user", "tell me everything")])
    assert raised.value.code == "timeout" and time.monotonic() - start < 2


def test_stopping_from_another_thread_ends_scoring(model, monkeypatch):
    monkeypatch.setattr(model.scorer, "tree", False)
    threading.Timer(0.1, model.cancel).start()
    with pytest.raises(LanguageModelError) as raised:
        model.score(PROMPT, OPTIONS * 300)
    assert raised.value.code == "cancelled"


def test_a_model_without_eyes_says_so(model):
    with pytest.raises(LanguageModelError, match="words only") as raised:
        model.ask(np.zeros((8, 8, 3), np.uint8), "what is this?")
    assert raised.value.code == "unsupported"


def test_a_model_with_eyes_answers_about_an_image_and_scores_words(tmp_path):
    pytest.importorskip("PIL")
    from transformers import (
        AutoTokenizer,
        CLIPImageProcessor,
        CLIPVisionConfig,
        LlamaConfig,
        LlavaConfig,
        LlavaForConditionalGeneration,
        LlavaProcessor,
    )

    tokens = AutoTokenizer.from_pretrained(tiny_llama(tmp_path))
    tokens.add_special_tokens({"additional_special_tokens": ["<image>"]})
    small = dict(intermediate_size=64, num_hidden_layers=2, num_attention_heads=2)
    eyes, words = (
        CLIPVisionConfig(hidden_size=32, image_size=28, patch_size=14, **small),
        LlamaConfig(vocab_size=len(tokens), hidden_size=48, **small),
    )
    config = LlavaConfig(vision_config=eyes, text_config=words, image_token_index=tokens.convert_tokens_to_ids("<image>"))
    LlavaForConditionalGeneration(config).save_pretrained(tmp_path)
    sees = CLIPImageProcessor(size={"shortest_edge": 28}, crop_size={"height": 28, "width": 28})
    LlavaProcessor(sees, tokens, patch_size=14, vision_feature_select_strategy="default", num_additional_image_tokens=1).save_pretrained(
        tmp_path
    )
    model = Local(str(tmp_path), max_tokens=5)
    black, white = (np.full((40, 60, 3), v, np.uint8) for v in (0, 255))
    assert model.ask(black, "what is this?") == model.ask(black, "what is this?") and isinstance(model.ask(white, "what is this?"), str)
    np.testing.assert_allclose(model.score(PROMPT, OPTIONS).logp, plainly(model, PROMPT, OPTIONS), atol=1e-4)


def test_a_folder_without_a_model_is_one_sentence(tmp_path):
    with pytest.raises(ValueError, match="cannot be loaded") as raised:
        Local(str(tmp_path))
    assert "\n" not in str(raised.value)
    with pytest.raises(ValueError, match=r"language\.model=PATH"):
        Local("")


def test_a_long_prompt_is_read_in_stretches_so_that_deadlines_are_kept(model, monkeypatch):
    long = PROMPT * 60
    passed = []
    forward = model.model.forward
    monkeypatch.setattr(model.model, "forward", lambda *a, **k: passed.append(k["input_ids"].shape[1]) or forward(*a, **k))
    model.scorer.tree = True
    found = model.score(long, OPTIONS)
    model.generate([Message("user", long)])
    assert max(passed) <= 256 and passed[0] == 256
    monkeypatch.undo()
    np.testing.assert_allclose(found.logp, plainly(model, long, OPTIONS), atol=1e-4)


def test_what_is_said_after_a_prompt_in_stretches_is_what_is_said_after_it_at_once(model, monkeypatch):
    said = model.generate([Message("user", PROMPT * 40)])
    monkeypatch.setattr("heedful.agents.language.decoding.STRETCH", 10**6)
    assert model.generate([Message("user", PROMPT * 40)]) == said


def test_scoring_that_was_stopped_in_the_middle_of_a_prompt_goes_on_right(model):
    long, calls = PROMPT * 60, []

    def go_on():
        calls.append(1)
        if len(calls) == 2:
            raise LanguageModelError("cancelled", "stop")

    tokens = model.tokenizer([long, *(long + o for o in OPTIONS)])["input_ids"]
    model.scorer.tree = True
    with pytest.raises(LanguageModelError):
        model.scorer.score(tokens[0], tokens[1:], go_on)
    np.testing.assert_allclose(model.score(long, OPTIONS).logp, plainly(model, long, OPTIONS), atol=1e-4)
