// Placeholder until the first file of Charts lands.
