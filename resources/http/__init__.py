"""The web server in its thread: start and stop, who may come in, and how much they may send."""
