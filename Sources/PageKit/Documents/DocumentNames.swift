package import ClinicalDocuments
package import HealthRecord
package import Wording

/// What a page calls the type and the class of a document.
package struct DocumentNames: Hashable, Sendable {
    package let type: Phrase
    package let category: Phrase

    package init(type: Phrase, category: Phrase) {
        self.type = type
        self.category = category
    }
}

extension ValueSets {
    /// The names that anybody understands.
    package func plainNames(_ entry: DocumentEntry) -> DocumentNames {
        DocumentNames(type: plainType(entry.typeCode), category: plainCategory(entry.classCode))
    }

    /// The type of a document as anybody understands it.
    package func plainType(_ code: Code) -> Phrase {
        TypeText.label(code) ?? Phrase(verbatim: officialLabel(code, .type))
    }

    /// The class of a document as anybody understands it.
    package func plainCategory(_ code: Code) -> Phrase {
        CategoryText.label(code) ?? Phrase(verbatim: officialLabel(code, .classCode))
    }

    /// The names that professionals use: in French those of the value sets, which are French alone.
    package func officialNames(_ entry: DocumentEntry) -> DocumentNames {
        DocumentNames(type: officialType(entry.typeCode), category: officialCategory(entry.classCode))
    }

    /// The type of a document as professionals call it.
    package func officialType(_ code: Code) -> Phrase {
        Phrase("\(officialLabel(code, .type))", "\(plainType(code).english)")
    }

    /// The class of a document as professionals call it.
    package func officialCategory(_ code: Code) -> Phrase {
        Phrase("\(officialLabel(code, .classCode))", "\(plainCategory(code).english)")
    }

    private func officialLabel(_ code: Code, _ name: ValueSetName) -> String {
        Typography.french(label(code, in: name) ?? code.label ?? code.value)
    }
}
