"""What was said in one run is heeded in the next, with the reason, and only once what it was said of came off."""

from types import SimpleNamespace

import numpy as np
import pytest
from imagined_table import carried, executive, told

from heedful.agents.memory import Remembering, Store

WORDS = "put the red block in the blue bowl"
LEFT = told("nudge", "a bit to the left", direction="left", frame="explicit_robot", magnitude_m="bit")


@pytest.fixture(autouse=True)
def _people_speak_by_ticks(monkeypatch):
    monkeypatch.setattr("heedful.control.time", SimpleNamespace(sleep=lambda seconds: None))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "memory.sqlite"


def day(path, name, *when, words=WORDS):
    """A run with the memory of the days before; what it was told why, what was sent, and the episode."""
    run, _ = executive()
    memory, notices = Remembering(Store(path)), []
    run.recalling.memory, run.recalling.notice, run.recalling.episode = memory, notices.append, name
    episode, ticks = carried(run, words, *when)
    memory.close()
    return notices, ticks, episode


def of(ticks, skill):
    return [t.adjust for t in ticks if any(c.skill.startswith(skill) for c in t.calls)]


def saying_left_while(path, name, skill):
    """A run in which "a bit to the left" is said while a skill runs."""
    _, ticks, _ = day(path, f"before {name}")
    first = next(i for i, t in enumerate(ticks) if any(c.skill.startswith(skill) for c in t.calls))
    return day(path, name, (first + 3, LEFT))


def test_a_nudge_of_one_day_is_made_by_itself_the_next_and_says_why(path):
    saying_left_while(path, "monday", "place")
    (entry,) = Store(path).all()
    assert entry.kind == "offset" and entry.scope.startswith("skill:place") and entry.scope.endswith("category:bowl")
    notices, ticks, episode = day(path, "tuesday")
    assert episode.ok and any("because you told me on" in n and "a bit to the left" in n for n in notices)
    assert np.allclose(of(ticks, "place")[-1].offset, (0.0, 0.02, 0.0), atol=2e-3)
    assert not any(a.moves for a in of(ticks, "pick"))
    after = Store(path).all()[0]
    assert after.uses == 1 and after.worked == 1


def test_what_is_recalled_is_not_added_to_itself_day_by_day(path):
    saying_left_while(path, "monday", "place")
    for name in ("tuesday", "wednesday", "thursday"):
        _, ticks, _ = day(path, name)
    assert np.allclose(of(ticks, "place")[-1].offset, (0.0, 0.02, 0.0), atol=2e-3)


def test_a_forgotten_nudge_is_made_no_more(path):
    saying_left_while(path, "monday", "place")
    Store(path).forget(everything=True)
    notices, ticks, _ = day(path, "tuesday")
    assert notices == [] and not any(a.moves for a in of(ticks, "place"))


def test_a_lasting_pace_is_kept_the_next_day(path):
    rule = told("preference", "always go slowly", scope="global", rule={"kind": "rate", "effect": {"factor": "slower"}})
    day(path, "monday", (3, rule))
    notices, ticks, episode = day(path, "tuesday")
    assert episode.ok and any("always go slowly" in n for n in notices)
    assert all(a.speed <= 0.5 for a in of(ticks, "p"))


def test_without_a_memory_nothing_is_recalled(path):
    saying_left_while(path, "monday", "place")
    run, _ = executive()
    _, ticks = carried(run, WORDS)
    assert not any(t.adjust.moves for t in ticks)
