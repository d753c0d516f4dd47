"""Players who are not people: bots on the same wire, and whole games without sockets."""
