// Placeholder until the first test of Formatting lands.
