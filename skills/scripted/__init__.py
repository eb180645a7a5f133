"""Scripted skills: experts written by hand, from geometry and closed loops."""
