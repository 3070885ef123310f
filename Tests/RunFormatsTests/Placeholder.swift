// Placeholder until the first test of RunFormats lands.
