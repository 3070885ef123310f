/// placeholder
public enum PDFErrorX {}
