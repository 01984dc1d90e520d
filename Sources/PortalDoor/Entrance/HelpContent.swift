import PageKit
import Wording

/// The questions of the help page by subject, each with its answer and the way on.
enum HelpContent {
    /// Whoever changes what a record says of its holder: professionals, under the sets that let them, or the service.
    enum Keeper: Sendable { case professional, service }

    static func content(keptBy keeper: Keeper, _ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(HelpText.lead), class: "lead")
            part(.signInPart, frame) { signIn(keeper, frame) }
            part(.readersPart, frame) { readers(frame) }
            part(.documentsPart, frame) { documents(frame) }
            part(.familyPart, frame) { family(frame) }
            part(.changesPart, frame) { changes(keeper, frame) }
            part(.rightsPart, frame) { rights(frame) }
            tag("p") { link(frame(ShellText.contact), to: Paths.contact) }
        }
    }

    private static func part(_ title: HelpText, _ frame: Frame, @HTMLBuilder content: () -> [Node]) -> Node {
        tag("section") {
            tag("h2") { frame(title) }
            content()
        }
    }

    @HTMLBuilder
    private static func question(_ title: HelpText, _ answers: [Phrase], _ frame: Frame) -> [Node] {
        tag("h3") { frame(title) }
        for answer in answers { paragraph(frame(answer)) }
    }

    private static func way(_ label: Phrase, _ path: String, _ frame: Frame) -> Node {
        tag("p") { link(frame(label), to: path) }
    }

    @HTMLBuilder
    private static func signIn(_ keeper: Keeper, _ frame: Frame) -> [Node] {
        question(.startTitle, [HelpText.start.phrase], frame)
        question(.signInTitle, [HelpText.signIn.phrase], frame)
        question(
            .phoneTitle,
            [HelpText.phone, keeper == .professional ? .phoneDesk : .phoneHelp, .stolen].map(\.phrase),
            frame
        )
        way(RecoveryText.title.phrase, Paths.recovery, frame)
        question(.noMobileTitle, [HelpText.noMobile.phrase], frame)
        question(.noInternetTitle, [HelpText.noInternet.phrase], frame)
        question(.sharedTitle, [HelpText.shared.phrase], frame)
    }

    @HTMLBuilder
    private static func readers(_ frame: Frame) -> [Node] {
        question(.whoTitle, [StaticText.privacyWho.phrase], frame)
        way(RightsText.title.phrase, Paths.rights, frame)
        question(.neverTitle, [StaticText.privacyNever.phrase], frame)
        question(.workTitle, [HelpText.work.phrase], frame)
        question(.emergencyTitle, [HelpText.emergency.phrase], frame)
        question(.blockTitle, [HelpText.block.phrase], frame)
        question(.strangeTitle, [HelpText.strange.phrase], frame)
    }

    @HTMLBuilder
    private static func documents(_ frame: Frame) -> [Node] {
        question(.maskTitle, [HelpText.mask.phrase], frame)
        question(.errorTitle, [HelpText.error.phrase], frame)
        question(.copyTitle, [HelpText.copy.phrase], frame)
        question(.keptTitle, [StaticText.legalHost.phrase, StaticText.privacySecurity.phrase], frame)
    }

    @HTMLBuilder
    private static func family(_ frame: Frame) -> [Node] {
        question(.helperTitle, [HelpText.helper.phrase], frame)
        question(.childTitle, [HelpText.child.phrase], frame)
        tag("section", .id(Paths.deathAnchor)) {
            question(
                .deathTitle,
                [HelpText.deathRecord, .deathWho, .deathWhy, .deathHow].map(\.phrase),
                frame
            )
        }
    }

    @HTMLBuilder
    private static func changes(_ keeper: Keeper, _ frame: Frame) -> [Node] {
        question(.doctorTitle, [HelpText.doctor.phrase], frame)
        question(.nameTitle, [(keeper == .professional ? HelpText.nameDesk : .name).phrase], frame)
        question(.moveTitle, [(keeper == .professional ? HelpText.moveDesk : .move).phrase], frame)
    }

    @HTMLBuilder
    private static func rights(_ frame: Frame) -> [Node] {
        question(.closeTitle, [HelpText.close.phrase], frame)
        question(.researchTitle, [HelpText.research.phrase], frame)
        question(.complaintTitle, [HelpText.complaint.phrase, StaticText.privacyComplaint.phrase], frame)
        way(ShellText.privacy.phrase, Paths.privacy, frame)
    }
}
