"""Statistics of a dataset's columns, of one episode and of all of them, in the form that lerobot normalises with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

QUANTILES = {"q01": 0.01, "q10": 0.10, "q50": 0.50, "q90": 0.90, "q99": 0.99}
Stats = dict[str, NDArray[Any]]


def of_values(values: NDArray[Any]) -> Stats:
    """Of a column of numbers. Shape (frames,) or (frames, width); what comes out has shape (1,) or (width,)."""
    rows = np.asarray(values, dtype=np.float64).reshape(len(values), -1)
    found: Stats = {"min": rows.min(0), "max": rows.max(0), "mean": rows.mean(0), "std": rows.std(0), "count": np.array([len(rows)])}
    return found | {name: np.quantile(rows, q, axis=0) for name, q in QUANTILES.items()}


class Pictures:
    """Of pictures as they come by, exactly, from how often each brightness occurs in each colour; in [0, 1], shape (3, 1, 1)."""

    def __init__(self) -> None:
        self._seen = np.zeros((3, 256), dtype=np.int64)
        self._count = 0

    def add(self, rgb: NDArray[np.uint8]) -> None:
        """Take a picture in, uint8 (h, w, 3)."""
        for colour in range(3):
            self._seen[colour] += np.bincount(rgb[:, :, colour].ravel(), minlength=256)
        self._count += 1

    def stats(self) -> Stats:
        """Raises ValueError where there was no picture."""
        if not self._count:
            raise ValueError("there are no pictures to tell the statistics of")
        level = np.arange(256) / 255.0
        share = self._seen / self._seen.sum(1, keepdims=True)
        mean = share @ level
        lowest, highest = (self._seen > 0).argmax(1) / 255.0, (255 - (self._seen[:, ::-1] > 0).argmax(1)) / 255.0
        found = {"min": lowest, "max": highest, "mean": mean, "std": np.sqrt(np.maximum(share @ level**2 - mean**2, 0.0))}
        found |= {name: (share.cumsum(1) >= q - 1e-12).argmax(1) / 255.0 for name, q in QUANTILES.items()}
        return {name: v.reshape(3, 1, 1) for name, v in found.items()} | {"count": np.array([self._count])}


def together(parts: Iterable[Mapping[str, Mapping[str, Any]]]) -> dict[str, Stats]:
    """Of several episodes. Quantiles are means weighted by frames, as lerobot's are; the rest is exact."""
    by_column: dict[str, list[Mapping[str, Any]]] = {}
    for part in parts:
        for column, stats in part.items():
            by_column.setdefault(column, []).append(stats)
    return {column: _pooled(rows) for column, rows in by_column.items()}


def _pooled(rows: Sequence[Mapping[str, Any]]) -> Stats:
    stacked = {name: np.stack([np.asarray(r[name], dtype=np.float64) for r in rows]) for name in rows[0] if name != "count"}
    counts = np.array([int(np.asarray(r["count"]).ravel()[0]) for r in rows])
    weight = (counts / counts.sum()).reshape(-1, *[1] * (stacked["mean"].ndim - 1))
    mean = (weight * stacked["mean"]).sum(0)
    spread = (weight * (stacked["std"] ** 2 + (stacked["mean"] - mean) ** 2)).sum(0)
    found: Stats = {"min": stacked["min"].min(0), "max": stacked["max"].max(0), "mean": mean, "std": np.sqrt(spread)}
    found["count"] = np.array([counts.sum()])
    return found | {name: (weight * stacked[name]).sum(0) for name in QUANTILES}


def flat(stats: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """As columns of `meta/episodes`: `stats/COLUMN/min` and so on."""
    return {f"stats/{column}/{name}": np.asarray(v) for column, each in stats.items() for name, v in each.items()}


def nested(row: Mapping[str, Any]) -> dict[str, Stats]:
    """The other way."""
    found: dict[str, Stats] = {}
    for key, value in row.items():
        if key.startswith("stats/"):
            column, _, name = key.removeprefix("stats/").rpartition("/")
            found.setdefault(column, {})[name] = np.asarray(value)
    return found
