// Placeholder until the first test of Series lands.
