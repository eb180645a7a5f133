"""Whether a text is JSON of a schema, and if not, what is wrong with it, in a sentence that a model can mend its answer by."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from heedful.agents.language.model import JsonSchema

KINDS: dict[str, tuple[type, ...]] = {
    "object": (dict,), "array": (list,), "string": (str,), "boolean": (bool,), "null": (type(None),),
    "integer": (int,), "number": (int, float),
}  # fmt: skip
DEEPEST = 40
"""Levels of nesting that are followed."""


class NotJson(ValueError):
    """There is no JSON in a text."""


def read(text: str) -> Any:
    """The JSON in a text, bare, fenced, or with words or a model's thoughts around it. Raises NotJson."""
    text = re.sub(r"<think>.*?</think>", "", text, flags=re.DOTALL).strip()
    fenced = re.search(r"```(?:json)?\s*(.*?)```", text, re.DOTALL)
    decoder = json.JSONDecoder()
    for candidate in (text, fenced.group(1).strip() if fenced else "", text[m.start() :] if (m := re.search(r"[\[{]", text)) else ""):
        try:
            found, _ = decoder.raw_decode(candidate) if candidate and candidate[0] in "[{" else (json.loads(candidate), 0)
            return found
        except (ValueError, RecursionError):
            continue
    raise NotJson("the answer is no JSON")


def problem(data: Any, schema: JsonSchema) -> str:
    """What of some data does not fit a schema, the first found; empty if it fits.

    Known are: `type enum const anyOf oneOf allOf $ref properties required additionalProperties items prefixItems minItems maxItems
    minLength maxLength pattern minimum maximum`; other keywords say nothing.
    """
    return _problem(data, schema, schema, "the answer", 0)


def _problem(data: Any, schema: Any, root: JsonSchema, where: str, depth: int) -> str:
    if schema is True or not isinstance(schema, Mapping):
        return "" if schema is not False else f"{where} should not be there"
    if depth > DEEPEST:
        return f"{where} is nested too deeply"
    if "$ref" in schema:
        return _problem(data, _referred(str(schema["$ref"]), root), root, where, depth + 1)
    for test in (_kind, _choice, _number, _text, _array, _object, _combined):
        if wrong := test(data, schema, root, where, depth + 1):
            return wrong
    return ""


def _referred(ref: str, root: JsonSchema) -> Any:
    """What `#/$defs/name` stands for; anything, if it stands for nothing."""
    here: Any = root
    for part in ref.removeprefix("#").strip("/").split("/"):
        if part:
            here = here.get(part, True) if isinstance(here, Mapping) else True
    return here


def _kind(data: Any, schema: Mapping[str, Any], root: JsonSchema, where: str, depth: int) -> str:
    wanted = schema.get("type")
    if wanted is None:
        return ""
    names = [wanted] if isinstance(wanted, str) else list(wanted)
    right = any(isinstance(data, KINDS.get(n, (object,))) and (not isinstance(data, bool) or n in ("boolean",)) for n in names)
    return "" if right else f"{where} should be {_an(' or '.join(names))}, not {_short(data)}"


def _choice(data: Any, schema: Mapping[str, Any], root: JsonSchema, where: str, depth: int) -> str:
    choices = [schema["const"]] if "const" in schema else schema.get("enum")
    if choices is None or any(data == c and isinstance(data, bool) == isinstance(c, bool) for c in choices):
        return ""
    return f"{where} should be {'one of ' * (len(choices) > 1)}{', '.join(_short(c) for c in choices[:30])}, not {_short(data)}"


def _number(data: Any, schema: Mapping[str, Any], root: JsonSchema, where: str, depth: int) -> str:
    if isinstance(data, bool) or not isinstance(data, (int, float)):
        return ""
    low, high = schema.get("minimum"), schema.get("maximum")
    wrong = (low is not None and data < low) or (high is not None and data > high) or data != data
    return f"{where} should lie within {low} and {high}, not be {_short(data)}" if wrong else ""


def _text(data: Any, schema: Mapping[str, Any], root: JsonSchema, where: str, depth: int) -> str:
    if not isinstance(data, str):
        return ""
    if len(data) < schema.get("minLength", 0) or len(data) > schema.get("maxLength", len(data)):
        return f"{where} is too {'short' if len(data) < schema.get('minLength', 0) else 'long'}: {_short(data)}"
    if "pattern" in schema and not re.search(schema["pattern"], data):
        return f"{where} should look like {schema['pattern']}, not {_short(data)}"
    return ""


def _array(data: Any, schema: Mapping[str, Any], root: JsonSchema, where: str, depth: int) -> str:
    if not isinstance(data, list):
        return ""
    least, most = schema.get("minItems", 0), schema.get("maxItems", len(data))
    if not least <= len(data) <= most:
        wanted = f"{least} items at least" if len(data) < least else f"{most} items at most"
        return f"{where} should have {wanted}, not {len(data)}"
    first = list(schema.get("prefixItems", ()))
    rest = schema.get("items", True)
    for i, item in enumerate(data):
        if wrong := _problem(item, first[i] if i < len(first) else rest, root, f"item {i + 1} of {where}", depth):
            return wrong
    return ""


def _object(data: Any, schema: Mapping[str, Any], root: JsonSchema, where: str, depth: int) -> str:
    if not isinstance(data, dict):
        return ""
    properties = schema.get("properties", {})
    if lacking := [k for k in schema.get("required", ()) if k not in data]:
        return f"{where} lacks {lacking[0]!r}"
    rest = schema.get("additionalProperties", True)
    for key, value in data.items():
        if key not in properties and rest is False:
            return f"{where} should have no {_short(key)}; it may have {', '.join(map(repr, properties)) or 'nothing'}"
        if wrong := _problem(value, properties.get(key, rest), root, f"{_short(key)} of {where}", depth):
            return wrong
    return ""


def _combined(data: Any, schema: Mapping[str, Any], root: JsonSchema, where: str, depth: int) -> str:
    for part in schema.get("allOf", ()):
        if wrong := _problem(data, part, root, where, depth):
            return wrong
    for key in ("anyOf", "oneOf"):
        if key in schema:
            wrongs = [_problem(data, part, root, where, depth) for part in schema[key]]
            if all(wrongs):
                inside = [w for w in wrongs if not w.startswith(where)]  # of the alternative that fits from outside
                return (
                    min(inside, key=len)
                    if inside
                    else wrongs[0]
                    if len(wrongs) == 1
                    else f"{where} fits no alternative: {'; '.join(wrongs[:4])}"
                )
    return ""


def _an(kind: str) -> str:
    return f"an {kind}" if kind[:1] in "aeio" else f"a {kind}"


def _short(data: Any) -> str:
    """A value in a few characters of one line."""
    said = json.dumps(data, default=str)
    return said if len(said) <= 60 else f"{said[:57]}…"
