import TextShaping

extension PDFMetadata {
    /// The document information dictionary; says the same as ``xmp()``, as PDF/A asks.
    func information() -> String {
        var entries = ["/Title \(PDFText.string(title))"]
        if !author.isEmpty { entries.append("/Author \(PDFText.string(author))") }
        if !subject.isEmpty { entries.append("/Subject \(PDFText.string(subject))") }
        if !keywords.isEmpty { entries.append("/Keywords \(PDFText.string(keywordText))") }
        entries.append("/Creator \(PDFText.string(creator)) /Producer \(PDFText.string(creator))")
        let date = PDFText.string(PDFText.date(created))
        entries.append("/CreationDate \(date) /ModDate \(date)")
        return "<< " + entries.joined(separator: " ") + " >>"
    }

    /// The metadata as XMP (ISO 16684-1), with the claims of PDF/A-3a and PDF/UA-1.
    func xmp() -> String {
        let date = PDFText.timestamp(created)
        return """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
            xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            \(Self.claims)<dc:format>application/pdf</dc:format>
            <dc:language><rdf:Bag><rdf:li>\(escaped(language))</rdf:li></rdf:Bag></dc:language>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(escaped(title))</rdf:li></rdf:Alt></dc:title>
            \(optionalFields)<pdf:Producer>\(escaped(creator))</pdf:Producer>
            <xmp:CreatorTool>\(escaped(creator))</xmp:CreatorTool>
            <xmp:CreateDate>\(date)</xmp:CreateDate><xmp:ModifyDate>\(date)</xmp:ModifyDate>
            <xmp:MetadataDate>\(date)</xmp:MetadataDate>
            </rdf:Description>
            \(Self.extensionSchema)
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>
            """
    }

    private static let claims = """
        <pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
        <pdfuaid:part>1</pdfuaid:part>

        """

    private var keywordText: String { keywords.joined(separator: ", ") }

    private var optionalFields: String {
        var fields = ""
        if !author.isEmpty {
            fields += "<dc:creator><rdf:Seq><rdf:li>\(escaped(author))</rdf:li></rdf:Seq></dc:creator>\n"
        }
        if !subject.isEmpty {
            fields += "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">\(escaped(subject))</rdf:li>"
            fields += "</rdf:Alt></dc:description>\n"
        }
        if !keywords.isEmpty {
            let words = keywords.map { "<rdf:li>\(escaped($0))</rdf:li>" }.joined()
            fields += "<dc:subject><rdf:Bag>\(words)</rdf:Bag></dc:subject>\n"
            fields += "<pdf:Keywords>\(escaped(keywordText))</pdf:Keywords>\n"
        }
        return fields
    }

    /// PDF/A knows its own properties only; those of PDF/UA must be declared (ISO 19005-3, 6.6.2.3).
    private static let extensionSchema = """
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
        xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
        xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>part of ISO 14289 that the file follows</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>
        """

    /// Text for XML; characters that XML 1.0 cannot hold are left out.
    private func escaped(_ text: String) -> String {
        var escaped = ""
        for character in DrawableText.of(text).unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}": break
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}
