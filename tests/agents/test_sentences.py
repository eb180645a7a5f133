"""Some hundred sentences and what each of them means; what the grammar's parts are for, told in examples."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from laid_table import GRAMMAR, HERE, meaning

from heedful.agents.understanding.saying import said
from heedful.program import from_json, to_json


def sentences() -> dict[str, str]:
    """Sentence -> meaning, as the file beside this one lists them."""
    lines = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8").splitlines()
    return {a: b.removeprefix("    = ") for a, b in pairwise(lines) if b.startswith("    = ")}


SENTENCES = sentences()


@pytest.mark.parametrize(("words", "expected"), SENTENCES.items(), ids=list(SENTENCES))
def test_a_sentence_means_what_it_says(words: str, expected: str) -> None:
    assert meaning(words) == expected


@pytest.mark.parametrize("words", list(SENTENCES)[::5])
def test_whatever_was_understood_is_said_back_and_survives_json(words: str) -> None:
    program = GRAMMAR.understand(words, HERE).program
    if program is not None:
        assert said(program, HERE)
        assert from_json(json.loads(json.dumps(to_json(program)))) == program
