"""The report of a run, whole or cut short."""

import re

import av
import numpy as np
import pytest

from heedful.app.pictures import stills
from heedful.app.report import write_report
from heedful.geometry import Pose
from heedful.recording import NoRun, RunWriter, Tick
from heedful.recording.png import png
from heedful.types import PartState

EVIL = "put it <script>alert('1')</script> \"there\" & back"


def episode(**but):
    step = dict(skill="pick", args={"object": EVIL}, status="failed", code="unreachable", sentence=EVIL, value=0.91, limit=0.85,
                started=0.0, ended=1.9, ticks=[0, 95], verified=None, clipped=3)  # fmt: skip
    correction = {"text": EVIL, "kind": EVIL, "effect": {EVIL: [0.0, EVIL]}, "latency_ms": 12.5, "reply": EVIL}
    return {
        "understood": EVIL, "verdict": "failed", "reason": EVIL, "code": "unreachable", "truth": True,
        "program": {"seq": [{"achieve": ["and", ["on", EVIL, {"ref": {"words": EVIL}}]]}, {"do": EVIL, "args": {}}]},
        "plan": [{"kind": "go", "calls": [EVIL, [EVIL, EVIL]], "sentence": EVIL}], "outcomes": [step], "corrections": [correction],
        "errors": [EVIL, EVIL],
        "scores": [{"call": EVIL, "say": 0.5, "can": 1.0, "total": 0.5, "lacks": EVIL}],
        "cadence": {"rate_hz": 400.0, "wanted_hz": 50.0, "ticks": 100, "spent_s": {EVIL: 1.0}, "worst_at": EVIL}, **but,
    }  # fmt: skip


NOTHING = {"outcomes": [], "plan": [], "scores": [], "corrections": [], "cadence": {}, "program": None}


def recorded(tmp_path, **but):
    with RunWriter(tmp_path, {"instruction": EVIL, "robot": EVIL, "seed": 3}) as writer:
        for i in range(100):
            state = PartState(np.zeros(7), np.zeros(7), Pose.at(0.5, 0.0, 0.1 + i / 1000))
            gripper = PartState(np.array([0.08]), np.zeros(1))
            writer.tick(Tick(i, i * 0.02, 0.0, {"arm": state, "gripper": gripper}, halted=i == 50, violations=int(i == 60)))
    writer.close(episode(**but))
    return writer.folder


def film(path, frames=30):
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=20)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for i in range(frames):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(np.full((48, 64, 3), 8 * i, np.uint8), format="rgb24")))
        container.mux(stream.encode(None))


def test_nothing_a_person_or_a_model_said_becomes_markup(tmp_path):
    page = write_report(recorded(tmp_path)).read_text()
    assert "<script" not in page and page.count("&lt;script&gt;") >= 12


def test_the_report_tells_everything_and_needs_no_network(tmp_path):
    folder = recorded(tmp_path)
    film(folder / "episode.mp4")
    page = write_report(folder).read_text()
    titles = ("Why", "How it was understood", "Plan", "What was done", "Corrections", "What was considered", "The tool over time")
    for words in (*titles, "Where the time went", "12.5 ms", "measured 0.91", "limit 0.85", "seed 3", "mujoco", "in truth the goal holds"):
        assert words in page, words
    assert re.findall(r'src="([^":]+)"', page) == ["episode.mp4"] and page.count("data:image/png;base64,") == 4
    assert not re.search(r"https?://", page)


@pytest.mark.parametrize("but", [{}, {"verdict": "running"}, NOTHING])
def test_a_run_that_was_cut_short_has_a_report(tmp_path, but):
    assert "</html>" in write_report(recorded(tmp_path, **but)).read_text()


def test_a_run_without_a_tick_has_a_report(tmp_path):
    assert "</html>" in write_report(RunWriter(tmp_path, {"instruction": "go"}).close()).read_text()


def test_a_film_that_cannot_be_read_does_not_spoil_the_report(tmp_path):
    folder = recorded(tmp_path)
    (folder / "episode.mp4").write_bytes(b"not a film")
    assert "</html>" in write_report(folder).read_text()


def test_no_run_no_report(tmp_path):
    with pytest.raises(NoRun):
        write_report(tmp_path)


def test_stills_are_the_frames_of_their_moments(tmp_path):
    film(tmp_path / "film.mp4")
    found = stills(tmp_path / "film.mp4", {"before": 0.0, "middle": 0.5, "after": 1.0})
    levels = {k: v.mean() for k, v in found.items()}
    assert levels["before"] < 8 and abs(levels["middle"] - 8 * 14.5) < 14 and levels["after"] > 220


def test_a_png_is_read_back_as_it_was(tmp_path):
    picture = np.random.default_rng(0).integers(0, 255, (17, 23, 3), dtype=np.uint8)
    (tmp_path / "a.png").write_bytes(png(picture))
    with av.open(str(tmp_path / "a.png")) as container:
        assert np.array_equal(next(container.decode(video=0)).to_ndarray(format="rgb24"), picture)
