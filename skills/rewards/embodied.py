"""A robot as rewards are planned for it: what its terms may measure, how its commands become those of the model and of the body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import mujoco
import numpy as np

from heedful.geometry import Array
from heedful.hardware.description import RobotDescription
from heedful.hardware.travel import travel_of
from heedful.skills.rewards.arm_terms import Arm, Shape
from heedful.skills.rewards.catalogue import FEET
from heedful.skills.rewards.legged_terms import Legged
from heedful.skills.rewards.means import Means, means_for
from heedful.skills.rewards.reward import Reward, Term
from heedful.skills.rewards.sampling import MPPI, PredictiveSampling, Sampler
from heedful.skills.rewards.sensing import Futures, Measure
from heedful.skills.rewards.tuning import ARM, LEGGED, Tuning
from heedful.types import Action, Grip, JointTarget, Observation, PartCommand

FINELY = (0.01, 0.15)
"""How widely an arm's commands are varied, as shares of the modes: what it does with its hand takes millimetres. It takes the best and no
mean: between two ways about an edge there is none."""
SITES = dict(zip(FEET, ("FL_foot", "FR_foot", "RL_foot", "RR_foot"), strict=True))
"""Foot of the catalogue -> site of the model."""
LEGS = ("FR", "FL", "RR", "RL")
TOGETHER = np.array([[1, 1, 1, 1], [1, 1, -1, -1], [1, -1, 1, -1], [1, -1, -1, 1]]) / 2
"""How legs move together: all alike, front against rear, right against left, one diagonal against the other."""


@dataclass(frozen=True, slots=True, eq=False)
class Embodied:
    """One robot at the start of a reward: the numbers that it is commanded by, and what they are for model and body."""

    description: RobotDescription
    body: Legged | Arm
    """What the terms know of it."""
    bodies: frozenset[str]
    """Names of its bodies in the model."""
    tuning: Tuning
    horizon: float
    """How far ahead is planned [s]."""
    every: float
    """From one plan to the next [s]."""
    knots: int
    sampler: Sampler
    """How it is planned unless told otherwise."""
    home: Array
    """The command at rest. Shape (commands,)."""
    low: Array
    high: Array
    speed: Array
    """How fast each command may change, in a second. Shape (commands,)."""
    lag: Array
    """Damping over stiffness of the servo of each command, for which the driver makes up [s]. Shape (commands,)."""
    slack: Array
    """How far a joint may stay behind its command before that cannot have been sent as it was. Shape (commands,)."""
    drive: Array
    """What each command adds to each actuator of the model. Shape (commands, actuators)."""
    offset: Array
    """What the actuators get beside. Shape (actuators,)."""

    @property
    def legged(self) -> bool:
        """Whether it stands on legs."""
        return isinstance(self.body, Legged)

    @property
    def lasts(self) -> float:
        """How long the aims must hold well for a reward to be reached [s]: a hand that holds still does not sway as legs do."""
        return 2.0 if self.legged else 1.0

    @property
    def patience(self) -> float:
        """How long a reward without a time of its own is followed that does not get there [s]."""
        return 8.0 if self.legged else 14.0

    def measures(self, stages: Sequence[Reward]) -> list[Measure]:
        """What the terms of rewards, or of any other about the body alone, need."""
        found = self.body.measures
        return found if isinstance(self.body, Legged) else [*found, *(m for s in stages for m in self.body.needs(s))]

    def modes(self, observation: Observation) -> Array:
        """How commands are varied, as rows. Shape (modes, commands)."""
        return _leg_modes() if self.legged else _arm_modes(self.description, observation)

    def action(self, command: Array) -> Action:
        """The command for one tick, for the body."""
        if self.legged:
            return Action({"legs": JointTarget(command)})
        arm = self.description.arms[0]
        gripper = self.description.parts[arm].gripper
        count = len(self.description.parts[arm].joints)
        held: dict[str, PartCommand] = {arm: JointTarget(command[:count])}
        return Action({**held, gripper: Grip(float(command[count]), GRIP)} if gripper else held)

    def above(self, command: Array, observation: Observation) -> Array:
        """The command, raised where it would have the hand deeper in the table than the envelope lets it be told to go."""
        body: Any = observation.body
        if self.legged or body is None:
            return command
        arm = self.description.arms[0]
        count = len(self.description.parts[arm].joints)
        deep = self.description.ground - DEPTH - float(body.fk(arm, command[:count]).pos[2])
        if deep <= 0:
            return command
        return np.append(body.shift(arm, command[:count], np.array([0.0, 0.0, deep])), command[count:])

    def command(self, observation: Observation) -> Array:
        """The command that keeps it as it is measured, about."""
        names = ["legs"] if self.legged else [self.description.arms[0], self.description.parts[self.description.arms[0]].gripper]
        return np.asarray(np.clip(np.concatenate([observation.parts[n].q for n in names if n]), self.low, self.high))

    def sent(self, observation: Observation) -> Array | None:
        """An arm's command as it left last, whatever the envelope refused of it; None where none did, or people have it displaced.

        Of legs always None: where they tread is not refused.
        """
        arm = "" if self.legged else self.description.arms[0]
        if arm not in observation.sent or observation.adjust.moves:
            return None
        gripper = self.description.parts[arm].gripper
        fingers = observation.sent.get(gripper, observation.parts[gripper].q)[:1] if gripper else ()
        return np.concatenate([observation.sent[arm], fingers])

    def means(self, reward: Reward, observation: Observation) -> Means | None:
        """What a reward takes that is about a thing; None where it is about none, or the robot has no hand."""
        return None if isinstance(self.body, Legged) else means_for(reward, observation, self.body, self.description.arms[0])

    def ties(self, spec: Any) -> dict[str, tuple[str, str]]:
        """Add a weld to an editable spec for each thing that the hand may hold, none of them active: thing -> its name, and the hand."""
        if isinstance(self.body, Legged):
            return {}
        hand = next(s.parent.name for s in spec.sites if s.name == self.body.tool)
        made = {}
        for body in spec.bodies:
            if body.name in self.body.things and any(j.type == mujoco.mjtJoint.mjJNT_FREE for j in body.joints):
                tie = spec.add_equality(
                    name=f"tie {body.name}", type=mujoco.mjtEq.mjEQ_WELD, objtype=mujoco.mjtObj.mjOBJ_BODY, active=False
                )
                tie.name1, tie.name2 = hand, body.name
                tie.data[:3], tie.data[10] = 0.0, 1.0
                made[body.name] = tie.name, hand
        return made

    def fingers(self, model: Any) -> list[int]:
        """Geoms of the fingers in a compiled model."""
        if isinstance(self.body, Legged):
            return []
        bodies = {int(model.joint(j).bodyid[0]) for j in self.body.fingers}
        return [i for i in range(model.ngeom) if int(model.geom_bodyid[i]) in bodies]

    def as_near_as(self, one: Term) -> float:
        """How far from each other the middles of two things stay that touch, one of which is no point [m]; 0 for other terms."""
        if one.name != "distance" or isinstance(self.body, Legged):
            return 0.0
        shapes = [self.body.things[n] for n in (str(one.args["a"]), str(one.args["b"])) if n in self.body.things]
        return max((min(s.half) + THICK for s in shapes), default=0.0)

    def restless(self, now: Futures) -> bool:
        """Whether it would not stay as it is if its joints were held: a body on legs that moves, or is up on fewer feet than carry it."""
        if not isinstance(self.body, Legged):
            return False
        body, trunk = self.body, self.body.trunk
        speed, turn = (float(np.linalg.norm(now[kind, trunk][0, 0])) for kind in ("vel", "spin"))
        high = [float(now["pos", s][0, 0, 2]) - body.ground for s in (trunk, *body.feet.values())]
        down = sum(h - body.sole < LANDED for h in high[1:])
        return speed > STILL or turn > TURNING or (down < 3 and high[0] > LYING)

    def started(self, observation: Observation) -> Embodied:
        """The same robot, whose reward begins to be followed now."""
        if isinstance(self.body, Legged):
            return replace(self, body=replace(self.body, start=_stance(observation)))
        return replace(self, body=seen_by(self.body, observation))


STILL, TURNING = 0.2, 0.6
"""Speed [m/s] and turning [rad/s] of a trunk that stands, at most."""
LANDED, LYING = 0.03, 0.15
"""How high a foot is at most that carries, and a trunk that lies [m]."""
GRIP = 30.0
"""Force of the fingers [N]."""
SLACK = 0.12
"""How far an arm's joint may be from its command [rad]; further, and the envelope has refused that."""
DEPTH = 0.012
"""How far under the table's top the hand may be told to go, to press on it [m]."""
THICK = 0.025
"""From where the hand is measured to the outside of its fingers [m]."""


def embodied(spec: Any, observation: Observation) -> Embodied:
    """The robot of an observation in a world. Raises ValueError for a robot that no terms are about."""
    description: RobotDescription | None = getattr(observation.body, "description", None)
    if description is None:
        raise ValueError("rewards are planned for a robot whose description is known")
    if "legs" in description.parts:
        return _legged(description, spec, observation)
    if not description.arms:
        raise ValueError(f"rewards are planned for robots on legs and for arms, and {description.name} is neither")
    return _armed(description, spec, observation)


def _legged(description: RobotDescription, spec: Any, observation: Observation) -> Embodied:
    part = description.parts["legs"]
    model = spec.compile()
    data = mujoco.MjData(model)
    root = model.body(model.site(part.tool).bodyid[0]).name
    data.qpos[3:7], data.qpos[7:] = (1, 0, 0, 0), part.home
    mujoco.mj_kinematics(model, data)
    trunk = data.site(part.tool).xpos
    rest: Mapping[str, tuple[float, float]] = {f: tuple((data.site(s).xpos - trunk)[:2].tolist()) for f, s in SITES.items()}
    actuators = description.actuators["legs"]
    ids = [model.actuator(a).id for a in actuators]
    torque = float(np.abs(model.actuator_forcerange[ids]).max())
    body = Legged(root, SITES, rest, part.joints, actuators, tuple(part.home.tolist()), torque, start=_stance(observation))
    drive = np.zeros((12, model.nu))
    drive[np.arange(12), ids] = 1.0
    return Embodied(
        description,
        body,
        bodies_below(spec, root),
        LEGGED,
        0.5,
        0.04,
        5,
        MPPI(128),
        part.home.copy(),
        part.lower,
        part.upper,
        part.velocity,
        np.zeros(12),
        np.full(12, np.inf),
        drive,
        np.zeros(model.nu),
    )


def _armed(description: RobotDescription, spec: Any, observation: Observation) -> Embodied:
    arm = description.arms[0]
    part = description.parts[arm]
    model = spec.compile()
    hand = description.parts.get(part.gripper)
    actuators, fingers = description.actuators[arm], description.actuators.get(part.gripper, ())
    ids, ends = [model.actuator(a).id for a in actuators], [model.actuator(a).id for a in fingers]
    joints = tuple(model.joint(int(model.actuator_trnid[i, 0])).name for i in ends)
    count = len(part.joints)
    drive, offset = np.zeros((count + bool(ends), model.nu)), np.zeros(model.nu)
    drive[np.arange(count), ids] = 1.0
    low, high, home, speed = part.lower, part.upper, part.home, part.velocity
    lag = model.actuator_biasprm[ids, 2] / np.minimum(model.actuator_biasprm[ids, 1], -1e-9)
    slack = np.full(count, SLACK)
    travel = 0.5
    if hand is not None and ends:
        travels = travel_of(description, part.gripper, model, [int(model.actuator_trnid[i, 0]) for i in ends])
        row = travels.row(float(hand.upper[0]) / 2)
        drive[count, ends] = row.slopes
        offset[ends] = np.array(row.joints) - row.width * np.array(row.slopes)
        travel = float(np.mean(np.abs(row.slopes)))
        low, high, home = np.append(low, hand.lower[0]), np.append(high, hand.upper[0]), np.append(home, hand.upper[0])
        speed, lag, slack = np.append(speed, hand.velocity[0]), np.append(lag, 0.0), np.append(slack, np.inf)
    reach = observation.body.fk(arm, part.home).pos if observation.body is not None else np.zeros(3)
    torque = tuple(np.abs(model.actuator_forcerange[ids]).max(axis=1).tolist())
    body = Arm(
        part.tool, part.joints, actuators, tuple(part.home.tolist()), torque, joints, travel, tuple(reach.tolist()), description.ground,
        ways=_ways(model, observation),
        links=_capsules(model, part.joints[-3:]),
        handles=_handles(observation),
    )  # fmt: skip
    root = model.body(int(model.jnt_bodyid[model.joint(part.joints[0]).id])).name
    return Embodied(
        description, seen_by(body, observation), bodies_below(spec, root), ARM, 0.6, 0.06, 4, PredictiveSampling(64, FINELY),
        home, low, high, speed, lag, slack, drive, offset,
    )  # fmt: skip


def _ways(model: Any, observation: Observation) -> dict[str, tuple[str, float, float]]:
    """Drawer, door, faucet or button of the scene -> its joint, and where that is closed and open."""
    found = {}
    for id in observation.scene.joints if observation.scene is not None else ():
        for name in (f"{id}_slide", f"{id}_hinge"):
            joint = int(mujoco.mj_name2id(model, int(mujoco.mjtObj.mjOBJ_JOINT), name))
            if joint >= 0:
                found[id] = (name, float(model.jnt_range[joint, 0]), float(model.jnt_range[joint, 1]))
    return found


def _capsules(model: Any, joints: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Capsule or ball of the bodies that some joints move, as far as they have names -> half its length and its radius [m]."""
    bodies = {int(model.joint(j).bodyid[0]) for j in joints}
    kinds = {int(mujoco.mjtGeom.mjGEOM_CAPSULE): True, int(mujoco.mjtGeom.mjGEOM_SPHERE): False}
    return {
        model.geom(i).name: (float(model.geom_size[i, 1]) * kinds[int(model.geom_type[i])], float(model.geom_size[i, 0]))
        for i in range(model.ngeom)
        if int(model.geom_bodyid[i]) in bodies and model.geom_contype[i] and model.geom(i).name and int(model.geom_type[i]) in kinds
    }


def _handles(observation: Observation) -> frozenset[str]:
    return (
        frozenset(i for i, t in observation.scene.objects.items() if t.handle is not None) if observation.scene is not None else frozenset()
    )


def seen_by(body: Arm, observation: Observation) -> Arm:
    """An arm's body with the things as they are seen now."""
    things, start = {}, {}
    for id, thing in (observation.scene.objects if observation.scene is not None else {}).items():
        half = thing.size / 2
        ahead = thing.pose.matrix[:, 0]
        things[id] = Shape((float(half[0]), float(half[1]), float(half[2])), thing.shape == "box", thing.cavity is None)
        start[id] = (float(thing.pose.pos[0]), float(thing.pose.pos[1]), thing.bottom, float(np.arctan2(ahead[1], ahead[0])))
    return replace(body, things=things, start=start)


def _arm_modes(description: RobotDescription, observation: Observation) -> Array:
    """The hand along and about each axis of the world, each joint by itself, and the fingers. Shape (modes, commands)."""
    arm = description.arms[0]
    q = observation.parts[arm].q
    body: Any = observation.body
    _, jac = body.jacobian(arm, q)
    inverse = jac.T @ np.linalg.inv(jac @ jac.T + 1e-3 * np.eye(6))
    hand = inverse.T * np.array([0.5, 0.5, 0.5, 1.0, 1.0, 1.0])[:, None]
    count, fingers = len(q), bool(description.parts[arm].gripper)
    rows = np.zeros((6 + count + fingers, count + fingers))
    rows[:6, :count] = hand
    rows[6:, :] = 0.4 * np.eye(count + fingers)
    return rows


def _stance(observation: Observation) -> tuple[float, float, float]:
    pose = observation.parts["legs"].pose
    assert pose is not None
    ahead = pose.matrix[:, 0]
    return float(pose.pos[0]), float(pose.pos[1]), float(np.arctan2(ahead[1], ahead[0]))


@cache
def _leg_modes() -> Array:
    """Each kind of joint in the legs together, mirrored where they are, and each joint by itself. Shape (24, 12), read-only."""
    mirrored = np.array([[-1.0 if leg[1] == "R" else 1.0, 1.0, 1.0] for leg in LEGS])
    together = [np.outer(way, np.eye(3)[j]) * mirrored for j in range(3) for way in TOGETHER]
    found = np.array([*(t.ravel() for t in together), *np.eye(12)])
    found.setflags(write=False)
    return found


def bodies_below(spec: Any, root: str) -> frozenset[str]:
    """The names of a body and all below it."""
    found, ahead = set(), [spec.body(root)]
    while ahead:
        body = ahead.pop()
        found.add(body.name)
        ahead += list(body.bodies)
    return frozenset(found)
