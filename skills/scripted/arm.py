"""Skills of the arm alone: look, reach, home, wait."""

from __future__ import annotations

from heedful.skills.scripted.motions import arm_of, down, grip, others, travel
from heedful.skills.skill import skill
from heedful.skills.thinking import fresh, pause
from heedful.types import Id, Motion, Observation, Outcome


@skill(plan_with=False, timeout=20.0)
def home(obs: Observation) -> Motion:
    """Return to the rest pose, carrying along whatever is held."""
    arm, spec = arm_of(obs)
    held = obs.scene.objects.get(obs.scene.held.get(spec.gripper) or "") if obs.scene else None
    obs, problem = yield from travel(obs, spec.home, arm, others(obs, *([held.id] if held else [])), held)
    return problem or Outcome.succeeded("the arm is at rest")


@skill(plan_with=False, timeout=20.0)
def look(obs: Observation) -> Motion:
    """Move the arm out of the way and look at the scene again."""
    arm, spec = arm_of(obs)
    held = obs.scene.objects.get(obs.scene.held.get(spec.gripper) or "") if obs.scene else None
    obs, problem = yield from travel(obs, spec.home, arm, others(obs, *([held.id] if held else [])), held)
    obs = yield from fresh(obs)
    return problem or Outcome.succeeded("the scene was looked at again")


@skill(requires="reachable(object)", plan_with=False, timeout=20.0)
def reach(obs: Observation, object: Id, above: float = 0.12) -> Motion:
    """Move the open hand above an object.

    Args:
      object: One thing in the scene.
      above: Height of the tool above the object's top [m].
    """
    assert obs.scene is not None
    thing = obs.scene.objects[object]
    x, y = thing.pose.pos[:2]
    obs, problem = yield from travel(obs, down(x, y, thing.top + above), obstacles=others(obs), free_yaw=True)
    return problem or Outcome.succeeded(f"the hand is above the {thing.name}")


@skill(uses="", plan_with=False, timeout=3600.0)
def wait(obs: Observation, seconds: float = 1.0) -> Motion:
    """Hold still for a while.

    Args:
      seconds: How long [s].
    """
    yield from pause(obs, float(seconds))
    return Outcome.succeeded(f"waited {float(seconds):g} s")


@skill(uses="gripper", plan_with=False, timeout=10.0)
def open_hand(obs: Observation) -> Motion:
    """Open the gripper where it is."""
    _, spec = arm_of(obs)
    widest = float(obs.body.parts[spec.gripper].upper[0]) if obs.body else 0.08
    yield from grip(obs, spec.gripper, widest)
    return Outcome.succeeded("the hand is open")
