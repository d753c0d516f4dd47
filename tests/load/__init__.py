"""Measures, not tests: what a message costs, as a ratio to a bare python-socketio server in the same run."""
