using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.DailySummaries;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.ReportForms;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Security;
using ShuangDa.GraphQL.Transport;
using ShuangDa.Silo.Imports;
using ShuangDa.Silo.ReportForms;

namespace ShuangDa.Silo.DailySummaries;

/// <summary>日报汇总接口. Gives the two tables of a summary as workbooks, as they are handed in (notice 三〔五〕, annex 3).</summary>
internal static class DailySummaryEndpoints
{
    /// <summary>Maps <c>/daily-summaries/{number}/{form}.xlsx</c>.</summary>
    /// <param name="routes">The application's routes.</param>
    public static IEndpointRouteBuilder MapDailySummaries(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/daily-summaries/{number}/{form}.xlsx", GiveWorkbook).RequireAuthorization();
        return routes;
    }

    private static async Task<IResult> GiveWorkbook(
        HttpContext http,
        IGrainFactory grains,
        FormReader forms,
        Grains.Journal.Database database,
        TimedReads reads,
        string number,
        string form)
    {
        if (ImportEndpoints.Refuse(http, Roles.Bureau, out _) is { } no)
        {
            return no;
        }

        if (ReportFormEndpoints.KindOf(form) is not { } kind
            || kind is not (ReportFormKind.EnforcementStatistics or ReportFormKind.CaseList)
            || DrawnNumber.Parse(DailySummary.Prefix, number, out var normal) is not null
            || await grains.GetGrain<IDailySummaryGrain>(normal).Read().ConfigureAwait(false) is not { State: var summary })
        {
            return ImportEndpoints.NotKnown;
        }

        var isEnglish = http.Request.Query["language"].ToString() is ReportFormEndpoints.English;
        http.Response.Headers.CacheControl = "no-store";
        return await reads.RunAsync(http, FilledAsync).ConfigureAwait(false);

        async Task<IResult> FilledAsync(CancellationToken ending)
        {
            var filled = kind is ReportFormKind.CaseList
                ? await forms.ReadCasesAsync(summary.Collection.Cases, SummedFigures.ScopeOf(summary), ending).ConfigureAwait(false)
                : await StatisticsAsync(ending).ConfigureAwait(false);
            var (bureau, madeOn) = (ReportFormEndpoints.Bureau.In(isEnglish), ShanghaiTime.DayOf(summary.Collection.At));
            return ReportFormEndpoints.Workbook(filled, bureau, madeOn, isEnglish);
        }

        async Task<ReportForm> StatisticsAsync(CancellationToken ending)
        {
            var classes = await ProductClass.List.ReadAsync(database, ending).ConfigureAwait(false);
            return SummedFigures.FormOf(summary, [.. classes.Select(row => (row.Code, row.Name))]);
        }
    }
}
