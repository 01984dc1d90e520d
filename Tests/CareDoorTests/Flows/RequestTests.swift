import ClinicalDocuments
import Custody
import Foundation
import HTTPTypes
import HealthRecord
import HummingbirdTesting
import RecordService
import SampleRecords
import ServerKit
import Testing

@testable import CareDoor

/// What a professional records at the patient's request, and what the record's pages show of it.
@Suite struct RequestTests {
    private static func consult(
        _ stack: CareStack,
        _ browser: Browser,
        _ patient: SamplePatient,
        asTreating: Bool = false
    ) async throws -> String {
        try await browser.enter()
        let found = try await browser.find(patient.ins.matricule.text)
        let handle = String(try #require(found.headers[.location]).split(separator: "/")[1].prefix { $0 != "?" })
        try await browser.follow(found)
        let agreed = try await browser.post("/dossiers/\(handle)/accord", asTreating ? ["traitant": "oui"] : [:])
        try await browser.follow(agreed)
        return handle
    }

    private static let wishes = [
        "personne-1": "Zoé Exemple", "lien-1": "sa fille", "appel-1": "06 39 98 12 34", "personne-0": "Luc Exemple",
        "don": "informe", "demande": "oui",
    ]

    /// § 7.2, page 13 (PDT-INF-527: *volontés et droits*): recorded for the patient, who reads the same sheet
    /// (access and life cycle § 1.1, CSP R1111-42).
    @Test func thePatientsWishesAreRecorded() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Self.consult(stack, browser, patient)
            let path = "/dossiers/\(handle)/volontes/consigner"
            #expect(try await browser.get("/dossiers/\(handle)/volontes").body.contains(path))
            try await browser.get(path)
            var fields = Self.wishes
            fields["demande"] = nil
            let unasked = try await browser.post(path, fields)
            #expect(unasked.status == .unprocessableContent && unasked.body.contains("Sans sa demande"))
            fields = ["personne-1": "Zoé", "demande": "oui"]
            #expect(try await browser.post(path, fields).body.contains("06 39 98 12 34"))
            #expect(try await browser.post(path, ["demande": "oui"]).body.contains("Notez au moins une volonté."))
            let page = try await browser.follow(try await browser.post(path, Self.wishes))
            #expect(page.body.contains("Les volontés du patient sont enregistrées."))
            #expect(page.body.contains("Zoé Exemple, sa fille, 06 39 98 12 34") && page.body.contains("Luc Exemple"))
            // What is noted is offered again, to be changed.
            #expect(try await browser.get(path).body.contains("value=\"Zoé Exemple\""))
            #expect(try await browser.get("/dossiers/\(handle)").body.contains("Personnes à prévenir et personne"))
        }
        let visit = try await stack.signIn(patient)
        let entry = try #require(try await stack.service.list(visit).entries.first)
        #expect(entry.typeCode.value == "EXPPAT_1")
        #expect(entry.authors.first?.professional == stack.people.professional("gp")?.id)
    }

    /// § 7.3: what is empty says who can fill it.
    @Test func whereNoDirectiveIsReadThePageSaysWhoWritesThem() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Self.consult(stack, browser, patient)
            let page = try await browser.get("/dossiers/\(handle)/volontes")
            #expect(page.body.contains("Aucune directive n’est lisible pour vous."))
            #expect(page.body.contains("Un patient majeur les écrit sur le site des patients"))
        }
    }

    /// TD1.3b: where the record's set lets professionals administer it, they record an objection; elsewhere the patient does.
    @Test(arguments: [("era2019", true), ("mes2026", false)])
    func anObjectionIsRecordedWhereTheSetProvidesForIt(set: String, isOffered: Bool) async throws {
        let stack = try CareStack(policySet: set)
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Self.consult(stack, browser, patient)
            let path = "/dossiers/\(handle)/volontes/urgence"
            let page = try await browser.get("/dossiers/\(handle)/volontes")
            #expect(page.body.contains(path) == isOffered)
            #expect(page.body.contains("Le patient règle ces choix lui-même") == !isOffered)
            guard isOffered else {
                #expect(try await browser.get(path).headers[.location] == "/dossiers/\(handle)/volontes")
                let forced = try await browser.post(path, ["sans-bris": "oui", "demande": "oui"])
                #expect(forced.status == .forbidden)
                return
            }
            try await browser.get(path)
            #expect(try await browser.post(path, ["sans-bris": "oui"]).status == .unprocessableContent)
            let done = try await browser.post(path, ["sans-bris": "oui", "demande": "oui"])
            let after = try await browser.follow(done)
            #expect(after.body.contains("Les choix pour l’urgence sont enregistrés."))
            #expect(try await browser.get("/dossiers/\(handle)").body.contains("Le patient s’oppose au bris de glace"))
            let events = try await stack.service.history(try await stack.signIn(patient)).events
            #expect(events.filter { $0.act == .changeWishes }.count == 1)
        }
    }

    /// § 7.2, page 14: the treating physician refuses access by name, at the patient's request; nobody else is offered it
    /// (access and life cycle § 3.3, CSP L1111-16).
    @Test func aColleagueIsBlockedAtThePatientsRequest() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let colleague = Browser(client, card: "card:cardiologist")
            let theirs = try await Self.consult(stack, colleague, patient)
            let own = try await colleague.get("/dossiers/\(theirs)/autorisations")
            #expect(!own.body.contains("/bloquer/"))
            let doctor = Browser(client, card: "card:gp")
            let handle = try await Self.consult(stack, doctor, patient, asTreating: true)
            let list = try await doctor.get("/dossiers/\(handle)/autorisations")
            #expect(list.body.contains("<td data-column=\"Jusqu’au\">"))
            let path = String(try #require(list.body.firstMatch(of: /href="([^"]+\/bloquer\/[^"]+)"/)).1)
            let form = try await doctor.get(path)
            #expect(form.body.contains("ou vous demander de le lever"))
            #expect(try await doctor.post(path).status == .unprocessableContent)
            let done = try await doctor.follow(try await doctor.post(path, ["demande": "oui"]))
            #expect(done.body.contains("Ce professionnel est bloqué.") && !done.body.contains("/bloquer/"))
            // The same address names nobody in another's hands.
            let stolen = path.replacing(handle, with: theirs)
            #expect(try await colleague.get(stolen).status != .ok)
            let refused = try await colleague.get("/dossiers/\(theirs)/documents")
            #expect(refused.status == .forbidden && refused.body.contains("/dossiers/\(theirs)/ajouter"))
            // The way on is not the page that was refused.
            #expect(!refused.body.contains("href=\"/dossiers/\(theirs)\""))
        }
    }

    /// Access and life cycle § 3.3 (CSP L1111-16, L1111-19): what he recorded for the patient, the treating physician lifts at the
    /// patient's request; what the patient refused himself is not offered, and the address of it names nobody.
    @Test func whatThePhysicianRecordedHeLiftsAndNothingElse() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        let nurse = try #require(stack.people.professional("nurse"))
        try await stack.door().application.test(.router) { client in
            let colleague = Browser(client, card: "card:cardiologist")
            let theirs = try await Self.consult(stack, colleague, patient)
            let doctor = Browser(client, card: "card:gp")
            let handle = try await Self.consult(stack, doctor, patient, asTreating: true)
            let rights = "/dossiers/\(handle)/autorisations"
            let shown = try await doctor.get(rights)
            let block = String(try #require(shown.body.firstMatch(of: /href="([^"]+\/bloquer\/[^"]+)"/)).1)
            try await doctor.get(block)
            let blocked = try await doctor.follow(try await doctor.post(block, ["demande": "oui"]))
            // The patient refuses somebody himself.
            let visit = try await stack.signIn(patient)
            _ = try await stack.service.carryOut(
                .block(
                    Block(
                        subject: .person(nurse.id),
                        name: nurse.name,
                        profession: nurse.profession,
                        since: CareStack.start
                    )
                ),
                visit
            )
            let list = try await doctor.get(rights)
            #expect(list.body.contains(nurse.name.family))
            let links = list.body.matches(of: /href="([^"]+\/debloquer\/[^"]+)"/).map { String($0.1) }
            #expect(links.count == 1 && blocked.body.contains(links[0]))
            let path = try #require(links.first)
            #expect(try await colleague.get(path.replacing(handle, with: theirs)).status != .ok)
            #expect(try await doctor.get(block.replacing("/bloquer/", with: "/debloquer/") + "x").status == .notFound)
            let form = try await doctor.get(path)
            #expect(form.status == .ok && form.body.contains("Aucune autorisation ne revient"))
            #expect(try await doctor.post(path).status == .unprocessableContent)
            let done = try await doctor.follow(try await doctor.post(path, ["demande": "oui"]))
            #expect(done.body.contains("Le blocage est levé.") && !done.body.contains("/debloquer/"))
            #expect(done.body.contains(nurse.name.family))
            // A new consent opens again, and not before.
            #expect(try await colleague.get("/dossiers/\(theirs)/documents").status != .ok)
        }
        let file = try await stack.service.file(try await stack.signIn(patient))
        #expect(file.policy.blocks.map(\.subject) == [.person(nurse.id)])
    }

    /// § 7.2, page 14; functional matrix, TD1.6: whoever has a leave reads who else has one, as his software does; whom the
    /// patient refuses is shown to who acts for the patient.
    @Test func whoeverMayReadLearnsWhoElseMay() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        let (physician, nurse) = (
            try #require(stack.people.professional("gp")), try #require(stack.people.professional("nurse"))
        )
        try await stack.open(patient)
        let holder = try await stack.signIn(patient)
        let block = Block(
            subject: .person(nurse.id),
            name: nurse.name,
            profession: nurse.profession,
            since: CareStack.start
        )
        _ = try await stack.service.carryOut(.block(block), holder)
        try await stack.door().application.test(.router) { client in
            let doctor = Browser(client, card: "card:gp")
            _ = try await Self.consult(stack, doctor, patient)
            let colleague = Browser(client, card: "card:cardiologist")
            let theirs = try await Self.consult(stack, colleague, patient)
            let page = try await colleague.get("/dossiers/\(theirs)/autorisations")
            #expect(page.body.contains("Professionnels autorisés") && page.body.contains(physician.name.family))
            #expect(!page.body.contains("Professionnels bloqués") && !page.body.contains(nurse.name.family))
            #expect(!page.body.contains("/bloquer/") && !page.body.contains("/blocages/"))
        }
    }

    /// § 7.2, page 14; access and life cycle § 3.3: who has no leave is found in the directory and refused at the patient's
    /// request, by who acts for the patient and nobody else.
    @Test func somebodyWithoutALeaveIsBlockedAtThePatientsRequest() async throws {
        let known = SamplePopulation(seed: 1, now: CareStack.start)
        let (nurse, own) = (try #require(known.professional("nurse")), try #require(known.professional("gp")))
        let listed = [nurse, own].map { who in
            ListedProfessional(
                person: who.id,
                name: who.name,
                profession: who.actor().profession,
                structure: who.actor().structure,
                town: "Dijon"
            )
        }
        let stack = try CareStack(
            professionals: ProfessionalSearch { name in listed.filter { $0.name.family == name } }
        )
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let colleague = Browser(client, card: "card:cardiologist")
            let theirs = try await Self.consult(stack, colleague, patient)
            #expect(try await colleague.get("/dossiers/\(theirs)/autorisations/blocages/noter").status == .notFound)
            let doctor = Browser(client, card: "card:gp")
            let handle = try await Self.consult(stack, doctor, patient, asTreating: true)
            let path = "/dossiers/\(handle)/autorisations/blocages/noter"
            #expect(try await doctor.get("/dossiers/\(handle)/autorisations").body.contains(path))
            #expect(try await doctor.get(path).body.contains("Chercher dans l’annuaire"))
            func choice(_ who: SampleProfessional) async throws -> [String: String] {
                let found = try await doctor.post(path, ["recherche": who.name.family, "chercher": "oui"])
                #expect(found.status == .ok)
                let chosen = try #require(found.body.firstMatch(of: /name="trouve" value="([^"]+)"/)).1
                return ["recherche": who.name.family, "trouve": String(chosen)]
            }
            var fields = try await choice(own)
            fields["demande"] = "oui"
            let himself = try await doctor.post(path, fields)
            #expect(himself.status == .unprocessableContent && himself.body.contains("C’est votre propre nom."))
            fields = try await choice(nurse)
            #expect(try await doctor.post(path, fields).status == .unprocessableContent)
            fields["demande"] = "oui"
            var madeUp = fields
            madeUp["trouve"] = "810000000000|1000000000"
            #expect(try await doctor.post(path, madeUp).status == .unprocessableContent)
            let done = try await doctor.follow(try await doctor.post(path, fields))
            #expect(done.body.contains("Ce professionnel est bloqué.") && done.body.contains(nurse.name.family))
            // He lifts it again as any that he has recorded.
            #expect(done.body.contains("/debloquer/"))
        }
        let file = try await stack.service.file(try await stack.signIn(patient))
        #expect(file.policy.blocks.map(\.subject) == [.person(nurse.id)])
    }

    private static func leave(_ who: SampleProfessional) -> Authorisation {
        let actor = who.actor()
        return Authorisation(
            subject: actor.subject,
            name: actor.name,
            profession: actor.profession,
            structure: actor.structure,
            since: CareStack.start,
            until: nil,
            origin: .givenByHolder,
            lastAct: CareStack.start
        )
    }

    /// § 7.2, page 14; access and life cycle § 1.2: whom the patient made an administrator blocks at the patient's request, lifts
    /// it, and leaves the role, a nurse as well as a physician.
    @Test func anAdministratorBlocksLiftsAndResigns() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        let nurse = try #require(stack.people.professional("nurse"))
        try await stack.door().application.test(.router) { client in
            let colleague = Browser(client, card: "card:cardiologist")
            let theirs = try await Self.consult(stack, colleague, patient)
            let browser = Browser(client, card: "card:nurse")
            let handle = try await Self.consult(stack, browser, patient)
            let rights = "/dossiers/\(handle)/autorisations"
            #expect(try await !browser.get(rights).body.contains("/bloquer/"))
            let holder = try await stack.signIn(patient)
            _ = try await stack.service.carryOut(.nameAdministrator(Self.leave(nurse)), holder)
            let shown = try await browser.get(rights)
            #expect(shown.body.contains("Vous êtes administrateur de ce dossier."))
            #expect(!shown.body.contains("Vous êtes son médecin traitant."))
            #expect(
                try await browser.get("/dossiers/\(handle)/historique").body.contains("ou administrateur, vous voyez")
            )
            let block = String(try #require(shown.body.firstMatch(of: /href="([^"]+\/bloquer\/[^"]+)"/)).1)
            try await browser.get(block)
            let blocked = try await browser.follow(try await browser.post(block, ["demande": "oui"]))
            #expect(blocked.body.contains("Ce professionnel est bloqué."))
            #expect(try await colleague.get("/dossiers/\(theirs)/documents").status == .forbidden)
            let lift = String(try #require(blocked.body.firstMatch(of: /href="([^"]+\/debloquer\/[^"]+)"/)).1)
            try await browser.get(lift)
            let lifted = try await browser.follow(try await browser.post(lift, ["demande": "oui"]))
            #expect(lifted.body.contains("Le blocage est levé."))
            let form = try await browser.get(rights + "/quitter-administrateur")
            #expect(form.body.contains("Les documents masqués ne vous seront plus montrés."))
            let left = try await browser.follow(try await browser.post(rights + "/quitter-administrateur"))
            #expect(left.body.contains("Vous n’êtes plus administrateur de ce dossier."))
            #expect(!left.body.contains("Professionnels bloqués") && left.body.contains(rights + "/renoncer"))
            #expect(try await stack.service.file(holder).policy.administrators.isEmpty)
        }
    }

    /// § 7.2, page 14: under a set that reads nothing into the role (`mt.readsWithoutLeave`), a treating physician is offered no
    /// refusal by name and no way out of the role that the functional matrix would not let him take.
    @Test(arguments: [("era2007", false), ("era2011", true)])
    func aTreatingPhysicianIsOfferedWhatHisSetPermits(set: String, acts: Bool) async throws {
        let stack = try CareStack(policySet: set)
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            _ = try await Self.consult(stack, Browser(client, card: "card:cardiologist"), patient)
            let browser = Browser(client, card: "card:gp")
            let handle = try await Self.consult(stack, browser, patient, asTreating: true)
            let rights = "/dossiers/\(handle)/autorisations"
            let shown = try await browser.get(rights)
            #expect(shown.body.contains("Vous êtes son médecin traitant."))
            #expect(shown.body.contains("/bloquer/") == acts)
            #expect(shown.body.contains(rights + "/quitter-medecin-traitant") == acts)
            #expect(shown.body.contains("vous levez ceux que vous avez notés") == acts)
            #expect(shown.body.contains(rights + "/renoncer"))
        }
    }

    /// § 7.2, page 14; access and life cycle § 3.3: whom the set keeps as treating physician leaves the role first, and the
    /// authorisation then.
    @Test func whoIsKeptInTheRoleLeavesItBeforeTheAuthorisation() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        let physician = try #require(stack.people.professional("gp"))
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Self.consult(stack, browser, patient)
            let rights = "/dossiers/\(handle)/autorisations"
            #expect(try await browser.get(rights).body.contains(rights + "/renoncer"))
            let holder = try await stack.signIn(patient)
            _ = try await stack.service.carryOut(.declareTreatingPhysician(Self.leave(physician)), holder)
            let shown = try await browser.get(rights)
            #expect(shown.body.contains("quittez d’abord le rôle") && !shown.body.contains(rights + "/renoncer"))
            try await browser.get(rights + "/renoncer")
            let refused = try await browser.post(rights + "/renoncer")
            #expect(refused.status == .conflict && refused.body.contains("quittez d’abord le rôle"))
            try await browser.get(rights + "/quitter-medecin-traitant")
            let left = try await browser.follow(try await browser.post(rights + "/quitter-medecin-traitant"))
            #expect(left.body.contains(rights + "/renoncer") && !left.body.contains("quittez d’abord"))
            try await browser.get(rights + "/renoncer")
            #expect(try await browser.post(rights + "/renoncer").headers[.location] == "/patients")
            let late = try await stack.visit(physician, of: patient)
            await #expect(throws: ServiceError.self) { try await stack.service.list(late) }
            stack.service.leave(late)
        }
    }

    /// § 7.2, page 12: what a document reports is confirmed by somebody who has seen the proof
    /// (access and life cycle § 3.8, PDT-INF-527).
    @Test func anInjectionIsAddedAndAnotherConfirmed() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let browser = Browser(client, card: "card:gp")
            let handle = try await Self.consult(stack, browser, patient)
            let path = "/dossiers/\(handle)/vaccinations/ajouter"
            try await browser.get(path)
            var fields = ["vaccin": "Vaxelis", "maladie": "J07CA01", "date": "12/03/2025", "lot": "AB 12"]
            let unproved = try await browser.post(path, fields)
            #expect(unproved.status == .unprocessableContent && unproved.body.contains("Cochez cette case"))
            fields["preuve"] = "oui"
            fields["date"] = "12/03/2099"
            #expect(try await browser.post(path, fields).body.contains("Cette date est à venir."))
            fields["date"] = "31/12/1900"
            #expect(try await browser.post(path, fields).body.contains("Cette date précède la naissance"))
            fields["date"] = "12/03/2025"
            let added = try await browser.follow(try await browser.post(path, fields))
            #expect(added.body.contains("La vaccination est dans le carnet."))
            #expect(added.body.contains("Vaxelis") && added.body.contains("AB 12"))
            #expect(added.body.contains("Confirmée par") && !added.body.contains("/confirmer/"))
            #expect(added.body.contains("Diphtérie, tétanos, poliomyélite"))
            let diseases = try await browser.get("/dossiers/\(handle)/vaccinations?ordre=maladie")
            #expect(diseases.body.contains("<caption>Diphtérie, tétanos, poliomyélite</caption>"))
        }
        let visit = try await stack.signIn(patient)
        let entry = try #require(try await stack.service.list(visit).entries.first)
        #expect(entry.typeCode.value == "87273-9" && entry.serviceStart?.start.date.iso8601 == "2025-03-12")
    }

    @Test func whatIsOnlyReportedIsConfirmed() async throws {
        func shot(_ author: String?, _ document: UInt64) -> Injection {
            Injection(
                key: "a",
                name: "Vaccin",
                code: nil,
                day: nil,
                date: nil,
                order: nil,
                lot: nil,
                document: UniqueID(random: (document, 1)),
                author: author ?? "Somebody",
                confirmedBy: author
            )
        }
        #expect(Injection.joined([shot(nil, 1), shot("Dr X", 2)]).map(\.confirmedBy) == ["Dr X"])
        #expect(Injection.joined([shot("Dr X", 1), shot(nil, 2)]).map(\.confirmedBy) == ["Dr X"])
        #expect(Injection.joined([shot(nil, 1), shot(nil, 2)]).map(\.confirmedBy) == [nil])
    }

    /// § 7.2, page 17: everybody reads by days, and downloads, what he may see, the treating physician all of it.
    @Test func theHistoryIsDownloaded() async throws {
        let stack = try CareStack()
        let patient = try #require(stack.people.patient("jeanne"))
        try await stack.open(patient)
        try await stack.door().application.test(.router) { client in
            let colleague = Browser(client, card: "card:cardiologist")
            _ = try await Self.consult(stack, colleague, patient)
            let browser = Browser(client, card: "card:gp")
            let handle = try await Self.consult(stack, browser, patient)
            let shown = try await browser.get("/dossiers/\(handle)/historique")
            // The day once above its lines, each with its time.
            #expect(shown.body.contains("<h2 id=\"jour-2026-01-04\">4\u{A0}janvier\u{A0}2026</h2>"))
            #expect(shown.body.contains("class=\"access-time\">11\u{A0}h</p>"))
            #expect(!shown.body.contains("Le\u{A0}4\u{A0}janvier") && shown.body.contains("filter-fold"))
            let own = try await browser.post("/dossiers/\(handle)/historique/tableau")
            #expect(own.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(own.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            #expect(own.body.contains("déclaré l’accord du patient") && !own.body.contains("votre accord"))
            #expect(own.body.contains("sur le site web des professionnels"))
            let other = try #require(stack.people.professional("cardiologist")).name.family
            #expect(!own.body.contains(other) && !own.body.contains("titulaire"))
            try await browser.get("/dossiers/\(handle)/autorisations/devenir-medecin-traitant")
            try await browser.post("/dossiers/\(handle)/autorisations/devenir-medecin-traitant")
            try await browser.get("/dossiers/\(handle)/historique")
            let all = try await browser.post("/dossiers/\(handle)/historique/tableau")
            #expect(all.body.contains(other) && all.body.contains("titulaire"))
            let none = try await browser.get("/dossiers/\(handle)/historique?depuis=01/01/2099")
            #expect(none.status == .ok && none.body.contains("Aucun accès ne correspond à ces choix."))
            #expect(none.body.contains("1er\u{A0}janvier\u{A0}2099") && none.body.contains("Effacer les choix"))
            let wrong = try await browser.get("/dossiers/\(handle)/historique?depuis=hier")
            #expect(wrong.status == .unprocessableContent)
        }
    }
}
