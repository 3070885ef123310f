// Placeholder until the first file of NativeCodecs lands.
