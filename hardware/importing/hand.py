"""Where a hand's tool point is, which way its fingers close, and how their joints make a width: measured on its geometry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import mujoco
import numpy as np

from heedful.geometry import Array, Pose, quat_from_matrix
from heedful.hardware.importing.limbs import Limb

PAD = 0.03
"""How much of a finger's end is taken for its pad [m]."""
FROM_TIP = 0.012
"""From the tip back to the tool point [m], or 0.3 of the finger if that is less."""
HALF_OPEN = 0.02
"""Of a hand with one moving jaw, the tool point's distance from the fixed pad [m]."""
SAMPLES = 13


@dataclass(frozen=True, slots=True, eq=False)
class Hand:
    """What was measured of a hand."""

    tool: Pose
    """In the frame of the limb's end body: z along the approach, y along the closing direction."""
    rows: list[list[float]]
    """Width [m] and driven joint positions."""
    reason: str
    fixed_pad: float | None = None

    @property
    def widest(self) -> float:
        return self.rows[-1][0]


def measured(model: Any, limb: Limb) -> Hand | None:
    """A hand's tool and travel; None if its fingers have no geometry that could meet."""
    data = mujoco.MjData(model)
    joints = [int(model.joint(j).id) for j in limb.fingers]
    adr = model.jnt_qposadr[joints]
    low, high = _ranges(model, joints)
    end = int(model.body(limb.end).id)
    solids = [_solids(model, int(model.body(b).id), own=limb.one_jaw and i == 0) for i, b in enumerate(limb.tips)]
    if not all(solids):
        return None
    mujoco.mj_kinematics(model, data)
    back = int(model.jnt_bodyid[model.joint(limb.joints[-1]).id])
    centre = np.mean([_middle(model, data, s) for s in solids[-len(joints) :]], axis=0)
    close = _closing(model, data, joints, solids)
    approach = centre - data.xpos[back] if np.linalg.norm(centre - data.xpos[back]) > 0.01 else data.xmat[back].reshape(3, 3)[:, 2]
    approach = _snapped(approach - (approach @ close) * close, data.xmat[end].reshape(3, 3))
    close = close - (close @ approach) * approach
    close /= np.linalg.norm(close)
    tips = [max(_extent(model, data, g, approach)[1] for g in s) for s in solids]
    tip = min(tips)
    pads = [[g for g in s if _extent(model, data, g, approach)[1] > t - PAD] for s, t in zip(solids, tips, strict=True)]
    shut, wide = _ends(model, data, adr, low, high, pads)
    rows = _travel(model, data, adr, shut, wide, pads)
    if len(rows) < 2 or rows[-1][0] < 0.005:
        return None
    data.qpos[adr] = rows[0][1:]
    mujoco.mj_kinematics(model, data)
    mujoco.mj_comPos(model, data)
    length = tip - min(_extent(model, data, g, approach)[0] for g in solids[-1])
    depth = tip - min(FROM_TIP, 0.3 * length)
    meeting = _meeting(model, data, pads)
    across = np.cross(close, approach)
    middle = np.mean([_middle(model, data, p) for p in pads], axis=0)
    offset, fixed = float(meeting @ close), None
    if limb.one_jaw:
        jaw = _middle(model, data, pads[1]) - meeting
        data.qpos[adr] = rows[-1][1:]
        mujoco.mj_kinematics(model, data)
        close = close if (_middle(model, data, pads[1]) - meeting - jaw) @ close > 0 else -close
        across, offset, fixed = np.cross(close, approach), float(meeting @ close) + HALF_OPEN, -HALF_OPEN
    side = float(middle @ across)
    place = depth * approach + offset * close + side * across
    world = Pose(place, quat_from_matrix(np.column_stack([across, close, approach])))
    frame = Pose(data.xpos[end].copy(), data.xquat[end].copy())
    return Hand(frame.inverse() @ world, rows, "from how the fingers' ends come together", fixed)


def _ranges(model: Any, joints: list[int]) -> tuple[Array, Array]:
    limited = model.jnt_limited[joints].astype(bool)
    low, high = np.where(limited, model.jnt_range[joints].T, np.array([[-1.0], [1.0]]))
    return low, high


def _solids(model: Any, body: int, own: bool = False) -> list[int]:
    """The geoms of a finger that can touch; of the body alone with `own`, else of all it carries. Seen ones if none can."""
    bodies = {body}
    for other in range(body + 1, model.nbody):
        if int(model.body_parentid[other]) in bodies and not (own and int(model.body_dofnum[other])):
            bodies.add(other)
    geoms = [g for g in range(model.ngeom) if int(model.geom_bodyid[g]) in bodies]
    touching = [g for g in geoms if model.geom_contype[g] or model.geom_conaffinity[g]]
    return touching or geoms


def _middle(model: Any, data: Any, geoms: list[int]) -> Array:
    middle: Array = np.mean([data.geom_xpos[g] + data.geom_xmat[g].reshape(3, 3) @ model.geom_aabb[g, :3] for g in geoms], axis=0)
    return middle


def _extent(model: Any, data: Any, geom: int, along: Array) -> tuple[float, float]:
    """How far a geom's box reaches along a direction [m]."""
    turn = data.geom_xmat[geom].reshape(3, 3)
    middle = data.geom_xpos[geom] + turn @ model.geom_aabb[geom, :3]
    half = float(np.abs(along @ turn) @ model.geom_aabb[geom, 3:])
    return float(middle @ along) - half, float(middle @ along) + half


def _closing(model: Any, data: Any, joints: list[int], solids: list[list[int]]) -> Array:
    """The direction in which the first finger's end moves, sign free."""
    joint = joints[0]
    axis = data.xmat[model.jnt_bodyid[joint]].reshape(3, 3) @ model.jnt_axis[joint]
    if int(model.jnt_type[joint]) == int(mujoco.mjtJoint.mjJNT_SLIDE):
        return np.asarray(axis / np.linalg.norm(axis))
    body = int(model.jnt_bodyid[joint])
    anchor = data.xpos[body] + data.xmat[body].reshape(3, 3) @ model.jnt_pos[joint]
    arms = [_middle(model, data, [g]) - anchor for g in solids[-1 if len(joints) == 1 else 0]]
    way = np.cross(axis, max(arms, key=lambda a: float(np.linalg.norm(a))))
    return np.asarray(way / np.linalg.norm(way))


def _snapped(direction: Array, frame: Array) -> Array:
    """A direction, or the axis of a frame that lies within 25 degrees of it."""
    unit = direction / np.linalg.norm(direction)
    axes = np.concatenate([frame.T, -frame.T])
    near = axes[int(np.argmax(axes @ unit))]
    return np.asarray(near if near @ unit > np.cos(np.deg2rad(25)) else unit)


def _gap(model: Any, data: Any, adr: Array, q: Array, pads: list[list[int]]) -> float:
    """The least distance between pads of different fingers [m], negative where they overlap."""
    data.qpos[adr] = q
    mujoco.mj_kinematics(model, data)
    mujoco.mj_comPos(model, data)
    pairs = [(a, b) for i, one in enumerate(pads) for two in pads[i + 1 :] for a in one for b in two]
    return min(float(mujoco.mj_geomDistance(model, data, a, b, 1.0, None)) for a, b in pairs)


def _meeting(model: Any, data: Any, pads: list[list[int]]) -> Array:
    """The point where the pads are nearest."""
    fromto, best, where = np.zeros(6), np.inf, np.zeros(3)
    for i, one in enumerate(pads):
        for a, b in ((a, b) for two in pads[i + 1 :] for a in one for b in two):
            distance = float(mujoco.mj_geomDistance(model, data, a, b, 1.0, fromto))
            if distance < best:
                best, where = distance, (fromto[:3] + fromto[3:]) / 2
    return where


def _ends(model: Any, data: Any, adr: Array, low: Array, high: Array, pads: list[list[int]]) -> tuple[Array, Array]:
    """Joint positions of the shut and of the open hand, among the ends of the ranges."""
    shut = (low + high) / 2
    wide = shut.copy()
    for i in range(len(adr)):
        ends = [low[i], high[i]]
        gaps = []
        for end in ends:
            q = (low + high) / 2
            q[i] = end
            gaps.append(_gap(model, data, adr, q, pads))
        order = (0, 1) if gaps[0] < gaps[1] else (1, 0)
        shut[i], wide[i] = ends[order[0]], ends[order[1]]
    return shut, wide


def _travel(model: Any, data: Any, adr: Array, shut: Array, wide: Array, pads: list[list[int]]) -> list[list[float]]:
    """Rows of a width and joint positions from shut to open, as few as say it within half a millimetre."""
    shares = np.linspace(0.0, 1.0, SAMPLES)
    gaps = [_gap(model, data, adr, shut + s * (wide - shut), pads) for s in shares]
    top = int(np.argmax(gaps)) + 1
    first = max((i for i in range(top) if gaps[i] <= 0), default=0)
    points = [(float(s), g) for s, g in zip(shares[first:top], gaps[first:top], strict=True)]
    if len(points) > 1 and points[0][1] < 0:  # where they just meet
        (s0, g0), (s1, g1) = points[:2]
        points[0] = (s0 - g0 * (s1 - s0) / (g1 - g0), 0.0)
    rising = points[:1]
    for share, gap in points[1:]:
        if gap > rising[-1][1] + 1e-4:
            rising.append((share, gap))
    if len(rising) > 2:
        (s0, g0), (s1, g1) = rising[0], rising[-1]
        if all(abs(g0 + (s - s0) * (g1 - g0) / (s1 - s0) - g) < 5e-4 for s, g in rising):
            rising = [rising[0], rising[-1]]
    return [[round(g, 5), *np.round(shut + s * (wide - shut), 5).tolist()] for s, g in rising]
