"""The letter that a person takes home: what it says, how it looks on paper, and the act of printing it."""
