"""Keeping rooms alive: one queue and one order a room, on a runtime that owns time and chance."""
