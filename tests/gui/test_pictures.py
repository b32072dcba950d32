"""The one way from stored bytes to the screen: off the GUI thread, once for everybody, and nobody waits for what is unwanted."""

import threading

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QImage
from support.drawn import a_fundus
from support.screens import ByPydicom, encoded_image, receive, register
from support.stations import lakshmi

from resources.store import studies
from resources.terms import Laterality
from workstation.gui.pictures import FIT, THUMB, WHOLE, Pictures
from workstation.imaging.decoder import Decoder


def rows_of(store, count, **more):
    person = register(store, lakshmi())
    uids = [
        receive(store, a_fundus(size=64 + n), owner=person, number=n + 1, **more).instance_uid for n in range(count)
    ]
    with store.read() as unit:
        return [studies.instance(unit, uid) for uid in uids]


class Gated(ByPydicom):
    """Says in which order it decodes; waits at the gate."""

    def __init__(self):
        self.gate = threading.Event()
        self.seen = []

    def frame_bytes(self, stream):
        self.gate.wait(20)
        data = super().frame_bytes(stream)
        self.seen.append(len(data))
        return data


def test_the_real_decoder_shows_jpeg_and_raw_alike(qtbot, store):
    decoder, parent, got = Decoder(), QObject(), []
    try:
        person, drawn = register(store, lakshmi()), a_fundus(Laterality.LEFT, 200)
        for number, lossless in ((1, False), (2, True)):
            receive(store, drawn, owner=person, number=number, eye="L", lossless=lossless)
        pictures = Pictures(store.vault.open, decoder)
        with store.read() as unit:
            rows = studies.of_patient(unit, person.uuid)[0].instances
        for row in rows:
            pictures.fetch(parent, pictures.ask(row, WHOLE), got.append)
        qtbot.waitUntil(lambda: len(got) == 2)
    finally:
        decoder.close()
    for picture in got:
        assert picture.is_whole and (picture.width, picture.height) == (200, 200)
        seen, wanted = picture.image.pixelColor(100, 60), drawn.pixelColor(100, 60)
        assert abs(seen.red() - wanted.red()) < 8 and abs(seen.blue() - wanted.blue()) < 8


def test_a_small_picture_knows_the_size_of_the_whole(qtbot, store):
    (row,) = rows_of(store, 1)
    parent, got = QObject(), []
    pictures = Pictures(store.vault.open, ByPydicom())
    pictures.fetch(parent, pictures.ask(row, 16), got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert (got[0].image.width(), got[0].width) == (16, 64) and not got[0].is_whole


def test_one_decoding_serves_everybody_who_waits_and_the_next_is_at_once(qtbot, store):
    (row,) = rows_of(store, 1)
    decoder, parent, got = Gated(), QObject(), []
    pictures = Pictures(store.vault.open, decoder)
    asked = [pictures.ask(row) for _ in range(3)]
    for one in asked:
        pictures.fetch(parent, one, got.append)
    decoder.gate.set()
    qtbot.waitUntil(lambda: len(got) == 3)
    assert [picture.asked for picture in got] == asked and len(decoder.seen) == 1
    assert len({one.number for one in asked}) == 3
    pictures.fetch(parent, pictures.ask(row), got.append)
    assert len(got) == 4


def test_what_is_looked_at_goes_before_the_tiles_and_the_newest_first(qtbot, store):
    rows = rows_of(store, 6)
    decoder, parent, got, begun = Gated(), QObject(), [], []

    class Noting(Pictures):
        """What is begun next is decided on the main thread; which of two threads is quicker, is chance."""

        def _next(self):
            key, asking = super()._next()
            begun.append(key[0])
            return key, asking

    pictures = Noting(store.vault.open, decoder)
    for row, edge in zip(rows, (THUMB, THUMB, THUMB, FIT, FIT, THUMB), strict=True):
        pictures.fetch(parent, pictures.ask(row, edge), got.append)
    assert len(begun) == 2
    decoder.gate.set()
    qtbot.waitUntil(lambda: len(got) == 6)
    order = [next(place for place, row in enumerate(rows) if row.digest == digest) for digest in begun]
    assert order == [0, 1, 4, 3, 5, 2]  # the first two had begun


def test_what_nobody_waits_for_is_not_decoded(qtbot, store):
    rows = rows_of(store, 5)
    decoder, parent, got = Gated(), QObject(), []
    pictures = Pictures(store.vault.open, decoder)
    asked = [pictures.ask(row) for row in rows]
    for one in asked:
        pictures.fetch(parent, one, got.append)
    for one in asked[2:4]:
        pictures.forget(one)
    decoder.gate.set()
    qtbot.waitUntil(lambda: len(got) == 3)
    assert len(decoder.seen) == 3
    pictures.forget(None)


def test_a_widget_that_is_gone_is_not_shown_anything(qtbot, store):
    (row,) = rows_of(store, 1)
    decoder, got = Gated(), []
    pictures = Pictures(store.vault.open, decoder)
    parent = QObject()
    pictures.fetch(parent, pictures.ask(row), got.append)
    parent.deleteLater()
    qtbot.wait(10)
    decoder.gate.set()
    qtbot.waitUntil(lambda: not pictures._running)
    assert got == []


def test_memory_keeps_to_its_limit(qtbot, store):
    rows = rows_of(store, 4)
    parent, got = QObject(), []
    pictures = Pictures(store.vault.open, ByPydicom(), kept_bytes=2 * 70 * 70 * 4)
    for row in rows:
        pictures.fetch(parent, pictures.ask(row), got.append)
        qtbot.waitUntil(lambda row=row: bool(got) and got[-1].asked.uid == row.instance_uid)
    assert pictures.cached(pictures.ask(rows[3])) is not None
    assert pictures.cached(pictures.ask(rows[0])) is None


def test_damaged_bytes_are_a_sentence_and_the_next_picture_still_comes(qtbot, store):
    rows = rows_of(store, 2)
    path = store.vault.path(rows[0].digest)
    path.write_bytes(path.read_bytes()[:-40] + b"x" * 40)
    parent, got = QObject(), []
    pictures = Pictures(store.vault.open, ByPydicom())
    for row in rows:
        pictures.fetch(parent, pictures.ask(row), got.append)
    qtbot.waitUntil(lambda: len(got) == 2)
    by = {picture.asked.uid: picture for picture in got}
    assert not by[rows[0].instance_uid].is_here and "changed on the disk" in by[rows[0].instance_uid].sentence
    assert by[rows[1].instance_uid].is_here


def test_a_headshot_is_read_from_its_own_file(qtbot, store):
    image = QImage(20, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    person = register(store, lakshmi(), image)
    parent, got = QObject(), []
    pictures = Pictures(store.vault.open, ByPydicom())
    pictures.fetch(parent, pictures.ask_face(person), got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert (got[0].width, got[0].height) == (20, 30) and got[0].asked.patient_uuid == person.uuid
    assert encoded_image(image)
