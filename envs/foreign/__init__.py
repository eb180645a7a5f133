"""Other people's worlds behind Heedful's protocols: their bodies, their tasks, their own checks of success."""
