"""Names in every script that DICOM knows, and no warning with a name in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.wire.characters import codecs_of, text_of


@pytest.mark.parametrize(
    ("declared", "value", "name"),
    [
        ("ISO_IR 100", "Buc^Jérôme".encode("latin_1"), "Buc^Jérôme"),
        ("ISO_IR 144", "Люкceмбypг".encode("iso8859_5"), "Люкceмбypг"),
        ("ISO_IR 166", "สมชาย".encode("tis_620"), "สมชาย"),
        ("ISO_IR 192", "Devi^Lakshmi=லட்சுமி".encode(), "Devi^Lakshmi=லட்சுமி"),
        ("GB18030", "Wang^XiaoDong=王^小东".encode("gb18030"), "Wang^XiaoDong=王^小东"),
        ("GBK", "王^小东".encode("gbk"), "王^小东"),
        (
            "\\ISO 2022 IR 87",
            b"Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B=\x1b$B$d$^$@\x1b(B^\x1b$B$?$m$&\x1b(B",
            "Yamada^Tarou=山田^太郎=やまだ^たろう",
        ),
        (
            "ISO 2022 IR 13\\ISO 2022 IR 87",
            b"\xd4\xcf\xc0\xde^\xc0\xdb\xb3=\x1b$B;3ED\x1b(J^\x1b$BB@O:\x1b(J",
            "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎",
        ),
        (
            "\\ISO 2022 IR 149",
            b"Hong^Gildong=\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7=\x1b$)C\xc8\xab^\x1b$)C\xb1\xe6\xb5\xbf",
            "Hong^Gildong=洪^吉洞=홍^길동",
        ),
        ("\\ISO 2022 IR 58", b"Zhang^XiaoDong=\x1b$)A\xd5\xc5^\x1b$)A\xd0\xa1\xb6\xab", "Zhang^XiaoDong=张^小东"),
        ("ISO 2022 IR 100\\ISO 2022 IR 126", b"J\xe9r\xf4me=\x1b-F\xc4\xe9\xef\xed", "Jérôme=Διον"),
        ("", b"plain", "plain"),
    ],
)
def test_a_name_is_read_in_its_own_script(declared, value, name):
    assert text_of(value, codecs_of(declared)) == name


def test_a_name_without_a_declared_character_set_is_utf_8_where_it_can_be_and_latin_1_where_not():
    assert text_of("Zoë".encode(), codecs_of("")) == "Zoë"
    assert text_of("Zoë".encode("latin_1"), codecs_of("")) == "Zoë"
    assert text_of("Zoë".encode(), codecs_of("ISO_IR 999")) == "Zoë"


def test_what_cannot_be_read_is_marked_and_not_dropped():
    assert text_of(b"\x80abc", codecs_of("ISO_IR 192")) == "�abc"


def test_padding_is_not_part_of_a_value():
    assert text_of(b" Devi \0", codecs_of("ISO_IR 192")) == "Devi"


@given(
    st.binary(max_size=80),
    st.sampled_from(["", "ISO_IR 192", "\\ISO 2022 IR 87", "ISO 2022 IR 13\\ISO 2022 IR 149", "x"]),
)
def test_no_bytes_in_any_character_set_raise_or_warn(value, declared):
    assert isinstance(text_of(value, codecs_of(declared)), str)


@given(st.text(max_size=60))
def test_the_declared_terms_are_read_from_any_text(declared):
    assert isinstance(codecs_of(declared), tuple)
