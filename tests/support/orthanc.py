"""A real Orthanc with its DICOMweb plugin in a temporary folder on free loopback ports; stopped by its own handle."""

import json
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from support.shared import missing, tool

PLUGIN = Path("/usr/share/orthanc/plugins/libOrthancDicomWeb.so")


class Orthanc:
    """One running Orthanc, and its own REST interface as the judge of what it holds."""

    def __init__(self, port: int, process: "subprocess.Popen[bytes]") -> None:
        self.port = port
        self.rest_url = f"http://127.0.0.1:{port}"
        self.dicomweb_url = f"{self.rest_url}/dicom-web"
        self.process = process
        self._client = httpx.Client(base_url=self.rest_url, trust_env=False, timeout=30)

    def get(self, path: str) -> Any:
        return self._client.get(path).raise_for_status().json()

    def tags(self) -> dict[str, dict[str, Any]]:
        """The simplified tags of every instance, by SOP Instance UID."""
        found = [self.get(f"/instances/{name}/simplified-tags") for name in self.get("/instances")]
        return {tags["SOPInstanceUID"]: tags for tags in found}

    def file(self, instance_uid: str) -> bytes:
        """The stored file of one instance."""
        [found] = self._client.post("/tools/lookup", content=instance_uid).raise_for_status().json()
        return self._client.get(f"/instances/{found['ID']}/file").raise_for_status().content

    def clear(self) -> None:
        """Remove everything, as an HQ that was set up anew."""
        for name in self.get("/patients"):
            self._client.delete(f"/patients/{name}").raise_for_status()

    def stop(self) -> None:
        self._client.close()
        self.process.terminate()
        self.process.wait(20)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running_orthanc(folder: Path) -> Iterator[Orthanc]:
    """Start one, wait until it answers, stop it."""
    program = tool("/usr/sbin/Orthanc")
    if not PLUGIN.exists():
        missing(str(PLUGIN))
    port, dicom_port = free_port(), free_port()
    configuration = {
        "Name": "Pretend headquarters",
        "StorageDirectory": str(folder / "storage"),
        "IndexDirectory": str(folder / "index"),
        "Plugins": [str(PLUGIN)],
        "HttpPort": port,
        "DicomPort": dicom_port,
        "RemoteAccessAllowed": False,
        "AuthenticationEnabled": False,
        "SslEnabled": False,
        "DicomWeb": {"Enable": True, "Root": "/dicom-web/"},
    }
    path = folder / "orthanc.json"
    path.write_text(json.dumps(configuration))
    with (folder / "orthanc.log").open("wb") as log:
        orthanc = Orthanc(port, subprocess.Popen([program, str(path)], stdout=log, stderr=log))
        try:
            _wait(orthanc)
            yield orthanc
        finally:
            orthanc.stop()


def _wait(orthanc: Orthanc) -> None:
    transport = httpx.HTTPTransport(retries=8)  # connection attempts with growing pauses, about a minute in all
    with httpx.Client(transport=transport, timeout=30) as client:
        client.get(f"{orthanc.rest_url}/system").raise_for_status()
