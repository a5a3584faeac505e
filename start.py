# -*- coding: utf-8 -*-
"""Start the kit with one command: make `.venv`, install what is pinned, hand over to `vanphong`.

    python3 start.py               opens the course
    python3 start.py test [...]    runs all tests (further words go to pytest)
    python3 start.py case list     any other words go to the `vanphong` command

Standard library only, like `course/installation`, which does the work. The syntax of this file is
kept so old that any Python since 2.7 can read it and say in Vietnamese that it is too old.
Everything said here goes to stderr: stdout belongs to the command that is started.
"""

import contextlib
import os
import subprocess
import sys

OLDEST = (3, 11)
ROOT = os.path.dirname(os.path.realpath(__file__))
# What one gets by opening start.py inside the zip file, without unpacking it.
INCOMPLETE = (
    "Bên cạnh tệp start.py không có đủ các thư mục của bộ học liệu: anh/chị giải nén cả tệp zip "
    "ra một thư mục rồi chạy start.py trong thư mục đó."
)
VANPHONG = "import sys; from course.cli import main; sys.exit(main())"


def main(words, version=tuple(sys.version_info[:2])):
    """Install what is missing, then run the command; returns the exit code."""
    speak_utf8()
    if too_old(version):
        return stop(too_old(version), words)
    try:
        from course.installation import InstallationError, prepare
    except ImportError:
        return stop(INCOMPLETE, words)
    try:
        python = prepare(ROOT, purpose(words))
        return hand_over(python, words)
    except InstallationError as error:
        return stop(str(error), words)
    except KeyboardInterrupt:
        say("\nĐã dừng theo yêu cầu của anh/chị; lúc nào cần thì chạy lại lệnh này.")
        return 130


def too_old(version):
    """The sentence for a Python that is too old, or None for one that will do."""
    if version >= OLDEST:
        return None
    return (
        "Máy đang dùng Python {0}.{1}, bộ học liệu cần Python {2}.{3} trở lên: anh/chị cài bản mới "
        "từ trang python.org rồi chạy lại bằng bản đó (trên Windows: py start.py)."
    ).format(version[0], version[1], OLDEST[0], OLDEST[1])


def purpose(words):
    """The end of the line that tells what comes after the installation."""
    if not words:
        return "đang mở khóa học..."
    return "đang chạy các phép thử..." if words[0] == "test" else "đang chạy lệnh..."


def hand_over(python, words):
    """Run pytest or `vanphong` with the environment's Python; returns the exit code."""
    if words[:1] == ["test"]:
        os.chdir(ROOT)
        command = [python, "-m", "pytest"] + words[1:]
    else:
        command = [python, "-P", "-c", VANPHONG] + (words or ["open"])
    os.environ["PYTHONUTF8"] = "1"
    if os.name != "nt":
        os.execv(python, command)
    # Windows cannot replace a process. Ctrl-C reaches both; the child decides what it means.
    child = subprocess.Popen(command)
    while True:
        with contextlib.suppress(KeyboardInterrupt):
            return child.wait()


def stop(sentence, words):
    """Say why it stopped; a window that was opened by a double click stays open."""
    say(sentence)
    if os.name == "nt" and not words and sys.stdin and sys.stdin.isatty():
        say("Nhấn phím Enter để đóng cửa sổ.")
        sys.stdin.readline()
    return 1


def say(sentence):
    """Write one line for the user."""
    sys.stderr.write(sentence + "\n")


def speak_utf8():
    """Let Vietnamese reach any console: an old code page shows a `?`, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
