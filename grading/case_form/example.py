"""The filled example: a morning before a meeting, as a trainer would write it into the form."""

from __future__ import annotations

from grading.case_form.layout import (
    CHOICES,
    CRITERIA,
    INJECTS,
    MARK,
    MODEL,
    NO,
    NUMBER,
    PEOPLE,
    PICK,
    QUESTIONS,
    TASKS,
    YES,
)  # fmt: skip
from grading.case_form.sentences import (
    ANSWER,
    BEFORE,
    BY_WHOM,
    CHOOSE,
    IN_TIME,
    MUST_DO,
    NOT_CHOOSE,
    NOT_DO,
    WITHIN,
)  # fmt: skip

Rows = tuple[tuple[str | int, ...], ...]

ABOUT_CASE = (
    "vang_hop_gap",
    "Tình huống: chiều họp, năm người báo vắng",
    "Ban Thường vụ họp lúc 14 giờ, gần giờ thì nhiều người báo vắng. Khoảng 20 phút.",
    "xã Suối Mây, tỉnh An Lĩnh (hư cấu)",
    "I.3.b.NV1.7.a",
    "12/10/2026 08:00",
    "12/10/2026 17:00",
    "**Tình huống giả định.** Xã Suối Mây, tên người và con số đều là hư cấu.\n"
    "Bây giờ là 8 giờ sáng thứ Hai. Ban Thường vụ Đảng ủy xã có 9 thành viên, họp lúc 14 giờ chiều "
    "nay. Chánh văn phòng dự giao ban ở tỉnh tới 11 giờ, giao anh/chị lo mọi việc của văn phòng.\n"
    "Anh/chị giao việc cho từng người, xử lý điều bất ngờ và trả lời hai câu hỏi.",
    "Mở đầu: hỏi lớp “Trước một cuộc họp, văn phòng sợ nhất điều gì?”.\n"
    "Dừng ở tình tiết năm người báo vắng: mỗi nhóm nói cách của mình trước khi chọn.\n"
    "Chốt: biết sớm, báo cáo ngay, người có thẩm quyền quyết định; văn phòng không tự quyết.",
)

_CALL, _REPORT = "Gọi xác nhận từng người dự họp", "Báo cáo thường trực số người dự họp"
_TRY, _PRINT = "Chạy thử loa, máy chiếu ở phòng họp", "In tài liệu, bảng điểm danh"
_TELL = "Báo ý kiến của thường trực cho từng người"
_LEAK = "Gửi tài liệu mật qua nhóm mạng xã hội cho người vắng"
_AWAY, _BROKEN = "Năm người báo vắng", "Máy chiếu không lên hình"
_ASK = "Báo cáo ngay thường trực, nêu rõ số người và xin ý kiến"
_HUSH = "Không nói với ai, đến giờ họp rồi tính"
_VOTES, _CALLER = "Số phiếu", "Ai triệu tập"
_STANDING = "Thường trực Đảng ủy"
_LAN, _LONG, _MAI, _KHOA = "Vũ Thị Lan", "Phạm Đức Long", "Đinh Thị Mai", "Bùi Văn Khoa"
_DAY = "12/10/2026"

ROWS: dict[str, Rows] = {
    PEOPLE: (
        ("Trần Minh Tâm", "chánh văn phòng", YES, f"{_DAY} 08:00", f"{_DAY} 11:00",
         "dự giao ban ở tỉnh"),
        (_LAN, "phó chánh văn phòng", YES),
        (_LONG, "chuyên viên tổng hợp", YES),
        (_MAI, "văn thư", YES),
        (_KHOA, "kế toán", YES),
        ("Lê Thị Hạnh", "phó bí thư thường trực", NO),
    ),
    TASKS: (
        (_CALL, 40, "chuyên viên tổng hợp", "phó chánh văn phòng", "",
         "Chín cuộc gọi, mỗi cuộc chừng bốn phút."),
        (_REPORT, 10, "chánh văn phòng", "phó chánh văn phòng", _CALL,
         "Có số liệu rồi mới báo cáo được."),
        (_TRY, 30, "kế toán", "chuyên viên tổng hợp", "", ""),
        (_PRINT, 30, "văn thư", "", "", ""),
        (_TELL, 20, "chuyên viên tổng hợp", "phó chánh văn phòng", "", ""),
        (_LEAK, 10, "văn thư", "", "", ""),
    ),
    INJECTS: (
        (_AWAY, "Gọi xong chín người thì năm người báo vắng: hai người ốm, ba người đi công tác. "
         "Chỉ còn bốn người dự.", _LONG, "", _CALL),
        (_BROKEN, "Chạy thử thì máy chiếu ở phòng họp không lên hình, phòng bên có máy khác.",
         _KHOA, f"{_DAY} 10:30", ""),
    ),
    CHOICES: (
        (_AWAY, "Chờ tới sát giờ xem ai đến thêm", "14 giờ chỉ có bốn người; không họp được."),
        (_AWAY, _ASK, "Thường trực xem ngay, cho ý kiến dời cuộc họp sang sáng mai.", MARK),
        (_AWAY, "Văn phòng tự nhắn mọi người dời sang sáng mai",
         "Thường trực hỏi ai cho dời; hai người đã đổi lịch theo tin nhắn."),
        (_BROKEN, "Gọi thợ sửa, chờ thợ tới", "Thợ hẹn chiều; vẫn còn máy phòng bên."),
        (_BROKEN, "Mượn máy phòng bên, chạy thử lại ngay", "Máy mượn chạy tốt.", MARK),
        (_BROKEN, _HUSH, "Tới giờ họp cả phòng ngồi chờ hai mươi phút."),
    ),
    QUESTIONS: (
        (_VOTES, "Ban Thường vụ có 9 thành viên đương nhiệm. Quyết định của hội nghị cần ít nhất "
         "bao nhiêu phiếu tán thành?", NUMBER, "", 5, "5 phiếu"),
        (_CALLER, "Ai quyết định triệu tập cuộc họp Ban Thường vụ?", PICK,
         f"{_STANDING}\nChánh văn phòng\nChủ tịch Ủy ban nhân dân xã", _STANDING, ""),
    ),
    MODEL: (
        (_CALL, _LONG, f"{_DAY} 08:10"),
        (_PRINT, _MAI, f"{_DAY} 08:15"),
        (_TRY, _KHOA, f"{_DAY} 09:00"),
        (_REPORT, _LAN, f"{_DAY} 08:55"),
        (_TELL, _LONG, f"{_DAY} 11:00"),
    ),
    CRITERIA: (
        (IN_TIME.text, _CALL, f"{_DAY} 10:00", "", "Biết sớm ai dự, ai vắng", 2, "HN05",
         "Gọi xác nhận ngay từ đầu giờ thì còn kịp báo cáo, xin ý kiến và sắp xếp lại."),
        (WITHIN.text, _AWAY, _REPORT, 60, "Báo cáo kịp thời sau tin báo vắng", 3, "HN05",
         "Thấy không đủ số lượng cần thiết để họp thì báo cáo, xin ý kiến thường trực ngay."),
        (CHOOSE.text, _AWAY, _ASK, "", "Xử lý đúng khi nhiều người báo vắng", 3, "HN05",
         "Văn phòng báo cáo và xin ý kiến; dời hay không do người có thẩm quyền quyết định."),
        (BY_WHOM.text, _REPORT, _LAN, "", "Đúng người đi báo cáo", 1, "HN17",
         "Chánh văn phòng đi vắng thì phó chánh văn phòng thay mặt báo cáo thường trực."),
        (BEFORE.text, _REPORT, _TELL, "", "Đúng thứ tự trước sau", 2, "HN18",
         "Có ý kiến của thường trực rồi mới báo cho từng người; báo trước là báo sai."),
        (NOT_DO.text, _LEAK, "", "", "Giữ bí mật tài liệu", 3, "HT01",
         "Mạng Internet chỉ dùng cho văn bản không mật; người vắng nhận tài liệu theo đường khác."),
        (MUST_DO.text, _TRY, "", "", "Chuẩn bị điều kiện phòng họp", 1, "HN06",
         "Chạy thử buổi sáng thì máy hỏng vẫn còn thời gian thay."),
        (NOT_CHOOSE.text, _BROKEN, _HUSH, "", "Không để trục trặc tới giờ họp", 2, "HN07",
         "Trước giờ khai mạc phải kiểm tra, khắc phục xong; im lặng là để cả hội nghị chờ."),
        (ANSWER.text, _VOTES, "", "", "Tính đúng số phiếu cần có", 1, "DL03",
         "Hơn một nửa của 9 là từ 5 phiếu, tính trên tổng số thành viên đương nhiệm."),
        (ANSWER.text, _CALLER, "", "", "Nắm đúng thẩm quyền triệu tập", 1, "DL02",
         "Thường trực cấp ủy quyết định triệu tập các kỳ họp của ban thường vụ."),
    ),
}  # fmt: skip
