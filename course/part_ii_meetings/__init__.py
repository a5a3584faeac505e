"""What the lessons on meetings (II.2.2) let one look at and try."""
