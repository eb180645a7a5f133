"""`heedful run` with a model made on the spot, on this machine and over HTTP. It babbles; that nothing comes of it but time is the test."""

import json
import sys
from pathlib import Path

import numpy as np
import pytest

from heedful.app.cli import main
from heedful.recording import Run

pytest.importorskip("torch")
pytest.importorskip("transformers")
pytest.importorskip("llguidance")
sys.path.insert(0, str(Path(__file__).parents[1] / "agents" / "language"))

from serve_tiny import TinyServer
from tiny import tiny_llama

from heedful.agents.language.local import Local

KNOWN, UNKNOWN = "go home", "would you kindly elevate the violet cuboid"
VERDICTS = {"succeeded", "failed", "not_understood", "refused", "needs_clarification", "unverified", "timeout"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tiny_llama(tmp_path_factory.mktemp("tiny"))


@pytest.fixture
def served(folder, monkeypatch):
    pytest.importorskip("openai")
    from heedful.agents.language import capability

    monkeypatch.setattr(capability, "_KNOWN", {})
    with TinyServer(Local(folder, timeout_s=60)) as server:
        yield server


def ran(capsys, tmp_path, words, *more):
    code = main(["run", words, *more, "--out", str(tmp_path), "--json", "film=none", "--seed", "0"])
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    return code, told, Run.load(told["run"]).episode


def test_a_local_model_that_babbles_within_the_form_is_held_against_the_scene(folder, capsys, tmp_path):
    more = ["language=local", f"language.model={folder}", "language.timeout_s=60", "language.max_tokens=2000"]
    code, told, episode = ran(capsys, tmp_path, UNKNOWN, *more)
    calls = episode["language_calls"]["calls"]
    assert told["verdict"] in VERDICTS and calls and {c["outcome"] for c in calls} <= {"ok", "timeout", "invalid"} and not episode["errors"]
    assert code == (told["verdict"] != "succeeded")


def test_a_local_model_without_time_is_noticed_and_the_rules_read_the_words(folder, capsys, tmp_path):
    more = ["language=local", f"language.model={folder}", "language.timeout_s=0.05", "language.first=model", "mode=realtime"]
    code, told, _ = ran(capsys, tmp_path, KNOWN, *more)
    assert code == 0 and "had not answered" in told["notices"][0]


def test_a_served_model_streams_an_answer_of_the_form(served, capsys, tmp_path):
    more = ["language=server", f"language.base_url={served.url}", "language.timeout_s=60", "language.max_tokens=2000", "mode=realtime"]
    _, told, episode = ran(capsys, tmp_path, UNKNOWN, *more)
    assert any(body.get("stream") for _, body in served.requests)
    assert told["verdict"] in VERDICTS and episode["language_calls"]["name"] == "server:tiny" and not episode["errors"]
    assert episode["cadence"]["ticks"] > 0


def test_scores_over_http_are_those_of_the_model_itself(served, folder):
    from heedful.agents.language.server import Server

    model = Server("tiny", served.url, timeout_s=60)
    options = ["pick up the red block", "pick up the apple", "open the drawer", "ally"]
    for prompt in ("I need a drink. Robot: ", "put the re"):
        told = model.score(prompt, options)
        assert told.scorer == "exact"
        np.testing.assert_allclose(told.logp, Local(folder).score(prompt, options).logp, atol=1e-4)
    model.close()
