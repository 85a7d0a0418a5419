using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.ProductClasses;

/// <summary>产品类别命令. What may be asked of a product class.</summary>
[GenerateSerializer, Immutable, Alias("product-class.command")]
public abstract record ProductClassCommand : Command;

/// <summary>登记产品类别. Enters a product class into the list, or opens one again that was closed.</summary>
/// <param name="Name">名称. The Chinese name, by which registers give it too; no other open class has it.</param>
/// <param name="EnglishName">英文名称.</param>
/// <param name="IsKey">重点产品. Whether it is one of the campaign's key classes.</param>
[GenerateSerializer, Immutable, Alias("product-class.register"), AllowedTo(Roles.Administrator), Creates]
[Refuses<AlreadyExists>]
public sealed record RegisterProductClass(
    [Longest(ListedName.NameLength)] string Name,
    [Longest(ListedName.NameLength)] string? EnglishName = null,
    bool IsKey = false) : ProductClassCommand, IRegistersEntry;

/// <summary>更改产品类别. Gives a product class other names, or says whether it is a key class; its code stays.</summary>
/// <param name="Name">名称. The Chinese name from now on; no other open class has it.</param>
/// <param name="EnglishName">英文名称. The English name from now on; left out, none.</param>
/// <param name="IsKey">重点产品. Whether it is one of the campaign's key classes from now on; left out, as it is.</param>
[GenerateSerializer, Immutable, Alias("product-class.rename"), AllowedTo(Roles.Administrator)]
[Refuses<ProductClassIsClosed>]
public sealed record RenameProductClass(
    [Longest(ListedName.NameLength)] string Name,
    [Longest(ListedName.NameLength)] string? EnglishName = null,
    bool? IsKey = null) : ProductClassCommand, IRenamesEntry;

/// <summary>撤销产品类别. The class is given to nothing new and no form offers it. What carries it keeps it and is counted under it.</summary>
/// <param name="Reason">理由. Why.</param>
[GenerateSerializer, Immutable, Alias("product-class.close"), AllowedTo(Roles.Administrator)]
public sealed record CloseProductClass([Longest(1000)] string Reason) : ProductClassCommand, IClosesEntry;

/// <summary>产品类别已撤销. The product class is closed.</summary>
/// <param name="ProductClass">产品类别. Its code.</param>
[GenerateSerializer, Immutable, Alias("refusal.product-class-is-closed")]
public sealed record ProductClassIsClosed(string ProductClass) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"产品类别{ProductClass}已撤销，重新登记后才能更改", $"Product class {ProductClass} is closed; register it again to change it");
}
