"""A body without joints: parts that take one of a few named commands a tick, as the agents of grid and text worlds do."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from heedful.hardware.command import check_command
from heedful.types import Command, Observation, PartSpec, PartState


class SymbolicRobot:
    """A robot whose commands are choices. A tick without a command lets the robot's clock go on, and the world stand still.

    Args:
      parts: Discrete parts; commands of one tick are carried out in this order.
      act: Carries out a part's choice in the world.
      measure: The measured state of every part.
      dt: Control period [s].
    """

    def __init__(
        self,
        name: str,
        parts: Mapping[str, PartSpec],
        act: Callable[[str, str], None],
        measure: Callable[[], Mapping[str, PartState]],
        dt: float = 0.1,
    ) -> None:
        self._name, self._parts, self._dt = name, dict(parts), dt
        self._act, self._measure, self._ticks = act, measure, 0

    @property
    def name(self) -> str:
        return self._name

    @property
    def parts(self) -> Mapping[str, PartSpec]:
        return self._parts

    @property
    def dt(self) -> float:
        return self._dt

    def observe(self) -> Observation:
        return Observation(self._ticks * self._dt, self._measure())

    def send(self, command: Command) -> None:
        """Carry out each part's choice, then let one control period pass. Raises ValueError for a choice that there is not."""
        check_command(self._name, self._parts, command)
        for part, spec in self._parts.items():
            if part not in command:
                continue
            chosen = int(command[part][0])
            if not 0 <= chosen < len(spec.choices):
                raise ValueError(f"{self._name}.{part} has {len(spec.choices)} choices ({', '.join(spec.choices)}), got number {chosen}")
            self._act(part, spec.choices[chosen])
        self._ticks += 1

    def hold(self) -> None:
        """Nothing moves unless commanded."""

    def close(self) -> None:
        """Nothing to let go of."""
