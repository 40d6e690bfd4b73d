"""The install scripts: skipped without the network when nothing changed, one clear line when something is missing."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SCRIPTS = ROOT / "infra" / "install"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project folder with the install scripts and their inputs, and nothing else."""
    shutil.copytree(SCRIPTS, tmp_path / "project" / "infra" / "install")
    shutil.copytree(ROOT / "infra" / "kafka", tmp_path / "project" / "infra" / "kafka")
    return tmp_path / "project"


def run(project: Path, script: str, path: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run one script with only `path` before the system's own tools."""
    variables = {"PATH": f"{path}:/usr/bin:/bin", "HOME": str(project), **environment}
    command = ["bash", str(project / "infra" / "install" / script)]
    return subprocess.run(command, capture_output=True, text=True, env=variables, check=False)


def tool(folder: Path, name: str, body: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/bash\n{body}\n")
    (folder / name).chmod(0o755)


def fake_maven(folder: Path) -> None:
    """Writes a jar where the real one copies them, and a line for each call."""
    tool(
        folder,
        "mvn",
        f'echo called >>{folder}/calls\nfor word; do case $word in -DoutputDirectory=*) mkdir -p "${{word#*=}}"; '
        'touch "${word#*=}/kafka_2.13-test.jar";; esac; done',
    )


def calls(folder: Path) -> int:
    return len((folder / "calls").read_text().splitlines()) if (folder / "calls").exists() else 0


@pytest.mark.parametrize("script", sorted(path.name for path in SCRIPTS.glob("*.sh")))
def test_every_script_is_well_formed(script: str) -> None:
    done = subprocess.run(["bash", "-n", str(SCRIPTS / script)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_kafka_is_fetched_once_and_again_only_when_the_pom_changes(project: Path, tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    fake_maven(tools)
    assert run(project, "kafka.sh", tools).returncode == 0
    assert run(project, "kafka.sh", tools).returncode == 0
    assert calls(tools) == 1
    with (project / "infra" / "kafka" / "pom.xml").open("a") as pom:
        pom.write("<!-- another version -->\n")
    assert run(project, "kafka.sh", tools).returncode == 0
    assert calls(tools) == 2


def test_a_failed_fetch_is_one_clear_line_and_is_tried_again(project: Path, tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tool(tools, "mvn", "exit 1")
    failed = run(project, "kafka.sh", tools)
    assert failed.returncode == 1
    assert failed.stderr.startswith("install: cannot install: Kafka's jars.")
    fake_maven(tools)
    assert run(project, "kafka.sh", tools).returncode == 0
    assert calls(tools) == 1


def test_missing_packages_are_all_named_in_one_line(project: Path, tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tool(tools, "tesseract", "printf 'eng\\nosd\\n'")
    tool(tools, "fc-list", "echo /fonts/NanumGothic.ttf:")
    tool(tools, "apt-get", "exit 0")
    tool(tools, "apt-cache", "echo '  Candidate: (none)'")
    tool(tools, "sudo", '"$@"')
    done = run(project, "system.sh", tools)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("install: cannot install: ")
    assert "tesseract-ocr-kor" in line
    assert "fonts-nanum-extra" in line
    assert "tesseract-ocr-eng" not in line


def test_an_old_java_is_passed_over_and_a_new_one_is_linked(project: Path, tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new" / "bin"
    tool(old, "java", "echo 'openjdk version \"1.8.0_392\"' >&2")
    new.parent.mkdir()
    tool(new, "java", "echo 'openjdk version \"21.0.2\" 2024-01-16' >&2")
    done = run(project, "java.sh", old, JAVA_HOME=str(new.parent))
    assert done.returncode == 0, done.stderr
    assert os.readlink(project / ".docintake" / "install" / "java") == str(new / "java")


def test_the_home_folder_hides_itself_from_git_wherever_it_is(project: Path, tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    fake_maven(tools)
    run(project, "kafka.sh", tools, DOCINTAKE_HOME=str(tmp_path / "elsewhere"))
    assert (tmp_path / "elsewhere" / ".gitignore").read_text() == "*\n"


def test_forgetting_keeps_the_installs_and_touches_no_strange_folder(project: Path, tmp_path: Path) -> None:
    tools, home = tmp_path / "tools", tmp_path / "home"
    fake_maven(tools)
    run(project, "kafka.sh", tools, DOCINTAKE_HOME=str(home))
    (home / "data").mkdir()
    assert run(project, "forget.sh", tools, DOCINTAKE_HOME=str(home)).returncode == 0
    assert sorted(path.name for path in home.iterdir()) == [".gitignore", "install"]
    strange = tmp_path / "strange"
    (strange / "photographs").mkdir(parents=True)
    refused = run(project, "forget.sh", tools, DOCINTAKE_HOME=str(strange))
    assert refused.returncode == 1
    assert (strange / "photographs").exists()
