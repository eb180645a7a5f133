"""Words that hold sentences together: if, otherwise, until, while, once."""

from __future__ import annotations

from heedful.agents.understanding.frames import ways, words_in

IF = ways("if|when|whenever [ever]", "in case [that]", "in the case|event that", "provided|providing|assuming|supposing|given [that]",
          "only if", "only when", "if it turns out that", "if you see|notice|find that", "just in case", "if it is the case|true that",
          "if it happens that", "should it be [the_case] that", "should it happen|turn_out that", "on condition that",
          "on the condition that",
          "if and only if")  # fmt: skip
UNLESS = ways("unless", "except if|when", "if not", "only if not")
IF_OR_UNLESS = (*IF, *UNLESS)
ELSE = ways("[but|and|or] otherwise", "[or] else", "[but|and|or] if not", "[but|and] if it is not [the_case|so|true]",
"[but|and] if that is not so|true|the_case",
            "[but|and] if they are not", "in any|the other case", "[but|and] if there is not|none", "failing that", "in all other cases",
            "[but|and] if that does_not hold", "[but|and] if there are|is none", "or", "[but|and] when not",
            "[but|and] in case it is not", "[but|and] when it|that is not", "[but|and] if it|that|they do|does not", "[but|and] if that "
            "is not",
            "[but|and] in the opposite|contrary case")  # fmt: skip
USE = ways("[please] [just] use|take|choose|try [instead]", "go for|with", "make it", "it is")
"""Before the place that is taken otherwise."""
IF_SO = ways("[and] if so|yes", "[and] if it is|does [so]", "in that case", "[and] if that is so|true|the_case", "[and] if they are",
"[and] if there is|are [one|any|some]",
             "[and] in such a case", "[and] if you do", "[and] when it is", "[and] if this is so|true|the_case", "then")  # fmt: skip
"""After something was asked or checked."""
CHECK = ways(
    "check|see|look|test|verify|find_out|determine|have_a_look|take_a_look [and_see] if|whether",
    "is",
    "are",
    "look at",
    "do you see",
    "is|are there",
)
UNTIL = ways(
    "until|till|up_until [the_point|such_time_as]",
    "until you see that",
    "until such time as",
    "as long as it takes until|till",
    "up to the point where|when|that",
    "[and] stop when|once|as_soon_as",
)
WHILE = ways("while|whilst|as_long_as|so_long_as", "for as long as")
ONCE = ways("once|as_soon_as|after|when|the_moment [that]", "as soon as", "right|immediately|directly after", "only after|once|when")
KEEP = ways("keep [on]", "continue", "go|carry on", "continue with", "repeatedly", "start", "repeat", "over and over",
"again and again", "always",
            "one by one", "one at a time", "continue to", "keep on")  # fmt: skip
HAVING = ways(
    "[you] have [finished|done|finished_with]",
    "[you] are done|finished [with]",
    "you are through with",
    "having",
    "you finish|finished",
    "we have",
    "you did",
    "you",
)
"""Between `once` and what has been done by then."""
MARKS = frozenset({"if", "unless", "otherwise", "else", "until", "till", "while", "whilst", "when", "whenever", "case", "once", "soon",
"moment",
                   "before", "prior", "should", "provided", "providing", "assuming", "supposing", "given", "check", "see", "whether",
                   "event", "long",
                   "after", "point", "condition", "stop"})  # fmt: skip
"""Words without which nothing of this is said."""
WORDS = words_in((*IF, *UNLESS, *ELSE, *IF_SO, *CHECK, *UNTIL, *WHILE, *ONCE, *KEEP, *HAVING, *USE)) | MARKS
