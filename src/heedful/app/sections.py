"""The report's sections, one function each; a section without anything to say is None."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from heedful.app.html import Html, h, text
from heedful.app.pictures import inline
from heedful.recording import Link, Run, chain

COLOURS = ("var(--a)", "var(--b)", "var(--c)", "var(--d)", "var(--e)")
STATUS = {"succeeded": "good", "failed": "bad", "timeout": "bad", "interrupted": "warn", "unverified": "warn"}


def section(title: str, *children: Html | str | None) -> Html:
    return h("section", h("h2", title), *children)


def call(skill: str, args: Mapping[str, Any]) -> Html:
    """A skill call as it is written: `pick(red_block)`."""
    return h("span.call", h("b", skill), f"({', '.join(str(v) for v in args.values())})")


def chain_section(run: Run, why: Link, picture: Any = None) -> Html:
    """The chain from words to verified goal, the link that broke, and the value against its limit."""
    marks = {True: ("ok", "✓ "), False: ("no", "✗ "), None: ("", "· ")}
    names = {"clipped": "not clipped"} if not why.broken else {}
    links = [h(f"li.{marks[held][0]}" if marks[held][0] else "li", marks[held][1] + names.get(name, name)) for name, held in chain(run)]
    said = f"{why.link}: {why.sentence}" if why.broken else why.sentence
    return section(
        "Why" if why.broken else "Every link held",
        h("ul.chain", *links),
        h("p.why", said[:1].upper() + said[1:]),
        gauge(why.value, why.limit) if why.value is not None and why.limit is not None else None,
        h("figure", h("img", src=inline(picture), alt="the moment it broke", style="max-width:520px"), h("figcaption", f"tick {why.tick}"))
        if picture is not None
        else None,
    )


def gauge(value: float, limit: float) -> Html:
    """A value as a bar against the mark of its limit."""
    full = max(abs(value), abs(limit), 1e-12) * 1.15
    at, mark = (100 * min(abs(x) / full, 1.0) for x in (value, limit))
    low = abs(mark - at) < 22  # the two labels would stand in one another
    return text(
        h("div.gauge", h("i", style=f"width:{at:.1f}%"), h("u", style=f"left:{mark:.1f}%"),
          h("span", f"limit {limit:.4g}", style=f"left:{mark:.1f}%"),
          h("span", f"measured {value:.4g}", style=f"left:{at:.1f}%;{'top:14px' if low else ''}")),
        h("div", style="height:14px") if low else None,
    )  # fmt: skip


def understood_section(run: Run) -> Html | None:
    """What the words were taken to mean."""
    episode = run.episode
    if not (episode.get("understood") or episode.get("program")):
        return None
    program = episode.get("program")
    return section(
        "How it was understood",
        h("p", str(episode.get("understood") or "")),
        h("ul.tree", program_tree(program)) if program else h("p.soft", "No program was made of it."),
    )


def program_tree(node: Any) -> Html:
    """A program or formula as a tree of lists."""
    match node:
        case {"seq": list(steps)}:
            return h("li", "in order", h("ul", *map(program_tree, steps)))
        case {"achieve": goal}:
            return h("li", "make it true that", h("ul", program_tree(goal)))
        case {"do": str(skill), "args": dict(args)}:
            return h("li", "do ", call(skill, args))
        case ["not", body]:
            return h("li", "not", h("ul", program_tree(body)))
        case ["and" | "or" as word, *parts]:
            return h("li", "all of" if word == "and" else "any of", h("ul", *map(program_tree, parts)))
        case ["count", dict(q), body]:
            return h(
                "li",
                f"for {_many(q.get('least'), q.get('most'))} {q.get('category') or 'thing'} ",
                h("code", str(q.get("var", ""))),
                h("ul", program_tree(body)),
            )
        case [str(name), *args]:
            return h("li", h("span.call", h("b", name), f"({', '.join(map(term, args))})"))
    return h("li", h("code", str(node)))


def _many(least: int | None, most: int | None) -> str:
    if least is None:
        return "every"
    if most is None:
        return f"at least {least}"
    return f"exactly {least}" if least == most else f"{least} to {most}"


def term(given: Any) -> str:
    """A reference in words, or an id."""
    if isinstance(given, Mapping) and isinstance(ref := given.get("ref"), Mapping):
        plain = " ".join([*ref.get("attributes", ()), ref.get("color", ""), ref.get("category", "")])
        return str(ref.get("words") or f"{ref.get('quantifier', '')} {' '.join(plain.split())}".strip())
    return str(given)


def plan_section(run: Run) -> Html | None:
    """Each answer of the planner: a segment of calls, or that it was done, or a question."""
    plans: Sequence[Mapping[str, Any]] = run.episode.get("plan") or ()
    kinds = {"go": "calm", "done": "good", "ask": "warn", "refuse": "bad"}
    items = []
    for i, plan in enumerate(plans):
        calls = [h("li", h("span.call", " ‖ ".join(c) if isinstance(c, list) else str(c))) for c in plan.get("calls") or ()]
        kind = str(plan.get("kind", "go"))
        name = {"go": "first" if i == 0 else "then"}.get(kind, kind)
        items.append(h("li", h(f"span.pill.{kinds.get(kind, 'calm')}", name), " ", str(plan.get("sentence") or ""), h("ul", *calls)))
    return section("Plan", h("ul.tree", *items)) if items else None


def steps_section(run: Run) -> Html | None:
    """Every skill call: when, how long, how it ended, whether that was verified, and what the safety envelope changed."""
    steps: Sequence[Mapping[str, Any]] = run.episode.get("outcomes") or ()
    if not steps:
        return None
    start = min(float(s.get("started") or 0.0) for s in steps)
    span = max(max(float(s.get("ended") or 0.0) for s in steps) - start, 1e-9)
    rows = []
    for i, s in enumerate(steps, 1):
        began, ended = float(s.get("started") or 0.0), float(s.get("ended") or 0.0)
        tone = STATUS.get(str(s.get("status")), "warn")
        place = f"left:{100 * (began - start) / span:.2f}%;width:{100 * (ended - began) / span:.2f}%"
        rows.append(
            h(
                "tr",
                h("td.num", i),
                h("td", call(str(s.get("skill")), s.get("args") or {}), h("small", str(s["sentence"])) if s.get("sentence") else None),
                h("td", h(f"span.pill.{tone}", str(s.get("status")))),
                h("td", "✓ seen" if s.get("verified") else "✗ not so" if s.get("verified") is False else "–"),
                h("td", h("div.lane", h(f"i.{tone}", style=place))),
                h("td.num", f"{ended - began:.1f} s"),
                h("td.num", str(s.get("clipped") or "–")),
            )
        )
    heads = [h("th.num", "#"), *(h("th", t) for t in ("skill", "outcome", "verified", "when")), h("th.num", "took"), h("th.num", "clipped")]
    return section("What was done", h("div.scroll", h("table", h("thead", h("tr", *heads)), h("tbody", *rows))))


def errors_section(run: Run) -> Html | None:
    """The traces of what a skill or a planner raised, each once, to be unfolded."""
    traces = list(dict.fromkeys(str(e).strip() for e in run.episode.get("errors") or ()))
    shown = [h("details", h("summary", t.splitlines()[-1] if t else "an error"), h("pre", t)) for t in traces]
    return section("What was raised", *shown) if shown else None


def notices_section(run: Run) -> Html | None:
    """What a person should know of how it came about, and which language model was asked how often."""
    told = [h("li", str(n)) for n in run.episode.get("notices") or ()]
    asked = run.episode.get("language_calls") or {}
    calls = asked.get("calls") or ()
    notices = h("ul.tree", *told) if told else None
    if not calls:
        return section("Notices", notices) if told else None
    seconds = sum(float(c.get("seconds") or 0.0) for c in calls)
    went = ", ".join(dict.fromkeys(str(c.get("outcome")) for c in calls))
    times = f"{len(calls)} time{'' if len(calls) == 1 else 's'}"
    said = f"{asked.get('name', 'a language model')} was asked {times}, {seconds:.1f} s in all: {went}"
    return section("Language model", h("p.soft", said), notices)


def corrections_section(run: Run) -> Html | None:
    """What people said meanwhile, what it was taken to mean, and how fast it was obeyed."""
    rows = []
    for c in run.episode.get("corrections") or ():
        effect = ", ".join(f"{k} {_short(v)}" for k, v in (c.get("effect") or {}).items())
        late = c.get("latency_ms")
        said = h("td", h("blockquote", f"“{c.get('text', '')}”"), h("small", str(c["reply"])) if c.get("reply") else None)
        kind = h("td", h("span.pill.calm", str(c.get("kind", ""))))
        rows.append(h("tr", said, kind, h("td", effect), h("td.num", "–" if late is None else f"{late:.1f} ms")))
    heads = [*(h("th", t) for t in ("said", "kind", "effect")), h("th.num", "until obeyed")]
    return section("Corrections", h("div.scroll", h("table", h("thead", h("tr", *heads)), h("tbody", *rows)))) if rows else None


def scores_section(run: Run) -> Html | None:
    """What the language model wanted times what the robot can do, for each call considered before each step, and why not the others."""
    rows = []
    step = 0
    for s in run.episode.get("scores") or ():
        first = s.get("step") != step
        step = s.get("step") or 0
        numbers = [h("td", *_meter(s.get(key))) for key in ("say", "can", "total")]
        chosen = h("span.pill.good", "chosen") if s.get("chosen") else ""
        why = h("td.soft", str(s.get("why_not") or s.get("lacks") or ""))
        call_ = h("td", h("span.call", str(s.get("call", ""))), " ", chosen)
        rows.append(h("tr", h("td.num", step if first and step else ""), call_, *numbers, why))
    heads = [h("th.num", "step"), *(h("th", t) for t in ("call", "say", "can", "say × can", "why not"))]
    return section("What was considered", h("div.scroll", h("table", h("thead", h("tr", *heads)), h("tbody", *rows)))) if rows else None


def _meter(value: Any) -> tuple[Html | str, ...]:
    if not isinstance(value, (int, float)):
        return ("–",)
    width = 100 * min(max(float(value), 0.0), 1.0)
    return (f"{value:.2f}", h("span.meter", h("i", style=f"width:{width:.0f}%")))


def cadence_section(run: Run) -> Html | None:
    """The rate that was kept, the worst tick, and a bar of where the time went."""
    cadence = run.episode.get("cadence") or {}
    if not cadence:
        return None
    facts = {
        "rate kept": f"{cadence.get('rate_hz', 0):g} Hz", "rate wanted": f"{cadence.get('wanted_hz', 0):g} Hz",
        "ticks": f"{cadence.get('ticks', len(run))}", "over budget": f"{100 * float(cadence.get('over_budget') or 0):.1f} %",
        f"worst tick, {cadence.get('worst_at') or 'anywhere'}": f"{cadence.get('worst_ms', 0):g} ms", "mode": str(cadence.get("mode", "")),
    }  # fmt: skip
    spent = {k: float(v) for k, v in (cadence.get("spent_s") or {}).items()}
    total = sum(spent.values())
    bars = [h("i", style=f"width:{100 * v / (total or 1):.2f}%;background:{COLOURS[i % 5]}") for i, v in enumerate(spent.values())]
    names = [h("span", h("i", style=f"background:{COLOURS[i % 5]}"), f"{k} {v:.2f} s") for i, (k, v) in enumerate(spent.items())]
    return section(
        "Where the time went",
        h("div.facts", *(h("div", h("b", v), k) for k, v in facts.items())),
        h("div.stack", *bars) if total else None,
        h("div.legend", *names) if total else None,
    )


def _short(value: Any) -> str:
    if isinstance(value, list):
        return f"({', '.join(_short(v) for v in value)})"
    return f"{value:.3g}" if isinstance(value, float) else str(value)
