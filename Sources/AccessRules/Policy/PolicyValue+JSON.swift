import HealthRecord
import StrictJSON

extension PolicyValue {
    init(_ json: JSONValue, for key: PolicyKey, file: String) throws(RuleBookError) {
        switch (key.admitted, json) {
        case (.flag, .flag(let flag)): self = .flag(flag)
        case (.number(let range), .number(let number)) where range.contains(number): self = .number(number)
        case (.name, .string(let text)) where PolicySet.isName(text): self = .choice(text)
        case (.period, .null): self = .period(nil)
        case (.period, .string(let text)):
            guard let period = Period(text) else {
                throw .inadmissible(file: file, key: key.rawValue, value: text)
            }
            self = .period(period)
        case (.choice(let words), .string(let word)) where words.contains(word): self = .choice(word)
        // `false` is written as what it is where it stands beside words (§ 10, C11).
        case (.choice(let words), .flag(let flag)) where words.contains("\(flag)"): self = .choice("\(flag)")
        case (.choices(let words), .array(let items)):
            var chosen: [String] = []
            for item in items {
                guard case .string(let word) = item, words.contains(word), !chosen.contains(word) else {
                    throw .inadmissible(file: file, key: key.rawValue, value: "\(item)")
                }
                chosen.append(word)
            }
            guard !chosen.isEmpty else { throw .inadmissible(file: file, key: key.rawValue, value: "[]") }
            self = .choices(chosen)
        default: throw .inadmissible(file: file, key: key.rawValue, value: "\(json)")
        }
    }
}

/// The members of a JSON object, taken one by one; what is left at the end is unknown.
struct Members {
    private var rest: [String: JSONValue]
    private let file: String
    private let key: String

    init(_ json: JSONValue, file: String, key: String) throws(RuleBookError) {
        guard case .object(let members) = json else {
            throw .malformed(file: file, line: 0, reason: "\(key) is not an object")
        }
        rest = members
        self.file = file
        self.key = key
    }

    mutating func take(_ name: String) throws(RuleBookError) -> JSONValue {
        guard let value = rest.removeValue(forKey: name) else { throw .missing(file: file, key: "\(key).\(name)") }
        return value
    }

    mutating func string(_ name: String) throws(RuleBookError) -> String {
        guard case .string(let text) = try take(name) else { throw wrong(name) }
        return text
    }

    mutating func number(_ name: String) throws(RuleBookError) -> Int {
        guard case .number(let number) = try take(name) else { throw wrong(name) }
        return number
    }

    mutating func date(_ name: String) throws(RuleBookError) -> CalendarDate {
        guard case .string(let text) = try take(name), let date = CalendarDate(text) else { throw wrong(name) }
        return date
    }

    mutating func object(_ name: String) throws(RuleBookError) -> [String: JSONValue] {
        guard case .object(let members) = try take(name) else { throw wrong(name) }
        return members
    }

    func finish() throws(RuleBookError) {
        if let name = rest.keys.min() { throw .unknown(file: file, key: "\(key).\(name)") }
    }

    private func wrong(_ name: String) -> RuleBookError {
        .inadmissible(file: file, key: "\(key).\(name)", value: "of another kind")
    }
}
