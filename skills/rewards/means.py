"""What a reward about things takes: how the hand takes hold of the thing, whether it has it and gets on with it, and when it leaves it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from heedful.geometry import Pose
from heedful.skills.rewards.arm_terms import Arm
from heedful.skills.rewards.errands import Errand, along, errand, walls, wanted
from heedful.skills.rewards.holds import Hold
from heedful.skills.rewards.progress import Progress
from heedful.skills.rewards.reward import Reward, Term
from heedful.skills.rewards.taking import taken
from heedful.types import Id, Observation, Thing

AT, ASKEW = 0.016, 0.2
"""How near the hand is to where it takes hold [m] and [rad] when the fingers begin to close."""
EMPTY = 0.004
"""How near to what they were told the fingers come where there is nothing between them [m]."""
GAP = 0.003
"""How near the robot is to what it touches [m]."""
STRAY, SWUNG = 0.03, 0.3
"""How far a thing may have moved [m] and turned [rad] from where its grasp was chosen; further, and another is chosen."""
STILL = 0.002
"""How far a thing that lies still moves from one plan to the next at most [m]."""
ABOVE = 0.06
"""How near the joints are to where the arm has room to come down when it begins to [rad]."""
ASIDE = 0.04
"""How far beside its way down something is before it is taken above its place once more [m]."""
AGAIN = 0.5
"""From one search for how something held is set down to the next [s]."""
BRUSH = 0.2
"""What is between the fingers for less than this before they close is not held yet [s]."""
FLICKER = 0.3
"""How long something may seem to be out of the hand before it is [s]."""
SETTLES = 0.8
"""How long something that was let go just above where it stands is left alone to settle [s]."""
QUIET = 0.3
"""How long the hand stays where it let go, at least: fingers that are hardly open would take the thing along [s]."""
RELEASED = 0.015
"""From how high it is let go at most, for that [m]."""
AHEAD = 0.35
"""How far ahead of where it is a joint is led [share of its way]."""


@dataclass(slots=True, eq=False)
class Means:
    """Keeps the errand of one reward and how it is gone about: chosen from what is seen, and anew where the thing has got away."""

    errand: Errand
    arm: str
    body: Arm
    hold: Hold | None = None
    holding: bool = False
    """Whether the hand has it."""
    seen: Pose | None = None
    """Where the thing was seen last."""
    closing: bool = False
    """Whether the hand is where it takes hold, and the fingers close."""
    missed: float = field(default=-np.inf)
    """When no way of taking hold was found last [s]."""
    had: float = field(default=-np.inf)
    """When the hand had it last [s]."""
    met: bool = False
    """Whether all that is aimed at holds, as it was measured last."""
    lowering: bool = False
    """Whether what is turned has come above where it is set down."""
    since: float = field(default=np.inf)
    """Since when it has been between the fingers [s]."""
    settled: float = field(default=-np.inf)
    """Until when it is left alone after it was let go where it is set down [s]."""
    quiet: bool = False
    """Whether the hand has only just let go, or what it let go still moves."""
    walls: float = 0.0
    """How high above the table the walls are that it is brought over [m]."""
    now: float = field(default=-np.inf)
    """When this was looked at last [s]."""
    sought: float = field(default=-np.inf)
    """When it was last looked for how what is held can be set down [s]."""
    progress: Progress = Progress()
    """Of the hand, or of the arm with what it holds, to where it is to go."""
    tries: int = 0
    """Ways of taking hold that the hand did not get to."""

    def look(self, obs: Observation) -> None:
        """Choose how to take hold of it, unless that is known; what is held is held as it is."""
        thing = self.thing(obs)
        if thing is None:
            return
        tool = obs.parts[self.arm].pose
        still = self.seen is not None and self.seen.distance(thing.pose)[0] <= STILL
        self.seen = thing.pose
        assert obs.scene is not None
        self.walls = walls(self.errand, obs.scene)
        has = self.errand.kind == "thing" and self.held(obs)
        self.since = np.inf if not has else min(self.since, obs.time)
        before, self.holding = self.holding, has and not self._brushed(obs)
        self.now = obs.time
        if before and not self.holding and self.lowering and thing.bottom <= self.body.start[thing.id][2] + RELEASED:
            self.settled = obs.time + SETTLES
        self.had = obs.time if self.holding else self.had
        self.quiet = self.left and (obs.time - self.had <= QUIET or (not still and obs.time <= self.settled))
        self.closing = not self.left and self._closes(obs, thing)
        if self.holding and self.hold is not None and tool is not None:
            self.hold = replace(self.hold, grasp=self.errand.at(thing).inverse() @ tool, chosen=thing.pose)
            if self.hold.over is not None:
                self.hold = self._carried(obs, thing, self.hold, tool.inverse() @ thing.pose)
            return
        self.lowering = self.lowering and obs.time - self.had <= FLICKER
        if self.left:  # the hand goes back the way that it held it, however the thing has settled
            return
        if self.hold is not None and tool is not None:
            moved, turned = self.hold.chosen.distance(thing.pose)
            stuck = not self.closing and self._stuck(obs.time, tool.distance(self.errand.at(thing) @ self.hold.grasp)[0])
            if self.errand.kind == "joint" or (moved <= STRAY and turned <= SWUNG and not (stuck and self.errand.up is not None)):
                return
            self.tries = self.tries + 1 if stuck else 0
        if obs.time - self.missed < 1.0:
            return
        if obs.time - self.had < 2.0 and not still:  # it falls, or rolls
            return
        self.hold = taken(obs, self.errand, thing, self.body, self.arm, self.tries)
        self.missed = obs.time if self.hold is None else -np.inf

    def _stuck(self, now: float, far: float) -> bool:
        """Whether the hand no longer gets on to where it is to go, so far away; and what it then goes about is another matter."""
        self.progress = self.progress.on(now, far)
        stuck = self.progress.stuck(now)
        if stuck:
            self.progress = Progress()
        return stuck

    def _brushed(self, obs: Observation) -> bool:
        """Whether open fingers only touch, on their way in, what is to be held for being turned."""
        return self.hold is not None and self.hold.over is not None and not self.closing and obs.time - self.since < BRUSH

    @property
    def left(self) -> bool:
        """Whether it was set down where it should be, or is settling there, and let go: the hand then leaves it alone."""
        gone = self.errand.kind == "thing" and self.errand.loose and not self.holding and np.isfinite(self.had)
        return gone and (self.met or self.now <= self.settled)

    @property
    def waiting(self) -> tuple[Term, ...]:
        """Terms that nothing is done for yet: what is to be moved is taken hold of first, and not thrown where it should be; what is held
        and to be turned goes where it was found that it can be set down turned."""
        if self.errand.kind != "thing" or self.hold is None:
            return ()
        if not self.holding:
            return self.errand.terms
        return tuple(t for t in self.errand.terms if t.name == "object_tilt") if self.hold.over is not None else ()

    def _carried(self, obs: Observation, thing: Thing, hold: Hold, held: Pose) -> Hold:
        """How what is held is set down turned, found anew where it lies otherwise in the hand than that was found for."""
        ahead = hold.way[0] if hold.way else hold.over
        stuck = ahead is not None and self._stuck(obs.time, float(np.abs(obs.parts[self.arm].q - ahead).max()))
        if (stuck or not hold.fits(held)) and not self.lowering and obs.time - self.sought > AGAIN:
            self.sought = obs.time
            hold = hold.anew(obs, self.arm, thing, held, self.errand.up is True)
        on = hold.onward(obs.parts[self.arm].q)
        self.progress = self.progress if on is hold else Progress()
        hold = on
        if self.lowering and hold.turned is not None:
            goal, here = hold.turned @ held.inverse(), thing.pose @ held.inverse()
            aside, askew = float(np.linalg.norm((here.pos - goal.pos)[:2])), here.distance(goal)[1]
            self.lowering = aside <= ASIDE and askew <= SWUNG
        else:
            assert hold.over is not None
            self.lowering = float(np.abs(obs.parts[self.arm].q - hold.over).max()) <= ABOVE
        return hold

    def _closes(self, obs: Observation, thing: Thing) -> bool:
        tool, hold, body = obs.parts[self.arm].pose, self.hold, obs.body
        if hold is None or tool is None or body is None:
            return False
        far, askew = tool.distance(self.errand.at(thing) @ hold.grasp)
        wide = float(obs.parts[body.parts[self.arm].gripper].q[0])
        if self.closing:
            return far <= 2.5 * AT and wide > hold.shut + EMPTY
        return far <= AT and askew <= ASKEW

    def thing(self, obs: Observation) -> Thing | None:
        """The thing as it is seen; what the hand holds has gone along with it since then."""
        thing = obs.scene.objects.get(self.errand.id) if obs.scene is not None else None
        return thing if thing is None or obs.twin is None or not self.held(obs) else thing.moved(obs.twin.carried(obs, thing))

    def held(self, obs: Observation) -> bool:
        """Whether the hand has it."""
        gripper = obs.body.parts[self.arm].gripper if obs.body is not None else ""
        return obs.scene is not None and obs.scene.held.get(gripper) == self.errand.id

    def lacking(self, obs: Observation, gap: Callable[[Id], float]) -> str:
        """What is still to be done where all aims hold, in words: to be at what is touched, to let go what is set down.

        Args:
          gap: How far the robot is from a thing [m].
        """
        if self.errand.kind == "touch" and (far := gap(self.errand.id)) > GAP:
            return f"{self.errand.id} is {1000 * far:.0f} mm away"
        if self.errand.kind == "thing" and self.errand.loose and self.held(obs):
            return f"{self.errand.id} is still in the hand"
        return ""

    def goal(self, obs: Observation, thing: Thing, ahead: float = 1.0) -> Pose:
        """Where its frame is to be by the terms; of a joint, no more than `ahead` of its way further."""
        assert obs.scene is not None
        if self.errand.kind == "joint":
            now = obs.scene.joints.get(thing.id, 0.0)
            share = self.errand.terms[0].number("fraction") - now
            return along(thing, float(np.clip(share, -ahead, ahead))) @ self.errand.at(thing)
        turned = self.hold.turned if self.hold is not None else None
        return wanted(thing, self.errand, self.body, obs.scene, turned)


def means_for(reward: Reward, obs: Observation, body: Arm, arm: str) -> Means | None:
    """What a reward takes of an arm with a hand; None where it is about nothing that can be gone about so."""
    if obs.scene is None or obs.body is None or not body.fingers:
        return None
    found = errand(reward, obs.scene)
    return Means(found, arm, body) if found is not None else None
