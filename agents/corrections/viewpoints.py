"""From where a side is meant: `as I see it`, `from your side`, `on the screen`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import Part

g = GRAMMAR.add
g(
    lambda m: Part("frame", {"frame": "explicit_person"}),
    """
    [seen|as_seen|as_viewed|viewed|looking] from my [own] side|point_of_view|perspective|viewpoint|angle|position|view|end|seat|\
        standpoint|chair|vantage_point|pov
    as i see|look_at|view it|things|this|that
    as i|we see
    from where i am|stand|sit [standing|sitting]
    from here
    [seen] from me|us
    as [it_is] seen by me
    in|from my view|perspective|eyes|pov|frame
    for me
    i mean my left|right
    my side|view
    my perspective
    how i see|look_at it
    the way i see|look_at it
    when i look at it
    as i am looking
    through my eyes
    relative to me
""",
    cost=0.3,
)
g(
    lambda m: Part("frame", {"frame": "explicit_robot"}),
    """
    [seen|as_seen|viewed] from your [own] side|point_of_view|perspective|viewpoint|angle|position|view|end|pov
    as you see|look_at it
    from the robot s|side side|perspective|view|point_of_view
    in|from your view|perspective|pov|eyes|frame
    as seen by you|the_robot
    relative to you|yourself
    for you
    from you
    your side|view|perspective
    from where you stand|are|sit
    the way you see|look_at it
""",
    cost=0.3,
)
g(
    lambda m: Part("frame", {"frame": "camera"}),
    """
    [seen|as_seen|viewed] on|in|from|through|by the|my|this|your screen|camera|picture|image|video|view|monitor|display|feed|\
        video_feed|camera_view|camera_image|camera_picture|live_view|frame|tablet|window|webcam|app|viewer|footage|live_image|shot
    in the camera s view|image|frame|picture
    as the camera sees it
    on screen
    in camera view
    as seen|shown on|in|by the screen|picture|camera|image|video|monitor|display
    in the video stream
    from the camera s perspective|view|point_of_view|viewpoint
""",
    cost=0.3,
)
