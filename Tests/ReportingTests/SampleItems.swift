import Certification

extension SampleItem {
    static let all: [SampleItem] = (ordinary + late + hostile).sorted { $0.evidence.id < $1.evidence.id }

    /// Texts that try to leave their place.
    static let hostileTitle =
        "</h3><script>alert(1)</script> \"\u{301} onclick=\"x\" {{organization}} & \u{202E}txt.exe 🦊 שלום مرحبا "
        + String(repeating: "verylongwordwithoutanyblank", count: 9)

    private static let ordinary: [SampleItem] = [
        SampleItem(
            "SCP-001", "Scope of the service management system", .scopeStatement, clauses: ["4.3"],
            owner: "Service manager", level: .public, everyMonths: 12,
            note: "Agreed with the board.\nSee minutes.",
            files: [.file("SMS scope.pdf", label: "2.1", effective: "2026-02-01")]),
        SampleItem(
            "POL-001", "Service management policy", .policy, clauses: ["5.2", "5.2.2"],
            owner: "Managing director",
            level: .public, everyMonths: 12, locator: "page 1",
            files: [
                .file("Policy 2025.pdf", label: "1.0", effective: "2025-01-15", received: "2025-01-15"),
                .file(
                    "Policy 2026.pdf", number: 2, label: "2.0", effective: "2026-01-15",
                    received: "2026-01-14"),
                .file(
                    "Policy 2027.pdf", number: 3, label: "3.0", effective: "2027-01-01",
                    received: "2026-11-02"),
            ]),
        SampleItem(
            "PLN-001", "Service management plan", .plan, clauses: ["6.2.1", "6.2.2", "6.3"],
            owner: "Service manager",
            everyMonths: 12, locator: "sections 3 to 7", linkNote: "objectives are in the annex",
            files: [.file("SMP_v4 (final) 100%.docx", size: 1_482_113, label: "4.0", effective: "2026-03-01")]
        ),
        SampleItem(
            "RSK-001", "Risk register", .register, clauses: ["6.1.1", "6.1.2", "8.7.2"], owner: "Risk owner",
            everyMonths: 6, files: [.file("risks.xlsx", size: 96_771, effective: "2026-09-01")]),
        SampleItem(
            "INC-PRO-001", "Incident management procedure", .procedure, clauses: ["8.6.1"],
            owner: "Service desk lead",
            everyMonths: 12, locator: "section 4.2",
            files: [.file("PRO-003 Incident management.docx", label: "3.0", effective: "2026-05-01")]),
        SampleItem(
            "INC-KPI-001", "Incident KPI export", .kpiExport, clauses: ["8.6.1", "9.1", "9.4"],
            owner: "Service desk lead", everyMonths: 3,
            files: (1...10).map { month in
                let name = month < 10 ? "2026-0\(month)" : "2026-\(month)"
                return .file(
                    "kpi \(name).csv", number: month, size: 8_214, period: name, received: "2026-11-03")
            }),
        SampleItem(
            "CAT-001", "Service catalogue", .catalogue, clauses: ["8.2.4"], owner: "Service manager",
            level: .public,
            files: [.file("Catalogue.html", effective: "2026-06-01")]),
        SampleItem(
            "OPS-001", "Minutes of the weekly operations round", .minutes, clauses: ["8.2", "8.5"],
            owner: "Operations lead", everyMonths: 3,
            files: [.file("rounds Q3.pdf", period: "2026-07-01..2026-09-30", received: "2026-10-02")]),
        SampleItem(
            "AUD-001", "Internal audit 2026", .auditReport, clauses: ["9.2.1", "9.2.2"],
            owner: "Internal auditor",
            files: [.file("audit-2026.pdf", size: 2_214_991, received: "2026-10-20")]),
        SampleItem(
            "REG-001", "Notes without a clause", .record, clauses: [], level: nil,
            files: [.file("notes.txt", size: 1)]),
    ]

    private static let late: [SampleItem] = [
        SampleItem(
            "CHG-POL-001", "Change management policy", .policy, clauses: ["8.5.1.1"], owner: "Change manager",
            everyMonths: 12,
            files: [.file("change.pdf", effective: "2025-06-01", received: "2025-06-01")]),
        SampleItem(
            "SUP-001", "Contract with the data centre", .contract, clauses: ["8.3.4.1"], owner: "Purchasing",
            level: .confidential, expires: "2026-09-30",
            files: [.file("contract.pdf", size: 3_141_592, effective: "2023-10-01", received: "2023-10-01")]),
        SampleItem(
            "CAP-001", "Capacity report", .report, clauses: ["8.4.3"], everyMonths: 3,
            files: [
                .file("capacity Q1.pdf", period: "2026-01-01..2026-03-31", received: "2026-04-04"),
                .file("capacity Q3.pdf", number: 2, period: "2026-07-01..2026-09-30", received: "2026-10-05"),
            ]),
        SampleItem(
            "MGR-001", "Minutes of the management review", .minutes, clauses: ["9.3"], owner: "Top management"
        ),
        SampleItem(
            "SLA-001", "Service level agreements 2027", .sla, clauses: ["8.3.3"], owner: "Account manager",
            files: [.file("SLA 2027.pdf", effective: "2027-01-01", received: "2026-11-01")]),
        SampleItem(
            "COM-001", "Competence matrix", .competenceMatrix, clauses: ["7.2"], level: .restricted,
            everyMonths: 12,
            files: [.file("matrix.xlsx", effective: "2026-08-01")]),
        SampleItem(
            "INC-PRO-002", "Major incident handbook (old)", .procedure, clauses: ["8.6.1"], everyMonths: 12,
            files: [.file("major.pdf", effective: "2024-02-01", received: "2024-02-01")]),
    ]

    private static let hostile: [SampleItem] = [
        SampleItem(
            "X-001", hostileTitle, .record, clauses: ["10.2", "99.9"], owner: "=HYPERLINK(\"http://x\")",
            level: nil,
            locator: "<img src=x onerror=alert(1)>", linkNote: "'\"><b>bold",
            note: "{{{style}}} <style>*{}</style>",
            files: [.file("invoice\u{202E}fdp.exe #1? %41 ü 訓練 : a&b.html", label: "<1>")])
    ]
}
