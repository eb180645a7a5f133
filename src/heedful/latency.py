"""How long corrections took to be heeded, by kind: from the text's arrival to the first changed command [ms]."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from heedful.types import Correction


def by_kind(corrections: Iterable[Correction]) -> dict[str, dict[str, float]]:
    """Kind -> how many, median, 95th and 99th percentile and worst."""
    found: dict[str, list[float]] = defaultdict(list)
    for c in corrections:
        if c.latency_ms is not None:
            found[c.kind].append(c.latency_ms)
    return {kind: summary(times) for kind, times in sorted(found.items())}


def summary(times: Iterable[float]) -> dict[str, float]:
    """How many, p50, p95, p99 and worst of some times."""
    row = sorted(times)
    return (
        {"n": len(row), **{f"p{p}": round(_percentile(row, p), 3) for p in (50, 95, 99)}, "worst": round(row[-1], 3)} if row else {"n": 0}
    )


def told(latencies: Mapping[str, Mapping[str, float]], standstill: Mapping[str, Mapping[str, float]] | None = None) -> str:
    """It in a line: `heeded after: halt 12.1 ms, nudge 9.8 ms (worst 19.2, 12 of them); at a standstill after 38 ms and 0.8 mm`."""
    parts = [
        f"{kind} {row['p50']:.1f} ms" + (f" (worst {row['worst']:.1f}, {row['n']:.0f} of them)" if row["n"] > 1 else "")
        for kind, row in latencies.items()
        if row.get("n") and kind != "none"
    ]
    ms, mm = (standstill or {}).get("ms", {}), (standstill or {}).get("mm", {})
    worst = f" (worst {ms['worst']:.0f} and {mm['worst']:.1f})" if ms.get("n", 0) > 1 else ""
    stood = f"; at a standstill after {ms['p50']:.0f} ms and {mm['p50']:.1f} mm{worst}" if ms.get("n") else ""
    return f"heeded after: {', '.join(parts)}{stood}" if parts else ""


def _percentile(row: list[float], percent: float) -> float:
    """Nearest rank: one of the measured values."""
    return row[min(len(row) - 1, max(0, -(-len(row) * int(percent) // 100) - 1))]
