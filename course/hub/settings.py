"""The settings of a class server: one readable file `may_chu.toml` in the class folder."""

from __future__ import annotations

import tomllib
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

FILE_NAME = "may_chu.toml"

DEFAULT_TEXT = """# Máy chủ của lớp. Sửa xong thì dừng máy chủ (Ctrl-C) rồi chạy lại lệnh này.

# Địa chỉ và cổng mà học viên gõ vào trình duyệt: http://<địa chỉ của máy này>:8000
# "0.0.0.0": mọi máy trong mạng của lớp; "127.0.0.1": chỉ máy này.
dia_chi = "0.0.0.0"
cong = 8000

# "lan_dau": mỗi học viên tự đặt mật khẩu khi vào lần đầu.
# "danh_sach": máy đặt sẵn mật khẩu cho từng người, ghi trong mat_khau.csv để in và phát.
mat_khau = "danh_sach"

# Giới hạn cho mỗi học viên.
bo_nho_mb = 1500
so_tien_trinh = 300
# Trang để yên bao nhiêu phút thì máy chủ đóng lại (bài làm vẫn còn nguyên).
nghi_sau_phut = 40
# Bao nhiêu người được mở trang cùng một lúc; những người khác đợi vài giây.
mo_cung_luc = 3
"""


class HubError(Exception):
    """The class server cannot run; the message is one Vietnamese sentence."""


class PasswordMode(StrEnum):
    """How learners get their passwords."""

    FIRST_USE = "lan_dau"
    LISTED = "danh_sach"


class HubSettings(BaseModel):
    """What a trainer can set. Memory in MB, idle time in minutes."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    address: Annotated[str, Field(alias="dia_chi")] = "0.0.0.0"
    port: Annotated[int, Field(alias="cong", ge=1, le=65535)] = 8000
    passwords: Annotated[PasswordMode, Field(alias="mat_khau")] = PasswordMode.LISTED
    memory_mb: Annotated[int, Field(alias="bo_nho_mb", ge=600, le=64_000)] = 1500
    processes: Annotated[int, Field(alias="so_tien_trinh", ge=100, le=10_000)] = 300
    idle_minutes: Annotated[int, Field(alias="nghi_sau_phut", ge=5, le=1440)] = 40
    at_once: Annotated[int, Field(alias="mo_cung_luc", ge=1, le=50)] = 3


def read_settings(folder: Path) -> HubSettings:
    """The settings in the class folder; the file is written with its defaults if it is missing.

    Raises HubError with the first mistake in the file.
    """
    path = folder / FILE_NAME
    if not path.exists():
        path.write_text(DEFAULT_TEXT, encoding="utf-8", newline="\n")
    try:
        return HubSettings.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise HubError(
            f"Tệp {FILE_NAME} viết sai cách nên không đọc được ({error}); anh/chị sửa lại, hoặc "
            "xóa tệp để máy tạo lại bản mặc định."
        ) from error
    except ValidationError as error:
        spot = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise HubError(
            f"Tệp {FILE_NAME}: mục “{spot}” có giá trị không dùng được; anh/chị xem lời ghi trong "
            "tệp, sửa lại, hoặc xóa tệp để máy tạo lại bản mặc định."
        ) from error
