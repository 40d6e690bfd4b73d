"""The blob store in a bucket: S3, or what speaks like it. The only user of `boto3`.

A blob is an object `<prefix>/announcement~applicant/sha256`. It is put only where none of that name is: asked first,
and made a condition of the put (`If-None-Match`), which some stores pass over; two that put at once put the same bytes.
It is sent with its MD5, and read back whole or not at all. Every call has a time limit and is tried twice.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import boto3
from botocore.config import Config
from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    NoCredentialsError,
    ParamValidationError,
    PartialCredentialsError,
)

from services.common.blobs import check_name, check_prefix, is_name
from services.common.errors import DocintakeError, Misconfigured, Retryable
from services.common.settings import Settings
from services.common.telemetry import logger

CONNECT_SECONDS = 5
READ_SECONDS = 10
ATTEMPTS = 2
LOOK_SECONDS = 3
"""At the start: a store that does not answer then is asked again with the first blob."""
PAGE = 1_000
"""Keys of one answer to a listing; S3 gives no more."""

THERE_ALREADY = ("PreconditionFailed", "412")
UNDER_WAY = ("ConditionalRequestConflict", "OperationAborted", "409")
NOT_KNOWN = ("NotImplemented", "501")
"""A store that knows no conditional put."""
MISSING = ("NoSuchKey", "404")
WRONG = {
    "NoSuchBucket": "the bucket is not there",
    "404": "the bucket is not there",
    "InvalidAccessKeyId": "the access key is not known",
    "SignatureDoesNotMatch": "the secret key is not the access key's",
    "AccessDenied": "the access key may not use it",
    "403": "the access key is not known or may not use it",
    "301": "the bucket is in another region",
    "PermanentRedirect": "the bucket is in another region",
    "AuthorizationHeaderMalformed": "the bucket is in another region",
}
"""What a person must change."""


log = logger("s3_blobs")


class S3BlobStore:
    """A bucket; a blob is where the store's own promise puts it (S3: several places) before `put` returns."""

    def __init__(self, settings: Settings) -> None:
        """`settings.blobs` is s3://bucket/prefix; the prefix may be empty.

        Raises Misconfigured where the address is none, or the store answers that it will never serve us. A store that
        does not answer is no reason not to start: see `put`.
        """
        self._bucket, self._prefix = _address(settings.blobs)
        try:
            self._client: Any = _client(settings, READ_SECONDS, ATTEMPTS)
            self._look(_client(settings, LOOK_SECONDS, attempts=1))
        except (ParamValidationError, ValueError) as error:
            raise Misconfigured(f"DOCINTAKE_BLOBS={settings.blobs}: {error}") from error

    def put(self, name: str, data: bytes) -> None:
        """See BlobStore."""
        check_name(name)
        if self._has(name):
            return
        wanted = {
            "Bucket": self._bucket,
            "Key": self._prefix + name,
            "Body": data,
            "ContentMD5": base64.b64encode(hashlib.md5(data, usedforsecurity=False).digest()).decode(),
        }
        try:
            self._client.put_object(**wanted, IfNoneMatch="*")
        except ClientError as error:
            if _code(error) in NOT_KNOWN:
                self._asked(self._client.put_object, **wanted)
            elif _code(error) in UNDER_WAY:
                raise Retryable("blob store: the same blob is being stored in this moment") from error
            elif _code(error) not in THERE_ALREADY:
                raise self._away(error) from error
        except BotoCoreError as error:
            raise self._away(error) from error

    def get(self, name: str) -> bytes:
        """See BlobStore."""
        check_name(name)
        try:
            found = self._client.get_object(Bucket=self._bucket, Key=self._prefix + name)
            with found["Body"] as body:
                return bytes(body.read())
        except ClientError as error:
            if _code(error) in MISSING:
                raise KeyError(name) from error
            raise self._away(error) from error
        except BotoCoreError as error:
            raise self._away(error) from error

    def names(self) -> Iterator[str]:
        """See BlobStore."""
        for key in self._keys(self._prefix):
            name = key.removeprefix(self._prefix)
            if is_name(name):
                yield name

    def delete_all(self, prefix: str) -> None:
        """See BlobStore. In a bucket with versions the old ones stay, unreadable without their key.

        One by one: an applicant has few, and stores differ in what they want of a list of deletions.
        """
        check_prefix(prefix)
        for key in self._keys(f"{self._prefix}{prefix}/"):
            self._asked(self._client.delete_object, Bucket=self._bucket, Key=key)

    def _has(self, name: str) -> bool:
        try:
            self._client.head_object(Bucket=self._bucket, Key=self._prefix + name)
        except ClientError as error:
            if _code(error) in MISSING:
                return False
            raise self._away(error) from error
        except BotoCoreError as error:
            raise self._away(error) from error
        return True

    def _keys(self, prefix: str) -> Iterator[str]:
        """Every key that begins so, page by page, each after the last key of the one before.

        Not by the answer's token: s3proxy encodes it once too often where a key has `~`, and lists one page for ever.
        """
        last = ""
        while True:
            page = self._asked(
                self._client.list_objects_v2, Bucket=self._bucket, Prefix=prefix, MaxKeys=PAGE, StartAfter=last
            )
            keys = [str(entry["Key"]) for entry in page.get("Contents", ())]
            yield from keys
            if not keys or not page.get("IsTruncated"):
                return
            last = keys[-1]

    def _look(self, client: Any) -> None:
        """Whether the bucket is there and ours. Raises Misconfigured where it is not."""
        try:
            client.head_bucket(Bucket=self._bucket)
        except ClientError as error:
            if why := WRONG.get(_code(error)):
                raise Misconfigured(
                    f"DOCINTAKE_BLOBS=s3://{self._bucket}: {why} ({_code(error)}); check the bucket's name and the"
                    " DOCINTAKE_S3_… settings / 버킷 이름과 DOCINTAKE_S3_… 설정을 확인하십시오."
                ) from error
        except (NoCredentialsError, PartialCredentialsError) as error:
            raise Misconfigured(
                "DOCINTAKE_BLOBS is a bucket, but there are no credentials: set DOCINTAKE_S3_ACCESS_KEY and"
                " DOCINTAKE_S3_SECRET_KEY / S3 접근 키가 없습니다. 두 설정을 넣으십시오."
            ) from error
        except ParamValidationError:
            raise
        except BotoCoreError as error:
            log.warning("the blob store does not answer yet", error=type(error).__name__)

    def _asked(self, call: Any, **wanted: Any) -> Any:
        try:
            return call(**wanted)
        except (ClientError, BotoCoreError) as error:
            raise self._away(error) from error

    def _away(self, error: ClientError | BotoCoreError) -> DocintakeError:
        """Always Retryable: a right that was taken away may be given back, and no work is lost till then."""
        code = _code(error) if isinstance(error, ClientError) else type(error).__name__
        return Retryable(f"blob store s3://{self._bucket}: {WRONG.get(code, 'no answer that we can use')} ({code})")


def _client(settings: Settings, seconds: int, attempts: int) -> Any:
    secret = settings.s3_secret_key.get_secret_value()
    return boto3.session.Session().client(
        "s3",
        endpoint_url=settings.s3_endpoint or None,
        region_name=settings.s3_region or None,
        aws_access_key_id=settings.s3_access_key or None,
        aws_secret_access_key=secret or None,
        config=Config(
            connect_timeout=min(seconds, CONNECT_SECONDS),
            read_timeout=seconds,
            retries={"total_max_attempts": attempts, "mode": "standard"},
            max_pool_connections=20,
            # The MD5 is ours, and every store checks it; trailing checksums are S3's own.
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
            # A store of one's own has one address for all its buckets.
            s3={"addressing_style": "path"} if settings.s3_endpoint else None,
        ),
    )


def _address(text: str) -> tuple[str, str]:
    """(bucket, prefix with its slash, or empty) of s3://bucket/prefix."""
    parts = urlsplit(text)
    prefix = parts.path.strip("/")
    if parts.scheme != "s3" or not parts.netloc or parts.query or parts.fragment or ".." in prefix.split("/"):
        raise Misconfigured(f"DOCINTAKE_BLOBS={text!r}: a bucket is written s3://bucket or s3://bucket/prefix")
    return parts.netloc, f"{prefix}/" if prefix else ""


def _code(error: ClientError) -> str:
    return str(error.response.get("Error", {}).get("Code", "?"))
