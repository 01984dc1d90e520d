/// The habilitation matrix as the shared data give it, typed out.
///
/// `B` reads and files, `R` reads, `W` files, `-` neither, `.` has no row of its own. First the types, in the order of
/// `types`; then the fallbacks, in the order of `classes`.
enum ProfessionOracle {
    static let classes = ["10", "11", "31", "42", "43", "44", "45", "52", "60", "90", "95"]

    /// Type code and class.
    static let types: [(code: String, classCode: String)] = [
        ("11369-6", "52"), ("11488-4", "10"), ("11490-0", "10"), ("11502-2", "10"), ("11505-5", "10"),
        ("11506-3", "10"), ("11526-1", "10"), ("15507-7", "10"), ("15508-5", "10"), ("18748-4", "31"),
        ("18761-7", "11"), ("18776-5", "44"), ("28653-4", "10"), ("29274-8", "10"), ("34112-3", "10"),
        ("34133-9", "11"), ("34749-2", "10"), ("34794-8", "10"), ("34842-5", "11"), ("34874-8", "10"),
        ("34875-5", "10"), ("47420-5", "10"), ("51969-4", "10"), ("52040-3", "31"), ("55115-0", "42"),
        ("56445-0", "11"), ("57057-2", "11"), ("57055-6", "11"), ("57075-4", "11"), ("57828-6", "42"),
        ("57832-8", "42"), ("57833-6", "42"), ("59283-2", "10"), ("59284-0", "95"), ("60568-3", "10"),
        ("60591-5", "11"), ("60593-1", "43"), ("61357-0", "42"), ("67851-6", "10"), ("68599-0", "11"),
        ("68817-6", "11"), ("70004-7", "10"), ("74207-2", "11"), ("74465-6", "90"), ("75468-9", "42"),
        ("75482-0", "10"), ("75492-9", "10"), ("75496-0", "10"), ("77436-4", "10"), ("77604-7", "44"),
        ("78489-2", "11"), ("78513-9", "10"), ("78601-2", "10"), ("80565-5", "45"), ("80771-9", "44"),
        ("80788-3", "44"), ("80820-4", "11"), ("83901-9", "11"), ("83836-7", "11"), ("83869-8", "44"),
        ("83981-1", "10"), ("85208-7", "10"), ("86531-1", "95"), ("87273-9", "52"), ("88348-8", "11"),
        ("89235-6", "11"), ("89601-9", "52"), ("93024-8", "10"), ("96173-0", "52"), ("96349-6", "10"),
        ("96874-3", "52"), ("AUTORIS-SOINS", "95"), ("ATTEST-RESID", "95"), ("ATTEST-DROITS-AM", "95"),
        ("ATTEST-ASS-COMPL", "95"), ("ATTEST-HEBGT", "95"), ("BIL_AUTO", "10"), ("CERT_DECL", "52"),
        ("DISP_AUT", "43"), ("EXPPAT_1", "90"), ("EXPPAT_2", "90"), ("EXPPAT_3", "90"), ("DOCPAT01", "11"),
        ("DOCPAT02", "42"), ("DOCPAT03", "10"), ("DOCPAT04", "31"), ("DOCPAT05", "10"), ("DOCPAT06", "10"),
        ("DOCPAT07", "52"), ("DOCPAT08", "11"), ("DOCPAT09", "95"), ("IMG-KOS", "31"), ("PROT_ALD", "44"),
        ("REMB", "60"), ("SYNTH", "11"), ("PRESC-AAT", "42"), ("PRESC-BIO", "42"), ("PRESC-KINE", "42"),
        ("PRESC-INF", "42"), ("PRESC-PEDI", "42"), ("PRESC-ORTHOPHO", "42"), ("PRESC-ORTHOPTIE", "42"),
    ]

    static let rows: [(key: String, types: String, classes: String)] = [
        (
            "G15_10",
            "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBRBBBBBBBBBBBBBBBB"
                + "BBBBBBBBBBBBWRBBBBBBRRRRRRRRRRRBBRBBBBBBBB",
            "BBBBBBBBRRB"
        ),
        (
            "G15_60",
            "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBWWBBRBBBWBBBBBBBBBWBB"
                + "BBBBBBWBBBBBWRBBBBBBRRRRRRRRRRRBBRBBBBBBBB",
            "BBBBBBBBRRW"
        ),
        (
            "G15_21",
            "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBWBBBRBBBBBBBBBBBBBWBB"
                + "BBBBBBBBBBBBWRBBBBBBRRRRRRRRRRRBBRBBBBBBBB",
            "BBBBBBBBRRW"
        ),
        (
            "G15_40",
            "BBBBBBBBBBBBWBBBBBWBBBBBBBBBBBBBBBBBBBBWBBBRBBBWBBBBBBBWBWBB"
                + "WBWBWBBBBBBBW-WWWBBBRRRRRRRRRR-BBRBBBBBBBB",
            "BBBBBBBB-RW"
        ),
        (
            "G15_50",
            "BBBBBBBBBBBBWBBBBBWBBBBBBBBBBBBBBBBBBBBWBBBRBBBBBBBBBBBWBWBB"
                + "WBWBWBBBBBBBW-WWWBBBRRRRRRRRRR-BBRBBBBBBBB",
            "BBBBBBBBRRW"
        ),
        (
            "G15_70",
            "BBBBBBBBBBBBWBBBBBWBBBBBBBBBBBBBBBBBBBBWWBBRBBBWBBBBBBBWBWBB"
                + "WBWBWBWBBBBBW-WWWBBBRRRRRRRRRR-BBRBBBBBBBB",
            "BBBBWBWW--W"
        ),
        (
            "G15_80",
            "BBBBBBBBBBBBWBBBBBWBBBBBBBBBBBBBBBBBBBBWWBBRBBBWBBBBBBBWBWBB"
                + "WBWBWBWBBBBBW-WWWBBBRRRRRRRRRR-BBRBBBBBBBB",
            "BBBBWBWW--W"
        ),
        (
            "G15_91",
            "BBBBBBBBBBBBWBBBBBWBBBBBBBBBBBBBBBBBBBBWWBBRBBBWBBBBBBBWBWBB"
                + "WBWBWBWBBBBBW-WWWBBBRRRRRRRRRR-BBRBBBBBBBB",
            "BBBBWBWW--W"
        ),
        (
            "G15_92",
            "BBBBBBBBBBBBWBBBBBWBBBBBBBBBBBBBBBBBBBBWWBBRBBBWBBBBBBBWBWBB"
                + "WBWBWBWBBBBBW-WWWBBBRRRRRRRRRR-BBRBBBBBBBB",
            "BBBBWBWW--W"
        ),
        (
            "G15_94",
            "BBBBBBBBBBBBWBBBBBWBBBBBBBBBBBBBBBBBBBBWWBBRBBBWBBBBBBBWBWBB"
                + "WBWBWBWBBBBBW-WWWBBBRRRRRRRRRR-BBRBBBBBBBB",
            "BBBBWBWW--W"
        ),
        (
            "G15_95",
            "BBBBBBBBBBBBWBBBBBWBBBBBBBBBBBBBBBBBBBBWWBBRBBBWBBBBBBBWBWBB"
                + "WBWBWBWBBBBBW-WWWBBBRRRRRRRRRR-BBRBBBBBBBB",
            "BBBBWBWW--W"
        ),
        (
            "G15_96",
            "BBBBBBBBBBBBWBBBBBWBBBBBBBBBBBBBBBBBBBBWWBBRBBBWBBBBBBBWBWBB"
                + "WBWBWBWBBBBBW-WWWBBBRRRRRRRRRR-BBRBBBBBBBB",
            "BBBBWBWW--W"
        ),
        (
            "G15_98",
            "BBBBBBBBBBBBWBBBBBWBBBBBBBBBBBBBBBBBBBBWWBBRBBBWBBBBBBBWBWBB"
                + "WBWBWBWBBBBBW-WWWBBBRRRRRRRRRR-BBRBBBBBBBB",
            "BBBBWBWW--W"
        ),
        ("G15_26", "", "R--R-------"),
        ("G15_28", "", "---R-------"),
        ("G15_31", "", "R-RR-------"),
        ("G15_35", "", "---R-R-----"),
        ("G15_37", "", "---R-R-----"),
        ("G15_38", "", "---RR------"),
        ("G15_39", "", "---RR------"),
        ("G15_86", "", "---R-------"),
        (
            "COORD",
            ".RR.......R.......R.......................R................."
                + "R.........................................",
            "-----------"
        ),
        (
            "ESMS",
            "............B.....B....................................B...."
                + "B...B...........B.........................",
            "-----------"
        ),
        ("G15_10/SM25", "", "WWWWWWWW--W"),
        ("CERT_ES", "", "WWWWWWWW--W"),
        ("CPE", "", "WWWWWWWW--W"),
        ("ASSUR", "", "-----------"),
        (
            "PATIENT",
            "RRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRRBRRRRRRRRRRRRRRRR"
                + "RRRRRRRRRRRRRRRRRRRBBBBBBBBBBBBRRRRRRRRRRR",
            "RRRRRRRRRRR"
        ),
        (
            "ALIM_AM",
            "............................................................"
                + ".................................W........",
            "--------.--"
        ),
    ]
}
