"""Rules of one camera: checked, put together with the configuration, applied."""

import pytest

from resources.problems import Invalid
from resources.wire.camerarules import (
    CameraRules,
    Charset,
    NameOrder,
    Trust,
    checked,
    name_for,
    stripped,
    text_for,
    with_configured,
)

CAM = CameraRules("CAM1")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"ae_title": ""}, "ae_title"),
        ({"ae_title": "A" * 17}, "ae_title"),
        ({"ae_title": "CAM\\1"}, "ae_title"),
        ({"ae_title": "कैमरा"}, "ae_title"),
        ({"name": "n" * 65}, "name"),
        ({"host": "http://camera/"}, "host"),
        ({"host": "two words"}, "host"),
        ({"port": 65536}, "port"),
        ({"port": -1}, "port"),
        ({"strip": "("}, "strip"),
        ({"strip": "(a+)+"}, "strip"),
        ({"strip": ".*.*.*x"}, "strip"),
        ({"clock_ahead": 10**10}, "clock_ahead"),
    ],
)
def test_what_cannot_be_is_refused_and_the_field_is_named(changes, field):
    values = {"ae_title": "CAM1"} | changes
    with pytest.raises(Invalid) as refused:
        checked(CameraRules(**values))
    assert list(refused.value.fields) == [field]


def test_blanks_around_are_no_part_of_it():
    assert checked(CameraRules(" CAM1 ", name=" Topcon ", host=" 10.0.0.5 ")) == CameraRules(
        "CAM1", name="Topcon", host="10.0.0.5"
    )


@pytest.mark.parametrize(
    ("said", "rule", "left"),
    [
        ("phelcom_C7A-00042-7", "phelcom_", "C7A-00042-7"),
        (" phelcom_C7A-00042-7 ", "phelcom_", "C7A-00042-7"),
        ("EYER12_C7A-00042-7", "EYER[0-9]*_", "C7A-00042-7"),
        ("C7A-00042-7", "phelcom_", "C7A-00042-7"),
        ("C7A-00042-7_phelcom_", "phelcom_", "C7A-00042-7_phelcom_"),
        ("phelcom_phelcom_C7A-00042-7", "phelcom_", "phelcom_C7A-00042-7"),
        ("phelcom_C7A-00042-7", "", "phelcom_C7A-00042-7"),
        ("x" * 100_000, "x", "x" * 100_000),
    ],
)
def test_only_what_the_rule_says_is_taken_and_only_from_the_front(said, rule, left):
    assert stripped(said, rule) == left


def test_the_configuration_wins_field_by_field():
    written = CameraRules("CAM1", name="By hand", strip="a_", trust=Trust.TRUSTED)
    configured = with_configured(written, {"ae_title": "CAM1", "strip": "b_", "port": "104", "charset": "ascii"})
    assert configured == CameraRules(
        "CAM1", name="By hand", strip="b_", port=104, charset=Charset.ASCII, trust=Trust.TRUSTED
    )


@pytest.mark.parametrize("peer", [{"charset": "klingon"}, {"port": "many"}, {"colour": "red"}, {"strip": "("}])
def test_a_configuration_that_cannot_be_read_is_refused(peer):
    with pytest.raises(Invalid):
        with_configured(CAM, {"ae_title": "CAM1", **peer})


@pytest.mark.parametrize(
    ("charset", "order", "person", "written"),
    [
        ("utf-8", "family-first", ("Devi", "Lakshmi", "लक्ष्मी"), "Devi^Lakshmi=लक्ष्मी"),
        ("utf-8", "given-first", ("Devi", "Lakshmi", ""), "Lakshmi^Devi"),
        ("utf-8", "family-first", ("", "", "लक्ष्मी"), "लक्ष्मी"),
        ("latin-1", "family-first", ("Müller", "Zoë", ""), "Müller^Zoë"),
        ("latin-1", "family-first", ("Nguyễn", "Hoa", ""), "Nguyen^Hoa"),
        ("ascii", "family-first", ("Devi", "Lakshmi", "लक्ष्मी"), "Devi^Lakshmi"),
        ("ascii", "family-first", ("", "", "लक्ष्मी देवी"), "Lakshmi Devi"),
        ("ascii", "given-first", ("देवी", "लक्ष्मी", ""), "Lakshmi^Devi"),
        ("ascii", "family-first", ("De^vi", "Lak=shmi", ""), "De vi^Lak shmi"),
    ],
)
def test_a_name_is_written_so_that_the_camera_can_show_it(charset, order, person, written):
    rules = CameraRules("CAM1", charset=Charset(charset), name_order=NameOrder(order))
    assert name_for(rules, *person) == written


def test_other_words_follow_the_same_letters():
    assert text_for(CameraRules("CAM1", charset=Charset.ASCII), "मेलूर") == "Melur"
    assert text_for(CAM, "मेलूर") == "मेलूर"
    assert [one.term for one in Charset] == ["ISO_IR 192", "ISO_IR 100", ""]
