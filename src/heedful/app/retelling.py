"""What happens, as people are told of it: one wording for the progress of a run, the terminal, the page and every other front."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Protocol

Tone = Literal["good", "bad", "warn", "calm", "plain"]
MARKS = {"succeeded": "✓", "failed": "✗", "interrupted": "‖", "timeout": "✗", "unverified": "?"}
TONES: Mapping[str, Tone] = {"succeeded": "good", "failed": "bad", "timeout": "bad"}
"""By verdict or outcome; any other is a warning."""
SAYS_ITSELF = frozenset(
    {"halt", "pause", "resume", "abort", "none", "praise", "confirm", "query", "answer", "preference", "reward", "keep"}
)
"""Kinds of correction whose reply alone tells how they were taken."""


class Event(Protocol):
    """What a session tells of itself."""

    @property
    def kind(self) -> str: ...
    @property
    def data(self) -> Any: ...


def sentence(event: Event) -> str:
    """An event as a person is told of it; empty for one that says nothing."""
    data = event.data
    match event.kind:
        case "understood":
            return f"understood: {data['sentence']}" if data.get("program") is not None else ""  # else the verdict, or a question, tells
        case "plan":
            return f"plan: {data['sentence']}" if data.get("sentence") and data.get("calls") else ""
        case "skill_start":
            return str(data["call"])
        case "skill_end":
            said = f"  {data['outcome'].sentence}" if data["outcome"].sentence else ""
            return f"{MARKS.get(_ended(event), '·')} {data['call']}  {data.get('seconds', 0.0):.1f} s{said}"
        case "correction":
            return _taken(data["correction"])
        case "verdict":
            verdict = _ended(event).replace("_", " ")
            return f"{verdict}: {data['reason']}" if data.get("reason") else verdict
    return str(data.get("sentence") or "")


def tone(event: Event) -> Tone:
    """How it is coloured."""
    match event.kind:
        case "skill_end" | "verdict":
            return TONES.get(_ended(event), "warn")
        case "correction":
            return "warn" if event.data["correction"].ask else "calm"
        case "notice" | "question":
            return "warn"
    return "plain"


def _ended(event: Event) -> str:
    """The word for how a skill or a run ended."""
    status = event.data["outcome"].status if event.kind == "skill_end" else event.data["verdict"]
    return str(getattr(status, "value", status))


def _taken(correction: Any) -> str:
    """How a correction was understood, and how soon it was heeded."""
    kinds = list(dict.fromkeys(part.kind for part in (correction.parts or (correction,))))
    said = correction.reply
    if not correction.ask and not SAYS_ITSELF.issuperset(kinds):
        said = f"understood: {' and '.join(kinds)}{', ' * bool(said)}{said}"
    late = "" if correction.latency_ms is None or kinds == ["none"] else f"  ({correction.latency_ms:.0f} ms)"
    return f"{said or correction.kind}{late}"
