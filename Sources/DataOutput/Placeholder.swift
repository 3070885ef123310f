// Placeholder until the first file of DataOutput lands.
