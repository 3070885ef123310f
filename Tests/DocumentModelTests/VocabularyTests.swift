import Testing

@testable import DocumentModel

@Test func `every element that may stand where blocks may becomes a block of its own`() {
    #expect(MarkupVocabulary.blocks.map(\.name).sorted() == BlockName.allCases.map(\.rawValue).sorted())
}
