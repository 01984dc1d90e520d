import StrictJSON

extension JSONValue {
    /// Reads a file of the rules.
    init(_ bytes: [UInt8], file: String) throws(RuleBookError) {
        do throws(JSONFault) { self = try JSONValue(bytes) } catch {
            switch error {
            case .malformed(let line, let reason): throw .malformed(file: file, line: line, reason: reason)
            case .repeated(let name): throw .contradiction(file: file, key: name, reason: "written twice")
            }
        }
    }
}
