"""The camera doctor speaks plainly, remembers little and never a patient."""

from datetime import timedelta

from support.association import DEFLATED, IMPLICIT, JPEG, NOON, OP_8_BIT, VERIFICATION, WORKLIST

from workstation.listener.doctor import Doctor, opening
from workstation.listener.negotiation import negotiate
from workstation.listener.pdus import AssociateRequest, Proposed


def said_of(*contexts: tuple[str, tuple[str, ...]]) -> str:
    offered = tuple(Proposed(2 * n + 1, abstract, syntaxes) for n, (abstract, syntaxes) in enumerate(contexts))
    request = AssociateRequest(called_ae="A", calling_ae="B", contexts=offered)
    return opening(request, negotiate(request).contexts)


def test_what_was_offered_is_said_in_words():
    assert said_of((OP_8_BIT, (JPEG,))) == (
        "It offered Ophthalmic Photography 8 Bit Image, only as JPEG Baseline; accepted."
    )
    assert said_of((OP_8_BIT, (DEFLATED,))) == (
        "It offered only Ophthalmic Photography 8 Bit Image, only as Deflated Explicit VR Little Endian; not accepted."
    )
    assert said_of((VERIFICATION, (IMPLICIT, JPEG)), (WORKLIST, (IMPLICIT,))) == (
        "It offered Verification; accepted. It also asked for Modality Worklist Information Model - FIND, "
        "only as Implicit VR Little Endian; not accepted."
    )
    assert said_of(*((f"1.2.{n}", (JPEG, IMPLICIT)) for n in range(9))) == "It offered 9 kinds of object; accepted."
    assert said_of() == "It offered nothing."


def test_a_hostile_name_cannot_write_into_the_log():
    said = said_of(("1.2\nroot logged in", (JPEG,)), ("1.3", ("1.4\n9",)))

    assert said.isprintable()


def test_the_same_sentence_again_is_counted_not_repeated(caplog):
    doctor = Doctor(lambda: NOON)
    with caplog.at_level("INFO"):
        for _ in range(50):
            doctor.note("NW400", "10.0.0.9", "It said nothing for too long.", went_well=False)
        doctor.note("OTHER", "10.0.0.9", "It said nothing for too long.", went_well=False)

    assert [(note.calling_ae, note.times) for note in doctor.notes()] == [("NW400", 50), ("OTHER", 1)]
    assert len(caplog.records) == 2


def test_old_notes_and_old_devices_make_room():
    doctor = Doctor(lambda: NOON, notes=5, cameras=3)
    for number in range(20):
        doctor.note(f"CAM{number}", "10.0.0.9", "It tested the connection.")
        doctor.heard(f"CAM{number}", "10.0.0.9")

    assert [note.calling_ae for note in doctor.notes()] == [f"CAM{n}" for n in range(15, 20)]
    assert len(doctor.cameras()) == 3


def test_a_flood_of_strangers_hides_no_camera_and_fills_no_log(caplog):
    """D9: at most ten lines a minute, whatever titles they make up."""
    moments = (NOON + timedelta(seconds=number / 100) for number in range(10_000))
    doctor = Doctor(lambda: next(moments), notes=5, cameras=3)
    doctor.note("NW400", "10.0.0.9", "It sent 4 pictures; all kept.")
    doctor.heard("NW400", "10.0.0.9", stored=4)
    with caplog.at_level("INFO"):
        for number in range(500):
            doctor.note(f"EVIL{number}", "10.0.0.66", "It was turned away.", went_well=False)
            doctor.heard(f"EVIL{number}", "10.0.0.66")

    assert "NW400" in [camera.calling_ae for camera in doctor.cameras()]
    assert "NW400" in [note.calling_ae for note in doctor.notes()]
    assert len(caplog.records) == 10


def test_a_device_is_known_by_its_title_and_when_it_was_last_heard():
    moments = iter([NOON, NOON + timedelta(minutes=1), NOON + timedelta(minutes=2)])
    doctor = Doctor(lambda: next(moments))
    doctor.heard("NW400", "10.0.0.9", associations=1)
    doctor.heard("NW400", "10.0.0.9", stored=2)
    doctor.heard("NW400", "10.0.0.10", stored=1, refused=1)

    (camera,) = doctor.cameras()

    assert (camera.associations, camera.stored, camera.refused) == (1, 3, 1)
    assert (camera.address, camera.last_heard) == ("10.0.0.10", NOON + timedelta(minutes=2))


def test_a_note_speaks_of_the_device_by_name():
    doctor = Doctor(lambda: NOON)
    doctor.note("NW400", "10.0.0.9", "It offered only Verification; accepted.")
    doctor.note("NW400", "10.0.0.9", "3 pictures could not be kept: no room")
    said = [note.about("Camera 1") for note in doctor.notes()]
    assert said == ["Camera 1 offered only Verification; accepted.", "Camera 1: 3 pictures could not be kept: no room"]
