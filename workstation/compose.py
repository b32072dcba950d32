"""The composition root: settings and a key in, a station out. The one place where everything meets everything.

The slow libraries (pynetdicom, uvicorn, httpx) are imported here, when the window is already on the screen.
"""

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from resources.store import Store
from resources.store.checkup import sweep
from workstation.services import Service, start_all, stop_all
from workstation.settings import Settings

if TYPE_CHECKING:
    from sync.engine import SyncService

    from resources.http.server import HttpService
    from workstation.listener.scp import Listener

log = logging.getLogger(__name__)


@dataclass
class Station:
    """Everything that runs on one laptop. ``start`` and ``stop`` in that order, each once."""

    settings: Settings
    store: Store
    listener: "Listener"
    http: "HttpService"
    sync: "SyncService"
    token: str

    @property
    def services(self) -> tuple[Service, ...]:
        """In the order they start; they stop in reverse."""
        return (self.listener, self.http, self.sync)

    def start(self) -> None:
        """Put in order what a crash left, then let cameras, clients and headquarters in."""
        sweep(self.store)
        start_all(self.services)

    def stop(self) -> None:
        """Let nobody in, end what runs, close the files."""
        stop_all(self.services)
        self.store.close()

    @property
    def rest_url(self) -> str:
        """Where the embedded server answers."""
        host, port = self.http.address
        return f"http://{f'[{host}]' if ':' in host else host}:{port}"

    def ready(self) -> dict[str, Any]:
        """What a program that started us needs to know (the ready file)."""
        import os

        host, port = self.listener.address
        return {
            "pid": os.getpid(),
            "rest_url": self.rest_url,
            "dicom_host": host,
            "dicom_port": port,
            "ae_title": self.settings.dicom.ae_title,
            "token": self.token,
        }

    def status(self) -> dict[str, Any]:
        """The station in numbers, as ``eyecamp status --json`` and GET /api/status give it."""
        return status_of(self.store, self.settings, self.sync.status(), self.listener.doctor.cameras())
