"""The household sets as measured: how much is understood, and that next to nothing is taken wrong without a word."""

from __future__ import annotations

from functools import cache

import pytest

from heedful.agents.planner.symbolic import Symbolic
from heedful.agents.sets.hearing import Heard, hear
from heedful.agents.sets.language_set import Judged, language_set, packaged, read


@cache
def measured(name: str, every: int = 1) -> list[tuple[Heard, Judged]]:
    """What is made of every so manyth record of a set."""
    chosen = language_set(name)
    found = []
    for record in read(packaged(name), chosen.fields)[::every]:
        answer = hear(Symbolic(chosen.skills(record)), record["instruction"], chosen.scenes(record))
        found.append((answer, chosen.judge(record, answer)))
    return found


def right(name: str, every: int = 1) -> float:
    rows = measured(name, every)
    return sum(j.right is True for _, j in rows) / len(rows)


def wrong_and_silent(name: str, every: int = 1) -> float:
    rows = measured(name, every)
    return sum(h.answer == "acted" and j.right is False for h, j in rows) / len(rows)


def share(name: str, measure: str, every: int = 1) -> float:
    pairs = [j.further[measure] for _, j in measured(name, every) if measure in j.further]
    return sum(a for a, _ in pairs) / sum(b for _, b in pairs)


def test_plans_for_saycan_lead_to_what_was_asked() -> None:
    assert right("saycan") >= 0.85 and wrong_and_silent("saycan") <= 0.03


def test_slots_that_alfred_sentences_state_are_read() -> None:
    assert share("alfred", "slots", 8) >= 0.85 and wrong_and_silent("alfred", 8) <= 0.03


@pytest.mark.slow
def test_slots_that_all_alfred_sentences_state_are_read() -> None:
    assert share("alfred", "slots") >= 0.85 and wrong_and_silent("alfred") <= 0.03


def test_what_is_understood_of_partnr_speaks_of_the_things_that_are_named() -> None:
    assert share("partnr", "understood", 20) >= 0.5 and share("partnr", "classes", 20) >= 0.85


def test_some_of_the_long_activities_is_understood() -> None:
    assert right("eai") >= 0.25
