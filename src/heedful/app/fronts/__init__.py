"""Fronts: where people watch, instruct and correct a robot. Each is thin; the conversation is one."""
