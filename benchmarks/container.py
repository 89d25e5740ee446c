"""The image that `Containerfile` makes, built without a registry, and started until it is ready.

    python -m benchmarks.container [--mirror URL] [--certificate FILE]

Linux, as root, with debootstrap and buildah. The base is a Debian that debootstrap makes, under the
name that the file asks for; nothing runs in namespaces of its own (``--isolation chroot``), so this
shows what is in the image, not how it is shut off. Everything is thrown away at the end.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.ledger import Ledger, parser

ROOT = Path(__file__).parents[1]
FILE = ROOT / "Containerfile"
PORT = 8597
READY = f"http://localhost:{PORT}/health"
START = ("cohorts", "screen", "--no-browser", "--port", str(PORT))
LONGEST = 120.0
"""Seconds until it is ready."""
INSIDE = "/etc/certificate.pem"


class Images:
    """buildah, which keeps all it makes in one folder."""

    def __init__(self, folder: Path) -> None:
        self._begins = ["buildah", "--root", str(folder / "kept"), "--runroot", str(folder / "run")]
        self._begins += ["--storage-driver", "vfs"]

    def command(self, *what: str) -> list[str]:
        return [*self._begins, *what]

    def told(self, *what: str) -> str:
        """Does it, and gives the last line of what it says."""
        done = subprocess.run(self.command(*what), check=True, capture_output=True, text=True)  # noqa: S603 - our own words
        return (done.stdout.strip().splitlines() or [""])[-1]


def base(images: Images, folder: Path, name: str, mirror: str) -> None:
    """``name``: as FROM says it, its release before the first dash of the tag."""
    release = name.rpartition(":")[2].partition("-")[0]
    place, packed = folder / "debian", folder / "debian.tar"
    make = ["debootstrap", "--variant=minbase", release, str(place), *([mirror] if mirror else [])]
    subprocess.run(make, check=True, capture_output=True)  # noqa: S603 - our own words
    pack = ["tar", "--directory", str(place), "--create", "--file", str(packed), "."]
    subprocess.run(pack, check=True)  # noqa: S603 - our own words
    made = images.told("from", "scratch")
    images.told("add", made, str(packed), "/")
    images.told("commit", "--rm", made, name)
    packed.unlink()


def build(images: Images, folder: Path, certificate: Path | None) -> None:
    """``certificate``: by which pip knows the place that it asks, where the base does not."""
    trusting: list[str] = []
    if certificate is not None:
        settings = folder / "pip.conf"
        settings.write_text(f"[global]\ncert = {INSIDE}\n", "utf-8")
        trusting = ["--volume", f"{certificate.resolve()}:{INSIDE}:ro"]
        trusting += ["--volume", f"{settings}:/etc/pip.conf:ro"]
    how = ("--isolation", "chroot", "--pull-never", "--tag", "cohorts", "--file", str(FILE))
    images.told("bud", *how, *trusting, str(ROOT))


@contextmanager
def started(images: Images) -> Iterator[None]:
    """The program of the image, as the user of the image."""
    made = images.told("from", "--pull-never", "localhost/cohorts")
    run = images.command("run", "--isolation", "chroot", made, "--", *START)
    with subprocess.Popen(run, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # noqa: S603 - our own words
        try:
            yield
        finally:
            process.terminate()


def ready() -> None:
    """Waits for it. Raises TimeoutError."""
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        try:
            with urlopen(READY, timeout=5) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.2)
    raise TimeoutError(READY)


def timed(does: Callable[[], None]) -> dict[str, Any]:
    begun = time.monotonic()
    does()
    return {"seconds": round(time.monotonic() - begun, 1)}


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--mirror", default="", help="where debootstrap finds Debian")
    options.add_argument("--certificate", type=Path, help="by which pip knows whom it asks")
    given = options.parse_args()
    ledger = Ledger(given.out, as_json=given.json)
    name = FILE.read_text("utf-8").partition("\nFROM ")[2].split()[0]
    with TemporaryDirectory() as at:
        folder = Path(at)
        images = Images(folder)
        ledger.measure("base", lambda: timed(lambda: base(images, folder, name, given.mirror)))
        ledger.measure("build", lambda: timed(lambda: build(images, folder, given.certificate)))
        with started(images):
            ledger.measure("ready", lambda: timed(ready))


if __name__ == "__main__":
    main()
