"""Gaits of a legged body: how fast they usually go, when each foot steps, and the terms of their steps."""

from __future__ import annotations

from heedful.agents.rewards.acts import Features, scaled
from heedful.skills.rewards import FEET, Term, term

SPEEDS = {
    "go": 0.5, "walk": 0.5, "trot": 0.9, "pace": 0.8, "bound": 1.2, "gallop": 1.8, "pronk": 0.0, "run": 1.5, "creep": 0.2, "moonwalk": -0.4,
    "march": 0.3,
}  # fmt: skip
"""Usual forward speed of each gait [m/s]."""


PACES = {"slow": 0.5, "fast": 1.6, "max": 3.0}


FASTEST, FASTEST_BACK, FASTEST_SIDE = 2.5, 1.0, 1.0


PHASES = {
    "walk": (0.0, 0.5, 0.75, 0.25), "trot": (0.0, 0.5, 0.5, 0.0), "pace": (0.0, 0.5, 0.0, 0.5), "bound": (0.0, 0.0, 0.5, 0.5),
    "gallop": (0.0, 0.1, 0.6, 0.5), "pronk": (0.0, 0.0, 0.0, 0.0),
}  # fmt: skip
"""Part of the cycle at which each foot lifts, in the order of FEET."""


STEPS = {
    "walk": (1.5, 0.35, 0.06), "trot": (2.0, 0.5, 0.08), "pace": (1.8, 0.5, 0.08), "bound": (2.2, 0.6, 0.1), "gallop": (2.5, 0.6, 0.1),
    "pronk": (1.6, 0.5, 0.1),
}  # fmt: skip
"""Steps in a second [Hz], share of the cycle in the air, and how high they swing [m]."""


LIKE = {"go": "trot", "run": "trot", "creep": "walk", "moonwalk": "trot", "march": "trot"}
"""Ways of going that step as another gait does."""


def steps(gait: str, has: Features) -> list[Term]:
    """The steps of a gait, one term a foot."""
    name = LIKE.get(gait, gait)
    hz, air, up = STEPS[name]
    up = scaled(has, up, 0.05, 0.14, 0.04, 0.2) if gait != "march" else scaled(has, 0.14, 0.1, 0.18, 0.1, 0.25)
    hz, up = float(has.get("hz", hz)), float(has.get("swing", up))
    sweep = float(has.get("sweep", 0.12 if gait == "moonwalk" else 0.0))
    phases = zip(FEET, PHASES[name], strict=True)
    return [term("foot_step", foot=f, frequency=hz, phase=p, air_ratio=air, up=round(up, 3), sweep=sweep) for f, p in phases]
