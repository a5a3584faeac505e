"""`vanphong case`: list, check and play the cases, and write the works in their folders."""

from pathlib import Path
from typing import Annotated

import typer

from course.cli.failures import CommandError
from office_sim.calendar import format_moment
from office_sim.hand import HandKind
from office_sim.sentences import Sentences
from scenarios.atomic_file import reason
from scenarios.case import Case, CaseError, UnknownCaseError, case_ids, load_case
from scenarios.edition import Edition
from scenarios.play import play
from scenarios.typed import typed
from scenarios.variants import VariantError, all_variants
from scenarios.work import Work
from scenarios.work_file import FILE_NAME, WorkError, read_work
from scenarios.written_works import write_works

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="Tình huống: liệt kê, kiểm tra, chạy một bài làm.",
)
CaseId = Annotated[str, typer.Argument(metavar="TÌNH_HUỐNG", help="Mã tình huống.")]


@app.command(name="list")
def list_cases() -> None:
    """Liệt kê các tình huống và số biến thể."""
    for case_id in case_ids():
        case = load_case(case_id)
        count = sum(1 for _ in all_variants(case.file))
        typer.echo(f"{case_id}\t{case.file.title}\t{count} biến thể")


@app.command()
def form(
    file: Annotated[Path, typer.Argument(metavar="TỆP.xlsx", help="Nơi ghi mẫu.")],
    example: Annotated[
        bool, typer.Option("--example", help="Ghi mẫu đã điền một tình huống làm ví dụ.")
    ] = False,
) -> None:
    """Ghi mẫu Excel để soạn một tình huống mới mà không phải viết mã."""
    from course.own_case import OwnCaseError, new_form

    try:
        written = new_form(file, example=example)
    except OwnCaseError as error:
        raise CommandError(str(error)) from error
    typer.echo(f"Đã ghi mẫu: {written}.")
    make = typed("case new", f'"{written}"')
    typer.echo(f"Đọc trang đầu, điền rồi chạy: {make}")


@app.command()
def new(
    file: Annotated[Path, typer.Argument(metavar="MẪU.xlsx", help="Mẫu đã điền.")],
    folder: Annotated[
        Path | None,
        typer.Option("--folder", help="Góc học tập; bỏ trống: thư mục “hoc_tap” của bộ học liệu."),
    ] = None,
) -> None:
    """Làm một tình huống từ mẫu Excel đã điền, kiểm tra luôn; làm lại bao nhiêu lần cũng được."""
    from course.own_case import OwnCaseError, own_case
    from scenarios.own_cases import use_workspace

    if folder is not None:
        use_workspace(folder)
    try:
        made = own_case(file)
    except OwnCaseError as error:
        raise CommandError(str(error)) from error
    typer.echo(f"Đã làm tình huống “{made.title}” ở {made.folder}.")
    for line in made.lines():
        typer.echo(line)


@app.command()
def check(case_id: CaseId) -> None:
    """Kiểm tra tình huống: tên gọi, giờ giấc, mọi nhánh của mọi biến thể, tiêu chí, bài mẫu."""
    from grading.check import check_case  # walks take seconds: only for this word

    try:
        report = check_case(load_case(case_id))
    except (CaseError, UnknownCaseError) as error:
        raise CommandError(str(error)) from error
    for mistake in report.mistakes:
        typer.echo(str(mistake))
    typer.echo(f"Đã đi {report.walks} lượt qua {report.variants} biến thể.")
    if report.mistakes:
        raise CommandError(f"Tình huống {case_id} còn {len(report.mistakes)} lỗi ở trên.")
    typer.echo(f"Tình huống {case_id} không có lỗi.")


@app.command(name="play")
def play_work(
    case_id: CaseId,
    folder: Annotated[Path, typer.Argument(metavar="THƯ_MỤC", help="Nơi có bai_lam.json.")],
    csv: Annotated[Path | None, typer.Option("--csv", help="Ghi nhật ký ra tệp CSV.")] = None,
) -> None:
    """Chạy bài làm trong một thư mục và kể lại điều đã xảy ra, tới chỗ còn chờ quyết định."""
    case, work = _load(case_id, folder)
    run = play(case, work)
    sentences = Sentences(case.world)
    for event in run.log:
        typer.echo(f"{format_moment(event.at)}  {sentences.of(event)}")
    if csv is not None:
        try:
            csv.write_text(run.log.to_csv(), encoding="utf-8", newline="\n")
        except OSError as error:
            raise CommandError(f"Không ghi được tệp “{csv}”: {reason(error)}.") from error
    if run.waiting is not None:
        typer.echo(f"\nĐang chờ quyết định: {run.waiting.title}. {run.waiting.text}")
        for choice in run.waiting.choices:
            typer.echo(f"  - {choice.text}")


@app.command()
def build(case_id: CaseId) -> None:
    """Ghi lại bài mẫu và các bài sai của tình huống từ plan.toml và edit.toml (cho người soạn)."""
    try:
        changed = write_works(load_case(case_id))
    except (CaseError, UnknownCaseError) as error:
        raise CommandError(str(error)) from error
    typer.echo(f"Đã ghi {len(changed)} tệp thay đổi.")


@app.command()
def mutate(case_id: CaseId) -> None:
    """Làm hỏng từng việc của bài mẫu theo ba cách và cho biết tiêu chí nào nhận ra."""
    from grading.mutate import MUTATION_VI, mutate, named_works_caught

    try:
        case = load_case(case_id)
    except (CaseError, UnknownCaseError) as error:
        raise CommandError(str(error)) from error
    mutations = list(mutate(case))
    for one in mutations:
        changed = ", ".join(one.changed) or "KHÔNG tiêu chí nào nhận ra"
        typer.echo(f"{one.task}\t{MUTATION_VI[one.kind]}\t{changed}")
    caught, total = named_works_caught(case)
    typer.echo(f"named caught: {caught}/{total}")
    typer.echo(f"all caught: {sum(one.caught for one in mutations)}/{len(mutations)}")


@app.command()
def sturdiness(
    case_id: CaseId,
    folder: Annotated[Path, typer.Argument(metavar="THƯ_MỤC", help="Nơi có bai_lam.json.")],
    runs: Annotated[int, typer.Option("--runs", min=1, max=5000, help="Số lượt chạy.")] = 500,
) -> None:
    """Thử kế hoạch trong nhiều ngày xấu trời: bao nhiêu lượt khai mạc đúng giờ, vì sao không."""
    from rich.progress import Progress

    from scenarios.sturdiness import CAUSE_VI, goal_vi, measure_sturdiness

    case, work = _load(case_id, folder)
    with Progress(transient=True) as bar:
        counted = bar.add_task("Đang chạy thử", total=runs)
        found = measure_sturdiness(
            case, work, runs, lambda done: bar.update(counted, completed=done)
        )
    typer.echo(f"{goal_vi(case)}: {found.on_time}/{found.runs} lượt.")
    for cause, count in found.causes:
        typer.echo(f"  {count} lượt: {CAUSE_VI[cause]}")


@app.command()
def control(
    case_id: CaseId,
    folder: Annotated[Path, typer.Argument(metavar="THƯ_MỤC", help="Thư mục chung của lớp.")],
    what: Annotated[HandKind, typer.Argument(metavar="VIỆC", help="fire, delay hoặc skip.")],
    inject: Annotated[str, typer.Argument(metavar="TÌNH_TIẾT", help="Mã tình tiết.")],
    minutes: Annotated[int, typer.Option("--minutes", min=0, max=1440, help="Lùi mấy phút.")] = 30,
) -> None:
    """Đưa ra (fire), lùi (delay), bỏ qua (skip) một tình tiết ở mọi bài trong thư mục chung.

    Mỗi bài đọc tệp dieu_hanh.json ở thư mục của mình hoặc thư mục ngay trên, ghi vào bài một lần.
    """
    from scenarios.hand_file import FILE_NAME as HAND_FILE
    from scenarios.hand_file import HandFileError, ask

    try:
        known = {one.id: one.title for one in load_case(case_id).file.injects}
    except (CaseError, UnknownCaseError) as error:
        raise CommandError(str(error), exit_code=2) from error
    if inject not in known:
        names = ", ".join(known)
        raise CommandError(f"Không có tình tiết “{inject}”; các tình tiết: {names}.", exit_code=2)
    if not folder.is_dir():
        raise CommandError(f"Không thấy thư mục “{folder}”; kiểm tra lại đường dẫn.", exit_code=2)
    try:
        ask(folder / HAND_FILE, what, inject, minutes if what is HandKind.DELAY else 0)
    except HandFileError as error:
        raise CommandError(str(error)) from error
    typer.echo(f"Đã ghi vào {folder / HAND_FILE}: {known[inject]}.")


@app.command()
def weeks(
    case_id: CaseId,
    folder: Annotated[Path, typer.Argument(metavar="THƯ_MỤC", help="Nơi có bai_lam.json.")],
    count: Annotated[int, typer.Option("--weeks", min=1, max=1000, help="Số tuần.")] = 100,
) -> None:
    """Chạy cách làm của bài trong 100 tuần khác nhau, so với hai cách đơn giản."""
    from rich.progress import track

    from grading.week_trials import trial_lines, trials
    from scenarios.week_play import week_table_of

    case, work = _load(case_id, folder)
    if week_table_of(case.file) is None:
        raise CommandError(
            f"Tình huống {case_id} không có tuần nào để chạy; dùng mot_tuan_o_van_phong.",
            exit_code=2,
        )
    steps = track(trials(case, work, count), "Đang chạy các tuần", count, transient=True)
    *_, found = steps
    for line in trial_lines(case, found):
        typer.echo(line)


@app.command(name="print")
def print_case(
    case_id: CaseId,
    folder: Annotated[Path, typer.Argument(metavar="THƯ_MỤC", help="Nơi ghi các tệp Word.")],
    variant: Annotated[str, typer.Option("--variant", help="Mã biến thể.")] = "",
    level: Annotated[str, typer.Option("--level", help="Mức: basic, standard, advanced.")] = "",
    form: Annotated[str, typer.Option("--format", help="Khung giờ: m40, m75, m120.")] = "",
) -> None:
    """Ghi đề bài, thẻ vai, thẻ tình tiết, phiếu đánh giá ra tệp Word để học không cần máy."""
    from grading.handouts import write_paper_case
    from grading.handouts.paper_case import PaperError

    try:
        files = write_paper_case(load_case(case_id, Edition(variant, level, form)), folder)
    except (CaseError, UnknownCaseError, VariantError, PaperError) as error:
        raise CommandError(str(error), exit_code=2) from error
    for file in files:
        typer.echo(str(file))


def _load(case_id: str, folder: Path) -> tuple[Case, Work]:
    try:
        work = read_work(folder / FILE_NAME) or Work(case=case_id)
        return load_case(case_id, work.edition), work
    except (WorkError, CaseError, UnknownCaseError, VariantError) as error:
        raise CommandError(str(error), exit_code=2) from error
