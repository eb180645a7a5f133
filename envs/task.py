"""A task: how it may be said, what must stand on the table, and when it is truly done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from heedful.predicates import evaluate
from heedful.program import Formula, atoms, parse, substitute
from heedful.types import Id, Scene

Success = Callable[[Scene, Mapping[str, Id]], bool]
"""Takes the true Scene and role -> id."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A thing that a task needs: its category, and the colours and sizes that a seed may choose from (empty: any)."""

    category: str
    colors: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()

    @property
    def fixture(self) -> bool:
        """Whether it is part of the room, not drawn by the seed."""
        return self.category in ("drawer", "cabinet", "table")


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """One task; seeds vary its words, layout, colours, sizes and clutter.

    Give `success` where the goal alone does not tell that it was done by the robot and lasts. It must be written before any skill.
    """

    name: str
    family: str
    phrasings: tuple[str, ...]
    """Sentences with the roles in braces: `put the {object} in the {target}`."""
    goal: str
    """A formula over the roles: `in(object, target)`."""
    things: Mapping[str, Wanted] = field(default_factory=dict)
    """Role -> what plays it."""
    success: Success | None = None
    """Tells from the true Scene and the binding whether it is done; the goal and the contacts it implies by default."""
    drawer: tuple[float, float] = (0.0, 0.0)
    """Opened fraction of the drawer at the start, drawn between the two."""
    clutter: tuple[int, int] = (0, 4)
    """Least and most further things."""
    time_limit: float = 40.0
    """How long an attempt may take [s]."""

    def __post_init__(self) -> None:
        named = {a for atom in atoms(parse(self.goal)) for a in atom.args if isinstance(a, str)}
        if lost := sorted(named - set(self.things) - {"_"}):
            known = ", ".join(self.things)
            raise ValueError(f"task {self.name!r} has the goal {self.goal!r}, but nothing plays {lost[0]!r}; its things: {known}")
        if not self.phrasings:
            raise ValueError(f"task {self.name!r} has no phrasings; give at least one sentence for it")

    def formula(self, binding: Mapping[str, Id]) -> Formula:
        """The goal over ids."""
        return substitute(parse(self.goal), binding)

    def done(self, scene: Scene, binding: Mapping[str, Id]) -> bool:
        """Whether the true Scene has it done."""
        if self.success is not None:
            return self.success(scene, binding)
        formula = self.formula(binding)
        return evaluate(formula, scene) is True and _rests(formula, scene)


_RESTING = ("on", "in")


def _rests(formula: Formula, scene: Scene) -> bool:
    """Whether what is said to be on or in something also touches it, not merely passes through."""
    pairs = [a.args for a in atoms(formula) if a.name in _RESTING and all(isinstance(x, str) and x in scene.objects for x in a.args)]
    return all(scene.touching(str(a), str(b)) is not False for a, b in pairs)


@dataclass(frozen=True, slots=True, eq=False)
class TaskInstance:
    """A task as one seed made it: the sentence to say, and who plays which role."""

    task: Task
    instruction: str
    binding: Mapping[str, Id]
    goal: Formula
    seed: int

    def success(self, scene: Scene) -> bool:
        """Whether the true Scene has it done; a thing still in motion may pass, `Tabletop.success` also asks for rest."""
        return self.task.done(scene, self.binding)
