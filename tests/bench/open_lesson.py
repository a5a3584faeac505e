"""Time from click to first usable form, against JupyterLab opening an empty notebook, in one run.

Run by hand: `python -m tests.bench.open_lesson [PAGE]`. Both are opened with an empty browser cache
and a new kernel each time. The last line is `ratio WHAT: VALUE (goal VALUE)`.
"""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from course.page.shipped import OWN_SHELF
from tests.conftest import BROWSER_ARGUMENTS, CHROMIUM_COMMANDS, CHROMIUM_PLACES, _program
from tests.course.page.conftest import notebook, write
from tests.course.served import Served, start, stop

ROUNDS = 5
PAGE = "01_1_vi_tri_vai_tro_chuc_nang.ipynb"
READY = ".vp-room-bar[data-state=ready]"
FORM = ".vp-own .jp-OutputArea-output :is(button, input, select, textarea):not([disabled])"
IDLE = ".jp-Notebook-ExecutionIndicator[data-status=idle]"


def main() -> None:
    """Print all figures."""
    name = sys.argv[1] if len(sys.argv) > 1 else PAGE
    with tempfile.TemporaryDirectory() as root, sync_playwright() as playwright:
        begun = time.perf_counter()
        served = start(OWN_SHELF.course, Path(root), Path(root) / "hoc_tap")
        print(f"server up after {time.perf_counter() - begun:.1f} s")
        write(served.folder / "trong.ipynb", notebook())
        browser = playwright.chromium.launch(
            executable_path=_program(CHROMIUM_COMMANDS, CHROMIUM_PLACES),
            args=list(BROWSER_ARGUMENTS),
        )
        pairs = [measure(browser, served, name) for _ in range(ROUNDS)]
        browser.close()
        stop(served)
    form, ready, empty = (median(times) for times in zip(*pairs, strict=True))
    print(f"{name}: first form {form:.2f} s, whole page ready {ready:.2f} s")
    print(f"JupyterLab, empty notebook, kernel idle: {empty:.2f} s")
    print(f"ratio first form to empty notebook: {form / empty:.2f} (goal 1.50)")


def measure(browser: Browser, served: Served, name: str) -> tuple[float, float, float]:
    """Seconds to the page's first form, to the whole page, and to an idle empty notebook."""
    form, ready = opened(browser, served, f"notebooks/{name}", (FORM, READY))
    (empty,) = opened(browser, served, "lab/tree/trong.ipynb", (IDLE,))
    return form, ready, empty


def opened(
    browser: Browser, served: Served, place: str, signs: tuple[str, ...]
) -> tuple[float, ...]:
    """Seconds from the click until each of the signs can be seen."""
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    begun = time.perf_counter()
    page.goto(served.url(place), wait_until="commit")
    seconds = []
    for sign in signs:
        page.locator(sign).first.wait_for(state="attached", timeout=120_000)
        seconds.append(time.perf_counter() - begun)
    context.close()
    for session in served.ask("api/sessions"):
        served.ask(f"api/sessions/{session['id']}", "DELETE")
    return tuple(seconds)


if __name__ == "__main__":
    main()
