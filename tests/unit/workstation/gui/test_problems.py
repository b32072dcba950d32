"""Every Problem has words for a person."""

import pytest

from resources import problems
from workstation.gui.problems import KEYS, told
from workstation.gui.words import Words


def family(kind: type[problems.Problem]) -> list[type[problems.Problem]]:
    return [kind, *(grandchild for child in kind.__subclasses__() for grandchild in family(child))]


@pytest.mark.parametrize("kind", [k for k in family(problems.Problem) if k.__module__ == problems.__name__])
@pytest.mark.parametrize("language", ["en", "ar", "hi"])
def test_every_problem_has_a_title_and_something_to_do(kind: type[problems.Problem], language: str) -> None:
    said = told(kind("The disk is full."), Words(language))

    assert kind in KEYS
    assert said.title and said.what_to_do and said.line


def test_the_problems_own_sentence_is_kept() -> None:
    said = told(problems.StorageFull("There is no room for this picture."), Words("en"))

    assert said.line.startswith("There is no room for this picture. ")
