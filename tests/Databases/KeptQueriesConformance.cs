using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Columns;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases;

/// <summary>A question whose statement is kept finds what the same question finds when it is rendered anew, whatever its values.</summary>
#pragma warning disable CA1309 // The comparisons are the database's.
public abstract class KeptQueriesConformance(DatabaseKind kind) : PerDatabase(kind)
{
    private static readonly string?[] Texts = [null, "", "VALID", "SUSPENDED", "it's", "100%_~[x]", "质检", "\\", "value-of-the-shape-0."];
    private static readonly string[][] Lists = [[], ["licence/1"], ["licence/1", "licence/3", "licence/9"], ["it's", "质检", "a,b", "\"", "licence/2"], [.. Enumerable.Range(0, 500).Select(index => $"licence/{index}")]];

    [Fact]
    public async Task Whatever_is_asked_is_answered_alike()
    {
        await using var opened = await Database.OpenAsync();
        var database = opened.Database;
        foreach (var index in Enumerable.Range(0, 12))
        {
            await database.WriteAsync(data => data.InsertAsync(Row(index)));
        }

        // Twice each: the second time with the kept statement.
        foreach (var _ in new[] { "rendered", "kept" })
        {
            foreach (var text in Texts)
            {
                await Alike(database, row => row.IssuedBy == text);
                await Alike(database, row => row.IssuedBy != text);
                await Alike(database, row => row.Status == text || row.Number == text);
                if (text is not null)
                {
                    await Alike(database, row => string.Compare(row.Number, text) >= 0 && string.Compare(row.Number, text) < 0);
                    await Alike(database, row => row.Number.Contains(text));
                    await Alike(database, row => row.IssuedBy!.StartsWith(text));
                    await Alike(database, row => !row.Number.EndsWith(text));
                }
            }

            foreach (var list in Lists)
            {
                IReadOnlyCollection<string> collection = list;
                IEnumerable<string> some = list.ToList();
                await Alike(database, row => list.Contains(row.Subject));
                await Alike(database, row => collection.Contains(row.Subject) && row.WithdrawalRequested);
                await Alike(database, row => !some.Contains(row.IssuedBy!));
                await Alike(database, row => collection.Contains(row.Subject) || !collection.Contains(row.Number));
            }

            foreach (var wanted in new[] { true, false })
            {
                await Alike(database, row => row.WithdrawalRequested == wanted);
                await Alike(database, row => row.WithdrawalRequested && !row.DeregistrationProposed);
            }

            foreach (var number in new[] { 0, 3, -1, int.MaxValue, 1_900_000_000 })
            {
                await Alike(database, row => row.Version > number);
                await Alike(database, row => row.Version == number || row.Version == number + 1);
            }
        }
    }

    [Fact]
    public async Task Whatever_the_api_is_asked_by_a_column_is_answered_alike()
    {
        await using var opened = await Database.OpenAsync();
        var database = opened.Database;
        foreach (var index in Enumerable.Range(0, 12))
        {
            await database.WriteAsync(data => data.InsertAsync(Row(index)));
        }

        DateOnly[] days = [new(2027, 1, 1), new(2027, 1, 6), new(2027, 1, 12)];
        foreach (var _ in new[] { "rendered", "kept" })
        {
            foreach (var text in Texts.OfType<string>())
            {
                await Asked(("number", new StringFilter(Eq: text)));
                await Asked(("number", new StringFilter(Neq: text)), ("issuedBy", new StringFilter(Eq: text)));
                await Asked(("issuedBy", new StringFilter(Neq: text)));
                await Asked(("number", new StringFilter(Contains: text)));
                await Asked(("number", new StringFilter(Ncontains: text)), ("issuedBy", new StringFilter(StartsWith: text)));
                await Asked(("number", new StringFilter(NstartsWith: text)), ("issuedBy", new StringFilter(NendsWith: text)));
                await Asked(("number",
                    new StringFilter(Or: [new(Eq: text), new(EndsWith: text), new(And: [new(Neq: "x"), new(Eq: text)])])));
                await Asked(("or",
                    new object?[] { Of(("number", new StringFilter(Eq: text))),
                        Of(("issuedBy", new StringFilter(Eq: text)), ("number", new StringFilter(Neq: text))) }));
            }

            foreach (var list in Lists)
            {
                await Asked(("number", new StringFilter(In: list)), ("issuedBy", new StringFilter(Nin: list)));
                await Asked(("and",
                    new object?[] { Of(("number", new StringFilter(Nin: list))), Of(), Of(("issuedBy", new StringFilter(In: list))) }));
            }

            foreach (var day in days)
            {
                await Asked(("validTo", new DateFilter { Gte = day, Lt = day.AddDays(3) }));
                await Asked(("validTo", new DateFilter { Gt = day, Lte = day.AddDays(3), Neq = day.AddDays(2) }));
                await Asked(("validTo", new DateFilter { Eq = day }), ("validFrom", new DateFilter { Nin = days }));
                await Asked(("validTo", new DateFilter { Ngt = day }));
                await Asked(("validTo", new DateFilter { Nlt = day }));
                await Asked(("validTo", new DateFilter { Ngte = day, Nlte = day.AddDays(-2) }));
                await Asked(("validTo", new DateFilter { In = [day, day.AddDays(1)] }));
            }

            await Asked(("status", new EnumFilter<LicenceStatus> { In = [LicenceStatus.Suspended, LicenceStatus.Active] }));
            await Asked(("status", new EnumFilter<LicenceStatus> { Neq = LicenceStatus.Suspended }));
        }

        Task Asked(params (string Name, object? Of)[] conditions) => AskedAlike(database, Of(conditions).Ask);

        static RowFilter<LicenceRow> Of(params (string Name, object? Of)[] conditions) =>
            new(conditions.ToDictionary(one => one.Name, one => one.Of));
    }

    [Fact]
    public async Task Other_tables_orders_and_pages_are_asked_alike()
    {
        await using var opened = await Database.OpenAsync();
        var database = opened.Database;
        foreach (var index in Enumerable.Range(0, 12))
        {
            await database.WriteAsync(data => data.InsertAsync(Row(index)));
            await database.WriteAsync(data => data.InsertAsync(new DeadlineRow { Subject = $"licence/{index}", Kind = "END", DueAt = 7_000_000_000_000_000_000 - index, Bucket = 1, Rule = "r" }));
            await database.WriteAsync(data => data.InsertAsync(new LicenceProductClassRow { Subject = $"licence/{index % 5}", Code = index < 5 ? "FOOD" : $"C{index}", Place = index }));
        }

        foreach (var code in new[] { "FOOD", "C1", "C3", "" })
        {
            await Alike(database, data => data.GetTable<LicenceRow>().Where(row => data.GetTable<LicenceProductClassRow>().Any(part => part.Subject == row.Subject && part.Code == code)).OrderBy(row => row.Number));
            await Alike(database, data => data.GetTable<LicenceRow>().Where(row => !data.GetTable<LicenceProductClassRow>().Where(part => part.Code == code).Any(part => part.Subject == row.Subject)).OrderByDescending(row => row.Number));
            foreach (var (size, due) in new[] { (1, 7_000_000_000_000_000_000 - 3), (5, 0L), (100, long.MaxValue) })
            {
                await Alike(database, data => data.GetTable<DeadlineRow>().Where(row => row.DueAt > due || row.Kind == code).OrderBy(row => row.DueAt).ThenByDescending(row => row.Subject).Take(size));
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_usual_questions_keep_their_statements(bool closed)
    {
        await using var opened = await Database.OpenAsync();
        var known = new KeptQueries();
        var subjects = new[] { "licence/1" };
        IReadOnlyCollection<string> some = subjects;
        var (from, day) = ("2026-01-01", (string?)"2026-02-01");
        await using var data = await opened.Database.ReadAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(Kept(data.GetTable<LicenceRow>().Where(row => string.Compare(row.ValidTo, from) >= 0 && string.Compare(row.ValidTo, day) < 0).OrderBy(row => row.ValidTo).ThenBy(row => row.Subject).Take(51)));
        Assert.NotNull(Kept(data.GetTable<EnterpriseRow>().Where(row => subjects.Contains(row.Subject))));
        Assert.NotNull(Kept(data.GetTable<EnterpriseRow>().Where(row => some.Contains(row.Subject) && row.IsProtectedBrand == closed)));
        Assert.NotNull(Kept(data.GetTable<StateRow>().Where(row => row.Concept == from && some.Contains(row.Subject))));
        Assert.NotNull(KeptQuery<LicenceRow>.OfCount(known, data.GetTable<LicenceRow>().Where(row => row.Status == from && row.WithdrawalRequested), data, opened.Database.Kind));
        // What is looked for within a text is changed on its way to the database.
        Assert.Null(Kept(data.GetTable<LicenceRow>().Where(row => row.Number.Contains(from))));

        object? Kept<TRow>(IQueryable<TRow> query) where TRow : class => KeptQuery<TRow>.Of(known, query, opened.Database.Kind);
    }

    [Fact]
    public async Task What_a_question_has_captured_is_read_once()
    {
        await using var opened = await Database.OpenAsync();
        foreach (var _ in new[] { "rendered", "kept" })
        {
            foreach (var value in new object?[] { null, "VALID", true, new[] { "a", "b" } })
            {
                var captured = new Counted(value);
                await opened.Database.RowsAsync(data => data.GetTable<LicenceRow>().Where(captured.Condition), CancellationToken.None);
                Assert.Equal(1, captured.Reads);
                await opened.Database.CountAsync(data => data.GetTable<LicenceRow>().Where(captured.Condition), CancellationToken.None);
                Assert.Equal(2, captured.Reads);
            }
        }
    }

    /// <summary>A value behind properties that count how often they are read.</summary>
    private sealed class Counted(object? value)
    {
        public int Reads { get; private set; }

        public Expression<Func<LicenceRow, bool>> Condition => value switch
        {
            bool => row => row.WithdrawalRequested == Flag,
            string[] => row => Listed.Contains(row.Number),
            _ => row => row.IssuedBy == Text,
        };

        private string? Text => (string?)Read();

        private bool Flag => (bool)Read()!;

        private string[] Listed => (string[])Read()!;

        private object? Read()
        {
            Reads++;
            return value;
        }
    }

    private static LicenceRow Row(int index) => new()
    {
        Subject = $"licence/{index}",
        Version = index,
        Number = Texts[1 + (index % (Texts.Length - 1))] + index,
        Kind = "PRODUCTION",
        Status = index % 3 == 0 ? "VALID" : "SUSPENDED",
        Enterprise = "91310118631656145F",
        ValidFrom = "2026-01-01",
        ValidTo = $"2027-01-{1 + index:00}",
        MustApplyBy = "2026-12-01",
        IssuedBy = Texts[index % Texts.Length],
        WithdrawalRequested = index % 2 == 0,
        DeregistrationProposed = index % 4 == 0,
    };

    private static async Task Alike(Database database, Expression<Func<LicenceRow, bool>> condition)
    {
        await Alike(database, data => data.GetTable<LicenceRow>().Where(condition).OrderBy(row => row.Subject));
        await AskedAlike(database, _ => Condition<LicenceRow>.Of(condition));
    }

    // The same by shape and values: whole rows, some columns of them, and their number.
    private static async Task AskedAlike(Database database, Func<DataConnection, Condition<LicenceRow>> condition)
    {
        var anew = await database.QueryAsync(
            (data, ending) =>
                data.GetTable<LicenceRow>().Where(condition(data).ToExpression()).OrderBy(row => row.Subject).ToListAsync(ending),
                    CancellationToken.None);
        var some = new ReadColumns<LicenceRow>(
            [nameof(LicenceRow.Subject), nameof(LicenceRow.IssuedBy), nameof(LicenceRow.WithdrawalRequested), nameof(LicenceRow.Version)]);
        var asked = await database.InOneTurnAsync(
            async turn =>
                (Whole: await turn.RowsAsync(Ask), Part: await turn.RowsAsync(Ask, some), Count: await turn.CountAsync(Ask)),
                    CancellationToken.None);
        Assert.Equal(anew, asked.Whole);
        Assert.Equal(anew.Select(row => (row.Subject, row.IssuedBy, row.WithdrawalRequested, row.Version)),
            asked.Part.Select(row => (row.Subject, row.IssuedBy, row.WithdrawalRequested, row.Version)));
        Assert.Equal(anew.Count, asked.Count);

        Question<LicenceRow> Ask(DataConnection data)
        {
            var of = condition(data);
            return new(of.Shape, of.Values, (tables, values) =>
                tables.GetTable<LicenceRow>().Where(of.Make(new AskedValues(values))).OrderBy(row => row.Subject));
        }
    }

    private static async Task Alike<TRow>(Database database, Func<DataConnection, IQueryable<TRow>> query) where TRow : class
    {
        var anew = await database.QueryAsync((data, ending) => query(data).ToListAsync(ending), CancellationToken.None);
        Assert.Equal(anew, await database.RowsAsync(query, CancellationToken.None));
        Assert.Equal(anew.Count, await database.CountAsync(query, CancellationToken.None));
    }
}

public sealed class SqliteKeptQueries() : KeptQueriesConformance(DatabaseKind.Sqlite);

public sealed class PostgreSqlKeptQueries() : KeptQueriesConformance(DatabaseKind.PostgreSql);
