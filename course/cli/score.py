"""`vanphong score`: the score sheet of the work in a folder."""

from pathlib import Path
from typing import Annotated

import typer

from course.cli.failures import CommandError
from grading import STATUS_VI, ScoreSheet, score_folder
from scenarios.case import UnknownCaseError
from scenarios.variants import VariantError
from scenarios.work_file import WorkError

app = typer.Typer(add_completion=False)


@app.command()
def score(
    case: Annotated[str, typer.Argument(metavar="TÌNH_HUỐNG", help="Mã tình huống.")],
    folder: Annotated[Path, typer.Argument(metavar="THƯ_MỤC", help="Thư mục có bai_lam.json.")],
    as_json: Annotated[bool, typer.Option("--json", help="In một đối tượng JSON.")] = False,
) -> None:
    """Chấm bài làm trong một thư mục và in nhận xét theo từng tiêu chí.

    JSON gồm case, variant, level, format, points, max_points và findings; mỗi phần tử của
    findings có criterion, status (met, partly, unmet, not_attempted), points, max_points, where,
    why, fix, rule, source.
    """
    if not folder.is_dir():
        raise CommandError(f"Không thấy thư mục “{folder}”; kiểm tra lại đường dẫn.", exit_code=2)
    try:
        sheet = score_folder(case, folder)
    except (WorkError, VariantError, UnknownCaseError) as error:
        raise CommandError(str(error), exit_code=2) from error
    typer.echo(sheet.to_json() if as_json else _as_text(sheet))


def _as_text(sheet: ScoreSheet) -> str:
    lines = [f"Tình huống {sheet.case}, biến thể {sheet.variant}"]
    for finding in sheet.findings:
        points = f"{finding.points:g}/{finding.max_points:g}"
        lines.append(f"{finding.criterion}  {STATUS_VI[finding.status]} ({points})")
        lines += [f"     {text}" for text in (finding.why, finding.fix) if text]
        if finding.why:
            lines.append(f"     Nguồn: {finding.source}")
    lines.append(f"Tổng: {sheet.points:g}/{sheet.max_points:g} điểm")
    return "\n".join(lines)
