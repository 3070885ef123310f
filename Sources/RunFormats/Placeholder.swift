// Placeholder until the first file of RunFormats lands.
