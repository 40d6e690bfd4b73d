"""Certificate titles, issuers and companies."""

from __future__ import annotations

import re

from services.verify.values.scores import parse_grade
from services.verify.values.text import free_text, tidy

_EXAMS: dict[str, tuple[str, ...]] = {
    "한국사능력검정": ("한국사능력검정시험",),
    "컴퓨터활용능력": ("컴퓨터활용능력시험",),
    "국어능력인증": ("국어능력인증시험", "국어능력인증시험(ToKL)", "국어능력인증(ToKL)", "ToKL국어능력인증시험"),
    "KBS한국어능력": ("KBS한국어능력시험",),
    "한국실용글쓰기": ("한국실용글쓰기검정", "한국실용글쓰기검정시험", "한국실용글쓰기시험"),
}
"""Exams that papers and applicants call by short and long names → those names."""
_SHORT = {name: exam for exam, names in _EXAMS.items() for name in names}
_BROADCASTER = dict.fromkeys(
    ("한국방송공사", "한국방송", "KBS", "한국어진흥원", "한국어진흥", "KBS한국어진흥원", "KBS한국어진흥"), "KBS한국방송"
)
"""One institution under several names, and the body of its own (한국어진흥원) that signs for it."""
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
_FOUNDATION = re.compile(r"^(?:재단법인|사단법인|특수법인|[(\[](?:재|사)[)\]])(?=[가-힣A-Z]{3})")
"""The legal form of an institution, which papers print before its name or leave out."""
_BRACKETS = str.maketrans("[]{}【】", "()()()")
_TRANSLATION = re.compile(r"(?<=[가-힣0-9)\]])\s*(?:[(\[/:]\s*)?[A-Za-z][A-Za-z0-9\s&,.'/\-]*[)\]]?\s*$")
"""What a title in Hangul is called in English, behind it."""
_GRADE_BEHIND = re.compile(r"[\s(\[]*(?:준\s*)?[1-9]\s*[+\-−]?\s*급\s*[)\]]*$")


def parse_title(text: str) -> str | None:
    """A certificate's title (종목) without spaces and middle dots; old names and aliases stay as they are.

    `한국사능력검정` and `한국사능력검정시험` are one exam under its short and its long name; none of its near names
    (`한국어능력시험` is not `KBS한국어능력시험`) is taken for it.
    """
    clean = free_text(text)
    if clean is None:
        return None
    clean = re.sub(r"[\s·.,:;|'`\"]", "", clean.translate(_BRACKETS)).strip("-_~")
    return _SHORT.get(clean, clean) if len(clean) >= 2 else None


def without_translation(title: str) -> str:
    """A Hangul title without what it is called in English (`전기기사 (Engineer Electricity)` → `전기기사`)."""
    return _TRANSLATION.sub("", tidy(title))


def split_grade(title: str) -> tuple[str, str | None]:
    """A title and the grade behind it (`컴퓨터활용능력 2급` → `컴퓨터활용능력`, `2급`); None where there is none."""
    found = _GRADE_BEHIND.search(title)
    if found is None or not title[: found.start()].strip():
        return title, None
    return title[: found.start()].strip(), parse_grade(found[0])


def parse_issuer(text: str) -> str | None:
    """Who issued a paper; the office that signs for it (이사장, 위원장, 회장 …) and the seal's mark are dropped."""
    clean = re.sub(r"[(\[]?(?:직인|인|印)[)\]]?$", "", free_text(text) or "")
    for head in _HEADS:
        if clean.endswith(head) and len(clean) > len(head) + 2:
            clean = clean.removesuffix(head)
            break
    name = _FOUNDATION.sub("", re.sub(r"[·.,:;|'`\"]", "", clean))
    return _BROADCASTER.get(name, name) or None


def parse_company(text: str) -> str | None:
    """A company: `(주)`, `㈜` and `주식회사` become `(주)` in front, wherever they stand; None without a letter."""
    clean = re.sub(r"[\s|'`\"]", "", tidy(text).translate(_BRACKETS)).strip(".,:;·-_~")
    found = _FORM.search(clean)
    form = _FORMS[found[1] or found[2]] if found else ""
    bare = (_FORM.sub("", clean, count=1) if found else clean).strip(".,:;·-_~")
    named = any(char.isalpha() for char in bare) and sum(char.isalnum() for char in bare) >= 2
    return form + bare.upper() if named else None


def same_company(one: str, other: str) -> bool:
    """Whether two parsed companies are one: equal names, and equal forms where both have one."""
    one_form, one_name = _split(one)
    other_form, other_name = _split(other)
    return one_name == other_name and (one_form == other_form or not one_form or not other_form)


def _split(company: str) -> tuple[str, str]:
    found = _FORM.match(company) or re.match(r"\(합\)", company)
    return (company[: found.end()], company[found.end() :]) if found else ("", company)
