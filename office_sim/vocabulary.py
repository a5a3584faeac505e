"""The Vietnamese words for what an office holds: marks, states, events, things waited for."""

from __future__ import annotations

from office_sim.log import EventKind
from office_sim.papers import PaperState, Secrecy, Urgency
from office_sim.visit_vocabulary import VISIT_EVENT_VI, VISIT_THING_VI

SECRECY_VI = {
    Secrecy.OPEN: "không mật",
    Secrecy.SECRET: "MẬT (mô phỏng)",
    Secrecy.HIGHLY_SECRET: "TỐI MẬT (mô phỏng)",
    Secrecy.TOP_SECRET: "TUYỆT MẬT (mô phỏng)",
}

URGENCY_VI = {
    Urgency.NORMAL: "thường",
    Urgency.URGENT: "KHẨN",
    Urgency.VERY_URGENT: "THƯỢNG KHẨN",
    Urgency.EXPRESS: "HỎA TỐC",
}

PAPER_STATE_VI = {
    PaperState.DRAFTED: "đã soạn",
    PaperState.APPRAISED: "đã thẩm định",
    PaperState.SUBMITTED: "đã trình",
    PaperState.APPROVED: "đã duyệt",
    PaperState.SIGNED: "đã ký",
    PaperState.SEALED: "đã đóng dấu",
    PaperState.REGISTERED: "đã vào sổ",
    PaperState.COPIED: "đã nhân bản",
    PaperState.ISSUED: "đã gửi đi",
    PaperState.RECEIVED: "nơi nhận đã nhận",
    PaperState.HANDED_OUT: "đã phát tại phòng họp",
    PaperState.TAKEN_BACK: "đã thu hồi",
}

EQUIPMENT_VI = {
    "loa": "loa",
    "may_chieu": "máy chiếu",
    "may_phat": "máy phát điện",
    "dien": "nguồn điện",
    "duong_truyen": "đường truyền",
}

# What somebody waits for, as it stands after "chờ": {paper} is the paper's short title,
# {task} the title of the task that is awaited.
THING_VI = {
    EventKind.REQUEST_CLARIFIED: "yêu cầu được làm rõ",
    EventKind.CONVENING_DECIDED: "quyết định triệu tập hội nghị",
    EventKind.OUTCOME_PROPOSED: "đề xuất loại văn bản kết quả",
    EventKind.PAPERS_ASSIGNED: "việc giao chuẩn bị tài liệu",
    EventKind.AGENDA_PROPOSED: "dự kiến chương trình hội nghị",
    EventKind.LIST_PROPOSED: "danh sách đề nghị mời",
    EventKind.LIST_SUBMITTED: "danh sách được trình",
    EventKind.LIST_APPROVED: "danh sách được duyệt",
    EventKind.EXCEPTION_REQUESTED: "đề nghị cho trường hợp đặc biệt",
    EventKind.EXCEPTION_APPROVED: "ý kiến đồng ý cho trường hợp đặc biệt",
    EventKind.PAPER_DRAFTED: "bản soạn “{paper}”",
    EventKind.PAPER_APPRAISED: "ý kiến thẩm định “{paper}”",
    EventKind.PAPER_SUBMITTED: "“{paper}” được trình",
    EventKind.PAPER_APPROVED: "“{paper}” được duyệt",
    EventKind.PAPER_SIGNED: "chữ ký trên “{paper}”",
    EventKind.PAPER_SEALED: "“{paper}” được đóng dấu",
    EventKind.PAPER_REGISTERED: "“{paper}” được vào sổ, lấy số",
    EventKind.PAPER_COPIED: "các bản sao “{paper}”",
    EventKind.PAPER_ISSUED: "“{paper}” được gửi đi",
    EventKind.PAPER_HANDED_OUT: "“{paper}” được phát tại phòng họp",
    EventKind.PAPER_TAKEN_BACK: "“{paper}” được thu hồi",
    EventKind.INVITATIONS_SENT: "giấy mời được gửi",
    EventKind.CONFIRMATION_DONE: "việc gọi xác nhận xong",
    EventKind.QUORUM_REPORTED: "báo cáo số lượng dự họp",
    EventKind.ROOM_BOOKED: "chỗ cho {meeting} được đặt",
    EventKind.EQUIPMENT_CHECKED: "thiết bị được chạy thử",
    EventKind.MEETING_OPENED: "{meeting} khai mạc",
    EventKind.MEETING_CLOSED: "{meeting} kết thúc",
    EventKind.ATTENDANCE_TAKEN: "kết quả điểm danh",
    EventKind.MINUTES_TAKEN: "bản ghi tại {meeting}",
    EventKind.MINUTES_COMPLETED: "biên bản hoàn chỉnh",
    EventKind.OPINIONS_COLLECTED: "bản tổng hợp ý kiến",
    EventKind.CONCLUSION_DRAFTED: "dự thảo kết luận",
    EventKind.FILE_COMPILED: "hồ sơ công việc",
    EventKind.WORK_DONE: "việc “{task}” làm xong",
    **VISIT_THING_VI,
}

# What happened, for the kinds that need no more than names: {actor} who did it, {paper} the paper
# it is about, {task} the task. The others are told in office_sim/sentences.py.
EVENT_VI = {
    EventKind.CASE_STARTED: "tình huống bắt đầu",
    EventKind.CASE_ENDED: "tình huống kết thúc",
    EventKind.INJECT_SKIPPED: "giảng viên bỏ qua một tình tiết",
    EventKind.INJECT_DELAYED: "giảng viên lùi một tình tiết",
    EventKind.ORDER_STARTED: "{actor} bắt tay vào việc “{task}”",
    EventKind.ORDER_DONE: "{actor} làm xong việc “{task}”",
    EventKind.REQUEST_CLARIFIED: "{actor} đã hỏi lại để làm rõ yêu cầu",
    EventKind.CONVENING_DECIDED: "đã có quyết định triệu tập hội nghị, {actor} trình",
    EventKind.OUTCOME_PROPOSED: "{actor} đề xuất loại văn bản kết quả của hội nghị",
    EventKind.PAPERS_ASSIGNED: "{actor} giao chuẩn bị “{paper}”",
    EventKind.AGENDA_PROPOSED: "{actor} dự kiến xong chương trình hội nghị",
    EventKind.LIST_PROPOSED: "{actor} lập xong danh sách đề nghị mời",
    EventKind.LIST_SUBMITTED: "{actor} trình danh sách mời",
    EventKind.LIST_APPROVED: "{actor} duyệt danh sách mời",
    EventKind.EXCEPTION_REQUESTED: "{actor} trình xin cho trường hợp đặc biệt",
    EventKind.EXCEPTION_APPROVED: "{actor} đồng ý cho trường hợp đặc biệt",
    EventKind.INFORMATION_GIVEN: "{actor} báo cáo thông tin bổ sung",
    EventKind.PAPER_DRAFTED: "{actor} soạn xong “{paper}”",
    EventKind.PAPER_SUBMITTED: "{actor} trình “{paper}”",
    EventKind.PAPER_APPROVED: "{actor} duyệt “{paper}”",
    EventKind.PAPER_SIGNED: "{actor} ký “{paper}”",
    EventKind.PAPER_SEALED: "{actor} đóng dấu “{paper}”",
    EventKind.PAPER_COPIED: "{actor} nhân bản xong “{paper}”",
    EventKind.PAPER_HANDED_OUT: "{actor} phát “{paper}” tại phòng họp",
    EventKind.PAPER_TAKEN_BACK: "{actor} thu hồi “{paper}”",
    EventKind.PERSON_CONFIRMED: "{actor} xác nhận sẽ dự",
    EventKind.PERSON_DECLINED: "{actor} báo không dự được",
    EventKind.PERSON_AWAY: "{actor} tạm vắng",
    EventKind.LOGISTICS_ARRANGED: "{actor} lo xong hậu cần cho {meeting}",
    EventKind.READINESS_CHECKED: "{actor} kiểm tra xong trước giờ khai mạc",
    EventKind.EQUIPMENT_FAILED: "thiết bị trong phòng họp có sự cố",
    EventKind.ATTENDANCE_TAKEN: "{actor} điểm danh xong, báo cáo chủ trì",
    EventKind.MEETING_CLOSED: "{meeting} kết thúc",
    EventKind.MINUTES_COMPLETED: "{actor} hoàn chỉnh xong biên bản",
    EventKind.OPINIONS_COLLECTED: "{actor} tổng hợp xong ý kiến thảo luận",
    EventKind.CONCLUSION_DRAFTED: "{actor} dự thảo xong kết luận",
    EventKind.FILE_COMPILED: "{actor} lập xong hồ sơ",
    EventKind.FOLLOW_UP_PLANNED: "{actor} lập xong kế hoạch triển khai, theo dõi",
    EventKind.LEADER_ASKED: "{actor} báo cáo, xin ý kiến lãnh đạo",
    EventKind.WORK_HANDED_OVER: "{actor} nhận bàn giao công việc",
    EventKind.WORK_DONE: "{actor} làm xong việc “{task}”",
    **VISIT_EVENT_VI,
}
