import StrictJSON

/// A JSON object of texts and lists of texts: all that operators send (RFC 8259).
///
/// Nothing is nested, nothing is repeated, nothing is guessed: what reads bodies that close records reads little.
public struct FlatJSON: Sendable, Hashable {
    /// The most members of an object.
    public static let memberLimit = 40
    /// The most texts of a list.
    public static let listLimit = 20
    /// The most bytes of a text.
    public static let textLimit = 500

    /// Each member's texts; a single text is a list of one.
    public let members: [String: Member]

    /// A text or a list of texts.
    public enum Member: Sendable, Hashable {
        /// One text.
        case one(String)
        /// A list of them.
        case many([String])
    }

    /// Reads a body; one text of it may be longer where a document comes with it, a list where it names many people.
    public init(
        _ bytes: [UInt8],
        textLimit: Int = FlatJSON.textLimit,
        listLimit: Int = FlatJSON.listLimit
    ) throws(OperatorFault) {
        let value: JSONValue
        do throws(JSONFault) { value = try JSONValue(bytes) } catch { throw .badJSON }
        guard case .object(let object) = value, object.count <= Self.memberLimit,
            object.keys.allSatisfy({ $0.utf8.count <= Self.textLimit })
        else { throw .badJSON }
        var members: [String: Member] = [:]
        for (name, value) in object {
            switch value {
            case .string: members[name] = .one(try Self.text(value, within: textLimit))
            case .array(let items):
                guard items.count <= listLimit else { throw .badJSON }
                var texts: [String] = []
                for item in items { texts.append(try Self.text(item, within: textLimit)) }
                members[name] = .many(texts)
            case .object, .number, .flag, .null: throw .badJSON
            }
        }
        self.members = members
    }

    private static func text(_ value: JSONValue, within limit: Int) throws(OperatorFault) -> String {
        guard case .string(let text) = value, text.utf8.count <= limit else { throw .badJSON }
        return text
    }
}
