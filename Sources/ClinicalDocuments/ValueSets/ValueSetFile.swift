internal import Foundation
internal import HealthRecord

/// One resource as it lies on disk.
struct ValueSetFile: Decodable {
    struct Concept: Decodable {
        let code: String
        let system: String
        let displayFr: String?
        let classCode: String?
        let classSystem: String?
        let classDisplayFr: String?
        let formatCode: String?
        let formatSystem: String?
        /// The first day in force, `YYYY-MM-DD` or the publisher's `YYYYMMDDhhmmss`.
        let since: String?
        /// The last day in force, as the publisher names it.
        let dateFin: String?

        var source: Code { Code(code, system, label: displayFr) }
        var classTarget: Code? {
            guard let classCode, let classSystem else { return nil }
            return Code(classCode, classSystem, label: classDisplayFr)
        }
        var formatTarget: Code? {
            guard let formatCode, let formatSystem else { return nil }
            return Code(formatCode, formatSystem)
        }
    }

    /// The codes that are dated.
    func periods(_ name: String) throws(ValueSetError) -> [Code: CodePeriod] {
        var periods: [Code: CodePeriod] = [:]
        for concept in concepts where concept.since != nil || concept.dateFin != nil {
            let (from, until) = (Self.day(concept.since), Self.day(concept.dateFin))
            guard (from == nil) == (concept.since == nil), (until == nil) == (concept.dateFin == nil),
                let period = CodePeriod(from: from, until: until)
            else { throw .malformed(file: name) }
            periods[concept.source] = period
        }
        return periods
    }

    private static func day(_ text: String?) -> CalendarDate? {
        text.flatMap { $0.utf8.count == 14 ? CalendarDate($0.prefix(8)) : CalendarDate($0) }
    }

    /// One file at the publisher, or several that make the set together.
    struct Source: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let one = try? container.decode(String.self) {
                text = one
            } else {
                text = try container.decode([String].self).joined(separator: ", ")
            }
        }
    }

    let name: String
    let oid: String?
    let version: String?
    let source: Source
    let count: Int
    let concepts: [Concept]

    static func read(_ name: String, in folder: String) throws(ValueSetError) -> ValueSetFile {
        let path = folder + "/" + name + ".json"
        guard let data = FileManager.default.contents(atPath: path) else { throw .missing(file: name) }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        guard let file = try? decoder.decode(ValueSetFile.self, from: data) else { throw .malformed(file: name) }
        guard file.count == file.concepts.count, file.count > 0 else { throw .wrongCount(file: name) }
        return file
    }

    /// A map from source code to target, each source once and with a target.
    func map(_ name: String, to target: (Concept) -> Code?) throws(ValueSetError) -> [Code: Code] {
        var map: [Code: Code] = [:]
        for concept in concepts {
            guard let mapped = target(concept) else { throw .malformed(file: name) }
            guard map.updateValue(mapped, forKey: concept.source) == nil else { throw .repeatedCode(file: name) }
        }
        return map
    }
}
