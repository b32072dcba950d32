"""The Read page: one person's pair of eyes, the strips below, the tools, the grades beside. Nothing is guessed.

A person is opened in three steps that never cross: blank, read, show. What was read for somebody who is no longer wanted is
dropped (HZ-15). Red-free and zoom end with the person (HZ-24).
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from resources.grading.schemes import ICDR, Scheme
from resources.problems import Problem
from resources.store.opinions import OpinionRow
from resources.store.rows import InstanceRow
from resources.terms import Laterality
from workstation.gui import claims
from workstation.gui.background import in_background
from workstation.gui.desk import Desk, perform
from workstation.gui.hints import is_contradicted
from workstation.gui.pictures import THUMB
from workstation.gui.putting_right import keeping_eye, saying_eye
from workstation.gui.style.empty import EmptyRow
from workstation.gui.style.status import Status
from workstation.gui.viewer import keys
from workstation.gui.viewer.bar import ReadBar
from workstation.gui.viewer.captions import Caption
from workstation.gui.viewer.comparison import Comparison
from workstation.gui.viewer.describing import Describing, doubted
from workstation.gui.viewer.frames import EyeView
from workstation.gui.viewer.marking import Marking
from workstation.gui.viewer.originals import NoOriginals, Originals, Wish
from workstation.gui.viewer.pane import EyePane, Zoom
from workstation.gui.viewer.reading import Read, read_list, read_person
from workstation.gui.viewer.signing import Signing
from workstation.gui.viewer.strips import Strips
from workstation.gui.viewer.tools import Tools
from workstation.gui.viewer.unshown import file_name
from workstation.gui.viewer.visit import EYES, Shown, Visit, asks_its_eye, bytes_of, first_of, is_preview
from workstation.imaging.exporting import write_one

_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class ViewerPage(QWidget):
    """``open_list`` from the rail, ``open_person`` from anywhere; ``refresh`` when the feed rang."""

    def __init__(self, desk: Desk, scheme: Scheme = ICDR, originals: Originals | None = None) -> None:
        """Nobody is open. ``scheme`` is the camp's; ``originals`` fetches what left this laptop."""
        super().__init__()
        self._desk, self._look = desk, desk.look
        self._people: tuple[str, ...] = ()
        self._wanted = ""
        self._day: date | None = None
        self._visits: tuple[Visit, ...] = ()
        self._said: tuple[OpinionRow, ...] = ()
        self._shown: Shown | None = None
        self._originals = originals or NoOriginals()
        self._wishes: Mapping[str, Wish] = {}
        self._left: frozenset[str] = frozenset()
        self._is_reading = self._is_stale = False
        self.bar = ReadBar(desk.look, desk.pictures)
        self.right, self.left, self.asked = (EyePane(desk.look, desk.pictures) for _ in range(3))
        self.views = {pane: EyeView(desk.look, pane) for pane in (self.right, self.left, self.asked)}
        self.strips = Strips(desk.look, desk.pictures)
        self.tools = Tools(desk.look)
        self.signing = Signing(desk, scheme, self, lambda: self._shown)
        self.comparison = Comparison(desk, self, lambda: (self._visits, self._shown))
        panes = (self.right, self.left, self.asked, self.comparison.view.then, self.comparison.view.now)
        self.marking = Marking(desk, self, panes)
        self._describing = Describing(desk.look.words, desk.store.zone)
        self._stepping, self._once = keys.stepping(self), keys.once(self)
        self._empty = EmptyRow(desk.look, "eye", "", colour="text2")
        self._views = QStackedWidget()
        self._lay_out()
        self._connect()
        self._paint()

    # --- the frame of the page

    def _lay_out(self) -> None:
        pair = QWidget()
        pair.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # HZ-14
        both = QHBoxLayout(pair)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(1)
        both.addWidget(self.views[self.right], 1)
        both.addWidget(self.views[self.left], 1)
        nobody = QWidget()
        above = QVBoxLayout(nobody)
        above.setContentsMargins(24, 20, 24, 20)
        above.addWidget(self._empty)
        above.addStretch(1)
        for view in (pair, self.views[self.asked], nobody, self.comparison.view, self.signing.checking.view):
            self._views.addWidget(view)
        looking = QVBoxLayout()
        for widget, stretch in ((self._views, 1), (self.strips, 0), (self.tools, 0)):
            looking.addWidget(widget, stretch)
        middle = QHBoxLayout()
        middle.setSpacing(1)
        middle.addLayout(looking, 1)
        middle.addWidget(self.signing.column)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(middle, 1)
        column.addWidget(self.signing.dispute)
        column.addWidget(self.signing.bar)

    def _connect(self) -> None:
        self.bar.stepped.connect(self.step_person)
        self.bar.visit_chosen.connect(self._open_visit)
        self.strips.chosen.connect(self._choose)
        self.strips.answered.connect(self.answer)
        for eye, pane in ((Laterality.RIGHT, self.right), (Laterality.LEFT, self.left)):
            pane.pressed.connect(lambda eye=eye: self._activate(eye))
            pane.tabbed.connect(self.switch_eye)
        self.asked.tabbed.connect(self.switch_eye)
        self.asked.moved.connect(self.tools.show_zoom)
        self.right.moved.connect(lambda zoom: self._link(zoom, self.left))
        self.left.moved.connect(lambda zoom: self._link(zoom, self.right))
        self.tools.red_free.toggled.connect(self._set_red_free)
        self.tools.one_to_one.clicked.connect(self.one_to_one)
        self.tools.fit.clicked.connect(self.fit)
        self.tools.save.clicked.connect(self.save_copy)
        for pane in (self.right, self.left, self.asked):
            pane.told.connect(self._could_not_show)
        for view in self.views.values():
            view.original.wanted.connect(self.fetch_original)
        for pane in self.marking.panes:
            pane.looked_at.connect(self.signing.looked.note)
        self.signing.signed.connect(self._signed)
        self.comparison.changed.connect(self._paint)
        self.signing.judging.changed.connect(self._paint)
        self.marking.changed.connect(self._paint)
        self.marking.sign_in_wanted.connect(self.signing.sign_in_wanted)
        for shape, tool in self.tools.marking.items():
            tool.clicked.connect(lambda _=False, shape=shape: self.marking.take(shape))
        self.signing.checking.changed.connect(self._paint)
        self.tools.check.clicked.connect(self.signing.checking.open)
        self.comparison.view.tabbed.connect(self.switch_eye)
        self.comparison.view.moved.connect(self.tools.show_zoom)
        self.comparison.view.now.told.connect(self._could_not_show)
        self.bar.compare_chosen.connect(self.comparison.choose)
        for mode, tool in self.tools.comparing.items():
            tool.clicked.connect(lambda _=False, mode=mode: self.comparison.toggle(mode))
        self.signing.is_doubtful = self.is_doubtful
        for strip in (self.strips.right, self.strips.left):
            strip.tiles.looked_at.connect(self._doubt)

    # --- who is open

    def open_list(self) -> None:
        """Everybody who has pictures; whoever is open stays open."""

        def show(people: tuple[str, ...]) -> None:
            self._people = people
            if self._wanted not in people:
                self._want(people[0] if people else "")
            self._paint_place()

        in_background(self, lambda: read_list(self._desk.store)).then(show).otherwise(self._desk.tell)

    def open_person(self, patient_uuid: str, people: Sequence[str] = (), *, day: date | None = None) -> None:
        """This person, in a list of people to go through; the visit of that day, or the newest."""
        self._people = tuple(people) or (patient_uuid,)
        self._want(patient_uuid)
        self._day = day

    def step_person(self, by: int) -> None:
        """The next or previous person."""
        place = self._place + by
        if 0 <= place < len(self._people):
            self._want(self._people[place])

    @property
    def _place(self) -> int:
        return self._people.index(self._wanted) if self._wanted in self._people else -1

    def _want(self, patient_uuid: str) -> None:
        """Blank first; then read."""
        self._wanted, self._visits, self._shown = patient_uuid, (), None
        self._left = frozenset()
        self._day = None
        self.tools.red_free.setChecked(False)
        self.comparison.end()
        self.marking.put_away()
        self.signing.blank()
        self.signing.looked.begin()
        self._paint()
        self._read()

    def refresh(self) -> None:
        """Something changed: read whoever is open again, and keep what is looked at."""
        self._read()

    def heard(self) -> None:
        """The feed rang. Nothing is read for a page that nobody sees; it reads when it is seen."""
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed meanwhile."""
        super().showEvent(event)
        self.refresh()

    def _read(self) -> None:
        if not self._wanted:
            return
        if self._is_reading:
            self._is_stale = True
            return
        self._is_reading, wanted = True, self._wanted
        work = in_background(self, lambda: read_person(self._desk.store, wanted, self._originals))
        work.then(self._arrived).otherwise(self._failed)

    def _arrived(self, read: Read) -> None:
        self._is_reading = False
        if read.patient_uuid == self._wanted:
            self._said = read.said
            self.signing.judging.know(read.qualities)
            self.signing.checking.know(read.screen)
            self.marking.know(read.marks)
            self._know_originals(read)
            self._take(read.visits)
        self._read_again(read.patient_uuid)

    def _know_originals(self, read: Read) -> None:
        """Which left; one that is here again while somebody looks at it is said to be so."""
        here = {row.instance_uid for visit in read.visits for row in visit.rows} - read.left
        if self._left & here:
            self._desk.toast.say(claims.original_is_back(self._look.words).text, status=Status.OK)
        self._left, self._wishes = read.left, read.wishes

    @Slot(str)
    def fetch_original(self, uid: str) -> None:
        """Somebody wants the original of that picture here again: it is written down, and sync tries now."""

        def asked(_: object) -> None:
            self._originals.wake()
            self.refresh()

        self._desk.write(self, lambda unit: self._originals.want(unit, uid)).then(asked)

    def _failed(self, problem: Problem) -> None:
        self._is_reading = False
        self._desk.tell(problem)
        self._read_again("")

    def _read_again(self, done: str) -> None:
        stale, self._is_stale = self._is_stale, False
        if stale or (done and done != self._wanted):
            self._read()

    def _take(self, found: tuple[Visit, ...]) -> None:
        self._visits = found
        same = self._shown and next((visit for visit in found if visit.day == self._shown.visit.day), None)
        if same and self._shown:
            self._shown = self._shown.renewed(same)
        else:
            wanted = next((visit for visit in found if visit.day == self._day), None)
            self._shown = first_of(wanted or found[0]) if found else None
        self._open_draft()
        self._paint()

    def _open_draft(self) -> None:
        if self._shown:
            self.signing.open(self._shown.visit, self._said)

    @Slot()
    def _signed(self) -> None:
        """On to the next person; the last one stays, with what was signed."""
        if self._place + 1 < len(self._people):
            self.step_person(1)
        else:
            self.signing.blank()
            self._read()

    @Slot(int)
    def _open_visit(self, place: int) -> None:
        if 0 <= place < len(self._visits):
            self.comparison.end()
            self._shown = first_of(self._visits[place])
            self._open_draft()
            self._paint()

    # --- what is looked at

    @property
    def shown(self) -> Shown | None:
        """The one value that everything on the page is painted from."""
        return self._shown

    def _change(self, change: Callable[[Shown], Shown]) -> None:
        if self._shown:
            self._shown = change(self._shown)
            self._paint()

    @Slot(str)
    def _choose(self, uid: str) -> None:
        self._change(lambda shown: shown.chosen(uid))

    def _activate(self, eye: Laterality) -> None:
        if self._shown and self._shown.active is not eye:
            self._change(lambda shown: Shown(shown.visit, shown.right, shown.left, shown.other, eye))

    @Slot()
    def switch_eye(self) -> None:
        """The other eye becomes the active one."""
        self._change(Shown.switched)
        if self._shown:
            self._pane_of_active().setFocus()

    def zoom_by(self, factor: float) -> None:
        """Larger or smaller, in the middle."""
        self._pane_of_active().zoom_by(factor)

    def step_picture(self, by: int) -> None:
        """The next or previous picture of the active eye."""
        self._change(lambda shown: shown.stepped(by))

    def _pane_of_active(self) -> EyePane:
        if self.comparison.is_on:
            return self.comparison.view.now
        if self._shown and self._shown.asking:
            return self.asked
        left = self._shown is not None and self._shown.active is Laterality.LEFT
        return self.left if left else self.right

    @Slot()
    def one_to_one(self) -> None:
        """One picture pixel is one device pixel; where zoom is linked, in both eyes."""
        self._pane_of_active().one_to_one()

    @Slot()
    def fit(self) -> None:
        """All of the picture."""
        self._pane_of_active().fit()

    def _link(self, zoom: Zoom, other: EyePane) -> None:
        self.tools.show_zoom(zoom)
        if self.tools.linked.isChecked() and not (self.right.is_paper or self.left.is_paper):
            other.follow(zoom)

    @Slot(bool)
    def _set_red_free(self, on: bool) -> None:  # noqa: FBT001  # a Qt slot
        for pane in (self.right, self.left, self.asked, self.comparison.view.then, self.comparison.view.now):
            pane.set_red_free(on)

    def is_doubtful(self, eye: Laterality) -> bool:
        """Whether the picture on the screen of that eye seems to show the other one, and nobody has looked again (HZ-13)."""
        row = self._shown.picture(eye) if self._shown else None
        here = self._desk.pictures.cached(self._desk.pictures.ask(row, THUMB)) if row is not None else None
        return row is not None and here is not None and is_contradicted(row, here.hint)

    @Slot()
    def _doubt(self) -> None:
        """Another picture was looked at: say so where it seems to show the other eye."""
        if any(self.is_doubtful(eye) for eye in EYES):
            self._paint()

    @Slot(object)
    def answer(self, eye: Laterality) -> None:
        """Somebody says which eye the picture shows that is asked about, or looks again at one that is in doubt."""
        row = self._shown.asking if self._shown else None
        said = self._look.words("viewer.set-right" if eye is Laterality.RIGHT else "viewer.set-left")
        if self._shown and row is None and self.is_doubtful(self._shown.active):
            doubted = self._shown.picture(self._shown.active)
            if doubted is not None:
                perform(self._desk, self, keeping_eye(doubted.instance_uid, eye, said), self.refresh)
            return
        if row is None or not asks_its_eye(row):
            return
        perform(self._desk, self, saying_eye([row.instance_uid], eye, said), self.refresh)

    @Slot(object)
    def _could_not_show(self, row: InstanceRow) -> None:
        """Nobody sees it here: it takes no grade, and a copy can be opened elsewhere."""
        self.signing.unseen.add(bytes_of(row))
        self._show_tools()

    def step_frame(self, by: int) -> None:
        """The next or previous frame of what is looked at."""
        self._pane_of_active().step_frame(by)
        if self.comparison.is_on:
            self.comparison.view.then.step_frame(by)

    @Slot()
    def save_copy(self) -> None:
        """Ask where a copy of what is looked at shall go, and write it there."""
        row = self._pane_of_active().row
        if row is None:
            return
        if is_preview(row):
            self._desk.toast.say(claims.needs_original(self._look.words, row).text, status=Status.WARN)
            return
        name, _ = QFileDialog.getSaveFileName(self, self._look.words("viewer.save-copy"), file_name(row))
        if name:
            work = in_background(self, lambda: write_one(self._desk.store, row.instance_uid, Path(name)))
            said = self._look.words("viewer.copy-saved", name=Path(name).name)
            work.then(lambda _: self._desk.toast.say(said)).otherwise(self._desk.tell)

    # --- painting

    def _show_tools(self) -> None:
        """The tool for a copy stands there for a document, and while what is looked at cannot be shown."""
        pane = self._pane_of_active()
        self.tools.show_zoom(pane.zoom)
        can_save = pane.is_paper or (bool(pane.sentence) and not is_preview(pane.row))
        self.tools.save.setVisible(self._shown is not None and can_save)

    @property
    def _today(self) -> date:
        return self._desk.store.clock().astimezone(self._desk.store.zone).date()

    def _paint(self) -> None:
        shown = self._shown
        if shown is None:
            self._paint_nobody()
            return
        self.bar.show_person(shown.visit.patient, self._today)
        days = [visit.day for visit in self._visits]
        self.bar.show_visits(days, days.index(shown.visit.day), self._today)
        for eye, pane in zip(EYES, (self.right, self.left), strict=True):
            caption = self._captioned(eye, shown.picture(eye))
            pane.look_at(
                shown.picture(eye), doubted(caption, eye, self._look.words) if self.is_doubtful(eye) else caption
            )
            pane.set_active(shown.active is eye and shown.asking is None)
        self.asked.look_at(shown.asking, self._describing.without_eye(shown.asking))
        for view in self.views.values():
            view.show_original(self._wishes)
        self._paint_comparison(shown)
        for pane in self.marking.panes:
            pane.show_marks(self.marking.marks(pane.row))
        can = not self.comparison.is_on and not self._pane_of_active().is_paper
        self.tools.show_marking(self.marking.tool, can=can)
        self.strips.show_visit(shown, is_doubtful=shown.asking is None and self.is_doubtful(shown.active))
        self.tools.show_active(self._active_words(shown))
        self._show_tools()
        self.signing.paint()
        self._paint_place()

    def _captioned(self, eye: Laterality, row: InstanceRow | None) -> Caption:
        return self._describing.of_eye(eye, row, quality=self.signing.judging.of(row.instance_uid) if row else None)

    def _paint_comparison(self, shown: Shown) -> None:
        comparison = self.comparison
        is_on = comparison.paint(self._describing.of_eye, self._today)
        if is_on:
            for pane in (comparison.view.then, comparison.view.now):
                pane.set_red_free(self.tools.red_free.isChecked())
        self._views.setCurrentIndex(4 if self.signing.checking.is_open else 3 if is_on else 1 if shown.asking else 0)
        self.strips.setVisible(not self.signing.checking.is_open)
        self.tools.show_check(self.signing.checking.notice)
        self.tools.show_comparing(comparison.view.mode if is_on else None, can=bool(comparison.days))
        self.bar.show_earlier(comparison.days, comparison.day)

    def _active_words(self, shown: Shown) -> str:
        if shown.asking and not asks_its_eye(shown.asking) and shown.asking.laterality is None:
            return ""
        return claims.eye(shown.asking.laterality if shown.asking else shown.active, self._look.words).text

    def _paint_nobody(self) -> None:
        self.bar.blank()
        for pane in (self.right, self.left, self.asked):
            pane.look_at(None, Caption())
            pane.set_active(False)  # a Qt setter
            self.views[pane].show_original({})
        self.strips.blank()
        self.tools.show_active("")
        self.tools.show_check("")
        self.tools.show_comparing(None, can=False)
        self.tools.show_marking(None, can=False)
        self._show_tools()
        self.signing.paint()
        words = self._look.words
        self._empty.say(words("viewer.nobody"), words("viewer.nobody-rest"))
        self._views.setCurrentIndex(0 if self._wanted else 2)
        self._paint_place()

    def _paint_place(self) -> None:
        self.bar.show_place(self._place, len(self._people))

    # --- keys

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z is the draft's as long as there is something to take back; the window's else."""
        is_offered = event.type() == QEvent.Type.ShortcutOverride and self.signing.can_take_back
        if is_offered and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of users.md 5.3. A key that is held down acts once, but for the arrows."""
        held = event.isAutoRepeat()
        if event.matches(QKeySequence.StandardKey.Undo) and self.signing.can_take_back:
            self.signing.take_back()
            return
        if self.signing.checking.is_open:
            self._answer_check(event)
            return
        if not held and not event.modifiers() & ~_PLAIN and self.signing.key(event):
            return
        action = self._stepping.get(Qt.Key(event.key())) or (None if held else self._once.get(Qt.Key(event.key())))
        if action is None or event.modifiers() & ~_PLAIN:
            super().keyPressEvent(event)
            return
        action()

    def _answer_check(self, event: QKeyEvent) -> None:
        """While the patches are shown, keys are answers and nothing else: no grade is given on a picture nobody sees."""
        checking, key = self.signing.checking, event.key()
        if event.isAutoRepeat():
            return
        if key in (Qt.Key.Key_Y, Qt.Key.Key_N):
            checking.answer(key == Qt.Key.Key_Y)
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_K):
            checking.close()

    def escape(self) -> None:
        """Back to the pair of eyes."""
        if self.signing.checking.is_open:
            self.signing.checking.close()
        elif self.marking.tool is not None:
            self.marking.put_away()
        elif self.comparison.is_on:
            self.comparison.end()
        elif self._shown and self._shown.asking:
            self._change(Shown.switched)
