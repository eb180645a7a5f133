"""What comes of ten thousand corrections: an account of what was said, missed and broken, and how the process grew."""

from __future__ import annotations

import ctypes
import gc
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from heedful.app.bench.ratio import Ratio
from heedful.bus import WAITING
from heedful.latency import summary

MEMORY = 100.0
"""Growth of the process that is allowed for from a fifth of what is said to its end [MB]."""


@dataclass
class Account:
    """What came of it all."""

    said: int = 0
    ticks: int = 0
    halts: int = 0
    runs: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    unsafe: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    """Exceptions: out of a front, a skill, a planner, a thread."""
    stopped: list[str] = field(default_factory=list)
    """Protective stops."""
    dead: list[str] = field(default_factory=list)
    """Threads that are no more."""
    waiting: int = 0
    """The most utterances that waited at once."""
    halt_ms: list[float] = field(default_factory=list)
    """Text to command in the flood."""
    resident: list[tuple[int, float]] = field(default_factory=list)
    """Said so far, and the size of the process then [MB]."""

    @property
    def grown(self) -> float:
        """By how much the process has grown since a fifth of it was said [MB]."""
        first = next((mb for said, mb in self.resident if said >= self.said / 5), 0.0)
        return max(0.0, self.resident[-1][1] - first) if self.resident else 0.0

    def ratios(self) -> list[Ratio]:
        """It as a bench tells it."""
        told = ", ".join(f"{n} {kind or 'unread'}" for kind, n in self.kinds.most_common(6))
        found = [
            Ratio("fuzzed", self.said, f"said in {self.runs} runs and {self.ticks} commands, {self.halts} of them HALT: {told}"),
            Ratio(
                "missed_halts",
                len(self.missed),
                _first(self.missed, "HALTs after which anything but hold left, or not taken for one"),
                most=0,
            ),
            Ratio("unsafe", len(self.unsafe), _first(self.unsafe, "commands beyond position, step, force, workspace or keep-out"), most=0),
            Ratio("broken", len(self.broken), _first(self.broken, "exceptions of fronts, skills, planners and threads"), most=0),
            Ratio("stopped", len(self.stopped), _first(self.stopped, "protective stops"), most=0),
            Ratio("dead_threads", len(self.dead), _first(self.dead, "threads that ended by themselves"), most=0),
            Ratio("waiting", self.waiting, "the most utterances that waited at once", most=3 * WAITING),
            Ratio("grown_mb", self.grown, "growth of the process from a fifth of it to its end", most=MEMORY),
        ]
        if self.halt_ms:
            s = summary(self.halt_ms)
            how = f"HALT in the flood, text to command: p50 {s['p50']:.1f}, p95 {s['p95']:.1f}, worst {s['worst']:.1f}, n {s['n']}"
            found.append(Ratio("flood_halt_p99", s["p99"], how))
        return found


def _first(found: Sequence[str], otherwise: str) -> str:
    return f"{otherwise}; the first: {found[0]}" if found else otherwise


def resident() -> float:
    """Of this process [MB], what is free given back first; 0 where the system does not tell."""
    import pyarrow as pa

    gc.collect()
    pa.default_memory_pool().release_unused()
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6
    except (OSError, ValueError, IndexError):
        return 0.0
