"""Pressing buttons, and the lamps that they light."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from heedful.geometry import Array, Pose
from heedful.predicates.builtin import PRESSED
from heedful.skills.grasps import LEAN, RETREAT, centred
from heedful.skills.scripted.motions import Watch, arm_of, body_of, down, first_way, grip, nominal, others, straight
from heedful.skills.skill import skill
from heedful.skills.thinking import fresh
from heedful.types import Body, Id, Motion, Observation, Outcome, Scene, Thing

ATTEMPTS = 3
ENOUGH = 0.9
"""Share of its way at which a button need not be pressed further."""
TIP = 0.010
"""From the tool point to the fingers' tips [m]; what they meet tells it better."""
BEYOND = 0.010
"""How far past a button's lowest place the tips may be sent before they give up [m]: as an arm that bends needs."""
GIVE = 0.025
"""The tool held back by this much [m] presses no harder: some tens of newtons on a stiff arm."""
TURNS = np.array([0, 4, 2, 6, 1, 7, 3, 5]) * np.pi / 4
"""How the hand may be turned about the upright, in the order in which it is tried [rad]."""


def _lamp(scene: Scene, args: Mapping[str, Any]) -> float:
    """Whether it can be lit at all."""
    return 1.0 if args.get("lamp") in scene.lit else 0.0


@skill(requires="hand_empty & pressable(button) & reachable(button)", touches="button", plan_with=False, timeout=30.0)
def press(obs: Observation, button: Id) -> Motion:
    """Press a button down once with closed fingers and let it come up again.

    Args:
      button: The button.
    """
    return (yield from _press(obs, button))


@skill(
    requires="hand_empty & pressable(button) & reachable(button) & ~lit(lamp)",
    effects="lit(lamp)",
    touches="button",
    can=_lamp,
    timeout=30.0,
)
def switch_on(obs: Observation, lamp: Id, button: Id) -> Motion:
    """Light a lamp by pressing its button.

    Args:
      lamp: The lamp, which is not lit.
      button: The button that switches it.
    """
    return (yield from _press(obs, button))


@skill(
    requires="hand_empty & pressable(button) & reachable(button) & lit(lamp)",
    effects="~lit(lamp)",
    post="~lit(lamp)",
    touches="button",
    can=_lamp,
    timeout=30.0,
)
def switch_off(obs: Observation, lamp: Id, button: Id) -> Motion:
    """Put a lamp out by pressing its button.

    Args:
      lamp: The lamp, which is lit.
      button: The button that switches it.
    """
    return (yield from _press(obs, button))


def _press(obs: Observation, button: Id) -> Motion:
    """Come down on a button with closed fingers until its way is seen to be spent or it holds the tool back, and withdraw.

    A button that was seen down is not pressed again, whatever else went wrong: each press counts.
    """
    arm, spec = arm_of(obs)
    body, hand = body_of(obs), spec.gripper
    problem = Outcome.failed("missed", "it was never tried")
    for _ in range(ATTEMPTS):
        assert obs.scene is not None
        thing = obs.scene.objects[button]
        near, clear = nominal(obs, arm), others(obs)
        obs, chosen = yield from first_way(obs, _ways(body, arm, thing, clear, near), lambda way: way[0], arm, clear)
        if isinstance(chosen, Outcome):
            return chosen
        above, lowest = chosen
        obs = yield from grip(obs, hand, 0.0)
        most = [0.0]
        obs, stuck = yield from straight(obs, lowest, arm, speed=0.05, until=_spent(button, most), lean=LEAN, give=GIVE)
        top = body.fk(arm, above)
        back, risen = body.fk(arm, nominal(obs, arm)), 0.03
        obs, _ = yield from straight(obs, back.shifted((0.0, 0.0, risen)), arm, speed=0.1, until=_watching(button, most), lean=LEAN)
        obs, left = yield from straight(obs, top, arm, speed=0.2, lean=LEAN)
        obs = yield from fresh(obs)
        if most[0] >= PRESSED:
            return left or Outcome.succeeded(f"the {thing.name} was pressed")
        sentence = stuck.sentence if stuck else f"the {thing.name} was seen to go down by {100 * most[0]:.0f} % of its way only"
        problem = Outcome.failed("missed", sentence, most[0], PRESSED)
    return problem


def _ways(body: Body, arm: str, thing: Thing, clear: list[Thing], near: Array) -> Iterator[tuple[Array, Pose] | Outcome]:
    """Joint positions above a button [rad] and the lowest tool pose over it, the hand turned one way or another; at last why no other."""
    way = np.zeros(3) if thing.slide is None else thing.slide
    x, y = thing.pose.pos[:2]
    why = Outcome.failed("unreachable", f"the {arm} cannot come down on the {thing.name} from above")
    for yaw in TURNS:
        lowest = centred(body, arm, down(x, y, thing.top + way[2] + TIP - BEYOND, yaw), 0.0)
        at = body.ik(arm, lowest.shifted((0.0, 0.0, BEYOND - way[2])), near, lean=LEAN)
        if at is None:
            continue
        above = body.ik(arm, lowest.shifted((0.0, 0.0, RETREAT)), at, lean=LEAN)
        if above is None or float(np.max(np.abs(above - at))) > 1.2:
            continue
        if hit := body.collision(arm, at, [t for t in clear if t.id != thing.id]) or body.collision(arm, above, clear):
            why = Outcome.failed("no_way", f"the {arm} cannot come down on the {thing.name}: {hit}")
            continue
        yield above, lowest
    yield why


def _watching(button: Id, most: list[float]) -> Watch:
    """A watch that only remembers how far the button was seen down."""

    def watch(obs: Observation) -> Outcome | None:
        if obs.scene is not None:
            most[0] = max(most[0], obs.scene.joints.get(button, 0.0))
        return None

    return watch


def _spent(button: Id, most: list[float]) -> Watch:
    """A watch that remembers as well, and ends when nothing is left of the button's way."""
    remember = _watching(button, most)

    def watch(obs: Observation) -> Outcome | None:
        remember(obs)
        return Outcome.succeeded() if most[0] >= ENOUGH else None

    return watch
