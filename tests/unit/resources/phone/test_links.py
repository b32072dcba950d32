"""A link is for one photo, one form and five minutes, by a clock that the test moves."""

import pytest

from resources.phone.links import BYTES, LASTS, Links, Photo
from resources.phone.words import Words
from resources.problems import Conflict, Gone

pytestmark = pytest.mark.hazard("HZ-07")
FACE = Photo(1, 1, b"\x01\x02\x03")


class Seconds:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Form:
    """Takes photos while it is open."""

    def __init__(self) -> None:
        self.is_open = True
        self.photos: list[Photo] = []

    def take(self, photo: Photo) -> bool:
        if self.is_open:
            self.photos.append(photo)
        return self.is_open


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


@pytest.fixture
def links(clock) -> Links:
    return Links(clock)


def test_a_photo_lands_on_the_form_that_the_link_was_made_for(links):
    a = Form()
    secret = links.open(a.take, Words())
    links.begin(secret)
    links.hand_in(secret, FACE)
    assert a.photos == [FACE]


def test_it_is_for_one_photo(links):
    a = Form()
    secret = links.open(a.take, Words())
    links.hand_in(secret, FACE)
    for again in (links.begin, lambda known: links.hand_in(known, FACE)):
        with pytest.raises(Gone):
            again(secret)
    assert a.photos == [FACE] and links.left(secret) == 0


@pytest.mark.parametrize(("seconds", "is_good"), [(0, True), (LASTS - 0.01, True), (LASTS, False), (10 * LASTS, False)])
def test_it_is_for_five_minutes(links, clock, seconds, is_good):
    a = Form()
    secret = links.open(a.take, Words())
    clock.now += seconds
    assert LASTS == 300
    assert (links.left(secret) > 0) == is_good
    if is_good:
        links.begin(secret)
        links.hand_in(secret, FACE)
    else:
        for late in (links.begin, lambda known: links.hand_in(known, FACE)):
            with pytest.raises(Gone):
                late(secret)
    assert bool(a.photos) == is_good


def test_five_minutes_that_end_while_the_photo_comes_in_are_over(links, clock):
    a = Form()
    secret = links.open(a.take, Words())
    links.begin(secret)
    clock.now += LASTS
    with pytest.raises(Gone):
        links.hand_in(secret, FACE)
    assert a.photos == []


def test_a_form_that_is_left_ends_it_also_while_the_photo_comes_in(links):
    a = Form()
    secret = links.open(a.take, Words())
    links.begin(secret)
    links.end(secret)
    with pytest.raises(Gone):
        links.hand_in(secret, FACE)
    assert a.photos == []


def test_the_next_form_ends_the_link_of_the_one_before_and_gets_none_of_its_photos(links):
    a, b = Form(), Form()
    of_a = links.open(a.take, Words())
    of_b = links.open(b.take, Words())
    with pytest.raises(Gone):
        links.hand_in(of_a, FACE)
    links.end(of_a)  # a form that says late that it was left ends nobody else's link
    assert b.photos == [] and links.left(of_b) == LASTS
    links.hand_in(of_b, FACE)
    assert (a.photos, b.photos) == ([], [FACE])


def test_a_form_that_says_no_keeps_nothing_and_the_link_has_ended(links):
    a = Form()
    secret = links.open(a.take, Words())
    a.is_open = False
    with pytest.raises(Gone):
        links.hand_in(secret, FACE)
    a.is_open = True
    with pytest.raises(Gone):
        links.hand_in(secret, FACE)
    assert a.photos == []


def test_a_form_that_breaks_leaves_no_link_behind(links):
    def broken(photo: Photo) -> bool:
        raise RuntimeError("a bug of ours")

    secret = links.open(broken, Words())
    with pytest.raises(RuntimeError):
        links.hand_in(secret, FACE)
    assert links.left(secret) == 0


def test_one_photo_at_a_time_and_after_one_that_was_none_another(links):
    secret = links.open(Form().take, Words())
    links.begin(secret)
    with pytest.raises(Conflict):
        links.begin(secret)
    links.give_up(secret)
    links.begin(secret)


@pytest.mark.parametrize("secret", ["", "x", "None"])
def test_nobody_has_a_link_by_guessing(links, secret):
    links.open(Form().take, Words())
    with pytest.raises(Gone):
        links.begin(secret)


def test_secrets_are_long_never_the_same_and_not_kept(links):
    made = [links.open(Form().take, Words()) for _ in range(50)]
    assert BYTES * 8 >= 128 and len(set(made)) == 50
    assert all(len(secret) >= 32 for secret in made)
    assert made[-1] not in repr(vars(links)) + repr(links._link)
