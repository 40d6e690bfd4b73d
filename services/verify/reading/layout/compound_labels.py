"""Labels made of known parts (`시험` `시행` `일자`, `Date` `of` `Examination`), in wordings never listed.

Papers of one kind word their labels in ever other ways, but build them from few parts: what it is about, what was done,
and the kind of value. Only whole labels count, letter for letter; a listed form always goes first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Sequence
from dataclasses import dataclass

from services.verify.reading.layout import european_labels
from services.verify.reading.layout.career_labels import CAREER_LABELS
from services.verify.reading.layout.squeezed import DOTS
from services.verify.values.text import without_accents

_DAY = "(?:일|일자|일시|일짜|날짜|날|년월일|연월일)"
_THE_DAY = "(?:날|날짜|일|일자|일시)"
_PERSON = (
    "(?:응시자|수험자|수검자|피검자|지원자|취득자|합격자|인증자|소지자|소유자|보유자|본인|"
    "고객|회원|신청인|신청자|민원인|대상자|응시생|수험생|(?:건설)?기술[인자]|신고인|근로자|재직자)"
)
_PAPER = (
    "(?:증명서|확인서|성적표|성적증명서|성적확인서|성적|자격증|자격|인증서|"
    "인증|증서|상장|합격증|본|최초|재|온라인|인터넷|문서)"
)
_EXAM = "(?:취득|국가|기술|전문|공인|민간|자격|자격증|인증|시험|검정|평가|면허|응시)+"
_NO_WORDS = frozenset(["of", "the", "your", "a", "an", "on", "in", "for", "to", "by", "at", "and", "s"])
_WHOM = frozenset(["to", "by"])
"""`Scores reported to` announces an institution."""
_NUMBER_WORDS = frozenset(["no", "number", "nr", "num", "id", "code"])
_DATE_WORDS = frozenset(["date", "day", "dates", "on"])
_DONE = frozenset(
    [
        "issued",
        "printed",
        "tested",
        "taken",
        "announced",
        "released",
        "published",
        "reported",
        "posted",
        "mailed",
        "generated",
    ]
)
_THING = frozenset(["result", "results", "score", "scores", "report", "certificate", "exam", "examination", "test"])
"""`Results released` says as much as `Release date`."""
_WORD = re.compile(r"[a-z]+")
_FORM_OF_DATE = re.compile(r"[(\[]\s*[ymd년월일.,/\-\s]+[)\]]")
"""How a date is to be written, in brackets behind its label (`(YYYY.MM.DD)`)."""
_IN_BRACKETS = re.compile(r"[(\[]([a-z\s,./]+)[)\]]")
_CAPITAL_APART = re.compile(r"(?<![A-Za-z])([B-HJ-Z]) (?=[a-z]{2})")
"""A capital that readers part from its word (`T aken`)."""
_LANGUAGES = 3
_MISREAD = re.compile(r"(?<![a-z0-9])(?:[a-z]{2,}[01568]|[01](?=[a-z]))[a-z]+(?![a-z0-9])")
_SCRIPTS = re.compile(r"[a-z][a-z\s'./()\[\]\-]*|[^a-z\x00-\x60]+(?:[\s·]*[^a-z\x00-\x60]+)*")
_LETTERS = str.maketrans("01568", "olsob")
"""Digits that readers see for letters in a word (`inscripci6n`, `0n`)."""
_ENDING = re.compile(r"(?<=[a-z][cs]i)[a-z0-9]{1,2}n(?![a-z0-9])")
"""The end of a Spanish word, whose accent made another letter of its vowel, or two (`publicacidn`, `emisi6on`)."""
_FAMILY, _GIVEN = frozenset(["last", "family", "surname"]), frozenset(["first", "given", "middle"])


@dataclass(frozen=True, slots=True)
class _Compound:
    """How the label of one field is built."""

    hangul: str
    """Pattern of the whole label, without spaces and punctuation."""
    about: frozenset[str] = frozenset()
    """Latin words of which one must be there."""
    kind: frozenset[str] = frozenset()
    """Latin words of which one must be there too; empty where the words before say enough."""
    besides: frozenset[str] = frozenset()
    """Further Latin words that may stand among them."""
    done: frozenset[str] = frozenset()
    """Latin words that say as much without a word of `kind`, beside one of `what` (`Scores posted`)."""
    what: frozenset[str] = frozenset()
    """What was done so."""
    han: str = r"(?!)"
    """Pattern of the whole label in Chinese or Japanese."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_COMPOUNDS = {
    "name": _Compound(
        rf"(?:{_PERSON}의?)?(?:한글|국문|한국어)?(?:성명|이름|성함)(?:한글|국문)?|{_PERSON}명",
        _words("name"),
        besides=_words(
            "candidate examinee test taker student holder full legal applicant participant printed korean hangul"
        )
        | _words("person certificate complete native script local language original"),
        han=r"(?:考生|应试者|应试人|受験者|中文|韩文|韓文|韩国语|韩语|本人)?(?:姓名|氏名|お名前|名前)",
    ),
    "name_latin": _Compound(
        rf"{_PERSON}?(?:영문|영어|로마자|여권)(?:성명|이름|명|표기|성함|표기명)?|(?:성명|이름)(?:영문|영어|로마자|로마자표기)",
        _words("english roman romanized romanised latin passport alphabet"),
        besides=_words("name spelling letters candidate examinee"),
        han=r"(?:英文|拼音|外文|护照|ローマ字|英字)(?:姓名|氏名|名|表記)?",
    ),
    "birth_date": _Compound(
        rf"(?:{_PERSON}의?)?(?:생년월일|생일|출생{_DAY}|태어난{_THE_DAY}|난날|생년월일성별|"
        r"생년월일자|주민등록번호|주민번호)",
        _words("birth birthdate birthday dob born"),
        besides=_words("date day d o b year month"),
        han=r"(?:考生|受験者)?(?:出生|生)(?:年月日|日期|日|年月)",
    ),
    "test_date": _Compound(
        rf"(?:정기|해당|본|토익|텝스|토플|오픽)?(?:응시|시험|평가|검정|수험|실시|시행|고사|테스트|측정|치른|회차)+한?{_DAY}|"
        rf"(?:시험|평가|검정)(?:을|를)?(?:본|보신|친|치신|치른|치르신){_THE_DAY}|시험에응시(?:한|하신){_THE_DAY}",
        _words("test testing tested exam examination exams examined sitting session administration administered taken")
        | _words("assessment assessed interview interviewed"),
        _DATE_WORDS,
        besides=_words("toeic teps toefl opic jpt hsk bct flex english score was is"),
        han=r"(?:参加)?(?:考试|考試|测试|应试|受験|試験|実施|試験実施|考核)(?:日期|时间|時間|日|年月日|期日|日付|年月)",
    ),
    "announced_on": _Compound(
        rf"(?:시험|평가|합격자?|최종)?(?:성적|결과|점수|합격자?)?(?:발표|공개|공시|통보|통지|확정|공고|게시)된?{_DAY}|"
        rf"(?:시험|평가)?(?:성적|결과|점수)(?:을|를|이|가)?(?:나온|알린|알려드린|발표한|공개한|통보한){_THE_DAY}",
        _words(
            "announcement announced announce release released result results publication published reported reporting "
            "availability available posted posting mailed mailing"
        ),
        _DATE_WORDS,
        besides=_words("score scores test exam report official rating ratings grade grades"),
        done=_words("announced released published reported available posted mailed release announcement"),
        what=_words("score scores result results rating ratings grade grades"),
        han=r"(?:成绩|成績|结果|結果|分数)(?:公布|发布|发表|公开|発表|公表|公開)|(?:成绩|成績|结果|結果|分数|合格)?(?:公布|发布|发表|公开|発表|公表|公開)(?:日期|时间|日|年月日)",
    ),
    "issued_on": _Compound(
        rf"{_PAPER}*(?:발급|발행|교부|출력|인쇄|작성|제작)(?:한|된)?{_DAY}|{_PAPER}*(?:을|를)?(?:내준|펴낸|떼어준|찍은|만든){_THE_DAY}",
        _words("issue issued issuing issuance print printed printing generated"),
        _DATE_WORDS,
        besides=_words("certificate report score document this official was"),
        han=r"(?:证书|成绩单|成绩报告|証明書|成績表|認定証)?(?:发证|签发|颁发|发放|出具|打印|制作|発行|交付|発給|作成|印刷)(?:日期|时间|日|年月日|日付)",
    ),
    "valid_until": _Compound(
        rf"{_PAPER}*의?(?:만료|(?:유효|인정|사용|사용가능|효력)(?!$))(?:기간|기한|만료|종료|까지|{_DAY})*|"
        rf"(?:성적|점수|증명서|자격|인증)?(?:이|의)?(?:유효한|만료되는|끝나는|만료된|쓸수있는)(?:마지막)?(?:날까지|기간|기한|{_THE_DAY})",
        _words("valid validity expiry expiration expires expire expiring"),
        besides=_words(
            "until thru through till up date day period score scores report certificate ends end test rating "
            "result results"
        ),
        han=r"(?:成绩|成績|证书|スコア)?有[效効](?:期|期限|期間|日期|截止日期|期至|期限至|至|截止)",
    ),
    "registration_no": _Compound(
        rf"{_PERSON}?(?:수험|응시|접수|시험|참가|응시자|수험자|수험표|응시표|수험등록|응시등록)(?:등록|접수)?(?:번호|코드)|{_PERSON}번호",
        _words("registration candidate examinee test taker admission applicant registrant registered ticket")
        | _words("examination reg"),
        _NUMBER_WORDS,
        besides=_words("identification exam reference appointment"),
        han=r"(?:准考证|准考證|考生|报名|考试|受験|受験票|受験者|登録|受付)(?:号码|编号|号|番号|序号)|考号|考生号",
    ),
    "number": _Compound(
        r"(?:국가|기술|전문)*(?:자격|자격증|인증|인증서|합격|합격증|증서|증|등록|면허|면허증|수첩|확인서|취득|이수)+(?:등록|고유)?번호",
        _words("certificate certification licence license qualification registration diploma"),
        _NUMBER_WORDS,
        besides=_words("registration serial reg"),
        han=r"(?:证书|資格|認定証|登録)(?:号码|编号|号|番号)",
    ),
    "acquired_on": _Compound(
        rf"(?:국가|기술|최종|자격|자격증|면허|시험|검정|종목|등급|급수)*(?:합격|취득|인증|등록|결정|합격자)+(?:한|된)?{_DAY}|"
        rf"(?:자격|자격증|시험|등급)?(?:을|를|에)?(?:딴|얻은|붙은|받은){_THE_DAY}",
        _words("acquisition acquired obtained passed passing qualified qualification pass awarded"),
        _DATE_WORDS,
        besides=_words("certificate final was exam"),
    ),
}

_COMPOUNDS |= {
    "title": _Compound(
        rf"{_EXAM}의?(?:종목|종류|명칭|명|구분)(?:및?(?:등급|급수))?|종목(?:명칭|명)?(?:및?(?:등급|급수))?",
        _words("qualification qualifications license licence certification exam examination test"),
        _words("title name type kind category item field"),
        besides=_words("national technical acquired professional certified"),
    ),
    "grade": _Compound(
        r"(?:자격|인증|합격|취득|판정|평가|검정|부여|해당|최종)*의?(?:등급|급수)명?",
        _words("grade class"),
        besides=_words("qualification acquired certified awarded attained obtained of certificate license licence"),
    ),
    "issuer": _Compound(
        r"(?:자격|자격증|인증서|증명서|시험|검정|인증|평가)*의?(?:주관|시행|발급|발행|수여|교부|공인|운영)+의?(?:기관|처|단체)명?",
        _words("issuer issuing awarding"),
        besides=_words("authority institution organization organisation body agency office name"),
    ),
}
_COMPOUNDS |= {field: _Compound(pattern) for field, pattern in CAREER_LABELS.items()}
_PART = r"(?:력|이해|능력|영역|부문|평가|시험|점수|득점)*"
_HAN_PART = r"(?:理解|部分|部門|力|能力|成绩|成績|得分|得点|分数|スコア)*"
_REACHED = r"(?:취득|획득|환산|최종|전체|합산|판정|부여|응시|종합|평가|본인)*의?"
_COMPOUNDS |= {
    "score": _Compound(
        rf"{_REACHED}(?:총점|총점수|총득점|총합|총합계|총계|합계|합계점수|종합점수|합산점수)",
        _words("total overall combined sum grand"),
        besides=_words("score scores scaled section sections points your obtained result toeic teps toefl ibt flex"),
        han=r"(?:总分数?|總分|总成绩|总计|合计|総得点|総合得点|総合点|総点|合計得?点?|スコア合計|トータルスコア|トータル)",
    ),
    "level": _Compound(
        rf"{_REACHED}(?:등급|급수|레벨)",
        _words("level rating grade"),
        besides=_words("achieved awarded attained obtained overall final official proficiency score speaking your"),
        han=r"(?:hsk|bct)?(?:报考|考试|通过|取得|获得)?(?:等级|级别|級別)",
    ),
    "sections.listening": _Compound(rf"(?:듣기|청해|청취){_PART}", han=rf"(?:听力|聽力|聴解|リスニング){_HAN_PART}"),
    "sections.reading": _Compound(rf"(?:읽기|독해){_PART}", han=rf"(?:阅读|閱讀|読解|リーディング){_HAN_PART}"),
    "sections.writing": _Compound(rf"(?:쓰기|작문){_PART}", han=rf"(?:书写|書寫|写作|作文){_HAN_PART}"),
    "sections.speaking": _Compound(rf"(?:말하기|회화){_PART}", han=rf"(?:口语|会話){_HAN_PART}"),
    "sections.vocabulary": _Compound(rf"어휘{_PART}"),
    "sections.grammar": _Compound(rf"문법{_PART}"),
}


def compound_field(printed: str, fields: Container[str], *, before_value: bool = False) -> str | None:
    """Which of `fields` the whole of `printed` announces by its parts, or None where it is none or might be two.

    `before_value`: a value follows at once, so that `Report printed` says as much as `Report print date`.
    """
    text = _folded(_CAPITAL_APART.sub(r"\1", printed))
    text = _FORM_OF_DATE.sub("", _ENDING.sub("on", _MISREAD.sub(_as_letters, text)))
    text = _IN_BRACKETS.sub(_without_order_of_names, text)
    whole, scripts, languages = _said(text), _in_two(text), _in_languages(text)
    if whole is None and not scripts and not languages:
        return None
    known = [field for field in (*_COMPOUNDS, *(european_labels.FIELDS - _COMPOUNDS.keys())) if field in fields]
    found = {
        field
        for field in known
        if (whole is not None and _announces(whole, field, beside=before_value))
        or _is_said_twice(scripts, field)
        or _is_said_in_languages(languages, field)
    }
    return found.pop() if len(found) == 1 else None


def _as_letters(word: re.Match[str]) -> str:
    return re.sub("^1", "i", word[0]).translate(_LETTERS)


def _folded(printed: str) -> str:
    """Lower case, Latin letters without accents."""
    return without_accents(unicodedata.normalize("NFKC", printed.translate(DOTS)).lower()).replace("#", " no ")


def _without_order_of_names(brackets: re.Match[str]) -> str:
    """Nothing for `(family or surname, given)`, which only says how a name is written; else the same brackets."""
    words = frozenset(_WORD.findall(brackets[1])) - {"or", "and", "name", "names"}
    return "" if words & _FAMILY and words & _GIVEN and words <= _FAMILY | _GIVEN else brackets[0]


@dataclass(frozen=True, slots=True)
class _Said:
    """Words that may be a label, in one script."""

    letters: str
    """Without spaces and signs."""
    words: tuple[str, ...]
    """Where all of it is Latin; else empty."""


def _said(text: str) -> _Said | None:
    """`text` as words; None where it holds no letter, or a digit, and so is no label."""
    letters = "".join(char for char in text if char.isalnum())
    if not letters or any(char.isdigit() for char in letters):
        return None
    return _Said(letters, tuple(_WORD.findall(text)) if letters.isascii() else ())


def _announces(said: _Said, field: str, *, beside: bool = False) -> bool:
    """Whether all of `said` is a label of `field`; `beside` another of its labels fewer words do."""
    compound = _COMPOUNDS.get(field)
    if said.letters.isascii():
        return european_labels.says(field, " ".join(said.words), beside=beside) or (
            compound is not None and _in_latin(frozenset(said.words), compound, beside=beside)
        )
    return compound is not None and bool(
        re.fullmatch(compound.hangul, said.letters) or re.fullmatch(compound.han, said.letters)
    )


def _in_latin(words: frozenset[str], compound: _Compound, *, beside: bool) -> bool:
    said = words - _NO_WORDS | (words & {"on"})
    about, rest = said & compound.about, said - compound.about
    done = bool(said & compound.done and said & compound.what) or bool(said & compound.about & _DONE and said & _THING)
    done = done and not words & _WHOM
    enough = beside or done or not compound.kind or bool(rest & compound.kind)
    return bool(about) and rest <= (compound.kind | compound.besides) and enough


def _in_two(text: str) -> tuple[_Said, ...]:
    """The two scripts of what may be a label twice (`시험시행일 Date of Exam`, `成绩发布 Released`); else empty."""
    parts = [part for part in _SCRIPTS.findall(text) if any(char.isalnum() for char in part)]
    return _all_said(parts) if len(parts) == 2 else ()


def _is_said_twice(parts: Sequence[_Said], field: str) -> bool:
    """Whether each of two parts is a label of `field`, one of them by itself."""
    return any(_announces(part, field) for part in parts) and all(
        _announces(part, field, beside=True) for part in parts
    )


def _in_languages(text: str) -> tuple[_Said, ...]:
    """The parts of what may be a label in two or three languages of Latin letters (`Publicación / Released`)."""
    parts = [" ".join(_WORD.findall(part)) for part in text.split("/")]
    return _all_said(parts) if 2 <= len(parts) <= _LANGUAGES else ()


def _is_said_in_languages(parts: Sequence[_Said], field: str) -> bool:
    """Whether each of `parts` is a label of `field` beside the others.

    Either one of them is a whole label, or one is French or Spanish: two short words of one language (`Test / Exam`)
    are no label.
    """
    return all(_announces(part, field, beside=True) for part in parts) and any(
        _announces(part, field) or european_labels.says(field, " ".join(part.words), beside=True) for part in parts
    )


def _all_said(parts: Sequence[str]) -> tuple[_Said, ...]:
    """Each of `parts` as words; empty where one of them is none."""
    said = [found for part in parts if (found := _said(part)) is not None]
    return tuple(said) if len(said) == len(parts) else ()
