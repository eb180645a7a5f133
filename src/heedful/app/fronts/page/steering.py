"""The reward that is followed, as the page shows it: a slider for each of its numbers, each term as it stands, the way that is planned."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from heedful.geometry import Array
from heedful.skills.rewards.catalogue import CATALOGUE, Number
from heedful.skills.rewards.following import Following, followed
from heedful.skills.rewards.reward import HEAVIEST, Term
from heedful.types import Correction

if TYPE_CHECKING:
    from heedful.session import Session

Message = dict[str, Any]
POINTS = 12
"""Points of a planned way that are drawn."""
MOST = 8
"""Numbers that one message of a tab may set."""


class Steering:
    """What is followed, told to tabs; in the page's own threads."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._told: tuple[Any, int] | None = None

    def now(self) -> Following | None:
        """What is followed at this moment."""
        return followed(self._session.twin)

    def sliders(self, fresh: bool = False) -> Message | None:
        """The reward with a slider for each of its numbers; None where it is the one that was told last, unless asked `fresh`."""
        moment = self.now()
        at = None if moment is None else (moment.stages, moment.at)
        if at == self._told and not fresh:
            return None
        if not fresh:
            self._told = at
        return {"reward": None if moment is None else told(moment)}

    def terms(self) -> Message | None:
        """How far off each term is and what that costs, at this moment; None where nothing is followed."""
        moment = self.now()
        if moment is None or moment.futures is None:
            return None
        shown = [[named(s.term), _number(s.error), _number(s.cost), s.said] for s in moment.terms()]
        return {"terms": {"time": round(moment.time, 3), "of": shown}}

    def paths(self) -> dict[str, Array]:
        """The planned ways, thinned out."""
        moment = self.now()
        ways = {} if moment is None else moment.paths()
        return {name: way[:: max(1, len(way) // POINTS)] for name, way in ways.items()}


def told(moment: Following) -> Message:
    """A reward with its numbers, their units and ranges."""
    terms = [
        {
            "key": list(t.key), "name": named(t), "doc": t.spec.doc, "unit": _unit(t),
            "numbers": [
                {"what": n.name, "unit": n.unit, "low": n.low, "high": n.high, "value": t.number(n.name), "doc": n.doc}
                for n in t.spec.params if isinstance(n, Number)
            ],
            "weight": t.weight, "usual": t.spec.weight,
        }
        for t in moment.stages[moment.at]
    ]  # fmt: skip
    return {"stage": moment.at, "stages": len(moment.stages), "heaviest": HEAVIEST, "terms": terms}


def named(one: Term) -> str:
    """A term as people read it: `foot lift of front left`."""
    return " of ".join((one.key[0], ", ".join(one.key[1:]))).replace("_", " ") if len(one.key) > 1 else one.name.replace("_", " ")


def correction(given: Any) -> Correction | None:
    """The edit that a tab's sliders ask for: `[[stage, key, what, value], …]`; None for what is none."""
    if not isinstance(given, list) or not 0 < len(given) <= MOST:
        return None
    said = []
    for one in given:
        if not (isinstance(one, list) and len(one) == 4):
            return None
        stage, key, what, value = one
        whole = isinstance(stage, int) and not isinstance(stage, bool) and 0 <= stage < 100
        keyed = isinstance(key, list) and 0 < len(key) <= 4 and all(isinstance(k, str) for k in key)
        number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
        if not (whole and keyed and number and isinstance(what, str) and key[0] in CATALOGUE):
            return None
        spec = next((p for p in CATALOGUE[key[0]].params if isinstance(p, Number) and p.name == what), None)
        if spec is None and what != "weight":
            return None
        about = " of ".join((key[0], ", ".join(key[1:]))) if len(key) > 1 else key[0]
        said.append(f"{about.replace('_', ' ')}: {what.replace('_', ' ')} {value:.3g} {spec.unit if spec else ''}".strip())
    return Correction("; ".join(said), "reward", {"set": given})


ERRORS = {
    "foot_step": "m",
    "hop": "m/s",
    "heading": "",
    "balance": "m",
    "effort": "",
    "posture": "",
    "smoothness": "",
    "object_turn": "rad",
}
"""Units of errors that are not in the unit of the term's first number."""


def _unit(one: Term) -> str:
    return ERRORS.get(one.name, one.spec.numbers[0].unit if one.spec.numbers else "")


def _number(value: float) -> float | None:
    """As JSON has it."""
    return float(f"{value:.4g}") if math.isfinite(value) else None
