/// A line of a prescription.
struct PrescribedDrug {
    let name: String
    let instructions: String
    let dose: String
    let unit: String
    let days: Int

    init(_ name: String, _ instructions: String, dose: String = "1", unit: String = "{comprimé}", days: Int) {
        self.name = name
        self.instructions = instructions
        self.dose = dose
        self.unit = unit
        self.days = days
    }

    static let metformin = PrescribedDrug("Metformine 850 mg", "1 comprimé matin et soir au repas", days: 90)
    static let bisoprolol = PrescribedDrug("Bisoprolol 2,5 mg", "1 comprimé le matin", days: 90)
    static let atorvastatin = PrescribedDrug("Atorvastatine 20 mg", "1 comprimé le soir", days: 90)
    static let aspirin = PrescribedDrug("Acide acétylsalicylique 75 mg", "1 sachet le midi", unit: "{sachet}", days: 90)
    static let paracetamol = PrescribedDrug("Paracétamol 1 g", "1 comprimé toutes les six heures si douleur", days: 7)
    static let ferrousIron = PrescribedDrug("Fer (sulfate ferreux) 80 mg", "1 comprimé le matin à jeun", days: 60)
    static let levothyroxine = PrescribedDrug("Lévothyroxine 50 µg", "1 comprimé le matin à jeun", days: 90)
    static let amlodipine = PrescribedDrug("Amlodipine 5 mg", "1 comprimé le matin", days: 90)
}
