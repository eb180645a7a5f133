"""The other side of `heedful bench mpc_judo`: plans with judo-rai, in an interpreter where that is installed.

A program of its own: it is given one file with the model, the robot and the reward, then a line of JSON for each plan, and answers with
a line. The model, the terms of the reward, the commands' way to the actuators are the very same; controller, sampler, splines and
roll-outs are judo's.
"""

from __future__ import annotations

import json
import pickle
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import mujoco
import numpy as np


def main(path: str) -> None:
    """Answer until there is nothing more to read."""
    out = sys.stdout
    sys.stdout = sys.stderr  # what others print is no answer
    controller = made(pickle.loads(Path(path).read_bytes()))
    print(json.dumps({"ready": True}), file=out, flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        task = controller.task
        if asked.get("restart"):
            controller.nominal_knots = np.tile(asked["last"], (controller.optimizer_cfg.num_nodes, 1))
            controller.times = asked["time"] + controller.spline_timesteps
            controller.update_spline(controller.times, controller.nominal_knots)
            task.since = asked["time"]
        task.last, task.time = np.array(asked["last"]), asked["time"]
        controller.current_state = np.concatenate([asked["qpos"], asked["qvel"]])
        began = time.process_time()
        controller.update_action()
        spent = time.process_time() - began
        at = np.clip(asked["time"] + np.array(asked["at"]), controller.times[0], controller.times[-1])
        answer = {"commands": controller.spline(at).tolist(), "cpu": spent, "cost": -float(np.max(controller.rewards))}
        print(json.dumps(answer), file=out, flush=True)


def made(given: dict[str, Any]) -> Any:
    """Judo's controller for what was given."""
    from judo.controller import Controller, ControllerConfig
    from judo.optimizers import MPPI, MPPIConfig
    from judo.tasks.base import Task, TaskConfig

    from heedful.skills.rewards.cost import Cost
    from heedful.skills.rewards.planner import Optimiser, pace
    from heedful.skills.rewards.sensing import Futures

    class Twin:
        def spec(self) -> Any:
            return mujoco.MjSpec.from_string(given["xml"])

    robot, settings = given["robot"], given["settings"]
    ours: Any = Optimiser(Twin(), given["measures"], settings, robot)  # type: ignore[arg-type]
    cost = Cost.of(given["reward"], robot.body)

    @dataclass
    class Config(TaskConfig):  # type: ignore[misc]
        """Nothing to set."""

    class Followed(Task):  # type: ignore[misc]
        """A reward as judo's task: `Task.__init__` would download meshes that are of no use here."""

        config_t = Config

        def __init__(self) -> None:
            self.config, self.spec, self.model, self.sim_model = Config(), None, ours.model, ours.model
            self.data, self.model_path = mujoco.MjData(ours.model), ""
            self.last, self.since = robot.home, 0.0

        @property
        def nu(self) -> int:
            return len(robot.home)

        @property
        def actuator_ctrlrange(self) -> Any:
            return np.stack([robot.low, robot.high], axis=1)

        def optimizer_warm_start(self) -> Any:
            return np.array(robot.home)

        def reset(self) -> None:
            mujoco.mj_resetData(self.model, self.data)

        def task_to_sim_ctrl(self, controls: Any) -> Any:
            self.commands = np.clip(controls, robot.low, robot.high)
            pace(self.commands, self.last, robot.speed * ours.dt)
            return ours._led(self.commands, self.last) @ robot.drive + robot.offset

        def reward(self, states: Any, sensors: Any, controls: Any, system_metadata: Any = None) -> Any:
            times = self.time - self.since + ours._offsets
            return -cost(Futures(sensors, self.commands, times, ours.dt, ours.where))

    config = ControllerConfig(horizon=(ours.steps - 1e-6) * ours.dt, spline_order="cubic", control_freq=1 / settings.every)
    sampler = MPPIConfig(num_rollouts=given["samples"], num_nodes=settings.knots, **given["mppi"])
    return Controller(config, Followed(), MPPI(sampler, len(robot.home)))


if __name__ == "__main__":
    main(sys.argv[1])
