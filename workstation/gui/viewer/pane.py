"""One eye on its own ground of #020203: fit, 1:1, zoom at the pointer, pan. What is written on it is not part of the picture.

Always left-to-right. There is no way to flip or turn what it shows (HZ-14). A picture that was not asked for last is dropped
(HZ-15).
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGestureEvent, QGraphicsScene, QGraphicsView, QPinchGesture

from resources.store.annotations import Mark, Shape
from resources.store.rows import InstanceRow
from workstation.gui import claims
from workstation.gui.pictures import FIT, WHOLE, Asked, Picture, Pictures
from workstation.gui.style.look import Look
from workstation.gui.style.status import Status
from workstation.gui.viewer.canvas import EyeCanvas
from workstation.gui.viewer.captions import (
    Caption,
    band,
    paint_band,
    paint_caption,
    paint_frame,
    paint_nothing,
    paint_panel,
)
from workstation.gui.viewer.marks_layer import paint_mark
from workstation.gui.viewer.unshown import unshown
from workstation.gui.viewer.visit import bytes_of, is_preview

GROUND = QColor("#020203")  # design-system section 2: the viewer pane in both themes
STEP = 1.25
LARGEST = 8.0


@dataclass(frozen=True, slots=True)
class Zoom:
    """How a pane looks at its picture: device pixels per picture pixel (``None``: fit) and the middle, 0 to 1."""

    scale: float | None = None
    middle: tuple[float, float] = (0.5, 0.5)
    can_widen: bool = False
    """Whether it is a page that is seen whole and can be seen in its pane's width."""


class EyePane(QGraphicsView):
    """``look_at`` a row; ``fit``, ``one_to_one``, ``follow`` another pane."""

    pressed = Signal()
    tabbed = Signal()
    moved = Signal(object)
    told = Signal(object)
    framed = Signal(int, int)
    drawn = Signal(object)
    """A mark that was dragged or clicked with the tool in hand."""
    undrawable = Signal()
    """Somebody began to draw on a preview: its pixels are not the picture's (HZ-09)."""
    looked_at = Signal(str, float)
    """That picture was painted, so large."""

    def __init__(self, look: Look, pictures: Pictures) -> None:
        """Blank."""
        super().__init__()
        self._look, self._pictures = look, pictures
        self._asked: Asked | None = None
        self._asked_whole: Asked | None = None
        self._ahead: Asked | None = None
        self._row: InstanceRow | None = None
        self.frame = self.frame_shown = self._pages = 1
        self._marks: tuple[Mark, ...] = ()
        self._drafted: Mark | None = None
        self._tool: Shape | None = None
        self._scale: float | None = None
        self._quiet = False
        self.caption, self.sentence = Caption(), ""
        self.is_active = self.is_red_free = False
        self._canvas = EyeCanvas()
        self._scene = QGraphicsScene(self)
        self._scene.addItem(self._canvas)
        self.setScene(self._scene)
        self._set_up()

    def _set_up(self) -> None:
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("background: transparent; border: 0;")
        self.setBackgroundBrush(GROUND)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._scrolled)

    # --- what is shown

    def look_at(self, row: InstanceRow | None, caption: Caption) -> None:
        """Blank first, then that picture when it is there; the same picture stays as it is."""
        self.caption = caption
        same = row is not None and self._row is not None and self._is_same(row, self._row)
        self._row = row
        self._pages = self._pages if same else 1
        self.framed.emit(self.frame_shown if same else 1, self.frames)
        if same:
            self._name()
            self.viewport().update()
            return
        self._blank()
        self._name()
        if row is None:
            return
        if not row.has_pixels and not row.is_pdf:
            self.say(unshown(row, self._look.words))
            return
        self._fetch(row)

    def _fetch(self, row: InstanceRow) -> None:
        self._asked = self._pictures.ask(row, FIT, self.frame)
        self._pictures.fetch(self, self._asked, self._show)

    # --- one of several frames

    @property
    def row(self) -> InstanceRow | None:
        """What it shows."""
        return self._row

    @property
    def is_paper(self) -> bool:
        """Whether it shows pages and no picture of an eye."""
        return self._row is not None and self._row.is_pdf

    @property
    def frames(self) -> int:
        """How many frames its picture has, or how many pages its document."""
        return max(1, self._row.frames or self._pages) if self._row else 1

    def show_frame(self, number: int) -> None:
        """That frame, the first being 1. The one before stays until it is here, under its own number."""
        wanted = min(max(1, number), self.frames)
        if self._row is None or wanted == self.frame:
            return
        self._forget()
        self.frame = wanted
        self._fetch(self._row)

    def step_frame(self, by: int) -> None:
        """The next or previous frame."""
        self.show_frame(self.frame + by)

    def _look_ahead(self, by: int) -> None:
        """The frame that will be wanted next, in the direction of the last step; nobody waits for it."""
        wanted = self.frame + by
        if self._row is None or not by or not 1 <= wanted <= self.frames:
            return
        self._ahead = self._pictures.ask(self._row, FIT, wanted)
        self._pictures.fetch(self, self._ahead, lambda _: None)

    def _forget(self) -> None:
        for asked in (self._asked, self._asked_whole, self._ahead):
            self._pictures.forget(asked)
        self._asked = self._asked_whole = self._ahead = None

    @staticmethod
    def _is_same(row: InstanceRow, other: InstanceRow) -> bool:
        one = (row.instance_uid, bytes_of(row), row.patient_uuid)
        return one == (other.instance_uid, bytes_of(other), other.patient_uuid)

    def _blank(self) -> None:
        self._forget()
        self._marks, self._drafted = (), None
        self.frame = self.frame_shown = self._pages = 1
        self._scale, self.sentence = None, ""
        self._canvas.blank()
        self.viewport().update()

    def _show(self, picture: Picture) -> None:
        if picture.asked not in (self._asked, self._asked_whole):
            return
        if not picture.is_here:
            self._could_not_show(picture.asked.frame)
            return
        before, step = self._canvas.size, picture.asked.frame - self.frame_shown
        if step:
            self._canvas.blank()
        self._canvas.add(picture)
        self._name()
        self._pages = max(1, picture.pages)
        self._number(picture.asked.frame)
        if self.sentence:  # of another frame
            self.say("")
        if self._canvas.size != before:  # pages of one document may lie or stand
            self._apply()
        if self.is_paper:
            if step:
                self._to_the_top()
            self._tell()
        self._want_detail()
        self._look_ahead(step or (1 if before.isEmpty() and self.frames > 1 else 0))
        self.viewport().update()

    def _could_not_show(self, frame: int) -> None:
        """A sentence in its place, under its own number: the others may be whole."""
        self._canvas.blank()
        self._number(frame)
        if is_preview(self._row):
            self.say(claims.needs_original(self._look.words, self._row).text)
        elif self._row is not None:
            self.say(unshown(self._row, self._look.words))
        if self._row is not None:
            self.told.emit(self._row)

    def _number(self, frame: int) -> None:
        self.frame_shown = frame
        self.framed.emit(frame, self.frames)

    def say(self, sentence: str) -> None:
        """A panel in place of a picture, for what has none to show; none again where there is nothing to say."""
        self.sentence = sentence
        self._name()
        self.viewport().update()

    def _name(self) -> None:
        """What a screen reader says of it; of a preview that it is one, before anything else (HZ-09)."""
        seen = self._look.words.join([self.band, self.caption.spoken])
        self.setAccessibleName(self.sentence or seen or self.caption.empty)

    @property
    def is_blank(self) -> bool:
        """Whether no pixel of any picture is on it."""
        return self._canvas.size.isEmpty()

    @property
    def asked(self) -> Asked | None:
        """What it shows or waits for."""
        return self._asked

    def set_active(self, active: bool) -> None:  # noqa: FBT001  # a Qt setter
        """Draw the frame of the active eye, or not."""
        self.is_active = active
        self.viewport().update()

    def set_red_free(self, on: bool) -> None:  # noqa: FBT001  # a Qt setter
        """The green channel, which says so on the picture."""
        self.is_red_free = on
        self._canvas.set_red_free(on)
        self.viewport().update()

    # --- what is drawn beside it

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """These stand over the picture, each on its own frame."""
        self._marks = marks
        self.viewport().update()

    @property
    def marks_shown(self) -> tuple[Mark, ...]:
        """Those that are on the screen now."""
        if self.is_blank:
            return ()
        drafted = (self._drafted,) if self._drafted else ()
        return tuple(mark for mark in (*self._marks, *drafted) if mark.frame == self.frame_shown)

    def set_tool(self, tool: Shape | None) -> None:
        """A drag draws with that, or (none) moves the picture."""
        self._tool, self._drafted = tool, None
        drag = QGraphicsView.DragMode.ScrollHandDrag if tool is None else QGraphicsView.DragMode.NoDrag
        self.setDragMode(drag)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor if tool is None else Qt.CursorShape.CrossCursor)
        self.viewport().update()

    def _point(self, event: QMouseEvent) -> tuple[float, float]:
        """Where it is on the picture, never off it."""
        at, size = self.mapToScene(event.position().toPoint()), self._canvas.size
        return min(max(at.x(), 0.0), float(size.width())), min(max(at.y(), 0.0), float(size.height()))

    def _begin_mark(self, event: QMouseEvent) -> None:
        if self.is_blank or event.button() != Qt.MouseButton.LeftButton or self._tool is None:
            return
        if is_preview(self._row):
            self.undrawable.emit()
            return
        at = self._point(event)
        points = (at,) if self._tool is Shape.NOTE else (at, at)
        self._drafted = Mark(self._tool, points, self.frame_shown)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The mark follows the pointer."""
        if self._drafted is None:
            super().mouseMoveEvent(event)
        elif self._drafted.shape is not Shape.NOTE:
            self._drafted = replace(self._drafted, points=(self._drafted.points[0], self._point(event)))
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The mark is drawn."""
        mark, self._drafted = self._drafted, None
        if mark is None:
            super().mouseReleaseEvent(event)
            return
        self.viewport().update()
        self.drawn.emit(mark)

    # --- how it is looked at

    @property
    def ratio(self) -> float:
        """Device pixels per logical pixel."""
        return self.devicePixelRatioF()

    @property
    def fitting(self) -> float:
        """The scale at which the whole picture is seen, never more than 1:1."""
        size = self._canvas.size
        if size.isEmpty():
            return 1.0
        room = self.viewport().size().toSizeF() * self.ratio
        high = max(1.0, room.height() - self._above * self.ratio)
        return min(room.width() / size.width(), high / size.height())

    @property
    def _above(self) -> int:
        """Pixels that are kept free above a page, for the words that stand there."""
        return band(self._look) if self.is_paper else 0

    @property
    def scale_now(self) -> float:
        """Device pixels per picture pixel."""
        return self.fitting if self._scale is None else self._scale

    @property
    def scale_seen(self) -> float:
        """The same, but no more than the detail that is here: a small picture drawn large shows nothing new (HZ-09)."""
        detail = self._canvas.detail
        return self.scale_now if detail >= 1 else min(self.scale_now, detail)

    @property
    def is_fitting(self) -> bool:
        """Whether the whole picture is seen."""
        return self._scale is None

    def fit(self) -> None:
        """See all of it; of a page that is seen whole already, its whole width from the top, to be read."""
        if self.can_widen:
            self._scale = self._across
            self._apply()
            self._to_the_top()
            self._want_detail()
            self._tell()
        else:
            self._zoom_to(None)

    @property
    def can_widen(self) -> bool:
        """Whether it is a page that is seen whole and would be larger at the pane's width."""
        return self.is_paper and not self.is_blank and self.is_fitting and self._across > self.fitting * 1.01

    @property
    def _across(self) -> float:
        """The scale at which a page is as wide as the pane."""
        return self.viewport().width() * self.ratio / max(1, self._canvas.size.width())

    def _to_the_top(self) -> None:
        rect = self._scene.sceneRect()
        self._middle_on(QPointF(rect.center().x(), rect.top()))

    def one_to_one(self) -> None:
        """One picture pixel is one device pixel."""
        self._zoom_to(1.0)

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Larger or smaller, keeping what is under ``at``; smaller than fit is fit."""
        wanted = self.scale_now * factor
        self._zoom_to(None if wanted <= self.fitting else min(wanted, max(LARGEST, self.fitting)), at)

    def _zoom_to(self, scale: float | None, at: QPointF | None = None) -> None:
        place = at or QPointF(self.viewport().rect().center())
        before = self.mapToScene(place.toPoint())
        self._scale = scale
        self._apply()
        if scale is not None:
            after = self.mapToScene(place.toPoint())
            middle = self.mapToScene(self.viewport().rect().center())
            self._middle_on(middle + before - after)
        self._want_detail()
        self._tell()

    def _apply(self) -> None:
        logical = self.scale_now / self.ratio
        self._quiet = True
        self.setTransform(QTransform.fromScale(logical, logical))
        self._scene.setSceneRect(self._canvas.boundingRect().adjusted(0, -self._above / logical, 0, 0))
        if self._scale is None:
            self.centerOn(self._scene.sceneRect().center())
        self._quiet = False
        self.viewport().update()

    def _middle_on(self, point: QPointF) -> None:
        self._quiet = True
        self.centerOn(point)
        self._quiet = False
        self.viewport().update()

    @property
    def zoom(self) -> Zoom:
        """How it is looked at now."""
        rect = self._scene.sceneRect()
        if rect.isEmpty():
            return Zoom(self._scale, can_widen=self.can_widen)
        middle = self.mapToScene(self.viewport().rect().center())
        place = (middle.x() / rect.width(), middle.y() / rect.height())
        return Zoom(self._scale, place, can_widen=self.can_widen)

    def follow(self, zoom: Zoom) -> None:
        """Look as another pane does; says nothing to anybody."""
        self._scale = zoom.scale
        self._apply()
        if zoom.scale is not None:
            rect = self._scene.sceneRect()
            self._middle_on(QPointF(zoom.middle[0] * rect.width(), zoom.middle[1] * rect.height()))
        self._want_detail()

    def _tell(self) -> None:
        if not self._quiet:
            self.moved.emit(self.zoom)

    def _scrolled(self, _value: int) -> None:
        self._tell()

    def _want_detail(self) -> None:
        """Ask for the whole picture as soon as more is looked at than is here."""
        size = self._canvas.size
        if self._row is None or size.isEmpty() or self._asked_whole is not None or is_preview(self._row):
            return
        if self._canvas.detail < 1 and self.scale_now > self._canvas.detail:
            self._asked_whole = self._pictures.ask(self._row, WHOLE, self.frame)
            self._pictures.fetch(self, self._asked_whole, self._show)

    # --- events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A picture that fits keeps fitting."""
        super().resizeEvent(event)
        self._apply()
        self._want_detail()

    def showEvent(self, event: QShowEvent) -> None:
        """The screen's ratio may be another now."""
        super().showEvent(event)
        self._apply()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        steps = event.angleDelta().y() / 120
        if steps:
            self.zoom_by(STEP**steps, event.position())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Two fingers zoom."""
        if event.type() == QEvent.Type.Gesture and isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                at = self.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
                self.zoom_by(pinch.scaleFactor(), QPointF(at))
                return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The eye that is touched is the active one."""
        self.pressed.emit()
        if self._tool is not None:
            self._begin_mark(event)
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """From fit to 1:1 at the pointer, and back; not while something is drawn."""
        if self._tool is not None:
            return
        self._zoom_to(1.0 if self.is_fitting else None, event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys belong to the page, arrows too."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The eye that has the focus is the active one."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.OtherFocusReason:
            self.pressed.emit()

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001
        """Tab switches the eye; Backtab leaves the pictures."""
        if forwards:
            self.tabbed.emit()
            return True
        return super().focusNextPrevChild(forwards)

    def sizeHint(self) -> QSize:
        """As in the drawings."""
        return QSize(501, 488)

    def minimumSizeHint(self) -> QSize:
        """Small enough for a small window."""
        return QSize(200, 160)

    # --- what is written on it

    @property
    def band(self) -> str:
        """What stands across the picture while it is only a preview; nothing over an original (HZ-09)."""
        if self.is_blank or not is_preview(self._row):
            return ""
        return claims.original(self._canvas.detail, self._look.words, digest_matches=False).text

    @property
    def corner(self) -> tuple[str, Status | None]:
        """What stands top right: a tool that changes the picture says so before anything else does."""
        words = self._look.words
        if self.is_red_free:
            return words("viewer.red-free"), None
        if not self.is_blank and not self.band and self._canvas.detail < 1 and self.scale_now > self._canvas.detail:
            return words("viewer.detail-comes"), Status.BUSY
        if self.frames > 1 and self.caption.when[0]:
            return words("viewer.frame", n=self.frame_shown, of=self.frames), None
        return self.caption.corner, self.caption.status

    def drawForeground(self, painter: QPainter, _rect: QRectF | object) -> None:
        """Captions, panel and frame in the pane's own pixels: zoom leaves them alone."""
        painter.save()
        painter.resetTransform()
        area = QRectF(self.viewport().rect())
        if self.sentence:
            paint_panel(painter, area, (self.sentence, self._look.words("viewer.save-how")), self._look)
        elif self._row is None and self.caption.empty:
            paint_nothing(painter, area, self.caption.empty, self._look)
        elif self._row is not None and not self.is_blank:
            self.looked_at.emit(self._row.instance_uid, self.scale_seen)
        for mark in self.marks_shown:
            paint_mark(painter, mark, lambda x, y: QPointF(self.mapFromScene(QPointF(x, y))), area, self._look)
        text, status = self.corner
        paint_caption(painter, area, replace(self.caption, corner=text, status=status), self._look)
        if self.band:
            paint_band(painter, area, self.band, self._look)
        if self.is_active:
            paint_frame(painter, area, self._look)
        painter.restore()
