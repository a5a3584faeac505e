"""The world: calendar, people, papers, meetings, the simulated office and its rulebook."""
