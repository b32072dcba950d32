"""How many requests go at once: what came through and when, in; a number, out. Pure.

One stream gets a third of a line that loses one packet in fifty; several at once fill it. More than the line carries only wait
for each other, and the more are cut when it breaks. So: another one while that brings more, half as many when less comes through.
A line of which nothing is known begins with more of them the longer its first answer took. Refuses to read a clock.
"""

from dataclasses import dataclass, replace

FIRST = 2
MOST = 6
FAR, VERY_FAR = 0.1, 0.8
"""Seconds that the first small answer took, its connection and TLS included. What one stream carries falls with the length of the
way, so that a far headquarters begins with four and one beyond a satellite with six. A busy server seems far, too: the first
measurement takes back what brought nothing."""
MEASURED = 1.0
"""Seconds before anything is concluded: on a fast line many requests fit in, and one slow answer says nothing."""
MORE = 1.05
LESS = 0.7


@dataclass(frozen=True, slots=True)
class Pace:
    """``goodput`` is what came through in a second, when that was last measured; 0 while it was not."""

    streams: int = FIRST
    goodput: float = 0.0
    before: int = 0
    """How many there were before the last step up, while nobody knows yet whether it helps."""
    is_new: bool = True
    """Nothing is known of this line yet: steps double."""
    since: float = 0.0
    size: int = 0
    count: int = 0

    @property
    def lesson(self) -> str:
        """What to remember of this line; nothing while nothing is known."""
        return "" if self.is_new and not self.goodput else str(self.streams)

    def begins(self, now: float) -> "Pace":
        """Measure from now on, as at the beginning of a pass."""
        return replace(self, since=now, size=0, count=0, goodput=0.0, before=0)

    def came(self, size: int, now: float, most: int = MOST) -> "Pace":
        """A request of this size came through, while all the streams were at work."""
        seen = replace(self, size=self.size + size, count=self.count + 1)
        seconds = now - self.since
        if seconds < MEASURED or seen.count < self.streams:
            return seen
        return seen._measured(seen.size / seconds, most).begins_after(now)

    def begins_after(self, now: float) -> "Pace":
        """The next measurement; what was learnt stays."""
        return replace(self, since=now, size=0, count=0)

    def _measured(self, goodput: float, most: int) -> "Pace":
        if not self.goodput or goodput > self.goodput * MORE:
            streams = min(self.streams * 2 if self.is_new else self.streams + 1, most)
            return replace(self, streams=streams, goodput=goodput, before=self.streams if streams > self.streams else 0)
        if goodput < self.goodput * LESS:
            return self.broke()
        return replace(self, streams=self.before or self.streams, goodput=goodput, before=0, is_new=False)

    def broke(self) -> "Pace":
        """Less comes through, or the line broke."""
        return replace(self, streams=max(self.streams // 2, 1), goodput=0.0, before=0, is_new=False)


def remembered(text: str, most: int = MOST, answered: float = 0.0) -> Pace:
    """As many as were good last time; of a line of which nothing is known only in how many seconds it has ``answered``."""
    if not (text.isascii() and text.isdecimal() and int(text[:3])):
        return Pace(min(first(answered), most))
    return Pace(min(int(text[:3]), most), is_new=False)


def first(answered: float) -> int:
    """How many to begin with where the first answer took so many seconds."""
    return FIRST if answered < FAR else 2 * FIRST if answered < VERY_FAR else MOST
