"""A trainer's own case: made from a filled form, ready to play and to hand out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from course.duty_coverage import duties
from grading.case_form import FormError, OtherCaseError, make_case
from grading.case_form.template import write_form
from grading.nbgrader.notebook import write_source
from scenarios.atomic_file import reason
from scenarios.own_cases import own_cases_dir


class OwnCaseError(Exception):
    """There is no case; the message is Vietnamese. `faults` are the form's, line by line."""

    def __init__(self, sentence: str, faults: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.faults = faults


@dataclass(frozen=True)
class OwnCase:
    """The case that was made: its id, its folder, and the notebook to play it on."""

    id: str
    title: str
    folder: Path
    notebook: Path
    criteria: int

    def lines(self) -> list[str]:
        """What the trainer reads about it."""
        return [
            f"Bài mẫu và {self.criteria} bài sai, mỗi bài trượt đúng một tiêu chí, đã được "
            "chạy thử.",
            f"Chơi thử: đóng rồi mở lại bộ học liệu, mở trang {self.notebook.parent.name}.",
            f"Giao cho lớp: chọn bài {self.id} khi tạo lớp; thư mục của nó được chép vào chỗ phát "
            "cho học viên, cạnh thẻ lớp.",
        ]


def new_form(path: Path, *, example: bool = False) -> Path:
    """Write the form, empty or filled with the example; where it stands. Raises OwnCaseError."""
    if path.suffix.casefold() != ".xlsx":
        path = path.with_name(f"{path.name}.xlsx")
    if path.exists():
        raise OwnCaseError(f"Đã có tệp “{path}”; anh/chị chọn tên khác.")
    try:
        write_form(path, duties(), example=example)
    except OSError as error:
        raise OwnCaseError(f"Không ghi được tệp “{path}”: {reason(error)}.") from error
    return path


def own_case(form: Path) -> OwnCase:
    """Make the case of a filled form, and the page to play it on. Raises OwnCaseError."""
    place = own_cases_dir()
    try:
        made = make_case(form, place, duties())
        case_id = made.folder.name
        notebook = place.parent / case_id / f"{case_id}.ipynb"
        write_source(case_id, notebook)
    except FormError as error:
        faults = tuple(
            f"{one.place or one.file}: {one.problem}. Cách sửa: {one.mend}."
            for one in error.mistakes
        )
        raise OwnCaseError(str(error), faults) from error
    except OtherCaseError as error:
        raise OwnCaseError(str(error)) from error
    except OSError as error:
        raise OwnCaseError(
            f"Không ghi được tình huống vào “{place}” ({reason(error)}); anh/chị kiểm tra "
            "chỗ trống, quyền ghi, đóng các tệp đang mở ở đó rồi làm lại."
        ) from error
    return OwnCase(case_id, made.title, made.folder, notebook, made.criteria)
