"""What lessons 2.7 and 2.8 show and let one try: numbers, networks, petitions."""
