"""The window, by subject. The only place that knows Qt."""
