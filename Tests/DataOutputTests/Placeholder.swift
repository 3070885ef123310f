// Placeholder until the first test of DataOutput lands.
