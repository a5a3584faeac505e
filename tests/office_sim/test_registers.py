"""The register of outgoing papers."""

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from office_sim.registers import Register

DAY = datetime(2026, 9, 22, 8, 0)


def test_each_kind_has_its_own_run() -> None:
    register = Register({})
    given_out = [register.register("p", kind, DAY) for kind in ("GM", "BC", "GM", "TB")]
    assert given_out == ["Số 01-GM/ĐU", "Số 01-BC/ĐU", "Số 02-GM/ĐU", "Số 01-TB/ĐU"]


def test_numbers_go_on_through_the_term_and_not_per_year() -> None:
    register = Register({"BC": 42})
    assert register.register("a", "BC", datetime(2026, 12, 31, 16, 0)) == "Số 43-BC/ĐU"
    assert register.register("b", "BC", datetime(2027, 1, 4, 8, 0)) == "Số 44-BC/ĐU"


def test_every_number_is_entered_with_paper_and_moment() -> None:
    register = Register({"TB": 9}, organisation="VPĐU")
    symbol = register.register("thong_bao", "TB", DAY)
    (entry,) = register.entries
    assert (entry.symbol, entry.kind, entry.paper, entry.at) == (symbol, "TB", "thong_bao", DAY)
    assert symbol == "Số 10-TB/VPĐU"


@given(st.lists(st.sampled_from(["GM", "BC", "TB"]), max_size=40))
def test_no_number_of_a_kind_is_given_twice_or_left_out(kinds: list[str]) -> None:
    register = Register({"BC": 5})
    symbols = [register.register("p", kind, DAY) for kind in kinds]
    for kind in set(kinds):
        first = 6 if kind == "BC" else 1
        expected = [f"Số {first + n:02d}-{kind}/ĐU" for n in range(kinds.count(kind))]
        assert [one for one in symbols if f"-{kind}/" in one] == expected
