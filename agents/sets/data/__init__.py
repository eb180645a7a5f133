"""Development records of the language sets, by other authors: README.md names them and their licences."""
