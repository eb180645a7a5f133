"""What a set of instructions is: records read from JSON lines, the scenes they are said in, and a judge of what was made of them."""

from __future__ import annotations

import importlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any, Literal, Protocol, cast

from heedful.agents.planner.state import PlannedSkill
from heedful.agents.sets.hearing import Heard
from heedful.types import Scene

Record = Mapping[str, Any]
"""One line of a set's file: `id`, `instruction`, and the set's own fields, as data/README.md tells them."""

SETS = {
    "tabletop": "heedful.agents.sets.tabletop:TabletopSet",
    "saycan": "heedful.agents.sets.saycan:SayCanSet",
    "calvin": "heedful.agents.sets.calvin:CalvinSet",
    "libero": "heedful.agents.sets.libero:LiberoSet",
    "alfred": "heedful.agents.sets.alfred:AlfredSet",
    "partnr": "heedful.agents.sets.partnr:PartnrSet",
    "eai": "heedful.agents.sets.eai:EaiSet",
    "compositional": "heedful.agents.sets.compositional:CompositionalSet",
}
"""Set -> where its class stands; imported when it is asked for."""


class BadRecords(ValueError):
    """A file of records that cannot be read; the message is one sentence that names the file and the line."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a judge finds of one answer."""

    right: bool | None
    """Whether it is what the record asks for; None where the record has no label, so that only coverage is counted."""
    note: str = ""
    """What is wrong with it, or what it was taken as: `on(a, b) is missing`, `push_red_block_left`."""
    further: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Measures beside: name -> (how many were right, of how many), such as `slots` -> (3, 4); summed over the records."""


class LanguageSet(Protocol):
    """A set of instructions with what they mean. A class without arguments; it keeps nothing from one record to the next."""

    name: str
    metric: Literal["exact", "success"]
    """What the share of right answers is called."""
    fields: tuple[str, ...]
    """Fields that every record must have, beside `id` and `instruction`."""

    def skills(self, record: Record) -> Sequence[PlannedSkill]:
        """What the robot of this record can do; skills that people may ask for by name, and that the planner may use."""
        ...

    def scenes(self, record: Record) -> Sequence[Scene]:
        """What the agent is shown, usually one scene. With several, the first in which the words can be acted on is taken."""
        ...

    def judge(self, record: Record, heard: Heard) -> Judged:
        """Whether what was made of the words is what the record asks for."""
        ...

    def tags(self, record: Record) -> Mapping[str, Sequence[str]]:
        """What the results are broken down by: kind of tag -> the record's tags, such as `phenomenon` -> (`color`, `count`)."""
        ...


def language_set(name: str) -> LanguageSet:
    """The set of that name, one of SETS. Raises KeyError for another."""
    module, _, attribute = SETS[name].partition(":")
    return cast(LanguageSet, getattr(importlib.import_module(module), attribute)())


def packaged(name: str) -> Path:
    """The development records of a set that come with Heedful."""
    with resources.as_file(resources.files("heedful") / "agents" / "sets" / "data" / f"{name}.jsonl") as path:
        return path


def read(path: Path, fields: Sequence[str] = (), text: str = "instruction") -> list[Record]:
    """The records of a file of JSON lines, each with its `id`, its text and these fields. Raises BadRecords.

    Args:
      text: The field with what was said.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise BadRecords(f"{path} cannot be read ({error.strerror or error})") from None
    except UnicodeDecodeError:
        raise BadRecords(f"{path} is no UTF-8 text: expected one JSON object a line") from None
    found = [_record(line, f"{path}, line {at}", fields, text) for at, line in enumerate(lines, 1) if line.strip()]
    if not found:
        raise BadRecords(f"{path} holds no record: expected one JSON object a line")
    return found


def _record(line: str, where: str, fields: Sequence[str], text: str) -> Record:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadRecords(f"{where} is no JSON: {error.msg} at character {error.pos + 1}") from None
    if not isinstance(record, dict):
        raise BadRecords(f"{where} is no JSON object")
    lacking = [f for f in ("id", text, *fields) if f not in record]
    if lacking:
        raise BadRecords(f"{where} has no {' and no '.join(map(repr, lacking))}")
    if not isinstance(record[text], str):
        raise BadRecords(f"{where}: the {text} is no text")
    return record
