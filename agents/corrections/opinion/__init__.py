"""A second opinion on what was said, asked where the grammar leaves words over or finds nothing.

It is a linear model over word vectors and pairs of words. It knows words it was never taught by what they are like (`affirmative`),
and was taught `sayings.txt`. It acts where it is sure, asks where it is nearly, and is silent elsewhere. Of which thing was spoken it
knows nothing.
"""

from heedful.agents.corrections.opinion.agreeing import agrees
from heedful.agents.corrections.opinion.guess import guessed

__all__ = ["agrees", "guessed"]
