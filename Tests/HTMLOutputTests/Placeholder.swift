// Placeholder until the first test of HTMLOutput lands.
