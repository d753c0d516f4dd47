"""Who may see what: views built up from nothing, one for each audience."""
