"""Why an installation cannot go on, in Vietnamese: one sentence with what happened and what to do.

The words of pip and of the operating systems are recognised by patterns; what none of them knows
gets a general sentence, and the log has the details.
"""

import re

_REASONS = (
    # Causes stand before their consequences: the first pattern that is found wins.
    (
        r"No space left|Errno 28|WinError 112|not enough space",
        "Ổ đĩa đã đầy: anh/chị xóa bớt tệp (cần khoảng 1,5 GB trống) rồi chạy lại.",
    ),
    (
        r"Long Path|name is too long|name too long|WinError 206",
        "Đường dẫn quá dài: anh/chị chuyển thư mục này tới một chỗ có tên ngắn hơn, ví dụ "
        "C:\\vanphong, rồi chạy lại.",
    ),
    (
        r"WinError 32\b|being used by another process",
        "Có chương trình đang dùng thư mục .venv: anh/chị đóng các cửa sổ khóa học đang mở rồi "
        "chạy lại.",
    ),
    (
        r"Permission ?(?:denied|Error)|Errno 13\b|WinError 5\b|Access is denied|Read-only file|"
        r"Operation not permitted",
        "Không có quyền ghi vào thư mục này: anh/chị chuyển cả thư mục vào nơi mình được ghi "
        "(ví dụ thư mục Tài liệu) rồi chạy lại.",
    ),
    (
        r"DO NOT MATCH THE HASHES",
        "Một gói không đúng mã kiểm tra nên không được cài: anh/chị chạy lại bằng mạng khác; nếu "
        "dùng thư mục wheels thì chép lại thư mục đó.",
    ),
    (
        r"NewConnectionError|Connection(?:Error| refused| reset| aborted)|Retrying \(|timed out|"
        r"ProxyError|SSLError|getaddrinfo|name resolution|Network is unreachable",
        "Không tải được các gói vì máy không vào được Internet hoặc mạng chặn: anh/chị kiểm tra "
        "mạng rồi chạy lại, hoặc chép thư mục wheels đã chuẩn bị sẵn vào cạnh tệp start.py.",
    ),
    (
        r"No matching distribution found for ([\w.-]+)",
        "Không có gói {} dùng được trên máy này (hệ điều hành hoặc bản Python khác với lúc chuẩn "
        "bị): anh/chị dùng bản Python ghi trong HUONG-DAN.md, hoặc chuẩn bị lại thư mục wheels.",
    ),
    (
        r"(?:No such file or directory|FileNotFoundError).*?(requirements\.lock|pyproject\.toml)",
        "Thư mục của bộ học liệu thiếu tệp {}: anh/chị giải nén hoặc chép lại cả thư mục rồi chạy "
        "lại.",
    ),
    (
        r"ensurepip|No module named '?(?:venv|pip)",
        "Python trên máy thiếu phần tạo môi trường riêng (venv, ensurepip): trên Debian, Ubuntu "
        "anh/chị chạy “sudo apt install python3-venv”, trên máy khác cài lại Python từ python.org.",
    ),
)
_UNKNOWN = (
    "Việc cài đặt dừng lại vì một lỗi ngoài dự kiến: anh/chị chạy lại; nếu vẫn lỗi thì gửi tệp "
    "ghi chi tiết cho người hỗ trợ."
)


class InstallationError(Exception):
    """The kit cannot be installed; the message is for the user, in Vietnamese."""


def reason(text: str) -> str:
    """The sentence for what pip or the operating system said."""
    for pattern, sentence in _REASONS:
        found = re.search(pattern, text, re.IGNORECASE)
        if found:
            return sentence.format(*found.groups())
    return _UNKNOWN
