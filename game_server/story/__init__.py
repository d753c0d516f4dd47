"""What the journal tells: folds beside the state, for the desk and the debrief. Pure."""
