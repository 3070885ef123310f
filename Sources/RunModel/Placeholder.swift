// Placeholder until the first file of RunModel lands.
