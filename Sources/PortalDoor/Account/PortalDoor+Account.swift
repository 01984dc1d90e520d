import Custody
import HTTPTypes
import HealthRecord
import PageKit
import RecordService
import ServerKit
import Wording

/// Page 27: one's own means to sign in, each change behind a fresh code.
extension PortalDoor {
    func account(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard let own = try await ownWays(stay) else { return .trouble(.notFound) }
        let done: [String: Phrase] = [
            "code": AccountText.secretChanged.phrase, "contacts": AccountText.channelsChanged.phrase,
            "identifiant": OwnNameText.kept.phrase, "identifiant-retire": OwnNameText.dropped.phrase,
            "application": CodeAppText.added.phrase, "application-retiree": CodeAppText.removed.phrase,
            "cle": PasskeyText.added.phrase, "cle-retiree": PasskeyText.removed.phrase,
        ]
        return .page(
            AccountPage(
                phone: own.phone.map(Self.maskedPhone),
                email: own.email.map(Self.maskedEmail),
                means: try await ownMeans(stay),
                isActing: stay.isActing,
                asksCode: !isFresh(turn, stay),
                notice: done[turn.asked("fait")]
            )
        )
    }

    /// Where the codes of the one signed in come; nil for whoever acts for another and has a record of his own, where that is
    /// changed.
    private func ownWays(_ stay: Stay) async throws -> ContactWays? {
        stay.isActing ? try await service.actingWays(stay.visit) : stay.file.ways
    }

    /// Whether the one signed in changes here by what he signs in.
    func ownsAccount(_ stay: Stay) async throws -> Bool { try await ownWays(stay) != nil }

    /// By what the one signed in signs in; an application and passkeys belong to a record.
    private func ownMeans(_ stay: Stay) async throws -> SignInMeans {
        guard stay.isActing else { return try await service.signInMeans(stay.visit) }
        var name: SignInName?
        if case .here(let own) = try await service.ownSignInName(stay.visit) { name = own }
        return SignInMeans(name: name, codeAppSince: nil, passkeys: [], offersPasskeys: false)
    }

    static func maskedPhone(_ phone: String) -> String { "•• •• •• •• " + phone.suffix(2) }

    static func maskedEmail(_ email: String) -> String {
        let parts = email.split(separator: "@", maxSplits: 1)
        guard let name = parts.first, let domain = parts.last, parts.count == 2 else { return "•••" }
        return name.prefix(1) + "•••@" + domain
    }

    func secretForm(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard try await ownWays(stay) != nil else { return .trouble(.notFound) }
        return isFresh(turn, stay) ? .page(SecretPage()) : stepUp(.secret, stay)
    }

    func changeSecret(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard try await ownWays(stay) != nil else { return .trouble(.notFound) }
        guard isFresh(turn, stay) else { return stepUp(.secret, stay) }
        let (old, new) = (form.only(FormNames.oldSecret) ?? "", form.only(FormNames.newSecret) ?? "")
        func again(_ field: String, _ text: Phrase) -> Answer {
            .page(SecretPage(faults: [FieldFault(field, text)]), status: .unprocessableContent)
        }
        guard !old.isEmpty else { return again(FormNames.oldSecret, FieldText.secretFault.phrase) }
        guard new.unicodeScalars.count >= SecretRule.minimumLength else {
            return again(FormNames.newSecret, FieldText.tooShort.phrase)
        }
        guard new == form.only(FormNames.secretAgain) else {
            return again(FormNames.secretAgain, FieldText.secretAgainFault.phrase)
        }
        do {
            try await service.changeSecret(old: old, new: new, stay.visit, token: stay.token)
        } catch {
            switch error {
            case .notAccepted: return again(FormNames.oldSecret, AccountText.wrongSecret.phrase)
            case .weakSecret(let weakness): return again(FormNames.newSecret, weakness.text.phrase)
            default: throw error
            }
        }
        return .see(Paths.account + "?fait=code")
    }

    func channelsForm(_ turn: Turn, _ stay: Stay) async throws -> Answer {
        guard let own = try await ownWays(stay) else { return .trouble(.notFound) }
        guard isFresh(turn, stay) else { return stepUp(.channels, stay) }
        return .page(ChannelsPage(known: own, phone: own.phone ?? "", email: own.email ?? ""))
    }

    func changeChannels(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard try await ownWays(stay) != nil else { return .trouble(.notFound) }
        guard isFresh(turn, stay) else { return stepUp(.channels, stay) }
        guard let known = KnownFields.ways(form) else { return .see(Paths.channels) }
        let phoneText = form.only(FormNames.phone)?.trimmed ?? ""
        let emailText = form.only(FormNames.email)?.trimmed ?? ""
        let (phone, email) = (Entries.phone(phoneText), Entries.email(emailText))
        let secret = form.only(FormNames.oldSecret) ?? ""
        var faults: [FieldFault] = []
        if !phoneText.isEmpty, phone == nil { faults.append(FieldFault(FormNames.phone, FieldText.phoneFault.phrase)) }
        if !emailText.isEmpty, email == nil { faults.append(FieldFault(FormNames.email, FieldText.emailFault.phrase)) }
        if phoneText.isEmpty, emailText.isEmpty {
            faults.append(FieldFault(FormNames.phone, AccountText.oneLeft.phrase))
        }
        if secret.isEmpty { faults.append(FieldFault(FormNames.oldSecret, FieldText.secretFault.phrase)) }
        func again(_ faults: [FieldFault]) -> Answer {
            .page(
                ChannelsPage(known: known, phone: phoneText, email: emailText, faults: faults),
                status: .unprocessableContent
            )
        }
        guard faults.isEmpty else { return again(faults) }
        let change = change(phone, email, from: known)
        do {
            let proofs = try await service.beginChannelChange(change, from: known, secret: secret, stay.visit)
            guard proofs.isEmpty else {
                return .page(ProofPage(known: known, phone: phoneText, email: emailText, proofs: proofs))
            }
            try await service.changeChannels(change, from: known, secret: secret, stay.visit)
        } catch {
            switch error {
            case .notAccepted: return again([FieldFault(FormNames.oldSecret, AccountText.wrongSecret.phrase)])
            case .conflict("moved"): return .trouble(.conflict, back: Paths.channels)
            default: throw error
            }
        }
        return .see(Paths.account + "?fait=contacts")
    }

    /// What changes of what the form showed: what was left as it stood is none of its business, in whatever way of writing.
    private func change(_ phone: String?, _ email: String?, from known: ContactWays) -> ChannelChange {
        func edited(_ typed: String?, _ shown: String?, _ read: (String) -> String?) -> String? {
            let isSame = typed.map { $0 == shown.flatMap(read) } ?? (shown == nil)
            return isSame ? nil : typed ?? ""
        }
        return ChannelChange(
            phone: edited(phone, known.phone, Entries.phone),
            email: edited(email, known.email, Entries.email)
        )
    }

    /// The codes that came by the new ways; what the first step checked, its handles show.
    func proveChannels(_ turn: Turn, _ stay: Stay, _ form: FormFields) async throws -> Answer {
        guard try await ownWays(stay) != nil else { return .trouble(.notFound) }
        guard let known = KnownFields.ways(form) else { return .see(Paths.channels) }
        let phoneText = form.only(FormNames.phone)?.trimmed ?? ""
        let emailText = form.only(FormNames.email)?.trimmed ?? ""
        let (phone, email) = (Entries.phone(phoneText), Entries.email(emailText))
        let proofs = ProofFields.proofs(form).filter { $0.channel == .sms ? phone != nil : email != nil }
        guard !proofs.isEmpty else { return .see(Paths.channels) }
        let typed = proofs.map { ProofFields.typed($0, form) }
        func again(_ wrong: [ChannelProof]) -> Answer {
            .page(
                ProofPage(
                    known: known,
                    phone: phoneText,
                    email: emailText,
                    proofs: proofs,
                    faults: wrong.map { FieldFault(ProofFields.codeName($0.channel), FieldText.codeFault.phrase) }
                ),
                status: .unprocessableContent
            )
        }
        let short = zip(proofs, typed).filter { $1.code.utf8.count != 6 }.map(\.0)
        guard short.isEmpty else { return again(short) }
        do {
            try await service.completeChannelChange(
                change(phone, email, from: known),
                from: known,
                typed,
                stay.visit
            )
        } catch {
            switch error {
            case .notAccepted: return again(proofs)
            case .conflict("moved"): return .trouble(.conflict, back: Paths.channels)
            default: throw error
            }
        }
        return .see(Paths.account + "?fait=contacts")
    }
}
