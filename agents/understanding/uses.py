"""What common things are for, and what people say of them: `the fruit you squeeze into tea`, `something to sip from`, `what monkeys love`.

Each row is a property: the words that speak of it, and the kinds of thing that have it. To teach another is to add a row.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from heedful.agents.understanding.frames import words_in
from heedful.program import Ref

USES: tuple[tuple[str, str], ...] = (
    # what is eaten
    ("eat eats eating eaten snack snacking bite biting nibble nibbling munch munching chew chewing swallow taste tastes hungry hunger "
    "belly "
     "stomach appetite healthy nourishing grows grow harvested fruity", "food"),
    ("peel peels peeling peeled skin rind zest", "banana orange lemon lime grapefruit mandarin"),
    ("monkey monkeys ape apes gorilla gorillas chimp chimps chimpanzee chimpanzees minion minions potassium bendy bent curved bunch "
    "bunches slip "
     "slips slipped tropical caribbean smoothie milkshake", "banana"),
    ("squeeze squeezes squeezing squeezed squirt squirting press pressing pressed juicer", "lemon lime orange grapefruit"),
    ("juice juices juicing juiced", "lemon lime orange grapefruit apple pineapple grape"),
    ("sour sourest bitter acidic tart pucker lemonade tequila gin fish pancake pancakes limoncello wedge wedges", "lemon lime"),
    ("tea", "lemon mug cup glass teapot kettle"),
    ("vitamin vitamins scurvy sailors sailor citrus cold colds marmalade segments pips", "orange lemon lime grapefruit"),
    ("marmalade segments clementine florida valencia seville", "orange"),
    ("doctor doctors newton gravity eve adam teacher teachers cider pie pies crumble strudel core worm worms snow orchard william tell "
     "crunchy crisp horses horse", "apple"),
    ("sweet sweetest dessert", "banana apple orange pear peach grape cookie chocolate candy cake"),
    ("grow grows growing tree trees picked", "apple lemon orange banana pear peach cherry lime"),
    # what one drinks, and eats from
    ("drink drinks drinking sip sips sipping gulp guzzle thirst thirsty quench quenches refresh refreshing", "drink can bottle"),
    ("drink_from drinks_from drinking_from sip_from sips_from sipping_from coffee cocoa espresso cappuccino latte hot handle ear brew",
    "mug cup glass"),
    ("soda fizzy beer cola pop pull ring tab recycle recycled recycling deposit aluminium aluminum crush crushed tin vending soft", "can"),
    ("soup soups cereal cornflakes porridge muesli stew ramen noodles salad salads oatmeal mix mixing granola spoon", "bowl"),
    ("eat eats eating dinner dine dining lunch meal meals food served serve serves sandwich steak dish", "plate bowl"),
    ("steak sandwich dinner flat spaghetti pizza", "plate"),
    ("carry carries carrying serve serves serving waiter waiters breakfast bed drinks butler", "tray"),
    # what one works with
    ("wash washes washing washed scrub scrubs scrubbing wipe wipes wiping clean cleans cleaning dishes dish pots soak soaks absorb absorbs "
     "absorbing mop mopping spills spill bath sink squeeze squeezing rinse dishwashing soapy squishy", "sponge cloth paper_towel"),
    ("build builds building stack stacks stacking tower towers play plays playing kid kids child children toddler toddlers baby babies "
    "toys "
     "construct cube cubic square corners edges", "block"),
    ("rubbish trash garbage waste litter throw throws throwing thrown junk discard discarded", "bin"),
    ("read reading shine shines shining glow glows lights light illuminate illuminates bright bulb electric dark see", "lamp"),
    ("water drips drip dripping runs flows wash fill filling", "faucet"),
    ("press presses pressing push pushes pushing click clicks clicking", "button"),
    ("cutlery socks pull pulls slide slides handle", "drawer"),
)  # fmt: skip
"""What is said of a thing, and of which kinds it is said."""
_WHO = frozenset(words_in((
    "you we i people one they everyone everybody someone somebody folks persons humans most it",
)))  # fmt: skip
_LINKS = frozenset(words_in((
    "that which who whom whose to for used good best great ideal suitable perfect meant made with",
)))  # fmt: skip
_FUNCTION = _WHO | _LINKS | frozenset(words_in((
    "a an the my your their our some his her of in into onto on from out up down off by as at and or can could would should might may "
    "will do does like likes love loves "
    "want wants need needs enjoy enjoys adore adores prefer prefers usually often always normally typically make makes making get gets "
    "put puts use "
    "uses using is are was be when while if after before every day days daily morning morning's evening night mornings something things "
    "stuff so "
    "really very much all over keep keeps away go goes eat your them this have has having contain contains full lot lots rich nice fresh "
    "when have had known famous called give gives giving let lets helps help yourself themselves them really absolutely simply crazy "
    "mad wild nuts fond addicted obsessed about tend tends says said fell fall head "
    "time times home kitchen bring brings there",
)))  # fmt: skip  # fmt: skip
_STRANDED = frozenset(words_in((
    "from with on off in into of out up it by at away for about like likes love loves adore adores enjoy enjoys prefer need want use "
    "eat eating",
)))  # fmt: skip
_LIQUIDS = frozenset({"coffee", "tea", "cocoa", "espresso", "cappuccino", "latte", "juice", "water", "soup"})
_LONGEST = 10
"""Words of the longest of such clauses."""


@cache
def _spoken() -> dict[str, frozenset[str]]:
    """A word -> the kinds of thing that it is said of."""
    found: dict[str, frozenset[str]] = {}
    for words, kinds in USES:
        for word in (w.replace("_", " ") for w in words.split()):
            found[word] = found.get(word, frozenset()) | frozenset(kinds.replace("_", " ").split())
    return found


MARK = "said "
"""Before a word, in an attribute: that the word is said of it."""


def said_of(attribute: str, kinds: frozenset[str]) -> bool:
    """Whether what an attribute says, `said squeeze`, is said of something of these kinds."""
    return attribute.startswith(MARK) and bool(_spoken().get(attribute.removeprefix(MARK), frozenset()) & kinds)


def told(words: Sequence[str], at: int) -> list[tuple[Ref, int]]:
    """Clauses that stand here and say what a thing is for, each as a fragment of a reference, the longest first."""
    spoken = _spoken()
    if at >= len(words) or not (words[at] in _WHO | _LINKS or words[at] in spoken):
        return []
    if words[at] == "with" and _LIQUIDS & {*words[at : at + 4]}:
        return []  # `with the coffee in it` says what is in it
    found: list[tuple[Ref, int]] = []
    said: list[str] = []
    for end in range(at, min(at + _LONGEST, len(words))):
        word = words[end]
        if word in ("it", "them") and words[at] == "to":
            break  # `go to the bin to throw it away` is a purpose
        if word in ("from", "out", "in") and any(f"{w} from" in spoken for w in said):
            said = [f"{w} from" if f"{w} from" in spoken else w for w in said]
        elif word in spoken and (word not in _FUNCTION or end > at):
            said.append(word)
        elif word not in _FUNCTION:
            break
        if said and end > at and (word in spoken or word in _STRANDED):
            found.append((Ref(attributes=tuple(MARK + w for w in dict.fromkeys(said)), words=" ".join(words[at : end + 1])), end + 1))
    return found[::-1]


WORDS = frozenset(w for words, _ in USES for w in words.replace("_", " ").split()) | _FUNCTION
