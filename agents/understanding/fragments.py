"""Reading requests of nothing but a thing and what it shall be: `button pressed`, `can upright`, `purple block binned`, `mug, here`."""

from __future__ import annotations

from heedful.agents.understanding import amounts, idioms, lexicon
from heedful.agents.understanding.clause import PERSON, Clause, Want
from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.phrases import Readings
from heedful.agents.understanding.relations import Relations
from heedful.agents.understanding.tables import Table
from heedful.program import Ref

_BE = "[to_be|must_be|gets|being]"
DONE: Table[tuple[Want, ...]] = Table(
    dict.fromkeys(ways(f"{_BE} binned|trashed|discarded|dumped", f"{_BE} thrown|tossed|chucked [away|out]", f"{_BE} disposed of",
                       f"{_BE} gotten|got rid of"), (Want("in", idioms.BIN),))
    | dict.fromkeys(ways(f"{_BE} handed|passed|given|brought|delivered [over|across] [to_me|here]", "[over|right] here [to_me]", "my way",
                         "this way", "to me", "over to me"), (Want("at", PERSON),))
    | dict.fromkeys(ways(f"{_BE} upright", "stood [back] up|upright", "standing [up|upright]", "[back] on its feet|base|bottom",
                         "[turned|put] the right way up|round", "right side up"), (Want("upright"),))
    | dict.fromkeys(ways("[turned|put|placed|set|flipped] upside down", "inverted", "turned|flipped over", "[placed|put] on its head|rim"),
                    (Want("upside_down"),))
    | dict.fromkeys(ways(f"{_BE} held|lifted|grabbed|grasped", f"{_BE} picked|lifted|taken up", "in [your|the] hand|gripper"),
                    (Want("holding"),))
    | dict.fromkeys(ways("[moved|put|pushed|shifted] aside", "[moved|pushed] out of the way"), (Want("aside"),))
)  # fmt: skip
"""What is made of any thing."""
OF_KINDS: tuple[tuple[Table[Want], tuple[str, ...]], ...] = (
    (Table(dict.fromkeys(ways(f"{_BE} open|opened [up]", "pulled|slid open|out"), Want("open"))), tuple(lexicon.OPENABLE)),
    (Table(dict.fromkeys(ways(f"{_BE} closed|shut [up]", "pushed|slid shut|closed|in"), Want("closed"))), tuple(lexicon.OPENABLE)),
    (Table(dict.fromkeys(ways(f"{_BE} lit|illuminated", f"{_BE} switched|turned [back] on", "on [again]", "running|flowing"),
                         Want("on_off"))), (*lexicon.SWITCHED, "led")),
    (Table(dict.fromkeys(ways(f"{_BE} extinguished|unlit|dark", f"{_BE} switched|turned|shut [back] off|out", "off|out [again]"),
                         Want("on_off", sign=False))), (*lexicon.SWITCHED, "led")),
    (Table(dict.fromkeys(ways(f"{_BE} filled|full [up] [with_water|to_the_brim|to_the_top]"), Want("full"))), ("vessel",)),
    (Table(dict.fromkeys(ways(f"{_BE} emptied|empty|cleared [out]"), Want("emptied"))), ("vessel", "container", "tray", "plate")),
    (Table(dict.fromkeys(ways(f"{_BE} wiped|cleaned|mopped [up|away|off]", "gone"), Want("clean"))), idioms.SPILLS),
)  # fmt: skip
"""What is made of things of some kinds."""
ASKED_FOR = ways(
    "give|pass|hand|bring|fetch [it|them] [to_me|here|over|me]",
    "i want|need [it|them]",
    "i would like [it|them]",
    "me [please]",
    "for me",
    "over here",
    "here",
)
"""After a thing and a comma, where it is to be brought."""
LAMP = Ref("lamp", words="the lamp")
LIGHT = ways("a [little|tiny] bit of [more] light", "some|more|a_little [more] light", "[a] bit more light", "light [please]")
"""What one wants who wants a lamp to be on."""
_PRESSED = ways(f"{_BE} pressed|pushed [down|in]", "push|press")


def fragments(r: Relations, at: int) -> Readings[Clause]:
    """Every reading of a thing and what it shall be that begins here."""
    found: Readings[Clause] = []
    for themes, end in r.noun_list(at):
        if any(t.quantifier == "no" or not (t.category or t.color or t.words in lexicon.PRONOUNS) for t in themes):
            continue
        for start in (end, end + 1) if r.words[end : end + 1] == [","] else (end,):
            found += [(Clause(themes, wants, elided=True), stop) for wants, stop in _made(r, themes, start) if r.ends(stop)]
            if start > end:
                found += [(Clause(themes, (Want("at", PERSON),), elided=True), e) for e in r.phrase(start, ASKED_FOR) if r.ends(e)]
            if len(themes) == 1 and lexicon.is_a("button", themes[0].category) and themes[0].category:
                found += [(Clause(skill="press", args=(("button", themes[0]),)), e) for e in r.phrase(start, _PRESSED) if r.ends(e)]
    return [*found, *((Clause((LAMP,), (Want("on_off"),), elided=True), e) for e in r.phrase(at, LIGHT) if r.ends(e))]


def _made(r: Relations, themes: tuple[Ref, ...], at: int) -> Readings[tuple[Want, ...]]:
    found = DONE.at(r.words, at)
    for table, kinds in OF_KINDS:
        fitting = all(any(lexicon.is_a(t.category, k) for k in kinds) for t in themes if t.category not in ("", lexicon.ONE))
        if fitting and (here := table.at(r.words, at)):
            found += [((want,), end) for want, end in here]
    if all(t.category in ("", lexicon.ONE) or lexicon.is_a(t.category, "vessel") for t in themes):
        found += [((Want("filled_to", share=share),), end) for share, end in amounts.shares(r.words, at)]
    return found


def put_there(theme: Ref, place: Ref) -> bool:
    """Whether a thing and a place that are named one after the other say where it goes: `red can, bin`, `mug tray`."""
    if theme.category in ("", lexicon.ONE, *_STAYS) or theme.category in lexicon.FIXED or theme.words.endswith((" on", " off")):
        return False
    carries = lexicon.is_a(theme.category, "container") and theme.category not in ("can", "bottle", "mug")
    return place.category in _STAYS or place.category in lexicon.FIXED or not (carries or theme.category in lexicon.FLAT)


_STAYS = frozenset({"bin", "tray", "box", "basket"})
"""What things are brought to, rather than brought somewhere."""
WORDS = DONE.words | words_in((*ASKED_FOR, *_PRESSED, *LIGHT)) | {w for table, _ in OF_KINDS for w in table.words}
