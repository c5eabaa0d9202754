"""How well what people type is understood: each report in turn (``make understanding``)."""

from tests.understanding import (
    report_activities,
    report_before,
    report_dates,
    report_happened,
)

REPORTS = (
    report_dates.main,
    report_before.main,
    report_happened.main,
    report_activities.main,
)


def main() -> None:
    """Print every report."""
    for report in REPORTS:
        report()


if __name__ == "__main__":
    main()
