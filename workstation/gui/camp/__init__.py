"""The camp and this laptop: setting it up, and opening it."""
