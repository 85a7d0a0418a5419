using GraphQL;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Calendar;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL;

public sealed partial class Mutation
{
    /// <summary>载入年度工作日安排. Loads a year's arrangement as published, or loads it anew when it was changed. What has been counted before stays as it was counted.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    public static async Task<LoadWorkingYearPayload> LoadWorkingYear(LoadWorkingYearInput input, IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(field);
        if (input.Year is < WorkingYear.FirstYear or > WorkingYear.LastYear)
        {
            // A year that there is none of has no subject either.
            return new LoadWorkingYearPayload(null, [new InvalidInput("year", $"年份应在{WorkingYear.FirstYear}至{WorkingYear.LastYear}之间", $"The year must lie between {WorkingYear.FirstYear} and {WorkingYear.LastYear}")]);
        }

        var key = WorkingYear.KeyOf(input.Year);
        var grain = field.RequestServices!.GetRequiredService<IGrainFactory>().GetGrain<IWorkingYearGrain>(key);
        var command = new LoadWorkingYear(input.Year, [.. input.RestDays], [.. input.WorkedDays ?? []], input.Source, input.DocumentNumber) { ExpectedVersion = input.ExpectedVersion };
        var (year, errors) = await Commands.GiveAsync(field, WorkingYear.Name, key, grain, command, input.CommandId, makes: true).ConfigureAwait(false);
        return new LoadWorkingYearPayload(year is null ? null : new WorkingYearType(year), errors);
    }
}
