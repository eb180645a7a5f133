"""The Gymnasium ids: `heedful/tabletop-<task>-v0` for every task of the tabletop suite.

Importing `heedful.envs` registers them; `gymnasium.make("heedful.envs:heedful/tabletop-pick-v0")` imports it first.
"""

from __future__ import annotations

CONTROL_HZ = 50


def ids() -> list[str]:
    """Every id that `register` makes known."""
    from heedful.envs.tabletop_tasks import SUITES

    return [f"heedful/tabletop-{task.name}-v0" for task in SUITES["tabletop"]]


def register() -> None:
    """Make the tasks known to Gymnasium; MuJoCo is first imported when one is made. A second call changes nothing."""
    import gymnasium

    from heedful.envs.tabletop_tasks import SUITES

    for id, task in zip(ids(), SUITES["tabletop"], strict=True):
        if id not in gymnasium.registry:
            steps = round(task.time_limit * CONTROL_HZ)
            gymnasium.register(id, entry_point="heedful.envs.gym_env:TabletopEnv", max_episode_steps=steps, kwargs={"task": task.name})
