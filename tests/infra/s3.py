"""An S3 server of the tests' own: s3proxy on a free loopback port, its buckets in a temporary folder."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path
from typing import Any

import boto3
from botocore.config import Config

from services.cli.ports import free_port
from tests.e2e.system import listens

ACCESS, SECRET = "tests", "only-for-tests/+="
REGION = "us-east-1"


class S3:
    """One server. A context manager."""

    def __init__(self, folder: Path, install: Path) -> None:
        """`folder` is its own, `install` has Java and the jars."""
        self.port = free_port()
        self.folder = folder
        self._install = install
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """What DOCINTAKE_S3_ENDPOINT would be."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def settings(self) -> dict[str, str]:
        """The DOCINTAKE_… variables that lead here, but for the bucket."""
        return {
            "DOCINTAKE_S3_ENDPOINT": self.address,
            "DOCINTAKE_S3_REGION": REGION,
            "DOCINTAKE_S3_ACCESS_KEY": ACCESS,
            "DOCINTAKE_S3_SECRET_KEY": SECRET,
        }

    def __enter__(self) -> S3:
        """Starts it."""
        (self.folder / "buckets").mkdir(parents=True, exist_ok=True)
        (self.folder / "s3proxy.conf").write_text(
            f"s3proxy.authorization=aws-v2-or-v4\ns3proxy.identity={ACCESS}\ns3proxy.credential={SECRET}\n"
            f"s3proxy.endpoint={self.address}\njclouds.provider=filesystem-nio2\n"
            f"jclouds.filesystem.basedir={self.folder}/buckets\njclouds.identity=x\njclouds.credential=x\n"
        )
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stops it."""
        self.kill()

    def start(self) -> None:
        """Start it, and wait until it serves."""
        jars, jvm = self._install / "s3proxy", ["-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
        assert any(jars.glob("s3proxy-*.jar")), "run `make test-infra`, which installs the S3 server"
        command = [str(self._install / "java"), *jvm, "-cp", f"{jars}/*", "org.gaul.s3proxy.Main"]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [*command, "--properties", str(self.folder / "s3proxy.conf")],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + 60
        while not listens(self.port):
            assert self._process.poll() is None, (self.folder / "log").read_text()
            assert time.monotonic() < deadline, "the S3 server does not answer"
            time.sleep(0.05)

    def kill(self) -> None:
        """End it at once."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def stop_answering(self) -> None:
        """It takes connections and says nothing, as a hung server does."""
        assert self._process is not None
        self._process.send_signal(19)

    def answer_again(self) -> None:
        """As before."""
        assert self._process is not None
        self._process.send_signal(18)

    def client(self) -> Any:
        """A client beside ours."""
        return boto3.session.Session().client(
            "s3",
            endpoint_url=self.address,
            region_name=REGION,
            aws_access_key_id=ACCESS,
            aws_secret_access_key=SECRET,
            config=Config(
                s3={"addressing_style": "path"},
                connect_timeout=5,
                read_timeout=20,
                request_checksum_calculation="when_required",
            ),
        )

    def create(self, bucket: str) -> str:
        """Make a bucket; answers what DOCINTAKE_BLOBS would be."""
        self.client().create_bucket(Bucket=bucket)
        return f"s3://{bucket}/of/docintake"
