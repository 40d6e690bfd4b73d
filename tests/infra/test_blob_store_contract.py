"""What every blob store must do, the folder and the bucket alike; and what is a bucket's own."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from services.common.blobs import BlobStore, SealedBlobs, open_blobs
from services.common.errors import KeyDestroyed, Misconfigured, Poison, Retryable
from services.common.s3_blobs import PAGE, S3BlobStore
from services.common.settings import Settings
from tests.infra.s3 import ACCESS, REGION, S3, SECRET
from tests.unit.common.examples import sealer
from tests.unit.common.test_blobs import IMPOSSIBLE

APPLICANT = "2019-grade5~수험-0001"
NAME = f"{APPLICANT}/" + "a" * 64
OTHER = f"{APPLICANT}/" + "b" * 64


def bucket_settings(home: Path, s3: S3, bucket: str, **instead: Any) -> Settings:
    """Settings of the bucket."""
    right = {
        "blobs": bucket,
        "s3_endpoint": s3.address,
        "s3_region": REGION,
        "s3_access_key": ACCESS,
        "s3_secret_key": SECRET,
    }
    return Settings(home=home, **(right | instead))


@pytest.fixture(params=["folder", "bucket"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> BlobStore:
    """Each store, empty."""
    if request.param == "folder":
        return open_blobs(Settings(home=tmp_path))
    s3, bucket = request.getfixturevalue("s3"), request.getfixturevalue("bucket")
    return open_blobs(bucket_settings(tmp_path, s3, bucket))


def test_what_is_put_comes_back(store: BlobStore) -> None:
    for content in (b"", b"x", bytes(range(256)) * 40_000):
        name = f"{APPLICANT}/{len(content):064x}"
        store.put(name, content)
        assert store.get(name) == content


def test_the_same_name_again_is_the_same_blob(store: BlobStore) -> None:
    store.put(NAME, b"first")
    store.put(NAME, b"second")
    assert store.get(NAME) == b"first"


def test_a_missing_blob_is_a_key_error(store: BlobStore) -> None:
    with pytest.raises(KeyError):
        store.get(NAME)


def test_every_blob_has_its_name_in_the_listing(store: BlobStore) -> None:
    assert list(store.names()) == []
    names = {NAME, OTHER, "2020~1/" + "c" * 64}
    for name in names:
        store.put(name, b"x")
    assert sorted(store.names()) == sorted(names)


def test_all_of_one_applicant_are_deleted_and_nobody_elses(store: BlobStore) -> None:
    others = [f"{APPLICANT}1/" + "a" * 64, "2020-grade5~수험-0001/" + "a" * 64]
    for name in (NAME, OTHER, *others):
        store.put(name, name.encode())
    store.delete_all(APPLICANT)
    store.delete_all(APPLICANT)
    assert sorted(store.names()) == sorted(others)
    with pytest.raises(KeyError):
        store.get(NAME)
    store.put(NAME, b"of another life")
    assert store.get(NAME) == b"of another life"


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_a_name_that_no_blob_can_have_is_poison(store: BlobStore, name: str) -> None:
    with pytest.raises(Poison):
        store.get(name)
    with pytest.raises(Poison):
        store.put(name, b"x")
    assert list(store.names()) == []


@pytest.mark.parametrize("prefix", ["", ".", "..", "a/b", "../x", "a\0"])
def test_what_is_no_applicants_is_not_deleted(store: BlobStore, prefix: str) -> None:
    store.put(NAME, b"x")
    with pytest.raises(Poison):
        store.delete_all(prefix)
    assert store.get(NAME) == b"x"


def test_many_at_once_lose_nothing(store: BlobStore) -> None:
    failures: list[BaseException] = []

    def put(number: int) -> None:
        try:
            for turn in range(5):
                store.put(f"2019~{turn}/{number % 2:064x}", b"%d" % turn)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=put, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(list(store.names())) == 10
    assert {store.get(name) for name in store.names()} == {b"%d" % turn for turn in range(5)}


def test_what_lies_there_is_sealed_and_gone_with_its_key(store: BlobStore, tmp_path: Path) -> None:
    opened = sealer(tmp_path)
    blobs = SealedBlobs(store, opened)
    name = blobs.put("2019-grade5/1", b"scan of a passport")
    assert b"passport" not in store.get(name)
    assert blobs.get("2019-grade5/1", name) == b"scan of a passport"
    opened.destroy("2019-grade5/1")
    with pytest.raises(KeyDestroyed):
        blobs.get("2019-grade5/1", name)


@pytest.fixture
def bucketed(tmp_path: Path, s3: S3, bucket: str) -> S3BlobStore:
    """A bucket's store."""
    return S3BlobStore(bucket_settings(tmp_path, s3, bucket))


def test_blobs_lie_under_the_prefix_and_nothing_beside_it_is_touched(
    bucketed: S3BlobStore, s3: S3, bucket: str
) -> None:
    name = bucket.split("/")[2]
    s3.client().put_object(Bucket=name, Key=f"{NAME}", Body=b"somebody else's")
    s3.client().put_object(Bucket=name, Key="of/docintake/readme.txt", Body=b"no blob")
    bucketed.put(NAME, b"x")
    assert list(bucketed.names()) == [NAME]
    bucketed.delete_all(APPLICANT)
    keys = {entry["Key"] for entry in s3.client().list_objects_v2(Bucket=name)["Contents"]}
    assert keys == {NAME, "of/docintake/readme.txt"}


def test_a_listing_of_several_pages_is_deleted_wholly(bucketed: S3BlobStore, monkeypatch: pytest.MonkeyPatch) -> None:
    assert PAGE == 1_000
    monkeypatch.setattr("services.common.s3_blobs.PAGE", 4)
    for number in range(10):
        bucketed.put(f"{APPLICANT}/{number:064x}", b"x")
    assert len(list(bucketed.names())) == 10
    bucketed.delete_all(APPLICANT)
    assert list(bucketed.names()) == []


@pytest.fixture
def silent(s3: S3) -> Iterator[S3]:
    """The server takes connections and says nothing."""
    s3.stop_answering()
    yield s3
    s3.answer_again()


def test_a_server_that_says_nothing_is_retryable_within_its_time(
    bucketed: S3BlobStore, silent: S3, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = time.monotonic()
    with pytest.raises(Retryable, match="blob store s3://"):
        bucketed.put(NAME, b"x")
    assert time.monotonic() - began < 30
    silent.answer_again()
    bucketed.put(NAME, b"x")
    assert bucketed.get(NAME) == b"x"


def test_a_server_that_is_gone_is_retryable_and_its_blobs_are_there_when_it_is_back(
    bucketed: S3BlobStore, s3: S3, tmp_path: Path, bucket: str
) -> None:
    bucketed.put(NAME, b"x")
    s3.kill()
    try:
        for attempt in (
            lambda: bucketed.get(NAME),
            lambda: bucketed.put(OTHER, b"y"),
            lambda: bucketed.delete_all(APPLICANT),
            lambda: list(bucketed.names()),
        ):
            with pytest.raises(Retryable, match="EndpointConnectionError"):
                attempt()
        waiting = S3BlobStore(bucket_settings(tmp_path, s3, bucket))
    finally:
        s3.start()
    waiting.put(OTHER, b"y")
    assert (bucketed.get(NAME), bucketed.get(OTHER)) == (b"x", b"y")


@pytest.mark.parametrize(
    ("instead", "told"),
    [
        ({"blobs": "s3://no-such-bucket"}, "the bucket is not there"),
        ({"s3_access_key": "somebody"}, "access key is not known"),
        ({"s3_secret_key": "wrong-secret"}, "may not use it"),
        ({"blobs": "s3://"}, "is written s3://bucket"),
        ({"blobs": "s3://bucket/../etc"}, "is written s3://bucket"),
        ({"blobs": "s3://A B"}, "DOCINTAKE_BLOBS"),
        ({"blobs": "ftp://somewhere"}, "folder, or s3://"),
        ({"s3_endpoint": "nonsense"}, "Invalid endpoint"),
    ],
)
def test_a_wrong_setting_is_told_at_the_start_without_the_secret(
    tmp_path: Path, s3: S3, bucket: str, instead: dict[str, Any], told: str
) -> None:
    with pytest.raises(Misconfigured, match=told) as caught:
        open_blobs(bucket_settings(tmp_path, s3, bucket, **instead))
    assert SECRET not in str(caught.value)
    assert "wrong-secret" not in str(caught.value)


def test_without_credentials_it_says_which_settings_are_missing(
    tmp_path: Path, s3: S3, bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("HOME", str(tmp_path))
    with pytest.raises(Misconfigured, match="DOCINTAKE_S3_ACCESS_KEY"):
        open_blobs(bucket_settings(tmp_path, s3, bucket, s3_access_key="", s3_secret_key=""))
