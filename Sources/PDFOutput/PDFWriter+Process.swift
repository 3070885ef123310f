extension PDFWriter {
    /// Sets what Cairo reads from the environment; call it before the first worker thread starts.
    ///
    /// The C library's environment may not be written while another thread reads it. Programs with one thread need not
    /// call this: the first page does.
    public static func prepareProcess() { _ = Canvas.plainContent }
}
