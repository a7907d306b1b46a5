"""Finds company mentions by weighing evidence, article by article."""

from dealwire.rulers.company.ruler import CompanyRuler, Firm

__all__ = ["CompanyRuler", "Firm"]
