"""Cấu hình nbgrader của lớp này; mọi thiết lập nằm trong bộ học liệu."""

from pathlib import Path

from grading.nbgrader.config import configure

configure(get_config(), Path(__file__).parent, course_id="khoa_mau")  # noqa: F821
