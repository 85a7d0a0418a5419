using System.Collections.Frozen;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using LinqToDB.Mapping;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Journal;

/// <summary>计数表. A table of <see cref="CountRow"/>s as its record declares it: what it counts, by which respects, and what it sums.</summary>
public sealed class CountTable
{
    // Where a column's value comes from, beside the respects by their number: behind them the sums, the number of rows first.
    private const int CellPlace = -1;
    private const int WriterPlace = -2;
    private const int SumsFrom = 1000;

    private static readonly Lazy<FrozenDictionary<Type, CountTable[]>> ByRow = new(() => typeof(CountRow).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CountRow)) && !type.IsAbstract)
        .Select(type => new CountTable(type))
        .GroupBy(table => table.RowType)
        .ToFrozenDictionary(of => of.Key, of => of.OrderBy(table => table.Name, StringComparer.Ordinal).ToArray()));

    private readonly Func<object, object?>[] _dimensions;
    private readonly Func<object, object?>[] _sums;
    private readonly int[] _places;
    private readonly int _period = -1;

    internal CountTable(Type type)
    {
        Type = type;
        RowType = RowTypeOf(type);
        var rows = MappingSchema.Default.GetEntityDescriptor(RowType);
        var table = MappingSchema.Default.GetEntityDescriptor(type);
        Name = table.Name.Name;
        Source = rows.Name.Name;
        var (dimensions, sums) = (new List<CountColumn>(), new List<CountColumn>());
        foreach (var column in table.Columns.Where(column => column.MemberInfo.DeclaringType != typeof(CountRow)))
        {
            var period = column.MemberInfo.GetCustomAttribute<PeriodOfAttribute>();
            var isSum = column.MemberInfo.IsDefined(typeof(SummedAttribute));
            var of = period?.Day ?? column.MemberName;
            var source = rows.Columns.SingleOrDefault(other => other.MemberName == of)
                ?? throw new InvalidOperationException($"{type.Name}.{column.MemberName} counts by {of}, which {RowType.Name} has not.");
            if (isSum ? source.MemberType != typeof(long) : period is null && source.MemberType != column.MemberType)
            {
                throw new InvalidOperationException($"{type.Name}.{column.MemberName} is not of the type of {RowType.Name}.{of}.");
            }

            if (period is not null)
            {
                (_period, Units) = (dimensions.Count, period.Units);
            }

            (isSum ? sums : dimensions).Add(new CountColumn(column.MemberName, column.ColumnName, source.ColumnName, column.MemberType, IsPeriod: period is not null));
        }

        (Dimensions, Sums) = (dimensions, sums);
        _dimensions = [.. dimensions.Select(column => Getter(rows, column.Source))];
        _sums = [.. sums.Select(column => Getter(rows, column.Source))];
        _places = [.. table.Columns.Select(column => PlaceOf(column.MemberName))];
    }

    /// <summary>The record that declares it.</summary>
    public Type Type { get; }

    /// <summary>The rows that it counts.</summary>
    public Type RowType { get; }

    /// <summary>Its name in the database.</summary>
    public string Name { get; }

    /// <summary>The name of the table that it counts.</summary>
    public string Source { get; }

    /// <summary>The respects by which it counts, in the order of the cell's text.</summary>
    public IReadOnlyList<CountColumn> Dimensions { get; }

    /// <summary>What it sums, besides the number of rows.</summary>
    public IReadOnlyList<CountColumn> Sums { get; }

    /// <summary>By which periods it counts: a row stands in one cell for each; none where it does not count by time.</summary>
    public IReadOnlyList<CountedPeriod> Units { get; } = [];

    /// <summary>All of the program, in the order in which whoever writes several of them writes them.</summary>
    public static IReadOnlyList<CountTable> All { get; } = [.. ByRow.Value.Values.SelectMany(of => of).OrderBy(table => table.Name, StringComparer.Ordinal)];

    /// <summary>The tables that count rows of a type.</summary>
    /// <param name="rowType">The rows.</param>
    internal static CountTable[] Of(Type rowType) => ByRow.Value.TryGetValue(rowType, out var found) ? found : [];

    /// <summary>The smallest table by which rows that meet a condition over some of their properties are counted; null where a property is none of its respects.</summary>
    /// <param name="rowType">The rows.</param>
    /// <param name="properties">The properties.</param>
    internal static CountTable? Covering(Type rowType, IReadOnlySet<string> properties) => Of(rowType)
        .Where(table => table.Units.Count < 2 && properties.All(name => table.Dimensions.Any(column => column.Member == name && !column.IsPeriod)))
        .OrderBy(table => table.Units.Count).ThenBy(table => table.Dimensions.Count).ThenBy(table => table.Name, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>Whether two rows of a subject differ in what is counted.</summary>
    /// <param name="one">A row.</param>
    /// <param name="other">The one that stood in its place.</param>
    internal bool Differ(Row one, Row other)
    {
        foreach (var get in _dimensions)
        {
            if (!Equals(get(one), get(other)))
            {
                return true;
            }
        }

        foreach (var get in _sums)
        {
            if (!Equals(get(one), get(other)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The cells in which a row is counted, each with the values of its respects; with several periods, one for each unit.</summary>
    /// <param name="row">A row.</param>
    internal IEnumerable<(string Cell, object?[] Values)> CellsOf(Row row)
    {
        var values = Array.ConvertAll(_dimensions, get => get(row));
        if (_period < 0)
        {
            yield return (CellOf(values), values);
            yield break;
        }

        var day = (string)values[_period]!;
        foreach (var unit in Units)
        {
            var ofUnit = (object?[])values.Clone();
            ofUnit[_period] = day[..(int)unit];
            yield return (CellOf(ofUnit), ofUnit);
        }
    }

    /// <summary>Adds what a row gives to sums.</summary>
    /// <param name="sums">The number of rows, and behind it the sums.</param>
    /// <param name="row">The row.</param>
    /// <param name="times">1 to add it, -1 to take it away.</param>
    internal void Add(long[] sums, Row row, int times)
    {
        sums[0] += times;
        for (var index = 0; index < _sums.Length; index++)
        {
            sums[index + 1] += times * (long)_sums[index](row)!;
        }
    }

    /// <summary>The values of a cell's row in the order of its columns.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="writer">Who adds.</param>
    /// <param name="values">The values of its respects.</param>
    /// <param name="sums">What is added.</param>
    internal object?[] ValuesOf(string cell, int writer, object?[] values, long[] sums) => Array.ConvertAll(_places, place => place switch
    {
        CellPlace => cell,
        WriterPlace => (object?)writer,
        < SumsFrom => values[place],
        _ => sums[place - SumsFrom],
    });

    private int PlaceOf(string member) => member switch
    {
        nameof(CountRow.Cell) => CellPlace,
        nameof(CountRow.Writer) => WriterPlace,
        nameof(CountRow.Rows) => SumsFrom,
        _ => Dimensions.Index().Where(one => one.Item.Member == member).Select(one => one.Index)
            .Concat(Sums.Index().Where(one => one.Item.Member == member).Select(one => SumsFrom + 1 + one.Index))
            .Single(),
    };

    // CountTexts says the same in SQL, and a self-check holds the two against one another.
    private static string CellOf(object?[] values) => string.Join('|', values.Select(static value => value switch
    {
        null => "\\-",
        string text when text.AsSpan().ContainsAny('\\', '|') => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal),
        string text => text,
        bool yes => yes ? "1" : "0",
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"Rows are not counted by a {value.GetType()}."),
    }));

    /// <summary>The rows that a record of counts counts.</summary>
    /// <param name="type">The record.</param>
    internal static Type RowTypeOf(Type type)
    {
        for (var of = type; of is not null; of = of.BaseType)
        {
            if (of.IsGenericType && of.GetGenericTypeDefinition() == typeof(CountsOf<>))
            {
                return of.GetGenericArguments()[0];
            }
        }

        throw new InvalidOperationException($"{type} does not say what it counts: it is to derive from CountsOf<TRow>.");
    }

    private static Func<object, object?> Getter(EntityDescriptor rows, string columnName)
    {
        var property = (PropertyInfo)rows.Columns.Single(column => column.ColumnName == columnName).MemberInfo;
        var row = Expression.Parameter(typeof(object), "row");
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(Expression.Property(Expression.Convert(row, rows.ObjectType), property), typeof(object)), row).Compile();
    }
}

/// <summary>计数列. A column of a table of counts.</summary>
/// <param name="Member">The property.</param>
/// <param name="Name">The column.</param>
/// <param name="Source">The column of the counted table.</param>
/// <param name="Type">The type.</param>
/// <param name="IsPeriod">Whether it is the period in which the counted table's day lies.</param>
public sealed record CountColumn(string Member, string Name, string Source, Type Type, bool IsPeriod);

/// <summary>计数变动. What the rows of a batch of commits add to the tables of counts, one figure a cell.</summary>
internal sealed class CountChanges
{
    private readonly SortedDictionary<(string Table, string Cell), (CountTable Table, object?[] Values, long[] Sums)> _cells = new(InOrder.Instance);

    /// <summary>Adds what a commit changes. The rows that stood before are those of the state before, which no other commit has changed: its ETag says so.</summary>
    /// <param name="commit">The commit.</param>
    public void Add(PendingCommit commit)
    {
        foreach (var fact in commit.TallyRows)
        {
            foreach (var table in CountTable.Of(typeof(TallyRow)))
            {
                Add(table, fact, 1);
            }
        }

        foreach (var row in commit.Deletes)
        {
            foreach (var table in CountTable.Of(row.GetType()))
            {
                Add(table, row, -1);
            }
        }

        foreach (var (row, before) in commit.Upserts)
        {
            foreach (var table in CountTable.Of(row.GetType()))
            {
                if (before is null)
                {
                    Add(table, row, 1);
                }
                else if (table.Differ(row, before))
                {
                    Add(table, before, -1);
                    Add(table, row, 1);
                }
            }
        }
    }

    /// <summary>Their statements, in the order of tables and cells: two who commit at once lock cells in this order, after everything else, so that neither can wait for one who waits for it.</summary>
    /// <param name="texts">The texts of the database.</param>
    /// <param name="writer">Who adds.</param>
    public IEnumerable<Statement> Statements(StatementTexts texts, int writer) => _cells
        .Where(cell => cell.Value.Sums.Any(sum => sum != 0))
        .Select(cell => texts.AddUp(cell.Value.Table.Type, cell.Value.Table.ValuesOf(cell.Key.Cell, writer, cell.Value.Values, cell.Value.Sums)));

    private void Add(CountTable table, Row row, int times)
    {
        foreach (var (cell, values) in table.CellsOf(row))
        {
            var key = (table.Name, cell);
            if (!_cells.TryGetValue(key, out var found))
            {
                _cells.Add(key, found = (table, values, new long[1 + table.Sums.Count]));
            }

            table.Add(found.Sums, row, times);
        }
    }

    private sealed class InOrder : IComparer<(string Table, string Cell)>
    {
        public static readonly InOrder Instance = new();

        public int Compare((string Table, string Cell) x, (string Table, string Cell) y) =>
            string.CompareOrdinal(x.Table, y.Table) is var byTable and not 0 ? byTable : string.CompareOrdinal(x.Cell, y.Cell);
    }
}
