// Placeholder until the first file of HTMLOutput lands.
