// Placeholder until the first file of Typesetting lands.
