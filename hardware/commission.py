"""What a person confirmed of a real robot: without it nothing moves, and what was never seen to go well goes slowly and asks first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SLOW = 0.1
"""Share of its speed that a robot has until a first run went well."""
STEPS = ("link", "calibration", "description", "stop", "joints", "halt", "limits", "gripper", "tool", "mount", "cameras")
"""What is gone through, in this order."""
NEVER = (
    "{} is a real robot that nobody has commissioned, so it does not move: `heedful setup {} NAME` goes through it with you, "
    "and robot=NAME.yaml drives it"
)


class NotCommissioned(ValueError):
    """A real robot whose commissioning is not complete; one sentence."""


@dataclass(frozen=True, slots=True)
class Commission:
    """The record in a robot's own file.

    Args:
      file: That file.
      kind: What was set up: `so101`, `ur5e`, `g1`.
      done: Step -> what was found or confirmed in it.
    """

    file: Path
    kind: str
    done: Mapping[str, Any] = field(default_factory=dict)
    completed: str = ""
    """When the last step was done; empty before."""
    ran: str = ""
    """When a first run was verified to have succeeded; empty before: until then it goes at SLOW."""
    skills: Mapping[str, str] = field(default_factory=dict)
    """Skill -> when it was first verified to have succeeded on this robot."""
    asks: bool = True
    """Whether it asks before it tries again what failed."""

    @property
    def missing(self) -> list[str]:
        """The steps that are not done."""
        return [s for s in STEPS if s not in self.done]

    def check(self) -> None:
        """Raises NotCommissioned while something is missing."""
        if self.missing or not self.completed:
            left = ", ".join(self.missing) or "the last confirmation"
            raise NotCommissioned(
                f"{self.file.name} is not complete ({left} still to do), so the robot does not move: "
                f"`heedful setup {self.kind} {self.file.stem}` goes on where it was left"
            )
        stop, halt = self.done["stop"], self.done["halt"]
        if not (isinstance(stop, Mapping) and stop.get("within_reach") is True):
            raise NotCommissioned(
                f"{self.file.name} does not say that a hardware stop is within reach: "
                f"`heedful setup {self.kind} {self.file.stem} --again stop` asks for it"
            )
        if not (isinstance(halt, Mapping) and isinstance(halt.get("command_ms"), (int, float))):
            raise NotCommissioned(
                f"{self.file.name} does not say that HALT was tried in a motion: "
                f"`heedful setup {self.kind} {self.file.stem} --again halt` does that"
            )

    @staticmethod
    def of(file: Path, fields: Mapping[str, Any]) -> Commission:
        """From the fields of a robot's file. Raises NotCommissioned on one that cannot be read."""
        done, skills = fields.get("done") or {}, fields.get("skills") or {}
        if not isinstance(done, Mapping) or not isinstance(skills, Mapping):
            raise NotCommissioned(f"{file.name} has no list of steps done: `heedful setup` writes such files")
        return Commission(
            file, str(fields.get("kind", "")), dict(done), str(fields.get("completed") or ""), str(fields.get("ran") or ""),
            {str(k): str(v) for k, v in skills.items()}, bool(fields.get("asks", True)),
        )  # fmt: skip


def read(path: str | Path) -> dict[str, Any]:
    """The fields of a robot's file; none where there is no file. Raises NotCommissioned."""
    import yaml

    file = Path(path).expanduser()
    if not file.is_file():
        return {}
    try:
        told = yaml.safe_load(file.read_text())
    except yaml.YAMLError as error:
        raise NotCommissioned(f"{file.name} is not YAML any more: {' '.join(str(error).split())}") from None
    if not isinstance(told, dict):
        raise NotCommissioned(f"{file.name} holds no robot")
    return told


def save(path: str | Path, fields: Mapping[str, Any]) -> None:
    """Write a robot's file; it is the old one or the new one, whatever happens meanwhile."""
    import yaml

    file = Path(path).expanduser()
    beside = file.with_suffix(".yaml.part")
    beside.write_text(
        "# Written by `heedful setup`; what is confirmed here was confirmed by a person.\n" + yaml.safe_dump(dict(fields), sort_keys=False)
    )
    beside.replace(file)
