"""Sentences around a state that something shall be in, around giving and taking; patterns as in `wording`, `{s}` words for the state."""

from __future__ import annotations

STATES: dict[str, str] = {
    "open": "open|open|opened|wide_open|opened_up|pulled_open", "closed": "closed|shut|closed|shut|pushed_shut|closed_up|shut_again",
    "lit": "on|on|lit|burning|glowing|shining|switched_on|turned_on", "unlit": "off|off|out|dark|unlit|switched_off|turned_off",
    "running": "on|running|open|turned_on|flowing|switched_on", "stopped": "off|closed|turned_off|shut_off|shut|stopped|switched_off",
    "full": "full|filled|filled_up|topped_up|full_of_water|brimming|filled_with_water",
    "empty": "empty|emptied|cleared|bare|free|cleared_off|vacant|free_of_things",
    "clean": "gone|clean|wiped_up|cleaned_up|dry|wiped_away|mopped_up",
    "upright": "upright|standing|standing_up|on_its_base|the_right_way_up|on_its_feet|vertical",
    "upside_down": "upside_down|on_its_head|bottom_up|inverted|the_wrong_way_up|flipped|on_its_rim",
}  # fmt: skip
STATE = (
    "i want|need|would_like|prefer|would_prefer|wish|require #t {s}", "i want|need|would_like #t to be {s}", "#t {s}", "#t {s} please|now",
    "i want|need|would_like to have|see|find|get #t {s}", "#t should|must|has_to|needs_to|ought_to|shall|is_to|are_to|had_better be {s}",
    "make_sure|ensure|see_to_it|see|check|make_certain|take_care [that] #t is|are|gets|ends_up {s}", "have|get #t {s}",
    "get|leave|keep|put|set #t {s}", "#t is|are supposed|meant|expected|required to be {s}",
    "it would be good|nice|great|better|best if #t was|were|is {s}", "let #t be {s}",
    "it is necessary|important|better|time that #t is|be|gets|is_being {s}", "what i want|need|would_like is #t {s}",
    "can|could|may #t be {s} [?]", "can|could i|we have|get #t {s} [?]", "bring about that #t is {s}", "make #t {s}",
    "make it so_that|such_that|so #t is {s}", "#t , {s}", "#t , {s}", "the goal|aim|task|idea is #t {s}", "goal|target|task , #t {s}",
    "in the end|finally|at_the_end #t should|must be {s}", "#t , make it {s}", "#t , i want|need|would_like it {s}",
    "#t , it should|must|has_to be {s}", "i wish #t was|were {s}", "there should|must be #t {s}", "#t wants to be {s}",
    "would you make|see_to_it|ensure [that] #t is {s}", "could|can you make_sure|see_to_it [that] #t is {s}", "#t is better|best {s}",
    "#t needs to become {s}", "i would be happy|glad|grateful if #t was|were {s}", "i want|need that #t is|be|will_be {s}",
    "#t must|should to be {s}", "turn #t to {s}", "#t can|could|may be {s} now", "#t belongs|goes {s}", "i think|believe #t should be {s}",
    "how about #t {s}", "{s} is how #t should|must be", "{s} is how i want|need|like #t", "i like|want #t best {s}", "let us have #t {s}",
    "we want|need #t {s}", "you should|must get|make|have #t {s}", "do|make please #t {s}", "let me see #t {s}", "switch #t to {s}",
)  # fmt: skip
"""How something shall be."""
ACT = (
    "i want|need|would_like|ask|expect you to {x}", "would|do you mind {x:g}", "how|what about {x:g}", "your task|job|mission is to {x}",
    "it is time to {x}", "i would be glad|happy|grateful if you could|would {x}", "i would appreciate it if you could|would {x}",
    "be so kind|good|nice as_to|and {x}", "what you should|have_to|need_to|must do is {x}", "what i want|need you to do is {x}",
    "the task|job|goal|idea is to {x}", "it is necessary to {x}", "do not forget to {x}", "remember|be_sure|make_sure|try to {x}",
    "i wonder|was_wondering if|whether you could|can {x}", "why not {x}", "why do_not you {x}", "do me a|the favor|favour and|, {x}",
    "you should|must|have_to|need_to|can|could|will {x}", "you are going|supposed to {x}", "i am asking|begging|telling you to {x}",
    "is it possible to {x}", "are you able to {x}", "any chance you could {x}", "go and|ahead_and {x}",
    "may|can|could i ask|trouble|bother you to {x}", "do you think you could|can {x}", "let us {x}", "we need|have|want to {x}",
    "you please {x}", "please to {x}", "you {x}", "i want|wish that you {x}", "use your gripper|arm|hand to {x}", "start|begin by {x:g}",
    "the first|next thing to do is {x}", "i think you should {x}", "i would rather you {x}", "think|reckon you can {x}", "proceed to {x}",
    "feel free to {x}", "you can to {x}",
)  # fmt: skip
"""Around any request that starts with its verb."""
GIVE = (
    "give|hand|pass|bring|fetch|get|deliver|carry|slide|send #t to me", "give|hand|pass|bring|get|fetch|throw|toss|lend|show me #t",
    "give to me #t", "bring|fetch|hand|pass|get #t here|over|over_here|along|across|this_way",
    "bring|fetch|get|carry|take #t to|over_to|across_to me|us|my_hand|my_hands|my_side", "hand over #t", "pass over|along|me_over #t",
    "gimme|give_us|pass_us #t", "#t to me", "#t for me", "#t over here", "#t to my hand", "#t here",
    "can|could|may|might i|we [please] have|get|borrow|see #t [?]", "could|can|would you hand|pass|give|bring|get|fetch me #t [?]",
    "let|make #t come to me", "i want|need|would_like|could_use|require|am_after|fancy #t",
    "i want|need|would_like to have|get|hold|use #t", "i could|can do with #t",
    "i want|need|would_like #t over here|in_my_hand|here|with_me|close_to_me|within_reach", "what i want|need|would_like is #t",
    "let me have|get|hold #t", "all i want|need is #t", "it is #t that i want|need", "the thing i want|need is #t",
    "i am waiting|asking for #t", "#t should|must|has_to come|go to me", "#t is|are for me", "#t goes|belongs to me",
    "#t , could|can|may i have it", "#t , hand|give|bring|pass it to me|over", "#t , i want|need|would_like it",
    "i would love|be_glad_of|be_happy_with|appreciate #t", "put|place|set #t in my hand|hands|palm",
    "put|place|set #t within my reach|where_i_can_reach_it", "take|grab|get|pick_up #t and hand|give|pass|bring it to me|over",
    "take|grab|get|pick_up #t and hand|give|pass|bring me it|them|that", "would you mind handing|passing|giving|bringing me #t",
    "i would like|want|need you to hand|give|pass|bring me #t", "#t has to be with me", "make_sure|see_to_it i get|have #t",
    "bring|hand|get|pass #t to the user|human|person", "give|hand|pass the user|human|person #t", "you give me #t",
    "#t i want|need|would_like", "#t i want have", "to me #t", "me wants #t", "deliver #t into my hands", "reach me #t", "help me to #t",
    "treat me to #t",
)  # fmt: skip
HOLD = (
    "pick_up|grab|grasp|lift|take|hold|seize|raise|grip|catch|clasp|clutch|hoist|elevate|snatch|secure|take_up|get #t",
    "pick|lift|raise|take|hold #t up", "take|get|grab|catch|lay|keep hold of #t", "get a|your grip|hold|hands|gripper on #t",
    "grab onto|hold_of #t", "close your gripper|fingers|hand on|around #t", "lift #t off the ground",
    "lift|raise|pick #t [up] into the air", "have #t in your hand|gripper|grip", "hold #t in your hand|gripper|grip|fingers",
    "#t should|must|has_to be held|lifted|in_your_hand|in_your_gripper|picked_up|grasped",
    "i want|need|would_like #t held|lifted|picked_up|in_your_gripper", "i want|need|would_like you to hold|have|lift #t",
    "#t , pick|lift it up", "#t , grab|take|hold|lift|grasp it", "make_sure you hold|have|are_holding #t", "#t into your gripper|hand",
    "get|take|put #t into|in your gripper|hand", "take #t and hold|keep|lift|raise it [up]", "reach for #t [and_take_it|and_grab_it]",
    "reach out and take|grab #t", "pick #t", "pick up #t please", "lift #t a bit|a_little|slightly|high|up_high",
    "wrap your fingers around #t",
)  # fmt: skip
GONE = (
    "#t goes|belongs out|in_the_trash|in_the_rubbish|in_the_garbage",
    "#t should|must|can|has_to be thrown|tossed|chucked|binned|discarded out|away|please", "#t can|should|must|may go [away|out]",
    "#t can|should|may be binned|discarded|trashed|thrown_out|thrown_away", "i do not want|need #t any_more|anymore|any_longer",
    "nobody needs #t any_more|anymore", "throw|toss|chuck|fling|pitch|hurl #t out|away", "get rid|shot of #t",
    "#t , throw|toss it away|out", "dump|junk|ditch|trash|bin #t", "#t is|are rubbish|garbage|trash|waste , throw it away", "out with #t",
    "away with #t", "#t has to|must|should go , throw it away|out", "i want #t gone|thrown_out|thrown_away|binned",
    "would you mind throwing|tossing #t away|out", "have #t thrown_away|binned|thrown_out", "see #t thrown_out|binned",
    "put #t out with the trash|rubbish|garbage",
)  # fmt: skip
PRESSED = (
    "#t should|must|has_to|needs_to be pressed|pushed", "i want|need #t pressed|pushed", "give #t a press|push|tap|click",
    "press|push|hit|tap|click|poke|punch|trigger|depress #t", "press|push down|on #t", "have|get #t pressed|pushed", "#t , press|push it",
    "make_sure|see_to_it #t is|gets pressed|pushed", "put|place your finger on #t", "#t needs pressing|pushing|a_press|a_push",
)  # fmt: skip
