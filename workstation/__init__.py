"""The thing on the laptop: the listener for cameras, the window for people, and the command line that starts them."""
