"""Drawn retinas and faces: the same from the same seed, the disc on its right side, and red."""

import io

import numpy as np
import pytest
from PIL import Image
from support.photographs import Uids, a_sitting

from resources.terms import Field, Laterality
from resources.wire.photograph import photograph
from workstation.imaging.decoder import Decoder
from workstation.imaging.drawn_eyes import fundus
from workstation.imaging.drawn_faces import Head, headshot


@pytest.fixture(scope="module")
def decoder():
    decoder = Decoder()
    yield decoder
    decoder.close()


def points(jpeg: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(jpeg)).convert("RGB")).astype(int)


def side_of_disc(jpeg: bytes) -> float:
    """Where the palest points lie: -1 is the left edge, 1 the right."""
    pale = points(jpeg)[:, :, 2] > 90
    return float(np.nonzero(pale)[1].mean() / pale.shape[1] * 2 - 1)


@pytest.mark.hazard("HZ-14")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_disc_lies_towards_the_nose(seed):
    assert side_of_disc(fundus(Laterality.RIGHT, Field.MACULA, seed=seed, size=300)) > 0.3
    assert side_of_disc(fundus(Laterality.LEFT, Field.MACULA, seed=seed, size=300)) < -0.3
    assert abs(side_of_disc(fundus(Laterality.LEFT, Field.DISC, seed=seed, size=300))) < 0.15


def test_the_same_seed_draws_the_same_picture_and_another_seed_another():
    again = [fundus(Laterality.RIGHT, Field.MACULA, seed=seed, size=200) for seed in (5, 5, 6)]
    assert again[0] == again[1] != again[2]
    faces = [headshot(seed=seed, sex="F", age=62, size=96) for seed in (5, 5, 6)]
    assert faces[0] == faces[1] != faces[2]


@pytest.mark.hazard("HZ-24")
@pytest.mark.parametrize("disease", range(5))
def test_a_drawn_retina_is_red_from_the_file_to_the_screen(decoder, disease):
    jpeg = fundus(Laterality.RIGHT, Field.MACULA, seed=9, disease=disease, size=400)
    made = photograph(jpeg, a_sitting(), Uids())
    stream = io.BytesIO(made.file_meta + made.data_set)
    width, height, rgb = decoder.decode(stream)
    assert decoder.frame_bytes(stream) == jpeg
    shown = np.frombuffer(rgb, np.uint8).reshape(height, width, 3)
    retina = shown[shown.max(axis=2) > 40]
    assert ((retina[:, 0] >= retina[:, 1]) & (retina[:, 1] >= retina[:, 2])).mean() >= 0.95


def test_disease_and_blur_can_be_seen():
    clean, ill, blurred = (
        points(fundus(Laterality.LEFT, Field.MACULA, seed=4, size=300, **how))
        for how in ({}, {"disease": 4}, {"blur": 0.8})
    )
    assert np.abs(clean - ill).max() > 60
    assert np.abs(np.diff(blurred[100:200], axis=1)).mean() < np.abs(np.diff(clean[100:200], axis=1)).mean() / 2


@pytest.mark.parametrize("eye", [Laterality.RIGHT, Laterality.LEFT])
def test_an_eye_can_be_drawn_from_outside(eye):
    assert points(fundus(eye, Field.EXTERNAL, seed=1, size=200)).shape == (200, 200, 3)


@pytest.mark.parametrize("head", list(Head))
@pytest.mark.parametrize("age", [30, 60, 80])
def test_everybody_has_a_face(head, age):
    face = points(headshot(seed=3, sex="", age=age, head=head, size=128))
    assert face.shape == (128, 128, 3)
    assert face.std() > 20
