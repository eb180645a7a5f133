"""A skill that carries out calls of primitives, whatever becomes of them."""

from __future__ import annotations

from heedful.skills.primitives.calls import CallError, read
from heedful.skills.primitives.hand import by_hand
from heedful.skills.primitives.legs import on_legs
from heedful.skills.skill import skill
from heedful.types import Motion, Observation, Outcome


@skill(uses="legs arm gripper", touches="table cabinet drawer door lamp", timeout=120.0, plan_with=False)
def perform(obs: Observation, calls: str) -> Motion:
    """Carry out calls of primitives one after the other, without looking what becomes of them.

    Args:
      calls: The calls as JSON.
    """
    try:
        acts = read(calls)
    except CallError as error:
        return Outcome.failed("no_calls", str(error))
    names = {c.name for a in acts for c in a.calls}
    on = {"set_target_joint_angles", "walk", "head_towards"} if "legs" in obs.parts else {n for n in names if n.startswith("end_effector")}
    if wrong := names - on:
        return Outcome.failed("no_calls", f"{min(wrong)} is no primitive of this body")
    yield from (on_legs if "legs" in obs.parts else by_hand)(obs, acts)
    return Outcome.succeeded("the calls were carried out")
