import AccessRules
import ClinicalDocuments
import Custody
import HealthRecord
import PageKit
import Wording

@testable import PortalDoor

/// People and histories, as pages show them.
extension PageSamples {
    /// What the newest set makes of roles and blocks.
    static let sentences = RoleSentences((try? RuleBook.bundled())?.policySets["mes2026"])

    static var people: [Sample] {
        func line(_ name: String, _ word: Phrase, treating: Bool = false, ended: Bool = false) -> ProfessionalsPage.Line
        {
            .init(
                handle: handle,
                name: name,
                profession: word,
                since: Phrase("3 janvier 2026", "3 January 2026"),
                lastAccess: nil,
                isTreating: treating,
                hasEnded: ended
            )
        }
        let physician = Phrase("médecin généraliste", "general practitioner")
        let nurse = Phrase("soins infirmiers", "nurse")
        var administrator = line("Dr\u{A0}Claire Vasseur", physician)
        administrator.until = Phrase("3 janvier 2027", "3 January 2027")
        administrator.isAdministrator = true
        var stays = professional(.treating, [])
        stays.staysTreating = true
        stays.documents = .init(count: 12, latest: Array(lines.prefix(2)))
        var administers = professional(.authorised, [.endAdministrator, .revoke])
        administers.isAdministrator = true
        func professional(
            _ standing: ProfessionalPage.Standing,
            _ choices: [ProfessionalChoice],
            notice: Phrase? = nil
        ) -> ProfessionalPage {
            ProfessionalPage(
                handle: handle,
                name: "Dr\u{A0}Claire Vasseur",
                profession: physician,
                structure: Phrase(verbatim: "Maison de santé des Tilleuls"),
                standing: standing,
                since: Phrase("3 janvier 2026", "3 January 2026"),
                until: nil,
                origin: AuthorisationOrigin.givenByHolder.label,
                rights: [
                    .init(category: Phrase("Comptes rendus", "Reports"), answer: .all),
                    .init(category: Phrase("Imagerie médicale", "Medical imaging"), answer: .some),
                    .init(category: Phrase("Données de remboursement", "Reimbursements"), answer: .none),
                ],
                accesses: standing == .none ? [] : [access()],
                choices: choices,
                sentences: sentences,
                notice: notice
            )
        }
        return [
            (
                "professionals",
                ProfessionalsPage(
                    authorised: [line("Dr\u{A0}Claire Vasseur", physician, treating: true)],
                    blocked: [line("Bruno Roussel", nurse)],
                    others: [line("Dr\u{A0}Samuel Okonkwo", physician, ended: true)]
                ), true
            ),
            (
                "professionals-teams",
                ProfessionalsPage(
                    authorised: [administrator],
                    blocked: [],
                    others: [],
                    teams: [
                        .init(
                            id: ids[1],
                            name: "Équipe du service de cardiologie",
                            declaredBy: "Dr\u{A0}Samuel Okonkwo",
                            since: Phrase("3 janvier 2026", "3 January 2026"),
                            until: Phrase("3 janvier 2027", "3 January 2027"),
                            members: [
                                .init(handle: handle, name: "Bruno Roussel", profession: nurse, isCovered: true),
                                .init(handle: handle, name: "Hélène Delaunay", profession: nurse, isCovered: false),
                            ],
                            mayEnd: true
                        ),
                        .init(
                            id: ids[2],
                            name: "Soins à domicile",
                            declaredBy: "Bruno Roussel",
                            since: Phrase("3 janvier 2026", "3 January 2026"),
                            until: nil,
                            members: [],
                            mayEnd: false
                        ),
                    ],
                    hasAdministrators: true,
                    notice: TeamText.ended.phrase
                ), true
            ),
            ("presence-none", PresencePage(asking: [], notice: PresenceText.answeredNo.phrase), true),
            (
                "presence",
                PresencePage(
                    asking: [
                        .init(
                            id: ids[0],
                            name: "Dr\u{A0}Claire Vasseur",
                            profession: physician,
                            place: Phrase(verbatim: "Maison de santé des Tilleuls"),
                            until: DateText.moment(now)
                        )
                    ]
                ), true
            ),
            ("professionals-none", ProfessionalsPage(authorised: [], blocked: [], others: []), true),
            ("professional", professional(.treating, [.revoke, .block]), true),
            (
                "professional-authorised",
                professional(.authorised, [.revoke, .block], notice: ProfessionalText.authorisedNow.phrase), true
            ),
            (
                "professional-blocked", professional(.blocked, [.unblock], notice: ProfessionalText.blockedNow.phrase),
                true
            ),
            ("professional-stays", stays, true), ("professional-administrator", administers, true),
            ("professional-unknown", professional(.none, [.authorise, .block]), true),
        ]
            + ProfessionalChoice.allCases.map {
                (
                    "choice-\($0)",
                    ProfessionalChoicePage(
                        handle: handle,
                        name: "Dr\u{A0}Claire Vasseur",
                        choice: $0,
                        sentences: sentences
                    ), true
                )
            }
    }

    static var histories: [Sample] {
        let choice = HistoryChoice(who: .everybody, from: "01/03/2026", onlyEmergencies: true, document: ids[0])
        let wrong = HistoryChoice(from: "x")
        return [
            (
                "history",
                AccessHistoryPage(
                    emergencies: [access(true)],
                    others: [
                        access(others: [Phrase("Le 12 mars 2026 à 9 h.", "On 12 March 2026 at 09:00.")]),
                        access(refused: true),
                    ],
                    choice: HistoryChoice(),
                    next: HistoryCursor("12"),
                    proofs: .through(now.date)
                ), true
            ),
            (
                "history-empty",
                AccessHistoryPage(emergencies: [], others: [], choice: HistoryChoice(), next: nil, proofs: .nowhere),
                true
            ),
            (
                "history-chosen",
                AccessHistoryPage(emergencies: [], others: [], choice: choice, next: nil, proofs: .notHis), true
            ),
            (
                "history-faults",
                AccessHistoryPage(
                    emergencies: [],
                    others: [],
                    choice: wrong,
                    next: nil,
                    proofs: .through(now.date),
                    faults: PortalDoor.dateFaults(wrong.from, wrong.to)
                ), true
            ),
        ]
    }
}
