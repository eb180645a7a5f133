"""The executable `node` of a ROS 2 workspace; everything of it is in the heedful package."""
