"""Hostile zips: each is refused with its own sentence, the honest one beside them is taken."""

import hashlib
import io
import json
import stat
import struct
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pytest

from grading.nbgrader.collect import Fate, collect
from grading.nbgrader.parcel import ParcelError, pack, read_parcel
from grading.nbgrader.receipt import Learner, Receipt, make_receipt

from .attacks import BAI, honest_work, make_class

AT = datetime(2026, 11, 20, 8, 0).astimezone()
AN = Learner.named("Lê An")


def files() -> dict[str, bytes]:
    """The honest hand-in."""
    return {"bai_lam.json": honest_work().to_json().encode()}


def receipt(content: Mapping[str, bytes] | None = None, learner: Learner = AN) -> Receipt:
    """A receipt that fits the content."""
    return make_receipt(BAI, learner, honest_work(), content or files(), AT)


def zipped(entries: list[tuple[str | zipfile.ZipInfo, bytes]]) -> bytes:
    """A zip with these entries after the honest ones."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in [
            *files().items(),
            ("bien_nhan.json", receipt().to_json().encode()),
            *entries,
        ]:
            archive.writestr(name, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def link() -> bytes:
    """A zip in which a Word file is a link."""
    entry = zipfile.ZipInfo("giay_moi.docx")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return zipped([(entry, b"../../../gradebook.db")])


def edited_receipt(**changes: object) -> bytes:
    """A zip whose receipt was edited by hand, the seal left as it was."""
    content = {**json.loads(receipt().to_json()), **changes}
    return only(bien_nhan=json.dumps(content).encode())


def only(bien_nhan: bytes, work: bytes | None = None) -> bytes:
    """A zip with a work file and this receipt."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("bai_lam.json", work or files()["bai_lam.json"])
        archive.writestr("bien_nhan.json", bien_nhan)
    return out.getvalue()


def locked() -> bytes:
    """A zip whose entries say that they are encrypted."""
    content = bytearray(zipped([]))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + at] |= 1
            place = content.find(mark, place + 4)
    return bytes(content)


def lying_size() -> bytes:
    """A bomb that declares a small size: 200 MB of zeros under the name of the work."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bai_lam.json", b"\0" * 20_000_000)
        archive.writestr("bien_nhan.json", receipt().to_json())
    content = out.getvalue()
    return content.replace(struct.pack("<L", 20_000_000), struct.pack("<L", 1_000))


PARCELS: dict[str, tuple[Callable[[], bytes], str]] = {
    "trèo ra ngoài": (lambda: zipped([("../../gradebook.db", b"x")]), "đường dẫn nguy hiểm"),
    "đường dẫn tuyệt đối": (lambda: zipped([("/etc/passwd", b"x")]), "đường dẫn nguy hiểm"),
    "ổ đĩa": (lambda: zipped([("C:\\x.docx", b"x")]), "đường dẫn nguy hiểm"),
    "gạch ngược": (lambda: zipped([("..\\..\\x", b"x")]), "đường dẫn nguy hiểm"),
    "thư mục con": (lambda: zipped([("grading/__init__.py", b"x")]), "có thư mục con"),
    "liên kết": (link, "có liên kết"),
    "nghìn tệp": (lambda: zipped([(f"{n}.docx", b"") for n in range(10_000)]), "quá mức cho phép"),
    "bom": (lambda: zipped([("giay_moi.docx", b"\0" * 60_000_000)]), "lớn quá mức cho phép"),
    "khai gian kích thước": (lying_size, "Tệp zip bị hỏng"),
    "trùng tên": (lambda: zipped([("bai_lam.json ", b"x")]), "không ghi"),
    "tệp lạ": (lambda: zipped([("docx.py", b"import os")]), "không ghi"),
    "mật khẩu": (locked, "đặt mật khẩu"),
    "không phải zip": (lambda: b"PK\x03\x04 khong phai", "bị hỏng"),
    "rỗng": (lambda: b"", "bị hỏng"),
    "đứt đoạn": (lambda: zipped([])[:-40], "bị hỏng"),
    "zip trong zip": (
        lambda: pack_one("bai.zip", zipped([])),
        "zip chứa tệp zip khác",
    ),
    "không biên nhận": (lambda: pack_one("bai_lam.json", b"{}"), "không có biên nhận"),
    "biên nhận hỏng": (lambda: only(b"{"), "bị hỏng hoặc không đúng mẫu"),
    "biên nhận sâu": (lambda: only(b"[" * 90_000), "bị hỏng hoặc không đúng mẫu"),
    "biên nhận sửa giờ": (lambda: edited_receipt(handed_in="2026-11-01T08:00:00+07:00"), "bị sửa"),
    "biên nhận tên người khác": (
        lambda: edited_receipt(learner={"id": "tran_binh", "name": "Trần Bình"}),
        "bị sửa",
    ),
    "mã học viên lạ": (
        lambda: edited_receipt(learner={"id": "../../x", "name": "x"}),
        "không đúng mẫu",
    ),
    "bài bị thay": (lambda: only(receipt().to_json().encode(), b"{}"), "đã bị thay đổi"),
    "bài không có trong lớp": (lambda: other_assignment(), "không có bài “khac”"),
}


def pack_one(name: str, content: bytes) -> bytes:
    """A zip with one file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, content)
    return out.getvalue()


def other_assignment() -> bytes:
    """A hand-in for an assignment that the class does not have."""
    return pack(make_receipt("khac", AN, honest_work(), files(), AT), files())


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_class(tmp_path_factory.mktemp("thu") / "lop")


@pytest.mark.parametrize("name", [one for one in PARCELS if "trong lớp" not in one])
def test_a_zip_is_refused_with_a_sentence(tmp_path: Path, name: str) -> None:
    build, words = PARCELS[name]
    path = tmp_path / "bai.zip"
    path.write_bytes(build())
    with pytest.raises(ParcelError, match=words):
        read_parcel(path)


def test_among_all_of_them_the_honest_one_is_taken(school: Path, tmp_path: Path) -> None:
    for name, (build, _) in PARCELS.items():
        (tmp_path / f"{name}.zip").write_bytes(build())
    (tmp_path / "liên kết tới gói.zip").symlink_to(tmp_path / "thật.zip")
    (tmp_path / "thật.zip").write_bytes(pack(receipt(), files()))
    book = hashlib.sha256((school / "gradebook.db").read_bytes()).hexdigest()

    results = {one.path.stem: one for one in collect(school, tmp_path)}
    assert results.pop("thật").fate is Fate.TAKEN
    assert {one.fate for one in results.values()} == {Fate.REFUSED}
    for name, (_, words) in PARCELS.items():
        assert words in results[name].sentence
        assert results[name].sentence.count("\n") == 0
    assert [path.name for path in (school / "submitted").iterdir()] == [AN.id]
    assert hashlib.sha256((school / "gradebook.db").read_bytes()).hexdigest() == book
    assert not (tmp_path.parent / "gradebook.db").exists()
