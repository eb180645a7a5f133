"""Laws of the compositional split: what is in it was never trained on, and every record can be done in its scene."""

from __future__ import annotations

from collections import Counter

import pytest

from heedful.agents.sets import SETS, hear, language_set, packaged, read
from heedful.agents.sets.composing import FAMILIES
from heedful.agents.sets.meaning import same
from heedful.agents.understanding.grammar import Grammar
from heedful.episode import Understanding
from heedful.program import Program, Ref, from_json, parts_of, terms_of
from heedful.types import Scene

SET = language_set("compositional")
RECORDS = read(packaged("compositional"), SET.fields)


def ids_of(program: Program) -> set[str]:
    return {str(t) for t in terms_of(program)} | {i for p in parts_of(program) for i in ids_of(p)}


def test_the_set_is_one_of_those_that_are_evaluated() -> None:
    assert "compositional" in SETS


def test_every_family_of_constructions_has_records_of_its_own() -> None:
    counts = Counter(c for r in RECORDS for c in r["constructions"])
    assert set(counts) == set(FAMILIES)
    assert min(counts.values()) >= 15


def test_what_is_wanted_speaks_of_things_of_the_scene_and_means_the_same_as_itself() -> None:
    for record in RECORDS:
        scene, wanted = SET.scenes(record)[0], from_json(record["program"])
        assert not any(isinstance(t, Ref) for t in terms_of(wanted))
        assert same(wanted, [wanted], scene), record["instruction"]


class Oracle:
    """Knows what is wanted."""

    def __init__(self, program: Program) -> None:
        self.program = program

    def understand(self, words: str, scene: Scene) -> Understanding:
        return Understanding(self.program)


def test_the_judge_finds_what_is_wanted_right_and_nothing_wrong_right() -> None:
    nothing = from_json({"achieve": ["holding", "table"]})
    for record in RECORDS[:12]:
        heard = hear(Oracle(from_json(record["program"])), record["instruction"], SET.scenes(record))
        assert SET.judge(record, heard).right is True
        assert SET.judge(record, hear(Oracle(nothing), record["instruction"], SET.scenes(record))).right is False


@pytest.mark.parametrize("who", ["grammar", "parser"])
def test_each_reader_is_measured_by_itself_beside_both(who: str) -> None:
    record = RECORDS[0]
    judged = SET.judge(record, hear(Grammar(), record["instruction"], SET.scenes(record)))
    assert {f"{who}: {tag}" for tag in (*record["constructions"], "all")} <= set(judged.further)
