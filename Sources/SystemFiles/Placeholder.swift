// Placeholder until the first file of SystemFiles lands.
