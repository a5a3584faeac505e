"""The first sheet of the form: what a trainer reads before filling it in."""

from __future__ import annotations

from grading.case_form.layout import FIRST_ROW
from grading.case_form.sentences import ALL
from scenarios.typed import typed

GUIDE_LINES: tuple[tuple[str, str], ...] = (
    ("Mẫu này để làm gì", "Điền xong, bộ học liệu làm ra một tình huống chơi được ngay trên trang: "
     "đề bài, người, việc, điều bất ngờ, câu hỏi, cách chấm, bài mẫu. Không phải viết mã."),
    ("Trước khi điền", "Viết ra giấy ba câu: chuyện gì xảy ra, văn phòng phải làm gì, sai ở đâu "
     "thì hại. Mọi tên người, địa danh, văn bản đều phải hư cấu; không đưa tài liệu thật vào mẫu."),
    ("1. Tình huống", "Tên, ngày giờ bắt đầu, kết thúc, đề bài. Đề bài phải có chữ “giả định” hoặc "
     "“hư cấu”."),
    ("2. Người", "Ai có mặt, chức vụ gì, ai nhận việc được, ai bận lúc nào."),
    ("3. Việc", "Những việc học viên giao được, kể cả việc không nên giao."),
    ("4. Tình tiết", "Điều bất ngờ: đến vào một giờ, hoặc sau khi xong một việc."),
    ("5. Lựa chọn", "Mỗi tình tiết ít nhất hai cách xử lý; đánh x ở cách đúng."),
    ("6. Câu hỏi", "Trả lời bằng chữ, bằng số hoặc chọn một phương án."),
    ("7. Bài mẫu", "Việc nào, ai làm, giao lúc nào. Bài mẫu phải làm được và đạt mọi tiêu chí."),
    ("8. Tiêu chí", "Chọn câu mẫu rồi điền vào chỗ …:\n"
     + "\n".join(f"• {one.text}" for one in ALL)),
    ("Cách điền", f"Dữ liệu bắt đầu ở hàng {FIRST_ROW}. Cột có dấu * phải điền. Ô có mũi tên thì "
     "chọn trong danh sách; danh sách lấy từ chính các trang đã điền. Trang nào không dùng thì để "
     "trống (tình huống không giao việc, không có tình tiết hoặc không có câu hỏi)."),
    ("Điểm và quy tắc", "Mỗi tiêu chí dẫn một quy tắc trong danh sách. Quy tắc ghi “(0 điểm)” còn "
     "cần đối chiếu bản gốc nên chỉ nhắc, không trừ điểm."),
    ("Làm tình huống", "Lưu tệp, rồi ở trang giảng viên, thẻ “Soạn tình huống”, chọn tệp, hoặc gõ "
     f"lệnh: {typed('case new', 'TÊN_TỆP.xlsx')}. Có lỗi thì mọi lỗi được nêu một lượt: trang nào, "
     "ô nào, sửa thế nào; sửa xong làm lại."),
    ("Tự kiểm tra", "Bài mẫu được chạy thử thật. Với mỗi tiêu chí, máy tự tìm một bài sai chỉ "
     "trượt đúng tiêu chí ấy; không tìm được thì báo, vì khi đó một lỗi sẽ bị trừ điểm hai lần."),
)  # fmt: skip
