"""A skill in one file. Run it with `heedful run "wave" skills.paths=[my_skill.py]`, or `robot.skills.add(wave)`."""

import numpy as np

import heedful as hf


@hf.skill(uses="arm", timeout=10.0)
def wave(obs: hf.Observation, times: int = 2) -> hf.Motion:
    """Wave the hand from side to side.

    Args:
      times: How often.
    """
    start = obs.parts["arm"].q.copy()
    began = obs.time
    while obs.time < began + 1.5 * times:
        swing = 0.3 * np.sin(2 * np.pi * (obs.time - began) / 1.5)
        obs = yield hf.Action({"arm": hf.JointTarget(start + swing * np.eye(len(start))[0])})
    return hf.Outcome.succeeded(f"waved {times} times")
