"""The form beside a result page: a learner picks a finding, writes why, and gets a small file.

The form works in any browser without a server or the Internet; its script only makes a file.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape

from grading.nbgrader.appeal_note import KIND, MAX_LETTERS

FORM_NAME = "de_nghi_xem_lai.html"


def appeal_form(
    *,
    title: str,
    assignment: str,
    learner: str,
    receipt: str,
    criteria: Sequence[tuple[str, str]],
) -> str:
    """The page (HTML). `criteria` pairs the ids of the result page with their titles."""
    options = "".join(
        f'<option value="{escape(one)}">{escape(one)}. {escape(text)}</option>'
        for one, text in criteria
    )
    content = {
        "schema": 1,
        "kind": KIND,
        "assignment": assignment,
        "learner": learner,
        "receipt": receipt,
        "notes": [],
    }
    # Inside a script element only `<` could end the text early.
    data = json.dumps(content, ensure_ascii=False).replace("<", "\\u003c")
    page = _PAGE
    for name, text in {
        "@title@": escape(title),
        "@learner@": escape(learner),
        "@options@": options,
        "@most@": str(MAX_LETTERS),
        "@data@": data,
        "@stem@": json.dumps(f"{KIND}__{assignment}__{learner}"),
    }.items():
        page = page.replace(name, text)
    return page


_PAGE = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Đề nghị xem lại – @title@</title>
<style>
body { font: 16px/1.5 "Segoe UI", "Noto Sans", Arial, sans-serif; color: #1f2933;
  max-width: 760px; margin: 24px auto; padding: 0 16px; }
h1 { font-size: 24px; margin: 0 0 8px; }
label { display: block; font-weight: 600; margin: 16px 0 4px; }
select, textarea { width: 100%; box-sizing: border-box; font: inherit; padding: 8px; }
textarea { min-height: 120px; }
button { font: inherit; padding: 8px 16px; margin: 12px 8px 0 0; }
li { margin: 4px 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.said { min-height: 24px; color: #0b4f8a; font-weight: 600; }
</style>
</head>
<body>
<h1>Đề nghị xem lại</h1>
<p>Bài: <b>@title@</b>, người học: <b>@learner@</b></p>
<p>Nếu thấy một nhận xét chưa đúng, anh/chị chọn tiêu chí, viết vì sao rồi bấm “Thêm”. Khi đủ, bấm
“Tạo tệp” và gửi tệp ấy cho giảng viên. Điểm không tự thay đổi: giảng viên đọc, quyết định và trả
lời từng điều trong tờ kết quả sau.</p>
<label for="criterion">Tiêu chí</label>
<select id="criterion">@options@</select>
<label for="text">Vì sao cần xem lại (không quá @most@ ký tự)</label>
<textarea id="text" maxlength="@most@"></textarea>
<button id="add" type="button">Thêm</button>
<button id="make" type="button" disabled>Tạo tệp</button>
<p class="said" id="said" role="status"></p>
<ul id="list"></ul>
<script>
const note = @data@;
const byId = (id) => document.getElementById(id);
byId("add").addEventListener("click", () => {
  const text = byId("text").value.trim();
  if (!text) { byId("said").textContent = "Anh/chị viết lý do trước đã."; return; }
  if (note.notes.length >= 60) { byId("said").textContent = "Một tệp ghi được 60 điều."; return; }
  note.notes.push({ criterion: byId("criterion").value, text });
  const line = document.createElement("li");
  line.textContent = byId("criterion").value + ": " + text;
  byId("list").append(line);
  byId("text").value = "";
  byId("make").disabled = false;
  byId("said").textContent = "Đã thêm; bấm “Tạo tệp” khi đủ.";
});
byId("make").addEventListener("click", () => {
  const link = document.createElement("a");
  const file = new Blob([JSON.stringify(note, null, 1)], { type: "application/json" });
  link.href = URL.createObjectURL(file);
  link.download = @stem@ + ".json";
  link.click();
  byId("said").textContent = "Đã tạo tệp " + link.download + "; gửi tệp này cho giảng viên.";
});
</script>
</body>
</html>
"""
