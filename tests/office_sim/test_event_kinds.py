"""Every kind of event is brought about by something, every verb and effect by a file of its own."""

from pathlib import Path

import pytest

import office_sim
import scenarios
from grading.case_form import case_text
from office_sim.acts import ACTS
from office_sim.log import EventKind
from office_sim.orders import Verb
from office_sim.papers import PaperState

ONLY_SAYS = {"log.py", "vocabulary.py", "visit_vocabulary.py", "sentences.py", "wording.py"}
"""Files that name kinds without bringing them about."""


@pytest.fixture(scope="module")
def sources() -> str:
    """The code that runs the office, all case files, and what writes a case file from a form."""
    code = [*Path(office_sim.__file__).parent.rglob("*.py"), Path(case_text.__file__)]
    cases = Path(scenarios.__file__).parent.glob("*/case.toml")
    texts = [path.read_text(encoding="utf-8") for path in code if path.name not in ONLY_SAYS]
    return "\n".join([*texts, *(path.read_text(encoding="utf-8") for path in cases)])


# A paper's states may be reached by any task; test_papers.py tries each.
@pytest.mark.parametrize("kind", [one for one in EventKind if one.value not in set(PaperState)])
def test_a_kind_of_event_is_brought_about_by_code_or_by_a_case(
    kind: EventKind, sources: str
) -> None:
    assert f"EventKind.{kind.name}" in sources or f'"{kind.value}"' in sources


@pytest.mark.parametrize("verb", Verb)
def test_a_verb_has_an_act(verb: Verb) -> None:
    assert callable(ACTS[verb])


def test_a_papers_states_are_kinds_of_events() -> None:
    assert {state.value for state in PaperState} <= {kind.value for kind in EventKind}
