import HealthRecord

/// 3. Insurers, mutuals, employers and banks: never, whatever the mode, the act or the holder's word (CSP L1111-18).
///
/// In code and not in data: no set of rules can lift it (design § 5).
enum BanStep: Step {
    static func judge(_ question: Question, _ findings: inout Findings) -> Refusal? {
        if covers(question.party) { return .silent(.banned, .insurers) }
        if let (rule, source) = shutOut(question.party) { return .silent(rule, source) }
        guard question.party.column == .occupational, !question.switches.occupationalMayRead,
            !(question.switches.occupationalFeeds && files(question.act))
        else { return nil }
        return .told(.occupationalBanned, question.set.source(.occupationalRead), .roleRefused)
    }

    /// Who is shut out as long as the holder cannot be asked as the law wants it: each time, or for each purpose.
    ///
    /// Neither is connected; should one ever come, no set of rules lets it in.
    static func shutOut(_ party: Party) -> (RuleID, LegalSource)? {
        switch party {
        case .portal(.foreignContactPoint): (.foreignContactPoint, .foreignRequests)
        case .portal(.digitalService): (.digitalService, .digitalServices)
        case .care, .portal: nil
        }
    }

    /// What an occupational physician does in the eras that let him file and no more (law of 13/08/2004, article 3).
    private static func files(_ act: Act) -> Bool {
        switch act {
        case .testExistence, .feed, .replace, .delete, .findReference: true
        default: false
        }
    }

    /// Whether somebody comes for one of those whom the law bans.
    ///
    /// A health-insurance body feeds as `Actor.system("ALIM_AM")`, never as a care actor.
    static func covers(_ actor: CareActor) -> Bool {
        let role = actor.profession.role.value
        return isBanned(sector: actor.structure.sector.value) || role == "ASSUR" || role == "ALIM_AM"
    }

    static func covers(_ party: Party) -> Bool {
        if case .care(let party) = party { covers(party.actor) } else { false }
    }

    private static func isBanned(sector: String) -> Bool {
        switch sector {
        // Temporary-work agencies; private insurance and mutuals; social-security bodies.
        case "SA11", "SA23", "SA24": true
        // Recruitment and personnel; communication and consulting; companies of industry and services, banks among them.
        case "SA44", "SA45", "SA48": true
        default: false
        }
    }
}
