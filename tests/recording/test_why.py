"""The first broken link, for each link there is."""

import numpy as np
import pytest

from heedful.recording import LINKS, Run, chain, first_broken_link


def run(verdict="failed", code="", reason="", outcomes=(), violations=()):
    return Run(None, {"verdict": verdict, "code": code, "reason": reason, "outcomes": list(outcomes), "violations": list(violations)}, {})


def step(status="failed", code="", sentence="", verified=None, clipped=0, value=None, limit=None, ticks=(10, 59)):
    return dict(skill="pick", args={}, status=status, code=code, sentence=sentence, verified=verified, clipped=clipped, value=value,
                limit=limit, ticks=list(ticks), started=ticks[0] * 0.02, ended=ticks[1] * 0.02)  # fmt: skip


DONE = step("succeeded", verified=True, ticks=(0, 9))


@pytest.mark.parametrize(
    ("given", "link"),
    [
        (run("not_understood", "unknown_words"), "understood"),
        (run("refused", "refused"), "understood"),
        (run("needs_clarification", "ambiguous"), "understood"),
        (run("refused", "absent", "no cup"), "seen"),
        (run("refused", "unreachable", "the cup is too far away"), "reached"),
        (run("refused", "impossible", "a table fits in no mug"), "planned"),
        (run("failed", "planner_error", "the planner broke off"), "planned"),
        (run("refused", "refused", "there is no cup here; there are a red block and a blue bowl"), "seen"),
        (run("failed", "", "", [DONE, step(code="not_in_view")]), "seen"),
        (run("failed", "no_plan"), "planned"),
        (run("failed", "", "", [step(code="unreachable")]), "reached"),
        (run("failed", "", "", [step(code="blocked")]), "reached"),
        (run("timeout", "", "", [step("timeout")]), "reached"),
        (run("failed", "protective_stop", "the arm stopped", [step(code="missed")]), "clipped"),
        (run("failed", "", "", [step(code="missed", clipped=40)]), "clipped"),
        (run("failed", "", "", [step(code="missed", clipped=1)]), "touched"),
        (run("failed", "dropped", "", [DONE, step(code="dropped")]), "touched"),
        (run("failed", "", "", [step(code="slipped")]), "touched"),
        (run("failed", "", "", [step("succeeded", verified=False)]), "verified"),
        (run("unverified", "", "", [step("unverified")]), "verified"),
        (run("unverified", "", "", [DONE]), "verified"),
        (run("interrupted", "", "", [DONE]), "interrupted"),
        (run("running"), "running"),
    ],
)
def test_each_failure_breaks_its_link(given, link):
    assert first_broken_link(given).link == link


def test_a_success_breaks_nothing():
    found = first_broken_link(run("succeeded", reason="the red block is in the bowl", outcomes=[step(code="missed"), DONE]))
    assert not found.broken and "the red block is in the bowl" in found.sentence
    assert all(held for _, held in chain(run("succeeded")))


def test_the_value_stands_against_its_limit_at_its_tick():
    found = first_broken_link(run(outcomes=[DONE, step(code="unreachable", sentence="too far", value=0.91, limit=0.85)]))
    assert (found.sentence, found.value, found.limit, found.tick) == ("too far", 0.91, 0.85, 59)


def test_a_clipped_command_is_named_before_the_miss_it_caused():
    hit = {"sentence": "joint 4 was asked for 3.1 rad", "value": 3.1, "limit": 2.9, "time": 0.6}
    given = run(outcomes=[step(code="missed", sentence="nothing is held", clipped=30)], violations=[hit])
    found = first_broken_link(Run(None, given.episode, {"tick": np.arange(80), "time": np.arange(80) * 0.02}))
    assert (found.link, found.value, found.limit, found.tick) == ("clipped", 3.1, 2.9, 30)
    assert "joint 4" in found.sentence and "nothing is held" in found.sentence


@pytest.mark.parametrize("code", ["not_in_view", "no_plan", "unreachable", "slipped"])
def test_links_before_the_broken_one_held_and_those_after_were_not_come_to(code):
    links = chain(run(outcomes=[step(code=code)]))
    assert [name for name, _ in links] == list(LINKS)
    states = [held for _, held in links]
    at = states.index(False)
    assert all(states[:at]) and states[at + 1 :] == [None] * (len(LINKS) - at - 1)
