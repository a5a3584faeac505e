"""The Vietnamese words for visits to families: what happened, what is waited for, why it failed."""

from __future__ import annotations

from office_sim.log import EventKind

MISSED_VI = {
    "moved": "gia đình đã chuyển đi nơi khác",
    "hospital": "người được thăm đang nằm viện, nhà khóa cửa",
    "not_home": "không ai ở nhà vì không được báo trước",
    "too_late": "đoàn đến không kịp trong ngày",
    "called_off": "chuyến thăm bị bỏ",
    "unscheduled": "đã chọn thăm mà không có trong lịch của đoàn nào",
}

VISIT_THING_VI = {
    EventKind.PURPOSE_PROPOSED: "mục đích, yêu cầu của đợt thăm",
    EventKind.LIST_CHECKED: "danh sách được đối chiếu",
    EventKind.OVERLAP_CLEARED: "ý kiến của nơi có đoàn khác cùng đi",
    EventKind.FAMILIES_CHOSEN: "danh sách gia đình thăm trực tiếp",
    EventKind.ROUTE_PLANNED: "lịch trình các đoàn",
    EventKind.CARS_BOOKED: "xe cho các đoàn",
    EventKind.BUDGET_PROPOSED: "dự toán kinh phí",
    EventKind.ADVANCE_PAID: "tiền tạm ứng",
    EventKind.GIFTS_PREPARED: "phong bì quà",
    EventKind.VISIT_DAY_CLOSED: "các đoàn đi thăm về",
    EventKind.GIFTS_SIGNED: "danh sách ký nhận quà",
    EventKind.WISHES_NOTED: "sổ ghi nguyện vọng",
    EventKind.WISHES_REGISTERED: "nguyện vọng được vào sổ",
}

VISIT_EVENT_VI = {
    EventKind.PURPOSE_PROPOSED: "{actor} đề xuất mục đích, yêu cầu của đợt thăm",
    EventKind.SHEETS_PREPARED: "{actor} lập xong phiếu thông tin từng gia đình",
    EventKind.TALK_PREPARED: "{actor} soạn xong lời thăm hỏi",
    EventKind.MEDIA_PLANNED: "{actor} hẹn xong việc đưa tin",
    EventKind.CONTINGENCY_PLANNED: "{actor} lập xong phương án dự phòng",
    EventKind.FAMILIES_INFORMED: "{actor} báo xong các gia đình và các thôn",
    EventKind.ADVANCE_PAID: "{actor} làm xong tạm ứng kinh phí",
    EventKind.VISITS_FOLLOWED: "{actor} trực điều hành, nối các đoàn với nhau",
    EventKind.GIFTS_SIGNED: "{actor} lo xong việc ký nhận quà",
    EventKind.WISHES_NOTED: "{actor} ghi xong nguyện vọng của các gia đình",
    EventKind.WISHES_REGISTERED: "{actor} vào sổ xong nguyện vọng, đơn thư nhận được khi đi thăm",
    EventKind.WISHES_ROUTED: "{actor} chuyển xong từng nguyện vọng, đơn thư tới nơi có trách nhiệm",
    EventKind.MISSED_VISITED: "{actor} cùng lãnh đạo thăm bù các gia đình lỡ hẹn",
    EventKind.MONEY_SETTLED: "{actor} làm xong quyết toán",
    EventKind.THANKS_SENT: "{actor} gửi xong lời cảm ơn",
    EventKind.REVIEW_HELD: "{actor} tổ chức xong buổi rút kinh nghiệm",
}
