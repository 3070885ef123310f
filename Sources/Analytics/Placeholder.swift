// Placeholder until the first file of Analytics lands.
