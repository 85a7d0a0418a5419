namespace ShuangDa.Tests.Databases.ListPlans;

/// <summary>
/// A question that people ask of a list, in the API's words, and by what the database answers it. A name may be the beginning of several
/// indexes' names, where any of them does.
/// </summary>
/// <param name="List">The list, as the schema names it: <c>Query.cases</c>.</param>
/// <param name="Says">What is asked, in words.</param>
/// <param name="Where">The conditions that it is asked with.</param>
/// <param name="Order">The order that it is asked in.</param>
/// <param name="Page">The index by which a page is entered.</param>
/// <param name="Count">The index, or the table of counts, that the total is taken from.</param>
public sealed record ListQuestion(string List, string Says, string Where, string Order, string Page, string Count)
{
    /// <summary>Other arguments of the list.</summary>
    public string Given { get; init; } = "";

    /// <summary>The partner agency whose people ask; null for the bureau's own.</summary>
    public string? Agency { get; init; }

    /// <summary>The index by which PostgreSQL enters a page, where its statistics say that another is better.</summary>
    public string? PageOnPostgreSql { get; init; }

    /// <summary>What is read and may be sorted for a page, where that is more than the page shows.</summary>
    public string? Reads { get; init; }

    /// <summary>Why the total goes through a whole table or index.</summary>
    public string? CountsAll { get; init; }

    /// <summary>Why a page goes through a whole table.</summary>
    public string? Scans { get; init; }

    public override string ToString() => $"{List}: {Says}";
}

/// <summary>
/// The questions that people ask of each list: those of the dashboard's pages, and the usual orders beside them. A list of the schema that
/// has no row here fails a test; so does a question that no index answers.
/// </summary>
public static class ListQuestions
{
    private const string OfficialNumber = "officialNumber: { eq: \"〔2026〕12号\" }";
    private const string Overdue = "overdue: { eq: true }";
    private const string OfSection = "section: { eq: \"S3\" }";
    private const string Open = "stage: { nin: [CLOSED, WITHDRAWN, NOT_FILED] }";
    private const string InHand = "stage: { in: [LEAD, INVESTIGATION, LEGAL_REVIEW, HEARING, DECIDED, EXECUTION] }";
    private const string InForce = "status: { in: [ACTIVE, SUSPENDED] }";
    private const string EndingSoon = "validTo: { gte: \"2025-06-15\", lte: \"2025-07-15\" }";
    private const string Proposed = "proposedMeasure: { in: [SUSPENSION, WITHDRAWAL, BANNING, DEREGISTRATION] }";
    private const string DueThisWeek =
        "kind: { in: [CASE_FILING, CASE_DECISION] }, dueAt: { gte: \"2026-06-15T00:00:00Z\", lt: \"2026-06-22T00:00:00Z\" }";

    private static readonly ListQuestion[] Cases =
    [
        new("Query.cases", "newest first", "", "receivedOn: DESC", "ix_inspection_case_received_on_subject", "case_work_count"),
        new("Query.cases", "oldest first", "", "receivedOn: ASC", "ix_inspection_case_received_on_subject", "case_work_count"),
        new("Query.cases", "as they come", "", "", "pk_inspection_case", "case_work_count"),
        new("Query.cases", "in a stage", "stage: { eq: INVESTIGATION }", "receivedOn: DESC",
            "ix_inspection_case_stage_received_on_subject", "case_work_count"),
        new("Query.cases", "in a stage, of a section", $"stage: {{ eq: INVESTIGATION }}, {OfSection}", "receivedOn: DESC",
            "ix_inspection_case_section_stage_received_on_subject", "case_work_count"),
        new("Query.cases", "open", Open, "receivedOn: DESC", "ix_inspection_case_received_on_subject", "case_work_count"),
        new("Query.cases", "of a section", OfSection, "receivedOn: DESC",
            "ix_inspection_case_section_received_on_subject_stage_violation", "case_work_count"),
        new("Query.cases", "open, of a section", $"{Open}, {OfSection}", "receivedOn: DESC",
            "ix_inspection_case_section_received_on_subject_stage_violation", "case_work_count"),
        new("Query.cases", "of a kind", "violation: { eq: UNLICENSED_PRODUCTION }", "receivedOn: DESC",
            "ix_inspection_case_violation_received_on_subject", "case_class_count"),
        new("Query.cases", "overdue", Overdue, "receivedOn: DESC", "ix_inspection_case_is_overdue_received_on_subject", "case_work_count"),
        new("Query.cases", "overdue, oldest first", Overdue, "receivedOn: ASC",
            "ix_inspection_case_is_overdue_received_on_subject", "case_work_count"),
        new("Query.cases", "overdue, as they come", Overdue, "", "ix_inspection_case_is_overdue_subject", "case_work_count"),
        new("Query.cases", "overdue, of a section", $"{Overdue}, {OfSection}", "receivedOn: DESC",
            "ix_inspection_case_is_overdue_section_received_on_subject_stage", "case_work_count"),
        new("Query.cases", "overdue, of a section, as they come", $"{Overdue}, {OfSection}", "",
            "ix_inspection_case_is_overdue_section_subject", "case_work_count"),
        new("Query.cases", "to be transferred", "mustTransfer: { eq: true }", "receivedOn: DESC",
            "ix_inspection_case_must_transfer_received_on_subject", "case_work_count"),
        new("Query.cases", "to be transferred, of a section", $"mustTransfer: {{ eq: true }}, {OfSection}", "receivedOn: DESC",
            "ix_inspection_case_must_transfer_section_received_on_subject", "case_work_count"),
        new("Query.cases", "major and open, dearest first", $"isMajor: {{ eq: true }}, {Open}", "goodsValueCny: DESC",
            "ix_inspection_case_is_major_goods_value_subject_stage", "case_work_count"),
        new("Query.cases", "major and open, of a section, dearest first",
            $"isMajor: {{ eq: true }}, {Open}, {OfSection}", "goodsValueCny: DESC",
            "ix_inspection_case_is_major_section_goods_value_subject_stage", "case_work_count"),
        new("Query.cases", "major, newest first", "isMajor: { eq: true }", "receivedOn: DESC",
            "ix_inspection_case_is_major_received_on_subject_stage", "case_work_count"),
        new("Query.cases", "that wait for a step, nearest first", "awaits: { eq: LEGAL_REVIEW }", "awaitedBy: ASC",
            "ix_inspection_case_awaits_awaited_by_subject", "case_work_count"),
        new("Query.cases", "that wait for a step, of a section", $"awaits: {{ eq: LEGAL_REVIEW }}, {OfSection}", "awaitedBy: ASC",
            "ix_inspection_case_awaits_section_awaited_by_subject", "case_work_count"),
        new("Query.cases", "that wait for a step, newest first", "awaits: { eq: LEGAL_REVIEW }", "receivedOn: DESC",
            "ix_inspection_case_awaits_received_on_subject", "case_work_count"),
        new("Query.cases", "an officer's open ones", $"officerNames: {{ some: {{ eq: \"officer7\" }} }}, {InHand}", "",
            "ix_inspection_case_officer_user_name_subject", "ix_inspection_case_officer_user_name_subject")
            {
                Reads = "all of the officer's, or all that are open, and no more",
            },
        new("Query.cases", "that an officer holds and that wait for a step",
            "holders: { some: { eq: \"officer7\" } }, awaits: { in: [INVESTIGATION, SERVICE, EXECUTION] }", "awaitedBy: ASC",
            "ix_open_work_user_name_due_at_subject", "ix_open_work_user_name_due_at_subject")
            {
                Reads = "all that the officer holds, and no more",
            },
        new("Query.cases", "that an officer holds and that wait for a step, by what ends first in them",
            "holders: { some: { eq: \"officer7\" } }, awaits: { in: [INVESTIGATION, SERVICE, EXECUTION] }", "nearestBy: ASC",
            "ix_open_work_user_name_due_at_subject", "ix_open_work_user_name_due_at_subject")
            {
                Reads = "all that the officer holds, and no more",
            },
        new("Query.cases", "that wait for a step, by what ends first in them", "awaits: { eq: FILING_DECISION }", "nearestBy: ASC",
            "ix_inspection_case_awaits_nearest_by_subject", "case_work_count"),
        new("Query.cases", "that wait for a step and in which nothing is proposed, of a section, by what ends first in them",
            $"awaits: {{ eq: FILING_DECISION }}, pendingApprovals: {{ any: false }}, {OfSection}", "nearestBy: ASC",
            "ix_inspection_case_awaits_section_nearest_by_subject", "ix_inspection_case_awaits"),
        new("Query.cases", "that nobody of their section holds",
            $"isUnassigned: {{ eq: true }}, {OfSection}", "receivedOn: ASC",
            "ix_inspection_case_section", "ix_inspection_case_section")
            {
                Reads = "what goes on in the bureau",
                CountsAll = "who holds what goes on in the bureau",
            },
        new("Query.cases", "that wait for a step and in which nothing is proposed, of a section",
            $"awaits: {{ eq: FILING_DECISION }}, pendingApprovals: {{ any: false }}, {OfSection}", "awaitedBy: ASC",
            "ix_inspection_case_awaits_section_awaited_by_subject", "ix_inspection_case_awaits"),
        new("Query.cases", "to be published", "mustPublish: { eq: true }", "awaitedBy: ASC",
            "ix_inspection_case_must_publish_awaited_by_subject", "ix_inspection_case_must_publish"),
        new("Query.cases", "to be published, of a section", $"mustPublish: {{ eq: true }}, {OfSection}", "awaitedBy: ASC",
            "ix_inspection_case_must_publish_section_awaited_by_subject", "ix_inspection_case_must_publish_section_awaited_by_subject"),
        new("Query.cases", "of an enterprise", "enterprise: { creditCode: { eq: \"E3\" } }", "receivedOn: DESC",
            "ix_inspection_case_enterprise_received_on_subject", "ix_inspection_case_enterprise_received_on_subject"),
        new("Query.cases", "by the number that people say", OfficialNumber, "",
            "ix_inspection_case_official_number_subject", "ix_inspection_case_official_number_subject"),
        new("Query.cases", "by a number's beginning", "number: { startsWith: \"A12\" }", "number: ASC",
            "ix_inspection_case_number_subject", "ix_inspection_case_number_subject"),
        new("Query.cases", "by number", "", "number: DESC", "ix_inspection_case_number_subject", "case_work_count"),
        new("Query.cases", "dearest first", "", "goodsValueCny: DESC", "ix_inspection_case_goods_value_subject", "case_work_count"),
    ];

    private static readonly ListQuestion[] Enterprises =
    [
        new("Query.enterprises", "as they come", "", "", "pk_enterprise", "enterprise_count"),
        new("Query.enterprises", "by name", "", "name: ASC", "ix_enterprise_name_order_subject", "enterprise_count"),
        new("Query.enterprises", "of a status", "status: { eq: CLOSED }", "", "pk_enterprise", "enterprise_count"),
        new("Query.enterprises", "in an area", "area: { code: { eq: \"R3\" } }", "", "ix_enterprise_area_subject", "enterprise_count"),
        new("Query.enterprises", "in a district, by name", "district: { eq: \"D3\" }", "name: ASC",
            "ix_enterprise_district_name_order_subject", "ix_enterprise_district_name_order_subject"),
        new("Query.enterprises", "of a product class", "productClasses: { some: { code: { eq: \"FOOD\" } } }", "",
            "ix_enterprise_product_class_code_subject", "ix_enterprise_product_class_code_subject")
            {
                CountsAll = "a class's are many, and a server finds them faster by going through all",
            },
        new("Query.enterprises", "of a risk", "riskLevel: { eq: HIGH }", "", "ix_enterprise_risk_level_subject", "enterprise_count"),
        new("Query.enterprises", "that own a protected brand", "isProtectedBrand: { eq: true }", "",
            "ix_enterprise_is_protected_brand_subject", "enterprise_count"),
        new("Query.enterprises", "whose code fails its check", "codeCheck: { eq: DIFFERS }", "",
            "ix_enterprise_code_check_subject", "ix_enterprise_code_check_subject"),
        new("Query.enterprises", "by a code's beginning", "creditCode: { startsWith: \"E12\" }", "creditCode: ASC",
            "ix_enterprise_credit_code", "ix_enterprise_credit_code"),
    ];

    private static readonly ListQuestion[] Dens =
    [
        new("Query.dens", "the last found first", "", "foundOn: DESC", "ix_den_found_on_subject", "den_count"),
        new("Query.dens", "by name", "", "name: ASC", "ix_den_name_order_subject", "den_count"),
        new("Query.dens", "by number", "", "number: ASC", "ix_den_number_subject", "den_count"),
        new("Query.dens", "of a status, the last found first", "status: { eq: FOUND }", "foundOn: DESC",
            "ix_den_status_found_on_subject", "den_count"),
        new("Query.dens", "in an area, the last found first", "area: { code: { eq: \"A3\" } }", "foundOn: DESC",
            "ix_den_area_found_on_subject", "den_count"),
        new("Query.dens", "of a product class", "productClasses: { some: { code: { eq: \"FOOD\" } } }", "",
            "ix_den_product_class_code_subject", "ix_den_product_class_code_subject")
        {
            CountsAll = "a class's are many, and a server finds them faster by going through all",
        },
        new("Den.inspections", "newest first", "", "plannedOn: DESC",
            "ix_inspection_den_planned_on_subject", "ix_inspection_den_planned_on_subject"),
        new("Den.rectifications", "newest first", "", "orderedOn: DESC",
            "ix_rectification_den_due_on_subject", "ix_rectification_den_due_on_subject") { Reads = "all of the den" },
        new("Den.cases", "newest first", "", "receivedOn: DESC",
            "ix_inspection_case_den_den_subject", "ix_inspection_case_den_den_subject") { Reads = "all of the den" },
        new("Den.history", "newest first", "", "", "ix_journal_subject_number", "ix_journal_subject_number"),
    ];

    private static readonly ListQuestion[] Licences =
    [
        new("Query.licences", "ending first", "", "validTo: ASC", "ix_licence_valid_to_subject", "licence_count"),
        new("Query.licences", "ending last", "", "validTo: DESC", "ix_licence_valid_to_subject", "licence_count"),
        new("Query.licences", "as they come", "", "", "pk_licence", "licence_count"),
        new("Query.licences", "of a status", "status: { eq: SUSPENDED }", "validTo: ASC",
            "ix_licence_status_valid_to_subject", "licence_count"),
        new("Query.licences", "in force, ending soon", $"{InForce}, {EndingSoon}", "validTo: ASC",
            "ix_licence_status_valid_to_subject", "ix_licence_status_valid_to_subject")
            {
                Reads = "those of each status until the page is full",
            },
        new("Query.licences", "ending soon", EndingSoon, "validTo: ASC", "ix_licence_valid_to_subject", "ix_licence_valid_to_subject"),
        new("Query.licences", "in force", InForce, "validTo: ASC",
            "ix_licence_status_valid_to_subject", "licence_count")
            {
                PageOnPostgreSql = "ix_licence_valid_to_subject",
                Reads = "those of each status until the page is full",
            },
        new("Query.licences", "of a kind", "kind: { eq: COMPULSORY_CERTIFICATE }", "validTo: ASC",
            "ix_licence_valid_to_subject", "licence_count"),
        new("Query.licences", "of a product class", "productClasses: { some: { code: { eq: \"FOOD\" } } }", "validTo: ASC",
            "ix_licence_product_class_code_subject", "ix_licence_product_class_code_subject")
            {
                Reads = "the class's, as its total does",
                CountsAll = "a class's are many, and a server finds them faster by going through all",
            },
        new("Query.licences", "whose withdrawal is asked for", "withdrawalRequested: { eq: true }", "validTo: ASC",
            "ix_licence_withdrawal_requested_valid_to_subject", "ix_licence_withdrawal_requested_valid_to_subject"),
        new("Query.licences", "whose deregistration is proposed", "deregistrationProposed: { eq: true }", "validTo: ASC",
            "ix_licence_deregistration_proposed_valid_to_subject", "ix_licence_deregistration_proposed_valid_to_subject"),
        new("Query.licences", "of an enterprise", "enterprise: { creditCode: { eq: \"E3\" } }", "validTo: ASC",
            "ix_licence_enterprise_valid_to_subject", "ix_licence_enterprise_valid_to_subject"),
        new("Query.licences", "by a number's beginning", "number: { startsWith: \"L12\" }", "number: ASC",
            "ix_licence_number_subject", "ix_licence_number_subject"),
        new("Query.licences", "by number", "", "number: ASC", "ix_licence_number_subject", "licence_count"),
        new("Query.licences", "by status", "", "status: ASC", "ix_licence_status_subject", "licence_count"),
    ];

    private static readonly ListQuestion[] Inspections =
    [
        new("Query.inspections", "newest first", "", "plannedOn: DESC", "ix_inspection_planned_on_subject", "inspection_work_count"),
        new("Query.inspections", "oldest first", "", "plannedOn: ASC", "ix_inspection_planned_on_subject", "inspection_work_count"),
        new("Query.inspections", "as they come", "", "", "pk_inspection", "inspection_work_count"),
        new("Query.inspections", "of a status", "status: { eq: PLANNED }", "plannedOn: DESC",
            "ix_inspection_status_planned_on_subject", "inspection_work_count"),
        new("Query.inspections", "of a section", OfSection, "plannedOn: DESC",
            "ix_inspection_section_planned_on_subject", "inspection_work_count"),
        new("Query.inspections", "planned, of a section", $"status: {{ eq: PLANNED }}, {OfSection}", "plannedOn: DESC",
            "ix_inspection_section_status_planned_on_subject", "inspection_work_count"),
        new("Query.inspections", "late", "isLate: { eq: true }, status: { eq: PLANNED }", "plannedOn: ASC",
            "ix_inspection_is_late_status_planned_on_subject", "inspection_work_count") { Reads = "what is late now" },
        new("Query.inspections", "late, of a section", $"isLate: {{ eq: true }}, status: {{ eq: PLANNED }}, {OfSection}", "plannedOn: ASC",
            "ix_inspection_is_late_section_status_planned_on_subject", "inspection_work_count"),
        new("Query.inspections", "on a basis", "basis: { eq: SWEEP }", "plannedOn: DESC",
            "ix_inspection_basis_planned_on_subject", "inspection_campaign_count"),
        new("Query.inspections", "with a result", "result: { eq: CASE }", "plannedOn: DESC",
            "ix_inspection_result_planned_on_subject", "ix_inspection_result_planned_on_subject"),
        new("Query.inspections", "of a product class", "productClass: { code: { eq: \"FOOD\" } }", "plannedOn: DESC",
            "ix_inspection_product_class_planned_on_subject", "ix_inspection_product_class_planned_on_subject"),
        new("Query.inspections", "an officer's planned ones",
            "officerNames: { some: { eq: \"officer7\" } }, status: { eq: PLANNED }", "plannedOn: ASC",
            "ix_inspection_officer_user_name_subject", "ix_inspection_officer_user_name_subject")
            {
                Reads = "all that are planned, and no more",
            },
        new("Query.inspections", "by the number that people say", OfficialNumber, "",
            "ix_inspection_official_number_subject", "ix_inspection_official_number_subject"),
        new("Query.inspections", "of an enterprise", "enterprise: { creditCode: { eq: \"E3\" } }", "plannedOn: DESC",
            "ix_inspection_enterprise_planned_on_subject", "ix_inspection_enterprise_planned_on_subject"),
        new("Query.inspections", "by number", "", "number: ASC", "ix_inspection_number_subject", "inspection_work_count"),
        new("Query.inspections", "by status", "", "status: DESC", "ix_inspection_status_subject", "inspection_work_count"),
    ];

    private static readonly ListQuestion[] Rectifications =
    [
        new("Query.rectifications", "due first", "", "dueOn: ASC", "ix_rectification_due_on_subject", "rectification_count"),
        new("Query.rectifications", "due last", "", "dueOn: DESC", "ix_rectification_due_on_subject", "rectification_count"),
        new("Query.rectifications", "as they come", "", "", "pk_rectification", "rectification_count"),
        new("Query.rectifications", "late", "isLate: { eq: true }", "dueOn: ASC",
            "ix_rectification_is_late_due_on_subject", "ix_rectification_is_late"),
        new("Query.rectifications", "late, of a section", $"isLate: {{ eq: true }}, {OfSection}", "dueOn: ASC",
            "ix_rectification_is_late_section_due_on_subject", "ix_rectification_is_late_section_due_on_subject"),
        new("Query.rectifications", "of a status", "status: { eq: ORDERED }", "dueOn: ASC",
            "ix_rectification_status_due_on_subject", "rectification_count"),
        new("Query.rectifications", "overdue, of a section", $"status: {{ eq: OVERDUE }}, {OfSection}", "dueOn: ASC",
            "ix_rectification_section_status_due_on_subject", "rectification_count"),
        new("Query.rectifications", "of a section", OfSection, "dueOn: ASC",
            "ix_rectification_section_due_on_subject_status", "rectification_count"),
        new("Query.rectifications", "of a product class", "productClass: { code: { eq: \"FOOD\" } }", "dueOn: ASC",
            "ix_rectification_product_class_due_on_subject", "ix_rectification_product_class_due_on_subject"),
        new("Query.rectifications", "with a measure proposed", Proposed, "dueOn: ASC",
            "ix_rectification_due_on_subject_proposed_measure", "rectification_count"),
        new("Query.rectifications", "with a measure proposed, of a section", $"{Proposed}, {OfSection}", "dueOn: ASC",
            "ix_rectification_section_due_on_subject_proposed_measure", "rectification_count"),
        new("Query.rectifications", "with one measure proposed", "proposedMeasure: { eq: SUSPENSION }", "dueOn: ASC",
            "ix_rectification_due_on_subject_proposed_measure", "rectification_count"),
        new("Query.rectifications", "by the number that people say", OfficialNumber, "",
            "ix_rectification_official_number_subject", "ix_rectification_official_number_subject"),
        new("Query.rectifications", "of an enterprise", "enterprise: { creditCode: { eq: \"E3\" } }", "dueOn: ASC",
            "ix_rectification_enterprise_due_on_subject", "ix_rectification_enterprise_due_on_subject"),
        new("Query.rectifications", "by number", "", "number: ASC", "ix_rectification_number_subject", "rectification_count"),
        new("Query.rectifications", "ordered last", "", "orderedOn: DESC", "ix_rectification_ordered_on_subject", "rectification_count"),
        new("Query.rectifications", "by status", "", "status: ASC", "ix_rectification_status_subject", "rectification_count"),
    ];

    private static readonly ListQuestion[] CrimeTransfers =
    [
        new("Query.crimeTransfers", "newest first", "", "openedOn: DESC", "ix_crime_transfer_opened_on_subject", "crime_transfer_count"),
        new("Query.crimeTransfers", "oldest first", "", "openedOn: ASC", "ix_crime_transfer_opened_on_subject", "crime_transfer_count"),
        new("Query.crimeTransfers", "as they come", "", "", "pk_crime_transfer", "crime_transfer_count"),
        new("Query.crimeTransfers", "of a status", "status: { eq: REPORTED }", "openedOn: ASC",
            "ix_crime_transfer_status_opened_on_subject", "crime_transfer_count"),
        new("Query.crimeTransfers", "of a status, of a section", $"status: {{ eq: REPORTED }}, {OfSection}", "openedOn: ASC",
            "ix_crime_transfer_section_status_opened_on_subject", "crime_transfer_count"),
        new("Query.crimeTransfers", "not filed by the police, oldest first", "status: { in: [DECLINED, UPHELD] }", "openedOn: ASC",
            "ix_crime_transfer_status_opened_on_subject", "crime_transfer_count")
            {
                PageOnPostgreSql = "ix_crime_transfer_opened_on_subject",
                Reads = "those of each status until the page is full",
            },
        new("Query.crimeTransfers", "of a section", OfSection, "openedOn: DESC",
            "ix_crime_transfer_section_opened_on_subject_status", "crime_transfer_count"),
        new("Query.crimeTransfers", "overdue", Overdue, "openedOn: DESC",
            "ix_crime_transfer_is_overdue_opened_on_subject", "crime_transfer_count"),
        new("Query.crimeTransfers", "overdue, as they come", Overdue, "", "ix_crime_transfer_is_overdue_subject", "crime_transfer_count"),
        new("Query.crimeTransfers", "overdue, of a section", $"{Overdue}, {OfSection}", "openedOn: DESC",
            "ix_crime_transfer_is_overdue_section_opened_on_subject", "crime_transfer_count"),
        new("Query.crimeTransfers", "overdue, of a section, as they come", $"{Overdue}, {OfSection}", "",
            "ix_crime_transfer_is_overdue_section_subject", "crime_transfer_count"),
        new("Query.crimeTransfers", "the police's own", "", "openedOn: DESC",
            "ix_crime_transfer_visible_agency_opened_on_subject", "ix_crime_transfer_visible_agency") { Agency = "P3" },
        new("Query.crimeTransfers", "the police's own, to sign for", "status: { eq: SENT }", "openedOn: ASC",
            "ix_crime_transfer_visible_agency_status_opened_on_subject", "ix_crime_transfer_visible_agency_status_opened_on_subject")
            {
                Agency = "P3",
            },
        new("Query.crimeTransfers", "the police's own, to file", "status: { in: [RECEIVED, RECONSIDERED, SUPERVISED] }", "openedOn: ASC",
            "ix_crime_transfer_visible_agency", "ix_crime_transfer_visible_agency_status_opened_on_subject") { Agency = "P3" },
        new("Query.crimeTransfers", "by the number that people say", OfficialNumber, "",
            "ix_crime_transfer_official_number_subject", "ix_crime_transfer_official_number_subject"),
        new("Query.crimeTransfers", "of a case", "case: { number: { eq: \"A7\" } }", "openedOn: DESC",
            "ix_crime_transfer_case_number_subject", "ix_crime_transfer_case_number_subject") { Reads = "all of the case" },
        new("Query.crimeTransfers", "by number", "", "number: ASC", "ix_crime_transfer_number_subject", "crime_transfer_count"),
        new("Query.crimeTransfers", "dearest first", "", "goodsValueCny: DESC",
            "ix_crime_transfer_goods_value_subject", "crime_transfer_count"),
        new("Query.crimeTransfers", "by status", "", "status: ASC", "ix_crime_transfer_status_subject", "crime_transfer_count"),
    ];

    private static readonly ListQuestion[] Others =
    [
        new("Query.deadlines", "next first", "", "", "ix_deadline_due_at_subject_kind", "deadline") { CountsAll = "what is owed now" },
        new("Query.deadlines", "of some kinds, soon", DueThisWeek, "",
            "ix_deadline_due_at_subject_kind", "ix_deadline_due_at_subject_kind"),
        new("Query.deadlines", "of some kinds, of a section, soon", $"{OfSection}, {DueThisWeek}", "",
            "ix_deadline_section_due_at_subject_kind", "ix_deadline_section_due_at_subject_kind"),
        new("Query.deadlines", "of a section", OfSection, "",
            "ix_deadline_section_due_at_subject_kind", "ix_deadline_section_due_at_subject_kind"),
        new("Query.deadlines", "of a kind", "kind: { eq: CASE_FILING }", "",
            "ix_deadline_due_at_subject_kind", "deadline") { CountsAll = "what is owed now" },
        new("Query.deadlines", "lapsed", "lapsed: { eq: true }", "",
            "ix_lapsed_deadline_due_at_subject_kind", "lapsed_deadline") { CountsAll = "what is overdue now" },
        new("Query.deadlines", "lapsed, of a section", $"lapsed: {{ eq: true }}, {OfSection}", "",
            "ix_lapsed_deadline_section_due_at_subject_kind", "ix_lapsed_deadline_section_due_at_subject_kind"),
        new("Query.deadlines", "lapsed, of an officer", "officer: { eq: \"officer7\" }", "",
            "ix_lapsed_deadline_officer_due_at_subject_kind", "ix_lapsed_deadline_officer_due_at_subject_kind"),
        new("Query.facts", "of a month", "", "", "ix_tally_day_measure", "ix_tally_day_measure")
        {
            Given = "from: \"2026-02-01\", to: \"2026-03-01\"", Reads = "the facts of the month",
        },
        new("Query.facts", "of a measure, recorded in a day", "", "", "ix_tally_measure_recorded_at", "ix_tally_measure_recorded_at")
        {
            Given = "measures: [CASES_FILED], recordedAfter: \"2026-02-02T06:00:00Z\", recordedUntil: \"2026-02-03T06:00:00Z\"",
        },
        new("Query.facts", "of a measure, of a month", "", "", "ix_tally_measure_day_id", "ix_tally_measure_day_id")
        {
            Given = "from: \"2026-02-01\", to: \"2026-03-01\", measures: [CASES_FILED]",
        },
        new("Query.journal", "newest first", "", "",
            "pk_journal", "journal") { CountsAll = "the length of the journal is kept nowhere" },
        new("Query.journal", "between two instants", "", "",
            "ix_journal_at", "ix_journal_at") { Given = "from: \"2026-02-10T00:00:00Z\", to: \"2026-02-12T00:00:00Z\"" },
        new("Query.journal", "an agency's own", "", "", "ix_journal_agency_position", "ix_journal_agency_position") { Agency = "P1" },
        new("Query.journal", "of what has a text", "", "", "ix_journal_subject_number", "ix_journal_subject_number")
        {
            Given = "text: \"文号7\"", Reads = "the entries of at most 50 subjects", PageOnPostgreSql = "pk_journal",
        },
        new("Query.openWork", "an officer's", "", "",
            "ix_open_work_user_name_due_at_subject", "ix_open_work_user_name_due_at_subject") { Given = "officer: \"officer7\"" },
        new("Query.openWork", "a section's", "", "",
            "ix_open_work_section_place_due_at_subject", "open_work_count") { Given = "section: \"S3\"" },
        new("Query.openWork", "an officer's within a section", "", "",
            "ix_open_work_user_name_due_at_subject", "ix_open_work") { Given = "officer: \"officer7\", section: \"S3\"" },
        new("Query.openWork", "late, of a section", "", "",
            "ix_open_work_section_place_due_at_subject", "ix_open_work") { Given = "section: \"S3\", late: true" },
        new("Query.openWork", "an officer's of a kind that has a text, by number", "", "",
            "ix_open_work_user_name_due_at_subject", "ix_open_work_user_name_due_at_subject")
        {
            Given = "officer: \"officer7\", kind: CASE, text: \"A\", order: [{ number: ASC }]",
            Reads = "all that the officer holds, and no more",
            Scans = "of few enterprises PostgreSQL reads all names rather than those of the officer's work one by one",
            CountsAll = "of few enterprises PostgreSQL reads all names rather than those of the officer's work one by one",
        },
        new("Query.openWork", "late", "", "", "ix_open_work_place_due_at_subject", "ix_open_work") { Given = "late: true" },
        new("Query.approvals", "all that waits", "", "", "ix_approval_asked_at_subject_item", "approval") { CountsAll = "what waits now" },
        new("Query.approvals", "for the head to decide", "", "", "ix_approval_asked_at_subject_item", "approval")
        {
            Given = "mine: true", CountsAll = "what waits now",
        },
        new("Query.approvals", "of a kind", "", "",
            "ix_approval_step_asked_at_subject_item", "ix_approval_step") { Given = "step: CRIME_TRANSFER" },
        new("Query.approvals", "of a section", "", "",
            "ix_approval_section_asked_at_subject_item", "ix_approval_section") { Given = "section: \"S3\"" },
        new("Query.approvals", "proposed by an officer", "", "",
            "ix_approval_asked_by_asked_at_subject_item", "ix_approval_asked_by") { Given = "askedBy: \"officer7\"" },
        new("Query.formEntries", "the last first", "", "until: DESC", "ix_form_entry_valid_until_subject", "form_entry")
        {
            CountsAll = "what sections fill in by hand, some a week",
        },
        new("Query.formEntries", "of a figure, the last first", "figure: {eq: TRAININGS}",
            "until: DESC", "ix_form_entry_figure_valid_until_subject", "ix_form_entry_figure")
        {
            CountsAll = "what sections fill in of one figure",
        },
        new("Query.authorisations", "by number", "", "number: ASC", "ix_authorisation_number_subject", "authorisation")
        {
            CountsAll = "a head's deputies are few",
        },
        new("Query.campaigns", "newest first", "", "from: DESC", "ix_campaign_begins_on_subject", "campaign")
        {
            CountsAll = "a bureau's campaigns are few",
        },
        new("Query.campaigns", "by code", "", "code: ASC", "ix_campaign_code_subject", "campaign")
        {
            CountsAll = "a bureau's campaigns are few",
        },
        new("Query.campaignTasks", "the table of a campaign", "campaign: { eq: \"C3\" }", "serial: ASC",
            "ix_campaign_task_campaign_serial_subject", "campaign_task_count"),
        new("Query.campaignTasks", "what a section owes, nearest first",
            "leadSection: { eq: \"S3\" }, awaits: { eq: LEAD_SECTION }", "dueOn: ASC",
            "ix_campaign_task_lead_section_awaits_due_on_subject", "ix_campaign_task_lead_section_awaits_due_on_subject"),
        new("Query.campaignTasks", "what the office looks at, nearest first", "awaits: { eq: OFFICE }", "dueOn: ASC",
            "ix_campaign_task_awaits_due_on_subject", "ix_campaign_task_awaits_due_on_subject"),
        new("Query.campaignTasks", "by number", "", "number: ASC", "ix_campaign_task_number_subject", "campaign_task_count"),
        new("Query.dailyReports", "the days of all sections, the last first", "", "day: DESC",
            "ix_daily_report_day_subject", "daily_report")
        {
            CountsAll = "a bureau has eight a day",
        },
        new("Query.dailyReports", "by number", "", "number: ASC", "ix_daily_report_number_subject", "daily_report")
        {
            CountsAll = "a bureau has eight a day",
        },
        new("Query.dailyReports", "some days of all sections", "day: { gte: \"2026-02-01\", lte: \"2026-02-14\" }", "day: ASC",
            "ix_daily_report_day_subject", "ix_daily_report_day_subject"),
        new("Query.dailyReports", "a section's, the last first", "section: { eq: \"S3\" }", "day: DESC",
            "ix_daily_report_section_day_subject", "ix_daily_report_section"),
        new("Query.dailyReports", "what a section owes", "owedBy: { eq: \"S3\" }", "day: ASC",
            "ix_daily_report_owed_by_day_subject", "ix_daily_report_owed_by_day_subject"),
        new("Query.dailySummaries", "the last first", "", "day: DESC", "ix_daily_summary_day_subject", "daily_summary")
        {
            CountsAll = "one a day",
        },
        new("Query.dailySummaries", "by number", "", "number: ASC", "ix_daily_summary_number_subject", "daily_summary")
        {
            CountsAll = "one a day",
        },
        new("Query.dailySummaries", "what waits for the head", "status: { eq: COLLECTED }", "day: ASC",
            "ix_daily_summary_status_day_subject", "ix_daily_summary_status_day_subject"),
        new("Query.sectionHandovers", "a section's", "", "",
            "ix_section_handover", "ix_section_handover") { Given = "section: \"S3\"", Reads = "all that the section gave and got" },
        new("Query.notifications", "the reader's own", "", "", "ix_notification_user_name_at_id", "ix_notification_user_name_at_id"),
        new("Query.notifications", "the reader's own that are unread", "", "",
            "ix_notification", "ix_notification_is_unread_user_name_at_id")
            {
                // Which of two is better the statistics say: a few unread among many, or nearly all.
                Given = "unread: true", Reads = "what the reader was told meanwhile and has read",
            },
        new("Query.staff", "all", "", "", "account", "account") { Reads = "the bureau's people" },
        new("Query.users", "by user name", "", "userName: ASC", "ix_account_user_name", "account"),
        new("Enterprise.licences", "as they come", "", "",
            "ix_licence_enterprise_valid_to_subject", "ix_licence_enterprise_valid_to_subject") { Reads = "all of the enterprise" },
        new("Enterprise.licences", "ending first", "", "validTo: ASC",
            "ix_licence_enterprise_valid_to_subject", "ix_licence_enterprise_valid_to_subject"),
        new("Enterprise.inspections", "newest first", "", "plannedOn: DESC",
            "ix_inspection_enterprise_planned_on_subject", "ix_inspection_enterprise_planned_on_subject"),
        new("Enterprise.rectifications", "newest first", "", "orderedOn: DESC",
            "ix_rectification_enterprise_due_on_subject", "ix_rectification_enterprise_due_on_subject") { Reads = "all of the enterprise" },
        new("Enterprise.cases", "newest first", "", "receivedOn: DESC",
            "ix_inspection_case_party_credit_code_subject", "ix_inspection_case_party_credit_code_subject")
            {
                Reads = "all of the enterprise",
            },
        new("Enterprise.history", "newest first", "", "", "ix_journal_subject_number", "ix_journal_subject_number"),
        new("Case.inspections", "as they come", "", "",
            "ix_inspection_case_number_planned_on_subject", "ix_inspection_case_number_planned_on_subject") { Reads = "all of the case" },
        new("FormEntry.history", "newest first", "", "", "ix_journal_subject_number", "ix_journal_subject_number"),
        new("DailySummary.history", "newest first", "", "", "ix_journal_subject_number", "ix_journal_subject_number"),
        new("DailyReport.history", "newest first", "", "", "ix_journal_subject_number", "ix_journal_subject_number"),
        new("Campaign.history", "newest first", "", "", "ix_journal_subject_number", "ix_journal_subject_number"),
        new("CampaignTask.history", "newest first", "", "", "ix_journal_subject_number", "ix_journal_subject_number"),
        new("Authorisation.history", "newest first", "", "", "ix_journal_subject_number", "ix_journal_subject_number"),
        new("Case.history", "newest first", "", "", "ix_journal_subject_number", "ix_journal_subject_number"),
        new("Inspection.rectifications", "as they come", "", "",
            "ix_rectification_inspection", "ix_rectification_inspection") { Reads = "all of the inspection" },
        new("Inspection.history", "newest first", "", "", "ix_journal_subject_number", "ix_journal_subject_number"),
        new("Licence.history", "newest first", "", "", "ix_journal_subject_number", "ix_journal_subject_number"),
        new("Rectification.history", "newest first", "", "", "ix_journal_subject_number", "ix_journal_subject_number"),
        new("CrimeTransfer.history", "newest first", "", "", "ix_journal_subject_number", "ix_journal_subject_number"),
        new("User.history", "newest first", "", "", "ix_journal_subject_number", "ix_journal_subject_number"),
        new("Import.history", "newest first", "", "", "ix_journal_subject_number", "ix_journal_subject_number"),
        new("SweepCoverage.covered", "as they come", "", "",
            "ix_inspection_campaign_status_enterprise", "ix_inspection_campaign_status_enterprise")
            {
                Scans = "who was come to is found by looking at everybody who holds a licence for the classes",
            },
        new("SweepCoverage.missing", "as they come", "", "",
            "ix_inspection_campaign_status_enterprise", "ix_inspection_campaign_status_enterprise")
            {
                Scans = "who is left is found by looking at everybody who holds a licence for the classes",
            },
    ];

    public static IReadOnlyList<ListQuestion> All { get; } =
        [.. Cases, .. Enterprises, .. Dens, .. Licences, .. Inspections, .. Rectifications, .. CrimeTransfers, .. Others];
}
