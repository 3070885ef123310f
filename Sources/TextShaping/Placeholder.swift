// Placeholder until the first file of TextShaping lands.
