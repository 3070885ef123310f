// Placeholder until the first test of TextShaping lands.
