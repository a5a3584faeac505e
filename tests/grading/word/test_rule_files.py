"""Rule sets, kinds and the authority table as data that a trainer can change."""

from pathlib import Path

import pytest

from grading.word import RuleSetError, Severity, check_file, new_document
from grading.word.authority import load_authority
from grading.word.kinds import FOLDER, kind_called, load_kinds
from grading.word.ruleset import load_rules
from grading.word.samples import sample_kinds
from grading.word.vocabulary import known_rules

SETS = ("HD05", "HD36", "ND30")


@pytest.mark.parametrize("name", SETS)
def test_every_rule_has_a_source_and_an_unconfirmed_one_only_warns(name: str) -> None:
    for rule in load_rules(name).rules.values():
        assert rule.source
        assert rule.confirmed or rule.severity is Severity.WARNING


def test_the_sets_differ_where_the_regulations_differ() -> None:
    values = [load_rules(name).rules["title.text"].value for name in SETS]
    assert values == [
        "ĐẢNG CỘNG SẢN VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ]  # fmt: skip
    assert load_rules("HD36").get("body.line") is None
    assert load_rules("ND30").rules["number.colon"].value is True


def test_a_province_changes_one_rule_without_code(tmp_path: Path) -> None:
    own = tmp_path / "tinh.toml"
    own.write_text(
        'schema = 1\nid = "AL"\nname = "Hướng dẫn của tỉnh An Lĩnh (giả định)"\nextends = "HD05"\n'
        '[rules."body.size"]\nvalue = 13\nsource = "Hướng dẫn riêng của tỉnh"\n'
        '[rules."abstract.dashes"]\noff = true\n',
        encoding="utf-8",
    )
    document = new_document("bao_cao", tmp_path / "a.docx", sample=True)
    (finding,) = check_file(document, rules=own).findings
    assert (finding.rule, finding.source) == ("body.size", "Hướng dẫn riêng của tỉnh")
    mended = new_document("bao_cao", tmp_path / "b.docx", rules=own, sample=True)
    assert check_file(mended, rules=own).findings == ()


def test_all_mistakes_of_a_rule_file_are_told_at_once_in_vietnamese(tmp_path: Path) -> None:
    bad = tmp_path / "sai.toml"
    bad.write_text(
        'schema = 2\nid = "X"\nla = 1\nextends = "HD99"\n[rules."title.sise"]\nvalue = 1\n'
        '[rules."title.size"]\nvalue = "to"\nconfidence = "Z"\n[rules."page.size"]\nvalu = 1\n',
        encoding="utf-8",
    )
    with pytest.raises(RuleSetError) as caught:
        load_rules(bad)
    told = "\n".join(caught.value.mistakes)
    for words in (
        "khóa lạ “la”", "thiếu “schema = 1”", "thiếu “name”", "extends = HD99", "title.sise",
        "title.size, ", "“value” phải là", "“confidence” phải là", "khóa lạ “valu”",
    ):  # fmt: skip
        assert words in told


def test_a_set_that_extends_itself_is_refused(tmp_path: Path) -> None:
    loop = tmp_path / "vong.toml"
    loop.write_text('schema = 1\nid = "V"\nname = "V"\nextends = "vong.toml"\n', encoding="utf-8")
    with pytest.raises(RuleSetError, match="quay vòng"):
        load_rules(loop)


def test_an_unknown_set_names_the_known_ones() -> None:
    with pytest.raises(RuleSetError, match="HD05, HD36, ND30"):
        load_rules("HD07")


def test_there_are_fourteen_kinds_each_with_a_form() -> None:
    assert len(load_kinds()) == 14
    assert set(load_kinds()) == set(sample_kinds())


@pytest.mark.parametrize("kind", load_kinds().values(), ids=lambda kind: kind.id)
def test_a_kind_says_what_it_must_contain_with_source(kind) -> None:  # type: ignore[no-untyped-def]
    assert len(kind.must) >= 2
    assert all(must.source and must.fix.endswith(".") for must in kind.must)


@pytest.mark.parametrize("name", ["giay_moi", "Giấy mời", "giay moi", "invitation", "GIẤY MỜI"])
def test_a_kind_answers_to_all_its_names(name: str) -> None:
    kind = kind_called(name)
    assert kind is not None and kind.id == "invitation"


def test_mistakes_in_kinds_are_told_by_file(tmp_path: Path) -> None:
    good = (FOLDER / "roster.toml").read_text(encoding="utf-8")
    (tmp_path / "a.toml").write_text(
        good.replace("pattern = '", "pattern = '(", 1), encoding="utf-8"
    )
    (tmp_path / "b.toml").write_text("schema = 1\nla = 1\n", encoding="utf-8")
    with pytest.raises(RuleSetError) as caught:
        load_kinds(tmp_path)
    told = "\n".join(caught.value.mistakes)
    assert "a.toml: [[must]] thứ 1: “pattern” sai" in told
    assert "b.toml: khóa lạ “la”" in told


def test_the_authority_table_says_that_it_is_unconfirmed() -> None:
    table = load_authority()
    assert table.confidence == "C"
    assert table.may_issue("quy che", "btv") is False
    assert table.may_issue("nghi quyet", "btv") is True
    assert table.may_issue("thu cong", "btv") is None


def test_a_wrong_word_in_the_authority_table_is_told(tmp_path: Path) -> None:
    path = tmp_path / "authority.toml"
    path.write_text('[issue."nghị quyết"]\nbtv = "co"\n', encoding="utf-8")
    with pytest.raises(RuleSetError, match="chỉ dùng bch, btv, chi_bo"):
        load_authority(path)


def test_every_rule_of_the_default_set_is_a_known_one() -> None:
    assert set(load_rules("HD05").rules) <= set(known_rules())
