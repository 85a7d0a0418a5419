using GraphQL.Types;
using LinqToDB;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Conventions.Written;

/// <summary>下级. What a field shows below each node of a list, as it is read for all of them with one question. The field's own method says
/// the same for one node.</summary>
internal abstract class Below
{
    private const string Key = "below";

    /// <summary>Which properties of the row above it is found by.</summary>
    public abstract IReadOnlyList<string> Needs { get; }

    /// <summary>The subject's GraphQL type that only those see who may read it; null where what is shown belongs to the node
    /// itself.</summary>
    public virtual string? Subject => null;

    /// <summary>What is to be read below some nodes.</summary>
    /// <param name="turn">The turn in which the list is read.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="columns">The properties of the rows below that are shown; null for all.</param>
    public abstract BelowReading Ask(ReadTurn turn, IReadOnlyList<object> nodes, IReadOnlySet<string>? columns);

    /// <summary>What a field shows below each node; null where only its method knows.</summary>
    /// <param name="field">The field.</param>
    public static Below? Of(FieldType field) => field.HasMetadata(Key) ? field.GetMetadata<Below>(Key) : null;

    /// <summary>Says of a field what it shows.</summary>
    /// <param name="field">The field.</param>
    public void PutOn(FieldType field) => field.Metadata[Key] = this;
}

/// <summary>待读的下级. What is to be read below some nodes.</summary>
/// <param name="Reading">What is read; null where there is nothing to read.</param>
/// <param name="Found">When it is read: what finds for a node what is below it, an object, a list of them, or nothing.</param>
internal sealed record BelowReading(Reading? Reading, Func<Func<object, object?>> Found);

/// <summary>下级标注. Says of a node's method how what it shows is read for a whole list.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal abstract class BelowAttribute : Attribute
{
    /// <summary>How it is read below nodes of a class.</summary>
    /// <param name="node">The class.</param>
    public abstract Below Of(Type node);
}

/// <summary>引用. The method shows the subject that a column of the node's row names by its key.</summary>
/// <typeparam name="TNode">The class behind the subject's GraphQL type.</typeparam>
/// <param name="column">The row's property.</param>
internal sealed class RefersAttribute<TNode>(string column) : BelowAttribute where TNode : class, INode
{
    /// <inheritdoc/>
    public override Below Of(Type node) =>
        (Below)Activator.CreateInstance(
            typeof(Reference<,,>).MakeGenericType(RowFields.RowOf(node)!, typeof(TNode), RowFields.RowOf(typeof(TNode))!), column)!;
}

/// <summary>部分. The method shows things that the node has several of.</summary>
/// <typeparam name="TBelow">How they are read.</typeparam>
internal sealed class HasBelowAttribute<TBelow> : BelowAttribute where TBelow : Below, new()
{
    /// <inheritdoc/>
    public override Below Of(Type node) => new TBelow();
}

/// <summary>引用. A subject that each node of a list names.</summary>
/// <typeparam name="TRow">The row of the list.</typeparam>
/// <typeparam name="TOther">The class behind the subject's GraphQL type.</typeparam>
/// <typeparam name="TOtherRow">The subject's row.</typeparam>
internal sealed class Reference<TRow, TOther, TOtherRow> : Below
    where TRow : Row
    where TOther : RowNode<TOtherRow>, new()
    where TOtherRow : Row
{
    private readonly Func<TRow, string?> _key;

    /// <summary>A reference by a column.</summary>
    /// <param name="column">The row's property that has the other's key.</param>
    public Reference(string column)
    {
        _key = typeof(TRow).GetProperty(column)!.GetMethod!.CreateDelegate<Func<TRow, string?>>();
        Needs = [column];
        if (SubjectDoor.ConceptOf<TOther>().Name == Account.Name)
        {
            throw new NotSupportedException("Who has an account is not for everybody who may read an account's fields.");
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Needs { get; }

    /// <inheritdoc/>
    public override string? Subject { get; } = RowNames.Of(typeof(TOtherRow)).Name;

    /// <inheritdoc/>
    public override BelowReading Ask(ReadTurn turn, IReadOnlyList<object> nodes, IReadOnlySet<string>? columns)
    {
        var keys = nodes.Select(KeyOf).OfType<string>().Distinct().ToDictionary(key => key, key =>
            SubjectKeys.Of(SubjectDoor.ConceptOf<TOther>().Name, key));
        if (keys.Count == 0)
        {
            return new BelowReading(null, static () => static _ => null);
        }

        string[] subjects = [.. keys.Values];
        var question = Subjects.Of<TOtherRow>(subjects);
        var rows = turn.AskRows(_ => question, columns is null ? null : new ReadColumns<TOtherRow>(columns.Append(nameof(Row.Subject))));
        return new BelowReading(rows, () =>
        {
            var found = rows.Answer.ToDictionary(row => row.Subject, row => new TOther { Row = row });
            return node => KeyOf(node) is { } key ? found.GetValueOrDefault(keys[key]) : null;
        });
    }

    private string? KeyOf(object node) => _key(((IShowsRow<TRow>)node).Row);
}

/// <summary>若干主体. The rows of some subjects.</summary>
internal static class Subjects
{
    /// <summary>The question of all rows that belong to some subjects.</summary>
    /// <typeparam name="TRow">The row.</typeparam>
    /// <param name="subjects">The subjects' names.</param>
    public static Question<TRow> Of<TRow>(IReadOnlyCollection<string> subjects) where TRow : Row =>
        new("of subjects", [subjects], static (data, values) =>
    {
        var wanted = (IReadOnlyCollection<string>)values[0];
        return data.GetTable<TRow>().Where(row => wanted.Contains(row.Subject));
    });
}
