using LinqToDB;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Sections;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases;

/// <summary>The lists of sections and agencies are what comes with the program, and over it what the tables say.</summary>
public abstract class ListedRowsConformance(DatabaseKind kind) : PerDatabase(kind)
{
    [Fact]
    public async Task WhatWasChangedStandsInItsPlaceAndWhatWasRegisteredComesAfter()
    {
        await using var opened = await Database.OpenAsync();
        var renamed = Section.List.RowOf(new Section { Code = "SUPERVISION", Name = "法制科" }, 1);
        var registered = Section.List.RowOf(new Section { Code = "计量科", Name = "计量科", EnglishName = "Metrology", IsClosed = true }, 2);
        var agency = Agency.List.RowOf(new Agency { Code = "COURT", Name = "区人民法院", Kind = AgencyKind.Other }, 1);
        await opened.Database.WriteAsync(data => data.InsertAsync(renamed));
        await opened.Database.WriteAsync(data => data.InsertAsync(registered));
        await opened.Database.WriteAsync(data => data.InsertAsync(agency));

        var sections = await Section.List.ReadAsync(opened.Database, CancellationToken.None);
        Assert.Equal(["INSPECTION 0", "SUPERVISION 1", "计量科 2"], sections.Select(row => $"{row.Code} {row.Version}"));
        Assert.Equal((renamed, registered), (sections[1], sections[2]));
        Assert.Equal([.. Agency.List.Delivered.Select(known => known.Code), "COURT"], (await Agency.List.ReadAsync(opened.Database, CancellationToken.None)).Select(row => row.Code));
    }
}

public sealed class SqliteListedRows() : ListedRowsConformance(DatabaseKind.Sqlite);

public sealed class PostgreSqlListedRows() : ListedRowsConformance(DatabaseKind.PostgreSql);

public sealed class SqlServerListedRows() : ListedRowsConformance(DatabaseKind.SqlServer);
