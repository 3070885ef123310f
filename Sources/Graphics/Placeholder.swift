// Placeholder until the first file of Graphics lands.
