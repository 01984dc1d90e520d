import HealthRecord

/// Whose word takes from somebody what structures and teams give him.
enum Withdrawal {
    /// The holder's, or of who acts for him: it goes for every place, wherever he may work one day.
    case byTheHolder
    /// His own: he gives up what reaches him where he works. Of other places, of what has ended and of what a minor keeps secret
    /// his answer would tell him.
    case byHimself(at: StructureID, Instant)

    /// Whether it takes from somebody what a leave gives him.
    func concerns(_ leave: Authorisation) -> Bool {
        switch self {
        case .byTheHolder: true
        case .byHimself(let place, let now):
            leave.subject == .structure(place) && !leave.isSecret && leave.isValid(at: now)
        }
    }

    /// Whether it takes from somebody what a team gives him.
    func concerns(_ team: DeclaredTeam, of subject: CareSubject) -> Bool {
        switch self {
        case .byTheHolder: true
        case .byHimself(let place, let now):
            team.isInForce(at: now) && team.deemed.contains { [subject, .structure(place)].contains($0.subject) }
        }
    }
}
