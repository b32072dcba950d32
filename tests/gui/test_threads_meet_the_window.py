"""Work off the GUI thread, the doorbell, and our own mistakes: all come back on the main thread or not at all."""

import threading
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from resources.problems import Damaged
from workstation.gui.app import CrashNotice
from workstation.gui.background import (
    FOR_COUNTING,
    FOR_READING,
    FOR_SEEING,
    Background,
    in_background,
    in_turn,
)
from workstation.gui.bridge import FeedBridge
from workstation.gui.live import Live
from workstation.gui.style.look import Look
from workstation.gui.style.toast import Toast


def test_a_result_comes_back_on_the_main_thread(qtbot: QtBot, qapp: QApplication) -> None:
    parent, seen = QObject(), []
    worked: list[QThread] = []

    def work() -> str:
        worked.append(QThread.currentThread())
        return "done"

    in_background(parent, work).then(lambda result: seen.append((result, QThread.currentThread())))

    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [("done", qapp.thread())]
    assert worked[0] != qapp.thread()


def test_a_problem_is_told_and_a_result_is_not_shown(qtbot: QtBot) -> None:
    parent, shown, told = QObject(), [], []

    def work() -> None:
        raise Damaged("This picture is cut in the middle.")

    in_background(parent, work).then(shown.append).otherwise(lambda problem: told.append(str(problem)))

    qtbot.waitUntil(lambda: bool(told))
    assert (told, shown) == (["This picture is cut in the middle."], [])


def test_what_somebody_looks_at_goes_before_what_is_only_counted(qtbot: QtBot) -> None:
    parent, done = QObject(), []
    kept, freed, began = threading.Event(), threading.Event(), threading.Barrier(3)

    def hold(gate: threading.Event) -> None:
        began.wait()
        gate.wait()

    for gate in (kept, freed):
        in_background(parent, partial(hold, gate))
    began.wait()  # both threads are taken
    for rank in (FOR_COUNTING, FOR_READING, FOR_SEEING, FOR_COUNTING, FOR_SEEING):
        in_background(parent, partial(done.append, rank), rank=rank)
    freed.set()

    def all_are_done() -> bool:
        if len(done) == 5:
            kept.set()  # not before, or two threads would take turns
        return kept.is_set()

    qtbot.waitUntil(all_are_done)
    assert done == [FOR_SEEING, FOR_SEEING, FOR_READING, FOR_COUNTING, FOR_COUNTING]


def test_counting_leaves_a_thread_for_what_is_looked_at(qtbot: QtBot) -> None:
    parent, closed, done = QObject(), QObject(), []
    gate, began = threading.Event(), threading.Event()

    def count() -> None:
        began.set()
        gate.wait()
        done.append("counted")

    for owner in (closed, parent):
        in_background(owner, count, rank=FOR_COUNTING)
    shiboken6.delete(closed)  # the next is counted all the same
    began.wait()
    in_background(parent, lambda: done.append("seen"), rank=FOR_SEEING)
    qtbot.waitUntil(lambda: bool(done) and (gate.set() or len(done) == 3))
    assert done == ["seen", "counted", "counted"]


def test_our_own_mistake_goes_to_the_excepthook(qtbot: QtBot, qapp: QApplication) -> None:
    parent, told = QObject(), []

    def work() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        in_background(parent, work).otherwise(told.append)
        qtbot.waitUntil(lambda: bool(caught))
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert told == []


def test_a_result_for_a_closed_page_is_dropped(qtbot: QtBot, qapp: QApplication) -> None:
    gate, shown = threading.Event(), []
    page = QWidget()
    in_background(page, gate.wait).then(shown.append)
    page.deleteLater()
    qapp.processEvents()
    qtbot.waitUntil(lambda: not shiboken6.isValid(page))
    gate.set()
    Background.of(qapp).wait()
    qapp.processEvents()

    assert shown == []


def test_what_a_person_says_is_stored_in_the_order_in_which_it_was_said(qtbot: QtBot) -> None:
    parent, gate, said, shown = QObject(), threading.Event(), [], []

    def first() -> None:
        gate.wait()
        said.append("blurred")

    in_turn(parent, first)
    in_turn(parent, lambda: said.append("gradable")).then(shown.append)
    in_background(parent, lambda: said.append("read")).then(lambda _: gate.set())  # reading waits for nobody

    qtbot.waitUntil(lambda: bool(shown))
    assert said == ["read", "blurred", "gradable"]


def test_no_more_than_two_things_run_at_once(qtbot: QtBot) -> None:
    parent, lock, done = QObject(), threading.Lock(), []
    running = [0, 0]

    def work() -> None:
        with lock:
            running[0] += 1
            running[1] = max(running)
        with lock:
            running[0] -= 1

    for _ in range(20):
        in_background(parent, work).then(done.append)
    qtbot.waitUntil(lambda: len(done) == 20)
    assert running[1] <= 2


def test_the_doorbell_rings_from_any_thread_and_is_heard_on_the_main_one(qtbot: QtBot, qapp: QApplication) -> None:
    bridge, heard = FeedBridge(), []
    bridge.rang.connect(lambda: heard.append(QThread.currentThread()))
    threads = [threading.Thread(target=bridge.ring) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert heard == []
    qtbot.waitUntil(lambda: bool(heard))
    qapp.processEvents()
    assert len(heard) == 1
    assert heard[0] == qapp.thread()
    bridge.ring()
    qtbot.waitUntil(lambda: len(heard) == 2)


def test_rings_during_a_read_lead_to_one_more_read_and_the_last_is_shown(qtbot: QtBot) -> None:
    parent, gate, shown, reads = QObject(), threading.Event(), [], []

    def read() -> int:
        gate.wait(5)
        reads.append(1)
        return len(reads)

    told: list[object] = []
    live = Live(parent, read, shown.append, told.append)
    for _ in range(10):
        live.again()
    gate.set()
    qtbot.waitUntil(lambda: shown == [1, 2])
    assert len(reads) == 2 and told == []


@pytest.mark.parametrize("mistake", [ZeroDivisionError(), Damaged("This picture is cut in the middle.")])
def test_after_a_read_that_failed_the_page_follows_the_bell_again(qtbot: QtBot, mistake: Exception) -> None:
    parent, gate, shown, fails = QObject(), threading.Event(), [], [mistake]

    def read() -> str:
        gate.wait(5)
        if fails:
            raise fails.pop()
        return "true now"

    told: list[object] = []
    live = Live(parent, read, shown.append, told.append)
    with qtbot.captureExceptions() as caught:
        live.again()
        live.again()  # rung while the read that fails is under way
        gate.set()
        qtbot.waitUntil(lambda: shown == ["true now"])
        live.again()
        qtbot.waitUntil(lambda: shown == ["true now", "true now"])
    assert len(caught) + len(told) == 1


def test_our_mistake_is_said_on_screen_without_its_traceback(
    look: Look, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    page = QWidget()
    page.resize(900, 500)
    qtbot.addWidget(page)
    page.show()
    toast = Toast(look, page)
    notice = CrashNotice(toast, look.words)
    mistake = KeyError("patient")
    notice.heard(type(mistake), mistake, None)
    qtbot.waitUntil(lambda: bool(toast.sentence))

    assert "KeyError" not in toast.sentence
    assert "KeyError" in notice.report
    assert "our bug" in caplog.text
    caplog.clear()
