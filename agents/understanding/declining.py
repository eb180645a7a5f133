"""What is not meant, and what must not happen, in other words."""

from __future__ import annotations

from heedful.agents.understanding.unwrapping import GAP, IN, I_WANT, START, rules

HOLLOW = frozenset(
    {"bowl", "bin", "drawer", "mug", "cup", "box", "basket", "pot", "pan", "jar", "glass", "bucket", "trash", "cupboard", "cabinet"}
)
"""Words for what things are put into, rather than onto."""
REFUSALS = rules(
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
    (r"[,.;] (?:hang on|hold on|wait|no wait|hmm|actually|on reflection|thinking about it|come to think of it) ?,? "
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
