// Placeholder until the first file of ShippedFiles lands.
