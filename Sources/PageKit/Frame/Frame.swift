package import HealthRecord
package import Wording

/// What every page is framed with.
package struct Frame: Sendable {
    /// What all pages of the door have in common.
    package var site: Site
    /// The language of the page.
    package var language: Language
    /// The path asked for, without its query.
    package var path: String
    /// Who has signed in.
    package var visitor: Visitor?
    /// The token that the page's forms carry.
    package var formToken: String
    /// Whether titles of documents stay off the screen.
    package var isDiscreet = false
    /// Whether whoever reads acts for somebody else, whose record it is: texts speak to him then.
    package var isForAnother = false

    package init(site: Site, language: Language, path: String, visitor: Visitor?, formToken: String) {
        self.site = site
        self.language = language
        self.path = path
        self.visitor = visitor
        self.formToken = formToken
    }

    /// The entries of the menu.
    var menu: [Place] { visitor.map { $0.menu ?? site.menu.member } ?? site.menu.visitor }

    /// What a page is called: as the menu calls it, where the page bears the name of its place.
    ///
    /// Somebody else's words, such as a document's title, stay as they are, whatever they happen to say.
    func name(of page: some Page) -> String {
        let own = page.heading(language)
        guard page.headingLanguage == nil else { return own }
        if let place = page.place, own == place.label[language], let label = menuLabel(place.path) {
            return self(label)
        }
        return isForAnother ? ForAnother.said(own, language) : own
    }

    /// What a page above the present one is called.
    func name(_ crumb: Crumb) -> String {
        let isPlace = site.menu.member.contains { $0.path == crumb.path && $0.label == crumb.label }
        return self((isPlace ? menuLabel(crumb.path) : nil) ?? crumb.label)
    }

    private func menuLabel(_ path: String) -> Phrase? { menu.first { $0.path == path }?.label }

    /// The text in the page's language.
    package func callAsFunction(_ text: some CatalogueText) -> String { self(text.phrase) }

    /// The text in the page's language.
    package func callAsFunction(_ phrase: Phrase) -> String {
        (isForAnother ? ForAnother.said(phrase) : phrase)[language]
    }

    /// A text made up with a name or a date, in the words for whoever reads it.
    package func callAsFunction(_ own: Phrase, forAnother other: Phrase) -> String {
        (isForAnother ? other : own)[language]
    }
}

/// What all pages of a door have in common: its name, its menus, its files.
package struct Site: Sendable {
    /// What stands beside the logo.
    package var name: Phrase
    /// The first page of somebody who has not signed in, and of somebody who has.
    package var home: (visitor: String, member: String)
    /// The menu of somebody who has not signed in, and of somebody who has.
    package var menu: (visitor: [Place], member: [Place])
    /// The links at the foot.
    package var footer: [(label: Phrase, path: String)]
    /// Where the form that ends the session goes.
    package var signOut: String
    /// Paths of the style sheet and the logo.
    package var assets: AssetPaths
    /// Whether the people served are fictitious.
    package var isRehearsal: Bool

    package init(
        name: Phrase,
        home: (visitor: String, member: String),
        menu: (visitor: [Place], member: [Place]),
        footer: [(label: Phrase, path: String)],
        signOut: String,
        assets: AssetPaths,
        isRehearsal: Bool
    ) {
        self.name = name
        self.home = home
        self.menu = menu
        self.footer = footer
        self.signOut = signOut
        self.assets = assets
        self.isRehearsal = isRehearsal
    }
}

/// Paths of files that change their name with their content.
package struct AssetPaths: Sendable {
    package var styles: String
    package var logo: String
    /// The one script, of the pages that cannot do without; nil where a door has none.
    package var script: String?

    package init(styles: String, logo: String, script: String? = nil) {
        self.styles = styles
        self.logo = logo
        self.script = script
    }
}

/// Somebody who has signed in.
package struct Visitor: Sendable {
    /// Who it is or whose record it is, as the head of the page says it.
    package var label: Phrase
    /// What stands on paper alone: whose record it is, and when it was printed.
    package var sheet: Phrase?
    /// When the session ends without a further page.
    package var sessionEnds: Instant
    /// After how many minutes that is.
    package var idleMinutes: Int
    /// What must not be overlooked as long as it lasts, such as somebody else's record.
    package var standing: StandingBanner?
    /// The menu, where it is not the one that all members have.
    package var menu: [Place]?

    package init(
        label: Phrase,
        sheet: Phrase? = nil,
        sessionEnds: Instant,
        idleMinutes: Int,
        standing: StandingBanner? = nil,
        menu: [Place]? = nil
    ) {
        self.label = label
        self.sheet = sheet
        self.sessionEnds = sessionEnds
        self.idleMinutes = idleMinutes
        self.standing = standing
        self.menu = menu
    }
}

/// A coloured band with words that stands on every page as long as something lasts (identity and experience § 7.3).
package struct StandingBanner: Sendable {
    /// The colour; what it means is in the words.
    package enum Tone: String, Sendable {
        /// Somebody else's record.
        case other
        /// An emergency.
        case emergency
        /// A visit that stays secret.
        case secret
    }

    package var tone: Tone
    package var icon: Icon
    package var text: Phrase
    package var hint: Phrase?
    package var link: (label: Phrase, path: String)?

    package init(
        tone: Tone,
        icon: Icon,
        text: Phrase,
        hint: Phrase? = nil,
        link: (label: Phrase, path: String)? = nil
    ) {
        self.tone = tone
        self.icon = icon
        self.text = text
        self.hint = hint
        self.link = link
    }
}
