"""The words that fill a form: office, people, meeting; blank ones leave room to write."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from grading.word.dates import hour_in_words, in_words
from grading.word.facts import CaseFacts

ROOM = "……"
"""What a blank form shows where something is to be written."""


@dataclass(frozen=True, slots=True)
class OfficeFields:
    """All words of an office and its meeting; the sample office is fictional.

    `earliest` is the first day on which a paper of it can be dated.
    """

    province: str = ROOM
    commune: str = ROOM
    head: str = ROOM
    deputy: str = ROOM
    chief: str = ROOM
    chair: str = ROOM
    chair_post: str = ROOM
    secretary: str = ROOM
    body: str = "Ban Thường vụ"
    subject: str = ROOM
    place: str = ROOM
    starts: datetime | None = None
    earliest: date | None = None

    @property
    def blank(self) -> bool:
        """Whether this fills nothing in."""
        return self.starts is None and self.subject == ROOM


SAMPLE = OfficeFields(
    province="An Lĩnh",
    commune="Suối Mây",
    head="Hoàng Văn Thái",
    deputy="Lê Thị Hạnh",
    chief="Trần Minh Tâm",
    chair="Hoàng Văn Thái",
    chair_post="Bí thư Đảng ủy",
    secretary="Trần Minh Tâm",
    subject="di dời dân ra khỏi vùng có nguy cơ sạt lở",
    place="Phòng họp số 1, trụ sở Đảng ủy xã Suối Mây",
    starts=datetime(2027, 3, 16, 14, 0),
)
"""The fictional office of xã Suối Mây, tỉnh An Lĩnh, and one fictional meeting."""


_POSTS = {SAMPLE.head: "Bí thư Đảng ủy", SAMPLE.deputy: "Phó Bí thư Thường trực Đảng ủy"}
"""The posts of those in the fictional office who chair meetings."""


def fields_for(facts: CaseFacts) -> OfficeFields:
    """The fictional office with a case's time, place, body and chair."""
    body = facts.body.removesuffix(" Đảng ủy") or SAMPLE.body
    return replace(
        SAMPLE, starts=facts.starts or SAMPLE.starts, place=facts.place or SAMPLE.place,
        body=body, chair=facts.chair or SAMPLE.chair, earliest=facts.issued_from,
        chair_post=_POSTS.get(facts.chair or SAMPLE.chair, "chủ trì hội nghị"),
    )  # fmt: skip


def words_for(fields: OfficeFields, family: str) -> dict[str, str]:
    """The words that a sample's {...} stand for, in a Party or a State office."""
    day = (
        in_words(fields.starts.date()) if fields.starts else f"ngày {ROOM} tháng {ROOM} năm {ROOM}"
    )
    hour = hour_in_words(fields.starts.time()) if fields.starts else f"{ROOM} giờ {ROOM}"
    words = {
        "province": fields.province, "commune": fields.commune, "head": fields.head,
        "deputy": fields.deputy, "chief": fields.chief, "chair": fields.chair,
        "chair_post": fields.chair_post, "secretary": fields.secretary,
        "subject": fields.subject, "place": fields.place, "day": day, "hour": hour,
        "day_caps": day[0].upper() + day[1:],
    }  # fmt: skip
    return words | (_state(fields) if family == "state" else _party(fields))


def _party(fields: OfficeFields) -> dict[str, str]:
    return {
        "body": fields.body, "body_caps": fields.body.upper(),
        "committee": f"Đảng ủy xã {fields.commune}",
        "committee_caps": f"ĐẢNG ỦY XÃ {fields.commune.upper()}",
        "office": "Văn phòng Đảng ủy", "members": f"ủy viên {fields.body}",
        "permanent": f"Thường trực Đảng ủy xã {fields.commune}", "partner": "Ủy ban nhân dân xã",
        "head_post": "BÍ THƯ", "head_title": "Bí thư Đảng ủy", "deputy_post": "PHÓ BÍ THƯ",
        "superior": f"ĐẢNG BỘ TỈNH {fields.province.upper()}",
        "superior_body": f"Tỉnh ủy {fields.province}",
        "issuer": f"ĐẢNG ỦY XÃ {fields.commune.upper()}", "org": "ĐU",
    }  # fmt: skip


def _state(fields: OfficeFields) -> dict[str, str]:
    deputy = "Nông Quốc Việt" if fields.head != ROOM else ROOM
    return {
        "body": "Ủy ban nhân dân", "body_caps": "ỦY BAN NHÂN DÂN",
        "committee": f"xã {fields.commune}", "committee_caps": f"XÃ {fields.commune.upper()}",
        "office": "Văn phòng Ủy ban nhân dân", "members": "Ủy ban nhân dân xã",
        "permanent": f"Chủ tịch Ủy ban nhân dân xã {fields.commune}",
        "partner": "các phòng chuyên môn của xã",
        "head_post": "CHỦ TỊCH", "head_title": "Chủ tịch", "deputy_post": "CHỦ TỊCH",
        "head": deputy, "deputy": deputy, "chair": deputy,
        "chair_post": "Chủ tịch Ủy ban nhân dân xã",
        "superior": f"TỈNH {fields.province.upper()}",
        "superior_body": f"Ủy ban nhân dân tỉnh {fields.province}",
        "issuer": f"ỦY BAN NHÂN DÂN XÃ {fields.commune.upper()}", "org": "UBND",
    }  # fmt: skip
