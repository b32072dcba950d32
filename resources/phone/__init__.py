"""A volunteer's phone hands in one headshot for the form that is open on the laptop, by a link that lives for five minutes."""
