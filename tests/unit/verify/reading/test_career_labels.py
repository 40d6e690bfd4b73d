"""Labels of career papers in wordings that no list holds."""

from __future__ import annotations

import pytest

from services.verify.reading.layout.career_labels import CAREER_LABELS
from services.verify.reading.layout.compound_labels import compound_field


@pytest.mark.parametrize(
    ("printed", "field"),
    [
        ("사업참여기간", "from+to"),
        ("참여기간(시작~종료)", "from+to"),
        ("부터", "from"),
        ("참여종료일", "to"),
        ("과업명", "project"),
        ("공사(용역)명", "project"),
        ("발주기관명", "client"),
        ("분야", "job_field"),
        ("세부전문분야", "specialty"),
        ("공사의 종류", "work_type"),
        ("업무내용", "duty"),
        ("주요공법", "method"),
        ("직책", "position"),
        ("참여구분", "responsibility"),
        ("소속회사", "company"),
        ("채용일", "joined_on"),
        ("퇴직일자", "left_on"),
        ("[인사(총무)부서]", "hr"),
        ("사업담당부서 확인", "business"),
        ("소속부서", "department"),
        ("담당자 성명(서명)", "person"),
        ("발급대장번호", "issue_no"),
        ("재직기간", "joined_on+left_on"),
        ("근무시작일", "joined_on"),
        ("발주청(처)", "client"),
        ("인사·총무 담당부서", "hr"),
        ("사업주관부서", "business"),
        ("성명(서명)", "person"),
    ],
)
def test_a_label_of_known_parts_is_known(printed: str, field: str) -> None:
    assert compound_field(printed, CAREER_LABELS) == field


@pytest.mark.parametrize(
    "printed", ["근무일수", "공사기간", "사업비", "책임기술인", "현장대리인", "품질관리", "인사팀", "사업기간"]
)
def test_what_only_looks_like_a_label_is_none(printed: str) -> None:
    assert compound_field(printed, CAREER_LABELS) is None


def test_the_name_of_an_engineer_is_a_name() -> None:
    assert compound_field("기술인 성명", {"name", "person"}) == "name"
