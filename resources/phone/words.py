"""What the phone's page says. English here; whoever makes a link gives the words in the language of the window."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One language. No name is ever among them: a phone that is lost tells nothing."""

    language: str = "en"
    is_right_to_left: bool = False
    title: str = "Photo for the laptop"
    ask: str = "Take a photo of the face of the person beside you. It goes to the form that is open on the laptop."
    choose: str = "Take photo"
    send: str = "Send to the laptop"
    received: str = "The photo is on the laptop. Look there: it is kept when the laptop says so."
    ended: str = "This link has ended. Nothing was stored. Ask for a new code at the laptop."
    other: str = "This is not a photo that can be read. Nothing was stored. Send a JPEG or PNG."
    large: str = "This photo is too large. Nothing was stored. Choose a smaller size in the camera."
    busy: str = "Another photo comes by this link just now. Nothing of yours was stored."
    trouble: str = "That did not work, and nothing was stored. Try again, or take the photo at the laptop."
