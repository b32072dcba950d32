"""The frame for DIMSE services besides Verification and Storage, with pynetdicom on the other end."""

from collections.abc import Callable, Iterator

import pytest
from pydicom.dataset import Dataset, FileMetaDataset
from pynetdicom import evt
from pynetdicom.pdu_primitives import SCP_SCU_RoleSelectionNegotiation
from support.association import IMPLICIT, QUICK, Scu, a_command, a_request, an_association, an_offer, some_data
from support.association import status_in as status_of_pdu
from support.data_sets import an_instance, encoded
from support.dimse import STUDY_ROOT_FIND, Scripted, associated, listening

from resources.problems import Invalid
from workstation.listener import commands, datasets
from workstation.listener.limits import Limits
from workstation.listener.seams import Answer, Link, Picture, Request
from workstation.listener.services import WAITING, Services

STUDY_ROOT_GET = "1.2.840.10008.5.1.4.1.2.2.3"
COMMITMENT = "1.2.840.10008.1.20.1"
OP = "1.2.840.10008.5.1.4.1.1.77.1.5.1"
EXPLICIT = "1.2.840.10008.1.2.1"


def a_query(**keys: str) -> Dataset:
    ds = Dataset()
    ds.QueryRetrieveLevel = "STUDY"
    for keyword, value in keys.items():
        setattr(ds, keyword, value)
    return ds


def an_entry(request: Request, uid: str, note: str = "") -> Answer:
    data_set = {"0020000D": {"vr": "UI", "Value": [uid]}, "00102110": {"vr": "LO", "Value": [note or "पता नहीं"]}}
    return Answer(commands.PENDING, datasets.written(data_set, request.context.transfer_syntax))


def three(request: Request, _link: Link) -> Iterator[Answer]:
    for number in range(3):
        yield an_entry(request, f"1.2.{number}")
    yield Answer(commands.SUCCESS)


def statuses(answers: Iterator[tuple[Dataset, Dataset | None]]) -> list[int]:
    return [answer.Status for answer, _ in answers]


@pytest.mark.parametrize("max_pdu", [0, 40, 16382])
def test_answers_come_in_order_and_in_pieces_that_the_peer_takes(max_pdu):
    service = Scripted(three)
    with listening(service) as listener, associated(listener, STUDY_ROOT_FIND, max_pdu=max_pdu) as association:
        found = list(association.send_c_find(a_query(PatientID="C7A-00001-7"), STUDY_ROOT_FIND))
    assert [status.Status for status, _ in found] == [0xFF00, 0xFF00, 0xFF00, 0]
    assert [entry.StudyInstanceUID for _, entry in found if entry] == ["1.2.0", "1.2.1", "1.2.2"]
    assert {entry[0x00102110].value for _, entry in found if entry} == {"पता नहीं"}
    assert datasets.asked(service.asked[0])["00100020"] == {"vr": "LO", "Value": ["C7A-00001-7"]}


def test_who_cancels_gets_no_more():
    def endless(request: Request, link: Link) -> Iterator[Answer]:
        while True:
            yield an_entry(request, "1.2.3")

    service = Scripted(endless)
    with listening(service) as listener, associated(listener, STUDY_ROOT_FIND) as association:
        found = association.send_c_find(a_query(), STUDY_ROOT_FIND, msg_id=9)
        assert next(found)[0].Status == 0xFF00
        association.send_c_cancel(9, query_model=STUDY_ROOT_FIND)
        assert statuses(found)[-1] == 0xFE00
        assert service.ended.wait(10)
        assert next(association.send_c_find(a_query(), STUDY_ROOT_FIND))[0].Status == 0xFF00  # it goes on
        association.abort()


def test_who_goes_away_stops_the_work():
    def endless(request: Request, link: Link) -> Iterator[Answer]:
        while True:
            yield an_entry(request, "1.2.3")

    service = Scripted(endless)
    with listening(service) as listener, associated(listener, STUDY_ROOT_FIND) as association:
        assert next(association.send_c_find(a_query(), STUDY_ROOT_FIND))[0].Status == 0xFF00
        association.abort()
        assert service.ended.wait(10)


def a_problem(request: Request, _link: Link) -> Iterator[Answer]:
    yield an_entry(request, "1.2.3")
    raise Invalid("Nobody could search for that.")


def a_bug(_request: Request, _link: Link) -> Iterator[Answer]:
    raise ZeroDivisionError
    yield


def silence(_request: Request, _link: Link) -> Iterator[Answer]:
    return
    yield


@pytest.mark.parametrize(
    ("script", "expected"), [(a_problem, [0xFF00, 0xC000]), (a_bug, [0x0110]), (silence, [0x0211])]
)
def test_each_request_has_one_last_answer(caplog, script: Callable[..., Iterator[Answer]], expected):
    with listening(Scripted(script)) as listener, associated(listener, STUDY_ROOT_FIND) as association:
        for _ in range(2):
            assert statuses(association.send_c_find(a_query(), STUDY_ROOT_FIND)) == expected
    assert len([record for record in caplog.records if record.exc_info]) == (2 if script is a_bug else 0)
    caplog.clear()


def gives(request: Request, link: Link) -> Iterator[Answer]:
    [context] = [one for one in link.pictures if one.abstract_syntax == OP]
    sent = []
    for number in (1, 2):
        picture = an_instance(number=number)
        data = encoded(picture, context.transfer_syntax)
        pieces = [data[at : at + 1000] for at in range(0, len(data), 1000)]
        sent.append(link.store(context, Picture(OP, picture.SOPInstanceUID, pieces)))
        counts = {commands.REMAINING: 2 - number, commands.COMPLETED: number, commands.FAILED: 0, commands.WARNING: 0}
        yield Answer(commands.PENDING, more=counts)
    yield Answer(sent[0], more={key: value for key, value in counts.items() if key != commands.REMAINING})


@pytest.mark.parametrize("also_sends", [False, True])
def test_pictures_travel_back_on_the_same_association(also_sends):
    got = []

    def keep(event: evt.Event) -> int:
        got.append((event.dataset.SOPInstanceUID, bytes(event.dataset.PixelData)))
        return 0

    role = SCP_SCU_RoleSelectionNegotiation()
    role.sop_class_uid, role.scu_role, role.scp_role = OP, also_sends, True
    service = Scripted(gives, frozenset({STUDY_ROOT_GET}), gives_pictures=True)
    with (
        listening(service) as listener,
        associated(listener, STUDY_ROOT_GET, OP, ext_neg=[role], evt_handlers=[(evt.EVT_C_STORE, keep)]) as association,
    ):
        found = list(association.send_c_get(a_query(), STUDY_ROOT_GET))
        last = found[-1][0]
        assert [status.Status for status, _ in found] == [0xFF00, 0xFF00, 0]
        assert (last.NumberOfCompletedSuboperations, last.NumberOfFailedSuboperations) == (2, 0)
        if also_sends:
            mine = an_instance(number=3)
            mine.file_meta = FileMetaDataset()
            mine.file_meta.TransferSyntaxUID = EXPLICIT
            assert association.send_c_store(mine).Status == 0
    assert got == [("1.2.3.1.1", bytes(range(72))), ("1.2.3.1.2", bytes(range(72)))]


def test_nobody_is_sent_pictures_who_did_not_ask_for_a_service_that_does():
    role = SCP_SCU_RoleSelectionNegotiation()
    role.sop_class_uid, role.scu_role, role.scp_role = OP, True, True
    with (
        listening(Scripted(three)) as listener,
        associated(listener, STUDY_ROOT_FIND, OP, ext_neg=[role]) as association,
    ):
        [context] = [one for one in association.accepted_contexts if one.abstract_syntax == OP]
        assert (context.as_scu, context.as_scp) == (True, False)


def test_an_event_is_reported_on_the_same_association_after_the_answer():
    def promise(request: Request, link: Link) -> Iterator[Answer]:
        yield Answer(commands.SUCCESS)
        reported.append(link.report(1, COMMITMENT, "1.2.840.10008.1.20.1.1", request.data))

    def hear(event: evt.Event) -> tuple[int, None]:
        heard.append((event.request.EventTypeID, event.event_information.TransactionUID))
        return 0, None

    reported: list[int] = []
    heard: list[tuple[int, str]] = []
    service = Scripted(promise, frozenset({COMMITMENT}))
    wanted = Dataset()
    wanted.TransactionUID = "1.2.3.4"
    with (
        listening(service) as listener,
        associated(listener, COMMITMENT, evt_handlers=[(evt.EVT_N_EVENT_REPORT, hear)]) as association,
    ):
        status, _ = association.send_n_action(wanted, 1, COMMITMENT, "1.2.840.10008.1.20.1.1")
        assert status.Status == 0
        assert service.ended.wait(10)
    assert (reported, heard) == ([0], [(1, "1.2.3.4")])


# --- peers that break the rules ---------------------------------------------------------------------------------------


def cut_off(send: Callable[[Scu], None], **limits: float) -> list[str]:
    """What the camera doctor noted of a peer that was cut off."""
    service = Scripted(three)
    used = Limits(request_bytes=1000)
    with an_association(others=Services(service, limits=used), **limits) as it:
        it.scu.send(a_request(an_offer(3, STUDY_ROOT_FIND, IMPLICIT)))
        it.scu.pdu()
        send(it.scu)
        pdu = it.scu.pdu()
        while pdu is not None and pdu[0] == 4:
            pdu = it.scu.pdu()
        assert pdu is not None and pdu[0] == 7
        it.wait()
        return it.sentences


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        (some_data((3, 3, a_command(0x20)), (3, 0, bytes(1001))), "It was cut off: its request is over the limit."),
        (
            some_data(*[(3, 1, bytes(6_000))] * 2) + some_data((3, 1, bytes(6_000))),
            "It was cut off: its command set is over the limit.",
        ),
        (some_data((3, 2, b"data")), "It was cut off: command and data set are out of order."),
        (some_data((3, 3, b"no command")), "It was cut off: the command set holds what is no command element."),
        (
            some_data((3, 3, a_command(0x8020, data_set=False))),
            "It was cut off: it answered what nobody asked.",
        ),
    ],
)
def test_a_peer_that_breaks_the_rules_is_cut_off(sent, sentence):
    assert cut_off(lambda scu: scu.send(sent))[-1] == sentence


def test_half_a_request_is_not_waited_for_as_long_as_the_next_one():
    assert QUICK.pdu_seconds < 30
    sentences = cut_off(lambda scu: scu.send(some_data((3, 3, a_command(0x20)))), idle_seconds=300)
    assert sentences[-1] == "It said nothing for too long."


def test_a_flood_of_requests_ends():
    def slow(_request: Request, link: Link) -> Iterator[Answer]:
        while not link.is_cancelled:
            yield Answer(commands.PENDING)

    with an_association(others=Services(Scripted(slow))) as it:
        it.scu.associate(an_offer(3, STUDY_ROOT_FIND, IMPLICIT))
        request = some_data((3, 3, a_command(0x20, data_set=False)))
        it.scu.send(request * (WAITING + 1))
        assert status_of_pdu(it.scu.pdu()) == 0xFF00
        while (pdu := it.scu.pdu()) is not None and pdu[0] == 4:
            pass
        assert pdu is not None and pdu[0] == 7
        it.wait()
        assert it.sentences[-1] == "It was cut off: it asks on and on without waiting for answers."
