// Placeholder until the first test of Figures lands.
