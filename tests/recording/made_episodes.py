"""Episodes for tests of datasets: any that there can be, and one that a seed decides."""

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from heedful.recording.dataset import EpisodeData, Said, Schema

SCHEMA = Schema(10, ("arm.joint1", "arm.joint2", "gripper.width"), ("arm.joint1", "gripper.width"), robot="panda")
KINDS = ("halt", "nudge", "rate", "target", "resume", "praise", "query", "confirm", "undo")


def episode(seed: int, frames: int = 20) -> EpisodeData:
    """What episode `seed` of every test dataset is."""
    rng = np.random.default_rng(seed)
    state, action = rng.normal(size=(frames, 3)).astype(np.float32), rng.normal(size=(frames, 2)).astype(np.float32)
    said = [Said(frames // 2, f"a bit to the left, {seed}", "nudge", {"offset": [0.0, 0.02, 0.0]}, "2 cm left", 12.5)]
    subtasks = ["pick(red_block)"] * (frames // 4) + ["place(red_block, bowl)"] * (frames - frames // 4)
    plan = [(0, "\n".join(dict.fromkeys(subtasks)))]
    return EpisodeData(f"task {seed % 3}", state, action, subtasks, said, plan, seed % 2 == 0, {"seed": seed})


def same(a: EpisodeData, b: EpisodeData) -> bool:
    """Whether two episodes are alike in every bit."""
    alike = all(x.tobytes() == y.tobytes() and x.shape == y.shape for x, y in ((a.state, b.state), (a.action, b.action)))
    return alike and all(list(getattr(a, f)) == list(getattr(b, f)) for f in ("subtasks", "said", "plan")) and _rest(a) == _rest(b)


def _rest(e: EpisodeData):
    return e.task, e.success, dict(e.record)


words = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\x00"), max_size=12)
numbers = st.floats(width=32, allow_nan=False, allow_infinity=False)


@st.composite
def said(draw, frames):
    effect = draw(st.fixed_dictionaries({}, optional={"direction": words, "value": st.sampled_from(["good", "bad", True, False])}))
    latency = draw(st.none() | st.floats(0, 1e4))
    return Said(draw(st.integers(0, frames - 1)), draw(words.filter(str.strip)), draw(st.sampled_from(KINDS)), effect, draw(words), latency)


@st.composite
def episodes(draw):
    """Any episode that fits SCHEMA."""
    n = draw(st.integers(1, 12))
    values = lambda width: draw(arrays(np.float32, (n, width), elements=numbers))
    subtasks = draw(st.just([]) | st.lists(st.sampled_from(["", "pick(a)", "place(a, b)"]), min_size=n, max_size=n).filter(any))
    plan = draw(st.lists(st.tuples(st.integers(0, n - 1), words.filter(bool)), max_size=2))
    corrections = draw(st.lists(said(n), max_size=4))
    return EpisodeData(draw(words), values(3), values(2), subtasks, corrections, plan, draw(st.booleans()), {"n": n})
