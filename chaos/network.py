"""The wire between the services and the broker, in our hands: it can be cut, frozen and slowed."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress

CHUNK = 64 * 1024
SLOW_SECONDS = 0.25
"""Each piece waits so long while the wire is slow."""


class Wire:
    """A TCP relay from one loopback port to another, on a thread of its own. A context manager."""

    def __init__(self, port: int, target: int) -> None:
        """Listens on `port`, and hands on to `target`."""
        self._port = port
        self._target = target
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="wire", daemon=True)
        self._ready = threading.Event()
        self._connections: set[asyncio.StreamWriter] = set()
        self._open = True
        self._delay = 0.0
        self._flowing: asyncio.Event | None = None

    def __enter__(self) -> Wire:
        """Starts it."""
        self._thread.start()
        if not self._ready.wait(10.0):
            raise RuntimeError(f"the relay does not listen on port {self._port}")
        return self

    def __exit__(self, *_: object) -> None:
        """Ends it."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5.0)

    def cut(self) -> None:
        """Drop every connection, and every new one at once."""
        self._tell(self._cut)

    def freeze(self) -> None:
        """Hold everything; connections stay."""
        self._tell(self._flow, False)

    def slow(self) -> None:
        """Let every piece wait."""
        self._tell(self._set_delay, SLOW_SECONDS)

    def mend(self) -> None:
        """As if nothing had been."""
        self._tell(self._mend)

    def _tell(self, what: object, *words: object) -> None:
        self._loop.call_soon_threadsafe(what, *words)  # type: ignore[arg-type] # our own methods

    def _cut(self) -> None:
        self._open = False
        for writer in list(self._connections):
            writer.transport.abort()

    def _flow(self, flowing: bool) -> None:
        assert self._flowing is not None  # made before anybody may call
        if flowing:
            self._flowing.set()
        else:
            self._flowing.clear()

    def _set_delay(self, seconds: float) -> None:
        self._delay = seconds

    def _mend(self) -> None:
        self._open, self._delay = True, 0.0
        self._flow(True)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._listen())
        self._ready.set()
        self._loop.run_forever()

    async def _listen(self) -> None:
        self._flowing = asyncio.Event()
        self._flowing.set()
        await asyncio.start_server(self._connected, "127.0.0.1", self._port, limit=CHUNK)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self._open:
            writer.transport.abort()
            return
        try:
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._target, limit=CHUNK)
        except OSError:
            writer.transport.abort()
            return
        both = {writer, far_writer}
        self._connections |= both
        try:
            await asyncio.gather(self._pump(reader, far_writer), self._pump(far_reader, writer))
        finally:
            self._connections -= both
            for one in both:
                with suppress(Exception):
                    one.transport.abort()

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert self._flowing is not None
        with suppress(OSError):
            while data := await reader.read(CHUNK):
                await self._flowing.wait()
                if self._delay:
                    await asyncio.sleep(self._delay)
                writer.write(data)
                await writer.drain()
        writer.transport.abort()
