"""Heedful: robots that heed what people say."""
