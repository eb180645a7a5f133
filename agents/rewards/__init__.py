"""Words to rewards: a grammar and a two-stage coder for language models that write the same typed terms, and edits of what is followed."""
