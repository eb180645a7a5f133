"""The SayCan suite: requests in seven families, each with the scene it is said in and the formula by which it is judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from heedful.envs.inventory import PALETTE
from heedful.envs.task import Task, Wanted
from heedful.envs.tasks.room_for import BEHIND, FRONT, LEFT, RIGHT, beside
from heedful.predicates import evaluate
from heedful.program import Formula, atoms, parse, substitute
from heedful.types import Id, Scene

NEVER = "in(table, table)"
"""The goal that the world lays out for: never so, for some requests begin with what they ask for."""
WAYS = {"left_of": LEFT, "right_of": RIGHT, "in_front_of": FRONT, "behind": BEHIND}
STAYS = 0.02
"""How far a thing may have moved where nothing was to be done [m]."""


@dataclass(frozen=True, slots=True, eq=False)
class Request:
    """Words said in a scene."""

    name: str
    family: str
    words: str
    task: Task
    """What stands there."""
    goal: str = ""
    """A formula over the roles; empty where a careful robot moves nothing and asks, or says why not."""
    held: str = ""
    """The role that is in the hand when the words are said."""

    def formula(self, binding: Mapping[str, Id]) -> Formula | None:
        """The goal over ids."""
        return substitute(parse(self.goal), dict(binding)) if self.goal else None

    def done(self, before: Scene, after: Scene, binding: Mapping[str, Id]) -> bool:
        """Whether the true scene has it; of what was to be left alone, whether it still stands where it stood."""
        formula = self.formula(binding)
        if formula is not None:
            return evaluate(formula, after) is True
        return all(after.objects[i].pose.distance(t.pose)[0] <= STAYS for i, t in before.objects.items() if i not in before.held.values())


@lru_cache(maxsize=1)
def requests() -> tuple[Request, ...]:
    """All of them, in the order of their families."""
    import yaml

    text = (resources.files("heedful.envs.tasks") / "saycan.yaml").read_text(encoding="utf-8")
    families: dict[str, list[dict[str, Any]]] = yaml.safe_load(text)["families"]
    return tuple(_request(family, i, row) for family, rows in families.items() for i, row in enumerate(rows, 1))


def _request(family: str, number: int, row: Mapping[str, Any]) -> Request:
    things = {role: _wanted(str(said)) for role, said in row["things"].items()} | {"table": Wanted("table")}
    kinds = {w.category for w in things.values()}
    furniture = ("drawer", "door") if "door" in kinds else ("drawer",) if "drawer" in kinds else ()
    low, high = row.get("drawer", (0.0, 0.0))
    name = f"{family}_{number:02d}"
    sides = [beside(str(a.args[1]), WAYS[a.name]) for a in atoms(parse(row.get("goal", "true"))) if a.name in WAYS]
    task = Task(
        name, family, (row["say"],), NEVER, things, start=row.get("start", ""), furniture=furniture, drawer=(low, high), clutter=(0, 0),
        bodies=("panda",), possible=sides[0] if sides else None,
    )  # fmt: skip
    return Request(name, family, row["say"], task, str(row.get("goal", "")), row.get("held", ""))


def _wanted(said: str) -> Wanted:
    *words, kind = said.split()
    sizes = tuple(w for w in words if w in ("small", "large"))
    colors = tuple(w for w in words if w not in sizes)
    return Wanted(kind, colors or (("",) if "" in PALETTE.get(kind, ()) else ()), sizes)
