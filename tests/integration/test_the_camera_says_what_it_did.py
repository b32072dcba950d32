"""MPPS and storage commitment, with pynetdicom as the camera."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from pydicom.dataset import Dataset
from pynetdicom import AE, evt
from support.desk import a_camera_desk
from support.dimse import associated
from support.mpps import MPPS, OP, a_step, the_end
from support.pictures import an_op, uid_of
from support.travelling import receive

from resources.store import changes, commitments, performed, studies, turns, workitems
from resources.store.rows import PatientRow
from resources.terms import Kind, StepState, WorkitemState
from resources.wire.camerarules import CameraRules

COMMITMENT, PUSH = "1.2.840.10008.1.20.1", "1.2.840.10008.1.20.1.1"
STEP = "1.2.3.77"


@pytest.fixture
def desk(tmp_path):
    with a_camera_desk(tmp_path) as one:
        yield one


def the_workitem(desk, person: PatientRow):
    with desk.store.read() as unit:
        return workitems.of_patient(unit, person.uuid)[-1]


@pytest.mark.hazard("HZ-06")
def test_a_step_moves_the_workitem_on_and_says_how_many_pictures_to_expect(desk):
    person = desk.registers()
    desk.calls(person)
    study = the_workitem(desk, person).study_uid
    with associated(desk.listener, MPPS) as camera:
        assert camera.send_n_create(a_step(study), MPPS, STEP)[0].Status == 0
        assert the_workitem(desk, person).state == WorkitemState.IN_PROGRESS
        receive(desk.store, an_op(1, patient=person.number, study=1))
        assert camera.send_n_set(the_end(uid_of(1), uid_of(2), status="IN PROGRESS"), MPPS, STEP)[0].Status == 0
        assert camera.send_n_set(the_end(*map(uid_of, (1, 2, 3, 4))), MPPS, STEP)[0].Status == 0
    assert the_workitem(desk, person).state == WorkitemState.COMPLETED
    with desk.store.read() as unit:
        [row] = performed.of_patient(unit, person.uuid, desk.clock.now)
        expected = performed.expected(unit, [row])
        still_there = turns.at(unit, "CAM1")
    assert (row.state, row.workitem_uid) == (StepState.COMPLETED, the_workitem(desk, person).workitem_uid)
    assert expected == (4, (uid_of(2), uid_of(3), uid_of(4)))
    assert still_there is not None  # only a person changes who is at the camera
    assert "It ended an examination with 4 pictures; 3 not here yet." in desk.sentences


def test_a_step_that_was_broken_off_cancels_and_expects_nothing(desk):
    person = desk.registers()
    desk.calls(person)
    with associated(desk.listener, MPPS) as camera:
        camera.send_n_create(a_step(the_workitem(desk, person).study_uid), MPPS, STEP)
        camera.send_n_set(the_end(uid_of(1), status="DISCONTINUED"), MPPS, STEP)
    assert the_workitem(desk, person).state == WorkitemState.CANCELED
    with desk.store.read() as unit:
        assert performed.expected(unit, performed.of_patient(unit, person.uuid, desk.clock.now)) == (0, ())


def test_a_camera_that_does_not_name_the_study_is_understood_by_number_and_turn(desk):
    person, other = desk.registers(), desk.registers(given_name="Laxmi")
    desk.calls(person)
    with associated(desk.listener, MPPS) as camera:
        camera.send_n_create(a_step(patient_id=person.number), MPPS, "1.2.3.1")
        camera.send_n_create(a_step(patient_id=other.number), MPPS, "1.2.3.2")
        camera.send_n_create(a_step(patient_id="17"), MPPS, "1.2.3.3")
    with desk.store.read() as unit:
        rows = [performed.step(unit, f"1.2.3.{number}") for number in (1, 2, 3)]
    assert [bool(row.workitem_uid) for row in rows] == [True, False, False]
    assert [row.patient_uuid for row in rows] == [person.uuid, other.uuid, None]


def test_each_wrong_step_has_the_standards_word(desk):
    no_status = a_step()
    del no_status.PerformedProcedureStepStatus
    with associated(desk.listener, MPPS) as camera:
        assert camera.send_n_create(no_status, MPPS, STEP)[0].Status == 0x0120
        assert camera.send_n_create(a_step(status="COMPLETED"), MPPS, STEP)[0].Status == 0x0106
        assert camera.send_n_set(the_end(), MPPS, "1.2.3.4")[0].Status == 0x0112
        assert camera.send_n_create(a_step(), MPPS, STEP)[0].Status == 0
        assert camera.send_n_create(a_step(), MPPS, STEP)[0].Status == 0x0111
        assert camera.send_n_set(the_end(status="PERHAPS"), MPPS, STEP)[0].Status == 0x0106
        assert camera.send_n_set(the_end(), MPPS, STEP)[0].Status == 0
        ended, _ = camera.send_n_set(the_end(), MPPS, STEP)
        assert (ended.Status, ended.ErrorID) == (0x0110, 0xA710)
        created, _ = camera.send_n_create(a_step(), MPPS)  # without a UID we give one
        assert created.Status == 0
    with desk.store.read() as unit:
        steps = changes.since(unit, 0, kinds=frozenset({Kind.PERFORMED_STEP}))
    assert steps[-1].uid.startswith("2.25.")


# --- commitment -------------------------------------------------------------------------------------------------------


def a_question(transaction: str, *uids: str, sop_class: str = OP) -> Dataset:
    ds = Dataset()
    ds.TransactionUID, ds.ReferencedSOPSequence = transaction, []
    for uid in uids:
        item = Dataset()
        item.ReferencedSOPClassUID, item.ReferencedSOPInstanceUID = sop_class, uid
        ds.ReferencedSOPSequence.append(item)
    return ds


class Heard:
    """What a camera was told, in order."""

    def __init__(self, status: int = 0) -> None:
        self.status = status
        self.reports: list[tuple[int, str, list[str], list[tuple[str, int]]]] = []
        self.rang = threading.Semaphore(0)

    def __call__(self, event: evt.Event) -> tuple[int, None]:
        ds = event.event_information
        safe = [item.ReferencedSOPInstanceUID for item in ds.get("ReferencedSOPSequence", [])]
        failed = [(item.ReferencedSOPInstanceUID, item.FailureReason) for item in ds.get("FailedSOPSequence", [])]
        self.reports.append((event.request.EventTypeID, ds.TransactionUID, safe, failed))
        self.rang.release()
        return self.status, None

    def wait(self) -> None:
        assert self.rang.acquire(timeout=20)


@contextmanager
def a_camera_that_listens(heard: Heard, title: str = "CAM1", port: int = 0) -> Iterator[int]:
    ae = AE(title)
    ae.add_supported_context(COMMITMENT, scu_role=True, scp_role=True)
    server = ae.start_server(("127.0.0.1", port), block=False, evt_handlers=[(evt.EVT_N_EVENT_REPORT, heard)])
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()


def test_the_answer_is_what_lies_in_the_vault(desk):
    person = desk.registers()
    for number in (1, 2):
        receive(desk.store, an_op(number, patient=person.number, study=1))
    with desk.store.read() as unit:
        damaged = desk.store.vault.path(studies.instance(unit, uid_of(2)).digest or "")
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"\0")
    heard = Heard()
    with associated(desk.listener, COMMITMENT, evt_handlers=[(evt.EVT_N_EVENT_REPORT, heard)]) as camera:
        asked = a_question("1.2.9", uid_of(1), uid_of(2), uid_of(3))
        assert camera.send_n_action(asked, 1, COMMITMENT, PUSH)[0].Status == 0
        heard.wait()
        assert camera.send_n_action(a_question("1.2.10", uid_of(1)), 1, COMMITMENT, PUSH)[0].Status == 0
        heard.wait()
        other = a_question("1.2.11", uid_of(1), sop_class="1.2.840.10008.5.1.4.1.1.7")
        assert camera.send_n_action(other, 1, COMMITMENT, PUSH)[0].Status == 0
        heard.wait()
    assert heard.reports == [
        (2, "1.2.9", [uid_of(1)], [(uid_of(2), 0x0110), (uid_of(3), 0x0112)]),
        (1, "1.2.10", [uid_of(1)], []),
        (2, "1.2.11", [], [(uid_of(1), 0x0119)]),
    ]


def test_a_picture_in_quarantine_is_safe_and_one_that_was_lost_is_not(desk):
    person = desk.registers()
    receive(desk.store, an_op(1, patient=person.number))
    with desk.store.read() as unit:
        row = studies.instance(unit, uid_of(1))
    desk.store.vault.path(row.digest or "").unlink()
    [reference] = [commitments.Reference(OP, uid_of(1))]
    assert commitments.verdict(desk.store, [reference]).failed == ((reference, commitments.DAMAGED),)


def test_the_report_is_called_back_and_tried_until_it_is_taken(tmp_path):
    rules = CameraRules("CAM1", host="127.0.0.1")
    deaf, heard = Heard(status=0x0110), Heard()
    with a_camera_that_listens(deaf) as port, a_camera_desk(tmp_path) as desk:
        desk.rules["CAM1"] = CameraRules("CAM1", host=rules.host, port=port)
        person = desk.registers()
        receive(desk.store, an_op(1, patient=person.number))
        with associated(desk.listener, COMMITMENT) as camera:
            assert camera.send_n_action(a_question("1.2.9", uid_of(1)), 1, COMMITMENT, PUSH)[0].Status == 0
        assert desk.calling_back.call_back() == 0  # it hears and does not take it
        assert desk.calling_back.call_back() == 0  # too early
        assert len(deaf.reports) == 1
        desk.rules["CAM1"] = CameraRules("CAM1", host=rules.host, port=1)
        desk.clock.forward(6)
        assert desk.calling_back.call_back() == 0  # nobody there
        with a_camera_that_listens(heard) as other:
            desk.rules["CAM1"] = CameraRules("CAM1", host=rules.host, port=other)
            desk.clock.forward(31)
            assert desk.calling_back.call_back() == 1
        desk.clock.forward(3600)
        assert desk.calling_back.call_back() == 0
        with desk.store.read() as unit:
            assert commitments.next_due(unit) is None
    assert heard.reports == [(1, "1.2.9", [uid_of(1)], [])]


def test_the_service_calls_by_itself_also_after_a_restart(tmp_path):
    heard = Heard()
    with a_camera_that_listens(heard) as port, a_camera_desk(tmp_path) as desk:
        desk.rules["CAM1"] = CameraRules("CAM1", host="127.0.0.1", port=port)
        with associated(desk.listener, COMMITMENT) as camera:
            assert camera.send_n_action(a_question("1.2.9", uid_of(1)), 1, COMMITMENT, PUSH)[0].Status == 0
        desk.calling_back.start()
        heard.wait()
        with associated(desk.listener, COMMITMENT) as camera:
            assert camera.send_n_action(a_question("1.2.10", uid_of(1)), 1, COMMITMENT, PUSH)[0].Status == 0
        heard.wait()
        desk.calling_back.stop()
    assert [report[1] for report in heard.reports] == ["1.2.9", "1.2.10"]


def test_a_camera_without_an_address_hears_it_when_it_asks_again(desk):
    with associated(desk.listener, COMMITMENT, evt_handlers=[(evt.EVT_N_EVENT_REPORT, Heard(0x0110))]) as camera:
        camera.send_n_action(a_question("1.2.9", uid_of(1)), 1, COMMITMENT, PUSH)
    heard = Heard()
    with associated(desk.listener, COMMITMENT, evt_handlers=[(evt.EVT_N_EVENT_REPORT, heard)]) as camera:
        camera.send_n_action(a_question("1.2.10", uid_of(1)), 1, COMMITMENT, PUSH)
        heard.wait()
        heard.wait()
    assert [report[1] for report in heard.reports] == ["1.2.9", "1.2.10"]


@pytest.mark.parametrize(
    ("question", "action", "instance", "status"),
    [
        (a_question("1.2.9"), 1, PUSH, 0x0115),
        (a_question("", "1.2.3"), 1, PUSH, 0x0115),
        (a_question("1.2.9", "1.2.3"), 2, PUSH, 0x0123),
        (a_question("1.2.9", "1.2.3"), 1, "1.2.3.4", 0x0112),
    ],
)
def test_each_wrong_question_has_the_standards_word(desk, question, action, instance, status):
    with associated(desk.listener, COMMITMENT) as camera:
        assert camera.send_n_action(question, action, COMMITMENT, instance)[0].Status == status
