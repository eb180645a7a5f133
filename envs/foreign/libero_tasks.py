"""LIBERO's suites as tasks: BDDL goals as formulas, and the benchmark's fixed initial states (Liu et al., NeurIPS 2023)."""

from __future__ import annotations

import importlib.util
import pickle
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from heedful.envs.foreign import require
from heedful.envs.foreign.libero_names import whole_of
from heedful.envs.task import Task, Wanted
from heedful.geometry import Array
from heedful.program import Atom, atoms, parse
from heedful.types import Id

SUITES = ("libero_spatial", "libero_object", "libero_goal", "libero_10", "libero_90")
PREDICATES = {"on": "on", "in": "in", "open": "open", "close": "closed", "turnon": "lit", "turnoff": "~lit"}
"""LIBERO's predicates -> ours."""


@dataclass(frozen=True, slots=True, eq=False)
class LiberoTask(Task):
    """One of LIBERO's tasks."""

    bddl: Path = Path()
    """Its problem file."""
    states: Path = Path()
    """Its fixed initial states."""


def suite(name: str) -> list[LiberoTask]:
    """The tasks of a LIBERO suite, in the benchmark's order. Raises ImportError without hf-libero, ValueError for another name."""
    if name not in SUITES:
        raise ValueError(f"LIBERO has no suite {name!r}; it has {', '.join(SUITES)}")
    root = package()
    order = _task_map(root)[name]
    return [
        _task(name, task, root / "bddl_files" / name / f"{task}.bddl", root / "init_files" / name / f"{task}.pruned_init") for task in order
    ]


def package() -> Path:
    """The folder of the LIBERO package. Raises ImportError with the way to get it."""
    require("libero")
    found = importlib.util.find_spec("libero")
    assert found is not None and found.submodule_search_locations
    return Path(next(iter(found.submodule_search_locations))) / "libero"


def goal_of(problem: Sequence[Sequence[str]]) -> str:
    """A BDDL goal, a conjunction of lists such as `["on", "bowl_1", "plate_1"]`, as a formula.

    Raises ValueError on a predicate that is none of LIBERO's.
    """
    parts = []
    for name, *args in problem:
        if name.lower() not in PREDICATES:
            raise ValueError(f"LIBERO's goals speak of {', '.join(PREDICATES)}, not of {name!r}")
        parts.append(f"{PREDICATES[name.lower()]}({', '.join(map(thing_of, args))})")
    return " & ".join(parts)


def thing_of(name: str) -> Id:
    """The thing that an argument of a goal means: to be in a container's `contain_region` is to be in the container."""
    return whole_of(name) or name


def initial_states(path: Path) -> Array:
    """A task's fixed initial states, each time, qpos and qvel in a row. The file is torch's, and read without it."""
    with zipfile.ZipFile(path) as file:
        name = next(n for n in file.namelist() if n.endswith("data.pkl"))
        return np.asarray(pickle.loads(file.read(name)), dtype=np.float64)


def sections(text: str) -> dict[str, Any]:
    """The sections of a BDDL problem as nested lists: `objects`, `fixtures`, `goal`, `language` …"""
    tokens = text.replace("(", " ( ").replace(")", " ) ").split()
    stack: list[list[Any]] = [[]]
    for token in tokens:
        if token == "(":
            stack.append([])
        elif token == ")":
            done = stack.pop()
            stack[-1].append(done)
        else:
            stack[-1].append(token)
    return {part[0].lstrip(":"): part[1:] for part in stack[0][0][1:] if isinstance(part, list) and part}


def problem(text: str) -> dict[str, Any]:
    """A BDDL problem in the fields of a language set's record: instruction, objects, fixtures, regions, init and goal."""
    read = sections(text)
    objects, fixtures = _kinds(read.get("objects", ())), _kinds(read.get("fixtures", ()))
    regions: dict[str, dict[str, Any]] = {}
    for name, *told in read.get("regions", ()):
        about = {str(key): value for key, *value in told}
        owner = about[":target"][0]
        if owner in objects | fixtures:  # a scene may bring regions of what is not there
            ranges = {"ranges": [[float(x) for x in r] for r in about[":ranges"][0]]} if ":ranges" in about else {}
            regions[f"{owner}_{name}"] = {"of": owner, **ranges}
    goal = ["And", *_conjuncts(read["goal"][0])]
    return {
        "instruction": " ".join(read["language"]), "objects": objects, "fixtures": fixtures, "regions": regions,
        "init": read.get("init", []), "goal": goal,
    }  # fmt: skip


def _task(family: str, name: str, bddl: Path, states: Path) -> LiberoTask:
    read = sections(bddl.read_text())
    goal = goal_of(_conjuncts(read["goal"][0]))
    kinds = _kinds([*read.get("objects", []), *read.get("fixtures", [])])
    named = dict.fromkeys(str(a) for atom in atoms(parse(goal)) for a in _arguments(atom))
    things = {i: Wanted(kinds.get(i, i.rsplit("_", 1)[0])) for i in named}
    phrasings = tuple(dict.fromkeys((words_of(name), " ".join(read["language"]).lower())))
    return LiberoTask(name, family, phrasings, goal, things, time_limit=60.0, bddl=bddl, states=states)


def words_of(name: str) -> str:
    """What the benchmark tells a policy to do, the task's name in words: `KITCHEN_SCENE3_turn_on_the_stove` as `turn on the stove`."""
    return " ".join(name.partition("_SCENE")[2].partition("_")[2].split("_") if "_SCENE" in name else name.split("_"))


def _arguments(atom: Atom) -> list[str]:
    return [a for a in atom.args if isinstance(a, str)]


def _conjuncts(goal: list[Any]) -> list[list[str]]:
    return goal[1:] if str(goal[0]).lower() == "and" else [goal]


def _kinds(declared: Sequence[str]) -> dict[str, str]:
    """`a b - kind c - other` as thing -> kind."""
    kinds: dict[str, str] = {}
    names: list[str] = []
    words = iter(declared)
    for word in words:
        if word == "-":
            kind = next(words)
            kinds |= dict.fromkeys(names, kind)
            names = []
        else:
            names.append(word)
    return kinds


def _task_map(root: Path) -> dict[str, list[str]]:
    """The benchmark's own list of its tasks, read by its path: the package around it would import torch."""
    path = root / "benchmark" / "libero_suite_task_map.py"
    spec = importlib.util.spec_from_file_location("libero_suite_task_map", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return dict(module.libero_task_map)
