"""The window first, then the station behind it: opened off the main thread, shown page by page, closed in order.

It joins pages to services and decides nothing: what may be said is said by ``gui/claims.py``, what is kept by the store.
"""

import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale, QProcess, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from resources.grading.schemes import SCHEMES
from resources.problems import Problem
from resources.store import evictions, mending, referrals, station
from resources.store.keys import Opener, Passphrase, has_station
from resources.terms import Origin
from resources.wire.camerarules import CameraRules
from resources.wire.prematurity import FirstExamination
from workstation.clocks import Doubt
from workstation.compose import Station, StickDesk, headquarters_of, open_station, records_address, status_of
from workstation.gui.app import CrashNotice, make_application, write_down_what_qt_says
from workstation.gui.background import FOR_COUNTING, in_background, in_turn
from workstation.gui.bridge import FeedBridge
from workstation.gui.camp.backing_up import backed_up
from workstation.gui.camp.opening import FirstRunPage, OpeningPage, SetUp, UnlockPage
from workstation.gui.camp.page import CampPage
from workstation.gui.camp.state import Echoed, Facts, Services
from workstation.gui.clock_bar import ClockBar
from workstation.gui.desk import Desk
from workstation.gui.garbage import Garbage
from workstation.gui.inbox.bringing import Bringing
from workstation.gui.inbox.page import InboxPage
from workstation.gui.live import Live
from workstation.gui.main_window import MainWindow
from workstation.gui.network import Network, of_this_laptop
from workstation.gui.patients.patient_page import PatientPage
from workstation.gui.patients.patients_page import PatientsPage
from workstation.gui.patients.register_page import RegisterPage
from workstation.gui.phone.offering import Phones
from workstation.gui.pictures import Pictures
from workstation.gui.problems import told
from workstation.gui.referrals.asked import read_asked
from workstation.gui.referrals.listing import read_refusal
from workstation.gui.referrals.page import ReferralsPage
from workstation.gui.reports.page import DayEndPage
from workstation.gui.staff.lock_page import LockPage
from workstation.gui.staff.session import Session
from workstation.gui.strip import CameraState, StripState, is_tight
from workstation.gui.style.look import Look
from workstation.gui.syncing.journeys import SyncedJourneys
from workstation.gui.syncing.originals import SyncedOriginals
from workstation.gui.syncing.page import SyncPage
from workstation.gui.syncing.state import station_receipts
from workstation.gui.today.today_page import TodayPage
from workstation.gui.viewer.page import ViewerPage
from workstation.gui.webcam.laptop import LaptopWebcams, may_have_webcams
from workstation.gui.webcam.source import Webcams
from workstation.imaging.decoder import Decoder
from workstation.settings import Settings

GLANCE = 5000
"""Milliseconds between two looks at cameras, disk and receipts for the status strip."""
PER_PATIENT = 24 << 20
"""Bytes that the pictures of one person take, for "Space for N patients": eight of about 3 MB."""


@dataclass(frozen=True)
class Pages:
    """The pages of an open station."""

    today: TodayPage
    register: RegisterPage
    patients: PatientsPage
    patient: PatientPage
    inbox: InboxPage
    viewer: ViewerPage
    referrals: ReferralsPage
    sync: SyncPage
    camp: CampPage
    day_end: DayEndPage


class Desktop:
    """One window and, once it is opened, the station behind it."""

    def __init__(self, look: Look, settings: Settings, webcams: Webcams | None = None) -> None:
        self.look, self.webcams = look, webcams
        self.settings = settings
        self.window = MainWindow(look)
        self.crash = CrashNotice(self.window.toast, look.words)
        self.bridge = FeedBridge()
        self.station: Station | None = None
        self.pages: Pages | None = None
        self.pictures: Pictures | None = None
        self.decoder = Decoder()
        self.on_open: Callable[[], None] = lambda: None
        self.practise: Callable[[], object] | None = None
        self._scanned_on = "patients"
        self._waiting_for_person: tuple[str, ...] = ()
        self._opening = OpeningPage(look)
        self.session = Session(self.window)
        self.lock_page: LockPage | None = None
        self.clock_bar = ClockBar(look, self._camera_name)
        self.window.show_above(self.clock_bar)
        self._glance = QTimer(self.window)
        self._glance.setInterval(GLANCE)
        self._glance.timeout.connect(self.glance)
        self._glancing = Live(self.window, self._read_state, self._tell, self.say, lambda: FOR_COUNTING)
        self.window.add_page("opening", self._opening)

    # --- opening ------------------------------------------------------------------------------------------------------

    def begin(self, opener: Opener | None) -> None:
        """Show the window, then open the station; ask first where nothing opens it."""
        if opener is not None:
            self._open(lambda: open_station(self.settings, opener), self._refused)
        elif has_station(self.settings.data_dir):
            self._ask_passphrase()
        else:
            self._ask_everything()
        self.window.show()

    def _ask_passphrase(self) -> None:
        page = UnlockPage(self.look)
        page.unlock.connect(
            lambda text: self._open(lambda: open_station(self.settings, Passphrase(text)), page.refuse, wait_on=page)
        )
        self._alone(page)

    def _ask_everything(self) -> None:
        page = FirstRunPage(self.look)
        page.welcome.practice.setVisible(self.practise is not None)
        page.welcome.practice.clicked.connect(lambda: self.practise and self.practise())
        page.set_up.connect(lambda said: self._open(lambda: self._made(said), page.refuse, wait_on=page))
        self._alone(page)

    def _made(self, said: SetUp) -> Station:
        """A new station as the first run describes it."""
        made = open_station(self.settings, Passphrase(said.passphrase))
        with made.store.write(Origin.PERSON, "set-up") as unit:
            station.set_up(unit, said.camp, said.prefix, said.letter)
        if said.hq_url:
            made.connect_headquarters(said.hq_url)
        return made

    def _alone(self, page: QWidget) -> None:
        """A page without rail and strip."""
        self.window.add_page("alone", page)
        self.window.show_page("alone")
        self.window.rail.hide()
        self.window.strip.hide()

    def _open(
        self, make: Callable[[], Station], refuse: Callable[[str], None], *, wait_on: QWidget | None = None
    ) -> None:
        if wait_on is None:
            self.window.show_page("opening")

        def work() -> Station:
            made = make()
            try:
                made.start()
            except BaseException:
                made.stop()
                raise
            return made

        in_background(self.window, work).then(self.show).otherwise(
            lambda problem: refuse(told(problem, self.look.words).short)
        )

    def _refused(self, sentence: str) -> None:
        self.window.toast.say(sentence)
        if has_station(self.settings.data_dir):
            self._ask_passphrase()

    # --- the open station ---------------------------------------------------------------------------------------------

    def show(self, opened: Station) -> None:
        """Put the pages of this station into the window."""
        self.station = opened
        store = opened.store
        self.pictures = pictures = Pictures(evictions.opener(store), self.decoder)
        desk = Desk(self.look, store, pictures, self.window.toast, self.session.actor, self.webcams, phones_of(opened))
        self.pages = pages = self._made_pages(desk, opened)
        for key, page, under in (
            ("today", pages.today, ""), ("patients", pages.patients, ""), ("inbox", pages.inbox, ""),
            ("read", pages.viewer, ""), ("referrals", pages.referrals, ""), ("sync", pages.sync, ""),
            ("register", pages.register, "today"), ("patient", pages.patient, "patients"),
            ("camp", pages.camp, ""), ("day-end", pages.day_end, "today"),
        ):  # fmt: skip
            self.window.add_page(key, page, under=under)
        self._join(pages)
        self._take_files(desk, pages)
        self._guard(desk, pages)
        self.bridge.rang.connect(self.glance)
        self.bridge.rang.connect(pages.viewer.heard)
        store.feed.subscribe(self.bridge.ring)
        opened.sync.changed.subscribe(self.bridge.ring)
        self._follow_network(opened)
        self.window.rail.show()
        self.window.strip.show()
        self.window.show_page("today")
        self._glance.start()
        self.glance()
        self.on_open()

    def _follow_network(self, opened: Station) -> None:
        """Sync hears at once that there is a network again, and whether it is paid by the byte."""
        sync, network = opened.sync, Network(self.window, of_this_laptop())
        sync.paid.heard(is_paid=network.is_paid)
        network.paid.connect(lambda is_paid: sync.paid.heard(is_paid=is_paid))
        network.came.connect(sync.network_came)

    def _made_pages(self, desk: Desk, opened: Station) -> Pages:
        def levels(uids: Sequence[str]) -> Mapping[str, int]:
            found = opened.sync.levels(uids)
            return {uid: int(level) for uid, level in found.items() if level is not None}

        bridge, protocol = self.bridge, self.settings.protocol
        return Pages(
            today=TodayPage(desk, bridge, levels, protocol),
            register=RegisterPage(desk, bridge, is_for_babies=self.settings.grading == "ROP"),
            patients=PatientsPage(desk, bridge, levels),
            patient=PatientPage(
                desk, bridge, levels, protocol, first_examination(self.settings), SyncedJourneys(opened.sync)
            ),
            inbox=InboxPage(desk, bridge),
            viewer=ViewerPage(desk, SCHEMES[self.settings.grading], SyncedOriginals(opened.sync)),
            referrals=ReferralsPage(desk, bridge, levels, first_examination(self.settings), read_asked, read_refusal),
            sync=SyncPage(
                desk,
                bridge,
                opened.sync,
                (headquarters_of(opened.store, self.settings), records_address(opened.store, self.settings)),
                StickDesk(opened.store, self.settings),
            ),
            day_end=DayEndPage(desk, bridge, levels, protocol),
            camp=CampPage(desk, bridge, camp_services(opened, self.look.words.language, self.practise)),
        )

    def _take_files(self, desk: Desk, pages: Pages) -> None:
        """Files that are dropped onto a page; photographs that wait."""
        bringing = Bringing(desk, self.window, self.decoder.prepare)
        for page in (pages.today, pages.patients, pages.inbox):
            bringing.accept(page)
        bringing.accept(pages.patient, lambda: pages.patient.person)
        pages.inbox.asked_about.connect(bringing.ask)

    def _join(self, pages: Pages) -> None:
        """Where a press on one page leads to another."""
        for page in (pages.today, pages.patients, pages.register, pages.referrals, pages.patient, pages.day_end):
            page.opened.connect(self.open_patient)
        for scanning in (pages.today, pages.patients, pages.register):
            scanning.scanned.connect(self.open_scanned)
        pages.patient.not_this_person.connect(self._back_from_card)
        pages.referrals.counted.connect(lambda count: self.window.show_count("referrals", count))
        pages.today.register.connect(self.register)
        pages.patients.register.connect(self.register)
        pages.patient.read_pressed.connect(self.read)
        pages.referrals.read_wanted.connect(self.read)
        pages.patient.called.connect(pages.today.call)
        pages.today.day.ended.connect(lambda: self.window.show_page("day-end"))
        pages.day_end.inbox_wanted.connect(lambda: self.window.show_page("inbox"))
        pages.today.asks.connect(lambda: self.window.show_page("today"))
        pages.inbox.person_wanted.connect(self._register_for)
        pages.register.registered.connect(self._registered)
        pages.sync.address_given.connect(self._use_headquarters)
        pages.sync.records_given.connect(self._use_records)
        pages.sync.to_inbox.connect(lambda: self.window.show_page("inbox"))
        self.window.rail.chosen.connect(lambda key: pages.viewer.open_list() if key == "read" else None)
        shortcut = QShortcut(QKeySequence("F2"), self.window)
        shortcut.activated.connect(self.register)
        theme = QShortcut(QKeySequence("F10"), self.window)
        theme.activated.connect(self.look.toggle_theme)

    def _guard(self, desk: Desk, pages: Pages) -> None:
        """Who signs, and the lock (HZ-22)."""
        page, session = LockPage(desk), self.session

        def lock() -> None:
            page.lock()
            self.window.cover(page)

        def ask() -> None:
            page.ask()
            self.window.cover(page)

        def changed() -> None:
            if not session.is_locked:
                self.window.uncover()
            self.window.rail.offer_lock()
            pages.viewer.signing.show_reader()

        session.changed.connect(lambda: self.clock_bar.accept.setEnabled(not session.is_locked))
        self.clock_bar.accepted.connect(self._accept_clock)
        page.entered.connect(session.enter)
        page.left.connect(self.window.uncover)
        session.locked.connect(lock)
        session.changed.connect(changed)
        pages.viewer.signing.sign_in_wanted.connect(ask)
        pages.referrals.sign_in_wanted.connect(ask)
        pages.patient.letters.sign_in_wanted.connect(ask)
        pages.day_end.closing.sign_in_wanted.connect(ask)
        pages.camp.staff.sign_in_wanted.connect(ask)
        self.window.rail.lock_pressed.connect(session.lock)
        self.bridge.rang.connect(page.refresh)
        application = QCoreApplication.instance()
        if application is not None:
            session.watch(application)
        self.lock_page = page

    def open_patient(self, uuid: str) -> None:
        """A person's own page."""
        if self.pages:
            self.pages.patient.open(uuid)
            self.window.show_page("patient")

    def open_scanned(self, uuid: str) -> None:
        """The page of the person whose card was scanned, which asks whether it is that person (HZ-29)."""
        if self.pages:
            self._scanned_on = self.window.page
            self.pages.patient.open(uuid, by_card=True)
            self.window.show_page("patient")

    def _back_from_card(self) -> None:
        """Somebody else holds the card: back to the form or the search, as it was left."""
        self.window.show_page(self._scanned_on)

    def register(self) -> None:
        """The form for the next person."""
        self.window.show_page("register")

    def _register_for(self, uids: Sequence[str]) -> None:
        """The next person who is registered is the one on these pictures."""
        self._waiting_for_person = tuple(uids)
        self.register()

    def _registered(self, uuid: str) -> None:
        uids, self._waiting_for_person = self._waiting_for_person, ()
        opened, actor = self.station, self.session.actor()
        if not uids or opened is None:
            return

        def work() -> None:
            with opened.store.write(Origin.PERSON, actor) as unit:
                mending.assign(unit, uids, uuid)

        in_turn(self.window, work).then(lambda _: self.window.show_page("inbox")).otherwise(self.say)

    def _use_headquarters(self, url: str) -> None:
        opened = self.station
        if opened is not None:
            in_turn(self.window, lambda: opened.connect_headquarters(url)).otherwise(self.say)

    def _use_records(self, url: str) -> None:
        opened = self.station
        if opened is not None:
            in_turn(self.window, lambda: opened.connect_records(url)).otherwise(self._records_refused)

    def _records_refused(self, problem: Problem) -> None:
        if self.pages:
            self.pages.sync.address.forget_records()
        self.say(problem)

    def read(self, uuid: str, day: date | None = None) -> None:
        """A person's pictures, large; those of that day's visit, or the newest."""
        if self.pages:
            self.pages.viewer.open_person(uuid, day=day)
            self.window.show_page("read")

    def glance(self) -> None:
        """Read what the strip and the rail show."""
        if self.station is not None:
            self._glancing.again()

    def _read_state(self) -> "Glimpse | None":
        opened = self.station
        return None if opened is None else read_state(opened)

    def _tell(self, seen: "Glimpse | None") -> None:
        if seen is None or self.station is None:
            return
        self.window.show_state(seen.strip)
        self.window.show_count("inbox", seen.waiting)
        self.clock_bar.show_doubts(seen.clocks, seen.now, self.station.store.zone)

    def _camera_name(self, ae_title: str) -> str:
        return self.station.cameras.rules(ae_title).title if self.station is not None else ae_title

    def _accept_clock(self) -> None:
        """A person says that the laptop's clock is right (HZ-26)."""
        opened = self.station
        if opened is not None:
            actor = self.session.actor()
            in_turn(self.window, lambda: opened.clocks.accept(actor)).then(lambda _: self.glance()).otherwise(self.say)

    def say(self, problem: Problem) -> None:
        """What stood in the way, in its own words."""
        self.window.toast.say(told(problem, self.look.words).line)

    def close(self) -> None:
        """Close the station behind the window."""
        self._glance.stop()
        if self.webcams is not None:
            self.webcams.stop()
        self.decoder.close()
        if self.station is not None:
            self.station.stop()
            self.station = None


@dataclass(frozen=True)
class Glimpse:
    """What the strip shows, how many pictures wait for a person, and whose clock is in doubt."""

    strip: StripState
    waiting: int
    clocks: tuple[Doubt, ...]
    now: datetime


def read_state(opened: Station) -> Glimpse:
    """How the station stands. Not for the GUI thread."""
    store, sync = opened.store, opened.sync.status()
    status = status_of(store, sync, opened.listener, opened.cameras)
    with store.read() as unit:
        camp, urgent = station.camp(unit), referrals.urgent_people(unit)
    now, last = store.clock(), sync.last_confirmed
    cameras = tuple(
        CameraState(opened.cameras.rules(camera.calling_ae).title, max(0.0, (now - camera.last_heard).total_seconds()))
        for camera in opened.listener.cameras()
    )
    at = last.astimezone(store.zone).strftime("%H:%M") if last else ""
    receipts = station_receipts(status["patients"], opened.sync.people(), sync, at, urgent)
    free = free_patients(opened)
    is_full = store.vault.is_full
    disk, floor = shutil.disk_usage(store.folder), opened.settings.storage.floor_bytes
    strip = StripState(
        camp.name, cameras, receipts, free, is_full=is_full, is_tight=is_tight(disk.total, disk.free, floor)
    )
    doubts = opened.doubts()
    return Glimpse(strip, status["unmatched"] + status["held"], doubts, now)


def free_patients(opened: Station) -> int:
    """For how many people's pictures there is room above the floor of the disk."""
    room = max(0, shutil.disk_usage(opened.store.folder).free - opened.settings.storage.floor_bytes)
    return room // PER_PATIENT


def phones_of(opened: Station) -> Phones | None:
    """What a phone can reach of this station; none where it listens on this laptop alone."""
    if opened.links is None:
        return None
    return Phones(opened.links, lambda: opened.public_url, opened.certificate_holds)


def camp_services(opened: Station, language: str, practise: Callable[[], object] | None) -> Services:
    """What the Camp page asks of the station."""
    ae_title = opened.settings.dicom.ae_title

    def echo(rules: CameraRules) -> Echoed:
        from workstation.listener.echo import echo as call

        return call(rules.host, rules.port, calling_ae=ae_title, called_ae=rules.ae_title)

    return Services(
        hears=opened.listener,
        book=opened.cameras,
        echo=echo,
        facts=lambda: facts_of(opened, language),
        backup=lambda folder, passphrase: backed_up(opened.store, folder, passphrase),
        ae_title=ae_title,
        listen_at=None if opened.settings.dicom.host else opened.listen_for_cameras_at,
        practise=practise,
    )


def facts_of(opened: Station, language: str) -> Facts:
    """What the station is set to. Not for the GUI thread."""
    settings, store = opened.settings, opened.store
    with store.read() as unit:
        camp, organization = station.camp(unit), station.organization(unit)
    return Facts(
        camp=camp.name,
        numbers=f"{camp.prefix}{camp.letter}",
        organization=organization.slug,
        language=language,
        protocol=settings.protocol,
        grading=settings.grading,
        zone=store.clock().astimezone(store.zone).strftime("%Z (UTC%z)"),
        free_bytes=max(0, shutil.disk_usage(store.folder).free - settings.storage.floor_bytes),
        free_patients=free_patients(opened),
    )


def first_examination(settings: Settings) -> FirstExamination:
    """When a baby's eyes are first looked at in this camp."""
    return FirstExamination(settings.rop.first_at_weeks, settings.rop.first_after_weeks)


def language_of(settings: Settings) -> str:
    """The settings' language, or the laptop's."""
    return settings.language or QLocale.system().name().partition("_")[0]


def run(settings: Settings, opener: Opener | None) -> int:
    """The workstation, until its window is closed."""
    write_down_what_qt_says()
    look = Look(language=language_of(settings))
    application = make_application(["eyecamp"], look, os.environ)
    Garbage(application)
    desktop = Desktop(look, settings, LaptopWebcams(application) if may_have_webcams() else None)
    desktop.crash.install()
    desktop.practise = lambda: QProcess.startDetached(sys.executable, ["-m", "workstation", "sandbox"])
    application.aboutToQuit.connect(desktop.close)
    desktop.begin(opener)
    return application.exec()
