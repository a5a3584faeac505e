"""What part II of the course shows and lets one try: programme, appraisal, reports, money."""
