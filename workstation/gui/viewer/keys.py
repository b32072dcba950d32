"""The keys of the Read page (users.md 5.3): what each does to the page. Grades have keys of their own, in ``signing.py``."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from resources.store.annotations import Shape
from resources.terms import Laterality
from workstation.gui.viewer.compare_view import Mode

if TYPE_CHECKING:
    from workstation.gui.viewer.page import ViewerPage

Keys = Mapping[Qt.Key, Callable[[], object]]


def stepping(page: "ViewerPage") -> Keys:
    """These go on while they are held down."""
    return {
        Qt.Key.Key_Left: lambda: page.step_picture(-1),
        Qt.Key.Key_Right: lambda: page.step_picture(1),
        Qt.Key.Key_Up: lambda: page.step_person(-1),
        Qt.Key.Key_Down: lambda: page.step_person(1),
        Qt.Key.Key_Space: lambda: page.step_picture(1),
        Qt.Key.Key_PageUp: lambda: page.step_frame(-1),
        Qt.Key.Key_PageDown: lambda: page.step_frame(1),
        Qt.Key.Key_Comma: lambda: page.comparison.move_edge(-0.05),
        Qt.Key.Key_Period: lambda: page.comparison.move_edge(0.05),
    }


def once(page: "ViewerPage") -> Keys:
    """These act once, however long they are held down."""
    return {
        Qt.Key.Key_G: page.tools.red_free.toggle,
        Qt.Key.Key_Z: page.one_to_one,
        Qt.Key.Key_F: page.fit,
        Qt.Key.Key_E: page.save_copy,
        Qt.Key.Key_C: lambda: page.comparison.toggle(Mode.SIDE),
        Qt.Key.Key_B: lambda: page.comparison.toggle(Mode.BLINK),
        Qt.Key.Key_S: lambda: page.comparison.toggle(Mode.SWIPE),
        Qt.Key.Key_R: lambda: page.answer(Laterality.RIGHT),
        Qt.Key.Key_L: lambda: page.answer(Laterality.LEFT),
        Qt.Key.Key_Escape: page.escape,
        Qt.Key.Key_M: lambda: page.marking.take(Shape.RULER),
        Qt.Key.Key_A: lambda: page.marking.take(Shape.ARROW),
        Qt.Key.Key_O: lambda: page.marking.take(Shape.ELLIPSE),
        Qt.Key.Key_N: lambda: page.marking.take(Shape.NOTE),
        Qt.Key.Key_H: page.marking.hide,
        Qt.Key.Key_X: page.signing.ask_why,
        Qt.Key.Key_Q: page.signing.judging.cycle,
        Qt.Key.Key_K: page.signing.checking.open,
        Qt.Key.Key_Return: page.signing.confirm,
        Qt.Key.Key_Enter: page.signing.confirm,
        Qt.Key.Key_Plus: lambda: page.zoom_by(1.25),
        Qt.Key.Key_Minus: lambda: page.zoom_by(0.8),
    }
