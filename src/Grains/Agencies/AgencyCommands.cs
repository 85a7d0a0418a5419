using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Agencies;

/// <summary>部门命令. What may be asked of an agency.</summary>
[GenerateSerializer, Immutable, Alias("agency.command")]
public abstract record AgencyCommand : Command;

/// <summary>登记部门. Enters an agency into the list, or opens one again that was closed.</summary>
/// <param name="Kind">性质. What it is to the bureau.</param>
/// <param name="Name">名称. The Chinese name.</param>
/// <param name="EnglishName">英文名称.</param>
[GenerateSerializer, Immutable, Alias("agency.register"), AllowedTo(Roles.Administrator), Creates]
[Refuses<AlreadyExists>]
public sealed record RegisterAgency(
    AgencyKind Kind,
    [Longest(ListedName.NameLength)] string Name,
    [Longest(ListedName.NameLength)] string? EnglishName = null) : AgencyCommand, IRegistersEntry;

/// <summary>更改部门名称. Gives an agency other names; its code stays.</summary>
/// <param name="Name">名称. The Chinese name from now on.</param>
/// <param name="EnglishName">英文名称. The English name from now on; left out, none.</param>
[GenerateSerializer, Immutable, Alias("agency.rename"), AllowedTo(Roles.Administrator)]
[Refuses<AgencyIsClosed>]
public sealed record RenameAgency(
    [Longest(ListedName.NameLength)] string Name,
    [Longest(ListedName.NameLength)] string? EnglishName = null) : AgencyCommand, IRenamesEntry;

/// <summary>撤销部门. The agency is no partner any more: it gets no new liaison officer and no form offers it. What concerned it stays in its name.</summary>
/// <param name="Reason">理由. Why.</param>
[GenerateSerializer, Immutable, Alias("agency.close"), AllowedTo(Roles.Administrator)]
public sealed record CloseAgency([Longest(1000)] string Reason) : AgencyCommand, IClosesEntry;

/// <summary>部门已撤销. The agency is no partner any more.</summary>
/// <param name="Agency">部门. Its code.</param>
[GenerateSerializer, Immutable, Alias("refusal.agency-is-closed")]
public sealed record AgencyIsClosed(string Agency) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"部门{Agency}已撤销，重新登记后才能更改", $"Agency {Agency} is closed; register it again to change it");
}
