import HealthRecord

/// 4. The mode must exist for the actor, be in force, be complete, and not be opposed by the holder (CSP L1111-17 I).
enum ModeStep: Step {
    static func judge(_ question: Question, _ findings: inout Findings) -> Refusal? {
        if let refusal = secrecy(question) { return refusal }
        guard question.mode != .normal else { return nil }
        guard let column = question.party.column,
            column.column(in: question.mode).modes.contains(question.mode)
        else { return .told(.modeInadmissible, .functional, .modeRefused, .useNormalMode) }
        let isRegulation = question.mode == .regulation
        guard isRegulation ? question.switches.regulation : question.switches.breakGlass else {
            let key: PolicyKey = isRegulation ? .emergencyRegulation : .emergencyBreakGlass
            return .told(.modeOff, question.set.source(key), .modeRefused, .useNormalMode)
        }
        // Who says so himself regulates nothing: the operator knows the centres.
        if isRegulation, !question.context.circumstances.isRegulationCentre {
            return .told(.modeNotRegulator, .regulation, .modeRefused, .useNormalMode)
        }
        if case .breakGlass(let reason) = question.context.mode, question.switches.reasonRequired,
            reason.allSatisfy(\.isWhitespace)
        {
            return .told(.modeReasonMissing, question.set.source(.emergencyReason), .modeRefused, .giveReason)
        }
        // An emergency ends: who goes on says again why (design § 4).
        if let began = question.context.circumstances.emergencySince, let box = question.switches.emergencyTimeBox,
            question.context.now >= box.end(from: began)
        {
            return .told(.modeTimeBoxEnded, question.set.source(.emergencyTimeBox), .modeRefused, .giveReason)
        }
        let wishes = question.policy.emergency
        // The test of existence is what tells software of the objection.
        if question.act != .testExistence, isRegulation ? wishes.refusesRegulation : wishes.refusesBreakGlass {
            return .told(.modeOpposed, .emergency, .emergencyOpposed, .useNormalMode)
        }
        return nil
    }

    /// A secret connection is a minor's, of the age and under the rules that know one (CSP L1111-5; EX_0.1-1115).
    ///
    /// It keeps notices and traces from who reads the holder's mail: with anybody else that would be a cloak.
    private static func secrecy(_ question: Question) -> Refusal? {
        guard question.context.secrecy == .secret else { return nil }
        let isOpen =
            question.isMinor && question.switches.minorSecret && question.age >= question.switches.minorSecretAge
        return isOpen ? nil : .told(.secretConnection, .minors, .modeRefused, .useNormalMode)
    }
}
