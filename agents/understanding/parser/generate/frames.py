"""Sentences around something that is to be somewhere: wishes, questions, what is said first for weight, and how it is said by learners.

Patterns as in `wording`; besides, `{g}` is a verb of moving in -ing, `{d}` its participle.
"""

from __future__ import annotations

GERUNDS = (
    "putting|placing|setting|moving|dropping|laying|sticking|popping|bringing|taking|carrying|transferring|getting|positioning|"
    "depositing|pushing|sliding|shifting|tossing|throwing|leaving|standing|storing|stowing|inserting|loading|relocating|lowering|keeping"
)
PARTICIPLES = (
    "put|placed|set|moved|dropped|laid|stuck|popped|brought|taken|carried|transferred|positioned|deposited|pushed|slid|shifted|tossed|"
    "thrown|stored|stowed|inserted|loaded|relocated|set_down|put_down|left|kept|delivered|returned|packed|hidden|lowered|parked|piled"
)
IMPERATIVE = (
    "{v} #t {p} #p", "{v} #t {p} #p", "{v} #t [over|across|straight|right|back|down|safely] {p} #p", "{v} the following {p} #p , #t",
    "{v} {p} #p #t", "{v} , {p} #p , #t", "take|grab|get|fetch|pick_up|lift|find #t [,] and|then|and_then {v} it {p} #p",
    "take|grab|get|lift #t up [,] and|then {v} it {p} #p", "take #t , go|move|drive to #p and {v} it {p} it",
    "make_sure|ensure|be_sure|see_to_it|make_certain|see|check|take_care|arrange [that|it_so_that] #t is|are|ends_up|sits|gets|stands|lies "
    "{p} #p",
    "make_sure|be_sure|remember|do_not_forget|do_not_forget|take_care to {v} #t {p} #p",
    "make_sure|ensure|see_to_it [that] #t gets|is|are {d} {p} #p", "make #t go|end_up|sit|stand|land|be {p} #p",
    "get #t to stand|sit|lie|rest|be {p} #p", "have #t {d} {p} #p", "get #t {d} {p} #p", "let #t be {d} {p} #p",
    "find a|some|the room|place|spot|space for #t {p} #p", "give #t a new|nice|good home|place|spot {p} #p",
    "use your gripper|arm|hand|fingers to {v} #t {p} #p", "with your gripper|arm|hand {v} #t {p} #p", "bring #t to rest {p} #p",
    "start|begin|continue by {g} #t {p} #p", "proceed to {v} #t {p} #p", "go and|ahead_and|on_and {v} #t {p} #p",
    "be so good|nice|kind as to {v} #t {p} #p", "get #t and have|let it sit|stand|lie|go {p} #p", "help #t get|go {p} #p",
    "let go of #t {p} #p", "release|unhand|drop_off|deliver|offload #t {p} #p", "do the following , {v} #t {p} #p",
    "arrange|rearrange things so_that|such_that #t is|stands|sits {p} #p", "leave #t {d} {p} #p", "leave #t {p} #p",
)  # fmt: skip
"""Told to do it."""
TOPIC = (
    "{p} #p {v} #t", "{p} #p , {v} #t", "{p} #p goes|belongs|comes|should_go|must_go #t", "{p} #p please|now|then {v} #t",
    "{p} #p is where #t goes|belongs|should_go|should_be|should_end_up|has_to_go|must_go|needs_to_be|ought_to_be|lives",
    "{p} #p , that is|that_is|there is|there_is where #t goes|belongs|should_go|should_be|has_to_go|needs_to_go|is_going",
    "{p} #p is the|a|my right|proper|correct|best|preferred place|spot|position|home for #t", "{p} #p with #t",
    "{p} #p i want|need|would_like #t", "{p} #p i would_like|want to have|see|find #t", "{p} #p you {v} #t",
    "{p} #p should|must|has_to|shall go|be|stand|sit #t", "{p} #p , #t", "{p} #p , #t", "{p} #p , place|put there #t", "#t , {v} it {p} #p",
    "#t , {p} #p", "#t , {p} #p with it", "#t please {p} #p", "#t , please , {p} #p", "#t , that|it|this goes|belongs {p} #p",
    "#t , that|it|this should|has_to|must go|be {p} #p", "#t , i want|need|would_like it {p} #p",
    "#t , i want|would_like to see|have it {p} #p", "#t , could|can|would you {v} it {p} #p", "#t , please {v} it {p} #p",
    "#t , make_sure|see_to_it it is|ends_up {p} #p", "#t , just|simply {v} it {p} #p",
    "as_for|concerning|regarding|about|with_regard_to #t , {v} it {p} #p", "as_for|concerning #t , {p} #p", "now #t , {v} it {p} #p",
    "it is {p} #p that #t goes|belongs|should_go|should_be|has_to_be", "it is #t that|which goes|belongs|should_go|has_to_go|i_want {p} #p",
    "where #t belongs|goes|should_go|should_be is {p} #p", "the right|best|proper place|spot for #t is {p} #p",
    "what goes|belongs|should_go|comes|should_be {p} #p is #t", "what i want|need {p} #p is #t", "the thing that goes|belongs {p} #p is #t",
    "all i want is #t {p} #p", "what i want|need|would_like|wish_for|would_like|am_after is #t {p} #p",
    "what i would like|love to see|have is #t [sitting|standing|lying|placed] {p} #p", "what i want you to do is {v} #t {p} #p",
    "what you should|have_to|need_to|must|can do is {v} #t {p} #p", "what has to|needs_to happen is [that] #t goes|moves {p} #p",
    "the one|only thing to do is {v} #t {p} #p", "i want #t , and i want it {p} #p", "take #t . it goes|belongs|should_go {p} #p",
    "here is #t , {v} it {p} #p", "you see #t ? {v} it {p} #p", "see #t ? {v} it {p} #p", "see #t ? it goes|belongs {p} #p",
    "there is #t , {v} it {p} #p", "remember #t ? {v} it {p} #p", "you know #t , {v} it {p} #p", "got #t ? {v} it {p} #p",
)  # fmt: skip
"""The place, the thing or the point of it said first."""
RESULT = (
    "#t should|must|has_to|needs_to|ought_to|shall|is_to|had_better|better|will|would_better "
    "go|be|end_up|sit|stand|land|rest|lie|come|live|move|stay "
    "{p} #p", "#t goes|go|belongs|belong|comes|come|moves|gets|lives|sits {p} #p", "#t is|are going|moving|coming {p} #p",
    "#t is|are supposed|meant|expected|required|intended|due|going to be|go|stand|sit|end_up {p} #p",
    "#t wants|want to be|go|stand|sit|lie {p} #p", "#t should|must|has_to|needs_to|ought_to|can|could|may|will|shall be|get {d} {p} #p",
    "#t gets|is_getting|is_to_be|are_to_be {d} {p} #p", "#t needs|need {g} {p} #p", "#t to be {d} {p} #p",
    "#t has to|must|should be {d} by you {p} #p", "#t , {d} {p} #p", "#t would be better|nicer|best|happier|safer|good|fine|great {p} #p",
    "#t would look|do better|good|nice|great|well {p} #p", "#t can|could|may|might [now|just|simply] go|be|stand|sit|live|move {p} #p",
    "#t deserves a place|spot {p} #p", "#t fits|fit {p} #p", "there should|must|has_to|needs_to be #t {p} #p",
    "there should|must be #t sitting|standing|lying {p} #p", "in the end|finally|eventually|at_the_end #t should|must|has_to be {p} #p",
    "when|once you are done #t should|must be {p} #p", "at the end|in_the_end i want #t {p} #p",
    "the goal|aim|idea|plan|point|task|objective is [to_have|to_get|for] #t {p} #p", "goal|target|task|wanted|todo|objective , #t {p} #p",
    "the goal|aim|task|job|idea is to {v} #t {p} #p", "mission|task|job|step , {v} #t {p} #p",
    "desired|final|wanted state|result|position , #t {p} #p", "your task|job|mission is to {v} #t {p} #p",
    "it|things would be good|better|nice|great|best|helpful if #t was|were|went|is|sat {p} #p",
    "it is better|best|necessary|important|time that #t is|be|goes|gets {p} #p", "it is time to {v} #t {p} #p",
    "i imagine|picture #t {p} #p", "#t deserves|requires|needs to be {d} {p} #p", "let us have|get #t {p} #p", "let us {v} #t {p} #p",
    "only #t should|must|can go {p} #p", "#t as well|too goes|should_go {p} #p", "#t also goes|should_go|belongs {p} #p",
)  # fmt: skip
"""How it shall be."""
WISH = (
    "i want|need|would_like|wish|prefer|would_prefer|would_love|expect|require|would_love|would_prefer #t {p} #p",
    "i want|need|would_like|prefer|would_love|expect|would_love|wish #t to be|go|stand|sit|end_up|lie|rest|land {p} #p",
    "i want|need|would_like|would_prefer to see|have|find|get #t [sitting|standing|lying] {p} #p",
    "i want|need|would_like|would_prefer #t {d} {p} #p", "i want|need|would_like|prefer to have #t {d} {p} #p",
    "i want|need|would_like|wish #t to be {d} {p} #p", "i wish #t was|were {p} #p", "i hope to see|find #t {p} #p",
    "i want|need|would_like|expect|am_asking|ask|would_love|beg|trust you to {v} #t {p} #p", "i d rather|sooner have|see #t {p} #p",
    "i would rather|sooner have|see #t {p} #p", "i would rather you {v} #t {p} #p",
    "i would be glad|happy|grateful|thankful|pleased if you {v} #t {p} #p",
    "i would be glad|happy|grateful|pleased if you could|would {v} #t {p} #p", "i would appreciate it if you could|would {v} #t {p} #p",
    "i would appreciate|welcome|like #t [being] {p} #p", "i think|believe|guess|suppose|say #t should|ought_to|can go|be|move|sit {p} #p",
    "i think|believe|guess|say you should|could|can {v} #t {p} #p", "i think|guess|say #t goes|belongs|is_better {p} #p",
    "i want|wish|prefer that #t is|be|goes|stands|sits|gets {p} #p", "i want|wish that you {v} #t {p} #p", "i am looking for #t {p} #p",
    "we want|need|would_like #t {p} #p", "we need|want|have to {v} #t {p} #p", "my wish is|would_be #t {p} #p",
    "i like|love #t best {p} #p", "i am asking|telling|begging you to {v} #t {p} #p",
    "you should|must|have_to|need_to|can|may|will|shall|could|ought_to {v} #t {p} #p", "you are to|supposed_to|going_to {v} #t {p} #p",
    "you might|d want|like to {v} #t {p} #p", "i need|want #t out of here and {p} #p", "i will|ll have|take #t {p} #p",
    "i always keep|want|have #t {p} #p", "i could|can use #t {p} #p", "#t {p} #p is what i want|need|would_like",
    "having|seeing #t {p} #p would be great|nice|good|lovely", "#t {p} #p would be great|nice|good|lovely|perfect|ideal",
)  # fmt: skip
"""What the speaker wants."""
QUESTION = (
    "can|could|would|will|will_not|can_not|couldn_t you [please|kindly|perhaps|maybe|just|possibly] {v} #t {p} #p [?]",
    "would|do you mind {g} #t {p} #p [?]", "would you mind if i asked you to {v} #t {p} #p",
    "may|can|could i ask|trouble|bother you to {v} #t {p} #p",
    "can|could|may|might|should|shall|would|will #t go|be|stand|sit|end_up|come|move {p} #p [?]",
    "can|could|may|might #t [please] be {d} {p} #p", "can|could|may|might i|we have|get|see|find #t {p} #p",
    "is it possible to {v} #t {p} #p", "would it be possible|okay|alright to {v} #t {p} #p",
    "is there any|a chance|way you could {v} #t {p} #p", "any chance of {g} #t {p} #p", "any chance you could|can {v} #t {p} #p",
    "do you think|suppose you could|can {v} #t {p} #p", "are you able to {v} #t {p} #p", "how|what about {g} #t {p} #p",
    "how|what about #t {p} #p", "why not {v} #t {p} #p", "why do_not you {v} #t {p} #p", "why do not you {v} #t {p} #p",
    "shall|should we {v} #t {p} #p", "will you be so kind|good and|as_to {v} #t {p} #p", "are you going to {v} #t {p} #p",
    "i wonder|wondered|was_wondering if|whether you could|can|would {v} #t {p} #p", "do me a|the favor|favour and|, {v} #t {p} #p",
    "do me a|the favor|favour of {g} #t {p} #p", "could|can i get|have you to {v} #t {p} #p", "think|reckon you can {v} #t {p} #p",
    "want|care to {v} #t {p} #p", "have you thought of {g} #t {p} #p", "would you like to {v} #t {p} #p", "fancy {g} #t {p} #p",
)  # fmt: skip
LEARNER = (
    "#t i want|like|need have {p} #p", "#t you {v} {p} #p", "you {v} #t {p} #p", "please you {v} #t {p} #p", "please to {v} #t {p} #p",
    "to {v} #t {p} #p", "you must|can|should to {v} #t {p} #p", "#t must|should|can to go|be {p} #p", "#t {p} #p {v}", "{p} #p #t {v}",
    "#t {v} {p} #p", "make|do #t to be|go|come {p} #p", "make|do please #t {p} #p", "i am wanting|needing|wishing #t {p} #p",
    "i want|like|need|wish that you {v} #t {p} #p", "i want|need|like that #t be|is|comes|goes|will_be|become {p} #p",
    "#t need|want be {p} #p", "it is necessary|needed|required that|for #t is|to_be|be {p} #p", "it is necessary to {v} #t {p} #p",
    "{v} you #t {p} #p", "you please {v} #t {p} #p", "{v} for me #t {p} #p", "{v} me #t {p} #p", "you can {v} #t {p} #p ?",
    "can you to {v} #t {p} #p", "i ask that #t be {p} #p", "{p} #p to {v} #t", "{p} #p you must {v} #t", "#t is needing to go|be {p} #p",
    "must {v} #t {p} #p", "need {v} #t {p} #p", "want #t {p} #p", "need #t {p} #p", "the action is {g} #t {p} #p",
    "now is {g} of #t {p} #p", "be {g} #t {p} #p", "do {v} #t {p} #p", "do a {g} of #t {p} #p",
)  # fmt: skip
"""As learners say it."""
PLACE = (IMPERATIVE, IMPERATIVE, TOPIC, RESULT, WISH, QUESTION, LEARNER)
TO_PLACE = (
    "#p is where #t goes|belongs|should_go|should_be|should_end_up|has_to_go|lives", "#p should|must|has_to|needs_to have #t {p} it",
    "#p is the right|best|proper place|spot|home for #t", "#p is|are|s for #t", "#p gets|receives|takes #t",
    "#p should|must|can get|receive|take #t", "use #p for #t", "let #p have #t", "#t to #p", "#t , #p",
    "move|take|bring|get #t from where|there it is to #p", "#p is where i want|need|would_like #t", "#p is waiting for #t",
    "for #t use|take #p", "#p for #t", "#p is the destination|target for|of #t", "choose #p for #t", "#t s place is #p",
    "from|target #t to|destination #p", "send #t on its way to #p", "#p needs|wants|is_missing|lacks #t",
)  # fmt: skip
"""To a place, whatever way things are at it."""
INTO = (
    "#p should|must|has_to|needs_to|ought_to hold|contain|include|have #t", "i want|need|would_like #p to hold|contain|have #t",
    "#p gets #t in it", "make_sure|see_to_it #p contains|holds|has_got #t", "fill #p with #t", "let #p hold|contain #t", "#p with #t in it",
    "i want|need|would_like #p with #t in it", "load #p with #t", "#p must|should be where #t is kept", "pack #p with #t",
)  # fmt: skip
"""Inside, told of what it shall hold."""
BUT_LAST = (
    ", but|just|only|and not #t", "but|just|only not #t", ", except|except_for|apart_from|save_for|other_than|excluding #t",
    ", leaving_out|leaving #t", ", but leave|spare #t", ", but leave #t alone|out|where_it_is|as_it_is|there", ", not #t though",
    ", #t excepted|excluded|aside|stays|remains|stays_put", ", but #t stays|remains|can_stay|should_stay [where_it_is|there]",
    ", with the exception of #t", ", without #t", ". not #t [though]", ", no #t though", ", with|the only exception is #t",
    ", all except|but #t", ", i mean all except|but #t", ", anything|everything except|but #t",
)  # fmt: skip
BUT_FIRST = (
    "apart_from|except_for|except|other_than|save_for|besides|excluding|with_the_exception_of|leaving_aside #t",
    "leave #t alone|out|where_it_is , but|otherwise", "not #t , but", "without #t", "#t aside|excepted",
    "#t stays|remains [where_it_is|there|put] , but|otherwise", "i keep|want_to_keep #t , but|otherwise",
)  # fmt: skip
"""What is spared of all the others, said last or first."""
