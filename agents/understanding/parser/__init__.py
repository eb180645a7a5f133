"""A small neural parser: the second opinion of a sentence; trained by `train`, at work in numpy alone."""
