using System.Collections.Immutable;
using System.Text;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Lists;

/// <summary>名录所载. What the lists know of the entries that a command names.</summary>
/// <param name="find">The entry that is meant, of a list and as given; null where the list has none.</param>
public sealed class ListedFound(Func<ListedConcept, string, ListedEntry?> find)
{
    /// <summary>The entry that is meant, open or closed; null where the list has none.</summary>
    /// <param name="list">The list.</param>
    /// <param name="given">What was given, without the spaces around it.</param>
    public ListedEntry? Find(ListedConcept list, string given) => find(list, given);
}

/// <summary>已用名称. What the entries of a list are called whose entries are found by name.</summary>
/// <param name="Entries">Codes and Chinese names, and whether they are closed.</param>
public sealed record TakenNames(ImmutableArray<(string Code, string Name, bool IsClosed)> Entries)
{
    /// <summary>别名. What entries are called besides, by their codes.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Aliases { get; init; } =
        ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>
    /// What nobody else may be called while an entry is called so, in the form in which codes and names are compared: its code, and
    /// while it is open its name and what it is called besides.
    /// </summary>
    /// <param name="code">The entry's code.</param>
    /// <param name="name">Its Chinese name.</param>
    /// <param name="isClosed">Whether it is closed.</param>
    /// <param name="aliases">What it is called besides.</param>
    internal static IEnumerable<string> Of(string code, string name, bool isClosed, ImmutableArray<string> aliases) =>
        isClosed ? [Compared(code)] : [.. aliases.Append(code).Append(name).Select(Compared).Distinct()];

    /// <summary>Whether two texts call an entry the same.</summary>
    /// <param name="one">A code, a name or an alias.</param>
    /// <param name="other">Another.</param>
    internal static bool AreSame(string one, string other) => Compared(one) == Compared(other);

    /// <summary>
    /// What is wrong with calling an entry so, or null: what another open entry is called would mean either of the two. The code of a
    /// closed entry is taken too, because
    /// what carries it keeps it; its name is free.
    /// </summary>
    /// <param name="code">The entry's code.</param>
    /// <param name="name">The Chinese name it is to have.</param>
    /// <param name="title">What an entry of the list is called.</param>
    internal InvalidInput? Problem(string code, string name, BilingualText title) =>
        ProblemWith("code", "代码", code, code, title) ?? ProblemWith("name", "名称", code, name, title);

    /// <summary>What is wrong with calling an entry so besides, or null.</summary>
    /// <param name="code">The entry's code.</param>
    /// <param name="alias">What it is to be called besides.</param>
    /// <param name="title">What an entry of the list is called.</param>
    internal InvalidInput? ProblemWithAlias(string code, string alias, BilingualText title) =>
        ProblemWith("aliases", "别名", code, alias, title);

    private InvalidInput? ProblemWith(string field, string word, string code, string called, BilingualText title)
    {
        var same = Compared(called);
        var other = Entries.FirstOrDefault(one => one.Code != code
            && Of(one.Code, one.Name, one.IsClosed, Aliases.GetValueOrDefault(one.Code, [])).Contains(same));
        return other.Code is null
            ? null
            : new InvalidInput(field, $"{word}{called}与{Chinese(other)}相同", $"{called} already means {English(other)}");

        string Chinese((string Code, string Name, bool IsClosed) other) => $"{(other.IsClosed ? "已撤销的" : "")}{title.Chinese}{other.Name}（{other.Code}）";

        static string English((string Code, string Name, bool IsClosed) other) => $"{other.Name} ({other.Code}{(other.IsClosed ? ", closed" : "")})";
    }

    // However wide its letters and brackets are written, and in whichever case.
    private static string Compared(string text) => text.Normalize(NormalizationForm.FormKC).ToUpperInvariant();
}

/// <summary>名录事实. How the law asks whether what a command names is listed.</summary>
public static class ListedFacts
{
    /// <summary>The open entry that is meant; null where none is given, or the list has none, or it is closed.</summary>
    /// <typeparam name="TEntry">The list's entries.</typeparam>
    /// <param name="now">What the shell has found out.</param>
    /// <param name="given">The code as given, or the name where the list's entries are found by it.</param>
    public static TEntry? Open<TEntry>(this Circumstances now, string? given) where TEntry : ListedEntry, IListed
    {
        ArgumentNullException.ThrowIfNull(now);
        return FreeText.Given(given) is { } named && now.Required<ListedFound>().Find(TEntry.List, named) is TEntry { IsClosed: false } entry ? entry : null;
    }

    /// <summary>What is wrong with naming this entry, or null; where none is given, nothing is.</summary>
    /// <typeparam name="TEntry">The list's entries.</typeparam>
    /// <param name="now">What the shell has found out.</param>
    /// <param name="field">The field's name in the input.</param>
    /// <param name="given">The code as given, or the name where the list's entries are found by it.</param>
    public static InvalidInput? NotOpen<TEntry>(this Circumstances now, string field, string? given) where TEntry : ListedEntry, IListed =>
        FreeText.Given(given) is { } named && now.Open<TEntry>(named) is null ? TEntry.List.NotOpen(field, named) : null;
}
