"""What is not meant, and what must not happen, in other words."""

from __future__ import annotations

from heedful.agents.understanding.unwrapping import GAP, I_WANT, IN, START, rules

HOLLOW = frozenset(
    {"bowl", "bin", "drawer", "mug", "cup", "box", "basket", "pot", "pan", "jar", "glass", "bucket", "trash", "cupboard", "cabinet"}
)
"""Words for what things are put into, rather than onto."""
_TAKEN_BACK = (
    r"(?:wait|hang on|hold on|actually|no|nope|nah|sorry|oops|hmm|oh|well|rather|scratch that|strike that|my mistake|my "
    r"bad|correction|make that|i mean|i meant|wrong one|not that one|not that(?! the))"
)
_ALWAYS = (
    r"(?:the whole time|all the time|the entire time|throughout|all along|at all times|all the while|the whole way|from start to "
    r"finish|always)"
)
REFUSALS = rules(
    (r"(?<=[a-z]) , (?:that|which|this) is where [^,;.]+? (?:lives?|belongs?|goes?|stays?)$", ""), (r"^(?:you )?(?:will )?not believe "
     r"(?:it|this|what happened) [,;.] ", ""),
    (r"\bnice and (?=(?:level|upright|straight|steady|flat)\b)", ""),
    (r"\b(?:i )?(?:beg your pardon|beg pardon)\b|\bmy apologies\b", "sorry"), (r"^no ,? ?not (?:there|that|like that|here|so) ,? ?", ""),
    (r"\b(?P<m>sorry|no|actually|wait|oops) ,? ?(?P<x>(?:the|my|a) [^,;.]+?) i (?:mean|meant)(?= [,;.]|$)", r"\g<m> , \g<x>"),
    (rf" ?,? ?\b{_ALWAYS}(?= [,;.]|$)", ""),
    (r"\bwithout (?P<x>it|them|(?:the|my) [^,;.]+?) (?:ever )?(?:leaving|coming off|being taken off|moving off|being taken out "
     r"of|coming out of) (?P<p>(?:the|my|it) ?[^,;.]*)",
     lambda m: f" , but {m['x']} must stay {'in' if m['p'].split()[-1] in HOLLOW else 'on'} {m['p']}"),
    (r" ?,? no(?: ,)? not (?:the|a|my|that) [^,;.]+? , (?=(?:the|my|a)\b)", " , no , "),
    (r"\b(?P<v>put|take|bring|give me|hand me|move|drop|place|set|open|close|pass me|grab|bin) (?:it|that|them) , (?P<x>(?:the|my) "
     r"[^,;.]+?) ,? ?(?=(?:in|on|into|onto|to|next|behind|beside|off|up|away|$))",
     r"\g<v> \g<x> "),
    (rf"\b(?P<v>(?:put|place|move|set|bring|take) [^,;.]+?) ,? ?not {IN} [^,;.]+? ,? ?but (?:rather |instead )?(?={IN} )", r"\g<v> "),
    (r"\bdo not (?:you )?(?:ever )?dare (?:to )?", "do not "),
    (r"^(?P<c>no [a-z]+ing [^,;.]+?) (?:while|when|as|whilst) (?:you )?(?:are "
     r")?(?P<v>(?:put|move|carry|bring|take|place|set|hand|give|push|get)(?:t?ing)? [^,;.]+)$", r"\g<v> , \g<c>"),
    (r" ?,? ?\bwith (?P<x>(?:the|my) [^,;.]+?) (?:left |being |staying )?(?:undisturbed|untouched|alone|in peace|unmoved|in place)(?= "
     r"[,;.]|$)", r" without touching \g<x>"),
    (r"\btake all the time (?:you need|in the world)(?: to)?(?= |$)", "slowly"),
    (r"^(?:easy|gently|steady|careful|carefully|softly) (?:does it|now|there)? ?,? (?=[a-z]+ )", "gently , "),
    (r"\bno (?P<v>bumping|touching|knocking|hitting|brushing) (?:into |against |over )?(?=the|my)", "without touching "),
    (rf"\b(?:,|and|but)? ?not {IN} (?P<n>(?:the|my) [^,;.]+?) [,;] (?:but |rather )?(?P<i>{IN}) (?P<r>(?:the|my) (?:[a-z]+ )*)one(?= "
     rf"[,;.]|$)",
     lambda m: f"{m['i']} {m['r']}{m['n'].split()[-1]}"),
    (rf" ?[,;.]? ?\b(?:or |but |and )?(?:(?:{_TAKEN_BACK})(?: [,;.])? ){{2,}}(?=[a-z])", lambda m: _taken_back(m[0])),
    (r" [,;.] (?:did i say|i said|i did not mean|have i said) [^,;.]+? [,;.] (?=i (?:meant|mean)\b|no\b|sorry\b|actually\b)", " , "),
    (r"\b(?:it is|it was|that is|that was) (?P<x>(?:the|my|a) [^,;.]+?) (?:that )?(?:i|we) (?:meant|mean|was after|wanted)(?= [,;.]|$)",
     r"i meant \g<x>"),
    (r" ?,? ?\bor (?:(?:even )?better (?:still|yet)|better|preferably|rather|if possible|even better) ,? ?(?=the|my|a\b)", " , no , "),
    (r" no , (?P<x>(?:the|my) [^,;.]+?) (?P<v>(?:pick|grab|take|give|bring|put|move|open|close|hand|pass|lift|get)(?: me| up)?) (?:that "
     r"one|it|that|this one|this)(?= |$)",
     r" no , \g<v> \g<x>"),
    (rf"{START}(?:rather than|instead of|and not) {IN} (?P<n>{GAP}) ,? ?(?:{I_WANT}|i would have|i would see|let us have|let me "
     rf"have|have) (?:to (?:have|see) )?"
     rf"(?P<r>{GAP}) one(?= [,;.]|$)", lambda m: f"{m['start']}put {m['r']} {m['n'].split()[-1]}"),
    (rf"{START}(?:rather than|instead of) {IN} {GAP} ,? ?(?:i would have|i would see|let us have|let me have|have) (?:to (?:have|see) )?",
     r"\g<start>put "),
    (r" ?(?:, |and |but |, and |, but )(?:not (?:a|one|a single) drop (?:may|must|should|can|is to) (?:be )?(?:lost|spilled|spilt|go "
     r"astray|escape|leave it)|not lose a "
     r"drop|no spilling|no spills|do not lose (?:a drop|any)|try not to spill(?: any| a drop| anything| it)?)(?=$| [,;.])",
     ", do not spill"),
    (r"\b(?P<c>keep your distance from|stay away from|stay clear of|keep away from|steer clear of|avoid|do not touch|careful with|mind) "
     r"(?P<x>[^,;.]+?) (?:as|while|when) "
     r"you do(?: so| that| it)?(?=$| [,;.])", r"\g<c> \g<x>"),
    (r"\b(?:and )?(?:mind|take care|see to it|be careful|make sure|watch out)(?: that)? you do not "
     r"(?P<v>touch|hit|bump|knock|spill|tip|disturb|move|tilt)\b", r", do not \g<v>"),
    (r" ?,? ?\b(?:on|along) (?:the|its|your|the whole) way(?: there| over| across)?(?= [,;.]|$)", ""),
    (r"\bkeep(?:ing)? (?P<x>(?:it|that|the|my) ?[^,;.]*?) (?P<s>level|upright|straight|steady|horizontal|flat) (?:all the way|on "
     r"(?:its|the) (?:way|journey|trip)|while "
     r"(?:it goes|you (?:take|carry|move|bring) it|taking it|carrying it|moving it|bringing it)|as (?:it goes|you "
     r"(?:take|carry|move|bring) it)|until it (?:is|reaches|gets))"
     r"(?: over| across)? (?P<p>(?:to|into|onto|on|in) (?:the|my) [^,;.]+)", r"move \g<x> \g<p> , keep it \g<s>"),
    (rf"^not (?:{IN}) (?P<p>(?:the|my) [^,;.]+) , (?P<x>(?:the|my) [^,;.]+ {IN}) it$", r"\g<x> \g<p>"),
    (r"\b(?:scrap|belay|strike|nix|drop|bin) that ,", "scratch that ,"),
    (r"\b(?:under no circumstances|on no account|at no time|in no case|in no event|by no means|not under any circumstances)(?: must "
     r"you| should you| may you| are you to)? ", "do not "),
    (r"\bwhatever (?:you do|happens) ,? ?(?:but )?", ""),
    (rf"^(?P<c>(?:do not|mind|avoid|watch out for|be careful not to|careful with|be careful with|stay away from|keep away from|never) "
     rf"{GAP}) (?:while|when|as|whilst) (?:you )?(?:are )?(?P<v>(?:put|move|carry|bring|take|place|set|hand|give|push)(?:t?ing)? {GAP})$",
     r"\g<v> , \g<c>"),
    (rf"^do (?:it|this|that|so) (?P<c>without {GAP}|gently|slowly|carefully) , (?P<v>[a-z]+ [^;.]+)$", r"\g<v> \g<c>"),
    (r"\b(?:at a (?:snail s|glacial|leisurely|slow) pace|at a crawl|like a snail|like a tortoise|nice and easy|in no rush|with no "
     r"haste|dead slow)\b", "slowly"),
    (r"\b(?:like the wind|on the double|pronto|without delay|lickety split|at (?:top|full) speed|at the double|as quick as a flash|like "
     r"lightning|in a flash|post haste)\b", "quickly"),
    (r"\b(?:as if it (?:were|was|is) (?:made )?(?:of )?(?:glass|eggs|porcelain|an egg|a baby)|like (?:it is made of |a "
     r")?(?:glass|eggs|an egg|egg|raw egg|a raw egg|porcelain|baby)|with kid gloves|with a light touch|with the utmost care|with great "
     r"care)\b", "gently"),
    (r"\b(?:slosh|slop|splash|drip|leak|dribble)(?P<s>s|es|ing|ed)?(?: out| over)?\b",
        lambda m: f"spill{(m['s'] or '').removeprefix('e') if m['s'] == 'es' else m['s'] or ''}"), (r"\bspilles\b", "spills"),
    (r"\bso (?=nothing spills)", "so that "),
    (r" , (?:and )?(?:never mind|forget|forget about|ignore|leave out|leave|disregard|not|and not) (?:the|that|this|my|those|these) "
     r"[^,;.]+ , (?=(?:should|must|has|goes|go|needs|belongs|is|in|on|into|onto|to)\b)", " "),
    (rf"{START}(?:rather than|instead of) {IN} {GAP} ,? ?{I_WANT} (?:to (?:have|see) )?", r"\g<start>put "),
    (rf"{START}(?:rather than|instead of) {IN} {GAP} , (?=(?:put|move|place|set|bring|take|the|my)\b)", r"\g<start>"),
    (r"[,.;]? ?\b(?:hang on|hold on|wait|no wait|hmm|no|actually|on reflection|thinking about it|come to think of it) ?,? "
     r"(?P<p>(?:the|my|that) [^,;.]+?) (?:is|would be|s) (?:better|preferable|nicer|best|more suitable)$",
     lambda m: f" , no , {'into' if m['p'].split()[-1] in HOLLOW else 'onto'} {m['p']}"),
    (rf"^(?:into|in|onto|on|to) (?P<p>{GAP}) with (?P<x>{GAP}) , no , (?P<q>into|onto) ", r"put \g<x> in \g<p> , no , \g<q> "),
    (r"^(?P<x>the [^,;.]+?) (?:should|must|has to|needs to) (?:stay|remain|be left|be kept) (?:free|empty|clear|bare) (?:, |and "
     r")(?!.*(?P=x))", ""),
    (r"\bskip the (?P<n>[^,;.]+?) (?P<s>nearest|closest|furthest|farthest) (?P<o>to you|to me|to the [^,;.]+?|from [^,;.]+?) "
     r"(?:and|,|but) (?P<v>[a-z]+) the next (?P=s)(?: one)?",
     r"\g<v> the second \g<s> \g<n> \g<o>"),
    (r"^one of the (?P<n>[a-z ]+?)s (?:has|is) (?P<s>fallen over|toppled over|tipped over|lying down|lying|knocked over|upside down|on "
     r"its side|fallen down) ,? ?(?:so |and )?(?P<v>[a-z]+) it",
     lambda m: f"{m['v']} the {m['n']} that is {m['s'] if m['s'] == 'upside down' else 'lying on its side'}"),
    (r"\band at the same time (?P<v>[^,;.]+)$", r"and \g<v> at the same time"),
    (r"\bwithout (?:so much as|even|ever) (?=[a-z]+ing\b)", "without "),
    (r"\b(?:and |but )?(?:do not|not) spill (?:any|a drop|a single drop|any of it|anything)$", ", do not spill"),
    (r", (?:it|that one) is full ,? ?(?:so )?,? ?(?:do not spill)$", ", do not spill"),
    (r"\b(?:i want |there should be |keep )?nothing (?:near|around|close to|next to|anywhere near) (?P<x>[^,;.]+) , (?:so "
     r")?(?P<v>[^,;.]+?) (?:well |far |further )?away(?: from (?:there|it))?$", r"\g<v> far away from \g<x>"),
    (r"\btake (?P<x>[^,;.]+?) far away from\b", r"move \g<x> far away from"),
    (r"(?:at|in) one and the same (?:time|moment)\b", "at the same time"),
    (r"\bwithout (?:ever )?(?P<v>moving|touching|lifting) (?P<r>it|them) at all\b", r"without \g<v> \g<r>"),
)  # fmt: skip
"""What is not meant, and what must not happen, in other words."""


def _taken_back(words: str) -> str:
    """Several words in a row that take something back, as one; without one that must mean so they are left."""
    marks = (
        "no",
        "nope",
        "nah",
        "actually",
        "sorry",
        "oops",
        "scratch that",
        "strike that",
        "my mistake",
        "my bad",
        "correction",
        "make that",
        "i mean",
        "i meant",
        "wrong one",
        "not that one",
        "not that",
    )
    plain = " ".join(w for w in words.split() if w not in (",", ".", ";"))
    everything = "scratch that" in plain or "strike that" in plain
    return (" , scratch that , " if everything else " , no , ") if any(f" {m} " in f" {plain} " for m in marks) else words
