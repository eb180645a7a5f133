"""Questions about time: how fast the robot goes, how long it takes, when it is done."""

from __future__ import annotations

from heedful.agents.corrections.asking import query
from heedful.agents.corrections.classes import GRAMMAR

g = GRAMMAR.add
g(
    query("speed"),
    """
    how fast|quick|quickly|slow|slowly are|can|do|is|were|will you|it|that|this [go|going|move|moving|travelling|driving|moving_now|\
        drive|be|run|running|the_arm] [now|there|right_now|at_the_moment]
    how fast|slow is|are that|this|it|you
    what speed|pace [are|is|do] [you|it|this] [going|at|moving|go|set_to|doing|running_at] [at|now]
    what is your|the [current|top|maximum|max] speed|pace|velocity
    at what|which speed|pace are|do you [moving|going|go|move|working|running|drive]
    is that|this your|the top|full|maximum|normal|fastest|highest|usual [speed|pace]
    are you going|moving|running|at [at] full|normal|half|top|slow|maximum speed
    is_that_as_fast_as_you_can go [any] faster|slower|quicker
    is that as fast|slow as you can [go]
    how many centimetres|metres|meters|centimeters|cm|percent [a|per] [second] [is_that|are_you_going|are_you_doing]
""",
    cost=0.33,
)
g(
    query("time"),
    """
    how long|much_longer|much_time|many_minutes|many_seconds|much_more_time [more] [will|is|does|do|are|would|is_left|have|until|\
        till|to_go|does_it|left|has] [you|it|this|that|left|the_whole_thing|for|there|be] [take|need|be|going_to|taking|last|left|\
        taken|gonna|been|have] [you|to|left|take|until|for_that|to_finish|to_be_done|be|longer|still|doing|to_go|running|at_it] \
        [{any}]
    how long|much_longer [{any}]
    how many more|minutes|seconds minutes|seconds|until|to_go|left|more|will|do|does [{any}]
    when are|will|do|is|does you|it|this|that|be [be|going_to_be|finished|done|finish|have|ready|expect|over|going_to] [done|\
        finished|ready|finish|finish_it|it_done|complete|over|be_done|be_finished|be_ready|with_it|with_that] [{any}]
    how much time|longer is|do left|you|is_left [need|left|have] [{any}]
    what [is_the|time] [time] will|is it|left|remaining|you [take|be_finished|be_done]
    will it|this|that take [much] long|longer
    how soon will|can|are [{any}]
    is this|it|that going to take [much] long|longer|forever|all_day
    what is the eta
    eta
    are you [nearly|almost] there yet
    will you be long|much_longer
    what time is it|will
    by when [{any}]
    when will that|this|it|you be [{any}]
""",
    cost=0.33,
)
g(
    query("time"),
    """
    [and|so|about|roughly|any_idea|do_you_know] how|any_idea_how much longer|long|much_time|many_minutes|many_seconds|much_more_time|\
        soon|long_still [now|still|more|yet|to_go|until|till|before|will|is|does|do|are|for|left|remaining|will_it_be|will_that_be|\
        will_this_be|will_you_be] [{any}]
    when|what_time|how_soon|by_when will|do|does|is|are|can|would|should you|this|that|it|the_task|the_job|we|i be|finish|get|have|\
        expect|done|over|end|ready|finished|complete|going_to|likely|through|there [{any}]
    [are|will|is] [you|it|this|we] [be] nearly|almost|about|soon|going_to_be|close_to done|finished|there|ready|through|over|being_done|\
        complete|long|much_longer [yet|now|with_it|with_that]
    will|is|does|do [it|this|that|you] [going_to|be|take|need] [take|be|much|need] [very|much|a] long|longer|much_longer|a_while|all_day \
        [now|still|more|time|left|to_go]
    what is the [estimated|remaining|expected] time|eta|duration [left|remaining|of_arrival]
    time left|remaining|to_go|estimate
    how far along|through are you
""",
    cost=0.345,
)
