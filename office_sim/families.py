"""Families of persons of merit: who they are, how they live, and what is wrong in their list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Category(StrEnum):
    """Groups of persons of merit met in a commune; source: Pháp lệnh 02/2020/UBTVQH14."""

    MOTHER = "me_vnah"
    SUPPORTED_KIN = "than_nhan_tuat"
    KIN_OF_SEVERAL = "than_nhan_hai_liet_si"
    WAR_INVALID = "thuong_binh"
    SICK_SOLDIER = "benh_binh"
    CHEMICAL_VICTIM = "hoa_hoc"
    KIN = "than_nhan"
    WORSHIPPER = "tho_cung"


CATEGORY_VI = {
    Category.MOTHER: "Bà mẹ Việt Nam anh hùng",
    Category.SUPPORTED_KIN: "thân nhân liệt sĩ hưởng tuất nuôi dưỡng",
    Category.KIN_OF_SEVERAL: "thân nhân của hai liệt sĩ hưởng tuất",
    Category.WAR_INVALID: "thương binh",
    Category.SICK_SOLDIER: "bệnh binh",
    Category.CHEMICAL_VICTIM: "người kháng chiến nhiễm chất độc hóa học",
    Category.KIN: "đại diện thân nhân liệt sĩ",
    Category.WORSHIPPER: "người thờ cúng liệt sĩ",
}

CERTIFICATE_VI = {
    Category.MOTHER: "Bằng Bà mẹ Việt Nam anh hùng",
    Category.SUPPORTED_KIN: "Quyết định tuất nuôi dưỡng",
    Category.KIN_OF_SEVERAL: "Quyết định tuất, hai Bằng Tổ quốc ghi công",
    Category.WAR_INVALID: "Giấy chứng nhận thương binh",
    Category.SICK_SOLDIER: "Giấy chứng nhận bệnh binh",
    Category.CHEMICAL_VICTIM: "Giấy chứng nhận nhiễm chất độc hóa học",
    Category.KIN: "Giấy chứng nhận thân nhân liệt sĩ",
    Category.WORSHIPPER: "Quyết định thờ cúng liệt sĩ",
}

HARDSHIP_VI = ("ổn định", "còn khó khăn", "cận nghèo", "hộ nghèo, neo đơn")
WORST_OFF = 3
"""The hardship of those whom a visit must not leave out (0 to 3)."""


class Informant(StrEnum):
    """Who knows of a fault when asked."""

    OWNER = "owner"
    VILLAGE = "village"
    PROVINCE = "province"


class Fault(StrEnum):
    """What may be wrong with a row of the list. The learner is never shown it."""

    DOUBLE = "double"
    SPELLING = "spelling"
    TWO_CATEGORIES = "two_categories"
    DEATH = "death"
    MOVED = "moved"
    WRONG_CATEGORY = "wrong_category"
    PROVINCE = "province"


class Mark(StrEnum):
    """What the learner writes against a row when going through the list."""

    TWICE = "trung"
    TWO_CATEGORIES = "hai_dien"
    DEAD = "da_mat"
    MOVED = "chuyen_di"
    WRONG_CATEGORY = "sai_dien"
    OTHER_DELEGATION = "doan_khac"


MARK_OF = {
    Fault.DOUBLE: Mark.TWICE,
    Fault.SPELLING: Mark.TWICE,
    Fault.TWO_CATEGORIES: Mark.TWO_CATEGORIES,
    Fault.DEATH: Mark.DEAD,
    Fault.MOVED: Mark.MOVED,
    Fault.WRONG_CATEGORY: Mark.WRONG_CATEGORY,
    Fault.PROVINCE: Mark.OTHER_DELEGATION,
}

INFORMANT_OF = {
    Fault.DOUBLE: Informant.OWNER,
    Fault.SPELLING: Informant.OWNER,
    Fault.TWO_CATEGORIES: Informant.OWNER,
    Fault.WRONG_CATEGORY: Informant.OWNER,
    Fault.DEATH: Informant.VILLAGE,
    Fault.MOVED: Informant.VILLAGE,
    Fault.PROVINCE: Informant.PROVINCE,
}


@dataclass(frozen=True)
class Family:
    """One row of the list. All of it is invented.

    `number` is the row's place from 1; rows of one person share `person`. `percent` is the loss
    of working ability (0: none stated), `last_visit` the year of a leader's last visit (0: never).
    `fault` is what is wrong with the row, `told` what the one who knows says of it, and
    `true_category` what the papers show where the row names another.
    """

    id: str
    number: int
    name: str
    female: bool
    ethnic: str
    birth_year: int
    village: str
    category: Category
    certificate: str
    person: str
    percent: int = 0
    hardship: int = 0
    last_visit: int = 0
    weak: bool = False
    note: str = ""
    fault: Fault | None = None
    true_category: Category | None = None
    told: str = ""

    @property
    def right_category(self) -> Category:
        """The category by the papers."""
        return self.true_category or self.category

    @property
    def is_gone(self) -> bool:
        """Whether nobody can be visited there any more: dead, or moved away."""
        return self.fault in (Fault.DEATH, Fault.MOVED)

    @property
    def must_be_visited(self) -> bool:
        """Whether a visit must not leave them out: the mothers, and the worst-off."""
        return self.category is Category.MOTHER or self.hardship >= WORST_OFF

    def title(self, today_year: int) -> str:
        """The name with the word of respect: "cụ", "ông" or "bà"."""
        if today_year - self.birth_year >= 80:
            return f"cụ {self.name}"
        return f"{'bà' if self.female else 'ông'} {self.name}"


def true_marks(families: Iterable[Family]) -> dict[str, Mark]:
    """The marks that a list without any mistake left would carry, by row."""
    return {one.id: MARK_OF[one.fault] for one in families if one.fault is not None}


def marks_of(table: Mapping[str, Mapping[str, str]], column: str) -> dict[str, Mark]:
    """The learner's marks by row; what is no mark is passed over."""
    known = {mark.value: mark for mark in Mark}
    given = {row: cells.get(column, "") for row, cells in table.items()}
    return {row: known[mark] for row, mark in given.items() if mark in known}
