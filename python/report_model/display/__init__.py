"""What a notebook and a browser show. No script, no outside reference; every word of a report is escaped."""
