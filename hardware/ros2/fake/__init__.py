"""A simulated robot that is a real ROS 2 peer: ros2_control's semantics before MuJoCo's physics."""
