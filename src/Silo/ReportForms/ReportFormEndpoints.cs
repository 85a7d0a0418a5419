using System.Globalization;
using Microsoft.Net.Http.Headers;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.ReportForms;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Security;
using ShuangDa.GraphQL.Transport;
using ShuangDa.Silo.Imports;

namespace ShuangDa.Silo.ReportForms;

/// <summary>报表接口. Gives forms as workbooks.</summary>
internal static class ReportFormEndpoints
{
    private const string Chinese = "zh";

    /// <summary>The language of a workbook that is not in Chinese.</summary>
    internal const string English = "en";

    /// <summary>Who reports for the whole bureau.</summary>
    internal static readonly BilingualText Bureau = new("本局", "The bureau");

    /// <summary>Maps <c>/report-forms</c>.</summary>
    /// <param name="routes">The application's routes.</param>
    public static IEndpointRouteBuilder MapReportForms(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/report-forms/{form}.xlsx", GiveWorkbook).RequireAuthorization();
        return routes;
    }

    private static async Task<IResult> GiveWorkbook(
        HttpContext http, FormReader forms, Grains.Journal.Database database, TimedReads reads, TimeProvider time, string form)
    {
        if (ImportEndpoints.Refuse(http, Roles.Bureau, out _) is { } no)
        {
            return no;
        }

        if (KindOf(form) is not { } kind)
        {
            return ImportEndpoints.NotKnown;
        }

        var query = http.Request.Query;
        if (Day(query["from"]) is not { } from || Day(query["to"]) is not { } before)
        {
            return Bad(new("请给出起止日期（from、to），格式为2026-11-01", "Give the days from and to, as 2026-11-01"));
        }

        var basis = query["basis"].ToString() is { Length: > 0 } asked ? WireName.Find<ReportBasis>(asked) : ReportBasis.Happened;
        if (basis is null)
        {
            return Bad(new("basis须为HAPPENED或者RECORDED", "basis must be HAPPENED or RECORDED"));
        }

        if (FormScope.ProblemWith(from, before) is { } problem)
        {
            return Bad(problem);
        }

        // What is handed in is Chinese, whatever the caller reads; somebody abroad may ask for the other.
        if (query["language"].ToString() is not ("" or Chinese or English) and var language)
        {
            return Bad(new($"language须为{Chinese}或者{English}，而不是{language}", $"language must be {Chinese} or {English}, not {language}"));
        }

        var section = query["section"].ToString() is { Length: > 0 } code ? code : null;
        var scope = FormScope.Days(basis.Value, from, before, section);
        var isEnglish = query["language"].ToString() is English;

        // A reading that goes on after its time has nothing to do with the request any more.
        http.Response.Headers.CacheControl = "no-store";
        return await reads.RunAsync(http, ending => FilledAsync(kind, scope, isEnglish, ending)).ConfigureAwait(false);

        async Task<IResult> FilledAsync(ReportFormKind kind, FormScope scope, bool isEnglish, CancellationToken ending)
        {
            var sections = await Section.List.ReadAsync(database, ending).ConfigureAwait(false);
            var of = scope.Section is null ? Bureau.In(isEnglish) : sections.FirstOrDefault(row => row.Code == scope.Section)?.Name;
            if (of is null)
            {
                return Bad(new("没有这个责任科室", "There is no such section"));
            }

            var filled = await forms.ReadAsync(kind, scope, ending).ConfigureAwait(false);
            if (filled is null)
            {
                return Bad(ReportForm.TooManyCases);
            }

            return Workbook(filled, of, ShanghaiTime.DayOf(time.GetUtcNow()), isEnglish);
        }
    }

    /// <summary>The form that an address names; null where it names none.</summary>
    /// <param name="form">As it stands in the address.</param>
    internal static ReportFormKind? KindOf(string form) => WireName.Find<ReportFormKind>(form.ToUpperInvariant().Replace('-', '_'));

    /// <summary>A form as a file.</summary>
    /// <param name="filled">The form.</param>
    /// <param name="of">Who reports.</param>
    /// <param name="madeOn">The day it is made (Asia/Shanghai).</param>
    /// <param name="isEnglish">Whether it is in English; else in Chinese.</param>
    internal static IResult Workbook(ReportForm filled, string of, DateOnly madeOn, bool isEnglish) => Results.File(
        FormWorkbook.Of(filled, of, madeOn, isEnglish),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        $"{Terms.Of(filled.Kind).In(isEnglish)}_{of}_{IsoDate.Of(filled.Scope.From)}_{IsoDate.Of(filled.Scope.Before.PlusDays(-1))}.xlsx");

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static Problem Bad(BilingualText why) => new(StatusCodes.Status400BadRequest, "BAD_REQUEST", why);
}
