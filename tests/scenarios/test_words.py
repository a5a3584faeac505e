"""The words that a variant brings into the texts of its case."""

import pytest

from scenarios.case import load_case
from scenarios.variants import all_variants


def variants() -> list[str]:
    return [one.id for one in all_variants(load_case("hoi_nghi_dot_xuat").file)]


@pytest.mark.parametrize("variant", variants())
def test_no_bracket_is_left_in_what_a_learner_reads(variant: str) -> None:
    case = load_case("hoi_nghi_dot_xuat", variant)
    texts = [case.brief, case.say("{meeting_title}"), case.world.meeting.title]
    texts += [paper.title for paper in case.world.papers]
    texts += [case.say(question.text) for question in case.questions]
    for happening in case.world.happenings:
        texts += [happening.text, *(choice.text for choice in happening.choices)]
    assert not [text for text in texts if "{" in text or "}" in text]
