"""`vanphong word`: check, annotate and write Word documents, and say how right the checker is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from course.cli.failures import CommandError
from scenarios.atomic_file import reason

if TYPE_CHECKING:
    from grading.word import CaseFacts
    from grading.word.report import DocumentReport

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="Văn bản Word: kiểm tra, ghi nhận xét, tạo văn bản đúng thể thức.",
)

_FILE = typer.Argument(metavar="TỆP", help="Tệp .docx.")
_KIND = typer.Option("--kind", help="Loại văn bản (xem “word kinds”); bỏ trống: tự nhận.")
_RULES = typer.Option("--rules", help="HD05, HD36, ND30 hoặc đường dẫn tới tệp quy tắc .toml.")
_FACTS = typer.Option("--facts", help="Tệp .toml ghi giờ, nơi họp, người, số liệu cần khớp.")
_CASE = typer.Option("--case", help="Mã tình huống mà văn bản phải khớp.")
_VARIANT = typer.Option("--variant", help="Mã biến thể của tình huống.")
_WORK = typer.Option("--work", help="Thư mục có bai_lam.json: khớp với diễn biến của bài ấy.")
_UNREADABLE = 2


@app.command()
def check(
    file: Annotated[Path, _FILE],
    kind: Annotated[str | None, _KIND] = None,
    rules: Annotated[str, _RULES] = "HD05",
    facts: Annotated[Path | None, _FACTS] = None,
    case: Annotated[str, _CASE] = "",
    variant: Annotated[str, _VARIANT] = "",
    work: Annotated[Path | None, _WORK] = None,
    as_json: Annotated[bool, typer.Option("--json", help="In kết quả dạng JSON.")] = False,
) -> None:
    """Kiểm tra thể thức, nội dung, thẩm quyền của một văn bản.

    Mã thoát: 0 nếu đọc được tệp (dù có lỗi), 2 nếu không đọc được.
    """
    report = _check(file, kind, rules, _all_facts(facts, case, variant, work, kind))
    typer.echo(report.to_json() if as_json else "\n".join(_lines(report)))


@app.command()
def annotate(
    file: Annotated[Path, _FILE],
    out: Annotated[Path, typer.Argument(metavar="TỆP_RA", help="Bản sao có nhận xét.")],
    kind: Annotated[str | None, _KIND] = None,
    rules: Annotated[str, _RULES] = "HD05",
    facts: Annotated[Path | None, _FACTS] = None,
    case: Annotated[str, _CASE] = "",
    variant: Annotated[str, _VARIANT] = "",
    work: Annotated[Path | None, _WORK] = None,
) -> None:
    """Ghi nhận xét vào bản sao của văn bản, đúng chỗ; bản gốc giữ nguyên."""
    from grading.word import UnreadableWordError
    from grading.word import annotate as write_comments

    report = _check(file, kind, rules, _all_facts(facts, case, variant, work, kind))
    try:
        write_comments(file, report, out)
    except UnreadableWordError as problem:
        raise CommandError(problem.sentence, exit_code=_UNREADABLE) from problem
    typer.echo(f"Đã ghi {len(report.findings)} nhận xét vào “{out}”.")


@app.command()
def new(
    kind: Annotated[str, typer.Argument(metavar="LOẠI", help="Ví dụ: giay_moi, bien_ban.")],
    out: Annotated[Path, typer.Argument(metavar="TỆP_RA", help="Tệp .docx sẽ tạo.")],
    rules: Annotated[str, _RULES] = "HD05",
    facts: Annotated[Path | None, _FACTS] = None,
    case: Annotated[str, _CASE] = "",
    variant: Annotated[str, _VARIANT] = "",
    work: Annotated[Path | None, _WORK] = None,
    sample: Annotated[
        bool, typer.Option("--sample", help="Điền sẵn một ví dụ giả định thay vì mẫu trống.")
    ] = False,
) -> None:
    """Tạo một văn bản đúng thể thức: mẫu trống, ví dụ giả định, hoặc điền từ dữ kiện."""
    from grading.word import RuleSetError, new_document

    if out.suffix.lower() != ".docx":
        raise CommandError(f"Tên tệp “{out.name}” cần có đuôi .docx; anh/chị sửa tên rồi chạy lại.")
    if out.exists():
        raise CommandError(f"Tệp “{out}” đã có sẵn; anh/chị chọn tên khác để không mất tệp cũ.")
    try:
        known = _all_facts(facts, case, variant, work, kind)
        path = new_document(kind, out, known, rules, sample=sample)
    except RuleSetError as problem:
        raise CommandError(str(problem)) from problem
    except OSError as problem:
        raise CommandError(
            f"Không ghi được “{out}” ({reason(problem)}); anh/chị chọn thư mục khác."
        ) from problem
    typer.echo(f"Đã tạo “{path}”.")


@app.command()
def kinds(
    show_rules: Annotated[
        bool, typer.Option("--rules", help="Liệt kê tên các quy tắc thể thức.")
    ] = False,
) -> None:
    """Liệt kê các loại văn bản: tên dùng trong lệnh, ký hiệu, ai ký; hoặc các quy tắc."""
    from grading.word.kinds import load_kinds
    from grading.word.ruleset import load_rules

    if show_rules:
        for rule in load_rules("HD05").rules.values():
            doubt = "" if rule.confirmed else " (cần đối chiếu bản gốc)"
            typer.echo(f"{rule.id}\t{_value(rule.value)} {rule.unit}\t{rule.source}{doubt}")
        return
    for kind in load_kinds().values():
        signing = "; ".join(
            f"{s.authority or 'ký trực tiếp'}: {'/'.join(s.posts)}" for s in kind.signing
        )
        typer.echo(f"{kind.aliases[0]}\t{kind.name}\t{kind.symbol or '-'}\t{signing or '-'}")


@app.command()
def accuracy(
    write: Annotated[
        Path | None, typer.Option("--write", help="Ghi cả tập mẫu ra thư mục này để xem.")
    ] = None,
    soffice: Annotated[
        Path | None,
        typer.Option("--soffice", help="Chương trình LibreOffice, để thử cả tệp do nó lưu lại."),
    ] = None,
) -> None:
    """Đo độ đúng của bộ kiểm tra trên tập văn bản mẫu (đúng, và sai đúng một lỗi)."""
    from grading.word import accuracy as measuring

    correct = list(measuring.correct_samples())
    samples = [*correct, *measuring.faulty_samples(correct)]
    if soffice is not None:
        from grading.word.corpus.resaved import resaved

        samples += list(resaved([s for s in correct if s.name.endswith("-writer.docx")], soffice))
    if write is not None:
        count = measuring.write_out(iter(samples), write)
        typer.echo(f"Đã ghi {count} tệp vào “{write}”.")
    result = measuring.measure(iter(samples))
    typer.echo("\n".join(measuring.table(result)))


def _check(file: Path, kind: str | None, rules: str, facts: CaseFacts | None) -> DocumentReport:
    from grading.word import RuleSetError, UnreadableWordError, check_file

    try:
        return check_file(file, kind, rules, facts)
    except UnreadableWordError as problem:
        raise CommandError(problem.sentence, exit_code=_UNREADABLE) from problem
    except RuleSetError as problem:
        raise CommandError(str(problem)) from problem


def _all_facts(
    path: Path | None, case_id: str, variant: str, folder: Path | None, kind: str | None
) -> CaseFacts | None:
    """The facts of a file, or those of a case (as things stand in the run of a work)."""
    if not case_id:
        return _facts(path)
    from grading.document_facts import facts_for_kind, facts_of
    from scenarios.case import CaseError, UnknownCaseError, load_case
    from scenarios.play import play
    from scenarios.variants import VariantError
    from scenarios.work_file import FILE_NAME, WorkError, read_work

    try:
        work = read_work(folder / FILE_NAME) if folder is not None else None
        case = load_case(case_id, variant or (work.edition if work is not None else ""))
    except (CaseError, UnknownCaseError, VariantError, WorkError) as problem:
        raise CommandError(str(problem), exit_code=_UNREADABLE) from problem
    run = play(case, work) if work is not None else None
    return facts_for_kind(kind or "", facts_of(case, run))


def _facts(path: Path | None) -> CaseFacts | None:
    from grading.word import RuleSetError, read_facts

    if path is None:
        return None
    try:
        return read_facts(path)
    except RuleSetError as problem:
        raise CommandError(str(problem)) from problem


def _lines(report: DocumentReport) -> list[str]:
    from grading.word.findings import SEVERITY_VI
    from grading.word.report import BY_HAND

    kind = report.kind_vi or "chưa nhận ra loại"
    lines = [f"{report.file}: {kind}, bộ quy tắc {report.rules}."]
    if report.untouched:
        return [*lines, "Đây là mẫu trống, chưa điền gì."]
    for number, finding in enumerate(report.findings, start=1):
        lines += [
            f"{number}. {SEVERITY_VI[finding.severity]}: {finding.what}",
            f"   Chỗ: {finding.where}",
            f"   Vì sao: {finding.why}",
            f"   Cách sửa: {finding.fix}",
            f"   Quy tắc: {finding.rule} – {finding.source}",
        ]
    lines.append(f"Có {len(report.errors)} lỗi, {len(report.warnings)} lưu ý.")
    return [*lines, *(f"Người kiểm tra tự xem: {sentence}" for sentence in BY_HAND)]


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, tuple):
        return " – ".join(str(item) for item in value)
    return str(value)
