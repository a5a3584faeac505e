"""Mistakes of authors: which file, which place, what is wrong, how to mend it."""

import tomllib
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from office_sim import mistakes
from office_sim.mistakes import Mistake, MistakesError


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: str
    size: int = 0
    kind: Literal["a", "b"] = "a"
    name: Annotated[str, Field(pattern="^x")] = "x"


class Whole(BaseModel):
    model_config = ConfigDict(extra="forbid")

    parts: list[Part]
    numbers: list[int] = []


def found(content: dict[str, Any]) -> dict[str, Mistake]:
    with pytest.raises(ValidationError) as caught:
        Whole.model_validate(content)
    return {one.place: one for one in mistakes.of_records("a.toml", caught.value, content)}


def test_a_mistake_reads_as_one_line() -> None:
    whole = Mistake("a.toml", "task “x”", "không có “y”", "dùng “z”")
    assert str(whole) == "a.toml, task “x”: không có “y”. Cách sửa: dùng “z”."
    assert str(Mistake("a.toml", "", "hỏng")) == "a.toml: hỏng."


def test_all_mistakes_are_in_the_message_once_and_sorted() -> None:
    later, first = Mistake("b", "", "hai"), Mistake("a", "", "một")
    error = MistakesError([later, first, later])
    assert error.mistakes == (first, later)
    assert str(error) == "Tệp có 2 lỗi:\n- a: một.\n- b: hai."


def test_broken_toml_names_line_and_column() -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as caught:
        tomllib.loads("a = 1\nb = = 2\n")
    mistake = mistakes.of_toml("a.toml", caught.value)
    assert (mistake.file, mistake.place) == ("a.toml", "dòng 2, cột 5")
    assert "UTF-8" in mistake.mend


def test_every_wrong_record_is_named_by_its_id_or_its_number() -> None:
    told = found(
        {
            "parts": [
                {"id": "mot", "size": "nhiều"},
                {"id": "hai", "kind": "c", "sise": 1},
                {"size": 1, "name": "y"},
            ],
            "numbers": [1, "b"],
            "extra": 1,
        }
    )
    assert told["parts “mot”, size"].problem == "giá trị “nhiều” chưa đúng dạng"
    assert told["parts “hai”, kind"].problem == "giá trị “c” không dùng được"
    assert "'a' or 'b'" in told["parts “hai”, kind"].mend
    assert told["parts “hai”, sise"].problem == "không có mục nào tên như vậy"
    assert told["parts thứ 3, id"].problem == "thiếu mục này"
    assert told["parts thứ 3, name"].problem == "giá trị “y” không hợp lệ"
    assert told["numbers thứ 2"].problem == "giá trị “b” chưa đúng dạng"
    assert told["extra"].problem == "không có mục nào tên như vậy"
    assert len(told) == 7
