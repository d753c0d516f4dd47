"""What is remembered: the append-only journal and its stores."""
