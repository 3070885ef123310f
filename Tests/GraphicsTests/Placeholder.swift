// Placeholder until the first test of Graphics lands.
