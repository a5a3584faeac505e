"""Questions in which one picks: one choice, several choices, the faulty lines of a paper."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, StrictBool, model_validator

from course.quiz.records import Record, Text, refuse_same


class Choice(Record):
    """One answer to choose; `reason` says why it is right or wrong and what to look at again."""

    text: Text
    right: StrictBool = False
    reason: Text


class Single(Record):
    """Exactly one choice is right."""

    kind: Literal["single"]
    stem: Text
    choice: tuple[Choice, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _one_is_right(self) -> Self:
        rights = sum(choice.right for choice in self.choice)
        if rights != 1:
            raise ValueError(
                f"loại 'single' phải có đúng một phương án right = true, đang có {rights}|"
                "để right = true ở một phương án, hoặc đổi kind thành 'several'"
            )
        refuse_same([choice.text for choice in self.choice])
        return self


class Several(Record):
    """More than one choice is right, and at least one is wrong."""

    kind: Literal["several"]
    stem: Text
    choice: tuple[Choice, ...] = Field(min_length=3)

    @model_validator(mode="after")
    def _some_are_right(self) -> Self:
        rights = sum(choice.right for choice in self.choice)
        if rights < 2:
            raise ValueError(
                f"loại 'several' phải có từ hai phương án right = true, đang có {rights}|"
                "thêm phương án đúng, hoặc đổi kind thành 'single'"
            )
        if rights == len(self.choice):
            raise ValueError(
                "mọi phương án đều đúng nên câu hỏi không phân biệt được ai đã hiểu|"
                "thêm ít nhất một phương án sai mà người thật hay chọn"
            )
        refuse_same([choice.text for choice in self.choice])
        return self


class Line(Record):
    """One numbered line of a paper; a faulty line says what is wrong and how it should read."""

    text: Text
    faulty: StrictBool = False
    reason: Text | None = None


class Paper(Record):
    """A short paper in which the learner picks the faulty lines; lines keep their order."""

    kind: Literal["paper"]
    stem: Text
    line: tuple[Line, ...] = Field(min_length=3)

    @model_validator(mode="after")
    def _some_lines_are_faulty(self) -> Self:
        faulty = [line for line in self.line if line.faulty]
        if not faulty or len(faulty) == len(self.line):
            raise ValueError(
                "văn bản phải có cả dòng sai và dòng đúng|đặt faulty = true ở những dòng sai"
            )
        for number, line in enumerate(self.line, start=1):
            if line.faulty and line.reason is None:
                raise ValueError(
                    f"dòng {number} sai mà thiếu reason|viết reason: sai gì, sửa ra sao"
                )
        return self
