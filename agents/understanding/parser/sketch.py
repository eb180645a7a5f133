"""Sketches: programs of the Task Language as flat sequences of tokens, and what may follow what.

A sketch is a program in prefix order. What the sentence itself names, kinds, colours, attributes and numbers, stands in it as a
pointer to the place in the sentence, so that a name needs no entry in any vocabulary. `Decoding` knows at every point which tokens
continue a well-formed program, and ends within a given length whatever is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from heedful.agents.understanding.parser.atoms import ARITY, NUMBERED

END, CLOSE, HUH, VAR, THEME_TOKEN, IT = ".", ";", "huh", "x", "theme", "it"
JOINS = ("seq", "both", "par")
"""One after the other; joined by `and`, so that they may hold together; at the same time."""
QUANTIFIERS = ("the", "a", "all")
LITERALS = ("#bin", "#table", "#spill", "#faucet", "#lamp", "#drawer", "#person", "#robot", "#left", "#right", "#near", "#far", "#middle")
"""Kinds and places that a sentence may mean without naming them: `throw it away`, `give it to me`."""
BY = ("left", "right", "near", "far", "large", "small", "high", "low", "full", "first", "last")
NTH = tuple(f"n{n}" for n in (*range(1, 10), -1, 0))
DIGITS = tuple(f"n{n}" for n in range(1, 10))
UNITS = {"u:m": 1.0, "u:cm": 0.01, "u:mm": 0.001, "u:in": 0.0254, "u:s": 1.0, "u:min": 60.0, "u:1": 1.0, "u:percent": 0.01}
HALF = "half"
SKILLS = ("do:home", "do:look", "do:wait", "do:press")
MEANS = ("by:push", "by:pull", "by:switch", "by:pour")
FREE_MANNERS, BOUND_MANNERS = ("m:gentle", "m:slow", "m:fast"), ("m:upright", "m:keep_out", "m:no_touch")
RELATIONS = ("on", "in", "under", "next_to", "near", "left_of", "right_of", "in_front_of", "behind", "at", "from", "same_color", "touching")
"""By which a thing is told from others."""

TOKENS: tuple[str, ...] = tuple(dict.fromkeys((
    "<start>", END, CLOSE, HUH, *JOINS, "if", "else", "until", "with", "using", *SKILLS, *MEANS, *FREE_MANNERS, *BOUND_MANNERS,
    "not", "and", "or", "count", "none", *ARITY, *QUANTIFIERS, "same", IT, VAR, THEME_TOKEN, *LITERALS, "where", *RELATIONS,
    "many", "pick", *(f"by:{b}" for b in BY), *NTH, "every", "number", "to_", "mine", "but", "any", "num", HALF, *UNITS,
)))  # fmt: skip
"""Every token that is not a pointer."""

Token = str | int
"""A word of `TOKENS`, or the place in the sentence that a pointer points at."""


def _follow() -> dict[str, dict[str, tuple[str, ...]]]:
    """Non-terminal -> what may come next -> what must come after that. Pointers are written `@N`."""
    rules: dict[str, dict[str, tuple[str, ...]]] = {}
    rules["NUM"] = {"num": ("@#", "UNIT"), HALF: ()}
    rules["UNIT"] = dict.fromkeys(UNITS, ())
    rules["@#"], rules["@H"] = {"@#": ()}, {"@H": ()}
    rules["DIGIT"] = dict.fromkeys(DIGITS, ())
    rules["NTH"] = dict.fromkeys(NTH, ())
    rules["BY"] = {f"by:{b}": () for b in BY}
    rules["REL"] = dict.fromkeys(RELATIONS, ())
    rules["S4"] = {"any": ("INNER", "S4"), CLOSE: ()}
    rules["S3"] = {"but": ("INNER", "S3"), **rules["S4"]}
    rules["P4"] = {"mine": ("S3",), **rules["S3"]}
    rules["P3"] = {"to_": ("INNER", "P4"), **rules["P4"]}
    rules["P2"] = {"number": ("@#", "P3"), **rules["P3"]}
    rules["P1"] = {"every": ("DIGIT", "P2"), **rules["P2"]}
    rules["S2"] = {"pick": ("BY", "NTH", "P1"), **rules["S3"]}
    rules["S1"] = {"many": ("@#", "S2"), **rules["S2"]}
    rules["S0"] = {"where": ("REL", "INNER", "S0"), **rules["S1"]}
    kinds = {"@N": ("S0",), **dict.fromkeys(LITERALS, ("S0",))}
    rules["HEAD"] = {**kinds, **rules["S0"]}
    rules["BODY"] = {"@A": ("BODY",), "@C": ("HEAD",), **rules["HEAD"]}
    rules["FULL"] = {k: v for k, v in rules["BODY"].items() if k != CLOSE}
    described = {"the": ("FULL",), "a": ("BODY",), "all": ("BODY",), "same": ("@H",), IT: ()}
    rules["REF"] = {**described, VAR: ()}
    rules["INNER"] = {**described, THEME_TOKEN: ()}
    rules["LIMIT"] = {"none": (), "@#": (), **rules["DIGIT"]}
    rules["DOMAIN"] = {"every": (), "@N": (), **dict.fromkeys(LITERALS, ()), **rules["REF"]}
    formula = {name: ("REF",) * n + (("NUM",) if name in NUMBERED else ()) for name, n in ARITY.items() if n >= 0}
    formula |= {name: ("REF", "REFS") for name, n in ARITY.items() if n < 0}
    rules["REFS"] = {**{k: (*v, "REFS") for k, v in rules["REF"].items()}, END: ()}
    formula |= {"not": ("F",), "and": ("F", "FS"), "or": ("F", "FS"), "count": ("LIMIT", "LIMIT", "DOMAIN", "+x", "F", "-x")}
    rules["F"] = formula
    rules["FS"] = {**{k: (*v, "FS") for k, v in formula.items()}, END: ()}
    joins = {j: ("P", "PS") for j in JOINS} | {"seq": ("PS",)}
    does = {"do:home": (), "do:look": (), "do:wait": ("WAIT",), "do:press": ("REF",)}
    rules["WAIT"] = {**rules["NUM"], END: ()}
    program = {**formula, "with": ("F", "MODS"), "if": ("F", "P", "ELSE"), "until": ("F", "P"), **joins, **does}
    rules["ELSE"] = {"else": ("P",), END: ()}
    rules["MODS"] = {
        **dict.fromkeys((*MEANS, *FREE_MANNERS), ("MODS",)), **dict.fromkeys((*BOUND_MANNERS, "using"), ("REF", "MODS")), END: (),
    }  # fmt: skip
    rules["P"] = program
    rules["PS"] = {**{k: (*v, "PS") for k, v in program.items()}, END: ()}
    rules["TOP"] = {**program, HUH: ()}
    return rules


RULES = _follow()


def _shortest() -> dict[str, int]:
    """How many tokens the shortest expansion of each non-terminal takes; a reference, at most `a ;`."""
    cost = {name: 99 for name in RULES} | {"+x": 0, "-x": 0}
    changed = True
    while changed:
        changed = False
        for name, options in RULES.items():
            best = min(1 + sum(cost[s] for s in rest) for first, rest in options.items() if first not in NEEDY)
            if best < cost[name]:
                cost[name], changed = best, True
    return cost


NEEDY = frozenset({"@N", "@C", "@A", "same", VAR})
"""What may have nothing to point at; numbers come after words that need one themselves."""
NUMERIC = frozenset({"num", "many", "number"})
COST = _shortest()
NEEDS = {name: {first: 1 + sum(COST[s] for s in rest) for first, rest in options.items()} for name, options in RULES.items()}
"""Non-terminal -> what may come next -> how many tokens there must be room for."""
_WORDS = {name: [(t, n) for t, n in options.items() if not t.startswith("@")] for name, options in NEEDS.items()}
_POINTING = {name: [(t, n) for t, n in options.items() if t.startswith("@")] for name, options in NEEDS.items()}
REFERRING = frozenset({"REF", "REFS", "INNER", "DOMAIN"})


@dataclass(slots=True)
class Decoding:
    """How far a sketch has come: what is still open, and what has been mentioned."""

    classes: tuple[frozenset[str], ...]
    """What each place of the sentence may stand for."""
    limit: int = 128
    """Longest sketch, in tokens."""
    stack: list[str] = field(default_factory=lambda: ["TOP"])
    heads: list[int] = field(default_factory=list)
    """Heads of references that are complete, in order."""
    room: int = -1
    """Tokens that are left beside those that what is open takes at least."""
    _open: list[list[int]] = field(default_factory=list)
    """Places that each reference under way has pointed at."""
    _bound: int = 0

    def __post_init__(self) -> None:
        if self.room < 0:
            self.room = self.limit - sum(COST[s] for s in self.stack)

    @property
    def done(self) -> bool:
        return not self.stack

    def allowed(self) -> tuple[list[str], list[int]]:
        """Tokens that may come next, and places that may be pointed at."""
        top = self.stack[-1]
        left = self.room + COST[top]
        tokens = [t for t, n in _WORDS[top] if n <= left and self._possible(t)]
        places: set[int] = set()
        for first, n in _POINTING[top]:
            if n <= left:
                places |= set(self.heads) if first == "@H" else {i for i, c in enumerate(self.classes) if first[1] in c}
        return tokens, sorted(places)

    def accepts(self, token: Token) -> bool:
        """Whether a token may come next."""
        top = self.stack[-1]
        left = self.room + COST[top]
        if isinstance(token, int):
            return any(n <= left and self._points(first, token) for first, n in _POINTING[top])
        return NEEDS[top].get(token, left + 1) <= left and self._possible(token)

    def take(self, token: Token) -> None:
        """Go on with a token that is allowed."""
        top = self.stack.pop()
        if isinstance(token, int):
            rest = next(r for first, r in RULES[top].items() if first.startswith("@") and self._points(first, token))
            if top in ("BODY", "FULL", "HEAD") and self._open:
                self._open[-1].append(token)
        else:
            rest = RULES[top][token]
            if top in REFERRING and token in QUANTIFIERS:
                self._open.append([])
            elif token == CLOSE and self._open:
                self._mention(self._open.pop())
        self.room += COST[top] - 1 - sum(COST[s] for s in rest)
        self.stack += reversed(rest)
        while self.stack and self.stack[-1] in ("+x", "-x"):
            self._bound += 1 if self.stack.pop() == "+x" else -1

    def _possible(self, token: str) -> bool:
        """Whether there is what a token speaks of."""
        if token == VAR:
            return self._bound > 0
        if token == "same":
            return bool(self.heads)
        return token not in NUMERIC or any("#" in c for c in self.classes)

    def _points(self, first: str, place: int) -> bool:
        return place in self.heads if first == "@H" else first[1] in self.classes[place]

    def _mention(self, places: list[int]) -> None:
        """The head of a reference is the last place it points at that is no other's head."""
        head = next((p for p in reversed(places) if p not in self.heads), None)
        if head is not None:
            self.heads.append(head)

    def copy(self) -> Decoding:
        """The same, to go on with in another way."""
        opened = [list(o) for o in self._open]
        return Decoding(self.classes, self.limit, list(self.stack), list(self.heads), self.room, opened, self._bound)
