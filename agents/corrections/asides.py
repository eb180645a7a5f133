"""What is said beside a correction without changing it: `if I may say so`, `for crying out loud`, `thanks, mate`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import Match, Part


def _aside(m: Match) -> Part:
    return Part("aside")


g = GRAMMAR.add
g(
    _aside,
    """
    you are scaring|frightening|worrying|driving|making|stressing|startling me|us|the_cat|the_kids [nervous|crazy|mad|anxious]
    that|this|it scares|frightens|worries me
    i am scared|nervous|afraid
    at all costs
    no matter what
    about it|that
    thank you|thanks [so_much|very_much|a_lot|robot|a_bunch]
    thanks|cheers
    i think|guess|suppose|believe|reckon|feel|hope [that]
    you know
    you see
    look
    listen
    robot
    hey [there|robot|you]
    hi|hello [there|robot]
    please
    if you can|could|would|please|like|do_not_mind|want|may [please]
    if [it_is|that_is] possible|ok|necessary
    would|could|can|will|may|might you [please|kindly|just|maybe|possibly|perhaps] [be_so_kind_as_to|mind|try_to|be_able_to|\
        go_ahead_and]
    do|would you mind
    i [would] [really] want|need|like|wish|would_like|ask|prefer|expect|advise|beg [you|for_you] [to|that]
    you should|must|have_to|need_to|ought_to|better|had_better|might_want_to|can|could|may|are_supposed_to|are_to|want_to|should_to|\
        shall|would_better|will_have_to|must_to|got_to|will|gotta|would_have_to|would_do_well_to|might [to|now|just]
    it|that|this should|must|has_to|needs_to|ought_to|had_better|would [be]
    try [to]
    make sure [to|that|you|that_you]
    be sure to
    let us
    let me see
    for god s sake
    for heaven s sake
    for pity s sake
    i say|said|repeat|told_you|am_telling_you|asked
    as i|we said|told_you|say
    like i said
    come on
    right then
    ok then
    now then
    well then
    there you go
    the thing is
    what i want|mean|meant is
    all i want is
    do me a favour|favor [and]
    be so kind [and|as_to]
    be a dear [and]
    go ahead and
    would it be possible to|for_you_to
    is it possible to|for_you_to
    is there any chance you could
    any chance you could
    i was wondering if you could
    i wonder if you could
    could i ask|get you to
    may|can i ask you to
    it would be good|better|nice|great|best|lovely|helpful if you|it|to [could|went|moved|would]
    i would be happier|happy|grateful if you [could|went|would]
    why|can|could|will|would not you|do_you [just|please]
    why do not you [just]
    how about [you]
    what about
    there
    now
    my friend|dear|love|good_robot
    love|dear|darling|honey|pal|sweetheart|sweetie|folks
    for me|us
    ok ok
    my god
    oh dear|god|my_god|lord|man|boy|no
    jesus|christ|damn|hell|shit|crap|bloody|goddamn|fuck|fucking|blimey|gosh|gee|sheesh
    seriously
    honestly
    at once
    right now|away
    straight away
    immediately
    as soon as possible|you_can
    this time
    for now
    at the moment
    from now
    after all
    of course
    this way|direction
    so that
    your attention please
    sir
    in fact
    over|up|down|back there|here
    by the way
    on the way [there]
    while you are at it|moving|doing_it|going
    on your way [there]
    before it is too late
    i am afraid
    let me tell_you
    if i were you
    in my opinion
    to be honest|clear
    ma friend
    your majesty
    it is just that
    it is necessary|needed|required|important|essential|better [to|that|you] [you]
    i would|d say|think|reckon|guess|suggest
    what if you|we|i
    how|what about if you|we
    go|move|drive|pass around|round it
    that|it|this is plenty|lots|loads|good_enough|close_enough|near_enough
    that|it|this|something does not|never look|seem|feel|sound [quite|very|at_all] right|good|ok|straight|correct|well|safe
    that|it|this|something looks|seems|feels|is [a_bit|a_little|slightly|somehow|somewhat] off|odd|funny|weird|strange|dodgy
    almost|nearly|not_quite there [yet] [,] [but|just]
    he he
    ha ha
    lol
    dear robot
    little robot|friend|one
    you silly|stupid|dumb|bloody|old|clever|lovely machine|robot|thing
    you idiot|fool|twit|moron|muppet|donkey|dummy|beauty|legend
""",
    cost=0.28,
)
g(
    _aside,
    """
    it is about time
    [this|that] is urgent
    just so you know
    between you and me
    if i may|might say|ask|add [so]
    as far as i|we can see|tell|know
    i am watching you
    can|could we|i [please] have|get|do|see|make|try|go
    can|could|would you try|manage|do|make|be [to|it|that]
    let us have|see|get|try|do|make|go|say|keep|stay
    i need you to
    i am going to need you to
    you want|need|have|ought|might_want|may_want|will_want|will_need to
    you are going to have|need|want to
    it is best|better|safer|wiser|easier to|if_you
    it would be best|better|safer|wiser|easier|nice|kind|good|lovely|great|helpful|super to|if_you [could|would]
    would|could|might it be possible|better|nicer|ok to|for_you_to|if_you
    i would be grateful|happy|happier|glad|pleased|obliged if you [would|could]
    i was hoping|thinking|wondering|going_to_say [that] [you] [could|might|would|should]
    [may|could|can|might] i suggest|ask|request|propose|recommend [that] [you] [to]
    i suggest|propose|recommend|request|beg|vote|say|insist|urge|advise [that] [you] [to]
    my suggestion|advice|request is|would_be [to]
    try and
    see if you can
    see to it that [you]
    feel free to
    do not hesitate to
    there is|i_have|just|only one|a small|little|quick|minor thing|correction|change|adjustment|request|detail
    quick|small|one|tiny|little correction|thing|change|adjustment|request|question|note|remark
    one more thing
    my|good|dear|old|clever|little|silly|sweet friend|boy|lad|fellow|chap|robot|machine|man|pal|thing|helper
    boss|chief|captain|sir|madam|mister|sunshine|champ|sport|sonny|bro|bud|robbie|robo|love|hon|fella|matey|guv|governor|chap|lad|amigo|\
        chum|r2|friend|bot
    thanks|thank_you|cheers|ta|please|pls|plz|kindly in_advance|mate|love|robot|dear|very_much|so_much|kindly|pretty_please
    pretty please
    by the looks of it
    for crying out loud
    for the love of god
    good grief|lord|heavens|god|gracious|golly
    oh for goodness|heaven|pete|god s|sake [sake]
    dear me|lord|god
    mother of god
    blast|bother|drat|darn|dang|oops|whoops|hm|hmm|huh|mm|mmm|tsk|ugh|phew|hey|yo|oi|ahem|psst|listen|ooh|oo|ehh|eh|yikes|yo
    what i meant|mean|want|am_saying|wanted_to_say|am_trying_to_say is|was [that|,]
    the point|idea|trick|problem|trouble|issue is [that|to|,]
    is what i mean|meant|want|am_saying|said|wanted_to_say
    that is all [i_am_saying|i_ask|i_want|i_meant|for_now]
    if you know|see what i mean
    you know what i mean
    you get|see the idea|point|what_i_mean
    so to speak|say
    as it were
    in other words
    more or less
    at your leisure|convenience
    when you get|have a|the chance|moment|minute
    when you can|are_ready
    as best you can
    this minute|second|instant
    from there|here [on]
    in the meantime
    all right|good [then|now|so]
    now now
    so there
    how hard can it be
    is that clear|understood|possible|ok
    ok|right|alright|yeah|yes|no|please|thanks question|mark
    full stop
    period
    exclamation mark
    comma
""",
    cost=0.29,
)
