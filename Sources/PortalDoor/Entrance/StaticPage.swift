import PageKit
import Wording

/// Pages that the law or good manners ask for.
struct StaticPage: Page {
    enum Subject: CaseIterable, Sendable { case accessibility, siteMap, legal, privacy, help, contact }

    let subject: Subject
    /// Who runs the site, as letters name him.
    let sheet: ServiceSheet
    /// Whom the help page sends people to.
    var keeper = HelpContent.Keeper.service

    var place: Place? { subject == .help ? .help : nil }
    var trail: [Crumb] { [Crumb(label: ShellText.home.phrase, path: Paths.home)] }

    func heading(_ language: Language) -> String {
        switch subject {
        case .accessibility: ShellText.accessibility(language)
        case .siteMap: ShellText.siteMap(language)
        case .legal: ShellText.legal(language)
        case .privacy: ShellText.privacy(language)
        case .help: ShellText.help(language)
        case .contact: ShellText.contact(language)
        }
    }

    func content(_ frame: Frame) -> [Node] {
        switch subject {
        case .accessibility: accessibility(frame)
        case .siteMap: SiteMap.content(frame)
        case .legal: legal(frame)
        case .privacy: privacy(frame)
        case .help: HelpContent.content(keptBy: keeper, frame)
        case .contact: contact(frame)
        }
    }

    private func part(_ title: StaticText, _ texts: StaticText..., frame: Frame) -> Node {
        tag("section") {
            tag("h2") { frame(title) }
            for text in texts { paragraph(frame(text)) }
        }
    }

    private func accessibility(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(StaticText.accessibilityLead), class: "lead")
            part(.accessibilityStateTitle, .accessibilityState, frame: frame)
            part(.accessibilityKnown, .accessibilityKnownPDF, .accessibilityKnownAudit, frame: frame)
            part(.accessibilityMeansTitle, .accessibilityMeans, frame: frame)
            part(.accessibilityHelpTitle, .accessibilityHelp, .accessibilityDefender, frame: frame)
            tag("p") { link(frame(ShellText.contact), to: Paths.contact) }
        }
    }

    private func legal(_ frame: Frame) -> [Node] {
        nodes {
            part(.legalPublisherTitle, .legalPublisher, frame: frame)
            lines(sheet.senderLines)
            part(.legalHostTitle, .legalHost, frame: frame)
            part(.legalContentTitle, .legalContent, frame: frame)
        }
    }

    private func privacy(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(StaticText.privacyLead), class: "lead")
            part(.privacyWhoTitle, .privacyWho, frame: frame)
            part(.privacyNeverTitle, .privacyNever, frame: frame)
            part(.privacyWhyTitle, .privacyWhy, frame: frame)
            part(.privacyWhatTitle, .privacyWhat, frame: frame)
            part(.privacyTimeTitle, .privacyTime, frame: frame)
            part(.privacyRightsTitle, .privacyRights, .privacyComplaint, frame: frame)
            part(.privacySecurityTitle, .privacySecurity, frame: frame)
            cookies(frame)
            tag("p") { link(frame(HelpText.deathTitle), to: Paths.helpAfterDeath) }
            tag("p") { link(frame(ShellText.contact), to: Paths.contact) }
        }
    }

    private func cookies(_ frame: Frame) -> Node {
        let purposes: [CookieText] = [.signIn, .form, .language, .choices, .waiting, .objection, .discreet]
        return tag("section") {
            tag("h2") { frame(StaticText.privacyCookiesTitle) }
            paragraph(frame(CookieText.lead))
            tag("ul") { for purpose in purposes { tag("li") { frame(purpose) } } }
            paragraph(frame(CookieText.none))
        }
    }

    private func contact(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(StaticText.contactLead), class: "lead")
            part(.contactPhoneTitle, frame: frame)
            tag("p", .class("big")) { foreign(sheet.helpPhone) }
            part(.contactMailTitle, frame: frame)
            lines(sheet.senderLines)
            part(.contactNeverTitle, .contactNever, frame: frame)
            tag("p") { link(frame(HelpText.deathTitle), to: Paths.helpAfterDeath) }
        }
    }

    private func lines(_ lines: [String]) -> Node {
        tag("p", .class("address")) {
            for (index, line) in lines.enumerated() {
                if index > 0 { Node.void("br", []) }
                foreign(line)
            }
        }
    }
}

/// Every page that can be reached without an identifier.
enum SiteMap {
    static func content(_ frame: Frame) -> [Node] {
        nodes {
            paragraph(frame(StaticText.mapLead), class: "lead")
            list(
                .mapPublic,
                [
                    (ShellText.home.phrase, Paths.home), (ActionText.signIn.phrase, Paths.signIn),
                    (OpeningText.title.phrase, Paths.opening), (ActivationText.title.phrase, Paths.activation),
                    (FirstAccessText.title.phrase, Paths.firstAccess),
                    (ObjectionText.title.phrase, Paths.objection), (RecoveryText.title.phrase, Paths.recovery),
                    (LetterOrderText.title.phrase, Paths.letterOrder),
                    (LostWayText.title.phrase, Paths.lostWay),
                    (FamilyText.newAccount.phrase, Paths.newRepresentative),
                    (ClosingText.reopenTitle.phrase, Paths.reopening), (ClosingText.eraseTitle.phrase, Paths.erasure),
                    (RightsText.title.phrase, Paths.rights),
                ],
                frame
            )
            list(.mapRecord, Place.recordMenu.map { ($0.label, $0.path) } + choices, frame)
            list(
                .mapAbout,
                [
                    (ShellText.help.phrase, Paths.help),
                    (HelpText.deathTitle.phrase, Paths.helpAfterDeath), (ShellText.contact.phrase, Paths.contact),
                    (ShellText.accessibility.phrase, Paths.accessibility), (ShellText.legal.phrase, Paths.legal),
                    (ShellText.privacy.phrase, Paths.privacy),
                ],
                frame
            )
        }
    }

    /// Pages behind the settings that every record has; what some have not is linked from these.
    private static let choices: [(Phrase, String)] = [
        (ConfidentialityText.title.phrase, Paths.confidentiality), (EmergencyText.title.phrase, Paths.emergency),
        (ReportText.listTitle.phrase, Paths.reports), (WishesText.title.phrase, Paths.wishes),
        (FamilyText.title.phrase, Paths.family), (NoticesText.title.phrase, Paths.notices),
        (DevicesText.title.phrase, Paths.devices), (AccountText.title.phrase, Paths.account),
        (CopyText.title.phrase, Paths.copy), (ClosingText.title.phrase, Paths.closing),
    ]

    private static func list(_ title: StaticText, _ entries: [(Phrase, String)], _ frame: Frame) -> Node {
        tag("section") {
            tag("h2") { frame(title) }
            tag("ul") { for (label, path) in entries { tag("li") { link(frame(label), to: path) } } }
        }
    }
}
