import AccessRules
import ClinicalDocuments
import Custody
import HealthRecord
import PageKit
import Wording

@testable import PortalDoor

/// Pages of people who act for others, of the account and of the record's end, in every state.
extension PageSamples {
    static var family: [Sample] {
        let day = Phrase("12\u{A0}mars\u{A0}2026", "12\u{A0}March\u{A0}2026")
        let profile = FamilyPage.Profile(mandate: ids[0], name: "Léa Lavigne", kind: .parent, until: nil, isOpen: false)
        let open = FamilyPage.Profile(mandate: ids[0], name: "Léa Lavigne", kind: .parent, until: day, isOpen: true)
        func mandate(_ end: Bool) -> FamilyPage.Mandate {
            .init(
                id: ids[1],
                name: "Paul Lavigne",
                kind: end ? .carer : .representation,
                standing: end ? .standingInvited : .standingActive,
                since: day,
                until: end ? day : nil,
                limits: end ? [] : [.courtNoSharing],
                mayEnd: end,
                mayShow: !end
            )
        }
        let entered = InvitationEntry(
            family: "Lavigne",
            given: "Paul",
            birthDate: "12 04 1980",
            ins: "180049938304251",
            until: "31 12 2027",
            address: "1 rue des Lilas\n75020 Paris"
        )
        let carer = InvitedPowers(
            may: [.read, .history, .add, .mask, .unmask, .tidy],
            mayNot: [.share, .choices, .copy, .close, .invite, .contact]
        )
        let counted = InvitedPowers(
            may: carer.may,
            mayNot: carer.mayNot,
            reading: InvitedPowers.Reading(read: 12, masked: 2, all: 14)
        )
        let parent = InvitedPowers(
            may: [.read, .history, .add, .mask, .unmask, .tidy, .share, .choices, .copy, .close],
            mayNot: [.invite, .secret]
        )
        return [
            ("family-none", FamilyPage(profiles: [], mandates: [], mayInviteCarer: true), true),
            (
                "family",
                FamilyPage(
                    profiles: [profile],
                    mandates: [mandate(true), mandate(false)],
                    mayInviteCarer: true,
                    notice: FamilyText.invited.phrase
                ), true
            ),
            (
                "family-acting",
                FamilyPage(
                    profiles: [open],
                    mandates: [mandate(false)],
                    mayGoBack: true,
                    isActing: true,
                    mayInviteParent: true
                ), true
            ),
            ("invitation-carer", InvitationPage(kind: .carer, powers: carer), true),
            (
                "invitation-parent-faults",
                InvitationPage(
                    kind: .parent,
                    powers: parent,
                    faults: [
                        FieldFault(FormNames.invitedINS, FamilyText.insFault.phrase),
                        FieldFault(FormNames.address, FamilyText.postalFault.phrase),
                    ]
                ), true
            ),
            ("invitation-full", InvitationFullPage(kind: .parent), true),
            ("invitation-summary", InvitationSummaryPage(kind: .carer, powers: counted, entered: entered), true),
            (
                "acceptance",
                AcceptancePage(faults: [FieldFault(FormNames.letterCode, ClosingText.wrong.phrase)]), true
            ),
            (
                "acceptance-offer",
                OfferPage(
                    offer: OfferedMandate(
                        holder: PersonName(family: "Marin", given: "Jeanne"),
                        kind: .representation,
                        limits: [.noWishes],
                        until: Instant(milliseconds: 1_830_000_000_000)
                    ),
                    code: "ABCD-EFGH-JKM"
                ), true
            ),
            ("new-representative", NewRepresentativePage(), false),
            (
                "new-representative-offer",
                ActivationProofPage(
                    way: .representation,
                    proofs: [],
                    offer: OfferedMandate(
                        holder: PersonName(family: "Marin", given: "Jeanne"),
                        kind: .carer,
                        limits: [],
                        until: Instant(milliseconds: 1_830_000_000_000)
                    )
                ), false
            ),
            ("new-representative-done", NewRepresentativeDonePage(isAccepted: true), false),
            ("new-representative-refused", NewRepresentativeDonePage(isAccepted: false), false),
        ]
    }

    static var account: [Sample] {
        let day = Phrase("12\u{A0}mars\u{A0}2026 à 14\u{A0}h\u{A0}30", "12\u{A0}March\u{A0}2026 at 14:30")
        let proofs = [ContactKind.sms, .email].map { kind in
            ChannelProof(token: "preuve", channel: kind, maskedDestination: "", expires: now)
        }
        func session(_ rank: Int, by: String? = nil) -> DevicesPage.Line {
            .init(
                id: ids[rank],
                device: [
                    SessionDevice(browser: .firefox, system: .windows),
                    SessionDevice(browser: .safari, system: .iPhone),
                    SessionDevice(browser: .other, system: .other),
                ][rank % 3].spoken,
                since: day,
                seen: day,
                isThis: rank == 0,
                by: by,
                mayEnd: rank != 0
            )
        }
        func line(_ kind: NoticesText, new: Bool) -> NoticesPage.Line {
            .init(
                kind: kind,
                sentence: access().sentence,
                isNew: new,
                isEmergency: kind == .emergency,
                document: kind == .newDocument ? ids[1] : nil
            )
        }
        func used(
            _ browser: SessionDevice.Browser,
            _ system: SessionDevice.System,
            _ verdict: DeviceVerdict?,
            isThis: Bool = false
        ) -> UsedDevice {
            UsedDevice(
                device: SessionDevice(browser: browser, system: system),
                first: now,
                last: now,
                isThis: isThis,
                verdict: verdict
            )
        }
        let ways = ContactWays(phone: "+33639981234")
        return [
            ("devices-one", DevicesPage(lines: [session(0)]), true),
            (
                "devices",
                DevicesPage(
                    lines: [session(0), session(1), session(2, by: "Paul Lavigne")],
                    used: [
                        used(.firefox, .windows, nil, isThis: true), used(.safari, .iPhone, .mine),
                        used(.chrome, .android, .foreign), used(.edge, .windows, nil),
                    ],
                    notice: DevicesText.ended.phrase
                ), true
            ),
            (
                "account",
                AccountPage(
                    phone: "•• •• •• •• 34",
                    email: nil,
                    means: SignInMeans(codeAppSince: nil, passkeys: [], offersPasskeys: true),
                    notice: AccountText.secretChanged.phrase
                ), true
            ),
            (
                "account-secret",
                SecretPage(faults: [FieldFault(FormNames.oldSecret, AccountText.wrongSecret.phrase)]), true
            ),
            ("account-channels", ChannelsPage(known: ways, phone: "+33639981234"), true),
            (
                "account-proof",
                ProofPage(known: ways, phone: "06 39 98 12 34", email: "jeanne@example.org", proofs: proofs), true
            ),
            (
                "account-proof-wrong",
                ProofPage(
                    known: ways,
                    phone: "06 39 98 12 34",
                    email: "",
                    proofs: Array(proofs.prefix(1)),
                    faults: [FieldFault(ProofFields.codeName(.sms), FieldText.codeFault.phrase)]
                ), true
            ),
            ("step-up", StepUpPage(target: .secret), true),
            (
                "step-up-wrong",
                StepUpPage(
                    target: .closing,
                    faults: [FieldFault(FormNames.secret, FieldText.notAccepted.phrase)]
                ), true
            ),
            (
                "notices",
                NoticesPage(
                    all: [
                        line(.emergency, new: true), line(.newDocument, new: false), line(.firstAccess, new: false),
                        line(.accessChanged, new: false),
                    ],
                    channel: NoticesText.byEmail.phrase,
                    choices: NoticeChoices(firstAccess: true, newDocument: false, channel: .email)
                ), true
            ),
            ("notices-none", NoticesPage(all: [], channel: nil, isActing: true), true),
        ]
    }

    static var closing: [Sample] {
        [
            ("copy", CopyPage(proofs: .through(now.date), lastTaken: DateText.moment(now)), true),
            ("copy-here", CopyPage(forms: [.download], proofs: .through(now.date)), true),
            ("copy-reader", CopyPage(mayCopy: false, proofs: .notHis), true),
            (
                "copy-asked",
                CopyPage(
                    forms: [.paper, .disc],
                    proofs: .nowhere,
                    requests: [
                        .init(
                            id: ids[0],
                            kind: .paper,
                            when: DateText.date(now),
                            state: .pending,
                            settled: nil,
                            isPending: true
                        ),
                        .init(
                            id: ids[1],
                            kind: .disc,
                            when: DateText.date(now),
                            state: .posted,
                            settled: DateText.date(now),
                            isPending: false
                        ),
                    ],
                    notice: CopyText.asked.phrase
                ), true
            ),
            ("closing", ClosingPage(), true),
            (
                "closing-faults",
                ClosingPage(
                    requests: [
                        .init(
                            id: ids[2],
                            text: ClosingText.copyPending.phrase,
                            since: Phrase("12\u{A0}mars\u{A0}2026", "12\u{A0}March\u{A0}2026")
                        )
                    ],
                    hasDirectives: true,
                    faults: [
                        FieldFault(FormNames.choice, ClosingText.choiceFault.phrase),
                        FieldFault(FormNames.read, ClosingText.tickFault.phrase),
                    ]
                ), true
            ),
            ("closing-reader", ClosingPage(mayClose: false, mayCopy: false), true),
            ("closed", ClosedDonePage(deed: .closed), false),
            ("closed-erased", ClosedDonePage(deed: .closedAndErased), false),
            ("reopened", ClosedDonePage(deed: .reopened), false),
            ("erasure-asked", ClosedDonePage(deed: .erasureAsked), false),
            ("reopening", ClosedRecordPage(wish: .reopen), false),
            (
                "erasure",
                ClosedRecordPage(
                    wish: .erase,
                    ins: "252046938304251",
                    faults: [FieldFault(FormNames.ins, ClosingText.wrong.phrase)]
                ), false
            ),
        ]
    }

    static var timeline: [Sample] {
        [
            ("timeline-empty", TimelinePage(months: [], years: [], year: nil, categories: []), true),
            (
                "timeline",
                TimelinePage(
                    months: [.init(year: 2026, month: 3, lines: lines)],
                    years: [(2026, 4), (2024, 1)],
                    year: 2026,
                    categories: [("10", "Comptes rendus")],
                    category: "10",
                    maskable: 3,
                    unmaskable: 1,
                    notice: TimelineText.nowMasked.phrase
                ), true
            ),
        ]
    }

    /// A page of somebody else's record.
    static func acting(_ language: Language) -> Frame {
        var acting = frame(language, signedIn: true)
        acting.visitor?.standing = StandingBanner(
            tone: .other,
            icon: .swap,
            text: FamilyText.acting(for: "Léa"),
            hint: FamilyText.actingHint.phrase,
            link: (FamilyText.change.phrase, Paths.family)
        )
        acting.visitor?.menu = Place.recordMenu(of: "Léa", seesDocuments: true)
        acting.isForAnother = true
        return acting
    }
}
