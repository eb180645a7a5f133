"""Other people's worlds behind Heedful's protocols: their bodies, their tasks, their own checks of success."""

from __future__ import annotations

import importlib.util

OF_ITS_OWN = "in an environment of its own, see docs"
NEEDED = {
    "minigrid": "BabyAI needs minigrid: pip install 'heedful[bench]'",
    "metaworld": "Meta-World needs metaworld: pip install imageio && pip install --no-deps metaworld==3.1.1",
    "robosuite": f"robosuite is not installed here: pip install --no-deps robosuite==1.4.1, {OF_ITS_OWN}/robosuite.md",
    "libero": f"LIBERO is not installed here: pip install --no-deps robosuite==1.4.1 hf-libero, {OF_ITS_OWN}/libero.md",
}
"""Package -> how to get it."""


def require(package: str) -> None:
    """Raises ImportError with the way to get a package that is absent."""
    if importlib.util.find_spec(package) is None:
        raise ImportError(NEEDED[package])
