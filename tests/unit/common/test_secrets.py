"""Keys and passwords written by the first start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr

from services.common import secrets
from services.common.errors import Misconfigured
from services.common.sealing import master_key_from
from services.common.settings import Settings

ALL = {
    "portal.key": secrets.portal_key,
    "staff.password": secrets.staff_password,
    "session.key": secrets.session_key,
    "master.key": secrets.master_key,
}


@pytest.mark.parametrize("name", ALL)
def test_the_first_start_writes_a_secret_that_only_its_owner_reads(name: str, tmp_path: Path):
    settings = Settings(home=tmp_path / "home")
    secret = ALL[name](settings)
    assert ALL[name](settings) == secret
    assert (tmp_path / "home" / name).stat().st_mode & 0o777 == 0o600
    assert [path.name for path in (tmp_path / "home").iterdir()] == [name]


def test_secrets_differ_from_home_to_home_and_the_master_key_is_one(tmp_path: Path):
    homes = [Settings(home=tmp_path / name) for name in ("a", "b")]
    for read in ALL.values():
        assert read(homes[0]) != read(homes[1])
    assert len(master_key_from(secrets.master_key(homes[0]))) == 32


def test_a_set_secret_is_taken_and_nothing_is_written(tmp_path: Path):
    settings = Settings(home=tmp_path, portal_key=SecretStr("given"), staff_password=SecretStr("also"))
    assert (secrets.portal_key(settings), secrets.staff_password(settings)) == ("given", "also")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_secret_file_is_no_secret(tmp_path: Path):
    (tmp_path / "portal.key").write_text("\n")
    with pytest.raises(Misconfigured, match=r"portal\.key is empty"):
        secrets.portal_key(Settings(home=tmp_path))


def test_processes_that_start_together_agree(tmp_path: Path):
    code = (
        "from pathlib import Path; import sys; from services.common.settings import Settings;"
        "from services.common.secrets import master_key; sys.stdin.read();"
        f"print(master_key(Settings(home=Path({str(tmp_path)!r}))))"
    )
    children = [
        subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    for child in children:
        child.stdin.flush()
    answers = {child.communicate(input="")[0].strip() for child in children}
    assert answers == {(tmp_path / "master.key").read_text().strip()}
    assert [path.name for path in tmp_path.iterdir()] == ["master.key"]
