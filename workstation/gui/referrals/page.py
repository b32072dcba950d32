"""Referrals: who must be seen, the urgent first, whether somebody told them, across all days (hazard HZ-04).

Above them stands what headquarters asks to be read. Nobody leaves this page by itself, and nothing on it is ticked for anybody.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.grading.schemes import Outcome
from resources.store import referrals
from resources.store.hands import has_no_name
from resources.wire.prematurity import USUAL, FirstExamination
from sync import tasks
from sync.taskplan import Step
from workstation.gui import claims
from workstation.gui.background import FOR_COUNTING, FOR_READING
from workstation.gui.bridge import FeedBridge
from workstation.gui.desk import Change, Desk, perform, undo_of
from workstation.gui.desk import Step as Act
from workstation.gui.gallery import Gallery
from workstation.gui.live import Live
from workstation.gui.people_text import name_of
from workstation.gui.referrals.asked import AskedLine, AskedView, ReadAsked
from workstation.gui.referrals.listing import Listing, ReadRefusal, ReferralView, fits, read_referrals
from workstation.gui.referrals.row import OverdueLine, PaperLine, ReferralLine
from workstation.gui.style.empty import EmptyRow
from workstation.gui.style.entries import SearchField
from workstation.gui.style.labels import MarkWidget, card, count, label, paragraph, rule
from workstation.gui.style.layouts import empty
from workstation.gui.style.scrolling import downwards
from workstation.gui.style.status import Status
from workstation.gui.today.board import ReadLevels

GROUPS = ((Outcome.URGENT, Status.URGENT), (Outcome.REFER, Status.WARN))
SHOWN = 100
"""Lines on the page; the rest is counted in the last one and found by the search."""


class ReferralsPage(QWidget):
    """``opened`` leads to a person; ``sign_in_wanted`` when nobody has said whose hand it is."""

    opened = Signal(str)
    sign_in_wanted = Signal()
    read_wanted = Signal(str, object)
    """A person and the day of a visit: somebody begins to read what headquarters asks."""
    counted = Signal(int)

    def __init__(
        self,
        desk: Desk,
        bridge: FeedBridge,
        levels: ReadLevels,
        rule: FirstExamination = USUAL,
        asks: ReadAsked = lambda _: (),
        refuses: ReadRefusal = lambda *_: "",
    ) -> None:
        """Nothing read yet. ``rule``: when the eyes of a baby born too early are due; ``asks``: what headquarters asks;
        ``refuses``: why it does not take a referral."""
        super().__init__()
        self._desk, self._look = desk, desk.look
        words = desk.look.words
        self._listing: Listing | None = None
        self._gallery = Gallery(self, desk.pictures)
        self.lines: list[ReferralLine] = []
        self.papers: list[PaperLine] = []
        self.overdue: list[OverdueLine] = []
        self.asked: list[AskedLine] = []
        self.untold = paragraph(desk.look, "", "body", "second")
        self.search = SearchField(desk.look, words("referrals.search"))
        self.empty = EmptyRow(desk.look, "send", words("referrals.empty"), words("referrals.empty-rest"))
        self._column = QVBoxLayout()
        self._lay_out()
        self._live = Live(
            self, lambda: read_referrals(desk.store, levels, rule, asks, refuses), self._show, desk.tell, self._rank
        )
        bridge.rang.connect(self._live.again)  # seen or not: the rail counts who has not been spoken to
        self._gallery.changed.connect(self._render)
        self.search.textChanged.connect(lambda _: self._render())
        QShortcut(QKeySequence("/"), self).activated.connect(self.search.setFocus)
        self._live.again()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(label(self._look, self._look.words("rail.referrals"), "screen"))
        head.addWidget(self.untold, 1)
        self.search.setFixedWidth(min(self._look.px(260), 420))
        head.addWidget(self.search)
        inside = QWidget()
        inside.setObjectName("page")
        self._column.setContentsMargins(0, 0, 0, 20)
        self._column.setSpacing(0)
        inside.setLayout(self._column)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 20, 24, 0)
        page.setSpacing(16)
        page.addLayout(head)
        page.addWidget(downwards(inside), 1)

    def _rank(self) -> int:
        """Unseen it is read for the rail's count alone."""
        return FOR_READING if self.isVisible() else FOR_COUNTING

    def showEvent(self, event: QShowEvent) -> None:
        """What is known, at once; then what changed meanwhile."""
        super().showEvent(event)
        self._render()
        self._live.again()

    def _show(self, listing: Listing) -> None:
        self._listing = listing
        untold = sum(1 for view in listing.views if view.row.is_urgent and view.row.told_at is None)
        asked = sum(1 for view in listing.asked if view.row.step in (Step.OPEN, Step.WAITS))
        self.counted.emit(untold + len(listing.overdue) + asked)
        self._render()

    def _render(self) -> None:
        listing = self._listing
        if listing is None or not self.isVisible():
            return
        self._clear()
        words = self._look.words
        untold = sum(1 for view in listing.views if view.row.told_at is None)
        self.untold.setText(claims.untold(untold, words).text if listing.views else "")
        if listing.overdue and not self.search.text():
            self._column.addWidget(self._overdue(listing))
            self._column.addSpacing(16)
        if listing.asked and not self.search.text():
            self._column.addWidget(self._asked(listing))
            self._column.addSpacing(16)
        views = [view for view in listing.views if fits(view, self.search.text())]
        for outcome, status in GROUPS:
            group = [view for view in views if view.row.outcome is outcome]
            if group:
                self._column.addWidget(self._group(listing, outcome, status, group))
                self._column.addSpacing(16)
        if listing.papers and not self.search.text():
            self._column.addWidget(self._papers(listing))
            self._column.addSpacing(16)
        self._column.addWidget(self.empty)
        self.empty.setVisible(not (listing.views or listing.papers or listing.overdue or listing.asked))
        self._column.addStretch(1)

    def _clear(self) -> None:
        self.lines, self.papers, self.overdue, self.asked = [], [], [], []
        empty(self._column, but=self.empty)

    def _group(self, listing: Listing, outcome: Outcome, status: Status, views: list[ReferralView]) -> QWidget:
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 6)
        head.setSpacing(10)
        head.addWidget(MarkWidget(self._look, status))
        head.addWidget(label(self._look, claims.referral_group(outcome, self._look.words).text, "section", strong=True))
        head.addWidget(count(self._look, len(views), tone="second"))
        head.addStretch(1)
        column.addLayout(head)
        for view in views[:SHOWN]:
            column.addWidget(rule())
            column.addWidget(self._line(listing, view))
        if len(views) > SHOWN:
            column.addWidget(
                label(self._look, self._look.words("referrals.more", n=len(views) - SHOWN), "label", "second")
            )
        return frame

    def _headed(self, status: Status, title: str, number: int) -> tuple[QWidget, QVBoxLayout]:
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 10, 0, 4)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 6)
        head.setSpacing(10)
        head.addWidget(MarkWidget(self._look, status))
        head.addWidget(label(self._look, title, "section", strong=True))
        head.addWidget(count(self._look, number, tone="second"))
        head.addStretch(1)
        column.addLayout(head)
        return frame, column

    def _overdue(self, listing: Listing) -> QWidget:
        """Babies whose eyes should have been looked at (HZ-30)."""
        frame, column = self._headed(Status.URGENT, self._look.words("newborn.overdue"), len(listing.overdue))
        for one in listing.overdue[:SHOWN]:
            line = OverdueLine(self._look, one, listing.today)
            line.opened.connect(self.opened)
            self.overdue.append(line)
            column.addWidget(rule())
            column.addWidget(line)
        return frame

    def _asked(self, listing: Listing) -> QWidget:
        """What headquarters asks to be read."""
        frame, column = self._headed(Status.WAIT, self._look.words("tasks.title"), len(listing.asked))
        for view in listing.asked:
            line = AskedLine(self._look, view, listing.levels, self._gallery, listing.today)
            line.opened.connect(self.opened)
            line.taken.connect(self._take)
            line.given.connect(self._give_back)
            line.seen.connect(self._put_aside)
            self.asked.append(line)
            column.addWidget(rule())
            column.addWidget(line)
        return frame

    def _papers(self, listing: Listing) -> QWidget:
        """Who holds a letter that is not true any more (HZ-28)."""
        frame, column = self._headed(Status.WARN, self._look.words("letters.to-replace"), len(listing.papers))
        for call in listing.papers[:SHOWN]:
            line = PaperLine(self._look, call)
            line.opened.connect(self.opened)
            self.papers.append(line)
            column.addWidget(rule())
            column.addWidget(line)
        return frame

    def _line(self, listing: Listing, view: ReferralView) -> ReferralLine:
        line = ReferralLine(self._look, view, listing, self._gallery, self._desk.store.zone)
        line.told.connect(self._tell)
        line.attended.connect(self._attend)
        line.ended.connect(self._end)
        line.opened.connect(self.opened)
        self.lines.append(line)
        return line

    # --- what a person says

    def _view(self, uuid: str) -> ReferralView | None:
        views = self._listing.views if self._listing else ()
        return next((view for view in views if view.row.uuid == uuid), None)

    def _tell(self, uuid: str, how: str) -> None:
        view = self._view(uuid)
        if view is None:
            return
        words, before = self._look.words, view.row.told_how
        forth: Change = lambda unit: referrals.tell(unit, uuid, how or before)  # noqa: E731
        back: Change = lambda unit: referrals.untell(unit, uuid)  # noqa: E731
        said = words("referrals.told" if how else "referrals.not-told", name=name_of(view.patient))
        self._do(Act(forth, said, back) if how else Act(back, said, forth))

    def _attend(self, uuid: str) -> None:
        view = self._view(uuid)
        if view is None:
            return
        said = self._look.words("referrals.was-seen", name=name_of(view.patient))
        self._do(Act(lambda unit: referrals.attend(unit, uuid), said, lambda unit: referrals.reopen(unit, uuid)))

    def _end(self, uuid: str, why: str) -> None:
        """It ends for another reason than being seen; the reason is kept, and it can be opened again."""
        view = self._view(uuid)
        if view is None:
            return
        words = self._look.words
        said = words("referrals.ended", name=name_of(view.patient), why=words(f"referrals.end-{why}"))
        self._do(Act(lambda unit: referrals.close(unit, uuid, why), said, lambda unit: referrals.reopen(unit, uuid)))

    def _asked_view(self, pk: int) -> AskedView | None:
        views = self._listing.asked if self._listing else ()
        return next((view for view in views if view.row.pk == pk), None)

    def _take(self, pk: int) -> None:
        """Somebody begins to read it: their name goes to headquarters with the claim, when a network comes."""
        view = self._asked_view(pk)
        if view is None or view.patient is None:
            return
        if self._is_nobody():
            return
        uuid, day = view.patient.uuid, view.day
        said = self._look.words("tasks.was-taken", name=view.name)
        back = undo_of(self._desk, self, lambda unit: tasks.give_back(unit, pk), self._live.again)

        def done(_: object) -> None:
            self._desk.toast.say(said, back)
            self._live.again()
            self.read_wanted.emit(uuid, day)

        self._desk.write(self, lambda unit: tasks.take(unit, pk)).then(done)

    def _give_back(self, pk: int) -> None:
        view = self._asked_view(pk)
        if view is None:
            return
        before, said = view.row, self._look.words("tasks.was-given-back", name=view.name)
        self._do(Act(lambda unit: tasks.give_back(unit, pk), said, lambda unit: tasks.keep(unit, before)))

    def _put_aside(self, pk: int) -> None:
        view = self._asked_view(pk)
        if view is None:
            return
        before, said = view.row, self._look.words("tasks.was-seen")
        self._do(Act(lambda unit: tasks.put_aside(unit, pk), said, lambda unit: tasks.bring_back(unit, before)))

    def _is_nobody(self) -> bool:
        """Whether nobody has said whose hand it is; then that is asked first."""
        if not has_no_name(self._desk.actor()):
            return False
        self._render()  # the box was ticked by the press; it is not so
        self.sign_in_wanted.emit()
        return True

    def _do(self, step: Act) -> None:
        if self._is_nobody():
            return
        perform(self._desk, self, step, self._live.again)
