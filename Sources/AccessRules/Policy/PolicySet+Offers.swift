public import HealthRecord

/// A wish for emergencies that decides something where the set knows what it is about (C4).
public enum EmergencyChoice: Hashable, Sendable, CaseIterable {
    /// Whether the glass may be broken.
    case breakGlass
    /// Whether a regulation centre may come in.
    case regulation
    /// Whether masked documents open to them.
    case masked

    /// The key by which a set offers it.
    public var key: PolicyKey {
        switch self {
        case .breakGlass: .emergencyBreakGlass
        case .regulation: .emergencyRegulation
        case .masked: .emergencyMasked
        }
    }
}

/// What a set offers a holder to decide, and what it makes of those whom he names: pages say it in these words.
extension PolicySet {
    /// Which wishes for emergencies decide something.
    public var emergencyChoices: Set<EmergencyChoice> {
        var offered: Set<EmergencyChoice> = []
        if switches.breakGlass { offered.insert(.breakGlass) }
        if switches.regulation { offered.insert(.regulation) }
        // No set has it without one of them (`Coherence`).
        if switches.emergencyMasked { offered.insert(.masked) }
        return offered
    }

    /// In which emergencies even somebody whom the holder blocked gets in.
    public var emergenciesDespiteBlock: Set<EmergencyChoice> {
        var open: Set<EmergencyChoice> = []
        if switches.breakGlass, !switches.blockDefeatsBreakGlass { open.insert(.breakGlass) }
        if switches.regulation, !switches.blockDefeatsRegulation { open.insert(.regulation) }
        return open
    }

    /// Whether a treating physician sees masked documents (C3).
    public var treatingSeesMasked: Bool { switches.treatingSeesMasked }
    /// Whether a treating physician sees who opened the record (C18).
    public var treatingReadsTraces: Bool { switches.treatingReadsTraces }

    /// The first wish for emergencies in which two differ and that the set does not offer; nil where it offers all of them.
    public func notOffered(from before: EmergencyWishes, to after: EmergencyWishes) -> EmergencyChoice? {
        let offered = emergencyChoices
        return EmergencyChoice.allCases.first { !offered.contains($0) && before[$0] != after[$0] }
    }
}

extension EmergencyWishes {
    /// What is wished of one of them: that it opens, or not.
    public subscript(choice: EmergencyChoice) -> Bool {
        get {
            switch choice {
            case .breakGlass: !refusesBreakGlass
            case .regulation: !refusesRegulation
            case .masked: opensMaskedDocuments
            }
        }
        set {
            switch choice {
            case .breakGlass: refusesBreakGlass = !newValue
            case .regulation: refusesRegulation = !newValue
            case .masked: opensMaskedDocuments = newValue
            }
        }
    }
}
