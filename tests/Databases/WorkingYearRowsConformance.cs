using LinqToDB;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases;

/// <summary>The calendar that a silo starts with is what the tables say.</summary>
public abstract class WorkingYearRowsConformance(DatabaseKind kind) : PerDatabase(kind)
{
    [Fact]
    public async Task YearsAreReadAsTheyWereWritten()
    {
        await using var opened = await Database.OpenAsync();
        WorkingYear[] written =
        [
            new() { Year = 2028, RestDays = [new(2028, 1, 3)], WorkedDays = [], Source = "通知" },
            new() { Year = 2027, RestDays = [new(2027, 1, 1), new(2027, 2, 8)], WorkedDays = [new(2027, 1, 31)], Source = "通知", DocumentNumber = "国办发明电〔2026〕0号" },
        ];
        foreach (var row in written.SelectMany(year => WorkingYearRows.Of($"working-year/{year.Year}", year, 1)))
        {
            await opened.Database.WriteAsync(data => row switch
            {
                WorkingYearRow main => data.InsertAsync(main),
                _ => data.InsertAsync((WorkingYearDayRow)row),
            });
        }

        var read = await WorkingYearRows.ReadAsync(opened.Database, CancellationToken.None);

        Assert.Equal([WorkingYear.Concept.WriteState(written[1]), WorkingYear.Concept.WriteState(written[0])], read.Select(WorkingYear.Concept.WriteState));
    }
}

public sealed class SqliteWorkingYearRows() : WorkingYearRowsConformance(DatabaseKind.Sqlite);

public sealed class PostgreSqlWorkingYearRows() : WorkingYearRowsConformance(DatabaseKind.PostgreSql);

public sealed class SqlServerWorkingYearRows() : WorkingYearRowsConformance(DatabaseKind.SqlServer);
