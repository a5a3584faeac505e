"""Patterns that give answers away, and questions that say the same, over whole files."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from course.quiz.items import Ordering, Several, Single, choices
from course.quiz.mistakes import Mistake
from course.quiz.question import Question

FEWEST = 5
"""With fewer single-choice questions in a file a pattern says nothing."""
LONGEST_SHARE = 0.5
SHORTEST_SHARE = 0.6
SAME_PLACE_SHARE = 0.6
SAME_RANK_SHARE = 0.75
SAME_RANK_FEWEST = 8
"""With fewer questions of one size a rank by length says nothing."""
MUCH_LONGER = 1.8
"""A right choice this many times as long as the longest wrong one gives itself away."""
SAME_STEM = 0.85
"""Share of common words from which two stems count as the same question."""
SAME_CHOICES = 0.5
ECHO = 5
"""So many words of the question in a row, in the right choice alone, give it away."""
TASK_KINDS = ("matching", "ordering", "paper")
"""Kinds whose stem may be the same sentence in many questions."""

_PUNCTUATION = '.,;:?!“”"()'


def find(questions: Sequence[Question]) -> list[Mistake]:
    """Every pattern in these questions; what is compared file by file says so in its words."""
    by_file: dict[str, list[tuple[str, Single]]] = defaultdict(list)
    for question in questions:
        for part in question.parts():
            if isinstance(part, Single):
                by_file[question.file].append((question.id, part))
    found = [mistake for file, singles in by_file.items() for mistake in _of_file(file, singles)]
    for question in questions:
        found += [*_mixed_capitals(question), *_echoes(question)]
    return found + list(_same_stems(questions))


def _of_file(file: str, singles: Sequence[tuple[str, Single]]) -> Iterator[Mistake]:
    for question_id, single in singles:
        right, wrongs = _lengths(single)
        if right > MUCH_LONGER * max(wrongs):
            yield Mistake(
                file,
                f"câu {question_id}",
                "phương án đúng dài hơn hẳn nên lộ đáp án",
                "rút gọn phương án đúng, hoặc viết phương án sai cụ thể như thật",
            )
    if len(singles) < FEWEST:
        return
    lengths = [_lengths(single) for _, single in singles]
    longest = sum(right > max(wrongs) for right, wrongs in lengths)
    shortest = sum(right < min(wrongs) for right, wrongs in lengths)
    total = len(singles)
    if longest > LONGEST_SHARE * total:
        problem = f"{longest} trong {total} câu một đáp án có phương án đúng dài nhất"
        yield Mistake(file, "", problem, "rút gọn phương án đúng, viết phương án sai đầy đặn hơn")
    if shortest > SHORTEST_SHARE * total:
        problem = f"{shortest} trong {total} câu một đáp án có phương án đúng ngắn nhất"
        yield Mistake(file, "", problem, "để dài ngắn xen kẽ")
    yield from _same_rank(file, [one for _, one in singles])
    places = Counter(_place(single) for _, single in singles)
    place, times = places.most_common(1)[0]
    if times > SAME_PLACE_SHARE * total:
        problem = f"{times} trong {total} câu một đáp án có phương án đúng ở vị trí {place + 1}"
        yield Mistake(file, "", problem, "đổi chỗ các phương án, vì bản in không xáo")


def _same_rank(file: str, singles: Sequence[Single]) -> Iterator[Mistake]:
    """Right choices that are nearly always the second longest, say, of four."""
    ranks: dict[int, Counter[int]] = defaultdict(Counter)
    for single in singles:
        right, wrongs = _lengths(single)
        ranks[len(single.choice)][1 + sum(length > right for length in wrongs)] += 1
    for size, counted in sorted(ranks.items()):
        (rank, times), total = counted.most_common(1)[0], counted.total()
        if total >= SAME_RANK_FEWEST and times > SAME_RANK_SHARE * total:
            problem = f"{times} trong {total} câu {size} phương án có đáp án dài thứ {rank}"
            mend = "kéo dài, rút ngắn vài phương án để thứ bậc dài ngắn thay đổi"
            yield Mistake(file, "", problem, mend)


def _mixed_capitals(question: Question) -> Iterator[Mistake]:
    """Choices of which some begin with a capital: the small ones are not the first step."""
    for part in question.parts():
        if isinstance(part, Single | Several | Ordering):
            firsts = [text[0] for text, _ in choices(part) if text[0].isalpha()]
            if len({letter.isupper() for letter in firsts}) > 1:
                problem = "có phương án viết hoa, có phương án viết thường nên lộ thứ tự"
                mend = "viết hoa chữ đầu của mọi phương án"
                yield Mistake(question.file, f"câu {question.id}", problem, mend)


def _echoes(question: Question) -> Iterator[Mistake]:
    """Right choices that alone repeat a run of words from the question: one finds them by ear."""
    story = question.item().stem
    for part in question.parts():
        if not isinstance(part, Single):
            continue
        asked = _runs(story) | _runs(part.stem)
        right = asked & _runs(part.choice[_place(part)].text)
        wrong = {run for one in part.choice if not one.right for run in asked & _runs(one.text)}
        if right and not wrong:
            problem = f"chỉ phương án đúng lặp lại lời hỏi: “{' '.join(min(right))}”"
            mend = "nói bằng lời khác, hoặc cho một phương án sai cũng dùng cụm từ ấy"
            yield Mistake(question.file, f"câu {question.id}", problem, mend)


def _runs(text: str) -> set[tuple[str, ...]]:
    """Every run of `ECHO` words, without case and punctuation."""
    words = [word.strip(_PUNCTUATION) for word in text.casefold().split()]
    return {tuple(words[start : start + ECHO]) for start in range(len(words) - ECHO + 1)}


def _lengths(single: Single) -> tuple[int, list[int]]:
    """The length of the right choice and those of the wrong ones, in characters."""
    right = len(single.choice[_place(single)].text)
    return right, [len(choice.text) for choice in single.choice if not choice.right]


def _place(single: Single) -> int:
    return next(place for place, choice in enumerate(single.choice) if choice.right)


def _same_stems(questions: Sequence[Question]) -> Iterator[Mistake]:
    """Pairs of questions of one kind whose stems have nearly the same words.

    Where the stem is only the task ("Ghép mỗi việc với..."), the choices must be alike too.
    """
    for (one, of_one), (other, of_other) in combinations(
        [(question, _Words.of(question)) for question in questions], 2
    ):
        if one.item().kind != other.item().kind or not of_one.stem.alike(of_other.stem, SAME_STEM):
            continue
        if one.item().kind in TASK_KINDS and not of_one.choices.alike(
            of_other.choices, SAME_CHOICES
        ):
            continue
        problem = f"gần như trùng với câu {one.id} ({one.file})"
        yield Mistake(
            other.file, f"câu {other.id}", problem, "bỏ một câu, hoặc hỏi một khía cạnh khác"
        )


class _Bag(frozenset[str]):
    """The words of some texts, without case and punctuation."""

    @classmethod
    def of(cls, texts: Iterable[str]) -> _Bag:
        words = (word.strip(_PUNCTUATION) for text in texts for word in text.casefold().split())
        return cls(word for word in words if word)

    def alike(self, other: _Bag, share: float) -> bool:
        return len(self & other) >= share * len(self | other)


@dataclass(frozen=True)
class _Words:
    stem: _Bag
    choices: _Bag

    @classmethod
    def of(cls, question: Question) -> _Words:
        parts = question.parts()
        stems = [question.item().stem, *(part.stem for part in parts)]
        return cls(_Bag.of(stems), _Bag.of(text for part in parts for text, _ in choices(part)))
