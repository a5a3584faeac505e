"""A learner at the class server, seen from outside: the calls that a browser makes, without one."""

from __future__ import annotations

import json
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

import requests
import websocket

PATIENCE = 240.0  # seconds; a class that comes all at once waits its turn


@dataclass
class Visitor:
    """One learner with a session of cookies, as a browser keeps them. `base` ends with `/`."""

    base: str
    name: str
    password: str
    session: requests.Session = field(default_factory=requests.Session)
    pages: list[Page] = field(default_factory=list)

    @property
    def own(self) -> str:
        """The address of the learner's own server."""
        return f"{self.base}user/{self.name}/"

    def __enter__(self) -> Visitor:
        return self

    def __exit__(self, *_: object) -> None:
        """Close what is open, as closing the browser does."""
        for page in self.pages:
            page.close()
        self.session.close()

    def log_in(self) -> bool:
        """Send the form of the login page; whether the learner is in."""
        self.session.trust_env = False  # no proxy of the machine comes in between
        page = self.session.get(f"{self.base}hub/login", timeout=60)
        token = page.text.split('name="_xsrf" value="')[1].split('"')[0]
        answer = self.session.post(
            f"{self.base}hub/login",
            data={"username": self.name, "password": self.password, "_xsrf": token},
            timeout=60,
            allow_redirects=False,
        )
        return answer.status_code == 302

    def open_own_server(self) -> float:
        """Start the learner's server and wait until it answers; how many seconds that took."""
        begun = time.monotonic()
        self.session.get(f"{self.base}hub/spawn", timeout=PATIENCE)
        while time.monotonic() - begun < PATIENCE:
            page = self.session.get(f"{self.own}tree", timeout=60)
            if page.status_code == 200 and page.url.startswith(self.own):
                return time.monotonic() - begun
            if page.status_code == 424:  # it has been stopped: as the page's button does
                self.session.get(f"{self.base}hub/spawn/{self.name}", timeout=PATIENCE)
            time.sleep(0.5)
        raise TimeoutError(f"the server of {self.name} did not answer: {page.status_code}")

    def ask(self, method: str, place: str, content: Any = None) -> requests.Response:
        """A call to the learner's own server."""
        cookies = [one for one in self.session.cookies if one.name == "_xsrf"]
        own = [one.value for one in cookies if one.path.startswith(f"/user/{self.name}")]
        return self.session.request(
            method,
            f"{self.own}{place}",
            json=content,
            headers={"X-XSRFToken": (own or [""])[0] or ""},
            timeout=60,
        )

    def put(self, place: str, text: str) -> None:
        """Save a text file, as the file list of a browser does."""
        body = {"type": "file", "format": "text", "content": text}
        self.ask("PUT", f"api/contents/{place}", body).raise_for_status()

    def get(self, place: str) -> str:
        """The text of a file."""
        answer = self.ask("GET", f"api/contents/{place}?type=file&format=text")
        answer.raise_for_status()
        return str(answer.json()["content"])

    def open_page(self, path: str) -> Page:
        """Open a notebook: a kernel is started for it, its cells are run."""
        notebook = self.ask("GET", f"api/contents/{path}").json()["content"]
        body = {"path": path, "name": path, "type": "notebook", "kernel": {"name": "python3"}}
        answer = self.ask("POST", "api/sessions", body)
        answer.raise_for_status()
        page = Page(self, answer.json()["kernel"]["id"])
        self.pages.append(page)
        for cell in notebook["cells"]:
            marked = "vanphong-mark" in cell["metadata"].get("tags", [])
            if cell["cell_type"] == "code" and not marked:
                page.run("".join(cell["source"]))
        return page


@dataclass
class Page:
    """An open notebook: its kernel, and the widgets that it has shown, by their ids."""

    visitor: Visitor
    kernel: str
    widgets: dict[str, dict[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        cookies = "; ".join(f"{one.name}={one.value}" for one in self.visitor.session.cookies)
        address = self.visitor.own.replace("http://", "ws://")
        self._socket = websocket.create_connection(
            f"{address}api/kernels/{self.kernel}/channels?session_id={uuid.uuid4().hex}",
            cookie=cookies,
            timeout=PATIENCE,
            http_no_proxy=["127.0.0.1"],
        )

    def run(self, code: str) -> None:
        """Run a cell and wait until the kernel is idle again."""
        self._send("shell", "execute_request", {
            "code": code, "silent": False, "store_history": False,
            "user_expressions": {}, "allow_stdin": False, "stop_on_error": True,
        })  # fmt: skip

    def change(self, widget: str, **state: Any) -> None:
        """Change a widget, as typing or choosing does."""
        self._tell(widget, {"method": "update", "state": state, "buffer_paths": []})
        self.widgets[widget] |= state

    def press(self, widget: str) -> None:
        """Press a button."""
        self._tell(widget, {"method": "custom", "content": {"event": "click"}})

    def find(self, model: str, **state: Any) -> list[str]:
        """The widgets of a kind whose state holds these values, in the order of their making."""
        return [
            key
            for key, one in self.widgets.items()
            if one.get("_model_name") == model
            and all(one.get(name) == value for name, value in state.items())
        ]

    def close(self) -> None:
        """Close the page; the kernel goes on."""
        self._socket.close()

    def _tell(self, widget: str, data: dict[str, Any]) -> None:
        self._send("shell", "comm_msg", {"comm_id": widget, "data": data})

    def _send(self, channel: str, kind: str, content: dict[str, Any]) -> None:
        key = uuid.uuid4().hex
        header = {
            "msg_id": key, "msg_type": kind, "username": "", "session": key, "version": "5.3",
            "date": "2026-01-01T00:00:00Z",
        }  # fmt: skip
        message = {
            "channel": channel, "header": header, "parent_header": {}, "metadata": {},
            "content": content, "buffers": [],
        }  # fmt: skip
        self._socket.send(json.dumps(message))
        while True:
            answer = self._receive()
            if answer is None or answer["parent_header"].get("msg_id") != key:
                continue
            if answer["msg_type"] == "error":
                raise AssertionError("\n".join(answer["content"]["traceback"]))
            state = answer["content"].get("execution_state")
            if answer["msg_type"] == "status" and state == "idle":
                return

    def _receive(self) -> dict[str, Any] | None:
        received = self._socket.recv()
        if isinstance(received, bytes):
            return None  # buffers of widgets: nothing here needs them
        message: dict[str, Any] = json.loads(received)
        data = message["content"].get("data", {})
        if message["msg_type"] == "comm_open":
            self.widgets[message["content"]["comm_id"]] = dict(data.get("state", {}))
        elif message["msg_type"] == "comm_msg" and data.get("method") == "update":
            self.widgets.setdefault(message["content"]["comm_id"], {}).update(data["state"])
        return message
