"""Rewards as JSON: written, read back strictly, and the schema that a language model is held to."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from heedful.skills.rewards.catalogue import CATALOGUE, Choice, Name, Number, Param, TermSpec
from heedful.skills.rewards.norms import P_RANGE, Q_RANGE, SHAPES, Norm
from heedful.skills.rewards.reward import HEAVIEST, LONGEST, MOST_TERMS, Names, Reward, RewardError, Term, nearest, term

Stages = tuple[Reward, ...]
"""Rewards one after the other: each is followed until its aims are reached, or for its time."""
LONGEST_TEXT = 20_000
"""Characters that are read."""
MOST_STAGES = 12


def written(stages: Reward | Sequence[Reward], indent: int | None = None) -> str:
    """JSON of one reward, or of several one after the other."""
    return json.dumps(to_data(stages), indent=indent, ensure_ascii=False)


def to_data(stages: Reward | Sequence[Reward]) -> dict[str, Any]:
    """The same as plain data."""
    return {"stages": [_stage(s) for s in ([stages] if isinstance(stages, Reward) else stages)]}


def _stage(reward: Reward) -> dict[str, Any]:
    made: dict[str, Any] = {"terms": [_term(t) for t in reward.terms]}
    return made if reward.for_s is None else {**made, "for_s": reward.for_s}


def _term(one: Term) -> dict[str, Any]:
    norm: dict[str, Any] = {"kind": one.norm.kind, **{k: getattr(one.norm, k) for k in SHAPES[one.norm.kind].takes}}
    return {"term": one.name, "params": one.args, "norm": norm, "weight": one.weight}


def read(text: str, names: Names | None = None) -> Stages:
    """The rewards that a text is JSON of, and nothing else.

    Args:
      names: What there is; every term is to be about that. None: anything.

    Raises RewardError, in one sentence that says where and what would be right.
    """
    if len(text) > LONGEST_TEXT:
        raise RewardError(f"the text of a reward has {LONGEST_TEXT} characters at most, not {len(text)}")
    try:
        data = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except RewardError:
        raise
    except RecursionError:
        raise RewardError("the JSON is nested too deeply") from None
    except ValueError as error:
        where = f" at character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else ""
        raise RewardError(f"that is no JSON{where}") from None
    return from_data(data, names)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        twice = next(k for k in made if sum(k == other for other, _ in pairs) > 1)
        raise RewardError(f"the JSON gives {twice[:60]!r} twice")
    return made


def _no_number(said: str) -> float:
    raise RewardError(f"{said} is no number that a reward may have")


def from_data(data: Any, names: Names | None = None) -> Stages:
    """The rewards of plain data: `{"stages": […]}`, or one `{"terms": […]}`. Raises RewardError."""
    if isinstance(data, Mapping) and "terms" in data:
        data = {"stages": [data]}
    fields = _object(data, "the reward", {"stages"}, {"stages"})
    stages = _list(fields["stages"], "stages", 1, MOST_STAGES)
    made = []
    for n, stage in enumerate(stages, 1):
        inside = _object(stage, f"stage {n}", {"terms", "for_s"}, {"terms"})
        terms = _list(inside["terms"], f"terms of stage {n}", 1, MOST_TERMS)
        made.append(Reward(tuple(_read_term(t, f"term {i} of stage {n}") for i, t in enumerate(terms, 1)), inside.get("for_s")))
    return tuple(r.check(names) for r in made) if names else tuple(made)


def _read_term(data: Any, where: str) -> Term:
    fields = _object(data, where, {"term", "params", "norm", "weight"}, {"term"})
    params = _object(fields.get("params", {}), f"params of {where}", None, set())
    norm = None
    if fields.get("norm") is not None:
        given = _object(fields["norm"], f"norm of {where}", {"kind", "p", "q"}, {"kind"})
        if not isinstance(given["kind"], str) or given["kind"] not in SHAPES:
            raise RewardError(f"there is no norm {_short(given['kind'])}{nearest(given['kind'], SHAPES) or '.'} Known: {', '.join(SHAPES)}")
        norm = Norm(given["kind"], **{k: given[k] for k in ("p", "q") if k in given})
    if "weight" in fields and fields["weight"] is None:
        raise RewardError(f"the weight of {where} must be a number from 0 to {HEAVIEST:g}, not null")
    if any(v is None for v in params.values()):
        raise RewardError(f"{next(k for k, v in params.items() if v is None)!r} of {where} is null; leave it out or give a value")
    return term(fields["term"], fields.get("weight"), norm, **params)


def _object(data: Any, where: str, known: set[str] | None, needed: set[str]) -> Mapping[str, Any]:
    if not isinstance(data, Mapping):
        raise RewardError(f"{where} must be an object, not {_short(data)}")
    for key in data:
        if known is not None and key not in known:
            raise RewardError(f"{where} has no field {_short(key)}{nearest(key, known) or '.'} It has {', '.join(sorted(known))}")
    if lacking := sorted(needed - data.keys()):
        raise RewardError(f"{where} lacks {lacking[0]!r}")
    return data


def _list(data: Any, where: str, least: int, most: int) -> list[Any]:
    if not isinstance(data, list) or not least <= len(data) <= most:
        raise RewardError(f"{where} must be a list of {least} to {most}, not {_short(data)}")
    return data


def _short(value: object) -> str:
    said = repr(value)
    return said if len(said) <= 60 else f"{said[:57]}…"


def schema(names: Names) -> dict[str, Any]:
    """The JSON schema of rewards in one world, with the names of what is there."""
    terms = [_schema_of(s, names) for s in CATALOGUE.values() if names.body in s.bodies]
    stage = {
        "type": "object",
        "properties": {
            "terms": {"type": "array", "minItems": 1, "maxItems": MOST_TERMS, "items": {"anyOf": [t for t in terms if t]}},
            "for_s": {"type": "number", "minimum": 0.1, "maximum": LONGEST, "description": "how long it is followed [s]"},
        },
        "required": ["terms"],
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "properties": {"stages": {"type": "array", "minItems": 1, "maxItems": MOST_STAGES, "items": stage}},
        "required": ["stages"],
        "additionalProperties": False,
    }


def _schema_of(spec: TermSpec, names: Names) -> dict[str, Any] | None:
    """One term's schema; None where there is nothing that it could be about."""
    if any(isinstance(p, Name) and not names.of(p.kind) for p in spec.params):
        return None
    properties = {p.name: _schema_of_param(p, names) for p in spec.params}
    needed = [p.name for p in spec.params if isinstance(p, Name) or (isinstance(p, Number) and p.default is None)]
    weight = {"type": "number", "minimum": 0, "maximum": HEAVIEST, "description": f"{spec.weight:g} is usual"}
    norm = {
        "type": "object",
        "properties": {
            "kind": {"enum": list(SHAPES)},
            "p": {"type": "number", "minimum": P_RANGE[0], "maximum": P_RANGE[1]},
            "q": {"type": "number", "minimum": Q_RANGE[0], "maximum": Q_RANGE[1]},
        },
        "required": ["kind"],
        "additionalProperties": False,
    }
    return {
        "type": "object",
        "description": spec.doc,
        "properties": {
            "term": {"const": spec.name},
            "params": {"type": "object", "properties": properties, "required": needed, "additionalProperties": False},
            "norm": norm,
            "weight": weight,
        },
        "required": ["term", "params"],
        "additionalProperties": False,
    }


def _schema_of_param(param: Param, names: Names) -> dict[str, Any]:
    if isinstance(param, Number):
        unit = f" [{param.unit}]" if param.unit else ""
        return {"type": "number", "minimum": param.low, "maximum": param.high, "description": f"{param.doc}{unit}".strip()}
    return {"enum": list(param.options if isinstance(param, Choice) else names.of(param.kind)), "description": param.doc}
