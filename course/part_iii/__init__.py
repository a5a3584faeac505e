"""What parts III and IV let one try: solutions for real limits, and a card of one's own."""
