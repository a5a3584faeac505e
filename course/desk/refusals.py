"""What the desk refuses, each in one sentence that names the way out."""

from __future__ import annotations


class DeskError(Exception):
    """Something cannot be done; the message is one Vietnamese sentence with the way out."""


class NewerWorkError(DeskError):
    """Another window has saved since; its work has been taken over."""


NEWER_VI = (
    "Trang này đã nạp bản mới hơn của cửa sổ ấy; thay đổi vừa rồi ở đây chưa được ghi, "
    "anh/chị xem lại rồi làm lại nếu còn cần."
)
LOCKED_VI = (
    "Việc này đã qua giờ nên không sửa được nữa; muốn làm khác, anh/chị dùng “Quay lại lúc…”."
)
LOCKED_TABLE_VI = (
    "Tình huống đã đi tới lúc bảng này chỉ còn xem được; muốn sửa, anh/chị dùng “Quay lại lúc…”."
)
GONE_VI = "Việc này không còn trong kế hoạch."
NO_EXAMPLE_VI = "Mức này không có cách làm mẫu; anh/chị xem lại nhận xét và gợi ý của tiêu chí."
BEGUN_VI = (
    "Bài này đã bắt đầu nên lựa chọn ở đầu trang không đổi nữa; anh/chị mở bài ở một thư mục mới "
    "để chọn lại."
)
OTHER_EDITION_VI = (
    "Bài trong thư mục này làm ở {}, trong khi trang này giao {}; bài nộp sẽ không được chấm theo "
    "bài được giao. Anh/chị mở bài được giao ở một thư mục mới."
)
NOTHING_WAITS_VI = "Hiện không có tình tiết nào chờ anh/chị quyết định."
NO_CHOICE_VI = "Anh/chị chọn một cách xử lý rồi bấm “Quyết định”."
DECIDE_FIRST_VI = "Có tình tiết đang chờ; anh/chị quyết định rồi văn phòng chạy tiếp."
NO_DOCUMENT_VI = "Tình huống này không cần văn bản đó."
TOO_LARGE_VI = "Tệp lớn quá 5 MB; anh/chị bỏ bớt ảnh trong tệp, lưu lại dạng .docx rồi chọn lại."
FINISHED_VI = "Tình huống đã kết thúc; anh/chị mở “Nhận xét” để xem kết quả."
