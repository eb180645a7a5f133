"""A dataset whose writer is killed at any moment loses at most the episode under way."""

import dataclasses
import os
import random
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import numpy as np
import pytest
from made_episodes import SCHEMA, episode, same

from heedful.recording.dataset import Dataset, DatasetWriter, disk, journal, repair, verify

WRITER = textwrap.dedent("""
    import dataclasses, sys
    import numpy as np
    sys.path.insert(0, sys.argv[2])
    from made_episodes import SCHEMA, episode
    from heedful.recording.dataset import DatasetWriter
    filmed = dataclasses.replace(SCHEMA, cameras={"front": (16, 16)})
    with DatasetWriter(sys.argv[1], filmed) as dataset:
        print("open", dataset.episodes, flush=True)
        for seed in range(dataset.episodes, 10_000):
            pictures = [np.full((16, 16, 3), i, np.uint8) for i in range(20)]
            print("saved", dataset.add(episode(seed), {"front": pictures}), flush=True)
""")


def killed(folder, after):
    """Let a writer append to a dataset, and for a while [s] from its first episode on; kill it, and tell how many it said were saved."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(Path(__file__).parent)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    word, _, before = process.stdout.readline().partition(" ")
    assert word == "open", process.stderr.read()
    saved = process.stdout.readline()
    time.sleep(after)
    os.kill(process.pid, signal.SIGKILL)
    said, _ = process.communicate()
    return int(before) + (saved + said).count("saved")


def _survives(folder, moments):
    for after in moments:
        saved = killed(folder, after)
        rows = journal.episodes(folder)  # what a reader sees in the meantime is whole too
        assert saved <= len(rows) + 1 and all(Dataset(folder).columns(r["episode_index"]) for r in rows)
        repair(folder)
        found = Dataset(folder)
        assert verify(folder) == [] and saved <= len(found) <= saved + 1
    assert len(found) > 0 and all(same(found.episode(i), episode(i)) for i in range(len(found)))


def test_a_killed_writer_loses_at_most_the_episode_under_way(tmp_path):
    _survives(tmp_path, (0.05, 0.13))


@pytest.mark.slow
def test_a_writer_killed_at_thirty_random_moments_loses_at_most_the_episode_under_way(tmp_path):
    chance = random.Random(7030)
    for dataset in range(10):
        _survives(tmp_path / str(dataset), [chance.uniform(0.0, 0.5) for _ in range(3)])


class Cut(BaseException):
    """The power goes."""


@pytest.fixture
def cuts(monkeypatch):
    """Makes the n-th change to the disk the last one: nothing that would tidy up runs after it."""
    left = [None]

    def counted(act):
        def do(*args, **kwargs):
            if left[0] is not None:
                if left[0] <= 0:
                    raise Cut
                left[0] -= 1
            return act(*args, **kwargs)

        return do

    monkeypatch.setattr(os, "fsync", counted(lambda handle: None))
    for place, name in ((os, "replace"), (os, "mkdir"), (shutil, "rmtree")):
        monkeypatch.setattr(place, name, counted(getattr(place, name)))

    def arm(n):
        left[0] = n

    return arm


def test_whichever_change_to_the_disk_is_the_last_the_dataset_can_be_finished(tmp_path, cuts):
    n, reached = 0, set()
    while True:
        folder = tmp_path / str(n)
        with DatasetWriter(folder, SCHEMA) as dataset:
            dataset.add(episode(0))
            cuts(n)
            try:
                dataset.add(episode(1))
                done = True
            except Cut:
                done = False
            cuts(None)
        before = len(journal.episodes(folder))
        repair(folder)
        found = Dataset(folder)
        assert verify(folder) == [] and before <= len(found) and all(same(found.episode(i), episode(i)) for i in range(len(found)))
        reached.add(len(found))
        if done:
            break
        n += 1
    assert n > 20 and reached == {1, 2}


def test_no_file_gets_its_name_before_it_is_on_the_disk(tmp_path, monkeypatch):
    flushed, named = set(), []

    def fsync(handle, act=os.fsync):
        flushed.add(os.path.realpath(f"/proc/self/fd/{handle}"))
        act(handle)

    def replace(source, target, act=os.replace):
        named.append((os.path.realpath(source), os.path.realpath(source) in flushed))
        act(source, target)
        flushed.add(os.path.realpath(target))

    with DatasetWriter(tmp_path, dataclasses.replace(SCHEMA, cameras={"front": (16, 16)})) as dataset:
        monkeypatch.setattr(os, "fsync", fsync)
        monkeypatch.setattr(os, "replace", replace)
        dataset.add(episode(0), {"front": [np.zeros((16, 16, 3), np.uint8)] * 20})
    assert len(named) > 8 and all(before for _, before in named), named


def test_whichever_change_is_the_last_while_a_dataset_is_made_it_can_be_made_again(tmp_path, cuts):
    n = 0
    while True:
        cuts(n)
        try:
            DatasetWriter(tmp_path / str(n), SCHEMA).close()
            break
        except Cut:
            cuts(None)
        with DatasetWriter(tmp_path / str(n), SCHEMA) as dataset:
            dataset.add(episode(0))
        assert verify(tmp_path / str(n)) == []
        n += 1
    assert n > 3


def test_a_writer_that_goes_on_mends_first(tmp_path, cuts):
    with DatasetWriter(tmp_path, SCHEMA) as dataset:
        cuts(20)
        with pytest.raises(Cut):
            dataset.add(episode(0))
        cuts(None)
    with DatasetWriter(tmp_path) as dataset:
        assert dataset.mended.anything
        dataset.add(episode(dataset.episodes))
    assert verify(tmp_path) == []


def test_repairing_what_is_whole_changes_nothing(tmp_path):
    with DatasetWriter(tmp_path, SCHEMA) as dataset:
        dataset.add(episode(0))
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    assert not repair(tmp_path).anything
    assert before == {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}


def test_what_a_reader_sees_while_an_episode_is_moved_to_its_place_is_never_torn(tmp_path, monkeypatch):
    with DatasetWriter(tmp_path, SCHEMA) as dataset:
        dataset.add(episode(0))
        seen, move = [], disk.move

        def watched(source, target):
            move(source, target)
            rows = journal.episodes(tmp_path)
            info = Dataset(tmp_path).info
            assert info["total_episodes"] <= len(rows) and info["total_frames"] <= sum(r["length"] for r in rows)
            assert all(np.isfinite(Dataset(tmp_path).columns(r["episode_index"])["action"]).all() for r in rows)
            seen.append(len(rows))

        monkeypatch.setattr(disk, "move", watched)
        dataset.add(episode(1))
    assert seen[0] == 1 and seen[-1] == 2
