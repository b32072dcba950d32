"""Q on the Read page: what is said of the picture that is looked at, kept at once, with Undo and with advice for taking it again.

Nothing is judged for anybody: a picture of which nobody said anything says nothing (hazards HZ-03, HZ-22).
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from resources.problems import Problem
from resources.store import qualities
from resources.store.hands import has_no_name
from resources.store.qualities import Quality
from resources.terms import Laterality
from workstation.gui import claims
from workstation.gui.desk import Desk
from workstation.gui.style.status import Status
from workstation.gui.viewer.visit import Shown, is_preview

CYCLE: tuple[Quality | None, ...] = (None, *Quality)


class Judging(QObject):
    """The quality of the pictures that are on the screen. ``changed`` asks the page to paint."""

    changed = Signal()
    sign_in_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget, shown: Callable[[], Shown | None]) -> None:
        """Nothing said."""
        super().__init__(parent)
        self._desk, self._page, self._shown = desk, parent, shown
        self._known: dict[str, Quality | None] = {}
        self._on_the_way: list[str] = []

    def know(self, read: Mapping[str, Quality]) -> None:
        """What stands in the store."""
        self._known = {**read, **{uid: self._known.get(uid) for uid in self._on_the_way}}

    def of(self, uid: str) -> Quality | None:
        """What is said of that picture."""
        return self._known.get(uid)

    @property
    def ungradable(self) -> frozenset[str]:
        """The pictures that nothing may be read from that sends a person home."""
        return frozenset(uid for uid, said in self._known.items() if said is not None and said.is_ungradable)

    def cycle(self, eye: Laterality | None = None) -> None:
        """The next word on the picture of that eye; without one, of the eye that is active."""
        shown = self._shown()
        row = shown.picture(eye or shown.active) if shown and not shown.asking else None
        if row is None or not row.has_pixels:
            return
        if has_no_name(self._desk.actor()):
            self.sign_in_wanted.emit()
            return
        if is_preview(row):
            claim = claims.needs_original(self._desk.look.words, row)
            self._desk.toast.say(claim.text, status=claim.status or Status.WARN)
            return
        place = CYCLE.index(self.of(row.instance_uid))
        self._say(row.instance_uid, CYCLE[(place + 1) % len(CYCLE)])

    def _say(self, uid: str, quality: Quality | None) -> None:
        before = self.of(uid)
        words, advice = self._desk.look.words, f"quality.advice.{quality.value}" if quality else "quality.taken-back"
        toast = self._desk.toast
        self._keep(uid, quality, before, lambda: toast.say(words(advice), lambda: self._undo(uid, quality, before)))

    def _undo(self, uid: str, quality: Quality | None, before: Quality | None) -> None:
        self._keep(uid, before, quality, lambda: self._desk.toast.say(self._desk.look.words("desk.undone")))

    def _keep(self, uid: str, quality: Quality | None, before: Quality | None, then: Callable[[], None]) -> None:
        """Shown at once, stored behind; what could not be stored is not shown any longer."""
        self._known[uid] = quality
        self._on_the_way.append(uid)
        self.changed.emit()

        def done(_: object) -> None:
            self._on_the_way.remove(uid)
            then()

        def failed(problem: Problem) -> None:
            self._on_the_way.remove(uid)
            self._known[uid] = before
            self._desk.tell(problem)
            self.changed.emit()

        self._desk.write(self._page, lambda unit: qualities.say(unit, uid, quality)).then(done).otherwise(failed)
