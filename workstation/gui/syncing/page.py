"""The Sync page: one true sentence with its ring, what goes next, how headquarters answers, what was tried.

It says what the receipts say (``claims.py``), promises nothing, and asks for a pass by one button.
"""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from resources.store import Unit
from sync import deciding, landing
from sync.lanes import Lane
from sync.status import Standing, State, SyncStatus, Trouble
from workstation.gui import claims
from workstation.gui.background import in_turn
from workstation.gui.bridge import FeedBridge
from workstation.gui.desk import Desk, Step, perform
from workstation.gui.live import Live
from workstation.gui.people_text import time_text
from workstation.gui.reasons import said_or_unknown
from workstation.gui.style.buttons import Button
from workstation.gui.style.empty import EmptyRow
from workstation.gui.style.labels import card, label, paragraph
from workstation.gui.style.rings import Ring
from workstation.gui.style.scrolling import scrolling
from workstation.gui.style.status import Status
from workstation.gui.syncing.address import AddressCard
from workstation.gui.syncing.journeys import again_text, megabytes, span_text
from workstation.gui.syncing.leaving_card import LeavingCard
from workstation.gui.syncing.parts import AttemptRow, QueueRow, card_with_title, fill
from workstation.gui.syncing.questions import Question, QuestionRow
from workstation.gui.syncing.results_waiting import Answer, ResultRow, WaitingResult
from workstation.gui.syncing.state import Story, Syncing, SyncView, read_sync, sentence_of
from workstation.gui.syncing.stick_dialog import Sticks

SIDE = 470
RING = 92
BROKEN = (Standing.OFFLINE, Standing.PORTAL)
"""The line is broken for everything, and the sentence on top says so."""
LARGE = 150  # percent
GLANCE = 10_000
"""Milliseconds after which "Headquarters answers" is looked at again while the page is open."""
NAMES = {Lane.PREVIEW: "small", Lane.FUNDUS: "full", Lane.BULK: "large"}


class SyncPage(QWidget):
    """Follows the bell. ``address_given`` asks whoever composed the station to talk to another headquarters, ``records_given`` to
    another FHIR server of it."""

    address_given = Signal(str)
    records_given = Signal(str)
    to_inbox = Signal()

    def __init__(
        self,
        desk: Desk,
        bridge: FeedBridge,
        sync: Syncing,
        addresses: tuple[str, str] = ("", ""),
        sticks: Sticks | None = None,
    ) -> None:
        """``sync`` is the service, or anything that answers like it; ``addresses`` of pictures and of records as they are now."""
        super().__init__()
        self._desk, self._look, self._sync = desk, desk.look, sync
        self._story = Story()
        self.view: SyncView | None = None
        words = desk.look.words
        self.ring = Ring(desk.look, RING, 9, colour="ok-mark")
        self.sentence = paragraph(desk.look, "", "section" if desk.look.percent >= LARGE else "screen")
        self.second = paragraph(desk.look, "", "name", "second")
        self.second.setFont(desk.look.font("body"))
        self.now = Button(desk.look, words("sync.now"), rank="primary", icon="refresh", key="F5")
        self.weight = label(desk.look, "", "label", "second")
        self.address = AddressCard(desk.look, *addresses)
        self.leaving = LeavingCard(desk, sync, sticks)
        if sticks is not None:
            self.address.add_way(self.leaving.stick)
        self._queue, self._attempts = QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        self._live = Live(self, lambda: read_sync(desk.store, sync), self.show_view, desk.tell)
        self._connect(bridge)

    # --- the frame of the page

    @property
    def _is_large(self) -> bool:
        """From 150 % on the page is one column that scrolls (design-system section 7)."""
        return self._look.percent >= LARGE

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self.address)
        beside.addWidget(self.leaving)
        beside.addWidget(self._attempts_card(), 1)
        side = QWidget()
        side.setLayout(beside)
        beside.setContentsMargins(0, 0, 0, 0)
        if not self._is_large:
            side.setFixedWidth(self._look.px(SIDE))
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        body = QBoxLayout(down if self._is_large else across)
        body.setSpacing(16 if self._is_large else 24)
        body.addWidget(self._queue_card(), 1)
        body.addWidget(side)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(self._head_card())
        column.addLayout(body, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inside))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that wrap get the height that they need."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit_words)

    def _fit_words(self) -> None:
        for said in (self.sentence, self.second):
            said.setMinimumHeight(0)  # a minimum of another width would count as needed
            said.setMinimumHeight(max(said.heightForWidth(said.width()), 0))

    def _head_card(self) -> QFrame:
        frame = card()
        row = QHBoxLayout(frame)
        row.setContentsMargins(24, 20, 24, 20)
        row.setSpacing(24)
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addStretch(1)
        said.addWidget(self.sentence)
        said.addWidget(self.second)
        said.addStretch(1)
        row.addWidget(self.ring)
        row.addLayout(said, 1)
        row.addWidget(self.now)
        return frame

    def _queue_card(self) -> QFrame:
        frame, column, head = card_with_title(self._look, self._look.words("sync.next"))
        head.addWidget(self.weight)
        column.addWidget(self._list_of(self._queue), 1)
        column.addWidget(paragraph(self._look, claims.full_ring(self._look.words).text, "caption", "second"))
        return frame

    def _attempts_card(self) -> QFrame:
        frame, column, _ = card_with_title(self._look, self._look.words("sync.attempts"))
        column.addWidget(self._list_of(self._attempts), 1)
        return frame

    def _list_of(self, column: QVBoxLayout) -> QWidget:
        inside = QWidget()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        inside.setLayout(column)
        return inside if self._is_large else scrolling(inside)

    def _connect(self, bridge: FeedBridge) -> None:
        bridge.rang.connect(self._glance)
        self.now.clicked.connect(self.sync_now)
        self.address.given.connect(self.address_given)
        self.address.records_given.connect(self.records_given)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Refresh), self)
        shortcut.activated.connect(self.sync_now)
        glance = QTimer(self)
        glance.setInterval(GLANCE)
        glance.timeout.connect(self._glance)
        glance.start()

    # --- reading and showing

    @Slot()
    def _glance(self) -> None:
        if self.isVisible():  # showEvent reads anew
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read how it stands, and show it."""
        self._live.again()

    def showEvent(self, event: QShowEvent) -> None:
        """What is seen is read anew."""
        super().showEvent(event)
        self.refresh()

    @Slot()
    def sync_now(self) -> None:
        """A pass now, whatever our own patience says."""
        if self.now.isEnabled():
            self._sync.wake()
            self._desk.toast.say(self._look.words("sync.asked"), status=Status.BUSY)

    def show_view(self, view: SyncView) -> None:
        """This is how it stands."""
        self.view = view
        words, receipts = self._look.words, view.receipts
        self.sentence.setText(claims.station(receipts, words).text)
        self.second.setText(self._second(view))
        there, of = view.ring
        self.ring.show_part(there, of, words("sync.of", n=of))
        QTimer.singleShot(0, self, self._fit_words)  # when the layout has given them their width
        is_set_up = view.status.state is not Standing.NOT_CONFIGURED
        self.now.setEnabled(is_set_up)
        self.now.setToolTip("" if is_set_up else claims.without_headquarters(words).text)
        self.address.show_view(view, self._time(view.status.last_reached))
        if view.leaving is not None:
            self.leaving.show_leaving(view.leaving)
        self._show_queue(view)
        self._show_story(view)

    def _second(self, view: SyncView) -> str:
        words, status = self._look.words, view.status
        pictures = claims.pictures_not_at_hq(status.not_yet_at_hq, status.confirmed_at_hq, words).text
        facts = words.join([pictures, claims.last_confirmed(view.receipts, words).text, self._paid(status)])
        return f"{sentence_of(status, words)}\n{facts}"

    def _paid(self, status: SyncStatus) -> str:
        """How much of a link that costs by the byte was used today."""
        words, paid = self._look.words, status.paid
        if paid is None:
            return ""
        used = megabytes(paid.used, words)
        return (
            words("sync.paid-share", used=used, limit=megabytes(paid.limit, words))
            if paid.limit
            else words("sync.paid", used=used)
        )

    def _time(self, moment: datetime | None) -> str:
        return time_text(moment, self._desk.store.zone, self._look.words) if moment else ""

    def _pictures(self, count: int) -> str:
        return self._look.words.counted("inbox.pictures", count)

    def _show_queue(self, view: SyncView) -> None:
        words, look = self._look.words, self._look
        rows: list[QWidget] = [self._result_row(one) for one in view.results]
        rows += [self._question_row(one) for one in view.questions]
        if view.first:
            about = "" if view.status.pause_until is None else self._time(view.status.pause_until)
            second = words("now.pause", time=words.island(about)) if about else words("now.first")
            rows.append(QueueRow(look, Status.BUSY, words("sync.first", name=words.listed(view.first)), second))
        for place, load in enumerate(view.loads, 1):
            moving = words("sync.on-the-way", n=load.on_the_way) if load.on_the_way else ""
            second = words.join([self._pictures(load.pictures), moving])
            title = words(f"sync.lane-{NAMES.get(load.lane, 'small')}")
            rows.append(QueueRow(look, place, title, second, megabytes(load.size, words)))
        if accepted := view.status.count(State.ACCEPTED):
            sent = claims.at_headquarters(claims.Receipts(accepted, sent=accepted), words)
            second = words.join([self._pictures(accepted), words("sync.read-back")])
            rows.append(QueueRow(look, Status.BUSY, sent.text, second))
        if held := view.status.count(State.HELD):
            second = words.join([self._pictures(held), words("sync.held-why")])
            waits = QueueRow(look, Status.UNKNOWN, words("sync.held"), second, action=words("sync.look"))
            waits.pressed.connect(self.to_inbox)
            rows.append(waits)
        for why in view.status.troubles:
            rows.append(self._stuck_row(Status.WARN, "sync.attention", why, self._pictures(why.count), view))
        for why in view.status.put_off:
            rows.append(self._stuck_row(Status.WAIT, "sync.soon", why, self._pictures(why.count), view))
        if not rows and view.status.not_yet_at_hq:  # they came a moment ago: "nothing waits" would be untrue
            rows.append(QueueRow(look, Status.WAIT, words("sync.soon"), self._pictures(view.status.not_yet_at_hq)))
        if not rows:
            rows.append(EmptyRow(look, "cloud-up", words("sync.nothing"), words("sync.nothing-rest"), colour="text2"))
        rows += self._records_row(view) + self._unread_rows(view)
        self.weight.setText(self._weight(view))
        fill(self._queue, rows, ruled=True)

    def _weight(self, view: SyncView) -> str:
        """All that goes, and about how long it takes on the line as it was measured lately."""
        words, status = self._look.words, view.status
        if not view.loads:
            return ""
        size = words("sync.next-size", size=megabytes(view.bytes_to_go, words))
        return words.join([size, "" if status.to_go.is_nothing else span_text(status.span, words)])

    def _records_row(self, view: SyncView) -> list[QWidget]:
        """What is no picture, counted apart; nothing while all of it is confirmed, or nobody is set up to take it."""
        words, standing = self._look.words, view.status.records
        if not standing.not_yet or view.status.state is Standing.NOT_CONFIGURED:
            return []
        said = words("records.waiting" if standing.takes_records else "records.alone", n=standing.not_yet)
        if standing.held_off and view.status.state not in BROKEN:
            row = self._stuck_row(Status.WARN, "records.title", standing.held_off, said, view)
        else:
            row = QueueRow(self._look, Status.WAIT, words("records.title"), said)
        waiting: list[QWidget] = [row]
        for one in standing.troubles if standing.takes_records else ():
            amount = words.counted("now.records", one.count)
            waiting.append(self._stuck_row(Status.WARN, "sync.attention", one, amount, view))
        return waiting

    def _stuck_row(self, sign: Status, title: str, why: Trouble, amount: str, view: SyncView) -> QueueRow:
        """Why something does not go, when it is tried again, and the one button that helps."""
        words, store = self._look.words, self._desk.store
        again = again_text(why.next_at, view.now or store.clock(), store.zone, words)
        second = words.join([amount, f"{said_or_unknown(why.sentence, words)} {again}".strip()])
        row = QueueRow(self._look, sign, words(title), second, action=words("sync.try"))
        row.pressed.connect(self.sync_now)
        return row

    def _unread_rows(self, view: SyncView) -> list[QWidget]:
        """What headquarters lists and we cannot read; a line that is broken for everything is said above."""
        words, status = self._look.words, view.status
        if status.state in BROKEN:
            return []
        unread = {
            "sync.results-unread": status.results_problem,
            "sync.list-unread": status.list_problem,
            "sync.tasks-unread": status.tasks_problem,
        }
        return [
            QueueRow(self._look, Status.WARN, words(title), said_or_unknown(sentence, words))
            for title, sentence in unread.items()
            if sentence
        ]

    def _result_row(self, waiting: WaitingResult) -> QWidget:
        row = ResultRow(self._look, waiting)
        row.given.connect(self.give)
        row.seen.connect(self.put_aside)
        return row

    @Slot(int, object)
    def give(self, pk: int, answer: Answer) -> None:
        """A person said whose result it is, or which eye: it stands as headquarters' word from now on."""
        store, actor = self._desk.store, self._desk.actor()
        said = self._look.words("result.given", name=answer.name)

        def done(_: object) -> None:
            self._desk.toast.say(said)
            self.refresh()

        work = partial(landing.decide, store, pk, answer.patient_uuid, answer.eye, actor)
        in_turn(self, work).then(done).otherwise(self._desk.tell)

    @Slot(int)
    def put_aside(self, pk: int) -> None:
        """A person has looked at it; the toast takes it back."""
        step = Step(
            lambda unit: landing.put_aside(unit, pk),
            self._look.words("result.was-seen"),
            lambda unit: landing.bring_back(unit, pk),
        )
        perform(self._desk, self, step, self.refresh)

    def _question_row(self, question: Question) -> QWidget:
        row = QuestionRow(self._look, question)
        row.decided.connect(self.decide)
        return row

    @Slot(int, str)
    def decide(self, pk: int, choice: str) -> None:
        """A person has decided; the toast takes it back."""

        def change(unit: Unit) -> object:
            return deciding.decide(unit, pk, choice)

        def back(unit: Unit) -> object:
            return deciding.take_back(unit, pk)

        step = Step(change, self._look.words("question.decided"), back)
        perform(self._desk, self, step, self.refresh)

    def _show_story(self, view: SyncView) -> None:
        words = self._look.words
        before = self._story
        self._story = before.with_status(view.status, view.now or self._desk.store.clock(), words)
        if self._story.attempts == before.attempts and self._attempts.count():
            return
        rows: list[QWidget] = [
            AttemptRow(self._look, self._time(one.at), one.status, one.sentence) for one in self._story.attempts
        ]
        fill(self._attempts, rows or [paragraph(self._look, words("sync.no-attempts"), "label", "second")], ruled=False)
