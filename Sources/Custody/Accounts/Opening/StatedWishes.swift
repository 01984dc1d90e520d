public import AccessRules
public import HealthRecord

/// Wishes for emergencies as they are said when a record opens: each that nothing was said of is the set's to say.
public struct StatedWishes: Sendable, Hashable, Codable {
    private var refusesBreakGlass: Bool?
    private var refusesRegulation: Bool?
    private var opensMaskedDocuments: Bool?

    /// Joins the three; nil for what was not said.
    public init(
        refusesBreakGlass: Bool? = nil,
        refusesRegulation: Bool? = nil,
        opensMaskedDocuments: Bool? = nil
    ) {
        self.refusesBreakGlass = refusesBreakGlass
        self.refusesRegulation = refusesRegulation
        self.opensMaskedDocuments = opensMaskedDocuments
    }

    /// Every one of them said.
    public init(_ wishes: EmergencyWishes) {
        self.init(wishes, about: Set(EmergencyChoice.allCases))
    }

    /// Those of them that were asked for.
    public init(_ wishes: EmergencyWishes, about asked: Set<EmergencyChoice>) {
        self.init(
            refusesBreakGlass: asked.contains(.breakGlass) ? wishes.refusesBreakGlass : nil,
            refusesRegulation: asked.contains(.regulation) ? wishes.refusesRegulation : nil,
            opensMaskedDocuments: asked.contains(.masked) ? wishes.opensMaskedDocuments : nil
        )
    }

    /// What was said of one: that it opens, or not; nil where nothing was.
    public subscript(choice: EmergencyChoice) -> Bool? {
        switch choice {
        case .breakGlass: refusesBreakGlass.map { !$0 }
        case .regulation: refusesRegulation.map { !$0 }
        case .masked: opensMaskedDocuments
        }
    }
}
