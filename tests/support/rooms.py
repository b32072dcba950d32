"""Today, Patients, Register and one person's page in one window, as the desktop joins them, without the services."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence, QShortcut

from workstation.gui.bridge import FeedBridge
from workstation.gui.desk import Desk
from workstation.gui.main_window import MainWindow
from workstation.gui.patients.patient_page import PatientPage
from workstation.gui.patients.patients_page import PatientsPage
from workstation.gui.patients.register_page import RegisterPage
from workstation.gui.today.board import ReadLevels
from workstation.gui.today.today_page import TodayPage


@dataclass(frozen=True)
class Rooms:
    """The four pages. ``open_person`` goes to somebody's page from anywhere."""

    today: TodayPage
    people: PatientsPage
    register: RegisterPage
    person: PatientPage
    open_person: Callable[[str], None]


def hang_rooms(
    window: MainWindow, desk: Desk, bridge: FeedBridge, levels: ReadLevels, protocol: str = "macula-disc"
) -> Rooms:
    """Make the pages and show Today. ``levels(uids)`` gives the receipts' levels; it is called off the GUI thread."""
    today, people = TodayPage(desk, bridge, levels, protocol), PatientsPage(desk, bridge, levels)
    register, person = RegisterPage(desk, bridge), PatientPage(desk, bridge, levels)
    window.add_page("today", today)
    window.add_page("patients", people)
    window.add_page("register", register, under="patients")
    window.add_page("patient", person, under="patients")

    def open_person(uuid: str) -> None:
        person.open(uuid)
        window.show_page("patient")

    def open_register() -> None:
        window.show_page("register")

    for page in (today, people, register, person):
        page.opened.connect(open_person)

    def open_scanned(uuid: str) -> None:
        person.open(uuid, by_card=True)
        window.show_page("patient")

    for page in (today, people, register):
        page.scanned.connect(open_scanned)
    person.not_this_person.connect(lambda: window.show_page("register"))
    for source in (today, people):
        source.register.connect(open_register)
    shortcut = QShortcut(QKeySequence("F2"), window)
    shortcut.activated.connect(open_register)
    window.show_page("today")
    return Rooms(today, people, register, person, open_person)
