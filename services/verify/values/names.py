"""Names of persons, Hangul and Latin."""

from __future__ import annotations

import re

from services.verify.values.text import has_hangul, tidy

_PARENTHESES = re.compile(r"[(\[{<][^)\]}>]*[)\]}>]?")
_ALONE = re.compile(r"^\W*(?:[(\[]([^()\[\]]+)[)\]]?|([^()\[\]]+)[)\]])\W*$")
"""Nothing but brackets and what stands in them; readers lose one of the two."""
_HONORIFIC = re.compile(r"(?P<gap>\s*)(?:님|씨)$")
"""What is put behind a name out of respect."""
_OTHER_SCRIPT = re.compile(r"^[^가-힣()\[\]]*[A-Za-z][^가-힣()\[\]]*[(\[]\s*([가-힣][가-힣\s]{1,10})[)\]]\W*$")
"""`HONG GILDONG (홍길동)`."""
_SHORTEST = 3
"""Syllables behind which 님 is never the last one of the name."""
_SIGNED = re.compile(r"(?:\(?\s*(?:서\s*명|날\s*인|인|印|sign)\s*\)|서명|날인|귀하)\s*$", re.I)
_TO_BE_SIGNED = re.compile(r"서명|날인|직인|또는")
_PAPER = re.compile(r"(?:성적|인증|증명|확인|합격|자격|통지|수료|면허)(?:서|증|표|장)")
"""Words of headings."""
_HANGUL_NAME = re.compile(r"^[가-힣]{2,12}$")
_NOT_LATIN = re.compile(r"[^A-Z ]")
_NEVER_IN_NAMES = frozenset(
    [
        "NAME",
        "NOMBRE",
        "NOMBRES",
        "APELLIDO",
        "APELLIDOS",
        "PRENOM",
        "KOREAN",
        "COREANO",
        "COREEN",
        "ENGLISH",
        "DATE",
        "BIRTH",
        "SCORE",
        "SCORES",
        "REPORT",
        "NUMBER",
        "CERTIFICATE",
        "CERTIFICATION",
        "REGISTRATION",
        "CANDIDATE",
        "EXAMINATION",
        "LEVEL",
        "LISTENING",
        "SPEAKING",
        "WRITING",
    ]
)
"""Words of labels and headings that nobody is called by: what holds one is no name."""
_SEX = re.compile(r"^(?:MR|MS|MRS)\b\.?\s*", re.I)
_EDGES = " .,:;|'`\"~_-·*「」『』〈〉《》。、"


def parse_name(text: str) -> str | None:
    """A person's name: Hangul without spaces, or Latin as `parse_latin_name`; None where it is neither.

    Hanja or Latin in brackets behind a Hangul name, `(서명)`, `(인)`, 귀하, 님 and 씨 do not belong to it. Of a Latin
    name with the Hangul one in brackets the latter is meant.
    """
    signed = _SIGNED.sub("", tidy(text))
    if (other := _OTHER_SCRIPT.match(signed)) is not None:
        signed = other[1]
    alone = _ALONE.match(signed)
    clean = ((alone[1] or alone[2]) if alone else _PARENTHESES.sub(" ", signed)).strip(_EDGES)
    if not has_hangul(clean):
        return parse_latin_name(clean)
    squeezed = re.sub(r"[\s·]", "", _without_honorific(clean))
    other_words = _TO_BE_SIGNED.search(squeezed) or _PAPER.search(squeezed)
    return squeezed if _HANGUL_NAME.match(squeezed) and not other_words else None


def _without_honorific(name: str) -> str:
    """`name` without 님 or 씨 behind it: parted from it, or behind so many syllables that it cannot be the last of it.

    Of `김 하 님`, spaced out, nobody can say whether 하님 is the given name.
    """
    found = _HONORIFIC.search(name)
    if found is None:
        return name
    rest = name[: found.start()].rstrip()
    letters = len(re.sub(r"[\s·]", "", rest))
    parted = bool(found["gap"]) and letters == _SHORTEST - 1 and " " not in rest
    return rest if parted or letters >= _SHORTEST else name


def _one_bracket(clean: str) -> str:
    """`clean` without a bracket at its end or start whose other half was left with a label."""
    if clean.endswith(")") and "(" not in clean:
        return clean[:-1].rstrip()
    return clean[1:].lstrip() if clean.startswith("(") and ")" not in clean else clean


def parse_latin_name(text: str) -> str | None:
    """Upper-case Latin words in printed order (`HONG GILDONG`), hyphens closed up; None for anything else."""
    clean = _SEX.sub("", tidy(text)).upper().strip(" .:;|'`\"_-–—·*•")
    clean = _one_bracket(clean)
    clean = re.sub(r"(?<=[A-Z])\s*[-‐–]\s*(?=[A-Z])", "", clean)
    clean = clean.replace(",", " ").replace("'", "").replace(".", " ").replace("/", " ")
    if _NOT_LATIN.search(clean):
        return None
    words = clean.split()
    letters = sum(map(len, words))
    return " ".join(words) if letters >= 3 and not _NEVER_IN_NAMES.intersection(words) else None


def same_latin_name(one: str, other: str) -> bool:
    """Whether two parsed Latin names are one: spaces, hyphens and the order of family and given name do not count."""
    letters = other.replace(" ", "")
    words = one.split()
    turned = ("".join(words[turn:] + words[:turn]) for turn in range(len(words)))
    if letters in turned:
        return True
    words, letters = other.split(), one.replace(" ", "")
    return letters in ("".join(words[turn:] + words[:turn]) for turn in range(len(words)))
