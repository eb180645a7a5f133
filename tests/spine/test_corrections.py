"""What each kind of correction does to a run, on an imagined table."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from imagined_table import Imagined, carried, executive, table_scene, told

from heedful.adjusting import Adjusting
from heedful.agents import Symbolic
from heedful.agents.corrections.dialogue import Dialogue
from heedful.bus import WAITING, Ears
from heedful.directions import NoDirection, Standpoint, heading
from heedful.episode import Episode, Verdict
from heedful.geometry import Pose, quat_from_axis_angle
from heedful.hardware.fake import FakeRobot
from heedful.quick import quickly
from heedful.repeating import repeated
from heedful.skills import policy_skill
from heedful.types import Action, Circumstance, Correction, JointTarget, Outcome, Recollection, SkillCall

WORDS = "put the red block in the blue bowl"


@pytest.fixture(autouse=True)
def _people_speak_by_ticks(monkeypatch):
    """Nobody waits for a person who is part of the test."""
    monkeypatch.setattr("heedful.control.time", SimpleNamespace(sleep=lambda seconds: None))


def calls(episode, *, done=True):
    return [str(s.call) for s in episode.log if s.outcome.ok or not done]


def replies(episode):
    return {c.kind: c.reply for c in episode.corrections}


# what it does to the plan


@pytest.mark.parametrize(
    ("correction", "ends_as"),
    [
        (told("target", new="green block", exclude="red block"), "place_in(green, blue_bowl)"),
        (told("target", new="white bowl", exclude="blue bowl"), "place_in(red, white_bowl)"),
        (told("goal", relation="in", reference="white bowl"), "place_in(red, white_bowl)"),
        (told("goal", relation="on", reference="white plate"), "place_on(red, plate)"),
        (told("undo", scope="last"), "place_on(red, table)"),
        (told("order", op="insert", when="end", what="place(green block, white plate)"), "place_on(green, plate)"),
    ],
)
def test_an_edit_changes_how_it_ends_and_counts_as_no_failure(correction, ends_as):
    episode, _ = carried(*(executive()[0], WORDS), (20, correction))
    assert episode.ok and calls(episode)[-1] == ends_as
    assert episode.replans == 0


def test_another_thing_is_taken_only_after_the_first_is_put_down():
    episode, _ = carried(executive()[0], WORDS, (22, told("target", new="green block", exclude="red block")))
    assert calls(episode) == ["pick(red)", "place_on(red, table)", "pick(green)", "place_in(green, blue_bowl)"]


def test_what_comes_first_is_done_first_and_what_was_under_way_after_it():
    episode, _ = carried(executive()[0], WORDS, (5, told("order", op="first", what="place(green block, white plate)")))
    assert calls(episode) == ["pick(green)", "place_on(green, plate)", "pick(red)", "place_in(red, blue_bowl)"]


@pytest.mark.parametrize(
    ("correction", "why"),
    [
        (told("embodiment", arm="other"), "one arm only"),
        (told("embodiment", arm="base"), "stand fixed"),
        (told("skill", new="scoop"), "no skill to scoop"),
        (told("skill", new="push"), "cannot do it by push"),
        (told("goal", relation="held_by", reference="person"), "cannot hand things"),
        (told("goal", relation="in", reference="red block"), "that is the thing itself"),
        (told("target", new="purple cup", exclude="red block"), "do not see the purple cup"),
        (told("constraint", type="grasp_part", object="red block", part="handle"), "cannot keep to that"),
        (told("order", op="first", what="open_drawer(white plate)"), "cannot open drawer"),
        (told("undo", scope="named", what="constraint"), "no constraint to take back"),
    ],
)
def test_what_cannot_be_is_refused_plainly_and_the_task_goes_on(correction, why):
    episode, _ = carried(executive()[0], WORDS, (8, correction))
    assert why in replies(episode)[correction.kind]
    assert episode.ok and calls(episode)[-1] == "place_in(red, blue_bowl)"


def test_an_edit_while_nothing_runs_still_keeps_the_rest_of_the_old_segment_from_beginning():
    run, _ = executive()
    picked = 14  # between the two calls of the segment, while the first is being verified
    episode, ticks = carried(run, WORDS, (picked, told("target", new="green block", exclude="red block")))
    assert "place_in(red, blue_bowl)" not in [str(c) for t in ticks[picked:] for c in t.calls]
    assert episode.ok


def test_an_edit_during_the_last_look_is_no_success_of_the_old_goal():
    plain, _ = carried(executive()[0], WORDS)
    last = plain.log[-1].ticks[1]
    episode, _ = carried(executive()[0], WORDS, (last + 2, told("goal", relation="in", reference="white bowl", object="red block")))
    assert episode.ok and calls(episode)[-1] == "place_in(red, white_bowl)"


def test_taking_back_an_edit_restores_the_plan_before_it():
    first, back = told("goal", relation="in", reference="white bowl"), told("undo", scope="last")
    episode, _ = carried(executive()[0], WORDS, (18, first), (19, back))
    assert episode.ok and calls(episode)[-1] == "place_in(red, blue_bowl)"
    assert "taking back" in replies(episode)["undo"]


def test_of_two_edits_in_one_breath_the_second_is_about_what_the_first_made_of_the_call():
    run, _ = executive()
    episode, _ = carried(run, WORDS, (8, "no, the green block"), (8, "no, the red block"))
    assert [c.kind for c in episode.corrections] == ["target", "target"]
    assert episode.ok and calls(episode)[-1] == "place_in(red, blue_bowl)"


def test_what_was_poured_is_not_undone():
    class Spills(Imagined):
        def perceive(self, snapshot):
            scene = super().perceive(snapshot)
            return replace(scene, fill={"white_bowl": 0.5 if snapshot[0] < 0.2 else 0.1})

    episode, _ = carried(executive(Spills())[0], WORDS, (30, told("undo", scope="last")))
    assert "cannot be poured back" in replies(episode)["undo"]


def test_a_condition_is_planned_for_watched_and_taken_back():
    episode, _ = carried(executive()[0], WORDS, (8, told("constraint", type="keep_out", object="white plate")))
    assert [str(c) for c in episode.under] == ["keep_out(plate)"]
    episode, _ = carried(
        executive()[0],
        WORDS,
        (8, told("constraint", type="keep_out", object="white plate")),
        (20, told("undo", scope="named", what="constraint")),
    )
    assert not episode.under and episode.ok


# questions


def test_a_question_holds_the_robot_and_the_next_utterance_answers_it():
    run, _ = executive()
    ask = replace(told("target", new="other", exclude="red block"), ask=True, candidates=("blue block", "green block"))
    episode, ticks = carried(run, WORDS, (8, ask), (30, "the green one"))
    assert all(t.sent.held for t in ticks[8:30])
    assert calls(episode)[-1] == "place_in(green, blue_bowl)"
    assert episode.corrections[0].reply == "which do you mean: the blue block or the green block?"


def test_a_question_that_nobody_answers_ends_the_run_held():
    run, _ = executive()
    episode, ticks = carried(run, WORDS, (8, replace(told("pause"), ask=True, candidates=())))
    assert (episode.verdict, episode.code) == (Verdict.NEEDS_CLARIFICATION, "unanswered")
    assert all(t.sent.held for t in ticks[9:])


@pytest.mark.parametrize(("interactive", "ends"), [(True, "place_in(green, blue_bowl)"), (False, None)])
def test_the_agents_own_question_is_answered_where_somebody_is_there(interactive, ends):
    run, _ = executive(interactive=interactive)
    episode, _ = carried(run, "put the block in the blue bowl", *[(t, "the green one") for t in ((10,) if interactive else ())])
    if ends is None:
        assert episode.verdict is Verdict.NEEDS_CLARIFICATION and not episode.log
    else:
        assert episode.ok and calls(episode)[-1] == ends


# facts, memory, talk


def test_what_is_only_told_is_no_success():
    class Blind(Imagined):
        def perceive(self, snapshot):
            return replace(super().perceive(snapshot), held={"gripper": None})

    episode, _ = carried(
        executive(Blind())[0], "pick up the red block", (3, told("fact", predicate="holding", args=["robot", "red block"], value=True))
    )
    assert episode.verdict is not Verdict.SUCCEEDED
    assert episode.to_json()["told"][0]["thing"] == "red"


def test_a_fact_asks_for_care_and_says_so():
    episode, _ = carried(executive()[0], WORDS, (8, told("fact", predicate="fragile", args=["red block"], value=True)))
    assert "gently" in replies(episode)["fact"] and [str(c) for c in episode.under] == ["gentle"]


class Notebook:
    """A memory that keeps what it is told, and gives back what it was made with."""

    def __init__(self, *known):
        self.known, self.told, self.counted = known, [], []

    def tell(self, correction, context):
        self.told.append((correction, context))
        return Recollection("", "preference", {}, correction.text, 0.0, "category:block")

    def recall(self, skill, bindings, scene):
        return [k for k in self.known if skill.startswith("place")]

    def used(self, recollection, worked=None):
        self.counted.append(worked)


def test_what_was_told_before_applies_and_says_because_of_what():
    run, _ = executive()
    rule = {"kind": "nudge", "effect": {"offset": (0.0, 0.03, 0.0), "magnitude_m": 0.03}}
    memory, said = Notebook(Recollection("1", "offset", rule, "a bit to the left", 0.0, "skill:place_in")), []
    run.recalling.memory, run.recalling.notice = memory, said.append
    _, ticks = carried(run, WORDS)
    assert max(t.adjust.offset[1] for t in ticks) > 0.02
    assert "because you told me on" in said[0] and memory.counted == [None, True]


def remembering(run, **rule):
    """A memory that knows one rule of placing."""
    memory = run.recalling.memory = Notebook(Recollection("1", "offset", rule, "as I said", 0.0, "skill:place_in"))
    return memory


def test_what_was_told_before_is_not_added_to_itself_by_trying_again():
    run, _ = executive()
    remembering(run, kind="nudge", effect={"offset": (0.0, 0.015, 0.0), "magnitude_m": 0.015})
    _, before = carried(executive()[0], WORDS)
    placing = next(i for i, t in enumerate(before) if any(c.skill == "place_in" for c in t.calls))
    _, ticks = carried(run, WORDS, (placing + 4, "stop"), (placing + 8, "go on"), (placing + 20, "stop"), (placing + 24, "go on"))
    assert sum(t.sent.held for t in ticks) > 4 and max(t.adjust.offset[1] for t in ticks) == pytest.approx(0.015)


def test_a_recalled_offset_under_which_a_call_went_wrong_is_left_out_of_the_next_try():
    run, _ = executive()
    memory = remembering(run, kind="nudge", effect={"offset": (0.0, 0.015, 0.0), "magnitude_m": 0.015})
    place, tries = run.skills["place_in"], []

    def clumsy(obs, **args):
        tries.append(obs.time)
        if len(tries) > 3:
            return (yield from place.run(obs, **args))
        for i in range(30):
            yield Action({"arm": JointTarget(obs.parts["arm"].q + 0.001 * i)})
        return Outcome.failed("dropped", "it slipped")

    run.skills.add(replace(place, run=clumsy))
    _, ticks = carried(run, WORDS)
    late = [next(t for t in ticks if t.observation.time >= began + 0.5).adjust.offset[1] for began in tries[:3]]
    assert np.round(late, 3).tolist() == [0.015, 0.0, 0.015]
    assert [worked for worked in memory.counted if worked is not None][:2] == [False, False]


def test_a_grip_that_was_told_before_is_no_firmer_the_second_time_and_is_of_its_calls_alone():
    run, _ = executive()
    remembering(run, kind="grip", effect={"change": "tighter"})
    _, ticks = carried(run, "put the red block in the blue bowl and the green block in the white bowl")
    grips = {c.skill: {t.adjust.grip for t in ticks if c in t.calls} for t in ticks for c in t.calls}
    assert grips["place_in"] == {1.5} and grips["pick"] == {1.0}


def test_a_nudge_of_a_held_robot_is_kept_once_the_call_that_was_begun_anew_came_off():
    run, _ = executive()
    memory = run.recalling.memory = Notebook()
    carried(run, WORDS, (20, "stop"), (30, "3 cm to the left"), (40, "go on"))
    ((correction, context),) = memory.told
    assert correction.text == "3 cm to the left" and context.offset == pytest.approx((0, 0.03, 0))


@pytest.mark.parametrize("words", ["go on", "continue", "keep going"])
def test_a_go_ahead_lets_a_held_robot_go_on_whatever_was_said_since(words):
    episode, ticks = carried(executive()[0], WORDS, (20, "stop"), (30, "3 cm to the left"), (40, words))
    assert [c.kind for c in episode.corrections] == ["halt", "nudge", "resume"]
    assert all(t.sent.held for t in ticks[20:40]) and episode.ok


def test_a_nudge_is_kept_with_its_offset_once_its_call_came_off_and_a_rule_at_once():
    run, _ = executive()
    memory = run.recalling.memory = Notebook()
    rule = {"kind": "constraint", "effect": {"type": "gentle", "object": "block"}}
    carried(run, WORDS, (20, "a bit to the left"), (22, told("preference", scope="category:block", rule=rule)))
    kinds = {c.kind: context for c, context in memory.told}
    assert set(kinds) == {"nudge", "preference"}
    assert isinstance(kinds["nudge"], Circumstance) and kinds["nudge"].offset == pytest.approx((0, 0.02, 0))


def test_questions_are_answered_from_what_is_going_on():
    run, _ = executive()
    episode, _ = carried(run, WORDS, (5, told("query", about="activity")), (30, told("query", about="memory")))
    assert "pick the red block" in episode.corrections[0].reply


# adjustments


def seen(thing=None, held=None):
    robot = FakeRobot()
    scene = table_scene()
    if thing is not None:
        scene = replace(scene, objects={**scene.objects, thing.id: thing})
    return replace(robot.observe(), scene=replace(scene, held={"gripper": held}))


TOOL = np.array([0.5, 0.0, 0.3])


@pytest.mark.parametrize(
    ("direction", "frame", "standpoint", "way"),
    [
        ("left", "default", Standpoint(), (0, 1, 0)),
        ("left", "explicit_robot", Standpoint(azimuth=np.pi), (0, 1, 0)),
        ("left", "explicit_person", Standpoint("robot"), (0, -1, 0)),
        ("left", "explicit_person", Standpoint("behind_robot"), (0, 1, 0)),
        ("left", "default", Standpoint(azimuth=np.pi), (0, -1, 0)),
        ("left", "default", Standpoint("robot", learned="explicit_person"), (0, -1, 0)),
        ("right", "camera", Standpoint(azimuth=np.pi / 2), (1, 0, 0)),
        ("towards", "explicit_person", Standpoint("robot"), (1, 0, 0)),
        ("towards", "explicit_robot", Standpoint(), (-1, 0, 0)),
        ("away", "object:green block", Standpoint(), None),
        ("up", "explicit_person", Standpoint("robot"), (0, 0, 1)),
    ],
)
def test_the_frame_that_is_named_comes_before_the_learned_the_camera_and_the_robot(direction, frame, standpoint, way):
    found, said = heading(direction, frame, seen(), TOOL, standpoint, {"green block": "green"})
    assert np.linalg.norm(found) == pytest.approx(1.0) and said
    if way is not None:
        np.testing.assert_allclose(found, way, atol=1e-9)
    else:
        assert found @ (table_scene().objects["green"].pose.pos - TOOL) < 0 and found[2] == 0


def test_a_direction_that_cannot_be_told_is_said_to_be_so():
    with pytest.raises(NoDirection, match="which side"):
        heading("towards", "explicit_person", seen(), TOOL, Standpoint("beside_robot"), {})


def test_a_shift_goes_where_its_thing_goes():
    adjusting, red = Adjusting(), table_scene().objects["red"]
    adjusting.begin(SkillCall.of("pick", object="red"), seen())
    adjusting.take(told("nudge", direction="left", frame="default", magnitude_m=0.04), seen(), TOOL)
    turned = replace(red, pose=Pose(red.pose.pos, quat_from_axis_angle((0, 0, 1), np.pi / 2)))
    for _ in range(200):
        adjusted = adjusting.ramped(0.02, seen(turned))
    np.testing.assert_allclose(adjusted.offset, (-0.04, 0, 0), atol=1e-6)


def test_a_shift_waits_for_a_call_that_was_ended_and_is_over_with_one_that_came_off():
    adjusting, call = Adjusting(), SkillCall.of("pick", object="red")
    adjusting.begin(call, seen())
    adjusting.take(told("nudge", direction="left", frame="default", magnitude_m="bit"), seen(), TOOL)
    adjusting.end(done=False)
    adjusting.begin(SkillCall.of("pick", object="green"), seen())
    assert not adjusting.offset.any()
    adjusting.end(done=True)
    adjusting.begin(call, seen())
    assert adjusting.offset[1] == pytest.approx(0.02)
    adjusting.end(done=True)
    adjusting.begin(call, seen())
    assert not adjusting.offset.any()


def test_a_shift_said_while_the_arm_holds_still_is_ramped_from_nothing_once_it_moves():
    adjusting, call = Adjusting(), SkillCall.of("pick", object="red")
    adjusting.take(told("nudge", direction="left", frame="default", magnitude_m="lot"), seen(), TOOL)
    for _ in range(100):
        adjusting.ramped(0.0, seen())
    adjusting.begin(call, seen())
    assert np.linalg.norm(adjusting.ramped(0.02, seen()).offset) <= 0.1 * 0.02 + 1e-9
    for _ in range(100):
        held = adjusting.ramped(0.0, seen())
    assert np.linalg.norm(held.offset) <= 0.1 * 0.02 + 1e-9


def test_a_shift_said_while_it_is_looked_at_what_came_of_a_call_is_of_the_next_one():
    adjusting = Adjusting()
    adjusting.begin(SkillCall.of("pick", object="red"), seen())
    adjusting.over()
    adjusting.take(told("nudge", direction="left", frame="default", magnitude_m="bit"), seen(), TOOL)
    adjusting.end(done=True)
    adjusting.begin(SkillCall.of("place_in", object="red", target="blue_bowl"), seen())
    assert adjusting.offset[1] == pytest.approx(0.02)


@pytest.mark.parametrize(
    "correction",
    [
        told("rotate", axis="yaw", sense="cw", magnitude=float("nan")), told("rotate", axis="pitch", sense="up", magnitude=float("inf")),
        told("nudge", direction="left", magnitude_m=float("nan")), told("nudge", direction="left", offset=(0.0, float("nan"), 0.0)),
        told("nudge", direction="left", offset=3.0), told("rate", factor=float("nan")),
    ],
)  # fmt: skip
def test_numbers_that_are_none_never_reach_the_motion(correction):
    _, ticks = carried(executive()[0], WORDS, (20, correction))
    assert all(np.isfinite([*t.adjust.offset, *t.adjust.turn, t.adjust.speed]).all() for t in ticks)


@pytest.mark.parametrize("amount", [{}, [], "heap", float("nan"), None])
@pytest.mark.parametrize("op", ["more", "too_much", "other_way", [], None])
def test_what_was_told_wrongly_is_not_made_right_by_saying_it_again(amount, op):
    wrong = (told("nudge", direction="left", magnitude_m=amount), told("rotate", sense="cw", magnitude=amount))
    again = (told("repeat", op=op), told("repeat", op="more", magnitude=amount))
    episode, _ = carried(executive()[0], WORDS, *[(5 + 4 * i, c) for i, one in enumerate(wrong) for c in (one, *again)])
    assert episode.ok, episode.reason


def test_a_question_that_a_front_made_wrongly_breaks_nothing():
    ask = [replace(told("target"), ask=True, candidates=c) for c in ((3,), ({"kind": "target"},), (None, ["x"]))]
    episode, _ = carried(executive()[0], WORDS, *[(5 + 3 * i, c) for i, c in enumerate(ask)], (20, "go on"))
    assert episode.verdict in (Verdict.SUCCEEDED, Verdict.NEEDS_CLARIFICATION)


def test_changes_that_wait_while_the_robot_is_held_are_bounded():
    run, _ = executive()
    flood = [(20 + i // 20, told("fact", predicate="fragile", args=["red block"], value=True)) for i in range(400)]
    episode, _ = carried(run, WORDS, (20, "stop"), *flood, (60, "go on"))
    assert episode.ok and len(episode.amended) <= WAITING
    assert sum("not taken in" in c.reply for c in episode.corrections) >= 400 - WAITING - 20


def test_words_never_make_it_faster_than_it_may_go_nor_shift_it_far():
    adjusting = Adjusting()
    for _ in range(20):
        adjusting.take(told("rate", factor="much_faster"), seen(), TOOL)
        adjusting.take(told("nudge", direction="left", frame="default", magnitude_m="lot"), seen(), TOOL)
    assert adjusting.speed == 1.0 and np.linalg.norm(adjusting.offset) <= 0.25 + 1e-9
    with pytest.raises(ValueError, match="no nudge"):
        adjusting.take(told("nudge", direction="left", frame="default", magnitude_m=3.0), seen(), TOOL)


@pytest.mark.parametrize(
    ("op", "kind", "effect"),
    [
        ("again", "nudge", {"direction": "left", "magnitude_m": "bit"}),
        ("more", "nudge", {"direction": "left", "magnitude_m": "bit"}),
        ("too_much", "nudge", {"direction": "right", "magnitude_m": 0.01}),
        ("other_way", "nudge", {"direction": "right", "magnitude_m": 0.04}),
    ],
)
def test_repeats_act_on_the_last_correction(op, kind, effect):
    last = told("nudge", direction="left", magnitude_m="bit")
    found = repeated(told("repeat", op=op), last)
    assert found.kind == kind and found.effect == effect


@pytest.mark.parametrize(
    "text", ["left", "a bit left", "a bit to the right", "3 cm up", "up 3 cm", "slower", "much faster", "higher please"]
)
def test_the_quick_reading_is_the_one_that_the_grammar_gives(text):
    from heedful.agents.corrections.reading import read_correction

    state = Dialogue("place", {"object": "red block", "target": "blue bowl"}, ("red block", "blue bowl"))
    quick, full = quickly(text, state, 0.0), read_correction(text, state)
    assert quick is not None and (quick.kind, quick.effect) == (full.kind, full.effect)


def test_where_a_thing_may_be_meant_the_quick_reading_leaves_it_to_the_grammar():
    assert quickly("left", Dialogue("pick", {"object": "middle can"}, ("left can", "middle can")), 0.0) is None


# at once


ADJUSTMENTS = [
    told("nudge", direction="left", frame="default", magnitude_m="bit"), told("rotate", axis="yaw", sense="cw", magnitude="bit"),
    told("rotate", axis="pitch", sense="up", magnitude="bit"), told("rate", factor="slower"), told("grip", change="tighter"),
]  # fmt: skip
ENDING = [
    told("target", new="green block", exclude="red block"), told("goal", relation="in", reference="white bowl"), told("undo", scope="last"),
    told("order", op="skip", what="current"), told("constraint", type="upright", object="red block"), told("skill", new="stack"),
    told("fact", predicate="fragile", args=["red block"], value=True), told("embodiment", arm="left"), told("grip", change="open"),
]  # fmt: skip


@pytest.mark.parametrize("correction", ADJUSTMENTS, ids=lambda c: c.kind)
def test_an_adjustment_is_in_the_first_command_after_it(correction):
    _, ticks = carried(executive()[0], WORDS, (20, correction))
    assert ticks[19].adjust.revision == 0 and ticks[20].adjust.revision == 1
    assert ticks[20].adjust != replace(ticks[19].adjust, revision=1)


@pytest.mark.parametrize("correction", ENDING, ids=lambda c: c.kind)
def test_an_edit_keeps_the_first_command_after_it_from_leaving(correction):
    _, ticks = carried(executive()[0], WORDS, (20, correction))
    assert "arm" in ticks[19].action.parts and "arm" not in ticks[20].action.parts


def test_a_halt_wins_over_a_go_ahead_in_the_same_tick_whichever_came_first():
    for first, second in (("go on", "stop"), (told("resume"), told("halt"))):
        run, _ = executive()
        _, ticks = carried(run, WORDS, (20, first), (20, second), (60, "go on"))
        assert all(t.sent.held for t in ticks[20:60])


def test_a_pause_is_over_by_itself_and_what_follows_is_planned_anew():
    episode, ticks = carried(executive()[0], WORDS, (20, told("pause", for_s=0.5)))
    assert all(t.sent.held for t in ticks[20:44]) and episode.ok
    assert [p.kind for p in episode.plans] == ["go", "go", "done"]


def test_several_in_one_sentence_act_in_their_order():
    several = Correction(
        "slower and left", "multi", parts=(told("rate", factor="slower"), told("nudge", direction="left", magnitude_m="bit"))
    )
    episode, ticks = carried(executive()[0], WORDS, (20, several))
    assert ticks[20].adjust.speed == 0.5 and ticks[20].adjust.offset[1] > 0
    assert [p["kind"] for p in episode.to_json()["corrections"][0]["parts"]] == ["rate", "nudge"]


def test_a_chunk_of_a_policy_in_flight_is_pre_empted():
    class Chunks:
        def reset(self):
            pass

        def act(self, observation, instruction):
            start = observation.parts["arm"].q
            return [Action({"arm": JointTarget(start + np.eye(7)[0] * 0.002 * i)}) for i in range(100)]

    run, _ = executive()
    run.skills.add(policy_skill("nestle", Chunks(), "in(object, target)", timeout=5.0))
    run.planner = Symbolic([s for s in run.skills if not s.name.startswith("place_in")])
    episode, ticks = carried(run, WORDS, (40, told("target", new="green block", exclude="red block")))
    at = [
        i
        for i, t in enumerate(ticks)
        if t.action.parts and t.calls and t.calls[0].kwargs.get("object") == "red" and t.calls[0].skill == "nestle"
    ]
    assert at and max(at) < 40
    assert episode.corrections[0].kind == "target"


# under load


def test_a_flood_is_bounded_and_drops_no_halt():
    ears = Ears(lambda text, dialogue, heard: Correction(text, "none", {}, heard, reply="?"))
    ears.listening = True
    for i in range(2_000):
        ears.hear("stop" if i % 100 == 50 else f"blah {i} " * 20)
    assert len(ears._unread) + len(ears._read) <= WAITING and len(ears._halts) <= WAITING
    found = ears.drain()
    assert [h.correction.kind for h in found].count("halt") == 20 and ears.halts == 20


def test_a_flood_while_it_works_stops_the_robot_at_the_halt_in_it():
    run, _ = executive(mode="realtime")
    world_ticks = []
    done = threading.Event()

    def flood():
        while len(world_ticks) < 12:
            time.sleep(0.005)
        for i in range(400):
            run.control.ears.hear("a bit to the left" if i % 2 else "to the right, no, \x00 left 🤖" * 5)
            if i == 200:
                run.control.ears.hear("STOP")
        while run.control.ears.hear(told("abort")).correction.reply:  # refused while the flood is being worked off
            time.sleep(0.05)
        done.set()

    run.control.on_tick = world_ticks.append
    threading.Thread(target=flood, daemon=True).start()
    episode = run.carry_out(Episode(WORDS))
    assert done.wait(10) and episode.verdict is Verdict.INTERRUPTED
    assert world_ticks[-5].sent.held and len(episode.corrections) <= 1000


def test_a_halt_while_a_model_thinks_for_seconds_is_heeded_within_a_period_or_two():
    class Slow(Symbolic):
        def plan(self, episode, observation):
            time.sleep(2.0)
            return super().plan(episode, observation)

    run, _ = executive(mode="realtime")
    run.planner = Slow(run.skills)
    heard = []

    def speak():
        time.sleep(0.5)
        heard.append(run.control.ears.hear("stop"))
        heard[0].taken.wait(2)
        run.control.ears.hear(told("abort"))

    threading.Thread(target=speak, daemon=True).start()
    start = time.monotonic()
    run.carry_out(Episode(WORDS))
    assert time.monotonic() - start < 1.9
    assert heard[0].correction.kind == "halt" and heard[0].correction.latency_ms < 200


# what only a model can read


class Model:
    name = "test"

    def __init__(self, answer):
        self.answer, self.asked = answer, []

    def generate(self, messages, schema=None):
        self.asked.append(messages)
        return self.answer if isinstance(self.answer, str) else json.dumps(self.answer)


def unread(text, dialogue, heard):
    quick = quickly(text, dialogue, heard)
    return quick or Correction(text, "none", {}, heard, reply="I did not understand that")


@pytest.mark.parametrize("answer", [{"kind": "nudge", "effect": {"direction": "left", "magnitude_m": "bit"}}])
def test_what_the_grammar_cannot_read_a_model_does_slower_meanwhile(answer):
    run, _ = executive(reader=unread, latency=0.1)
    run.control.heed.second.model = Model(answer)
    episode, ticks = carried(run, WORDS, (25, "sinister-wards, by a smidgen"))
    assert ticks[25].adjust.speed == pytest.approx(0.3)
    assert max(t.adjust.offset[1] for t in ticks) > 0.005
    assert "as a language model read it" in episode.corrections[-1].reply


@pytest.mark.parametrize(
    "answer",
    [
        "no JSON", {"kind": "resume", "effect": {}}, {"kind": "target", "effect": {"new": "purple cup", "exclude": "red block"}},
        {"kind": "nudge", "effect": {"direction": "left"}}, {"kind": ["nudge"], "effect": {}},
    ],
)  # fmt: skip
def test_a_model_that_answers_beside_the_schema_changes_nothing(answer):
    run, _ = executive(reader=unread)
    run.control.heed.second.model = Model(answer)
    episode, ticks = carried(run, WORDS, (20, "mumble"))
    assert episode.ok and all(t.adjust.offset == (0, 0, 0) for t in ticks)


def test_a_model_that_answers_after_something_else_was_said_is_too_late():
    run, _ = executive(reader=unread, latency=0.2)
    run.control.heed.second.model = Model({"kind": "nudge", "effect": {"direction": "left", "magnitude_m": "lot"}})
    _, ticks = carried(run, WORDS, (25, "mumble"), (27, "slower"))
    assert all(t.adjust.offset == (0, 0, 0) for t in ticks)


def test_what_is_said_while_the_first_plan_is_thought_of_is_about_what_was_asked():
    run, _ = executive(latency=0.4)
    episode, _ = carried(run, WORDS, (28, "no, the green block"))
    assert [c.kind for c in episode.corrections] == ["target"] and calls(episode)[0] == "pick(green)"


def test_corrections_that_a_front_made_wrongly_change_nothing_and_break_nothing():
    wrong = [
        told("nudge"),
        told("nudge", direction="sideways"),
        told("nudge", direction="left", magnitude_m="heap"),
        told("pause", for_s="long"),
        told("rate", factor=float("nan")),
        told("rotate", axis=3, sense=[], magnitude={}),
        told("target"),
        told("goal", relation="inside out"),
        told("order", op="first", what="((("),
        told("undo", scope="named", what=None),
        told("fact", predicate="open"),
        told("skill"),
        told("constraint"),
        told("embodiment"),
        told("grip"),
        told("preference", scope=3, rule="no"),
        told("repeat", op="?"),
        told("wug", x=1),
    ]
    episode, _ = carried(executive()[0], WORDS, *[(5 + 2 * i, c) for i, c in enumerate(wrong)])
    assert episode.ok, episode.reason
    assert len(episode.corrections) == len(wrong)


def test_a_planner_that_goes_by_the_words_alone_takes_no_edits_and_says_so():
    class ByWords:
        def __init__(self, within):
            self.understand, self.made = within.understand, within

        def plan(self, episode, observation):
            return self.made.plan(episode, observation)

    run, _ = executive()
    run.planner = ByWords(run.planner)
    episode, _ = carried(run, WORDS, (20, told("target", new="green block", exclude="red block")))
    assert "by the words of the instruction alone" in replies(episode)["target"] and calls(episode)[-1] == "place_in(red, blue_bowl)"
