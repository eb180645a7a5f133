"""Other ways to say the same: `the box should be pushed onto the square`, `could the drawer be opened`, `the table needs wiping`."""

from __future__ import annotations

from collections.abc import Callable

from heedful.agents.understanding.clause import Clause
from heedful.agents.understanding.participles import ASKED, BE_DONE, GERUNDS, PARTICIPLES, WANTED
from heedful.agents.understanding.phrases import Readings
from heedful.agents.understanding.relations import Relations


def turned(r: Relations, at: int, parse: Callable[[list[str]], Readings[Clause]]) -> Readings[Clause]:
    """Readings of a clause that begins here once it is put as a request.

    Args:
      parse: Reads the clauses at the start of some words.
    """
    found: Readings[Clause] = []
    for start in (at, *(at + 1 for w in r.words[at : at + 1] if w in ASKED), *r.phrase(at, WANTED)):
        for _, end in r.noun_list(start):
            stops = r.phrase(end, BE_DONE) if start <= at + 1 else [end]
            done = [(PARTICIPLES[w], stop) for stop in stops for w in r.words[stop : stop + 1] if w in PARTICIPLES]
            done += [
                (GERUNDS[w], stop) for stop in r.phrase(end, ("needs", "need", "wants")) for w in r.words[stop : stop + 1] if w in GERUNDS
            ]
            for verb, stop in done:
                found += _read([verb, *r.words[start:end]], stop + 1, r, parse)
            if start == at + 1 and not done and r.words[at] in ASKED:
                found += _read([*r.words[start:end], "should"], end, r, parse)
    return found


def _read(head: list[str], at: int, r: Relations, parse: Callable[[list[str]], Readings[Clause]]) -> Readings[Clause]:
    """Readings of a new beginning with the rest of the words, in the places that they have there."""
    return [(clause, end - len(head) + at) for clause, end in parse([*head, *r.words[at:]]) if end >= len(head)]
