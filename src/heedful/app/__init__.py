"""The fronts: command line, report."""
