import HealthRecord

/// 5. Whom the holder has blocked does not get in, the holder beside him or not; he may still file.
enum BlockStep: Step {
    static func judge(_ question: Question, _ findings: inout Findings) -> Refusal? {
        guard question.inquiry.isBlocked else { return nil }
        // Nobody finds by traits whoever blocked him; a regulator who has the matricule still gets in where the set says so.
        if question.act == .findWithoutINS { return .told(.blocked, .block, .blocked, .askHolderToUnblock) }
        switch question.mode {
        case .normal: break
        case .breakGlass: if !question.switches.blockDefeatsBreakGlass { return nil }
        case .regulation: if !question.switches.blockDefeatsRegulation { return nil }
        }
        switch question.act {
        // Filing and taking back what one filed are open to all who care (CSP R1111-47); so is leaving.
        case .testExistence, .feed, .feedBySecretary, .listOpenRecords, .removeOwnAuthorisation,
            .resignTreatingPhysician:
            return nil
        case .delete, .replace, .findReference:
            if question.isOwnDocument { return nil }
        default: break
        }
        return .told(.blocked, .block, .blocked, .askHolderToUnblock)
    }
}
