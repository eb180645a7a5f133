"""Language models behind one interface: embedded, local, on a server, or recorded."""
