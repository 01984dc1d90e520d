import Custody
import Foundation
import OperatorDoor

/// What an operator types about persons: on standard input or in a file, never on the command line, which everybody on the
/// machine can read.
struct OrderInput {
    private var values: [VerbField: [String]] = [:]

    /// The most bytes read.
    private static let limit = 64 * 1024

    /// Fields that options of the command line give already: none of them is about a person.
    init(_ given: [VerbField: String]) { for (field, text) in given { values[field] = [text] } }

    /// Reads what is missing for a verb: from a file, or from standard input, where a person is asked field by field.
    mutating func read(_ verb: OperatorVerb, from path: String?) throws(DeskFailure) {
        let missing = verb.fields.required.filter { values[$0] == nil }
        guard !missing.isEmpty || path != nil else { return }
        if let path, path != "-" {
            guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
            return try take(data, verb)
        }
        if isatty(STDIN_FILENO) == 1 { return ask(missing) }
        try take(FileHandle.standardInput.readDataToEndOfFile(), verb)
    }

    /// The body.
    var json: Data {
        var members: [String: Member] = [:]
        for (field, texts) in values { members[field.rawValue] = field.isList ? .many(texts) : .one(texts.first ?? "") }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(members)) ?? Data()
    }

    /// Lines `field: text`; a list is a line for each; a first line without a field is the matricule.
    private mutating func take(_ data: Data, _ verb: OperatorVerb) throws(DeskFailure) {
        guard data.count <= Self.limit, let text = String(validating: data, as: UTF8.self) else {
            throw .badInput("the input is no text, or longer than \(Self.limit) bytes")
        }
        let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        for (number, line) in lines.filter({ !$0.isEmpty }).enumerated() {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            if number == 0, parts.count == 1 {
                values[.matricule] = [line]
                continue
            }
            // The line is not repeated: it may name a person.
            guard parts.count == 2,
                let field = VerbField(rawValue: parts[0].trimmingCharacters(in: .whitespaces)),
                (verb.fields.required + verb.fields.optional).contains(field)
            else {
                throw .badInput(
                    "line \(number + 1) of the input is not `field: text` with a field of this verb: \(verb.inputNames)"
                )
            }
            let value = parts[1].trimmingCharacters(in: .whitespaces)
            guard values[field] == nil || field.isList else {
                throw .badInput("\(field.rawValue) is given twice")
            }
            values[field, default: []].append(value)
        }
    }

    private mutating func ask(_ fields: [VerbField]) {
        for field in fields {
            let hint = field.isList ? " (one a line, an empty line ends)" : ""
            repeat {
                FileHandle.standardError.write(Data("\(field.rawValue)\(hint): ".utf8))
                guard let line = readLine()?.trimmingCharacters(in: .whitespaces), !line.isEmpty else { break }
                values[field, default: []].append(line)
            } while field.isList
        }
    }

    private enum Member: Encodable {
        case one(String)
        case many([String])

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .one(let text): try container.encode(text)
            case .many(let texts): try container.encode(texts)
            }
        }
    }
}
