import Foundation
import Testing

@testable import Wording

@Suite struct PageCatalogueTests {
    private static var entries: [(key: String, phrase: Phrase)] {
        PageCatalogue.sections.flatMap { entries(of: $0) }
            + ForAnother.pairs.map { (key: "for another: \($0.own.french)", phrase: $0.other) }
    }

    private static func entries<Section: CatalogueText>(of section: Section.Type) -> [(key: String, phrase: Phrase)] {
        section.allCases.map { ("\(section).\($0)", $0.phrase) }
    }

    @Test func everyTextOfAPageIsSetAsItsLanguageWants() {
        for (key, phrase) in Self.entries {
            #expect(TypographyFault.all(in: phrase.french, .french).isEmpty, "\(key): \(phrase.french)")
            #expect(TypographyFault.all(in: phrase.english, .english).isEmpty, "\(key): \(phrase.english)")
            #expect(!phrase.french.isEmpty && !phrase.english.isEmpty, "\(key)")
        }
    }

    /// How far an order over many documents came (§ 7.1, pages 10 and 20).
    @Test func whatStoppedOnItsWayIsCounted() {
        func said(_ changed: Int, _ asked: Int, orMore: Bool = false) -> [String] {
            let phrase = TroubleText.stopped(after: changed, of: asked, orMore: orMore)
            #expect(TypographyFault.all(in: phrase.french, .french).isEmpty)
            #expect(TypographyFault.all(in: phrase.english, .english).isEmpty)
            return [phrase.french, phrase.english].compactMap { $0.split(separator: ".").first.map(String.init) }
        }
        #expect(
            said(1, 3) == [
                "Avant l’arrêt, 1\u{A0}document sur 3 a été changé",
                "Before it stopped, 1 of 3\u{A0}documents was changed",
            ]
        )
        #expect(
            said(0, 3) == [
                "Aucun document déjà présent n’a été changé", "None of the documents already there was changed",
            ]
        )
        // What is not known is not denied.
        #expect(said(0, 3, orMore: true).first == "On ne sait pas si des documents déjà présents ont été changés")
        #expect(
            said(200, 1450, orMore: true) == [
                "Avant l’arrêt, au moins 200\u{A0}documents sur 1\u{202F}450 ont été changés",
                "Before it stopped, at least 200 of 1,450\u{A0}documents were changed",
            ]
        )
    }

    /// What is said otherwise in somebody else's record differs, is said once, and never speaks of the reader's own record.
    @Test func somebodyElsesRecordIsNobodysOwn() {
        #expect(Set(ForAnother.pairs.map { $0.own }).count == ForAnother.pairs.count)
        for (own, other) in ForAnother.pairs {
            #expect(own != other && ForAnother.said(own) == other, "\(own.french)")
            #expect(!other.french.localizedCaseInsensitiveContains("votre dossier"), "\(other.french)")
            #expect(!other.french.localizedCaseInsensitiveContains("mon dossier"), "\(other.french)")
        }
    }

    /// What a page says of its reader's record, health or choices is said otherwise to whoever acts for another, wherever he
    /// may read it.
    @Test func nothingOfTheHoldersIsSaidToBeTheReaders() {
        let excepted = Self.notForAnother.flatMap(\.texts)
        var met: Set<String> = []
        for section in PageCatalogue.sections {
            for (key, phrase) in Self.entries(of: section) {
                let said = ForAnother.said(phrase)
                guard said.french.contains(Self.ofTheReader.french) || said.english.contains(Self.ofTheReader.english)
                else { continue }
                if let name = ["\(section)", key].first(where: { excepted.contains($0) }) {
                    met.insert(name)
                } else {
                    Issue.record("\(key): \(said.french)")
                }
            }
        }
        #expect(Set(excepted) == met, "\(Set(excepted).symmetricDifference(met))")
    }

    /// What only the holder has: somebody else's is not said to be the reader's.
    private static var ofTheReader: (french: Regex<Substring>, english: Regex<Substring>) {
        (
            /\b(?:votre|vos|mon|ma|mes) (?:dossier|documents?|médecins?|historique|histoire|soins|santé|directives|volontés|entourage|professionnels|équipe|analyses|décès|accord|identité|choix|ayants droit|représentants|données|radio)\b|agi\w+ pour vous|qui vous (?:soign|sui)/
                .ignoresCase(),
            /\b(?:your|my) (?:record|documents?|treating physicians?|history|health|care|directives|wishes|professionals|team|results|death|agreement|consent|identity|choices?|heirs|hidden|visible|whole|representatives|data)\b|acts? for you|cares? for you|treats? you/
                .ignoresCase()
        )
    }

    /// Subjects and texts that whoever acts for another does not read of the record before him, and why.
    private static let notForAnother: [(why: String, texts: [String])] = [
        (
            "read before anybody has signed in, or by everybody",
            [
                "HomeText", "OpeningText", "ActivationText", "FieldText", "SignInText", "ObjectionText",
                "FirstAccessText", "RecoveryLetterText", "RecoveryText", "StaticText", "HelpText", "TroubleText.needed",
                "TroubleText.minor",
            ]
        ),
        (
            "read once the session has ended",
            ["ClosingText.reopenLead", "ClosingText.reopenConfirm"]
        ),
        (
            "the holder's alone",
            [
                "PresenceText", "PasskeyText", "HeirsText.refuseLead", "HeirsText.refuseMeaning",
                "HeirsText.allowLead", "DirectivesText.write", "DirectivesText.uploadHint", "DirectivesText.keep",
                "DirectivesText.keepConfirm", "DirectivesText.summary", "DirectivesText.saved",
                "DirectivesText.revoke", "DirectivesText.revoked", "DirectivesText.revokeTitle",
                "DirectivesText.revokeLead", "DirectivesText.revokeWho", "DirectivesText.revokeConfirm",
                "DirectivesText.place", "DirectivesText.placeHint", "DirectivesText.placeLead",
                "DirectivesText.placeMissing", "DirectivesText.placeSaved", "DocumentActText.hidden",
                "DocumentActText.closed", "RightsText.whyClosedToActing", "HistoryText.noProof",
                "NoticesText.byPost", "RecordPageText.stepPhysician", "RecordPageText.stepPhysicianTodo",
            ]
        ),
        (
            "of the reader's own record or agreement",
            ["AccountText.carerMayNot", "FamilyText.backToOwn", "SettingsText.lead"]
        ),
        ("the menu says whose record it is", ["ShellText.record"]),
    ]

    /// Official names that patients do not use stand among a document's details, and nowhere else.
    @Test func nobodyHasToKnowTheTrade() {
        for (key, phrase) in Self.entries {
            for word in ["prescription", "dispensation", "profils", "délégation", "vos sessions"] {
                #expect(!phrase.french.localizedCaseInsensitiveContains(word), "\(key): \(phrase.french)")
            }
            #expect(phrase.french != "Action", "\(key)")
        }
    }

    @Test func sentencesAreShort() {
        for (key, phrase) in Self.entries {
            for sentence in phrase.french.split(whereSeparator: { ".:?!".contains($0) }) {
                #expect(sentence.split(separator: " ").count <= 26, "\(key): \(sentence)")
            }
        }
    }
}
