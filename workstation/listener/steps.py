"""Modality Performed Procedure Step (PS3.4 annex F): the camera says what it did, and which pictures to expect.

It moves the workitem on. It never says who is at the camera, and never changes a picture.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from resources.problems import Conflict, NotFound
from resources.store import Store, performed
from resources.store.numbers import read
from resources.store.performed import Begun
from resources.terms import Origin, StepState
from resources.wire.camerarules import CameraRules, stripped
from resources.wire.dicomjson import DataSet, Json
from resources.wire.uids import is_uid
from workstation.listener import commands, datasets
from workstation.listener.seams import Answer, Link, Request

MPPS = "1.2.840.10008.3.1.2.3.3"
STATUS = "00400252"
_SCHEDULED, _STUDY, _PATIENT_ID = "00400270", "0020000D", "00100020"
_SERIES, _IMAGES, _OTHERS, _INSTANCE = "00400340", "00081140", "00400220", "00081155"
_ENDED = "This performed step has ended and may not be changed."  # Error ID 0xA710, PS3.4 F.7.2.2.2


class Steps:
    """N-CREATE and N-SET SCP. ``rules_of`` gives a camera's rules by its AE title."""

    sop_classes = frozenset({MPPS})
    gives_pictures = False

    def __init__(self, store: Store, *, rules_of: Callable[[str], CameraRules] = CameraRules) -> None:
        self._store = store
        self._rules_of = rules_of

    def answers(self, request: Request, link: Link) -> Iterator[Answer]:
        """One answer; success only when it is written down."""
        said = datasets.asked(request)
        if request.command.field == commands.N_CREATE_RQ:
            yield self._create(request, said, link)
        elif request.command.field == commands.N_SET_RQ:
            yield self._set(request, said, link)
        else:
            yield Answer(commands.UNRECOGNIZED_OPERATION)

    def _create(self, request: Request, said: Json, link: Link) -> Answer:
        status = DataSet(said).text(STATUS)
        if not status:
            return Answer(commands.MISSING_ATTRIBUTE, comment="Performed Procedure Step Status is missing.")
        if status != StepState.IN_PROGRESS:
            return Answer(commands.INVALID_ATTRIBUTE_VALUE, comment="A step begins IN PROGRESS.")
        uid, title = request.command.instance_uid, request.peer.calling_ae
        if uid and not is_uid(uid):
            return Answer(commands.INVALID_INSTANCE, comment="The UID of the step is not a UID.")
        try:
            with self._store.write(Origin.CAMERA, f"camera:{title}") as unit:
                uid = uid or unit.new_uid()
                performed.begin(
                    unit, Begun(uid, title, _study(said), self._number(title, said), said), _announced(said)
                )
        except Conflict as known:
            return Answer(commands.DUPLICATE_INSTANCE, comment=known.sentence)
        link.note("It began an examination.")
        return Answer(commands.SUCCESS, more={commands.AFFECTED_INSTANCE: uid})

    def _set(self, request: Request, said: Json, link: Link) -> Answer:
        status, announced = DataSet(said).text(STATUS), _announced(said)
        if status and status not in tuple(StepState):
            return Answer(commands.INVALID_ATTRIBUTE_VALUE, comment="This is no state of a performed step.")
        state = StepState(status) if status else None
        try:
            with self._store.write(Origin.CAMERA, f"camera:{request.peer.calling_ae}") as unit:
                row = performed.amend(unit, request.command.instance_uid, said, announced, state)
                expected = performed.expected(unit, [row])
        except NotFound as unknown:
            return Answer(commands.NO_SUCH_INSTANCE, comment=unknown.sentence)
        except Conflict:
            return Answer(commands.PROCESSING_FAILURE, comment=_ENDED, more={commands.ERROR_ID: 0xA710})
        link.note(_sentence(row.state, expected.announced, len(expected.missing)))
        return Answer(commands.SUCCESS)

    def _number(self, title: str, said: Json) -> str:
        """Our number of whom the camera believes there, where it is one with a right check digit."""
        number = read(stripped(DataSet(said).text(_PATIENT_ID), self._rules_of(title).strip))
        return str(number) if number is not None and number.is_right else ""


def _study(said: Json) -> str:
    found = (item.text(_STUDY) for item in DataSet(said).items(_SCHEDULED))
    return next((uid for uid in found if uid), "")


def _announced(said: Mapping[str, Any]) -> list[str]:
    """Every instance that its series name."""
    return [
        uid
        for series in DataSet(said).items(_SERIES)
        for group in (_IMAGES, _OTHERS)
        for item in series.items(group)
        if is_uid(uid := item.text(_INSTANCE))
    ]


def _sentence(state: StepState, announced: int, missing: int) -> str:
    if state is StepState.IN_PROGRESS:
        return "It goes on with an examination."
    if state is StepState.DISCONTINUED:
        return "It broke an examination off."
    pictures = "1 picture" if announced == 1 else f"{announced} pictures"
    if not announced:
        return "It ended an examination and did not say how many pictures it made."
    return (
        f"It ended an examination with {pictures}; {missing} not here yet."
        if missing
        else (f"It ended an examination with {pictures}; all here.")
    )
