"""Unitree G1 over DDS: its low state, its arms through arm_sdk, and walking through its high-level service."""
