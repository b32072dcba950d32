"""The main job as a story: each step acts through the real window and the real sockets, checks, and says it in a line.

    register, photograph, receive 8 pictures (one without a person), assign, cut the network, work on, restore it, sync, confirm

It fails at the first step that does not hold. Pictures of every page go to the folder it is given, in both themes; ``again``
takes those of another language from the same station.
"""

import io
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pydicom
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest

from resources.store import patients, referrals, studies, turns
from resources.store.referrals import ReferralRow
from resources.store.rows import PatientRow
from resources.terms import Laterality, Origin
from workstation.compose import Station
from workstation.desktop import Desktop, Pages
from workstation.gui.background import Background
from workstation.gui.inbox.faces import FaceCard
from workstation.gui.webcam.watching import State
from workstation.sandbox.camera import SUCCESS, PretendCamera
from workstation.sandbox.people import invented
from workstation.sandbox.play import Play, register

PATIENCE = 60_000
"""Milliseconds that a step may take before the story gives up on it."""
CALLED = "CAM1"


class StoryFailed(Exception):
    """A step did not hold."""


@dataclass
class Story:
    """One telling. ``say`` prints a line; ``out`` gets the pictures."""

    play: Play
    desktop: Desktop
    out: Path
    say: Callable[[str], None]
    count: int = 8
    prefix: str = ""
    """Before the names of the pictures."""
    people: list[PatientRow] = field(default_factory=list)
    steps: int = 0

    @property
    def station(self) -> Station:
        """The open station."""
        if self.desktop.station is None:
            raise StoryFailed("The station is not open.")
        return self.desktop.station

    @property
    def pages(self) -> Pages:
        """Its pages."""
        if self.desktop.pages is None:
            raise StoryFailed("The window has no pages.")
        return self.desktop.pages

    def tell(self) -> None:
        """All of it. Raises StoryFailed, naming the step."""
        self.out.mkdir(parents=True, exist_ok=True)
        self.until(lambda: self.desktop.pages is not None, "the window shows the station")
        camera = self.play.camera(self.station, CALLED)
        self.step(self._open(camera))
        self.step(self._register_by_hand())
        self.step(self._register_the_others())
        self.step(self._receive(camera))
        self.step(self._assign())
        self.step(self._cut(camera))
        self.step(self._restore(camera))
        self.step(self._read())
        self._pictures_of_every_page()
        self.step(f"Saved a picture of every page in {self.out.as_posix()}/.")

    def again(self) -> None:
        """Pictures of every page, in the language of this window, of the station as it was left."""
        self.until(lambda: self.desktop.pages is not None, "the window shows the station")
        self.people = self._everybody()
        self.need(self.off_screen(self.play.camera(self.station, CALLED).echo), "the camera reaches the station")
        for page, name in (
            ("today", "01-today"),
            ("referrals", "06-referrals"),
            ("sync", "07-sync"),
            ("register", "02-register"),
        ):
            self.desktop.window.show_page(page)
            self.settle()
            self.grab(name)
        self._pictures_of_every_page()
        self.step(f"Saved a picture of every page in {self.desktop.look.words.language} too.")

    # --- the steps ----------------------------------------------------------------------------------------------------

    def _open(self, camera: PretendCamera) -> str:
        self.need(self.off_screen(camera.echo), "the camera reaches the station")
        host, port = self.station.listener.address
        return f"The station is open; the camera reached it at {host} port {port} (C-ECHO)."

    def _register_by_hand(self) -> str:
        """Type the first person into the form, take a headshot by webcam, press Enter."""
        details = next(invented(1))
        self.desktop.register()
        form = self.pages.register.form
        for line, text in (
            (form.given, details.given_name), (form.family, details.family_name), (form.native, details.native_name),
            (form.age, str(2026 - (details.birth_year or 1964))), (form.village, details.village),
            (form.phone, details.phone),
        ):  # fmt: skip
            line.setFocus()
            QTest.keyClicks(line, text) if text.isascii() else line.setText(text)
        form.sex.choose(details.sex)
        form.consent.setChecked(True)
        photo = self.pages.register.photo
        photo.shoot()
        self.until(lambda: photo.watching.state is State.LIVE, "the webcam shows a live picture")
        self.grab("02-register-webcam")
        photo.shoot()
        self.until(lambda: photo.headshot is not None, "the headshot is in the form")
        self.grab("02-register")
        QTest.keyClick(form.phone, Qt.Key.Key_Return)
        self.until(lambda: self._registered(1), "the first person is registered")
        self.people = self._everybody()
        return f"Registered {self.people[0].name} by hand: card {self.people[0].number}, with a headshot by webcam."

    def _register_the_others(self) -> str:
        others = list(invented(self.count))[1:]
        self.off_screen(lambda: register(self.station, others))
        self.people = self._everybody()
        self.need(len({one.number for one in self.people}) == self.count, "every card number is given once")
        self.desktop.window.show_page("today")
        self.until(lambda: len(self.pages.today.board.people) == self.count, "Today shows everybody")
        return f"Registered {len(others)} more; Today shows {self.count} people waiting."

    def _receive(self, camera: PretendCamera) -> str:
        """Four pictures of the first person, three of the second, and one where the operator chose nobody."""
        first, second = self.people[0], self.people[1]
        sittings = (self.play.sitting(first, 1), [*self.play.sitting(second, 2, 3), *self.play.sitting(None, 2, 4)[3:]])
        statuses: list[int] = []
        for person, shots in zip((first, second), sittings, strict=True):
            self._call(person)  # a picture counts for somebody in their turn only
            taken = [camera.take(shot) for shot in shots]
            statuses += self.off_screen(partial(camera.send, taken))
        self.need(statuses == [SUCCESS] * 8, "the camera heard Success eight times")
        self.need(self._counts() == (8, 1), "eight pictures are kept, one of them in the Inbox")
        self.desktop.window.show_page("today")
        self.until(lambda: self._drawn_on_today(first), "the new pictures appear on Today by themselves")
        self.settle()
        self.grab("01-today")
        return "The camera sent 8 pictures: 7 filed themselves by card number, 1 waits in the Inbox."

    def _assign(self) -> str:
        """Press L for the left eye, then choose the person whose face is offered."""
        second = self.people[1]
        inbox = self.pages.inbox
        self.desktop.window.show_page("inbox")
        inbox.refresh()
        self.until(lambda: len(inbox.uids) == 1, "the Inbox shows the picture")
        self.settle()
        self.grab("05-inbox")
        uid = inbox.uids[0]
        inbox.say_eye(Laterality.LEFT)
        self.until(lambda: self._eye_of(uid) is Laterality.LEFT, "somebody said that it is the left eye")
        inbox.faces.search.setText(second.number or "")
        self.until(lambda: self._offered(second), "the person's face is offered")
        self._card_of(second).choose.click()
        self.until(lambda: self._counts() == (8, 0), "the Inbox is empty")
        return f"Said that it is the left eye, and gave it to {second.name}; the Inbox is empty."

    def _cut(self, camera: PretendCamera) -> str:
        """No network: work goes on, nothing is lost, nothing is claimed."""
        self.until(lambda: self._confirmed() == 8, "headquarters has confirmed the first eight")
        self.play.hq.cut()
        third = self.people[2]
        self._call(third)
        shots = self.play.sitting(third, 3)
        statuses = self.off_screen(lambda: camera.send([camera.take(shot) for shot in shots]))
        self.need(statuses == [SUCCESS] * 4, "the camera heard Success without a network")
        self.station.sync.wake()
        sentence = self._when_headquarters_is("offline")
        status = self.station.status()
        self.need((status["confirmed_at_hq"], status["not_yet_at_hq"]) == (8, 4), "eight are confirmed, four are not")
        self.desktop.glance()
        self.desktop.window.show_page("sync")
        self.settle()
        self.grab("07-sync-offline")
        return f"Cut the network: 4 more pictures came and are safe here. {sentence}"

    def _restore(self, camera: PretendCamera) -> str:
        """The network is back: everything goes, is read back, and is the same."""
        self.play.hq.restore()
        self.station.sync.wake()
        self.until(lambda: self._confirmed() == 12, "headquarters has confirmed all twelve")
        archive = self.play.hq.archive
        self.need(sorted(archive.uploads) == sorted(set(archive.uploads)), "nothing was sent twice")
        for uid, sent in camera.sent.items():
            self.need(_same_picture(sent, archive.held.get(uid, b"")), "headquarters holds the picture as it was sent")
        owners = {str(pydicom.dcmread(io.BytesIO(held)).PatientID) for held in archive.held.values()}
        self.need(owners == {one.number for one in self.people[:3]}, "headquarters has each under its person's number")
        self.desktop.glance()
        self.settle()
        self.grab("07-sync")
        return f"The network is back: 12 of 12 pictures confirmed there. {self._when_headquarters_is('idle')}"

    def _read(self) -> str:
        """Grade both eyes by keys; Enter asks who it is; then it is signed and the person is to be seen."""
        first, viewer, lock = self.people[0], self.pages.viewer, self.desktop.lock_page
        self.desktop.read(first.uuid)
        self.until(lambda: viewer.signing.draft is not None, "the pair of eyes is open")
        self.until(lambda: not viewer.signing.rest.isActive(), "Confirm is awake")
        for eye, codes in (
            (Laterality.RIGHT, (Qt.Key.Key_2, Qt.Key.Key_1)),
            (Laterality.LEFT, (Qt.Key.Key_0, Qt.Key.Key_0)),
        ):
            self.need(viewer.shown is not None and viewer.shown.active is eye, f"the keys act on {eye.eye}")
            QTest.keyClick(viewer, codes[0])
            QTest.keyClick(viewer, codes[1], Qt.KeyboardModifier.ShiftModifier)
            viewer.switch_eye()
        self.settle()
        self.grab("04-viewer-graded")
        QTest.keyClick(viewer, Qt.Key.Key_Return)
        self.until(lambda: lock is not None and lock.new.isVisible(), "the station asks who it is")
        if lock is None:
            raise StoryFailed("There is no lock.")
        for line, text in ((lock.new.name, "Anjali Kumari"), (lock.new.pin, "2580"), (lock.new.again, "2580")):
            QTest.keyClicks(line, text)
        QTest.keyClick(lock.new.again, Qt.Key.Key_Return)
        self.until(lambda: not self.desktop.window.is_covered, "the reader is signed in")
        QTest.keyClick(viewer, Qt.Key.Key_Return)
        self.until(lambda: len(self._to_be_seen()) == 1, "the person is on the list of referrals")
        self.desktop.window.show_page("referrals")
        self.until(lambda: len(self.pages.referrals.lines) == 1, "the page shows the person")
        self.settle()
        self.grab("06-referrals")
        row = self._to_be_seen()[0]
        self.need((row.patient_uuid, row.decided_by) == (first.uuid, "Anjali Kumari"), "the grades are signed")
        return f"Graded both eyes of {first.name} by keys, signed by {row.decided_by}: {row.outcome.word}."

    def _to_be_seen(self) -> list[ReferralRow]:
        with self.station.store.read() as unit:
            return referrals.open_ones(unit)

    def _pictures_of_every_page(self) -> None:
        first = self.people[0]
        self.desktop.open_patient(first.uuid)
        self.settle()
        self.grab("03-patient")
        self.desktop.read(first.uuid)
        self.settle()
        self.grab("04-viewer")
        for page, name in (("patients", "03-patients"), ("inbox", "05-inbox-empty"), ("day-end", "09-end-of-day")):
            self.desktop.window.show_page(page)
            self.settle()
            self.grab(name)
        self.desktop.window.show_page("camp")
        self.until(lambda: bool(self.pages.camp.cameras.buttons), "the Camp page shows the camera")
        self.settle()
        self.grab("08-camp")
        self.desktop.session.lock()
        self.settle()
        self.grab("11-lock")

    # --- what is true -------------------------------------------------------------------------------------------------

    def _everybody(self) -> list[PatientRow]:
        with self.station.store.read() as unit:
            return patients.listed(unit)

    def _registered(self, number: int) -> bool:
        with self.station.store.read() as unit:
            return patients.count(unit) == number

    def _counts(self) -> tuple[int, int]:
        """Pictures here, and pictures in the Inbox."""
        with self.station.store.read() as unit:
            return studies.count(unit), sum(len(row.instances) for row in studies.inbox(unit))

    def _confirmed(self) -> int:
        return self.station.sync.status().confirmed_at_hq

    def _when_headquarters_is(self, state: str) -> str:
        """What the station says of headquarters once it is in that state."""
        said: list[str] = []

        def holds() -> bool:
            status = self.station.sync.status()
            said.append(status.sentence)
            return status.state.value == state

        self.until(holds, f"headquarters is {state}")
        return said[-1]

    def _eye_of(self, uid: str) -> Laterality | None:
        with self.station.store.read() as unit:
            return studies.instance(unit, uid).laterality

    def _call(self, person: PatientRow) -> None:
        """This person sits down at the camera now."""
        with self.station.store.write(Origin.PERSON, "sandbox") as unit:
            turns.call(unit, person.uuid, CALLED)

    def _drawn_on_today(self, person: PatientRow) -> bool:
        return any(one.patient.uuid == person.uuid and len(one.rows) == 4 for one in self.pages.today.board.people)

    def _offered(self, person: PatientRow) -> bool:
        return any(card.suggestion.patient.uuid == person.uuid for card in self.pages.inbox.faces.cards)

    def _card_of(self, person: PatientRow) -> FaceCard:
        return next(card for card in self.pages.inbox.faces.cards if card.suggestion.patient.uuid == person.uuid)

    # --- telling ------------------------------------------------------------------------------------------------------

    def step(self, sentence: str) -> None:
        """This held."""
        self.steps += 1
        self.say(f"{self.steps}. {sentence}")

    def need(self, holds: object, what: str) -> None:
        """Raise StoryFailed unless it holds."""
        if not holds:
            raise StoryFailed(f"It does not hold that {what}.")

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Let the window live until it holds; raise StoryFailed when it never does."""
        end = QDeadlineTimer(PATIENCE)
        while not holds():
            if end.hasExpired():
                raise StoryFailed(f"It never came to hold that {what}.")
            self._live(20)

    def settle(self, quiet: int = 300) -> None:
        """Let pages be read and pictures be decoded, before a picture of the page is taken."""
        for _ in range(2):  # what was read may ask for pictures
            self._live(quiet // 2)
            self.until(self._is_quiet, "the window has read what it shows")

    def _is_quiet(self) -> bool:
        application = QCoreApplication.instance()
        pictures = self.desktop.pictures
        return (application is None or Background.of(application).is_idle) and (pictures is None or pictures.is_idle)

    def off_screen(self, work: Callable[[], Any]) -> Any:
        """Do it on another thread while the window lives: a camera is not our main thread."""
        result: list[Any] = []
        failed: list[BaseException] = []

        def run() -> None:
            try:
                result.append(work())
            except BaseException as reason:  # noqa: BLE001 - carried to the story's own thread
                failed.append(reason)

        thread = threading.Thread(target=run, name="pretend-camera")
        thread.start()
        while thread.is_alive():
            self._live(10)
        if failed:
            raise failed[0]
        return result[0]

    def grab(self, name: str) -> None:
        """A picture of the window as it is now, and one in the other theme, which it keeps."""
        self._grab(name)
        self.desktop.look.toggle_theme()  # dressing every page of a window takes a second: the next picture begins with this one
        self.settle(80)
        self._grab(name)

    def _grab(self, name: str) -> None:
        ending = "-dim" if self.desktop.look.theme.is_dim else ""
        self.desktop.window.grab().save(str(self.out / f"{self.prefix}{name}{ending}.png"))

    def _live(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


def _same_picture(sent: bytes, held: bytes) -> bool:
    """Pixels to the last byte, and the identity of the object; who and which eye may have been put right here."""
    if not held:
        return False
    one, other = (pydicom.dcmread(io.BytesIO(part10)) for part10 in (sent, held))
    keys: Sequence[str] = ("SOPInstanceUID", "SOPClassUID", "PixelData", "Rows", "Columns", "StudyInstanceUID")
    return all(one.get(key) == other.get(key) for key in keys)
