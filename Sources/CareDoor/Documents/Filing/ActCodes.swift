import HealthRecord

/// Codes of acts and diagnoses as people type them (interop sheet § 4.3, `eventCodeList`).
enum ActCodes {
    /// *Classification commune des actes médicaux*.
    static let ccam = "1.2.250.1.213.2.5"
    /// *Classification internationale des maladies*, tenth revision.
    static let icd = "2.16.840.1.113883.6.3"
    /// Codes of one document.
    static let most = 5

    /// The codes of a text; nil where one has neither form, or where there are too many.
    static func read(_ text: String) -> [Code]? {
        let words = text.split { $0.isWhitespace || $0 == "," || $0 == ";" }.map { $0.uppercased() }
        guard words.count <= most else { return nil }
        var codes: [Code] = []
        for word in words {
            guard let code = code(word) else { return nil }
            if !codes.contains(code) { codes.append(code) }
        }
        return codes
    }

    private static func code(_ word: String) -> Code? {
        if word.wholeMatch(of: /[A-Z]{4}[0-9]{3}/) != nil { return Code(word, ccam) }
        guard word.wholeMatch(of: /[A-Z][0-9]{2}(\.?[0-9A-Z]{1,3})?/) != nil else { return nil }
        return Code(word.replacing(".", with: ""), icd)
    }

    /// The same as people type it.
    static func text(_ codes: [Code]) -> String {
        codes.filter { $0.system == ccam || $0.system == icd }.prefix(most).map(\.value).joined(separator: " ")
    }
}
