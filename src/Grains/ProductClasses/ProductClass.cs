using System.Collections.Immutable;
using System.Text.Json.Serialization;
using LinqToDB.Mapping;
using Orleans.Runtime;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.ProductClasses;

/// <summary>产品类别. A class of products that enterprises, licences and cases are counted by. The notice names fourteen key classes and leaves their list open with 等 (R2.1.1). Found by its code or its Chinese name.</summary>
[GenerateSerializer, Immutable, Alias("product-class.state")]
public sealed record ProductClass : ListedEntry, IListed
{
    /// <summary>The most classes one subject may carry.</summary>
    public const int MostPerSubject = 30;

    /// <summary>The most aliases of a class.</summary>
    public const int MostAliases = 200;

    /// <summary>
    /// 产品类别名录. The fourteen key classes come with the program in the notice's order, then pressure vessels, which 刑法 第一百四十六条 names, and
    /// one for all others; an administrator adds more.
    /// </summary>
    public static ListedConcept<ProductClass, ProductClassCommand, ProductClassEvent, ProductClassRow> List { get; } = new()
    {
        Name = "product-class",
        Title = new("产品类别", "Product class"),
        Plural = "product classes",
        Json = ProductClassJson.Default,
        Delivered =
        [
            new() { Code = "AUTO_PARTS", Name = "汽车配件", EnglishName = "Automotive parts", IsKey = true },
            new() { Code = "FOOD", Name = "食品", EnglishName = "Food", IsKey = true },
            new() { Code = "OIL_SALT_CHEMICALS", Name = "油盐化工", EnglishName = "Oil, salt and chemicals", IsKey = true },
            new() { Code = "FERTILISER", Name = "化肥", EnglishName = "Fertiliser", IsKey = true },
            new() { Code = "FARM_SUPPLIES", Name = "农资", EnglishName = "Farm supplies", IsKey = true },
            new() { Code = "WOOD_PANELS", Name = "人造板", EnglishName = "Wood-based panels", IsKey = true },
            new() { Code = "COATINGS", Name = "涂料", EnglishName = "Coatings", IsKey = true },
            new() { Code = "LOW_VOLTAGE_ELECTRICAL", Name = "低压电器", EnglishName = "Low-voltage electrical apparatus", IsKey = true },
            new() { Code = "DETERGENTS", Name = "洗涤用品", EnglishName = "Detergents", IsKey = true },
            new() { Code = "COSMETICS", Name = "化妆品", EnglishName = "Cosmetics", IsKey = true },
            new() { Code = "HOUSEHOLD_APPLIANCES", Name = "家用电器", EnglishName = "Household appliances", IsKey = true },
            new() { Code = "TEXTILES", Name = "纺织品", EnglishName = "Textiles", IsKey = true },
            new() { Code = "CLOTHING", Name = "服装", EnglishName = "Clothing", IsKey = true },
            new() { Code = "FIBRE_PRODUCTS", Name = "纤维制品", EnglishName = "Fibre products", IsKey = true },
            new() { Code = "PRESSURE_VESSELS", Name = "压力容器", EnglishName = "Pressure vessels" },
            new() { Code = "OTHER", Name = "其他", EnglishName = "Other" },
        ],
        Grain = static (grains, code) => grains.GetGrain<IProductClassGrain>(code),
        IsFoundByName = true,
        Enter = static (command, code, name, english) => new()
        {
            Code = code,
            Name = name,
            EnglishName = english,
            IsKey = ((RegisterProductClass)command).IsKey,
            Aliases = ((INamesAliases)command).AliasesOf(code, name),
        },
        Aliases = static one => one.Aliases,
        AliasesIn = static row => row.AliasList,
        Change = static (one, command) => Changed(one, (RenameProductClass)command),
        Registered = static one => new ProductClassRegistered(one.Code, one.Name, one.EnglishName, one.IsKey, one.AliasesIfAny),
        Renamed = static one => new ProductClassRenamed(one.Code, one.Name, one.EnglishName, one.IsKey, one.AliasesIfAny),
        Closed = static (one, reason, today) =>
            new ProductClassClosed(one.Code, one.Name, one.EnglishName, one.IsKey, reason, today, one.AliasesIfAny),
        IsClosed = static code => new ProductClassIsClosed(code),
        Row = static (subject, one, version) => new()
        {
            Subject = subject,
            Code = one.Code,
            Name = one.Name,
            EnglishName = one.EnglishName,
            IsKey = one.IsKey,
            Aliases = one.Aliases.IsEmpty ? null : string.Join('\n', one.Aliases),
            Closed = one.IsClosed,
            ClosedOn = IsoDate.Of(one.ClosedOn),
            Version = version,
        },
    };

    /// <summary>概念. A product class as the shared rooms know it.</summary>
    public static Concept<ProductClass, ProductClassCommand, ProductClassEvent> Concept => List.Concept;

    static ListedConcept IListed.List => List;

    /// <summary>重点产品. Whether it is one of the campaign's key classes.</summary>
    [Id(0)] public bool IsKey { get; init; }

    /// <summary>别名. What registers and people call products of the class besides; found by them as by its name.</summary>
    [Id(1)]
    public ImmutableArray<string> Aliases { get => field.IsDefault ? [] : field; init; }

    [JsonIgnore] private ImmutableArray<string>? AliasesIfAny => Aliases.IsEmpty ? null : Aliases;

    /// <inheritdoc/>
    public bool Equals(ProductClass? other) => base.Equals(other) && IsKey == other.IsKey && Aliases.SequenceEqual(other.Aliases);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), IsKey, Aliases.Length);

    private static ProductClass Changed(ProductClass one, RenameProductClass command) => one with
    {
        IsKey = command.IsKey ?? one.IsKey,
        Aliases = command.Aliases is null ? one.Aliases : ((INamesAliases)command).AliasesOf(one.Code, one.Name),
    };

    /// <summary>Codes from what a command gives as codes or names: each once, in the order given, so that the first stays the main class under which a subject is counted.</summary>
    /// <param name="now">What the shell has found out.</param>
    /// <param name="given">Codes or Chinese names; none when default or null.</param>
    /// <param name="carried">The codes that the subject carries already: they stay right answers though their classes are closed since.</param>
    /// <param name="codes">The codes; empty when there is a problem.</param>
    /// <returns>What is wrong, or null.</returns>
    public static InvalidInput? Codes(Circumstances now, ImmutableArray<string>? given, ImmutableArray<string> carried, out ImmutableArray<string> codes)
    {
        ArgumentNullException.ThrowIfNull(now);
        return Codes(given, carried, one => now.Required<ListedFound>().Find(List, one) is { } found ? (found.Code, found.IsClosed) : null, out codes);
    }

    /// <summary>Codes from what is given as codes or names.</summary>
    /// <param name="given">Codes or Chinese names; none when default or null.</param>
    /// <param name="carried">Codes that are right answers though their classes are closed.</param>
    /// <param name="find">The code of the class that is meant, and whether it is closed; null where the list has none.</param>
    /// <param name="codes">The codes; empty when there is a problem.</param>
    /// <returns>What is wrong, or null.</returns>
    public static InvalidInput? Codes(ImmutableArray<string>? given, ImmutableArray<string> carried, Func<string, (string Code, bool IsClosed)?> find, out ImmutableArray<string> codes)
    {
        ArgumentNullException.ThrowIfNull(find);
        codes = [];
        if (given is not { IsDefaultOrEmpty: false } classes)
        {
            return null;
        }

        if (classes.Length > MostPerSubject)
        {
            return new InvalidInput("productClasses", $"产品类别过多：{classes.Length}个，最多{MostPerSubject}个", $"Too many product classes: {classes.Length}, at most {MostPerSubject}");
        }

        var found = new List<string>();
        foreach (var one in classes)
        {
            if (FreeText.Given(one) is not { } named || find(named) is not var (code, isClosed) || (isClosed && !carried.Contains(code)))
            {
                return List.NotOpen("productClasses", one ?? "");
            }

            found.Add(code);
        }

        codes = [.. found.Distinct()];
        return null;
    }
}

/// <summary>产品类别命令. What may be asked of a product class.</summary>
[GenerateSerializer, Immutable, Alias("product-class.command")]
public abstract record ProductClassCommand : Command;

/// <summary>登记产品类别. Enters a product class into the list, or opens one again that was closed.</summary>
/// <param name="Name">名称. The Chinese name, by which registers give it too; no other open class has it.</param>
/// <param name="EnglishName">英文名称.</param>
/// <param name="IsKey">重点产品. Whether it is one of the campaign's key classes.</param>
/// <param name="Aliases">别名. What registers call products of the class besides, such as 包装饮用水; no other open class is called so.</param>
[GenerateSerializer, Immutable, Alias("product-class.register"), AllowedTo(Roles.Administrator), Creates]
[Refuses<AlreadyExists>]
public sealed record RegisterProductClass(
    [Longest(ListedName.NameLength)] string Name,
    [Longest(ListedName.NameLength)] string? EnglishName = null,
    bool IsKey = false,
    [Longest(ListedName.NameLength), Most(ProductClass.MostAliases)] ImmutableArray<string>? Aliases = null)
    : ProductClassCommand, IRegistersEntry, INamesAliases;

/// <summary>更改产品类别. Gives a product class other names, or says whether it is a key class; its code stays.</summary>
/// <param name="Name">名称. The Chinese name from now on; no other open class has it.</param>
/// <param name="EnglishName">英文名称. The English name from now on; left out, none.</param>
/// <param name="IsKey">重点产品. Whether it is one of the campaign's key classes from now on; left out, as it is.</param>
/// <param name="Aliases">别名. What it is called besides from now on; left out, as it is. No other open class is called so.</param>
[GenerateSerializer, Immutable, Alias("product-class.rename"), AllowedTo(Roles.Administrator)]
[Refuses<ProductClassIsClosed>]
public sealed record RenameProductClass(
    [Longest(ListedName.NameLength)] string Name,
    [Longest(ListedName.NameLength)] string? EnglishName = null,
    bool? IsKey = null,
    [Longest(ListedName.NameLength), Most(ProductClass.MostAliases)] ImmutableArray<string>? Aliases = null)
    : ProductClassCommand, IRenamesEntry, INamesAliases;

/// <summary>撤销产品类别. The class is given to nothing new and no form offers it. What carries it keeps it and is counted under it.</summary>
/// <param name="Reason">理由. Why.</param>
[GenerateSerializer, Immutable, Alias("product-class.close"), AllowedTo(Roles.Administrator)]
public sealed record CloseProductClass([Longest(1000)] string Reason) : ProductClassCommand, IClosesEntry;

/// <summary>产品类别事件. What can have happened to a product class. Names and fields are storage format.</summary>
public abstract record ProductClassEvent : ListedEvent<ProductClass>;

/// <summary>产品类别已登记. A product class was entered into the list, or opened again.</summary>
/// <param name="Code">代码. The code.</param>
/// <param name="Name">名称. The Chinese name.</param>
/// <param name="EnglishName">英文名称. The English name, or null.</param>
/// <param name="IsKey">重点产品. Whether it is one of the campaign's key classes.</param>
/// <param name="Aliases">别名. What it is called besides; null for nothing.</param>
[Alias("product-class.registered")]
public sealed record ProductClassRegistered(
    string Code, string Name, string? EnglishName, bool IsKey, ImmutableArray<string>? Aliases = null) : ProductClassEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"登记产品类别：{Name}（{Code}）", $"Product class registered: {EnglishName ?? Name} ({Code})");

    /// <inheritdoc/>
    public override ProductClass Entry() =>
        new() { Code = Code, Name = Name, EnglishName = EnglishName, IsKey = IsKey, Aliases = Aliases ?? default };
}

/// <summary>产品类别已更改. A product class has other names, or is a key class or not any more.</summary>
/// <param name="Code">代码. The code.</param>
/// <param name="Name">名称. The Chinese name from then on.</param>
/// <param name="EnglishName">英文名称. The English name from then on, or null.</param>
/// <param name="IsKey">重点产品. Whether it is from then on one of the campaign's key classes.</param>
/// <param name="Aliases">别名. What it is called besides from then on; null for nothing.</param>
[Alias("product-class.renamed")]
public sealed record ProductClassRenamed(
    string Code, string Name, string? EnglishName, bool IsKey, ImmutableArray<string>? Aliases = null) : ProductClassEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"产品类别{Code}更改为{Name}{(IsKey ? "（重点产品）" : "")}", $"Product class {Code} changed to {EnglishName ?? Name}{(IsKey ? " (key class)" : "")}");

    /// <inheritdoc/>
    public override ProductClass Entry() =>
        new() { Code = Code, Name = Name, EnglishName = EnglishName, IsKey = IsKey, Aliases = Aliases ?? default };
}

/// <summary>产品类别已撤销. A product class is given to nothing new.</summary>
/// <param name="Code">代码. The code.</param>
/// <param name="Name">名称. The Chinese name it had.</param>
/// <param name="EnglishName">英文名称. The English name it had, or null.</param>
/// <param name="IsKey">重点产品. Whether it was one of the campaign's key classes.</param>
/// <param name="Reason">理由. Why.</param>
/// <param name="ClosedOn">撤销日期. The day (Asia/Shanghai).</param>
/// <param name="Aliases">别名. What it was called besides; null for nothing.</param>
[Alias("product-class.closed")]
public sealed record ProductClassClosed(
    string Code,
    string Name,
    string? EnglishName,
    bool IsKey,
    string Reason,
    DateOnly ClosedOn,
    ImmutableArray<string>? Aliases = null) : ProductClassEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"撤销产品类别：{Name}（{Code}）", $"Product class closed: {EnglishName ?? Name} ({Code})");

    /// <inheritdoc/>
    public override ProductClass Entry() => new()
    {
        Code = Code,
        Name = Name,
        EnglishName = EnglishName,
        IsKey = IsKey,
        Aliases = Aliases ?? default,
        IsClosed = true,
        ClosedOn = ClosedOn,
    };
}

/// <summary>产品类别已撤销. The product class is closed.</summary>
/// <param name="ProductClass">产品类别. Its code.</param>
[GenerateSerializer, Immutable, Alias("refusal.product-class-is-closed")]
public sealed record ProductClassIsClosed(string ProductClass) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"产品类别{ProductClass}已撤销，重新登记后才能更改", $"Product class {ProductClass} is closed; register it again to change it");
}

/// <summary>产品类别行. A product class that an administrator has registered or changed.</summary>
[Table("product_class")]
public sealed record ProductClassRow : DatedListedRow
{
    /// <summary>重点产品.</summary>
    [Column("is_key")] public required bool IsKey { get; init; }

    /// <summary>别名. One a line, or null.</summary>
    [Column("aliases"), Nullable] public string? Aliases { get; init; }

    /// <summary>别名. One by one.</summary>
    [NotColumn] public ImmutableArray<string> AliasList => Aliases is { } lines ? [.. lines.Split('\n')] : [];
}

/// <summary>主体的产品类别行. One product class that a subject carries; which subjects those are, the concrete row says.</summary>
public abstract record CarriedClassRow : Row
{
    /// <summary>产品类别代码.</summary>
    [Column("code", Length = 60), PrimaryKey(1), NotNull, Filter] public required string Code { get; init; }

    /// <summary>次序. Its place among the subject's classes, from 0; the first is the main class.</summary>
    [Column("place"), NotNull] public required int Place { get; init; }
}

/// <summary>产品类别. The actor of a product class; its key is the code, such as <c>FOOD</c>.</summary>
[Alias("product-class")]
public interface IProductClassGrain : ISubjectGrain<ProductClass, ProductClassCommand>;

/// <inheritdoc cref="IProductClassGrain"/>
[GrainType("product-class")]
public sealed class ProductClassGrain([PersistentState("product-class")] IPersistentState<Subject<ProductClass>> stored, SubjectShell shell)
    : ListedGrain<ProductClass, ProductClassCommand, ProductClassEvent, ProductClassRow>(stored, ProductClass.List, shell), IProductClassGrain;

/// <summary>JSON metadata of everything of a product class that is stored or hashed.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Subject<ProductClass>))]
[JsonSerializable(typeof(ProductClass))]
[JsonSerializable(typeof(RegisterProductClass))]
[JsonSerializable(typeof(RenameProductClass))]
[JsonSerializable(typeof(CloseProductClass))]
[JsonSerializable(typeof(ProductClassRegistered))]
[JsonSerializable(typeof(ProductClassRenamed))]
[JsonSerializable(typeof(ProductClassClosed))]
public sealed partial class ProductClassJson : JsonSerializerContext;
