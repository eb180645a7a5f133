"""Worlds of robots on legs: the ground they stand on, what is measured of them over time, and tasks judged on that."""
