extension TypeText {
    /// Types that France has named herself (TRE_A04).
    static func french(_ value: String) -> Phrase? {
        switch value {
        case "AUTORIS-SOINS": Phrase("Autorisation de soins", "Authorisation of care")
        case "ATTEST-RESID": Phrase("Attestation de domicile", "Proof of address")
        case "ATTEST-DROITS-AM": Phrase("Attestation de droits à l'Assurance maladie", "Proof of health insurance")
        case "ATTEST-ASS-COMPL": Phrase("Attestation de mutuelle", "Proof of complementary insurance")
        case "ATTEST-HEBGT": Phrase("Attestation d'hébergement", "Proof of accommodation")
        case "BIL_AUTO": Phrase("Bilan d'autonomie", "Independence assessment")
        case "CERT_DECL": Phrase("Certificat ou déclaration", "Certificate or statement")
        case "DISP_AUT": Phrase("Produit de santé remis (autre)", "Other health product given")
        case "EXPPAT_1": Phrase("Volontés et droits du patient", "Wishes and rights of the patient")
        case "EXPPAT_3": Phrase("Directives anticipées", "Advance directives")
        case "EXPORT_DUI": Phrase("Copie du dossier d'un établissement social", "Copy of a social care home's record")
        case "FEUILLE-DE-STYLE": Phrase("Fichier technique : mise en page", "Technical file: layout")
        case "FICHE-CONTACTS": Phrase("Fiche de contacts", "Contact sheet")
        case "IMG-KOS": Phrase("Liste des images d'un examen", "List of an examination's images")
        case "PIECE-IDENTITE": Phrase("Copie d'une pièce d'identité", "Copy of an identity document")
        case "PROT_ALD":
            Phrase(
                "Protocole de soins d'une affection de longue durée (ALD)",
                "Care protocol for a long-term condition (ALD)"
            )
        case "REMB": Phrase("Remboursements de l'Assurance maladie", "Health insurance reimbursements")
        case "SYNTH": Phrase("Résumé médical (autre)", "Other medical summary")
        case "DOCPAT08": Phrase("Profil médical de Mon espace santé", "Medical profile from Mon espace santé")
        case "PRESC-AAT": Phrase("Arrêt de travail", "Sick leave certificate")
        case "PRESC-BIO": Phrase("Ordonnance d'analyses", "Prescription for laboratory tests")
        case "PRESC-KINE": Phrase("Ordonnance de kinésithérapie", "Prescription for physiotherapy")
        case "PRESC-INF": Phrase("Ordonnance de soins infirmiers", "Prescription for nursing care")
        case "PRESC-PEDI": Phrase("Ordonnance de soins des pieds", "Prescription for foot care")
        case "PRESC-ORTHOPHO": Phrase("Ordonnance d'orthophonie", "Prescription for speech therapy")
        case "PRESC-ORTHOPTIE":
            Phrase("Ordonnance d'orthoptie (rééducation des yeux)", "Prescription for eye exercises")
        default: OwnDocumentKind(rawValue: value)?.amongAll
        }
    }
}
