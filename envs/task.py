"""A task: how it may be said, what must stand on the table, and when it is truly done."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from heedful.predicates import Truth, compiled, evaluate
from heedful.program import And, Atom, Count, Formula, Not, Or, atoms, parse, substitute
from heedful.types import Id, Scene

Success = Callable[[Scene, Mapping[str, Id]], bool]
"""Takes the true Scene and role -> id."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A thing that a task needs: its category, and the colours and sizes that a seed may choose from (empty: any)."""

    category: str
    colors: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    like: str = ""
    """The role, named before, whose colour it shares."""
    kinds: tuple[str, ...] = ()
    """Further categories that a seed may choose instead."""

    @property
    def fixture(self) -> bool:
        """Whether it is part of the room, not drawn by the seed."""
        return self.category in ("drawer", "door", "cabinet", "table")


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
    start: str = ""
    """How it begins, as atoms over the roles: `on(top, bottom) & lit(lamp)`; `in`, `on`, `close` (no room for a finger between
    them), `far` (out of reach), `lying`, `upside_down`, `open`, `lit`, `running` and `full` are known, and a thing that is in or on
    another is placed there, not on the table."""
    possible: Success | None = None
    """Whether a layout leaves room to do it; one that does not is drawn again."""
    furniture: tuple[str, ...] = ("drawer",)
    """What stands on the table beside its things: a cabinet with a `drawer`, and above that one with a `door`."""
    clutter_of: tuple[str, ...] = ()
    """Categories of the further things; blocks, bowls and plates by default."""
    bodies: tuple[str, ...] = ("panda", "ur5e", "so101")
    """Robots that it was fixed for, by their geometry, before any skill was tuned."""
    needs: tuple[str, ...] = ()
    """What a body must be able to do beside picking with two fingers from straight above: `tilt` the hand, `press`, reach in from the
    `side`, turn what it holds `over`."""

    def __post_init__(self) -> None:
        for atom in atoms(parse(self.start)) if self.start else ():
            if atom.name not in STARTS or not set(atom.args) <= set(self.things):
                known = f"{', '.join(STARTS)} of {', '.join(self.things)}"
                raise ValueError(f"task {self.name!r} cannot start with {atom}; known: {known}")
        named = {a for atom in atoms(parse(self.goal)) for a in atom.args if isinstance(a, str)}
        if lost := sorted(named - set(self.things) - {"_"} - set(variables(parse(self.goal)))):
            known = ", ".join(self.things)
            raise ValueError(f"task {self.name!r} has the goal {self.goal!r}, but nothing plays {lost[0]!r}; its things: {known}")
        if not self.phrasings:
            raise ValueError(f"task {self.name!r} has no phrasings; give at least one sentence for it")

    @property
    def begins(self) -> list[Atom]:
        """The atoms of its start, over the roles."""
        return atoms(parse(self.start)) if self.start else []

    def formula(self, binding: Mapping[str, Id]) -> Formula:
        """The goal over ids."""
        return _bound(self.goal, tuple(binding.items()))

    def done(self, scene: Scene, binding: Mapping[str, Id]) -> bool:
        """Whether the true Scene has it done."""
        if self.success is not None:
            return self.success(scene, binding)
        formula = self.formula(binding)
        return evaluate(formula, scene) is True and _rests(formula, scene)


@functools.lru_cache(maxsize=512)
def _bound(goal: str, binding: tuple[tuple[str, Id], ...]) -> Formula:
    """A goal over ids; a reward asks for it in every tick."""
    return substitute(parse(goal), dict(binding))


STARTS = ("in", "on", "close", "far", "lying", "upside_down", "open", "lit", "running", "full")


def variables(formula: Formula) -> list[str]:
    """The variables of its quantifiers."""
    match formula:
        case Count(var=var, body=body):
            return [var, *variables(body)]
        case Not(body):
            return variables(body)
        case And(parts) | Or(parts):
            return [v for p in parts for v in variables(p)]
    return []


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
    _ready: list[Callable[[Scene], Truth]] = field(default_factory=list, init=False, repr=False)

    def success(self, scene: Scene) -> bool:
        """Whether the true Scene has it done; a thing still in motion may pass, `Tabletop.success` also asks for rest."""
        if self.task.success is not None:
            return self.task.success(scene, self.binding)
        if not self._ready:
            self._ready.append(compiled(self.goal))
        return self._ready[0](scene) is True and _rests(self.goal, scene)
