"""What the page shows beside the chat: the plan as a tree with its say and can, and how soon words were heeded."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from heedful.executing import flat_calls
from heedful.explaining import scored
from heedful.latency import summary
from heedful.types import Scene, SkillCall

if TYPE_CHECKING:
    from heedful.events import Event
    from heedful.session import Session

OTHERS = 5
"""Candidates that were not chosen and are shown with their reasons."""
SEGMENTS = 12
"""Segments of a run's plan that are shown."""
LATENCIES = 500


@dataclass(slots=True)
class Row:
    """One call of the plan."""

    call: SkillCall
    state: str = "ahead"
    """`ahead`, `running`, `dropped`, or how it ended: `succeeded failed interrupted timeout unverified`."""
    note: str = ""
    seconds: float = 0.0
    can: float | None = None
    """Its affordance when its turn came, in [0, 1]."""
    say: float | None = None


@dataclass(slots=True)
class Segment:
    """A straight piece of the plan."""

    sentence: str
    rows: list[Row]
    others: list[dict[str, Any]] = field(default_factory=list)
    fresh: bool = True
    """Whether its scores are still to be looked up."""


class Board:
    """The plan of the run under way, or of the last one, made of the session's events."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._lock = threading.Lock()
        self.understood, self.verdict, self.reason = "", "", ""
        self.segments: list[Segment] = []
        self.corrected = False
        self._latencies: dict[str, list[float]] = {}
        session.events.subscribe(self._event)

    def _event(self, event: Event) -> None:
        """In the events' thread."""
        data = event.data
        with self._lock:
            match event.kind:
                case "understood":
                    self.understood, self.verdict, self.reason = str(data.get("sentence") or ""), "", ""
                    self.segments, self.corrected = [], False
                case "plan":
                    if self.verdict:  # an undo begins without words to be understood
                        self.understood, self.verdict, self.reason, self.segments, self.corrected = "", "", "", [], False
                    self._drop()
                    if data["kind"] == "go" and data["calls"]:
                        rows = [Row(c) for c in flat_calls(data["calls"])]
                        self.segments = [*self.segments[1 - SEGMENTS :], Segment(str(data["sentence"] or ""), rows)]
                case "skill_start":
                    self._row(data["call"], "ahead").state = "running"
                case "skill_end":
                    row, outcome = self._row(data["call"], "running"), data["outcome"]
                    row.state, row.note, row.seconds = outcome.status.value, outcome.sentence, float(data["seconds"])
                case "correction":
                    correction = data["correction"]
                    self.corrected = self.corrected or correction.kind not in ("query", "praise", "confirm", "none")
                    if correction.latency_ms is not None:
                        self._latencies.setdefault(correction.kind, []).append(correction.latency_ms)
                        del self._latencies[correction.kind][:-LATENCIES]
                case "verdict":
                    self._drop()
                    self.verdict = str(data["verdict"].value if data["verdict"] is not None else "")
                    self.reason = str(data["reason"] or "")

    def _row(self, call: SkillCall, state: str) -> Row:
        """The row of a call; one that no plan spoke of gets its own."""
        last = self.segments[-1] if self.segments else Segment("", [])
        if not self.segments:
            self.segments.append(last)
        found = next((r for r in last.rows if r.call == call and r.state == state), None)
        if found is None:
            found = Row(call)
            last.rows.append(found)
        return found

    def _drop(self) -> None:
        """What was still ahead is not going to be done."""
        for row in self.segments[-1].rows if self.segments else ():
            row.state = {"ahead": "dropped", "running": "interrupted"}.get(row.state, row.state)

    def score(self, scene: Scene | None) -> None:
        """Look up what can be done of the newest segment, as each call's turn comes, and what else was considered.

        Takes a few milliseconds: never in the loop.
        """
        self._due(scene)
        with self._lock:
            fresh = next((s for s in self.segments if s.fresh), None)
            calls = [r.call for r in fresh.rows] if fresh is not None else []
        run = self._session.under_way
        if fresh is None or scene is None or run is None:
            return
        plans = [p for p in run.episode.plans if flat_calls(p.calls) == calls]
        skills = self._session.skills
        try:
            rows = scored(calls, plans[-1].scores if plans else (), skills, scene)
        except Exception:  # a skill from outside that cannot tell what it can: the plan is shown without
            rows = []
        said = {row["call"]: row.get("say") for row in rows}
        with self._lock:
            fresh.fresh = False
            for row in fresh.rows:
                row.say = said.get(str(row.call))
            planned = {str(c) for c in calls}
            fresh.others = [r for r in rows if r["call"] not in planned][:OTHERS]

    def _due(self, scene: Scene | None) -> None:
        """What the calls whose turn it is can: one that comes later could not be done yet, and that says nothing against it."""
        with self._lock:
            last = self.segments[-1].rows if self.segments else []
            due = [
                r for r in (*[r for r in last if r.state == "running"], *last[:1]) if r.can is None and r.call.skill in self._session.skills
            ]
        if scene is None or not due:
            return
        for row in due:
            try:
                row.can = float(self._session.skills.scores([row.call], scene)[0]["can"])
            except Exception:  # a skill from outside that cannot tell what it can: the plan is shown without
                row.can = 0.0 if row.can is None else row.can

    def told(self) -> dict[str, Any]:
        """As plain data, for the page."""
        with self._lock:
            return {
                "understood": self.understood, "verdict": self.verdict.replace("_", " "), "reason": self.reason,
                "segments": [
                    {
                        "sentence": s.sentence,
                        "rows": [
                            {
                                "skill": r.call.skill, "args": [str(v) for _, v in r.call.args], "state": r.state, "note": r.note,
                                "seconds": round(r.seconds, 1), "can": r.can, "say": r.say,
                            }
                            for r in s.rows
                        ],
                        "others": [
                            {"call": o["call"], "can": o.get("can"), "say": o.get("say"), "why": str(o.get("why_not") or "")}
                            for o in s.others
                        ],
                    }
                    for s in self.segments
                ],
                "latency": {kind: summary(times) for kind, times in sorted(self._latencies.items())},
            }  # fmt: skip
