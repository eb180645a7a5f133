"""Meta-World's fifty tasks: the thing that each is about, and the goal that its public description states.

`Goal` stands for the target position in the benchmark's observation. Where a description asks for more than a position
(a tool used on another thing, a lid put on straight), no goal is declared, and `why` says so.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MetaTask:
    """One task: its name without the version, what its description says, and what that means."""

    name: str
    description: str
    thing: str = ""
    """Category of the thing whose position is observed."""
    slide: tuple[float, float, float] | None = None
    """Fixtures: the axis along which it moves, if it is one."""
    fixture: bool = False
    goal: str = ""
    """Formula over the scene's ids; empty where the skills do not cover it."""
    why: str = ""
    family: str = "metaworld"


X, Y, Z = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)
_TOOL = "one thing has to be used on another, and the skills move one thing"
_FIT = "the thing has to be put on or in another with its orientation and a clearance of millimetres"


def _free(name: str, description: str, thing: str) -> MetaTask:
    return MetaTask(name, description, thing, goal=f"arrived({thing}, goal)")


def _fixed(name: str, description: str, thing: str, slide: tuple[float, float, float] | None = None) -> MetaTask:
    return MetaTask(name, description, thing, slide, True, f"arrived({thing}, goal)")


TASKS = (
    MetaTask("reach", "reach a goal position", "puck", goal="arrived(hand, goal)"),
    MetaTask("reach-wall", "bypass a wall and reach a goal", "puck", goal="arrived(hand, goal)"),
    _free("push", "push the puck to a goal", "puck"),
    _free("push-wall", "bypass a wall and push a puck to a goal", "puck"),
    _free("push-back", "push a block back to a goal", "block"),
    _free("pick-place", "pick and place a puck to a goal", "puck"),
    _free("pick-place-wall", "pick a puck, bypass a wall and place the puck", "puck"),
    _free("pick-out-of-hole", "pick up a puck from a hole", "puck"),
    _free("bin-picking", "grasp the puck from one bin and place it into another bin", "puck"),
    _free("shelf-place", "pick and place a puck onto a shelf", "puck"),
    _free("basketball", "dunk the basketball into the basket", "basketball"),
    _free("hand-insert", "insert the gripper into a hole", "block"),
    _free("soccer", "kick a soccer into the goal", "ball"),
    _free("sweep", "sweep a puck off the table", "puck"),
    _free("sweep-into", "sweep a puck into a hole", "puck"),
    _free("coffee-push", "push a mug under a coffee machine", "mug"),
    _free("coffee-pull", "pull a mug from a coffee machine", "mug"),
    _free("plate-slide", "slide a plate into a cabinet", "plate"),
    _free("plate-slide-side", "slide a plate into a cabinet sideways", "plate"),
    _free("plate-slide-back", "get a plate from the cabinet", "plate"),
    _free("plate-slide-back-side", "get a plate from the cabinet sideways", "plate"),
    _free("peg-unplug-side", "unplug a peg sideways", "peg"),
    _fixed("drawer-open", "open a drawer", "drawer", Y),
    _fixed("drawer-close", "push and close a drawer", "drawer", Y),
    _fixed("window-open", "push and open a window", "window", X),
    _fixed("window-close", "push and close a window", "window", X),
    _fixed("button-press", "press a button", "button", Y),
    _fixed("button-press-wall", "bypass a wall and press a button", "button", Y),
    _fixed("button-press-topdown", "press a button from the top", "button", Z),
    _fixed("button-press-topdown-wall", "bypass a wall and press a button from the top", "button", Z),
    _fixed("coffee-button", "push a button on the coffee machine", "button", Y),
    _fixed("handle-press", "press a handle down", "handle", Z),
    _fixed("handle-press-side", "press a handle down sideways", "handle", Z),
    _fixed("handle-pull", "pull a handle up", "handle", Z),
    _fixed("handle-pull-side", "pull a handle up sideways", "handle", Z),
    _fixed("door-open", "open a door with a revolving joint", "door"),
    _fixed("door-close", "close a door with a revolving joint", "door"),
    _fixed("door-lock", "lock the door by rotating the lock clockwise", "lock"),
    _fixed("door-unlock", "unlock the door by rotating the lock counter-clockwise", "lock"),
    _fixed("faucet-open", "rotate the faucet counter-clockwise", "faucet"),
    _fixed("faucet-close", "rotate the faucet clockwise", "faucet"),
    _fixed("dial-turn", "rotate a dial 180 degrees", "dial"),
    _fixed("lever-pull", "pull a lever down 90 degrees", "lever"),
    MetaTask("assembly", "pick up a nut and place it onto a peg", why=_FIT),
    MetaTask("disassemble", "pick a nut out of a peg", why=_FIT),
    MetaTask("box-close", "grasp the cover and close the box with it", why=_FIT),
    MetaTask("peg-insert-side", "insert a peg sideways", why=_FIT),
    MetaTask("hammer", "hammer a screw on the wall", why=_TOOL),
    MetaTask("stick-push", "grasp a stick and push a box using the stick", why=_TOOL),
    MetaTask("stick-pull", "grasp a stick and pull a box with the stick", why=_TOOL),
)  # fmt: skip
