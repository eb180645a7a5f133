"""`heedful run` with a language model on a server: asked where the rules do not understand, missed by nobody when it fails."""

import json
import sys
from pathlib import Path

import pytest

from heedful.app.cli import main
from heedful.recording import Run

pytest.importorskip("openai")
sys.path.insert(0, str(Path(__file__).parents[1] / "agents" / "language"))

from fake_server import FakeServer

KNOWN, QUICK, UNKNOWN = "pick up the purple block", "go home", "heb bitte den lila Klotz hoch"
STEP = {"goal": [{"predicate": "holding", "args": ["purple_block_1"], "holds": True}], "skill": "", "when": [], "until": [], "manner": []}
HOLD = {"steps": [STEP], "unclear": ""}
KEY = "sk-sesame-0123456789"


@pytest.fixture
def fake(monkeypatch):
    from heedful.agents.language import capability

    monkeypatch.setattr(capability, "_KNOWN", {})
    monkeypatch.setenv("SOME_KEY", KEY)
    with FakeServer() as server:
        server.says = lambda body: json.dumps(HOLD)
        yield server


@pytest.fixture
def run(fake, tmp_path, capsys):
    def running(words, *more):
        server = ["language=server", f"language.base_url={fake.url}", "language.model=tiny", "language.api_key_env=SOME_KEY"]
        code = main(["run", words, *server, *more, "--out", str(tmp_path), "--json", "film=none", "--seed", "0"])
        said = capsys.readouterr()
        told = json.loads(said.out.splitlines()[-1])
        folder = Path(told["run"])
        for file in folder.iterdir():
            assert KEY.encode() not in file.read_bytes(), f"the key is in {file.name}"
        assert KEY not in said.out + said.err
        return code, told, Run.load(folder), said.err

    return running


def test_words_that_only_a_model_understands_are_carried_out_and_it_is_said_who_understood(run, fake):
    code, told, recorded, seen = run(UNKNOWN)
    assert code == 0 and told["verdict"] == "succeeded" and told["program"] == {"achieve": ["holding", "purple_block_1"]}
    assert "server:tiny" in recorded.episode["understood"] and "server:tiny was asked" in told["notices"][0] and "notice: " in seen
    assert [c["outcome"] for c in recorded.episode["language_calls"]["calls"]] == ["ok"]
    assert told["notices"][0].split("&")[0] in recorded.report.read_text() and fake.keys[0] == f"Bearer {KEY}"


def test_words_that_the_rules_understand_leave_the_machine_not_at_all(run, fake):
    code, told, recorded, _ = run(QUICK)
    assert code == 0 and not fake.requests and not told["notices"] and recorded.episode["language_calls"]["calls"] == []


FAULTS = [
    ("half-stream", "broke off"),
    ("500", "failed (500)"),
    ("html", "web page"),
    ("invalid", "no JSON"),
    ("429-long", "no more requests"),
    ("hang-up", "broke off"),
]


@pytest.mark.parametrize(("fault", "says"), FAULTS)
def test_a_model_that_fails_is_noticed_and_the_rules_read_the_words(fault, says, run, fake):
    fake.fault = fault
    code, told, recorded, seen = run(QUICK, "language.first=model")
    assert code == 0 and told["verdict"] == "succeeded"
    assert len(told["notices"]) == 1 and says in told["notices"][0] and "the embedded rules read it instead" in told["notices"][0]
    assert f"notice: {told['notices'][0]}" in seen and recorded.episode["errors"] == []


def test_a_model_that_invents_is_refused_and_the_rules_read_the_words(run, fake):
    fake.says = lambda body: json.dumps(HOLD).replace("purple_block_1", "unicorn")
    code, told, _, _ = run(QUICK, "language.first=model")
    assert code == 0 and "unicorn" in told["notices"][0]
    code, told, _, _ = run(UNKNOWN)
    assert code == 1 and told["verdict"] == "not_understood" and "unicorn" in told["notices"][0]


@pytest.mark.parametrize("fault", ["half-stream", "hang-up"])
def test_a_disconnect_in_the_middle_of_a_run_is_survived(fault, run, fake):
    fake.says = lambda body: '{"step": "pick(purple_block_1)"}'
    fake.fault = [None, None, *[fault] * 20]  # it answers what it can, and the first step
    code, told, recorded, _ = run("put the purple block in the blue bowl", "planner=stepwise", "language.timeout_s=5")
    calls = [c["outcome"] for c in recorded.episode["language_calls"]["calls"]]
    assert calls[0] == "ok" and set(calls[1:]) <= {"broken", "unreachable"} and len(calls) > 1
    assert [o["skill"] for o in told["outcomes"]] == ["pick", "place_in"]
    assert code == 0 and told["verdict"] == "succeeded" and any("the embedded rules go on" in n for n in told["notices"])


def test_what_was_recorded_is_run_again_without_a_server(run, fake, tmp_path, capsys):
    record = f"language.record={tmp_path / 'answers.jsonl'}"
    assert run(UNKNOWN, record)[0] == 0
    before = len(fake.requests)
    assert KEY not in (tmp_path / "answers.jsonl").read_text()
    words = ["run", UNKNOWN, "language=recorded", record, "--out", str(tmp_path / "again"), "--json", "film=none", "--seed", "0"]
    assert main(words) == 0 and len(fake.requests) == before
    assert "recorded:answers" in json.loads(capsys.readouterr().out.splitlines()[-1])["notices"][0]


def test_a_bad_setting_is_2_one_sentence_and_no_run(run, tmp_path, capsys):
    for words, says in (
        ([], "language.base_url"),
        (["language.base_url=http://h/v1", f"language.api_key_env={KEY}"], "never the key itself"),
    ):
        assert main(["run", KNOWN, "language=server", *words, "--out", str(tmp_path / "none")]) == 2
        said = capsys.readouterr().err
        assert says in said and said.count("\n") == 1 and KEY not in said
    assert not (tmp_path / "none").exists()


def test_the_loop_keeps_its_rate_while_a_model_streams_and_dies(run, fake):
    """Share of ticks over budget: no worse than without a model, up to what a busy machine does to either."""
    fake.delay, fake.fault = 1.0, ["half-stream", "slow"]
    code, told, recorded, _ = run(KNOWN, "language.first=model", "language.timeout_s=3", "mode=realtime")
    assert code == 0 and len(told["notices"]) == 1
    with_model = recorded.episode["cadence"]
    waited = sum(c["seconds"] for c in recorded.episode["language_calls"]["calls"])
    assert 1.5 < waited < 4.0, "it was asked for as long as its deadline allows, and no longer"
    _, _, recorded, _ = run(KNOWN, "mode=realtime")
    without = recorded.episode["cadence"]
    assert with_model["ticks"] > without["ticks"] + 0.5 * waited * with_model["wanted_hz"], "the loop went on meanwhile"
    assert with_model["over_budget"] <= without["over_budget"] + 0.05
