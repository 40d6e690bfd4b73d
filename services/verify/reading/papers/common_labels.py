"""Labels that many kinds of paper share, in the forms that Korean, English and Chinese papers print."""

from __future__ import annotations

from services.verify.reading.layout.labels import Label

NAME = Label("name", ("성명", "이름", "성명(한글)", "한글성명", "성명(국문)", "응시자명", "응시자", "성명(한자)"))
NAME_ANY = Label(
    "name",
    (*NAME.words, "Name", "성명(Name)", "Full name", "Candidate name", "Examinee name", "Test taker name"),
)
NAME_LATIN = Label("name_latin", ("영문성명", "성명(영문)", "영문이름", "English name", "Name (English)", "영문명"))
BIRTH_DATE = Label(
    "birth_date",
    (
        "생년월일",
        "생년월일(Date of birth)",
        "출생일",
        "Date of birth",
        "Birth date",
        "Birthdate",
        "DOB",
        "출생연월일",
        "주민등록번호",
        "출생년월일",
        "出生日期",
    ),
)
ISSUED_ON = Label(
    "issued_on",
    (
        "발급연월일",
        "발급년월일",
        "발급일",
        "발급일자",
        "교부일",
        "교부연월일",
        "교부일자",
        "교부년월일",
        "발행일",
        "발행연월일",
        "발행일자",
        "증명서발급일",
        "성적표발급일",
        "자격증발급일",
        "Date of issue",
        "Issue date",
        "Issued on",
        "Date issued",
        "Issued",
        "발행년월일",
    ),
)
VALID_UNTIL = Label(
    "valid_until",
    (
        "유효기간",
        "유효기한",
        "유효일자",
        "유효기간만료일",
        "만료일",
        "성적유효기간",
        "성적유효기한",
        "Valid until",
        "Expiration date",
        "Expiry date",
        "Valid through",
        "Date of expiry",
        "Valid thru",
        "Expires on",
    ),
)
TEST_DATE = Label(
    "test_date",
    (
        "시험일",
        "시험일자",
        "응시일",
        "응시일자",
        "시험시행일",
        "시험일시",
        "시행일",
        "Test date",
        "Date of test",
        "Examination date",
        "Exam date",
        "Date of examination",
        "Date tested",
        "응시연월일",
        "시험연월일",
        "考试时间",
        "考试日期",
    ),
)
ANNOUNCED_ON = Label(
    "announced_on", ("성적발표일", "발표일", "발표일자", "합격자발표일", "성적발표일자", "Announcement date")
)
ISSUER = Label(
    "issuer", ("발급기관", "시행기관", "발행기관", "주관기관", "발급처", "시행처", "Issued by", "자격발급기관")
)
REGISTRATION_NO = Label(
    "registration_no",
    (
        "수험번호",
        "등록번호",
        "응시번호",
        "접수번호",
        "Registration number",
        "Registration no",
        "Reg no",
        "Test ID",
        "Candidate number",
        "Candidate no",
        "수험번호(Registration No)",
        "ID number",
    ),
)
TOTAL = Label(
    "score",
    (
        "총점",
        "합계",
        "Total",
        "Total score",
        "총점수",
        "합계점수",
        "总分",
        "Overall score",
        "Total Score(총점)",
        "총계",
        "종합점수",
    ),
)
LISTENING = Label(
    "sections.listening",
    ("듣기", "청해", "Listening", "Listening comprehension", "听力", "LC", "청해(Listening)", "Listening score"),
)
READING = Label(
    "sections.reading",
    ("읽기", "독해", "Reading", "Reading comprehension", "阅读", "RC", "독해(Reading)", "Reading score"),
)
WRITING = Label("sections.writing", ("쓰기", "Writing", "书写", "作文", "Writing score"))
SPEAKING = Label("sections.speaking", ("말하기", "Speaking", "Speaking score"))
GRAMMAR = Label("sections.grammar", ("문법", "Grammar"))
VOCABULARY = Label("sections.vocabulary", ("어휘", "Vocabulary"))
PERSON_NOISE = (
    "주소",
    "성별",
    "국적",
    "사진",
    "본적",
    "전화번호",
    "연락처",
    "이메일",
    "Sex",
    "Gender",
    "Nationality",
    "性别",
    "国籍",
    "Native country",
    "Country of birth",
    "Native language",
    "Email",
    "주민등록지",
)
