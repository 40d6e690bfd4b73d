"""The command line: explains itself, is quick, and turns our errors into one message and an exit code."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from services.cli.main import app
from services.common.topics import catalogue

ROOT = Path(__file__).parents[3]
COMMANDS = (
    "up", "down", "demo", "status", "topics", "announcement", "rulebook", "score", "select", "report", "rescore",
    "read", "dlq", "rebuild", "backup", "restore", "erase", "keys", "run", "migrate",
)  # fmt: skip
HEAVY = ("kafka", "sqlalchemy", "fastapi", "cv2", "PIL", "pydantic", "psutil")


def docintake(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "services.cli.main", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=environment or None, check=False)


def test_help_names_every_command() -> None:
    told = CliRunner().invoke(app, ["--help"]).output
    assert [command for command in COMMANDS if f" {command} " not in told] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom services.cli.main import app\napp(['--help'], standalone_mode=False)\n"
        f"print('HEAVY', [name for name in {HEAVY} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "HEAVY []"


def test_topics_are_listed_without_a_broker() -> None:
    told = CliRunner().invoke(app, ["topics", "list"]).output
    assert [name for name in catalogue() if name not in told] == []


def test_an_unknown_announcement_ends_with_78_and_names_those_there_are() -> None:
    done = docintake("announcement", "check", "2031-grade1")
    assert done.returncode == 78
    assert done.stderr.startswith("docintake: no announcement '2031-grade1'")
    assert "2019-grade5" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_service_ends_with_78() -> None:
    done = docintake("run", "coffee")
    assert done.returncode == 78
    assert "coffee" in done.stderr
    assert "Traceback" not in done.stderr


def test_down_where_nothing_runs_says_so(tmp_path: Path) -> None:
    done = docintake("down", DOCINTAKE_HOME=str(tmp_path), PATH="/usr/bin:/bin")
    assert done.returncode == 0
    assert "nothing runs" in done.stderr


def test_up_refuses_a_taken_port_before_anything_is_started(tmp_path: Path) -> None:
    import socket

    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = str(listener.getsockname()[1])
        done = docintake("up", DOCINTAKE_HOME=str(tmp_path), DOCINTAKE_PORT=port, PATH="/usr/bin:/bin")
    assert done.returncode == 78
    assert "DOCINTAKE_PORT" in done.stderr
    assert not (tmp_path / "data").exists()


def test_a_wrong_setting_is_told_without_a_traceback(tmp_path: Path) -> None:
    done = docintake("status", DOCINTAKE_HOME=str(tmp_path), DOCINTAKE_PORT="eighty", PATH="/usr/bin:/bin")
    assert done.returncode == 78
    assert "DOCINTAKE_PORT" in done.stderr
    assert "Traceback" not in done.stderr


def test_no_cluster_ends_with_75_try_again_later(tmp_path: Path) -> None:
    environment = {"DOCINTAKE_HOME": str(tmp_path), "DOCINTAKE_KAFKA_PORT": "1", "PATH": "/usr/bin:/bin"}
    done = docintake("topics", "check", **environment)
    assert done.returncode == 75
    assert "127.0.0.1:1" in done.stderr
    assert "Traceback" not in done.stderr


def test_key_grants_are_made_listed_and_ended_on_the_command_line(tmp_path: Path) -> None:
    here = {"DOCINTAKE_HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    granted = docintake("keys", "grant", "reporting", **here)
    assert granted.returncode == 0
    assert granted.stdout.startswith("dkg_")
    assert granted.stdout.count("\n") == 1
    again = docintake("keys", "grant", "reporting", **here)
    assert (again.returncode, again.stdout) == (78, "")
    assert "keys revoke reporting" in again.stderr
    assert "holds" in docintake("keys", "list", **here).stdout
    assert docintake("keys", "revoke", "reporting", **here).returncode == 0
    listed = docintake("keys", "list", **here).stdout
    assert "reporting" in listed
    assert "holds" not in listed
    assert granted.stdout.strip() not in listed
    assert docintake("keys", "revoke", "reporting", **here).returncode == 78


@pytest.mark.parametrize("words", [(), ("--all", "--count", "1")])
def test_a_redrive_wants_to_know_how_many(words: tuple[str, ...]) -> None:
    done = docintake("dlq", "redrive", "t.g.dlq", *words)
    assert done.returncode == 78
    assert "--all or --count" in done.stderr


@pytest.mark.parametrize(
    "words", [("--announcement", "2031-grade1"), ("--announcement", "2019-grade5", "--notice-date", "soon")]
)
def test_a_score_that_is_asked_for_wrongly_ends_with_2(words: tuple[str, ...], tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_text("")
    assert CliRunner().invoke(app, ["score", str(lines), *words]).exit_code == 2
