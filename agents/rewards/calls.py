"""Reward code as language models write it, `set_torso_targets(0.3, …)`, read call by call from its syntax tree; it is never executed."""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Mapping
from typing import Any

from heedful.skills.rewards import CATALOGUE, FEET, Reward, RewardError, Term, term
from heedful.skills.rewards.reward import nearest
from heedful.skills.rewards.spelling import LONGEST_TEXT, MOST_STAGES, Stages

MOST_NODES = 4000
DEEPEST = 8
"""Levels of arithmetic in one argument."""
_CONSTANTS = {"np.pi": math.pi, "math.pi": math.pi, "numpy.pi": math.pi, "pi": math.pi}
_ANGLES = frozenset({"np.deg2rad", "np.radians", "math.radians", "numpy.deg2rad", "deg2rad", "radians"})
_MODULES = frozenset({"numpy", "math"})
Made = list[Term]


def read_calls(text: str) -> Stages:
    """The rewards of some calls, one for each `execute_plan`. Raises RewardError, in one sentence that says what is not allowed.

    Only calls of the functions below and of the catalogue's terms are read, with numbers, names and None as arguments. Arithmetic of
    numbers and `np.deg2rad` are worked out; everything else is refused.
    """
    if len(text) > LONGEST_TEXT:
        raise RewardError(f"the text of a reward has {LONGEST_TEXT} characters at most, not {len(text)}")
    try:
        tree = ast.parse(text)
        size = sum(1 for _ in ast.walk(tree))
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = getattr(error, "lineno", None)
        raise RewardError(f"that is no list of calls{f' (line {line})' if line else ''}") from None
    if size > MOST_NODES:
        raise RewardError("that is too much code for a reward")
    stages: list[Reward] = []
    terms: dict[tuple[str, ...], Term] = {}
    for statement in tree.body:
        if isinstance(statement, ast.Import) and all(a.name in _MODULES for a in statement.names):
            continue
        if not (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call)):
            raise RewardError(f"line {statement.lineno} is no call of a reward function; only such calls are read")
        name, args, options = _called(statement.value)
        if name == "reset_reward":
            terms.clear()
        elif name == "execute_plan":
            if terms:
                stages.append(_stage(terms))
                terms.clear()
        else:
            for one in _terms(name, args, options, statement.lineno):
                terms[one.key] = one
    if terms:
        stages.append(_stage(terms))
    if not 1 <= len(stages) <= MOST_STAGES:
        raise RewardError(f"there must be calls for 1 to {MOST_STAGES} rewards, not {len(stages)}")
    return tuple(stages)


def _stage(terms: Mapping[tuple[str, ...], Term]) -> Reward:
    return Reward(tuple(terms.values()))


def _called(call: ast.Call) -> tuple[str, list[Any], dict[str, Any]]:
    """A call's name and arguments, worked out. Raises RewardError."""
    if not isinstance(call.func, ast.Name):
        raise RewardError(f"line {call.lineno} calls {ast.unparse(call.func)[:60]!r}, which is no reward function")
    name = call.func.id
    if any(isinstance(a, ast.Starred) for a in call.args) or any(k.arg is None for k in call.keywords):
        raise RewardError(f"line {call.lineno}: the arguments of {name} must be written out")
    options = {str(k.arg): _value(k.value, f"{k.arg} of {name}") for k in call.keywords}
    return name, [_value(a, f"argument {i} of {name}") for i, a in enumerate(call.args, 1)], options


def _value(node: ast.expr, where: str, depth: int = 0) -> Any:
    """A number, a text, None, a truth value or a pair of numbers. Raises RewardError for anything else."""
    if depth > DEEPEST:
        raise RewardError(f"{where} is nested too deeply")
    match node:
        case ast.Constant(value=None | bool() | int() | float() | str()):
            if isinstance(node.value, int) and not isinstance(node.value, bool) and abs(node.value) > 10**9:
                raise RewardError(f"{where} is far too large")
            return node.value
        case ast.UnaryOp(op=ast.USub() | ast.UAdd() as op, operand=operand):
            value = _number(_value(operand, where, depth + 1), where)
            return -value if isinstance(op, ast.USub) else value
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div() as op, right=right):
            a, b = (_number(_value(n, where, depth + 1), where) for n in (left, right))
            if isinstance(op, ast.Div) and b == 0:
                raise RewardError(f"{where} divides by zero")
            return a + b if isinstance(op, ast.Add) else a - b if isinstance(op, ast.Sub) else a * b if isinstance(op, ast.Mult) else a / b
        case ast.Tuple(elts=parts) | ast.List(elts=parts) if len(parts) <= 3:
            return tuple(_number(_value(p, where, depth + 1), where) for p in parts)
        case ast.Name() | ast.Attribute():
            said = ast.unparse(node)
            if said in _CONSTANTS:
                return _CONSTANTS[said]
            raise RewardError(f"{where} is still {said[:60]!r}; a number or a name in quotation marks belongs there")
        case ast.Call(func=func, args=[angle], keywords=[]) if ast.unparse(func) in _ANGLES:
            return math.radians(_number(_value(angle, where, depth + 1), where))
    raise RewardError(f"{where} is {ast.unparse(node)[:60]!r}; only numbers, names in quotation marks and None are read")


def _number(value: Any, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise RewardError(f"{where} must be a number, not {value!r:.60}")
    return float(value)


def _terms(name: str, args: list[Any], options: dict[str, Any], line: int) -> Made:
    """The terms of one call. Raises RewardError."""
    if name in CATALOGUE:
        if args:
            raise RewardError(f"give the arguments of {name} by name")
        weight = options.pop("weight", None)
        return [term(name, weight, None, **options)]
    if name not in FUNCTIONS:
        known = [*FUNCTIONS, *CATALOGUE, "reset_reward", "execute_plan"]
        raise RewardError(f"line {line} calls {name[:60]!r}, which is no reward function{nearest(name, known) or '.'}")
    parameters, make = FUNCTIONS[name]
    if len(args) > len(parameters):
        raise RewardError(f"{name} takes {len(parameters)} arguments, not {len(args)}")
    given = dict(zip(parameters, args, strict=False))
    for key, value in options.items():
        if key not in parameters:
            raise RewardError(f"{name} has no argument {key[:60]!r}{nearest(key, parameters) or '.'} It has {', '.join(parameters)}")
        if key in given:
            raise RewardError(f"{name} is given {key} twice")
        given[key] = value
    return make(given)


def _torso(has: dict[str, Any]) -> Made:
    made = []
    for key, name, number in (("target_torso_height", "torso_height", "height"), ("target_torso_pitch", "torso_pitch", "angle"),
                              ("target_torso_roll", "torso_roll", "angle"), ("target_torso_heading", "heading", "angle"),
                              ("target_turning_speed", "turning_speed", "speed")):  # fmt: skip
        if has.get(key) is not None:
            made.append(term(name, **{number: has[key]}))
    place, speed = has.get("target_torso_location_xy"), has.get("target_torso_velocity_xy")
    if place is not None and speed is not None:
        raise RewardError("set_torso_targets takes a location or a velocity; the other must be None")
    if has.get("target_torso_heading") is not None and has.get("target_turning_speed") is not None:
        raise RewardError("set_torso_targets takes a heading or a turning speed; the other must be None")
    if place is not None:
        x, y = _pair(place, "target_torso_location_xy")
        made.append(term("position", x=x, y=y, frame="world"))
    if speed is not None:
        x, y = _pair(speed, "target_torso_velocity_xy")
        made += [term("forward_speed", speed=x), term("sideways_speed", speed=y)]
    if not made:
        raise RewardError("set_torso_targets sets nothing; give it at least a height")
    return made


def _pair(value: Any, where: str) -> tuple[float, float]:
    if not isinstance(value, tuple) or len(value) != 2:
        raise RewardError(f"{where} must be a pair of numbers, not {value!r:.60}")
    return value


def _foot(has: dict[str, Any]) -> Any:
    name = has.get("foot_name")
    if isinstance(name, str):
        name = name.replace("back_", "rear_").replace("hind_", "rear_")
    if name not in FEET:
        raise RewardError(f"foot_name must be one of {', '.join(FEET)}, not {name!r:.60}")
    return name


def _foot_position(has: dict[str, Any]) -> Made:
    foot, made = _foot(has), []
    if has.get("lift_height") is not None:
        made.append(term("foot_lift", foot=foot, height=has["lift_height"]))
    forward, inward = has.get("extend_forward"), has.get("move_inward")
    if forward is not None or inward is not None:
        made.append(term("foot_reach", foot=foot, forward=forward or 0.0, inward=inward or 0.0))
    if not made:
        raise RewardError(f"set_foot_pos_parameters sets nothing for {foot}")
    return made


def _foot_stepping(has: dict[str, Any]) -> Made:
    foot = _foot(has)
    active = has.get("should_activate", True)
    if not isinstance(active, bool):
        raise RewardError(f"should_activate must be True or False, not {active!r:.60}")
    keys = {
        "stepping_frequency": "frequency",
        "air_ratio": "air_ratio",
        "phase_offset": "phase",
        "swing_up_down": "up",
        "swing_forward_back": "sweep",
    }
    return [term("foot_step", foot=foot, **{keys[k]: v for k, v in has.items() if k in keys and v is not None})] if active else []


def _l2(has: dict[str, Any]) -> Made:
    a, b = has.get("name_obj_A"), has.get("name_obj_B")
    return [term("distance", a=_point(a), b=_point(b))]


def _point(name: Any) -> Any:
    return "hand" if name in ("palm", "gripper", "end_effector", "hand") else name


def _one(name: str, key: str, number: str, needed: str) -> Callable[[dict[str, Any]], Made]:
    def made(has: dict[str, Any]) -> Made:
        value = has.get(needed)
        if value is None:
            raise RewardError(f"{needed} is missing; give a number")
        return [term(name, **{key: has.get("name_obj") or has.get("joint_name"), number: value})]

    return made


def _object_position(has: dict[str, Any]) -> Made:
    name = has.get("name_obj")
    made = [term("object_position", object=name, x=has.get("dx") or 0.0, y=has.get("dy") or 0.0)]
    return [*made, term("object_height", object=name, height=has["z"])] if has.get("z") is not None else made


def _tilt(has: dict[str, Any]) -> Made:
    angle = has.get("x_axis_rotation_radians")
    if isinstance(angle, bool) or not isinstance(angle, (int, float)) or not math.isfinite(angle):
        raise RewardError(f"x_axis_rotation_radians must be a number, not {angle!r:.60}")
    return [term("object_tilt", object=has.get("name_obj"), angle=abs(math.remainder(angle, 2 * math.pi)))]


FUNCTIONS: dict[str, tuple[tuple[str, ...], Callable[[dict[str, Any]], Made]]] = {
    "set_torso_targets": (("target_torso_height", "target_torso_pitch", "target_torso_roll", "target_torso_location_xy",
        "target_torso_velocity_xy", "target_torso_heading", "target_turning_speed"), _torso),
    "set_foot_pos_parameters": (("foot_name", "lift_height", "extend_forward", "move_inward"), _foot_position),
    "set_foot_stepping_parameters": (("foot_name", "stepping_frequency", "air_ratio", "phase_offset", "swing_up_down", "swing_forward_back",
        "should_activate"), _foot_stepping),
    "set_l2_distance_reward": (("name_obj_A", "name_obj_B"), _l2),
    "set_obj_orientation_reward": (("name_obj", "x_axis_rotation_radians"), _tilt),
    "set_joint_fraction_reward": (("joint_name", "fraction"), _one("joint_fraction", "joint", "fraction", "fraction")),
    "set_obj_z_position_reward": (("name_obj", "z_height"), _one("object_height", "object", "height", "z_height")),
    "set_obj_position_reward": (("name_obj", "dx", "dy", "z"), _object_position),
}  # fmt: skip
"""Functions of the published interface: their arguments in order, and what they set."""
