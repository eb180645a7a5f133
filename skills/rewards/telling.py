"""Rewards in words, whole and in short, and the catalogue as a table that people read."""

from __future__ import annotations

import math
from collections.abc import Sequence

from heedful.skills.rewards.catalogue import CATALOGUE, FEET, Choice, Name, Number, Param, TermSpec
from heedful.skills.rewards.norms import SHAPES
from heedful.skills.rewards.reward import Reward, Term

USUAL = 1.5
"""A weight is told that is as many times the usual one, or more, or as small a share of it."""
SENSES = {"at_least": "at least ", "at_most": "at most "}


def words(stages: Sequence[Reward]) -> str:
    """Rewards one after the other, in short: `forward speed 0.4 m/s, all feet step 1.5 times a second; then torso height 0.15 m`."""
    return "; then ".join(map(_short, stages))


def _short(reward: Reward) -> str:
    steps = reward.find("foot_step")
    alike = len(steps) in (2, len(FEET)) and len({(t.number("frequency"), t.number("up"), t.weight) for t in steps}) == 1
    said = [_of(t) for t in reward if not (alike and t.name == "foot_step")]
    if alike:
        phases = "/".join(f"{t.number('phase'):.2g}" for t in steps)
        swing = f", swung {_figure(steps[0].number('sweep'), 'm')} forward" if steps[0].number("sweep") else ""
        said.append(
            f"{_feet(steps)} step {steps[0].number('frequency'):.2g} times a second {_figure(steps[0].number('up'), 'm')} high, "
            f"phases {phases}{swing}{_weighed(steps[0])}"
        )
    lasts = f", for {reward.for_s:g} s" if reward.for_s is not None else ""
    return ", ".join(said) + lasts


def _feet(steps: Sequence[Term]) -> str:
    feet = [str(t.args["foot"]) for t in steps]
    ends = {f.split("_")[0] for f in feet}
    if len(feet) == len(FEET):
        return "all feet"
    return f"both {ends.pop()} feet" if len(ends) == 1 else " and ".join(f.replace("_", " ") for f in feet)


def _of(one: Term) -> str:
    args = one.args
    about = [str(args[p.name]).replace("_", " ") for p in one.spec.params if isinstance(p, Name)]
    numbers = [p for p in one.spec.params if isinstance(p, Number)]
    sense = SENSES.get(str(args.get("sense", "")), "") if any(one.number(p.name) for p in numbers[:1]) else ""
    told = [p for i, p in enumerate(numbers) if i == 0 or one.number(p.name) != (p.default or 0.0)]
    names = len(numbers) > 1 and one.name not in ("foot_lift", "hop", "facing")
    said = ", ".join((f"{p.name.replace('_', ' ')} " if names else "") + _figure(one.number(p.name), p.unit) for p in told)
    frame = f" from the {args['frame']}" if args.get("frame") == "start" else ""
    whose = f" of {' to '.join(about)}" if about else ""
    return f"{one.name.replace('_', ' ')}{whose} {sense}{said}{frame}".rstrip() + _weighed(one)


def _weighed(one: Term) -> str:
    share = one.weight / one.spec.weight
    return "" if 1 / USUAL < share < USUAL else f" (counts {share:.2g} times as much as usual)"


def _figure(value: float, unit: str) -> str:
    said = f"{value:.3g} {unit}".strip()
    return f"{said} ({math.degrees(value):.0f}°{unit[3:]})" if unit in ("rad", "rad/s") and value else said


def rows(stages: Sequence[Reward], at: int | None = None) -> list[str]:
    """Rewards whole: each term with all its parameters, norm and weight, a line each.

    Args:
      at: Which is followed now, counted from 0; None: none.
    """
    found = []
    for n, stage in enumerate(stages):
        if len(stages) > 1 or stage.for_s is not None:
            lasts = f", for {stage.for_s:g} s" if stage.for_s is not None else ""
            found.append(f"stage {n + 1} of {len(stages)}{lasts}{', now' if n == at else ''}")
        for one in stage:
            given = ", ".join(f"{k} {_given(one, k)}" for k in one.args)
            size = f" of {one.norm.p:g}" if "p" in _takes(one) else ""
            found.append(f"  {one.name}({given})  norm {one.norm.kind}{size}, weight {one.weight:g}")
    return found


def _given(one: Term, name: str) -> str:
    spec = next(p for p in one.spec.params if p.name == name)
    return _figure(one.number(name), spec.unit) if isinstance(spec, Number) else str(one.args[name])


def _takes(one: Term) -> Sequence[str]:
    return SHAPES[one.norm.kind].takes


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
