"""What can go wrong in the world, with a sentence for a person.

    Problem                       something in the world, never a traceback on screen
      Invalid                     what was given cannot be used
        TooLarge                  more than the cap of that surface
        Unsupported               a media type or syntax that is not served
      NotFound                    no such resource
        Gone                      it was here and was removed
      Conflict                    it changed meanwhile, or exists otherwise
      Refused                     not allowed
        Unauthorized              not signed in
      Unavailable                 the other side, or the disk, is busy; may carry retry_after
        Offline                   no way to headquarters
          Portal                  something that is not headquarters answered
      StorageFull                 no room
      Damaged                     digest or structure does not match
      Locked                      the key does not fit, or another Eyecamp has the station open

Everything that is not a Problem is our bug. A Problem is raised where the fact is known and translated once, at the rim:
each surface has one table from these classes to its own language (``*/problems.py``).
"""


class Problem(Exception):
    """Something in the world. ``str(problem)`` is a sentence for a person."""

    def __init__(self, sentence: str, *, fields: dict[str, str] | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.fields = dict(fields or {})


class Invalid(Problem):
    """What was given cannot be used. ``fields`` names the culprits."""


class TooLarge(Invalid):
    """More bytes than this surface takes."""


class Unsupported(Invalid):
    """A media type, transfer syntax or form that is not served."""


class NotFound(Problem):
    """No such resource."""


class Gone(NotFound):
    """It was here and was removed; its history remains."""


class Conflict(Problem):
    """It changed meanwhile, or exists otherwise."""


class Refused(Problem):
    """Not allowed."""


class Unauthorized(Refused):
    """Nobody is signed in, or the token is not known."""


class Unavailable(Problem):
    """The other side, or the disk, is busy. ``retry_after`` is in seconds, where it was said."""

    def __init__(self, sentence: str, *, retry_after: float | None = None) -> None:
        super().__init__(sentence)
        self.retry_after = retry_after


class Offline(Unavailable):
    """No way to headquarters."""


class Portal(Offline):
    """Something answered that is not headquarters: a login page, another server."""


class StorageFull(Problem):
    """No room on this laptop."""


class Damaged(Problem):
    """A digest or a structure does not match what it must be."""


class Locked(Problem):
    """The key does not fit, or another Eyecamp has this station open."""
