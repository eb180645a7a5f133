"""ROS 2: one small seam (`seam.Transport`), what carries messages under it, and the drivers above it."""
