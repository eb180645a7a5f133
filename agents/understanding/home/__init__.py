"""Households: the kinds of things people have at home, abstract wishes for them, and how people ask a robot that drives about."""
