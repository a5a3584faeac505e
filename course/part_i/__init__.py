"""What part I of the course shows and lets one try: pictures, the map of duties, the in-tray."""
