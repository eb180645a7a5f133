"""A robot in physics that was shifted and turned by word, halted, and let go on: it starts gently, and nothing stops it for good."""

import numpy as np
import pytest

from heedful.adjusting import RAMP_SPEED, RAMP_TURN
from heedful.app.bench.scene import TWELVE
from heedful.app.bench.swaying import Rocked, Swaying, rock, sway
from heedful.recording import Run
from heedful.session import Session

SAID = {
    40: "10 cm to the left", 60: "10 cm up", 70: "stop", 72: "10 cm to the left", 74: "turn it clockwise a lot", 110: "go on",
    112: "10 cm to the right", 150: "stop", 150.5: "go on", 170: "wait", 172: "tilt it forward", 200: "go on", 230: "stop",
    231: "10 cm forward", 260: "undo that", 262: "go on", 300: "cancel",
}  # fmt: skip
"""Command -> what is said while it is on its way."""


@pytest.mark.parametrize("planner", [Swaying, Rocked], ids=["skill", "policy"])
def test_after_a_halt_with_shifts_in_force_it_goes_on_gently_and_is_not_stopped_for_good(planner, tmp_path):
    with Session(mode="fast", seed=5002, out=tmp_path, planner=planner, skills=[sway, rock], task=TWELVE) as session:
        waiting, count, send = sorted(SAID.items()), [0], session.robot.apply

        def apply(*args, **more):
            count[0] += 1
            while waiting and waiting[0][0] <= count[0]:
                session.ears.hear(waiting.pop(0)[1])
            return send(*args, **more)

        session.robot.apply = apply
        episode = session.run("put the red block in the blue bowl")
        trace = Run.load(session.folder).trace
    assert episode.code == "aborted", episode.reason
    assert not [v for v in episode.violations if v["stops"] or v["rule"] in ("first", "velocity")]
    moving = np.array([len(c) > 0 for c in trace["commanded.arm.values"]])
    offset, yaw = np.asarray(trace["adjust.offset"]), trace["adjust.yaw"]
    assert np.linalg.norm(offset, axis=1).max() > 0.05
    starts = [k for k in range(1, len(moving)) if moving[k] and not moving[k - 1] and trace["skill"][k] != trace["skill"][k - 1]]
    for k in starts:
        assert np.linalg.norm(offset[k]) <= RAMP_SPEED * 0.02 + 1e-9 and abs(yaw[k]) <= RAMP_TURN * 0.02 + 1e-9
    assert len(starts) >= 3
