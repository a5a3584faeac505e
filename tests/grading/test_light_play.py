"""The learner's road is gone to its end without pandas, numpy, lxml and altair."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLAY = """
import json, sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("pandas", "numpy", "lxml", "altair"):
            raise ModuleNotFoundError(f"{name} is blocked", name=name)
sys.meta_path.insert(0, Blocker())
from pathlib import Path
from grading import award, score
from grading.criteria import criteria_of, document_worth
from scenarios.case import case_ids, load_case
from scenarios.edits import reference_work
from scenarios.play import play
from scenarios.work_file import WorkFile
told = {}
for case_id in case_ids():
    case = load_case(case_id)
    work = reference_work(case)
    run = play(case, work)
    folder = Path(sys.argv[1]) / case_id
    file, _ = WorkFile.open(folder, case_id, case.variant.id)
    file.save(work, "order")
    sheet = score(case, work)
    first = sheet.findings[0].criterion
    happened = len(run.log) > len(work.orders)
    papers = document_worth(criteria_of(case))
    told[case_id] = [run.finished, happened, sheet.points == sheet.max_points - papers]
    told[case_id].append(award(case_id, first, folder) == sheet.findings[0].points)
assert not {"pandas", "numpy", "lxml", "altair"} & set(sys.modules)
print(json.dumps(told))
try:
    from office_sim.tables import to_frame
    to_frame(run.log)
except ModuleNotFoundError as error:
    print(error)
"""


def test_every_case_is_played_saved_scored_and_awarded_without_the_heavy_libraries(
    tmp_path: Path,
) -> None:
    answer = subprocess.run(
        [sys.executable, "-c", PLAY, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    assert answer.returncode == 0, answer.stderr
    *_, told, blocked = answer.stdout.splitlines()
    cases = json.loads(told)
    assert "hoi_nghi_dot_xuat" in cases
    assert all(all(steps) for steps in cases.values()), cases
    # The one place that makes a table does need pandas, so the blocker blocks.
    assert blocked == "pandas is blocked"
