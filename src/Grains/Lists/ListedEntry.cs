using System.Collections.Immutable;
using LinqToDB.Mapping;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Lists;

/// <summary>名录条目. An entry of a list that an administrator keeps: sections, partner agencies, product classes, areas. Records carry its code. It is a subject whose key is the code; an entry that comes with the program is one from the first change on.</summary>
[GenerateSerializer, Immutable, Alias("listed.entry")]
public abstract record ListedEntry
{
    /// <summary>代码. What records carry; never changes.</summary>
    [Id(0)] public required string Code { get; init; }

    /// <summary>名称. The Chinese name.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>英文名称. Null where nobody has given one.</summary>
    [Id(2)] public string? EnglishName { get; init; }

    /// <summary>已撤销. Whether nothing new is given to it; what carries its code keeps it.</summary>
    [Id(3)] public bool IsClosed { get; init; }

    /// <summary>撤销日期. The day it was closed (Asia/Shanghai); null while it is open, and in the lists whose events do not say it.</summary>
    [Id(4)] public DateOnly? ClosedOn { get; init; }
}

/// <summary>有名录的条目. What tells, of the type of an entry, which list it belongs to.</summary>
public interface IListed
{
    /// <summary>名录. The list that the entries are of.</summary>
    static abstract ListedConcept List { get; }
}

/// <summary>名录事件. What can have happened to an entry. Each event says all there is of the entry, so that an entry that comes with the program can be delivered under another name without the journal telling otherwise.</summary>
/// <typeparam name="TEntry">The entry's record.</typeparam>
public abstract record ListedEvent<TEntry> : Event where TEntry : ListedEntry
{
    /// <summary>The entry as it stands after the event.</summary>
    public abstract TEntry Entry();
}

/// <summary>登记命令. Enters an entry into its list, or opens one again that was closed.</summary>
public interface IRegistersEntry
{
    /// <summary>名称. The Chinese name as typed.</summary>
    string Name { get; }

    /// <summary>英文名称. The English name as typed, or null.</summary>
    string? EnglishName { get; }
}

/// <summary>更名命令. Gives an entry other names; its code stays.</summary>
public interface IRenamesEntry
{
    /// <summary>名称. The Chinese name as typed.</summary>
    string Name { get; }

    /// <summary>英文名称. The English name as typed; null for none.</summary>
    string? EnglishName { get; }
}

/// <summary>别名命令. Says what an entry is found by besides its code and its name.</summary>
public interface INamesAliases
{
    /// <summary>别名. As typed; null for what it is.</summary>
    ImmutableArray<string>? Aliases { get; }

    /// <summary>别名. Each once, without what says nothing, and without what the entry is called anyway.</summary>
    /// <param name="code">The entry's code.</param>
    /// <param name="name">Its name.</param>
    ImmutableArray<string> AliasesOf(string code, string name)
    {
        var kept = new List<string>();
        foreach (var alias in (Aliases ?? []).Select(FreeText.Given).OfType<string>())
        {
            if (!kept.Append(code).Append(name).Any(other => TakenNames.AreSame(other, alias)))
            {
                kept.Add(alias);
            }
        }

        return [.. kept];
    }
}

/// <summary>撤销命令. Closes an entry.</summary>
public interface IClosesEntry
{
    /// <summary>理由. Why.</summary>
    string Reason { get; }
}

/// <summary>名录行. An entry that an administrator has registered or changed, as its table shows it.</summary>
public abstract record ListedRow : Row
{
    /// <summary>代码.</summary>
    [Column("code"), NotNull] public required string Code { get; init; }

    /// <summary>名称. The Chinese name.</summary>
    [Column("name"), NotNull] public required string Name { get; init; }

    /// <summary>英文名称. Or null.</summary>
    [Column("english_name")] public string? EnglishName { get; init; }

    /// <summary>已撤销. Whether it is closed.</summary>
    [Column("closed")] public required bool Closed { get; init; }

    /// <summary>版本. The version of the state it shows.</summary>
    [Column("version")] public required int Version { get; init; }
}

/// <summary>名录行. An entry of a list whose events say the day on which it was closed.</summary>
public abstract record DatedListedRow : ListedRow
{
    /// <summary>撤销日期. ISO text, or null.</summary>
    [Column("closed_on", Length = 10), Nullable] public string? ClosedOn { get; init; }
}
