"""What is wished for rather than told, and how it is to be done, for both kinds of bodies."""

from __future__ import annotations

from heedful.agents.rewards.phrases import ASIDE, LEGGED, WHILE, add, mark, said

add(mark(ASIDE), """
    i|we [would] like|love|want|need|prefer it if
    why do_not you
    [i] wonder|suppose [if|whether] you could|can|would
    how|what about
    please do|could you
    go ahead and
    [and] be quick about it
    if you can|could|would|like|please
    now that|this
    would you
    let s|us [see] [you]
    over there
    quite|rather|sort_of|kind_of|simply|really
""", 0.22)  # fmt: skip
add(mark(WHILE), """
    all the while|time
    the whole time
    in|at the meantime|process
    [and] throughout
""", 0.0)  # fmt: skip
add(said(gentle=True), """
    be careful|gentle [with|about] [it|that|them]
    it bruises|breaks|is_fragile|spills
    go easy [on|with] [it|that|them]
    ease
    handle with care
""", 0.3)  # fmt: skip
add(said(steady=True), """
    mind|watch|keep [your|the] balance [above_all|first]
    stability|balance first|above_all
    do_not|never fall|topple|tip [over]
    above all
""", 0.3, (LEGGED,))  # fmt: skip
add(said(smooth=True), """
    as smoothly|steadily|fluidly as possible|you_can
    glide
    without jerks|jerking|jolts|wobbling
""", 0.3)  # fmt: skip
