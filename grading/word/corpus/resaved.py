"""Correct files saved again by LibreOffice: .docx to .odt and back."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from grading.word.corpus.fault import Sample

_SECONDS = 240


def resaved(samples: list[Sample], soffice: Path) -> Iterator[Sample]:
    """The same samples after a round through LibreOffice, in a settings folder of its own.

    Raises OSError or subprocess.SubprocessError if LibreOffice does not do it.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
        for number, sample in enumerate(samples):
            (folder / f"{number:03d}.docx").write_bytes(sample.data)
        _convert(soffice, home, "odt", folder / "odt", sorted(folder.glob("*.docx")))
        _convert(soffice, home, "docx", folder / "docx", sorted((folder / "odt").glob("*.odt")))
        for number, sample in enumerate(samples):
            data = (folder / "docx" / f"{number:03d}.docx").read_bytes()
            named = sample.name.replace(".docx", "-libreoffice.docx")
            yield replace(sample, name=named, data=data)


def _convert(soffice: Path, home: str, form: str, out: Path, files: list[Path]) -> None:
    words = [str(soffice), home, "--headless", "--convert-to", form, "--outdir", str(out)]
    subprocess.run([*words, *map(str, files)], check=True, capture_output=True, timeout=_SECONDS)
