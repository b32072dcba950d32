#!/usr/bin/env python3
"""The one door for people and machines: sets up, then runs, tests or checks. Standard library only.

    python3 build/dev.py run [ARGUMENTS]     the program (``run sandbox`` shows the main job)
    python3 build/dev.py test [ARGUMENTS]    the tests
    python3 build/dev.py check               format, lint, types, imports, tests: what CI runs
    python3 build/dev.py setup               the set-up alone

Set-up makes .venv, installs requirements.lock by its hashes, and on Debian the libraries that Qt and the tests need.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "eyecamp-stamp"
QT = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
NOTO = "/usr/share/fonts/truetype/noto"
FONTS = {f"{NOTO}/NotoSans-Regular.ttf": "fonts-noto-core", f"{NOTO}/NotoSans-SemiBold.ttf": "fonts-noto-extra"}
REAL = {
    "/usr/bin/storescu": "dcmtk",
    "/usr/sbin/Orthanc": "orthanc",
    "/usr/share/orthanc/plugins/libOrthancDicomWeb.so": "orthanc-dicomweb",
    "/usr/bin/dciodvfy": "dicom3tools",
    "/usr/bin/Xvfb": "xvfb",
    "/usr/bin/strace": "strace",
}
NODE = {"node": "nodejs", "npm": "npm"}
"""Programs, wherever they are, for the DICOMweb client of npm; its packages come into a temporary folder."""


def main(arguments: list[str]) -> int:
    """Do what the first argument says."""
    job, rest = (arguments[0], arguments[1:]) if arguments else ("help", [])
    if job not in {"run", "test", "check", "setup"}:
        print(__doc__)
        return 2
    set_up(also_real_parts=job == "check")
    if job == "run":
        return call([PYTHON, "-m", "workstation", *rest])
    if job == "test":
        return call([PYTHON, "-m", "pytest", *rest])
    return call([PYTHON, ROOT / "build" / "check.py", *rest]) if job == "check" else 0


def set_up(*, also_real_parts: bool) -> None:
    """Bring the machine and .venv to where the lock says; costs nothing when they are there."""
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever runs this may have an older one
        sys.exit("Eyecamp needs Python 3.11 or newer.")
    debian_packages(also_real_parts=also_real_parts)
    lock = ROOT / "requirements.lock"
    wanted = hashlib.sha256(
        lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes() + sys.version.encode()
    ).hexdigest()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return
    make_venv()
    install = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    must([*install, "--require-hashes", "-r", lock])
    must([*install, "--no-deps", "--no-build-isolation", "-e", ROOT])
    STAMP.write_text(wanted)


def make_venv() -> None:
    """A fresh .venv, with the one sentence that helps where Debian split it off."""
    shutil.rmtree(VENV, ignore_errors=True)
    if subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False).returncode:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        sys.exit(f"Python could not make a virtual environment. On Debian: sudo apt-get install python{version}-venv")


def debian_packages(*, also_real_parts: bool) -> None:
    """Install what is missing when we may; otherwise print the one command that does."""
    if not sys.platform.startswith("linux") or not shutil.which("apt-get"):
        return
    missing = missing_packages(also_real_parts=also_real_parts)
    if not missing:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if os.geteuid() != 0:
        print(f"Eyecamp needs some libraries of Debian. Please run once: sudo {' '.join(command)}", file=sys.stderr)
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=False, env=quiet, stdout=subprocess.DEVNULL)
    if subprocess.run([*command, "-qq"], check=False, env=quiet, stdout=subprocess.DEVNULL).returncode:
        print(f"Some libraries could not be installed: {' '.join(missing)}", file=sys.stderr)


def missing_packages(*, also_real_parts: bool) -> list[str]:
    """The names of Debian packages that this machine lacks."""
    known = subprocess.run(["/sbin/ldconfig", "-p"], check=False, capture_output=True, text=True).stdout
    files = FONTS | (REAL if also_real_parts else {})
    programs = NODE if also_real_parts else {}
    return [
        *(name for library, name in QT.items() if library not in known),
        *(name for path, name in files.items() if not Path(path).exists()),
        *(name for program, name in programs.items() if not shutil.which(program)),
    ]


def call(command: list[object]) -> int:
    """Run in the repository with the caller's terminal, and give back how it ended."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode


def must(command: list[object]) -> None:
    """Run, or stop with what failed."""
    if code := call(command):
        sys.exit(code)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
