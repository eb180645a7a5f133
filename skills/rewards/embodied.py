"""A robot as rewards are planned for it: what its terms may measure, how its commands become those of the model and of the body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import mujoco
import numpy as np

from heedful.geometry import Array
from heedful.hardware.description import RobotDescription
from heedful.skills.rewards.arm_terms import Arm, Shape
from heedful.skills.rewards.legged_terms import Legged
from heedful.skills.rewards.means import Means, means_for
from heedful.skills.rewards.modes import arm_modes, leg_modes
from heedful.skills.rewards.reward import Reward, Term
from heedful.skills.rewards.sampling import Sampler
from heedful.skills.rewards.sensing import Futures, Measure
from heedful.skills.rewards.tuning import Tuning
from heedful.types import Action, Grip, JointTarget, Observation, PartCommand

STILL, TURNING = 0.2, 0.6
"""Speed [m/s] and turning [rad/s] of a trunk that stands, at most."""
LANDED, LYING = 0.03, 0.15
"""How high a foot is at most that carries, and a trunk that lies [m]."""
GRIP = 30.0
"""Force of the fingers [N]."""
DEPTH = 0.012
"""How far under the table's top the hand may be told to go, to press on it [m]."""
THICK = 0.025
"""From where the hand is measured to the outside of its fingers [m]."""


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
        return leg_modes() if self.legged else arm_modes(self.description, observation)

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
            return replace(self, body=replace(self.body, start=stance(observation)))
        return replace(self, body=seen_by(self.body, observation))


def seen_by(body: Arm, observation: Observation) -> Arm:
    """An arm's body with the things as they are seen now."""
    things, start = {}, {}
    for id, thing in (observation.scene.objects if observation.scene is not None else {}).items():
        half = thing.size / 2
        ahead = thing.pose.matrix[:, 0]
        things[id] = Shape((float(half[0]), float(half[1]), float(half[2])), thing.shape == "box", thing.cavity is None)
        start[id] = (float(thing.pose.pos[0]), float(thing.pose.pos[1]), thing.bottom, float(np.arctan2(ahead[1], ahead[0])))
    return replace(body, things=things, start=start)


def stance(observation: Observation) -> tuple[float, float, float]:
    """Where a robot on legs stands [m] and which way it looks [rad]."""
    pose = observation.parts["legs"].pose
    assert pose is not None
    ahead = pose.matrix[:, 0]
    return float(pose.pos[0]), float(pose.pos[1]), float(np.arctan2(ahead[1], ahead[0]))
