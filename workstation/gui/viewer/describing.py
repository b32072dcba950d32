"""What is written on a pane about the picture in it: the eye, the field, when it was taken, how large it is. Pure."""

from dataclasses import replace
from datetime import tzinfo

from resources.store.qualities import Quality
from resources.store.rows import InstanceRow
from resources.terms import Laterality
from workstation.gui import claims
from workstation.gui.style.status import Status
from workstation.gui.viewer.captions import Caption
from workstation.gui.viewer.visit import taken_at
from workstation.gui.words import Words

NO_DAY = ("", "")


class Describing:
    """Captions in one language and one zone."""

    def __init__(self, words: Words, zone: tzinfo) -> None:
        """For one page."""
        self._words, self._zone = words, zone

    def note(self, row: InstanceRow) -> str:
        """ "10:58   4288 × 2848"."""
        size = f"{row.columns} × {row.rows}" if row.columns and row.rows else ""
        return "   ".join(
            self._words.island(self._words.digits(part)) for part in (taken_at(row, self._zone), size) if part
        )

    def of_eye(
        self,
        eye: Laterality,
        row: InstanceRow | None,
        *,
        quality: Quality | None = None,
        when: tuple[str, str] = NO_DAY,
        is_earlier: bool = False,
        is_at_end: bool = False,
    ) -> Caption:
        """A picture of that eye, or none; ``when`` where two visits are compared."""
        words = self._words
        side = "right" if eye is Laterality.RIGHT else "left"
        word = words(f"eye.{side}")
        if row is None:
            return Caption(eye.eye, word, empty=words(f"viewer.no-{side}"))
        if row.is_pdf:
            return self._of_paper(eye.eye, word, row)
        field = words(f"field.{row.field}") if row.field else ""
        note = self.note(row) if when == NO_DAY else words.join([field, self.note(row)])
        said = words(f"quality.{quality.value}") if quality else ""
        if quality and quality.is_ungradable:
            said = words("quality.is-ungradable", why=said)
        spoken = words.join([*when, f"{eye.eye} {word}", field, said, self.note(row)])
        mark = None if quality is None else Status.NO if quality.is_ungradable else Status.OK
        return Caption(
            eye.eye, word, note, said, mark, spoken=spoken, when=when, is_earlier=is_earlier, is_at_end=is_at_end
        )

    def without_eye(self, row: InstanceRow | None) -> Caption:
        """A picture that states no eye, or both; a report."""
        if row is None:
            return Caption()
        if row.is_pdf:
            eye = claims.eye(row.laterality, self._words).text if row.laterality else ""
            return self._of_paper(row.laterality.eye if row.laterality else "", eye, row)
        if not row.has_pixels and row.laterality is None:
            return Caption("", "", self.note(row), spoken=row.title)
        claim = claims.eye(row.laterality, self._words)
        if row.laterality is not None:
            return Caption(row.laterality.eye, claim.text, self.note(row), spoken=claim.text)
        return Caption("", "", self.note(row), claim.text, Status.UNKNOWN, spoken=claim.text)

    def _of_paper(self, eye: str, word: str, row: InstanceRow) -> Caption:
        """A report, whatever eye it is on."""
        words = self._words
        said = words.join([word, words("tile.report"), self.note(row)])
        spoken = words.join([f"{eye} {word}".strip(), words("tile.report"), row.title])
        return Caption(eye, said, spoken=spoken, is_on_paper=True)


def doubted(caption: Caption, eye: Laterality, words: Words) -> Caption:
    """The caption of a picture that seems to show the other eye: a question in its corner (HZ-13)."""
    claim = claims.eye(eye, words, contradicted=True)
    return replace(caption, corner=claim.text, status=claim.status, spoken=words.join([caption.spoken, claim.text]))
