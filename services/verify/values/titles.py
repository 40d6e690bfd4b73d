"""Certificate titles, issuers and companies."""

from __future__ import annotations

import re

from services.verify.values.text import free_text, tidy

_EXAMS = ("한국사능력검정", "컴퓨터활용능력", "국어능력인증", "KBS한국어능력")
_HEADS = ("이사장", "위원장", "회장", "장관", "총장", "원장", "대표이사", "사장")
_FORMS = {
    "주": "(주)",
    "주식회사": "(주)",
    "유": "(유)",
    "유한회사": "(유)",
    "합자회사": "(합)",
    "재": "(재)",
    "사": "(사)",
}
_FORM = re.compile(r"[(\[](주|유|재|사)[)\]]|(주식회사|유한회사|합자회사)")
_BRACKETS = str.maketrans("[]{}【】", "()()()")


def parse_title(text: str) -> str | None:
    """A certificate's title (종목) without spaces and middle dots; old names and aliases stay as they are.

    `한국사능력검정` and `한국사능력검정시험` are one exam under its short and its long name.
    """
    clean = free_text(text)
    if clean is None:
        return None
    clean = re.sub(r"[\s·.,:;|'`\"]", "", clean.translate(_BRACKETS)).strip("-_~")
    for exam in _EXAMS:
        if clean == exam + "시험":
            return exam
    return clean if len(clean) >= 2 else None


def parse_issuer(text: str) -> str | None:
    """Who issued a paper; the office that signs for it (이사장, 위원장, 회장 …) and the seal's mark are dropped."""
    clean = re.sub(r"[(\[]?(?:직인|인|印)[)\]]?$", "", free_text(text) or "")
    for head in _HEADS:
        if clean.endswith(head) and len(clean) > len(head) + 2:
            clean = clean.removesuffix(head)
            break
    return re.sub(r"[·.,:;|'`\"]", "", clean) or None


def parse_company(text: str) -> str | None:
    """A company: `(주)`, `㈜` and `주식회사` become `(주)` in front, wherever they stand."""
    clean = re.sub(r"[\s|'`\"]", "", tidy(text).translate(_BRACKETS)).strip(".,:;·-_~")
    found = _FORM.search(clean)
    form = _FORMS[found[1] or found[2]] if found else ""
    bare = (_FORM.sub("", clean, count=1) if found else clean).strip(".,:;·-_~")
    return form + bare.upper() if sum(char.isalnum() for char in bare) >= 2 else None


def same_company(one: str, other: str) -> bool:
    """Whether two parsed companies are one: equal names, and equal forms where both have one."""
    one_form, one_name = _split(one)
    other_form, other_name = _split(other)
    return one_name == other_name and (one_form == other_form or not one_form or not other_form)


def _split(company: str) -> tuple[str, str]:
    found = _FORM.match(company) or re.match(r"\(합\)", company)
    return (company[: found.end()], company[found.end() :]) if found else ("", company)
