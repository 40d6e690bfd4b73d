"""When something may be sent in: the windows of an announcement."""

from __future__ import annotations

from datetime import datetime

from pydantic import field_validator, model_validator

from services.announcement.strict import Strict


class Window(Strict):
    """When something may be sent in: from `opens` on, before `closes`; None on a side leaves it open there."""

    opens: datetime | None = None
    """First instant, with offset."""
    closes: datetime | None = None
    """First instant that is too late, with offset."""

    @field_validator("opens", "closes")
    @classmethod
    def _aware(cls, value: datetime | None) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("give the time with its offset, such as 2019-09-20T09:00:00+09:00")
        return value

    @model_validator(mode="after")
    def _ordered(self) -> Window:
        if self.opens is not None and self.closes is not None and self.opens >= self.closes:
            raise ValueError(f"opens {self.opens.isoformat()} is not before closes {self.closes.isoformat()}")
        return self

    def is_open(self, now: datetime) -> bool:
        """Whether `now` (aware) lies in the window."""
        return (self.opens is None or self.opens <= now) and (self.closes is None or now < self.closes)

    def has_closed(self, now: datetime) -> bool:
        """Whether the window is over at `now`."""
        return self.closes is not None and self.closes <= now


class Windows(Strict):
    """The windows of an announcement; one that is not set is always open."""

    declaration: Window = Window()
    """Declaring and changing a declaration."""
    upload: Window = Window()
    """Uploading papers."""
    personal_data: Window = Window()
    """Collecting birth date, facts and personal statuses (§8)."""
