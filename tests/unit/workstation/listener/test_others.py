"""Services that the listener does not serve itself join an association by the seam."""

from support.association import (
    DEFLATED,
    IMPLICIT,
    OP_8_BIT,
    WORKLIST,
    a_command,
    a_pdu,
    a_request,
    an_association,
    an_offer,
    some_data,
)
from support.others import PretendOthers
from support.receiver import MemoryReceiver

STUDY_ROOT_FIND = "1.2.840.10008.5.1.4.1.2.2.1"


def results(acceptance: bytes) -> dict[int, int]:
    """Context id to result, from the body of an A-ASSOCIATE-AC."""
    found, at = {}, 68
    while at < len(acceptance):
        length = int.from_bytes(acceptance[at + 2 : at + 4], "big")
        if acceptance[at] == 0x21:
            found[acceptance[at + 4]] = acceptance[at + 6]
        at += 4 + length
    return found


def test_a_worklist_and_pictures_share_one_association():
    others, receiver = PretendOthers(), MemoryReceiver()
    with an_association(receiver, others=others) as it:
        offers = [
            an_offer(1),
            an_offer(3, WORKLIST, IMPLICIT),
            an_offer(5, STUDY_ROOT_FIND, IMPLICIT),
            an_offer(7, OP_8_BIT, DEFLATED),
        ]
        assert results(it.scu.associate(*offers)) == {1: 0, 3: 0, 5: 3, 7: 4}
        query = some_data((3, 3, a_command(0x20)), (3, 2, b"who is next"))
        it.scu.send(query)
        assert it.scu.pdu() == (4, some_data((3, 3, a_command(0x8020, data_set=False)))[6:])
        assert it.scu.store(b"picture") == 0
        it.scu.send(a_pdu(5, bytes(4)))
        assert it.scu.pdu() == (6, bytes(4))
    (side,) = others.sides
    assert side.taken == [query[6:]]
    assert side.is_closed
    assert [kept.data_set for kept in receiver.kept] == [b"picture"]


def test_others_are_not_asked_when_there_is_nothing_for_them():
    others = PretendOthers()
    with an_association(others=others) as it:
        it.scu.associate(an_offer(1))
    assert others.asked_by == []


def test_others_may_decline():
    with an_association(others=PretendOthers()) as it:
        assert results(it.scu.associate(an_offer(1), an_offer(5, STUDY_ROOT_FIND, IMPLICIT))) == {1: 0, 5: 3}


def test_a_hostile_peer_is_cut_off_before_others_hear_of_it():
    others = PretendOthers()
    with an_association(others=others) as it:
        it.scu.send(a_request(an_offer(3, WORKLIST, IMPLICIT)))
        it.scu.pdu()
        it.scu.send(b"\4\0\xff\xff\xff\xf0\0\0\0\4\3\3")
        assert it.scu.pdu() == (7, bytes((0, 0, 2, 6)))
    assert others.sides[0].taken == []
    assert others.sides[0].is_closed
