"""A small proxy in a process of its own: ``python -m tests.cohorts.pages.a_proxy PORT TO [PATH]``.

It passes every byte on, and says in the first head of each line that whoever asks spoke TLS. With a
path it takes that off what is asked, as some proxies do: then each line is for one asking.
"""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from tests.cohorts.cli.run import ROOT
from tests.cohorts.cli.test_screen import free_port

MOST = 65_536
END = b"\r\n\r\n"
KEPT_OPEN = re.compile(rb"\r\nconnection: *keep-alive", re.IGNORECASE)


@contextmanager
def proxied(to: int, takes_off: str = "") -> Iterator[int]:
    """Its port, until the block ends."""
    port = free_port()
    words = [sys.executable, "-m", "tests.cohorts.pages.a_proxy", str(port), str(to), takes_off]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline()
            yield port
        finally:
            process.kill()


async def passed(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError, asyncio.IncompleteReadError):
        while part := await reader.read(MOST):
            writer.write(part)
            await writer.drain()
    writer.close()


def without(head: bytes, path: bytes) -> bytes:
    if not path:
        return head
    asked, rest = head.split(b"\r\n", 1)
    return asked.replace(b" " + path, b" ", 1) + b"\r\n" + KEPT_OPEN.sub(b"", rest)


def for_one(head: bytes, path: bytes) -> bytes:
    opens = b"upgrade: websocket" in head.lower()
    return b"\r\nConnection: close" if path and not opens else b""


async def serve(port: int, to: int, path: bytes) -> None:
    async def asked(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            head = await reader.readuntil(END)
            there, back = await asyncio.open_connection("localhost", to)
            tls = b"\r\nX-Forwarded-Proto: https" + for_one(head, path)
            back.write(without(head[: -len(END)], path) + tls + END)
            await asyncio.gather(passed(reader, back), passed(there, writer))

    async with await asyncio.start_server(asked, "localhost", port) as server:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3].encode()))
