"""A dataset holds what was written, in the form that lerobot publishes, and tells when it does not."""

import dataclasses
import json
import os

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from made_episodes import SCHEMA, episode, episodes, same

from heedful.recording.dataset import Busy, Dataset, DatasetWriter, EpisodeData, NoDataset, Schema, copy, pairs, verify
from heedful.recording.dataset.language import column, faults, row_type
from heedful.recording.dataset.marks import WINDOW, mistakes
from heedful.recording.dataset.stats import Pictures, of_values, together
from heedful.recording.dataset.video import times

FILMED = dataclasses.replace(SCHEMA, cameras={"front": (32, 48)})


@pytest.fixture(autouse=True)
def _quick_disk(monkeypatch):
    """Nothing here is killed, so nothing need be flushed; that it is, is a law of its own."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)


def shades(frames, first=0):
    """Pictures that get lighter."""
    return [np.full((32, 48, 3), min(255, first + 9 * i), np.uint8) for i in range(frames)]


def written(folder, n=2, schema=SCHEMA):
    with DatasetWriter(folder, schema) as dataset:
        for seed in range(n):
            dataset.add(episode(seed), {c: shades(20, seed) for c in schema.cameras})
    return folder


@settings(max_examples=10, deadline=None)
@given(st.lists(episodes(), min_size=1, max_size=3), st.sampled_from(["v3.0", "v3.1"]))
def test_what_is_written_is_read_back_bit_for_bit_and_is_whole(tmp_path_factory, told, format):
    folder = tmp_path_factory.mktemp("data")
    with DatasetWriter(folder, dataclasses.replace(SCHEMA, format=format)) as dataset:
        assert [dataset.add(one) for one in told] == list(range(len(told)))
    found = Dataset(folder)
    assert verify(folder) == [] and len(found) == len(told)
    assert all(same(found.episode(i), one) for i, one in enumerate(told))


@settings(max_examples=5, deadline=None)
@given(st.lists(episodes(), min_size=1, max_size=2))
def test_a_dataset_in_the_other_format_holds_the_same(tmp_path_factory, told):
    there, here = tmp_path_factory.mktemp("v31"), tmp_path_factory.mktemp("v30")
    with DatasetWriter(there, dataclasses.replace(SCHEMA, format="v3.1")) as dataset:
        for one in told:
            dataset.add(one)
    assert copy(Dataset(there), here, "v3.0") == len(told)
    assert verify(here) == [] and all(same(Dataset(here).episode(i), one) for i, one in enumerate(told))


def test_pictures_are_those_that_were_given_each_at_its_frame(tmp_path):
    found = Dataset(written(tmp_path, schema=FILMED))
    assert verify(tmp_path) == []
    for number in range(2):
        seen = list(found.pictures(number, "front"))
        assert all(np.abs(a.astype(int) - b).max() <= 3 for a, b in zip(seen, shades(20, number), strict=True))
        shown, size = times(found.film(number, "front")[0])
        assert size == (32, 48) and np.allclose(shown, np.arange(20) / 10, atol=1e-4)


def test_a_copy_takes_the_pictures_as_they_are(tmp_path):
    found = Dataset(written(tmp_path / "a", schema=dataclasses.replace(FILMED, format="v3.1")))
    copy(found, tmp_path / "b", "v3.0")
    other = Dataset(tmp_path / "b")
    assert verify(tmp_path / "b") == []
    assert all(found.film(i, "front")[0].read_bytes() == other.film(i, "front")[0].read_bytes() for i in range(2))


def test_a_writer_goes_on_where_another_stopped(tmp_path):
    written(tmp_path, 2)
    with DatasetWriter(tmp_path) as dataset:
        assert dataset.episodes == 2 and dataset.add(episode(2)) == 2
    found = Dataset(tmp_path)
    assert verify(tmp_path) == [] and found.info["total_frames"] == 60 and found.info["splits"] == {"train": "0:3"}
    assert [row["tasks"] for row in found.rows] == [["task 0"], ["task 1"], ["task 2"]]


def test_one_writer_at_a_time(tmp_path):
    with DatasetWriter(tmp_path, SCHEMA), pytest.raises(Busy, match="another writer"):
        DatasetWriter(tmp_path)
    DatasetWriter(tmp_path).close()


@pytest.mark.parametrize("change", [{"fps": 20}, {"format": "v3.1"}, {"state": ("x",)}, {"cameras": {"top": (32, 48)}}], ids=str)
def test_frames_of_another_kind_are_refused(tmp_path, change):
    written(tmp_path, 1)
    with pytest.raises(NoDataset, match="another folder"):
        DatasetWriter(tmp_path, dataclasses.replace(SCHEMA, **change))


def test_a_folder_of_something_else_is_left_alone(tmp_path):
    (tmp_path / "thesis.tex").write_text("…")
    with pytest.raises(NoDataset, match="something else"):
        DatasetWriter(tmp_path, SCHEMA)


def test_an_episode_that_breaks_off_never_was(tmp_path):
    written(tmp_path, 1)
    with DatasetWriter(tmp_path) as dataset:
        with pytest.raises(RuntimeError), dataset.begin():
            raise RuntimeError("the cable came out")
        with pytest.raises(ValueError, match="values a frame"):
            dataset.add(EpisodeData("go", np.zeros((3, 9), np.float32), np.zeros((3, 2), np.float32)))
    assert verify(tmp_path) == [] and len(Dataset(tmp_path)) == 1


@pytest.mark.parametrize("count", [0, 19, 21])
def test_a_picture_too_many_or_too_few_is_refused(tmp_path, count):
    with DatasetWriter(tmp_path, FILMED) as dataset, pytest.raises(ValueError, match=f"{count} pictures of front for 20 frames"):
        dataset.add(episode(0), {"front": shades(count)})
    assert len(Dataset(tmp_path)) == 0


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_what_is_not_finite_is_refused(value):
    with pytest.raises(ValueError, match="finite"):
        EpisodeData("go", np.full((2, 3), value, np.float32), np.zeros((2, 2), np.float32))


# What corrections mark


@settings(max_examples=60, deadline=None)
@given(episodes(), st.integers(1, 50))
def test_a_mistake_lies_right_before_its_correction_within_its_call_and_after_the_correction_before(one, fps):
    order = sorted(zip(one.said, mistakes(one, fps), strict=True), key=lambda pair: pair[0].frame)
    floor = 0
    for told, (begin, end) in order:
        assert begin <= end == told.frame and end - begin <= round(WINDOW * fps) and begin >= min(floor, end)
        assert told.finds_fault or begin == end
        assert not one.subtasks or len({one.subtasks[i] for i in range(begin, end)}) <= 1
        floor = told.frame


def test_a_correction_stands_on_its_frame_with_the_action_before_and_after(tmp_path):
    one = episode(0)
    (told,) = Dataset(written(tmp_path, 1)).record(0)["corrections"]
    columns = Dataset(tmp_path).columns(0)
    assert told["frame"] == 10 and columns["correction"][10] == told["utterance"] and not any(np.delete(columns["correction"], 10))
    assert told["action_before"] == one.action[9].tolist() and told["action_after"] == one.action[10].tolist()
    assert np.flatnonzero(columns["mistake"]).tolist() == [5, 6, 7, 8, 9]  # from where placing began


def test_a_preference_pair_sets_what_was_corrected_against_what_came_of_it(tmp_path):
    one = episode(0)
    (pair,) = pairs(Dataset(written(tmp_path, 1)))
    assert pair["rejected"] == {"frames": [5, 10], "actions": one.action[5:10].tolist()}
    assert pair["chosen"] == {"frames": [10, 20], "actions": one.action[10:20].tolist()}
    assert pair["utterance"].startswith("a bit to the left") and pair["state"] == one.state[10].tolist()


@settings(max_examples=10, deadline=None)
@given(episodes())
def test_no_pair_is_empty_and_none_reaches_into_the_next_correction(tmp_path_factory, one):
    folder = tmp_path_factory.mktemp("data")
    with DatasetWriter(folder, SCHEMA) as dataset:
        dataset.add(one)
    for pair in pairs(Dataset(folder)):
        assert pair["rejected"]["actions"] and pair["chosen"]["actions"]
        begin, end = pair["chosen"]["frames"]
        assert not any(begin < told.frame < end for told in one.said)


# The published form


def test_the_language_columns_have_the_published_types():
    common = "role: string not null, content: string, style: string, {}camera: string, tool_calls: list<item: extension<arrow.json>>"
    assert str(row_type(True)) == f"struct<{common.format('timestamp: float not null, ')}>"
    assert str(row_type(False)) == f"struct<{common.format('')}>"


def test_each_correction_is_an_interjection_with_its_effect_as_a_tool_call(tmp_path):
    columns = Dataset(written(tmp_path, 1, dataclasses.replace(SCHEMA, format="v3.1"))).columns(0)
    (heard, done) = columns["language_events"][10]
    assert (heard["role"], heard["style"], heard["content"]) == ("user", "interjection", "a bit to the left, 0")
    calls = [json.loads(c)["function"] for c in done["tool_calls"]]
    assert calls[0] == {"name": "correct", "arguments": {"kind": "nudge", "effect": {"offset": [0.0, 0.02, 0.0]}}}
    assert calls[1] == {"name": "say", "arguments": {"text": "2 cm left"}}
    assert not any(rows for i, rows in enumerate(columns["language_events"]) if i != 10)
    lasting = [(r["style"], round(r["timestamp"], 3), r["content"]) for r in columns["language_persistent"][0]]
    assert ("subtask", 0.0, "pick(red_block)") in lasting and ("subtask", 0.5, "place(red_block, bowl)") in lasting
    assert ("motion", 1.0, "2 cm left") in lasting and any(style == "plan" for style, _, _ in lasting)


GOOD = {"role": "user", "content": "stop", "style": "interjection", "camera": None, "tool_calls": None}


@pytest.mark.parametrize(
    "row",
    [
        {**GOOD, "style": "subtask"}, {**GOOD, "style": "shouting"}, {**GOOD, "camera": "front"}, {**GOOD, "style": "vqa"},
        {**GOOD, "content": None}, {**GOOD, "role": ""}, {**GOOD, "tool_calls": ["{"]}, {**GOOD, "timestamp": 0.0},
    ],
    ids=str,
)  # fmt: skip
def test_a_row_that_the_published_schema_does_not_allow_is_a_fault(row):
    assert faults([GOOD], False) == [] and len(faults([row], False)) == 1


def test_stock_lerobot_loads_what_is_written(tmp_path):
    """Only where lerobot is installed, which is never where Heedful is developed: see docs/datasets.md."""
    pytest.importorskip("lerobot")
    from lerobot.datasets.lerobot_dataset import LeRobotDataset

    loaded = LeRobotDataset("local/heedful", root=written(tmp_path, 2, FILMED), video_backend="pyav")
    assert len(loaded) == 40 and loaded.num_episodes == 2
    assert loaded[10]["correction"] == "a bit to the left, 0" and loaded[10]["subtask"] == "place(red_block, bowl)"
    assert loaded[30]["task"] == "task 1" and abs(float(loaded[30]["observation.images.front"].mean()) - 91 / 255) < 0.02


# Statistics


@given(st.lists(st.integers(1, 9), min_size=1, max_size=4), st.integers(0, 99))
def test_statistics_of_parts_together_are_those_of_the_whole(lengths, seed):
    rng = np.random.default_rng(seed)
    parts = [rng.normal(size=(n, 2)) for n in lengths]
    whole, pooled = of_values(np.concatenate(parts)), together([{"x": of_values(p)} for p in parts])["x"]
    assert all(np.allclose(whole[k], pooled[k]) for k in ("min", "max", "mean", "std", "count"))


def test_statistics_of_pictures_are_those_of_their_pixels():
    rng = np.random.default_rng(1)
    frames, seen = rng.integers(3, 250, size=(5, 8, 6, 3), dtype=np.uint8), Pictures()
    for frame in frames:
        seen.add(frame)
    pixels, found = frames.reshape(-1, 3) / 255.0, seen.stats()
    assert np.allclose(found["mean"].ravel(), pixels.mean(0)) and np.allclose(found["std"].ravel(), pixels.std(0))
    assert np.allclose(found["min"].ravel(), pixels.min(0)) and np.allclose(found["max"].ravel(), pixels.max(0))
    assert np.allclose(found["q50"].ravel(), np.quantile(pixels, 0.5, axis=0), atol=1.01 / 255)


# What is wrong is told


def _edit(path, change):
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pq.read_table(path)
    name, values = change(table)
    at = table.column_names.index(name)
    pq.write_table(table.set_column(at, table.schema.field(at), pa.array(values, table.schema.field(at).type)), path)


def _column(name, i, value):
    def change(table):
        values = table[name].to_pylist()
        values[i] = value
        return name, values

    return change


def _move_events(path):
    import pyarrow.parquet as pq

    table = pq.read_table(path)
    events = [[], *table["language_events"].to_pylist()[:-1]]
    at = table.column_names.index("language_events")
    pq.write_table(table.set_column(at, table.schema.field(at), column(events, timed=False)), path)


DATA, ROW = "data/chunk-000/file-000.parquet", "meta/episodes/chunk-000/file-000.parquet"
SPOILT = {
    "its frames are gone": lambda d: (d / DATA).unlink(),
    "its frames are cut": lambda d: (d / DATA).write_bytes((d / DATA).read_bytes()[:-20]),
    "a correction is missing": lambda d: _edit(d / DATA, _column("correction", 10, "")),
    "a mistake is missing": lambda d: _edit(d / DATA, _column("mistake", 7, False)),
    "a time is off": lambda d: _edit(d / DATA, _column("timestamp", 3, 0.31)),
    "an index is off": lambda d: _edit(d / DATA, _column("index", 3, 9)),
    "a task is unknown": lambda d: _edit(d / DATA, _column("task_index", 3, 9)),
    "an action is changed": lambda d: _edit(d / DATA, _column("action", 10, [0.0, 0.0])),
    "a value is not finite": lambda d: _edit(d / DATA, _column("observation.state", 3, [0.0, float("nan"), 0.0])),
    "its length is off": lambda d: _edit(d / ROW, _column("length", 0, 19)),
    "a picture is missing": lambda d: (d / "videos/observation.images.front/chunk-000/file-000.mp4").unlink(),
    "an event is moved": lambda d: _move_events(d / DATA),
    "totals are off": lambda d: (d / "meta/info.json").write_text((d / "meta/info.json").read_text().replace(": 40", ": 41")),
    "statistics are missing": lambda d: (d / "meta/stats.json").unlink(),
    "an episode is staged": lambda d: (d / ".staging/episode-000002").mkdir(parents=True),
    "frames belong to nobody": lambda d: (d / "data/chunk-000/file-007.parquet").write_bytes((d / DATA).read_bytes()),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT.keys())
def test_whatever_is_wrong_is_told(tmp_path, spoil):
    written(tmp_path, 2, dataclasses.replace(FILMED, format="v3.1"))
    assert verify(tmp_path) == []
    spoil(tmp_path)
    assert verify(tmp_path)


def test_a_dataset_of_somebody_else_is_one_sentence(tmp_path):
    (tmp_path / "meta").mkdir()
    (tmp_path / "meta/info.json").write_text('{"features": {}, "codebase_version": "v2.1"}')
    with pytest.raises(NoDataset, match="not written by Heedful"):
        Dataset(tmp_path)
    with pytest.raises(NoDataset, match=r"no meta/info\.json"):
        Dataset(tmp_path / "nowhere")


def test_a_schema_that_cannot_be_is_refused():
    for wrong in ({"format": "v9"}, {"fps": 0}, {"state": ()}, {"cameras": {"front": (31, 48)}}):
        with pytest.raises(ValueError):
            Schema(**{"fps": 10, "state": ("a",), "action": ("b",), **wrong})
