using System.Globalization;
using Microsoft.Net.Http.Headers;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.ReportForms;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Security;
using ShuangDa.Silo.Imports;

namespace ShuangDa.Silo.ReportForms;

/// <summary>报表接口. Gives forms as workbooks.</summary>
internal static class ReportFormEndpoints
{
    private const string Bureau = "本局";

    /// <summary>Maps <c>/report-forms</c>.</summary>
    /// <param name="routes">The application's routes.</param>
    public static IEndpointRouteBuilder MapReportForms(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/report-forms/{form}.xlsx", GiveWorkbook).RequireAuthorization();
        return routes;
    }

    private static async Task<IResult> GiveWorkbook(
        HttpContext http, FormReader forms, Grains.Journal.Database database, TimeProvider time, string form)
    {
        if (ImportEndpoints.Refuse(http, Roles.Bureau, out var caller) is { } no)
        {
            return no;
        }

        // Its reads take their turns as those of the caller's other questions do.
        ReadCaller.Current = ReadCaller.OfRequest(caller!.UserName);

        if (WireName.Find<ReportFormKind>(form.ToUpperInvariant().Replace('-', '_')) is not { } kind)
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

        var section = query["section"].ToString() is { Length: > 0 } code ? code : null;
        var sections = await Section.List.ReadAsync(database, http.RequestAborted).ConfigureAwait(false);
        var of = section is null ? Bureau : sections.FirstOrDefault(row => row.Code == section)?.Name;
        if (of is null)
        {
            return Bad(new("没有这个责任科室", "There is no such section"));
        }

        var scope = FormScope.Days(basis.Value, from, before, section);
        var filled = await forms.ReadAsync(kind, scope, http.RequestAborted).ConfigureAwait(false);
        if (filled is null)
        {
            return Bad(ReportForm.TooManyCases);
        }

        var workbook = FormWorkbook.Of(filled, of, ShanghaiTime.DayOf(time.GetUtcNow()));
        http.Response.Headers.CacheControl = "no-store";
        var last = IsoDate.Of(before.PlusDays(-1));
        return Results.File(
            workbook,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            $"{Terms.Of(kind).Chinese}_{of}_{IsoDate.Of(from)}_{last}.xlsx");
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static Problem Bad(BilingualText why) => new(StatusCodes.Status400BadRequest, "BAD_REQUEST", why);
}
