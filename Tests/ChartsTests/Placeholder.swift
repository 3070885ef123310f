// Placeholder until the first test of Charts lands.
