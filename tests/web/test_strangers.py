# SPDX-FileCopyrightText: 2026 The Leerlandschap contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a stranger can send or leave unsent: bounded, answered in a word, and nobody else waits."""

import contextlib
import gzip
import json
import shutil
import socket
import subprocess
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server import Group, Server, serving

PATIENCE = 5.0
LARGEST_HEAD = 64 * 1024


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("strangers"), environment={"LEERLANDSCHAP_MOST_SCREENS": "3"}) as running:
        yield running


@contextlib.contextmanager
def line(server: Server) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as open_line:
        yield open_line


def heard(open_line: socket.socket, until: bytes = b"") -> bytes:
    """Everything until it hangs up, or until these bytes."""
    got = b""
    with contextlib.suppress(TimeoutError, ConnectionError):
        while part := open_line.recv(65536):
            got += part
            if until and until in got:
                break
    return got


def stream(group: Group, *headers: str) -> bytes:
    lines = (f"GET {group.path}/stream HTTP/1.1", "Host: here", f"Authorization: Bearer {group.facilitator}", *headers)
    return "\r\n".join((*lines, "", "")).encode()


def test_a_flood_of_headers_is_cut_off(server: Server) -> None:
    with line(server) as flood:
        with contextlib.suppress(ConnectionError):
            flood.sendall(b"GET / HTTP/1.1\r\nHost: here\r\n")
            for number in range(LARGEST_HEAD // 32):
                flood.sendall(b"X-%025d: x\r\n" % number)
        assert heard(flood).startswith(b"HTTP/1.1 431 ")


def test_an_address_that_never_ends_is_cut_off(server: Server) -> None:
    with line(server) as endless:
        with contextlib.suppress(ConnectionError):
            endless.sendall(b"GET /" + b"a" * LARGEST_HEAD)
        assert heard(endless).startswith(b"HTTP/1.1 431 ")


def test_a_body_that_never_ends_is_refused_and_hung_up_on(server: Server) -> None:
    group = Group(server.url, 1)
    with line(server) as endless:
        head = f"POST {group.path}/commands HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer {group.people[0]}\r\n"
        endless.sendall(f"{head}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n".encode())
        sent = 0
        with contextlib.suppress(ConnectionError, TimeoutError):
            for _ in range(2000):
                endless.sendall(b"10000\r\n" + b"x" * 65536 + b"\r\n")
                sent += 65536
        assert sent < 32 * 2**20  # it was hung up on long before all of it


def test_a_body_that_is_too_large_is_refused_in_words(server: Server) -> None:
    group = Group(server.url, 1)
    body = {"type": "RaisePoint", "kind": "unclear", "text": "x" * 300_000}
    answer = group.client.post(
        f"{group.path}/commands", json=body, headers={"Authorization": f"Bearer {group.people[0]}"}
    )
    assert (answer.status_code, answer.json()["refusal"]) == (413, "too_large")


def test_a_form_that_was_cut_off_is_not_taken_for_a_shorter_one(server: Server) -> None:
    group = Group(server.url, 1)
    group.lead("GoTo", step="follow_ups")
    form = "type=RaisePoint&kind=unclear&text=Wie+beslist"
    with line(server) as cut:
        head = f"POST {group.path}/commands HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer {group.people[0]}\r\n"
        kind = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\n"
        cut.sendall(f"{head}{kind}{form}".encode())
        time.sleep(0.2)
    time.sleep(0.3)
    assert group.look(group.facilitator)["points"] == []


def test_whoever_comes_when_all_screens_are_taken_is_asked_to_come_back(server: Server) -> None:
    group = Group(server.url)
    with contextlib.ExitStack() as screens:
        for _ in range(3):
            screen = screens.enter_context(line(server))
            screen.sendall(stream(group))
            assert b"data: " in heard(screen, until=b"data: ")
        answer = group.client.get(
            f"{group.path}/stream", headers={"Authorization": f"Bearer {group.facilitator}", "Accept-Language": "en"}
        )
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
        assert answer.json()["detail"] == "It is very busy now. Wait a moment and try again."
        assert group.look(group.facilitator)["title"] == "Leren"  # everything else goes on


@pytest.mark.parametrize("last", ["0", "999999999999999999999", "-1", "abc", "☂", ""])
def test_whatever_a_screen_says_it_saw_last_it_gets_the_newest(server: Server, last: str) -> None:
    group = Group(server.url)
    with line(server) as screen:
        screen.sendall(stream(group, f"Last-Event-ID: {last}"))
        assert b"\r\nid: 1\ndata: " in heard(screen, until=b"\n\n\r\n")


@pytest.mark.parametrize(
    ("said", "packed"),
    [("gzip, deflate, br", True), ("gzip;q=0.5", True), ("gzip;q=0", False), ("gzip; q=0.000", False), ("br", False)],
)
def test_frames_are_packed_for_whoever_says_so(server: Server, said: str, packed: bool) -> None:
    group = Group(server.url)
    with line(server) as screen:
        screen.sendall(stream(group, f"Accept-Encoding: {said}"))
        head = heard(screen, until=b"\r\n\r\n").partition(b"\r\n\r\n")[0].lower()
    assert (b"content-encoding: gzip" in head) == packed
    assert b"vary: accept-encoding" in head


def test_an_operator_may_turn_packing_off(tmp_path: Path) -> None:
    with serving(tmp_path, environment={"LEERLANDSCHAP_COMPRESS_STREAMS": "false"}) as plain:
        group = Group(plain.url)
        with line(plain) as screen:
            screen.sendall(stream(group, "Accept-Encoding: gzip"))
            assert b"gzip" not in heard(screen, until=b"data: ")


def test_curl_shows_every_frame_when_it_comes(server: Server) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("needs curl: install it with the system's package manager")
    group = Group(server.url)
    key = f"Authorization: Bearer {group.facilitator}"
    asking = [curl, "-sN", "--compressed", "-H", key, f"{server.url}{group.path}/stream?as=json"]
    with subprocess.Popen(asking, stdout=subprocess.PIPE) as reader:
        assert reader.stdout is not None
        try:
            first, view = reader.stdout.readline(), reader.stdout.readline()
            assert (first, json.loads(view[6:])["moment"]) == (b"id: 1\n", "welcome")
            assert reader.stdout.readline() == b"\n"
            seq = group.lead("OpenStatements")
            assert reader.stdout.readline() == b"id: %d\n" % seq
        finally:
            reader.terminate()


def test_the_packed_stream_is_gzip_from_its_first_byte(server: Server) -> None:
    group = Group(server.url)
    with line(server) as screen:
        screen.sendall(stream(group, "Accept-Encoding: gzip"))
        got = heard(screen, until=b"\r\n\r\n")
        while b"\x00\x00\xff\xff\r\n" not in got:
            got += screen.recv(65536)
    packed = b"".join(chunks(got.partition(b"\r\n\r\n")[2]))
    assert zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(packed).startswith(b"id: 1\ndata: ")
    with pytest.raises(EOFError):
        gzip.decompress(packed)  # a stream does not end


def chunks(answer: bytes) -> Iterator[bytes]:
    while answer:
        size, _, rest = answer.partition(b"\r\n")
        yield rest[: int(size, 16)]
        answer = rest[int(size, 16) + 2 :]
