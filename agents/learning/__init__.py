"""Learning loops: what the agent learns of its own attempts."""
