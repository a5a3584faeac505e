"""What a person does on the desk's page: give an order, let the office run, decide."""

from typing import Any

from . import seen

ROOM = ("Đặt phòng họp", ["Hội trường tầng 1"], "kế toán Bùi Văn Khoa")


def give(page: Any, task: str, picks: list[str], who: str, hour: str) -> None:
    seen.tab(page, "Giao việc")
    seen.pick(page, "Việc", task)
    for words in picks:
        seen.choose(page, words)
    seen.pick(page, "Ai làm", who)
    seen.field(page, "Lúc").value = hour
    seen.press(page, "Giao việc")


def run(page: Any) -> None:
    seen.press(page, "Cho văn phòng chạy tới việc kế tiếp")


def decide(page: Any, choice: str) -> None:
    seen.choose(page, choice)
    seen.press(page, "Quyết định")
    seen.press(page, "Đồng ý, quyết định")
