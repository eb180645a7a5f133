"""Words of dialects, of old, of ships and of messages in plain English, and one noun of each class for the others of it.

Tried for bodies on legs where the words as they stand are not understood. Each rule puts a word or a short phrase in the place of
another of the same meaning; none takes a number, a side, a thing or a denial away.
"""

from __future__ import annotations

import re
from functools import lru_cache

from heedful.agents.understanding.unwrapping import Rules, rules

_P = r"(?:paws?|feet|foot|legs?|limbs?|hind|front|back|rear|left|right|fore\w+|hinder)"
SPELT: Rules = rules(
    (r"^(?:ladies and gentlemen|boys and girls|dear friends|friends and family|one and all)[,:!]? ", ""),
    (r"\b(?:quit|stop|enough) [a-z]+ing(?: around| about| there)?(?:,| and)(?: just| now| please)? (?=[a-z])", ""),
    (r"^(?:the |my |our |your )?[a-z]+ (?:says|said|reckons|thinks|insists|wants|suggests|recommends|orders)(?: that)? you "
     r"(?:should|must|need to|have to|ought to|to|are to|can) (?!not\b|never\b)", ""),
    (r",? ?\b(?:don't|do not) (?:be (?:shy|afraid|scared|nervous|silly|lazy)|worry|panic|dawdle|mind me|dilly-dally|"
     r"hang about)\b(?: about [a-z ]+)?", ""),
    (r"[’‘`]", "'"), (r"^who (?:can|wants to|will|is going to|s going to|would like to) ", ""),
    (r"\b(?:you can|yes you can|that's right|show us(?: how)?)(?=[!.?])", ""), 
    (r"\b([a-z]{2,})in'(?![a-z])", r"\1ing"),
    (r"\b(?:y'all|yous|youse|yinz|thou|thee|ya)\b", "you"),
    (r"\bye\b(?! olde\b)(?!$)", "you"), (r"\b(?:thy|thine|yer|yo'|ur)\b", "your"), (r"\by'(?:hear|see|know)\b", "you know"),
    (r"\b(?:doth|dost|didst)\b", "do"), (r"\bshalt\b", "shall"), (r"\bwilt\b(?= you)", "will"), (r"\bgit\b", "get"), (r"\btae\b", "to"),
    (r"\bwi'?(?= )", "with"), (r"\b(?:dinnae|dinna|dunnae)\b", "do not"), (r"\b(?:cannae|canna)\b", "can not"),
    (r"\b(?:ze|zee|da|teh|th')(?= [a-z])", "the"), (r"\b(?:zis|dis)\b", "this"), (r"\b(?:zat|dat)\b", "that"), (r"\bvith\b", "with"),
    (r"\b(?:zem|dem)\b", "them"), (rf"\b(?:them|those|these|dem|yon) (?=(?:two |four |three )?{_P}\b)", "your "),
    (r"\btoday\b,? ?|\blike you (?:just )?(?:don't|do not) care\b", ""),
    (r"\bbefore (?:you|it|(?:the|your) (?:battery|batteries|power|charge)) (?:runs? (?:out|flat|dry|empty|down)|dies?|goes? (?:flat|"
     r"dead)|conks? out|"
     r"faints?|gets? (?:tired|cold))[^,.!?;]*", ""),
    (r"\bo'(?= |er\b)", "of"), (r"\bof er\b", "over"), (r"\b'?neath\b", "beneath"), (r"\bleggies?\b|\bleggo\b(?= u)", "legs"),
    (r"\b(?:prithee|pray(?= )|pretty please|plis|pls|plz|plox|bitte|por favor|s'il vous pla[iî]t|per favore|onegai|if you'd be so "
     r"kind|if you would be so kind)\b", "please"),
    (r"\bfwds?\b|\bfwrd\b", "forward"), (r"\b(?:bwd|bkwd|bck|revs?)\b", "backward"), (r"\bdegs\b", "degrees"),
    (r"\b(?:lol|lmao|haha+|hehe+|xd|omg|rofl|yolo|tho|ta-?da+h?|voil[aà]|tada+|hup|hupp|allez(?:-hop| hop)?|hey presto|chop chop|pronto|"
     r"asap|stat|over and out|roger|copy that|capisce|comprende|eh|aye|arr+|yarr+|och|ach|yee-?haw|woo-?hoo|wahey|olé|bravo|hurrah|"
     r"gee whiz|by jove|i daresay|methinks|forsooth|alas|lo|hark|ahem|psst|oi|mush|shoo|whoa|phew|yay|yippee|bingo|righto|righty-ho|"
      r"okey-dokey|oh boy|my my|oopsie|good grief)\b(?=[ ,.!?;:]|$)", ""),
    (r"\b(?:four|three|bow)[- ]legged\b", ""),
)  # fmt: skip
"""Spellings, tried on the text in lower case."""
SEAS: Rules = rules(
    (r"\b(?:to |on the )?(?:port|larboard)(?: side| beam| bow)?\b", "left"), (r"\bto left\b", "to the left"),
    (r"\b(?:to )?starboard(?: side| beam| bow)?\b", "right"),
    (r"\b(?:all )?(?:(?:full|half|slow|dead) )?astern\b(?!\w)", lambda m: ("fast " if "full" in m[0] else "slow " if "slow" in m[0] else "")
     + "backward"),
    (r"\bfull (?:steam|speed|throttle|ahead|pelt|tilt|power|gallop)(?: ahead| forward)?\b", "forward at full speed"),
    (r"\b(?:dead|right|due|straight) ahead\b", "straight ahead"), (r"\bahead (?:slow|dead slow)\b|\bslow ahead\b", "forward slowly"),
    (r"\b(?P<a>your|the) (?:bows?|prow|beak|muzzle|snout|schnoz+|conk|nozzle|hooter|noggin|whiskers)\b", r"\g<a> nose"),
    (r"^(?:prow|snout|muzzle|beak)(?= (?:up|down|to|at|towards?|north|south|east|west|pointing|facing|high|low|in)\b)", "nose"),
    (r"\b(?P<a>your|the|that) stern(?! look)\b", r"\g<a> bottom"),
    (r"\bnor'(?=[ -]?(?:east|west)|\b)", "north"), (r"\bsou'", "south"),
    (r"\b(?:widdershins|withershins|counter ?clock ?wise|anti ?clock ?wise)\b", "anticlockwise"), (r"\b(?:deosil|"
     r"sunwise)\b", "clockwise"),
    (r"\b(?:leftways|to the lefthand)\b", "to the left"), (r"\b(?:rightways|to the righthand)\b", "to the right"),
    (r"\bgee up\b|\bgiddy[ -]?up\b|\bgiddyap\b", "walk on"),
)  # fmt: skip
"""What sailors, drivers and old countrymen say for sides and ways."""
_HUNDREDS = {"a": 1, "one": 1, "two": 2, "three": 3}
_TENS = {"ten": 10, "twenty": 20, "twenty five": 25, "thirty": 30, "thirty five": 35, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80,
    "ninety": 90}  # fmt: skip
_RISES = (
    r"(?:rises?|is rising|breaks?|is breaking|begins?|is born|comes? up|comes? out|gets? up|wakes?(?: up)?|climbs?|first (?:appears|"
    r"shows)|"
    r"appears?|peeps?(?: out| over)?|starts?|shows up|will rise|will come up|rose|came up)"
)
_SETS = (
    r"(?:sets?|is setting|vanishes|disappears|goes? down|goes? to (?:bed|sleep|rest)|sinks?|dies|ends?|drowns?|dips?|slips? away|"
    r"leaves us|says good ?night|drops?|hides?|will set|will go down|went down|retires|fades)"
)
_SIDE = r"(?:left|right|front|rear|back|hind|fore|hinder)"
CLASSES: Rules = rules(
    (r"\b(?P<h>a|one|two|three) hundred(?: (?:and )?(?P<t>ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|thirty[- ]five|"
     r"twenty[- ]five))?\b",
     lambda m: str(100 * _HUNDREDS[m["h"]] + _TENS.get((m["t"] or "").replace("-", " "), 0))),
    (r"\b(?:magnetic|true|geographic|grid|compass) (?=north|south|east|west)", ""), (r"\b(?:of )?(?:rudder|helm)\b", ""),
    (r"\bon (?:your|the|one) heels?\b", ""), (r"\bat (?:a|the) (?:crawl|creep|dawdle|funeral pace|stately pace|"
     r"glacial pace)\b", "slowly"),
    (r"^(?P<x>[^,.!?;]+?),? you (?:should|must|shall|will|need to|have to|are to) (?P<v>(?!not\b)[a-z]+)(?=[.!]?$)", r"\g<v> \g<x>"),
    (r"\blook (?:me|us) (?:straight |right )?in the (?:eyes?|face)\b", "look at me"),
    (r"\b(?P<v>backwards?|forwards?|back|sideways|ahead) (?:out of|past|behind|away from|off) (?:my|the|this|that|our) "
     r"(?!door|ball|chair|person|charger|ground|floor)[a-z]+(?: [a-z]+)?(?=$|[,.!?;])", r"\g<v>"),
    (r"\btwo thirds of a (?=met|sec)", "0.67 "), (r"\bthree quarters of a (?=met|sec)", "0.75 "), (r"\b(?:a|one) third of a (?=met|"
     r"sec)", "0.33 "),
    (r"\bto (?:glory|victory|freedom|the finish(?: line)?|the rescue|your heart's content)\b", ""), (r"\bhinds\b", "hind legs"),
    (r"\bas (?:straight|proud|upright|erect)(?: and (?:tall|proud|straight))? as (?:a|an|the) [a-z]+(?: [a-z]+)?(?=$|[,.!?;])", "tall"),
    (r"\bdoon\b", "down"), (r"^(?:are you |you )?ready to (?=sit|lie|roll|hop|jump|spin|walk|trot|stand|go|bow|turn)", ""),
    (r"\b(?:straight |right )?down the middle\b", "straight ahead"), (r"\bbob down\b", "duck down"), (r"^cant\b|\bcant (?=your|"
     r"the body|yourself|left|right|over)", "tilt "), (r"\battitude\b", ""),
    (r"\bventral (?:side|surface)\b", "belly"), (r"\bdorsal (?:side|surface)\b", "back"),
    (r"\b(?:within|in|inside) (?:the next|a|one|under a|less than a) (?:minute|second|moment|jiffy|sec|trice|flash|heartbeat|tick)\b|"
     r"\bin no time\b|"
     r"\bthis (?:instant|minute|second|very moment)\b|\bin two shakes(?: of a [a-z' ]+tail)?\b|\bat the drop of a hat\b", ""),
    (r"\b(?:lower|smaller|flatter|shorter) than (?:a|an|the|any|that) [a-z]+(?: [a-z]+)?(?=$|[,.!?;])", "low"),
    (r"\b(?:taller|bigger) than (?:a|an|the|any|that) [a-z]+(?: [a-z]+)?(?=$|[,.!?;])", "tall"),
    (r"\b(?:faster|quicker) than (?:a|an|the|any|that) [a-z]+(?: [a-z]+)?(?=$|[,.!?;])", "as fast as you can"),
    (r"\b(?:ride height|suspension|ground clearance|stature|body height|standing height|trunk height|torso height|altitude)\b", "body"),
    (r"\bgive (?:the|your|our|my) (?:[a-z]+ )?(?!door|ball|chair|person|charger)[a-z]+ (?P<a>a|your) (?=[a-z]*(?:bow|curts|twirl|spin|"
     r"hop|jump|wave|paw|five|shake))",
     r"give us \g<a> "),
    (r"^(?:let's|let us|let me|i want to|we want to|i'd like to|i would like to) (?:see|have) (?=(?:that|your|the) (?:furry |"
     r"soft )?(?:tummy|belly|stomach))", ""),
    (r",? ?\b(?:it does(?: not|n't) matter which(?: one)?|i do(?: not|n't) (?:care|mind) which(?: one)?|any one(?: will do| of them)?|"
     r"either(?: one)? will do|"
     r"whichever (?:you like|one|suits you|is easier)|you choose|your choice|dealer's choice|(?:it's )?up to you|your pick|you pick|"
      r"take your pick)\b", ""),
    (r"\bas (?P<a>small|low|flat|tiny|short) as (?:a|an|the) [a-z]+(?: [a-z]+)?(?=$|[,.!?;]| and| then)", r"as \g<a> as you can"),
    (r"\bas (?P<a>tall|big|high|long) as (?:a|an|the) [a-z]+(?: [a-z]+)?(?=$|[,.!?;]| and| then)", "tall"),
    (r"\bas (?:still|motionless|quiet|stiff) as (?:a|an|the) [a-z]+(?: [a-z]+)?(?=$|[,.!?;]| and| then)", "very still"),
    (r"\bas (?:slow|slowly) as (?:a|an|the) [a-z]+(?: [a-z]+)?(?=$|[,.!?;]| and| then)", "slowly"),
    (r"\bas (?:fast|quick|quickly) as (?:a|an|the) [a-z]+(?: [a-z]+)?(?=$|[,.!?;]| and| then)", "as fast as you can"),
    (r"\b(?:quick|fast) as (?:you like|a flash|lightning|thought)\b", "as fast as you can"),
    (r"\bsmooth as (?:silk|butter|glass|a baby s bottom|cream)\b", "smoothly"),
    (r"\bat an? (?:gentle|steady|brisk|leisurely|comfortable|constant|relaxed|good|cool|modest|moderate|nice|easy|smart|healthy|full|"
     r"solid|stately|"
     r"blistering|sedate) (?=[\d.]+|half|one|two|three)", "at "),
    (r"\b(?P<n>a|one|two|three|four|five|1|2|3|4|5) (?P<u>met(?:re|er)s?) and a half\b",
     lambda m: {"a": "1", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5"}.get(m["n"], m["n"]) + ".5 metres"),
    (r"\b(?P<n>one|two|three|four|five|\d+) (?:per|a|every|each) sec(?:ond)?\b", r"\g<n> times a second"),
    (r"\b(?:chassis|hull|carcass|bodywork|undercarriage|carriage|bulk|corpus)\b", "body"), (r"\bground level\b", "ground"),
    (r"\bwhat(?:'s| is) (?:on|at|in|near|by|behind|beside) (?=the )", ""),
    (r"\btake it (?:nice and )?(?:slow|easy|slowly)\b", "slowly"), (r"\b(?:right|left)[- ]hand(?= legs| side|"
     r" paws)", lambda m: m[0][:-5]),
    (r"\b(?P<v>salute|greet) (?:the|your|our|his|her) (?!door|ball|chair|person|charger|dawn|sun|sunrise|rising|morning|new|"
     r"day)[a-z]+\b", r"\g<v>"),
    (r"\b(?P<v>[a-z]+) (?:across|along|through|up|down) (?:the|this|that|my|our) (?!stairs|steps|ladder|wall|tree|hill|door|ball|"
     r"chair|charger|person)"
     r"(?:[a-z]+ )?(?:stage|room|field|yard|prairie|meadow|lawn|road|street|floor|hall|hallway|corridor|beach|catwalk|runway|garden|"
      r"park|path|track|"
     r"aisle|pitch|desert|plain|plains|woods|forest|kitchen|office|arena|lab|workshop|carpet|dance floor|court|ring|deck|alley|lane|"
      r"pavement|square)\b", r"\g<v>"),
    (rf"^[a-z ']*\b(?:in|on|at|from|of|see|with|under|into|near) (?P<f>(?:your|that|the) (?:{_SIDE} )+(?:paw|foot|"
     rf"leg))(?: [a-z]+)?(?:,|:|;| -| and|\.|!) "
     rf"(?:so )?(?:please )?(?P<v>lift|raise|hold|pick|show) (?:it|that|me|us)(?P<e> up| high| off the (?:floor|"
      rf"ground))?(?: and show me| for me)?", r"\g<v> \g<f>\g<e>"),
    (r"\b(?:our|the|this|my) (?:[a-z-]+ )?(?:hound|dog|robot|beast|pup|puppy|friend|machine|star|performer|champion|contestant|"
     r"assistant|mutt|creature|quadruped) "
     r"(?:will|shall|is going to|is about to|must|should|has to|needs to|may)(?: now| next| then)? (?!be )", ""),
    (r",? (?:that's|that is|which is|i\.?e\.?|meaning|i mean|namely) (?:on |to )?(?:your|the) (?P<s>left|right)\b", r" to the \g<s>"),
    (r"\bas (?P<a>high|low|fast|far|tall|flat) as (?:it|they|that|humanly|dogs?|physics|the joints?|your (?:joints?|legs?|body|"
     r"motors?|shoulder)) "
     r"(?:gets?|goes?|comes?|possible|can|will go|allows?|lets? you|permits?|can go|will (?:go|allow|stretch))", r"as \g<a> as you can"),
    (r"\b(?:the )?(?:north star|pole star|polar star|polaris|north pole|arctic(?: circle)?)\b", "north"),
    (r"\b(?:the )?(?:south pole|antarctica|antarctic|southern cross|equator)\b", "south"),
    (rf"\b(?:the (?:place|point|spot|direction|side|horizon) )?(?:from )?where (?:the |that )?(?:sun|day|dawn|morning|daylight|"
     rf"sunlight|sunshine) "
     rf"{_RISES}(?: in the (?:morning|east)| each (?:day|morning)| every (?:day|morning)| at dawn)?", "east"),
    (rf"\b(?:the (?:place|point|spot|direction|side|horizon) )?where (?:the |that )?(?:sun|day|evening|daylight|sunlight) {_SETS}"
     rf"(?: in the (?:evening|west)| each (?:day|evening|night)| every (?:day|evening|night)| at (?:dusk|night)| tonight)?", "west"),
    (r"\b(?:greet|hail|welcome|salute|meet|worship) the (?:dawn|sunrise|rising sun|morning(?: sun)?|"
     r"new day)(?: where it \w+)?", "face east"),
    (r"\b(?:bid farewell to|say goodbye to|wave off|watch|admire) the (?:sunset|setting sun|dusk)\b", "face west"),
    (r"\b(?:the |that )?(?:orient|morning horizon)\b(?! yourself)(?=$|[,.!?])", "east"), (r"\b(?:the )occident\b", "west"),
    (r"\b(?P<w>north|south|east|west)(?:erly|ern)?(?:-| )?(?:wards?|bound|ly)\b", r"\g<w>"),
    (r"\b(?P<p>on|off|from|to|onto|above|against|over|leave|touch|touches|touching|of|hit|kiss|hug|meet|meets|towards?) "
     r"(?:the |this |that |mother |terra |yon |my )?(?:hot |cold |wet |soft |hard |muddy |clean |dirty |dusty |icy |warm |bare |"
      r"green |solid |burning |new )*(?:deck|mat|yoga mat|rug|carpet|turf|grass|lawn|pavement|tarmac|dirt|mud|sand|snow|soil|"
     r"concrete|tiles|boards|floorboards|asphalt|dance floor|lino|linoleum|parquet|earth|firma|pitch|stage|tatami|cobbles|street|"
     r"sidewalk|field|hay|straw|canvas|ice|ring|dojo floor|gym floor|cold floor|hard floor|kitchen floor|shop floor|floor|blanket|"
     r"table(?= for\b| top\b|,|$))\b", r"\g<p> the ground"),
    (r"\b(?:the |this )(?:deck|dirt|carpet|turf|mat)(?=$|[,.!?])", "the ground"),
    (r"\b(?P<a>your|the|that|thy|his|her|its|yer|my|a) (?:little |big |furry |shiny |metal |lazy |sweet |cute |fluffy |sorry |"
     r"wagging |fuzzy |"
     r"old |fat )*(?:posterior|derri[eè]re|tush(?:y|ie)?|booty|arse|ass|heinie|keister|hiney|fanny|caboose|rear[- ]end|"
     r"hind[- ]?end|bahookie|bot|botty|seat|buttocks|hindquarters|rump|backend|hiny|bumbum|tail[- ]end)\b", r"\g<a> bottom"),
    (r"^(?:posterior|derri[eè]re|tush(?:y|ie)?|booty|arse|ass|keister|caboose|rear[- ]end|hind[- ]?end|buttocks|rump|hips|haunches)\b",
     "bottom"),
    (r"\b(?:gut|guts|tum|paunch|underbelly|underside|stomach)\b", "belly"), (r"\bbelly[- ]side\b", "belly"),
    (r"\b(?:hoof|mitt|trotter|toe ?pad|foot ?pad|toesies|pawsy|tootsie)\b", "paw"),
    (r"\b(?:hooves|mitts|trotters|toes|tootsies|pawsies|pinkies)\b", "paws"),
    (r"\bthe (?:sole|bottom|underside|pad|base) of (?:your|the) ", "your "), (r"\bfore (?=paws?|legs?|feet|foot)", "front "),
    (rf"\baft (?={_P})", "rear "), (r"\b(?:your|the) (?P<s>left|right) (?P<f>arm|hand)\b", r"your front \g<s> paw"),
    (r"^(?P<s>left|right) (?:arm|hand)(?= (?:up|raised|in the air|high|forward|out))", r"front \g<s> paw"),
    (r"\b(?:your|the|both) (?:hands|arms)(?= (?:up|in the air|off|high|above))", "both front paws"),
    (r"\b(?:to|towards|toward|at|for|facing|against) the (?:sky|heavens|clouds|ceiling|stars|moon|rafters|roof|gods)\b(?! fan)", "up"),
    (r"\b(?:skywards?|heavenwards?)\b", "up"), (r"\b(?:earthwards?|groundwards?|floorwards?)\b", "down"),
    (r"\b(?:pronto|double quick|lickety[- ]split|like the clappers|like (?:the wind|lightning|a rocket|a bullet|hell|greased lightning|"
     r"crazy|mad|there s no tomorrow|a bat out of hell|your tail is on fire|your life depends on it)|everything you(?: have| 've|"
      r"'ve)? got|"
     r"at a (?:fair )?lick|with all your might|for all you(?: are|'re) worth|as fast as your legs (?:will )?carry you|"
     r"as (?:fast|hard|quick) as you can (?:go|manage|move|run|get)|give it all you(?: have|'ve) got|no holding back|at the double)\b",
     "as fast as you can"),
    (r"\b(?:lazily|languidly|sluggishly|ploddingly|dead slow|ever so slowly|at a snail s pace|at a snail's pace|easy does it|in no hurry|"
     r"like (?:a|an old|a sleepy) (?:snail|sloth|slug|glacier|old man|funeral)|no (?:hurry|rush)(?: at all)?|"
     r"at (?:your|thy) leisure|nice and (?:slow|easy)|softly softly|steady as she goes|leisurely|adagio|lento|largo)\b", "slowly"),
    (r"\b(?:presto|allegro|vivace|double time|double-time|briskly|zippily|speedy|speedily|snappy|sharpish|smartly)\b", "quickly"),
    (r"\b(?:a tad|a smidge(?:n)?|a wee bit|a touch|a whisker|a mite|ever so slightly|a teensy bit|a tiny bit|a hair|a fraction|a bittie|"
     r"a trifle|a skosh|a smidgeon|a tick)\b", "a bit"),
)  # fmt: skip
"""Nouns, adverbs and directions of the sky by one of their class."""


@lru_cache(maxsize=256)
def respelt(text: str) -> str:
    """A text in lower case with words that are rare here put by those of the same meaning that are known."""
    said = text.casefold()
    for table in (SPELT, SEAS, CLASSES):
        for frame, plain in table:
            said = re.sub(r" {2,}", " ", frame.sub(plain, said).strip())
    return said
