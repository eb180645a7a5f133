"""Classes of words by which what is said around a request is told from the request itself."""

from __future__ import annotations

from heedful.agents.corrections.covering import TURNING
from heedful.agents.corrections.words import listed

NUMBERS = listed(
    "half quarter two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety hundred "
    "twice thrice once double metre metres meter meters cm centimetre centimetres centimeter centimeters degrees degree seconds "
    "minutes hz"
)
"""Words of numbers and of units."""
WAYS = listed(
    "left right forward forwards backward backwards ahead up down upward upwards downward downwards sideways clockwise "
    "anticlockwise around round back behind high low higher lower away off far near close"
)
"""Words that tell which way, where to and how far."""
SKY = frozenset(w + e for w in listed("north south east west northeast northwest southeast southwest") for e in ("", "wards", "ern"))
"""Directions of the sky."""
TURNS = TURNING | listed("dont stop halt cancel wrong instead before after until then first next and or but later again")
"""Words that turn round, condition or order what is asked."""
BODY = listed(
    "paw paws foot feet leg legs limb limbs nose head chin chest body torso trunk back belly bottom tail knees knee hips shoulders "
    "rear front hind ears ear eye eyes neck"
)
"""Parts of a body on legs."""
ASKED = listed(
    "stand sit lie lay crouch roll bow beg hop jump leap bounce spin twirl turn rotate face look point walk trot run gallop creep "
    "crawl go march moonwalk strafe lift raise lower lean tilt wave stretch step stamp tap reach touch approach reverse retreat "
    "follow come get bring put keep hold move freeze wait pause duck squat balance rear handstand pace bound pronk canter sidestep "
    "back head shake"
)
"""Verbs of what a body on legs is told."""
OTHERS = listed(
    "fetch carry open close shut drop grab pick take give throw catch eat drink bark bite speak sing talk say tell fly climb swim "
    "dive dig sniff smell lick chase attack guard hunt find search play sleep cook bake make build clean wash vacuum mop paint "
    "write draw read buy sell pay call phone text send push pull kick hit break fix charge dance wag growl howl whistle shout "
    "scream whisper laugh cry smile wink blink nod wear dress cut slice pour fill empty switch press click drive ride steal sweep "
    "water feed help save kill shoot fight vanish disappear explode transform teleport hover float answer explain describe count "
    "calculate show ask print order wake blow light cover wrap burn heat cool peel scratch rub roll_up fold record film photograph "
    "swing pat hug kiss marry massage lean park"
)
"""Verbs of what it is not made for: a stretch with one of them first asks for something."""
STATES = listed(
    "is are am was were has have had s re ve will looks look looked seems seem feels feel smells needs says said got gets awaits "
    "waits beckons calls thinks hurts sleeps snores"
)
"""Verbs of what is."""
WHO = listed("i we he she they it that this there the a an my our your his her their someone somebody everyone everybody you mum dad")
"""What a statement begins with."""
DUTY = listed("should must shall need needs want wants would have_to ought let please can could may")
"""Words by which a statement asks for something."""
PEOPLE = listed(
    "audience crowd public judges jury gallery king queen lady lord gentleman granny grandma nana grandpa mummy mommy daddy camera "
    "cameras photo picture video folks fans people children kids muse emperor master mistress boss teacher class nice good lovely "
    "royal spectators viewers guests visitors general sergeant admiral colonel captain prince princess duke duchess pope priest "
    "bride neighbours stalls balcony house majesty highness president mayor show selfie photographers family"
)
"""For whom, or before whom, something is shown."""
CALLED = listed(
    "dog boy girl lad lass fellow pup puppy friend mate beast steed hound soldier sailor cowboy champ champion hero star one thing "
    "darling dear love sweetheart sweetie honey pet baby buddy pal robot machine master maestro captain sir madam ladies gentlemen "
    "everybody everyone folks team class squad troops boys girls kids people brother sister son daughter rascal rogue monster angel "
    "genius creature critter rookie cadet recruit private corporal sergeant lieutenant driver pilot skipper gunner bosun trucker "
    "cyclist gymnast fencer burglar majorette dynamo cub kid doc nurse chef teacher ballerina dancer acrobat athlete rider jockey "
    "mister missus comrade amigo cutie lazybones slowpoke sleepyhead grandpa mutt maggot lordship ladyship excellency highness "
    "majesty matey sailors marine marines trooper ranger pardner partner squirrel goofball rockstar superstar legend boss chief "
    "bruv fam dawg"
)
"""Whom one calls."""
SMALL = listed("do did does can will would may might go to and at in on")
"""Words that no name has."""
SOMEBODY = listed("i we he she they it further told somebody someone everybody my our mum dad")
"""Who decides when it is enough."""
CAN = listed("can could may will might")
"""In the purpose of an act: `so the vet can see`."""
LIKE = (
    ["like"], ["as", "if"], ["as", "though"], ["as", "one"], ["just", "like"], ["exactly", "like"], ["much", "like"], ["as", "in"],
    ["the", "way"], ["such", "as"], ["similar", "to"],
)  # fmt: skip
"""What begins a comparison."""
