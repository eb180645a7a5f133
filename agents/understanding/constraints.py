"""Reading what shall hold on the way, of a thing that is named: `stay away from the vase`, `without touching the mug`, `keep it "
"level`."""

from __future__ import annotations

from heedful.agents.understanding import amounts, lexicon
from heedful.agents.understanding.clause import Clause
from heedful.agents.understanding.constructions import framed
from heedful.agents.understanding.frames import Frame, frames, ways, words_in
from heedful.agents.understanding.phrases import Readings
from heedful.agents.understanding.relations import Relations
from heedful.program import Constraint, Ref
from heedful.program.nodes import Manner

KEPT_OFF: tuple[Frame, ...] = frames(
    "mind|mind_out_for|watch_out_for|beware_of|look_out_for #",
    "stay|keep|steer|remain|move|staying|keeping|steering|remaining [well|far|right|it|them|the_arm|your_arm|yourself] away|clear|off|"
    "out from|of #",
    "steer|stay|keep|steering|staying|keeping [well] clear|away|off|out #", "stay|keep|staying|keeping far [away] from #",
    "avoid|bypass|avoiding|bypassing [the_area_around|getting_near|going_near] #",
    "keep|keeping|maintain your|a|some|the [safe|good] distance from|to #",
    "do_not|never|without go|come|get|move|pass|fly|reach|going|coming|getting|moving|passing|flying|reaching [too|anywhere] near|"
    "close_to|over|above|past|across|around #",
    "do_not|never|without pass|approach|cross|passing|approaching|crossing #", "give|giving # a wide berth",
    "give|giving # plenty of space|room",
    "go|move|pass|going|moving|passing|detour [all_the_way] around #", "around # , not over|across it|them",
    "around # not over it|them", "with|leaving some distance to|from #",
)  # fmt: skip
UNTOUCHED: tuple[Frame, ...] = frames(
    "without|not|and_not touching|disturbing|bumping|hitting|moving|knocking|grazing|brushing|shifting|nudging|upsetting [into|against|"
    "over|down] #",
    "without knocking|tipping|pushing # over|down|off|aside|away", "without any contact with #", "without contact with|to #",
    "do_not|never|not_to touch|disturb|move|bump|hit|knock|nudge|graze|brush|shift|budge [into|against|over|down] #",
    "do_not|never knock|push|tip # over|down|off|aside|away", "avoid touching|hitting|bumping|disturbing|moving [into] #",
    "leave|leaving|let # alone|be|untouched|undisturbed|unmoved", "leave|leaving # where|as|how it|they|he is|are|was|were",
    "leave|leaving|keep|keeping # in [its|their] place|peace", "keep|keeping # where|as it|they is|are",
    "leave|leaving # in its|their place",
    "keep your hands off [of] #", "keep hands off #", "hands off [of] #", "leave|leaving # right|just where it|they is|are",
)  # fmt: skip
STAYS = ways(
    "stays|stay|remains|remain|must_stay|should_stay|has_to_stay|have_to_stay|must_remain|should_remain|needs_to_stay|is_to_stay|"
    "can_stay|may_stay"
    " put|untouched|there|in_place|in_its_place|where_it_is|where_they_are|as_it_is|undisturbed",
    "must|should|may|can not be moved|touched|disturbed", "is|are not to be moved|touched|disturbed", "is off limits", "is taboo",
)  # fmt: skip
"""After a thing that is not to be touched."""
STAYS_UPRIGHT = ways(
    "must|should|has_to|needs_to|shall|is_to stay|remain|be_kept|be_held upright|level|straight|horizontal",
    "stays|remains upright|level|straight",
    "must|should|may|can not tip|tilt|be_tipped|be_tilted|fall_over|spill [over]",
)
"""After a thing that is to be kept upright."""
_TILT = "tip|tilt|turn_over|upset|topple|knock_over|rotate|shake|lean"
UPRIGHT_IT = ways(
    "[while] keep|keeping|hold|holding|carry|carrying it|them|him|that upright|level|straight|flat|horizontal|vertical",
    "[while] keep|keeping|hold|holding it|them the right way up", f"do_not|never|not {_TILT} it|them|him|that [over]",
    "do_not|never|not tip|tilt|turn it|them|that over|upside_down|sideways", "do_not let it|them tip|tilt|fall|topple|spill [over]",
    "without|no tipping|tilting|turning|toppling|upsetting|rotating|shaking [it|them|that] [over]",
    "without letting it tip|tilt|spill [over]",
    "[making|make] [sure|certain] [that] it|they stays|stay|remains|remain|is|are upright|level|straight|flat|horizontal",
    "[making|make] [sure|certain] [that] it does_not tip|tilt|topple [over]", "so [that] it stays|remains upright|level|straight|flat",
    "so [that] it does_not tip|tilt|topple [over]",
    "it must|should|has_to|needs_to stay|remain|be|be_kept [kept] upright|level|straight|flat",
    "[in_an] upright [position] [all_the_time|the_whole_time|throughout]", "keep|keeping level|upright|steady", "level",
    "do_not tip|tilt",
    "[while] keeping|keep|hold it steady", "the right way up all the time", "no tipping|tilting|spilling",
    "do_not let anything|any spill|spill_out", "make sure nothing spills|falls_out",
)  # fmt: skip
"""That what is carried stays upright."""
UPRIGHT: tuple[Frame, ...] = frames(
    "keep|keeping|hold|holding|carry|carrying # upright|level|straight|horizontal|flat|steady",
    "do_not|never|without|avoid tip|tilt|topple|upset|tipping|tilting|toppling|upsetting|spilling|spill # [over]",
)  # fmt: skip
CAREFUL_WITH: tuple[Frame, ...] = frames(
    "be|being [very|extra|really] careful|gentle|cautious with|about|around #",
    "handle|treat|treating|handling # gently|carefully|with_care",
    "take [good] care of|with #", "careful with #", "be nice to #",
)  # fmt: skip
_TABLES: tuple[tuple[Manner, tuple[Frame, ...]], ...] = (("keep_out", KEPT_OFF), ("no_touch", UNTOUCHED), ("upright", UPRIGHT))
LEFT = ways("leave|leaving|ignore|forget|skip|spare|forget_about|never_mind", "just leave", "do nothing with|to|about", "keep")
"""Before what stays as it is, without a word on whether it may be touched."""
NOTHING = ways(
    "do nothing [at_all|more|else]",
    "do_not do anything [at_all]",
    "leave everything as|where it is",
    "nothing",
    "stay put",
    "just wait",
    "skip it",
    "stop",
    "you are done",
    "that is it|all|everything",
)
"""Where nothing is asked for."""
MAY_STAY = ways("can|may|should|must stay|remain [where_they_are|where_it_is|there|here]", "can|may be left [there|alone]", "stays|stay")
"""After what nothing is to be done about."""
LEFT_AFTER = ways("behind", "for later|now", "out", "out of it|this", "as is", "there", "on the table", "over", "to|for me|us|others")
WORDS = words_in(
    [*STAYS, *STAYS_UPRIGHT, *NOTHING, *MAY_STAY, *UPRIGHT_IT, *LEFT, *LEFT_AFTER,
    *(p for fs in (KEPT_OFF, UNTOUCHED, UPRIGHT, CAREFUL_WITH) for f in fs for part in f for p in part)]
) | {"while", "but"}  # fmt: skip


BEFORE = (
    "careful",
    "be careful",
    "being careful",
    "take care",
    "taking care",
    "make sure",
    "be sure",
    "try",
    "and be careful",
    "while",
    "by",
    "always",
    "please",
    "in doing so",
    "in the process",
    "on the way",
    "thereby",
)


def _each(themes: tuple[Ref, ...]) -> list[Ref]:
    """`without touching the lemon or the apple` speaks of both."""
    return [o for t in themes for o in (t.options or (t,))]


def constrained(r: Relations, at: int) -> Readings[Clause]:
    """What shall hold on the way, as a clause of its own that begins here."""
    found: Readings[Clause] = []
    for start in (at, *r.phrase(at, BEFORE)):
        for kind, table in _TABLES:
            named = [(themes, end) for themes, end in framed(r, start, table) if all(t.quantifier == "the" or t.category for t in themes)]
            found += [(Clause(under=tuple(Constraint(kind, t) for t in _each(themes))), end) for themes, end in named]
        found += [(Clause(under=(Constraint("gentle"),), themes=themes), end) for themes, end in framed(r, start, CAREFUL_WITH)]
        found += [(Clause(under=(Constraint("upright"),)), end) for end in r.phrase(start, UPRIGHT_IT)]
        for stay in r.phrase(start, ("keep", "stay", "keeping", "staying", "remain")):
            for _, _, end in amounts.distance(r.words, stay):
                for place in r.phrase(end, ("away from", "from", "clear of", "off", "between it and", "between yourself and")):
                    found += [(Clause(under=tuple(Constraint("keep_out", t) for t in themes)), e) for themes, e in r.noun_list(place)]
    for themes, end in r.noun_list(at):
        found += [(Clause(under=tuple(Constraint("upright", t) for t in themes)), stop) for stop in r.phrase(end, STAYS_UPRIGHT)]
        found += [(Clause(under=tuple(Constraint("no_touch", t) for t in themes)), stop) for stop in r.phrase(end, STAYS)]
    return found


def left(r: Relations, at: int) -> Readings[Clause]:
    """`leave the others`, `ignore the mug`: nothing is asked of them."""
    found: Readings[Clause] = [(Clause(refused=True), end) for end in r.phrase(at, NOTHING) if r.ends(end)]
    for themes, end in r.noun_list(at):
        found += [(Clause(themes, refused=True), stop) for stop in r.phrase(end, MAY_STAY) if r.ends(stop)]
    for start in r.phrase(at, LEFT):
        for themes, end in r.noun_list(start):
            stops = [*r.phrase(end, LEFT_AFTER), end]
            it = any(t.words in lexicon.PRONOUNS for t in themes)  # what was moved and shall be left somewhere else is a contradiction
            found += [(Clause(themes, refused=True), stop) for stop in stops if r.ends(stop) and not (it and "table" in r.words[end:stop])]
    return found
