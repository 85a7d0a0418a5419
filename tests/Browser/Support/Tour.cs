namespace ShuangDa.Tests.Browser.Support;

/// <summary>The addresses of the dashboard's pages, with subjects of the demonstration that have something to show.</summary>
internal static class Tour
{
    public static async Task<string> PathAsync(Visitor visitor, string page) => page switch
    {
        "today" => "/",
        "enterprises" => "/enterprises",
        "enterprise" => $"/enterprises/{await visitor.FirstAsync("cases(first: 1, where: { stage: { eq: LEGAL_REVIEW } })", "enterpriseCreditCode")}",
        "licences" => "/licences",
        "licence" => $"/licences/{await visitor.FirstAsync("licences(first: 1, where: { status: { eq: ACTIVE } }, order: [{ validTo: DESC }])", "number")}",
        "licence-expiry" => "/licences?view=chart",
        "expiry-calendar" => "/licences?view=calendar",
        "inspections" => "/inspections",
        "my-inspections" => "/inspections/mine",
        "coverage" => "/inspections?view=coverage",
        "inspection" => $"/inspections/{await visitor.FirstAsync("inspections(first: 1, where: { status: { eq: RECORDED }, worstSeverity: { eq: SERIOUS } })", "number")}",
        "record-inspection" => $"/inspections/{await visitor.FirstAsync("inspections(first: 1, where: { status: { eq: PLANNED } })", "number")}/record",
        "rectifications" => "/rectifications",
        "rectification" => $"/rectifications/{await visitor.FirstAsync("rectifications(first: 1, where: { status: { eq: FAILED } })", "number")}",
        "cases" => "/cases",
        "case-list" => "/cases?view=list",
        "case" => $"/cases/{await visitor.FirstAsync("cases(first: 1, where: { stage: { eq: LEGAL_REVIEW } })", "number")}",
        "case-statistics" => "/case-statistics",
        "statistics" => "/statistics?by=PRODUCT_CLASS",
        "report-forms" => "/report-forms?period=twelve",
        "report-form-of-licences" => "/report-forms?form=UNLICENSED_AND_LICENSED_VIOLATIONS&period=twelve",
        "report-form-of-cases" => "/report-forms?form=COUNTERFEIT_BRAND_PRODUCERS&period=twelve",
        "facts" => "/facts?measure=CASES_FILED",
        "transfers" => "/transfers",
        "transfer" => $"/transfers/{await visitor.FirstAsync("crimeTransfers(first: 1, where: { status: { eq: FILED } })", "number")}",
        "police-transfer" => $"/transfers/{await visitor.FirstAsync("crimeTransfers(first: 1)", "number")}",
        "users" => "/administration/users",
        "sections" => "/administration/sections",
        "agencies" => "/administration/agencies",
        "product-classes" => "/administration/product-classes",
        "areas" => "/administration/areas",
        "notifications" => "/notifications?view=all",
        "approvals" => "/approvals",
        "authorisations" => "/authorisations",
        "form-entries" => "/form-entries",
        "campaigns" => "/campaigns",
        "campaign" => $"/campaigns/{await visitor.FirstAsync("campaigns(first: 1, where: { status: { eq: RUNNING } })", "code")}",
        "campaign-tasks" => "/campaign-tasks",
        "campaign-task" =>
            $"/campaign-tasks/{await visitor.FirstAsync("campaignTasks(first: 1, where: { status: { eq: RETURNED } })", "number")}",
        "dens" => "/dens",
        "den" => $"/dens/{await visitor.FirstAsync("dens(first: 1, where: { status: { eq: BANNED } })", "number")}",
        "daily-reports" => "/daily-reports",
        "daily-report" =>
            $"/daily-reports/{await visitor.FirstAsync("dailyReports(first: 1, where: { status: { eq: LATE } })", "number")}",
        "daily-summaries" => "/daily-summaries",
        "daily-summary" =>
            $"/daily-summaries/{await visitor.FirstAsync("dailySummaries(first: 1, where: { status: { eq: RECEIPTED } })", "number")}",
        "daily-report-by-hand" => $"/daily-reports/{await visitor.FirstAsync(
            "dailyReports(first: 1, where: { section: { eq: \"CERTIFICATION\" }, status: { eq: FROZEN } }, order: [{ day: DESC }])",
            "number")}",
        "open-work" => "/open-work?officer=officer",
        "handovers" => "/open-work?view=handovers",
        "imports" => "/administration/imports",
        "journal" => "/administration/journal",
        "calendar" => "/administration/calendar",
        "search" => "/search?text=公司",
        _ => throw new ArgumentOutOfRangeException(nameof(page), page, "There is no such page."),
    };
}
