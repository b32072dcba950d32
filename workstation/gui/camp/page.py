"""The Camp page: the cameras with their doctor and rules, the card to type into them; the camp, a backup, practice.

It reads off the GUI thread and calls a camera there too. Rules are kept by the camera book, with Undo.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from resources.problems import Problem
from resources.store import cameras, staff
from resources.store.rows import CameraSample
from resources.store.staff import StaffRow
from resources.store.store import Store
from resources.wire.camerarules import CameraRules
from workstation.gui.background import in_background, in_turn
from workstation.gui.bridge import FeedBridge
from workstation.gui.camp.camera_list import CameraList
from workstation.gui.camp.doctor_card import DoctorCard
from workstation.gui.camp.other_tabs import BackupTab, FactsTab, PracticeTab
from workstation.gui.camp.rules_form import RulesForm
from workstation.gui.camp.settings_card import SettingsCard, networks, paint_on_paper
from workstation.gui.camp.state import CameraView, CampView, Echoed, Facts, Services, blocked, read_camp
from workstation.gui.desk import Desk
from workstation.gui.live import Live
from workstation.gui.paper import ask_printer
from workstation.gui.problems import told
from workstation.gui.staff.staff_tab import StaffTab
from workstation.gui.style.buttons import Button
from workstation.gui.style.labels import MarkWidget, card, label, paragraph
from workstation.gui.style.scrolling import scrolling
from workstation.gui.style.status import Status

LIST, SIDE = 264, 300
GLANCE = 3000
"""Milliseconds between two looks at what the cameras say, while the page is open."""
TABS = ("cameras", "camp", "staff", "backup", "practice")


def read_staff(store: Store) -> tuple[StaffRow, ...]:
    """Who works here now. Not for the GUI thread."""
    with store.read() as unit:
        return tuple(staff.listed(unit))


class CampPage(QWidget):
    """``view`` is what it shows of cameras; ``chosen`` the AE title of the one in the middle."""

    shown = Signal()
    """What was read is on the screen."""

    def __init__(self, desk: Desk, bridge: FeedBridge, services: Services) -> None:
        """Cameras first."""
        super().__init__()
        self._desk, self._look, self._services = desk, desk.look, services
        self.view: CampView | None = None
        self.facts: Facts | None = None
        self.chosen = ""
        self.cameras, self.doctor, self.form = CameraList(desk.look), DoctorCard(desk.look), RulesForm(desk.look)
        self.card = SettingsCard(desk.look, networks(), may_choose=services.listen_at is not None)
        self.camp, self.backup = FactsTab(desk.look), BackupTab(desk.look)
        self.staff = StaffTab(desk)
        self.practice = PracticeTab(desk.look, is_offered=services.practise is not None)
        self.tabs = tuple(self._tab(key) for key in TABS)
        self._stack, self._middle = QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._live = Live(
            self,
            lambda: (read_camp(desk.store, services), services.facts(), read_staff(desk.store)),
            self._show,
            desk.tell,
        )
        self._connect(bridge)
        self.open_tab("cameras")

    # --- the frame of the page

    def _tab(self, key: str) -> Button:
        made = Button(self._look, self._look.words(f"camp.tab-{key}"), rank="quiet")
        made.setCheckable(True)
        made.clicked.connect(lambda: self.open_tab(key))
        return made

    def _lay_out(self) -> None:
        head, group = QHBoxLayout(), QButtonGroup(self)
        head.setSpacing(8)
        head.addWidget(label(self._look, self._look.words("camp.title"), "screen"), 0)
        head.addSpacing(16)
        for tab in self.tabs:
            group.addButton(tab)
            head.addWidget(tab)
        head.addStretch(1)
        for page in (self._cameras_tab(), self.camp, self.staff, self.backup, self.practice):
            self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(16)
        whole.addLayout(head)
        whole.addWidget(self._stack, 1)

    def _cameras_tab(self) -> QWidget:
        self._middle.addWidget(self.doctor)
        self._middle.addWidget(self.form)
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        beside.addWidget(self.card)
        beside.addWidget(self._stranger_card())
        beside.addStretch(1)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(24)
        if self._look.is_large:  # one column, design-system section 7
            for row, part in enumerate((self.cameras, self._middle, side)):
                grid.addWidget(part, row, 0)
                part.setMinimumHeight(self._look.px(330) if part is not side else 0)
            return scrolling(inside)
        self.cameras.setFixedWidth(self._look.px(LIST))
        scrolled = scrolling(side)
        scrolled.setFixedWidth(self._look.px(SIDE))
        for column, part in enumerate((self.cameras, self._middle, scrolled)):
            grid.addWidget(part, 0, column)
        grid.setColumnStretch(1, 1)
        return inside

    def _stranger_card(self) -> QWidget:
        look, words = self._look, self._look.words
        self.stranger = card()
        column = QVBoxLayout(self.stranger)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(8)
        head, row = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(MarkWidget(look, Status.UNKNOWN, 16))
        title = paragraph(look, words("camp.someone-new"), "body")
        title.setFont(look.strong("body"))
        head.addWidget(title, 1)
        self._who = paragraph(look, "", "caption", "second")
        self.name_it, self.block = Button(look, words("camp.name-it")), Button(look, words("camp.block"))
        row.setSpacing(8)
        row.addWidget(self.name_it, 1)
        row.addWidget(self.block, 1)
        column.addLayout(head)
        column.addWidget(self._who)
        column.addLayout(row)
        self.stranger.hide()
        return self.stranger

    def _connect(self, bridge: FeedBridge) -> None:
        bridge.rang.connect(self._glance)
        self.cameras.chosen.connect(self.choose)
        self.cameras.added.connect(lambda: self._open_rules(None))
        self.doctor.echo_wanted.connect(self.test_echo)
        self.doctor.rules_wanted.connect(lambda: self._open_rules(self._camera()))
        self.form.left.connect(self._show_doctor)
        self.form.kept.connect(self.keep)
        self.form.forgotten.connect(self.forget)
        self.card.printed.connect(self._print)
        self.card.listen_at.connect(self._listen_at)
        self.name_it.clicked.connect(lambda: self._open_rules(self._stranger()))
        self.block.clicked.connect(self._block)
        self.backup.wanted.connect(self._back_up)
        self.practice.opened.connect(self._practise)
        self.staff.changed.connect(self.refresh)
        for key, act in ((QKeySequence("F5"), self.test_echo), (QKeySequence("Esc"), self._show_doctor)):
            QShortcut(key, self).activated.connect(act)
        glance = QTimer(self)
        glance.setInterval(GLANCE)
        glance.timeout.connect(self._glance)
        glance.start()

    def open_tab(self, key: str) -> None:
        """Go there."""
        place = TABS.index(key)
        self.tabs[place].setChecked(True)
        self._stack.setCurrentIndex(place)

    # --- reading and showing

    @Slot()
    def _glance(self) -> None:
        if self.isVisible():  # showEvent reads anew
            self.refresh()

    def refresh(self) -> None:
        """Read how it stands, and show it."""
        self._live.again()

    def showEvent(self, event: QShowEvent) -> None:
        """What is seen is read anew."""
        super().showEvent(event)
        self.refresh()

    def _show(self, read: tuple[CampView, Facts, tuple[StaffRow, ...]]) -> None:
        before = self.view
        self.view, self.facts, people = read
        self.staff.show_staff(people)
        view = self.view
        if view.find(self.chosen) is None:
            self.chosen = view.cameras[0].rules.ae_title if view.cameras else ""
        if before is None or before.cameras != view.cameras or not self.cameras.buttons:
            self.cameras.show_cameras(view.cameras, self.chosen)
        self.card.show_here(view.here, self._services.ae_title)
        self.camp.show_facts(self.facts)
        self._show_camera()
        self._show_stranger()
        self.shown.emit()

    def _camera(self) -> CameraView | None:
        return self.view.find(self.chosen) if self.view else None

    def _stranger(self) -> CameraView | None:
        return self.view.stranger if self.view else None

    def _show_camera(self) -> None:
        camera = self._camera()
        for button in (self.doctor.echo, self.doctor.rules):
            button.setEnabled(camera is not None)
        notes = self.view.notes_of(self.chosen) if self.view and camera else ()
        self.doctor.show_camera(camera, notes, self._desk.store.zone)

    def _show_stranger(self) -> None:
        found = self._stranger()
        self.stranger.setVisible(found is not None)
        if found:
            island = self._look.words.island
            text = self._look.words(
                "camp.someone-new-rest", name=island(found.rules.title), address=island(found.address)
            )
            self._who.setText(text)

    def choose(self, ae_title: str) -> None:
        """Show this camera's doctor."""
        self.chosen = ae_title
        self._show_camera()
        self._show_doctor()

    def _show_doctor(self) -> None:
        self._middle.setCurrentWidget(self.doctor)

    # --- rules

    def _open_rules(self, camera: CameraView | None) -> None:
        """The form, once the camera's latest pictures were read."""
        title = camera.rules.ae_title if camera else ""
        fixed = self._services.book.fixed(title) if camera else frozenset()

        def read() -> list[CameraSample]:
            with self._desk.store.read() as unit:
                return cameras.samples(unit, title) if title else []

        def show(samples: list[CameraSample]) -> None:
            if camera:
                self.chosen = title
            self.form.open(camera, fixed, samples)
            self._middle.setCurrentWidget(self.form)
            self.shown.emit()

        in_background(self, read).then(show).otherwise(self._desk.tell)

    def keep(self, said: CameraRules) -> None:
        """Write these rules down; Undo brings back what was before."""
        book, actor = self._services.book, self._desk.actor()
        before = book.written(said.ae_title)
        back = partial(book.save, before, actor) if before else partial(book.forget, said.ae_title, actor)
        name = self._look.words.island(said.title)
        self.chosen = said.ae_title
        self._write(lambda: book.save(said, actor), self._look.words("rules.kept", name=name), back)

    def forget(self, ae_title: str) -> None:
        """From now on it is a camera like any unknown one."""
        book, actor = self._services.book, self._desk.actor()
        before = book.written(ae_title)
        if before is not None:
            sentence = self._look.words("rules.forgotten", name=self._look.words.island(before.title))
            self._write(partial(book.forget, ae_title, actor), sentence, partial(book.save, before, actor))

    def _block(self) -> None:
        found = self._stranger()
        if found is not None:
            book, actor, title = self._services.book, self._desk.actor(), found.rules.ae_title
            sentence = self._look.words("camp.is-blocked", name=self._look.words.island(title))
            self._write(partial(book.save, blocked(found.rules), actor), sentence, partial(book.forget, title, actor))

    def _write(self, act: Callable[[], object], sentence: str, back: Callable[[], object]) -> None:
        def done(_: object) -> None:
            self._desk.toast.say(sentence, take_back)
            self._show_doctor()
            self.refresh()

        def take_back() -> None:
            in_turn(self, back).then(undone).otherwise(self._desk.tell)

        def undone(_: object) -> None:
            self._desk.toast.say(self._look.words("desk.undone"))
            self.refresh()

        in_turn(self, act).then(done).otherwise(self._desk.tell)

    # --- what takes a while

    def test_echo(self) -> None:
        """Call the camera, off the GUI thread; the answer stands above its log."""
        camera = self._camera()
        if camera is None or not self.doctor.echo.isEnabled():
            return
        title, words = camera.rules.ae_title, self._look.words
        self.doctor.echo.setEnabled(False)
        self.doctor.say(words("doctor.calling", name=words.island(camera.rules.title)), Status.BUSY)

        def show(answer: Echoed) -> None:
            self.doctor.echo.setEnabled(True)
            if self.chosen == title:  # a late answer is not another camera's
                self.doctor.show_answer(answer)
            self.shown.emit()

        in_background(self, lambda: self._services.echo(camera.rules)).then(show).otherwise(self._desk.tell)

    def _listen_at(self, host: str) -> None:
        listen = self._services.listen_at
        words = self._look.words
        if listen is None:
            return

        def done(_: None) -> None:
            self._desk.toast.say(words("card.listening", address=words.island(host)))
            self.refresh()

        in_turn(self, lambda: listen(host)).then(done).otherwise(self._desk.tell)

    def _back_up(self, folder: str, passphrase: str) -> None:
        def failed(problem: Problem) -> None:
            self.backup.show_failed(told(problem, self._look.words).line)

        work = partial(self._services.backup, Path(folder), passphrase)
        in_background(self, work).then(self.backup.show_done).otherwise(failed)

    def _practise(self) -> None:
        if self._services.practise:
            self._services.practise()
            self._desk.toast.say(self._look.words("practice.opened"))

    def _print(self) -> None:
        here, camp = self.card.here, self.facts.camp if self.facts else ""
        if here is None:
            return
        ask_printer(self, lambda printer: paint_on_paper(printer, here, camp, self._look.words))
