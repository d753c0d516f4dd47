"""What the journal tells: the timeline, who knew what when, and how things moved."""
