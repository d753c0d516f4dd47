"""Proof of the rules: given facts, when asked, then facts or a refusal."""
