extension RuleBookError: CustomStringConvertible {
    /// The file at fault.
    public var file: String {
        switch self {
        case .missingFile(let file), .malformed(let file, _, _), .unknown(let file, _), .missing(let file, _),
            .inadmissible(let file, _, _), .contradiction(let file, _, _):
            file
        }
    }

    /// The key or row at fault; nil where the file as a whole is.
    public var key: String? {
        switch self {
        case .missingFile, .malformed: nil
        case .unknown(_, let key), .missing(_, let key), .inadmissible(_, let key, _), .contradiction(_, let key, _):
            key
        }
    }

    /// What the operator can do about it.
    public var remedy: String {
        switch self {
        case .missingFile: "put the file back, or reinstall"
        case .malformed: "write it as JSON (RFC 8259) in UTF-8, without fractions"
        case .unknown(_, let key): "take \(key) out, or correct its spelling"
        case .missing(_, let key): "add \(key)"
        case .inadmissible(_, let key, _):
            PolicyKey(rawValue: key).map { "write one of: \($0.admittedText)" } ?? "correct the value of \(key)"
        case .contradiction(_, let key, _): "change \(key), or what it contradicts"
        }
    }

    /// Kind, file, key, reason and remedy in one line.
    public var description: String {
        let what =
            switch self {
            case .missingFile(let file): "missing: \(file)"
            case .malformed(let file, let line, let reason): "malformed: \(file) line \(line): \(reason)"
            case .unknown(let file, let key): "unknown: \(key) in \(file)"
            case .missing(let file, let key): "missing: \(key) in \(file)"
            case .inadmissible(let file, let key, let value): "inadmissible: \(key) in \(file): \(value)"
            case .contradiction(let file, let key, let reason): "contradiction: \(key) in \(file): \(reason)"
            }
        return what + "; remedy: " + remedy
    }
}

extension PolicyKey {
    /// The values admitted, as a person reads them.
    public var admittedText: String {
        switch admitted {
        case .flag: "true, false"
        case .name: "a name of letters, digits, - and ."
        case .choice(let words): words.joined(separator: ", ")
        case .choices(let words): "some of \(words.joined(separator: ", "))"
        case .period: "P<n>Y, P<n>M, P<n>W, P<n>D, PT<n>M, null"
        case .number(let range): "\(range.lowerBound) to \(range.upperBound)"
        }
    }
}
