"""A whole station in a temporary folder: invented patients, a pretend camera, a pretend headquarters.

One thing with four uses: the newcomer's first minute, the demonstration, the end-to-end fixture, and the bench. Nothing in it
is a real person, and nothing of it is kept.
"""
