// Placeholder until the first test of Reports lands.
