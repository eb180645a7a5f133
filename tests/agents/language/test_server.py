"""A model on a server: whatever it is and however it fails, an answer that can be trusted or one sentence, in time, without the key."""

import json
import threading
import time

import numpy as np
import pytest

pytest.importorskip("openai")

from heedful.agents.language import capability, ladder
from heedful.agents.language.model import LanguageModelError, Message
from heedful.agents.language.server import Server, strict

from .fake_server import FakeServer, likely, pieces

KEY = "sk-sesame-0123456789"
SAY = [Message("user", "what now?")]
SCHEMA = {
    "type": "object", "additionalProperties": False, "required": ["skill", "object"],
    "properties": {"skill": {"enum": ["pick", "place"]}, "object": {"enum": ["red_block", "bowl"]}},
}  # fmt: skip
GOOD = '{"skill": "pick", "object": "bowl"}'


@pytest.fixture
def fake(monkeypatch):
    monkeypatch.setattr(capability, "_KNOWN", {})
    monkeypatch.setenv("SOME_KEY", KEY)
    with FakeServer() as server:
        yield server


@pytest.fixture
def model(fake):
    model = Server("tiny", fake.url, "SOME_KEY", timeout_s=3.0)
    yield model
    model.close()


LADDER = [("vllm", "json_schema", "exact"), ("llama.cpp", "json_schema", "top_logprobs"), ("ollama", "json_schema", "top_logprobs"),
          ("lmstudio", "json_schema", "ranking"), ("reasoning", "json_schema", "samples"),
          ("transformers", "plain", "ranking")]  # fmt: skip


@pytest.mark.parametrize(("vendor", "form", "how"), LADDER)
def test_what_an_endpoint_can_is_found_out_once(vendor, form, how, fake, model):
    fake.vendor = vendor
    fake.says = lambda body: (
        '{"ranking": [{"id": "o2", "confidence": 80}, {"id": "o1", "confidence": 20}]}' if "Rank" in str(body) else "Hi!"
    )
    scores = model.score("Human: tidy up\n", ["done", "pick up the bowl"])
    assert (model.can.structured, model.can.scorer, scores.scorer) == (form, how, how)
    before = len(fake.requests)
    model.score("Human: tidy up\n", ["done", "pick up the bowl"])
    again = Server("tiny", fake.url, timeout_s=3.0)
    again.score("Human: tidy up\n", ["done", "pick up the bowl"])
    assert len(fake.requests) == before + 2, "one request a question, and none to find out what is known"
    again.close()


def test_exact_scores_are_those_of_the_texts_tokens(model):
    options = ["pick up the bowl", "pick up the red block", "done"]
    scores = model.score("Robot: ", options)
    told = [sum(likely(t) for t in pieces("Robot: " + o)[2:]) for o in options]
    assert pieces("Robot: pick")[1:] == [":", " pick"], "the blank goes with the word: the tokenizer merges across the boundary"
    np.testing.assert_allclose(scores.logp, told)


def test_letters_are_scored_as_told_and_renormalised(fake, model):
    fake.vendor = "llama.cpp"
    options = ["a", "b", "c"]
    fake.prefers = lambda option: {"a": -3.0, "b": -1.0, "c": -2.0}[option]
    scores = model.score("Robot: ", options)
    np.testing.assert_allclose(scores.logp, np.array([-3.0, -1.0, -2.0]) - np.logaddexp.reduce([-3.0, -1.0, -2.0]))


@pytest.mark.parametrize("n", [21, 50, 450])
def test_more_options_than_letters_meet_in_groups_and_come_out_as_if_all_had_met(n):
    worth = np.random.default_rng(0).normal(0, 2, n)

    def ask(path, body):
        listed = [line.split(". ") for line in body["messages"][0]["content"].splitlines() if line[1:3] == ". "]
        assert len(listed) <= 20
        raw = np.array([worth[int(o)] for _, o in listed])
        raw -= np.logaddexp.reduce(raw)
        told = [{"token": letter, "logprob": v} for (letter, _), v in zip(listed, raw, strict=True)]
        return {"choices": [{"logprobs": {"content": [{"top_logprobs": told}]}}]}

    scores = ladder.top_logprobs(ask, "", [str(i) for i in range(n)])
    np.testing.assert_allclose(scores.probabilities, np.exp(worth) / np.exp(worth).sum(), atol=1e-12)


def test_a_letter_that_is_not_told_of_is_less_likely_than_all_that_are():
    told = [{"token": " B", "logprob": -0.1}, {"token": "the", "logprob": -4.0}]
    scores = ladder.top_logprobs(lambda *_: {"choices": [{"logprobs": {"content": [{"top_logprobs": told}]}}]}, "", ["x", "y", "z"])
    assert scores.logp[1] > scores.logp[0] == scores.logp[2] and scores.logp[1] - scores.logp[0] == pytest.approx(4.9)


def test_an_endpoint_that_thinks_before_it_says_a_letter_is_asked_for_a_ranking(fake, model):
    model.can.structured, model.can.scorer = "json_schema", "top_logprobs"
    fake.vendor, fake.thinks = "ollama", True
    fake.says = lambda body: '{"ranking": [{"id": "o2", "confidence": 90}]}'
    scores = model.score("Robot: ", ["a", "b"])
    assert scores.scorer == model.can.scorer == "ranking" and scores.probabilities[1] > 0.9


def test_a_ranking_counts_only_by_exact_ids(fake, model):
    fake.vendor = "transformers"
    fake.says = lambda body: '{"ranking": [{"id": "pick up the bowl", "confidence": 100}]}' if "Rank" in str(body) else "Hi!"
    with pytest.raises(LanguageModelError) as raised:
        model.score("", ["pick up the bowl", "done"])
    assert raised.value.code == "invalid"


@pytest.mark.parametrize("vendor", ["vllm", "lmstudio", "reasoning", "transformers"])
def test_an_answer_of_a_schema_is_checked_and_mended_once(vendor, fake, model):
    fake.vendor = vendor
    answers = ["I would pick the bowl.", f"```json\n{GOOD}\n```"]
    fake.says = lambda body: answers.pop(0) if "what now" in str(body["messages"]) else "Hi!"
    assert json.loads(model.generate(SAY, SCHEMA)) == json.loads(GOOD)
    last = fake.requests[-1][1]["messages"]
    assert last[-2]["content"] == "I would pick the bowl." and "no JSON" in last[-1]["content"]


def test_an_invented_skill_is_named_to_the_model_and_then_refused(fake, model):
    fake.says = lambda body: '{"skill": "juggle", "object": "bowl"}'
    with pytest.raises(LanguageModelError, match="juggle") as raised:
        model.generate(SAY, SCHEMA)
    assert (
        raised.value.code == "invalid"
        and '"skill" of the answer should be one of "pick", "place"' in fake.requests[-1][1]["messages"][-1]["content"]
    )


def test_an_answer_is_heard_while_it_is_made(fake, model):
    heard = []
    model.on_text = heard.append
    fake.says = lambda body: "one two three"
    assert model.generate(SAY) == "one two three" == heard[-1] and len(heard) >= 3


def test_a_question_about_an_image_sends_the_image_and_no_more(fake, model):
    assert model.ask(np.zeros((4, 6, 3), np.uint8), "what is this?") == "hello"
    text, picture = fake.requests[-1][1]["messages"][0]["content"]
    assert text["text"] == "what is this?" and picture["image_url"]["url"].startswith("data:image/png;base64,")


CODES = {"429": None, "429-long": "limited", "500": "broken", "slow": "timeout", "drip": "timeout", "half": "broken",
         "half-stream": "broken",
         "html": "broken", "invalid": "broken", "empty": "broken", "error-200": "broken", "hang-up": "broken"}  # fmt: skip


@pytest.mark.parametrize(("fault", "code"), CODES.items())
@pytest.mark.parametrize("what", ["generate", "score"])
def test_an_endpoint_that_fails_is_one_sentence_within_the_deadline(fault, code, what, fake, model):
    if fault == "half-stream" and what != "generate":
        pytest.skip("only what is said is streamed")
    model.can.structured, model.can.scorer = "json_schema", "exact"
    model.timeout_s = 0.8
    fake.fault = [fault] * 2 if code else [fault]
    fake.says = lambda body: "one two three four"
    asked = {"generate": lambda: model.generate(SAY), "score": lambda: model.score("a", ["b"])}[what]
    start = time.monotonic()
    if code is None:
        asked()
    else:
        with pytest.raises(LanguageModelError) as raised:
            asked()
        assert raised.value.code == code
        assert "\n" not in str(raised.value) and len(str(raised.value)) < 300
    assert time.monotonic() - start < 1.8


def test_a_fault_that_passes_is_not_noticed(fake, model):
    fake.fault = ["500"]
    assert model.generate(SAY) == "hello" and len(fake.requests) == 2


def test_without_retries_it_is_asked_once(fake):
    fake.fault = "500"
    model = Server("tiny", fake.url, timeout_s=3.0, retries=0)
    with pytest.raises(LanguageModelError):
        model.generate(SAY)
    assert len(fake.requests) == 1
    model.close()


def test_a_dead_endpoint_is_left_alone_and_tried_again_later(fake, model, monkeypatch):
    fake.fault = "500"
    for _ in range(2):
        with pytest.raises(LanguageModelError):
            model.generate(SAY)
    before = len(fake.requests)
    with pytest.raises(LanguageModelError, match="left alone"):
        model.generate(SAY)
    assert len(fake.requests) == before
    fake.fault = None
    now = time.monotonic()
    monkeypatch.setattr("heedful.agents.language.breaker.time.monotonic", lambda: now + 31.0)
    assert model.generate(SAY) == "hello"


def test_what_is_under_way_can_be_stopped_from_another_thread(fake, model):
    fake.fault = "slow"
    threading.Timer(0.3, model.cancel).start()
    start = time.monotonic()
    with pytest.raises(LanguageModelError) as raised:
        model.generate(SAY)
    assert raised.value.code == "cancelled" and time.monotonic() - start < 1.0


def test_nobody_listening_is_said_at_once():
    model = Server("tiny", "http://127.0.0.1:9/v1", timeout_s=5.0)
    start = time.monotonic()
    with pytest.raises(LanguageModelError, match="cannot be reached"):
        model.generate(SAY)
    assert time.monotonic() - start < 3.0
    model.close()


@pytest.mark.parametrize("times", [1, 2])
def test_the_key_is_sent_and_never_said(times, fake, model, caplog, capfd):
    fake.fault = "key-in-error"
    for _ in range(times):
        with pytest.raises(LanguageModelError) as raised:
            model.generate(SAY)
    assert fake.keys == [f"Bearer {KEY}"] * times
    said = repr(raised.value) + repr(raised.value.__context__) + caplog.text + "".join(capfd.readouterr())
    assert KEY not in said and KEY not in repr(vars(model)) and KEY[3:12] not in str(raised.value)


def test_keys_of_other_endpoints_stay_where_they_are(fake, monkeypatch):
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"):
        monkeypatch.setenv(name, KEY)
    model = Server("tiny", fake.url, timeout_s=3.0)
    seen = []
    fake.says = lambda body: seen.append(1) or "hello"
    model.generate(SAY)
    assert KEY not in " ".join(fake.keys)
    model.close()


BAD = [
    (dict(base_url=""), "needs an endpoint"), (dict(base_url="localhost:1"), "should look like"),
    (dict(base_url=f"http://me:{KEY}@host/v1"), "may hold no key"), (dict(base_url=f"http://host/v1?key={KEY}"), "may hold no key"),
    (dict(base_url="http://host/v1", api_key_env=KEY), "never the key itself"),
    (dict(base_url="http://host/v1", api_key_env="NOT_SET_ANYWHERE"), "is not set"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "says"), BAD)
def test_a_bad_setting_is_one_sentence_without_what_may_be_a_key(given, says):
    with pytest.raises(ValueError, match=says) as raised:
        Server("tiny", **given)
    assert KEY not in str(raised.value)


def test_the_only_model_of_an_endpoint_needs_no_name(fake):
    model = Server("", fake.url, timeout_s=3.0)
    assert model.generate(SAY) == "hello" and model.name == "server:tiny"
    model.close()


def test_a_schema_is_strict_if_every_object_names_all_it_has():
    assert strict(SCHEMA) and not strict({**SCHEMA, "required": []}) and not strict({"type": "array", "items": {"type": "object"}})
