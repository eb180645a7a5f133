"""How weights are moved in training: matrices by their whole shape (Muon), all else by Adam, at a rate that rises and falls to nothing."""

from __future__ import annotations

import math
from typing import Any

RATE, MATRIX_RATE = 2e-3, 0.02
"""Highest rates, of tables and gains and of matrices."""
WARM = 150
"""Steps until the highest rate."""
MOMENTUM, DECAY = 0.95, 0.01
SPREAD = (3.4445, -4.7750, 2.0315)
"""Coefficients of the quintic that brings all singular values near one (Jordan and others, Muon, 2024)."""


class Optimiser:
    """Moves weights down a gradient."""

    def __init__(self, torch: Any, weights: dict[str, Any]) -> None:
        """Set up the state of each weight.

        Args:
          weights: Name -> tensor. Matrices are those whose names hold a layer or a projection; tables of words are none.
        """
        self.torch = torch
        self.matrices = {k: v for k, v in weights.items() if v.ndim == 2 and k not in ("words", "outputs") and not k.endswith("bias")}
        self.momenta = {k: torch.zeros_like(v) for k, v in self.matrices.items()}
        others = [v for k, v in weights.items() if k not in self.matrices]
        self.adam = torch.optim.AdamW(others, lr=RATE, betas=(0.9, 0.98), weight_decay=DECAY)

    def step(self, share: float, done: int) -> None:
        """One step.

        Args:
          share: How much of the training is over, in [0, 1].
          done: Steps before this one.
        """
        height = min(1.0, (done + 1) / WARM) * (0.5 + 0.5 * math.cos(math.pi * min(1.0, share)))
        for group in self.adam.param_groups:
            group["lr"] = RATE * height
        self.adam.step()
        with self.torch.no_grad():
            groups: dict[tuple[int, ...], list[str]] = {}
            for name, weight in self.matrices.items():
                groups.setdefault(tuple(weight.shape), []).append(name)
            for (rows, columns), names in groups.items():
                pushes = []
                for name in names:
                    gradient = self.matrices[name].grad
                    self.momenta[name].lerp_(gradient, 1 - MOMENTUM)
                    pushes.append(gradient.lerp(self.momenta[name], MOMENTUM))
                scale = MATRIX_RATE * height * math.sqrt(max(1.0, columns / rows))
                for name, push in zip(names, spread(self.torch.stack(pushes)), strict=True):
                    self.matrices[name].mul_(1 - MATRIX_RATE * height * DECAY).add_(push, alpha=-scale)

    def clear(self) -> None:
        """Forget the gradients."""
        self.adam.zero_grad()
        for weight in self.matrices.values():
            weight.grad = None


def spread(matrices: Any, rounds: int = 5) -> Any:
    """Matrices with the same directions and all singular values near one. Shape: (any, rows, columns)."""
    a, b, c = SPREAD
    tall = matrices.shape[-2] > matrices.shape[-1]
    x = matrices.transpose(-1, -2) if tall else matrices
    x = x / (x.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    for _ in range(rounds):
        square = x @ x.transpose(-1, -2)
        x = a * x + (b * square + c * square @ square) @ x
    return x.transpose(-1, -2) if tall else x
