"""`heedful show-config`: every setting, its value, and where it comes from."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from heedful.app.compose import GROUPS, Settings, compose, defaults_of, target_of
from heedful.app.options import Parser, last_line, overrides


def options(parser: Parser) -> None:
    overrides(parser)


def main(args: Namespace) -> int:
    settings = compose(args.overrides, args.seed)
    rows = list(sources(settings))
    if args.json:
        last_line({"settings": {key: {"value": value, "source": source} for key, value, source in rows}})
        return 0
    width = max(len(key) for key, _, _ in rows) + 2
    values = max(min(len(str(value)), 48) for _, value, _ in rows) + 2
    for key, value, source in rows:
        print(f"{key:<{width}}{value!s:<{values}}{source}")
    return 0


def sources(settings: Settings) -> Iterator[tuple[str, Any, str]]:
    """Each setting as (dotted key, value, source)."""
    for group in GROUPS:
        yield group, settings.chosen[group], _given(settings, group) or "configs/run.yaml"
        fields = settings.groups[group]
        for key, value in fields.items():
            if not key.startswith("_"):
                dotted = f"{group}.{key}"
                yield dotted, value, _given(settings, dotted) or f"configs/{group}/{settings.chosen[group]}.yaml"
        for key, value in defaults_of(target_of(fields)).items():
            if key not in fields:
                yield f"{group}.{key}", value, f"the signature of {fields['_target_']}"
    for key, value in settings.values.items():
        yield key, value, _given(settings, key) or "configs/run.yaml"


def _given(settings: Settings, key: str) -> str:
    word = settings.given.get(key) or next((w for k, w in settings.given.items() if k.startswith(f"{key}.") and key not in GROUPS), "")
    return f"command line ({word})" if word else ""
