// Placeholder until the first test of Analytics lands.
