"""What happens in a room: pure rules, no clock, no chance, no I/O."""
