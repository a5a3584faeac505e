"""What all tests share: a browser, LibreOffice, and a home folder that is nobody's."""

import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

import hypothesis
import pytest
from playwright.sync_api import BrowserContext, Page, expect, sync_playwright

from scenarios import own_cases

REQUIRE_ALL = os.environ.get("VANPHONG_REQUIRE_ALL") == "1"

CHROMIUM_COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "chrome",
    "msedge",
)
CHROMIUM_PLACES = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
SOFFICE_PLACES = (
    "LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
# No GPU, no first-run pages, no calls home; every name but this machine's own is unknown, so a
# page that needs the Internet shows it at once.
BROWSER_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)
# What a site stores in a browser, other than files that it would only fetch again.
STORED = "cookies,local_storage,indexeddb,service_workers"
# Which marker a test gets for the fixtures that it asks for.
MARKERS = {"chromium": "browser", "soffice": "libreoffice"}
# What makes a test file a slow one: its markers, or nbgrader run for real in its folder.
SLOW = ("slow", *MARKERS.values())
SLOW_ROOMS = {"nbgrader", "hostile", "hub", "classroom"}

# Machines differ in speed, so no example has a time limit; on CI a red run is red again.
hypothesis.settings.register_profile(
    "vanphong", deadline=None, derandomize=os.environ.get("CI") == "true"
)


def pytest_configure() -> None:
    """Choose the settings of property tests before any test is collected.

    What cases the owner of this machine has made is nobody's test.
    """
    hypothesis.settings.load_profile("vanphong")
    os.environ[own_cases.VARIABLE] = os.devnull
    expect.set_options(timeout=30_000)  # a busy machine is slow, not wrong


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs Chromium or LibreOffice, so `-m "not browser"` leaves nothing behind.

    The files with slow tests come first: when several processes share the work, the many short
    files fill the gaps at the end, and none waits for one long file.
    """
    for item in items:
        for fixture in getattr(item, "fixturenames", ()):
            if fixture in MARKERS:
                item.add_marker(MARKERS[fixture])
    slow = {item.path for item in items if any(map(item.get_closest_marker, SLOW))}
    slow |= {item.path for item in items if SLOW_ROOMS & set(item.path.parts)}
    items.sort(key=lambda item: item.path not in slow)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """On CI no test that needs one of the programs may be skipped, for whatever reason."""
    report = yield
    needs = [name for name in MARKERS.values() if item.get_closest_marker(name)]
    if REQUIRE_ALL and needs and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which VANPHONG_REQUIRE_ALL=1 forbids: {report.longrepr}"
    return report


@pytest.fixture(scope="session", autouse=True)
def nobodys_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep the settings of the person who runs the tests out of them; yields that folder."""
    home = tmp_path_factory.mktemp("jupyter")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"):
            patch.setenv(name, str(home / name.lower()))
        yield home


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The Chromium, Chrome or Edge of this machine."""
    return _program(CHROMIUM_COMMANDS, CHROMIUM_PLACES) or _missing(
        "Chưa có trình duyệt Chromium, Chrome hoặc Edge trên máy này "
        "(no Chromium, Chrome or Edge found): các phép thử trên trình duyệt không chạy."
    )


@pytest.fixture(scope="session")
def soffice() -> Path:
    """LibreOffice's program; give each run its own `-env:UserInstallation=file:///...`."""
    return _program(("soffice", "libreoffice"), SOFFICE_PLACES) or _missing(
        "Chưa có LibreOffice trên máy này (LibreOffice not found): các phép thử mở tệp Word "
        "bằng LibreOffice không chạy."
    )


@pytest.fixture(scope="session")
def browser_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the browsers of this process keep: a page of JupyterLab costs a third less with it."""
    return tmp_path_factory.mktemp("trình duyệt")


@pytest.fixture(scope="module")
def context(chromium: Path, browser_folder: Path) -> Iterator[BrowserContext]:
    """A learner's browser, headless and without the Internet: Vietnamese, a 1366x768 screen.

    One for each test file and not for the session: while Playwright is open its event loop counts
    as running, and no other test of the same process could call `asyncio.run`.
    """
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch_persistent_context(
            browser_folder,
            executable_path=chromium,
            headless=True,
            args=list(BROWSER_ARGUMENTS),
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            viewport={"width": 1366, "height": 768},
        )
        yield opened
        opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """An empty page; what it and those that it opened have kept is forgotten afterwards."""
    others = set(context.pages)
    page = context.new_page()
    yield page
    for one in set(context.pages) - others:
        forget(one)
        one.close()


def forget(page: Page) -> None:
    """Clear what the site has stored, as in a browser that has never seen it; files stay."""
    parts = urlsplit(page.url)
    if parts.scheme.startswith("http"):
        asked = {"origin": f"{parts.scheme}://{parts.netloc}", "storageTypes": STORED}
        page.context.new_cdp_session(page).send("Storage.clearDataForOrigin", asked)


def _program(commands: tuple[str, ...], places: tuple[str, ...]) -> Path | None:
    """The first of these programs that this machine has: on the path, then in the usual places."""
    for command in commands:
        if found := shutil.which(command):
            return Path(found)
    roots = [os.environ.get(name) for name in ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")]
    for place in places:
        for root in (root for root in roots if root):
            if (program := Path(root, place)).is_file():
                return program
        if Path(place).is_absolute() and Path(place).is_file():
            return Path(place)
    return None


def _missing(reason: str) -> NoReturn:
    """Skip the test aloud; on CI, where all programs must be there, fail it."""
    if REQUIRE_ALL:
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
