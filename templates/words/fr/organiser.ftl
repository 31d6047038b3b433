## organiser
