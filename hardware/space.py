"""The geometric rules of the safety envelope: where a tool may be, and that the robot touches neither itself nor the table."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from heedful.geometry import Array, Pose
from heedful.hardware.body import RobotBody
from heedful.hardware.collision import Pair
from heedful.hardware.limits import Boxes, Violation, workspaces
from heedful.hardware.lowering import Parted
from heedful.types import Observation, Volume

SPACING = 0.01
"""Distance between the points of a tool's step that are held against volumes [m]."""
GRAZE = 1e-4
"""How much deeper than when it began a contact may ever get [m]: the noise of contact detection."""


class Space:
    """Refuses what would leave the workspace, enter a keep-out or touch; a refused arm keeps its last target."""

    def __init__(self, robot: Parted, body: RobotBody, workspace: bool = True) -> None:
        """With `workspace`, each arm whose reach is known gets one made of it."""
        self.robot, self.body = robot, body
        self._around = workspaces(body.description) if workspace else {}
        self._depth: dict[Pair, float] = {}
        self._places: dict[str, tuple[Array, Array]] = {}
        self._stacked = Boxes(())
        self._clear: dict[str, Array] = {}
        """Where the parts were when nothing touched, to know without looking that nothing does while they stay."""

    def forget(self) -> None:
        """Contacts so far no longer count."""
        self._depth = {}

    def volumes(
        self,
        safe: dict[str, Array],
        last: Mapping[str, Array],
        observation: Observation,
        touches: frozenset[str],
        volumes: Sequence[Volume],
    ) -> list[Violation]:
        """Put arms of `safe` back to `last` whose tool would enter or leave a volume deeper than it has already."""
        found = []
        body, time = self.body.as_measured(observation), observation.time
        for part in [p for p in last if self.robot.parts[p].kind == "arm"]:
            held = [*volumes, *self._workspace(part, observation)]
            held = [v for v in held if v.name not in touches or v.kind == "workspace"] if touches else held
            if not held or np.array_equal(last[part], safe[part]):
                continue
            start, end = self._tool(body, part, last[part]), self._tool(body, part, safe[part])
            count = 1 + int(math.dist(start.tolist(), end.tolist()) / SPACING)
            way = start + (end - start) * (np.arange(1, count + 1) / count)[:, None]
            boxes = self._boxes(held)
            depths = boxes.breaches(way)
            if depths.max() <= 0:
                continue
            before = boxes.breaches(start[None])
            for volume, depth, was in zip(held, depths.tolist(), before.tolist(), strict=True):
                if depth > 0 and depth > was:
                    rule = "workspace" if volume.kind == "workspace" else "keep_out"
                    sentence = f"the tool of {part} would {'leave' if rule == 'workspace' else 'enter'} {volume.name}"
                    found.append(Violation(time, part, rule, depth, 0.0, "refused", sentence))
                    safe[part] = last[part]
                    break
        return found

    def _tool(self, body: RobotBody, arm: str, q: Array) -> Array:
        """Where a tool is at joint positions; those of the tick before are known, where nothing else moves it."""
        known = self._places.get(arm)
        if known is not None and body is self.body and np.array_equal(known[0], q):
            return known[1]
        at = body.fk(arm, q).pos
        if body is self.body:
            self._places[arm] = q, at
        return at

    def _boxes(self, volumes: Sequence[Volume]) -> Boxes:
        kept = self._stacked.volumes
        if len(kept) != len(volumes) or any(a is not b for a, b in zip(kept, volumes, strict=True)):
            self._stacked = Boxes(volumes)
        return self._stacked

    def collisions(
        self, safe: dict[str, Array], last: Mapping[str, Array], observation: Observation, touches: frozenset[str]
    ) -> list[Violation]:
        """Put all arms of `safe` back to `last` if a pair of bodies would touch, or touch deeper than since it began to."""
        if not last:
            return []
        others = {n: s.q for n, s in observation.parts.items() if n not in safe or self.robot.parts[n].kind == "base"}
        widths = {p: q[:1] for p, q in safe.items() if self.robot.parts[p].kind == "gripper"}
        parts = {**others, **widths, **{p: safe[p] for p in last}}
        if parts.keys() == self._clear.keys() and all(np.array_equal(q, self._clear[p]) for p, q in parts.items()):
            return []
        now = self._touching(parts, touches)
        if not now:
            self._depth, self._clear = {}, {} if "table" in touches else {p: q.copy() for p, q in parts.items()}
            return []
        self._clear = {}
        before = self._touching({**others, **widths, **last}, touches)
        floor = {pair: max(self._depth.get(pair, -np.inf), d) for pair, d in before.items()}
        found = []
        for pair, depth in sorted(now.items(), key=lambda item: item[1]):
            if depth < (floor[pair] - GRAZE if pair in floor else 0.0):
                moved = [p for p in last if not np.array_equal(safe[p], last[p])]
                part = ", ".join(moved or last)
                found.append(Violation(observation.time, part, "collision", depth, 0.0, "refused", self.body.sentence(pair)))
                safe.update(last)
                now = before
                break
        self._depth = {pair: max(floor.get(pair, -np.inf), d) for pair, d in now.items()}
        return found

    def _workspace(self, arm: str, observation: Observation) -> list[Volume]:
        """The arm's own, about where its base has driven to."""
        if arm not in self._around:
            return []
        volume, base = self._around[arm], self.body.description.base
        moved = [observation.parts[n].pose for n, p in self.robot.parts.items() if p.kind == "base" and n in observation.parts]
        if not moved or moved[0] is None:
            return [volume]
        pose = moved[0] @ base.inverse() @ volume.pose
        return [replace(volume, pose=Pose.at(*pose.pos))]

    def _touching(self, parts: Mapping[str, Array], touches: frozenset[str]) -> dict[Pair, float]:
        hands = frozenset().union(*self.body.hands.values()) if "table" in touches else frozenset()
        near = self.body.touching(parts)
        return {p: d for p, d in near.items() if d < 0 and not (hands and "table" in p and (p[0] in hands or p[1] in hands))}
