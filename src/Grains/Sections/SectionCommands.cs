using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Sections;

/// <summary>科室命令. What may be asked of a section.</summary>
[GenerateSerializer, Immutable, Alias("section.command")]
public abstract record SectionCommand : Command;

/// <summary>登记科室. Enters a section into the list, or opens one again that was closed.</summary>
/// <param name="Name">名称. The Chinese name.</param>
/// <param name="EnglishName">英文名称.</param>
[GenerateSerializer, Immutable, Alias("section.register"), AllowedTo(Roles.Administrator), Creates]
[Refuses<AlreadyExists>]
public sealed record RegisterSection(
    [Longest(ListedName.NameLength)] string Name,
    [Longest(ListedName.NameLength)] string? EnglishName = null) : SectionCommand, IRegistersEntry;

/// <summary>更改科室名称. Gives a section other names; its code stays.</summary>
/// <param name="Name">名称. The Chinese name from now on.</param>
/// <param name="EnglishName">英文名称. The English name from now on; left out, none.</param>
[GenerateSerializer, Immutable, Alias("section.rename"), AllowedTo(Roles.Administrator)]
[Refuses<SectionIsClosed>]
public sealed record RenameSection(
    [Longest(ListedName.NameLength)] string Name,
    [Longest(ListedName.NameLength)] string? EnglishName = null) : SectionCommand, IRenamesEntry;

/// <summary>撤销科室. The section exists no more: nobody is put into it and no form offers it. What it holds stays in its name until it is handed over.</summary>
/// <param name="Reason">理由. Why.</param>
[GenerateSerializer, Immutable, Alias("section.close"), AllowedTo(Roles.Administrator)]
public sealed record CloseSection([Longest(1000)] string Reason) : SectionCommand, IClosesEntry;

/// <summary>科室已撤销. The section exists no more.</summary>
/// <param name="Section">科室. Its code.</param>
[GenerateSerializer, Immutable, Alias("refusal.section-is-closed")]
public sealed record SectionIsClosed(string Section) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"科室{Section}已撤销，重新登记后才能更改", $"Section {Section} is closed; register it again to change it");
}
