"""`heedful eval language`: how well the agent understands what other people wrote for other robots, record by record."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from heedful.app.compose import Settings, compose
from heedful.app.options import Parser, Usage, unknown
from heedful.app.verdicts import folder, publish

if TYPE_CHECKING:
    from heedful.agents.sets import Heard, Judged, LanguageSet, Record

LANGUAGE = "language"
"""The suite's name."""


def options(parser: Parser) -> None:
    parser.add_argument("--set", metavar="NAME", help="language: the set of instructions, such as tabletop, calvin or libero")
    parser.add_argument(
        "--file", type=Path, metavar="FILE", help="language, corrections, rewards: other records of those fields (default: those shipped)"
    )
    parser.add_argument("--language", metavar="NAME", help="language: the backend that understands, the same as language=NAME")


@dataclass(frozen=True, slots=True)
class Row:
    """One record: what was made of it, and what the judge found."""

    record: Record
    heard: Heard
    judged: Judged
    tags: Mapping[str, Sequence[str]]

    @property
    def silent(self) -> bool:
        """Whether it was wrong and nobody was asked."""
        return self.judged.right is False and self.heard.answer == "acted"

    @property
    def needless(self) -> bool:
        return self.judged.right is False and self.heard.answer == "asked"


def main(args: Namespace) -> int:
    """0: it was measured."""
    from heedful.agents.sets import SETS, BadRecords, language_set, packaged, read

    if args.set is None:
        raise Usage(f"no set was named: say --set and one of {', '.join(SETS)}")
    if args.set not in SETS:
        raise Usage(unknown("set", args.set, SETS))
    chosen = [] if args.language is None else [f"language={args.language}"]
    settings = compose([*args.overrides, *chosen], args.seed)
    measured = language_set(args.set)
    try:
        records = read(args.file or packaged(args.set), measured.fields)
    except BadRecords as error:
        raise Usage(str(error)) from None
    if args.out is not None:
        folder(args.out)
    language = opened(settings)
    try:
        rows = judged(measured, records, listener(settings, language))
    finally:
        if language is not None:
            language.close()
    found = {
        "suite": LANGUAGE, "set": args.set, "file": str(args.file or "the development split that comes along"),
        **numbers(measured.metric, rows), "per_tag": per_tag(measured.metric, rows), **_how(settings, language),
    }  # fmt: skip
    publish(args, found, map(_told, rows), lambda: table(measured.metric, found))
    return 0


def opened(settings: Settings) -> Any:
    """The language model of these settings; None where words are read by what ships with Heedful alone. Raises Usage."""
    from heedful.agents.language.opening import open_language
    from heedful.app.open_session import usable
    from heedful.config import load

    with usable():
        return open_language(load("language", settings.of("language")))


def listener(settings: Settings, language: Any = None) -> Callable[[Sequence[Any]], Any]:
    """The planner of these settings, as it is built around a robot's skills: the one that `heedful run` understands with."""
    from heedful.agents.planner.assisted import planning
    from heedful.app.open_session import usable
    from heedful.config import load

    with usable():
        built = load("planner", settings.of("planner"))

    def around(skills: Sequence[Any]) -> Any:
        if language is not None:
            language.begin()
        return planning(built, skills, language)

    return around


def judged(measured: LanguageSet, records: Iterable[Record], agent: Callable[[Sequence[Any]], Any]) -> list[Row]:
    """Every record heard and judged."""
    from heedful.agents.sets import hear

    rows = []
    sensible = getattr(measured, "makes_sense", lambda heard: True)
    for record in records:
        heard = hear(agent(measured.skills(record)), record["instruction"], measured.scenes(record), sensible)
        rows.append(Row(record, heard, measured.judge(record, heard), measured.tags(record)))
    return rows


def numbers(metric: str, rows: Sequence[Row]) -> dict[str, Any]:
    """The measures of some records; shares are of the records that have a label, coverage is of all."""
    import numpy as np

    from heedful.evaluation import wilson

    labelled = [r for r in rows if r.judged.right is not None]
    n, right = len(labelled), sum(bool(r.judged.right) for r in labelled)
    took = [1000 * r.heard.seconds for r in rows]
    further: dict[str, tuple[int, int]] = {}
    for name, (hits, of) in (f for r in rows for f in r.judged.further.items()):
        before = further.get(name, (0, 0))
        further[name] = (before[0] + hits, before[1] + of)
    answers = [r.heard.answer for r in rows]
    return {
        metric: round(right / n, 4) if n else None, "n": n, "interval": [round(v, 4) for v in wilson(right, n)],
        "wrong_and_silent": round(sum(r.silent for r in labelled) / max(n, 1), 4),
        "asked": round(answers.count("asked") / max(len(rows), 1), 4),
        "asked_needlessly": round(sum(r.needless for r in labelled) / max(n, 1), 4),
        "refused": round(answers.count("refused") / max(len(rows), 1), 4),
        "not_understood": round(answers.count("not_understood") / max(len(rows), 1), 4),
        "coverage": round(answers.count("acted") / max(len(rows), 1), 4), "records": len(rows),
        **{name: {"share": round(hits / max(of, 1), 4), "n": of} for name, (hits, of) in further.items()},
        "ms": {"median": round(float(np.median(took)), 2), "p95": round(float(np.percentile(took, 95)), 2)},
    }  # fmt: skip


def per_tag(metric: str, rows: Sequence[Row]) -> dict[str, dict[str, Any]]:
    """The measures of the records with each tag: kind of tag -> tag -> measures."""
    found: dict[str, dict[str, Any]] = {}
    for kind in dict.fromkeys(k for r in rows for k in r.tags):
        tags = sorted({t for r in rows for t in r.tags.get(kind, ())})
        mine = {tag: numbers(metric, [r for r in rows if tag in r.tags.get(kind, ())]) for tag in tags}
        kept = (metric, "n", "interval", "wrong_and_silent", "asked_needlessly", "coverage", "records")
        found[kind] = {tag: {k: m[k] for k in kept} for tag, m in mine.items()}
    return found


def table(metric: str, found: Mapping[str, Any]) -> str:
    """The result in lines for a person: each tag, all of them, and how it was measured."""
    head = ["", metric, "n", "95 % interval", "wrong, silent", "asked in vain", "acted on"]
    rows = [head]
    for kind, tags in found["per_tag"].items():
        rows.append([kind, *[""] * (len(head) - 1)])
        rows += [[f"  {tag}", *_shares(metric, tag_found)] for tag, tag_found in tags.items()]
    rows.append(["all", *_shares(metric, found)])
    widths = [max(len(row[i]) for row in rows) for i in range(len(head))]
    lines = ["  ".join([row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))]).rstrip() for row in rows]
    share = {k: v for k, v in found.items() if isinstance(v, dict) and set(v) == {"share", "n"}}
    lines += [f"{name.replace('_', ' ')}: {v['share']:.2f} of {v['n']}" for name, v in share.items()]
    said = f"asked {found['asked']:.0%}, refused {found['refused']:.0%}, not understood {found['not_understood']:.0%}"
    took = f"{found['ms']['median']:.1f} ms a sentence, {found['ms']['p95']:.1f} ms at the 95th percentile"
    how = ", ".join(f"{k} {found[k]}" for k in ("set", "backend", "perception", "planner", "machine"))
    return "\n".join([*lines, f"{said}; {took}", how])


def _shares(metric: str, row: Mapping[str, Any]) -> list[str]:
    if not row["n"]:
        return ["–", "0", "", "", "", f"{row['coverage']:.2f} of {row['records']}"]
    low, high = row["interval"]
    shares = [f"{row[k]:.2f}" for k in ("wrong_and_silent", "asked_needlessly", "coverage")]
    return [f"{row[metric]:.2f}", str(row["n"]), f"[{low:.2f}, {high:.2f}]", *shares]


def _how(settings: Settings, language: Any) -> dict[str, Any]:
    """Who understood, and what it saw."""
    import multiprocessing
    import platform

    return {
        "backend": settings.chosen["language"] if language is None else language.name, "perception": "the record's scene",
        "planner": settings.chosen["planner"], "machine": f"{platform.machine()}, {multiprocessing.cpu_count()} cores, no GPU used",
    }  # fmt: skip


def _told(row: Row) -> dict[str, Any]:
    """What was made of one record."""
    from heedful.program import to_json

    heard = row.heard
    return {
        "id": row.record["id"], "instruction": row.record["instruction"], "right": row.judged.right, "answer": heard.answer,
        "wrong_and_silent": row.silent, "note": row.judged.note, "sentence": heard.sentence, "code": heard.code,
        "candidates": list(heard.candidates), "ms": round(1000 * heard.seconds, 2),
        "tags": {k: list(v) for k, v in row.tags.items()}, "program": to_json(heard.program) if heard.program else None,
    }  # fmt: skip
