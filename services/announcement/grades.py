"""Grades of certificates: which certificates have none, so that a grade beside their title means another one."""

from __future__ import annotations

from services.announcement.model import RuleBook, title_key


def has_no_grades(title: str, book: RuleBook) -> bool:
    """Whether `book` knows the certificate `title` as one without grades; what it does not know may have some."""
    kind = book.certificate_kind(title)
    if kind is not None:
        return not kind.grades
    key = title_key(title)
    return key in book.listed_certificates or any(key in bonus.certificate_keys for bonus in book.bonuses)
