"""What can happen: scenario packs, read-only."""
