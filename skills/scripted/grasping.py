"""Picking things up, and trying again when the fingers close on nothing."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial

from heedful.geometry import Pose
from heedful.skills.grasps import LEAN, RETREAT, Grasp, against, choose
from heedful.skills.scripted.motions import arm_of, body_of, dropped, grip, line, nominal, others, straight, travel
from heedful.skills.skill import skill
from heedful.skills.thinking import fresh, think
from heedful.types import Action, Id, Motion, Observation, Outcome

ATTEMPTS = 3
FORCE = 30.0
"""Grip force for tabletop things, if the hand has it [N]."""


AWAY = " & ".join(f"~{r}(object, _) & ~{r}(_, object)" for r in ("next_to", "left_of", "right_of", "in_front_of", "behind"))
"""What no longer holds of a thing and any other once it is held: nobody knows where it will be carried."""


@skill(
    requires="hand_empty & graspable(object) & reachable(object) & clear(object) & ~shut_in(object)",
    effects="holding(object) & ~on(object, _) & ~in(object, _) & ~at(object, _) & " + AWAY,
    touches="object",
    timeout=60.0,
)
def pick(obs: Observation, object: Id, lift: float = RETREAT) -> Motion:
    """Grasp an object and lift it clear of what it stood on.

    Args:
      object: One thing in the scene.
      lift: Height above the grasp [m].
    """
    _, outcome = yield from take(obs, object, lift)
    return outcome


def take(
    obs: Observation,
    object: Id,
    lift: float = RETREAT,
    only: Callable[[Pose], bool] = lambda pose: True,
    then: Callable[[Grasp], bool] = lambda grasp: True,
) -> Generator[Action, Observation, tuple[Observation, Outcome]]:
    """Grasp a thing and lift it, trying again when the fingers close on nothing.

    Args:
      lift: Height above the grasp [m].
      only: Which tool poses come into question.
      then: Whether what comes next can be done from a grasp.
    """
    arm, spec = arm_of(obs)
    body, hand = body_of(obs), spec.gripper
    widest = float(body.parts[hand].upper[0])

    def does(grasp: Grasp) -> bool:
        """Whether the hand can go straight in and straight up again, and what comes next can be done."""
        way_in = line(body, arm, grasp.approach, grasp.pose, lean=LEAN)
        if way_in is None or line(body, arm, way_in[-1], grasp.pose.shifted((0.0, 0.0, lift)), lean=LEAN) is None:
            return False
        return then(grasp)

    problem = Outcome.failed("missed", "it was never tried")
    for attempt in range(ATTEMPTS):
        assert obs.scene is not None
        thing = obs.scene.objects[object]
        near, clear = nominal(obs, arm), others(obs, object)
        foot = obs.scene.reach[arm].centre if arm in obs.scene.reach else None
        search = partial(choose, body, arm, thing, clear, near, widest, skip=attempt, stands_at=foot, only=only, then=does)
        (grasp, why), obs = yield from think(obs, search)
        if grasp is None:
            return obs, Outcome.failed("no_grasp", why)
        obs = yield from grip(obs, hand, grasp.opening)
        obs, stuck = yield from travel(obs, grasp.approach, arm, [*clear, thing])
        if stuck:
            return obs, stuck
        obs, stuck = yield from straight(obs, grasp.pose, arm, speed=0.12, lean=LEAN)
        if stuck and stuck.code == "blocked":  # something stands there that was not seen: try another way
            problem = stuck
            obs, stuck = yield from straight(obs, body.fk(arm, grasp.approach), arm, lean=LEAN)
            obs = yield from fresh(obs)
            continue
        if stuck:
            return obs, stuck
        hold = against(body, arm, grasp)
        if hold is not grasp.pose:
            obs, _ = yield from straight(obs, hold, arm, speed=0.05, lean=LEAN)
        obs = yield from grip(obs, hand, 0.0, min(FORCE, body.parts[hand].force) * obs.adjust.grip)
        closed = obs.parts[hand].width
        missed = closed < grasp.width - 0.012
        if missed:  # unless it is in hand all the same: what is bent or bulges is thinner in places than it is wide
            obs = yield from fresh(obs)
            missed = obs.scene is None or obs.scene.held.get(hand) != object
        if missed:
            problem = Outcome.failed("missed", f"the fingers closed to {100 * closed:.1f} cm beside the {thing.name}", closed, grasp.width)
        else:
            up = hold.shifted((0.0, 0.0, lift))
            obs, stuck = yield from straight(obs, up, arm, speed=0.2, watch=dropped(hand, closed, f"the {thing.name}"), lean=LEAN)
            if stuck is None:
                return obs, Outcome.succeeded(f"the {thing.name} is lifted")
            if stuck.code != "dropped":
                return obs, stuck
            problem = Outcome.failed("slipped", stuck.sentence, stuck.value, stuck.limit)
        obs = yield from grip(obs, hand, widest)
        obs, _ = yield from straight(obs, hold.shifted((0.0, 0.0, 0.05)), arm, lean=LEAN)
        obs = yield from fresh(obs)
    return obs, problem
