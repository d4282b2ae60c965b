"""A graph on the web: a read-only SPARQL endpoint, a page for every thing in it, and the saved questions as forms."""

from __future__ import annotations

from standpunt.web.app import make_app
from standpunt.web.limits import Limits

__all__ = ["Limits", "make_app"]
