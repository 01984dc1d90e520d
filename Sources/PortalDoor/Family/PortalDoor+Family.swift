import AccessRules
import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 24: who acts for whom, and going from one record to another.
extension PortalDoor {
    func family(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        let done: [String: FamilyText] = ["invite": .invited, "accepte": .accepted, "refuse": .refused, "fin": .ended]
        let people = try await service.represented(stay.visit)
        let mandates = try await service.representatives(stay.visit)
        let closed = try await service.closedRepresented(stay.visit)
        return .page(
            FamilyPage(
                profiles: people.map {
                    FamilyPage.Profile(
                        mandate: $0.mandate,
                        name: $0.name.spoken,
                        kind: $0.kind.text,
                        until: $0.until.map { DateText.date($0) },
                        isOpen: $0.mandate == stay.visit.mandate
                    )
                },
                mandates: mandates.filter { $0.isStanding(at: stay.now) }.map { mandate($0, stay) },
                closed: closed.map(\.name.spoken),
                mayGoBack: stay.isActing && cookies.own.value(in: turn.request) != nil,
                isActing: stay.isActing,
                mayInviteCarer: isAdult(stay) && may(.delegate, stay),
                mayInviteParent: !isAdult(stay) && may(.inviteRepresentative, stay),
                notice: done[turn.asked("fait")]?.phrase
            )
        )
    }

    private func mandate(_ one: Representative, _ stay: Stay) -> FamilyPage.Mandate {
        let limits: [(RepresentativeLimits, FamilyText)] = [
            (.noDocuments, .courtNoDocuments), (.noSharing, .courtNoSharing), (.noWishes, .courtNoWishes),
        ]
        return FamilyPage.Mandate(
            id: one.id,
            name: one.name.spoken,
            kind: one.kind.text,
            standing: one.isActive(at: stay.now) ? .standingActive : .standingInvited,
            since: DateText.date(one.since),
            until: one.until.map { DateText.date($0) },
            limits: limits.filter { one.limits.contains($0.0) }.map(\.1),
            mayEnd: one.id == stay.visit.mandate || one.kind == .carer && may(.delegate, stay),
            mayShow: mayShow(one, stay),
            note: one.kind.note
        )
    }

    // MARK: From one record to another

    func switchProfile(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let id = form.only(FormNames.person).flatMap({ UniqueID($0) }) else { return .trouble(.bad) }
        let session = try await service.actFor(id, token: stay.token)
        var given = [cookies.setting(session: session.text)].compactMap { $0 }
        // The session on one's own record waits meanwhile; one on somebody else's is over.
        if stay.isActing {
            try await service.signOut(token: stay.token)
        } else {
            given.append(cookies.own.setting(stay.cookie))
        }
        given.append(freshSince(turn, stay).flatMap { freshCookie(for: session, since: $0) } ?? cookies.fresh.clearing)
        return .see(Paths.record, cookies: given.filter { !$0.isEmpty })
    }

    func ownProfile(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard stay.isActing, let own = cookies.own.value(in: turn.request) else { return .see(Paths.record) }
        try await service.signOut(token: stay.token)
        return .see(
            Paths.record,
            cookies: [cookies.session.setting(own), cookies.own.clearing, cookies.fresh.clearing]
        )
    }

    /// The band that every page bears as long as somebody else's record is open.
    func standing(_ stay: Stay) -> StandingBanner? {
        guard stay.isActing else { return nil }
        return StandingBanner(
            tone: .other,
            icon: .swap,
            text: FamilyText.acting(for: stay.givenName),
            // What a court has kept out of the mandate is said wherever it is felt.
            hint: FamilyText.limits(stay.limits).reduce(FamilyText.actingHint.phrase) { $0 + $1.phrase },
            link: (FamilyText.change.phrase, Paths.family)
        )
    }

    /// The menu as long as somebody else's record is open: it says whose, and offers no documents that are not open.
    func menu(_ stay: Stay) -> [Place]? {
        guard stay.isActing else { return nil }
        return Place.recordMenu(of: stay.givenName, seesDocuments: seesDocuments(stay))
    }

    /// What somebody who acts can show on paper; he has his own, the holder those of all.
    func mandateSheet(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard let id = UniqueID(turn.asked(FormNames.person)),
            let one = try await service.representatives(stay.visit).first(where: { $0.id == id }),
            mayShow(one, stay)
        else { return .trouble(.notFound) }
        let sheet = MandateSheet(
            mandate: one,
            holder: stay.file.name,
            holderBirth: stay.file.policy.birthDate,
            service: settings.sheet,
            now: stay.now
        )
        guard let bytes = try? sheet.printed(turn.language) else { return .trouble(.paused) }
        return .raw(FileResponse.saved(bytes, named: "attestation-dmp.pdf", type: "application/pdf"))
    }

    private func mayShow(_ one: Representative, _ stay: Stay) -> Bool {
        one.isActive(at: stay.now) && one.kind.capacity != nil && (!stay.isActing || one.id == stay.visit.mandate)
    }

    // MARK: The end of a mandate

    func endMandateForm(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard let id = UniqueID(turn.asked(FormNames.person)),
            let one = try await service.representatives(stay.visit).first(where: { $0.id == id }),
            mandate(one, stay).mayEnd
        else { return .trouble(.notFound) }
        let isOwn = one.id == stay.visit.mandate
        guard isOwn || isFresh(turn, stay) else { return stepUp(.family, stay) }
        return .page(
            ActSummaryPage(
                title: FamilyText.endTitle.phrase,
                about: one.name.spoken,
                meaning: [(isOwn ? FamilyText.endOwnLead : .endLead).phrase],
                lists: MandateEnding(
                    mandate: one,
                    isOwn: isOwn,
                    documents: try await clinical(stay).filter { $0.status == .approved },
                    policy: stay.file.policy,
                    now: stay.now,
                    rules: rules
                ).lists,
                undo: FamilyText.endUndo.phrase,
                isGrave: true,
                action: Paths.endMandate,
                confirm: FamilyText.endConfirm.phrase,
                cancel: FamilyText.endCancel.phrase,
                back: Paths.family,
                carried: [(FormNames.person, id.text)],
                place: .settings,
                trail: [Crumb(label: FamilyText.title.phrase, path: Paths.family)]
            )
        )
    }

    func endMandate(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard let id = form.only(FormNames.person).flatMap({ UniqueID($0) }) else { return .trouble(.bad) }
        // One's own burden is laid down at once; another's right is not taken without a fresh code.
        guard id == stay.visit.mandate || isFresh(turn, stay) else { return stepUp(.family, stay) }
        try await service.endRepresentation(id, stay.visit)
        guard id == stay.visit.mandate else { return .see(Paths.family + "?fait=fin") }
        // One's own mandate is over: back to one's own record, or to the door.
        guard let own = cookies.own.value(in: turn.request) else {
            return .see(Paths.goodbye, cookies: [cookies.session.clearing, cookies.fresh.clearing])
        }
        return .see(
            Paths.family + "?fait=fin",
            cookies: [cookies.session.setting(own), cookies.own.clearing, cookies.fresh.clearing]
        )
    }
}

extension Stay {
    /// What the holder is called in menus.
    var givenName: String { file.name.given.isEmpty ? file.name.spoken : file.name.given }

    /// What a court has kept out of the mandate of the one signed in.
    var limits: RepresentativeLimits {
        file.policy.representatives.first { $0.id == visit.mandate }?.limits ?? []
    }
}

extension FamilyText {
    /// What a court's limits mean to the one whom they bind.
    static func limits(_ limits: RepresentativeLimits) -> [FamilyText] {
        let texts: [(RepresentativeLimits, FamilyText)] = [
            (.noDocuments, .limitDocuments), (.noSharing, .limitSharing), (.noWishes, .limitWishes),
        ]
        return texts.filter { limits.contains($0.0) }.map(\.1)
    }
}

extension RepresentativeKind {
    /// What must be known of a role beside its name: somebody who assists opens nothing.
    var note: FamilyText? { self == .assistance ? .assistanceNote : nil }

    var text: FamilyText {
        switch self {
        case .parent: .parent
        case .guardian: .guardian
        case .representation: .representation
        case .assistance: .assistance
        case .carer: .carer
        }
    }
}
