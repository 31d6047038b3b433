## rounds
