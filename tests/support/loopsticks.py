"""A stick with a real file system on it: ``with a_stick(tmp_path, "ext4", 16) as stick``, and ``stick.folder`` is where it is.

An image file in a loop device. It can be filled, write-protected, pulled out while somebody uses it, and hurt behind everybody's
back. Root, loop devices and a kernel that knows the file system are needed. Containers are often refused loop devices and no
package brings them, so that this skips, with the reason, whatever REQUIRE_REAL says.
"""

import fcntl
import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

FORMATS = {"vfat": ("mkfs.vfat",), "ext4": ("mkfs.ext4", "-q", "-m", "0")}
SHUTDOWN, WITHOUT_ITS_LOG = 0x8004587D, 2  # EXT4_IOC_SHUTDOWN, EXT4_GOING_FLAGS_NOLOGFLUSH (linux/ext4.h)


class LoopStick:
    """One that is plugged in."""

    def __init__(self, image: Path, folder: Path, form: str) -> None:
        self.image, self.folder, self._form = image, folder, form

    def plug_in(self, *how: str) -> None:
        """With these options of mount."""
        options = ",".join(("loop", *how))
        done = subprocess.run(
            ["mount", "-t", self._form, "-o", options, str(self.image), str(self.folder)],
            capture_output=True,
            check=False,
            text=True,
        )
        if done.returncode:
            pytest.skip(f"no {self._form} in a loop device here: {done.stderr.strip().splitlines()[0]}")

    def take_out(self) -> None:
        """Properly."""
        subprocess.run(["umount", str(self.folder)], check=True)

    def carry(self, *how: str) -> None:
        """Out here and in there: nothing but what was really written arrives."""
        self.take_out()
        self.plug_in(*how)

    def is_pulled_out(self) -> None:
        """From now on every read and every write fails, and what was not synced is lost."""
        descriptor = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.ioctl(descriptor, SHUTDOWN, struct.pack("I", WITHOUT_ITS_LOG))
        finally:
            os.close(descriptor)

    def wears_out(self, written: bytes) -> None:
        """One bit of what was stored there is another, and no driver noticed."""
        held = bytearray(self.image.read_bytes())
        at = held.index(written)
        held[at] ^= 1
        with self.image.open("r+b") as file:
            file.seek(at)
            file.write(held[at : at + 1])


@contextmanager
def a_stick(home: Path, form: str, megabytes: int) -> Iterator[LoopStick]:
    """A new one, plugged in."""
    make, *options = FORMATS[form]
    if os.geteuid() != 0 or shutil.which(make) is None:
        pytest.skip(f"root and {make} are needed for a stick with a file system")
    image, folder = home / f"{form}.img", home / f"{form}-stick"
    with image.open("wb") as file:
        file.truncate(megabytes << 20)
    subprocess.run([make, *options, str(image)], check=True, capture_output=True)
    folder.mkdir()
    stick = LoopStick(image, folder, form)
    stick.plug_in()
    try:
        yield stick
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=False, capture_output=True)
