"""What is taken home: the report as PDF, sheet, calendar and data."""
