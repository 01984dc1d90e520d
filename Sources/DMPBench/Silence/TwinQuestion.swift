internal import SampleRecords

/// A request that is ready to go; it answers with the bytes that came back.
typealias TwinAsk = @Sendable () async throws -> Int

/// What is asked of both twins alike.
struct TwinQuestion: Sendable {
    /// What must be the same of the answers.
    enum Weight: Sendable {
        /// Nothing: they quote what differs between the twins, and times.
        case free
        /// The size, before something is hidden and after.
        case kept
    }

    /// How much it asks of the server.
    enum Effort: Sendable {
        /// A list is read and shown.
        case light
        /// Documents are opened, or many events walked through.
        case heavy
    }

    let name: String
    let weight: Weight
    var effort = Effort.light
    /// Makes the request for one of the twins.
    let ask: @Sendable (SamplePatient) throws -> TwinAsk
}

/// What stands between the twins.
enum TwinRound: Sendable {
    /// Nothing is hidden yet: what differs now is the twins' own.
    case control
    /// The second one holds as much hidden as visible.
    case hidden

    var sides: (String, String) {
        switch self {
        case .control: ("twin", "twin")
        case .hidden: ("nothing hidden", "hidden")
        }
    }

    func name(_ question: TwinQuestion) -> String {
        switch self {
        case .control: "control " + question.name
        case .hidden: question.name
        }
    }
}
