using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Areas;

/// <summary>区域命令. What may be asked of an area.</summary>
[GenerateSerializer, Immutable, Alias("area.command")]
public abstract record AreaCommand : Command;

/// <summary>登记区域. Enters an area into the list, or opens one again that was closed.</summary>
/// <param name="Kind">性质. What it is.</param>
/// <param name="Name">名称. The Chinese name, by which registers give it too; no other open area has it.</param>
/// <param name="EnglishName">英文名称.</param>
[GenerateSerializer, Immutable, Alias("area.register"), AllowedTo(Roles.Administrator), Creates]
[Refuses<AlreadyExists>]
public sealed record RegisterArea(
    AreaKind Kind,
    [Longest(ListedName.NameLength)] string Name,
    [Longest(ListedName.NameLength)] string? EnglishName = null) : AreaCommand, IRegistersEntry;

/// <summary>更改区域名称. Gives an area other names; its code stays.</summary>
/// <param name="Name">名称. The Chinese name from now on; no other open area has it.</param>
/// <param name="EnglishName">英文名称. The English name from now on; left out, none.</param>
[GenerateSerializer, Immutable, Alias("area.rename"), AllowedTo(Roles.Administrator)]
[Refuses<AreaIsClosed>]
public sealed record RenameArea(
    [Longest(ListedName.NameLength)] string Name,
    [Longest(ListedName.NameLength)] string? EnglishName = null) : AreaCommand, IRenamesEntry;

/// <summary>撤销区域. The area exists no more: no address is assigned to it and no form offers it. What lies in it keeps it.</summary>
/// <param name="Reason">理由. Why.</param>
[GenerateSerializer, Immutable, Alias("area.close"), AllowedTo(Roles.Administrator)]
public sealed record CloseArea([Longest(1000)] string Reason) : AreaCommand, IClosesEntry;

/// <summary>区域已撤销. The area exists no more.</summary>
/// <param name="Area">区域. Its code.</param>
[GenerateSerializer, Immutable, Alias("refusal.area-is-closed")]
public sealed record AreaIsClosed(string Area) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"区域{Area}已撤销，重新登记后才能更改", $"Area {Area} is closed; register it again to change it");
}
