"""The QApplication: platform, look, and what happens when we made a mistake. Opens no store and starts no service."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable, MutableMapping, Sequence
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from workstation.gui.style.look import Look
from workstation.gui.style.toast import Toast

log = logging.getLogger(__name__)


def choose_platform(environ: MutableMapping[str, str], platform: str = sys.platform) -> None:
    """Draw offscreen on a Linux without a display, so that the sandbox and the tests run anywhere."""
    if platform.startswith("linux") and not environ.get("DISPLAY") and not environ.get("WAYLAND_DISPLAY"):
        environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def make_application(argv: Sequence[str], look: Look, environ: MutableMapping[str, str]) -> QApplication:
    """The application, dressed. There is one per process; an older one is dressed anew."""
    choose_platform(environ)
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(list(argv))
    application.setApplicationName("Eyecamp")
    look.wear(application)
    return application


def write_down_what_qt_says() -> None:
    """Qt's own remarks (a font without a script, a window manager without a hint) go to the log, not to the terminal."""
    qt = logging.getLogger("qt")
    grave = {QtMsgType.QtCriticalMsg: logging.WARNING, QtMsgType.QtFatalMsg: logging.CRITICAL}

    def hear(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        qt.log(grave.get(kind, logging.INFO), "%s", message)

    qInstallMessageHandler(hear)


Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class CrashNotice(QObject):
    """Says on screen that we made a mistake and offers the report. The traceback goes to the log, never to the screen."""

    _crossing = Signal(str)

    def __init__(self, toast: Toast, words: Callable[[str], str]) -> None:
        """Speak through that toast."""
        super().__init__(toast)
        self._toast, self._words = toast, words
        self.report = ""
        self._crossing.connect(self._say, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Hear of every exception that nobody caught, in any thread."""
        sys.excepthook = self.heard
        threading.excepthook = self._heard_in_thread

    def heard(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log it and say so."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("our bug", exc_info=(kind, error, trace))
        self._crossing.emit("".join(traceback.format_exception(kind, error, trace)))

    def _heard_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.heard(args.exc_type, args.exc_value, args.exc_traceback)

    @Slot(str)
    def _say(self, report: str) -> None:
        self.report = report
        self._toast.offer(self._words("crash.sentence"), self._copy, self._words("crash.copy"))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.report)
