"""The catalogue as a table that people read."""

from __future__ import annotations

from heedful.skills.rewards.catalogue import CATALOGUE, Choice, Number, Param, TermSpec


def table() -> str:
    """Every term in Markdown: what it measures, of which bodies, its parameters, norm, weight, and when its aim is reached."""
    head = ["| term | bodies | measures | parameters | norm, weight | reached within |", "|---|---|---|---|---|---|"]
    return "\n".join([*head, *map(_row, CATALOGUE.values())])


def _row(spec: TermSpec) -> str:
    norm = f"{spec.norm.kind}, {spec.weight:g}"
    unit = spec.numbers[0].unit if spec.numbers else ""
    within = "" if spec.within is None else f"{spec.within:g} {unit}".strip()
    return f"| `{spec.name}` | {', '.join(spec.bodies)} | {spec.doc} | {'; '.join(map(_param, spec.params))} | {norm} | {within} |"


def _param(param: Param) -> str:
    if isinstance(param, Number):
        unit = f" {param.unit}" if param.unit else ""
        usual = "" if param.default is None else f" ({param.default:g})"
        return f"`{param.name}` {param.low:.3g} to {param.high:.3g}{unit}{usual}{': ' + param.doc if param.doc else ''}"
    if isinstance(param, Choice):
        return f"`{param.name}` {' / '.join(param.options)}"
    return f"`{param.name}` a {param.kind}"
