"""Tokens, palette, style sheet, icons, fonts and the paint functions that every screen shares."""
