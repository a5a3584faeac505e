"""A case made from a form that a trainer has filled in: every fault is named by its cell."""

from grading.case_form.form import FormError
from grading.case_form.writing import Made, OtherCaseError, make_case

__all__ = ["FormError", "Made", "OtherCaseError", "make_case"]
