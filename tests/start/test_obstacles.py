"""What stands in the way of an installation is said in one Vietnamese sentence; then try again."""

import ast
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import util
from pathlib import Path
from types import ModuleType

import pytest

from course.installation import InstallationError, prepare
from course.installation.install import check_disk
from course.installation.reasons import reason

from .conftest import ROOT, Kit

only_posix = pytest.mark.skipif(os.name == "nt", reason="Windows has neither of them")


def start_module() -> ModuleType:
    spec = util.spec_from_file_location("start", ROOT / "start.py")
    assert spec and spec.loader
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10)])
def test_an_old_python_is_told_which_one_is_needed(
    version: tuple[int, int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert start_module().main([], version=version) == 1
    said = capsys.readouterr().err
    assert f"Máy đang dùng Python {version[0]}.{version[1]}" in said
    assert "cần Python 3.11 trở lên" in said
    assert "python.org" in said


def test_an_old_python_can_read_start() -> None:
    newer = (
        ast.JoinedStr,
        ast.NamedExpr,
        ast.Match,
        ast.AnnAssign,
        ast.Nonlocal,
        ast.Starred,
        ast.YieldFrom,
        ast.AsyncFunctionDef,
    )
    source = (ROOT / "start.py").read_text(encoding="utf-8")
    assert source.startswith("# -*- coding: utf-8 -*-\n")
    for node in ast.walk(ast.parse(source, feature_version=(3, 7))):
        assert not isinstance(node, newer), ast.dump(node)
        assert not (isinstance(node, ast.Raise) and node.cause), "raise ... from"
        assert not (isinstance(node, ast.FunctionDef) and (node.returns or node.args.kwonlyargs))
        assert not (isinstance(node, ast.arg) and node.annotation), node


def test_start_alone_in_an_unpacked_zip_says_to_unpack_all(kit: Kit) -> None:
    shutil.rmtree(kit.root / "course")
    answer = kit.start()
    assert answer.returncode == 1
    assert "giải nén cả tệp zip" in answer.stderr


def test_no_network_says_so_and_a_wheel_folder_mends_it(kit: Kit) -> None:
    hidden = (kit.root / "wheels").rename(kit.root / "cất đi")
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "1"}
    failed = kit.start("case", **nowhere)
    assert failed.returncode == 1
    assert "không vào được Internet" in failed.stderr
    assert "thư mục wheels" in failed.stderr
    assert "Traceback" not in failed.stderr
    log = kit.root / ".vanphong" / "cai_dat.log"
    assert f"Chi tiết ghi trong tệp: {log}" in failed.stderr
    assert "127.0.0.1" in log.read_text(encoding="utf-8")
    hidden.rename(kit.root / "wheels")
    assert kit.start("case", **nowhere).stdout == "vanphong ['case']\n"


def test_a_wheel_folder_that_lacks_a_package_names_it(kit: Kit) -> None:
    (kit.root / "wheels" / "two-1-py3-none-any.whl").unlink()
    failed = kit.start("case")
    assert failed.returncode == 1
    assert "Không có gói two dùng được" in failed.stderr


def test_a_package_that_was_changed_on_its_way_is_not_installed(kit: Kit) -> None:
    with (kit.root / "wheels" / "two-1-py3-none-any.whl").open("ab") as wheel:
        wheel.write(b"x")
    failed = kit.start("case")
    assert failed.returncode == 1
    assert "không đúng mã kiểm tra" in failed.stderr
    assert not list(kit.root.glob(".venv/[Ll]ib/**/two*"))


@only_posix
def test_a_killed_installation_is_simply_run_again_and_two_do_not_meet(kit: Kit) -> None:
    with kit.begin("case", TINY_WAIT="60") as cut:
        _wait_for(cut.stderr, "Đang cài bộ học liệu")
        other = kit.start("case")
        os.killpg(cut.pid, signal.SIGKILL)
    assert other.returncode == 1
    assert "Một cửa sổ khác đang cài đặt" in other.stderr
    again = kit.start("case")
    assert "Đang tạo môi trường riêng" in again.stderr
    assert (again.returncode, again.stdout) == (0, "vanphong ['case']\n")


@only_posix
def test_control_c_ends_with_a_sentence(kit: Kit) -> None:
    with kit.begin("case", TINY_WAIT="60") as cut:
        _wait_for(cut.stderr, "Đang cài bộ học liệu")
        os.killpg(cut.pid, signal.SIGINT)
        rest = cut.stderr.read() if cut.stderr else ""
    assert cut.returncode == 130
    assert "Đã dừng theo yêu cầu của anh/chị" in rest
    assert "Traceback" not in rest


def test_a_full_disk_is_noticed_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(InstallationError, match=r"cần khoảng 1000000,0 GB: anh/chị xóa bớt"):
        check_disk(tmp_path, needed=10**15)


@only_posix
def test_a_folder_that_one_may_not_write_is_named_so(kit: Kit) -> None:
    kit.root.chmod(0o555)
    try:
        with _without_root(), pytest.raises(InstallationError, match="Không có quyền ghi"):
            prepare(str(kit.root), "...")
    finally:
        kit.root.chmod(0o755)
    assert not (kit.root / ".venv").exists()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("OSError: [Errno 28] No space left on device", "Ổ đĩa đã đầy"),
        ("OSError: [WinError 112] There is not enough space on the disk", "Ổ đĩa đã đầy"),
        ("PermissionError: [WinError 5] Access is denied: 'C:\\\\x'", "Không có quyền ghi"),
        ("PermissionError(13, 'Permission denied')", "Không có quyền ghi"),
        (
            "PermissionError: [WinError 32] The process cannot access the file because it is "
            "being used by another process",
            "đóng các cửa sổ khóa học",
        ),
        (
            "HINT: This error might have occurred since this system does not have Windows Long "
            "Path support enabled.",
            "Đường dẫn quá dài",
        ),
        ("The virtual environment was not created because ensurepip is not", "python3-venv"),
        ("/usr/bin/python3: No module named pip", "python3-venv"),
        ("Temporary failure in name resolution", "không vào được Internet"),
        ("ReadTimeoutError: Read timed out.", "không vào được Internet"),
        (
            "FileNotFoundError(2, 'No such file or directory: /x/requirements.lock')",
            "thiếu tệp requirements.lock",
        ),
        ("anything else", "lỗi ngoài dự kiến"),
    ],
)
def test_what_pip_and_systems_say_has_its_sentence(said: str, sentence: str) -> None:
    assert sentence in reason(said)


def _wait_for(lines: Iterator[str] | None, words: str) -> None:
    assert lines is not None
    for line in lines:
        if words in line:
            return
    pytest.fail(f"never said: {words}")


@contextmanager
def _without_root() -> Iterator[None]:
    """Be nobody for a moment if the tests are run by root, who may write anywhere."""
    if sys.platform == "win32" or os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
