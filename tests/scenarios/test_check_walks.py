"""Walking a case: every branch is gone, and a walk that gets stuck says where."""

from scenarios.case import load_case, read_case
from scenarios.check_walks import RANDOM_WALKS, walk_case
from scenarios.edition import Edition
from scenarios.variants import all_variants, variant_named

from .conftest import Copy


def walked(copy: Copy, variant: str = "") -> list[tuple[str, str]]:
    case = read_case(copy.folder)
    walks = walk_case(case, [variant_named(case.file, variant)])
    assert all(one.mend for one in walks.mistakes)
    return [(one.place, one.problem) for one in walks.mistakes]


def test_every_choice_is_walked_beside_the_reference_and_some_walks_by_chance() -> None:
    case = load_case("hoi_nghi_dot_xuat")
    walks = walk_case(case, [case.variant])
    advanced = load_case("hoi_nghi_dot_xuat", Edition(level="advanced"))
    choices = [sum(len(one.choices) for one in two.injects) for two in (case, advanced)]
    assert (walks.variants, walks.walks) == (1, sum(1 + n + RANDOM_WALKS for n in choices))
    assert walks.raised == {inject.id for inject in case.file.injects}
    assert walks.mistakes == []


def test_several_variants_are_walked_at_one_level_each_by_turns() -> None:
    case = load_case("hoi_nghi_dot_xuat")
    walks = walk_case(case, list(all_variants(case.file))[:2])
    editions = [Edition(level=level) for level in ("", "advanced")]
    shares = [load_case("hoi_nghi_dot_xuat", one).injects for one in editions]
    choices = [sum(len(inject.choices) for inject in share) for share in shares]
    assert walks.walks == sum(1 + n + RANDOM_WALKS for n in choices)
    assert walks.raised == {inject.id for inject in case.file.injects}


def test_an_inject_that_never_comes_is_named(copy: Copy) -> None:
    copy.edit(
        'on = { kind = "invitations_sent" }\nafter = "12m"\ntext',
        'on = { kind = "invitations_sent", actor = "son" }\nafter = "12m"\ntext',
    )
    assert ("inject “bao_vang”", "không bao giờ xảy ra") in walked(copy)


def test_a_reference_order_that_cannot_be_done_is_named_with_the_variant(copy: Copy) -> None:
    copy.edit('task = "danh_sach_moi"', 'task = "chuong_trinh"', "reference/plan.toml")
    told = walked(copy)
    place = "biến thể sat_lo-btv-h16, bài mẫu"
    assert (place, "việc “trinh_danh_sach” của bài mẫu không làm được") in told


def test_an_inject_that_the_reference_leaves_open_is_a_dead_end(copy: Copy) -> None:
    copy.edit('con_om = "ban_giao"\n', "", "reference/plan.toml")
    told = walked(copy)
    assert ("biến thể sat_lo-btv-h16, bài mẫu", "ngõ cụt ở tình tiết “con_om”") in told


def test_a_choice_whose_effects_break_the_run_is_named_with_the_walk(copy: Copy) -> None:
    copy.edit('{ kind = "occupy", target = "mai"', '{ kind = "occupy", target = "ma"')
    told = dict(walked(copy))
    problem = told["biến thể sat_lo-btv-h16, con_om = khong_cho"]
    assert problem == "lượt chơi dừng vì lỗi KeyError: 'ma'"
    assert "biến thể sat_lo-btv-h16, con_om = ban_giao" not in told
