import Custody
import OperatorDoor

extension OperatorVerb {
    /// What help says of the input: each field with how it is written.
    var inputHelp: String {
        let (needed, optional) = (fields.required.filter { !Self.optionFields.contains($0) }, fields.optional)
        guard !(needed + optional).isEmpty else { return "It reads no input." }
        func lines(_ fields: [VerbField]) -> [String] {
            fields.map { "  \($0.rawValue): \($0.form)\($0.isList ? " (a line for each)" : "")" }
        }
        var text = ["Input, `field: text` a line; what an option gives already is not asked for:"] + lines(needed)
        if !optional.isEmpty { text += ["and, where there is something to say:"] + lines(optional) }
        return text.joined(separator: "\n")
    }

    /// The names of the fields that its input may have.
    var inputNames: String {
        (fields.required + fields.optional).filter { !Self.optionFields.contains($0) }.map(\.rawValue)
            .joined(separator: ", ")
    }

    /// What no input has: options give it.
    private static let optionFields: Set<VerbField> = [.order, .paper, .content]
}
