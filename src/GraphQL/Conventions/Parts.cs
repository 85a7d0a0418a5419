using System.Collections.Frozen;
using System.Reflection;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>
/// 部分的名称. How a part of a subject is named, from which its id is made: <c>subject#kind:key</c>. No subject's key has a <c>#</c> in it.
/// </summary>
/// <param name="Subject">The subject's name.</param>
/// <param name="Kind">What kind of part it is; empty for an entry of the journal, whose name is the subject's and its number.</param>
/// <param name="Key">Which of them it is.</param>
internal readonly record struct PartName(string Subject, string Kind, string Key)
{
    private const char Mark = '#';
    private const char KindEnd = ':';

    /// <summary>A part's name in its parts; null when it is the name of a subject.</summary>
    /// <param name="name">The name.</param>
    public static PartName? Parse(string name)
    {
        if (name.IndexOf(Mark, StringComparison.Ordinal) is not (>= 0 and var mark))
        {
            return null;
        }

        var (subject, part) = (name[..mark], name[(mark + 1)..]);
        return part.IndexOf(KindEnd, StringComparison.Ordinal) is >= 0 and var end
            ? new(subject, part[..end], part[(end + 1)..])
            : new(subject, "", part);
    }

    /// <inheritdoc/>
    public override string ToString() => Kind.Length == 0 ? $"{Subject}{Mark}{Key}" : $"{Subject}{Mark}{Kind}{KindEnd}{Key}";
}

/// <summary>
/// 主体的部分. A node that belongs to a subject and has no journal of its own: an entry of the subject's journal, a deadline,
/// who holds it, a hand-over.
/// </summary>
internal interface IPartNode : INode
{
    /// <summary>Its name.</summary>
    PartName Name { get; }

    /// <inheritdoc/>
    string INode.Subject => Name.ToString();

    /// <summary>Whether somebody whose roles may read its fields may see this one of them: by the rule of the lists that show it.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="concept">The concept of its subject; null when no concept has that name.</param>
    /// <param name="isSubjectShown">Whether the caller is shown the subject.</param>
    bool IsShownTo(Caller caller, Concept? concept, bool isSubjectShown) => isSubjectShown;
}

/// <summary>主体的部分. How parts of one kind are found.</summary>
/// <typeparam name="TSelf">The class behind their GraphQL type.</typeparam>
internal interface IPartNode<TSelf> : IPartNode where TSelf : class, IPartNode<TSelf>
{
    /// <summary>What their names have as their kind.</summary>
    static abstract string Kind { get; }

    /// <summary>Parts from the tables, without waking a grain; others of the same subjects may be among them.</summary>
    /// <param name="data">Where the tables are.</param>
    /// <param name="wanted">Their names.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    static abstract Task<IEnumerable<TSelf>> FindAsync(
        DataConnection data,
        IReadOnlyCollection<PartName> wanted,
        CancellationToken cancellationToken);
}

/// <summary>Finds parts of subjects by their kind.</summary>
internal static class PartNodes
{
    private delegate Task<IEnumerable<IPartNode>> Finder(
        DataConnection data,
        IReadOnlyCollection<PartName> wanted,
        CancellationToken cancellationToken);

    private static readonly MethodInfo Making =
        typeof(PartNodes).GetMethod(nameof(FinderOf), BindingFlags.Static | BindingFlags.NonPublic)!;

    private static readonly FrozenDictionary<string, Finder> Finders = NodeInterface.Implementations
        .Where(type => type.IsAssignableTo(typeof(IPartNode)))
        .Select(type => (KeyValuePair<string, Finder>)Making.MakeGenericMethod(type).Invoke(null, null)!)
        .ToFrozenDictionary();

    /// <summary>Parts from the tables.</summary>
    /// <param name="data">Where the tables are.</param>
    /// <param name="wanted">Their names.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public static async Task<IReadOnlyList<IPartNode>> FindAsync(
        DataConnection data,
        IReadOnlyCollection<PartName> wanted,
        CancellationToken cancellationToken)
    {
        var found = new List<IPartNode>();
        foreach (var kind in wanted.GroupBy(name => name.Kind))
        {
            if (Finders.TryGetValue(kind.Key, out var find))
            {
                found.AddRange(await find(data, [.. kind], cancellationToken).ConfigureAwait(false));
            }
        }

        return found;
    }

    /// <summary>The rows of the subjects that parts are wanted of.</summary>
    /// <typeparam name="TRow">What the parts are made from.</typeparam>
    /// <param name="data">Where the tables are.</param>
    /// <param name="wanted">The parts' names.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public static Task<List<TRow>> RowsAsync<TRow>(
        DataConnection data,
        IReadOnlyCollection<PartName> wanted,
        CancellationToken cancellationToken)
        where TRow : Row
    {
        var subjects = wanted.Select(name => name.Subject).ToHashSet();
        return data.GetTable<TRow>().Where(row => subjects.Contains(row.Subject)).ToListAsync(cancellationToken);
    }

    private static KeyValuePair<string, Finder> FinderOf<TPart>() where TPart : class, IPartNode<TPart> =>
        new(TPart.Kind, async (data, wanted, token) => await TPart.FindAsync(data, wanted, token).ConfigureAwait(false));
}
