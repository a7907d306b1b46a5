"""Articles: one text each, with the id under which everything about it is filed."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Article(BaseModel):
    """A news article; fields beyond `id` and `text` are kept and passed on as they came.

    >>> Article(id="a1", text="Danone rose 5%.", date="2025-05-14").model_extra
    {'date': '2025-05-14'}
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    id: str = Field(min_length=1)
    text: str

    def fields(self) -> dict[str, Any]:
        """All fields in the order in which they are written."""
        return {"id": self.id, "text": self.text, **(self.model_extra or {})}
