"""The Camp page over a real store and a real listener that pretend cameras have called."""

from pathlib import Path
from typing import Any

from pynetdicom import AE
from support.association import OP_8_BIT
from support.data_sets import EXPLICIT, an_instance, encoded
from support.screens import a_desk
from support.stations import Clock, a_store, lakshmi

from resources.store import patients
from resources.terms import Origin
from resources.wire.camerarules import CameraRules
from resources.wire.part10 import file_meta
from workstation.camerabook import CameraBook
from workstation.gui.bridge import FeedBridge
from workstation.gui.camp.backing_up import backed_up
from workstation.gui.camp.page import CampPage
from workstation.gui.camp.state import Facts, Services
from workstation.listener.doctor import Doctor
from workstation.listener.echo import Echo, echo
from workstation.listener.receive import Receiver
from workstation.listener.scp import Listener


class Campsite:
    """A station's store, listener and camera book. ``page`` opens the Camp page on it."""

    def __init__(self, folder: Path, peers: tuple[dict[str, Any], ...] = ()) -> None:
        self.folder, self.clock = folder, Clock()
        self.store = a_store(folder, clock=self.clock)
        with self.store.write(Origin.PERSON, "grace") as unit:
            self.person = patients.register(unit, lakshmi())
        self.book = CameraBook(self.store, peers)
        receiver = Receiver(self.store, rules_of=self.book.rules)
        self.listener = Listener(receiver, port=0, doctor=Doctor(self.clock))
        self.listener.start()
        self.pages: list[Any] = []
        self.asked: list[str] = []
        self.facts = Facts(
            "Camp 7 Melur", "C7A", "default", (), "en", "macula-disc", "ICDR", "IST (UTC+0530)", 34 * 10**9, 1150
        )

    def close(self) -> None:
        self.listener.stop()
        self.store.close()

    def picture(self, title: str, patient_id: str, number: int = 1, **attributes: Any) -> None:
        """That camera sends one."""
        ds = an_instance(number=number, patient=sum(title.encode()), PatientID=patient_id, **attributes)
        path = self.folder / "one.dcm"
        path.write_bytes(file_meta(OP_8_BIT, ds.SOPInstanceUID, EXPLICIT) + encoded(ds))
        ae = AE(title)
        ae.add_requested_context(OP_8_BIT, EXPLICIT)
        association = ae.associate("127.0.0.1", self.listener.address[1])
        assert association.send_c_store(path).Status == 0x0000
        association.release()

    def call(self, rules: CameraRules) -> Echo:
        self.asked.append(rules.ae_title)
        return echo(rules.host, rules.port, calling_ae="EYECAMP7", called_ae=rules.ae_title, seconds=5.0)

    def page(self, qtbot: Any, look: Any, **more: Any) -> CampPage:
        bridge = FeedBridge()
        services = Services(
            hears=more.pop("hears", self.listener),
            book=self.book,
            echo=self.call,
            facts=lambda: self.facts,
            backup=lambda folder, passphrase: backed_up(self.store, folder, passphrase),
            ae_title="EYECAMP7",
            **more,
        )
        page = CampPage(a_desk(qtbot, self.store, look), bridge, services)
        self.store.feed.subscribe(bridge.ring)
        self.pages.append((page, bridge))
        qtbot.addWidget(page)
        page.resize(1278, 724)
        with qtbot.waitSignal(page.shown):
            page.show()
        return page
