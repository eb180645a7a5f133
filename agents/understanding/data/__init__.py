"""Words of English, to tell a slip of the pen from a word that is only not known here: README.md names the source and its licences."""
