import CXLSXWriter
import XLSXCalls

/// A workbook that is being written: owns the library's handle until it is closed.
@safe final class Workbook {
    typealias Format = UnsafeMutablePointer<lxw_format>
    typealias Sheet = UnsafeMutablePointer<lxw_worksheet>

    private let handle: UnsafeMutablePointer<lxw_workbook>
    private var formats: [String: Format] = unsafe [:]
    private(set) var head: Format?
    private(set) var absent: Format?
    private(set) var link: Format?

    init(path: String) throws(XLSXError) {
        var options = unsafe lxw_workbook_options()
        unsafe options.constant_memory = 1
        guard let handle = unsafe workbook_new_opt(path, &options) else { throw .library("it cannot be begun") }
        unsafe self.handle = handle
        unsafe head = workbook_add_format(handle)
        unsafe format_set_bold(head)
        unsafe format_set_bottom(head, UInt8(LXW_BORDER_THIN.rawValue))
        unsafe absent = workbook_add_format(handle)
        unsafe format_set_font_color(absent, 0x808080)
        unsafe format_set_align(absent, UInt8(LXW_ALIGN_RIGHT.rawValue))
        unsafe link = workbook_add_format(handle)
        unsafe format_set_font_color(link, 0x1F5FBF)
    }

    /// The format of some numbers; made once.
    func format(_ text: String) -> Format? {
        if let known = unsafe formats[text] { return unsafe known }
        let format = unsafe workbook_add_format(handle)
        unsafe format_set_num_format(format, text)
        unsafe formats[text] = unsafe format
        return unsafe format
    }

    func sheet(_ name: String) -> Sheet? { unsafe workbook_add_worksheet(handle, name) }

    /// What the document says of itself.
    func describe(_ content: WorkbookContent) {
        unsafe content.title.withCString { title in
            unsafe content.subject.withCString { subject in
                unsafe content.generator.withCString { generator in
                    var properties = unsafe lxw_doc_properties()
                    unsafe properties.title = UnsafeMutablePointer(mutating: title)
                    unsafe properties.subject = UnsafeMutablePointer(mutating: subject)
                    unsafe properties.author = UnsafeMutablePointer(mutating: generator)
                    unsafe properties.created = max(content.created, Self.firstMoment)
                    _ = unsafe workbook_set_properties(handle, &properties)
                }
            }
        }
    }

    /// 1 January 1980. The library takes the clock for 0.
    private static let firstMoment = 315_532_800

    /// Ends the file; the handle is gone afterwards.
    func close() throws(XLSXError) {
        let code = unsafe workbook_close(handle)
        guard code != LXW_NO_ERROR else { return }
        throw .library(unsafe lxw_strerror(code).map { unsafe String(cString: $0) } ?? "error \(code.rawValue)")
    }
}
