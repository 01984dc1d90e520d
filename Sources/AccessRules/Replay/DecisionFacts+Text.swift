import Foundation
import HealthRecord

extension DecisionFacts {
    /// One line: the number of the form, then what is kept, field by field in a fixed order, each after its length.
    ///
    /// The same facts give the same text. A trace is written at every reading: this costs a tenth of what JSON does.
    public func text() throws -> String {
        var writer = FactsWriter()
        // What was read in the second form means what it meant then.
        writer.put(String(max(form, Self.widerRefusalsForm)))
        writer.put(edition)
        writer.put(act.rawValue)
        writer.put(subject)
        writer.put(resource)
        writer.put(policy)
        switch mode {
        case .normal: writer.put("n")
        case .regulation: writer.put("r")
        case .breakGlass(let reason):
            writer.put("b")
            writer.put(reason)
        }
        writer.put(now)
        writer.put(today)
        writer.put(presence.rawValue)
        writer.put(secrecy.rawValue)
        // Seldom there: not worth an order of its own.
        writer.put(try circumstances.map { try Self.json($0) } ?? "")
        return writer.text
    }

    /// Reads what `text()` wrote, now or in a former form.
    ///
    /// - Throws: `ReplayError.unknownForm` for the form of a later program.
    public init(text: String) throws {
        if text.hasPrefix("{") {
            self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
            return
        }
        var reader = FactsReader(text)
        guard let form = Int(try reader.take()) else { throw FactsFault() }
        guard (Self.widerRefusalsForm...Self.currentForm).contains(form) else { throw ReplayError.unknownForm(form) }
        let edition = try reader.take()
        let act: Act = try reader.word()
        let subject = try reader.subject()
        let resource = try reader.resource()
        let policy = try reader.policy()
        let mode: AccessMode =
            switch try reader.take() {
            case "n": .normal
            case "r": .regulation
            case "b": .breakGlass(reason: try reader.take())
            default: throw FactsFault()
            }
        let now = try reader.instant()
        let today = try reader.day()
        let presence: HolderPresence = try reader.word()
        let secrecy: SessionSecrecy = try reader.word()
        let more = try reader.take()
        let circumstances =
            more.isEmpty ? nil : try JSONDecoder().decode(Circumstances.self, from: Data(more.utf8))
        try reader.finish()
        self.init(
            form: form,
            edition: edition,
            subject: subject,
            act: act,
            resource: resource,
            policy: policy,
            mode: mode,
            now: now,
            today: today,
            presence: presence,
            secrecy: secrecy,
            circumstances: circumstances
        )
    }

    private static func json(_ circumstances: Circumstances) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(circumstances), as: UTF8.self)
    }
}
