"""`heedful memory`: what is remembered is shown, and forgotten when it is asked for."""

import json

import pytest

from heedful.agents.memory import Remembering, Store
from heedful.app.cli import main
from heedful.types import Circumstance, Correction

RULE = {"kind": "constraint", "effect": {"type": "upright", "object": "mug"}}


@pytest.fixture
def kept(tmp_path):
    path = tmp_path / "memory.sqlite"
    memory = Remembering(Store(path))
    for scope in ("category:mug", "global"):
        memory.tell(Correction(f"always, {scope}", "preference", {"scope": scope, "rule": RULE}), Circumstance(episode="runs/1"))
    memory.close()
    return path


def listed(path, capsys):
    assert main(["memory", "list", "--memory", str(path), "--json"]) == 0
    return json.loads(capsys.readouterr().out.splitlines()[-1])["entries"]


def test_each_entry_is_shown_with_its_words_its_scope_and_how_often_it_was_used(kept, capsys):
    entries = listed(kept, capsys)
    assert {e["scope"] for e in entries} == {"category:mug", "global"}
    assert all(e["rule"] == RULE and e["uses"] == 0 and e["episode"] == "runs/1" and 0 < e["confidence"] < 1 for e in entries)
    assert main(["memory", "list", "--memory", str(kept)]) == 0
    said = capsys.readouterr().out
    assert "“always, category:mug”" in said and "used 0 times" in said


def test_forgetting_drops_what_was_named_and_nothing_else(kept, capsys):
    first, second = listed(kept, capsys)
    assert main(["memory", "forget", first["id"], "--memory", str(kept), "--json"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["forgotten"] == [first]
    assert listed(kept, capsys) == [second]
    assert (
        main(["memory", "forget", "--all", "--memory", str(kept)]) == 0 and main(["memory", "forget", "--all", "--memory", str(kept)]) == 1
    )


@pytest.mark.parametrize(
    "words", [["memory"], ["memory", "recite"], ["memory", "forget"], ["memory", "forget", "zz"], ["memory", "list", "zz"]]
)
def test_what_cannot_be_is_one_sentence(kept, words, capsys):
    assert main([*words, "--memory", str(kept)] if len(words) > 1 else words) == 2
    error = capsys.readouterr().err
    assert error.startswith("heedful: ") and len(error.splitlines()) == 1


def test_a_run_uses_the_users_memory_and_an_evaluation_none():
    from heedful.app.compose import compose
    from heedful.evaluation import how_measured

    assert compose([]).values["memory"] == "user"
    assert how_measured({}, 0, 1, None)["memory"] == "off"
