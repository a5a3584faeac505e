"""Faults with a cut of their own: page, head, number, date, text, signature, words."""

from __future__ import annotations

from grading.word.corpus.fault import Fault
from grading.word.corpus.head_cuts import (
    align,
    directive,
    drop,
    insert_kind,
    margin,
    mark,
    no_line,
    no_number,
    number_left,
    number_on_first,
    number_small,
    paper,
    say,
    swap_head,
    swap_issuer,
    swap_number,
)
from grading.word.corpus.text_cuts import (
    body_run,
    by_order,
    color,
    deputy,
    drop_first_recipient,
    drop_last_recipient,
    font,
    hidden,
    into_body,
    layout,
    left,
    legacy,
    no_body,
    no_gap,
    no_indent,
    one_signer,
    plain_article,
    replace_body,
    single,
    slant,
    small,
    state_ending,
    swap_end,
    tracked,
    wide,
)

_LETTERS = ("submission", "official_letter")
_FORMAL = ("report", "plan", "resolution", "submission")
_ARTICLES = ("decision",)

SPECIAL_FAULTS: tuple[Fault, ...] = (
    Fault("khổ Letter", "page.size", paper),
    Fault("lề trên 30", "page.margin_top", margin("top", 30)),
    Fault("lề dưới 12", "page.margin_bottom", margin("bottom", 12)),
    Fault("lề trái 20", "page.margin_left", margin("left", 20)),
    Fault("lề phải 25", "page.margin_right", margin("right", 25)),
    Fault("số trang bên trái", "page.number_align", number_left),
    Fault("số trang cỡ 10", "page.number_size", number_small),
    Fault("số trang ở trang đầu", "page.number_first", number_on_first),
    Fault("dài mà không số trang", "page.number_present", no_number, _FORMAL),
    Fault("phông Arial", "font.family", font("Arial")),
    Fault("phông .VnTime", "font.legacy", legacy, ("report", "plan", "invitation", "speech")),
    Fault("chữ đỏ", "font.color", color),
    Fault(
        "tiêu đề sai chữ", "title.text", say("title", lambda _: "ĐẢNG CỘNG SẢN VIỆT NAM MUÔN NĂM")
    ),
    Fault("không kẻ dưới tiêu đề", "title.line_below", no_line),
    Fault(
        "đầu trang đổi bên",
        "title.place",
        swap_head,
        also=("issuer.place", "title.place", "number.place", "date.place", "issuer.star"),
    ),
    Fault(
        "tên cơ quan sai bên",
        "issuer.place",
        swap_issuer,
        also=("title.place", "number.place", "date.place", "issuer.star"),
    ),
    Fault("số và ngày đổi bên", "number.place", swap_number, _FORMAL, ("date.place",)),
    Fault("ngày và số đổi bên", "date.place", swap_number, _FORMAL, ("number.place",)),
    Fault("thiếu dấu sao", "issuer.star", drop("star", "issuer")),
    Fault("số có hai chấm", "number.colon", say("number", lambda t: t.replace("Số ", "Số: "))),
    Fault("số kiểu nhà nước", "number.form", say("number", lambda t: t.replace("-", "/", 1))),
    Fault("số thiếu số 0", "number.padded", say("number", lambda t: "Số 5-" + t.split("-", 1)[1])),
    Fault(
        "sai ký hiệu",
        "number.symbol",
        say("number", lambda t: t.split("-")[0] + "-ĐA/" + t.split("/")[-1]),
        _FORMAL,
    ),
    Fault("ký hiệu cơ quan lạ", "number.body", say("number", lambda t: t.split("/")[0] + "/BTG")),
    Fault(
        "ngày viết gạch chéo",
        "date.form",
        say("date", lambda _: "Suối Mây, ngày 12/3 năm 2027"),
        _FORMAL,
    ),
    Fault(
        "ngày thiếu số 0",
        "date.padded",
        say("date", lambda _: "Suối Mây, ngày 5 tháng 02 năm 2027"),
        _FORMAL,
    ),
    Fault(
        "tháng thiếu số 0",
        "date.padded",
        say("date", lambda _: "Suối Mây, ngày 15 tháng 2 năm 2027"),
        _FORMAL,
    ),
    Fault(
        "ngày không có thật",
        "date.real",
        say("date", lambda _: "Suối Mây, ngày 31 tháng 4 năm 2027"),
        _FORMAL,
    ),
    Fault("tên loại lệch trái", "kind.align", align("kind")),
    Fault(
        "công văn ghi tên loại", "kind.letter", insert_kind, ("official_letter",), ("kind.present",)
    ),
    Fault("tên loại thiếu dấu", "kind.spelled", say("kind", lambda _: "KE HOACH"), ("plan",)),
    Fault("tên loại sai dấu", "kind.spelled", say("kind", lambda _: "BÁO CAO"), ("report",)),
    Fault("tên loại sai dấu", "kind.spelled", say("kind", lambda _: "GIẤY MƠI"), ("invitation",)),
    Fault(
        "trích yếu lệch trái", "abstract.align", align("abstract"), ("report", "plan", "decision")
    ),
    Fault("thiếu gạch nối", "abstract.dashes", drop("dashes", "abstract"), _FORMAL),
    Fault("ba gạch nối", "abstract.dashes", say("dashes", lambda _: "---"), _FORMAL),
    Fault("khẩn chữ thường", "urgency.caps", mark("Khẩn"), _FORMAL),
    Fault("mật chữ thường", "secrecy.caps", mark("Mật"), _FORMAL),
    Fault("chỗ ký đổi bên", "authority.place", swap_end, _FORMAL, ("recipients.place",)),
    Fault("nơi nhận đổi bên", "recipients.place", swap_end, _FORMAL, ("authority.place",)),
    Fault("không có nội dung", "body.present", no_body, _FORMAL, ("*",)),
    Fault(
        "trích yếu công văn thiếu chữ",
        "letter_abstract.words",
        say("letter_abstract", lambda t: t.replace("Về việc ", "")),
        ("official_letter",),
    ),
    Fault(
        "sai lời kính gửi",
        "addressee.word",
        say(
            "addressee",
            lambda t: (
                t.replace("Kính trình", "Kính gửi")
                if "trình" in t[:11]
                else t.replace("Kính gửi", "Kính trình")
            ),
        ),
        _LETTERS,
    ),
    Fault("đoạn cỡ 12", "body.size", body_run(small)),
    Fault("đoạn in nghiêng", "body.italic", body_run(slant)),
    Fault("không thụt dòng", "body.indent", layout(no_indent)),
    Fault("không canh đều", "body.align", layout(left, 120)),
    Fault("cách dòng đơn", "body.line_rule", layout(single)),
    Fault("cách dòng 28", "body.line", layout(wide)),
    Fault("đoạn dính nhau", "body.gap", no_gap),
    Fault("kết thúc ./.", "body.ending", state_ending, _FORMAL),
    Fault("điều không đậm", "heading.bold", plain_article, _ARTICLES),
    Fault(
        "TM. kiểu nhà nước",
        "authority.form",
        say("authority", lambda t: t.replace("T/M ", "TM. ").replace("T/L ", "TL. ")),
    ),
    Fault("ban thường vụ ra chỉ thị", "authority.kind", directive, _ARTICLES, ("kind.unknown",)),
    Fault(
        "nghị quyết ký T/L", "signing.allowed", by_order, ("resolution", "conclusion", "decision")
    ),
    Fault(
        "phó bí thư ký K/T",
        "signing.deputy",
        deputy,
        ("resolution", "plan", "decision"),
        ("signing.allowed",),
    ),
    Fault("biên bản một chữ ký", "signing.minutes", one_signer, ("minutes",)),
    Fault("học vị trước tên", "signer.academic", say("signer", lambda t: f"ThS. {t}")),
    Fault("không Như trên", "recipients.first", drop_first_recipient, _LETTERS),
    Fault("không nơi lưu", "recipients.last", drop_last_recipient),
    Fault("khẩn sai bên", "urgency.place", mark("KHẨN", right=True), _FORMAL),
    Fault("khẩn không đậm", "urgency.bold", mark("KHẨN", bold=False), _FORMAL),
    Fault("khẩn cỡ 11", "urgency.size", mark("HỎA TỐC", size=11), _FORMAL),
    Fault("mức khẩn lạ", "urgency.text", mark("KHẨN CẤP"), _FORMAL),
    Fault("độ mật lạ", "secrecy.text", mark("BÍ MẬT"), _FORMAL),
    Fault("còn chỗ trống", "text.blank", into_body("Do đồng chí …… phụ trách.")),
    Fault(
        "đoạn không dấu",
        "text.diacritics",
        replace_body("De nghi cac dong chi sap xep cong viec, thuc hien nghiem tuc noi dung tren."),
    ),
    Fault("sai chính tả", "text.spelling", into_body("Các đơn vị bám xát cơ sở.")),
    Fault("số căn cước", "text.personal", into_body("Số căn cước 001085012345.")),
    Fault("còn dấu sửa", "text.changes", tracked),
    Fault("chữ ẩn", "text.hidden", hidden),
)
