import Custody
import HealthRecord
import PageKit
import Wording

/// What the directory says of the name of a colleague.
enum ColleagueSearch: Hashable, Sendable {
    /// There is no directory of names.
    case none
    /// Nothing has been asked yet.
    case unasked
    /// Too little was asked.
    case tooShort
    /// It does not answer.
    case unavailable
    /// Who is called so, the first of them.
    case found([ListedProfessional], areMore: Bool)

    /// What is wrong with what was asked.
    var faults: [FieldFault] {
        self == .tooShort ? [FieldFault(Names.sought, CareTeamText.soughtFault.phrase)] : []
    }

    /// The one who was chosen of those found.
    func chosen(_ listed: String) -> ListedProfessional? {
        guard case .found(let people, _) = self else { return nil }
        return people.first { $0.choice == listed }
    }

    /// Those found, to choose from.
    func node(_ chosen: String, _ faults: [FieldFault], _ frame: Frame) -> [Node] {
        nodes {
            switch self {
            case .none, .unasked, .tooShort: nil
            case .unavailable: status(.noAnswer, frame)
            case .found(let people, _) where people.isEmpty: status(.nobody, frame)
            case .found(let people, let areMore):
                Forms.radios(
                    Names.listed,
                    frame(CareTeamText.listed),
                    people.map { (value: $0.choice, label: $0.line(frame)) },
                    chosen: people.count == 1 ? people.first?.choice : chosen,
                    hint: areMore ? frame(CareTeamText.more) : nil,
                    faults: faults,
                    frame
                )
            }
        }
    }

    private func status(_ text: CareTeamText, _ frame: Frame) -> Node {
        tag("p", .class("empty"), Attribute("role", "status")) { frame(text) }
    }
}

extension CareDoor {
    /// Before anything is asked.
    var unasked: ColleagueSearch { settings.professionals == nil ? .none : .unasked }

    /// Asks the directory for the name in the form.
    func ask(_ form: ColleagueForm) async -> ColleagueSearch {
        guard let directory = settings.professionals else { return .none }
        guard !form.sought.isEmpty || !form.isByHand else { return .unasked }
        guard form.sought.count(where: \.isLetter) >= ProfessionalSearch.fewestLetters else { return .tooShort }
        guard let found = await directory.find(form.sought) else { return .unavailable }
        let shown = Array(found.prefix(ProfessionalSearch.mostFound))
        return .found(shown, areMore: shown.count < found.count)
    }

    /// The one whom the form names: chosen of the directory, or described and held against it.
    func named(
        _ form: ColleagueForm,
        _ directory: ColleagueSearch,
        _ now: Consultation
    ) async -> (TeamMember?, [FieldFault]) {
        if let one = directory.chosen(form.listed) { return (TeamMember(one), []) }
        guard directory == .none || form.isByHand else {
            let isListed = if case .found(let people, _) = directory { !people.isEmpty } else { false }
            let missing = FieldFault(
                isListed ? Names.listed : Names.sought,
                isListed ? CareTeamText.listedFault.phrase : CareTeamText.soughtFault.phrase
            )
            return (nil, [missing])
        }
        let (member, faults) = form.member(beside: now.stay.actor, valueSets)
        guard let member, let people = await settings.professionals?.find(form.family) else { return (member, faults) }
        // A number tells who reads; its holder must not stand in the patient's list under another's name.
        guard let listed = people.first(where: { .person($0.person) == member.subject }) else {
            return (nil, [FieldFault(Names.family, CareTeamText.otherName.phrase)])
        }
        return (member.called(listed.name), [])
    }
}

extension ListedProfessional {
    /// How the form names him: the same person at another place is another choice.
    fileprivate var choice: String { person.text + "|" + structure.id.text }

    fileprivate func line(_ frame: Frame) -> String {
        let place = [structure.name, town].filter { !$0.isEmpty }
        return ([NameText.titled(name, profession), frame(ProfessionText.label(profession))] + place)
            .joined(separator: ", ")
    }
}

extension TeamMember {
    fileprivate init(_ one: ListedProfessional) {
        self.init(
            subject: .person(one.person),
            name: one.name,
            profession: one.profession,
            structure: one.structure
        )
    }

    fileprivate func called(_ name: PersonName) -> TeamMember {
        TeamMember(subject: subject, name: name, profession: profession, structure: structure)
    }
}
