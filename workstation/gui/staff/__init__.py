"""Whose hand is on the keys: signing in by PIN, and the lock."""
